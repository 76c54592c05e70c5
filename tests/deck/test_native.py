"""Native charts: the numbers of picture, chart and workbook are the same, and PowerPoint's own laws are kept."""

from __future__ import annotations

import html
import itertools
import json
import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from report.charts.model import Chart
from report.deck.model import Alignment, PlacedChart, PlacedMark, PlacedText
from report.deck.model.charts import Point
from report.deck.native.placing import even
from report.deck.shape_xml import text_shape
from report.deck.text_xml import Pen
from report.drawing.model import MarkRole, Rect
from report.drawing.painters.metadata import metadata_json
from report.ooxml.package import parts_of
from report.ooxml.sheets import sheet_name
from report.survey.model import AnswerRole
from report.theme.house import HOUSE
from tests.charts.across_specimens import (
    ADVICE,
    AGREEMENT,
    FREQUENCY,
    HASKELL,
    answer,
    band,
    diverging_chart,
    stacked_chart,
)
from tests.charts.specimens import (
    CONTRAST,
    NOT_PUBLISHED,
    ON_INK,
    PROOF,
    SLIDE_NARROW,
    Percent,
    bars_chart,
    by_groups,
    empty,
    grouped_chart,
    note,
    row,
    series,
    series_chart,
    setting,
    unpublished,
    wave,
    waves_chart,
)
from tests.deck.native_charts import (
    NAMES,
    Column,
    book_of,
    columns_of,
    native,
    part,
    placed,
    sheet_of,
    value_of,
)

WHOLE = "100\u00a0%"
GOALS = bars_chart(
    row("Bekanntheit", 77, PROOF),
    row("Bewerber", 31, CONTRAST),
    row("Service", 21),
    row("Verkauf", "0.4"),
    row("Sonstiges", 0),
    row("Umfragen", NOT_PUBLISHED),
)
PERCENTS = st.one_of(st.integers(0, 100), st.just("<1"), st.just(NOT_PUBLISHED))


# ------------------------------------------------------------------------------------------------------- same numbers


def check(chart: Chart, *, is_bare: bool = False) -> None:
    """Picture, chart and workbook have the same numbers in the same order, with the same labels."""
    shown = native(chart)
    columns, sheet = columns_of(part(shown), ","), sheet_of(book_of(shown))
    in_picture = {cell["id"]: cell["text"] for cell in json.loads(metadata_json(shown.drawing))["cells"]}
    count = len(columns[0].categories)
    assert sheet.name == "Ziele"
    assert all(column.categories == columns[0].categories for column in columns)
    assert sheet.column("A", count) == list(columns[0].categories)
    texts = [column for column in columns if any(point.label and point.label.text for point in _points(chart, column))]
    for letter, column in zip("BCDEFGHIJ", columns, strict=False):
        assert sheet.cells[f"{letter}1"] == column.header
        assert [None if cell is None else Decimal(cell) for cell in sheet.column(letter, count)] == list(column.values)
        for point, value, label in zip(_points(chart, column), column.values, column.labels, strict=True):
            if column.header == WHOLE:
                continue
            assert point.value == value
            if label is not None:
                said = in_picture[str(point.cell)]
                assert label == (said.removesuffix("\u00a0%") if is_bare else said)
    assert len({key[0] for key in sheet.cells}) == 1 + len(columns) + len(texts)


def _points(chart: Chart, column: Column) -> tuple[Point, ...]:
    return next(series.points for series in native(chart).content.series if series.name == column.header)


@settings(max_examples=40, deadline=None)
@given(st.lists(PERCENTS, min_size=2, max_size=7))
def test_bars_have_the_numbers_of_their_picture(percents: list[Percent]) -> None:
    chart = bars_chart(*(row(f"Antwort{n}", each) for n, each in enumerate(percents)))

    if sum(each is not NOT_PUBLISHED for each in percents) > 1:
        check(chart)
        values = columns_of(part(native(chart)), ",")[0].values
        assert [value is None for value in values] == [each is NOT_PUBLISHED for each in percents]


