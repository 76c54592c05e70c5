"""Finds comparisons across a break: figures of two waves that are not comparable without restriction.

        w2013   w2014  //  w2016         a break between w2014 and w2016 of "teams"
own      24      35    //   49           teams.own beside teams.own.w2013 crosses it; teams.own.w2014 does not
"""

from __future__ import annotations

from collections.abc import Iterable

from report.briefing.evaluation import Reading
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.diagnostics import Diagnostic
from report.survey.model import CellId
from report.tables.model import Table, TableBreak


def comparison_across_break(readings: Iterable[Reading], facts: Facts, *, hint: str) -> Diagnostic | None:
    """The first fault among figures that stand together, at the one that brings in the other side of a break."""
    seen = list[Reading]()
    for reading in readings:
        table = facts.tables.table(reading.cell.id.question)
        for found in table.breaks:
            side = _side(found, reading.cell.id, table)
            other = next((each for each in seen if side and _side(found, each.cell.id, table) == -side), None)
            if other:
                return _fault(found, other, reading, facts, hint=hint)
        seen.append(reading)
    return None


def _side(found: TableBreak, cell: CellId, table: Table) -> int:
    """The side of a break that a cell is on; 0 for one that the break does not concern."""
    is_concerned = cell.question == table.question and found.answer in (None, cell.answer)
    return table.side(found, cell.column) if is_concerned else 0


def _fault(found: TableBreak, first: Reading, second: Reading, facts: Facts, *, hint: str) -> Diagnostic:
    names = f"{name_of(first.cell.id, facts.survey)} and {name_of(second.cell.id, facts.survey)}"
    notes = (f"reason of the break: {found.reason.text(facts.language.code)}",) if found.reason else ()
    message = f"{names} stand on two sides of the break between {found.before} and {found.after}"
    return Diagnostic(StoryFault.ACROSS_BREAK, message, second.location, notes, hint)
