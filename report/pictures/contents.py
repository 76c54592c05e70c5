"""How much a picture holds: the first choice of rows, annotations and source note that has room below the headline.

Given up are, in this order: what the source note may leave out beside the question, annotations from the last on (their
words lie beside the picture in any case), the words of the question where the headline has them, rows (the marked stay,
then the largest), and last of the height that a chart over waves likes as much as leaves it enough; then its note says
no longer how many were asked when, and only where even that is too long the chart is lower. Rows that have an order of
their own stand closer before one is left out: first nets and rests, then one after the other beyond what is marked, and
one in the middle only where no type is small enough for all. Parts of a whole that cannot be labelled on one bar become
bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, product

from report.briefing.model.prose import Fact, FactKind, Prose, joined, told
from report.briefing.model.terms import net_note
from report.charts.model import Chart, ChartBook, KindLayout, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.document.model import FindingSection
from report.document.model.nodes import BETWEEN, Annotation, NoteForm
from report.drawing.model import Drawing
from report.formats.grid import TypeSize
from report.formats.logos import LogoSlot
from report.formats.picture_kinds import PictureFormat
from report.frozen import frozen
from report.kinds import BARS
from report.language.model import Language
from report.pictures.texts import explanation
from report.text.model import Face, Line, Style
from report.theme.logos import StandingLogo, standing_right
from report.theme.model import Logo, Theme
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Place
from report.typesetting.signs import signs_in, unexplained
from report.typesetting.typesetter import Typesetter
from report.units import NOISE, Box, Pt

DESCENT, ABOVE_LOGO = 0.25, 0.35
"""How far letters reach below their line, and how far a line stays away from a logo below it, as shares of its size."""
LEAST_OF_LOGO = 0.6
"""The height of a logo beside a short source note, as a share of its slot's."""
WITH_QUESTION = 2
"""The forms of a source note that have the question and the whole base; those behind them leave out more."""
ENOUGH = 0.9
"""Of the height that a chart over waves likes: lower it is so flat that its note had better be shorter."""


@frozen
class Studio:
    """What pictures of one format are made with; faults gather in the typesetter. slot: the most that a logo takes."""

    charts: ChartBook
    format: PictureFormat
    setting: Setting
    typesetter: Typesetter
    theme: Theme
    slot: LogoSlot
    logo: Logo | None = None

    def regular(self, size: TypeSize) -> Style:
        """The style of notes."""
        return Style(Face.REGULAR, size.size, self.setting.ground.soft_text)

    @property
    def source_widths(self) -> tuple[Pt, ...]:
        """How wide a source note may be: as all else, or as narrow as its lines beside a logo are."""
        logo, measure = self.standing_logo(self.slot.height), self.format.measure
        return (measure, measure - logo.extent.width - self.slot.gap) if logo else (measure,)

    def clears_logo(self, lines: Sequence[Line]) -> bool:
        """Whether those lines of a source note that stand as low as the logo end before it."""
        size = self.format.source
        logo = self.standing_logo(self.height(len(lines), size))
        if logo is None:
            return True
        highest = self.format.lowest - (logo.extent.top - (DESCENT + ABOVE_LOGO) * size.size)
        beside = [line for number, line in enumerate(reversed(lines)) if number * size.pitch < highest]
        return all(self.format.grid.left + line.width + self.slot.gap <= logo.extent.left for line in beside)

    def standing_logo(self, height: Pt) -> StandingLogo | None:
        """The logo in the lower right corner, beside a source note of that height; low ones leave it three fifths."""
        if self.logo is None:
            return None
        page, slot = self.format, self.slot
        slot = replace(slot, height=min(slot.height, max(height, LEAST_OF_LOGO * slot.height)))
        return standing_right(self.logo, self.setting.ground, self.theme, slot, right=page.right, bottom=page.lowest)

    def height(self, lines: int, size: TypeSize) -> Pt:
        """From the capitals of the first line down to the last baseline."""
        return self.setting.fonts.cap_height(Face.REGULAR) * size.size + (lines - 1) * size.pitch


@frozen
class Words:
    """An annotation in lines."""

    annotation: Annotation
    lines: tuple[Line, ...]


@frozen
class Contents:
    """What stands below the headline. chart: with the rows that are shown, the others counted; notes: below it.

    logo: beside the source.
    """

    chart: Chart
    drawing: Drawing
    notes: tuple[Words, ...]
    source: tuple[Line, ...]
    logo: StandingLogo | None


