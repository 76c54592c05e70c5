"""What a drafted survey consists of: the keys of survey.yaml as plain values, with the comments that stand at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.survey.model import AnswerRole, QuestionType


@frozen
class DraftedAnswer:
    """An answer, or a group of a segmentation. comment: stands behind it.

    codes, column, is_others: of respondents. not_asked: earlier waves that did not offer it. percent: as published;
    None where it was not. n: of a group; own_n: how many an answer stands on, by column, where these are not all.
    """

    id: str
    label: str
    short: str | None = None
    role: AnswerRole = AnswerRole.REGULAR
    codes: tuple[str, ...] = ()
    column: str | None = None
    is_others: bool = False
    percent: str | None = None
    is_of_earlier: bool = False
    not_asked: tuple[str, ...] = ()
    n: int | None = None
    own_n: Mapping[str, int] = field(default_factory=dict)
    comment: str | None = None


Figures = Mapping[str, str]
"""Percentages by answer, as they are written."""


@frozen
class DraftedQuestion:
    """A question with its answers; `scale` names the one that it shares them with others by.

    comments: stand above it. missing: codes by what they mean. filter: answers of whoever was asked.
    rest, n, earlier, segments: of published percentages.
    """

    id: str
    type: QuestionType
    topic: str
    label: str
    answers: tuple[DraftedAnswer, ...]
    scale: str | None = None
    short: str | None = None
    comments: tuple[str, ...] = ()
    column: str | None = None
    columns: tuple[str, ...] = ()
    separator: str | None = None
    selected: tuple[str, ...] = ()
    not_selected: tuple[str, ...] = ()
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filter: tuple[str, ...] = ()
    base: str | None = None
    is_of_asked: bool = False
    keeps_order: bool = False
    is_inferred: bool = False
    has_rest: bool = False
    n: Mapping[str, int] = field(default_factory=dict)
    earlier: Mapping[str, Figures] = field(default_factory=dict)
    segments: Mapping[str, Mapping[str, Figures]] = field(default_factory=dict)


@frozen
class DraftedSegment:
    """A segmentation: its groups, and of respondents the column that tells them."""

    id: str
    label: str
    groups: tuple[DraftedAnswer, ...]
    column: str | None = None
    comments: tuple[str, ...] = ()


@frozen
class DraftedWave:
    """A wave: its date as survey.yaml has it; of respondents the codes that tell it."""

    id: str
    date: str
    codes: tuple[str, ...] = ()
    n: int | None = None


@frozen
class DraftedData:
    """Where respondents stand: the file, and what holds for all of its rows.

    hides_small: whether small bases are hidden as they are by default; a file of a few rows would show nothing.
    """

    file: str
    n_rows: int
    sheet: str | None = None
    header_rows: int = 1
    weight: str | None = None
    wave_column: str | None = None
    hides_small: bool = True


@frozen
class UnusedWeight:
    """A column that is called a weight and not used as one: what speaks against it, and how to go on."""

    column: str
    what: str
    mend: str


@frozen
class DraftedSurvey:
    """The whole of a survey.yaml. data: None where percentages were published. left_out: columns and why.

    unused_weight: of respondents who are not weighted, though a column is called a weight.
    """

    language: str
    title: str
    publisher: str
    published: str
    population: str
    unit: str
    source: str
    questions: tuple[DraftedQuestion, ...]
    data: DraftedData | None = None
    n: int | None = None
    waves: tuple[DraftedWave, ...] = ()
    segments: tuple[DraftedSegment, ...] = ()
    scales: Mapping[str, tuple[DraftedAnswer, ...]] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    unused_weight: UnusedWeight | None = None
    warnings: tuple[Diagnostic, ...] = ()
