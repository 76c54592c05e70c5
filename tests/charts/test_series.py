"""Series in colours of their own: each keeps its own, and what is not marked is pale where something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from report.charts.model import Chart, Highlight, SeriesPlace, Setting
from report.charts.numbering import numbered
from report.drawing.model import MarkRole, Stroke
from report.theme.house import PAPER
from report.theme.model import SeriesColor
from report.theme.perception import contrast
from report.theme.series import with_series
from report.units import Color
from tests.charts.across_specimens import FREQUENCY, band, stacked_chart
from tests.charts.specimens import (
    PLAIN,
    PROOF,
    by_groups,
    drawn,
    grouped_chart,
    rects,
    series,
    series_chart,
    setting,
    texts,
)

COLORS = [Color.of_hex(code) for code in ("#08415C", "#C8501E", "#3A9BC6", "#D9A520")]


def in_colors(count: int = 4) -> Setting:
    return replace(setting(), ground=with_series(PAPER, COLORS[:count]))


def named(count: int = 4) -> Sequence[SeriesColor]:
    return in_colors(count).ground.several.series


def clusters(mark: Highlight = PLAIN, *, groups: int = 2) -> Chart:
    """Two answers by groups, with a mark on the first answer of the first group."""
    rows = (by_groups("Ja", (30, mark), *[33] * (groups - 1)), by_groups("Nein", *[50] * groups))
    chart = grouped_chart([f"Gruppe {number}" for number in range(groups)], *rows)
    return replace(chart, columns=numbered(chart.columns))


def test_groups_have_the_colours_by_their_place() -> None:
    bars = rects(drawn(clusters(groups=3), in_colors()), MarkRole.BAR)

    assert [bar.fill for bar in bars] == 2 * [each.fill for each in named()[:3]]


def test_where_a_bar_is_marked_the_others_are_pale_with_an_edge_of_their_colour() -> None:
    marked, *others = rects(drawn(clusters(PROOF), in_colors()), MarkRole.BAR)

    assert (marked.fill, marked.edge) == (named()[0].fill, None)
    assert [bar.fill for bar in others] == [named()[1].weak, named()[0].weak, named()[1].weak]
    assert [bar.edge.color for bar in others if bar.edge] == [named()[1].line, named()[0].line, named()[1].line]
    assert all(contrast(bar.edge.color, PAPER.ground) >= 3 for bar in others if bar.edge)


def test_the_number_of_a_marked_bar_is_large_and_can_be_read() -> None:
    number = texts(drawn(clusters(PROOF), in_colors()), MarkRole.VALUE)[0]

    assert number.size > 18
    assert number.color == named()[0].text


def test_more_series_than_colours_stay_grey() -> None:
    chart = clusters(PROOF, groups=3)

    assert [bar.fill for bar in rects(drawn(chart, in_colors(2)), MarkRole.BAR)] == [
        bar.fill for bar in rects(drawn(chart), MarkRole.BAR)
    ]


def test_a_series_keeps_its_colour_where_a_place_leaves_others_out() -> None:
    whole = clusters(groups=3)
    part = replace(
        whole,
        columns=whole.columns[1:],
        rows=tuple(replace(row, values=row.values[1:]) for row in whole.rows),
    )

    assert part.columns[0].series == SeriesPlace(1, 3)
    assert [bar.fill for bar in rects(drawn(part, in_colors()), MarkRole.BAR)] == 2 * [named()[1].fill, named()[2].fill]


def test_lines_have_the_colour_that_stands_out_and_marked_ones_are_thicker() -> None:
    found = series_chart(
        series("Ja", 20, 40, mark=PROOF), *(series(f"A{n}", n, n) for n in (10, 60, 80)), kind_name="line"
    )
    chart = replace(found, rows=numbered(found.rows))

    lines = {
        mark.color: mark.width
        for mark in drawn(chart, in_colors()).marks
        if isinstance(mark, Stroke) and mark.role is MarkRole.LINE and mark.color != PAPER.ground
    }

    assert set(lines) == {each.line for each in named()}
    assert lines[named()[0].line] > max(lines[each.line] for each in named()[1:])


@pytest.mark.parametrize("is_numbered", [True, False])
def test_parts_of_a_bar_have_them_where_they_have_no_order(is_numbered: bool) -> None:
    chart = stacked_chart(FREQUENCY[:3], band("a", 40, 30, 20), band("b", 50, 30, 20), net=())
    chart = replace(chart, columns=numbered(chart.columns)) if is_numbered else chart

    fills = [bar.fill for bar in rects(drawn(chart, in_colors()), MarkRole.BAR)]

    assert (fills == 2 * [each.fill for each in named()[:3]]) == is_numbered
