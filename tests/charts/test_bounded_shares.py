"""A share that was published as less than a bound is drawn as a sliver in every kind, with its number as published."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pytest import approx

from report.briefing.model.prose import fixed
from report.charts.alternative import alternative_text
from report.charts.model import Chart
from report.drawing.model import Circle, MarkRole
from report.units import Between, Share
from tests.charts.specimens import (
    PAGE,
    PLACES,
    PROOF,
    bar,
    bars_chart,
    drawn,
    language,
    marks_of,
    parts_chart,
    rects,
    row,
    setting,
    text,
    wave,
    waves_chart,
)

LESS = "<\N{NO-BREAK SPACE}1"
CHARTS = {
    "bars": bars_chart(row("Ja", 60), row("Kaum", "<1"), row("Nie", 0)),
    "parts": parts_chart(row("Ja", 60), row("Nein", 40), row("Kaum", "<1")),
    "columns": waves_chart(wave("2014", "<1"), wave("2016", 49)),
}


def test_a_bar_is_half_as_long_as_its_bound() -> None:
    drawing = drawn(CHARTS["bars"])

    assert bar(drawing, "kaum").box.width == approx(0.005 * 355.6)
    assert not rects(drawing, MarkRole.BAR, "nie")


def test_a_marked_one_is_drawn_and_told_like_any_other() -> None:
    drawing = drawn(bars_chart(row("Ja", 60), row("Kaum", "<0.5", PROOF)))

    assert bar(drawing, "kaum").box.width == approx(0.0025 * 355.6)
    assert text(drawing, "<\N{NO-BREAK SPACE}0,5").width > 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("chart", "answer"), [("bars", "kaum"), ("parts", "kaum"), ("columns", "w2014")])
def test_it_is_never_drawn_as_nothing(chart: str, answer: str, place: str) -> None:
    drawing = drawn(CHARTS[chart], setting(PLACES[place]))

    dots = marks_of(drawing, MarkRole.DOT, answer)
    slivers = rects(drawing, MarkRole.BAR, answer)
    assert len(dots) + len(slivers) == 1
    assert all(min(sliver.box.width, sliver.box.height) > 0 for sliver in slivers)


def test_parts_with_a_sliver_still_fit_the_whole() -> None:
    drawing = drawn(CHARTS["parts"], setting(PAGE))

    parts = [part.box for part in rects(drawing, MarkRole.BAR)]
    assert parts[-1].right == approx(493.3)


@pytest.mark.parametrize("name", CHARTS)
def test_alternative_text_and_metadata_have_the_number_as_it_was_published(name: str) -> None:
    chart: Chart = CHARTS[name]

    words = alternative_text(chart, language(), fixed("Diagramm")).text
    shown = [cell.text for cell in drawn(chart).shown]

    assert f"{LESS}\N{NO-BREAK SPACE}%" in words
    assert f"{LESS}\N{NO-BREAK SPACE}%" in shown


def test_what_a_share_below_its_bound_leaves_of_the_whole_has_no_number() -> None:
    chart = parts_chart(row("Ja", 60), row("Kaum", "<1"), rest="40")
    assert chart.rest
    left = replace(chart.rest, share=Share(Between(Decimal("0.39"), Decimal("0.4"))))

    told = alternative_text(replace(chart, rest=left), language(), fixed("Bild")).text

    assert told.endswith(f"Kaum: {LESS}\N{NO-BREAK SPACE}%; Rest (Rundung oder keine Angabe).")


def test_in_a_field_of_parts_its_dot_is_an_outline_in_the_color_of_its_part() -> None:
    drawing = drawn(parts_chart(row("Ja", 60), row("Nein", 39), row("Kaum", "<1")))

    (dot,) = marks_of(drawing, MarkRole.DOT, "kaum")
    assert isinstance(dot, Circle)
    assert dot.fill is None
    assert dot.edge is not None
    assert all(isinstance(other, Circle) and other.fill for other in marks_of(drawing, MarkRole.DOT, "nein"))
