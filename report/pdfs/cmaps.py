"""The maps of a PDF by which codes become letters (ISO 32000-1, 9.10.3), as far as they are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report.pdfs.objects import TooLarge

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
MOST_CODES = 200_000
"""Codes that one map may name; there are 65536 of two bytes."""


def letters_by_code(cmap: bytes) -> Mapping[int, str]:
    """The letters of each code that the map names."""
    letters: dict[int, str] = {}
    for kind, section in SECTION.findall(cmap):
        for code, text in _pairs(section) if kind == b"bfchar" else _ranges(section):
            letters[code] = text
            if len(letters) > MOST_CODES:
                raise TooLarge(f"the map of a font names more than {MOST_CODES} codes")
    return letters


def _tokens(section: bytes) -> Iterator[bytes]:
    """The hexadecimal strings of a section, and its brackets."""
    for digits, opening, closing in TOKEN.findall(section):
        yield opening or closing or b"".join(digits.split()) or b"00"


def _pairs(section: bytes) -> Iterator[tuple[int, str]]:
    tokens = [token for token in _tokens(section) if token not in (b"[", b"]")]
    for code, text in zip(tokens[::2], tokens[1::2], strict=False):
        yield int(code, 16), _letters(text)


def _ranges(section: bytes) -> Iterator[tuple[int, str]]:
    tokens = _tokens(section)
    for first, last in zip(tokens, tokens, strict=False):
        codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
        target = next(tokens, b"00")
        if target == b"[":
            listed = list(iter(lambda: next(tokens, b"]"), b"]"))
            yield from ((code, _letters(text)) for code, text in zip(codes, listed, strict=False))
        elif start := _letters(target):
            for code in codes:
                # Of a text of several letters the last one counts on.
                yield code, start[:-1] + chr(min(ord(start[-1]) + code - codes[0], 0x10FFFF))


def _letters(digits: bytes) -> str:
    blob = bytes.fromhex(digits.decode("ascii").zfill(len(digits) + len(digits) % 2))
    return blob.decode("utf-16-be" if len(blob) > 1 else "latin-1", "replace")
