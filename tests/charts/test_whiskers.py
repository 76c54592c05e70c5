"""Intervals on bars: a thin line from end to end, numbers clear of it, told to programs; native error bars the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.model.prose import fixed
from report.charts.alternative import alternative_text
from report.charts.alternative_length import LONGEST
from report.charts.model import Chart, ChartRow
from report.deck.model import PlacedMark
from report.drawing.model import Drawing, MarkRole, Rect, Stroke, TextMark
from report.drawing.painters.metadata import metadata_json
from report.tables.model import Interval
from report.units import Share
from tests.charts.specimens import (
    PLACES,
    PROOF,
    bars_chart,
    by_groups,
    drawn,
    grouped_chart,
    language,
    parts_chart,
    place,
    row,
    setting,
)
from tests.deck.native_charts import NAMES, book_of, native, part, placed, sheet_of


def between(found: ChartRow, *ends: tuple[float, float]) -> ChartRow:
    """The row, each of its values with the interval between two percentages."""
    values = [
        value and replace(value, cell=replace(value.cell, interval=interval(*each)))
        for value, each in zip(found.values, ends, strict=True)
    ]
    return replace(found, values=tuple(values))


def interval(lower: float, upper: float) -> Interval:
    return Interval(Share(lower / 100), Share(upper / 100), Share(0.95))


BARS = bars_chart(
    between(row("Bekanntheit", 77, PROOF), (72.5, 81.0)),
    between(row("Bewerber", 31), (26.5, 35.9)),
    between(row("Fast alle", 96, answer="all"), (93.1, 97.8)),
    between(row("Niemand", 0), (0.0, 2.2)),
    row("Ohne", 12),
)
GROUPED = grouped_chart(
    ["klein", "groß"],
    between(by_groups("Eigene", (46, PROOF), 57, alle=49), (40.0, 52.0), (48.0, 66.0)),
    between(by_groups("Gemeinsame", 32, 36, alle=33), (27.0, 37.5), (28.0, 45.0)),
)


@pytest.mark.parametrize(
    ("chart", "code", "said"),
    [
        (
            BARS,
            "de",
            "Bekanntheit: 77 % (hervorgehoben, Konfidenzintervall zu 95 %: 73 bis 81 %); Bewerber: 31 % (27 bis 36 %);"
            " Fast alle: 96 % (93 bis 98 %); Niemand: 0 % (0 bis 2 %); Ohne: 12 %.",
        ),
        (
            BARS,
            "en",
            "Bekanntheit: 77 % (highlighted, 95% confidence interval: 73 to 81%); Bewerber: 31 % (27 to 36%);"
            " Fast alle: 96 % (93 to 98%); Niemand: 0 % (0 to 2%); Ohne: 12 %.",
        ),
        (GROUPED, "en", "Eigene: klein 46 % (95% confidence interval: 40 to 52%), groß 57 % (48 to 66%), alle 49 %."),
    ],
)
def test_who_cannot_see_the_lines_is_told_the_intervals(chart: Chart, code: str, said: str) -> None:
    alternative = alternative_text(chart, language(code), fixed("Balken")).text.replace("\N{NO-BREAK SPACE}", " ")

    assert said in alternative
    assert len(alternative) <= LONGEST


def test_where_not_all_intervals_have_room_that_of_the_marked_answer_is_told() -> None:
    rows = [between(row(f"Eine lange Antwort {n}", 60 - n, answer=f"a{n}"), (55.5, 65.5)) for n in range(4)]
    marked = between(row("Die Antwort, um die es geht", 50, PROOF, answer="it"), (45.0, 55.4))

    alternative = alternative_text(bars_chart(*rows, marked), language("en"), fixed("Bars")).text

    assert "(highlighted, 95% confidence interval: 45 to 55%)" in alternative
    assert alternative.count(" to ") == 1
    assert all(f"Antwort {n}" in alternative for n in range(4))


def test_what_is_drawn_as_parts_has_no_lines_and_tells_no_intervals() -> None:
    chart = parts_chart(*(between(row(name, 50), (45.0, 55.0)) for name in ("Ja", "Nein")))

    assert "interval" not in alternative_text(chart, language("en"), fixed("Bar")).text


def on(chart: Chart, name: str) -> Drawing:
    where = setting(PLACES[name])
    return drawn(chart, where, box=place(chart, where))


def lines(drawing: Drawing) -> Mapping[str, tuple[float, float]]:
    """The level line of each cell that has one, from its left to its right end."""
    return {
        mark.cells[0]: (mark.x1, mark.x2)
        for mark in drawing.marks
        if isinstance(mark, Stroke) and mark.role is MarkRole.WHISKER and mark.cells and mark.y1 == mark.y2
    }


def track(drawing: Drawing) -> Rect:
    return next(mark for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("chart", [BARS, GROUPED], ids=["bars", "grouped"])
def test_a_line_is_as_long_as_its_interval(chart: Chart, name: str) -> None:
    drawing = on(chart, name)
    box, found = track(drawing).box, lines(drawing)

    intervals = {
        str(value.cell.id): value.cell.interval
        for each in chart.rows
        for value in each.values
        if value and value.cell.interval
    }
    assert set(found) == set(intervals)
    for cell, (left, right) in found.items():
        lower, upper = intervals[cell].lower, intervals[cell].upper
        assert left == pytest.approx(box.left + lower.drawn * box.width)
        assert right == pytest.approx(box.left + upper.drawn * box.width)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("chart", [BARS, GROUPED], ids=["bars", "grouped"])
def test_no_number_stands_on_its_line(chart: Chart, name: str) -> None:
    drawing = on(chart, name)
    found = lines(drawing)

    for mark in drawing.marks:
        if isinstance(mark, TextMark) and mark.role in (MarkRole.VALUE, MarkRole.UNIT) and mark.cells[0] in found:
            left, right = found[mark.cells[0]]
            assert mark.x >= right or mark.x + mark.width <= left, mark.text


@given(st.integers(0, 100), st.floats(0, 30), st.floats(0, 30))
def test_wherever_it_lies(share: int, below: float, above: float) -> None:
    ends = max(0.0, share - below), min(100.0, share + above)
    drawing = on(bars_chart(between(row("A", share), ends), row("B", 50)), "slide")
    ((left, right),) = lines(drawing).values()

    texts = [mark for mark in drawing.marks if isinstance(mark, TextMark) and mark.role is MarkRole.VALUE]
    assert all(mark.x >= right or mark.x + mark.width <= left for mark in texts if mark.cells[0].startswith("q/a@"))


def test_a_value_without_an_interval_is_drawn_as_ever() -> None:
    plain = bars_chart(row("Bekanntheit", 77, PROOF), row("Bewerber", 31))

    assert lines(on(plain, "slide")) == {}


def test_programs_are_told_both_ends() -> None:
    cells = {cell["id"]: cell for cell in json.loads(metadata_json(on(BARS, "slide")))["cells"]}

    assert cells["q/bekanntheit@w2016"]["interval"] == {"lower": 0.725, "upper": 0.81, "confidence": 0.95}
    assert "interval" not in cells["q/ohne@w2016"]


def reaches(series: ElementTree.Element, side: str) -> dict[int, Decimal]:
    points = series.iterfind(f"c:errBars/c:{side}/c:numRef/c:numCache/c:pt", NAMES)
    return {int(point.get("idx", "")): Decimal(point.findtext("c:v", "", NAMES)) for point in points}


def test_a_native_chart_has_them_as_error_bars() -> None:
    shown = native(BARS)
    series = ElementTree.fromstring(part(shown)).findall(".//c:ser", NAMES)
    having = [each for each in series if each.find("c:errBars", NAMES) is not None]

    assert len(having) == 1
    (values,) = having
    assert values.find("c:errBars/c:errValType", NAMES).get("val") == "cust"  # type: ignore[union-attr]
    assert reaches(values, "minus") == {n: Decimal(d) for n, d in enumerate(("0.045", "0.045", "0.029", "0"))}
    assert reaches(values, "plus") == {n: Decimal(d) for n, d in enumerate(("0.04", "0.049", "0.018", "0.022"))}


def test_error_bars_stand_out_from_dark_bars_as_the_lines_of_the_picture_do() -> None:
    glow = ElementTree.fromstring(part(native(BARS))).find(".//c:errBars/c:spPr/a:effectLst/a:glow", NAMES)

    assert glow is not None
    assert int(glow.get("rad", "")) > 0
    assert [child.tag.partition("}")[2] for child in glow] == ["schemeClr"]


def test_its_workbook_has_them_too() -> None:
    cells = sheet_of(book_of(native(GROUPED))).cells

    assert [cells[f"{name}1"] for name in "BCDEFG"] == ["klein", "groß", "klein, −", "klein, +", "groß, −", "groß, +"]
    assert [Decimal(cells[f"{name}2"]) for name in "DEFG"] == [Decimal(d) for d in ("0.06", "0.06", "0.09", "0.09")]


def test_a_native_chart_leaves_no_line_beside_it() -> None:
    items = placed(GROUPED)
    assert not isinstance(items, str)
    assert not any(isinstance(item, PlacedMark) and item.mark.role is MarkRole.WHISKER for item in items)
