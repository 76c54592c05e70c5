"""The names of answers over the first bar: left on their parts, moved apart where they would meet, then led to them.

None stands over the part of another answer alone: it would be read as the name of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.charts.marks.spreading import spread
from report.charts.marks.text import ASCENT, DESCENT, balanced_lines, label_style, line_marks, widest
from report.charts.model import Chart, ChartColumn, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Stroke
from report.formats.across import HeadMeasures
from report.frozen import frozen
from report.text.model import Line, Style
from report.units import NOISE, Pt

MEASURES = (0.5, 0.6, 0.7, 0.85)
"""Widths at which a name is broken, as shares of its width on one line."""


@frozen
class NamedPart:
    """An answer and where its part of the first bar begins and ends."""

    column: ChartColumn
    left: Pt
    right: Pt


@frozen
class Heads:
    """Sets names in the room from `left` to `right`; top: of the bar, from the line that the exhibit hangs from."""

    measures: HeadMeasures
    left: Pt
    right: Pt
    top: Pt
    setting: Setting

    @property
    def line(self) -> Pt:
        """The baseline of the last lines."""
        return self.top - self.measures.height + self.measures.line

    def marks(self, parts: Sequence[NamedPart], chart: Chart) -> list[Mark] | Diagnostic:
        """The names and their leaders, or why they have no room."""
        for lines in self._ways(parts):
            widths = [widest(each) for each in lines]
            lefts = spread(
                [part.left for part in parts], widths, apart=self.measures.apart, left=self.left, right=self.right
            )
            if lefts is None:
                continue
            ends = [x + width for x, width in zip(lefts, widths, strict=True)]
            if not any(_misleads(place, *extent, parts) for place, extent in enumerate(zip(lefts, ends, strict=True))):
                placed = zip(parts, lines, lefts, strict=True)
                return [mark for part, each, x in placed for mark in self._name(part, each, x)]
        return self._refusal(parts, chart)

    def _style(self) -> Style:
        return label_style(self.measures.name.size, self.setting.ground.text, is_bold=False)

    def _ways(self, parts: Sequence[NamedPart]) -> Iterator[list[tuple[Line, ...]]]:
        """One line where that keeps to the part, else two; those that give most room first; then the short labels."""
        for texts in ([part.column.label for part in parts], [part.column.narrow_label for part in parts]):
            wide = [self._lines(text, part.right - part.left) for text, part in zip(texts, parts, strict=True)]
            least = [self._lines(text, 0.0) for text in texts]
            gains = [widest(one) - widest(other) for one, other in zip(wide, least, strict=True)]
            order = sorted(range(len(parts)), key=lambda place: -gains[place])
            for count in range(len(parts) + 1):
                narrowed = order[:count]
                yield [least[place] if place in narrowed else wide[place] for place in range(len(parts))]

    def _lines(self, text: str, width: Pt) -> tuple[Line, ...]:
        """A name in a width, or in the least one at which it takes no more lines than there are."""
        style, fonts, language = self._style(), self.setting.fonts, self.setting.language
        whole = fonts.width(text, style)
        if whole <= width:
            return balanced_lines(text, style, whole + NOISE, fonts, language)
        for share in MEASURES:
            lines = balanced_lines(text, style, share * whole, fonts, language)
            is_whole = not any(line.is_divided for line in lines)
            if is_whole and len(lines) <= self.measures.most_lines and widest(lines) <= share * whole + NOISE:
                return lines
        return balanced_lines(text, style, whole + NOISE, fonts, language)

    def _name(self, part: NamedPart, lines: Sequence[Line], x: Pt) -> Iterator[Mark]:
        pitch, fonts = self.measures.name.pitch, self.setting.fonts
        first = self.line - (len(lines) - 1) * pitch
        yield from line_marks(MarkRole.LABEL, lines, pitch, x=x, baseline=first, fonts=fonts)
        if part.left - NOISE <= x < part.right or part.right - part.left < NOISE:
            return
        yield from self._leader(x, x + widest(lines), (part.left + part.right) / 2)

    def _leader(self, left: Pt, right: Pt, to: Pt) -> Iterator[Mark]:
        """Upright where the part lies under its name, else bent."""
        inset, tick = self.measures.inset, self.measures.tick
        start = min(max(to, left + inset), right - inset)
        top = self.line + DESCENT * self.measures.name.size + tick / 2
        points = [(start, top), (start, top + tick), (to, self.top - tick), (to, self.top)]
        if abs(start - to) < NOISE:
            points = [points[0], points[-1]]
        color, width = self.setting.ground.leader, self.setting.measures.hairline
        for (x1, y1), (x2, y2) in pairwise(points):
            yield Stroke(MarkRole.LEADER, x1, y1, x2, y2, color, width)

    def _refusal(self, parts: Sequence[NamedPart], chart: Chart) -> Diagnostic:
        broken = [self._lines(part.column.narrow_label, 0.0) for part in parts]
        needed = sum(map(widest, broken)) + self.measures.apart * (len(parts) - 1)
        lines = [max(each, key=lambda line: line.width) for each in broken]
        named = [
            f'"{line.text}" of {part.column.name} takes {line.width:.0f} pt'
            for part, line in sorted(zip(parts, lines, strict=True), key=lambda named: -named[1].width)
        ]
        return Diagnostic(
            "label-too-long",
            "the labels of the answers have no place side by side over the bars",
            chart.location,
            notes=(
                f"together they are {needed:.0f} pt wide, {self.right - self.left:.0f} pt are there",
                f"each is as wide as its widest line: {', '.join(named)}",
            ),
            hint="give answers a `short:` label with a narrower widest line; it stands where whole ones have no place",
        )


def _misleads(place: int, left: Pt, right: Pt, parts: Sequence[NamedPart]) -> bool:
    """Whether the name of the part at that place would stand over others, and not over its own."""
    under = [left < part.right - NOISE and part.left + NOISE < right and part.left < part.right for part in parts]
    return any(under) and not under[place]


def rise(measures: HeadMeasures, setting: Setting) -> Pt:
    """How much further than other letters those of the first lines stand out above an exhibit."""
    first = measures.line - (measures.most_lines - 1) * measures.name.pitch
    return max(0.0, ASCENT * measures.name.size - first - setting.measures.overhang)


def net_head(
    texts: Sequence[str],
    x: Pt,
    width: Pt,
    line: Pt,
    measures: HeadMeasures,
    setting: Setting,
    *,
    is_right: bool = False,
) -> tuple[Mark, ...]:
    """The first of the texts that fits a width on the lines there are, its last line on `line`; bold, or grey right."""
    color = setting.ground.soft_text if is_right else setting.ground.text
    style, fonts = label_style(measures.name.size, color, is_bold=not is_right), setting.fonts
    for number, text in enumerate(texts):
        lines = balanced_lines(text, style, width, fonts, setting.language)
        is_last = number == len(texts) - 1
        is_whole = is_last or not any(each.is_divided for each in lines)
        if len(lines) <= measures.most_lines and widest(lines) <= width + NOISE and is_whole:
            first = line - (len(lines) - 1) * measures.name.pitch
            pitch, flush = measures.name.pitch, float(is_right)
            return line_marks(MarkRole.LABEL, lines, pitch, x=x, baseline=first, fonts=fonts, flush=flush)
    return ()
