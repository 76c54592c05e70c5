"""The axis under the lines: dates where they lie, rings of waves of which nothing came out, cuts at breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from report.charts.kinds.line.plot import Plot, ring_centre
from report.charts.kinds.line.runs import Series
from report.charts.marks.assembly import cell_ids
from report.charts.marks.signs import ring
from report.charts.marks.text import label_style, text_mark
from report.charts.model import Chart, Setting
from report.drawing.model import Mark, MarkRole, Stroke
from report.frozen import frozen
from report.text.model import Style
from report.units import Pt


@frozen
class _Date:
    """A date as it would stand, centred on its tick as far as the chart reaches."""

    column: int
    text: str
    style: Style
    left: Pt
    width: Pt


def date_marks(chart: Chart, series: Sequence[Series], plot: Plot, width: Pt, setting: Setting) -> list[Mark]:
    """The axis with its ticks, the dates that have room, rings and words of what was not published."""
    measures, fonts, ground = setting.measures.line, setting.fonts, setting.ground
    marks = list(_axis(plot, setting))
    for x, column in zip(plot.xs, chart.columns, strict=True):
        if column.is_published:
            color = ground.soft_text
            marks.append(Stroke(MarkRole.AXIS, x, plot.axis, x, plot.axis + measures.tick, color, measures.axis))
    shown = _shown(chart, plot, width, setting)
    for each in shown:
        baseline = plot.axis + measures.label
        marks.append(text_mark(MarkRole.AXIS, each.text, each.style, x=each.left, baseline=baseline, fonts=fonts))
    return [*marks, *_hidden(chart, series, plot, width, {each.column for each in shown}, setting)]


def _axis(plot: Plot, setting: Setting) -> Iterator[Mark]:
    """The base line, left out across every band."""
    measures, start = setting.measures.line, plot.xs[0] - setting.measures.line.beyond
    color = setting.ground.soft_text
    for band in sorted(plot.bands, key=lambda band: band.left):
        yield Stroke(MarkRole.AXIS, start, plot.axis, band.left, plot.axis, color, measures.axis)
        start = band.right
    yield Stroke(MarkRole.AXIS, start, plot.axis, plot.xs[-1] + measures.beyond, plot.axis, color, measures.axis)


def _shown(chart: Chart, plot: Plot, width: Pt, setting: Setting) -> list[_Date]:
    """The first date and the last; of the others those that have room.

    Waves with a number that is said come before all, then those of which nothing came out.

    Where not all have room months are abbreviated, then years left out that the date before has too, then all set in
    smaller type, if more have room so; dates at equal steps stand as far as at least as many of them have room as
    otherwise.
    """
    columns = range(len(chart.columns))
    ways = (
        [column.label for column in chart.columns],
        [column.narrow_label for column in chart.columns],
        [_without_year(chart, column) for column in columns],
    )
    found = [
        _shown_of(
            [_date(chart, column, texts[column], size.size, plot, width, setting) for column in columns],
            chart,
            plot,
            setting,
        )
        for size, texts in product(setting.measures.labels, ways)
    ]
    return max((shown for shown in found if _tells_years(shown, chart)), key=len)


def _tells_years(shown: Sequence[_Date], chart: Chart) -> bool:
    """Whether every date that stands without its year follows one of the same year."""
    return all(
        each.text in (chart.columns[each.column].label, chart.columns[each.column].narrow_label)
        or _year(before, chart) == _year(each, chart)
        for before, each in pairwise(shown)
    )


def _year(shown: _Date, chart: Chart) -> int | None:
    date = chart.columns[shown.column].date
    return date.year if date else None


def _without_year(chart: Chart, column: int) -> str:
    """A date without a year that the one before has too; the first and the last keep theirs."""
    shown, text = chart.columns[column], chart.columns[column].narrow_label
    before = chart.columns[column - 1].date if 0 < column < len(chart.columns) - 1 else None
    if shown.date is None or before is None or shown.date.month is None or before.year != shown.date.year:
        return text
    return text.removesuffix(str(shown.date.year)).rstrip(" ,")


def _shown_of(every: Sequence[_Date], chart: Chart, plot: Plot, setting: Setting) -> list[_Date]:
    """Of these dates, one a column, those that have room."""
    first, last = every[0], every[-1]
    if first.left + first.width >= last.left:
        return [last]
    said = [each for each in every[1:-1] if _is_said(chart, each.column)]
    before_all = [*said, *(each for each in every[1:-1] if not chart.columns[each.column].is_published)]
    most = _clear([*before_all, *every[1:-1]], [first, last], plot, setting)
    for step in range(1, len(every) - 1):
        even = every[len(every) - 1 :: -step]
        inner = [*before_all, *(each for each in even if each not in (first, last))]
        shown = _clear(inner, [first, last], plot, setting)
        if len(shown) == len({each.column for each in (*inner, first, last)}):
            return shown if len(shown) >= len(most) else most
    return most


def _is_said(chart: Chart, column: int) -> bool:
    return any(value is not None and value.is_said for value in (row.values[column] for row in chart.rows))


def _clear(inner: Sequence[_Date], ends: Sequence[_Date], plot: Plot, setting: Setting) -> list[_Date]:
    """The ends, and of the dates between them those that stand clear of all before them."""
    shown, apart = list(ends), setting.measures.line.date_apart
    for each in inner:
        is_clear = all(
            abs(plot.xs[each.column] - plot.xs[other.column]) >= apart and _are_apart(each, other, setting)
            for other in shown
        )
        shown += [each] if is_clear else []
    return sorted(shown, key=lambda each: each.column)


def _are_apart(first: _Date, second: _Date, setting: Setting) -> bool:
    left, right = sorted((first, second), key=lambda each: each.left)
    return left.left + left.width + setting.measures.columns.apart <= right.left


def _date(chart: Chart, column: int, text: str, size: Pt, plot: Plot, width: Pt, setting: Setting) -> _Date:
    """The last one bold, one without figures grey."""
    ground, shown = setting.ground, chart.columns[column]
    is_last = column == len(chart.columns) - 1
    style = label_style(size, ground.text if shown.is_published else ground.soft_text, is_bold=is_last)
    wide = setting.fonts.width(text, style)
    left = max(0.0, min(plot.xs[column] - wide / 2, width - wide))
    return _Date(column, text, style, left, wide)


def _hidden(
    chart: Chart, series: Sequence[Series], plot: Plot, width: Pt, dated: Collection[int], setting: Setting
) -> Iterator[Mark]:
    """A ring above the axis or on it for every wave of which nothing came out, and words below its date.

    Where its date is none of those shown (`dated`), the words tell it: they might be read as those of another wave.
    """
    measures, ground, fonts = setting.measures.line, setting.ground, setting.fonts
    style = label_style(setting.measures.note.size, ground.soft_text, is_bold=False)
    end = 0.0
    for column, (x, shown) in enumerate(zip(plot.xs, chart.columns, strict=True)):
        if shown.is_published:
            continue
        cells: Sequence[str] = cell_ids([row.values[column] for row in chart.rows])
        y, stroke = ring_centre(column, plot, series, setting), setting.measures.ring_stroke
        circle = ring(x, y, measures.ring, stroke, color=ground.soft_text, cells=tuple(cells))
        yield replace(circle, fill=ground.ground) if y == plot.axis else circle
        words = setting.language.words.not_published_short
        text = words if column in dated else f"{shown.label} {words}"
        wide = fonts.width(text, style)
        left = max(0.0, min(x - wide / 2, width - wide))
        if left >= end:
            baseline = plot.axis + measures.words
            yield text_mark(MarkRole.NOTE, text, style, x=left, baseline=baseline, fonts=fonts)
            end = left + wide + setting.measures.columns.apart
