"""Why nothing can be drafted from a file."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from report.diagnostics import DataPlace, Diagnostic, Severity, SourceError, shortened
from report.survey.draft.model import DraftedSurvey, UnusedWeight


class DraftFault(StrEnum):
    """Ids of the diagnostics of this package."""

    NO_QUESTION = "no-question"
    NO_TABLE = "no-table"
    TABLE_CELL = "table-cell"
    UNUSED_WEIGHT = "unused-weight"
    SMALL_GROUP = "small-group"


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


def small_group(column: str, label: str, n: int, display: str) -> Diagnostic:
    """The warning that a suggested segmentation has a group of a few, which hides another one."""
    people = "1 respondent" if n == 1 else f"{n} respondents"
    message = f'the group "{shortened(label)}" has {people}, too few to be shown: another one is hidden with it'
    note = "of two groups that make up the total either would tell the other"
    hint = "in survey.yaml, count it with another group, as in code: [1, 3]; or take the group out"
    place = DataPlace(display, variable=column)
    return Diagnostic(
        DraftFault.SMALL_GROUP, message, notes=(note,), hint=hint, severity=Severity.WARNING, in_data=place
    )


def not_weighted(
    survey: DraftedSurvey, weight: UnusedWeight, first: tuple[int, str] | None, display: str
) -> DraftedSurvey:
    """The survey with a comment above all and a warning that it is not weighted, though a column is called a weight.

    first: the first row that speaks against it, as a spreadsheet counts, and what stands in its cell.
    """
    row, cell = first or (None, "")
    said = f'"{shortened(cell)}"' if cell else "nothing"
    what = f"{weight.what}; row {row:,} has {said}" if row else weight.what
    place = DataPlace(display, row, weight.column)
    message = f"the column looks like a weight, and nothing is weighted by it: {what}"
    warning = Diagnostic(DraftFault.UNUSED_WEIGHT, message, hint=weight.mend, severity=Severity.WARNING, in_data=place)
    comment = (
        f'TODO nothing is weighted: "{weight.column}" looks like a weight, but {what}. {weight.mend.capitalize()}.'
    )
    return replace(survey, comments=(comment, *survey.comments), warnings=(*survey.warnings, warning))
