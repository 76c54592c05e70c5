"""Rows of bars at one distance, and their names, which the axis of a native chart bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.charts.model import ChartRow
from report.deck.native.drawn import Drawn, are_alike
from report.drawing.model import MarkRole, TextMark
from report.frozen import frozen
from report.text.model import Face, Style
from report.units import Box, Pt

UNEVEN = "its rows stand at different distances"
TOO_FEW = "too little of it was published"
ALONE = 2.0
"""The pitch of a single row, against the thickness of its bar."""


@frozen
class Rows:
    """Rows `pitch` apart, each with a bar, or a cluster of them, of one thickness; the first begins at `top`."""

    top: Pt
    pitch: Pt
    thickness: Pt
    count: int

    @property
    def gap(self) -> float:
        """What is free between two of them, against the thickness."""
        return self.pitch / self.thickness - 1.0

    def plot(self, left: Pt, width: Pt) -> Box:
        """Their place from left to right, with half of what is free between two above the first and below the last."""
        return Box(left, self.top - (self.pitch - self.thickness) / 2, width, self.count * self.pitch)

    def middle(self, number: int) -> Pt:
        """Half-way down a row."""
        return self.top + number * self.pitch + self.thickness / 2

    def holding(self, y: Pt) -> int:
        """The number of the row at a height; one that there is not for other heights."""
        return int((y - self.top + (self.pitch - self.thickness) / 2) // self.pitch)


def rows_of(places: Mapping[int, Box], count: int) -> Rows | str:
    """The rows, where the places of some are known; or why they are none that PowerPoint can lay out."""
    if not places:
        return TOO_FEW
    (first, upper), (last, lower) = min(places.items()), max(places.items())
    if first == last and count > 1:
        return TOO_FEW
    pitch = (lower.top - upper.top) / (last - first) if count > 1 else ALONE * upper.height
    top = upper.top - first * pitch
    off = [box.top - (top + number * pitch) for number, box in places.items()]
    if not are_alike([0.0, *off]) or not are_alike([box.height for box in places.values()]):
        return UNEVEN
    return Rows(top, pitch, upper.height, count)


@frozen
class Names:
    """What the rows are called, and how it is set; no style where their names stand elsewhere than beside them."""

    texts: tuple[str, ...]
    style: Style | None


def names_of(drawn: Drawn, rows: Rows, left: Pt) -> Names:
    """The names of the rows; those left of `left` stand at the axis, with what stands below them, and are taken."""
    beside = dict[int, list[TextMark]]()
    for mark in drawn.texts(MarkRole.LABEL, MarkRole.NOTE):
        if mark.x + mark.width <= left and 0 <= (row := rows.holding(mark.y - mark.size / 3)) < rows.count:
            beside.setdefault(row, []).append(mark)
    drawn.take(mark for marks in beside.values() for mark in marks)
    labels = [mark for marks in beside.values() for mark in marks if mark.role is MarkRole.LABEL]
    texts = tuple(", ".join(_parts(row, beside.get(number, []))) for number, row in enumerate(drawn.chart.rows))
    color = drawn.setting.ground.text
    return Names(texts, Style(Face.REGULAR, labels[0].size, color) if labels else None)


def _parts(row: ChartRow, marks: list[TextMark]) -> Iterator[str]:
    """The label that stands there, the whole one or the short one and the n, or what the row is held against."""
    drawn = _letters("".join(mark.text for mark in marks if mark.role is MarkRole.LABEL))
    yield next((text for text in row.texts if _letters(text) == drawn), row.label)
    yield from (mark.text for mark in marks if mark.role is MarkRole.NOTE)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
