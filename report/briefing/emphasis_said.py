"""What of an exhibit its headline speaks of: the cells whose figures it gives, and those that its claim names.

"{{ q.yes }} have switched, {{ q.thought }} thought of it"      yes and thought, whatever leads
"Economy has overtaken migration"    q.economy > q.migration    both; of a claim that names more, those in the words
"{{ q.a }} name A, ahead of B"       q.a > q.b                  A by its figure, B by the claim and its name
"{{ q.a }} name A, more than ever"   q.a > q.b                  A: B stands in no word of the headline
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report.briefing.facts import Facts
from report.briefing.model import Exhibit
from report.briefing.telling import Telling
from report.diagnostics import SourceText
from report.frozen import frozen
from report.survey.model import CellId, ColumnId
from report.tables.model import Cell


def cells_shown(exhibit: Exhibit) -> list[CellId]:
    """All cells that an exhibit has a place for."""
    return [
        CellId(question, answer, column)
        for question in exhibit.questions
        for answer in exhibit.answers
        for column in exhibit.columns
    ]


_NAME = re.compile(r"[a-z]\w*(?:\.\w+)+")


def claimed_cells(holds: SourceText | None, facts: Facts) -> tuple[CellId, ...]:
    """The cells that a claim names, in its order; not those that it only looks at, such as whom a leader leads."""
    names = (found[0].split(".") for found in _NAME.finditer(holds.text if holds else ""))
    cells = (facts.cell_named(parts) for parts in names)
    return tuple(dict.fromkeys(cell.id for cell in cells if isinstance(cell, Cell)))


@frozen
class Said:
    """Finds what a headline speaks of."""

    telling: Telling
    facts: Facts

    def cells(self, shown: Sequence[CellId]) -> list[CellId]:
        """The cells shown that it gives, and those of its claim that it names; without figures all of its claim.

        Of several that a claim sets against each other those are meant that words name, if any are.
        """
        given = self._shown(self.telling.said, shown)
        claimed = [cell for cell in self._shown(self.telling.claimed, shown) if cell not in given]
        named = [cell for cell in claimed if self._is_named(cell, [*given, *claimed], given)]
        return [*given, *named] if given else named or claimed

    def _shown(self, cells: Sequence[CellId], shown: Sequence[CellId]) -> list[CellId]:
        """Those of the cells that are shown; of a net that is not its answers."""
        found = [one for cell in cells for one in ([cell] if cell in shown else self._answers(cell)) if one in shown]
        return list(dict.fromkeys(found))

    def _answers(self, cell: CellId) -> list[CellId]:
        nets = self.facts.survey.question(cell.question).nets
        return [replace(cell, answer=name) for net in nets if net.id == cell.answer for name in net.answers]

    def _is_named(self, cell: CellId, others: Sequence[CellId], given: Sequence[CellId]) -> bool:
        """Whether words tell a cell from the others: its question, its answer, its group.

        Of two waves that a claim compares the current one needs no name, unless figures say which are meant.
        """
        survey, apart = self.facts.survey, [other for other in others if other != cell]
        question = survey.question(cell.question)
        if any(other.question != cell.question for other in apart):
            return self.telling.names_question(question)
        answers = dict.fromkeys(other.answer for other in apart if other.answer != cell.answer)
        if answers and not self.telling.names(
            question.answer_or_net(cell.answer), question, apart=[question.answer_or_net(name) for name in answers]
        ):
            return False
        columns = list(dict.fromkeys(other.column for other in (given or apart) if other.column != cell.column))
        if cell.column in [other.column for other in given] or not columns or (cell.column.is_total and not given):
            return True
        return self._names_column(cell, columns)

    def _names_column(self, cell: CellId, apart: Sequence[ColumnId]) -> bool:
        table = self.facts.tables.table(cell.question)
        return self.telling.names_column(table.column(cell.column), apart=[table.column(other) for other in apart])
