"""How the answers of a survey stand in a data file with one respondent a row: the codes of its columns.

    type     q4       q5_1  q5_2  q7              weight
    single   1                                    1.2         a column, a code an answer
    multiple          1     0                     0.7         a column an answer, or
    multiple                      Print;Radio     0.9         a column whose cells list the answers

Codes are texts, as the author writes them; what they are among numbers is found out where the column is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.respondents.model import Codebook
from report.statistics.intervals import CONFIDENCE, IntervalMethod
from report.statistics.low_base import LowBase
from report.survey.model import Published, Survey

MOST = 1e12
"""Beyond this no number is one that somebody gave: it is a missing value that nobody declared."""

BLANK = "blank"
"""The code of a cell that has no value."""


class Engine(Enum):
    """What counts: DuckDB on this machine, or Spark, for what one machine cannot hold. The tables are the same."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class PercentOf(Enum):
    """Who a question's percentages are of: all who were asked, or those of them who gave one of its answers."""

    ASKED = "asked"
    ANSWERED = "answered"


@frozen
class OneColumn:
    """One answer a respondent, told by the code in one column.

    codes: of each answer. others: the answer that every code stands for which nothing else names, if there is one.
    """

    column: SourceText
    codes: Mapping[str, tuple[SourceText, ...]]
    others: str | None = None


@frozen
class SeveralColumns:
    """Any number of answers, the codes of which stand in any of several columns: first mention, second mention ..."""

    columns: tuple[SourceText, ...]
    codes: Mapping[str, tuple[SourceText, ...]]
    others: str | None = None


@frozen
class ColumnPerAnswer:
    """Any number of answers, each told by a column of its own.

    An answer was given where its column has one of the codes `selected`, or one that is not among `not_selected`;
    where neither is said, wherever the column has any value.
    """

    columns: Mapping[str, SourceText]
    selected: tuple[SourceText, ...] = ()
    not_selected: tuple[SourceText, ...] = ()


@frozen
class ListOfAnswers:
    """Any number of answers, listed in the cells of one column with a separator between them."""

    column: SourceText
    separator: str
    codes: Mapping[str, tuple[SourceText, ...]]
    others: str | None = None


@frozen
class Numbers:
    """One number a respondent, in one column; its answers are classes of numbers, the first that has it counts.

    lowest, highest: what is plausible, both ends included; beyond them a number is a slip, and no answer.
    """

    column: SourceText
    codes: Mapping[str, tuple[SourceText, ...]]
    others: str | None = None
    lowest: float = -MOST
    highest: float = MOST


@frozen
class Ratings:
    """One rating from 0 to 10 a respondent, in one column: a number, or a text that begins with it ("0 = never")."""

    column: SourceText


Form: TypeAlias = OneColumn | SeveralColumns | ColumnPerAnswer | ListOfAnswers | Numbers | Ratings


def columns_of(form: Form) -> tuple[SourceText, ...]:
    """The columns that a question stands in."""
    match form:
        case ColumnPerAnswer(columns=columns):
            return tuple(columns.values())
        case SeveralColumns(columns=several):
            return several
    return (form.column,)


@frozen
class QuestionCoding:
    """How the answers of a question stand in the file.

    not_asked: codes of respondents whom it was not put to. no_answer: codes of those who were asked and gave none of
    its answers; so do blanks, unless they are among `not_asked`. dont_know: the codes among these of who did not know.
    filter: answers to other questions, one of which a respondent has to have given to be asked; without any, all were.
    """

    form: Form
    percent_of: PercentOf = PercentOf.ANSWERED
    not_asked: tuple[SourceText, ...] = ()
    no_answer: tuple[SourceText, ...] = ()
    dont_know: tuple[SourceText, ...] = ()
    filter: tuple[tuple[str, str], ...] = ()
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class SegmentCoding:
    """The column that divides respondents into the groups of a segmentation, and the codes of each group."""

    column: SourceText
    codes: Mapping[str, tuple[SourceText, ...]]


@frozen
class WaveCoding:
    """The column that tells the wave of a respondent, and the codes of each wave."""

    column: SourceText
    codes: Mapping[str, tuple[SourceText, ...]]


@frozen
class DataFile:
    """A file of respondents and what it says of itself; `wave`: whose respondents it has, if of one wave alone.

    digest: SHA-256 of its content.
    """

    path: Path
    named: SourceText
    wave: str | None = None
    codebook: Codebook = Codebook(())
    digest: str = ""


@frozen
class Respondents:
    """A survey whose numbers are tabulated from data files.

    wave: None where a file has respondents of one wave alone. weight: the column of weights; None where all count
    alike. confidence: the level of intervals and tests, a share. interval: how those of shares are computed.
    """

    survey: Survey
    files: tuple[DataFile, ...]
    questions: Mapping[str, QuestionCoding]
    segments: Mapping[str, SegmentCoding] = field(default_factory=dict)
    wave: WaveCoding | None = None
    weight: SourceText | None = None
    low_base: LowBase = LowBase()
    confidence: float = CONFIDENCE
    engine: Engine = Engine.DUCKDB
    interval: IntervalMethod = IntervalMethod.WILSON


def columns_read(respondents: Respondents, file: DataFile) -> tuple[str, ...]:
    """The columns of a file that the survey is made of, each once, as far as the file has them."""
    named = [column for coding in respondents.questions.values() for column in columns_of(coding.form)]
    named += [segment.column for segment in respondents.segments.values()]
    named += [respondents.wave.column] if respondents.wave and not file.wave else []
    named += [respondents.weight] if respondents.weight else []
    known = set(file.codebook.names)
    return tuple(dict.fromkeys(column.text for column in named if column.text in known))


SurveyNumbers: TypeAlias = Published | Respondents
"""A survey with what its numbers come from."""
