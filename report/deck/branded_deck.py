"""A deck on the house's slides, in the colours and the typeface of a house, with its logo."""

from __future__ import annotations

from dataclasses import replace

from report.charts.model import ChartBook
from report.deck.layout import place_deck
from report.deck.layout.logos import dressed, with_room_for_logo
from report.deck.layouts import SlideBasis
from report.deck.model import Deck
from report.deck.template import layouts_of
from report.deck.template_to_fill import layouts_to_fill
from report.diagnostics import Diagnostic
from report.document.model import Document
from report.formats.legible import SIZES, SMALLEST, legible_roles
from report.formats.scaling import scaled
from report.formats.slide_kinds import SlideFormat
from report.theme.model import Faces, Theme


def place_branded_deck(
    document: Document, charts: ChartBook, theme: Theme, faces: Faces, slides: SlideFormat
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The whole deck, every text measured, and warnings; None, and all that does not fit, if anything does not.

    A typeface wider than the house's is set in the largest type at which all texts have room.
    """
    logos = document.cover.logos
    for size in SIZES if faces.are_own else SIZES[:1]:
        smaller = replace(slides, roles=legible_roles(scaled(slides.roles, size), SMALLEST))
        layouts = with_room_for_logo(layouts_of(smaller), smaller, theme, logos)
        basis = SlideBasis(layouts, faces.texts, faces.texts)
        deck, found = place_deck(document, charts, faces.charts, theme, smaller, basis)
        if deck:
            break
    worn = dressed((*layouts_of(slides), *layouts_to_fill(slides)), slides, theme, logos)
    return replace(deck, layouts=worn) if deck else None, found
