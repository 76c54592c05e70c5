"""A question as it came out in the current wave: its published answers by share, and what leads it."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from report.briefing.by_rule.shares import are_known
from report.briefing.by_rule.unanswered import answers_nothing
from report.briefing.leaders import leaders, on_few
from report.briefing.subjects import MOST_LEADING, Subject, boxes_of, subject_of
from report.frozen import frozen
from report.survey.model import AnswerRole, Question
from report.tables.model import Cell, CellState, Table, is_above

MOST_LISTED = 5
"""Answers that the text of a finding lists."""


@frozen
class Ranking:
    """A question and its published answers by share, equal ones in file order; subject: what leads, if anything.

    Answers that stand on too few by an n of their own are told as if nobody had published them. n_few: how many.
    """

    question: Question
    table: Table
    ranked: tuple[Cell, ...]
    subject: Subject | None
    n_few: int = 0

    @classmethod
    def of(cls, question: Question, table: Table) -> Ranking:
        """How the answers of a question stand."""
        few = on_few(table, table.total)
        if few:
            unpublished = {cell.id: replace(cell, state=CellState.NOT_PUBLISHED, value=None) for cell in few}
            table = replace(table, cells={**table.cells, **unpublished})
        cells = [table.cell(answer.id, table.total) for answer in question.answers]
        published = [(cell.share, cell) for cell in cells if cell.share is not None]
        ranked = sorted(published, key=itemgetter(0), reverse=True)
        subject, silent = subject_of(question, table), {each.id for each in question.answers if answers_nothing(each)}
        is_told = subject is not None and silent.isdisjoint(cell.id.answer for cell in subject.cells)
        return cls(question, table, tuple(cell for _, cell in ranked), subject if is_told else None, len(few))

    def is_answer(self, cell: Cell) -> bool:
        """Whether a cell is of who answered something: that others did not is no finding."""
        silent = (each.id for each in self.question.answers if answers_nothing(each))
        return cell.id.answer not in silent

    @property
    def longest_name(self) -> int:
        """The characters of the longest name that an answer has where there is little room, in any language."""
        names = [(answer.short or answer.label).by_language.values() for answer in self.question.answers]
        return max(len(text.text) for texts in names for text in texts)

    @property
    def has_figures(self) -> bool:
        """Whether anything of it was published of all who were asked in the current wave, be it a net."""
        return any(self.table.cell(answer, self.table.total).share is not None for answer in self.table.answers)

    @property
    def leading(self) -> tuple[Cell, ...]:
        """The answers or nets that share the first place for certain; none where nothing published stands behind."""
        is_ahead = self.subject is not None and len(self.subject.cells) < len(self.ranked)
        return self.subject.cells if self.subject and self.subject.holds and is_ahead else ()

    @property
    def regular(self) -> tuple[Cell, ...]:
        """The regular answers that were asked, in file order."""
        asked = [answer for answer in self.question.answers if answer.role is AnswerRole.REGULAR]
        cells = (self.table.cell(answer.id, self.table.total) for answer in asked)
        return tuple(cell for cell in cells if cell.state is not CellState.NOT_ASKED)

    @property
    def boxes(self) -> tuple[Cell, ...]:
        """The nets at the ends of a scale."""
        nets = boxes_of(self.question) if self.question.type.is_ordered else ()
        return tuple(self.table.cell(net.id, self.table.total) for net in nets)

    @property
    def has_order(self) -> bool:
        """Whether every regular answer was published, be it as less than a bound."""
        return all(cell.share is not None for cell in self.regular)

    @property
    def is_exact(self) -> bool:
        """Whether every regular answer has a percentage."""
        return are_known(self.regular)

    @property
    def regular_by_share(self) -> tuple[Cell, ...]:
        """The published regular answers, the largest first."""
        return tuple(cell for cell in self.ranked if cell in self.regular)

    def is_above_others(self, cell: Cell, but: tuple[Cell, ...] = ()) -> bool:
        """Whether a cell lies above all published answers but some, those who said nothing left aside."""
        apart = [answer.id for answer in self.question.answers if answer.role.says_nothing]
        others = [each for each in self.ranked if each not in (cell, *but) and each.id.answer not in apart]
        return all(is_above(cell, other) for other in others)

    @property
    def listed(self) -> tuple[Cell, ...]:
        """The largest answers, as a text lists them: in their own order, or by share; what is no step comes last.

        Nets where nothing else was published.
        """
        if not self.ranked:
            nets = (self.table.cell(net, self.table.total) for net in self.table.nets)
            return tuple(net for net in nets if net.share is not None)
        return self.largest(MOST_LISTED)

    def largest(self, count: int) -> tuple[Cell, ...]:
        """So many published answers at most, in their own order, or by share; what is no step comes last."""
        steps = {answer.id for answer in self.question.answers if answer.role.is_step}
        largest = sorted(self.ranked, key=lambda cell: cell.id.answer not in steps)[:count]
        if not self.question.keeps_order:
            return tuple(largest)
        return tuple(cell for answer in self.question.answers for cell in largest if cell.id.answer == answer.id)

    @property
    def has_more(self) -> bool:
        """Whether more answers were published than a text lists."""
        return len(self.ranked) > MOST_LISTED or (self.n_few > 0 and bool(self.ranked))

    @property
    def level(self) -> tuple[Cell, ...]:
        """The answers that share the first place for certain, more than are named each; none where one leads."""
        cells = self.regular_by_share
        if not self.has_order or not cells or cells[0].share is None or cells[0].share.fraction == 0:
            return ()
        equal = tuple(cell for cell in cells if cell.share == cells[0].share)
        is_first = len(equal) > MOST_LEADING and self.is_above_others(equal[0], equal)
        return equal if is_first and leaders(equal) == equal and all(map(self.is_answer, equal)) else ()

    @property
    def untied(self) -> Cell | None:
        """The largest regular answer that has its share alone: what a big figure may show where nothing leads."""
        shares = [each.share for each in self.ranked]
        alone = (cell for cell in self.regular_by_share if shares.count(cell.share) == 1)
        return next(filter(self.is_answer, alone), None)
