"""Charts on any format: inside the box they are given, larger and smaller with their page."""

import pytest
from pytest import approx

from report.charts.model import Chart
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, Mark, Outline, Polygon, Raster, Rect, Stroke, TextMark
from report.formats.charts import ChartMeasures
from report.formats.house_slides import HOUSE_SLIDES, house_slides
from report.units import Box
from tests.charts.specimens import (
    CONTRAST,
    PAGE,
    PROOF,
    SLIDE,
    WIDTHS,
    bar,
    bars_chart,
    drawn,
    laid_out,
    note,
    parts_chart,
    refused,
    row,
    setting,
    unpublished,
    wave,
    waves_chart,
)

GOALS = bars_chart(row("Bekanntheit", 77, PROOF), row("Absatz", 57), row("Dialog", 21, CONTRAST))
SINGLE = bars_chart(row("Ja", 49, PROOF))
TEAMS = parts_chart(row("Eigene Teams", 49, PROOF), row("Jeder", 33), row("Keine", 17), rest="1")
WAVES = waves_chart(wave("2013", 24), unpublished("2014"), wave("2016", 49, PROOF), breaks=[(0, 2, "neu gefragt")])
CHARTS = {"bars": GOALS, "single": SINGLE, "parts": TEAMS, "waves": WAVES}
SIZES = [(960, 540), (1280, 720), (720, 405), (720, 540), (1080, 1080), (2000, 540)]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize("measures", [SLIDE, PAGE], ids=["slide", "page"])
def test_a_chart_wider_than_its_box_is_refused(chart: Chart, measures: ChartMeasures) -> None:
    fault = refused(chart, setting(measures), box=Box(0, 0, 200, 500))

    assert fault.id in ("chart-does-not-fit", "label-too-long")


def test_the_refusal_of_a_wide_chart_tells_both_widths() -> None:
    fault = refused(GOALS, box=Box(0, 0, 500, 299))

    assert fault.message == "the chart is 604 pt wide, 500 pt are there"


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_on_a_slide_of_any_size_a_chart_stays_in_its_box_or_names_what_does_not_fit(
    chart: Chart, width: float, height: float
) -> None:
    slides = house_slides(width, height)
    frame = slides.frame
    for measures, room in ((slides.charts, slides.measure), (slides.narrow_charts, slides.grid.columns_width(8, 12))):
        box = Box(0, 0, room, frame.exhibit_bottom - frame.exhibit_top)
        result = laid_out(chart, setting(measures), box=box)

        if isinstance(result, Diagnostic):
            assert result.id in ("label-too-long", "chart-does-not-fit")
        else:
            _stays_within(result, box)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_on_a_slide_of_the_same_proportions_a_chart_is_the_house_s_scaled(chart: Chart) -> None:
    factor, half = 0.5, house_slides(HOUSE_SLIDES.width / 2, HOUSE_SLIDES.height / 2)
    notes = [note("bekanntheit")] if chart is GOALS else []
    small_notes = [note("bekanntheit", width=100.0, height=23.0)] if chart is GOALS else []

    house = drawn(chart, setting(SLIDE), box=Box(0, 0, WIDTHS[SLIDE], 299), notes=notes)
    small = drawn(chart, setting(half.charts), box=Box(0, 0, half.measure, 149.5), notes=small_notes)

    assert [small.width, small.height] == approx([house.width * factor, house.height * factor])
    for mark, other in zip(small.marks, house.marks, strict=True):
        assert _edges(mark) == approx(tuple(edge * factor for edge in _edges(other)))


def test_a_hundred_per_cent_is_as_long_as_five_columns_on_a_slide_of_any_size() -> None:
    for width, height in SIZES:
        slides = house_slides(width, height)
        drawing = drawn(GOALS, setting(slides.charts), box=Box(0, 0, slides.measure, slides.height / 2))

        assert bar(drawing, "bekanntheit").box.width == approx(0.77 * slides.grid.columns_width(4, 8))


def _stays_within(drawing: Drawing, box: Box) -> None:
    assert drawing.width <= box.width + 0.01
    assert drawing.exhibit_height <= box.height + 0.01
    for mark in drawing.marks:
        left, top, right, bottom = _edges(mark)
        assert left >= -0.5 and top >= -0.5, mark
        assert right <= drawing.width + 0.5 and bottom <= drawing.height + 0.5, mark


def _edges(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark; of a text its baseline."""
    match mark:
        case Rect(box=box):
            return box.left, box.top, box.right, box.bottom
        case Circle(x=x, y=y, radius=radius):
            return x - radius, y - radius, x + radius, y + radius
        case Stroke():
            return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
        case Polygon(points=points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs), min(ys), max(xs), max(ys)
        case Outline() | Raster():
            return mark.extent.left, mark.extent.top, mark.extent.right, mark.extent.bottom
        case TextMark():
            return mark.x, mark.y, mark.x + mark.width, mark.y
