"""The numbers of a TrueType file, read from the bytes of its tables, and the file opened for all that is more.

To measure texts is to know some ten numbers and a width for each character. fontTools would make an object of every
glyph for them, and takes longer to load than these are read in.

Source: Microsoft and Apple, OpenType 1.9.1; the names below are those of its tables and fields.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from itertools import repeat
from struct import unpack_from
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

VERSIONS = (b"\x00\x01\x00\x00", b"true")
"""How a file of TrueType outlines begins."""
PACKED = (b"wOFF", b"wOF2")
"""How a font of web pages begins, which no painter reads; to unpack the second takes another library."""
PREFERRED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the tables of characters in Unicode, by what they hold; as HarfBuzz and fontTools choose."""
SEGMENTS = 4
"""The format of such a table that is read here: nearly all fonts have their characters up to U+FFFF in it."""
WITH_HEIGHTS = 2
"""The version of OS/2 that first says how high capitals are."""


def open_font(file: BinaryIO) -> TTFont:
    """A font of which tables are read when they are asked for.

    Raises ValueError of one of web pages, and what fontTools does where it is none.
    """
    if file.read(4) in PACKED:
        raise ValueError("the font is packed for web pages")
    import logging

    from fontTools.ttLib import TTFont

    # Carlito's head table counts its dates from 1970, not 1904; fontTools reads that rightly but says so each time, and
    # has more to say of other fonts that nobody can mend here.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    return TTFont(file, lazy=True, recalcBBoxes=False, recalcTimestamp=False)


class TrueType:
    """The tables of a file with TrueType outlines; lengths are in font units.

    What is asked of a broken file raises struct.error, LookupError or ValueError, or what fontTools does.
    """

    def __init__(self, content: bytes) -> None:
        """content: of the file; raises ValueError if it is none of TrueType outlines."""
        version, n_tables = unpack_from(">4sH", content)
        if version not in VERSIONS:
            raise ValueError(f"the file begins with {version!r}, not as one of TrueType outlines")
        self._content = content
        entries = (unpack_from(">4s4xLL", content, 12 + 16 * number) for number in range(n_tables))
        self._places = {tag: slice(start, start + length) for tag, start, length in entries}

    def _table(self, tag: bytes) -> bytes:
        return self._content[self._places[tag]]

    def _number(self, kind: str, tag: bytes, place: int) -> int:
        """One field of a table: of 16 bits without a sign ("H") or with it ("h"), so many bytes from its start."""
        number: int = unpack_from(f">{kind}", self._table(tag), place)[0]
        return number

    @property
    def units_per_em(self) -> int:
        """Font units to the size."""
        return self._number("H", b"head", 18)

    @property
    def ascent(self) -> int:
        """How far lines reach above the baseline."""
        return self._number("h", b"hhea", 4)

    @property
    def descent(self) -> int:
        """How far lines reach above the baseline at their foot: negative."""
        return self._number("h", b"hhea", 6)

    @property
    def cap_height(self) -> int:
        """The height of a capital as the font says it; 0 where it does not."""
        return self._number("h", b"OS/2", 88) if self._number("H", b"OS/2", 0) >= WITH_HEIGHTS else 0

    @cached_property
    def advances(self) -> list[int]:
        """The advance of each glyph, by its number; the last that is given holds for all behind it."""
        n_glyphs = self._number("H", b"maxp", 4)
        n_given = min(self._number("H", b"hhea", 34), n_glyphs)
        given = _numbers(self._table(b"hmtx")[: 4 * n_given])[::2].tolist()  # an advance, a bearing, and so on
        return [*given, *repeat(given[-1], n_glyphs - n_given)]

    @cached_property
    def glyphs(self) -> Mapping[int, int]:
        """The number of the glyph of each character, by its code."""
        table = self._table(b"cmap")
        entries = [unpack_from(">HHL", table, 4 + 8 * n) for n in range(self._number("H", b"cmap", 2))]
        start_of = {(platform, encoding): start for platform, encoding, start in reversed(entries)}
        start = next((start_of[each] for each in PREFERRED if each in start_of), None)
        if start is None or unpack_from(">H", table, start)[0] != SEGMENTS:
            return self._by_library()
        return _in_segments(table[start : start + unpack_from(">H", table, start + 2)[0]])

    def _by_library(self) -> dict[int, int]:
        font = self.opened()
        return {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}

    def height(self, char: str) -> int:
        """How far the outline of a character reaches above the baseline; raises struct.error if it has none."""
        glyph = self.glyphs[ord(char)]
        is_long = self._number("h", b"head", 50)  # indexToLocFormat: in bytes, or in pairs of them
        kind, n_bytes, unit = (">2L", 4, 1) if is_long else (">2H", 2, 2)
        start, end = unpack_from(kind, self._table(b"loca"), n_bytes * glyph)
        return int(unpack_from(">8xh", self._table(b"glyf")[unit * start : unit * end])[0])  # behind xMin, yMin, xMax

    def opened(self) -> TTFont:
        """The whole font, its glyphs named by their numbers."""
        font = open_font(BytesIO(self._content))
        # A font without glyph names would get them from the Adobe list, which takes 0.1 s; a number does as well.
        font.setGlyphOrder([".notdef", *(f"glyph{number}" for number in range(1, font["maxp"].numGlyphs))])
        return font


def _numbers(content: bytes) -> array[int]:
    """Numbers of 16 bits without a sign, the higher byte of each first."""
    numbers = array("H", content)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _in_segments(table: bytes) -> dict[int, int]:
    """The glyphs of format 4: by segments of codes, whose glyphs are numbered with them or stand in a list.

    A later segment counts before an earlier one; the last ends the table and says nothing.
    """
    numbers = _numbers(table)
    n = numbers[3] // 2
    fields = zip(*(numbers[start : start + n] for start in (7, 8 + n, 8 + 2 * n, 8 + 3 * n)), strict=True)
    glyphs: dict[int, int] = {}
    for place, (end, start, delta, offset) in enumerate(list(fields)[:-1], start=8 + 3 * n):
        codes = range(start, end + 1)
        if offset:  # in bytes, from where it stands itself
            first = place + offset // 2
            listed = numbers[first : first + len(codes)]
            found = [(glyph + delta) % 0x10000 if glyph else 0 for glyph in listed]
        else:
            found = [(code + delta) % 0x10000 for code in codes]
        glyphs.update((code, glyph) for code, glyph in zip(codes, found, strict=True) if glyph)
    return glyphs
