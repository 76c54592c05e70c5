"""What a battery is called beside another one of the survey: the words that its topics begin with.

"Trust in the police", "Trust in courts"   ->   "Trust"
"Police", "Courts"                         ->   "Police and Courts", of more "Police and others"
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import verbatim
from report.briefing.model.terms import lead_in
from report.diagnostics import SourceText
from report.language.model import Language
from report.survey.model import Question

_SIGNS = " .,:;–-(/"


MOST_NAMED = 2
"""Questions that are all named."""


def name_of_battery(questions: Sequence[Question], parts: Parts) -> SourceText | None:
    """The first words that all topics share; without any, two topics, or the first one and that there are more.

    None where the title of the exhibit says what all questions begin with: one topic of many would name something else.
    """
    language = parts.language
    first = questions[0].topic.source(language.code)
    common = _common([question.topic.text(language.code) for question in questions], language)
    if common:
        return verbatim(first.part(0, len(common)))
    if len(questions) <= MOST_NAMED:
        return parts.listed([parts.topic_among_others(question) for question in questions])
    if lead_in(questions, language):
        return None
    return parts.listed([parts.topic_among_others(questions[0]), SourceText(language.words.others)])


def _common(topics: Sequence[str], language: Language) -> str:
    """What the topics begin with alike, up to the last word that can stand at an end; empty if there is none."""
    columns = zip(*(topic.split() for topic in topics), strict=False)
    words = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    while words and words[-1].strip(_SIGNS).casefold() in {*language.weak_words, ""}:
        words.pop()
    return " ".join(words).rstrip(_SIGNS)
