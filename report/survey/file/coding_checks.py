"""Whether the columns and codes that a survey names can be what its files of respondents have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.characters import comparable
from report.diagnostics import Diagnostic, Location, SourceText, near_miss, shortened
from report.respondents.model import Variable
from report.statistics.low_base import LowBase
from report.survey.file.codings import codes_of, form_of
from report.survey.file.data_files import DataFiles
from report.survey.file.faults import SurveyFault
from report.survey.file.filling import code_text
from report.survey.file.schema import QuestionFile, SegmentFile, SurveyFile
from report.survey.model import QuestionType
from report.survey.model.codes import as_number, as_range
from report.survey.model.respondents import BLANK, ColumnPerAnswer, Ratings, columns_of
from report.yaml_source import Fault

MOST_NAMED = 8
"""Values of a file that a message lists."""

MISSING = "missing"
"""What messages call the codes that stand under this key."""


def check_files(survey: SurveyFile, files: DataFiles) -> Iterator[Diagnostic]:
    """Every fault of what holds for all rows: files, waves, weights."""
    data = survey.data
    if data is None:
        return
    place = survey.place_of("data")
    if data.file is None and not data.files and data.knows("file", "files"):
        hint = "write file: with its name, or files: with one a wave"
        yield Diagnostic(Fault.MISSING_KEY, "the key `file` is missing in `data`", place, hint=hint)
    if data.file and data.files:
        message, hint = "`file` stands beside `files`", "write all of them under `files`, each behind its wave"
        yield Diagnostic(SurveyFault.NO_DATA, message, data.place_of("file"), hint=hint)
    if data.files and data.wave:
        message, hint = "`wave` stands beside `files`, each of which has one wave alone", "leave out one of the two"
        yield Diagnostic(SurveyFault.NO_DATA, message, data.place_of("wave"), hint=hint)
    for wave in data.files:
        yield from _wave(wave, data.place_of("files", wave), survey)
    for wave in data.wave.codes if data.wave else ():
        assert data.wave
        yield from _wave(wave, data.wave.place_of("codes", wave), survey)
    yield from _column(data.weight, files)
    yield from _column(data.wave.column if data.wave else None, files)
    yield from _low_base(survey)


def _low_base(survey: SurveyFile) -> Iterator[Diagnostic]:
    """A sign for numbers that would all be hidden; none at all (0) is the author's choice."""
    low = survey.low_base
    if low is None or low.flag is None:
        return
    hide, flag = low.hide.value if low.hide else LowBase().hide, low.flag.value
    if 0 < flag < hide:
        message = f"`flag` is {flag}, and numbers on fewer than {hide} are hidden (`hide`)"
        hint = f"write flag: {hide} or more, flag: 0 for no sign, or a smaller hide"
        yield Diagnostic(Fault.OUT_OF_RANGE, message, low.place_of("flag"), hint=hint)


def _wave(wave: str, place: Location, survey: SurveyFile) -> Iterator[Diagnostic]:
    if wave in survey.waves or survey.may_list("waves"):
        return
    known = ", ".join(survey.waves)
    notes = (f"it has the waves {known}" if known else "it lists none under `waves`",)
    message, near = f'"{wave}" is not a wave of the survey', near_miss(wave, survey.waves)
    yield Diagnostic(SurveyFault.UNKNOWN_WAVE, message, place, notes, near)


def check_segment_codes(segment: SegmentFile, files: DataFiles) -> Iterator[Diagnostic]:
    """Every fault of the column that a segmentation is told by."""
    if segment.column is None:
        if segment.knows("column"):
            message = f"the key `column` is missing in `{segment.named_at.line_text.split(':')[0].strip()}`"
            hint = "name the column that tells the group of a respondent"
            yield Diagnostic(Fault.MISSING_KEY, message, segment.named_at, hint=hint)
        return
    yield from _column(segment.column, files)
    codes = {name: column.code for name, column in segment.columns.items()}
    variable = files.variable(segment.column.text)
    for name, column in segment.columns.items():
        if not column.code and column.knows("code"):
            yield _no_code(name, column.named_at, variable)
    yield from _codes(codes, variable, segment.named_at)


