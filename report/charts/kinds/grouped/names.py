"""The names of the groups, said once: at their bars of the first cluster, or in lines above it.

▇▇▇▇▇▇▇▇▇ 43 %      | ■ parents  n = 1,065        behind the tracks
▇▇▇▇▇▇ 30 %         | ■ others  n = 541

▇▇▇▇▇▇▇▇▇ 43 % ■ parents  n = 1,065 |             inside the first track, where the page has no room behind it
▇▇▇▇▇▇ 30 %       ■ others  n = 541 |

■ parents  n = 1,065   ■ others  n = 541          above, where a bar is in the way
▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 81 %    |

A small square stands before a name for every colour that the bars of its group have: its grey, and that of its marked
bars. Of a single cluster whose names stand at their bars none is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from report.charts.kinds.grouped.paints import GroupPaints
from report.charts.marks.assembly import does_not_fit
from report.charts.marks.colors import Paint
from report.charts.marks.text import (
    CAP_HEIGHT,
    DESCENT,
    balanced_lines,
    label_style,
    line_marks,
    text_mark,
    widest,
)
from report.charts.model import Chart, ChartColumn, Highlight, Setting
from report.charts.rows.placing import PlacedRows
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Rect, TextMark
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.survey.model import AnswerRole
from report.text.model import Style
from report.units import Box, Color, Pt

SWATCH_SHARE = 0.72
"""Side of the small square before a name, as a share of its size."""
SWATCHES_APART: Pt = 2.0
"""Between two squares before one name."""

NAME_GAPS = 2
"""From a number to a name behind it on the track, as a multiple of the gap between bar and number."""


@frozen
class PlacedNames:
    """The marks of the names, where the rightmost ends, and the height that no words of annotations stand above."""

    marks: tuple[Mark, ...]
    right: Pt
    words_top: Pt


def bar_thickness(rows: PlacedRows, groups: int, setting: Setting) -> Pt:
    """How thick one of so many bars of a cluster is."""
    return (rows.bar - (groups - 1) * setting.measures.grouped.between) / groups


def names_at_bars(
    chart: Chart, rows: PlacedRows, ends: Sequence[Pt], width: Pt, setting: Setting
) -> PlacedNames | None:
    """The names on the heights of their bars: behind the tracks if the page has room there, else inside the first.

    ends: of the bars of the first cluster with their numbers. None where a bar is in the way.
    """
    namer = _Namer(chart, rows, setting)
    left = setting.measures.grouped.names_left
    if left is not None and rows.track.right <= left:
        return namer.behind(left, width)
    return namer.inside(ends)


def names_above(
    chart: Chart, rows: PlacedRows, start: Pt, width: Pt, setting: Setting, *, clear: Pt
) -> PlacedNames | Diagnostic:
    """In lines from `start` that hang from the top, each name behind a small square in the colour of its bars.

    A name that is wider than a line takes several. clear: below them, down to the end of a tick.
    """
    measures, size = setting.measures.grouped, setting.measures.grouped.name
    style = label_style(size.size, setting.ground.text, is_bold=True)
    baseline, marks = CAP_HEIGHT * size.size, list[Mark]()
    x = right = start
    for number, column in enumerate(chart.columns):
        swatches = _Swatches(_paints(chart, number, setting), size.size, measures.base_gap)
        indent = swatches.width
        whole = _name(column, style, x + indent, baseline, width - x - indent, setting)
        if x > start and (whole is None or len(whole) < len(_name(column, style, x, baseline, inf, setting) or ())):
            x, baseline = start, baseline + size.pitch
            whole = _name(column, style, x + indent, baseline, width - x - indent, setting)
        marks += swatches.marks(x, baseline)
        lines = whole or _broken(column, style, x + indent, baseline, width - x - indent, setting)
        if lines is None:
            return _too_wide(chart, column)
        marks += lines
        baseline, end = lines[-1].y, max(mark.x + mark.width for mark in lines)
        right, x = max(right, end), end + 2 * measures.base_gap + setting.fonts.width(" ", style) if whole else width
    below = rows.frame.rows.clear if rows.labels.is_above else setting.measures.tick.beyond + clear
    return PlacedNames(tuple(marks), right, baseline + DESCENT * size.size + below)


@frozen
class _Swatches:
    """Small squares before a name of that size, one a paint, side by side."""

    paints: tuple[Paint, ...]
    size: Pt
    gap: Pt

    @property
    def width(self) -> Pt:
        """With what is clear before the name."""
        side = SWATCH_SHARE * self.size
        return len(self.paints) * (side + SWATCHES_APART) - SWATCHES_APART + self.gap if self.paints else 0.0

    def marks(self, x: Pt, baseline: Pt) -> Iterator[Rect]:
        """From `x` on, standing on the baseline."""
        side = SWATCH_SHARE * self.size
        for place, paint in enumerate(self.paints):
            box = Box(x + place * (side + SWATCHES_APART), baseline - side, side, side)
            yield Rect(MarkRole.SWATCH, box, paint.fill, paint.edge)


@frozen
class _Namer:
    chart: Chart
    rows: PlacedRows
    setting: Setting

    @property
    def pitch(self) -> Pt:
        """From one bar of a cluster to the next."""
        groups = len(self.chart.columns)
        return bar_thickness(self.rows, groups, self.setting) + self.setting.measures.grouped.between

    @property
    def size(self) -> TypeSize:
        """Of names that stand one below the other, no higher than bars allow, and their line distance."""
        measures = self.setting.measures.grouped
        size = min(measures.name.size, max(measures.base.size, self.pitch - 1.0))
        return TypeSize(size, max(size, self.pitch))

    def baseline(self, number: int) -> Pt:
        """On the middle of a bar, or a little off it where names are higher than bars."""
        size, groups = self.size, len(self.chart.columns)
        return self.rows.centre(0) + (number - (groups - 1) / 2) * size.pitch + CAP_HEIGHT * size.size / 2

    def behind(self, left: Pt, width: Pt) -> PlacedNames | None:
        """Left-aligned behind the tracks."""
        marks, right = list[Mark](), left
        x = left + max((self._swatches(number).width for number in range(len(self.chart.columns))), default=0.0)
        names = [
            _name(column, self._style(number), x, self.baseline(number), width - x, self.setting)
            for number, column in enumerate(self.chart.columns)
        ]
        pairs = zip(self.chart.columns, names, strict=True)
        have_all_room = all(found and (len(found) > 1 or column.base is None) for column, found in pairs)
        for number, found in enumerate(names):
            if found is None:
                return None
            shown = found if have_all_room else found[:1]  # the n of some would make that of the others seem unknown
            marks += [*self._swatches(number).marks(left, self.baseline(number)), *shown]
            right = max(right, shown[-1].x + shown[-1].width)
        grouped = self.setting.measures.grouped
        words_top = self.baseline(len(self.chart.columns) - 1) + grouped.names_clear - grouped.name.size
        return PlacedNames(tuple(marks), right, words_top)

    def inside(self, ends: Sequence[Pt]) -> PlacedNames | None:
        """Right-aligned in the track of the first cluster, as far as that is empty."""
        track, gap, marks = self.rows.track, self.setting.measures.value_gap, list[Mark]()
        is_high = self.size.size > self.pitch
        for number, column in enumerate(self.chart.columns):
            swatches, baseline = self._swatches(number), self.baseline(number)
            style = self._style(number, is_on_track=True)
            found = _name(column, style, swatches.width, baseline, inf, self.setting) or []
            left = track.left + track.length - gap - found[-1].x - found[-1].width
            near = ends if is_high else ends[number : number + 1]
            if left < max(near) + NAME_GAPS * gap:
                return None
            marks += [*swatches.marks(left, baseline), *(replace(mark, x=mark.x + left) for mark in found)]
        return PlacedNames(tuple(marks), track.left + track.length, 0.0)

    def _swatches(self, number: int) -> _Swatches:
        """The colours of the further clusters, which stand at no name."""
        has_more = len(self.chart.rows) > 1
        paints = _paints(self.chart, number, self.setting) if has_more else ()
        return _Swatches(paints, self.size.size, self.setting.measures.grouped.base_gap)

    def _style(self, number: int, *, is_on_track: bool = False) -> Style:
        """Bold in the colour of its bar; small letters on a track are readable in that of text alone."""
        color, size = _color(self.chart, number, self.setting), self.size.size
        is_pale = is_on_track and size < self.setting.measures.least_contrast
        return label_style(size, self.setting.ground.text if is_pale else color, is_bold=True)


def _name(column: ChartColumn, style: Style, x: Pt, baseline: Pt, room: Pt, setting: Setting) -> list[TextMark] | None:
    """A name, and its n behind it where there is room; that stands in the note anyway."""
    name = text_mark(MarkRole.LABEL, column.label, style, x=x, baseline=baseline, fonts=setting.fonts)
    return None if name.width > room else [name, *_base(column, name, x + room, setting)]


def _base(column: ChartColumn, name: TextMark, right: Pt, setting: Setting) -> list[TextMark]:
    """The n behind a name, if it was published and ends before `right`."""
    if column.base is None:
        return []
    measures = setting.measures.grouped
    grey = label_style(measures.base.size, setting.ground.soft_text, is_bold=False)
    x, text = name.x + name.width + measures.base_gap, column.base.text
    base = text_mark(MarkRole.NOTE, text, grey, x=x, baseline=name.y, fonts=setting.fonts)
    return [base] if base.x + base.width <= right else []


def _broken(
    column: ChartColumn, style: Style, x: Pt, baseline: Pt, room: Pt, setting: Setting
) -> list[TextMark] | None:
    """A name on several lines, and its n behind the last one where there is room; None if a word of it is too wide."""
    lines = balanced_lines(column.label, style, room, setting.fonts, setting.language)
    if widest(lines) > room:
        return None
    pitch = setting.measures.grouped.name.pitch
    whole = line_marks(MarkRole.LABEL, lines, pitch, x=x, baseline=baseline, fonts=setting.fonts)
    return [*whole, *_base(column, whole[-1], x + room, setting)]


def _paints(chart: Chart, number: int, setting: Setting) -> tuple[Paint, ...]:
    """The paints of a group's bars: the usual one, and those of its marked bars; the usual one of one without bars."""
    paints = GroupPaints(chart, setting)
    found = {
        value.highlight: paints.bar(replace(row, role=AnswerRole.REGULAR), number)
        for row in chart.rows
        if (value := row.values[number]) and value.number
    }
    kinds = tuple(found[highlight] for highlight in Highlight if highlight in found)
    return tuple(dict.fromkeys(kinds)) or (paints.usual(number),)


def _color(chart: Chart, number: int, setting: Setting) -> Color:
    """The colour of a name: that of its bar in the first cluster, if that stands out."""
    return GroupPaints(chart, setting).text(chart.rows[0], number)


def _too_wide(chart: Chart, column: ChartColumn) -> Diagnostic:
    message = f'the name of the group "{column.label}" has no place beside the bars'
    return does_not_fit(chart, message, "a shorter `label` of the segment column, or fewer of them with `columns:`")
