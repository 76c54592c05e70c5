"""A briefing in one language, composed: texts are prose with bound figures, claims are settled, notes are worded.

This is all that deck, summary and charts know of the story; where things stand and how they look is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from report.diagnostics import Location, SourceText
from report.language.model import Language
from report.language.numbers import NumberText
from report.survey.model import CellId, Survey
from report.tables.model import Cell, Tables
from report.text.model import Span, Style


@dataclass(frozen=True, slots=True)
class Literal:
    """Words of the author; strong ones stand bold."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, already worded, bound to the cells it was read or computed from."""

    text: str
    cells: tuple[CellId, ...]
    is_strong: bool = False
    location: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one paragraph as a sequence of runs; a literal may hold line breaks the author asked for."""

    runs: tuple[Literal | Figure, ...]
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The bare characters."""
        return "".join(run.text for run in self.runs)

    @property
    def cells(self) -> tuple[CellId, ...]:
        """The cells whose numbers stand in the text, in order, each once."""
        return tuple(dict.fromkeys(cell for run in self.runs if isinstance(run, Figure) for cell in run.cells))

    def spans(self, style: Style, strong: Style | None = None) -> tuple[Span, ...]:
        """The runs in a style, strong ones in `strong` (default: the same style in bold)."""
        bold = strong or style.bold()
        return tuple(
            Span(
                run.text,
                bold if run.is_strong else style,
                tuple(str(cell) for cell in run.cells) if isinstance(run, Figure) else (),
            )
            for run in self.runs
        )


Paragraphs: TypeAlias = tuple[Prose, ...]
"""A longer text, paragraph by paragraph."""


@dataclass(frozen=True, slots=True)
class BigFigure:
    """A number that stands alone at a large size, its per cent sign set smaller."""

    cell: Cell
    number: NumberText


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The footer that lets a slide stand alone: topic, wording and mode; base, source and date."""

    topic: str
    base: str

    @property
    def joined(self) -> str:
        """Both halves as one text, for the PDF."""
        return f"{self.topic} · {self.base}"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What a finding shows. `answers` and `waves` are the rows and columns, in the order of the file.

    emphasize: answers (or, over waves, the waves) that prove the headline; contrast: those it sets against them.
    title: the line above the exhibit.
    """

    question: str
    kind: str
    answers: tuple[str, ...]
    waves: tuple[str, ...]
    title: str
    emphasize: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words tied to marks of an exhibit: the answers (or waves) they explain, a bold lead-in and the text."""

    at: tuple[str, ...]
    lead: Prose
    text: Prose
    location: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover's lead figure and its caption; `subtitle` stands under the title."""

    figure: BigFigure
    caption: Prose
    subtitle: str


@dataclass(frozen=True, slots=True)
class Message:
    """A row of "at a glance": a figure and the sentence that continues it. `topic` is its kicker."""

    finding: str
    topic: str
    figure: BigFigure
    text: Prose
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement with its proof. `is_supported` is False only where the user let a failed claim pass.

    text: the paragraphs of the PDF; notes: what to say, for the speaker.
    """

    id: str
    topic: str
    headline: Prose
    exhibit: Exhibit
    annotations: tuple[Annotation, ...]
    text: Paragraphs
    notes: Paragraphs
    source: SourceNote
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said; only a literal quotation gets quotation marks. `exhibit` shows the figures it refers to.

    after: the finding it follows. attribution: role and how it is rendered ("..., sinngemäß wiedergegeben").
    """

    id: str
    after: str | None
    is_literal: bool
    speaker: str
    attribution: str
    text: Prose
    exhibit: Exhibit | None
    notes: Paragraphs
    source: SourceNote | None
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Advice with its evidence. because: the findings it rests on."""

    because: tuple[str, ...]
    text: Prose
    detail: Prose | None
    figure: BigFigure
    evidence: Prose


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The section of advice; labelled as opinion wherever it appears."""

    headline: Prose
    items: tuple[Recommendation, ...]
    notes: Paragraphs
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class MethodFact:
    """One thing known of the survey: "Befragte" and who they were."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Method:
    """What is known of the survey, what was not published, and what follows from that."""

    headline: str
    known: tuple[MethodFact, ...]
    unknown: tuple[str, ...]
    text: Paragraphs
    source: SourceNote


@dataclass(frozen=True, slots=True)
class Appendix:
    """The heading and source note of the tables that show every figure; the figures themselves are in the tables.

    source: signs, modes, base and sources; notes on single rows are worded by the documents that number them.
    """

    headline: str
    source: SourceNote


@dataclass(frozen=True, slots=True)
class Origins:
    """The words as their authors wrote them, from which the texts of the outputs are composed.

    A note, a label or a fact may be made of several of them and of fixed words, so it has no place of its own.
    """

    texts: tuple[SourceText, ...] = ()

    def place_of(self, text: str, near: Location | None = None) -> Location | None:
        """Where the longest of the texts within `text` was written: the part to shorten, if `text` is too long.

        near: decides between equal ones, and is the answer where `text` is made of many short ones.
        """
        composed = " ".join(text.split())
        found = [source for source in self.texts if _is_part(" ".join(source.text.split()), composed)]
        longest = max((len(source.text) for source in found), default=0)
        places = [source.at(0, longest) for source in found if len(source.text) == longest]
        if near and longest < len(text) * LEAST_PART:
            return near
        return min((place for place in places if place), key=lambda place: _distance(place, near), default=near)


SHORTEST_ORIGIN = 4
"""Characters; a shorter text may stand in another one by chance."""


LEAST_PART = 0.25
"""Of a composed text: what is shorter is not the one part that makes it too long."""


def _is_part(words: str, composed: str) -> bool:
    return len(words) >= SHORTEST_ORIGIN and words in composed


def _distance(place: Location, near: Location | None) -> tuple[bool, int]:
    """How far apart two places are, in lines; another file is farther than any line."""
    return (True, 0) if near is None or near.file != place.file else (False, abs(near.line - place.line))


@dataclass(frozen=True, slots=True)
class Glance:
    """The heading of "at a glance" and the note under it."""

    headline: Prose
    source: SourceNote
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole story in one language.

    name: the name of the briefing's folder, used in file names. dated: "Juni 2016". version: "Fassung 1.0", or None.
    publisher: who stands on the cover. running_foot: publisher and date for the pages' foot.
    topics and question labels are read from `survey` in `language`; numbers from `tables`. origins: of all its texts.
    """

    name: str
    language: Language
    survey: Survey
    tables: Tables
    title: Prose
    short_title: str
    publisher: str
    audience: str | None
    dated: str
    running_foot: str
    version: str | None
    is_draft: bool
    cover: Cover
    glance: Glance
    messages: tuple[Message, ...]
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...]
    recommendations: Recommendations | None
    method: Method
    appendix: Appendix
    is_title_supported: bool = True
    origins: Origins = field(default=Origins(), compare=False, repr=False)

    def sequence(self) -> tuple[Finding | Statement, ...]:
        """Findings with each statement behind the finding it follows (at the end where it names none)."""
        placed: list[Finding | Statement] = []
        for finding in self.findings:
            placed.append(finding)
            placed += [statement for statement in self.statements if statement.after == finding.id]
        return (*placed, *(statement for statement in self.statements if statement.after is None))

    @property
    def question_topics(self) -> Mapping[str, str]:
        """The topic of every question, by its id."""
        return {question.id: question.topic.text(self.language.code) for question in self.survey.questions}
