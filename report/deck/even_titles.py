"""Titles of one size: readers who turn from slide to slide take a smaller title for a less important one.

What the longest title needs decides for all of them, unless it made the others more than a fifth smaller and smaller
than the house's, as in a place too low for two lines: there those that need so little have a size of their own, and the
others stay large.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.deck.model import Deck, is_title
from report.deck.text_boxes import line_size
from report.formats.grid import TypeSize
from report.units import Pt

MOST_GIVEN_UP = 0.8
"""How small titles may become for the sake of the longest one, as a share of the size that they would have."""
ROUNDING: Pt = 1e-6


def even_sizes(deck: Deck, offered: Sequence[TypeSize], least: Pt) -> tuple[TypeSize, ...] | None:
    """The sizes that titles of a deck should have, of those that were offered to each: one as a rule, two at most.

    None where they have these already. least: large enough for all of them, if the longest one needs no smaller size.
    """
    taken = set(_sizes(deck))
    enough, smallest = MOST_GIVEN_UP * offered[0].size, min(taken)
    usual = min((size for size in taken if size >= enough - ROUNDING), default=smallest)
    wanted = {smallest} if smallest >= min(least, MOST_GIVEN_UP * usual) - ROUNDING else {usual, smallest}
    return None if wanted == taken else tuple(size for size in offered if size.size in wanted)


def _sizes(deck: Deck) -> Iterator[Pt]:
    """Those of the titles that stand in the template's place for them; a cover has a place of its own."""
    for slide in deck.slides[1:]:
        title = next(text for text in slide.texts if is_title(text))
        if title.inherits:
            yield line_size(title.paragraphs[0].lines[0])
