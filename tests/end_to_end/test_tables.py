"""Findings of tables, built of real files and read back from slide, page, pictures and their metadata."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from report.formats.house_slides import HOUSE_SLIDES
from tests.end_to_end.test_one_group import outputs_of, plain, slide_of, spoken
from tests.shapes import called

SURVEY = """
format: 1
title: {de: Sorgen, en: Worries}
short_title: {de: Sorgen 2025, en: Worries 2025}
publisher: Verein
published: 2025-03
population: {de: Erwachsene, en: adults}
unit: {de: Erwachsenen, en: adults}
wave: w2025
waves:
  w2023: {date: 2023, n: 900}
  w2025: {date: 2025, n: 1100}
segments:
  age:
    label: {de: Alter, en: Age}
    columns:
      young: {label: {de: unter 30, en: under 30}, n: 86}
      old: {label: {de: 65 und älter, en: 65 and over}, n: 280}
  sector:
    label: {de: Bereich, en: Sector}
    columns:
      public: {label: {de: Öffentlicher Dienst, en: Public service}, n: 310}
      private: {label: {de: Privatwirtschaft, en: Private sector}}
questions:
  worries:
    type: multiple
    type_source: published
    topic: {de: Sorgen, en: Worries}
    label: {de: Was macht Ihnen Sorgen?, en: What worries you?}
    answers:
      money: {percent: 53, label: {de: Geld, en: Money}}
      health: {percent: 53, label: {de: Gesundheit, en: Health}}
      mind: {percent: 32, label: {de: Psyche, en: Mental health}}
      height: {percent: "<1", label: {de: Körpergröße, en: Height}}
      none: {percent: 9, label: {de: Nichts davon, en: None of these}, role: none}
    earlier:
      w2023: {money: 58, health: 49, mind: 30, height: 2, none: 9}
    segments:
      age:
        young: {money: 53, health: 42, mind: 45, height: 100, none: 0}
        old: {money: 34, health: 54, mind: 17, height: "<1", none: 9}
      sector:
        public: {money: 50, health: 53, mind: 37, height: "<1"}
        private: {money: 55, health: 53, mind: 30, height: "<1", none: 9}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [de, en]
status: final
pictures: [landscape, portrait]
title: {text: {de: Sorgen, en: Worries}}
cover: {figure: worries.money, caption: {de: sorgen sich um Geld, en: worry about money}}
messages:
  - {finding: groups, figure: worries.mind.age.young, text: {de: unter 30 sorgen sich um die Psyche,
     en: under 30 worry about mental health}}
findings:
  - id: groups
    question: worries
    headline: {de: "Psyche: {{ worries.mind.age.young }} unter 30, {{ worries.mind.age.old }} 65 und älter",
      en: "Mental health: {{ worries.mind.age.young }} under 30, {{ worries.mind.age.old }} 65 and over"}
    exhibit: {kind: table, by: [age, sector]}
    text: {de: Text, en: Text}
  - id: places
    question: worries
    headline: {de: "Geld: {{ worries.money }} nach {{ worries.money.w2023 }}",
      en: "Money: {{ worries.money }} after {{ worries.money.w2023 }}"}
    exhibit: {kind: table, reference: w2023}
    text: {de: Text, en: Text}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return outputs_of(tmp_path_factory.mktemp("tables"), SURVEY, BRIEFING)


@pytest.mark.parametrize(
    ("finding", "language", "words"),
    [
        ("groups", "de", "Tabelle, 5 Antworten, 5 Spalten. Psyche: unter 30: 45 %, 65 und älter 17 %, Alle 32 %. "
         "Übrige: 0 % bis 100 %. Nicht veröffentlichte Zahlen: 1."),
        ("groups", "en", "Table, 5 answers, 5 columns. Mental health: under 30: 45%, 65 and over 17%, All 32%. "
         "Others: 0% to 100%. Figures not published: 1."),
        ("places", "de", "Rangliste, 5 Antworten, 2023 – 2025. 1 =: Geld 53 % (−5); 1 =: Gesundheit 53 % (+4). "
         "Übrige: < 1 % bis 32 %."),
        ("places", "en", "Ranking, 5 answers, 2023 – 2025. 1 =: Money 53% (−5); 1 =: Health 53% (+4). "
         "Others: <1% to 32%."),
    ],
)  # fmt: skip
def test_the_picture_on_the_slide_is_told(built: Path, finding: str, language: str, words: str) -> None:
    assert spoken(slide_of(built, language, finding), f"exhibit {finding}") == words


@pytest.mark.parametrize("finding", ["groups", "places"])
def test_a_table_begins_higher_below_a_headline_of_one_line(built: Path, finding: str) -> None:
    slide = slide_of(built, "de", finding)
    (picture,) = [shape for shape in slide.shapes if called(shape) == f"exhibit {finding}"]
    (title,) = [shape for shape in slide.shapes if shape.name.startswith("exhibit title")]

    assert picture.top.pt == pytest.approx(HOUSE_SLIDES.frame.exhibit_top - HOUSE_SLIDES.frame.second_line - 7, abs=0.5)
    assert title.top + title.height <= picture.top + 7 * 12700


def test_every_column_and_sign_stands_on_the_page(built: Path) -> None:
    pages = pypdf.PdfReader(next((built / "de").glob("*.pdf"))).pages
    text = plain(" ".join(page.extract_text() for page in pages))

    for each in ("Alle", "Bereich", "1.100", "86*", "* Basis unter 100", "n. v."):
        assert each in text
    for each in ("Rang 2023", "Punkte", "+4", "−5", "Strich: 2023"):
        assert each in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["Strich: alle"]),
        ("en", ["line: all"]),
    ],
)
def test_a_picture_shows_bars_of_some_columns_and_what_they_are_held_against(
    built: Path, language: str, words: list[str]
) -> None:
    shown, note = picture_of(built, language, "groups")

    assert {cell["id"].partition("@")[2] for cell in shown} == {"w2025/age.young", "w2025/age.old", "w2025"}
    assert {"45", "17"} <= {cell["text"].strip("%\N{NO-BREAK SPACE}") for cell in shown}
    assert all(each in note for each in words)


@pytest.mark.parametrize(("language", "tick"), [("de", "Strich: 2023"), ("en", "line: 2023")])
def test_a_picture_of_places_shows_bars_in_their_order(built: Path, language: str, tick: str) -> None:
    shown, note = picture_of(built, language, "places")

    pairs = [(cell["answer"], cell["wave"]) for cell in shown]
    assert pairs[:4] == [("money", "w2025"), ("money", "w2023"), ("health", "w2025"), ("health", "w2023")]
    assert tick in note


def picture_of(built: Path, language: str, finding: str) -> tuple[list[dict[str, str]], str]:
    """The cells that a picture's file names, and the text beside it."""
    folder = built / language / "charts"
    with Image.open(folder / f"{finding}.png") as image:
        cells = json.loads(image.info["befund:cells"])["cells"]
    return cells, plain((folder / f"{finding}.txt").read_text("utf-8"))
