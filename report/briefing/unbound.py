"""Finds shares that were typed by hand into a text: the one kind of number that must never be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.markup import bare
from report.briefing.model.prose import name_of
from report.diagnostics import Diagnostic, SourceText

_FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_DIFFERENCE = "percentage points are the difference of two figures, as in {{ question.answer - question.other }}"
"""The hint where the words go on, as "Prozent" does in "Prozentpunkte"."""
MOST_SUGGESTIONS = 3
"""Cells of the same share that a hint names."""


def unbound_numbers(source: SourceText, facts: Facts) -> Iterator[Diagnostic]:
    """A fault for every number followed by a per cent sign, its words, or "of 100"."""
    text = bare(source, figure=_FIGURE)
    # A number is taken whole or not at all: trying its parts would take time with the square of its length.
    number = r"(?<!\d)(?<!\d[.,])(\d++(?:[.,]\d++)*+)"
    written = re.compile(rf"{number} ?(?:%|{facts.language.unbound_percent})", re.IGNORECASE)
    for found in written.finditer(text.text):
        start, end = text.offsets[found.start()], text.offsets[found.end() - 1] + 1
        message = f'"{found[0]}" is typed by hand and bound to no figure'
        is_compound = text.text[found.end() : found.end() + 1].isalpha()
        hint = _DIFFERENCE if is_compound else _hint(found[1], facts)
        yield Diagnostic(StoryFault.UNBOUND_NUMBER, message, source.at(start, end - start), hint=hint)


def _hint(number: str, facts: Facts) -> str:
    names = _names_of_share(number, facts)
    if not names:
        return "bind it to the data, as in {{ question.answer }}"
    written = " or ".join(f"{{{{ {name} }}}}" for name in names[:MOST_SUGGESTIONS])
    return f"bind it to the data: {written}"


def _names_of_share(number: str, facts: Facts) -> list[str]:
    """The figures that have just this share, those of the current wave first."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", number):
        return []
    percent = Decimal(number.replace(",", "."))
    tables = facts.tables.by_question.values()
    cells = [
        cell.id for table in tables for cell in table.cells.values() if cell.share and cell.share.percent == percent
    ]
    cells.sort(key=lambda cell: (cell.wave != facts.survey.wave, not cell.column.is_total))
    return [name_of(cell, facts.survey) for cell in cells]
