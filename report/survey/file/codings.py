"""From the keys of a survey to how its answers stand in the columns of a file; faultless by then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from report.diagnostics import SourceText
from report.statistics.intervals import CONFIDENCE, IntervalMethod
from report.statistics.low_base import LowBase
from report.survey.file.building import published_of, survey_of
from report.survey.file.data_files import DataFiles
from report.survey.file.schema import QuestionFile, SurveyFile
from report.survey.model import QuestionType
from report.survey.model.respondents import (
    MOST,
    ColumnPerAnswer,
    Engine,
    Form,
    ListOfAnswers,
    Numbers,
    OneColumn,
    PercentOf,
    QuestionCoding,
    Ratings,
    Respondents,
    SegmentCoding,
    SeveralColumns,
    SurveyNumbers,
    WaveCoding,
)


def numbers_of(file: SurveyFile, files: DataFiles) -> SurveyNumbers:
    """The survey of a file with its percentages, or with the respondents that these are tabulated from."""
    return _respondents_of(file, files) if file.data else published_of(file)


def _respondents_of(file: SurveyFile, files: DataFiles) -> Respondents:
    """The survey that a file describes, with the files that its numbers are tabulated from."""
    assert file.data
    low = file.low_base
    default = LowBase()
    survey = survey_of(file)
    return Respondents(
        replace(survey, digest=" ".join((survey.digest, *(file.digest for file in files.files)))),
        files.files,
        {name: _coding(question, files) for name, question in file.questions.items()},
        {
            name: SegmentCoding(
                _spelled(segment.column, files), {group: column.code for group, column in segment.columns.items()}
            )
            for name, segment in file.segments.items()
            if segment.column
        },
        wave=WaveCoding(_spelled(file.data.wave.column, files), file.data.wave.codes) if file.data.wave else None,
        weight=_spelled(file.data.weight, files) if file.data.weight else None,
        low_base=LowBase(
            low.hide.value if low and low.hide else default.hide, low.flag.value if low and low.flag else default.flag
        ),
        confidence=file.confidence.value / 100 if file.confidence else CONFIDENCE,
        engine=file.data.engine or Engine.DUCKDB,
        interval=file.interval or IntervalMethod.WILSON,
    )


def _coding(question: QuestionFile, files: DataFiles) -> QuestionCoding:
    missing = question.missing
    filters = (each.text.partition(".") for each in question.filter)
    return QuestionCoding(
        form_of(question, files),
        question.percent_of or PercentOf.ANSWERED,
        not_asked=missing.not_asked if missing else (),
        no_answer=tuple(chain(missing.no_answer, missing.dont_know, missing.refused)) if missing else (),
        dont_know=missing.dont_know if missing else (),
        filter=tuple((named, answer) for named, _, answer in filters),
        location=question.named_at,
    )


def form_of(question: QuestionFile, files: DataFiles) -> Form:
    """The form in which the answers of a question stand."""
    codes = {name: answer.code for name, answer in question.answers.items()}
    others = next((name for name, answer in question.answers.items() if answer.others), None)
    of_answers = {name: answer.column for name, answer in question.answers.items() if answer.column}
    if of_answers:
        columns = {name: _spelled(column, files) for name, column in of_answers.items()}
        return ColumnPerAnswer(columns, question.selected, question.not_selected)
    if question.columns:
        return SeveralColumns(tuple(_spelled(column, files) for column in question.columns), codes, others)
    assert question.column
    column = _spelled(question.column, files)
    if question.separator:
        return ListOfAnswers(column, question.separator.text, codes, others)
    if question.type is QuestionType.NPS:
        return Ratings(column)
    if question.type is QuestionType.NUMERIC:
        lowest, highest = question.plausible or (-MOST, MOST)
        return Numbers(column, codes, others, max(lowest, -MOST), min(highest, MOST))
    return OneColumn(column, codes, others)


def _spelled(column: SourceText, files: DataFiles) -> SourceText:
    """The name of a column as its file spells it."""
    found = files.variable(column.text)
    return SourceText(found.name, column.starts) if found else column


def codes_of(form: Form) -> Mapping[str, tuple[SourceText, ...]]:
    """The codes of each answer, where answers have codes of their own."""
    return {} if isinstance(form, ColumnPerAnswer | Ratings) else form.codes
