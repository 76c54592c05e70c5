"""The columns of a data file as small codes: of every question which of its answers a respondent gave.

    q0   the index of the answer, of one that was given alone
    q1   a bit an answer, of those that were given beside each other; of more than fit into a number in several columns
    x2   the number, of one that has numbers for answers; null of who gave none
    s0   the index of the group of a segmentation, or that a respondent is in none
    wave, weight

The codes of those who gave no answer are negative. An expression reads raw columns alone, but for filters, which read
the codes of other questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain
from typing import Any, TypeAlias

import narwhals as nw

from report.diagnostics import SourceText
from report.frozen import frozen
from report.statistics.balances import LEAST_PROMOTER, MOST_DETRACTOR, RATINGS
from report.survey.model import DETRACTORS, PASSIVES, PROMOTERS
from report.survey.model.respondents import (
    BLANK,
    ColumnPerAnswer,
    DataFile,
    ListOfAnswers,
    Numbers,
    OneColumn,
    QuestionCoding,
    Ratings,
    Respondents,
    SegmentCoding,
    SeveralColumns,
    WaveCoding,
    columns_of,
)
from report.tables.respondents.cells import CellsOfColumn, as_compared, cells_of
from report.tables.respondents.lists import ListedAnswers

NO_ANSWER, NOT_ASKED, UNKNOWN, DONT_KNOW = -1, -2, -3, -4
"""Codes of respondents who gave none of the answers, who were not asked, whose code nothing names, and who gave none
since they said that they did not know."""

MOST_BITS = 60
"""Answers that one number holds a bit each of."""

WEIGHT, WAVE = "weight", "wave"

Rows: TypeAlias = nw.LazyFrame[Any]
"""Rows that an engine holds."""

Choice: TypeAlias = tuple[nw.Expr | None, nw.Expr]
"""A condition and what holds where it does; a condition that is None never holds."""


@frozen
class CodedQuestion:
    """Where a question stands among the codes: its id, its answers in order, its columns.

    are_bits: whether a column has a bit an answer, `MOST_BITS` of them each. number: the column of numbers, if it has
    these for answers.
    """

    id: str
    answers: tuple[str, ...]
    columns: tuple[str, ...]
    are_bits: bool
    coding: QuestionCoding
    number: str | None = None

    @property
    def least_answer(self) -> int:
        """The least code of those who gave an answer: a bit, or the index of the first."""
        return 1 if self.are_bits else 0

    def bit(self, answer: str) -> tuple[str, int]:
        """The column that has the bit of an answer, and its value there."""
        part, place = divmod(self.answers.index(answer), MOST_BITS)
        return self.columns[part], 2**place

    def gave(self, answer: str) -> nw.Expr:
        """Whether a respondent gave an answer."""
        if not self.are_bits:
            return nw.col(self.columns[0]) == self.answers.index(answer)
        column, value = self.bit(answer)
        return (nw.col(column) > 0) & ((nw.col(column) // value) % 2 == 1)


def coded_questions(respondents: Respondents) -> tuple[CodedQuestion, ...]:
    """The questions of a survey that has respondents, and the columns that their codes get."""
    return tuple(
        _placed(index, question.id, [answer.id for answer in question.answers], respondents.questions[question.id])
        for index, question in enumerate(respondents.survey.questions)
    )


def _placed(index: int, question: str, answers: Sequence[str], coding: QuestionCoding) -> CodedQuestion:
    are_bits = not isinstance(coding.form, OneColumn | Numbers | Ratings)
    parts = range(-(-len(answers) // MOST_BITS)) if are_bits else range(1)
    number = f"x{index}" if isinstance(coding.form, Numbers | Ratings) else None
    names = tuple(f"q{index}_{part}" for part in parts)
    return CodedQuestion(question, tuple(answers), names, are_bits, coding, number)


def compared(raw: Rows, respondents: Respondents) -> Rows:
    """The raw columns, their texts as they are compared with the codes that the survey names."""
    schema = raw.collect_schema()
    named: dict[str, list[str]] = {}
    for coding in respondents.questions.values():
        for column in columns_of(coding.form):
            named.setdefault(column.text, []).extend(code.text for code in _all_codes(coding))
    banners: list[SegmentCoding | WaveCoding] = [*respondents.segments.values()]
    for each in (*banners, *([respondents.wave] if respondents.wave else [])):
        named.setdefault(each.column.text, []).extend(code.text for codes in each.codes.values() for code in codes)
    made = {
        name: as_compared(nw.col(name), codes)
        for name, codes in named.items()
        if name in schema and schema[name] == nw.String
    }
    columns = [expression.alias(name) for name, expression in made.items() if expression is not None]
    return raw.with_columns(*columns) if columns else raw


def _all_codes(coding: QuestionCoding) -> Iterator[SourceText]:
    """All codes that a question names."""
    match coding.form:
        case ColumnPerAnswer(selected=selected, not_selected=not_selected):
            yield from (*selected, *not_selected)
        case OneColumn(codes=codes) | SeveralColumns(codes=codes) | ListOfAnswers(codes=codes) | Numbers(codes=codes):
            yield from chain.from_iterable(codes.values())
    yield from (*coding.not_asked, *coding.no_answer)


def coded(raw: Rows, file: DataFile, respondents: Respondents) -> Rows:
    """The codes of the respondents of one file, by its columns as they are compared."""
    questions = coded_questions(respondents)
    return after_filters(raw.select(*of_rows(raw, file, respondents), *of_questions(raw, questions)), questions)


def of_rows(raw: Rows, file: DataFile, respondents: Respondents) -> list[nw.Expr]:
    """The columns of codes that say of a respondent the wave, the weight and the groups."""
    schema = raw.collect_schema()
    columns = [_wave(file, respondents, schema).alias(WAVE)]
    if respondents.weight:
        columns.append(cells_of(respondents.weight.text, schema).number.alias(WEIGHT))
    for index, segment in enumerate(respondents.survey.segments):
        coding = respondents.segments[segment.id]
        groups = [coding.codes[column.id] for column in segment.columns]
        columns.append(_index(cells_of(coding.column.text, schema), groups).cast(nw.Int16).alias(f"s{index}"))
    return columns


def of_questions(raw: Rows, questions: Iterable[CodedQuestion]) -> list[nw.Expr]:
    """The columns of codes of some questions, whoever was asked these."""
    schema = raw.collect_schema()
    return [column for question in questions for column in _codes(question, schema)]


def after_filters(frame: Rows, questions: Sequence[CodedQuestion]) -> Rows:
    """The codes of all questions, those of whoever was not asked one because of a filter set to that."""
    by_id = {each.id: each for each in questions}
    for ready in _after_their_filters(questions):
        frame = frame.with_columns(column for question in ready for column in _filtered(question, by_id))
    of_answers = [
        nw.when(nw.col(q.columns[0]) >= q.least_answer).then(nw.col(q.number)).alias(q.number)
        for q in questions
        if q.number
    ]
    return frame.with_columns(*of_answers) if of_answers else frame


def _wave(file: DataFile, respondents: Respondents, schema: nw.Schema) -> nw.Expr:
    """The index of the wave of a respondent."""
    waves = [wave.id for wave in respondents.survey.waves]
    if file.wave or respondents.wave is None:
        return nw.lit(waves.index(file.wave or respondents.survey.wave)).cast(nw.Int16)
    coding = respondents.wave
    codes = [coding.codes.get(wave, ()) for wave in waves]
    return _index(cells_of(coding.column.text, schema), codes, UNKNOWN).cast(nw.Int16)


# ------------------------------------------------------------------------------------------------------------ questions


def _codes(question: CodedQuestion, schema: nw.Schema) -> list[nw.Expr]:
    """The code columns of a question. A file without any of its columns is of a wave that was not asked it."""
    if not any(column.text in schema for column in columns_of(question.coding.form)):
        kind = nw.Int64 if question.are_bits else nw.Int16
        codes = [nw.lit(NOT_ASKED).cast(kind).alias(column) for column in question.columns]
        return [*codes, nw.lit(0.0).alias(question.number)] if question.number else codes
    match question.coding.form:
        case OneColumn() as form:
            cells = cells_of(form.column.text, schema)
            return [_one_answer(question, cells, _steps(cells, _codes_of(question, form)), form.others)]
        case Numbers() as form:
            cells = cells_of(form.column.text, schema)
            steps = [(~_is_plausible(cells, form), nw.lit(UNKNOWN)), *_steps(cells, _codes_of(question, form))]
            number = cells.number.cast(nw.Float64).alias(str(question.number))
            return [_one_answer(question, cells, steps, form.others), number]
        case Ratings() as form:
            cells = cells_of(form.column.text, schema)
            steps = [(_rated(cells, answer), nw.lit(question.answers.index(answer))) for answer in question.answers]
            rated = [(cells.rates(rating), nw.lit(float(rating))) for rating in RATINGS]
            return [_one_answer(question, cells, steps), _chosen(rated, nw.lit(0.0)).alias(str(question.number))]
        case ColumnPerAnswer() as form:
            return _bits(question, *_in_columns(question, form, schema), _is_unsure(question, schema))
        case SeveralColumns() as form:
            return _bits(question, *_in_any_column(question, form, schema), _is_unsure(question, schema))
        case ListOfAnswers() as form:
            return _bits(question, *_in_lists(question, form, schema), _is_unsure(question, schema))


def _codes_of(question: CodedQuestion, form: OneColumn | Numbers) -> list[Sequence[SourceText]]:
    return [form.codes.get(answer, ()) for answer in question.answers]


def _one_answer(
    question: CodedQuestion, cells: CellsOfColumn, steps: Iterable[Choice], others: str | None = None
) -> nw.Expr:
    """The column of a question with one answer each. others: the answer of who has what no step names."""
    other = question.answers.index(others) if others else UNKNOWN
    chosen = _chosen((*_without_answer(cells, question.coding), *steps), nw.lit(other))
    return chosen.cast(nw.Int16).alias(question.columns[0])


def _is_plausible(cells: CellsOfColumn, form: Numbers) -> nw.Expr:
    return ((cells.number >= form.lowest) & (cells.number <= form.highest)).fill_null(value=False)


RATED = {
    DETRACTORS: tuple(each for each in RATINGS if each <= MOST_DETRACTOR),
    PASSIVES: tuple(each for each in RATINGS if MOST_DETRACTOR < each < LEAST_PROMOTER),
    PROMOTERS: tuple(each for each in RATINGS if each >= LEAST_PROMOTER),
}
"""The ratings that each answer to a recommendation stands for."""


def _rated(cells: CellsOfColumn, answer: str) -> nw.Expr:
    return nw.any_horizontal(*(cells.rates(rating) for rating in RATED[answer]), ignore_nulls=False)


def _chosen(choices: Iterable[Choice], otherwise: nw.Expr) -> nw.Expr:
    """What holds where the first of the conditions does that holds at all."""
    possible = [(condition, value) for condition, value in choices if condition is not None]
    return reduce(lambda rest, choice: nw.when(choice[0]).then(choice[1]).otherwise(rest), possible[::-1], otherwise)


def _steps(cells: CellsOfColumn, codes: Sequence[Sequence[SourceText]]) -> list[Choice]:
    return [(cells.has(each), nw.lit(index)) for index, each in enumerate(codes)]


def _index(cells: CellsOfColumn, codes: Sequence[Sequence[SourceText]], otherwise: int = NO_ANSWER) -> nw.Expr:
    """The index of the codes that a cell has one of."""
    return _chosen(_steps(cells, codes), nw.lit(otherwise))


def _without_answer(cells: CellsOfColumn, coding: QuestionCoding) -> list[Choice]:
    """Those who were not asked, then those who gave no answer; a blank is one unless the author says another thing."""
    blank = SourceText(BLANK)
    return [
        (cells.has(coding.not_asked), nw.lit(NOT_ASKED)),
        (cells.has(coding.dont_know), nw.lit(DONT_KNOW)),
        (cells.has((*coding.no_answer, blank)), nw.lit(NO_ANSWER)),
    ]


def _is_unsure(question: CodedQuestion, schema: nw.Schema) -> nw.Expr | None:
    """Whether a cell says that a respondent does not know."""
    columns = [column.text for column in columns_of(question.coding.form) if column.text in schema]
    return _any(cells_of(column, schema).has(question.coding.dont_know) for column in columns)


def _bits(
    question: CodedQuestion,
    gave: Sequence[nw.Expr | None],
    was_not_asked: nw.Expr | None,
    is_unknown: nw.Expr | None,
    is_unsure: nw.Expr | None,
) -> list[nw.Expr]:
    """The columns of a question with a bit an answer. gave: whether each was given."""
    lacking: list[Choice] = [(was_not_asked, nw.lit(NOT_ASKED)), (is_unknown, nw.lit(UNKNOWN))]
    if is_unsure is not None and (any_of_them := _any(gave)) is not None:
        lacking.append((is_unsure & ~any_of_them, nw.lit(DONT_KNOW)))
    parts = (gave[start : start + MOST_BITS] for start in range(0, len(gave), MOST_BITS))
    return [
        _chosen(lacking, _pattern(hits)).cast(nw.Int64).alias(column)
        for column, hits in zip(question.columns, parts, strict=True)
    ]


def _pattern(hits: Sequence[nw.Expr | None]) -> nw.Expr:
    terms = [
        nw.when(hit).then(nw.lit(2**place)).otherwise(nw.lit(0)).cast(nw.Int64)
        for place, hit in enumerate(hits)
        if hit is not None
    ]
    return reduce(lambda left, right: left + right, terms, nw.lit(0).cast(nw.Int64))


def _any(hits: Iterable[nw.Expr | None]) -> nw.Expr | None:
    found = [hit for hit in hits if hit is not None]
    return nw.any_horizontal(*found, ignore_nulls=False) if found else None


def _all(hits: Iterable[nw.Expr | None]) -> nw.Expr | None:
    """Whether all hold; None as soon as one never does."""
    found = list(hits)
    known = [hit for hit in found if hit is not None]
    return nw.all_horizontal(*known, ignore_nulls=False) if known and len(known) == len(found) else None


_Found: TypeAlias = tuple[list[nw.Expr | None], nw.Expr | None, nw.Expr | None]
"""Whether each answer was given, whether a respondent was not asked, and whether a code is named by nothing."""


def _in_columns(question: CodedQuestion, form: ColumnPerAnswer, schema: nw.Schema) -> _Found:
    coding = question.coding
    by_answer = {answer: form.columns[answer].text for answer in question.answers if answer in form.columns}
    cells_by_answer = {answer: cells_of(column, schema) for answer, column in by_answer.items() if column in schema}
    columns = [*cells_by_answer.values()]
    lacking = (*coding.not_asked, *coding.no_answer)
    hits = [
        _selected(cells_by_answer[answer], form, lacking) if answer in cells_by_answer else None
        for answer in question.answers
    ]
    unknown = None
    if form.selected and form.not_selected:
        known = (*form.selected, *form.not_selected, *lacking, SourceText(BLANK))
        unknown = _any(_not(cells.has(known)) for cells in columns)
    return hits, _all(cells.has(coding.not_asked) for cells in columns), unknown


def _not(condition: nw.Expr | None) -> nw.Expr | None:
    return None if condition is None else ~condition


def _selected(cells: CellsOfColumn, form: ColumnPerAnswer, lacking: Sequence[SourceText]) -> nw.Expr | None:
    if form.selected:
        return cells.has(form.selected)
    return _not(cells.has((*form.not_selected, *lacking, SourceText(BLANK))))


def selected_texts(question: CodedQuestion, schema: nw.Schema) -> dict[str, nw.Expr]:
    """The text in the column of each answer where it was given, null elsewhere; of answers in columns of texts."""
    form, coding = question.coding.form, question.coding
    if not isinstance(form, ColumnPerAnswer):
        return {}
    found: dict[str, nw.Expr] = {}
    for answer, column in form.columns.items():
        cells = cells_of(column.text, schema) if column.text in schema else None
        gave = _selected(cells, form, (*coding.not_asked, *coding.no_answer)) if cells and cells.is_text else None
        if cells and gave is not None:
            found[answer] = nw.when(gave).then(cells.value)
    return found


def _in_any_column(question: CodedQuestion, form: SeveralColumns, schema: nw.Schema) -> _Found:
    coding = question.coding
    columns = [cells_of(column.text, schema) for column in form.columns if column.text in schema]
    codes = [form.codes.get(answer, ()) for answer in question.answers]
    hits = [_any(cells.has(each) for cells in columns) for each in codes]
    known = [code for each in codes for code in each]
    known += [*coding.not_asked, *coding.no_answer, SourceText(BLANK)]
    stranger = _any(_not(cells.has(known)) for cells in columns)
    return (*_with_others(question, hits, form.others, stranger, _all(c.has(coding.not_asked) for c in columns)),)


def _in_lists(question: CodedQuestion, form: ListOfAnswers, schema: nw.Schema) -> _Found:
    cells, coding = cells_of(form.column.text, schema), question.coding
    listed = ListedAnswers(cells, form, coding)
    hits = [listed.gave(answer) for answer in question.answers]
    return _with_others(question, hits, form.others, listed.left != "", cells.has(coding.not_asked))


def _with_others(
    question: CodedQuestion,
    hits: list[nw.Expr | None],
    others: str | None,
    stranger: nw.Expr | None,
    was_not_asked: nw.Expr | None,
) -> _Found:
    """What was found, with codes that nothing names taken as the answer that stands for them, if there is one."""
    if others is None:
        return hits, was_not_asked, stranger
    place = question.answers.index(others)
    hits[place] = _any((hits[place], stranger))
    return hits, was_not_asked, None


# ------------------------------------------------------------------------------------------------------------ strangers


def strange_values(question: CodedQuestion, schema: nw.Schema) -> list[nw.Expr]:
    """What stands in the columns of a question and is named by nothing, as a text; null where all is known."""
    form, coding = question.coding.form, question.coding
    if isinstance(form, ListOfAnswers):
        left = ListedAnswers(cells_of(form.column.text, schema), form, coding).left
        return [nw.when(left != "").then(left)]
    lacking = (*coding.not_asked, *coding.no_answer, SourceText(BLANK))
    if isinstance(form, Numbers | Ratings):
        own = cells_of(form.column.text, schema)
        is_lacking = own.has(lacking)
        assert is_lacking is not None, "a blank can be had by every column"
        return [nw.when(~(_known_number(own, form) | is_lacking)).then(own.value.cast(nw.String))]
    if isinstance(form, ColumnPerAnswer):
        known = (*form.selected, *form.not_selected, *lacking)
    else:
        known = (*chain.from_iterable(form.codes.values()), *lacking)
    cells = (cells_of(column.text, schema) for column in columns_of(form) if column.text in schema)
    return [
        nw.when(~is_known).then(each.value.cast(nw.String))
        for each in cells
        if (is_known := each.has(known)) is not None
    ]


def _known_number(cells: CellsOfColumn, form: Numbers | Ratings) -> nw.Expr:
    """Whether a cell has a rating, or a number that is plausible and of a class."""
    if isinstance(form, Ratings):
        return nw.any_horizontal(*(_rated(cells, answer) for answer in RATED), ignore_nulls=False)
    is_classed = cells.has(chain.from_iterable(form.codes.values()))
    is_plausible = _is_plausible(cells, form)
    return is_plausible if form.others or is_classed is None else is_plausible & is_classed


# -------------------------------------------------------------------------------------------------------------- filters


def _after_their_filters(questions: Sequence[CodedQuestion]) -> list[list[CodedQuestion]]:
    """The questions that have a filter, each behind those that its filter names; these lead back to none."""
    left = {question.id: question for question in questions if question.coding.filter}
    ordered: list[list[CodedQuestion]] = []
    while left:
        ready = [each for each in left.values() if not any(named in left for named, _ in each.coding.filter)]
        assert ready, "reading has refused filters in a circle"
        ordered.append(ready)
        for each in ready:
            del left[each.id]
    return ordered


def _filtered(question: CodedQuestion, by_id: Mapping[str, CodedQuestion]) -> Iterator[nw.Expr]:
    passes = _any(by_id[named].gave(answer) for named, answer in question.coding.filter)
    assert passes is not None
    kind = nw.Int64 if question.are_bits else nw.Int16
    for column in question.columns:
        yield nw.when(passes).then(nw.col(column)).otherwise(nw.lit(NOT_ASKED)).cast(kind).alias(column)
