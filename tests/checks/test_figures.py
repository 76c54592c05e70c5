"""Charts that show other numbers than their workbooks, and texts whose figures somebody changed, are told."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from openpyxl import load_workbook

from report.checks import figures
from report.diagnostics import DeckPlace, Severity
from report.ooxml.package import parts_of
from tests.checks.decks import GOOD, Edit, bytes_of, found_in, ids, planted, swap

CHART = next(name for name in parts_of(GOOD) if name.startswith("ppt/charts/chart"))
WORKBOOK = next(name for name in parts_of(GOOD) if name.endswith(".xlsx"))


def book(change: Callable[[Any], object]) -> Edit:
    """The edit that changes the workbook of the chart, whose sheet has answers in A and years in B and C."""

    def edit(blob: bytes) -> bytes:
        changed, saved = load_workbook(BytesIO(blob)), BytesIO()
        change(changed.active)
        changed.save(saved)
        return saved.getvalue()

    return edit


PLANTED = [
    ("chart-cache", {CHART: swap("<c:v>49</c:v>", "<c:v>51</c:v>")}),
    ("chart-cache", {CHART: swap("<c:v>verteilt</c:v>", "<c:v>vergibt</c:v>")}),
    ("chart-cache", {WORKBOOK: book(lambda sheet: sheet.cell(2, 3, 51))}),
    ("chart-cache", {WORKBOOK: book(lambda sheet: sheet.__delitem__("C2"))}),
    ("chart-cache", {WORKBOOK: book(lambda sheet: sheet.cell(1, 2, "2014"))}),
]


@pytest.mark.parametrize(("rule", "edits"), PLANTED, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(PLANTED)])
def test_a_chart_that_shows_what_its_workbook_does_not_hold_is_found(
    tmp_path: Path, rule: str, edits: dict[str, Edit]
) -> None:
    assert ids(found_in(planted(tmp_path, edits), rules=figures.RULES)) == {rule}


def test_both_numbers_and_the_cell_are_told(tmp_path: Path) -> None:
    (found,) = found_in(planted(tmp_path, PLANTED[0][1]), rules=figures.RULES)

    assert found.message == 'it shows "51", where cell C2 of its workbook holds 49'
    assert isinstance(found.in_finished, DeckPlace)
    assert found.in_finished.slide == 2


@pytest.mark.parametrize(
    "edits",
    [
        {},
        {CHART: swap("<c:v>49</c:v>", "<c:v>49.000000000001</c:v>")},
        {CHART: swap(r"Sheet1!\$C\$2:\$C\$4", "[1]Fern!$C$2:$C$4")},
        {WORKBOOK: bytes_of(b"PK\x03\x04")},
    ],
    ids=["same", "rounded", "elsewhere", "unreadable"],
)
def test_numbers_that_are_the_same_or_cannot_be_looked_up_are_no_fault(tmp_path: Path, edits: dict[str, Edit]) -> None:
    assert found_in(planted(tmp_path, edits), rules=figures.RULES) == ()


# --------------------------------------------------------------------------------------------------------------- texts


def edited(decks: list[Path], folder: Path, change: Callable[[Any], object]) -> list[tuple[str, Severity, str]]:
    """What is told of the German deck that ships after a change in python-pptx: rule, severity and message."""
    deck = pptx.Presentation(str(next(path for path in decks if path.parent.name == "de")))
    change(deck)
    deck.save(str(folder / "deck.pptx"))
    found = found_in(folder / "deck.pptx", rules=figures.RULES)
    return [(str(each.id), each.severity, each.message) for each in found]


def title(number: int, old: str, new: str) -> Callable[[Any], None]:
    """The change of the title of a slide."""

    def change(deck: Any) -> None:
        run = next(run for run in deck.slides[number - 1].shapes.title.text_frame.paragraphs[0].runs if old in run.text)
        run.text = run.text.replace(old, new)

    return change


def test_a_deck_as_it_was_built_says_what_was_built(decks: list[Path], tmp_path: Path) -> None:
    assert edited(decks, tmp_path, lambda _: None) == []


def test_a_title_with_another_number_than_the_data_gave_is_an_error(decks: list[Path], tmp_path: Path) -> None:
    ((rule, severity, message),) = edited(decks, tmp_path, title(3, "49", "51"))

    assert (rule, severity) == ("figure-changed", Severity.ERROR)
    assert message.startswith('"Mit 51 % sind eigene Teams')
    assert '" has "51", which the data did not give: built was "Mit 49 % sind eigene Teams' in message


def test_a_title_that_was_reworded_around_its_number_is_a_warning(decks: list[Path], tmp_path: Path) -> None:
    ((rule, severity, message),) = edited(
        decks, tmp_path, title(3, "sind eigene Teams", "liegen eigene Teams vorn als")
    )

    assert (rule, severity) == ("text-reworded", Severity.WARNING)
    assert message.endswith("was reworded since it was built: its figures are not checked any more")


def tables(deck: Any) -> list[Any]:
    return [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]


def test_a_cell_of_a_table_with_another_number_is_an_error(decks: list[Path], tmp_path: Path) -> None:
    def change(deck: Any) -> None:
        cell = next(cell for table in tables(deck) for cell in table.iter_cells() if cell.text == "77\u00a0%")
        cell.text_frame.paragraphs[0].runs[0].text = "78\u00a0%"

    ((rule, _, message),) = edited(decks, tmp_path, change)

    assert rule == "figure-changed"
    assert message == '"78 %" has "78", which the data did not give: built was "77 %"'


def test_a_row_that_somebody_took_out_and_tags_that_are_none_of_ours_are_no_fault(
    decks: list[Path], tmp_path: Path
) -> None:
    def change(deck: Any) -> None:
        rows = tables(deck)[0]._tbl
        rows.remove(rows.tr_lst[-1])
        tags = [
            part
            for slide in deck.slides
            for rel in slide.part.rels.values()
            if "tags" in rel.reltype
            for part in [rel.target_part]
        ]
        tags[0]._blob = tags[0].blob.replace(b'val="[{', b'val="{[')

    assert edited(decks, tmp_path, change) == []
