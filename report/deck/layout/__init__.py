"""One module a slide kind: each takes the desk and its section of the document and gives a placed slide.

`frame` sets what all slides share (kicker, headline, stamps, footer, page number), `figures` the large numbers,
`exhibits` and `annotations` charts and their words, `table_plan`, `tables` and `packing` the appendix.
"""

from __future__ import annotations

from functools import singledispatch

from report.charts.model import ChartBook
from report.deck.desk import Desk
from report.deck.edges import outside_slides
from report.deck.faults import ON_SLIDES
from report.deck.layout.agenda import place_agenda
from report.deck.layout.appendix import place_appendix
from report.deck.layout.chapter import place_chapter
from report.deck.layout.closing import place_closing
from report.deck.layout.cover import place_cover
from report.deck.layout.finding import place_finding
from report.deck.layout.free_slide import place_free_slide
from report.deck.layout.glance import place_glance
from report.deck.layout.method import place_method
from report.deck.layout.recommendations import place_recommendations
from report.deck.layout.sections import sections_of
from report.deck.layout.statement import place_statement
from report.deck.layouts import SlideBasis
from report.deck.model import Deck, Slide
from report.deck.template import layouts_of
from report.diagnostics import Diagnostic, Severity, in_file_order
from report.document.model import (
    Document,
    FindingSection,
    GlanceSection,
    MethodSection,
    RecommendationsSection,
    StatementSection,
)
from report.document.model.frame import AgendaSection, ChapterSection, ClosingSection, FreeSection
from report.document.model.nodes import Illustration, Node, Output, walk
from report.formats.slide_kinds import SlideFormat
from report.text.fonts import Fonts
from report.theme.model import Theme
from report.typesetting.typesetter import Typesetter


def place_deck(
    document: Document,
    charts: ChartBook,
    fonts: Fonts,
    theme: Theme,
    slide_format: SlideFormat,
    basis: SlideBasis | None = None,
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The whole deck, every text measured, and warnings; None, and all that does not fit, if anything does not.

    basis: of a company's template; the house's by default.
    """
    basis = basis or SlideBasis(layouts_of(slide_format), fonts, fonts)
    typesetter = Typesetter(basis.text_fonts, document.language, ON_SLIDES, flows=True)
    titles = typesetter if basis.title_fonts == basis.text_fonts else typesetter.in_fonts(basis.title_fonts)
    placed = _placed(Desk(document, charts, theme, slide_format, basis.layouts, fonts, typesetter, titles))
    slides = [slide for _, slide in placed]
    if not typesetter.has_errors:  # else what is too long may leave its slide, and is told already
        shown = (node for node in walk(document, Output.DECK) if isinstance(node, Illustration))
        places = {node.chart.id: node.location for node in shown}
        typesetter.faults += outside_slides(slides, slide_format, places)
    found = in_file_order(typesetter.faults)
    if any(fault.severity is Severity.ERROR for fault in found):
        return None, found
    deck = Deck(
        sections=sections_of(placed, document),
        slide_numbers={id: number for number, (id, _) in reversed([*enumerate(placed, 1)])},
        theme=theme,
        title=document.cover.title.text.text.replace("\n", " "),
        subject=document.short_title,
        author=document.publisher,
        keywords=document.topics,
        language_tag=document.language.tag,
        provenance=document.provenance,
    )
    return deck, found


def _placed(desk: Desk) -> list[tuple[str, Slide]]:
    """All slides, each with the id of the section of the document that it shows."""
    document = desk.document
    placed = [(document.cover.id, place_cover(desk))]
    for section in document.slides:
        slides = place_section(section, desk, len(placed) + 1)
        placed += [(section.id, slide) for slide in ([slides] if isinstance(slides, Slide) else slides)]
    return placed + [(document.appendix.id, slide) for slide in place_appendix(desk, len(placed) + 1)]


@singledispatch
def place_section(section: Node, desk: Desk, number: int) -> Slide | tuple[Slide, ...]:
    """The slide of a section, or its slides, by the placer of its kind; `number` is that of the first."""
    raise TypeError(f"there is no placer for {type(section).__name__}, wanted on slide {number} of {desk.document.id}")


place_section.register(AgendaSection, place_agenda)
place_section.register(GlanceSection, place_glance)
place_section.register(FindingSection, place_finding)
place_section.register(StatementSection, place_statement)
place_section.register(ChapterSection, place_chapter)
place_section.register(FreeSection, place_free_slide)
place_section.register(RecommendationsSection, place_recommendations)
place_section.register(MethodSection, place_method)
place_section.register(ClosingSection, place_closing)
