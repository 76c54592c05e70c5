"""Native charts in the preview: bars, points and numbers where the picture has them, whatever is left to programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from report import pipeline
from report.deck.model import PlacedChart
from report.deck.model.charts import Flow, LabelPlace, NativeChart, Paint, Point, PointLabel, Series
from report.drawing.model import Circle, Edge, Mark, MarkRole, Rect, Stroke, TextMark
from report.kinds import HOUSE_KINDS, ChartForm
from report.language.registry import load
from report.pipeline import Product
from report.previewing.native_charts import native_marks
from report.sources import choose
from report.text.model import Face, Style
from report.units import Box, Color
from tests.conftest import CHECKOUT

INK = Color(0, 0, 0)
LABEL = PointLabel(Style(Face.REGULAR, 10.0, INK), LabelPlace.BEHIND)
APART = 1.5
"""What parts are apart in a picture at most, or the least bar that is drawn there, in points."""


def point(value: str, cell: str, interval: tuple[Decimal, Decimal] | None = None) -> Point:
    return Point(Decimal(value), Paint(INK), LABEL, cell, interval=interval)


CHART = NativeChart(
    sheet="Ziele",
    corner="",
    categories=("One", "Two"),
    series=(
        Series("All", (point("0.5", "a", (Decimal("0.4"), Decimal("0.7"))), point("0.25", "b"))),
        Series("Some", (point("0.1", "c"), Point(None, Paint(INK)))),
    ),
    painted=(0, 1),
    flow=Flow.BARS,
    frame=Box(0.0, 0.0, 300.0, 80.0),
    plot=Box(100.0, 0.0, 200.0, 80.0),
    gap=1.0,
    cell_format='0.0" "%',
    label_format='0.0" "%',
    label=Style(Face.REGULAR, 10.0, INK),
    whisker=Edge(INK, 0.5),
)


def marks(chart: NativeChart) -> tuple[Mark, ...]:
    return native_marks(chart, pipeline.house_fonts(), load("de"))


def boxes(chart: NativeChart) -> dict[str, tuple[float, ...]]:
    """Left, top, width and height of each bar, to a hundredth of a point."""
    bars = {mark.cells[0]: mark.box for mark in marks(chart) if isinstance(mark, Rect)}
    sides = {cell: (box.left, box.top, box.width, box.height) for cell, box in bars.items()}
    return {cell: tuple(round(side, 2) for side in each) for cell, each in sides.items()}


def test_bars_lie_by_pitch_gap_and_overlap() -> None:
    """A row is 40 pt high: two bars and a gap as thick as one of them are 40/3 pt each."""
    assert boxes(CHART) == {
        "a": (100.0, 6.67, 100.0, 13.33),
        "c": (100.0, 20.0, 20.0, 13.33),
        "b": (100.0, 46.67, 50.0, 13.33),
    }
    assert boxes(replace(CHART, overlap=1.0)) == {
        "a": (100.0, 10.0, 100.0, 20.0),
        "c": (100.0, 10.0, 20.0, 20.0),
        "b": (100.0, 50.0, 50.0, 20.0),
    }


def test_parts_lie_end_to_end_on_their_side_of_the_axis() -> None:
    rejecting = replace(CHART.series[0], points=(point("-0.5", "a"), point("-0.25", "b")))
    further = replace(CHART.series[1], points=(point("-0.1", "c"), point("0.1", "d")))
    chart = replace(CHART, series=(rejecting, further), least=-1.0, is_stacked=True)

    assert {cell: (left, width) for cell, (left, _, width, _) in boxes(chart).items()} == {
        "a": (150.0, 50.0),
        "c": (140.0, 10.0),
        "b": (175.0, 25.0),
        "d": (200.0, 10.0),
    }


def test_intervals_are_lines_with_ends() -> None:
    whiskers = [mark for mark in marks(CHART) if isinstance(mark, Stroke)]

    assert [(mark.role, mark.x1, mark.x2, mark.cells) for mark in whiskers] == [
        (MarkRole.WHISKER, 180.0, 240.0, ("a",)),
        (MarkRole.WHISKER, 180.0, 180.0, ("a",)),
        (MarkRole.WHISKER, 240.0, 240.0, ("a",)),
    ]


def test_columns_stand_on_their_axis() -> None:
    chart = replace(CHART, flow=Flow.COLUMNS, axis=Edge(INK, 1.0), whisker=None)

    assert boxes(chart)["a"] == (116.67, 40.0, 33.33, 40.0)
    (axis,) = (mark for mark in marks(chart) if isinstance(mark, Stroke))
    assert (axis.x1, axis.y1, axis.x2, axis.y2) == (100.0, 80.0, 300.0, 80.0)


def test_numbers_are_written_in_the_language_and_format_of_the_chart() -> None:
    def texts(chart: NativeChart) -> list[str]:
        return [mark.text for mark in marks(chart) if isinstance(mark, TextMark) and mark.role is MarkRole.VALUE]

    assert texts(CHART) == ["50,0 %", "25,0 %", "10,0 %"]
    assert texts(replace(CHART, label_format="[$-407]0.0;0.0")) == ["0,5", "0,3", "0,1"]


def charts() -> Iterator[PlacedChart]:
    """Those of the gallery, where every kind of chart is."""
    (source,) = choose([CHECKOUT / "tests" / "gallery" / "briefing"]).sources
    telling = pipeline.tell(pipeline.read(source), ["de"], allow_failed_claims=False, charts=ChartForm.NATIVE)
    (layouts,), _ = pipeline.lay_out(telling, products=[Product.DECK])
    for slide in layouts.deck.slides:
        yield from (item for item in slide.items if isinstance(item, PlacedChart))


def centres(found: tuple[Mark, ...]) -> dict[str, tuple[float, float]]:
    """Of the bars and points of a chart, by their cells."""
    bars = {mark.cells[0]: mark.box for mark in found if isinstance(mark, Rect) and mark.cells}
    points = {mark.cells[0]: mark for mark in found if isinstance(mark, Circle) and mark.role is MarkRole.POINT}
    return {
        **{cell: (box.left + box.width / 2, box.top + box.height / 2) for cell, box in bars.items()},
        **{cell: (mark.x, mark.y) for cell, mark in points.items()},
    }


def test_every_bar_and_point_is_where_the_picture_has_it_with_the_same_number() -> None:
    """The frame of a chart is lower than its picture, so all lie shifted by the same."""
    seen = set[str]()
    for chart in charts():
        seen.add(chart.key.partition("_")[0])
        found = native_marks(chart.content, pipeline.house_fonts(), load("de"))
        native, drawn = centres(found), centres(chart.drawing.marks)
        shared = [cell for cell in drawn if cell in native]
        assert shared
        off = [(native[cell][0] - drawn[cell][0], native[cell][1] - drawn[cell][1]) for cell in shared]
        assert all(abs(x - off[0][0]) <= APART and y == pytest.approx(off[0][1]) for x, y in off), chart.key
        shown = {cell.id: cell.text.removesuffix("%").strip() for cell in chart.drawing.shown}
        for mark in found:
            if isinstance(mark, TextMark) and mark.cells:
                assert mark.text.removesuffix("%").strip() == shown[mark.cells[0]]
    assert seen == {kind.word for kind in HOUSE_KINDS if kind.has_native_form}
