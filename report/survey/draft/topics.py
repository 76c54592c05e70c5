"""What questions are on, where they are too long to be topics: "Which platforms do you develop on?" is on platforms.

A topic stands above slides and in headlines. One that breaks off there says less than what the question asks for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.survey.draft.model import DraftedQuestion
from report.survey.draft.texts import TOPIC_ROOM

CUT = "…"
"""Ends a topic that breaks off."""

_AUXILIARIES = "do|does|did|are|is|was|were|have|has|would|will|can|could|should|may|might|must"
_NOUN = r"[A-ZÄÖÜ][\w-]+"
_ASKED_FOR: Mapping[str, Sequence[str]] = {
    "en": (
        r"(?i:what) (?:is|are|was|were) (?:the|your) (?P<on>[\w'’ -]+?)"
        r"(?= (?:you|that|which|when|in|for|to|with)\b|\?|$)",
        rf"(?i:which|what)(?: of the following| of these)? (?!(?:of|{_AUXILIARIES})\b)(?P<on>[\w'’ -]+?)"
        rf" (?:{_AUXILIARIES})\b",
    ),
    "de": (
        rf"(?i:welche)(?: der folgenden)? (?P<on>(?:[a-zäöüß]+en ){{0,2}}{_NOUN}) (?=[a-zäöüß]+ )",
        rf"(?i:welche[rsnm])(?: der folgenden)? (?P<on>{_NOUN}) (?=[a-zäöüß]+ )",
        rf"(?i:was) (?:ist|war) (?:die|Ihre) (?P<on>(?:[a-zäöüß]+e )?{_NOUN})\b",
        rf"(?i:was) (?:ist|sind|war|waren) (?:der|die|das|Ihre?) (?P<on>{_NOUN})\b",
    ),
}
"""What a question asks for, by language; for all others the topic stays as it is."""
_SAYS_NOTHING = re.compile(
    r"(?:(?:best |main |following )*"
    r"(?:categor(?:y|ies)|statements?|options?|answers?|things?|kinds?|types?|ones?|sorts?)"
    r"|aussagen?|antworten?|möglichkeiten|dinge|arten?|kategorien?)( of .*)?",
    re.IGNORECASE,
)


def with_topics(questions: Sequence[DraftedQuestion], language: str) -> tuple[DraftedQuestion, ...]:
    """The questions, those whose topic breaks off with what they ask for, where that is of one question alone."""
    found = {each.id: on for each in questions if each.topic.endswith(CUT) and (on := _asked_for(each.label, language))}
    taken = Counter(on.casefold() for on in (*found.values(), *(each.topic for each in questions)))
    own = {name: on for name, on in found.items() if taken[on.casefold()] == 1}
    return tuple(replace(each, topic=own.get(each.id, each.topic)) for each in questions)


def of_topics(questions: Sequence[DraftedQuestion]) -> Iterator[str]:
    """What the author has to look at of topics: that some break off."""
    if any(each.topic.endswith(CUT) for each in questions):
        yield f"TODO a `topic` that ends in {CUT} breaks off wherever it stands: say in a word or two what it is on"


def _asked_for(label: str, language: str) -> str | None:
    found = next((match for each in _ASKED_FOR.get(language, ()) if (match := re.match(each, label))), None)
    if found is None:
        return None
    on = found["on"].strip()
    if language == "de":
        on = re.sub(r"\b([a-zäöüß]+e)n (?=.*[A-ZÄÖÜ])", r"\1 ", on)  # "welche digitalen Dienste" are digitale Dienste
    is_told = 3 <= len(on) <= TOPIC_ROOM and not _SAYS_NOTHING.fullmatch(on)
    return on[0].upper() + on[1:] if is_told else None
