"""Names, last values and changes at the right end of the lines, first values at their left: none on another.

38 % ╲                          ●── 61 %  Networks     +30
36 %  ●                                                         labels move apart as little as can be,
31 %  ●                         ●─╱ 49 %  Videos       +27      a leader then leads to their point
                                ●─╲ 46 %  Pictures      +8
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from report.charts.changes import change_text
from report.charts.kinds.line.plot import Plot, has_values, text_color, value_style, value_width
from report.charts.kinds.line.runs import Series, breaks_of_question
from report.charts.marks.head import sign_before
from report.charts.marks.numbers import NumberStyle, number_marks
from report.charts.marks.spreading import spread
from report.charts.marks.text import balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.marks.text import first_baseline as first_of_lines
from report.charts.model import Chart, ChartRow, Setting
from report.charts.order import is_marked
from report.drawing.model import Mark, MarkRole, Stroke
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.text.model import Line, Style
from report.units import NOISE, Pt

BEND = 0.2
"""What a bent leader runs level before and behind its slope, as a share of its length."""
LAST_LINES = 3
"""Of a name at the floor, before it is refused; its words may then be divided."""
NAMES_APART = 0.3
"""What is clear between a name of several lines and the next one where there is room, as a share of their pitch."""
MOVED: Pt = 1.0
"""A label that stands no further from its point than this is level with it."""


@frozen
class EndLabel:
    """What stands at the end of a line: its name in lines, its change, and whether its last value does.

    is_late: it stands for a line that ended before, and no leader leads to it. is_broken: a change of its wording lies
    between its first and last number.
    """

    series: Series
    lines: tuple[Line, ...]
    change: str
    has_value: bool
    is_broken: bool
    is_late: bool = False

    @property
    def row(self) -> ChartRow:
        """The answer."""
        return self.series.row


@frozen
class EndLabels:
    """All labels at the right end, from the top down, and where their parts stand.

    heights: what each takes; spare: the width that none of the names takes.
    """

    labels: tuple[EndLabel, ...]
    size: TypeSize
    left: Pt
    names: Pt
    right: Pt
    heights: tuple[Pt, ...]
    spare: Pt


@frozen
class Labeller:
    """Sets the labels of the lines that reach the column `last`, from x `left` to `right`.

    height: what all labels may take together. late: lines that ended before and have their name there all the same.
    keys: the width of what stands behind a name.
    """

    chart: Chart
    series: Sequence[Series]
    last: int
    left: Pt
    right: Pt
    height: Pt
    setting: Setting
    late: Sequence[Series] = ()
    keys: Mapping[str, Pt] = field(default_factory=dict)

    def labels(self, plot: Plot) -> EndLabels | None:
        """The labels in the order of their points; None if they have no room."""
        ended = [each for each in self.series if each.last == self.last or each in self.late]
        ended.sort(key=lambda each: (plot.y(each.share(each.last)), self.series.index(each)))
        measures, changes = (
            self.setting.measures.line,
            changes_of(ended, self.series, self.last, self.chart, self.setting),
        )
        widths = [self._value_width(each) for each in ended if self._has_value(each)]
        names = self.left + max(widths, default=0.0) + (measures.name_gap if widths else 0.0)
        style = label_style(measures.value, self.setting.ground.text, is_bold=True)
        # The sign of a break stands in the place of a change, also where no line has one.
        signs = [self.setting.measures.head_notes.sign_room for each in ended if each.breaks]
        told = [self.setting.fonts.width(text, style) for text in changes.values()]
        change = 0.0 if measures.change_gap is None else max([0.0, *signs, *told])
        room = self.right - names - (change + (measures.change_gap or 0.0) if change else 0.0)
        for size, most, may_be_short in _ways(self.setting):
            lines = [self._lines(each, size, most, room, may_be_short=may_be_short) for each in ended]
            known = [found for found in lines if found]
            if len(known) == len(ended):
                labels = tuple(
                    self._label(each, found, changes.get(each.row.id, ""))
                    for each, found in zip(ended, known, strict=True)
                )
                heights = self._heights(labels, size)
                if heights:
                    taken = max(widest(each.lines) + self.keys.get(each.row.id, 0.0) for each in labels)
                    return EndLabels(labels, size, self.left, names, self.right, heights, room - taken)
        return None

    def _heights(self, labels: Sequence[EndLabel], size: TypeSize) -> tuple[Pt, ...] | None:
        """What each label takes: names well apart, else as close as can be; None where that is too high."""
        for clear in (NAMES_APART * size.pitch, self.setting.measures.line.halo):
            heights = tuple(
                max(_height(each, size, self.setting, clear=clear), self._key_height(each)) for each in labels
            )
            if sum(heights) <= self.height + NOISE:
                return heights
        return None

    def _key_height(self, label: EndLabel) -> Pt:
        keys = self.setting.measures.keys
        return 2 * keys.radius + keys.gap if label.row.id in self.keys else 0.0

    def _has_value(self, series: Series) -> bool:
        return has_values(series.row, self.series)

    def _label(self, series: Series, lines: tuple[Line, ...], change: str) -> EndLabel:
        return EndLabel(
            series, lines, change, self._has_value(series), bool(series.breaks), is_late=series in self.late
        )

    def _value_width(self, series: Series) -> Pt:
        measures = self.setting.measures.line
        size = measures.marked if is_marked(series.row) else measures.value
        return value_width(series.value(series.last), series.row, self.setting, size=size)

    def _lines(
        self, series: Series, size: TypeSize, most: int, room: Pt, *, may_be_short: bool
    ) -> tuple[Line, ...] | None:
        """The lines of a name, if it keeps to so many; of a line that ended before with its last wave."""
        row, setting = series.row, self.setting
        style = name_style(row, size, setting, is_grey=not self._has_value(series))
        width = room - self.keys.get(row.id, 0.0)
        for text in row.texts if may_be_short else row.texts[:1]:
            told = f"{text} ({self.chart.columns[series.last].label})" if series in self.late else text
            lines = balanced_lines(told, style, width, setting.fonts, setting.language)
            is_whole = most == LAST_LINES or not any(line.is_divided for line in lines)
            if len(lines) <= most and widest(lines) <= width + NOISE and is_whole:
                return lines
        return None


def changes_of(
    ended: Sequence[Series], series: Sequence[Series], last: int, chart: Chart, setting: Setting
) -> dict[str, str]:
    """The change of every line of `ended` that has one, up to `last`; none across a break of the question."""
    if setting.measures.line.change_gap is None or breaks_of_question(chart):
        return {}
    first, language = min(each.first for each in series), setting.language
    found = {
        each.row.id: change_text(each.row.values[first], each.row.values[last], chart.decimals, language)
        for each in ended
        if has_values(each.row, series) and not each.breaks
    }
    return {row: text for row, text in found.items() if text}


def end_marks(
    labels: EndLabels, plot: Plot, last: int, top: Pt, setting: Setting
) -> tuple[list[Mark], dict[str, tuple[Pt, Pt]]] | None:
    """The marks of the labels below a height, and where each name ends, at which height; None if they have no room."""
    wanted = [plot.y(each.series.share(each.series.last)) for each in labels.labels]
    tops = [y - height / 2 for y, height in zip(wanted, labels.heights, strict=True)]
    bottom = plot.axis + setting.measures.line.apart / 2
    places = spread(tops, labels.heights, apart=0.0, left=top, right=bottom)
    if places is None:
        return None
    marks, ends = list[Mark](), dict[str, tuple[Pt, Pt]]()
    for label, y, place, height in zip(labels.labels, wanted, places, labels.heights, strict=True):
        centre = place + height / 2
        marks += _label_marks(label, labels, centre, setting)
        ends[label.row.id] = labels.names + widest(label.lines), centre
        if not label.is_late:
            end = labels.left if label.has_value else labels.names
            marks += _leader((plot.xs[last], y), (labels.left, end), centre, setting)
    return marks, ends


def side_values(
    series: Sequence[Series], column: int, plot: Plot, top: Pt, setting: Setting, *, is_left: bool
) -> list[Mark]:
    """The values of a column beside its points, moved apart, with leaders where they moved; none without room."""
    measures = setting.measures.line
    shown = sorted(series, key=lambda each: (plot.y(each.share(column)), series.index(each)))
    wanted = [plot.y(each.share(column)) for each in shown]
    heights = [measures.apart] * len(shown)
    reaches_out = is_left and column == 0
    bottom = plot.axis + measures.apart / 2 if reaches_out else plot.axis - measures.axis
    places = spread([y - measures.apart / 2 for y in wanted], heights, apart=0.0, left=top, right=bottom)
    marks, x = list[Mark](), plot.xs[column]
    for each, y, place in zip(shown, wanted, places or [], strict=bool(places)):
        value, style, centre = (
            each.value(column),
            value_style(each.row, setting, size=measures.value),
            place + measures.apart / 2,
        )
        assert value.number is not None
        width = value_width(value, each.row, setting, size=measures.value)
        start = x - measures.value_gap - width if is_left else x + measures.value_gap
        baseline, cells = style.centred(centre, setting.fonts), (str(value.cell.id),)
        marks += number_marks(value.number, style, x=start, baseline=baseline, cells=cells, fonts=setting.fonts)
        if abs(centre - y) > MOVED:
            side = -1 if is_left else 1
            near, far = x + side * (measures.point + 2 * measures.halo), x + side * (measures.value_gap - measures.halo)
            color, width = setting.ground.leader, setting.measures.hairline
            marks.append(Stroke(MarkRole.LEADER, near, y, far, centre, color, width))
    return marks


def change_style(row: ChartRow, setting: Setting) -> Style:
    """The style of a change: as that of the line's numbers."""
    color = text_color(row, setting)
    return label_style(setting.measures.line.value, color, is_bold=is_marked(row))


