"""Any chart of any kind in any picture: what fits has room, what does not is left out and counted, numbers agree.

What a picture holds is what the table of capacities in docs/visual-language.md says; the charts are those of the tests
of their kinds, drawn at random.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from report.briefing.model.prose import Figure, fixed
from report.charts.alternative import alternative_text
from report.charts.alternative_length import LONGEST
from report.charts.model import Chart, Setting
from report.charts.order import largest
from report.charts.pictured import pictured
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, Mark, MarkRole, TextMark
from report.drawing.painters.svg import paint_svg
from report.drawing.serial import as_json
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureFormat, PictureName
from report.kinds import HOUSE_KINDS
from report.theme.house import HOUSE
from report.units import Box
from tests.charts import test_across, test_dumbbell, test_grouped, test_line, test_number, test_table
from tests.charts.across_specimens import answer, band, stacked_chart
from tests.charts.collisions import faults
from tests.charts.specimens import bars_chart, by_groups, fonts, grouped_chart, kind_of, language, row, setting
from tests.charts.test_properties import labels, over_waves, rows, whole

NAMES = tuple(PictureName)
HEIGHTS = {
    PictureName.LANDSCAPE: 330.0,
    PictureName.PRINT: 330.0 * 0.378,
    PictureName.SQUARE: 560.0,
    PictureName.PORTRAIT: 760.0,
    PictureName.STORY: 960.0,
}
"""Of an exhibit between a headline of two lines and a source note of three."""
CAPACITIES = {
    "bars": {"landscape": 4, "square": 5, "portrait": 7, "story": 7, "print": 4},
    "grouped": {"landscape": 2, "square": 3, "portrait": 4, "story": 4, "print": 2},
    "stacked": {"landscape": 4, "square": 4, "portrait": 5, "story": 5, "print": 4},
    "diverging": {"landscape": 4, "square": 4, "portrait": 5, "story": 5, "print": 4},
}
REFUSALS = ("label-too-long", "chart-does-not-fit")


@st.composite
def numbers(draw: st.DrawFn) -> Chart:
    compared = st.lists(st.tuples(st.integers(0, 100), labels(40)), max_size=2)
    return test_number.number_chart(draw(st.integers(0, 100)), draw(labels(45)), *draw(compared))


def in_either_order(charts: st.SearchStrategy[Chart]) -> st.SearchStrategy[Chart]:
    """With rows that may be left out, and with rows that stand in an order of their own."""
    return st.builds(lambda chart, keeps: replace(chart, keeps_order=keeps), charts, st.booleans())


CHARTS: dict[str, st.SearchStrategy[Chart]] = {
    "bars": in_either_order(rows().map(lambda shown: bars_chart(*shown))),
    "columns": over_waves(),
    "parts": whole(),
    "grouped": in_either_order(test_grouped.charts(7)),
    "stacked": test_across.charts().filter(lambda chart: chart.kind == "stacked"),
    "diverging": test_across.charts().filter(lambda chart: chart.kind == "diverging"),
    "line": test_line.charts(),
    "dumbbell": test_dumbbell.charts(),
    "table": in_either_order(test_table.crosstabs(12, 8, 34)) | test_table.rankings(11, 34),
    "number": numbers(),
}
KINDS = pytest.mark.parametrize("word", CHARTS)


def place_of(name: PictureName) -> tuple[PictureFormat, Setting]:
    page = HOUSE_PICTURES[name]
    return page, setting(page.charts, HOUSE.ground(page.ground))


def shown_in(chart: Chart, name: PictureName) -> tuple[Chart, Drawing | Diagnostic]:
    """The chart as a picture of that name shows it, with as many rows as there is room for; of an order first all."""
    page, where = place_of(name)
    chart = pictured(chart) if chart.kind == "table" else chart
    kind, count = kind_of(chart), len(chart.rows)
    most = min(count, max(1, kind.capacity(chart, page.height, where)))
    box = Box(0.0, 0.0, page.measure, HEIGHTS[name])
    result: Drawing | Diagnostic | None = None
    most = count if chart.keeps_order else most
    for kept in (count,) if kind.kind.is_whole else range(most, min(count, kind.kind.rows.least) - 1, -1):
        chart_of = largest(chart, kept)
        result = kind.lay_out(replace(chart_of, further=0), box, where)
        if isinstance(result, Drawing):
            return chart_of, result
    assert result is not None
    return chart, result


@KINDS
def test_every_kind_is_drawn_at_random(word: str) -> None:
    assert word in HOUSE_KINDS.words
    assert set(CHARTS) == set(HOUSE_KINDS.words)


@KINDS
@settings(max_examples=25)
@given(st.data(), st.sampled_from(NAMES))
def test_no_two_texts_meet_nothing_leaves_the_box_and_every_cell_stands_once(
    word: str, data: st.DataObject, name: PictureName
) -> None:
    chart, drawing = shown_in(data.draw(CHARTS[word]), name)

    if isinstance(drawing, Diagnostic):
        event(f"{word}: {drawing.id}")
        assert drawing.id in REFUSALS, drawing.as_text()
        return
    assert faults(drawing) == []
    assert drawing.width <= HOUSE_PICTURES[name].measure + 0.01
    assert drawing.exhibit_height <= HEIGHTS[name] + 0.01
    assert min(mark.size for mark in drawing.marks if isinstance(mark, TextMark)) >= floor(name)
    check_numbers(chart, drawing)


@KINDS
@settings(max_examples=15)
@given(st.data(), st.sampled_from(NAMES), st.sampled_from(["de", "en"]))
def test_drawing_json_svg_and_alternative_text_carry_the_same_numbers(
    word: str, data: st.DataObject, name: PictureName, code: str
) -> None:
    chart, drawing = shown_in(data.draw(CHARTS[word]), name)
    if isinstance(drawing, Diagnostic):
        return
    told = json.loads(as_json(drawing))
    assert [(cell["id"], cell["text"]) for cell in told["shown"]] == [(cell.id, cell.text) for cell in drawing.shown]
    texts = [mark.text for mark in drawing.marks if isinstance(mark, TextMark)]
    assert [mark["text"] for mark in told["marks"] if "text" in mark] == texts
    svg = paint_svg(drawing, fonts()).decode()
    assert svg.count("<use ") == sum(len(re.sub(r"\s", "", text)) for text in texts)
    known = {digits for value in values_of(chart) for digits in re.findall(r"\d+(?:[.,]\d+)?", value)}
    spoken = alternative_text(chart, language(code), fixed("Bild"))
    for part in spoken.runs:
        if isinstance(part, Figure) and len(part.cells) == 1:
            assert set(re.findall(r"\d+(?:[.,]\d+)?", part.text)) <= known, part.text
    assert len(spoken.text) <= LONGEST


@pytest.mark.parametrize("word", CAPACITIES)
@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.value)
def test_over_capacity_the_marked_and_the_largest_are_shown_and_the_others_counted(
    word: str, name: PictureName
) -> None:
    if word == "bars":
        chart = bars_chart(*(row(f"A{n}", 50 - n, answer=f"a{n}") for n in range(12)))
    elif word == "grouped":
        chart = grouped_chart(["Eins", "Zwei"], *(by_groups(f"A{n}", 50 - n, 40 - n) for n in range(12)))
    else:
        known = test_across.CHARTS[word]
        chart = replace(known, rows=tuple(replace(known.rows[n % 2], id=f"q{n}") for n in range(12)))
    page, where = place_of(name)

    most = kind_of(chart).capacity(chart, page.height, where)
    kept, _ = shown_in(chart, name)

    assert most == CAPACITIES[word][name.value]
    assert len(kept.rows) + kept.further == 12
    assert len(kept.rows) <= most


def test_of_a_battery_four_rows_stand_below_a_headline_of_two_lines() -> None:
    answers = (answer("yes", "Ja"), answer("no", "Nein"))
    shown = (band(f"q{n}", 70 - n, 30 + n, label=f"Aussage {n}, mit einer Zeile") for n in range(8))
    chart = stacked_chart(answers, *shown, net=("yes",))

    kept, drawing = shown_in(chart, PictureName.LANDSCAPE)

    assert isinstance(drawing, Drawing)
    assert len(kept.rows) == 4
    assert faults(drawing) == []


def floor(name: PictureName) -> float:
    return 28 / 1080 * HOUSE_PICTURES[name].width - 0.01


def values_of(chart: Chart) -> list[str]:
    found = [value for row in chart.rows for value in (*row.values, *row.nets, row.reference) if value]
    return [value.number.text for value in found if value.number]


def check_numbers(chart: Chart, drawing: Drawing) -> None:
    """Every cell is told once, and what stands for it among the marks is its number, once."""
    ids = [cell.id for cell in drawing.shown]
    expected = {str(value.cell.id) for row in chart.rows for value in (*row.values, *row.nets) if value}
    assert len(ids) == len(set(ids))
    held = {str(row.reference.cell.id) for row in chart.rows if row.reference}
    assert set(ids) == expected | (held & {cell for mark in drawing.marks for cell in mark.cells})
    written = defaultdict[str, list[str]](list)
    for mark in drawing.marks:
        if isinstance(mark, TextMark) and mark.role in (MarkRole.VALUE, MarkRole.UNIT) and len(mark.cells) == 1:
            written[mark.cells[0]].append(mark.text)
    for cell in drawing.shown:
        whole, told = bare(cell.text), bare("".join(written[cell.id]))
        assert told in ("", whole, whole.removesuffix("%")) or is_first_and_last(told, whole, chart), (cell, told)
        assert told or stands(cell.id, drawing.marks) or cell.state != "published" or is_left_out(cell.id, chart), cell


def is_first_and_last(told: str, whole: str, chart: Chart) -> bool:
    """A line of one wave begins and ends with the same number."""
    return chart.kind == "line" and told == whole * 2


def is_left_out(cell: str, chart: Chart) -> bool:
    """A share of nothing has no bar; what is neither side of a scale is told below the picture."""
    told = {str(value.cell.id): value for row in chart.rows for value in row.values if value}
    sides = {name for net in chart.nets for name in net.columns}
    value = told.get(cell)
    is_empty = value is not None and value.cell.share is not None and value.cell.share.drawn == 0
    return is_empty or (chart.kind == "diverging" and value is not None and value.cell.id.answer not in sides)


def stands(cell: str, marks: tuple[Mark, ...]) -> bool:
    """Whether a bar, point, dot or tick stands for the cell."""
    roles = (MarkRole.BAR, MarkRole.POINT, MarkRole.DOT, MarkRole.TICK)
    return any(mark.role in roles and cell in mark.cells for mark in marks)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("planted", ["number", "bar", "cell"])
def test_the_check_of_numbers_finds_what_is_planted(planted: str) -> None:
    chart, drawing = shown_in(bars_chart(row("Ja", 51), row("Nein", 37)), PictureName.SQUARE)
    assert isinstance(drawing, Drawing)
    check_numbers(chart, drawing)
    if planted == "number":
        marks = tuple(
            replace(mark, text="52\N{NO-BREAK SPACE}%") if isinstance(mark, TextMark) and "51" in mark.text else mark
            for mark in drawing.marks
        )
    else:
        marks = tuple(mark for mark in drawing.marks if mark.role not in (MarkRole.BAR, MarkRole.VALUE, MarkRole.UNIT))
    shown = drawing.shown[1:] if planted == "cell" else drawing.shown
    with pytest.raises(AssertionError):
        check_numbers(chart, replace(drawing, marks=marks, shown=shown))
