"""Whether source notes stand clear of what is above them: one of three lines rises above the place kept for two."""

from __future__ import annotations

from collections.abc import Iterator

from report.deck.model import Deck, PlacedItem, PlacedMark, PlacedText, Slide
from report.drawing.model import Rect
from report.units import Pt

CLEAR = 1.6
"""From what is above a note to its first baseline at least, in pitches of its lines."""
MOST_KEPT = 2
"""Lines of a note that there is always room for."""


def lines_of_crowded_notes(deck: Deck) -> int:
    """How many lines the longest source note has that something stands too near to; 0 where nothing does.

    Notes of so few lines that there is always room for them are none of those.
    """
    slides = (slide for section in deck.sections for slide in section.slides)
    return max((len(note.baselines) for slide in slides for note in _crowded(slide)), default=0)


def _crowded(slide: Slide) -> Iterator[PlacedText]:
    for note in slide.texts:
        if _is_source(note) and len(note.baselines) > MOST_KEPT:
            above = [item for item in slide.items if item is not note and item.extent.top < note.baseline]
            if any(_end(item) > note.baseline - CLEAR * _pitch(note) for item in above):
                yield note


def _is_source(text: PlacedText) -> bool:
    return text.node is not None and text.node.endswith("/source")


def _pitch(note: PlacedText) -> Pt:
    first, second, *_ = note.baselines
    return second - first


def _end(item: PlacedItem) -> Pt:
    """Where something ends: a text with its last line, though its frame may be higher; a panel lies under the note."""
    if isinstance(item, PlacedText):
        return item.baselines[-1]
    is_panel = isinstance(item, PlacedMark) and isinstance(item.mark, Rect)
    return 0.0 if is_panel else item.extent.bottom
