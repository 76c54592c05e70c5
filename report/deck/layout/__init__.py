"""One module a slide kind: each takes the desk and its part of the briefing and gives a placed slide.

`frame` sets what all slides share (kicker, headline, stamps, footer, page number), `figures` the large numbers,
`exhibits` and `annotations` charts and their words, `tables` and `packing` the appendix.
"""

from __future__ import annotations

from report.briefing.model import Briefing, Finding
from report.charts.model import ChartBook
from report.deck.desk import Desk
from report.deck.edges import outside_slides
from report.deck.layout.appendix import place_appendix
from report.deck.layout.cover import place_cover
from report.deck.layout.finding import place_finding
from report.deck.layout.glance import place_glance
from report.deck.layout.method import place_method
from report.deck.layout.recommendations import place_recommendations
from report.deck.layout.statement import place_statement
from report.deck.model import Deck, Slide
from report.deck.template import layouts_of
from report.deck.typesetting import Typesetter
from report.diagnostics import Diagnostic, Severity, in_file_order
from report.formats.slide_kinds import SlideFormat
from report.text.fonts import Fonts
from report.theme.model import Theme


def place_deck(
    briefing: Briefing, charts: ChartBook, fonts: Fonts, theme: Theme, slide_format: SlideFormat
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The whole deck, every text measured, and warnings; None, and all that does not fit, if anything does not."""
    typesetter = Typesetter(fonts, briefing.language, briefing.origins)
    slides = _slides(Desk(briefing, charts, theme, slide_format, layouts_of(slide_format), typesetter))
    if not typesetter.has_errors:  # else what is too long may leave its slide, and is told already
        exhibits = {part.id: part.exhibit.location for part in briefing.sequence() if part.exhibit}
        typesetter.faults += outside_slides(slides, slide_format, exhibits)
    found = in_file_order(typesetter.faults)
    if any(fault.severity is Severity.ERROR for fault in found):
        return None, found
    deck = Deck(
        slides=tuple(slides),
        theme=theme,
        title=briefing.title.text.replace("\n", " "),
        subject=briefing.short_title,
        author=briefing.publisher,
        language_tag=briefing.language.tag,
    )
    return deck, found


def _slides(desk: Desk) -> list[Slide]:
    briefing, numbers = desk.briefing, desk.slide_numbers
    slides = [place_cover(desk)]
    if briefing.messages:
        slides.append(place_glance(desk, len(slides) + 1))
    for part in briefing.sequence():
        if isinstance(part, Finding):
            slides.append(place_finding(desk, part, numbers[part.id]))
        else:
            slides.append(place_statement(desk, part, numbers[part.id]))
    if briefing.recommendations is not None:
        slides.append(place_recommendations(desk, briefing.recommendations, len(slides) + 1))
    slides.append(place_method(desk, len(slides) + 1))
    return slides + place_appendix(desk, len(slides) + 1)
