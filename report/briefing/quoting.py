"""Labels that a text repeats: a comparison in them is a word of the answer, and nothing that the text asserts.

"{{ use.daily }} read it at least daily"      the label of use.daily, whose figure is given
"{{ use.daily.area.least }} in the least deprived fifth"     and that of the group
"Which party is doing better?"                               a question as its own headline
"few chose “more than once”"                  a label in quotation marks
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.briefing.markup import take_apart
from report.briefing.mentions import Mention, mentions
from report.diagnostics import SourceText
from report.frozen import frozen
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

        They count in quotation marks, or where the text gives their figure and they are more than one word; a text that
        is nothing but the words of a question asserts none of them.
        """
        asked = {text.text(code) for question in self.survey.questions for text in (question.label, question.topic)}
        if plain.strip() in asked:
            return [Mention(0, len(plain))]
        pieces = take_apart(source).pieces
        expressions = [*self.figures, *(piece.source.text for piece in pieces if piece.is_figure)]
        named = [found.groups() for text in expressions for found in _NAME.finditer(text)]
        found = [each for label in self._groups(expressions, code) for each in mentions(label, plain)]
        for question in self.survey.questions:
            found += [each for each in mentions(question.label.text(code), plain) if _is_in_quotes(each, plain)]
            entries: list[Answer | Net] = [*question.answers, *question.nets]
            for entry in entries:
                has_figure = (question.id, entry.id) in named
                for label in dict.fromkeys(text.text(code) for text in _labels(entry)):
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


def _labels(entry: Answer | Net) -> Iterator[Translated]:
    yield entry.label
    yield from [entry.short] if entry.short else []
    yield from entry.earlier_labels.values() if isinstance(entry, Answer) else ()


def _is_in_quotes(mention: Mention, text: str) -> bool:
    before, after = text[: mention.start][-1:], text[mention.end :][:1]
    return bool(before and after) and before in _OPENING and after in _CLOSING


def lies_in(start: int, end: int, places: Sequence[Mention]) -> bool:
    """Whether characters of a text are among those of a label."""
    return any(place.start <= start and end <= place.end for place in places)
