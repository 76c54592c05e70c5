"""What stands out because it ties with what does: a headline that speaks of two equal marks has both marked.

"Tea and coffee are named equally often"     tea marked, coffee of the same share: both
"Tea ties with coffee among the old"         in two columns: the rows of both
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.emphasis_across import RowEmphasis
from report.briefing.facts import Facts
from report.briefing.model import Exhibit
from report.briefing.telling import Telling
from report.frozen import frozen
from report.kinds import Kind, Shape
from report.survey.model import CellId, ColumnId
from report.units import Share, sign_of_difference

_Cells = tuple[CellId, ...]
"""Those that stand out as one: a cell, all of an answer, or of a row in which answers lie across the telling ones."""


@frozen
class Ties:
    """Finds what has the share of something that is marked and is spoken of with it. most: how much may stand out."""

    exhibit: Exhibit
    kind: Kind
    telling: Telling
    facts: Facts
    most: int

    def beside(self, marks: Sequence[CellId], others: Sequence[CellId]) -> _Cells:
        """The cells of the share of one of these marks that the headline speaks of beside it; others: also marked.

        Those are the ones that it names or gives the figure of; where it names none and says that they are equal, all.
        """
        wholes, taken = list(self._wholes()), {*marks, *others}
        marked = [whole for whole in wholes if taken.intersection(whole)]
        these = [whole for whole in marked if set(whole) <= set(marks)]
        tied = {whole: level for whole in wholes if whole not in marked and (level := self._level_with(whole, these))}
        spoken = [whole for whole, level in tied.items() if self._is_spoken(whole, level, marked)]
        together = spoken or (list(tied) if self.telling.says_level() else [])
        is_room = self.kind.is_whole or len(marked) + len(together) <= self.most
        return tuple(cell for whole in together for cell in whole) if is_room else ()

    def answers_beside(self, answers: Sequence[str]) -> tuple[str, ...]:
        """Answers with those that tie with one of them; of none said, the ones that the headline says are equal."""
        whole = [cell for cells in self._wholes() for cell in cells if cell.answer in answers]
        if answers or not self.telling.says_level():
            return tuple(dict.fromkeys((*answers, *(cell.answer for cell in self.beside(whole, ())))))
        named = [cells for cells in self._wholes() if self._is_named(cells[0].answer, ())]
        level = [cells[0].answer for cells in named if self._level_with(cells, [one for one in named if one != cells])]
        return tuple(level)

    # ------------------------------------------------------------------------------------------------------ what ties

    def _wholes(self) -> Iterator[_Cells]:
        shown = self.exhibit
        if self.kind.lies_across:
            rows = RowEmphasis(shown, self.facts, self.most)
            yield from (found for row in rows.compared() if (found := tuple(rows.telling(row))))
            return
        cells = [CellId(shown.question, answer, column) for answer in shown.answers for column in shown.columns]
        if self.kind.marks_rows:
            yield from (tuple(cell for cell in cells if cell.answer == answer) for answer in shown.answers)
        else:
            yield from ((cell,) for cell in cells)

    def _level_with(self, whole: _Cells, marked: Sequence[_Cells]) -> list[_Cells]:
        """The marked ones of the same share that differ from it in one thing: its question, answer or column."""
        return [
            other for other in marked if len(self._differences(whole, other)) == 1 and self._are_level(whole, other)
        ]

    def _are_level(self, one: _Cells, other: _Cells) -> bool:
        """Whether the shares were published and are equal for certain; of whole answers those of a column spoken of."""
        if self.kind.marks_rows:
            columns = self._columns_of(other)
            pairs = [(_in_column(one, column), _in_column(other, column)) for column in columns]
            return any(_is_level(self._share(first), self._share(second)) for first, second in pairs)
        return _is_level(self._share(one), self._share(other))

    def _columns_of(self, whole: _Cells) -> list[ColumnId]:
        """The columns whose numbers of an answer the headline gives, else the last one; of groups any."""
        said = [cell.column for cell in whole if cell in self.telling.said]
        any_group = self.exhibit.shape is Shape.GROUPS
        return said or list(self.exhibit.columns if any_group else self.exhibit.columns[-1:])

    def _share(self, whole: _Cells) -> Share | None:
        if not self.kind.lies_across:
            return self.facts.tables.cell(whole[0]).share
        row, rows = (whole[0].question, whole[0].column), RowEmphasis(self.exhibit, self.facts, self.most)
        return rows.share(row) if self.exhibit.nets else self.facts.tables.cell(whole[0]).share

    # ---------------------------------------------------------------------------------------------- what is spoken of

    def _is_spoken(self, whole: _Cells, level: Sequence[_Cells], marked: Sequence[_Cells]) -> bool:
        if any(cell in self.telling.said for cell in whole):
            return True
        return any(self._is_named(name, marked) for other in level for name in self._differences(whole, other))

    def _differences(self, one: _Cells, other: _Cells) -> list[str | ColumnId]:
        """What tells one from another: its question, its answer, its column; of rows by their nets, no answer."""
        first, second = one[0], other[0]
        answers = () if self.kind.lies_across and self.exhibit.nets else ((first.answer, second.answer),)
        pairs: tuple[tuple[str | ColumnId, str | ColumnId], ...] = (
            (first.question, second.question),
            *answers,
            (first.column, second.column),
        )
        return [mine for mine, others in pairs if mine != others]

    def _is_named(self, name: str | ColumnId, marked: Sequence[_Cells]) -> bool:
        """Whether the headline names an answer, a column or a question.

        The names of marked answers may contain that of another one; a step of a marked net is one with it.
        """
        telling, survey = self.telling, self.facts.survey
        question = survey.question(self.exhibit.question)
        if isinstance(name, ColumnId):
            return telling.names_column(self.facts.tables.table(question.id).column(name))
        if self.kind.lies_across:
            return telling.names_question(survey.question(name))
        answers = [whole[0].answer for whole in marked]
        if any(name in net.answers for net in question.nets if net.id in answers):
            return False
        apart = [question.answer_or_net(each) for each in answers]
        return telling.names(question.answer_or_net(name), question, apart=apart)


def _in_column(whole: _Cells, column: ColumnId) -> _Cells:
    return tuple(cell for cell in whole if cell.column == column)


def _is_level(one: Share | None, other: Share | None) -> bool:
    return one is not None and other is not None and sign_of_difference(one.fraction, other.fraction) == 0
