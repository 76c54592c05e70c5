"""What the codes of a font say, how wide they are, and whether the font that is embedded has a glyph for them."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from fontTools import agl
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.ttLib import TTFont, TTLibError

from report.frozen import frozen
from report.pdfs.cmaps import letters_by_code
from report.pdfs.model import Font
from report.pdfs.objects import TooLarge, blob, dictionary, entry, items, name, number, whole

LARGEST_FILE = 30_000_000
LARGEST_MAP = 5_000_000
"""Bytes of the file of a font, and of a map of codes."""

MOST_WIDTHS = 200_000
SIGNS = 4
"""The bit of a font's flags that says that its codes are its own."""
IDENTITY = ("Identity-H", "Identity-V")
UNTOLD = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff]|[\U000f0000-\U0010ffff]")
"""Characters that say nothing outside of their font."""
DAMAGED = (
    TTLibError,
    struct.error,
    AssertionError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
    EOFError,
)
"""What reading the file of a font may raise."""

HasGlyph = Callable[[int], bool]


@frozen
class Glyph:
    """One code as it is shown. text: None where nothing says what it means; width: in ems."""

    text: str | None
    width: float
    is_missing: bool
    is_space: bool


@frozen
class Codes:
    """How a font reads strings. has_glyph: by code; every one is thought to be there where that is not known."""

    font: Font
    bytes_per_code: int
    letters: Mapping[int, str]
    widths: Mapping[int, float]
    usual_width: float
    has_glyph: HasGlyph
    is_told: bool = True

    def glyphs(self, string: bytes) -> Iterator[Glyph]:
        """The codes of a string."""
        for start in range(0, len(string), self.bytes_per_code):
            code = int.from_bytes(string[start : start + self.bytes_per_code], "big")
            text = self.letters.get(code)
            is_missing = text == "\0" or not self.has_glyph(code)
            known = text if text and text != "\0" and not UNTOLD.search(text) else None if self.is_told else ""
            yield Glyph(known, self.widths.get(code, self.usual_width), is_missing, self._is_space(code))

    def _is_space(self, code: int) -> bool:
        return self.bytes_per_code == 1 and code == ord(" ")


def codes_of(font: Any) -> Codes:
    """How a font of the file reads strings."""
    return _composite(font) if name(entry(font, "/Subtype")) == "Type0" else _simple(font)


def _unicode(font: Any) -> Mapping[int, str] | None:
    cmap = blob(entry(font, "/ToUnicode"), LARGEST_MAP)
    return None if cmap is None else letters_by_code(cmap)