def further_words(section: FindingSection, chart: Chart, setting: Setting) -> Prose | None:
    """How many answers and columns a picture leaves out, and what its ticks stand for where a table has a column."""
    words, title, parts = setting.language.words, section.picture.title.text, list[Prose]()
    if chart.reference and chart.kind != section.exhibit.chart.kind:
        parts.append(told(words.tick, name=chart.reference))
    groups = [column for column in chart.columns if not column.is_total or column.date]
    if chart.further_columns and not groups and title.location:  # the author's may be about all columns
        parts.append(chart.columns[0].wording)
    if chart.further:
        n = Fact(FactKind.COUNT, str(chart.further), "answers that the picture has no room for")
        parts.append(told(words.further_rows, n=n))
    if chart.further_columns and groups:
        of_columns = {
            "shown": Fact(FactKind.COUNT, str(len(groups)), "columns that the picture shows"),
            "all": Fact(FactKind.COUNT, str(len(groups) + chart.further_columns), "columns of the table"),
        }
        parts.append(told(words.waves_shown if groups[0].date else words.groups_shown, **of_columns))
    return joined(parts, BETWEEN) if parts else None


def said_of(parts: Sequence[Prose], section: FindingSection, chart: Chart, language: Language) -> tuple[Prose, ...]:
    """What is said below a picture, without how nets came about where it has no room for the rows of these."""
    if any(row.is_net for row in chart.rows):
        return (*parts,)
    nets = [value.cell for row in section.picture.chart.rows if row.is_net for value in row.values if value]
    note = net_note(nets, language)
    return tuple(part for part in parts if note is None or part.text != note.text)


def contents(section: FindingSection, top: Pt, studio: Studio) -> Contents | Diagnostic:
    """What the picture of a finding shows below `top`, where its exhibit hangs from; or why it has no room."""
    chart = section.picture.chart
    kind = studio.charts.kind(chart.kind)
    chooser, failed = _Chooser(section, chart, top, studio), list[Diagnostic]()
    for drawn_by in (kind, *_other_forms(kind, studio.charts)):
        for choice in chooser.choices(drawn_by):
            found = chooser.tried(drawn_by, choice)
            if isinstance(found, Contents):
                return found
            failed.append(found)
    return failed[-1]


def _other_forms(kind: KindLayout, charts: ChartBook) -> tuple[KindLayout, ...]:
    """Rows of bars show the parts of a whole too, whose labels have room above them."""
    return (charts.kind(BARS.word),) if kind.kind.is_whole else ()


@frozen
class _Choice:
    """What to try. least: the height that the exhibit has to have."""

    chart: Chart
    annotations: tuple[Annotation, ...]
    form: NoteForm
    least: Pt


def _with_remedy(fault: Diagnostic, source: Sequence[Line]) -> Diagnostic:
    """A chart without room; where it can do no more itself, with what else takes the room that is missing."""
    remedy = f"shorten the `label`, `base` or `population` in its source note, which takes {len(source)} lines"
    return replace(fault, hint=fault.hint or (remedy if len(source) > 1 else None))


_Try = tuple[Pt, tuple[Chart, Chart], tuple[NoteForm, ...], tuple[Annotation, ...]]
"""The least height, the chart with annotations and without, forms of the source note, annotations."""


