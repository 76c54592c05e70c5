"""Why the waves that a finding by rule compares are not comparable."""

from __future__ import annotations

from report.briefing.by_rule.draft import Draft
from report.briefing.fragments import verbatim
from report.diagnostics import SourceText
from report.language.embedding import unended
from report.language.model import Language
from report.survey.model import ColumnId
from report.tables.model import Cell, Table, TableBreak


def reasons_of_breaks(draft: Draft, language: Language) -> SourceText:
    """The reasons of all breaks between the cells of its headline, in the author's words: "list changed; by web"."""
    cells = draft.headlines[0].cells
    answers, columns = {None, *(cell.id.answer for cell in cells)}, [cell.id.column for cell in cells]
    between = [
        found
        for found in draft.table.breaks
        if found.answer in answers and {-1, 1} <= {draft.table.side(found, column) for column in columns}
    ]
    reasons = [part for found in between for part in (SourceText("; "), _reason(found, language))]
    return SourceText.joined(reasons[1:])


def is_broken(table: Table, cell: Cell, column: ColumnId) -> bool:
    """Whether a break of the question or of an answer lies between a wave and the current one."""
    breaks = [found for found in table.breaks if found.answer in (None, cell.id.answer)]
    return any(table.sides(found, [column, table.total]) for found in breaks)


def _reason(found: TableBreak, language: Language) -> SourceText:
    """The reason without the stop that ends the sentence around it."""
    if found.reason is None:
        return SourceText(language.words.answer_changed)
    return verbatim(unended(found.reason.source(language.code), language))
