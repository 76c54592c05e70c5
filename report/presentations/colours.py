"""Colours as they are seen: of the theme, through a master's map, and changed on the way (ECMA-376-1, 20.1.2.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import FULL, whole_number
from report.presentations.inheritance import Page

PRESET = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "gray": "808080",
    "grey": "808080",
    "ltGray": "D3D3D3",
    "lightGray": "D3D3D3",
    "dkGray": "A9A9A9",
    "darkGray": "A9A9A9",
    "navy": "000080",
    "orange": "FFA500",
    "silver": "C0C0C0",
}
"""Colours that Office knows by name; whoever names another is not judged."""
MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
"""What a master maps where it says nothing."""


@frozen
class Colour:
    """A colour in sRGB, each part from 0 to 1; alpha 1 lets nothing through."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @classmethod
    def of(cls, digits: str) -> Colour | None:
        """The colour of six hexadecimal digits."""
        try:
            return cls(*(int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))) if len(digits) == 6 else None
        except ValueError:
            return None

    @property
    def luminance(self) -> float:
        """The relative luminance (WCAG 2.2)."""
        red, green, blue = (_linear(part) for part in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def over(self, ground: Colour) -> Colour:
        """The colour seen where this one lies over another."""
        mixed = (
            self.alpha * mine + (1 - self.alpha) * its for mine, its in zip(self._parts, ground._parts, strict=True)
        )
        return Colour(*mixed)

    def __str__(self) -> str:
        return "#" + "".join(f"{round(part * 255):02X}" for part in self._parts)

    @property
    def _parts(self) -> tuple[float, float, float]:
        return (self.red, self.green, self.blue)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@frozen
class Palette:
    """The colours of a slide's theme by their names, and which of them its master means by "bg1" or "accent1"."""

    theme: Mapping[str, Colour]
    meant: Mapping[str, str]

    def named(self, name: str) -> Colour | None:
        """The colour of a scheme's name."""
        return self.theme.get(self.meant.get(name) or MAPPED.get(name, name))


def palette_of(page: Page) -> Palette:
    """The colours that a slide names; its own map or that of its layout stands for the master's."""
    theme: dict[str, Colour] = {}
    for each in () if page.theme is None else page.theme.iterfind("a:themeElements/a:clrScheme/*", NAMESPACES):
        said = colour_in(each, Palette({}, {}))
        if said:
            theme[etree.QName(each).localname] = said
    return Palette(theme, _map(page))


def _map(page: Page) -> Mapping[str, str]:
    for each in (page.slide, page.layout):
        override = None if each is None else each.find("p:clrMapOvr/a:overrideClrMapping", NAMESPACES)
        if override is not None:
            return {str(name): str(meant) for name, meant in override.attrib.items()}
    master = None if page.master is None else page.master.find("p:clrMap", NAMESPACES)
    return {} if master is None else {str(name): str(meant) for name, meant in master.attrib.items()}


def colour_in(parent: etree._Element, palette: Palette, styled: Colour | None = None) -> Colour | None:
    """The colour that an element holds; None where it holds none, or one that is not understood.

    styled: what a theme's fill takes from the shape that uses it.
    """
    for child in parent:
        base = _base(child, palette, styled)
        if base is not None:
            return _changed(base, child)
    return None


def _base(element: etree._Element, palette: Palette, styled: Colour | None) -> Colour | None:
    kind, value = etree.QName(element).localname, element.get("val", "")
    if kind == "schemeClr":
        return styled if value == "phClr" else palette.named(value)
    if kind == "scrgbClr":
        return Colour(*(_encoded(whole_number(element, name) / FULL) for name in "rgb"))
    digits = {"srgbClr": value, "sysClr": element.get("lastClr", ""), "prstClr": PRESET.get(value, "")}
    return Colour.of(digits.get(kind, ""))


def _changed(colour: Colour, element: etree._Element) -> Colour | None:
    for change in element:
        apply = CHANGES.get(str(change.tag))
        if apply is None:
            return None
        colour = apply(colour, whole_number(change, "val", FULL) / FULL)
    return colour


def _in_hls(
    change: Callable[[float, float, float, float], tuple[float, float, float]],
) -> Callable[[Colour, float], Colour]:
    """The change of a colour that is one of its hue, lightness and saturation."""

    def apply(colour: Colour, value: float) -> Colour:
        hue, light, saturation = change(*rgb_to_hls(colour.red, colour.green, colour.blue), value)
        return Colour(*hls_to_rgb(hue, _bounded(light), _bounded(saturation)), colour.alpha)

    return apply


def _tinted(colour: Colour, value: float) -> Colour:
    return _in_linear(colour, lambda part: part * value + 1 - value)


def _shaded(colour: Colour, value: float) -> Colour:
    return _in_linear(colour, lambda part: part * value)


def _in_linear(colour: Colour, change: Callable[[float], float]) -> Colour:
    red, green, blue = (_encoded(change(_linear(part))) for part in (colour.red, colour.green, colour.blue))
    return Colour(red, green, blue, colour.alpha)


CHANGES: Mapping[str, Callable[[Colour, float], Colour]] = {
    qualified("a:lumMod"): _in_hls(lambda hue, light, saturation, value: (hue, light * value, saturation)),
    qualified("a:lumOff"): _in_hls(lambda hue, light, saturation, value: (hue, light + value, saturation)),
    qualified("a:satMod"): _in_hls(lambda hue, light, saturation, value: (hue, light, saturation * value)),
    qualified("a:satOff"): _in_hls(lambda hue, light, saturation, value: (hue, light, saturation + value)),
    qualified("a:tint"): _tinted,
    qualified("a:shade"): _shaded,
    qualified("a:alpha"): lambda colour, value: Colour(colour.red, colour.green, colour.blue, _bounded(value)),
}
"""What may be done to a colour; a colour to which anything else is done is not judged."""


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = _bounded(part)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _bounded(part: float) -> float:
    return min(max(part, 0.0), 1.0)
