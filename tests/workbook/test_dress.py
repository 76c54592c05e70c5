"""What a house and a briefing have said on every output stands in the workbook too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.workbook.reading import read, texts
from tests.workbook.surveys import PUBLISHED, briefing, built

THEME = """\
format: 1
name: House
colors: {accent: "#007A53"}
fonts: {deck: Arial}
lines: {confidential: For members only}
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("dressed") / "homes"
    folder.mkdir()
    (folder / "survey.yaml").write_text(PUBLISHED, "utf-8")
    (folder / "theme.yaml").write_text(THEME, "utf-8")
    told = briefing("days", "some") + 'theme: theme.yaml\nstatus: draft\nversion: "2.1"\nmethod: Nobody was paid.\n'
    (folder / "briefing.yaml").write_text(told, "utf-8")
    return read(built(folder, folder.parent / "out"))


def test_a_draft_says_so_on_every_sheet_and_every_printed_page(book: Any) -> None:
    contents, *questions, _ = book.worksheets

    for sheet in (contents, *questions):
        assert "Draft" in texts(sheet)
    assert all(sheet.oddFooter.left.text.endswith(" · Draft") for sheet in book)


def test_contents_and_pages_tell_the_version_and_the_line_of_the_house(book: Any) -> None:
    origin = "Verband & Söhne, March 2026 · Version 2.1 · For members only"

    assert texts(book["Contents"])[1] == origin
    assert all(origin.replace("&", "&&") in sheet.oddFooter.left.text for sheet in book)
    assert {each.name: each.value for each in book.custom_doc_props.props} == {
        "Survey": "homes",
        "Version": "2.1",
        "Status": "draft",
    }


def test_cells_are_in_the_typeface_of_the_deck_and_links_in_the_accent(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.font.name for cell in cells} == {"Arial"}
    assert {cell.font.color.rgb for cell in cells if cell.hyperlink} == {"FF007A53"}


def test_the_method_is_told_in_the_words_of_the_author(book: Any) -> None:
    told = texts(book["Method"])

    assert told[-1] == "Nobody was paid."
    assert told[(place := told.index("Weighting")) : place + 2] == ["Weighting", "by age"]


def test_a_footer_is_cut_where_a_program_has_no_room_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "homes"
    folder.mkdir()
    (folder / "survey.yaml").write_text(PUBLISHED.replace("Verband & Söhne", "Verband & Söhne " * 8), "utf-8")

    sheet = read(built(folder, tmp_path / "out")).worksheets[1]

    assert sheet.oddFooter.left.text.startswith("A && B · Verband && Söhne Verband")
    assert len(f"&L{sheet.oddFooter.left.text}&R{sheet.oddFooter.right.text}") <= 255
