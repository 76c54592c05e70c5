"""The way from story to briefing: every text read, every claim held, every note worded, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from report.briefing.editor import Editor, Section
from report.briefing.emphasis import Telling
from report.briefing.exhibits import not_shown
from report.briefing.facts import Facts
from report.briefing.model import (
    Annotation,
    BigFigure,
    Briefing,
    Cover,
    Exhibit,
    Finding,
    Glance,
    Message,
    Recommendation,
    Recommendations,
    Statement,
)
from report.briefing.model.prose import Paragraphs, Prose, Words, fixed, worded
from report.briefing.own_names import in_own_names
from report.briefing.proofreading import Proofreader
from report.briefing.story import (
    AnnotationStory,
    FindingStory,
    MessageStory,
    RecommendationsStory,
    RecommendationStory,
    StatementStory,
    Story,
)
from report.diagnostics import Diagnostic, Severity
from report.kinds import Kinds
from report.language.model import Language
from report.survey.model import CellId, ColumnId
from report.tables.model import Tables


def compose(
    story: Story, tables: Tables, language: Language, *, kinds: Kinds, allow_failed_claims: bool
) -> tuple[Briefing | None, tuple[Diagnostic, ...]]:
    """The briefing of a story in one language, and what was found on the way; None if any of it is an error.

    kinds: of chart, that exhibits may be.
    allow_failed_claims: a claim that the data do not support is a warning and marks what it stood for as not
    supported; a final story never lets one pass.
    """
    facts = Facts(story.survey, tables, language)
    composer = _Composer(Editor(story, facts, kinds, allow_failed_claims=allow_failed_claims))
    briefing = composer.briefing()
    told = (*composer.editor.faults, *(() if story.is_generated else composer.proofreader.faults()))
    faults = tuple(in_own_names(fault, story.survey, tables) for fault in told)
    has_errors = any(fault.severity is Severity.ERROR for fault in faults)
    return (None if has_errors else briefing), faults


class _Composer:
    """Composes the parts of one briefing in the order in which they are read."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.story, self.facts = editor.story, editor.facts
        self.code = self.facts.language.code
        self.proofreader = Proofreader(self.facts, editor.kinds)
        self._cells_of_messages: dict[str, list[CellId]] = {}
        self.findings_by_id = {finding.id.text: finding for finding in self.story.findings}

    def briefing(self) -> Briefing | None:
        """The whole; None where the cover has no figure to show."""
        story, survey = self.story, self.story.survey
        opening = Section()
        title = self.editor.claim(story.title, opening, needed_by="title")
        cover = self._cover(opening)
        messages = _found(self._message(each) for each in story.messages)
        glance = self._glance()
        findings = _found(self._finding(each) for each in story.findings)
        statements = tuple(self._statement(each) for each in story.statements)
        recommendations = self._recommendations(story.recommendations) if story.recommendations else None
        method_text = self._method_text()
        audience = self.editor.words(story.audience, opening) if story.audience else None
        if cover is None:
            return None
        return Briefing(
            name=story.name,
            language=self.facts.language,
            survey=survey,
            tables=self.facts.tables,
            title=title,
            audience=audience,
            version=Prose((Words.of(story.version),)) if story.version else None,
            is_draft=not story.is_final,
            cover=cover,
            glance=glance,
            messages=messages,
            findings=findings,
            statements=statements,
            recommendations=recommendations,
            method=method_text,
            is_title_supported=opening.is_supported,
        )

    # ------------------------------------------------------------------------------------------------ opening

    def _cover(self, section: Section) -> Cover | None:
        story, survey = self.story.cover, self.story.survey
        figure = self.editor.big_figure(story.figure, section)
        caption = self.editor.prose(story.caption, section)
        subtitle = (
            self.editor.words(story.subtitle, section) if story.subtitle else worded(survey.title, self.facts.language)
        )
        self.editor.close(section)
        return Cover(figure, caption, subtitle) if figure else None

    def _message(self, story: MessageStory) -> Message | None:
        finding = self.findings_by_id.get(story.finding.text)
        section = Section(may_cross_break=bool(finding and finding.across_break))
        figure = self.editor.big_figure(story.figure, section)
        text = self.editor.claim(story.claim, section, needed_by="message")
        self.editor.close(section)
        if figure is None:
            return None
        topic = self._topic_of_message(figure, finding)
        message = Message(story.finding.text, topic, figure, text, section.is_supported)
        said = (figure.cell.id, *text.cells)
        self._cells_of_messages.setdefault(message.finding, []).extend(said)
        self.proofreader.take_message(message, story)
        return message

    def _topic_of_message(self, figure: BigFigure, finding: FindingStory | None) -> Prose:
        """The finding's own topic for a figure of its question, else the topic of the figure's question."""
        if finding and finding.topic and finding.question.text == figure.cell.id.question:
            return self.editor.words(finding.topic, Section())
        return worded(self.story.survey.question(figure.cell.id.question).topic, self.facts.language)

    def _glance(self) -> Glance:
        section = Section()
        headline = worded(self.story.survey.short_title, self.facts.language)
        if self.story.glance:
            headline = self.editor.claim(self.story.glance, section, needed_by="headline")
        self.editor.close(section)
        return Glance(headline, section.is_supported)

    # ------------------------------------------------------------------------------------------------ findings

    def _finding(self, story: FindingStory) -> Finding | None:
        section = Section(may_cross_break=story.across_break, is_finding=True)
        question = self.editor.question(story.question)
        topic = self.editor.words(story.topic, section) if story.topic else None
        headline = self.editor.claim(story.headline, section, needed_by="headline")
        explained = tuple(name.text for each in story.annotations for name in each.at)
        telling = Telling(headline, of_messages=self._said_of(story.id.text), explained=explained)
        before = len(self.editor.faults)
        exhibit = self.editor.exhibit(story.exhibit, question, section, telling=telling) if question else None
        is_as_asked = len(self.editor.faults) == before
        annotations = tuple(self._annotation(each, exhibit, section) for each in story.annotations)
        text = self.editor.paragraphs(story.text, section)
        cells = [reading.cell.id for reading in section.readings]
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        if question is None or exhibit is None:
            return None
        finding = Finding(
            id=story.id.text,
            topic=topic or self._topic(exhibit),
            headline=headline,
            exhibit=exhibit,
            annotations=annotations,
            text=text,
            notes=notes,
            columns=self._columns(exhibit, cells),
            is_supported=section.is_supported,
        )
        if is_as_asked:
            self.proofreader.take_finding(finding, story)
        return finding

    def _said_of(self, name: str) -> tuple[CellId, ...]:
        """The cells of the messages that lead to a finding or statement."""
        return tuple(self._cells_of_messages.get(name, ()))

    def _annotation(self, story: AnnotationStory, exhibit: Exhibit | None, section: Section) -> Annotation:
        self.editor.hold(story.holds, [story.lead, story.text], section, needed_by="annotation")
        if exhibit:
            self.editor.faults += not_shown(story.at, exhibit, self.editor.kinds.named(exhibit.kind))
        return Annotation(
            at=tuple(name.text for name in story.at),
            lead=self.editor.prose(story.lead, section),
            text=self.editor.prose(story.text, section),
            location=story.location,
        )

    def _statement(self, story: StatementStory) -> Statement:
        section = Section()
        text = self.editor.claim(story.claim, section, may_type_numbers=story.is_literal)
        name = story.exhibit.questions[0] if story.exhibit else None
        question = self.editor.question(name) if name else None
        telling = Telling(Prose(()), of_messages=self._said_of(story.id.text))
        exhibit = None
        if story.exhibit and question:
            exhibit = self.editor.exhibit(story.exhibit, question, section, telling=telling)
        role = self.editor.words(story.role, section)
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        statement = Statement(
            id=story.id.text,
            after=story.after.text if story.after else None,
            is_literal=story.is_literal,
            speaker=Prose((Words.of(story.speaker),)),
            role=role,
            text=text,
            exhibit=exhibit,
            notes=notes,
            is_supported=section.is_supported,
        )
        self.proofreader.take_statement(statement)
        return statement

    def _topic(self, exhibit: Exhibit) -> Prose:
        """That of the question, or of all of a battery where they have it in common."""
        language = self.facts.language
        topics = [worded(self.story.survey.question(each).topic, language) for each in exhibit.questions]
        is_common = all(topic.text == topics[0].text for topic in topics)
        return topics[0] if is_common else fixed(language.words.statements_compared)

    def _columns(self, exhibit: Exhibit, cells: Sequence[CellId]) -> tuple[ColumnId, ...]:
        """The columns of the exhibit, and the totals of its question that are spoken of, in the order of the table."""
        spoken = [cell.column for cell in cells if cell.question == exhibit.question and cell.column.is_total]
        banners = self.facts.tables.table(exhibit.question).banners
        columns = [column.id for banner in banners for column in banner.columns]
        shown = (*exhibit.columns, *([exhibit.reference] if exhibit.reference else ()))
        return tuple(column for column in columns if column in (*shown, *spoken))

    # ------------------------------------------------------------------------------------------------ closing

    def _recommendations(self, story: RecommendationsStory) -> Recommendations:
        rests_on = [self.findings_by_id.get(name.text) for item in story.items for name in item.because]
        section = Section(may_cross_break=any(finding and finding.across_break for finding in rests_on))
        headline = self.editor.claim(story.headline, section)
        items = _found(self._recommendation(item, section) for item in story.items)
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        return Recommendations(headline, items, notes, section.is_supported)

    def _recommendation(self, story: RecommendationStory, section: Section) -> Recommendation | None:
        self.editor.hold(story.holds, [story.text], section)
        text = self.editor.prose(story.text, section)
        detail = self.editor.prose(story.detail, section) if story.detail else None
        figure = self.editor.big_figure(story.figure, section)
        evidence = self.editor.prose(story.evidence, section)
        if figure is None:
            return None
        return Recommendation(tuple(name.text for name in story.because), text, detail, figure, evidence)

    def _method_text(self) -> Paragraphs:
        """What the author says of the method, and behind it the note of the survey.

        Their numbers, such as a level of confidence or a rate of response, are no results.
        """
        section, note = Section(), self.story.survey.note
        text = self.editor.paragraphs(self.story.method, section, may_type_numbers=True)
        self.editor.close(section)
        return (*text, Prose((Words.of(note.source(self.code)),), note.location)) if note else text


Part = TypeVar("Part")


def _found(parts: Iterable[Part | None]) -> tuple[Part, ...]:
    """The parts that could be composed; the others have told their faults."""
    return tuple(part for part in parts if part is not None)
