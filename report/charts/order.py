"""Which order the rows of a chart stand in, and which of them stay where there is no room for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from report.charts.model import Chart, ChartRow, Highlight


def in_display_order(
    rows: Iterable[ChartRow], *, keeps_order: bool, sizes: Mapping[str, float] = MappingProxyType({})
) -> tuple[ChartRow, ...]:
    """As they are, or by falling share (ties and unpublished ones in file order); what is no step late.

    sizes: the shares of rows that are not ordered by their largest one; of groups those of all respondents.
    """
    if keeps_order:
        return tuple(sorted(rows, key=lambda row: row.role.lateness))
    return tuple(sorted(rows, key=lambda row: (row.role.lateness, -sizes.get(row.id, greatest_share(row)))))


def with_figures(rows: Sequence[ChartRow], *, least: int) -> list[ChartRow]:
    """The rows without those that have no share, unless they are marked or spoken of; all where too few are left."""
    kept = [row for row in rows if has_figure(row) or _has_to_stay(row)]
    return kept if len(kept) >= least else list(rows)


def largest(chart: Chart, count: int) -> Chart:
    """The chart with `count` rows at most: the marked, the spoken of, the largest; the others counted in `further`.

    Of rows in order of their nets the largest and the smallest stay; of two columns those that lie farthest apart, an
    answer that is no step only after these; of groups beside all who were asked those that lie farthest from these.

    Rows that keep their order stay a run without gaps, if one holds all that are marked or spoken of.
    """
    if count >= len(chart.rows):
        return chart
    rows, count = chart.rows, max(0, count)
    ranked = sorted(range(len(rows)), key=lambda index: _rank(rows[index]))
    if chart.keeps_ends:
        ranked.sort(key=lambda index: (*_rank(rows[index])[:2], min(index, len(rows) - 1 - index), index))
    if chart.keeps_changes:
        ranked.sort(
            key=lambda index: (*_rank(rows[index])[:2], rows[index].role.lateness, -_change(rows[index]), index)
        )
    total = next((_net(row) for row in rows if row.is_total), None)
    if total is not None:
        ranked.sort(key=lambda index: (*_rank(rows[index])[:2], -_apart(rows[index], total), index))
    kept = (_run(rows, count) if chart.keeps_order else None) or sorted(ranked[:count])
    return _of_rows(chart, [rows[index] for index in kept], [rows[index] for index in ranked if index not in kept])


def steps_of(chart: Chart) -> Chart:
    """The chart without what is no step of its order, unless it is marked or spoken of; a net is none, nor a rest."""
    kept = tuple(row for row in chart.rows if _has_to_stay(row) or (row.role.is_step and not row.is_net))
    left_out = [row for row in chart.rows if row not in kept and not row.is_net]
    return _of_rows(chart, kept, left_out) if kept and len(kept) < len(chart.rows) else chart


def _of_rows(chart: Chart, rows: Sequence[ChartRow], left_out: Sequence[ChartRow]) -> Chart:
    """The chart of these rows, which counts those left out; all who were asked are no group among them."""
    counted = [row for row in left_out if not row.is_total]
    unchosen = chart.unchosen if counted else 0
    return replace(
        chart,
        rows=tuple(rows),
        further=chart.further + len(counted) + unchosen,
        unchosen=chart.unchosen - unchosen,
        without_figures=chart.without_figures + sum(not has_figure(row) for row in counted),
    )


def _run(rows: Sequence[ChartRow], count: int) -> list[int] | None:
    """The run of so many neighbours with the largest shares that holds every row that has to stay."""
    needed = [index for index, row in enumerate(rows) if _has_to_stay(row)]
    starts = [
        start for start in range(len(rows) - count + 1) if all(start <= index < start + count for index in needed)
    ]
    if not starts:
        return None
    best = max(starts, key=lambda start: sum(greatest_share(row) for row in rows[start : start + count]))
    return list(range(best, best + count))


def _rank(row: ChartRow) -> tuple[bool, bool, float]:
    return not is_marked(row), not row.is_spoken, -greatest_share(row)


def _net(row: ChartRow) -> float | None:
    """The share of the first net of a row, 0 to 1."""
    share = row.nets[0].cell.share if row.nets else None
    return share.drawn if share else None


def _apart(row: ChartRow, total: float) -> float:
    net = _net(row)
    return -1.0 if net is None else abs(net - total)


def _change(row: ChartRow) -> float:
    """How far apart the shares of a row lie, 0 to 1; -1 where one of them is not known."""
    drawn = [value.cell.share.drawn for value in row.values if value is not None and value.cell.share is not None]
    return max(drawn) - min(drawn) if len(drawn) > 1 else -1.0


def _has_to_stay(row: ChartRow) -> bool:
    return is_marked(row) or row.is_spoken


def is_marked(row: ChartRow) -> bool:
    """Whether any value of the row proves the headline or stands against it."""
    return highlight_of_row(row) is not Highlight.NONE


def highlight_of_row(row: ChartRow) -> Highlight:
    """What a row does for the headline: what any of its values does."""
    marks = [value.highlight for value in row.values if value is not None]
    return next((mark for mark in marks if mark is not Highlight.NONE), Highlight.NONE)


def has_figure(row: ChartRow) -> bool:
    """Whether a share of the row was published."""
    return greatest_share(row) >= 0


def greatest_share(row: ChartRow) -> float:
    """The largest share of the row as it is drawn, 0 to 1; -1 where nothing was published."""
    shares = [value.cell.share for value in row.values if value is not None]
    return max((share.drawn for share in shares if share is not None), default=-1.0)
