"""Reads the font files that a house brings along: TrueType, bounded, and with all characters that outputs cannot spare.

Pages and pictures hold what they need of these fonts, so their makers have to allow that (OS/2 fsType).
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

from report.diagnostics import Diagnostic, Location, SourceText, shortened
from report.text.faults import TextFault
from report.text.fonts import Fonts
from report.text.model import Face, FontFiles
from report.text.outlines import glyph_contours
from report.text.truetype import open_font

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LARGEST_FILE = 20_000_000
"""Bytes; a file of exactly this size is still read."""
TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
LOCKED, NO_SUBSETS, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of OS/2 fsType by which the maker of a font forbids what outputs do with it."""
FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
NEEDED = "".join(
    (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß0123456789",
        " !\"%&'()*+,-./:;<=>?@",
        "„“”‚‘’–…·−×",
    )
)
"""What texts of the program itself are written with, in German and English; authors may need more."""
VERSION = 0x00010000
"""Of the tables hhea and maxp in a TrueType font: 1.0, as that of the table head."""
MOST_NAMED = 6


def font_family(folder: Path, file: str, named: SourceText) -> str | Diagnostic:
    """The name of the family that a font file belongs to, or why nothing can be set in it.

    file: its path below `folder`. named: the text that names it.
    """
    place, shown = named.at(0, len(named.text)), f'"{shortened(named.text)}"'
    try:
        size = (folder / file).stat().st_size
        if size > LARGEST_FILE:
            return _no_font(f"{shown} is larger than {LARGEST_FILE // 1_000_000} MB", place)
        with (folder / file).open("rb") as raw, open_font(raw) as font:
            missing = [table for table in TABLES if table not in font]
            if missing:
                return _no_font(f'{shown} is no TrueType font: it has no table "{missing[0]}"', place)
            if not _is_whole(font, size):
                return _no_font(f"{shown} is no TrueType font that can be read", place)
            rights, family = font["OS/2"].fsType, _family(font)
        if rights & (LOCKED | NO_SUBSETS | BITMAPS_ONLY):
            hint = "ask its maker for a licence that allows it, or name the typeface without its files"
            message = f"the maker of {shown} forbids that other files hold parts of it"
            return Diagnostic(TextFault.FONT_LOCKED, message, place, hint=hint)
        return _without(shown, place, Fonts.as_saved(folder, FontFiles(file, file))) or family
    except _damage():
        return _no_font(f"{shown} is no TrueType font that can be read", place)


def _damage() -> tuple[type[Exception], ...]:
    """What a file raises that is no font, or a broken one."""
    from fontTools.ttLib import TTLibError

    usual = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)
    return *usual, struct.error, TTLibError


def _is_whole(font: TTFont, size: int) -> bool:
    """Whether its tables have names and end within the file, and say in the one known way how others are read."""
    named = all(str(tag).isascii() for tag in font.reader.tables)
    ends = [entry.offset + entry.length for entry in font.reader.tables.values()]
    head, versions = font["head"], {font["hhea"].tableVersion, font["maxp"].tableVersion}
    is_known = versions == {VERSION} and (head.tableVersion, head.glyphDataFormat) == (1.0, 0)
    return named and max(ends) <= size and is_known


def _family(font: TTFont) -> str:
    names = (font["name"].getDebugName(number) for number in (TYPOGRAPHIC_FAMILY, FAMILY))
    return next((str(name) for name in names if name), "")


def _without(shown: str, place: Location | None, fonts: Fonts) -> Diagnostic | None:
    """What a font lacks that outputs need; its letters are drawn once, so that none is broken."""
    missing = fonts.missing(NEEDED)
    for char in NEEDED:
        glyph_contours(fonts, Face.REGULAR, char)
    if not (missing or fonts.cap_height(Face.REGULAR) <= 0 or fonts.digit_height(Face.REGULAR) <= 0):
        return None
    named = " ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
    message = f"{shown} has no characters {named}" if missing else f"{shown} does not say how high its capitals are"
    hint = "name a font that has them, or the typeface without its files"
    return Diagnostic(TextFault.FONT_INCOMPLETE, message, place, hint=hint)


def _no_font(message: str, place: Location | None) -> Diagnostic:
    hint = "name a .ttf file; whoever made the font has it in this form too"
    return Diagnostic(TextFault.NOT_A_FONT, message, place, hint=hint)
