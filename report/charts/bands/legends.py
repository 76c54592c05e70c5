"""The names of answers behind small squares in their colours: where no names have room over the parts themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.bands.placing import left_out
from report.charts.marks.colors import Paint
from report.charts.marks.text import balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.model import Chart, ChartColumn, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Rect
from report.formats.across import HeadMeasures
from report.frozen import frozen
from report.text.model import Line
from report.units import Box, Pt

SIDE_SHARE = 0.72
"""Side of a square, as a share of the size of its name."""
MOST_LINES = 3
"""Up to which names stand in whole."""

SQUARES_APART: Pt = 2.0

Paints = tuple[Paint, ...]
"""Those of the squares before a name: one for rows that do not stand out, one for those that do."""

Lines = tuple[tuple[tuple[Line, Line | None, Paints, Pt], ...], ...]
"""Of every line its words, each with the line of the same name before it, or the squares before it, if it begins a
name, and where the words stand.
"""


@frozen
class Legend:
    """Names in lines; a name too wide for a line has its lines to itself.

    end: where the last one ends, with what is clear behind it. closing: how many of the rows are shown, below the names
    in grey. own_lines: those left free for what else stands over the rows.
    """

    lines: Lines
    measures: HeadMeasures
    end: Pt
    closing: str = ""
    own_lines: int = 0

    @property
    def height(self) -> Pt:
        """From the top of the first line down to the bar."""
        lines = len(self.lines) + bool(self.closing) + self.own_lines
        return lines * self.measures.name.pitch + self.measures.height - self.measures.line

    def shared(self, needed: Pt, width: Pt) -> Legend:
        """The same with a line less left free, if the last one of names has so much room at its right end."""
        return replace(self, own_lines=self.own_lines - 1) if self.own_lines and self.end + needed <= width else self

    def own_line(self, top: Pt) -> Pt:
        """The baseline of the last of the lines left free."""
        lines = len(self.lines) + bool(self.closing) + self.own_lines
        return top + (lines - 1) * self.measures.name.pitch + self.measures.name.size

    def marks(self, top: Pt, setting: Setting) -> list[Mark]:
        """The squares and names, the first line below `top`."""
        size, pitch, marks = self.measures.name.size, self.measures.name.pitch, list[Mark]()
        side, fonts = SIDE_SHARE * size, setting.fonts
        for number, line in enumerate(self.lines):
            baseline = top + number * pitch + size
            for words, after, paints, x in line:
                first = x - _indent(len(paints), self.measures)
                for place, paint in enumerate(paints):
                    box = Box(first + place * (side + SQUARES_APART), baseline - side, side, side)
                    marks.append(Rect(MarkRole.SWATCH, box, paint.fill, paint.edge))
                marks += line_marks(MarkRole.LABEL, (words,), pitch, x=x, baseline=baseline, fonts=fonts, after=after)
        if self.closing:
            soft = label_style(size, setting.ground.soft_text, is_bold=False)
            baseline = top + len(self.lines) * pitch + size
            marks.append(text_mark(MarkRole.NOTE, self.closing, soft, x=0.0, baseline=baseline, fonts=fonts))
        return marks


def legend_of(
    names: Sequence[tuple[ChartColumn, Paints]],
    width: Pt,
    chart: Chart,
    measures: HeadMeasures,
    setting: Setting,
    *,
    own_lines: int,
) -> Legend | Diagnostic:
    """The names in as many lines as they need, in their order; the short ones where the whole ones need many."""
    closing = " ".join(left_out(chart, setting.language.words))
    whole, short = (_in_lines(names, width, measures, setting, is_short=is_short) for is_short in (False, True))
    if isinstance(whole, ChartColumn) and isinstance(short, ChartColumn):
        return _too_wide(short, chart)
    found = [each for each in (whole, short) if not isinstance(each, ChartColumn)]
    lines, end = found[0] if len(found[0][0]) <= MOST_LINES else min(found, key=lambda each: len(each[0]))
    return Legend(lines, measures, end, closing, own_lines)


def _in_lines(
    names: Sequence[tuple[ChartColumn, Paints]],
    width: Pt,
    measures: HeadMeasures,
    setting: Setting,
    *,
    is_short: bool,
) -> tuple[Lines, Pt] | ChartColumn:
    """The names in lines and where the last one ends, or the one that is too wide; a short form where one stands in.

    is_short: all in their short forms, not only those that are too wide.
    """
    style = label_style(measures.name.size, setting.ground.text, is_bold=False)
    lines, x = list[list[tuple[Line, Line | None, Paints, Pt]]]([[]]), 0.0
    for column, paints in names:
        indent = _indent(len(paints), measures)
        label = column.narrow_label if is_short else column.label
        broken = balanced_lines(label, style, width - indent, setting.fonts, setting.language)
        if widest(broken) > width - indent:
            broken = balanced_lines(column.narrow_label, style, width - indent, setting.fonts, setting.language)
        if widest(broken) > width - indent:
            return column
        for number, line in enumerate(broken):
            if number or (lines[-1] and x + indent + line.width > width):
                lines.append([])
                x = 0.0
            begins = (None, paints) if number == 0 else (broken[number - 1], ())
            lines[-1].append((line, *begins, x + indent))
            x += indent + line.width + 2 * measures.apart
    return tuple(tuple(line) for line in lines), x


def _indent(squares: int, measures: HeadMeasures) -> Pt:
    return (squares * SIDE_SHARE + 0.35) * measures.name.size + (squares - 1) * SQUARES_APART


def _too_wide(column: ChartColumn, chart: Chart) -> Diagnostic:
    message = f'the label of answer "{column.name}" has no place above the bars'
    hint = "a shorter `short:` label on the answer is used where the whole one has no place"
    return Diagnostic("label-too-long", message, chart.location, hint=hint)
