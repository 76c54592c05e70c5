"""What a slide stands on: its ground, and what is seen of its layout, which the deck leaves to the template.

The house's layouts have a hairline above the footer, and the logo of a house; what a company's show is read from its
template.
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
from report.previewing.template_shapes import TemplateShape, Unseen, template_shapes
from report.templates.company import Company
from report.templates.model import PlaceText, TemplateLayout
from report.units import Color


@frozen
class Backdrop:
    """What lies under the items of a slide: a colour, what its layout shows, the lowest first.

    shapes: of a company's layout. settings: how it sets the texts in its places.
    """

    ground: Color
    items: tuple[PlacedMark | PlacedEmblem, ...] = ()
    shapes: tuple[TemplateShape, ...] = ()
    settings: Mapping[Placeholder, PlaceText] | None = None

    @property
    def has_unseen(self) -> bool:
        """Whether of something no more is drawn than its place."""
        return any(isinstance(shape, Unseen) for shape in self.shapes)


def backdrops(deck: Deck, company: Company | None) -> Mapping[str, Backdrop]:
    """That of every layout that a slide of the deck may stand on, by the layout's name."""
    if company:
        paper = company.look.theme.paper.ground
        shapes = template_shapes(company.template.content)
        return {each.part: _of_template(each, paper, shapes[each.part]) for each in company.template.layouts}
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


def _of_template(layout: TemplateLayout, paper: Color, shapes: tuple[TemplateShape, ...]) -> Backdrop:
    settings = {Placeholder(KINDS[place.type], int(place.index or 0)): place.text for place in layout.places
                if place.type in KINDS}  # fmt: skip
    return Backdrop(layout.ground or paper, (), shapes, settings)
