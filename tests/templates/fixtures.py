"""All templates by name, for tests to be repeated over: each function gives the same bytes whenever it is called."""

from collections.abc import Callable, Mapping

from tests.templates import corporate, exported, odd, refused

Making = Callable[[], bytes]

USABLE: Mapping[str, Making] = {
    "wide": corporate.wide,
    "title-band": corporate.title_band,
    "two-masters": exported.two_masters,
    "a4": corporate.a4,
    "dark": corporate.dark,
    "google": exported.google,
    "libreoffice": exported.libreoffice,
    "titles-missing": odd.titles_missing,
    "sediment": odd.sediment,
    "poster": corporate.poster,
    "own-faults": odd.own_faults,
}
"""Templates on which a deck can be built."""

ONLY_BLANK = "only-blank"
"""The one that opens and offers nothing: whoever names it is told what to add."""

TEMPLATES: Mapping[str, Making] = {**USABLE, ONLY_BLANK: odd.only_blank}

INVALID = "own-faults"
"""The one that breaks the schema itself."""

REFUSED: Mapping[str, Making] = {
    "macros": refused.macros,
    "encrypted": refused.encrypted,
    "strict": refused.strict,
    "zip-bomb": refused.zip_bomb,
    "linked-picture": refused.linked_picture,
    "word-document": refused.word_document,
    "truncated": refused.truncated,
}
"""Files that are no template to be used."""
