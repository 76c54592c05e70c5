"""Parts of a whole as one bar as long as 100 %: on A4, in narrow places, and where a part is too small for dots.

    Eigene Teams          Abteilungs-
                          übergreifend   jeder       labels on their parts
    |▇ 49 % ▇▇▇▇▇▇▇▇▇▇▇▇▇|▒ 33 % ▒▒▒▒▒▒|░ 17 % ░|:|
                                       Rest n. v.

On a slide the bar is exactly twice as long as 100 % is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.kinds.parts.labels import PartLabels, PartRoom, fit_part_labels, value_style
from report.charts.kinds.parts.segments import Part, bar_marks, parts_of
from report.charts.marks.assembly import Arrangement, bottom_of, cell_ids, does_not_fit, drawing
from report.charts.marks.colors import Paint, color_on, part_paints, value_color
from report.charts.marks.keys import key_marks, keys_by_mark, keys_width
from report.charts.marks.numbers import NumberStyle, number_marks, number_width
from report.charts.marks.text import CAP_HEIGHT, DESCENT, block_height, label_style, line_marks, text_mark
from report.charts.model import Chart, ChartRest, Highlight, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, Stroke, TextMark
from report.formats.kinds.parts import PartMeasures
from report.frozen import frozen
from report.text.model import Style
from report.units import NOISE, Box, Pt

SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Sizes of a large number inside its part, as shares of the wanted one; never below that of other numbers."""
FLAGS_APART = 0.7
"""Between raised labels, from a baseline to the capitals below, as a share of the size."""


def natural_height(chart: Chart, width: Pt, setting: Setting) -> Pt:
    """From the top of the highest label to the lowest baseline; 0 if `lay_out` will refuse."""
    arrangement = _arrangement(chart, width, setting)
    return 0.0 if isinstance(arrangement, Diagnostic) else arrangement.height


def usual_height(setting: Setting) -> Pt:
    """What parts need whose labels stand on them in two lines; raised labels may need more."""
    sizes = setting.measures.parts
    return block_height(2, setting.measures.label) + sizes.label_gap + sizes.height + sizes.below


def lay_out(chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()) -> Drawing | Diagnostic:
    """The bar in its place, the keys of annotations on their parts, or why it does not fit."""
    arrangement = _arrangement(chart, box.width, setting, notes)
    if isinstance(arrangement, Diagnostic):
        return arrangement
    slack, sizes = box.height - arrangement.height, setting.measures.parts
    if slack > 0 and sizes.most_height > sizes.height:
        higher = replace(sizes, height=min(sizes.most_height, sizes.height + slack))
        setting = replace(setting, measures=replace(setting.measures, parts=higher))
        arrangement = _arrangement(chart, box.width, setting, notes)
    if isinstance(arrangement, Diagnostic):
        return arrangement
    if arrangement.height > box.height + NOISE:
        message = f"the bar and its labels need {arrangement.height:.0f} pt of height, {box.height:.0f} pt are there"
        return does_not_fit(chart, message)
    return drawing(chart, arrangement, box, setting)


def _arrangement(
    chart: Chart, width: Pt, setting: Setting, notes: Sequence[NoteRequest] = ()
) -> Arrangement | Diagnostic:
    sizes = setting.measures.parts
    track = sizes.span.within(width)
    parts = parts_of(chart, track.length, sizes)
    writer = _Writer(track.left, track.length, setting)
    labels = fit_part_labels(parts, writer.room(chart, parts), setting)
    if isinstance(labels, Diagnostic):
        return labels
    bar = bar_marks(chart, parts, Box(track.left, 0.0, track.length, sizes.height), setting)
    values = writer.values(chart, parts, labels)
    named = [writer.rest(chart.rest)] if chart.rest else []
    words = (*writer.on_parts(labels), *writer.raised(labels), *values, *named)
    marks = (*bar, *words, *writer.keys(parts, notes))
    rise = writer.rise(labels)
    middle = rise + sizes.height / 2
    return Arrangement(
        width=track.right,
        height=rise + max(bottom_of((*bar, *words)), sizes.height),
        marks=tuple(mark.lowered(rise) for mark in marks),
        kind_word=setting.language.words.parts_kind,
        anchors={cell_ids(part.row.values)[0]: (track.left + part.middle, middle) for part in parts},
    )


