"""The lines below a table: what its tints, asterisks and dashes mean, what a break changed, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.terms import ASTERISK
from report.charts.kinds.table.cells import NO_FIGURE
from report.charts.kinds.table.heat import LIMITS, all_tints, has_heat
from report.charts.marks.colors import filled
from report.charts.marks.text import CAP_HEIGHT, balanced_lines, label_style, line_marks
from report.charts.model import Chart, ChartBreak, ChartValue, Setting
from report.drawing.model import Mark, MarkRole, Rect
from report.frozen import frozen
from report.language.lists import join
from report.tables.model import CellState
from report.text.model import Line
from report.theme.model import Fill, HeatColors
from report.units import Box, Pt

BREAK_SIGN = "//"
BETWEEN_NOTES = " · "
BETWEEN: Pt = 1.5
"""Two tints that are explained."""


@frozen
class TableNotes:
    """Lines one below the other; tints: those of cells, which stand behind the last of the first `explained` lines."""

    lines: tuple[Line, ...]
    tints: tuple[Fill, ...]
    explained: int
    setting: Setting

    @property
    def height(self) -> Pt:
        """From the last row down to the last baseline."""
        measures = self.setting.measures.table
        if not self.lines:
            return 0.0
        return measures.note_gap + CAP_HEIGHT * measures.note.size + (len(self.lines) - 1) * measures.note.pitch

    @property
    def right(self) -> Pt:
        """Where the tints end."""
        return max((mark.box.right for mark in self.marks(0.0) if isinstance(mark, Rect)), default=0.0)

    def marks(self, top: Pt) -> Iterator[Mark]:
        """The lines below a height."""
        measures, fonts = self.setting.measures.table, self.setting.fonts
        first = top + measures.note_gap + CAP_HEIGHT * measures.note.size
        yield from line_marks(MarkRole.NOTE, self.lines, measures.note.pitch, x=0.0, baseline=first, fonts=fonts)
        if self.tints:
            middle = first + (self.explained - 1) * measures.note.pitch - CAP_HEIGHT * measures.note.size / 2
            yield from _swatches(self.tints, self.lines[self.explained - 1].width, middle, self.setting)


def notes_of(chart: Chart, width: Pt, setting: Setting) -> TableNotes:
    """The lines below a table of columns in a place of that width."""
    heat = setting.ground.several.heat
    shown = heat if heat and has_heat(chart, heat) else None
    tints = all_tints(shown, setting.ground.ground) if shown else ()
    told = [_explained(shown, setting)] if shown else []
    said = BETWEEN_NOTES.join([*_left_out(chart, setting), *_signs(chart, setting), *told])
    room = width - _swatches_width(setting) if tints else width
    first = _broken([said] if said else [], room, setting)
    breaks = _broken([*_breaks(chart.breaks, setting)], width, setting)
    return TableNotes((*first, *breaks), tints, len(first), setting)


def notes_of_places(chart: Chart, width: Pt, setting: Setting) -> TableNotes:
    """The lines below answers in order of their shares."""
    values = [value for row in chart.rows for value in (*row.values, row.reference)]
    dashes = [not_asked] if (not_asked := _not_asked(values, setting)) else []
    has_other_labels = any(row.earlier for row in chart.rows)
    breaks = [*_breaks(chart.reference_breaks, setting, has_other_labels=has_other_labels)]
    has_bars = bool(setting.measures.table.tracks)
    tick = [setting.language.words.tick.format(name=chart.reference.text)] if chart.reference and has_bars else []
    said = BETWEEN_NOTES.join([*tick, *_left_out(chart, setting), *dashes])
    first = said[:1].upper() + said[1:]
    texts = [*([first] if first else []), *breaks]
    return TableNotes(_broken(texts, width, setting), (), 0, setting)


def _swatches(tints: Sequence[Fill], left: Pt, middle: Pt, setting: Setting) -> Iterator[Rect]:
    """The tints from the furthest below to the furthest above, a gap between both sides."""
    (width, height), gap = setting.measures.table.swatch, setting.measures.table.note.size
    for place, fill in enumerate(tints):
        x = left + gap + place * (width + BETWEEN) + (gap if place >= len(LIMITS) else 0.0)
        yield filled(MarkRole.SWATCH, Box(x, middle - height / 2, width, height), fill, setting.measures.hairline)


def _swatches_width(setting: Setting) -> Pt:
    measures = setting.measures.table
    return 2 * measures.note.size + 2 * len(LIMITS) * (measures.swatch[0] + BETWEEN)


def _explained(colors: HeatColors, setting: Setting) -> str:
    """What the tints stand for."""
    words = setting.language.words
    said = words.tints_and_frames if colors.frames_below else words.tints
    return said.format(limits=join([str(limit) for limit in LIMITS], setting.language))


def _left_out(chart: Chart, setting: Setting) -> Iterator[str]:
    if chart.further:
        shown, every = len(chart.rows), len(chart.rows) + chart.further
        yield setting.language.words.answers_shown.format(shown=shown, all=every)


def _signs(chart: Chart, setting: Setting) -> Iterator[str]:
    words, marked = setting.language.words, [column for column in chart.columns if column.few is not None]
    if marked:
        is_effective = any(column.is_effective for column in marked)
        pattern = words.small_effective_base if is_effective else words.small_base
        yield f"{ASTERISK} {pattern.format(least=marked[0].few)}"
    if not_asked := _not_asked([value for row in chart.rows for value in row.values], setting):
        yield not_asked


def _not_asked(values: Sequence[ChartValue | None], setting: Setting) -> str | None:
    """What a dash stands for, where there is one."""
    states = {value.cell.state for value in values if value is not None}
    return f"{NO_FIGURE} {setting.language.words.not_asked}" if CellState.NOT_ASKED in states else None


def _breaks(breaks: Sequence[ChartBreak], setting: Setting, *, has_other_labels: bool = False) -> Iterator[str]:
    """What breaks changed in the question, else that answers changed; how these read stands in the source note."""
    for found in breaks:
        if found.answer is None:
            yield f"{BREAK_SIGN} {found.head}" + (f": {found.reason}" if found.reason else "")
    if all(found.answer for found in breaks) and (breaks or has_other_labels):
        yield f"{BREAK_SIGN} {setting.language.words.answer_changed}"


def _broken(texts: Sequence[str], width: Pt, setting: Setting) -> tuple[Line, ...]:
    style = label_style(setting.measures.table.note.size, setting.ground.soft_text, is_bold=False)
    return tuple(line for text in texts for line in balanced_lines(text, style, width, setting.fonts, setting.language))