def _named(font: Any, descriptor: Any) -> Font:
    base = name(entry(font, "/BaseFont")) or ""
    is_embedded = any(entry(descriptor, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return Font(re.sub("^[A-Z]{6}[+]", "", base), is_embedded or name(entry(font, "/Subtype")) == "Type3")


def _all(_: int) -> bool:
    return True


def _composite(font: Any) -> Codes:
    below = dictionary(next(items(entry(font, "/DescendantFonts")), None))
    descriptor = entry(below, "/FontDescriptor")
    is_identity = name(entry(font, "/Encoding")) in IDENTITY
    told = _unicode(font)
    widths = dict(_widths_of_cids(entry(below, "/W"))) if is_identity else {}
    usual = number(entry(below, "/DW"))
    return Codes(
        _named(font, descriptor),
        2,
        told or {},
        widths,
        (1000 if usual is None else usual) / 1000,
        _glyphs_of_cids(below, descriptor) if is_identity else _all,
        # Of the maps that PDF knows by name, letters follow without one of the file's own.
        is_told=is_identity or told is not None,
    )


def _widths_of_cids(listed: Any) -> Iterator[tuple[int, float]]:
    """Widths by CID (ISO 32000-1, 9.7.4.3): "c [w1 w2 …]" or "first last w", in thousandths."""
    rest = items(listed)
    left = MOST_WIDTHS
    for first, second in zip(rest, rest, strict=False):
        start, last = whole(first), whole(second)
        if start is None:
            continue
        widths = [number(width) or 0 for width in (items(second) if last is None else [next(rest, None)])]
        cids = range(start, start + len(widths)) if last is None else range(start, min(last + 1, start + left))
        left -= len(cids)
        if left <= 0:
            raise TooLarge(f"a font names more than {MOST_WIDTHS} widths")
        yield from ((cid, widths[min(n, len(widths) - 1)] / 1000) for n, cid in enumerate(cids))


def _glyphs_of_cids(font: Any, descriptor: Any) -> HasGlyph:
    """Which CIDs have a glyph: glyph 0 is the one that is shown in place of those that are not there."""
    by_cid = blob(entry(font, "/CIDToGIDMap"), LARGEST_MAP)
    file = blob(entry(descriptor, "/FontFile2"), LARGEST_FILE)
    n_glyphs = None if file is None else _n_glyphs(file)

    def has_glyph(cid: int) -> bool:
        glyph = cid if by_cid is None else int.from_bytes(by_cid[2 * cid : 2 * cid + 2], "big")
        return glyph != 0 and (n_glyphs is None or glyph < n_glyphs)

    return has_glyph


def _n_glyphs(file: bytes) -> int | None:
    try:
        return int(TTFont(BytesIO(file), lazy=True)["maxp"].numGlyphs)
    except DAMAGED:
        return None


def _simple(font: Any) -> Codes:
    descriptor = entry(font, "/FontDescriptor")
    first = whole(entry(font, "/FirstChar")) or 0
    unit = _unit(font)
    widths = {first + n: (number(width) or 0) * unit for n, width in enumerate(items(entry(font, "/Widths")))}
    names = _names(entry(font, "/Encoding")) if _is_of_letters(font, descriptor) else {}
    told = _unicode(font)
    by_name = {code: text for code, glyph in names.items() if (text := agl.toUnicode(glyph))}
    return Codes(
        _named(font, descriptor),
        1,
        {**by_name, **(told or {})},
        widths,
        (number(entry(descriptor, "/MissingWidth")) or 0) * unit if widths else 0.5,
        _glyphs_of_bytes(font, descriptor, names),
    )


def _is_of_letters(font: Any, descriptor: Any) -> bool:
    """Whether codes without a map mean what the standard encoding says: not those of a font of signs."""
    return entry(font, "/Encoding") is not None or not (whole(entry(descriptor, "/Flags")) or 0) & SIGNS


def _unit(font: Any) -> float:
    """How many ems a width of 1 is."""
    matrix = [number(part) or 0 for part in items(entry(font, "/FontMatrix"))]
    return matrix[0] if name(entry(font, "/Subtype")) == "Type3" and matrix else 0.001


def _names(encoding: Any) -> dict[int, str]:
    """The names of glyphs by code; a font that says nothing is read as the standard encoding has it."""
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    codec = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}.get(base or "")
    if codec:
        letters = {code: bytes([code]).decode(codec, "ignore") for code in range(32, 256)}
        names = {code: agl.UV2AGL.get(ord(text), f"uni{ord(text):04X}") for code, text in letters.items() if text}
    else:
        names = {code: glyph for code, glyph in enumerate(StandardEncoding) if glyph != ".notdef"}
    code = 0
    for item in items(entry(encoding, "/Differences")):
        start = whole(item)
        if start is not None:
            code = start
        elif glyph := name(item):
            names[code] = glyph
            code += 1
    return names


def _glyphs_of_bytes(font: Any, descriptor: Any, names: Mapping[int, str]) -> HasGlyph:
    kind = name(entry(font, "/Subtype"))
    if kind == "Type3":
        drawn = dictionary(entry(font, "/CharProcs"))
        return lambda code: drawn is None or f"/{names.get(code)}" in drawn
    file = blob(entry(descriptor, "/FontFile2"), LARGEST_FILE)
    cmaps = {} if file is None else _cmaps(file)
    return (lambda code: _is_drawn(code, names.get(code), cmaps)) if cmaps else _all


def _cmaps(file: bytes) -> dict[tuple[int, int], Mapping[int, str]]:
    try:
        tables = TTFont(BytesIO(file), lazy=True)["cmap"].tables
        return {(table.platformID, table.platEncID): table.cmap for table in tables}
    except DAMAGED:
        return {}


def _is_drawn(code: int, glyph: str | None, cmaps: Mapping[tuple[int, int], Mapping[int, str]]) -> bool:
    """Whether one of the ways leads to a glyph by which a TrueType font finds it (ISO 32000-1, 9.6.6.4)."""
    letters = agl.toUnicode(glyph) if glyph else ""
    wanted = {
        (3, 0): (code, 0xF000 + code),
        (1, 0): (code,),
        (3, 1): (ord(letters),) if len(letters) == 1 else (),
        (3, 10): (ord(letters),) if len(letters) == 1 else (),
    }
    found = [cmaps[table].get(each) for table, codes in wanted.items() if table in cmaps for each in codes]
    return any(each not in (None, ".notdef", "glyph00000") for each in found)
