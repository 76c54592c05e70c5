"""What sheets of a workbook are called, and how Excel writes their numbers."""

from __future__ import annotations

from decimal import Decimal
from locale import windows_locale

from report.language.model import Language
from report.language.numbers import percent
from report.units import Share

LONGEST_NAME = 31
"""UTF-16 units of a sheet's name. More Excel does not open."""
FORBIDDEN = frozenset("[]:*?/\\'!")
"""Characters that a sheet's name may not have, or that would end it in a formula."""
SYSTEMS = {name.replace("_", "-"): number for number, name in windows_locale.items()}
"""The number that Windows has for each language. Source: MS-LCID."""


def sheet_name(topic: str) -> str:
    """A topic as the name of a sheet."""
    kept = "".join(" " if sign in FORBIDDEN else sign for sign in topic)
    return _cut(" ".join(kept.split())).strip() or "Data"


def _cut(name: str) -> str:
    """As much of a name as a sheet takes; characters beyond the basic plane are two units."""
    units = name.encode("utf-16-le")[: 2 * LONGEST_NAME]
    return units.decode("utf-16-le", errors="ignore")


def number_format(decimals: int, language: Language, *, is_bare: bool = False) -> str:
    """How Excel writes shares as they are printed: the gap before the sign and the decimal mark are the language's.

    Where it does not heed the language, the decimal mark is that of the reader's system. is_bare: per cent without
    their sign.
    """
    system = SYSTEMS.get(language.tag)
    own = f"[$-{system:X}]" if system and decimals else ""
    return own + (_digits(decimals) if is_bare else share_format(decimals, language))


def share_format(decimals: int, language: Language) -> str:
    """The same with the decimal mark of the reader's system, as all other numbers of a workbook have it."""
    gap = percent(Share(Decimal(0)), 0, language).gap
    return f'{_digits(decimals)}"{gap}"%' if gap else f"{_digits(decimals)}%"


def _digits(decimals: int) -> str:
    return f"0.{'0' * decimals}" if decimals else "0"
