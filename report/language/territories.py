"""The names of countries, by which a text may call those who live there."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def territories(language: str) -> tuple[str, ...]:
    """The names of all countries in a language, longest first; CLDR's, those in brackets left out.

    Source: Unicode CLDR, territories with a code of two letters (ISO 3166-1).
    """
    names = Locale.parse(language).territories
    found = {name for code, name in names.items() if len(code) == 2 and code.isalpha() and "(" not in name}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))
