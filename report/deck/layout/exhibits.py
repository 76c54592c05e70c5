"""Charts in their places: as many rows as fit, laid out by their kind, a fault where they cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report.briefing.model.prose import Prose
from report.charts.model import Chart, KindLayout, NoteRequest, Setting
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.model import PlacedChart, PlacedItem, PlacedPicture
from report.deck.native.placing import even, placed_natively
from report.diagnostics import Diagnostic, Location, Severity
from report.document.model.nodes import Illustration
from report.drawing.model import Drawing
from report.frozen import frozen
from report.kinds import ChartForm
from report.units import Box, Pt

ROWS_OF_MANY = (20, 10)
"""Rows shown of a chart that has more than its place can hold, in two columns or in one; the appendix has all."""
LEAST_ROWS = 2
"""Rows that a chart keeps, however long its labels are."""


@frozen
class Shown:
    """An exhibit on its slide: how it is drawn, and what stands there, the picture or what takes its place."""

    picture: PlacedPicture
    items: tuple[PlacedItem, ...]


@frozen
class Exhibit:
    """The chart of a finding or statement, the kind that draws it, and the place it has to fit in.

    The top of the place is where the chart hangs from; ascenders reach above it. alternative: the text for those who
    do not see it. node: of the document. refusal: why the kind cannot show the whole chart, asked before rows were
    left out. form: what it is on the slide; topic: what the table behind a native chart is called. location: of the
    exhibit in the briefing.
    """

    node: str
    chart: Chart
    alternative: Prose | None
    kind: KindLayout
    box: Box
    setting: Setting
    refusal: Diagnostic | None
    form: ChartForm
    topic: str
    location: Location | None

    def note_width(self, desk: Desk) -> Pt:
        """How wide the words of an annotation may be: from where they begin to the right margin.

        Where the kind has no place for them at all it says so itself; then the usual width does no harm.
        """
        left = self.kind.notes_left(self.chart, self.box.width, self.setting)
        return self.box.width - (desk.format.frame.exhibit_width if left is None else left)

    def shown(self, desk: Desk, notes: Sequence[NoteRequest] = ()) -> Shown | None:
        """The chart as it is asked for, else as a picture with a notice; None, and a fault, if it cannot be shown."""
        native = self._natively(desk, notes) if self.form is ChartForm.NATIVE else None
        if isinstance(native, Shown):
            return native
        picture = self._picture(desk, notes, self.setting)
        if isinstance(picture, Diagnostic):
            desk.typesetter.faults.append(picture)
            return None
        desk.typesetter.faults += [_stays_picture(picture, native, self.location)] if native else []
        return Shown(picture, (picture,))

    def _natively(self, desk: Desk, notes: Sequence[NoteRequest]) -> Shown | str:
        """The chart as one that people can edit, or why it is not."""
        if not self.kind.kind.has_native_form:
            return f"`{self.kind.kind.word}` has no native form"
        # Its words are set by the program that shows the deck, in the typeface of texts.
        setting = replace(self.setting, fonts=desk.typesetter.fonts)
        picture = self._picture(desk, notes, even(setting))
        if isinstance(picture, Diagnostic):
            return "it has no room with rows or columns at one distance"
        placed = placed_natively(picture, setting, self.topic)
        return placed if isinstance(placed, str) else Shown(picture, tuple(placed))

    def _picture(self, desk: Desk, notes: Sequence[NoteRequest], setting: Setting) -> PlacedPicture | Diagnostic:
        """The chart at its final size, hung from the top of the place, or why it cannot be shown here.

        Rows whose labels take too much room for all of them leave out the smallest.
        """
        drawn = self.refusal or self.kind.lay_out(self.chart, self.box, setting, notes)
        if isinstance(drawn, Drawing):
            return self._hung(self.chart, self.alternative, drawn)
        may_leave_out = not self.refusal and not self.kind.kind.is_whole
        for count in range(len(self.chart.rows) - 1, LEAST_ROWS - 1, -1) if may_leave_out else ():
            fewer = desk.charts.largest(self.chart, count)
            found = self.kind.lay_out(fewer, self.box, setting, notes)
            if isinstance(found, Drawing):
                return self._hung(fewer, desk.charts.alternative(fewer), found)
        return drawn

    def _hung(self, chart: Chart, alternative: Prose | None, drawing: Drawing) -> PlacedPicture:
        box = Box(self.box.left, self.box.top - drawing.hang, drawing.width, drawing.height)
        words = spoken(alternative, drawing)
        return PlacedPicture(f"exhibit {chart.id}", self.node, chart.id, box, chart, drawing, words)


def exhibit(desk: Desk, shown: Illustration, box: Box, setting: Setting, topic: str) -> Exhibit:
    """The chart of a finding or statement, with as many rows as there is room for; topic: what these are about."""
    chart, alternative = shown.chart, shown.alternative
    kind = desk.charts.kind(chart.kind)
    refusal, capacity = kind.refusal(chart), kind.capacity(chart, box.height, setting)
    # A place that has no room at all is the kind's to tell of, with the whole chart.
    if len(chart.rows) > capacity > 0:
        # One row of the place tells how many are left out, unless the head of the chart does.
        is_told_above = kind.kind.lies_across or kind.kind.counts_in_head
        fewer = (rows for rows in ROWS_OF_MANY if rows < capacity)
        rows = capacity if is_told_above else next(fewer, max(1, capacity - 1))
        chart = desk.charts.largest(chart, rows)
        alternative = desk.charts.alternative(chart)
    return Exhibit(shown.id, chart, alternative, kind, box, setting, refusal, shown.form, topic, shown.location)


def _stays_picture(picture: PlacedPicture, why: str, location: Location | None) -> Diagnostic:
    return Diagnostic(
        DeckFault.NO_NATIVE_FORM,
        f'"{picture.name}" stays a picture: {why}',
        location,
        hint="with `as: image` on the exhibit it is one without this notice" if location else None,
        severity=Severity.WARNING,
    )


def spoken(alternative: Prose | None, drawing: Drawing) -> str | None:
    """The text for those who do not see a picture, once it is known what it looks like."""
    return alternative.settled(lambda _: drawing.form).text if alternative else None


def drawings_of(items: Iterable[PlacedItem]) -> list[Drawing]:
    """The drawings among what is placed on a slide."""
    return [item.drawing for item in items if isinstance(item, PlacedPicture | PlacedChart)]
