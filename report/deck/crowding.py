"""Whether source notes stand clear of what is above them: one of three lines rises above the place kept for two."""

from __future__ import annotations

from report.deck.model import Deck, PlacedItem, PlacedMark, PlacedText, Slide
from report.drawing.model import Rect
from report.units import Pt

CLEAR = 1.6
"""From what is above a note to its first baseline at least, in pitches of its lines."""
MOST_KEPT = 2
"""Lines of a note that there is always room for."""


def has_crowded_note(deck: Deck) -> bool:
    """Whether anything stands too near to a source note of more lines than there is always room for."""
    return any(_is_crowded(slide) for section in deck.sections for slide in section.slides)


def _is_crowded(slide: Slide) -> bool:
    notes = [text for text in slide.texts if _is_source(text) and len(text.baselines) > MOST_KEPT]
    above = [item for note in notes for item in slide.items if item is not note and item.extent.top < note.baseline]
    return any(_end(item) > note.baseline - CLEAR * _pitch(note) for note in notes for item in above)


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
