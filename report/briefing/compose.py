"""The way from story to briefing: every text read, every claim held, every note worded, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from report.briefing.editor import Editor, Section
from report.briefing.emphasis_said import claimed_cells
from report.briefing.exhibit_reading import ExhibitReading
from report.briefing.exhibits import not_shown
from report.briefing.facts import Facts
from report.briefing.model import (
    Annotation,
    BigFigure,
    Briefing,
    Chapter,
    Contact,
    Cover,
    Exhibit,
    Finding,
    FreeSlide,
    Glance,
    Message,
    Picture,
    Recommendation,
    Recommendations,
    Statement,
)
from report.briefing.model.prose import Fact, FactKind, Paragraphs, Prose, Words, fixed, joined, told, worded
from report.briefing.model.terms import common_topic
from report.briefing.own_names import in_own_names
from report.briefing.proofreading import Proofreader
from report.briefing.story import (
    AnnotationStory,
    ChapterStory,
    ContactStory,
    FindingStory,
    FreeSlideStory,
    MessageStory,
    PictureStory,
    RecommendationsStory,
    RecommendationStory,
    StatementStory,
    Story,
)
from report.briefing.telling import Telling
from report.diagnostics import Diagnostic, SourceText
from report.kinds import Kinds
from report.language.model import Language
from report.survey.model import CellId, ColumnId, Translated
from report.tables.model import Tables


def compose(
    story: Story, tables: Tables, language: Language, *, kinds: Kinds, allow_failed_claims: bool
) -> tuple[Briefing | None, tuple[Diagnostic, ...]]:
    """The briefing of a story in one language, and what was found on the way.

    Of a story with errors it is what can be laid out all the same, None if nothing can: parts that something is not
    known of are left out, and a dash stands for a text.
    kinds: of chart, that exhibits may be.
    allow_failed_claims: a claim that the data do not support is a warning and marks what it stood for as not
    supported; a final story never lets one pass.
    """
    facts = Facts(story.survey, tables, language)
    composer = _Composer(Editor(story, facts, kinds, allow_failed_claims=allow_failed_claims))
    briefing = composer.briefing()
    told = (*composer.editor.faults, *(() if story.is_generated else composer.proofreader.faults()))
    faults = tuple(in_own_names(fault, facts) for fault in told)
    return briefing, faults


_FROM_ELSEWHERE = (
    "a fact from elsewhere stands in the `text` of the slide, or in a statement of `kind: literal` with its `speaker`"
)

Part = TypeVar("Part")
Written = TypeVar("Written")


class _Composer:
    """Composes the parts of one briefing in the order in which they are read."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.story, self.facts = editor.story, editor.facts
        self.code = self.facts.language.code
        self.proofreader = Proofreader(self.facts, editor.kinds)
        self._cells_of_messages: dict[str, list[CellId]] = {}
        self.findings_by_id = {finding.id.text: finding for finding in self.story.findings if finding.is_whole}

    def briefing(self) -> Briefing | None:
        """The whole, as far as it stands; None where there is no figure that a cover could show.

        Messages share one place: where one of them could not be composed, there are none.
        """
        story, survey = self.story, self.story.survey
        opening = Section()
        title = self.editor.claim(story.title, opening, needed_by="title")
        self.proofreader.take_text([title], holds=story.title.holds)
        cover = self._cover(opening)
        messages = _found(self._about(self._message, each, self._question_of(each)) for each in story.messages)
        glance = self._glance()
        findings = _found(self._about(self._finding, each, each.question.text) for each in story.findings)
        statements = _found(self._about(self._statement, each, _shown_by(each)) for each in story.statements)
        chapters = self._chapters(findings)
        slides = tuple(self._slide(number, each) for number, each in enumerate(story.slides, start=1))
        recommendations = self._recommendations(story.recommendations, findings) if story.recommendations else None
        contact = self._contact(story.contact) if story.contact else None
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
            is_by_rule=story.is_by_rule,
            cover=cover,
            glance=glance,
            messages=messages if len(messages) == len(story.messages) else (),
            findings=findings,
            statements=statements,
            recommendations=recommendations,
            method=method_text,
            is_title_supported=opening.is_supported,
            chapters=chapters,
            slides=slides,
            contact=contact,
            pictures=story.pictures,
        )

    def _about(self, compose: Callable[[Written], Part], written: Written, question: str | None) -> Part:
        """What a part is composed to; its faults speak of a question."""
        with self.editor.about(question):
            return compose(written)

    def _question_of(self, message: MessageStory) -> str:
        """The question of the finding that a message leads to, else that of its figure."""
        finding = self.findings_by_id.get(message.finding.text)
        return finding.question.text if finding else message.figure.text.strip().partition(".")[0]

    # ------------------------------------------------------------------------------------------------ opening

    def _cover(self, section: Section) -> Cover | None:
        story, survey = self.story.cover, self.story.survey
        read = self.editor.big_figure(story.figure, section)
        figure = read or self._any_figure()
        named = [story.figure.text]
        caption = self.editor.claim(story.caption, section, needed_by="caption of the cover", figures=named)
        subtitle = (
            self.editor.words(story.subtitle, section) if story.subtitle else worded(survey.title, self.facts.language)
        )
        self.editor.close(section)
        if read:
            self.proofreader.take_cover(read, story.figure, caption)
        self.proofreader.take_text([subtitle])
        return Cover(figure, caption, subtitle) if figure else None

    def _any_figure(self) -> BigFigure | None:
        """The first figure that there is, in place of one that could not be read."""
        cells = (cell for table in self.facts.tables.by_question.values() for cell in table.cells.values())
        first = next((cell for cell in cells if cell.share is not None), None)
        return self.editor.big_figure_of(first) if first else None

    def _message(self, story: MessageStory) -> Message | None:
        finding = self.findings_by_id.get(story.finding.text)
        section = Section(may_cross_break=finding is None or finding.across_break)
        figure = self.editor.big_figure(story.figure, section)
        text = self.editor.claim(story.claim, section, needed_by="message", figures=[story.figure.text])
        self.editor.close(section)
        if figure is None or not story.is_whole:
            return None
        topic = self._topic_of_message(figure, finding)
        message = Message(story.finding.text, topic, figure, text, section.is_supported)
        said = (figure.cell.id, *text.cells)
        self._cells_of_messages.setdefault(message.finding, []).extend(said)
        if section.is_whole and story.is_whole:
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
            self.proofreader.take_text([headline], holds=self.story.glance.holds)
        self.editor.close(section)
        return Glance(headline, section.is_supported)

    # ------------------------------------------------------------------------------------------------ findings

    def _finding(self, story: FindingStory) -> Finding | None:
        section = Section(may_cross_break=story.across_break, is_finding=True)
        question = self.editor.question(story.question)
        topic = self.editor.words(story.topic, section) if story.topic else None
        headline = self.editor.claim(story.headline, section, needed_by="headline")
        explained = tuple(name.text for each in story.annotations for name in each.at)
        telling = Telling(
            self.editor.in_all_languages(story.headline.text),
            claimed_cells(story.headline.holds, self.facts),
            of_messages=self._said_of(story.id.text),
            explained=explained,
            of_annotations=self._said_in([text for each in story.annotations for text in (each.lead, each.text)]),
        )
        shown = None
        if question and story.exhibit.is_whole:
            shown = self.editor.exhibit(story.exhibit, question, section, telling=telling)
        else:
            self.editor.kind_alone(story.exhibit)
        annotations = tuple(self._annotation(each, shown, section) for each in story.annotations)
        text = self.editor.paragraphs(story.text, section)
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        if not story.is_whole or question is None or shown is None or not shown.is_whole or None in annotations:
            return None
        explained_in = [part for each in _found(annotations) for part in (each.lead, each.text)]
        said = [cell for prose in (headline, shown.exhibit.title, *explained_in) for cell in prose.cells]
        finding = Finding(
            id=story.id.text,
            topic=topic or self._topic(shown.exhibit),
            headline=headline,
            exhibit=shown.exhibit,
            annotations=_found(annotations),
            text=text,
            notes=notes,
            columns=self._columns(shown.exhibit, said),
            columns_with_text=self._columns(shown.exhibit, [*said, *(cell for each in text for cell in each.cells)]),
            is_supported=section.is_supported,
        )
        if section.is_whole:
            self.proofreader.take_finding(finding, story)
        return finding

    def _said_in(self, texts: Sequence[Translated]) -> tuple[CellId, ...]:
        """The cells of texts in all languages."""
        return tuple(cell for text in texts for told in self.editor.in_all_languages(text) for cell in told.prose.cells)

    def _said_of(self, name: str) -> tuple[CellId, ...]:
        """The cells of the messages that lead to a finding or statement."""
        return tuple(self._cells_of_messages.get(name, ()))

    def _annotation(self, story: AnnotationStory, shown: ExhibitReading | None, section: Section) -> Annotation | None:
        """None for one that is tied to what is not shown."""
        marks = [f"{self.editor.facts.about}.{name.text}" for name in story.at]
        self.editor.hold(story.holds, [story.lead, story.text], section, needed_by="annotation", figures=marks)
        lead, text = self.editor.prose(story.lead, section), self.editor.prose(story.text, section)
        missing = self._not_shown(story.at, shown.exhibit) if shown and shown.is_certain else []
        self.editor.faults += missing
        return None if missing else Annotation(tuple(name.text for name in story.at), lead, text, story.location)

    def _not_shown(self, at: Sequence[SourceText], exhibit: Exhibit) -> list[Diagnostic]:
        question = self.story.survey.question(exhibit.question)
        return not_shown(at, exhibit, self.editor.kinds.named(exhibit.kind), question)

    def _statement(self, story: StatementStory) -> Statement | None:
        section = Section()
        text = self.editor.claim(story.claim, section, may_type_numbers=story.is_literal)
        name = next(iter(story.exhibit.questions), None) if story.exhibit else None
        question = self.editor.question(name) if name else None
        telling = Telling(of_messages=self._said_of(story.id.text))
        shown = None
        if story.exhibit and story.exhibit.is_whole and question:
            shown = self.editor.exhibit(story.exhibit, question, section, telling=telling)
        elif story.exhibit:
            self.editor.kind_alone(story.exhibit)
        role = self.editor.words(story.role, section)
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        if not story.is_whole or (story.exhibit and (shown is None or not shown.is_whole)):
            return None
        statement = Statement(
            id=story.id.text,
            after=story.after.text if story.after else None,
            is_literal=story.is_literal,
            speaker=Prose((Words.of(story.speaker),)),
            role=role,
            text=text,
            exhibit=shown.exhibit if shown else None,
            notes=notes,
            is_supported=section.is_supported,
        )
        if section.is_whole:
            self.proofreader.take_statement(statement)
        return statement

    def _topic(self, exhibit: Exhibit) -> Prose:
        """That of the question, or of all of a battery."""
        return common_topic([self.story.survey.question(each) for each in exhibit.questions], self.facts.language)

    def _columns(self, exhibit: Exhibit, cells: Sequence[CellId]) -> tuple[ColumnId, ...]:
        """The columns of the exhibit, and totals of its question whose figures are given, in the order of the table.

        A wave that a claim alone names stands nowhere beside the exhibit.
        """
        spoken = [cell.column for cell in cells if cell.question == exhibit.question and cell.column.is_total]
        banners = self.facts.tables.table(exhibit.question).banners
        columns = [column.id for banner in banners for column in banner.columns]
        compared = (cell.column for cell in exhibit.compared)
        shown = (*exhibit.columns, *([exhibit.reference] if exhibit.reference else ()), *compared)
        return tuple(column for column in columns if column in (*shown, *spoken))

    # ------------------------------------------------------------------------------------------------ frame

    def _chapters(self, findings: Sequence[Finding]) -> tuple[Chapter, ...]:
        """None where they do not hold every finding that could be composed, once and in its order."""
        chapters = tuple(self._chapter(each) for each in self.story.chapters)
        held = [name for chapter in chapters for name in chapter.findings]
        return chapters if held == [finding.id for finding in findings] else ()

    def _chapter(self, story: ChapterStory) -> Chapter:
        section = self._section_on(name.text for name in story.findings)
        title = self.editor.words(story.title, section)
        text = self.editor.claim(story.claim, section, needed_by="text of a chapter") if story.claim else None
        self.editor.close(section)
        self.proofreader.take_text([text] if text else [])
        findings = tuple(name.text for name in story.findings)
        return Chapter(title, text, findings, section.is_supported, story.location)

    def _slide(self, number: int, story: FreeSlideStory) -> FreeSlide:
        statements = [statement.id.text for statement in self.story.statements]
        section = self._section_on([story.after.text] if story.after and story.after.text not in statements else [])
        slide = FreeSlide(
            number=number,
            after=story.after.text if story.after else None,
            topic=self.editor.words(story.topic, section) if story.topic else None,
            headline=self.editor.claim(
                story.headline, section, needed_by="title of a slide", elsewhere=_FROM_ELSEWHERE
            ),
            text=self.editor.paragraphs(story.text, section),
            picture=self._picture(story.picture, section) if story.picture else None,
            notes=self.editor.paragraphs(story.notes, section),
            location=story.location,
        )
        self.editor.close(section)
        self.proofreader.take_text([slide.headline, *slide.text, *slide.notes])
        return replace(slide, is_supported=section.is_supported)

    def _picture(self, story: PictureStory, section: Section) -> Picture:
        """What a picture shows may hold numbers: they stand in it."""
        alternative = self.editor.prose(story.alternative, section, may_type_numbers=True)
        return Picture(story.image, alternative, self.editor.words(story.credit, section) if story.credit else None)

    def _contact(self, story: ContactStory) -> Contact:
        role = self.editor.words(story.role, Section()) if story.role else None
        mail, phone = (Prose((Words.of(text),)) if text else None for text in (story.mail, story.phone))
        return Contact(Prose((Words.of(story.name),)), role, mail, phone)

    def _section_on(self, names: Iterable[str]) -> Section:
        """Texts about findings, which may compare what one of these compares."""
        findings = [self.findings_by_id.get(name) for name in names]
        return Section(may_cross_break=any(finding is None or finding.across_break for finding in findings))

    # ------------------------------------------------------------------------------------------------ closing

    def _recommendations(self, story: RecommendationsStory, findings: Sequence[Finding]) -> Recommendations | None:
        """None where one of them, or a finding that it rests on, could not be composed: they share one place."""
        section = self._section_on(name.text for item in story.items for name in item.because)
        headline = self.editor.claim(story.headline, section)
        self.proofreader.take_text([headline])
        items = _found(self._recommendation(item, section) for item in story.items)
        notes = self.editor.paragraphs(story.notes, section)
        self.editor.close(section)
        composed = [finding.id for finding in findings]
        if len(items) < len(story.items) or any(name not in composed for item in items for name in item.because):
            return None
        return Recommendations(headline, items, notes, section.is_supported)

    def _recommendation(self, story: RecommendationStory, section: Section) -> Recommendation | None:
        self.editor.hold(story.holds, [story.text, story.evidence], section, figures=[story.figure.text])
        text = self.editor.prose(story.text, section)
        detail = self.editor.prose(story.detail, section) if story.detail else None
        figure = self.editor.big_figure(story.figure, section)
        evidence = self.editor.prose(story.evidence, section)
        if figure is None or not story.is_whole:
            return None
        because = tuple(name.text for name in story.because)
        self.proofreader.take_evidence(figure, story.figure, evidence, because)
        self.proofreader.take_text([text, *([detail] if detail else [])])
        return Recommendation(because, text, detail, figure, evidence)

    def _method_text(self) -> Paragraphs:
        """What the author says of the method, and behind it the note of the survey.

        Their numbers, such as a level of confidence or a rate of response, are no results.
        """
        section, note = Section(), self.story.survey.note
        text = self.editor.paragraphs(self.story.method, section, may_type_numbers=True)
        self.editor.close(section)
        own = (Prose((Words.of(note.source(self.code)),), note.location),) if note else ()
        if not self.story.is_by_rule:
            return (*text, *own)
        words = self.facts.language.words
        if own:
            return (*text, joined([self._written_by_rule(words.written_by_rule_short), own[0]], " "))
        return (*text, self._written_by_rule(words.written_by_rule))

    def _written_by_rule(self, words: str) -> Prose:
        """That no author chose what is told, and how many questions are."""
        questions = self.story.survey.questions
        told_of = {name.text for each in self.story.findings for name in (each.question, *each.exhibit.questions)}
        parts = {
            "told": Fact(FactKind.COUNT, str(len(told_of)), "the questions of the findings"),
            "all": Fact(FactKind.COUNT, str(len(questions)), "the questions of the survey"),
        }
        of_language = self.facts.language.words
        several, one = told(of_language.from_questions, **parts), fixed(of_language.from_the_one_question)
        return told(words, extent=several if len(questions) > 1 else one)


def _shown_by(statement: StatementStory) -> str | None:
    """The question of a statement's exhibit."""
    return statement.exhibit.questions[0].text if statement.exhibit and statement.exhibit.questions else None


def _found(parts: Iterable[Part | None]) -> tuple[Part, ...]:
    """The parts that could be composed; the others have told their faults."""
    return tuple(part for part in parts if part is not None)