@settings(max_examples=40, deadline=None)
@given(st.lists(PERCENTS, min_size=2, max_size=8))
def test_columns_have_the_numbers_of_their_picture(percents: list[Percent]) -> None:
    slots = [wave(str(2010 + n), each) for n, each in enumerate(percents)]

    if sum(each not in (NOT_PUBLISHED, 0) for each in percents) > 1:
        check(waves_chart(*slots))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PERCENTS, PERCENTS, PERCENTS), min_size=2, max_size=5))
def test_clusters_have_the_numbers_of_their_picture(rows: list[tuple[Percent, ...]]) -> None:
    chart = grouped_chart(
        ["klein", "mittel", "groß"], *(by_groups(f"Antwort{n}", *each) for n, each in enumerate(rows))
    )

    if sum(any(each not in (NOT_PUBLISHED, 0) for each in row) for row in rows) > 1:
        check(chart)


@st.composite
def parts(draw: st.DrawFn, count: int) -> list[int]:
    """Percentages that are parts of 100."""
    ends = sorted(draw(st.lists(st.integers(0, 100), min_size=count, max_size=count)))
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


@settings(max_examples=40, deadline=None)
@given(st.lists(parts(6), min_size=2, max_size=6))
def test_parts_have_the_numbers_of_their_picture(rows: list[list[int]]) -> None:
    if sum(any(each) for each in rows) > 1:
        check(stacked_chart(FREQUENCY, *(band(f"q{n}", *each) for n, each in enumerate(rows))), is_bare=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(parts(6), min_size=2, max_size=6))
def test_sides_have_the_numbers_of_their_picture(rows: list[list[int]]) -> None:
    if sum(any(each[:4]) for each in rows) > 1:
        check(diverging_chart(AGREEMENT, *(band(f"q{n}", *each) for n, each in enumerate(rows))), is_bare=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PERCENTS, PERCENTS, PERCENTS, PERCENTS), min_size=1, max_size=4))
def test_lines_have_the_numbers_of_their_picture(rows: list[tuple[Percent, ...]]) -> None:
    answers = (series(f"Antwort{n}", *each) for n, each in enumerate(rows))
    chart = series_chart(*answers, kind_name="line", dates=["2012", "2014-05", "2017", "2021-03-08"])

    if not isinstance(placed(chart), str):
        check(chart)


def test_decimals_are_printed_as_in_the_picture() -> None:
    rows = [row("Heizung", "53.4", decimals=1), row("Strom", "8.0", decimals=1), row("Wasser", "0.04", decimals=1)]
    chart = bars_chart(*rows, decimals=1)

    check(chart)
    assert columns_of(part(native(chart)), ",")[0].labels == ("53,4\u00a0%", "8,0\u00a0%", "<\u00a00,1\u00a0%")


# ------------------------------------------------------------------------------------------------------- what is shown


def test_a_bar_lies_on_a_track_and_what_was_not_published_is_a_gap_in_both() -> None:
    values, track = columns_of(part(native(GOALS)), ",")

    assert values.labels == ("77\u00a0%", "31\u00a0%", "21\u00a0%", "<\u00a01\u00a0%", "0\u00a0%", None)
    assert values.values == (Decimal("0.77"), Decimal("0.31"), Decimal("0.21"), Decimal("0.004"), Decimal(0), None)
    assert track == Column(WHOLE, values.categories, (*[Decimal(1)] * 5, None), (None,) * 6)


def test_a_label_that_is_no_number_stands_in_a_cell_of_its_own() -> None:
    sheet = sheet_of(book_of(native(GOALS)))

    assert sheet.cells["D1"] == f"{sheet.cells['B1']}, Text"
    assert sheet.column("D", 6) == [None, None, None, "<\u00a01\u00a0%", None, None]


def test_what_is_known_as_less_than_a_bound_has_no_number_that_nobody_published() -> None:
    chart = bars_chart(row("Heizung", 53), row("Strom", 8), row("Wasser", "<1"))
    book = book_of(native(chart))

    assert sheet_of(book).column("B", 3) == ["0.53", "0.08", "0.01"]
    codes = re.findall(r'formatCode="([^"]*)"', parts_of(book)["xl/styles.xml"].decode())
    assert [html.unescape(code) for code in codes] == ['0"\u00a0"%', '[<=0.01]"<\u00a01\u00a0%";0"\u00a0"%']


