"""What a template is made of, as values; lengths in points."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STRAIGHT = "bg1=lt1 tx1=dk1 bg2=lt2 tx2=dk2"
INVERTED = "bg1=dk1 tx1=lt1 bg2=dk2 tx2=lt2"
"""Colour maps: which colours of the theme a master takes for grounds and texts."""

PRESENTATION, TEMPLATE = "presentation", "template"
"""The two kinds of file, by their content type: .pptx and .potx."""


@dataclass(frozen=True)
class Place:
    """A rectangle on the slide."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Type:
    """How a text is set; a level below the first is smaller.

    face: a literal name, or the theme's "+mj-lt" (headings) and "+mn-lt" (texts).
    colour: a name of the theme's ("tx1", "accent2") or six hexadecimal digits.
    """

    size: float
    face: str = "+mn-lt"
    colour: str = "tx1"
    is_bold: bool = False
    alignment: str = "l"


@dataclass(frozen=True)
class Theme:
    """Colours and fonts by the names that the theme gives them.

    colours: dk1, lt1, dk2, lt2, six accents, hyperlink and followed hyperlink, as hexadecimal digits in one row.
    """

    name: str
    colours: str
    headings: str
    texts: str


@dataclass(frozen=True)
class Layout:
    """A layout: its shapes as XML.

    kind: the type that the file says it is of; many say none.
    colour_map: its own map, where it does not keep the master's.
    has_master_shapes: what stands on the master is drawn here too.
    """

    name: str
    shapes: tuple[str, ...]
    kind: str | None = None
    background: str = ""
    colour_map: str = ""
    has_master_shapes: bool = True


@dataclass(frozen=True)
class Master:
    """A master with its theme, its text styles and its layouts."""

    theme: Theme
    title: Type
    body: Type
    shapes: tuple[str, ...]
    layouts: tuple[Layout, ...]
    background: str = ""
    colour_map: str = STRAIGHT


@dataclass(frozen=True)
class Slide:
    """A sample slide; `layout` is the name of its layout."""

    layout: str
    shapes: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A whole template.

    media: pictures by file name; shapes name them as `media:NAME`.
    """

    company: str
    width: float
    height: float
    masters: tuple[Master, ...]
    slides: tuple[Slide, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    kind: str = PRESENTATION
