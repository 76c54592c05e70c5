"""A battery, stacked and around a middle: its figures and notes read back from deck and summary."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation

from report import pipeline
from report.charts.registry import HOUSE_LAYOUTS
from report.drawing.model import TextMark
from report.pipeline import Layouts, Product, Source
from report.products import DECK_DPI
from tests.briefing.across_files import SURVEY
from tests.charts.collisions import faults as collisions

BRIEFING = """language: de
format: 1
survey: survey.yaml
languages: [de]
title: {text: Aussagen zur Arbeit}
cover: {figure: privacy.agreed, caption: stimmen beim Datenschutz zu}
messages: [{finding: sides, figure: privacy.agreed, text: stimmen beim Datenschutz zu}]
findings:
  - id: sides
    headline: "Beim Datenschutz stimmen {{ privacy.agreed }} zu, bei der Heimarbeit {{ work.agreed }}"
    exhibit: {questions: [control, privacy, work], kind: diverging}
    text: "Beim Datenschutz stimmen {{ privacy.agreed | words }} zu."
  - id: bars
    headline: "Beim Datenschutz stimmen {{ privacy.agreed }} zu, bei der Heimarbeit {{ work.agreed }}"
    exhibit: {questions: [control, privacy, work], kind: stacked}
    text: "Beim Datenschutz stimmen {{ privacy.agreed | words }} zu."
  - id: ages
    headline: "Voll stimmen {{ privacy.fully.age.old }} der Älteren zu"
    exhibit: {question: privacy, kind: stacked, by: age}
    text: "Voll stimmen {{ privacy.fully.age.old | words }} der Älteren zu."
""".removeprefix("language: de\n")


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Layouts:
    folder = tmp_path_factory.mktemp("battery")
    (folder / "survey.yaml").write_text(f"language: de\n{SURVEY}", "utf-8")
    (folder / "briefing.yaml").write_text(BRIEFING, "utf-8")
    material = pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "battery"))
    telling = pipeline.tell(material, ["de"], allow_failed_claims=False)
    (laid_out,), faults = pipeline.lay_out(telling, HOUSE_LAYOUTS)
    assert not any(fault.is_error for fault in faults), "\n".join(fault.as_text() for fault in faults)
    return laid_out


@pytest.mark.parametrize(
    ("name", "order"), [("sides", ["privacy", "control", "work"]), ("bars", ["privacy", "control", "work"])]
)
def test_questions_stand_by_their_nets_and_every_cell_is_told_once(
    layouts: Layouts, name: str, order: list[str]
) -> None:
    shown = layouts.deck.drawings[name].shown

    assert list(dict.fromkeys(cell.question for cell in shown)) == order
    assert len({cell.id for cell in shown}) == len(shown)
    assert ("privacy/agreed@w2016", "59\u00a0%") in [(cell.id, cell.text) for cell in shown]


def test_the_slides_carry_the_notes_and_an_alternative_text(layouts: Layouts) -> None:
    drawings = layouts.deck.drawings
    pictures = {key: (pipeline.paint_svg(each), pipeline.paint_png(each, DECK_DPI)) for key, each in drawings.items()}
    deck = pipeline.write_deck(layouts.deck, layouts.template, pictures, datetime(2016, 6, 1, tzinfo=UTC)).content
    slides = list(Presentation(io.BytesIO(deck)).slides)
    texts = ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]

    assert any("3 Aussagen · je Aussage eine Antwort · Netto berechnet" in text for text in texts)
    assert any("leerer Teil: weiß nicht" in text for text in texts)
    alternatives = [layouts.deck.drawings[name].alternative for name in ("sides", "bars", "ages")]
    assert alternatives[0].startswith(
        "Likert-Balken, 3 Aussagen. Datenschutz ist Chefsache: 59\u00a0% Zustimmung (Netto), 17\u00a0%"
    )
    assert all(len(alternative) <= 250 for alternative in alternatives)


def test_the_summary_shows_labels_names_and_nets(layouts: Layouts) -> None:
    reader = pypdf.PdfReader(
        io.BytesIO(pipeline.write_summary(layouts.summary, None, datetime(2016, 6, 1, tzinfo=UTC)))
    )
    text = " ".join(page.extract_text() for page in reader.pages)

    for words in ("Zustimmung (Netto)", "teils/", "Kontrolle ist Chefsache", "n = 300"):
        assert words in text.replace("\u00a0", " ").replace("\n", " ")


def test_pictures_of_every_format_show_sides_nets_and_say_what_is_in_no_bar(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(f"language: de\n{SURVEY}", "utf-8")
    (tmp_path / "briefing.yaml").write_text(
        f"{BRIEFING}pictures: [landscape, portrait, square, story, print]\n", "utf-8"
    )
    material = pipeline.read(Source(tmp_path / "briefing.yaml", "briefing.yaml", "battery"))
    telling = pipeline.tell(material, ["de"], allow_failed_claims=False)
    (laid_out,), faults = pipeline.lay_out(telling, HOUSE_LAYOUTS, products=(Product.CHARTS,))

    assert not faults
    assert len(laid_out.pictures) == 15
    for picture in laid_out.pictures:
        texts = [mark for mark in picture.drawing.marks if isinstance(mark, TextMark)]
        said = "".join(mark.text for mark in texts).replace("\u00a0", " ")
        assert min(mark.size for mark in texts) >= 28 / 1080 * picture.drawing.width - 0.01, picture.key
        assert collisions(replace(picture.drawing, marks=picture.drawing.marks[1:])) == [], picture.key
        assert "59 %" in said or picture.key.startswith("ages")
        if picture.key.startswith("sides"):
            assert "kräftig: stimme voll zu, stimme nicht zu" in said, picture.key
            assert "Rest:teils/teils,weißnicht" in said.replace(" ", ""), picture.key  # maybe on two lines
            assert sum(mark.text == "Zustimmung (Netto)" for mark in texts) == 1
