"""Reads an expression that means the number of one cell: a big figure, and what it is compared with."""

from __future__ import annotations

from report.briefing.evaluation import Reading, evaluate
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.tables.model import Cell


@frozen
class OneCell:
    """The cell, None where the expression means none that was published; what was read, and what is wrong."""

    cell: Cell | None
    readings: tuple[Reading, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def one_cell(source: SourceText, facts: Facts) -> OneCell:
    """The published cell that an expression names alone."""
    found = evaluate(source, facts)
    if found.value is None or found.expression is None:
        return OneCell(None, found.readings, found.faults)
    cell = found.value.cells[0] if found.value.is_reading else None
    if cell is not None and cell.share is not None:
        return OneCell(cell, found.readings, found.faults)
    if cell is not None:
        message = "a big figure is a share, and this is a score"
        refusal = Refusal(StoryFault.NOT_ONE_CELL, message, hint="give it in the words, as in {{ recommend.nps }}")
        return OneCell(None, found.readings, (*found.faults, found.expression.fault(found.expression.whole, refusal)))
    refusal = Refusal(
        StoryFault.NOT_ONE_CELL, "a big figure is the number of one cell", hint="name it, as in goals.awareness"
    )
    fault = found.expression.fault(found.expression.whole, refusal)
    return OneCell(None, found.readings, (*found.faults, fault))
