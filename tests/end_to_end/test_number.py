"""A finding of one large number, built of real files and read back from slide, page and picture."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide

from tests.end_to_end.test_one_group import SURVEY, deck, outputs_of, plain, spoken, text_on
from tests.shapes import called

BRIEFING = """
format: 1
survey: survey.yaml
languages: [de, en]
status: final
title: {text: {de: Stimmung, en: Mood}}
cover: {figure: mood.worry, caption: {de: sorgen sich, en: worry}}
messages:
  - {finding: large, figure: mood.worry, text: {de: der Erwachsenen sorgen sich, en: of adults worry}}
findings:
  - id: large
    headline: {de: "Sorge: {{ mood.worry }}", en: "Worry: {{ mood.worry }}"}
    exhibit: {kind: number, figure: mood.worry, reference: [mood.worry.age.old, mood.joy]}
    text: {de: Text, en: Text}
statements:
  - id: said
    after: large
    speaker: Ada
    role: {de: Forscherin, en: researcher}
    text: {de: Sorge hat viele Gründe, en: Worry has many reasons}
    exhibit: {kind: number, figure: mood.worry.age.young}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return outputs_of(tmp_path_factory.mktemp("large"), SURVEY, BRIEFING)


def slide(built: Path, language: str) -> Slide:
    return next(
        each for each in deck(built, language).slides if any(called(shape) == "exhibit large" for shape in each.shapes)
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["52 %", "der Erwachsenen: Sorge", "Zum Vergleich", "61 %", "65 und älter", "12 %", "Freude"]),
        ("en", ["52%", "of adults: Worry", "For comparison", "61%", "65 and over", "12%", "Joy"]),
    ],
)
def test_number_sentence_and_comparisons_are_text_of_the_slide(built: Path, language: str, words: list[str]) -> None:
    shapes = [shape for shape in slide(built, language).shapes if isinstance(shape, Shape)]
    texts = [plain(shape.text_frame.text) for shape in shapes]

    assert [text for text in texts if text in words] == words


def test_each_number_is_bound_to_its_cell(built: Path) -> None:
    names = [called(shape) for shape in slide(built, "de").shapes]

    assert [name for name in names if name.startswith("figure")] == [
        "figure mood/worry@w2025", "figure mood/worry@w2025/age.old", "figure mood/joy@w2025",
    ]  # fmt: skip


def test_the_dots_stand_flush_with_the_right_margin_and_are_told(built: Path) -> None:
    picture = next(shape for shape in slide(built, "de").shapes if called(shape) == "exhibit large")

    assert (picture.left + picture.width) / 12700 == pytest.approx(916.8, abs=0.5)
    assert spoken(slide(built, "de"), "exhibit large") == (
        "Kennzahl: Anteil der Erwachsenen in Prozent, Einfachnennung. "
        "Sorge: 52 % (hervorgehoben); 65 und älter: 61 %; Freude: 12 %."
    )


def test_the_footer_tells_the_base_of_every_number(built: Path) -> None:
    assert "n = 1.100 (alle), n = 280 (65 und älter)" in text_on(slide(built, "de"), "footer")


@pytest.mark.parametrize(("language", "words"), [("de", ["Sorge", "65 und älter", "61 %"]), ("en", ["Joy", "12%"])])
def test_the_summary_tells_them_too(built: Path, language: str, words: list[str]) -> None:
    pages = pypdf.PdfReader(next((built / language).glob("*.pdf"))).pages
    told = plain(" ".join(page.extract_text() for page in pages))

    assert all(word in told for word in words)


def test_beside_a_statement_the_number_is_part_of_the_picture(built: Path) -> None:
    shown = next(
        each for each in Presentation(str(next((built / "de").glob("*.pptx")))).slides
        if any(called(shape) == "exhibit said" for shape in each.shapes)
    )  # fmt: skip

    assert spoken(shown, "exhibit said").endswith("Sorge: 42 % (hervorgehoben).")