def check_coding(
    question_id: str, question: QuestionFile, survey: SurveyFile, files: DataFiles
) -> Iterator[Diagnostic]:
    """Every fault of the columns and codes of a question."""
    yield from _filters(question_id, question, survey)
    of_answers = [answer for answer in question.answers.values() if answer.column]
    if not (of_answers or question.columns or question.column):
        yield from check_column(question_id, question, files)
        return
    yield from _forms(question)
    form = form_of(question, files)
    for column in columns_of(form):
        yield from _column(column, files)
    lacking = [name for name, answer in question.answers.items() if of_answers and not answer.column]
    for name in lacking:
        message = f'"{name}" has no column, and other answers of this question have one each'
        yield Diagnostic(SurveyFault.NO_COLUMN, message, question.place_of("answers", name), hint="add its `column`")
    variable = files.variable(columns_of(form)[0].text)
    for name, answer in question.answers.items():
        is_coded = answer.code or answer.others or isinstance(form, ColumnPerAnswer | Ratings) or answer.current
        if not is_coded and answer.knows("code", "label"):
            yield _no_code(name, question.place_of("answers", name), variable)
    missing = question.missing
    of_missing = (
        {MISSING: (*missing.not_asked, *missing.no_answer, *missing.dont_know, *missing.refused)} if missing else {}
    )
    # Of numbers with decimals no class could begin behind the end of another without a gap.
    may_touch = question.type is QuestionType.NUMERIC
    yield from _codes({**codes_of(form), **of_missing}, variable, question.named_at, may_touch=may_touch)


def check_column(question_id: str, question: QuestionFile, files: DataFiles) -> Iterator[Diagnostic]:
    """The fault of a question that stands in one column, of a file that has it not."""
    if question.column:
        yield from _column(question.column, files)
    elif question.knows("column", "columns", "answers"):
        message = f'the data file has no column "{question_id}", and the question names none'
        hint = near_miss(question_id, files.names) or "write column: with the name of its column"
        yield Diagnostic(SurveyFault.NO_COLUMN, message, question.named_at, hint=hint)


def _forms(question: QuestionFile) -> Iterator[Diagnostic]:
    """The fault of one answer a respondent in a form of several, and the other way round."""
    is_of_several = bool(question.columns or question.separator or any(a.column for a in question.answers.values()))
    if not question.knows("type"):
        return
    if is_of_several and question.type is not QuestionType.MULTIPLE:
        message = f"`type: {question.type.value}` allows one answer each, and these stand in a form for several"
        hint = "write `type: multiple`, or name the one column that has the codes of all answers"
        yield Diagnostic(SurveyFault.FORM_OF_ANSWERS, message, question.place_of("type"), hint=hint)
    if not is_of_several and question.type is QuestionType.MULTIPLE:
        message = "`type: multiple` allows several answers each, and one column has one code"
        hint = "say what stands between the answers in a cell (separator), or name a column for every answer"
        yield Diagnostic(SurveyFault.FORM_OF_ANSWERS, message, question.place_of("type"), hint=hint)


def _column(named: SourceText | None, files: DataFiles) -> Iterator[Diagnostic]:
    if named is None or not named.text or not files.files or files.variable(named.text):
        return
    near = near_miss(named.text, files.names)
    listed = ", ".join(files.names[:MOST_NAMED])
    notes = () if near else (f"its columns are {listed}{', ...' if len(files.names) > MOST_NAMED else ''}",)
    message = f'the data file has no column "{shortened(named.text)}"'
    yield Diagnostic(SurveyFault.NO_COLUMN, message, named.at(0, len(named.text)), notes, near)


def _no_code(name: str, place: Location, variable: Variable | None) -> Diagnostic:
    notes = (f'the values of "{variable.name}" are {_listed(variable)}',) if variable and variable.values else ()
    hint = "write code: with what a cell has, one value or several in square brackets"
    return Diagnostic(SurveyFault.NO_CODE, f'"{name}" has no code', place, notes, hint)


def _listed(variable: Variable) -> str:
    values = [f"{code_text(each.code)} ({each.label})" for each in variable.values]
    return f"{', '.join(values[:MOST_NAMED])}{', ...' if len(values) > MOST_NAMED else ''}"


def _codes(
    codes: Mapping[str, Sequence[SourceText]], variable: Variable | None, place: Location, *, may_touch: bool = False
) -> Iterator[Diagnostic]:
    """Codes that a column of numbers cannot have, and those of two answers.

    may_touch: whether the end of a range may have another answer too; it is that of the first one.
    """
    taken = _Taken(are_numbers=variable is not None and not variable.is_text, may_touch=may_touch)
    for name, own in codes.items():
        for code in own:
            at = code.at(0, len(code.text)) or place
            if variable and not variable.is_text and not _is_numeric(code.text, variable):
                message = f'"{shortened(code.text)}" is no number, and the column "{variable.name}" has numbers'
                notes = (f"its values are {_listed(variable)}",) if variable.values else ()
                yield Diagnostic(SurveyFault.NO_CODE, message, at, notes)
            ends = as_range(code.text)
            if ends and ends[0] > ends[1]:
                lower, upper = code.text.split("..")
                message = f'"{code.text.strip()}" is no range: its first number is above its last'
                hint = f"write {upper.strip()}..{lower.strip()}"
                yield Diagnostic(SurveyFault.NO_CODE, message, at, hint=hint)
            elif found := taken.taking(name, comparable(code.text)):
                yield Diagnostic(SurveyFault.SHARED_CODE, found, at, hint="give it to one of the two")


