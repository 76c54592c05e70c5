"""Labels above the parts of a 100 % bar: on their part where it is wide enough, else raised on a leader.

                            weiß nicht 4 %|         raised: the value stands with the label
    Eigene Teams       Abteilungs-        |
                       übergreifende      |         on the part, bottoms aligned
    |▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇|▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒|░|

Raised labels stand one above the other, each beside the upper end of its leader or over it, so that no leader
crosses another label.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from report.charts.kinds.parts.segments import Part
from report.charts.marks.assembly import cell_ids
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.text import balanced_lines, block_height, label_style, widest
from report.charts.model import ChartRow, Setting
from report.charts.order import is_marked
from report.diagnostics import Diagnostic
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.text.breaking import break_lines
from report.text.model import Line, Span
from report.units import Pt

MOST_LINES = 2
MOST_FLAG_LINES = 3
FLAG_MEASURES = (1.0, 0.65, 0.45)
"""Measures of a raised label tried in turn, as shares of its width on one line."""


@frozen
class OnPart:
    """A label that stands on its part."""

    part: Part
    lines: tuple[Line, ...]


@frozen
class Raised:
    """A label on a leader, with its value where that has no place in the part, and the x of its left end.

    is_over: the leader ends below the label, not beside it.
    """

    part: Part
    lines: tuple[Line, ...]
    left: Pt
    is_over: bool

    @property
    def right(self) -> Pt:
        """The x of its right end."""
        return self.left + widest(self.lines)


@frozen
class PartRoom:
    """The length of the bar, and the answers whose value stands inside their part (`inside`) or has no place at all.

    The label of a `crowded` part rises to carry its value.
    """

    length: Pt
    inside: tuple[str, ...]
    crowded: tuple[str, ...]


@frozen
class PartLabels:
    """All labels in one size of type; the raised ones from the lowest up."""

    type_size: TypeSize
    on_parts: tuple[OnPart, ...]
    raised: tuple[Raised, ...]

    @property
    def height_on_parts(self) -> Pt:
        """From the top of the highest label on a part to the common baseline of the last lines; 0 without any."""
        lines = [len(label.lines) for label in self.on_parts]
        return block_height(max(lines), self.type_size) if lines else 0.0


def fit_part_labels(parts: Sequence[Part], room: PartRoom, setting: Setting) -> PartLabels | Diagnostic:
    """The labels of the parts of a bar.

    The first size at which only crowded labels have to rise, else the first at which the raised can be arranged; words
    are divided only where nothing else helps.
    """
    sizes = setting.measures.labels
    tried = [_Trial.of(parts, room, size, setting) for size in sizes]
    even = [trial for trial in tried if len(trial.rising) == len(room.crowded)]
    for may_divide in (False, True):
        for trial in (*even, *tried):
            raised = _arranged(trial.rising, room, trial.type_size, setting, may_divide=may_divide)
            if raised is not None:
                return PartLabels(trial.type_size, trial.on_parts, raised)
    return _too_long(tried[-1].rising, room, sizes[-1], setting)


def value_style(size: Pt, setting: Setting) -> NumberStyle:
    """The style of a value that is not marked, on its part or behind its raised label."""
    return NumberStyle.even(size, setting.ground.text, is_bold=True)


@frozen
class _Trial:
    """Which labels stand on their part at a size, and which have to rise."""

    type_size: TypeSize
    on_parts: tuple[OnPart, ...]
    rising: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Sequence[Part], room: PartRoom, size: TypeSize, setting: Setting) -> _Trial:
        lines = [() if part.row.id in room.crowded else _lines_on(part, size, setting) for part in parts]
        on_parts = tuple(OnPart(part, found) for part, found in zip(parts, lines, strict=True) if found)
        return cls(size, on_parts, tuple(part for part, found in zip(parts, lines, strict=True) if not found))


def _lines_on(part: Part, size: TypeSize, setting: Setting) -> tuple[Line, ...]:
    """The lines of a label on its part, of the short one if only that fits; none if neither does."""
    for text in (part.row.label, part.row.narrow_label):
        lines = _lines(part.row, text, size, part.reach, setting)
        is_whole = not any(line.is_divided for line in lines)
        if is_whole and len(lines) <= MOST_LINES and widest(lines) <= part.reach:
            return lines
    return ()


def _lines(row: ChartRow, text: str, size: TypeSize, width: Pt, setting: Setting) -> tuple[Line, ...]:
    style = label_style(size.size, setting.ground.text, is_bold=is_marked(row))
    return balanced_lines(text, style, width, setting.fonts, setting.language)


def _arranged(
    rising: Sequence[Part], room: PartRoom, size: TypeSize, setting: Setting, *, may_divide: bool
) -> tuple[Raised, ...] | None:
    """The labels from the lowest up, so that no leader crosses one below; None if there is no such arrangement.

    Tried first is the plain one: every label to the right of its leader, the leftmost highest.
    """
    ways = {
        part.row.id: [
            way
            for way in _ways(part, room, size, setting)
            if may_divide or not any(line.is_divided for line in way.lines)
        ]
        for part in rising
    }
    clear = setting.measures.parts.flag_clear

    def stacked_on(lower: tuple[Raised, ...], remaining: tuple[Part, ...]) -> tuple[Raised, ...] | None:
        if not remaining:
            return lower
        for part in reversed(remaining):
            if any(label.left - clear < part.middle < label.right + clear for label in lower):
                continue
            others = tuple(other for other in remaining if other is not part)
            for way in ways[part.row.id]:
                if found := stacked_on((*lower, way), others):
                    return found
        return None

    return stacked_on((), tuple(rising))


def _ways(part: Part, room: PartRoom, size: TypeSize, setting: Setting) -> list[Raised]:
    """Where a label may stand on its leader within the bar: beside it or over it, on as few lines as can be."""
    ways: list[Raised] = []
    gap = setting.measures.parts.flag_gap
    for text in dict.fromkeys((part.row.label, part.row.narrow_label)):
        whole = widest(_flag_lines(part, text, room, size, inf, setting))
        for measure in FLAG_MEASURES:
            lines = _flag_lines(part, text, room, size, measure * whole, setting)
            width = widest(lines)
            over = max(0.0, min(part.left, room.length - width))
            places = ((part.middle + gap, False), (part.middle - gap - width, False), (over, True))
            ways += [Raised(part, lines, left, is_over) for left, is_over in places if 0 <= left <= room.length - width]
    return [way for way in ways if len(way.lines) <= MOST_FLAG_LINES]


def _flag_lines(part: Part, text: str, room: PartRoom, size: TypeSize, width: Pt, setting: Setting) -> tuple[Line, ...]:
    """A label, and its value if that does not stand inside the part, on lines of at most a width."""
    style = label_style(size.size, setting.ground.text, is_bold=is_marked(part.row))
    spans = [Span(text, style)]
    if part.row.id not in room.inside:
        spans = [Span(f"{text} ", style), Span(part.number.text, style.bold(), cell_ids(part.row.values))]
    return break_lines(spans, width, setting.fonts, setting.language, balanced=True)


def _too_long(rising: Sequence[Part], room: PartRoom, size: TypeSize, setting: Setting) -> Diagnostic:
    """The error of the widest label that had to rise."""
    widths = [widest(_flag_lines(part, part.row.narrow_label, room, size, inf, setting)) for part in rising]
    needed = max(widths)
    part = rising[widths.index(needed)]
    return Diagnostic(
        "label-too-long",
        f'the label of answer "{part.row.id}" has no place above its part of the bar',
        part.row.location,
        notes=(
            f"it is {needed:.0f} pt wide in the smallest size allowed, the bar is {room.length:.0f} pt long",
            f"labels wider than their parts, which share the place above it: {len(rising)}",
        ),
        hint="a shorter `short:` label on the answer is used where the whole one has no place; or use `bars`",
    )
