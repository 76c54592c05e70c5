"""Makes the codes of a data file in as many queries as their questions need.

part0   wave, weight, s0, q0 ... q69     an engine holds what it compares of every code that a query looks for, for
part1   q70 ... q139                     2,048 rows at a time: about 120 KB a code and processor
codes   part0 beside part1               rows are in the order of the file in all of them
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import narwhals as nw

from report.diagnostics import DataPlace
from report.respondents.engine import literal
from report.respondents.faults import DataFault, refusal
from report.respondents.model import RawFrame
from report.survey.model.respondents import (
    ColumnPerAnswer,
    DataFile,
    Numbers,
    Ratings,
    Respondents,
    columns_of,
    columns_read,
)
from report.tables.respondents.coding import (
    CodedQuestion,
    after_filters,
    coded,
    coded_questions,
    compared,
    of_questions,
    of_rows,
)
from report.tables.respondents.preparing import prepared

MOST_CODES = 400
"""Codes and columns that one query looks for: about 100 MB on two processors."""
LEAST_CODES = 25
"""Where it is of no use any more to look for fewer."""


def make_codes(raw: RawFrame, table: str, file: DataFile, respondents: Respondents, *, folder: Path) -> None:
    """Make a table of the codes of a file, prepared, in as many queries as there is memory for.

    table: its name within a database that is attached. folder: a private one, for what is in the making. Raises
    SourceError where even a few questions at once are too many.
    """
    import duckdb

    most = MOST_CODES
    while most >= LEAST_CODES:
        try:
            _make(raw, table, file, respondents, list(_parts(coded_questions(respondents), most)), folder)
        except duckdb.OutOfMemoryException:
            most //= 2
        else:
            return
    message = f"the answers to {len(respondents.questions):,} questions take more memory than there is to compare them"
    hint = "ask fewer questions of the file, or name fewer codes an answer"
    raise refusal(DataFault.TOO_LARGE, message, DataPlace(file.named.text), hint=hint)


def _make(
    raw: RawFrame,
    table: str,
    file: DataFile,
    respondents: Respondents,
    parts: Sequence[Sequence[CodedQuestion]],
    folder: Path,
) -> None:
    if len(parts) < 2:
        whole = coded(compared(raw.frame, respondents), file, respondents)
        prepared(whole, respondents).to_native().create(table)
        return
    path, connection = folder / "parts.duckdb", raw.connection
    path.unlink(missing_ok=True)
    connection.execute(f"ATTACH {literal(str(path))} AS parts")
    try:
        for number, part in enumerate(parts):
            own = replace(respondents, questions={each.id: each.coding for each in part})
            names = columns_read(own, file)
            rows = compared(raw.frame.select(*names) if names else raw.frame, own)
            general = of_rows(rows, file, respondents) if number == 0 else []
            rows.select(*general, *of_questions(rows, part)).to_native().create(f"parts.part{number}")
        beside = " POSITIONAL JOIN ".join(f"parts.part{number}" for number in range(len(parts)))
        whole = nw.from_native(connection.sql(f"SELECT * FROM {beside}"))  # noqa: S608 - of ours
        filtered = after_filters(whole, coded_questions(respondents))
        prepared(filtered, respondents).to_native().create(table)
    finally:
        connection.execute("DETACH parts")


def _parts(questions: Sequence[CodedQuestion], most: int) -> Iterator[list[CodedQuestion]]:
    """The questions in groups that look for so many codes at most; one question is never divided."""
    part, n = list[CodedQuestion](), 0
    for question in questions:
        own = _n_codes(question)
        if part and n + own > most:
            yield part
            part, n = [], 0
        part.append(question)
        n += own
    yield part


def _n_codes(question: CodedQuestion) -> int:
    """How much a question looks for: the columns that it has, and in these the codes of its answers."""
    coding, form = question.coding, question.coding.form
    n_lacking, n_columns = len(coding.not_asked) + len(coding.no_answer), len(columns_of(form))
    if isinstance(form, ColumnPerAnswer):
        return n_columns * (1 + len(form.selected) + len(form.not_selected) + n_lacking)
    if isinstance(form, Ratings):
        return len(question.answers) + n_lacking
    n_codes = sum(1 for _ in chain.from_iterable(form.codes.values()))
    return n_columns * (1 + n_codes + n_lacking) + (1 if isinstance(form, Numbers) else 0)
