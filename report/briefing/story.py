"""The story as the author wrote it: all languages, texts with their `{{ }}` unread, claims as source text.

Between reading (`file`) and composing (`compose`); nothing in here has been held against the data yet. Of a file with
faults a text, a claim or a name that could not be read stands in no file: it is empty or lacks a language. A part that
`is_whole` is False of has such a fault somewhere: it is read word for word, and nothing is concluded from it.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from report.diagnostics import Location, SourceText
from report.formats.picture_kinds import PictureName
from report.frozen import frozen
from report.images.model import Image
from report.kinds import ChartForm
from report.survey.model import Survey, Translated


@frozen
class Claim:
    """A text and the condition under which it is true (None where none is required or given)."""

    text: Translated
    holds: SourceText | None = None


@frozen
class CoverStory:
    """The lead figure (an expression that names one cell), its caption with the claim of it, and a subtitle."""

    figure: SourceText
    caption: Claim
    subtitle: Translated | None = None


@frozen
class MessageStory:
    """A row of "at a glance"; `finding` names the finding or statement it is taken from."""

    finding: SourceText
    figure: SourceText
    claim: Claim
    is_whole: bool = True


@frozen
class ExhibitStory:
    """What to show; a field left out is None or empty and decided by composing.

    questions: those it names itself. column: one segment column in place of the total. by: segmentations, of which it
    shows `columns` (default: all). waves: which (default: all). figure: the one number that is shown large. references:
    the column that every row is held against; of one number those beside it.
    answers: which, in this order (default: all). emphasize, contrast: names of what stands out, or a rule.
    form: what it is on its slide (default: what the story says of its charts).
    """

    kind: SourceText | None = None
    questions: tuple[SourceText, ...] = ()
    column: SourceText | None = None
    by: tuple[SourceText, ...] = ()
    columns: tuple[SourceText, ...] = ()
    waves: tuple[SourceText, ...] = ()
    references: tuple[SourceText, ...] = ()
    figure: SourceText | None = None
    answers: tuple[SourceText, ...] = ()
    emphasize: tuple[SourceText, ...] = ()
    contrast: tuple[SourceText, ...] = ()
    title: Translated | None = None
    form: ChartForm | None = None
    is_whole: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class AnnotationStory:
    """Words tied to marks; `at` names answers, or waves where the exhibit runs over waves."""

    at: tuple[SourceText, ...]
    lead: Translated
    text: Translated
    holds: SourceText | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class FindingStory:
    """A finding as written. `topic` replaces the question's topic as kicker."""

    id: SourceText
    question: SourceText
    headline: Claim
    exhibit: ExhibitStory
    text: Translated
    across_break: bool = False
    topic: Translated | None = None
    annotations: tuple[AnnotationStory, ...] = ()
    notes: Translated | None = None
    is_whole: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class StatementStory:
    """A statement as written; `exhibit` then names its own question."""

    id: SourceText
    after: SourceText | None
    is_literal: bool
    speaker: SourceText
    role: Translated
    claim: Claim
    exhibit: ExhibitStory | None = None
    notes: Translated | None = None
    is_whole: bool = True
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class RecommendationStory:
    """One recommendation as written."""

    because: tuple[SourceText, ...]
    text: Translated
    figure: SourceText
    evidence: Translated
    detail: Translated | None = None
    holds: SourceText | None = None
    is_whole: bool = True


@frozen
class RecommendationsStory:
    """The section of recommendations as written."""

    headline: Claim
    items: tuple[RecommendationStory, ...]
    notes: Translated | None = None


@frozen
class ChapterStory:
    """Findings that belong together, the leading one first, and a sentence on them (its claim None where none is)."""

    title: Translated
    findings: tuple[SourceText, ...]
    claim: Claim | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class PictureStory:
    """A picture of the author's, what it shows in words, and whose it is."""

    image: Image
    alternative: Translated
    credit: Translated | None = None


@frozen
class FreeSlideStory:
    """A slide of the author's own; `after` names the finding or statement it follows."""

    after: SourceText | None
    headline: Claim
    topic: Translated | None = None
    text: Translated | None = None
    picture: PictureStory | None = None
    notes: Translated | None = None
    location: Location | None = field(default=None, compare=False, repr=False)


@frozen
class ContactStory:
    """Who answers questions."""

    name: SourceText
    role: Translated | None = None
    mail: SourceText | None = None
    phone: SourceText | None = None


@frozen
class TemplateStory:
    """A company's template. named: how the file names it; layouts: those that are named, by the part they play.

    digest: of the file.
    """

    path: Path
    named: SourceText
    layouts: tuple[tuple[str, SourceText], ...] = ()
    digest: str = ""


@frozen
class ThemeStory:
    """The file that says what outputs look like. named: how the briefing names it; digest: of the file."""

    path: Path
    named: SourceText
    digest: str


@frozen
class Story:
    """A whole briefing as written, with the survey it tells of. `name` is the name of its folder.

    pictures: formats in which findings become pictures. charts: what exhibits are on slides, where they do not say so.
    is_by_rule: what is told was chosen and worded by rule, which the method says; by_rule_at: where a file says so.
    is_generated: no file says it, so that its texts have no place in one. digest: of what its own file says and
    its pictures show, the survey's left aside; empty for a story that has none.
    """

    name: str
    survey: Survey
    languages: tuple[str, ...]
    is_final: bool
    title: Claim
    cover: CoverStory
    messages: tuple[MessageStory, ...]
    findings: tuple[FindingStory, ...]
    glance: Claim | None = None
    statements: tuple[StatementStory, ...] = ()
    chapters: tuple[ChapterStory, ...] = ()
    slides: tuple[FreeSlideStory, ...] = ()
    recommendations: RecommendationsStory | None = None
    contact: ContactStory | None = None
    method: Translated | None = None
    version: SourceText | None = None
    audience: Translated | None = None
    pictures: tuple[PictureName, ...] = (PictureName.LANDSCAPE,)
    charts: ChartForm = ChartForm.IMAGE
    template: TemplateStory | None = None
    theme: ThemeStory | None = None
    is_by_rule: bool = False
    is_generated: bool = False
    by_rule_at: Location | None = field(default=None, compare=False, repr=False)
    digest: str = field(default="", compare=False, repr=False)
    location: Location | None = field(default=None, compare=False, repr=False)