@frozen
class _Writer:
    """Writes labels and values around a bar whose top is y = 0; left: of the bar."""

    left: Pt
    length: Pt
    setting: Setting

    @property
    def sizes(self) -> PartMeasures:
        """The sizes of a 100 % bar."""
        return self.setting.measures.parts

    def room(self, chart: Chart, parts: Sequence[Part]) -> PartRoom:
        """Whose value stands inside its part, and whose neither there nor below it.

        Below it would pass into the next part, or stand at the name of the rest and be read as its value.
        """
        inside = tuple(part.row.id for part in parts if self._is_inside(part))
        below = [part for part in parts if not self._is_inside(part)]
        crowded = [part for part in below if self._value_width(part) > part.reach or self._meets_rest(part, chart)]
        return PartRoom(self.length, inside, tuple(part.row.id for part in crowded))

    def on_parts(self, labels: PartLabels) -> list[TextMark]:
        """Left on their parts, bottoms aligned."""
        marks: list[TextMark] = []
        pitch = labels.type_size.pitch
        for label in labels.on_parts:
            baseline = -self.sizes.label_gap - (len(label.lines) - 1) * pitch
            x = self.left + label.part.left
            marks += line_marks(MarkRole.LABEL, label.lines, pitch, x=x, baseline=baseline, fonts=self.setting.fonts)
        return marks

    def raised(self, labels: PartLabels) -> list[Mark]:
        """Label, value and leader of each raised part."""
        size, pitch, fonts = labels.type_size.size, labels.type_size.pitch, self.setting.fonts
        hairline, color = self.setting.measures.hairline, self.setting.ground.leader
        marks: list[Mark] = []
        for label, last in zip(labels.raised, self._raised_baselines(labels), strict=True):
            first, x = last - (len(label.lines) - 1) * pitch, self.left + label.part.middle
            top = last + DESCENT * size if label.is_over else first - CAP_HEIGHT * size
            marks.append(Stroke(MarkRole.LEADER, x, top, x, -hairline, color, hairline))
            left = self.left + label.left
            marks += line_marks(MarkRole.LABEL, label.lines, pitch, x=left, baseline=first, fonts=fonts)
        return marks

    def values(self, chart: Chart, parts: Sequence[Part], labels: PartLabels) -> list[TextMark]:
        """The values that no raised label carries: inside their part, or below where it is too narrow."""
        carried = [label.part for label in labels.raised if not self._is_inside(label.part)]
        paints = part_paints(chart.rows, self.setting.ground, 0.0)
        marks: list[TextMark] = []
        for part, paint in zip(parts, paints, strict=True):
            if part not in carried:
                marks += self._value(part, paint)
        return marks

    def rest(self, rest: ChartRest) -> TextMark:
        """What the rest is called, below the right end of the bar."""
        fonts, style = self.setting.fonts, self._rest_style
        x = self.left + self.length - fonts.width(rest.short, style)
        baseline = self.sizes.height + self.sizes.below
        return text_mark(MarkRole.NOTE, rest.short, style, x=x, baseline=baseline, fonts=fonts)

    def keys(self, parts: Sequence[Part], notes: Sequence[NoteRequest]) -> list[Mark]:
        """Keys across the lower edge of their parts, at the right end, centred on a part that is too narrow."""
        keys, numbers, marks = self.setting.measures.keys, keys_by_mark(notes), list[Mark]()
        centre = self.sizes.height + self.setting.measures.overhang - keys.radius - keys.gap / 4
        for part in parts:
            width = keys_width(len(numbers.get(part.row.id, ())), self.setting)
            left = part.left + part.width - keys.gap - width
            if width + 2 * keys.gap > part.width:
                left = max(0.0, min(part.middle - width / 2, self.length - width))
            shown = numbers.get(part.row.id, ())
            marks += key_marks(shown, left=self.left + left, centre=centre, setting=self.setting)
        return marks

    def rise(self, labels: PartLabels) -> Pt:
        """From the top of the highest label down to the bar."""
        if labels.raised:
            lines = len(labels.raised[-1].lines)
            return block_height(lines, labels.type_size) - self._raised_baselines(labels)[-1]
        return labels.height_on_parts + self.sizes.label_gap if labels.on_parts else 0.0

    def _raised_baselines(self, labels: PartLabels) -> list[Pt]:
        """The last baseline of each raised label: above all labels on parts, then one above the other."""
        baselines: list[Pt] = []
        free = -self.sizes.label_gap
        if labels.on_parts:
            free -= labels.height_on_parts + self._flags_apart(labels)
        for label in labels.raised:
            baselines.append(free)
            free -= block_height(len(label.lines), labels.type_size) + self._flags_apart(labels)
        return baselines

    def _flags_apart(self, labels: PartLabels) -> Pt:
        return FLAGS_APART * labels.type_size.size

    def _value(self, part: Part, paint: Paint) -> tuple[TextMark, ...]:
        style, cells, fonts = self._value_style(part), cell_ids(part.row.values), self.setting.fonts
        x, baseline = self.left + part.left, self.sizes.height + self.sizes.below
        if self._is_inside(part):
            style = style.colored(color_on(paint.fill, self.setting.ground))
            x, baseline = x + self.sizes.inset, style.centred(self.sizes.height / 2, fonts)
        return number_marks(part.number, style, x=x, baseline=baseline, cells=cells, fonts=fonts)

    def _meets_rest(self, part: Part, chart: Chart) -> bool:
        if not chart.rest:
            return False
        left = self.length - self.setting.fonts.width(chart.rest.short, self._rest_style)
        return part.left + self._value_width(part) + self.sizes.apart > left

    @property
    def _rest_style(self) -> Style:
        return label_style(self.setting.measures.label.size, self.setting.ground.soft_text, is_bold=False)

    def _is_inside(self, part: Part) -> bool:
        return self._fits(part, self._value_style(part))

    def _fits(self, part: Part, style: NumberStyle) -> bool:
        return (
            self.sizes.inset + number_width(part.number, style, self.setting.fonts) + self.sizes.inset / 2 <= part.width
        )

    def _value_width(self, part: Part) -> Pt:
        return number_width(part.number, self._value_style(part), self.setting.fonts)

    def _value_style(self, part: Part) -> NumberStyle:
        """Large where it is marked, and smaller if its part holds it then: beside its label it would be no larger."""
        value = part.row.values[0]
        highlight = value.highlight if value else Highlight.NONE
        if highlight is Highlight.NONE:
            return value_style(self.sizes.value, self.setting)
        color = value_color(highlight, self.setting.ground)
        sizes = [max(self.sizes.value, share * self.sizes.marked) for share in SMALLER]
        styles = [NumberStyle.large(size, color, self.setting.measures.least_unit) for size in sizes]
        return next((style for style in styles if self._fits(part, style)), styles[0])
