"""How a text of the survey stands within a sentence of the outputs: without the stop at its end, its quotation marks.

"Ja, sicher."                  ->   Ja, sicher (30 %)
"„Ja, klar“"                   ->   Frage: „Ja, klar“
"Was nutzen Sie? (eine Antwort)" asks with what stands before the bracket
"Wer?" behind a colon          ->   Wer? 30 %
"""

from __future__ import annotations

import re

from report.diagnostics import SourceText
from report.language.model import Language

_STOPS = " .:"
_ASKING, _ENDING = ("?", "!"), ("?", "!", ".", "…")
_DOUBLE = '"“”„‟«»'
_BEFORE_AN_OPENING = " \u00a0\u202f([{-–—/"
_DIVIDING, _BRACKETED = re.compile(r"[,;]\s"), re.compile(r"[)\]]\s*$")
_QUESTION = r"\?(?:[)\]]*(?=\s)|[.!…\"'“”‘’»«)\] ]*$)"


def unended(text: SourceText, language: Language) -> SourceText:
    """The text without the stops or colons at its end, but for the stop of an abbreviation ("usw.", "e. V.")."""
    end = len(text.text.rstrip(_STOPS))
    if text.text[end : end + 1] == "." and _is_abbreviated(text.text[:end], language):
        end += 1
    return text.part(0, end)


def _is_abbreviated(text: str, language: Language) -> bool:
    """Whether the stop behind the text is that of an abbreviation, and not of a sentence."""
    *others, last = text.replace("\u00a0", " ").replace("\u202f", " ").split(" ")
    is_part = len(last) == 1 and last.isalpha() and bool(others) and others[-1].endswith(".")
    return is_part or "." in last or last.strip("(").casefold() in language.abbreviations


def behind(before: str, words: str) -> str:
    """Fixed words as they follow a text: without a stop or colon of their own where the text ends in such a mark.

    "Who is to blame?" + ": " is "Who is to blame? ", "n. v." + ". " is "n. v. ".
    """
    is_doubled = (words[:1] == ":" and before[-1:] in _ASKING) or (words[:1] == "." and before[-1:] in _ENDING)
    return words[1:] if is_doubled else words


def asked(text: SourceText) -> SourceText | None:
    """What a text asks, without the instruction behind its question mark; None of one that asks nothing."""
    found = [match.end() for match in re.finditer(_QUESTION, text.text)] if "?" in text.text else []
    return text.part(0, len(text.text[: found[-1]].rstrip())) if found else None


def has_quotes(text: str) -> bool:
    """Whether a text has double quotation marks of any language."""
    return any(mark in text for mark in _DOUBLE)


def ends_early(text: str) -> bool:
    """Whether nobody could tell where a text ends within a sentence: it has commas, or ends in a bracket.

    "yes, on time (49%), then no" · "promoters (9 or 10) (36%)"
    """
    return is_divided(text) or ends_in_bracket(text)


def ends_in_bracket(text: str) -> bool:
    """Whether a figure in brackets behind a text would follow another bracket: "promoters (9 or 10)"."""
    return bool(_BRACKETED.search(text))


def is_phrase(text: str, language: Language) -> bool:
    """Whether a text names nothing but begins a sentence, in whose midst its capital letter would seem a mistake.

    "am häufigsten Zu Hause (76 %)" · "Upgrades, Ja: 55 %" · "then I do not know (4%)"
    """
    first = re.split(r"[\s,]", text, maxsplit=1)[0]
    return len(text) > 1 and first[:1].isupper() and first.casefold() in language.small_words


def is_divided(text: str) -> bool:
    """Whether a text has commas, as what stands between it and others in a row."""
    return bool(_DIVIDING.search(text))


def within_quotes(text: SourceText, language: Language) -> SourceText:
    """The text as it stands in the language's quotation marks: its own around the whole left out, others single."""
    marks = [place for place, sign in enumerate(text.text) if sign in _DOUBLE]
    if marks == [0, len(text.text) - 1]:
        return text.part(1, len(text.text) - 1)
    characters, is_paired = list(text.text), len(marks) % 2 == 0  # a mark alone may stand for inches
    for place in marks if is_paired else ():
        is_opening = place == 0 or characters[place - 1] in _BEFORE_AN_OPENING
        characters[place] = language.inner_quotes[0 if is_opening else 1]
    return SourceText("".join(characters), text.starts)
