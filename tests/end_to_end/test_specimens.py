"""Small inputs that once went wrong, beside the checkout: each builds, or is answered, as it should be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import report
from report.diagnostics import Diagnostic, ReportError

Build = tuple[dict[str, str], tuple[Diagnostic, ...]]
"""The text of each deck by language, shape by shape; and the warnings."""


def built(case: str, shared: Path, folder: Path) -> Build:
    source = folder / case
    shutil.copytree(shared / "cases" / case, source)
    result = report.build(source, options=report.Options(output=folder / "build"))
    decks = {path.parent.name: path for path in result.written if path.suffix == ".pptx"}
    assert {path.suffix for path in result.written} >= {".pptx", ".pdf", ".png", ".svg"}
    return {code: "\n".join(texts(deck)) for code, deck in decks.items()}, result.warnings


def texts(deck: Path) -> Iterator[str]:
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield plain(shape.text_frame.text)
            elif shape.has_table:
                yield from (" | ".join(plain(cell.text) for cell in row.cells) for row in shape.table.rows)
            else:
                yield from map(plain, shape._element.xpath(".//p:cNvPr/@descr"))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\v", " ").replace("\n", " ").replace("\u00ad", "")


def faults(case: str, shared: Path, folder: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(ReportError) as raised:
        built(case, shared, folder)
    return raised.value.diagnostics


@pytest.mark.parametrize(
    ("case", "said", "not_said"),
    [
        ("filter-base", ["69 out of 100 (adults who had not heard of it): No", "n = 147"], ["per cent of adults"]),
        ("two-bases", ["those who work from home (Workplace: n = 620; Wish: n = 615)"], ["60% of employees"]),
        ("six-bases", ["Base: those who work from home | n = 616", "n = 990"], []),
        ("long-question", ["ganze Frage in den Notizen zur Folie"], []),
        (
            "tie",
            ["Q: Tea and Coffee are level at 45% each", "45 out of 100 adults each: Tea and Coffee"],
            ["adults: Tea\n"],
        ),
        ("wide-number", ["88.88%"], []),
        ("six-columns", [], ["All 2 published"]),
        ("eight-columns", [], ["All 3 published"]),
        ("mixed-decimals", ["33.3%", "34.0%"], []),
        ("less-than-one", ["No answer: <1%", "No answer | <1%"], ["No answer | 0%"]),
        ("long-labels", [], []),
        ("long-leading-answer", ["Issues: most often Rising prices (44%)"], []),
        ("many-long-labels", ["weitere"], []),
        ("german-unit", ["48 von 100 Haushalten: Gas", "ein Prozent der Haushalte"], ["100 Haushalte:"]),
        ("literal-quote", ["We want 100% of our staff back", "95% confidence level"], []),
        ("decomposed", ["Müll und Gebäude", "Grüner Tee, heiß"], ["\u0308"]),
        ("unicode-hyphen", ["E-Mail und Web-Konferenz"], ["\u2010"]),
        ("dots", ["99.6", "0.4"], []),
        (
            "scale-order",
            ["Trust: most often “3” on the scale from “5, agree fully” to “1, do not agree at all” (26.5%)"],
            ["5, agree fully: 23.9%\n"],
        ),
    ],
)
def test_a_specimen_builds_and_says_what_is_true(
    case: str, said: list[str], not_said: list[str], shared: Path, tmp_path: Path
) -> None:
    decks, _ = built(case, shared, tmp_path)

    for deck in decks.values():
        assert [text for text in said if text not in deck] == []
        assert [text for text in not_said if text in f"{deck}\n"] == []


@pytest.mark.parametrize(
    ("case", "id", "message"),
    [
        ("no-break-space", "odd-space", "U+00A0"),
        ("third-language", "unknown-language", "fr"),
        ("mapping-label", "unknown-language", "gas"),
        ("near-names", "no-source", "survey.yml"),
    ],
)
def test_a_specimen_is_answered_once_and_at_its_place(
    case: str, id: str, message: str, shared: Path, tmp_path: Path
) -> None:
    found = faults(case, shared, tmp_path)

    assert [fault.id for fault in found] == [id]
    told = "\n".join([found[0].message, *found[0].notes, found[0].hint or ""])
    assert message in told
    assert found[0].location or id == "no-source"


def test_the_folder_of_a_decomposed_name_becomes_a_composed_one(shared: Path, tmp_path: Path) -> None:
    source = tmp_path / "Mu\u0308ll"
    shutil.copytree(shared / "cases" / "decomposed", source)

    result: Any = report.build(source, options=report.Options(output=tmp_path / "build", only=()))

    assert {path.relative_to(tmp_path / "build").parts[0] for path in result.written} == {"Müll"}
