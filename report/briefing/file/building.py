"""From a briefing as its file has it to the story that composing reads, faulty parts as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias, overload

from report.briefing.file.frame_schema import ChapterFile, ContactFile, FreeSlideFile
from report.briefing.file.schema import (
    AnnotationFile,
    BriefingFile,
    ClaimFile,
    ExhibitFile,
    FindingFile,
    MessageFile,
    RecommendationFile,
    RecommendationsFile,
    StatementFile,
    StatementKind,
    Status,
    WrittenBy,
)
from report.briefing.story import (
    AnnotationStory,
    ChapterStory,
    Claim,
    ContactStory,
    CoverStory,
    ExhibitStory,
    FindingStory,
    FreeSlideStory,
    MessageStory,
    PictureStory,
    RecommendationsStory,
    RecommendationStory,
    StatementStory,
    Story,
)
from report.diagnostics import SourceText
from report.images.model import Image
from report.survey.model import Survey, Translated
from report.yaml_source import FileModel, Texts, digest_of, is_in_languages


def story_of(file: BriefingFile, survey: Survey, name: str, images: Mapping[str, Image]) -> Story:
    """The story that a file tells of a survey; a text that is one string is in the only language there is.

    Where the file does not say in which languages it is, it is held against the survey in those of the survey.
    images: the pictures of free slides, by what the file calls them.
    """
    languages = languages_of(file) or tuple(survey.title.by_language)
    return _Builder(file, languages, images).story(file, survey, name)


def _digest(file: BriefingFile, images: Mapping[str, Image]) -> str:
    """Of what the file says, and of what the pictures show that it names."""
    return " ".join([digest_of(file), *(image.digest for image in images.values())])


def languages_of(file: BriefingFile) -> tuple[str, ...]:
    """Those that the briefing is to be built in, as far as there are such."""
    return tuple(dict.fromkeys(language.text for language in file.languages if language.location))


class _Builder:
    """Builds the parts of a story in its languages; a text that is one string is in the first."""

    def __init__(self, file: BriefingFile, languages: tuple[str, ...], images: Mapping[str, Image]) -> None:
        self._images = images
        self._languages = languages
        self._language = languages[0] if languages else ""
        ids = [finding.id.text for finding in file.findings] + [statement.id.text for statement in file.statements]
        self._ids = Counter(ids)

    def story(self, file: BriefingFile, survey: Survey, name: str) -> Story:
        """The whole story."""
        return Story(
            name=name,
            survey=survey,
            languages=self._languages,
            is_final=file.status is Status.FINAL,
            is_by_rule=file.written_by is WrittenBy.RULE,
            by_rule_at=file.place_of("written_by"),
            pictures=tuple(dict.fromkeys(file.pictures)),
            charts=file.charts,
            title=self._claim(file.title.text, _holds(file.title)),
            cover=CoverStory(
                file.cover.figure,
                self._claim(file.cover.caption, file.cover.holds),
                self._text(file.cover.subtitle),
            ),
            messages=tuple(
                MessageStory(
                    message.finding,
                    message.figure,
                    self._claim(message.text, _holds(message)),
                    is_whole=self._is_whole(message),
                )
                for message in file.messages
            ),
            findings=tuple(self._finding(finding) for finding in file.findings),
            glance=self._claim(file.glance.text, _holds(file.glance)) if file.glance else None,
            statements=tuple(self._statement(statement) for statement in file.statements),
            chapters=tuple(self._chapter(chapter) for chapter in file.chapters),
            slides=tuple(self._slide(slide) for slide in file.slides),
            recommendations=self._recommendations(file.recommendations) if file.recommendations else None,
            contact=self._contact(file.contact) if file.contact else None,
            method=self._text(file.method),
            version=file.version if file.version and file.version.location else None,
            audience=self._text(file.audience),
            digest=_digest(file, self._images),
            location=file.named_at,
        )

    def _finding(self, finding: FindingFile) -> FindingStory:
        usual = ExhibitStory(is_whole=finding.is_whole, location=finding.named_at)
        return FindingStory(
            id=finding.id,
            question=_question(finding),
            headline=self._claim(finding.headline, _holds(finding)),
            exhibit=self._exhibit(finding.exhibit) if finding.exhibit else usual,
            text=self._text(finding.text),
            across_break=finding.across_break or not finding.knows("across_break"),
            topic=self._text(finding.topic),
            annotations=tuple(self._annotation(annotation) for annotation in finding.annotations),
            notes=self._text(finding.notes),
            is_whole=self._is_whole(finding) and self._ids[finding.id.text] == 1,
            location=finding.named_at,
        )

    def _exhibit(self, exhibit: ExhibitFile) -> ExhibitStory:
        return ExhibitStory(
            kind=exhibit.kind,
            questions=_questions(exhibit),
            column=exhibit.column,
            by=exhibit.by or (),
            columns=tuple(exhibit.columns),
            waves=tuple(exhibit.waves),
            references=exhibit.reference or (),
            figure=exhibit.figure,
            answers=tuple(exhibit.answers),
            emphasize=tuple(exhibit.emphasize),
            contrast=tuple(exhibit.contrast),
            title=self._text(exhibit.title),
            form=exhibit.form,
            is_whole=self._is_whole(exhibit),
            location=exhibit.named_at,
        )

    def _annotation(self, annotation: AnnotationFile) -> AnnotationStory:
        return AnnotationStory(
            at=tuple(annotation.at),
            lead=self._text(annotation.lead),
            text=self._text(annotation.text),
            holds=_holds(annotation),
            location=annotation.named_at,
        )

    def _statement(self, statement: StatementFile) -> StatementStory:
        return StatementStory(
            id=statement.id,
            after=statement.after,
            is_literal=statement.kind is StatementKind.LITERAL,
            speaker=statement.speaker,
            role=self._text(statement.role),
            claim=self._claim(statement.text, _holds(statement)),
            exhibit=self._exhibit(statement.exhibit) if statement.exhibit else None,
            notes=self._text(statement.notes),
            is_whole=self._is_whole(statement) and self._ids[statement.id.text] == 1,
            location=statement.named_at,
        )

    def _recommendations(self, section: RecommendationsFile) -> RecommendationsStory:
        return RecommendationsStory(
            headline=self._claim(section.headline, _holds(section)),
            items=tuple(self._recommendation(item) for item in section.items),
            notes=self._text(section.notes),
        )

    def _recommendation(self, item: RecommendationFile) -> RecommendationStory:
        return RecommendationStory(
            because=tuple(item.because),
            text=self._text(item.text),
            figure=item.figure,
            evidence=self._text(item.evidence),
            detail=self._text(item.detail),
            holds=_holds(item),
            is_whole=self._is_whole(item),
        )

    def _chapter(self, chapter: ChapterFile) -> ChapterStory:
        return ChapterStory(
            title=self._text(chapter.title),
            findings=tuple(chapter.findings),
            claim=self._claim(chapter.text, _holds(chapter)) if chapter.text else None,
            location=chapter.named_at,
        )

    def _slide(self, slide: FreeSlideFile) -> FreeSlideStory:
        return FreeSlideStory(
            after=slide.after,
            headline=self._claim(slide.title, _holds(slide)),
            topic=self._text(slide.topic),
            text=self._text(slide.text),
            picture=self._picture(slide),
            notes=self._text(slide.notes),
            location=slide.named_at,
        )

    def _picture(self, slide: FreeSlideFile) -> PictureStory | None:
        """None where there is no picture, or none that can be shown."""
        image = self._images.get(slide.picture.text) if slide.picture else None
        if image is None or slide.alternative is None:
            return None
        return PictureStory(image, self._text(slide.alternative), self._text(slide.credit))

    def _contact(self, contact: ContactFile) -> ContactStory:
        return ContactStory(contact.name, self._text(contact.role), contact.mail, contact.phone)

    def _is_whole(self, part: FileModel) -> bool:
        return part.is_whole and is_in_languages(part, self._languages, declared=self._language)

    def _claim(self, text: Texts, holds: SourceText | None) -> Claim:
        return Claim(self._text(text), holds)

    @overload
    def _text(self, texts: Texts) -> Translated: ...
    @overload
    def _text(self, texts: Texts | None) -> Translated | None: ...
    def _text(self, texts: Texts | None) -> Translated | None:
        return Translated(texts.in_language(self._language), texts.location) if texts else None


def _questions(exhibit: ExhibitFile | None) -> tuple[SourceText, ...]:
    """The questions that an exhibit names, one or several."""
    if exhibit is None:
        return ()
    if exhibit.figure and not exhibit.question and not exhibit.questions:
        return (question_of(exhibit.figure),)
    return tuple(exhibit.questions) or ((exhibit.question,) if exhibit.question else ())


def question_of(figure: SourceText) -> SourceText:
    """The question in the name of a cell, "teams" in "teams.own.w2013"."""
    return figure.part(0, len(figure.text.partition(".")[0]))


def _question(finding: FindingFile) -> SourceText:
    """The question that a finding is about, which its exhibit may name; blank where none is."""
    return next(iter([*([finding.question] if finding.question else []), *_questions(finding.exhibit)]), SourceText(""))


def _holds(part: _WithClaim) -> SourceText | None:
    """The claim of a part; an empty one where a part may have another than was read."""
    return part.holds if part.knows("holds") else SourceText("")


_WithClaim: TypeAlias = (
    ClaimFile
    | MessageFile
    | FindingFile
    | AnnotationFile
    | StatementFile
    | ChapterFile
    | FreeSlideFile
    | RecommendationsFile
    | RecommendationFile
)
