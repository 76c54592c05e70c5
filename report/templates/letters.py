"""The letters of a template's places: whether they can be read on what lies under them."""

from __future__ import annotations

from report.templates.model import TemplatePlace
from report.theme.derived import is_hue, readable
from report.theme.perception import OF_MARKS, OF_TEXT, contrast
from report.units import Color, Pt

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
LARGE: Pt = 18.0
"""Letters of this size need less contrast (WCAG 2.1, "large scale")."""


def readable_letters(place: TemplatePlace) -> Color | None:
    """The colour that letters in a place need; None where its own can be read, or nothing is known of it.

    Black, white and greys have next to no hue to be kept: what stands out most is read best.
    """
    ground, color = place.text.ground, place.text.color
    least = OF_MARKS if place.text.size >= LARGE else OF_TEXT
    if ground is None or color is None or contrast(color, ground) >= least:
        return None
    if not is_hue(color):
        return max((BLACK, WHITE), key=lambda each: contrast(each, ground))
    return readable(color, ground, OF_TEXT)
