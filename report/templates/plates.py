"""Places of titles on plates: a bar or label that the template paints under them, which may be lower than they are.

+-- place -----------------+
|  .....................   |     a text of two lines that fills the place
|  : plate             :   |     would run over the edges of the plate
|  :...................:   |
+--------------------------+
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.templates.model import PlaceKind, TemplatePlace
from report.units import Box

UNDER_A_PLACE = 0.6
"""What lies under so much of a place is meant as its ground."""
OF_TITLES = (PlaceKind.TITLE, PlaceKind.SUBTITLE)


def on_plates(place: TemplatePlace, painted: Sequence[Box]) -> TemplatePlace:
    """A title's place as it is where texts stay on its plates: it keeps them away from edges that reach beyond these.

    painted: what the layout shows in a colour.
    """
    left, top, right, bottom = place.text.insets
    upper, lower = place.box.top + top, place.box.bottom - bottom
    plates = [box for box in painted if place.box.share_over(box) >= UNDER_A_PLACE and box.height < lower - upper]
    if place.kind not in OF_TITLES or not plates:
        return place
    above = max(0.0, *(plate.top - upper for plate in plates))
    below = max(0.0, *(lower - plate.bottom for plate in plates))
    if place.text.anchor == "ctr":  # a text in the middle stays there, and grows both ways
        above = below = max(above, below)
    return replace(place, text=replace(place.text, insets=(left, top + above, right, bottom + below)))
