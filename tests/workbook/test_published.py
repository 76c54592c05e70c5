"""The workbook of a survey of published percentages: what stands in its cells, and that nothing in them can act."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import report
from report.ooxml.sheets import LONGEST_NAME
from report.pipeline import Product
from tests.surveys import FOLDERS, SHIPPED, material
from tests.workbook.reading import grid, plain, table, texts
from tests.workbook.surveys import PUBLISHED, book_of, built


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return book_of(PUBLISHED, tmp_path_factory.mktemp("german"), "de")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return book_of(PUBLISHED, tmp_path_factory.mktemp("english"), "en")


def test_a_sheet_lists_the_tables_then_each_has_its_own_and_the_last_tells_the_method(
    german: Any, english: Any
) -> None:
    assert german.sheetnames == ["Inhalt", "1 Tage zu Hause", "2 Werkzeuge", "Methode"]
    assert english.sheetnames == ["Contents", "1 Days at home", "2 Tools", "Method"]
    assert grid(german["Inhalt"])[3:7] == [
        ["Nr.", "Thema", "Frage", "Befragte (n)"],
        [1, "Tage: [zu Hause]/*", "An wie vielen Tagen arbeiten Sie zu Hause?", 1204],
        [2, "Werkzeuge", "http://example.org/ ist was?", None],
        [None, "Methode", None, None],
    ]
    assert ["Weighting", "by age"] in grid(english["Method"])


def test_every_link_leads_to_a_sheet_and_every_sheet_back(german: Any) -> None:
    contents, *others = german.worksheets

    led_to = {link.location for row in contents.iter_rows() for cell in row if (link := cell.hyperlink)}
    back = {link.location for sheet in others for row in sheet.iter_rows() for cell in row if (link := cell.hyperlink)}
    assert led_to == {f"'{sheet.title}'!A1" for sheet in others}
    assert back == {"'Inhalt'!A1"}


def test_published_numbers_stand_exactly_as_shares_and_show_their_decimals(german: Any) -> None:
    found = table(german["1 Tage zu Hause"])

    assert found.columns == (
        "Gesamt: 2022 //", "Gesamt: 2024", "Gesamt: 2026", "Alter: unter 40", "Alter: ab 40",
    )  # fmt: skip
    assert [found.value("=1+1", column) for column in found.columns] == [0.6, 0.45, 0.385, 0.21, 0.51]
    assert [found.value("zu Hause (Netto)", column) for column in found.columns] == [None, None, 0.48, None, None]
    assert found.cells["=1+1", "Gesamt: 2026"].number_format == (
        '[=0]0.0" "%;[<0.0005]"< 0,1 %";0.0" "%'.replace(" ", "\u00a0")
    )


def test_what_has_no_number_is_empty_or_has_a_sign_that_a_note_explains(german: Any) -> None:
    found = table(german["1 Tage zu Hause"])

    assert [found.value("Andere", column) for column in found.columns] == [0.03, None, "–", "–", "–"]
    assert "leere Zelle = nicht veröffentlicht; – = nicht abgefragt; * = Basis unter 100" in found.notes
    below = found.cells["+49 170", "Gesamt: 2026"]
    assert (plain(below.value), below.data_type, below.alignment.horizontal) == ("< 1 %", "s", "right")
    assert "Zahlen mit „<“ sind so veröffentlicht und stehen als Text" in found.notes


def test_bases_are_numbers_and_those_of_few_show_a_sign(german: Any) -> None:
    found = table(german["1 Tage zu Hause"])

    assert [found.value("Befragte (n)", column) for column in found.columns] == [900, 1000, 1204, 80, None]
    assert [found.cells["Befragte (n)", column].number_format for column in found.columns[:4]] == [
        *["#,##0"] * 3,
        '#,##0"*"',
    ]
    assert "Befragte (n)" not in table(german["2 Werkzeuge"]).rows, "some were asked, nobody knows how many"


def test_notes_tell_source_rest_weighting_breaks_and_what_is_left_out(english: Any) -> None:
    found = table(english["1 Days at home"])

    assert found.notes[:5] == (
        "Source: Verband & Söhne, 2022, 2024, February 2026",
        "Rest: no answer",
        "Weighting: by age",
        "// 2022 and 2024 can be compared only with reservations: By telephone before",
        "Not published: Age (not stated)",
    )
    assert not found.letter_of, "of published shares nobody knows what tests need"
    assert texts(english["2 Tools"])[:3] == [
        "Tools",
        "Question: http://example.org/ is what? · multiple answers",
        "Base: who work at home",
    ]


def test_numbers_that_miss_the_whole_by_rounding_alone_are_noted_once(tmp_path: Path) -> None:
    rounded = PUBLISHED.replace("    rest: no_answer\n", "").replace("percent: 7,", "percent: 20,")
    rounded = rounded.replace("percent: <1,", "percent: 1,").replace("48", "61")

    book = book_of(rounded, tmp_path)

    said = [text for text in texts(book["1 Days at home"]) if "because of rounding" in text]
    assert said == ["does not sum to 100% because of rounding"]


def test_a_rest_that_may_be_rounding_is_told_as_its_publisher_declares_it(tmp_path: Path) -> None:
    """49 + 33 + 17 = 99 in the survey that ships, whose rest nobody explains."""
    found = table(openpyxl.load_workbook(built(SHIPPED, tmp_path)).worksheets[1])

    assert found.notes[1] == "Rest: rounding or no answer"


def test_no_text_becomes_a_formula_a_number_or_a_link(tmp_path: Path) -> None:
    book_of(PUBLISHED, tmp_path)
    (path,) = tmp_path.rglob("homes-en-tables.xlsx")
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        outside = [name for name in package.namelist() if "externalLink" in name]
        relations = [package.read(name) for name in package.namelist() if name.endswith(".rels")]

    assert len(sheets) == 4
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    assert not outside
    assert not any(b"http://example.org" in relation for relation in relations)
    book = openpyxl.load_workbook(path)
    labels = [row for sheet in book.worksheets[1:3] for row in table(sheet).rows]
    assert {"=1+1", "@SUM(A1)", "-2+3", "+49 170", "12", "{=A1}"} <= set(labels)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"n", "s"}, "numbers (or nothing) and texts"


def test_names_of_sheets_are_short_unique_and_without_forbidden_characters(tmp_path: Path) -> None:
    survey = PUBLISHED.replace('de: "Tage: [zu Hause]/*", en: "Days: [at home]/*"', "de: T, en: &long T").replace(
        "&long T", "'" + "Very long topic of a question: it''s [one] of them" + "'"
    )
    second = survey.replace("{de: Werkzeuge, en: Tools}", "{de: T2, en: 'very long topic of a Question: it''s [one]'}")

    names = book_of(second, tmp_path).sheetnames

    assert len({name.casefold() for name in names}) == len(names) == 4
    assert all(len(name.encode("utf-16-le")) <= 2 * LONGEST_NAME for name in names)
    assert not any(set(name) & set("[]:*?/\\'") for name in names)


def test_heads_stay_in_place_and_are_printed_on_every_page(german: Any) -> None:
    sheet = german["1 Tage zu Hause"]

    assert sheet.freeze_panes == "B8"
    assert [plain(sheet.cell(row, 1).value) for row in (7, 8)] == ["Anteil in Prozent", "Befragte (n)"]
    assert sheet.print_title_rows == "$6:$7"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), "one page wide, any number high"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "A && B · Verband && Söhne, März 2026"
    assert sheet.oddFooter.right.text == "Seite &P von &N"


def test_columns_are_as_wide_as_their_texts(german: Any) -> None:
    """Excel's width is in digits of 7 pixels, with 5 pixels around."""
    sheet = german["1 Tage zu Hause"]

    labels, numbers = sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width

    longest = max(len(row) for row in table(sheet).rows)
    assert 0.8 * longest < labels < 2 * longest
    assert 6 < numbers < 12


