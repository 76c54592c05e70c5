"""A deck on a company's template, in the largest type at which all its texts have room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from report.charts.model import ChartBook
from report.deck.company_layouts import layouts_on
from report.deck.company_room import too_low
from report.deck.crowding import lines_of_crowded_notes
from report.deck.even_titles import even_sizes
from report.deck.layout import place_deck
from report.deck.layouts import SlideBasis
from report.deck.model import Deck
from report.diagnostics import DeckPlace, Diagnostic
from report.document.model import Document
from report.formats.legible import SIZES
from report.formats.slide_kinds import SlideFormat
from report.frozen import frozen
from report.templates.choosing import Choice
from report.templates.company import Company
from report.templates.slides import (
    FOOTER_LINES,
    LEAST_BY_RULE,
    LEAST_HEADLINE,
    least_headline,
    slides_of,
    usual_size,
)
from report.text.fonts import Fonts
from report.units import Pt


def place_company_deck(
    document: Document, charts: ChartBook, folder: Path, company: Company
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The whole deck, every text measured, and warnings; None, and all that does not fit at the smallest size.

    What nobody wrote has its fault in the template, which has no room for it.

    folder: where the fonts lie that ship.
    """
    studio = _Studio.of(document, charts, folder, company)
    for size in SIZES:
        deck, found = studio.placed(company.choice, size)
        if deck:
            return deck, found
    place = DeckPlace(company.template.display)
    return None, tuple(
        fault if fault.location or fault.in_finished else replace(fault, in_finished=place) for fault in found
    )


def little_room(decks: Iterable[tuple[Document, ChartBook]], folder: Path, company: Company) -> tuple[Diagnostic, ...]:
    """Which of the template's places is too low, where a higher one would have room for all of these decks.

    They are those that `place_company_deck` found no room for: one a language, of which one needs more than the other.
    """
    studios = [_Studio.of(document, charts, folder, company) for document, charts in decks]

    def fits(choice: Choice) -> bool:
        return all(studio.has_room(choice) for studio in studios)

    told = too_low(company.choice, company.template, fits)
    return (told,) if told else ()


@frozen
class _Studio:
    """What a deck is placed with on any size of type."""

    document: Document
    charts: ChartBook
    company: Company
    chart_fonts: Fonts
    text_fonts: Fonts
    title_fonts: Fonts

    @classmethod
    def of(cls, document: Document, charts: ChartBook, folder: Path, company: Company) -> _Studio:
        text, titles = company.text_fonts(folder), company.title_fonts(folder)
        return cls(document, charts, company, company.chart_fonts(folder), text, titles)

    def placed(self, choice: Choice, size: float) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
        """The deck on such layouts, in type of that size: content clear of its source notes, titles of one size."""
        slides = self._slides(choice, size, FOOTER_LINES)
        deck, found = self._placed(choice, slides)
        if deck and (lines := lines_of_crowded_notes(deck)):
            slides = self._slides(choice, size, lines)
            deck, found = self._placed(choice, slides)
        if deck is None:
            return None, found
        least = least_headline(choice.finding.title, usual_size(self.company.template), self._least)
        titles = even_sizes(deck, slides.roles.headline, least)
        if titles is None:
            return deck, found
        return self._placed(choice, replace(slides, roles=replace(slides.roles, headline=titles)))

    def has_room(self, choice: Choice) -> bool:
        """Whether the deck fits on such layouts in the smallest type."""
        return self.placed(choice, SIZES[-1])[0] is not None

    def _slides(self, choice: Choice, size: float, footer_lines: int) -> SlideFormat:
        return slides_of(
            self.company.template,
            choice,
            size,
            has_stamps=self._has_stamps,
            footer_lines=footer_lines,
            least_headline=self._least,
        )

    def _placed(self, choice: Choice, slides: SlideFormat) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
        look = self.company.look
        layouts = layouts_on(choice, slides, needs_panel=not look.is_ground_known)
        basis = SlideBasis(layouts, self.text_fonts, self.title_fonts)
        return place_deck(self.document, self.charts, self.chart_fonts, look.theme, slides, basis)

    @property
    def _least(self) -> Pt:
        return LEAST_BY_RULE if self.document.is_by_rule else LEAST_HEADLINE

    @property
    def _has_stamps(self) -> bool:
        return self.document.draft is not None or any(
            getattr(section, "stamp", None) for section in self.document.slides
        )