class _Chooser:
    """Tries what one picture may show."""

    def __init__(self, section: FindingSection, chart: Chart, top: Pt, studio: Studio) -> None:
        self.section, self.chart, self.top, self.studio = section, chart, top, studio
        self._broken: dict[str, tuple[Line, ...]] = {}

    def choices(self, kind: KindLayout) -> Iterator[_Choice]:
        """Best first; where no source note is short enough, the shortest is as long as it has to be."""
        page, setting = self.studio.format, self.studio.setting
        annotations, forms = self.section.picture.annotations, self.section.picture.note.forms
        some = [annotations[:count] for count in range(len(annotations), -1, -1)]
        bare_chart = self._of_headline(self.chart)
        charts = tuple(zip(self._charts(kind, self.chart), self._charts(kind, bare_chart), strict=True))
        of_source = [forms[:WITH_QUESTION], forms[WITH_QUESTION:]]
        tries: Iterable[_Try] = product((0.0,), charts, of_source, some)
        if kind.kind.is_over_time:
            wanted = kind.natural_height(charts[0][0], page.measure, setting)
            of_source[-1], shortest = forms[WITH_QUESTION:-1], forms[-1:]
            liked = product((wanted,), charts, of_source, some)
            lower = [product((least,), charts, (*of_source, shortest), [()]) for least in (ENOUGH * wanted, 0.0)]
            tries = chain(liked, *lower)
        for least, (annotated, bare), among, shown in tries:
            chart = annotated if shown else bare
            if self._left_out(chart) & {name for note in shown for name in note.at}:
                continue
            for form in among:
                if form is forms[-1] or form.may_grow or len(self._source(form, chart)) <= page.most_source:
                    yield _Choice(chart, shown, form, least)

    def tried(self, kind: KindLayout, choice: _Choice) -> Contents | Diagnostic:
        """The contents if they have room, else why not; what signs in the chart mean takes its room in the note."""
        found = self._set(kind, choice)
        if isinstance(found, Diagnostic):
            return found
        signs = signs_in(
            [found.drawing],
            self.studio.setting.language,
            [self.section.picture.title.text],
            of=self.section.source,
        )
        return self._set(kind, choice, signs) if signs else found

    def _set(self, kind: KindLayout, choice: _Choice, signs: tuple[Prose, ...] = ()) -> Contents | Diagnostic:
        page, studio, chart = self.studio.format, self.studio, choice.chart
        notes = tuple(Words(each, self._words(each)) for each in choice.annotations)
        source = self._source(choice.form, chart, signs)
        height = studio.height(len(source), page.source)
        logo = studio.standing_logo(height)
        foot = max(height, logo.extent.height if logo else 0.0)
        bottom = page.lowest - foot - page.source_gap - self._height(notes)
        box = Box(page.grid.left, self.top, page.measure, bottom - self.top)
        if box.height < choice.least - NOISE:
            message = f"the chart likes {choice.least:.0f} pt of height, {box.height:.0f} pt are there"
            return _with_remedy(Diagnostic("chart-does-not-fit", message, chart.location), source)
        requests = [NoteRequest(each.at, location=each.location) for each in choice.annotations]
        # A picture stands by itself: what else is over waves in the briefing sets it no scale.
        alone = replace(chart, further=0, ceiling=0.0, is_supported=True)
        drawn = kind.lay_out(alone, box, studio.setting, requests)
        if isinstance(drawn, Diagnostic):
            return _with_remedy(drawn, source)
        return Contents(chart, drawn, notes, source, logo)

    def _of_headline(self, chart: Chart) -> Chart:
        """The chart without its annotations: rows that these alone speak of give way to larger ones."""
        named = {name for note in self.section.picture.annotations for name in note.at}
        named -= {name for cell in self.section.headline.text.cells for name in (cell.question, cell.answer)}
        rows = (replace(row, is_spoken=row.is_spoken and row.id not in named) for row in chart.rows)
        return replace(chart, rows=tuple(rows))

    def _charts(self, kind: KindLayout, chart: Chart) -> Iterator[Chart]:
        """The chart with as many rows as the format shows, then with fewer; rows in an order of their own with all."""
        studio = self.studio
        count = len(chart.rows)
        most = min(count, max(1, kind.capacity(chart, studio.format.height, studio.setting)))
        least = count if kind.kind.is_whole else min(count, kind.kind.rows.least)
        if chart.keeps_order:
            yield chart
            steps = studio.charts.steps_of(chart)
            chart, most = steps if len(steps.rows) >= least else chart, count
        yield from (studio.charts.largest(chart, rows) for rows in range(max(most, least), least - 1, -1))

    def _left_out(self, chart: Chart) -> set[str]:
        """The rows that a chart leaves out; annotations of them have no mark to be tied to."""
        return {row.id for row in self.chart.rows} - {row.id for row in chart.rows}

    def _source(self, form: NoteForm, chart: Chart, signs: tuple[Prose, ...] = ()) -> tuple[Line, ...]:
        """The note; behind what was asked stands how many answers are left out, and what signs mean."""
        further = further_words(self.section, chart, self.studio.setting)
        topic = said_of(form.topic, self.section, chart, self.studio.setting.language)
        parts = (*topic, *([further] if further else []), *unexplained(form, signs), *form.base)
        page, style = self.studio.format, self.studio.regular(self.studio.format.source)
        key = joined(parts, BETWEEN).text
        if key not in self._broken:
            for width in self.studio.source_widths:
                place = Place("source note", width, (page.source,), breaking=Breaking.HYPHENATED)
                text = parted(parts, BETWEEN, style, place, self.studio.typesetter)
                self._broken[key] = self.studio.typesetter.broken(text, style, place)
                if self.studio.clears_logo(self._broken[key]):
                    break
        return self._broken[key]

    def _words(self, note: Annotation) -> tuple[Line, ...]:
        """Lead-in and text as one, beside their key."""
        page, keys = self.studio.format, self.studio.setting.measures.keys
        style = self.studio.regular(page.note)
        strong = style.bold().colored(self.studio.setting.ground.text)
        width = page.measure - 2 * keys.radius - 2 * keys.gap
        place = Place("annotation", width, (page.note,))
        return self.studio.typesetter.broken(explanation(note), style, place, strong=strong)

    def _height(self, notes: Sequence[Words]) -> Pt:
        """What annotations take below the exhibit."""
        if not notes:
            return 0.0
        page = self.studio.format
        lines = sum(len(note.lines) for note in notes)
        return page.notes_gap + self.studio.height(lines, page.note) + (len(notes) - 1) * page.notes_apart
