"""How many rows of a sheet of respondents have the names of its columns, and what else stands above the respondents.

Respondent ID   Which do you use?            Happy?        SurveyMonkey: the second row has the answers of a question
                Phone              Tablet    Response      with a column each, "Response" below one with a single column
StartDate       Q1                                         Qualtrics: the names, what they mean, and what its
Start Date      How satisfied are you?                     programming interface calls them
{"ImportId":"startDate"}  {"ImportId":"QID1"}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from report.respondents.sheets import Sheet
from report.survey.draft.vocabulary import RESPONSE, bare
from report.survey.model.codes import as_number

_IMPORT_ID = re.compile(r'\{\s*"ImportId"\s*:.*')
LEAST_BELOW = 5
"""Rows with numbers that make a word above them a heading."""
ROWS_LOOKED_AT = 50


def header_rows_of(sheet: Sheet) -> int:
    """How many rows have the names of the columns: two of SurveyMonkey, three of Qualtrics, else one."""
    rows = _rows(sheet)
    if len(rows) > 3 and any(rows[2]) and all(_IMPORT_ID.match(cell) for cell in rows[2] if cell):
        return 3
    return 2 if len(rows) > 2 and _is_of_answers(*rows[:3]) else 1


def doubts_about(sheet: Sheet) -> tuple[str, ...]:
    """What its author has to look at, where the first rows are no respondents and nothing tells how to read them."""
    rows = _rows(sheet)
    if header_rows_of(sheet) > 1 or len(rows) < 3:
        return ()
    n_filled = [sum(map(bool, row)) for row in rows[:3]]
    if n_filled[0] == 1 and min(n_filled[1:]) > 2:
        return (
            "TODO the first row seems to be a title: delete what stands above the names of the columns, draft anew",
        )
    columns = list(zip(*([*row, *[""] * (len(rows[0]) - len(row))][: len(rows[0])] for row in rows[1:]), strict=True))
    if 2 * sum(_is_heading(column) for column in columns) > max(1, len(columns)):
        return ("TODO the second row seems to be a heading too: with csv: {header_rows: 2} it is no respondent",)
    return ()


def _rows(sheet: Sheet) -> list[tuple[str, ...]]:
    return list(islice((row for row in sheet.rows if any(row)), ROWS_LOOKED_AT))


def _is_of_answers(names: Sequence[str], answers: Sequence[str], first: Sequence[str]) -> bool:
    """Whether a second row has the answers of questions, and nothing below the number of the respondent."""
    if answers[0] or not (names[0] and first[0]) or not any(answers):
        return False
    pairs = [(above, below) for above, below in zip(names, answers, strict=False) if below]
    return any(above and RESPONSE.fullmatch(bare(below)) for above, below in pairs) or (
        sum(not above for above, _ in pairs) > 1 and all(as_number(below) is None for _, below in pairs)
    )


def _is_heading(column: Sequence[str]) -> bool:
    """Whether a cell is a word, and all below it are numbers."""
    first, *rest = column
    numbers = [as_number(cell.replace(",", ".")) for cell in rest if cell]
    is_word = bool(first) and as_number(first.replace(",", ".")) is None
    return is_word and len(numbers) >= LEAST_BELOW and None not in numbers
