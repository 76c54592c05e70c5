"""What a slide stands on: its ground, and what is seen of its layout, which the deck leaves to the template.

The house's layouts have a hairline above the footer, and the logo of a house. What a company's show is known by its
place alone: that is what the page outlines, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from report.deck.company_layouts import KINDS
from report.deck.model import Deck, PlacedMark, Placeholder
from report.deck.model.emblems import PlacedEmblem
from report.deck.template import layouts_of
from report.deck.template_to_fill import layouts_to_fill
from report.drawing.model import MarkRole, Stroke
from report.formats.house_slides import HOUSE_SLIDES
from report.frozen import frozen
from report.templates.company import Company
from report.templates.model import PlaceText, TemplateLayout
from report.units import Box, Color


@frozen
class Backdrop:
    """What lies under the items of a slide: a colour, the marks of its layout, and places of shapes that it has too.

    settings: how a company's layout sets the texts in its places.
    """

    ground: Color
    items: tuple[PlacedMark | PlacedEmblem, ...] = ()
    unseen: tuple[Box, ...] = ()
    settings: Mapping[Placeholder, PlaceText] | None = None


def backdrops(deck: Deck, company: Company | None) -> Mapping[str, Backdrop]:
    """That of every layout that a slide of the deck may stand on, by the layout's name."""
    if company:
        paper = company.look.theme.paper.ground
        return {layout.part: _of_template(layout, paper) for layout in company.template.layouts}
    dressed = {layout.name: layout.items for layout in deck.layouts}
    found = dict[str, Backdrop]()
    for layout in (*layouts_of(HOUSE_SLIDES), *layouts_to_fill(HOUSE_SLIDES)):
        ground, frame = deck.theme.ground(layout.ground), HOUSE_SLIDES.frame
        rules = []
        if layout.has_foot_rule:
            ends = HOUSE_SLIDES.grid.left, frame.foot_rule, layout.right, frame.foot_rule
            rules.append(PlacedMark("foot rule", Stroke(MarkRole.RULE, *ends, ground.hairline, frame.rule)))
        found[layout.name] = Backdrop(ground.ground, (*rules, *dressed.get(layout.name, ())))
    return found


def _of_template(layout: TemplateLayout, paper: Color) -> Backdrop:
    settings = {Placeholder(KINDS[place.type], int(place.index or 0)): place.text for place in layout.places
                if place.type in KINDS}  # fmt: skip
    return Backdrop(layout.ground or paper, (), layout.static, settings)