class _Taken:
    """The codes that have an answer, found by text and by number; ranges are held against all others.

    are_numbers: whether the column has numbers, where 1 and 1.0 are the same.
    """

    def __init__(self, *, are_numbers: bool, may_touch: bool) -> None:
        self._are_numbers, self._may_touch = are_numbers, may_touch
        self._owners: dict[str | float, tuple[str, str]] = {}
        self._ranges: list[tuple[tuple[float, float], tuple[str, str]]] = []

    def taking(self, name: str, code: str) -> str | None:
        """What is wrong where an answer takes a code."""
        other = next((own for own in self._alike(code) if own[0] != name and self._is_fault(name, code, own)), None)
        own, number, ends = (name, code), as_number(code), as_range(code)
        self._owners.setdefault(code, own)
        if ends:
            self._ranges.append((ends, own))
        elif number is not None:
            self._owners.setdefault(number, own)
        if other is None:
            return None
        if other[1] == code:
            return f'the code "{shortened(code)}" is that of "{other[0]}" already'
        if not (ends or as_range(other[1])):
            return f'the code "{shortened(code)}" is the same number as "{shortened(other[1])}" of "{other[0]}"'
        return f'the code "{shortened(code)}" overlaps "{shortened(other[1])}" of "{other[0]}"'

    def _alike(self, code: str) -> Iterator[tuple[str, str]]:
        """The answers with codes that are the same or overlap, each with that code."""
        if code in self._owners:
            yield self._owners[code]
        number, ends = as_number(code), as_range(code)
        if number is not None:
            if self._are_numbers and number in self._owners:
                yield self._owners[number]
            yield from (own for other, own in self._ranges if self._lies_in(number, other))
        elif ends:
            numbers = ((each, own) for each, own in self._owners.items() if isinstance(each, float))
            yield from (own for each, own in numbers if self._lies_in(each, ends))
            yield from (own for other, own in self._ranges if self._overlap(ends, other))

    def _lies_in(self, number: float, ends: tuple[float, float]) -> bool:
        return ends[0] < number < ends[1] or (number in ends and not self._may_touch)

    def _overlap(self, one: tuple[float, float], other: tuple[float, float]) -> bool:
        lower, upper = max(one[0], other[0]), min(one[1], other[1])
        return lower < upper or (lower == upper and not self._may_touch)

    @staticmethod
    def _is_fault(name: str, code: str, own: tuple[str, str]) -> bool:
        """Missing values are exceptions of ranges that they lie in: 999 of 65.. and up."""
        return code == own[1] or MISSING not in (name, own[0]) or not (as_range(code) or as_range(own[1]))


def _is_numeric(code: str, variable: Variable) -> bool:
    is_known = as_number(code) is not None or as_range(code) is not None or code == BLANK
    return is_known or any(each.code == code for each in variable.values) or code in variable.missing


def _filters(question_id: str, question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    for reference in question.filter:
        place = reference.at(0, len(reference.text))
        named, _, answer = reference.text.partition(".")
        if place is None:
            continue
        if named not in survey.questions:
            if not survey.may_list("questions") and named not in survey.written("questions"):
                hint = near_miss(named, survey.questions) or "write a question and one of its answers, such as work.yes"
                yield Diagnostic(SurveyFault.FILTER, f'"{named}" is not a question of the survey', place, hint=hint)
        elif answer not in survey.questions[named].answers:
            if not survey.questions[named].may_list("answers"):
                known = survey.questions[named].answers
                hint = (
                    near_miss(answer, known)
                    or f"write one of {', '.join(f'{named}.{each}' for each in list(known)[:MOST_NAMED])}"
                )
                yield Diagnostic(SurveyFault.FILTER, f'"{answer}" is not an answer of "{named}"', place, hint=hint)
        elif _leads_to(question_id, named, survey, {question_id}):
            message = f'who is asked "{question_id}" depends on "{named}", and the other way round'
            yield Diagnostic(SurveyFault.FILTER, message, place, hint="take out one of the two filters")


def _leads_to(question_id: str, named: str, survey: SurveyFile, seen: set[str]) -> bool:
    """Whether the filters of a question lead back to the first one."""
    if named == question_id:
        return True
    if named in seen or named not in survey.questions:
        return False
    further = (each.text.partition(".")[0] for each in survey.questions[named].filter)
    return any(_leads_to(question_id, each, survey, seen | {named}) for each in further)