def test_marks_have_the_colours_of_the_theme_by_their_names() -> None:
    content = part(native(GOALS)).decode()

    assert re.findall(r'<c:dPt>.*?schemeClr val="(\w+)"', content)[:2] == ["accent1", "accent2"]


def test_the_plot_lies_where_the_picture_has_its_bars() -> None:
    shown = native(GOALS)
    box, plot = shown.box, ElementTree.fromstring(part(shown)).find(".//c:plotArea/c:layout/c:manualLayout", NAMES)
    assert plot is not None
    left, width = (float(value_of(plot, f"c:{name}") or 0) * box.width for name in "xw")
    tracks = [mark for mark in shown.drawing.marks if mark.role is MarkRole.TRACK]

    assert 43.2 + tracks[0].box.left == pytest.approx(box.left + left, abs=0.05)  # type: ignore[union-attr]
    assert width == pytest.approx(355.6, abs=0.05)
    assert {value_of(plot, f"c:{name}") for name in ("xMode", "yMode")} == {"edge"}
    gap = int(value_of(ElementTree.fromstring(part(shown)), ".//c:gapWidth") or 0)
    assert box.height / 6 / (1 + gap / 100) == pytest.approx(28.8, abs=0.1)


def test_axes_are_numbered_from_one_and_the_scale_is_hidden() -> None:
    root = ElementTree.fromstring(part(native(GOALS)))
    axes = root.findall(".//c:valAx", NAMES) + root.findall(".//c:catAx", NAMES)

    assert sorted(value_of(axis, "c:axId") or "" for axis in axes) == ["1", "2"]
    assert [value_of(axes[0], f"c:{key}") for key in ("delete", "scaling/c:max", "scaling/c:min")] == [
        "1",
        "1.00000",
        "0.00000",
    ]
    assert value_of(root, "c:roundedCorners") == "0"
    assert value_of(root, "c:lang") == "de-DE"


def test_brackets_rings_and_words_stand_on_the_slide_and_no_number_twice() -> None:
    items = placed(GOALS, notes=[note("bekanntheit")])
    assert not isinstance(items, str)
    marks = {item.mark.role for item in items if isinstance(item, PlacedMark)}
    texts = [item.text for item in items if isinstance(item, PlacedText)]

    assert marks == {MarkRole.RING, MarkRole.LEADER}
    assert texts == ["nicht veröffentlicht"]


def test_labels_above_their_bars_stay_on_the_slide_and_rows_keep_their_names() -> None:
    on_ink = setting(SLIDE_NARROW, ON_INK)
    items = placed(GOALS, on_ink)
    assert not isinstance(items, str)
    shown = native(GOALS, on_ink)

    assert [item.text for item in items if isinstance(item, PlacedText)][:2] == ["Bekanntheit", "Bewerber"]
    assert value_of(ElementTree.fromstring(part(shown, on_ink)), ".//c:catAx/c:tickLblPos") == "none"
    assert columns_of(part(shown, on_ink), ",")[0].categories[0] == "Bekanntheit"


def test_a_tick_stands_on_the_slide_and_numbers_keep_off_it() -> None:
    held = replace(GOALS.rows[0], reference=row("x", 79).values[0])
    chart = replace(GOALS, rows=(held, *GOALS.rows[1:]), reference=GOALS.title)
    items = placed(chart)
    assert not isinstance(items, str)

    assert sum(isinstance(item, PlacedMark) and item.mark.role is MarkRole.TICK for item in items) == 2
    moved = ElementTree.fromstring(part(native(chart))).findall(".//c:dLbl/c:layout/c:manualLayout/c:x", NAMES)
    assert len(moved) == 5


def test_an_empty_period_and_an_unpublished_wave_are_gaps() -> None:
    chart = waves_chart(wave("2014", 35), empty("2015"), unpublished("2016"), wave("2017", 49, PROOF))

    assert columns_of(part(native(chart)), ",")[0].values == (Decimal("0.35"), None, None, Decimal("0.49"))


