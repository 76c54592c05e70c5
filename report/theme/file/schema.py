"""The keys of theme.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeAlias

from report.diagnostics import Diagnostic, shortened
from report.theme.file.faults import ThemeFault
from report.theme.series import LEAST, MOST
from report.units import Color
from report.yaml_source import Field, FileModel, Line, Misread, Placed, Reads, TranslatedLine, format_version
from report.yaml_source.faults import FIRST_LINE
from report.yaml_source.tree import Node
from report.yaml_source.values import read_line

CODE = r"^#?[0-9A-Fa-f]{6}$"


def _read_color(node: Node) -> Placed[Color]:
    text = read_line(node).text
    if not re.fullmatch(CODE, text):
        message = f'"{shortened(text)}" is no colour'
        hint = 'write it as six digits from 0 to F behind a hash sign, in quotation marks, such as "#0B6E99"'
        raise Misread(Diagnostic(ThemeFault.NOT_A_COLOR, message, node.location, hint=hint))
    return Placed(Color.of_hex(text), node.location)


ColorCode: TypeAlias = Annotated[Placed[Color], Reads(_read_color, {"type": ["string", "number"], "pattern": CODE})]
"""A colour as "#RRGGBB"."""


class ColorsFile(FileModel):
    """Colours by their roles."""

    also_called: ClassVar[Mapping[str, str]] = {
        "background": "paper",
        "foreground": "ink",
        "text": "ink",
        "primary": "accent",
        "secondary": "contrast",
    }

    paper: ColorCode | None = Field(default=None, description="The ground of slides, pages and pictures; light.")
    ink: ColorCode | None = Field(default=None, description="Text, and the ground of the cover; dark.")
    accent: ColorCode | None = Field(default=None, description="Marks that prove a headline, and their values.")
    contrast: ColorCode | None = Field(default=None, description="What a headline sets against that.")
    lit: ColorCode | None = Field(default=None, description="The accent where the ground is ink.")


class FontFilesFile(FileModel):
    """The two faces that outputs are set in."""

    regular: Line = Field(description="A .ttf file, in the folder of the briefing or below it.")
    bold: Line = Field(description="The .ttf file of the bold face.")


class FontsFile(FileModel):
    """The typeface of the house."""

    also_called: ClassVar[Mapping[str, str]] = {"family": "deck", "name": "deck"}
    key_of_words: ClassVar[str | None] = "deck"

    deck: Line | None = Field(default=None, description="What PowerPoint is asked for; that of the files by default.")
    files: FontFilesFile | None = Field(default=None, description="Its files; pages and pictures have them inside.")


class LogoFile(FileModel):
    """A logo as SVG, PNG or JPEG."""

    key_of_words: ClassVar[str | None] = "light"

    light: Line | None = Field(default=None, description="For light grounds: pages, pictures, most slides.")
    dark: Line | None = Field(default=None, description="For dark grounds: cover, statements, upright pictures.")


class PartnerFile(LogoFile):
    """The logo of a partner."""

    hints_if_missing: ClassVar[Mapping[str, str]] = {"name": "write whose it is, for those who do not see it"}

    name: Line = Field(description="Whose logo it is, for those who do not see it.")


class LinesFile(FileModel):
    """Lines of text that stand on every report of the house."""

    also_called: ClassVar[Mapping[str, str]] = {"confidentiality": "confidential"}

    contact: TranslatedLine | None = Field(default=None, description="Whom to ask, where the briefing does not say.")
    confidential: TranslatedLine | None = Field(default=None, description="Stands on every slide, page and picture.")


class ThemeFile(FileModel):
    """What a house looks like, for reports made by befund."""

    file_name: ClassVar[str | None] = "theme.yaml"
    hints_if_missing: ClassVar[Mapping[str, str]] = {"format": FIRST_LINE}

    format: Annotated[int, format_version(1)] = Field(description="The version of this format: 1.")
    name: Line | None = Field(default=None, description="The house; what PowerPoint calls the colours.")
    colors: ColorsFile | None = Field(
        default=None, description="Colours by their roles; those that are not named go with these."
    )
    series: list[ColorCode] = Field(
        default_factory=list,
        min_length=LEAST,
        max_length=MOST,
        description="Colours of lines, groups and parts, by their place; none given: grey but for what stands out.",
    )
    fonts: FontsFile | None = Field(default=None, description="The typeface.")
    logo: LogoFile | None = Field(default=None, description="The logo of the house.")
    partners: list[PartnerFile] = Field(
        default_factory=list, description="Up to three logos of partners, beside that of the house."
    )
    lines: LinesFile | None = Field(default=None, description="Lines of text that stand on every report.")
