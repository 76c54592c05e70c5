"""Why nothing can be drafted from a file."""

from __future__ import annotations

from enum import StrEnum

from report.diagnostics import DataPlace, Diagnostic, SourceError


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
    return SourceError([Diagnostic(DraftFault.NO_QUESTION, message, notes=(note,), hint=hint, in_data=DataPlace(display))])
