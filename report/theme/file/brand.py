"""`_brand.yml`, the format that Quarto and Shiny share: what of it says how reports look.

Keys that have no use here are passed over, as they are in any program that reads the format. A colour may be a name:
of the palette, of another role, or of CSS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from report.diagnostics import Diagnostic, SourceText, near_miss, shortened
from report.theme.derived import accents_of, readable
from report.theme.file.faults import ThemeFault
from report.theme.named import OF_INK, NamedColors
from report.theme.perception import contrast
from report.units import Color
from report.yaml_source import Field, FileModel, KeyReference, Reads
from report.yaml_source.tree import Block, Node
from report.yaml_source.values import read_line

BRAND = "_brand"
"""How the names of such files begin."""
_CODE = re.compile(r"#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
_OF_CSS = {
    "black": "#000000", "silver": "#C0C0C0", "gray": "#808080", "grey": "#808080", "white": "#FFFFFF",
    "maroon": "#800000", "red": "#FF0000", "purple": "#800080", "fuchsia": "#FF00FF", "green": "#008000",
    "lime": "#00FF00", "olive": "#808000", "yellow": "#FFFF00", "orange": "#FFA500", "navy": "#000080",
    "blue": "#0000FF", "teal": "#008080", "aqua": "#00FFFF",
}  # fmt: skip
"""The colours that CSS 2.1 (4.3.6) has names for."""
_WHITE, _BLACK = Color.of_hex(_OF_CSS["white"]), Color.of_hex(_OF_CSS["black"])


def _read_first(*keys: str) -> Reads:
    """A text, or that behind the first of these keys that is there."""

    def read(node: Node) -> SourceText:
        if isinstance(node, Block):
            node = next((node[key] for key in keys if key in node), node)
        return read_line(node)

    return Reads(read, {})


BrandColor: TypeAlias = Annotated[SourceText, _read_first("light")]
"""A colour, or one for light grounds and one for dark."""


class BrandColorsFile(FileModel):
    """Colours by their roles, and by names of their own."""

    passes_over_strangers: ClassVar[bool] = True

    palette: dict[KeyReference, BrandColor] = Field(default_factory=dict)
    foreground: BrandColor | None = None
    background: BrandColor | None = None
    primary: BrandColor | None = None
    secondary: BrandColor | None = None
    tertiary: BrandColor | None = None
    info: BrandColor | None = None
    success: BrandColor | None = None
    warning: BrandColor | None = None
    danger: BrandColor | None = None


class BrandMetaFile(FileModel):
    """Who the brand is."""

    passes_over_strangers: ClassVar[bool] = True

    name: Annotated[SourceText, _read_first("full", "short")] | None = None


class BrandFile(FileModel, title="_brand.yml"):
    """A brand."""

    passes_over_strangers: ClassVar[bool] = True

    meta: BrandMetaFile | None = None
    color: BrandColorsFile | None = None


HUES = ("primary", "secondary", "tertiary", "info", "success", "warning", "danger")
"""Roles of which the accents are chosen, the first one first."""


def brand_colors(file: BrandColorsFile) -> tuple[NamedColors, tuple[Diagnostic, ...]]:
    """The colours of a brand, made darker or lighter until they can be read, and the faults of those nobody knows."""
    faults: list[Diagnostic] = []

    def color(role: str) -> Color | None:
        text = getattr(file, role)
        found = _resolved(text, file) if text else None
        if isinstance(found, Diagnostic):
            faults.append(found)
            return None
        return found

    ground, text = color("background") or _WHITE, color("foreground") or _BLACK
    if contrast(ground, _BLACK) < contrast(text, _BLACK):
        ground, text = text, ground
    paper = ground if contrast(ground, _BLACK) >= OF_INK else _WHITE
    ink = readable(text, paper, OF_INK)
    offered = [found for role in HUES if (found := color(role))]
    if not offered:
        return NamedColors(paper, ink), tuple(faults)
    accents = accents_of(offered, paper, ink)
    return NamedColors(paper, ink, accents.proof, accents.contrast), tuple(faults)


def _resolved(text: SourceText, file: BrandColorsFile) -> Color | Diagnostic:
    """The colour that a text names, by way of other names too."""
    known = dict(_names(file))
    seen, name = set[str](), text
    while name.text in known and name.text not in seen:
        seen.add(name.text)
        name = known[name.text]
    code = _OF_CSS.get(name.text.lower(), name.text)
    if _CODE.fullmatch(code):
        digits = code.removeprefix("#")
        return Color.of_hex("".join(2 * digit for digit in digits) if len(digits) == 3 else digits[:6])
    quoted, hint = f'"{shortened(name.text)}"', 'write its code, such as "#0B6E99"'
    if name.text in known:
        message = f"{quoted} leads back to itself"
    else:
        message = f"{quoted} is no colour, and the palette has none of that name"
        hint = near_miss(name.text, file.palette) or hint
    return Diagnostic(ThemeFault.UNKNOWN_COLOR, message, name.at(0, len(name.text)), hint=hint)


def _names(file: BrandColorsFile) -> Iterator[tuple[str, SourceText]]:
    """The names of colours: of roles, and of the palette, which wins."""
    yield from ((role, text) for role in (*HUES, "foreground", "background") if (text := getattr(file, role)))
    yield from file.palette.items()
