"""Tables with a percentage a row: question, answer, year and share each in a column of its own.

column   response   year   total_count   proportion
q7       Very       2017   4309          0.1787
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from report.diagnostics import DataPlace, Diagnostic
from report.frozen import frozen
from report.respondents.sheets import Sheet
from report.survey.draft.faults import no_percentage
from report.survey.draft.figures import Figure, are_fractions, count_in, figure_in, is_unpublished, percent_of
from report.survey.draft.stems import shared_beginning
from report.survey.draft.table import Table, TableAnswer, TableColumn, TableQuestion
from report.survey.draft.vocabulary import plain

_ROLES: Mapping[str, str] = {
    "percent": r"(percent|percentage|prozent|prozente|pct|share|anteil|proportion)( .*)?|% ?.*",
    "answer": r"(responses?|answers?|choice|antwort(en)?|option|category|kategorie|value label|auspr(ä|ae)gung)"
    r"( text| label)?",
    "text": r"text|question text|fragetext|wording|question label|fragelabel",
    "question": r"column|question|questions|frage|item|variable|q|question id|fragenummer|frage nr",
    "wave": r"year|jahr|wave|welle|date|datum|erhebung",
    "n": r"total count|n|base|basis|total|total n|sample size|denominator|fallzahl|unweighted base|ungewichtete basis",
    "group": r"segment|group|gruppe|subgroup|breakdown|banner|demographic",
    "type": r"type|typ|question type|fragetyp",
}
_MULTIPLE = re.compile(r"\b(multi|multiple|mehrfach\w*|select all.*|all that apply)\b", re.IGNORECASE)
LEAST_NUMBERS = 0.9
TOTAL = TableColumn("Total")


@frozen
class _Row:
    number: int
    question: str
    text: str
    answer: str
    column: TableColumn
    n: int | None
    figure: Figure | None
    is_multiple: bool
    is_said: bool


def long_table(sheet: Sheet, display: str) -> Table | tuple[Diagnostic, ...] | None:
    """The table of a sheet, or its faults; None for a sheet of another form."""
    start = next((index for index, row in enumerate(sheet.rows) if any(row)), None)
    if start is None or not sheet.is_whole:
        return None
    places = _places(sheet.rows[start])
    body = [(index + 1, row) for index, row in enumerate(sheet.rows) if index > start and any(row)]
    if "percent" not in places or "answer" not in places or not body:
        return None
    cells = [_cell(row, places["percent"]) for _, row in body]
    if sum(figure_in(cell) is not None for cell in cells) < LEAST_NUMBERS * len(cells):
        return None
    faults = tuple(_faults(body, places["percent"], display, sheet.rows[start]))
    return faults or _table(body, _with_words(body, places, sheet.rows[start]))


def _places(header: Sequence[str]) -> dict[str, int]:
    """Which column has what, by its name; of several the first."""
    found: dict[str, int] = {}
    for index, name in enumerate(header):
        role = next((role for role, words in _ROLES.items() if re.fullmatch(words, plain(name))), None)
        if role and role not in found:
            found[role] = index
    return found


def _with_words(
    body: Sequence[tuple[int, Sequence[str]]], places: Mapping[str, int], header: Sequence[str]
) -> Mapping[str, int]:
    """The places, with the column of answers that has their words, where the one called so has a mark alone."""
    if len({_cell(row, places["answer"]) for _, row in body}) > 1:
        return places
    free = [index for index in range(len(header)) if index not in places.values()]
    of_words = [
        i for i in free if len({_cell(row, i) for _, row in body}) > 1 and figure_in(_cell(body[0][1], i)) is None
    ]
    return {**places, "answer": of_words[0]} if of_words else places


def _faults(
    body: Sequence[tuple[int, Sequence[str]]], place: int, display: str, header: Sequence[str]
) -> Iterator[Diagnostic]:
    figures = {number: figure_in(_cell(row, place)) for number, row in body}
    for number, row in body:
        cell, figure = _cell(row, place), figures[number]
        if (figure is None and not is_unpublished(cell)) or (figure is not None and figure.number > 100):
            yield no_percentage(cell, DataPlace(display, number, header[place]))


def _table(body: Sequence[tuple[int, Sequence[str]]], places: Mapping[str, int]) -> Table:
    rows = [_row(number, row, places) for number, row in body]
    rows = _of_one_question(rows)
    is_fraction = are_fractions(row.figure for row in rows if row.figure)
    columns = tuple(dict.fromkeys(row.column for row in rows))
    by_question: dict[str, list[_Row]] = {}
    for row in rows:
        by_question.setdefault(row.question, []).append(row)
    return Table(tuple(_question(each, is_fraction=is_fraction) for each in by_question.values()), columns)


def _row(number: int, row: Sequence[str], places: Mapping[str, int]) -> _Row:
    def said(role: str) -> str:
        return _cell(row, places[role]) if role in places else ""

    wave, group = said("wave"), said("group")
    column = TableColumn(group) if group else TableColumn(wave) if wave else TOTAL
    is_multiple = bool(_MULTIPLE.search(said("type")))
    return _Row(
        number,
        said("question") or said("text"),
        said("text"),
        said("answer"),
        column,
        count_in(said("n")),
        figure_in(said("percent")),
        is_multiple,
        is_multiple,
    )


def _of_one_question(rows: Sequence[_Row]) -> list[_Row]:
    """The rows as of one question, where every answer has a name of its own that begins as those of the others do."""
    by_name: dict[str, set[str]] = {}
    for row in rows:
        by_name.setdefault(row.question, set()).add(row.answer)
    common = shared_beginning([*by_name])
    end = max(common.rfind(mark) for mark in "._-:")
    if len(by_name) < 2 or end < 1 or any(len(answers) > 1 for answers in by_name.values()):
        return list(rows)
    name = common[:end]
    return [replace(row, question=name, answer=row.answer or row.question, is_multiple=True) for row in rows]


def _question(rows: Sequence[_Row], *, is_fraction: bool) -> TableQuestion:
    answers: dict[str, dict[TableColumn, str]] = {}
    counts: dict[TableColumn, Counter[int]] = {}
    for row in rows:
        percent = percent_of(row.figure, is_fraction=is_fraction) if row.figure else None
        own = answers.setdefault(row.answer, {})
        if percent is not None:
            own.setdefault(row.column, percent)
        if row.n:
            counts.setdefault(row.column, Counter())[row.n] += 1
    n = {column: max(found, key=lambda each: (found[each], each)) for column, found in counts.items()}
    comments = [
        f"row {row.number} has the base {row.n} where others of {row.column.label} have {n[row.column]}"
        for row in rows
        if row.n and row.n != n[row.column]
    ]
    label = next((row.text for row in reversed(rows) if row.text), rows[0].question)
    own_n: dict[str, dict[TableColumn, int]] = {}
    for row in rows:
        if row.n and row.n != n[row.column]:
            own_n.setdefault(row.answer, {}).setdefault(row.column, row.n)
    found = tuple(
        TableAnswer(answer, percents, own_n.get(answer, {})) for answer, percents in answers.items() if answer
    )
    is_multiple, is_said = (any(each) for each in zip(*((row.is_multiple, row.is_said) for row in rows), strict=True))
    return TableQuestion(label, found, n, is_multiple=is_multiple, is_said=is_said, comments=tuple(comments))


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""