def _ways(setting: Setting) -> Iterator[tuple[TypeSize, int, bool]]:
    """The sizes of names, on how many lines, and whether the short one may stand in; best first."""
    whole, small = setting.measures.labels
    for may_be_short in (False, True):
        yield whole, 1, may_be_short
        yield small, 1, may_be_short
    for may_be_short in (False, True):
        yield small, 2, may_be_short
    yield small, LAST_LINES, True


def name_style(row: ChartRow, size: TypeSize, setting: Setting, *, is_grey: bool) -> Style:
    """The style of a name: bold in the colour of a marked line, grey of one that bears no numbers."""
    color = setting.ground.soft_text if is_grey and not is_marked(row) else text_color(row, setting)
    return label_style(size.size, color, is_bold=is_marked(row))


def _height(label: EndLabel, size: TypeSize, setting: Setting, *, clear: Pt) -> Pt:
    measures = setting.measures.line
    usual = measures.marked_apart if is_marked(label.row) and label.has_value else measures.apart
    return max(usual, len(label.lines) * size.pitch + clear) if len(label.lines) > 1 else usual


def _label_marks(label: EndLabel, labels: EndLabels, centre: Pt, setting: Setting) -> Iterator[Mark]:
    row, fonts, measures = label.row, setting.fonts, setting.measures.line
    if label.has_value:
        value = label.series.value(label.series.last)
        assert value.number is not None
        style = value_style(row, setting, size=measures.marked if is_marked(row) else measures.value)
        cells = (str(value.cell.id),)
        yield from number_marks(
            value.number, style, x=labels.left, baseline=style.centred(centre, fonts), cells=cells, fonts=fonts
        )
    baseline = first_of_lines(centre, len(label.lines), labels.size)
    pitch = labels.size.pitch
    yield from line_marks(MarkRole.LABEL, label.lines, pitch, x=labels.names, baseline=baseline, fonts=fonts)
    yield from _change_marks(label, labels, centre, setting)


