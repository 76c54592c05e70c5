"""Which characters of a text the outputs cannot show, each told at its place and by its name.

The fonts that ship have Latin, Greek and Cyrillic letters and the usual signs. Anything else would be drawn as an empty
box, so it is refused; what runs from right to left and emoji have an answer of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from report.diagnostics import Diagnostic, SourceText
from report.text.faults import TextFault
from report.text.fonts import Fonts

_EMOJI = "[\u2600-\u27bf\u2b50-\u2b55\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_NOT_DRAWN = ("\n",)


def undrawable(text: SourceText, *fonts: Fonts) -> Iterator[Diagnostic]:
    """A fault for every run of characters that some page, slide or picture cannot show. fonts: of all of them."""
    lacking = _lacking(text.text, fonts)
    refused = [_fault_of(char) if char in lacking else None for char in text.text]
    for fault, run in groupby(range(len(refused)), key=lambda offset: refused[offset]):
        if fault:
            first, *others = run
            yield _fault(fault, text, first, len(others), lacking[text.text[first]])


def undrawable_characters(text: str, *fonts: Fonts) -> frozenset[str]:
    """The characters of a text that some page, slide or picture cannot show."""
    return frozenset(_lacking(text, fonts))


def _lacking(text: str, fonts: Sequence[Fonts]) -> dict[str, Fonts | None]:
    """The characters that cannot be shown, each with the fonts that have it not; None where no font would help."""
    from_right: dict[str, Fonts | None] = {char: None for char in text if _is_from_right(char)}
    return from_right | {char: each for each in fonts for char in each.missing(text) if char not in _NOT_DRAWN}


def _is_from_right(char: str) -> bool:
    return unicodedata.bidirectional(char) in _RIGHT_TO_LEFT


def _fault_of(char: str) -> TextFault:
    if _is_from_right(char):
        return TextFault.RIGHT_TO_LEFT
    return TextFault.EMOJI if re.match(_EMOJI, char) else TextFault.MISSING_CHARACTER


def _fault(fault: TextFault, text: SourceText, first: int, others: int, lacking: Fonts | None) -> Diagnostic:
    place = text.at(first, others + 1)
    named = _named(text.text[first])
    if fault is TextFault.RIGHT_TO_LEFT:
        message = f"{named} is of a script that runs from right to left, which cannot be set"
        return Diagnostic(fault, message, place, hint="write it in Latin letters; speaker notes may hold it")
    if fault is TextFault.EMOJI:
        message = f"the emoji {named} cannot be shown"
        return Diagnostic(fault, message, place, hint="say it in words; speaker notes may hold it")
    further = "" if not others else f", nor the {others} after it" if others > 1 else ", nor the one after it"
    message = f"the fonts have no character {named}{further}"
    note = "they have Latin, Greek and Cyrillic letters and the usual signs"
    if lacking and not lacking.are_shipped:
        note = f'the house\'s own "{lacking.files.regular}" decides which there are'
    is_mark = unicodedata.category(text.text[first])[0] == "M"
    cure = "write the letter before it without this mark" if is_mark else "write it in Latin letters"
    return Diagnostic(fault, message, place, (note,), f"{cure}; speaker notes may hold it")


def _named(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f'"{char}" (U+{ord(char):04X}' + (f", {name})" if name else ")")
