"""A deck on a company's template, in the largest type at which all its texts have room."""

from __future__ import annotations

from pathlib import Path

from report.charts.model import ChartBook
from report.deck.company_layouts import layouts_on
from report.deck.layout import place_deck
from report.deck.layouts import SlideBasis
from report.deck.model import Deck
from report.diagnostics import Diagnostic
from report.document.model import Document
from report.formats.legible import SIZES
from report.templates.company import Company
from report.templates.slides import slides_of
from report.text.fonts import Fonts
from report.text.typefaces import StandIn


def place_company_deck(
    document: Document, charts: ChartBook, folder: Path, company: Company
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The whole deck, every text measured, and warnings; None, and all that does not fit at the smallest size.

    folder: where the font files lie that measure the template's typefaces.
    """
    has_stamps = document.draft is not None or any(getattr(section, "stamp", None) for section in document.slides)
    fonts = Fonts.in_folder(folder, company.text_face.files)
    text, titles = (_measuring(folder, face) for face in (company.text_face, company.title_face))
    for size in SIZES:
        slides = slides_of(company.template, company.choice, size, has_stamps=has_stamps)
        layouts = layouts_on(company.choice, slides, needs_panel=not company.look.is_ground_known)
        basis = SlideBasis(layouts, text, titles)
        deck, found = place_deck(document, charts, fonts, company.look.theme, slides, basis)
        if deck:
            break
    return deck, found


def _measuring(folder: Path, face: StandIn) -> Fonts:
    return Fonts(folder, face.files, face.widening)
