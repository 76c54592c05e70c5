"""Tells what of a deck leaves its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from report.deck.faults import DeckFault
from report.deck.model import PlacedChart, PlacedPicture, PlacedText, Slide
from report.diagnostics import Diagnostic, Location
from report.formats.edges import excess
from report.formats.model import Format


def outside_slides(
    slides: Sequence[Slide], page: Format, exhibits: Mapping[str, Location | None]
) -> Iterator[Diagnostic]:
    """A fault for every item that reaches over the edge of its slide. exhibits: their places, by key of the picture.

    Where a company's template has a place beyond the edge, that is its own.
    """
    for number, slide in enumerate(slides, 1):
        for item in slide.items:
            if isinstance(item, PlacedText) and item.inherits:
                continue
            if over := excess(item.extent, page):
                message = f'"{item.name}" reaches {ceil(over)} pt over the edge of slide {number}'
                location = exhibits.get(item.key) if isinstance(item, PlacedPicture | PlacedChart) else None
                yield Diagnostic(DeckFault.OUTSIDE_PAGE, message, location)
