"""Ties the words of annotations to their marks: brackets, leaders, and the boxes where the words stand.

    ▇▇▇▇▇ 77 %       |   ┐
                     |   | Mehr als sieben von zehn        a bracket over rows that follow each other
    ▇▇▇▇ 72 %        |   ┘ nennen diese Ziele
    ▇▇▇ 57 % --------|---│ Dialog                          a leader from one value to the hairline along its words
    ▇▇ 51 % ---------|-┐ │ als Ziel
                     | └-│ Bewerber                        words that had to move: the leader bends

The words themselves are native text of the slide. They stand at the height of what they explain; where they would
collide they move down, keeping 12 pt, and up again where the place ends.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from report.charts.marks.text import CAP_HEIGHT
from report.charts.model import NoteRequest
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Stroke
from report.formats.grid import TypeSize
from report.formats.signs import NoteMeasures
from report.frozen import frozen
from report.units import Box, Color, Pt

BELOW_BASELINE = 0.206
"""From a baseline down to the end of its line, as a share of the size, as LibreOffice sets an exact pitch."""


def first_baseline(text: TypeSize) -> Pt:
    """From the top of the words to their first baseline."""
    return text.pitch - BELOW_BASELINE * text.size


@frozen
class Target:
    """A mark that can be pointed at: its upper and lower end, and the x where its value ends."""

    top: Pt
    bottom: Pt
    right: Pt

    @property
    def centre(self) -> Pt:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@frozen
class Notes:
    """The boxes of the words in the order asked for, and the marks that tie them."""

    boxes: tuple[Box, ...]
    marks: tuple[Mark, ...]


@frozen
class NotePlace:
    """Where annotations may stand: x of the words, the right end of the box, the lowest end of words; line style.

    top: the height that no words stand above.
    """

    left: Pt
    right: Pt
    bottom: Pt
    color: Color
    hairline: Pt
    measures: NoteMeasures
    top: Pt = 0.0


def tie_notes(requests: Sequence[NoteRequest], targets: Mapping[str, Target], place: NotePlace) -> Notes | Diagnostic:
    """The annotations beside their marks; `targets` are the marks shown, by answer, from top to bottom."""
    for number, request in enumerate(requests, 1):
        if refused := unplaceable(request, number, targets, place.right - place.left):
            return refused
    pointed = [_Pointed.at(request, targets, place.measures.text) for request in requests]
    order = sorted(range(len(pointed)), key=lambda index: (pointed[index].first.top, index))
    wanted, heights = [pointed[index].wanted for index in order], [requests[index].height for index in order]
    tops = stacked(wanted, heights, place.bottom, apart=place.measures.apart, top=place.top)
    if tops is None:
        return no_room(requests[order[-1]], order[-1] + 1, "the annotations together are higher than the exhibit")
    top_by = dict(zip(order, tops, strict=True))
    boxes = tuple(
        Box(place.left, top_by[index], request.width, request.height) for index, request in enumerate(requests)
    )
    return Notes(boxes, _connectors([(pointed[index], boxes[index]) for index in order], place))


def tie_from_below(
    pointed: Sequence[Sequence[Pt]], boxes: Sequence[Box], lanes: Sequence[Pt], place: NotePlace
) -> tuple[Mark, ...]:
    """Lines from under the marks, at the x of their middles, to the words beside them, a lane for each annotation.

        ▇▇▇     ▇▇▇       ┌│ Words of the first
        2014    2016      ││
         └───────┴────────┘│ Words of the second
                 └─────────┘

    The uppermost lane belongs to the uppermost words and rises furthest left, so that no line crosses another.
    """
    ties = _Ties(place)
    for number, (marks, box, lane) in enumerate(zip(pointed, boxes, lanes, strict=True)):
        ties.lead_from_below(marks, box, lane, outward=len(boxes) - 1 - number)
    return tuple(ties.marks)


def stacked(wanted: Sequence[Pt], heights: Sequence[Pt], bottom: Pt, *, apart: Pt, top: Pt = 0.0) -> list[Pt] | None:
    """Tops of boxes in this order, near where they want to be and `apart` from each other, from `top` to `bottom`.

    None if they have no room.
    """
    if top + sum(heights) + apart * (len(heights) - 1) > bottom:
        return None
    tops: list[Pt] = []
    free = top
    for each, height in zip(wanted, heights, strict=True):
        tops.append(max(each, free))
        free = tops[-1] + height + apart
    limit = bottom
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index] - apart
    return tops


def no_room(request: NoteRequest, number: int, why: str) -> Diagnostic:
    """The error of an annotation that cannot be placed, named by its number in the exhibit."""
    return Diagnostic(
        "no-room-for-annotation",
        f"annotation {number} ({', '.join(request.at)}) has no room: {why}",
        request.location,
        hint="shorten the words, or move them into the finding's `text`",
    )


def unplaceable(request: NoteRequest, number: int, shown: Collection[str], measure: Pt) -> Diagnostic | None:
    """The error of an annotation that explains what is not shown, or is wider than its column; None if it is fine."""
    hidden = [name for name in request.at if name not in shown]
    if hidden:
        return no_room(request, number, f'"{hidden[0]}" is not shown in the chart')
    if request.width > measure:
        return no_room(request, number, f"it is {request.width:.0f} pt wide, {measure:.0f} pt are there")
    return None


@frozen
class _Pointed:
    """What an annotation explains. is_run: the marks follow each other; wanted: the top its words would like."""

    marks: tuple[Target, ...]
    is_run: bool
    wanted: Pt

    @classmethod
    def at(cls, request: NoteRequest, targets: Mapping[str, Target], text: TypeSize) -> _Pointed:
        names = list(targets)
        places = sorted(names.index(name) for name in dict.fromkeys(request.at))
        marks = tuple(targets[names[place]] for place in places)
        middle = (marks[0].top + marks[-1].bottom) / 2
        wanted = middle - _first_centre(text) if len(marks) == 1 else middle - request.height / 2
        return cls(marks, places[-1] - places[0] == len(places) - 1, wanted)

    @property
    def first(self) -> Target:
        return self.marks[0]

    @property
    def upright(self) -> tuple[Pt, Pt]:
        """The ends of the bracket: around a run, from middle to middle of marks that stand apart."""
        if self.is_run:
            return self.marks[0].top, self.marks[-1].bottom
        return self.marks[0].centre, self.marks[-1].centre


def _first_centre(text: TypeSize) -> Pt:
    """From the top of the words to the middle of their first line."""
    return first_baseline(text) - CAP_HEIGHT * text.size / 2


def _connectors(notes: Sequence[tuple[_Pointed, Box]], place: NotePlace) -> tuple[Mark, ...]:
    """Brackets and leaders, from top to bottom; one that cannot stand on the hairline takes the next lane left."""
    ties = _Ties(place)
    for pointed, box in notes:
        if len(pointed.marks) == 1:
            ties.lead(pointed.first, box)
        else:
            ties.bracket(pointed, box)
    return tuple(ties.marks)


class _Ties:
    """Draws upright lines so that no two of them run into each other."""

    def __init__(self, place: NotePlace) -> None:
        self.marks: list[Mark] = []
        self._place = place
        self._measures = place.measures
        self._hairline = place.left - place.measures.words_gap
        self._taken: list[tuple[Pt, Pt]] = []
        self._lanes = 0

    def lead(self, target: Target, box: Box) -> None:
        """A leader from a value to the upright line along the words; bent where the words stand elsewhere."""
        text = self._measures.text
        start, last_baseline = (
            target.right + self._measures.leader_gap,
            box.bottom - (text.pitch - first_baseline(text)),
        )
        if box.top <= target.centre <= last_baseline and self._is_free(box.top, last_baseline):
            self._across(MarkRole.LEADER, start, self._hairline, target.centre)
        else:
            lane, end = self._next_lane(), box.top + _first_centre(self._measures.text)
            self._across(MarkRole.LEADER, min(start, lane - self._measures.tick), lane, target.centre)
            self._upright(MarkRole.LEADER, lane, *sorted((target.centre, end)))
            self._across(MarkRole.LEADER, lane, self._hairline, end)
        self._upright(MarkRole.LEADER, self._hairline, box.top, last_baseline)
        self._taken.append((box.top, last_baseline))

    def bracket(self, pointed: _Pointed, box: Box) -> None:
        """A bracket beside the words; further left and led to them where they stand elsewhere."""
        top, bottom = pointed.upright
        is_beside = box.top < bottom and box.bottom > top and self._is_free(top, bottom)
        x = self._hairline if is_beside else self._next_lane()
        self._upright(MarkRole.BRACKET, x, top, bottom)
        ticks = (top, bottom) if pointed.is_run else tuple(mark.centre for mark in pointed.marks)
        for y in ticks:
            self._across(MarkRole.BRACKET, x - self._measures.tick, x, y)
        if is_beside:
            self._taken.append((top, bottom))
            return
        end = box.top + _first_centre(self._measures.text)
        if not top <= end <= bottom:
            self._upright(MarkRole.LEADER, x, *((bottom, end) if end > bottom else (end, top)))
        self._across(MarkRole.LEADER, x, self._hairline, end)

    def lead_from_below(self, marks: Sequence[Pt], box: Box, lane: Pt, *, outward: int) -> None:
        """A line under the marks with a tick up to each, risen to the words `outward` lanes left of the hairline."""
        x, first_line = self._hairline - outward * self._measures.lane, box.top + _first_centre(self._measures.text)
        last_baseline = box.bottom - (self._measures.text.pitch - first_baseline(self._measures.text))
        if len(marks) > 1:
            self._across(MarkRole.BRACKET, marks[0], marks[-1], lane)
        for mark in marks:
            self._upright(
                MarkRole.BRACKET if len(marks) > 1 else MarkRole.LEADER, mark, lane - self._measures.tick, lane
            )
        self._across(MarkRole.LEADER, marks[-1], x, lane)
        if outward:
            self._upright(MarkRole.LEADER, x, first_line, lane)
            self._across(MarkRole.LEADER, x, self._hairline, first_line)
        self._upright(MarkRole.LEADER, self._hairline, box.top, last_baseline if outward else max(lane, last_baseline))

    def _is_free(self, top: Pt, bottom: Pt) -> bool:
        return all(bottom < taken_top or top > taken_bottom for taken_top, taken_bottom in self._taken)

    def _next_lane(self) -> Pt:
        self._lanes += 1
        return self._hairline - self._measures.lane * self._lanes

    def _across(self, role: MarkRole, left: Pt, right: Pt, y: Pt) -> None:
        self.marks.append(Stroke(role, left, y, right, y, self._place.color, self._place.hairline))

    def _upright(self, role: MarkRole, x: Pt, top: Pt, bottom: Pt) -> None:
        self.marks.append(Stroke(role, x, top, x, bottom, self._place.color, self._place.hairline))