@pytest.mark.parametrize("below", [1.0, 1.6])
def test_words_below_a_period_keep_away_from_dates_that_a_program_sets_lower_than_we_do(below: float) -> None:
    usual = setting()
    size, columns = usual.measures.label.size, usual.measures.columns
    close = replace(columns, words=columns.label + below * size)

    found = even(replace(usual, measures=replace(usual.measures, columns=close))).measures.columns

    assert found.words - found.label == pytest.approx(max(below, 1.25) * size)


def test_clauses_of_a_reason_are_paragraphs_in_a_frame_that_ends_with_their_band() -> None:
    reason = "2014: vier Vorgaben, Summe 117 %; 2016: drei Vorgaben, Summe 99 %"
    chart = waves_chart(wave("2014", 35), empty("2015"), wave("2016", 49, PROOF), breaks=[(0, 2, reason)])
    items = placed(chart)
    assert not isinstance(items, str)
    texts = [item for item in items if isinstance(item, PlacedText)]
    (band,) = (item.extent for item in items if isinstance(item, PlacedMark) and isinstance(item.mark, Rect))

    told = next(text for text in texts if "Summe" in text.text)
    assert [paragraph.text.replace("\n", " ") for paragraph in told.paragraphs] == [
        "2014: vier Vorgaben, Summe 117\u00a0%;",
        "2016: drei Vorgaben, Summe 99\u00a0%",
    ]
    assert told.box.right <= band.right


def _labels(chart: Chart) -> list[PlacedText]:
    """The labels that stand on the slide, not in the chart."""
    items = placed(chart)
    assert not isinstance(items, str), items
    return [item for item in items if isinstance(item, PlacedText) and item.name.startswith("exhibit label")]


def test_names_of_groups_below_each_other_are_a_text_each() -> None:
    names = ["bis 49 Beschäftigte", "50 bis 249", "ab 250 Beschäftigte"]
    chart = grouped_chart(names, *(by_groups(f"Antwort{n}", 40 + n, 30, 20) for n in range(2)))

    assert [label.text for label in _labels(chart)] == names


def test_a_name_of_a_line_has_the_room_up_to_the_next_text_and_shrinks_in_it() -> None:
    chart = series_chart(series("Gas", 49, 48), series("Wärmepumpe", 9, 19, mark=PROOF), kind_name="line")
    items = placed(chart)
    assert not isinstance(items, str), items
    picture = next(item for item in items if isinstance(item, PlacedChart))
    names = _labels(chart)
    changes = [item for item in items if isinstance(item, PlacedText) and item.name.startswith("exhibit change")]

    assert [name.text for name in names if name.alignment is Alignment.LEFT] == ["Gas", "Wärmepumpe"]
    for name in names:
        assert name.shrinks
        assert name.box.width >= 1.2 * name.extent.width
        level = [other for other in changes if abs(other.baseline - name.baseline) < name.box.height / 2]
        assert name.box.right <= min([picture.box.right, *(change.extent.left for change in level)])


@pytest.mark.parametrize("chart", [ADVICE, HASKELL], ids=["stacked", "diverging"])
def test_no_frame_of_a_name_above_bars_reaches_the_letters_of_its_neighbour(chart: Chart) -> None:
    labels = [label for label in _labels(chart) if len(label.baselines) == 1]

    for one, other in itertools.permutations(labels, 2):
        if abs(one.baseline - other.baseline) < one.box.height / 2 and one.extent.left < other.extent.left:
            assert one.box.right <= other.extent.left
            assert other.box.left >= one.extent.right


def test_a_name_of_several_lines_is_one_text_of_one_paragraph() -> None:
    figures = [answer("middle", "teils/teils sowohl", AnswerRole.MIDPOINT)]
    chart = diverging_chart((*AGREEMENT[:4], *figures, *AGREEMENT[5:]), band("pay", 26, 15, 30, 20, 8, 1))
    (label,) = (label for label in _labels(chart) if "teils" in label.text)

    (paragraph,) = label.paragraphs
    assert [line.text for line in paragraph.lines] == ["teils/teils", "sowohl"]
    assert label.alignment is Alignment.RIGHT


