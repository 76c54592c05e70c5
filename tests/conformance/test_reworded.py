"""Decks whose texts somebody makes a fifth longer: letters shrink, but nothing leaves its shape or falls over another.

Drawn by LibreOffice, which finds out how small a text has to be; PowerPoint does so while somebody types.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

import report
from report.kinds import ChartForm
from report.pipeline import Product
from tests.conformance import overflow, render, shapes, words
from tests.conformance.fault import Fault
from tests.conformance.words import Word
from tests.end_to_end.conftest import SHIPPED

EXAMPLE = Path(__file__).parents[2] / "docs/example"
LONGER = 1.2
LEAST = 0.78
"""How small a text of that length may get, as a share of its size: 80 %, or the next size that LibreOffice tries."""
TOLERANCE = 2.0
"""Points by which the letters of a word may leave their shape or touch those of another."""
BODIES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY)


def built(briefing: Path, folder: Path, language: str, charts: ChartForm = ChartForm.IMAGE) -> Path:
    options = report.Options(folder, (language,), (Product.DECK,), charts=charts)
    (deck,) = [path for path in report.build(briefing, options=options).written if path.suffix == ".pptx"]
    return deck


def is_reworded(shape: Any) -> bool:
    """Titles, bodies and all text beside them that is no figure: of these nobody makes a sentence."""
    if not shape.has_text_frame or not any(letter.isalpha() for letter in shape.text_frame.text):
        return False
    if shape.is_placeholder:
        return shape.placeholder_format.type in BODIES
    return not shape.name.startswith("tag")


def reworded(deck: Path, folder: Path) -> Path:
    """The deck with each text longer by words of its own, the last one cut where it would be too long."""
    made, longer = pptx.Presentation(str(deck)), folder / "reworded.pptx"
    for slide in made.slides:
        for shape in filter(is_reworded, slide.shapes):
            for paragraph in shape.text_frame.paragraphs:
                text = paragraph.text
                more = f" {text}"[: round(len(text) * (LONGER - 1))].rstrip()
                if more:
                    paragraph.runs[-1].text += more
    made.save(str(longer))
    return longer


def drawn(deck: Path, folder: Path) -> list[tuple[shapes.SlideShapes, words.Page]]:
    return list(zip(shapes.read(deck), words.read(render.to_pdf(deck, folder)), strict=True))


def letters_overlap(one: Word, other: Word) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom - one.air, other.bottom - other.air) - max(one.top + one.air, other.top + other.air)
    return across > TOLERANCE and down > TOLERANCE


def runs_over(deck: Path, slide: shapes.SlideShapes, page: words.Page) -> list[Fault]:
    """Words above or below their own shape, and pairs of words over each other."""
    found = [
        Fault(deck, "leaves-its-shape", f"slide {slide.number}, {shape.name}", word.text)
        for word, shape in overflow.owned(slide, page)
        if word.top + word.air < shape.box.top - TOLERANCE or word.bottom - word.air > shape.box.bottom + TOLERANCE
    ]
    pairs = itertools.combinations(page.words, 2)
    over = [pair for pair in pairs if letters_overlap(*pair)]
    return [*found, *(Fault(deck, "overlap", f"slide {slide.number}", f"{a.text}, {b.text}") for a, b in over)]


def sizes(slide: shapes.SlideShapes, page: words.Page) -> dict[str, float]:
    """How high the words of each shape are, the least of them: as large as its letters."""
    heights = defaultdict[str, list[float]](list)
    for word, shape in overflow.owned(slide, page):
        heights[shape.name].append(word.bottom - word.top)
    return {name: min(of_shape) for name, of_shape in heights.items()}


@pytest.mark.usefixtures("needs_drawing_in_conformance")
@pytest.mark.parametrize(("briefing", "language"), [(SHIPPED, "de"), (SHIPPED, "en"), (EXAMPLE, "en")])
def test_texts_a_fifth_longer_shrink_to_no_less_than_they_may_and_run_over_nothing(
    briefing: Path, language: str, tmp_path: Path
) -> None:
    deck = built(briefing, tmp_path, language)
    before, longer = drawn(deck, tmp_path / "before"), reworded(deck, tmp_path)
    after = drawn(longer, tmp_path / "after")

    assert overflow.faults(longer, *map(list, zip(*after, strict=True))) == []
    assert [fault for slide, page in after for fault in runs_over(longer, slide, page)] == []
    for was, now in zip(before, after, strict=True):
        usual, small = sizes(*was), sizes(*now)
        shrunk = {name: size / usual[name] for name, size in small.items() if size < LEAST * usual[name]}
        assert shrunk == {}, f"slide {now[0].number}"


@pytest.mark.usefixtures("needs_drawing_in_conformance")
def test_labels_beside_native_charts_that_are_a_fifth_longer_run_over_nothing(tmp_path: Path) -> None:
    longer = reworded(built(SHIPPED, tmp_path, "de", ChartForm.NATIVE), tmp_path)

    assert [fault for each in drawn(longer, tmp_path / "after") for fault in runs_over(longer, *each)] == []
