"""Words outside their shapes are found, on hidden slides too, and none in a deck that has them inside."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide
from pptx.util import Pt

from tests.templates.fixtures import TEMPLATES
from tests.templates.rendered import words_outside_shapes
from tests.templates.samples import as_presentation, with_a_slide_per_layout

pytestmark = pytest.mark.usefixtures("needs_drawing")


def drawn(folder: Path, fill: Callable[[Slide], object]) -> list[str]:
    """What is found in a deck on the wide template, whose last slide is filled so."""
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    fill(deck.slides.add_slide(deck.slide_layouts.get_by_name("Nur Titel")))
    deck.save(str(folder / "deck.pptx"))
    return [f"{fault.place}: {fault.message}" for fault in words_outside_shapes(folder / "deck.pptx", folder)]


def title(slide: Slide, text: str) -> None:
    assert slide.shapes.title is not None
    slide.shapes.title.text = text


def test_a_slide_on_each_layout_holds_its_words(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(with_a_slide_per_layout(TEMPLATES["wide"]()))

    assert words_outside_shapes(deck, tmp_path) == []


def test_a_title_that_fits_the_place_it_inherits_is_no_fault(tmp_path: Path) -> None:
    assert drawn(tmp_path, lambda slide: title(slide, "Ein Drittel verteilt die Aufgabe")) == []


def test_the_words_of_a_native_chart_are_no_fault(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        data: Any = CategoryChartData()
        data.categories = ["Ein eigenes Team", "Verteilt"]
        data.add_series("Organisationen", (0.48, 0.33))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(48), Pt(120), Pt(600), Pt(300), data)
        title(slide, "Fast die Hälfte hat ein eigenes Team")

    assert drawn(tmp_path, fill) == []


def test_a_word_too_long_for_its_box_is_found(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        frame = slide.shapes.add_textbox(Pt(100), Pt(200), Pt(90), Pt(40)).text_frame
        frame.word_wrap = False
        frame.text = "Wettbewerbsbeschränkungen"

    (found,) = drawn(tmp_path, fill)

    assert found.startswith('slide 4: "Wettbewerbsbeschränkungen" at ')
    assert found.endswith(" pt stands in no shape with text")


def test_lines_below_their_box_are_found_on_a_hidden_slide_too(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        slide._element.set("show", "0")
        frame = slide.shapes.add_textbox(Pt(100), Pt(200), Pt(300), Pt(30)).text_frame
        frame.text = "oben\nmitten\nunten"

    assert [found.split('"')[1] for found in drawn(tmp_path, fill)] == ["mitten", "unten"]


def test_the_prompt_of_a_picture_nobody_placed_is_found(tmp_path: Path) -> None:
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    deck.slides.add_slide(deck.slide_layouts.get_by_name("Bild und Text"))
    deck.save(str(tmp_path / "deck.pptx"))

    found = words_outside_shapes(tmp_path / "deck.pptx", tmp_path)

    assert [fault.message.split('"')[1] for fault in found] == ["Bild", "durch", "Klicken", "hinzufügen"]