def test_a_break_behind_a_slash_is_written_since_programs_make_none_there() -> None:
    figures = [answer("middle", "einerseits/andererseits", AnswerRole.MIDPOINT)]
    chart = diverging_chart((*AGREEMENT[:4], *figures, *AGREEMENT[5:]), band("pay", 26, 15, 30, 20, 8, 1))
    (label,) = (label for label in _labels(chart) if "einerseits" in label.text)
    written = ElementTree.fromstring(etree.tostring(text_shape(label, 2, Pen(HOUSE, setting().ground, "de"))))

    assert [len(written.findall(path, NAMES)) for path in (".//a:p", ".//a:br")] == [1, 1]
    assert [each.text for each in written.iterfind(".//a:t", NAMES)] == ["einerseits/", "andererseits"]


def test_waves_lie_at_their_days_which_the_table_shows_as_exactly_as_they_are_known() -> None:
    rows = [series("Gas", 49, 48, 46), series("Öl", 27, 20, 19, mark=PROOF)]
    shown = native(series_chart(*rows, kind_name="line", dates=["2015", "2018-09", "2025-06-12"]))
    root, sheet = ElementTree.fromstring(part(shown)), sheet_of(book_of(shown))

    assert root.find(".//c:dateAx", NAMES) is not None
    assert sheet.column("A", 3) == ["42186", "43358", "45820"]
    assert [day.format for day in shown.content.days] == ["yyyy", "yyyy-mm", "yyyy-mm-dd"]
    assert [series.name for series in shown.content.series] == ["Gas", "Öl"]


def test_a_line_across_a_wave_that_was_not_published_is_dashed_on_the_slide() -> None:
    rows = [series("Gas", 49, NOT_PUBLISHED, 46, 45), series("Öl", 27, NOT_PUBLISHED, 19, 18)]
    items = placed(series_chart(*rows, kind_name="line", dates=["2015", "2017", "2019", "2021"], hidden=["2017"]))
    assert not isinstance(items, str)
    dashed = [item for item in items if isinstance(item, PlacedMark) and item.mark.role is MarkRole.LINE]

    assert len(dashed) == 2
    assert all(
        items.index(mark) < next(n for n, item in enumerate(items) if isinstance(item, PlacedChart)) for mark in dashed
    )


def test_rejection_is_negative_and_lies_outside_from_weak_to_strong() -> None:
    rows = [band("pay", 26, 15, 30, 20, 8, 1), band("heat", 5, 8, 40, 40, 6, 1)]
    shown = native(diverging_chart(AGREEMENT, *rows))

    assert [series.name for series in shown.content.series] == [column.label for column in AGREEMENT[:4]]
    assert [series.points[0].value for series in shown.content.series] == [-26, -15, 30, 20]
    assert sorted(shown.content.painted.index(place) for place in (1, 2)) == [0, 1]


@pytest.mark.parametrize(
    ("chart", "why"),
    [
        (bars_chart(row("Ja", 40)), "its one answer is shown as a field of dots"),
        (bars_chart(*(row(f"a{n}", 40 - n) for n in range(16))), "its rows stand in two columns"),
        (
            series_chart(
                series("Gas", 49, 48, 46, 45),
                kind_name="line",
                dates=["2015", "2017", "2019", "2021"],
                breaks=[(1, 2, "2019 anders gefragt")],
            ),
            "a break parts its lines",
        ),
        (bars_chart(row("Ja", NOT_PUBLISHED), row("Nein", NOT_PUBLISHED)), "too little of it was published"),
    ],
)
def test_what_powerpoint_cannot_lay_out_stays_a_picture(chart: Chart, why: str) -> None:
    assert placed(chart) == why


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("Soziale Medien", "Soziale Medien"),
        ("Lohn/Gehalt: was [heute] zählt?", "Lohn Gehalt was heute zählt"),
        ("Anteil der Unternehmen mit eigenem Team", "Anteil der Unternehmen mit eige"),
        ("???", "Data"),
    ],
)
def test_a_topic_names_the_sheet_as_far_as_excel_lets_it(topic: str, name: str) -> None:
    assert sheet_name(topic) == name
