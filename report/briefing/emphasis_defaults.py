"""What stands out where the author marked nothing: what the headline speaks of, else what leads or differs most."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.emphasis_across import Emphasized, RowEmphasis
from report.briefing.emphasis_rows import rows_that_stand_out
from report.briefing.emphasis_rules import widest_pair
from report.briefing.emphasis_said import Said, cells_shown
from report.briefing.emphasis_ties import Ties
from report.briefing.facts import Facts
from report.briefing.leaders import leaders, may_be_led, on_few
from report.briefing.model import Exhibit
from report.briefing.telling import Telling
from report.frozen import frozen
from report.kinds import Kind, Marks, Shape
from report.survey.model import CellId, ColumnId, Question
from report.tables.model import Table

MOST_IN_PAIRS = 4
"""Cells that may stand out where they do in pairs: two answers, each in two columns."""


def leading_answers(answers: Sequence[str], question: Question, table: Table, column: ColumnId) -> tuple[str, ...]:
    """The answers or steps with the highest published share of a column: one, or all that share it."""
    steps = [answer.id for answer in question.answers if answer.role.is_step]
    highest = leaders([table.cell(answer, column) for answer in answers if answer in steps])
    return tuple(cell.id.answer for cell in highest)


@frozen
class DefaultEmphasis:
    """Finds the cells that stand out by themselves. bare: the exhibit without any; most: how many may."""

    bare: Exhibit
    kind: Kind
    question: Question
    telling: Telling
    facts: Facts
    most: int

    def marks(self) -> Emphasized:
        """What proves the headline, and what that is set against."""
        if self.kind.lies_across:
            return RowEmphasis(self.bare, self.facts, self.most).by_default(self.telling)
        if self.bare.shape is Shape.TOTAL:
            if self.kind.ranks and (ranked := self._ranked()):
                return ranked
            names = self._answers()
            return tuple(cell for cell in self._shown if cell.answer in names), ()
        said = Said(self.telling, self.facts).cells(self._shown)
        if self.kind.marks(self.bare.shape) is Marks.COLUMNS:
            return (tuple(said), ()) if 0 < len(said) <= self.most else (self._latest(), ())
        if self.kind.marks_rows:
            ties = Ties(self.bare, self.kind, self.telling, self.facts, self.most)
            answers = ties.answers_beside(list(dict.fromkeys(cell.answer for cell in said)))
            return rows_that_stand_out(self._shown, answers, self.facts, most=self.most)
        if self.kind.marks_pairs:
            return self._pairs(said) or widest_pair(self._shown, self.facts)
        return (tuple(said), ()) if len(said) <= self.most else ((), ())

    @property
    def _shown(self) -> list[CellId]:
        return cells_shown(self.bare)

    def _ranked(self) -> Emphasized | None:
        """The answers that the headline speaks of, else what leads, set against each other by how they moved.

        None where these are too many to stand out.
        """
        earlier, now = self.bare.reference, self.bare.columns[0]
        if earlier is None:
            return None
        places = [CellId(self.question.id, answer, each) for answer in self.bare.answers for each in (earlier, now)]
        said = dict.fromkeys(cell.answer for cell in Said(self.telling, self.facts).cells(places))
        table = self.facts.tables.table(self.question.id)
        leading = leading_answers(self.bare.answers, self.question, table, now)
        level = leading if any(answer in leading for answer in said) else ()
        answers = tuple(dict.fromkeys((*said, *level))) or self._answers()
        cells = [CellId(self.question.id, answer, column) for answer in answers for column in (earlier, now)]
        proof, contrast = rows_that_stand_out(cells, answers, self.facts, most=self.most)
        marked = (
            tuple(cell for cell in proof if cell.column == now),
            tuple(cell for cell in contrast if cell.column == now),
        )
        return marked if answers and any(marked) else None

    def _latest(self) -> tuple[CellId, ...]:
        """The last published cell of every answer."""
        cells = [
            [cell for cell in self._shown if cell.answer == answer and self.facts.tables.cell(cell).share]
            for answer in self.bare.answers
        ]
        return tuple(published[-1] for published in cells if published)

    def _pairs(self, said: Sequence[CellId]) -> Emphasized | None:
        """The cells that the headline speaks of, of each answer the second set against the first; None without any.

        Of more than may stand out the first pair. Of three or more of one answer none is set against another: all that
        are named stand out, or none where these are too many or all that there are.
        """
        answers = dict.fromkeys(cell.answer for cell in said)
        pairs = [[cell for cell in said if cell.answer == answer] for answer in answers]
        if any(len(pair) > 2 for pair in pairs):
            return (tuple(said), ()) if len(said) <= self.most and len(said) < len(self._shown) else ((), ())
        pairs.sort(key=lambda pair: -len(pair))
        if sum(map(len, pairs)) > (MOST_IN_PAIRS if len(pairs) * 2 == len(said) else self.most):
            pairs = pairs[:1]
        return (tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs if pair[1:])) if pairs else None

    def _answers(self) -> tuple[str, ...]:
        """The answers that the headline speaks of, and the leading one if it names it; else all that lead alone.

        Of parts of a whole, and where it speaks of all there are, only what leads: what all share marks nothing. Of
        too many none. None stands out unnamed where an unpublished answer may lie above it.
        """
        answers, column = self.bare.answers, self.bare.columns[0]
        leading = leading_answers(answers, self.question, self.facts.tables.table(self.question.id), column)
        said = {cell.answer for cell in Said(self.telling, self.facts).cells(self._shown)}
        if said:
            said |= {answer for answer in leading if self._names(answer, apart=said)}
        elif self._may_be_led(leading):
            return ()
        found = tuple(answer for answer in answers if answer in (said or leading))
        if self.kind.is_whole or len(found) == len(answers):
            found = tuple(answer for answer in found if answer in leading) or found
        stands_out = len(found) == 1 or len(found) < min(len(answers), self.most + 1)
        return found if stands_out else ()

    def _names(self, answer: str, *, apart: set[str]) -> bool:
        """Whether the headline has the name of an answer beside the others that it speaks of; no part of their nets."""
        if any(answer in net.answers for net in self.question.nets if net.id in apart):
            return False
        others = [self.question.answer_or_net(name) for name in sorted(apart - {answer})]
        return self.telling.names(self.question.answer_or_net(answer), self.question, apart=others)

    def _may_be_led(self, leading: Sequence[str]) -> bool:
        """Whether an unpublished answer may lie above those that lead the published ones, none of which is named.

        So may the others above one that stands on too few by an n of its own.
        """
        if any(self.telling.names(self.question.answer_or_net(answer), self.question) for answer in leading):
            return False
        table, column = self.facts.tables.table(self.question.id), self.bare.columns[0]
        few = {cell.id.answer for cell in on_few(table, column)}
        return any(
            name in few or may_be_led(table.cell(name, column), self.question, table, [column]) for name in leading[:1]
        )
