"""What figures are called in a story without an author, in shorter and shorter words until they find room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.briefing.filters import LABEL, NAMING, N
from report.briefing.fragments import figure, filled, verbatim
from report.briefing.model.prose import name_of
from report.briefing.model.terms import says_net
from report.diagnostics import SourceText
from report.frozen import frozen
from report.language.embedding import ends_early, ends_in_bracket, has_quotes, within_quotes
from report.language.lists import join
from report.language.model import Language
from report.survey.model import Answer, CellId, ColumnId, Survey
from report.tables.model import Cell

WHOLE = 100
"""The percentage that is as long as a figure may be, or a difference with its sign."""

LONG_N = "n = 10,000"
"""As long as the number of respondents of a group may be."""

WIDE_LETTER = 0.3
"""By how much of a usual letter a wide one is longer."""

_EXPRESSION = re.compile(r"\{\{ (?P<name>[^|{}]+?)(?: \| (?P<filter>\w+))? \}\}")


@frozen
class Naming:
    """Names the cells of a survey by the labels of their answers."""

    survey: Survey

    def listed(
        self, cells: Sequence[Cell], language: Language, naming: str = LABEL, *, goes_on: bool = False
    ) -> SourceText:
        """The cells in a row, each with its number: "Tee (61 %) und Kaffee (44 %)"; goes_on: and others."""
        shares, phrase = [figure(name_of(cell.id, self.survey)) for cell in cells], language.words.answer_in_list
        answers = [
            filled(phrase, answer=self.named([cell], language, naming), figure=share).text
            for cell, share in zip(cells, shares, strict=True)
        ]
        return SourceText(join([*answers, *([language.words.others] if goes_on else [])], language))

    def names(self, cells: Sequence[Cell], language: Language, *, is_leading: bool) -> Iterator[SourceText]:
        """What the cells are called, in shorter and shorter words."""
        yield from (self.named(cells, language, naming) for naming in NAMING)
        question, words = self.survey.question(cells[0].id.question), language.words
        nets = [net.id for net in question.nets]
        topic = verbatim(within_quotes(question.topic.source(language.code), language))
        if is_leading and not any(cell.id.answer in nets for cell in cells):
            yield filled(words.unnamed_answers if len(cells) > 1 else words.unnamed_answer, topic=topic)

    def named(self, cells: Sequence[Cell], language: Language, naming: str) -> SourceText:
        """What the cells are called; several that share the first place are all named."""
        names = [self._label(cell, language, naming, is_among_others=len(cells) > 1) for cell in cells]
        return names[0] if len(names) == 1 else SourceText(join([name.text for name in names], language))

    def _label(self, cell: Cell, language: Language, naming: str, *, is_among_others: bool) -> SourceText:
        """The label of an answer; that of a net says that it is one.

        In quotation marks where it has no letter ("3"), ends in a bracket before that of its figure, or has commas
        among others.
        """
        label = SourceText(f"{{{{ {name_of(cell.id, self.survey)} | {naming} }}}}")
        question = self.survey.question(cell.id.question)
        named, words = question.answer_or_net(cell.id.answer), NAMING[naming](question, cell.id, language).text
        is_net = not isinstance(named, Answer) and says_net(words, language)
        has_no_end = ends_early(words) if is_among_others else ends_in_bracket(words)
        if not any(map(str.isalpha, words)) or (has_no_end and not is_net):
            inner = verbatim(within_quotes(NAMING[naming](question, cell.id, language), language))
            label = inner if has_quotes(words) else label
            label = SourceText.joined([SourceText(language.quotes[0]), label, SourceText(language.quotes[1])])
        if isinstance(named, Answer) or is_net:
            return label
        return filled(language.words.net, label=label)

    def first_fitting(self, texts: Sequence[SourceText], room: int, language: Language) -> SourceText:
        """The first text that is no longer than the room in which any words fit, else the shortest."""
        lengths = [self.length(text.text, language) for text in texts]
        fitting = (text for text, length in zip(texts, lengths, strict=True) if length <= room)
        return next(fitting, texts[lengths.index(min(lengths))])

    def length(self, text: str, language: Language) -> int:
        """How many usual characters a text is as long as, once its figures and labels stand in it."""
        shown = self.shown(text, language)
        return len(shown) + round(WIDE_LETTER * sum(letter.isupper() or letter in "mw%" for letter in shown))

    def shown(self, text: str, language: Language) -> str:
        """A text with its labels, and with figures as long as can be."""

        def stand_in(found: re.Match[str]) -> str:
            naming = NAMING.get(found["filter"] or "")
            name, answer = found["name"].split(".")[:2]
            question = self.survey.question(name)
            if found["filter"] == N:
                return LONG_N
            if naming is None:
                return f"{WHOLE:.{question.decimals}f} %"
            return naming(question, CellId(name, answer, ColumnId(self.survey.wave)), language).text

        return _EXPRESSION.sub(stand_in, text).replace("**", "")
