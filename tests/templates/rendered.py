"""The words of a drawn deck that stand outside every shape that could hold them.

`tests.conformance.overflow` asks whose word it is and judges sideways alone; here any shape of the slide is a home, and
a word may leave it neither sideways nor upwards nor downwards: on a template of anybody's that is what an eye sees.
"""

from pathlib import Path

from tests.conformance import render, shapes, words
from tests.conformance.fault import Fault
from tests.conformance.shapes import Box, SlideShapes
from tests.conformance.words import Word

TOLERANCE = 2.0
"""Points by which the letters of a word may leave their shape."""


def words_outside_shapes(deck: Path, folder: Path) -> list[Fault]:
    """Each word of the deck, drawn into the folder by LibreOffice, that no text or native chart of its slide holds.

    Hidden slides are drawn too. A slide that was not drawn raises ValueError: its words prove nothing.
    """
    slides, pages = shapes.read(deck), words.read(render.to_pdf(deck, folder))
    return [
        Fault(deck, "word-outside-shapes", f"slide {slide.number}", _message(word))
        for slide, page in zip(slides, pages, strict=True)
        for word in page.words
        if not _has_home(word, slide)
    ]


def _has_home(word: Word, slide: SlideShapes) -> bool:
    homes = (*(shape.box for shape in slide.texts), *slide.charts)
    return any(_reach(word, home) <= TOLERANCE for home in homes)


def _reach(word: Word, box: Box) -> float:
    """How far the word leaves the box at the side where it does so most, in points; negative if it is inside."""
    top, bottom = word.top + word.air, word.bottom - word.air
    return max(box.left - word.left, word.right - box.right, box.top - top, bottom - box.bottom)


def _message(word: Word) -> str:
    corners = f"{word.left:.0f}, {word.top:.0f} to {word.right:.0f}, {word.bottom:.0f}"
    return f'"{word.text}" at {corners} pt stands in no shape with text'
