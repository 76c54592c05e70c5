"""How a German plural that names people or things stands behind "Anteil der" and behind "48 von 100".

                                   Anteil der ...                     48 von 100 ...
    Haushalte                      Haushalte                          Haushalten                     nouns: -n
    Befragte                       Befragten                          Befragten                      used as nouns: -n
    private Haushalte in Bayern    privaten Haushalte in Bayern       privaten Haushalten in Bayern  adjectives: -n

Genitive and dative of the plural; the first has the weak endings that "der" asks for. What follows a noun ("in Bayern",
"ab 14 Jahren") stays as it is, unless it is joined by "und", "oder" or a comma. The rules are those of the standard
(Duden, Die Grammatik, declension of nouns and adjectives); where they guess wrong the author gives the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from report.language.model import Plurals

GENITIVES = {"diejenigen": "derjenigen", "jene": "jener"}
"""Words that make an article superfluous, and what they are behind a share."""
DETERMINERS = frozenset({*GENITIVES, *GENITIVES.values(), "derer", "der", "aller"})

_ARTICLES = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen alle aller allen sämtliche sämtlicher"
    " sämtlichen diese dieser diesen beide beider beiden jede jeder jeden jedes einige einiger einigen manche mancher"
    " manchen mehrere mehrerer mehreren viele vieler vielen"
)
ARTICLES = frozenset(_ARTICLES.split())
"""Words that no plural begins with: "48 von 100 alle Haushalte" is no German in any case, nor is it said of all."""

_JOINTS = frozenset({"und", "oder", "sowie", "bzw.", "beziehungsweise", "&", "/"})
_CLAUSE = re.compile(r",\s+(?:\w+\s+)?(?:die|deren|denen|welche|welchen)\b")

_PARTICIPLES = (
    r"gte|llte|nnte|ndte|tzte|pfte|lobte|raute|rafte|hrte|ierte|[^wz]erte|[td]ete|[dhr]nete|twete|amte|ilte|[^z]elte"
    r"|hlte|hmte|mmte|rrte|[^e]hnte|nzte|sste|ckte|[^u]nkte|aufte|treute|iebte|ubte"
)
_ADJECTIVES = (
    r"(?:.{3}[^mg]|.lege)ene|.{3}ende|e[lr]nde|[^e]ige|liche|.{3}lose|deutsche|[uin]elle|.[^ie]ere|eimische|gelische"
)
_OTHERS = (
    r"interviewte|kranke|blinde|fremde|tote|gesunde|aktive|konservative|prominente|kreative|katholische|homosexuelle"
)
_AS_NOUNS = rf".*(?:{_PARTICIPLES}|{_ADJECTIVES}|{_OTHERS})|alte|junge|linke|grüne|liberale|reiche"
_MERE_NOUNS = ("abende", "könige", "käfige", "pfennige", "honige", "essige", "konzerte", "duelle", "vögte")
"""Plurals of nouns that end like adjectives that are used as nouns."""
_SINGULAR = re.compile(r".*[^\W\d_A-ZÄÖÜaeilnorsuäöü]")
"""Nouns with an ending that no plural has: those end in a vowel, -l, -n, -r or -s, or are abbreviations (GmbH)."""


def behind_share(plural: str) -> str:
    """The form behind "Anteil der"; of one that brings its own determiner, with it: "aller Befragten"."""
    if not has_determiner(plural):
        return _declined(plural, _genitive)
    first, rest = _divided(plural)
    return GENITIVES.get(first.lower(), first) + _declined(rest, _genitive)


def behind_number(plural: str) -> str:
    """The form behind "48 von 100"; "48 von 100 derer, die ..." where it brings its own determiner."""
    return behind_share(plural) if has_determiner(plural) else _declined(plural, _dative)


def is_singular(plural: str) -> bool:
    """Whether a noun before the tail can be none: Haushalt, privater Haushalt in Bayern."""
    nouns = list[str]()

    def taken(noun: str) -> str:
        nouns.append(noun)
        return noun

    _declined(plural, taken)
    return any(_SINGULAR.fullmatch(noun) for noun in nouns)


def has_determiner(plural: str) -> bool:
    """Whether no article is put before it: "derer, die davon gehört haben"."""
    return _divided(plural)[0].lower() in DETERMINERS


def ends_in_clause(plural: str) -> bool:
    """Whether a sentence that goes on behind it has to close a clause with a comma."""
    return bool(_CLAUSE.search(plural))


def _divided(plural: str) -> tuple[str, str]:
    """The first word, and all behind it."""
    first = plural.split(" ")[0].rstrip(",")
    return first, plural[len(first) :]


def _declined(phrase: str, noun: Callable[[str], str]) -> str:
    """The phrase with the adjectives and nouns before its tail declined."""
    clause = _CLAUSE.search(phrase)
    head, tail = (phrase[: clause.start()], phrase[clause.start() :]) if clause else (phrase, "")
    words, declined, is_open = head.split(" "), list[str](), True
    for position, word in enumerate(words):
        bare = word.rstrip(",")
        following = words[position + 1] if position + 1 < len(words) else ""
        if not is_open and bare not in _JOINTS:
            return " ".join([*declined, *words[position:]]) + tail
        is_noun = _is_capitalised(bare) and not _is_adjective_before(word, following)
        form = noun(bare) if is_noun else _weak(bare)
        declined.append(form + word[len(bare) :])
        is_open = not is_noun or word.endswith((",", "-"))
    return " ".join(declined) + tail


def _is_capitalised(word: str) -> bool:
    """Whether it is written as a noun, or as what is left of one: Haushalte, 29-Jährige, Inhaberinnen und -inhaber."""
    return word.startswith("-") or any(letter.isupper() for letter in word)


def _is_adjective_before(word: str, following: str) -> bool:
    """Whether a capital letter stands for the beginning of a line or a name: "Deutsche Unternehmen"."""
    return word.endswith("e") and _is_capitalised(following) and not following.endswith(("er", "s"))


def _weak(word: str) -> str:
    """An adjective with the ending that both cases ask for; adverbs and joints as they are."""
    return f"{word}n" if word.endswith("e") and word != "ohne" else word


def _genitive(noun: str) -> str:
    return f"{noun}n" if _is_adjective_used_as_noun(noun) else noun


def _dative(noun: str) -> str:
    """A plural in -e, -el, -er takes -n; one in -n or -s (Personen, Teams) and an abbreviation stay as they are."""
    forms = noun.split("/")
    return "/".join(f"{form}n" if form.endswith(("e", "el", "er")) else form for form in forms)


def _is_adjective_used_as_noun(noun: str) -> bool:
    """Whether a plural in -e is declined as an adjective: Befragte, Erwachsene, 18-Jährige, but not Haushalte."""
    last = noun.lower().rpartition("-")[2]
    return last.endswith("e") and re.fullmatch(_AS_NOUNS, last) is not None and not last.endswith(_MERE_NOUNS)


PLURALS = Plurals(
    behind_share=behind_share,
    behind_number=behind_number,
    is_singular=is_singular,
    has_determiner=has_determiner,
    ends_in_clause=ends_in_clause,
    articles=ARTICLES,
    behind_ages=frozenset(["bis", "und", "oder", "plus", "jahre", "jahren"]),
    examples="Haushalte or Befragte",
)
