"""Letters that can be read from the last row, on a slide of any size."""

from __future__ import annotations

from collections.abc import Iterator

from report.checks.rule import Found, Rule
from report.diagnostics import Severity
from report.ooxml.elements import NAMESPACES
from report.presentations.deck import Deck
from report.presentations.inheritance import pages_of
from report.presentations.shapes import FURNITURE, name_of, place_type, single_shapes, text_of
from report.presentations.styles import paragraphs_of, run_style

SMALLEST, SMALLEST_IN_FOOTERS = 12.0, 9.0
"""Points on a slide of the usual height; letters of exactly this size are well."""
USUAL_HEIGHT = 540.0
ROUNDING = 0.01


def _small(deck: Deck) -> Iterator[Found]:
    scale = deck.height / USUAL_HEIGHT
    for page in pages_of(deck):
        for shape in single_shapes(page.slide):
            least = (SMALLEST_IN_FOOTERS if place_type(shape) in FURNITURE else SMALLEST) * scale
            runs = [run for paragraph in paragraphs_of(shape) for run in paragraph.iterfind("a:r", NAMESPACES)]
            sizes = [run_style(page, shape, run).size for run in runs if text_of(run)]
            if sizes and min(sizes) < least - ROUNDING:
                message = f"its text is {min(sizes):g} pt large, less than {least:g} pt on a slide of this height"
                yield Found(message, page.part, name_of(shape))


RULES = (Rule("small-text", _small, "set it larger, or say less", Severity.WARNING),)
