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
    """The colour that letters in a place need; None where its own can be read, or no other, or nothing is known of it.

    Black, white and greys have next to no hue to be kept: what stands out most is read best, on pictures in any case.
    """
    ground, color = place.text.ground, place.text.color
    grounds = grounds_of(place)
    if not grounds or color is None or worst(color, grounds) >= _least(place):
        return None
    if ground is None or not is_hue(color):
        best = max((BLACK, WHITE), key=lambda each: worst(each, grounds))
        return best if ground or worst(best, grounds) >= _least(place) else None
    return readable(color, ground, OF_TEXT)


def can_be_read(place: TemplatePlace) -> bool:
    """Whether letters in a place can be read there, in its own colour or in another; so they can where nobody knows."""
    grounds = grounds_of(place)
    own = place.text.color
    return not grounds or any(
        worst(color, grounds) >= _least(place) for color in (own, BLACK, WHITE) if color is not None
    )


def grounds_of(place: TemplatePlace) -> tuple[Color, ...]:
    """What lies under a place: one colour, the darkest and the lightest of several, or none that anybody knows."""
    return (place.text.ground,) if place.text.ground else place.text.shades


def worst(color: Color, grounds: tuple[Color, ...]) -> float:
    """The lowest contrast of a colour to some others."""
    return min(contrast(color, ground) for ground in grounds)


def _least(place: TemplatePlace) -> float:
    return OF_MARKS if place.text.size >= LARGE else OF_TEXT
