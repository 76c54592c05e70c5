"""The maps of a PDF by which codes become letters (ISO 32000-1, 9.10.3), as far as they are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report.pdfs.objects import TooLarge

TOKEN = re.compile(rb"begin(bfchar|bfrange)|(endbf)|<([0-9A-Fa-f\s]*)>|(\[)|(\])")
OPENING, CLOSING = b"[", b"]"
MOST_CODES = 200_000
"""Codes that one map may name; there are 65536 of two bytes."""


def letters_by_code(cmap: bytes) -> Mapping[int, str]:
    """The letters of each code that the map names."""
    letters: dict[int, str] = {}
    for count, (code, text) in enumerate(_named(cmap)):
        letters[code] = text
        if count >= MOST_CODES:
            raise TooLarge(f"the map of a font names more than {MOST_CODES} codes")
    return letters


def _named(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Each code with its letters, section by section."""
    kind, tokens = b"", list[bytes]()
    for begins, ends, digits, opening, closing in TOKEN.findall(cmap):
        if begins or ends:
            yield from _pairs(tokens) if kind == b"bfchar" else _ranges(tokens) if kind else ()
            kind, tokens = begins, []
        elif kind:
            tokens.append(opening or closing or b"".join(digits.split()) or b"00")


def _pairs(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    strings = [token for token in tokens if token not in (OPENING, CLOSING)]
    for code, text in zip(strings[::2], strings[1::2], strict=False):
        yield int(code, 16), _letters(text)


def _ranges(listed: list[bytes]) -> Iterator[tuple[int, str]]:
    tokens = iter(listed)
    for first, last in zip(tokens, tokens, strict=False):
        if {first, last} & {OPENING, CLOSING}:
            return
        codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
        target = next(tokens, b"00")
        if target == OPENING:
            texts = list(iter(lambda: next(tokens, CLOSING), CLOSING))
            yield from ((code, _letters(text)) for code, text in zip(codes, texts, strict=False))
        elif target != CLOSING and (start := _letters(target)):
            for code in codes:
                # Of a text of several letters the last one counts on.
                yield code, start[:-1] + chr(min(ord(start[-1]) + code - codes[0], 0x10FFFF))


def _letters(digits: bytes) -> str:
    if digits == OPENING:
        return ""
    blob = bytes.fromhex(digits.decode("ascii").zfill(len(digits) + len(digits) % 2))
    return blob.decode("utf-16-be" if len(blob) > 1 else "latin-1", "replace")
