"""Lists and quotations in running text."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from report.language.model import Language


def join(items: Sequence[str], language: Language) -> str:
    """The items as the language lists them, by Babel's patterns: "2013, 2014 und 2016"; "" for none."""
    return format_list(items, style="standard", locale=language.locale)


def quoted(text: str, language: Language) -> str:
    """The text between the language's quotation marks: „so“, “thus”."""
    opening, closing = language.quotes
    return f"{opening}{text}{closing}"