def _change_marks(label: EndLabel, labels: EndLabels, centre: Pt, setting: Setting) -> Iterator[Mark]:
    style = change_style(label.row, setting)
    baseline = NumberStyle(style, style).centred(centre, setting.fonts)
    if label.change:
        ends = (label.series.first, label.series.last)
        cells = tuple(str(label.series.value(column).cell.id) for column in ends)
        x = labels.right - setting.fonts.width(label.change, style)
        yield text_mark(MarkRole.CHANGE, label.change, style, x=x, baseline=baseline, fonts=setting.fonts, cells=cells)
    elif label.is_broken and setting.measures.line.change_gap is not None:
        behind = setting.measures.head_notes.sign_room - setting.measures.break_sign.width
        yield from sign_before(labels.right + behind, baseline, setting)


def _leader(point: tuple[Pt, Pt], lefts: tuple[Pt, Pt], centre: Pt, setting: Setting) -> Iterator[Stroke]:
    """From a point to its label, bent where that had to move, before the x where labels begin; then where it does."""
    measures, color, width = setting.measures.line, setting.ground.leader, setting.measures.hairline
    (x, y), (left, own_left) = point, lefts
    start, end = x + measures.lead, own_left - measures.lead_end
    if abs(centre - y) <= MOVED:
        yield Stroke(MarkRole.LEADER, start, y, end, y, color, width)
        return
    bend = left - measures.lead_end - start
    first, second = start + bend * BEND, start + bend * (1 - BEND)
    yield Stroke(MarkRole.LEADER, start, y, first, y, color, width)
    yield Stroke(MarkRole.LEADER, first, y, second, centre, color, width)
    yield Stroke(MarkRole.LEADER, second, centre, end, centre, color, width)