def test_the_file_says_what_it_is(german: Any) -> None:
    properties = german.properties

    assert (properties.title, properties.subject, properties.creator) == (
        "Arbeit zu Hause",
        "Tabellen",
        "Verband & Söhne",
    )
    assert properties.keywords == "Tage: [zu Hause]/*, Werkzeuge"
    assert str(properties.created) == str(properties.modified) == "2026-03-01 00:00:00"
    assert {each.name: each.value for each in german.custom_doc_props.props} == {"Survey": "homes", "Status": "final"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_survey_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    options = [report.Options(output=tmp_path / name, only=(Product.TABLES,)) for name in "ab"]

    first, second = ([path.read_bytes() for path in report.build(folder, options=each).written] for each in options)

    assert first == second


def test_the_date_of_the_file_is_that_which_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    assert str(book_of(PUBLISHED, tmp_path).properties.created) == "2001-09-09 01:46:40"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_published_percentage_of_a_survey_stands_in_its_workbook(folder: Path, tmp_path: Path) -> None:
    """As often as the survey states it: numbers are held as they were printed, as shares."""
    tables = material(folder).tables
    language = material(folder).story.languages[0]
    book = openpyxl.load_workbook(built(folder, tmp_path, language))
    stated = sorted(
        float(cell.share.fraction)
        for each in tables.by_question.values()
        for cell in each.cells.values()
        if cell.share and not hasattr(cell.share.fraction, "upper")
    )

    held = sorted(
        cell.value
        for sheet in book.worksheets[1:-1]
        for cell in table(sheet).cells.values()
        if "%" in cell.number_format
    )

    assert held == stated
