"""Why nothing can be drafted from a file."""

from __future__ import annotations

from enum import StrEnum

from report.diagnostics import DataPlace, Diagnostic, SourceError, shortened


class DraftFault(StrEnum):
    """Ids of the diagnostics of this package."""

    NO_QUESTION = "no-question"
    NO_TABLE = "no-table"
    TABLE_CELL = "table-cell"


def no_question(display: str) -> SourceError:
    """The error of a file of respondents in which nothing can be told."""
    message = "no column of the file can be drafted as a question"
    note = "questions are columns with labelled values or few different ones; not dates, numbers, names or free text"
    hint = "write the survey.yaml by hand, as docs/respondents.md shows, or label the values in the file"
    return SourceError(
        [Diagnostic(DraftFault.NO_QUESTION, message, notes=(note,), hint=hint, in_data=DataPlace(display))]
    )


def no_percentage(cell: str, place: DataPlace) -> Diagnostic:
    """The fault of a cell of a published table that has something else."""
    message = f'"{shortened(cell)}" is no percentage from 0 to 100'
    hint = "write digits, as in 51 or 51.5 %, <1 for less than one, or leave the cell empty where nothing was published"
    return Diagnostic(DraftFault.TABLE_CELL, message, hint=hint, in_data=place)


def no_table(display: str) -> SourceError:
    """The error of a sheet that is said to be a published table and is none."""
    message = "the sheet has no table of percentages: a row of headings, below it answers with a number a column"
    hint = "begin with a row such as: Answer, 2024, 2026; below it one row for every answer"
    return SourceError([Diagnostic(DraftFault.NO_TABLE, message, hint=hint, in_data=DataPlace(display))])
