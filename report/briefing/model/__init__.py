"""A briefing in one language, composed: texts are prose with bound figures, claims are settled.

This is all that charts and document know of the story; what else is said, where it stands and how it looks is theirs.
"""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from report.briefing.model.prose import Paragraphs, Prose
from report.diagnostics import Location
from report.formats.picture_kinds import PictureName
from report.frozen import frozen
from report.images.model import Image
from report.kinds import ChartForm, Shape
from report.language.model import Language
from report.language.numbers import NumberText
from report.survey.model import CellId, ColumnId, Survey
from report.tables.model import Cell, Tables


@frozen
class BigFigure:
    """A number that stands alone at a large size, its per cent sign set smaller.

    location: where the author named it; None for one that the program chose.
    """

    cell: Cell
    number: NumberText
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class ShownNet:
    """Answers that an exhibit takes together at an end of its rows; net: the survey's own, None where it has none."""

    answers: tuple[str, ...]
    net: str | None = None

    @property
    def id(self) -> str:
        """The net's id, or its answers added up."""
        return self.net or "+".join(self.answers)


@frozen
class Exhibit:
    """What a finding shows: a cell for each of its answers in each of its columns, for each of its questions.

    questions: one; of a battery all that are shown. A segment column that stands alone takes the place of the total:
    `group` is its id. proof: the cells that prove the headline; contrast: those it sets against them. marks: what
    annotations may point at, by name. spoken: answers (of a battery: questions) of which something is said, so that
    they stay where there is no room for all; said: cells whose numbers are given. reference: a column that every row is
    held against. nets: what stands at the ends of rows in which the answers lie across. compared: cells that stand
    beside the one large number. title: the line above the exhibit; title_alone: the same in a picture that stands by
    itself, where it differs. is_listed: its answers stand as the author listed them. above, below: cells of groups that
    lie there of all who are not in them, by a test. scores: what the title says of means or net promoter scores. form:
    what it is on its slide.
    """

    kind: str
    shape: Shape
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    columns: tuple[ColumnId, ...]
    title: Prose
    proof: tuple[CellId, ...] = ()
    contrast: tuple[CellId, ...] = ()
    marks: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    said: tuple[CellId, ...] = ()
    reference: ColumnId | None = None
    nets: tuple[ShownNet, ...] = ()
    compared: tuple[CellId, ...] = ()
    title_alone: Prose | None = None
    is_listed: bool = False
    above: tuple[CellId, ...] = ()
    below: tuple[CellId, ...] = ()
    scores: tuple[Prose, ...] = ()
    form: ChartForm = ChartForm.IMAGE
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def question(self) -> str:
        """The question, or the first one of a battery."""
        return self.questions[0]

    def has_place_for(self, cell: CellId) -> bool:
        """Whether a cell is one of those that are shown."""
        columns = (*self.columns, *([self.reference] if self.reference else []))
        if cell in self.compared or cell in self.title.cells:
            return True
        return cell.question in self.questions and cell.column in columns and cell.answer in self.answers

    @property
    def group(self) -> ColumnId | None:
        """The segment column that is shown alone; None for the total, waves, and several columns."""
        alone = self.columns[0] if len(self.columns) == 1 else None
        return None if alone is None or alone.is_total else alone


@frozen
class Annotation:
    """Words tied to marks of an exhibit: the answers (or waves) they explain, a bold lead-in and the text."""

    at: tuple[str, ...]
    lead: Prose
    text: Prose
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Cover:
    """The cover's lead figure and its caption; `subtitle` stands under the title."""

    figure: BigFigure
    caption: Prose
    subtitle: Prose


@frozen
class Message:
    """A row of "at a glance": a figure and the sentence that continues it. `topic` is its kicker.

    finding: the finding or statement it is taken from.
    """

    finding: str
    topic: Prose
    figure: BigFigure
    text: Prose
    is_supported: bool = True


