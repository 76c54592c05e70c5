"""What a template looks like, as a theme: its ground, its text, and accents that stand out from them."""

from __future__ import annotations

from dataclasses import replace

from report.frozen import frozen
from report.templates.choosing import Choice
from report.templates.model import PlaceKind, Template
from report.text.model import FontFiles
from report.theme.derived import Accents, accents_of, carried_over, derived_ground
from report.theme.model import GroundName, Theme
from report.theme.perception import OF_TEXT, contrast
from report.units import Color

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


@frozen
class Look:
    """The theme of a template, and which accents it was made with.

    pages: the same for what is printed and sent: on white, where the template's slides are dark. is_ground_known:
    whether one colour lies under the content, or one is taken for it.
    """

    theme: Theme
    pages: Theme
    accents: Accents
    is_ground_known: bool


def look_of(choice: Choice, files: FontFiles, typeface: str) -> Look:
    """The theme. files: the fonts that its texts are measured by and its charts drawn with; typeface: their own."""
    known = _ground(choice)
    ground = known or choice.finding.colors.get("bg1", _WHITE)
    text = _text(choice, ground)
    colors = choice.finding.colors
    accents = accents_of([colors[name] for name in ACCENTS if name in colors], ground, text)
    dark, light = sorted((text, ground), key=lambda color: contrast(color, _BLACK))
    on_dark = carried_over(accents, dark, light)
    theme = Theme(
        paper=derived_ground(GroundName.PAPER, ground, text, accents),
        ink=derived_ground(GroundName.INK, dark, light, on_dark),
        font_files=files,
        deck_typeface=typeface,
        names={color: name for name, color in reversed([*choice.finding.colors.items()])},
    )
    if dark == text:
        return Look(theme, theme, accents, is_ground_known=known is not None)
    on_white = carried_over(accents, _WHITE, dark)
    pages = replace(theme, paper=derived_ground(GroundName.PAPER, _WHITE, dark, on_white))
    return Look(theme, pages, accents, is_ground_known=known is not None)


def typeface_of_text(choice: Choice, template: Template) -> str:
    """The typeface of what stands in the place of the content; where there is none, in that of the layouts beside it.

    Where these have none either, it is that of the title.
    """
    layout = choice.finding
    siblings = [each for each in template.layouts if each.master == layout.master]
    places = [place for each in (layout, *siblings) for place in each.places_of(PlaceKind.CONTENT, PlaceKind.TEXT)]
    return (*places, *layout.places_of(PlaceKind.TITLE))[0].text.typeface


def _ground(choice: Choice) -> Color | None:
    """What lies under the content; None where that is no single colour."""
    layout = choice.finding
    places = layout.places_of(PlaceKind.CONTENT, PlaceKind.TEXT)
    return places[0].text.ground if places else layout.ground


def _text(choice: Choice, ground: Color) -> Color:
    """The colour of the content's text, if that can be read; else the theme's, else black or white."""
    of_places = [place.text.color for place in choice.finding.places_of(PlaceKind.CONTENT, PlaceKind.TEXT)]
    offered = [
        color for color in (*of_places, choice.finding.colors.get("tx1"), choice.finding.colors.get("tx2")) if color
    ]
    readable = (color for color in offered if contrast(color, ground) >= OF_TEXT + 2)
    return next(readable, max((_BLACK, _WHITE), key=lambda color: contrast(color, ground)))
