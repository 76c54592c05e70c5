"""More waves than a chart has room for: it shows some and says so, the appendix has all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.shapes.graphfrm import GraphicFrame

from tests.end_to_end.test_one_group import outputs_of, plain, slide_of, spoken, text_on

YEARS = range(2011, 2025)
SURVEY = f"""
format: 1
title: {{de: Lesen, en: Reading}}
short_title: {{de: Lesen 2024, en: Reading 2024}}
publisher: Verein
published: 2024-03
population: {{de: Erwachsene, en: adults}}
unit: {{de: Erwachsenen, en: adults}}
rhythm: yearly
wave: w2024
waves: {{{", ".join(f"w{year}: {{date: {year}}}" for year in YEARS)}}}
questions:
  read:
    type: single
    topic: {{de: Lesen, en: Reading}}
    label: {{de: Wie oft?, en: How often?}}
    answers:
      daily: {{percent: 46, label: {{de: täglich, en: daily}}}}
      rarely: {{percent: 54, label: {{de: seltener, en: less often}}}}
    earlier: {{{", ".join(f"w{year}: {{daily: {year - 1991}, rarely: {2091 - year}}}" for year in YEARS[:-1])}}}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [de, en]
status: final
title: {text: {de: Lesen, en: Reading}}
cover: {figure: read.daily, caption: {de: lesen, en: read}}
messages:
  - {finding: latest, figure: read.daily, text: {de: lesen, en: read}}
findings:
  - id: latest
    question: read
    headline: {de: "Heute sind es {{ read.daily }}", en: "Today it is {{ read.daily }}"}
    exhibit: {kind: columns, answers: [daily]}
    text: {de: Text, en: Text}
  - id: since
    question: read
    headline: {de: "2011 waren es {{ read.daily.w2011 }}", en: "In 2011 it was {{ read.daily.w2011 }}"}
    exhibit: {kind: columns, answers: [daily], title: {de: Jeden Tag, en: Every day}}
    text: {de: Text, en: Text}
"""
SAID = {"de": "8 von 14 Wellen (alle im Anhang)", "en": "8 of 14 waves (all in the appendix)"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return outputs_of(tmp_path_factory.mktemp("reading"), SURVEY, BRIEFING)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("finding", ["latest", "since"])
def test_slide_and_alternative_text_say_how_many_of_how_many(built: Path, finding: str, language: str) -> None:
    slide = slide_of(built, language, finding)

    assert text_on(slide, "exhibit title").endswith(f", {SAID[language]}")
    assert SAID[language] in spoken(slide, f"exhibit {finding}")


@pytest.mark.parametrize(
    ("finding", "years"),
    [("latest", list(range(2017, 2025))), ("since", [2011, 2013, 2015, 2017, 2018, 2020, 2022, 2024])],
)
def test_the_latest_are_shown_or_evenly_many_from_the_wave_that_is_spoken_of(
    built: Path, finding: str, years: list[int]
) -> None:
    with Image.open(built / "en" / "charts" / f"{finding}.png") as image:
        cells = json.loads(image.info["befund:cells"])["cells"]

    assert [cell["wave"] for cell in cells] == [f"w{year}" for year in years]
    assert [cell["text"] for cell in cells] == [f"{46 if year == 2024 else year - 1991}%" for year in years]


def test_the_appendix_has_all(built: Path) -> None:
    deck = Presentation(str(built / "en" / f"{built.name}-en.pptx"))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if isinstance(shape, GraphicFrame)]
    told = [plain(cell.text) for table in tables for row in table.rows for cell in row.cells]

    assert {str(year) for year in YEARS} <= set(told)
    assert {f"{year - 1991}%" for year in YEARS[:-1]} <= set(told)
