"""`_brand.yml`, the format that Quarto and Shiny share: what of it says how reports look.

Keys that have no use here are passed over, as they are in any program that reads the format. A colour may be a name:
of the palette, of another role, or of CSS. A logo may be a name of one of its images.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, TypeAlias

from report.diagnostics import Diagnostic, SourceText, near_miss, shortened
from report.frozen import frozen
from report.theme.derived import accents_of, readable
from report.theme.file.emblems import NamedLogo
from report.theme.file.faults import ThemeFault
from report.theme.file.typefaces import NamedFaces
from report.theme.named import OF_INK, NamedColors
from report.theme.perception import contrast
from report.units import Color
from report.yaml_source import Field, FileModel, KeyReference, Reads
from report.yaml_source.tree import Block, Items, Node, Scalar
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


@frozen
class BrandForms:
    """A logo for light grounds, and for dark ones."""

    light: SourceText | None = None
    dark: SourceText | None = None


def _text(node: Node | None, *keys: str) -> SourceText | None:
    """A text, or that behind the first of these keys; None where there is none, which other programs may understand."""
    if isinstance(node, Block):
        node = next((node[key] for key in keys if key in node), None)
    return node.text if isinstance(node, Scalar) and not node.is_absent else None


def _read_forms(node: Node) -> BrandForms:
    """One file for light grounds, or one for each; of an image with its description the file."""
    if isinstance(node, Block) and {"light", "dark"} & node.keys():
        return BrandForms(*(_text(node.get(form), "path") for form in ("light", "dark")))
    return BrandForms(_text(node, "path"))


@frozen
class BrandLogos:
    """Logos by their sizes, and those that have names."""

    sizes: Mapping[str, BrandForms]
    images: Mapping[str, BrandForms]


def _read_logos(node: Node) -> BrandLogos:
    if not isinstance(node, Block) or "path" in node:
        return BrandLogos({SIZES[0]: _read_forms(node)}, {})
    images = node.get("images")
    named = {key: _read_forms(each) for key, each in images.items()} if isinstance(images, Block) else {}
    return BrandLogos({size: _read_forms(node[size]) for size in SIZES if size in node}, named)


SIZES = ("medium", "large", "small")
"""Sizes of logos, that which suits a report best first."""


@frozen
class BrandTypography:
    """The typeface of texts, and the .ttf files of its two faces by their names."""

    base: SourceText | None
    files: Mapping[str, SourceText]


def _read_typography(node: Node) -> BrandTypography:
    block = node if isinstance(node, Block) else Block(node.location, node.name)
    base, fonts = _text(block.get("base"), "family"), block.get("fonts")
    files: dict[str, SourceText] = {}
    for family in fonts if base and isinstance(fonts, Items) else ():
        listed = family.get("files") if isinstance(family, Block) and _text(family, "family") == base else None
        for file in listed if isinstance(listed, Items) else ():
            path, face = _text(file, "path"), _face(file)
            if path and face and path.text.lower().endswith(".ttf") and not _is_on_the_web(path):
                files.setdefault(face, path)
    return BrandTypography(base, files)


WEIGHTS = {"": "regular", "400": "regular", "normal": "regular", "regular": "regular", "700": "bold", "bold": "bold"}


def _face(file: Node) -> str | None:
    weight, style = (_text(file, key) if isinstance(file, Block) else None for key in ("weight", "style"))
    return WEIGHTS.get(weight.text if weight else "") if style is None or style.text == "normal" else None


def _is_on_the_web(file: SourceText) -> bool:
    return "://" in file.text


class BrandFile(FileModel):
    """A brand."""

    file_name: ClassVar[str | None] = "_brand.yml"
    passes_over_strangers: ClassVar[bool] = True

    meta: BrandMetaFile | None = None
    color: BrandColorsFile | None = None
    logo: Annotated[BrandLogos, Reads(_read_logos, {})] | None = None
    typography: Annotated[BrandTypography, Reads(_read_typography, {})] | None = None


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


def brand_logo(file: BrandFile, owner: SourceText | None) -> NamedLogo | None:
    """The logo of a brand, of the files that are not on the web."""
    logos = file.logo
    forms = next((logos.sizes[size] for size in SIZES if size in logos.sizes), None) if logos else None
    if logos is None or forms is None:
        return None
    if forms.light and not forms.dark:
        forms = logos.images.get(forms.light.text, forms)
    light, dark = (_file(each, logos) if each else None for each in (forms.light, forms.dark))
    return NamedLogo(owner, light, dark) if light or dark else None


def _file(named: SourceText, logos: BrandLogos) -> SourceText | None:
    """The file that a text names, or the image of that name."""
    found = logos.images[named.text].light if named.text in logos.images else named
    return None if found is None or _is_on_the_web(found) else found


def brand_faces(file: BrandFile) -> NamedFaces | None:
    """The typeface of a brand's texts, with its files, where it has both faces as TrueType."""
    found = file.typography
    if found is None or found.base is None:
        return None
    return NamedFaces(found.base, found.files.get("regular"), found.files.get("bold"))
