"""What a template offers: slides of a size, layouts with their places, colours and typefaces. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from report.frozen import frozen
from report.units import Box, Color, Pt


class PlaceKind(Enum):
    """What a placeholder of a layout is for."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    CONTENT = "content"
    PICTURE = "picture"
    DATE = "date"
    FOOTER = "footer"
    SLIDE_NUMBER = "slide number"


FURNITURE = (PlaceKind.DATE, PlaceKind.FOOTER, PlaceKind.SLIDE_NUMBER)
"""What stands at the foot of slides."""


@frozen
class PlaceText:
    """How a text is set that stands in a place. color: None where nothing plain says it.

    tracking: between letters. ground: what lies under it; None where that is no single colour. spacing: of lines, as a
    share of their height; space_before: a paragraph. anchor: "t", "ctr" or "b". insets: left, top, right, bottom.
    is_sized: whether the template says the size. shades: where no single colour lies under it, the darkest and the
    lightest that are seen there, but for rare ones; empty where nobody knows.
    """

    size: Pt
    is_bold: bool
    is_capitals: bool
    tracking: Pt
    typeface: str
    alignment: str
    spacing: float
    space_before: Pt
    color: Color | None
    ground: Color | None
    anchor: str
    insets: tuple[Pt, Pt, Pt, Pt]
    is_sized: bool
    shades: tuple[Color, ...] = ()


@frozen
class TemplatePlace:
    """A placeholder of a layout. type, index: by which a slide's shape is tied to it; index None where it has none.

    prompt: what stands in it on the layout. is_untold: slides do not take over from the file what is
    meant, and say themselves where it stands and how it is set. has_panel: whether one is put under it, of the
    colour that its ground then is.
    """

    kind: PlaceKind
    type: str
    index: str | None
    name: str
    prompt: str
    box: Box
    text: PlaceText
    is_untold: bool = False
    has_panel: bool = False


@frozen
class TemplateLayout:
    """A layout. part: its name in the package; type: PresentationML's, None where it has none.

    static: what is seen of layout and master on every slide of it (logos, bands), the lowest first. ground: the
    background, None where that is no single colour. colors: those of its theme, by the names that its slides use
    for them ("bg1", "accent1"). n_samples: how many of the template's own slides stand on it.
    """

    part: str
    name: str
    type: str | None
    master: str
    places: tuple[TemplatePlace, ...]
    static: tuple[Box, ...]
    ground: Color | None
    colors: Mapping[str, Color]
    n_samples: int

    def places_of(self, *kinds: PlaceKind) -> tuple[TemplatePlace, ...]:
        """The places of these kinds, in the order of the layout."""
        return tuple(place for place in self.places if place.kind in kinds)

    @property
    def title(self) -> TemplatePlace | None:
        """The place of the title."""
        return next(iter(self.places_of(PlaceKind.TITLE)), None)


@frozen
class Template:
    """A template. display: how messages name its file. content: the file, as a presentation."""

    display: str
    content: bytes
    width: Pt
    height: Pt
    layouts: tuple[TemplateLayout, ...]
    n_samples: int
    n_masters: int

    @property
    def decides(self) -> tuple[object, ...]:
        """What tells it from all others: all else is read from its file."""
        return self.content, self.layouts
