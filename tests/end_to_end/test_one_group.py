"""A finding that shows one segment column alone: slide, page and picture tell of whom its figures are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide

import report
from tests.shapes import called

SURVEY = """
format: 1
title: {de: Stimmung, en: Mood}
short_title: {de: Stimmung 2025, en: Mood 2025}
publisher: Verein
published: 2025-03
population: {de: Erwachsene, en: adults}
unit: {de: Erwachsenen, en: adults}
n: 1100
segments:
  age:
    label: {de: Alter, en: Age}
    columns:
      young: {label: {de: unter 30, en: under 30}}
      old: {label: {de: 65 und älter, en: 65 and over}, n: 280}
questions:
  mood:
    type: single
    topic: {de: Gefühle, en: Feelings}
    label: {de: Was überwiegt?, en: What prevails?}
    answers:
      worry: {percent: 52, label: {de: Sorge, en: Worry}}
      both: {percent: 36, label: {de: beides gleich, en: both alike}}
      joy: {percent: 12, label: {de: Freude, en: Joy}}
    segments:
      age:
        young: {worry: 42, both: 37, joy: 11}
        old: {worry: 61, both: 28, joy: 10}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [de, en]
status: final
title: {text: {de: Stimmung, en: Mood}}
cover: {figure: mood.worry, caption: {de: sorgen sich, en: worry}}
messages:
  - finding: bars
    figure: mood.worry.age.old
    text: {de: "derer, die 65 und älter sind, sorgen sich", en: of those aged 65 and over worry}
findings:
  - id: bars
    question: mood
    headline: {de: "Sorge: {{ mood.worry.age.old }}", en: "Worry: {{ mood.worry.age.old }}"}
    exhibit: {kind: bars, column: age.old}
    text: {de: Text, en: Text}
  - id: dots
    question: mood
    headline: {de: "Von allen ab 65 {{ mood.worry.age.old }}", en: "Of all from 65 {{ mood.worry.age.old }}"}
    exhibit: {column: age.old}
    text: {de: Text, en: Text}
  - id: titled
    question: mood
    headline: {de: "Die Jungen: {{ mood.worry.age.young }}", en: "The young: {{ mood.worry.age.young }}"}
    exhibit: {kind: bars, column: age.young, title: {de: Was sie fühlen, en: What they feel}}
    text: {de: Text, en: Text}
"""
NAMED = {"de": "65 und älter, n = 280: ", "en": "65 and over, n = 280: "}
DOT = {"de": "ein Punkt steht für ein Prozent", "en": "one dot stands for one per cent"}
SHARE = {"de": "Anteil in Prozent, Einfachnennung", "en": "share in per cent, single answer"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return outputs_of(tmp_path_factory.mktemp("mood"), SURVEY, BRIEFING)


def outputs_of(folder: Path, survey: str, briefing: str) -> Path:
    """The folder of the outputs of two files that build without a warning."""
    (folder / "survey.yaml").write_text(survey, "utf-8")
    (folder / "briefing.yaml").write_text(briefing, "utf-8")
    result = report.build(folder, options=report.Options(output=folder / "build"))
    assert not result.warnings
    return folder / "build" / folder.name


def plain(text: str) -> str:
    return " ".join(text.split())


def deck(built: Path, language: str) -> Deck:
    return Presentation(str(next((built / language).glob("*.pptx"))))


def slide_of(built: Path, language: str, finding: str) -> Slide:
    slides = deck(built, language).slides
    return next(each for each in slides if any(called(shape) == f"exhibit {finding}" for shape in each.shapes))


def text_on(slide: Slide, name: str) -> str:
    shapes = [shape for shape in slide.shapes if shape.name.startswith(name) and isinstance(shape, Shape)]
    return plain(shapes[0].text_frame.text)


def spoken(slide: Slide, name: str) -> str:
    """The alternative text of a shape."""
    (found,) = slide.shapes._spTree.xpath(f"//p:cNvPr[starts-with(@name, '{name} [')]/@descr")
    return plain(str(found))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_group_and_how_many_it_is_stand_over_the_chart(built: Path, language: str) -> None:
    assert text_on(slide_of(built, language, "bars"), "exhibit title") == NAMED[language] + SHARE[language]


@pytest.mark.parametrize("language", ["de", "en"])
def test_over_dots_the_group_is_named_too(built: Path, language: str) -> None:
    assert text_on(slide_of(built, language, "dots"), "exhibit title").startswith(NAMED[language] + DOT[language])


def test_a_title_of_the_author_gets_the_name_of_the_group(built: Path) -> None:
    assert text_on(slide_of(built, "de", "titled"), "exhibit title") == "unter 30: Was sie fühlen"
    assert text_on(slide_of(built, "en", "titled"), "exhibit title") == "under 30: What they feel"


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_note_below_counts_the_group_and_not_all(built: Path, language: str) -> None:
    footer = text_on(slide_of(built, language, "bars"), "footer")

    assert f"n = 280 ({NAMED[language].split(',')[0]})" in footer
    assert "100" not in re.sub(r"100 ?%", "", footer)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_alternative_text_names_the_group_and_reads_its_figures(built: Path, language: str) -> None:
    alternative = spoken(slide_of(built, language, "bars"), "exhibit bars")

    assert NAMED[language] in alternative
    assert re.findall(r"(\d+) ?%", alternative) == ["61", "28", "10"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_says_so_too(built: Path, language: str) -> None:
    pages = pypdf.PdfReader(next((built / language).glob("*.pdf"))).pages
    text = plain(" ".join(page.extract_text() for page in pages))

    assert NAMED[language] + SHARE[language] in text


def test_pictures_show_the_cells_of_the_group_the_largest_of_them_marked(built: Path) -> None:
    for finding, column, shares in (("bars", "age.old", (61, 28, 10)), ("titled", "age.young", (42, 37, 11))):
        with Image.open(built / "en" / "charts" / f"{finding}.png") as image:
            cells = json.loads(image.info["befund:cells"])["cells"]
        assert [cell["text"] for cell in cells] == [f"{share}%" for share in shares]
        assert {cell["id"].split("/")[-1] for cell in cells} == {column}


def test_a_sum_that_rounding_explains_is_said_to_be_rounded_and_of_bars_no_larger_rest_is_told(built: Path) -> None:
    rounded, short = (text_on(slide_of(built, "en", finding), "footer") for finding in ("bars", "titled"))

    assert "because of rounding" in rounded
    assert "because of rounding" not in short
    assert "Rest" not in spoken(slide_of(built, "en", "titled"), "exhibit titled")
