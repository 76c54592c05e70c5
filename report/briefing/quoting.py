"""Labels that a text repeats: a comparison in them is a word of the answer, and nothing that the text asserts.

"{{ use.daily }} read it at least daily"      the label of use.daily, whose figure is given
"{{ use.daily.area.least }} in the least deprived fifth"     and that of the group
"Which party is doing better?"                               a question as its own headline
"few chose “more than once”"                  a label in quotation marks
"Minority: {{ born.no }} say no"              the topic of a figure that is given, set apart
"{{ work.home }} mostly work at home"         asked where people mostly work
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.briefing.markup import take_apart
from report.briefing.mentions import LEAST_STEM, Mention, mentions
from report.diagnostics import SourceText
from report.frozen import frozen
from report.language.alternatives import search
from report.language.model import FIGURE
from report.language.registry import load
from report.survey.model import Answer, Net, Survey, Translated

_NAME = re.compile(r"\b([a-z]\w*)\.([a-z]\w*)")
_OPENING, _CLOSING = "\"'„“”‚‘’«»‹›", "\"'“”‘’«»‹›"


@frozen
class Quoting:
    """What a text may repeat.

    figures: the names of figures and answers that it is read with, such as "goals.awareness".
    """

    survey: Survey
    figures: tuple[str, ...] = ()

    def repeated(self, source: SourceText, plain: str, code: str) -> list[Mention]:
        """Where labels of a language stand in a text, of which `plain` has the words.

        They count in quotation marks, or where the text gives their figure and they are more than one word, and so do
        words that stand side by side in them, what a question asks of habits, and a topic in brackets or before a
        colon; a text that is nothing but the words of a question, or the name of the survey, asserts none of them.
        """
        names = [text for question in self.survey.questions for text in (question.label, question.topic)]
        if plain.strip() in {text.text(code) for text in (*names, self.survey.title)}:
            return [Mention(0, len(plain))]
        pieces = take_apart(source).pieces
        expressions = [*self.figures, *(piece.source.text for piece in pieces if piece.is_figure)]
        named = [found.groups() for text in expressions for found in _NAME.finditer(text)]
        asked_of = {name for name, _ in named}
        found = [each for label in self._groups(expressions, code) for each in mentions(label, plain)]
        for question in self.survey.questions:
            label = question.label.text(code)
            found += [each for each in mentions(label, plain) if _is_in_quotes(each, plain)]
            found += (
                [*_side_by_side(label, plain, code), *_habits(label, plain, code)] if question.id in asked_of else []
            )
            topics = mentions(question.topic.text(code), plain) if question.id in asked_of else ()
            found += [each for each in topics if _is_set_apart(each, plain)]
            entries: list[Answer | Net] = [*question.answers, *question.nets]
            for entry in entries:
                has_figure = (question.id, entry.id) in named
                for label in dict.fromkeys(text.text(code) for text in _labels(entry)):
                    found += _side_by_side(label, plain, code) if has_figure else []
                    found += _changes(label, plain, code) if question.id in asked_of else []
                    is_phrase = has_figure and len(label.split()) > 1
                    found += [each for each in mentions(label, plain) if is_phrase or _is_in_quotes(each, plain)]
        return found

    def _groups(self, expressions: Sequence[str], code: str) -> Iterator[str]:
        """The labels of more than one word of segment columns whose figures are given."""
        for segment in self.survey.segments:
            for column in segment.columns:
                name = re.compile(rf"\.{re.escape(segment.id)}\.{re.escape(column.id)}\b")
                label = column.label.text(code)
                if len(label.split()) > 1 and any(map(name.search, expressions)):
                    yield label


def _side_by_side(label: str, text: str, code: str) -> Iterator[Mention]:
    """The words of a text that stand side by side in a label too, small words between them left aside.

    "{{ more.walking }} gehen häufiger zu Fuß" repeats words of the question; one word alone repeats nothing.
    """
    weak = load(code).weak_words
    wanted = [word for word in re.findall(r"\w+", label) if word.casefold() not in weak]
    for one, other in pairwise(wanted):
        for first in mentions(one, text):
            for second in mentions(other, text):
                if _is_of(weak, text[first.end : second.start]):
                    yield from (first, second)


def _is_of(words: frozenset[str], between: str) -> bool:
    """Whether there is nothing between two words but blanks, and some of these words among them."""
    is_apart = between[:1].isspace() and between[-1:].isspace()
    return is_apart and all(word.lower() in words for word in between.split())


def _habits(label: str, text: str, code: str) -> Iterator[Mention]:
    """Words of a question that tell how often each does something, said of those whose figure stands before them."""
    habit = re.compile(rf"\b(?:{load(code).habit_words})\b", re.IGNORECASE)
    asked = {word.casefold() for word in habit.findall(label)}
    for found in habit.finditer(text):
        if found[0].casefold() in asked and FIGURE in re.split(r"[,;:.!?]", text[: found.start()])[-1]:
            yield Mention(*found.span())


def _changes(label: str, text: str, code: str) -> Iterator[Mention]:
    """Words of a text that tell a change which an answer asks for: "want it increased", of the answer "increased"."""
    change = load(code).change_words
    stems = [word[:LEAST_STEM].casefold() for word in re.findall(r"\w+", label) if search(change, word)]
    for found in re.finditer(r"\w+", text) if stems else ():
        if found[0][:LEAST_STEM].casefold() in stems:
            yield Mention(*found.span())


def _labels(entry: Answer | Net) -> Iterator[Translated]:
    yield entry.label
    yield from [entry.short] if entry.short else []
    yield from entry.earlier_labels.values() if isinstance(entry, Answer) else ()


def _is_in_quotes(mention: Mention, text: str) -> bool:
    before, after = text[: mention.start][-1:], text[mention.end :][:1]
    return bool(before and after) and before in _OPENING and after in _CLOSING


def _is_set_apart(mention: Mention, text: str) -> bool:
    """Whether words stand in brackets, or before a colon that begins the text: what it is about, and no part of it."""
    before, after = text[: mention.start], text[mention.end :][:1]
    return (before[-1:] == "(" and after == ")") or (not before and after == ":")


def lies_in(start: int, end: int, places: Sequence[Mention]) -> bool:
    """Whether characters of a text are among those of a label."""
    return any(place.start <= start and end <= place.end for place in places)
