"""The house's template in the colours and the typeface of a theme: PowerPoint offers them, its layouts show them."""

from __future__ import annotations

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE

from report.deck.package_parts import DeckPackage
from report.deck.scheme import theme_colors
from report.ooxml.elements import element, qualified
from report.theme.house import HOUSE
from report.theme.model import Theme
from report.units import Color


def wear(package: DeckPackage, theme: Theme) -> None:
    """Give the parts of the house's template what a theme has; what the house's own has they have already."""
    if theme == HOUSE:
        return
    for part in package.iter_parts():
        if part.content_type == CONTENT_TYPE.OFC_THEME:
            tree = etree.fromstring(part.blob)
            _put_on(tree, theme)
            part.blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    new = _beyond_the_palette(theme)
    for layout in package.presentation.slide_masters[0].slide_layouts:
        for value in layout.element.iter(qualified("a:srgbClr")):
            value.set("val", new[value.get("val")])


def _put_on(tree: etree._Element, theme: Theme) -> None:
    scheme = next(tree.iter(qualified("a:clrScheme")))
    tree.set("name", tree.get("name", "").replace(HOUSE.name, theme.name))
    scheme.set("name", theme.name)
    for latin in tree.iter(qualified("a:latin")):
        if latin.get("typeface") == HOUSE.deck_typeface:
            latin.set("typeface", theme.deck_typeface)
    for name, color in theme_colors(theme).items():
        listed = next(scheme.iter(qualified(f"a:{name}")))
        listed[:] = [element("a:srgbClr", val=_code(color))]


def _beyond_the_palette(theme: Theme) -> dict[str, str]:
    """The colours of layouts that are none of the twelve, by those that the house has in their place."""
    worn = ((HOUSE.paper, theme.paper), (HOUSE.ink, theme.ink))
    pairs = [(old.hairline, new.hairline) for old, new in worn] + [(old.soft_text, new.soft_text) for old, new in worn]
    return {_code(old): _code(new) for old, new in pairs}


def _code(color: Color) -> str:
    return color.hex.removeprefix("#")
