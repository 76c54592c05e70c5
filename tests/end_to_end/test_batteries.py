"""A survey of two batteries, read back from the finished deck and summary: every question has the answers of its scale.

What is expected is read from survey.yaml by PyYAML alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml
from pptx import Presentation

import report
from tests.conftest import CHECKOUT

FOLDER = CHECKOUT / "tests" / "surveys" / "batteries"
SURVEY: dict[str, Any] = yaml.load((FOLDER / "survey.yaml").read_text("utf-8"), yaml.CSafeLoader)
LANGUAGES = ("de", "en")
SAMPLE = {"de": ("Auswahl", "Zufallsstichprobe"), "en": ("Sample", "random sample")}
CURRENT = "2026"
NOT_PUBLISHED = {"de": "n. v.", "en": "n.p."}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("batteries")
    report.build(FOLDER, options=report.Options(output=output))
    return output / FOLDER.name


def published_rows(question: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Every answer of the current wave with what is printed of it: "stimme voll zu", "11 %"."""
    for name, entry in SURVEY["scales"][question["scale"]].items():
        if "of" in entry:
            continue
        percent = question["percent"].get(name)
        yield entry["label"][language], NOT_PUBLISHED[language] if percent is None else printed(percent, language)


def printed(percent: Any, language: str) -> str:
    number = str(percent).replace("<", "< ") if language == "de" else str(percent)
    return f"{number} %" if language == "de" else f"{number}%"


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " "))


def current_rows(file: Path) -> Iterator[tuple[str, str]]:
    """Of every table with a column of the current wave, by its head, the label and that number of each row."""
    for table in (shape.table for slide in Presentation(str(file)).slides for shape in slide.shapes if shape.has_table):
        rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
        column = next((row.index(CURRENT) for row in rows[:2] if CURRENT in row), None)
        if column is not None:
            yield from ((row[0], row[column].removeprefix("◌ ")) for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_has_every_answer_of_a_scale_in_every_question(built: Path, language: str) -> None:
    expected = [row for question in SURVEY["questions"].values() for row in published_rows(question, language)]
    found = list(current_rows(built / language / f"batteries-{language}.pptx"))
    assert len(expected) == 20
    assert [row for row in expected if found.count(row) < expected.count(row)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_has_every_answer_of_a_scale_in_every_question(built: Path, language: str) -> None:
    pages = pypdf.PdfReader(built / language / f"batteries-{language}.pdf").pages
    text = plain(" ".join(page.extract_text() for page in pages))

    for question in SURVEY["questions"].values():
        for label, number in published_rows(question, language):
            assert re.search(
                rf"{re.escape(label)} (?:{re.escape(NOT_PUBLISHED[language])}|[^a-z])*?{re.escape(number)}", text
            ), (label, number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_says_how_those_asked_were_chosen(built: Path, language: str) -> None:
    slides = Presentation(str(built / language / f"batteries-{language}.pptx")).slides
    texts = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    pages = pypdf.PdfReader(built / language / f"batteries-{language}.pdf").pages

    assert set(SAMPLE[language]) <= set(texts)
    assert " ".join(SAMPLE[language]) in plain(" ".join(page.extract_text() for page in pages))


def test_a_claim_on_the_largest_change_that_does_not_hold_stops_the_build(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        text = file.read_text("utf-8").replace(
            "privacy.disagree.w2024 - privacy.disagree", "privacy.agree - privacy.agree.w2024"
        )
        (tmp_path / file.name).write_text(text, "utf-8")

    with pytest.raises(report.ReportError, match="largest_change") as stopped:
        report.build(tmp_path, options=report.Options(output=tmp_path / "out"))

    assert "largest_change(privacy, w2024, w2026) is 4 percentage points" in str(stopped.value)
    assert "privacy.disagree.w2024 has 31 %, disagree 27 %" in str(stopped.value)


LONG = (
    "Our company has perhaps already missed the moment at which it would have had to begin with it, so that "
    "others in our trade will be ahead of us for years to come"
)
BY_TOPIC = f"""
format: 1
language: en
title: Machines that learn
publisher: Association of Examples
published: 2026
population: companies
unit: companies
scales: {{agreement: {{agree: {{label: agree}}, disagree: {{label: disagree}}}}}}
questions:
  late: {{scale: agreement, topic: Latecomers, label: "{LONG}", percent: {{agree: 43, disagree: 57}}}}
  rules: {{scale: agreement, topic: Rules, label: Rules are a hindrance, percent: {{agree: 30, disagree: 70}}}}
"""


def test_a_statement_that_its_row_names_by_topic_stands_beside_the_exhibit_and_in_the_appendix(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(BY_TOPIC, "utf-8")

    report.build(tmp_path, options=report.Options(output=tmp_path / "build"))

    (deck,), (summary,) = ([*(tmp_path / "build").rglob(f"*-en.{ending}")] for ending in ("pptx", "pdf"))
    slides = list(Presentation(str(deck)).slides)
    footers = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.name.startswith("footer")]
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide]
    rows = [
        cell.text for slide in slides for shape in slide.shapes if shape.has_table for cell in shape.table.rows[0].cells
    ]
    page = plain(" ".join(page.extract_text() for page in pypdf.PdfReader(summary).pages))
    captions = [file.read_text("utf-8") for file in (tmp_path / "build").rglob("*.txt")]
    assert any(f"Latecomers: {LONG}" in plain(text) for text in footers)
    for texts in (notes, rows, captions):
        assert any(f"Latecomers: {LONG}" in plain(text) for text in texts)
    assert page.count(f"Latecomers: {LONG}") == 2
    assert not any("Rules: Rules are a hindrance" in plain(text) for text in [*footers, *notes, *captions])
