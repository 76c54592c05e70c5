"""Words of a text that are no words of its own: those of the labels which it repeats.

"The majority never comes"                       "never" is an answer, and turns nothing round
"Those of 60 or more come less often"            "or more" is the end of a group's name, and compares nothing
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.facts import Facts
from report.briefing.mentions import Mention, mentions
from report.briefing.other_answers import labels_of
from report.language.alternatives import matches_all
from report.survey.model import Question


def without_labels(text: str, questions: Sequence[Question], facts: Facts) -> str:
    """The text with blanks, as many as letters, for the answers of some questions and for all groups.

    A label that is nothing but a word which compares ("More") stays: a sentence has it for its own sake.
    """
    for mention in _labels_in(text, questions, facts):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _labels_in(text: str, questions: Sequence[Question], facts: Facts) -> Iterator[Mention]:
    code, compares = facts.language.code, facts.language.claim_words
    labels = [label for question in questions for each in question.answers for label in labels_of(each, facts)]
    labels += [column.label.text(code) for segment in facts.survey.segments for column in segment.columns]
    for label in dict.fromkeys(labels):
        if not matches_all(compares, label):
            yield from mentions(label, text)
