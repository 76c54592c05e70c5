"""A sign in an exhibit is explained wherever the exhibit stands: on its page and in its picture."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

import report
from report import pipeline
from report.drawing.model import TextMark
from report.formats.picture_kinds import PictureName
from report.pipeline import Product, Source

SURVEY = """
format: 1
title: {de: Obst, en: Fruit}
publisher: Verband
published: 2024
population: {de: Erwachsene, en: adults}
unit: {de: Erwachsene, en: adults}
wave: w3
waves: {w1: {date: 2020}, w3: {date: 2024}}
questions:
  rest:
    type: single
    type_source: published
    rest: unpublished
    topic: {de: Obst, en: Fruit}
    label: {de: Was mögen Sie?, en: What do you like?}
    answers:
      k: {percent: 50, label: {de: Kirschen, en: cherries}}
      a: {percent: 40, label: {de: Äpfel, en: apples}}
  pairs:
    type: multiple
    type_source: published
    topic: {de: Beeren, en: Berries}
    label: {de: Welche Beeren mögen Sie?, en: Which berries do you like?}
    answers:
      s: {percent: 60, label: {de: Stachelbeeren, en: gooseberries}}
      b: {label: {de: Brombeeren, en: blackberries}}
    earlier: {w1: {s: 50, b: 20}}
  plain:
    type: multiple
    type_source: published
    topic: {de: Nüsse, en: Nuts}
    label: {de: Welche Nüsse mögen Sie?, en: Which nuts do you like?}
    answers:
      h: {percent: 30, label: {de: Haselnüsse, en: hazelnuts}}
      w: {percent: 20, label: {de: Walnüsse, en: walnuts}}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [LANGUAGE]
pictures: [PICTURES]
status: final
title: {text: Obst}
cover: {figure: rest.k, caption: "q"}
messages: [{finding: rest, figure: rest.k, text: so}]
findings:
  - {id: rest, question: rest, headline: "{{ rest.k }}", text: "{{ rest.k }}", exhibit: {kind: parts}}
  - {id: pairs, question: pairs, headline: "{{ pairs.s }}", text: "{{ pairs.s }}", exhibit: {kind: dumbbell}}
  - {id: plain, question: plain, headline: "{{ plain.h }}", text: "{{ plain.h }}", exhibit: {kind: bars}}
statements:
  - {id: said, after: plain, speaker: A, role: b, text: So, exhibit: {question: rest, kind: parts}}
"""
SIGNS = {"de": ("n. v.", "n. v. = nicht veröffentlicht"), "en": ("n.p.", "n.p. = not published")}


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    code = str(request.param)
    names = ", ".join(name.value for name in PictureName)
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    (tmp_path / "briefing.yaml").write_text(BRIEFING.replace("LANGUAGE", code).replace("PICTURES", names), "utf-8")
    return code


def test_a_page_explains_the_sign_that_stands_on_it(tmp_path: Path, language: str) -> None:
    options = report.Options(output=tmp_path / "build", only=(Product.SUMMARY,))
    report.build(tmp_path, options=options)

    short, meaning = SIGNS[language]
    (summary,) = (tmp_path / "build").rglob("*.pdf")
    pages = [plain(page.extract_text()) for page in pypdf.PdfReader(summary).pages]
    assert [short in page for page in pages] == [meaning in page for page in pages]
    assert any(meaning in page for page in pages)


def test_the_note_of_a_picture_says_what_a_sign_in_it_means(tmp_path: Path, language: str) -> None:
    material = pipeline.read(Source(tmp_path / "briefing.yaml", "briefing.yaml", "fruit"))
    told = pipeline.tell(material, [language], allow_failed_claims=False)

    short, meaning = SIGNS[language]
    for picture in pipeline.lay_out(told, products=(Product.CHARTS,))[0][0].pictures:
        text = plain(" ".join(mark.text for mark in picture.drawing.marks if isinstance(mark, TextMark)))
        assert (short in text) == (meaning in text), picture.key
        assert (meaning in text) or not picture.key.startswith("pairs"), picture.key


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