@frozen
class Finding:
    """One statement with its proof. `is_supported` is False only where the user let a failed claim pass.

    text: the paragraphs of the PDF; notes: what to say, for the speaker. columns: those that are shown, and the totals
    of its question that headline and annotations speak of; columns_with_text: with those that the text speaks of.
    """

    id: str
    topic: Prose
    headline: Prose
    exhibit: Exhibit
    annotations: tuple[Annotation, ...]
    text: Paragraphs
    notes: Paragraphs
    columns: tuple[ColumnId, ...]
    columns_with_text: tuple[ColumnId, ...]
    is_supported: bool = True


@frozen
class Statement:
    """What somebody said; only a literal quotation gets quotation marks. `exhibit` shows the figures it refers to.

    after: the finding it follows.
    """

    id: str
    after: str | None
    is_literal: bool
    speaker: Prose
    role: Prose
    text: Prose
    exhibit: Exhibit | None
    notes: Paragraphs
    is_supported: bool = True


@frozen
class Recommendation:
    """A recommendation with its evidence. because: the findings it rests on."""

    because: tuple[str, ...]
    text: Prose
    detail: Prose | None
    figure: BigFigure
    evidence: Prose


@frozen
class Recommendations:
    """The section of recommendations; labelled as opinion wherever it appears."""

    headline: Prose
    items: tuple[Recommendation, ...]
    notes: Paragraphs
    is_supported: bool = True


@frozen
class Chapter:
    """Findings that belong together, by their ids, the leading one first; `text` is a sentence on them."""

    title: Prose
    text: Prose | None
    findings: tuple[str, ...]
    is_supported: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Picture:
    """A picture of the author's, the words that stand for it, and whose it is."""

    image: Image
    alternative: Prose
    credit: Prose | None


@frozen
class FreeSlide:
    """A slide of the author's own; `number` counts them in the order of the file.

    after: the finding or statement it follows. topic: its kicker, if it has one.
    """

    number: int
    after: str | None
    topic: Prose | None
    headline: Prose
    text: Paragraphs
    picture: Picture | None
    notes: Paragraphs
    is_supported: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class Contact:
    """Who answers questions."""

    name: Prose
    role: Prose | None
    mail: Prose | None
    phone: Prose | None


@frozen
class Glance:
    """The heading of "at a glance"."""

    headline: Prose
    is_supported: bool = True


@frozen
class Briefing:
    """The whole story in one language.

    name: the name of the briefing's folder, used in file names. method: what follows from what is not known.
    pictures: the formats in which findings become pictures. is_by_rule: no author chose and worded what is told.
    topics and question labels are read from `survey` in `language`; numbers from `tables`.
    """

    name: str
    language: Language
    survey: Survey
    tables: Tables
    title: Prose
    audience: Prose | None
    version: Prose | None
    is_draft: bool
    cover: Cover
    glance: Glance
    messages: tuple[Message, ...]
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...]
    recommendations: Recommendations | None
    method: Paragraphs
    is_title_supported: bool = True
    chapters: tuple[Chapter, ...] = ()
    slides: tuple[FreeSlide, ...] = ()
    contact: Contact | None = None
    pictures: tuple[PictureName, ...] = (PictureName.LANDSCAPE,)
    is_by_rule: bool = False

    def sequence(self) -> tuple[Finding | Statement, ...]:
        """Findings with each statement behind the finding it follows (at the end where it names none)."""
        placed: list[Finding | Statement] = []
        for finding in self.findings:
            placed.append(finding)
            placed += [statement for statement in self.statements if statement.after == finding.id]
        return (*placed, *(statement for statement in self.statements if statement.after is None))

    def parts(self) -> tuple[BriefingPart, ...]:
        """The same, each chapter before its leading finding, and each free slide behind what it follows."""
        chapters = {chapter.findings[0]: chapter for chapter in self.chapters}
        placed: list[BriefingPart] = []
        for part in self.sequence():
            placed += [chapters[part.id]] if part.id in chapters else []
            placed += [part, *(slide for slide in self.slides if slide.after == part.id)]
        return (*placed, *(slide for slide in self.slides if slide.after is None))


BriefingPart: TypeAlias = Chapter | Finding | Statement | FreeSlide
