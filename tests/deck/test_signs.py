"""What stands in place of a figure on a slide is explained on that slide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide

import report
from report.pipeline import Product

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
  q:
    type: multiple
    topic: {de: Obst, en: Fruit}
    label: {de: Was mögen Sie?, en: What do you like?}
    answers:
      k: {percent: 60, label: {de: Kirschen, en: cherries}}
      a: {percent: 40, label: {de: Äpfel, en: apples}}
      b: {label: {de: Birnen, en: pears}}
    earlier: {w1: {k: 50, a: 20}}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [LANGUAGE]
status: final
title: {text: Obst}
cover: {figure: q.k, caption: "q"}
messages: [{finding: short, figure: q.k, text: so}]
findings:
  - {id: short, question: q, headline: "{{ q.k }}", text: "{{ q.k }}", exhibit: {kind: dumbbell, answers: [k, a, b]}}
  - {id: whole, question: q, headline: "{{ q.a }}", text: "{{ q.a }}", exhibit: {kind: bars}}
  - {id: none, question: q, headline: "{{ q.a }}", text: "{{ q.a }}", exhibit: {kind: dumbbell, answers: [k, a]}}
statements:
  - {id: said, after: none, speaker: A, role: b, text: So, exhibit: {question: q, kind: grouped, waves: [w1, w3]}}
"""


@pytest.mark.parametrize(
    ("language", "sign"), [("de", "n.\u00a0v. = nicht veröffentlicht"), ("en", "n.p. = not published")]
)
def test_the_short_sign_in_an_exhibit_is_explained_in_the_footer_of_its_slide_alone(
    language: str, sign: str, tmp_path: Path
) -> None:
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    (tmp_path / "briefing.yaml").write_text(BRIEFING.replace("LANGUAGE", language), "utf-8")

    report.build(tmp_path, options=report.Options(output=tmp_path / "build", only=(Product.DECK,)))

    (file,) = (tmp_path / "build").rglob("*.pptx")
    slides = [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(str(file)).slides
    ]
    explained = [any(sign in text for text in texts) for texts in slides[2:5]]
    assert explained == [True, False, False]


ONE_ANSWER_OF_ONE_GROUP = """
format: 1
title: Obst
publisher: Verband
published: 2024
population: Erwachsene
unit: Erwachsene
language: de
n: 900
segments:
  size: {label: Größe, columns: {small: {label: klein, n: 400}, large: {label: groß, n: 500}}}
questions:
  q:
    type: multiple
    topic: Obst
    label: Was mögen Sie?
    n: 900
    answers:
ANSWERS
    segments:
      size:
        small: {NUMBERS}
        large: {NUMBERS, a23: 27}
"""


def test_a_sign_is_explained_on_the_slide_of_the_part_that_carries_it(tmp_path: Path) -> None:
    answers = "\n".join(f"      a{place}: {{percent: {60 - place}, label: Antwort {place}}}" for place in range(24))
    numbers = ", ".join(f"a{place}: {50 - place}" for place in range(23))
    text = ONE_ANSWER_OF_ONE_GROUP.replace("ANSWERS", answers).replace("NUMBERS", numbers)
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    report.build(tmp_path, options=report.Options(output=tmp_path / "build", only=(Product.DECK,)))

    (file,) = (tmp_path / "build").rglob("*.pptx")
    slides = [" ".join(_texts(slide)) for slide in Presentation(str(file)).slides]
    slides = [text for text in slides if "Anhang" in text and "Antwort" in text]
    carried = [text.replace("n.\u00a0v. =", "").count("n.\u00a0v.") > 0 for text in slides]
    assert len(set(carried)) > 1
    assert carried == ["n.\u00a0v. = nicht veröffentlicht" in text for text in slides]


def _texts(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        if isinstance(shape, Shape):
            yield shape.text_frame.text
        if isinstance(shape, GraphicFrame) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


FEW = """
format: 1
title: {de: Obst, en: Fruit}
publisher: Verband
published: 2024
population: {de: Erwachsene, en: adults}
unit: {de: Erwachsene, en: adults}
wave: w3
waves: {w3: {date: 2024, n: 1199}}
segments:
  place:
    label: {de: Ort, en: Place}
    columns:
      town: {label: {de: Stadt, en: town}, n: 1100}
      land: {label: {de: Land, en: country}, n: SMALL}
questions:
  q:
    type: scale
    type_source: published
    topic: {de: Obst, en: Fruit}
    label: {de: Mögen Sie Obst?, en: Do you like fruit?}
    answers:
      a: {percent: 30, label: {de: sehr, en: much}}
      b: {percent: 30, label: {de: ziemlich, en: rather}}
      c: {percent: 20, label: {de: wenig, en: little}}
      d: {percent: 20, label: {de: gar nicht, en: not}}
    nets:
      up: {of: [a, b], label: {de: mögen es, en: like it}}
      down: {of: [c, d], label: {de: mögen es nicht, en: do not}}
    segments:
      place: {town: {a: 30, b: 30, c: 20, d: 20}, land: {a: 40, b: 20, c: 20, d: 20}}
"""
BY_PLACE = """
format: 1
survey: survey.yaml
languages: [LANGUAGE]
status: final
title: {text: Obst}
cover: {figure: q.up, caption: "q"}
messages: [{finding: g, figure: q.up, text: so}]
findings:
  - {id: f, question: q, headline: "{{ q.a.place.land }}", text: "{{ q.a.place.land }}", exhibit: EXHIBIT}
  - {id: g, question: q, headline: "{{ q.a }}", text: "{{ q.a }}", exhibit: {kind: bars}}
"""


@pytest.mark.parametrize("exhibit", [
    "{kind: grouped, by: place}",
    "{kind: stacked, by: place}",
    "{kind: diverging, by: place}",
    "{kind: bars, column: place.land}",
])  # fmt: skip
@pytest.mark.parametrize(("language", "few"), [("de", "* = Basis unter 100"), ("en", "* = Base under 100")])
@pytest.mark.parametrize(("n", "is_marked"), [(99, True), (100, False)])
def test_a_base_of_few_has_a_sign_that_is_explained_where_it_stands(
    exhibit: str, language: str, few: str, n: int, is_marked: bool, tmp_path: Path
) -> None:
    (tmp_path / "survey.yaml").write_text(FEW.replace("SMALL", str(n)), "utf-8")
    briefing = BY_PLACE.replace("LANGUAGE", language).replace("EXHIBIT", exhibit)
    (tmp_path / "briefing.yaml").write_text(briefing, "utf-8")

    options = report.Options(output=tmp_path / "build", only=(Product.DECK, Product.CHARTS))
    report.build(tmp_path, options=options)

    (file,) = (tmp_path / "build").rglob("*.pptx")
    shown, beside, *_ = [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(str(file)).slides
    ][2:]
    assert any(few in text for text in shown) is is_marked
    assert not any(few in text for text in beside)
    if "column" in exhibit:
        assert any(f"n\u00a0=\u00a0{n}{'*' * is_marked}:" in text for text in shown)
        caption = next((tmp_path / "build").rglob("f.txt")).read_text("utf-8")
        assert (few in caption) is is_marked
