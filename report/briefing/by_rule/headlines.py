"""The headlines of one question in the current wave: the patterns whose conditions hold, the strongest first.

nets of a scale       both ends of a scale, or the box that leads it
level                 two or three answers share the first place
majority              of eight and more answers several are named by more than half
close                 two or three answers within five points, then a gap of ten
near                  chance may explain which of two answers is named more often; then no place is told
most and least        multiple choice: the first and the last, or the second
say                   else: the first, and the second where it is one; a bare number with the scale that it is of
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.briefing.by_rule.chance import Chance
from report.briefing.by_rule.close_behind import CLOSE, MOST_SPELLED, close_behind, ends_of, place_of, with_others
from report.briefing.by_rule.draft import Headline, Phrases
from report.briefing.by_rule.ranking import Ranking
from report.briefing.by_rule.scales import headline_of_nets
from report.briefing.by_rule.shares import are_known, at_most, percent, points
from report.briefing.by_rule.wording import NAMINGS, Parts
from report.briefing.filters import SHORT
from report.briefing.fragments import all_of, filled, verbatim
from report.briefing.model.prose import name_of
from report.briefing.printed import are_alike
from report.diagnostics import SourceText
from report.language.embedding import asked
from report.language.model import Language
from report.survey.model import AnswerRole, QuestionType, Wording
from report.tables.model import Cell, is_above

GAP = Decimal(10)
"""Points by which a gap sets answers off."""

MANY = 8
"""Answers of which no reader remembers the last one."""


def headlines_of(ranking: Ranking, chance: Chance) -> tuple[Headline, ...]:
    """What can be said of a question; nothing where nobody can say what leads it."""
    if nets := headline_of_nets(ranking, chance.survey):
        return (nets,)
    if not (ranking.leading and ranking.subject):
        none = _headline_of_none(ranking, chance)
        return (none,) if none else ()
    patterns = _Patterns(ranking, chance, ranking.leading, ranking.subject.holds or "")
    level, close = patterns.level(), patterns.close()
    if level:
        found: tuple[Headline | None, ...] = (level,)
    elif patterns.may_be_chance():
        found = (close, patterns.near(), patterns.alone())
    else:
        found = (patterns.majority(), close, *patterns.weaker())
    return tuple(headline for headline in found if headline)


def _headline_of_none(ranking: Ranking, chance: Chance) -> Headline | None:
    """That of an answer which says that none applies, where it lies above all others; else of one known alone."""
    roles = {answer.id: answer.role for answer in ranking.question.answers}
    answered = [cell for cell in ranking.ranked if ranking.is_answer(cell)]
    none = [cell for cell in answered if roles[cell.id.answer] is AnswerRole.NONE and percent(cell) is not None]
    if none and ranking.has_order and ranking.is_above_others(none[0]):
        name = name_of(none[0].id, chance.survey)
        claims = (f"{name} > {name_of(cell.id, chance.survey)}" for cell in ranking.regular)
        return _Patterns(ranking, chance, (none[0],), " and ".join(claims)).first(None)
    if len(ranking.ranked) == 1 and ranking.regular_by_share and answered:
        return _Patterns(ranking, chance, ranking.ranked, "").first(None)
    return None


class _Patterns:
    def __init__(self, ranking: Ranking, chance: Chance, leading: tuple[Cell, ...], holds: str) -> None:
        self.ranking, self.chance, self.survey, self.holds = ranking, chance, chance.survey, holds
        self.question = ranking.question
        self.is_multiple = self.question.type is QuestionType.MULTIPLE
        self.first_cell = leading[0]
        self.others = [cell for cell in ranking.regular_by_share if cell not in ranking.leading]

    def parts(self, language: Language) -> Parts:
        return Parts(self.survey, language)

    def topic(self, language: Language) -> SourceText:
        return self.parts(language).topic(self.question)

    def name(self, cell: Cell) -> str:
        return name_of(cell.id, self.survey)

    def claim(self, *parts: str) -> str:
        return all_of(self.holds, *parts)

    # ------------------------------------------------------------------------------------------------------- patterns

    def level(self) -> Headline | None:
        leading = self.ranking.leading
        if len(leading) < 2:
            return None

        def phrases(language: Language) -> Iterator[SourceText]:
            parts = self.parts(language)
            for naming in NAMINGS:
                answers, share = parts.answers(leading, naming), parts.share(leading[0])
                yield filled(language.headlines.level, topic=self.topic(language), answers=answers, share=share)
            if set(leading) <= set(self.ranking.regular):  # not of nets, which nobody gave as an answer
                told = {"count": parts.number(len(leading)), "share": parts.share(leading[0])}
                yield filled(language.headlines.level_in_short, topic=self.topic(language), **told)

        return Headline(phrases, self.holds, leading)

    def majority(self) -> Headline | None:
        """How many of many answers more than half name."""
        ranking, regular = self.ranking, self.ranking.regular
        count = sum((percent(cell) or 0) > 50 for cell in regular)
        if not (self.is_multiple and ranking.has_order and self._leads_all()):
            return None
        if any(percent(cell) is None and (at_most(cell) or 0) > 50 for cell in regular):
            return None
        if count < 2 or not MANY <= len(regular) <= MOST_SPELLED:
            return None
        counted = f"count_above({self.question.id}, 50) == {count}"

        def phrases(language: Language) -> Iterator[SourceText]:
            parts = self.parts(language)
            said, of = parts.number(count), parts.number(len(regular))
            for naming in NAMINGS:
                first = parts.answer(self.first_cell, naming)
                share = parts.share(self.first_cell)
                yield filled(
                    language.headlines.majority,
                    topic=self.topic(language),
                    count=said,
                    all=of,
                    first=first,
                    first_share=share,
                )

        return Headline(phrases, self.claim(counted), (self.first_cell,))

    def close(self) -> Headline | None:
        """Two or three answers close together, and the next one far behind."""
        cells = self.ranking.regular_by_share
        if not (self.ranking.has_order and self._leads_all() and not self.question.type.is_ordered):
            return None
        for count in (3, 2):
            if len(cells) <= count or not are_known(cells[: count + 1]):
                continue
            first, last, following = cells[0], cells[count - 1], cells[count]
            if not all(map(self.ranking.is_answer, cells[: count + 1])):
                continue
            is_close = points(first, last) <= CLOSE and points(last, following) >= GAP
            is_alone = len(cells) == count + 1 or self._is_ahead(following, cells[count + 1])
            is_alone &= self._is_ahead(last, following)
            if is_close and is_alone and self.ranking.is_above_others(following, cells[:count]):
                gap = f"{self.name(first)} - {self.name(last)} <= {CLOSE}"
                apart = f"{self.name(last)} - {self.name(following)} >= {GAP}"
                is_seen = not are_alike(*cells[:2])  # else the first is one of those that share the place it has
                first_place = [self.holds] if is_seen else self._places(cells[:1])
                claim = " and ".join([*first_place, gap, apart, *self._places(cells[1 : count + 1])])
                said = self._close(cells[:count], following)
                return Headline(said, claim, cells[: count + 1], stand_out=cells[:count])
        return None

    def _close(self, cells: Sequence[Cell], following: Cell) -> Phrases:
        def phrases(language: Language) -> Iterator[SourceText]:
            parts, patterns = self.parts(language), language.headlines
            shares = parts.listed([parts.share(cell) for cell in cells])
            if len(cells) > 2:
                shares = filled(patterns.spread, least=parts.share(cells[-1]), most=parts.share(cells[0]))
            for naming in NAMINGS:
                yield filled(
                    patterns.close,
                    topic=self.topic(language),
                    answers=parts.answers(cells, naming),
                    shares=shares,
                    next=parts.answer(following, naming),
                    next_share=parts.share(following),
                )

        return phrases

    def may_be_chance(self) -> bool:
        """Whether nobody can say that the first answer has more than each of the others: by chance, or as printed."""
        return any(self._is_level(self.first_cell, other) for other in self.others)

    def alone(self) -> Headline:
        """The first answer without a word on its place."""
        return Headline(lambda language: self._first(None, language, is_ranked=False), self.holds, (self.first_cell,))

    def near(self) -> Headline | None:
        """Two answers that lie close together, of which a random sample cannot say which has more."""
        second = self._second()
        if second is None or not are_known((self.first_cell, second)) or points(self.first_cell, second) > CLOSE:
            return None
        limit = points(self.first_cell, second).to_integral_value() + 1
        apart = f"{self.name(self.first_cell)} - {self.name(second)} < {limit}"
        claim = self.claim(apart, *self._places((second,)))
        return Headline(self._pair("near", second), claim, (self.first_cell, second))

    def weaker(self) -> Iterator[Headline | None]:
        """What can be said of any answer that leads."""
        yield self.ends()
        most = Headline(self._most, self.holds, (self.first_cell,))
        if self.is_multiple:
            yield self.with_others(most) or most
        second = self._told_second()
        yield self.first(second)
        if second:
            yield self.with_others(self.first(None))
            yield self.first(None)

    def with_others(self, said: Headline) -> Headline | None:
        """A headline of the first answer alone, with the shares of those close behind it; None where there are none."""
        near = close_behind(self.first_cell, self.others) if self._second() else ()
        if not near or len(near) > MOST_SPELLED or not all(map(self.ranking.is_answer, near)):
            return None

        def phrases(language: Language) -> Iterator[SourceText]:
            parts = self.parts(language)
            yield from (with_others(each, near, parts) for each in said.phrases(language))

        return Headline(phrases, self.claim(*self._places(ends_of(near))), (self.first_cell, *near))

    def ends(self) -> Headline | None:
        """The first answer of multiple choice, and the last or the second."""
        if not (self.is_multiple and self._leads_all()) or not self.others:
            return None
        last, second = self._last(), self._told_second()
        if last is not None:
            return Headline(self._most_and_least(last), self.claim(f"last({self.name(last)})"), (self.first_cell, last))
        if second is None:
            return None
        claim = self.claim(*self._places((second,)))
        return Headline(self._pair("most_and_second", second), claim, (self.first_cell, second))

    def _most_and_least(self, last: Cell) -> Phrases:
        def phrases(language: Language) -> Iterator[SourceText]:
            parts, patterns = self.parts(language), language.headlines
            shares = {
                "topic": self.topic(language),
                "first_share": parts.share(self.first_cell),
                "last_share": parts.share(last),
            }
            yield from self._predicates(last, language)
            is_quoted = self.question.wording_in(language.code) is Wording.EXACT
            unit = parts.unit(self.question) if is_quoted else None
            for naming in NAMINGS:
                named = {"first": parts.answer(self.first_cell, naming), "last": parts.answer(last, naming)}
                if unit and naming != SHORT:
                    yield filled(patterns.most_and_least, unit=unit, **named, **shares)
                yield filled(patterns.most_and_least_of_base, **named, **shares)

        return phrases

    def _most(self, language: Language) -> Iterator[SourceText]:
        """The first answer alone, where there is no room for another."""
        parts = self.parts(language)
        for naming in NAMINGS:
            first, share = parts.answer(self.first_cell, naming), parts.share(self.first_cell)
            yield filled(language.headlines.most, topic=self.topic(language), first=first, first_share=share)

    def first(self, second: Cell | None) -> Headline:
        """The first answer, and the second if it is told."""
        claim = self.claim(*self._places((second,))) if second else self.holds or None
        cells = (self.first_cell, second) if second else (self.first_cell,)
        return Headline(lambda language: self._first(second, language), claim, cells)

    def _first(self, second: Cell | None, language: Language, *, is_ranked: bool = True) -> Iterator[SourceText]:
        parts, patterns = self.parts(language), language.headlines
        yield from self._yes_no(language)
        yield from self._predicates(second, language)
        if self.holds and is_ranked and parts.is_number(self.first_cell):
            yield from self._number(second, language)
            return
        first_share = parts.share(self.first_cell)
        for question in parts.questions(self.question):
            for naming in NAMINGS:
                named = {"question": question, "first": parts.answer(self.first_cell, naming)}
                is_literal = parts.is_literal(self.first_cell, naming) and not parts.is_number(self.first_cell)
                is_literal = is_literal and not self.is_multiple
                if second and parts.is_shortened(second, naming):
                    continue  # bars have room for its label, and a reader would look for the short form there
                if second:
                    following = {"second": parts.answer(second, naming), "second_share": parts.share(second)}
                    pattern = patterns.say if is_literal else patterns.then
                    yield filled(pattern, **named, first_share=first_share, **following)
                else:
                    pattern = patterns.say_one if is_literal else patterns.plain
                    yield filled(pattern, **named, first_share=first_share)

    def _number(self, second: Cell | None, language: Language) -> Iterator[SourceText]:
        """A leading answer that is a bare number, behind what it is of; of a scale between the ends of that."""
        parts, patterns = self.parts(language), language.headlines
        told = {"topic": self.topic(language), "first": parts.answer(self.first_cell)}
        told["first_share"] = parts.share(self.first_cell)
        if second:
            following = {"second": parts.answer(second), "second_share": parts.share(second)}
            yield filled(patterns.most_and_second, **told, **following)
        elif self.question.type.is_ordered:
            steps = [answer for answer in self.question.answers if answer.is_asked and answer.role.is_step]
            ends = [self.ranking.table.cell(step.id, self.ranking.table.total) for step in (steps[0], steps[-1])]
            for naming in NAMINGS:
                low, high = (parts.end(cell, naming) for cell in ends)
                yield filled(patterns.most_on_scale, **told, low=low, high=high)
        yield filled(patterns.most, **told)

    # ---------------------------------------------------------------------------------------------------------- parts

    def _places(self, cells: Sequence[Cell]) -> list[str]:
        """The claims of the places of answers that are named behind the first, so that none can stand for another."""
        return [place_of(cell, self.ranking.regular, "rank", self.name) for cell in cells]

    def _leads_all(self) -> bool:
        """Whether one answer leads, those that are no regular ones included."""
        return len(self.ranking.leading) == 1 and self.ranking.is_above_others(self.first_cell)

    def _second(self) -> Cell | None:
        """The answer at the second place, if it has it alone and what follows is no step of a scale."""
        has_order = self.ranking.has_order and self._leads_all()
        if self.question.type.is_ordered or not (has_order and self.others):
            return None
        second = self.others[0]
        if not self.ranking.is_answer(second):
            return None
        return second if self.ranking.is_above_others(second, (self.first_cell,)) else None

    def _told_second(self) -> Cell | None:
        """The answer at the second place, if chance does not explain that it lies above the next."""
        second = self._second()
        return second if second and all(self._is_ahead(second, other) for other in self.others[1:]) else None

    def _is_ahead(self, cell: Cell, other: Cell) -> bool:
        """Whether one answer lies above another, for certain, not by chance, and where a reader sees it."""
        return is_above(cell, other) and not self._is_level(cell, other)

    def _is_level(self, cell: Cell, other: Cell) -> bool:
        return are_alike(cell, other) or self.chance.explains(cell, other)

    def _last(self) -> Cell | None:
        """The answer at the last place, if all are shown and it has it alone, other answers taken together included."""
        regular, roles = self.ranking.regular_by_share, {answer.id: answer.role for answer in self.question.answers}
        if not self.ranking.has_order or not 3 <= len(regular) < MANY:
            return None
        others = [cell for cell in self.ranking.ranked if roles[cell.id.answer] is AnswerRole.OTHER]
        if not self.ranking.is_answer(regular[-1]):
            return None
        return regular[-1] if all(self._is_ahead(cell, regular[-1]) for cell in (*regular[:-1], *others)) else None

    def _pair(self, pattern: str, second: Cell) -> Phrases:
        def phrases(language: Language) -> Iterator[SourceText]:
            parts = self.parts(language)
            shares = {
                "topic": self.topic(language),
                "first_share": parts.share(self.first_cell),
                "second_share": parts.share(second),
            }
            for naming in NAMINGS:
                named = {"first": parts.answer(self.first_cell, naming), "second": parts.answer(second, naming)}
                yield filled(getattr(language.headlines, pattern), **named, **shares)

        return phrases

    def _yes_no(self, language: Language) -> Iterator[SourceText]:
        """The question answered by yes and no, if these are its answers."""
        patterns, parts = language.headlines, self.parts(language)
        named = {self.question.answer(cell.id.answer).label.text(language.code): cell for cell in self.ranking.regular}
        if set(named) != {patterns.yes, patterns.no} or not are_known(named.values()):
            return
        shares = {"yes": parts.share(named[patterns.yes]), "no": parts.share(named[patterns.no])}
        unit, (*wordings, topic) = parts.of_unit(self.question), parts.questions(self.question)

        def answered(question: SourceText) -> Iterator[SourceText]:
            if unit:
                yield filled(patterns.yes_no, question=question, of_unit=unit, **shares)
            yield filled(patterns.yes_no_of_base, question=question, **shares)

        # The whole question with one answer, or alone, says more than its topic and both.
        yield from answered(wordings[0])
        answer = parts.in_quotes(self.first_cell)
        yield filled(patterns.answer_first, share=parts.share(self.first_cell), answer=answer, label=wordings[0])
        for short in wordings[1:]:
            yield from answered(short)
        if question := asked(self.question.label.source(language.code)):
            yield verbatim(question)
        yield from answered(topic)

    def _predicates(self, other: Cell | None, language: Language) -> Iterator[SourceText]:
        """What answers say of who gave them, where their author wrote it."""
        parts, patterns = self.parts(language), language.headlines
        says, share, unit = parts.predicate(self.first_cell), parts.share(self.first_cell), parts.of_unit(self.question)
        if says is None:
            return
        sentence = filled(patterns.predicate_of_base, share=share, says=says)
        if unit:
            sentence = filled(patterns.predicate, share=share, of_unit=unit, says=says)
        if other and (further := parts.predicate(other)):
            yield filled(patterns.predicates, sentence=sentence, share=parts.share(other), says=further)
        yield sentence
