"""The twelve colours of the template's theme, and which of them a colour on a slide is.

A run in a colour of the theme names it instead of its value, so that the deck follows when somebody changes the theme.
On ink the layouts swap text and ground, as their colour maps say.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from report.ooxml.elements import element
from report.theme.model import Ground, GroundName, Theme
from report.units import Color

PAPER_MAP: Mapping[str, str] = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
INK_MAP: Mapping[str, str] = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
_KEPT = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")


def theme_colors(theme: Theme) -> Mapping[str, Color]:
    """The colours of the theme part by their names, in its order."""
    paper, ink = theme.paper, theme.ink
    return {
        "dk1": paper.text,
        "lt1": paper.ground,
        "dk2": paper.soft_text,
        "lt2": paper.panel,
        "accent1": paper.proof,
        "accent2": paper.contrast,
        "accent3": paper.muted,
        "accent4": paper.mid,
        "accent5": paper.pale,
        "accent6": ink.proof,
        "hlink": paper.proof,
        "folHlink": paper.soft_text,
    }


def color_map(ground: Ground) -> Mapping[str, str]:
    """What the names for text and ground stand for on a ground: all twelve names of a colour map."""
    swapped = INK_MAP if ground.name is GroundName.INK else PAPER_MAP
    return {**swapped, **{name: name for name in _KEPT}}


def solid_fill(color: Color, theme: Theme, ground: Ground) -> etree._Element:
    """The fill of a run, line or shape: a colour that has a role in the theme by its name, any other by its value."""
    if theme.names is not None:
        return _named_fill(theme.names.get(color), color)
    colors = theme_colors(theme)
    for name, meant in color_map(ground).items():
        if color.role is not None and colors[meant].role == color.role:
            return _named_fill(name, color)
    return _named_fill(None, color)


def theme_fill(color: Color, theme: Theme) -> etree._Element:
    """The same by the names that the theme itself has for its colours, which no colour map exchanges."""
    if theme.names is not None:
        return _named_fill(theme.names.get(color), color)
    for name, known in theme_colors(theme).items():
        if color.role is not None and known.role == color.role:
            return _named_fill(name, color)
    return _named_fill(None, color)


def _named_fill(name: str | None, color: Color) -> etree._Element:
    if name:
        return element("a:solidFill", element("a:schemeClr", val=name))
    return element("a:solidFill", element("a:srgbClr", val=color.hex.removeprefix("#")))
