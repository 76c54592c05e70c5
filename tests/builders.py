"""Small speaking builders of surveys and stories, so that a test shows every input it depends on.

    survey(question("teams", {"own": 49, "cross": 33, "everyone": 17}))
    question("goals", {"awareness": 77, "service": 21}, type=MULTIPLE, earlier={"w2014": {"awareness": 85}})

Percentages are written as in the file (49, "51.5"); None is an answer that was not published, NOT_ASKED one of earlier
waves only. Labels are made of ids ("own" is labelled "Own") unless `labels` gives others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from typing import Final, TypeVar

from report.briefing.model import Briefing
from report.briefing.model.prose import Prose, Words
from report.briefing.story import (
    AnnotationStory,
    Claim,
    CoverStory,
    ExhibitStory,
    FindingStory,
    MessageStory,
    Story,
)
from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.language.dates import PartialDate
from report.statistics.low_base import LowBase
from report.survey.model import (
    Answer,
    AnswerOrder,
    AnswerRole,
    Break,
    CellId,
    ColumnId,
    Net,
    Published,
    PublishedFigure,
    Question,
    QuestionType,
    Rest,
    Segment,
    SegmentColumn,
    Survey,
    Translated,
    Unit,
    Wave,
    Wording,
)
from report.tables.model import Bases, Counting, Tables
from report.tables.published import tables_of
from report.units import Between

SINGLE: Final = QuestionType.SINGLE
MULTIPLE: Final = QuestionType.MULTIPLE
SCALE: Final = QuestionType.SCALE
NOT_ASKED: Final = "not asked"

Percent = int | str | None
Texts = str | Mapping[str, str]


def source(text: str, line: int = 1, column: int = 1, file: str = "briefing.yaml") -> SourceText:
    """A text read from one place of a file; every further line of it begins at `column` of the next line."""
    starts, offset = [], 0
    for number, part in enumerate(text.split("\n")):
        place = Location(file, line + number, column, " " * (column - 1) + part)
        starts.append((offset, place))
        offset += len(part) + 1
    return SourceText(text, tuple(starts))


def text(texts: Texts, line: int = 1, column: int = 1, languages: Sequence[str] = ("de", "en")) -> Translated:
    """A text in its languages: one string stands for all `languages`, each on a line of its own."""
    by_code = dict.fromkeys(languages, texts) if isinstance(texts, str) else dict(texts)
    sources = {code: source(each, line + number, column) for number, (code, each) in enumerate(by_code.items())}
    return Translated(sources, Location("briefing.yaml", line, column))


def plain(texts: Texts, languages: Sequence[str] = ("de", "en")) -> Translated:
    """A text of the survey, without places."""
    by_code = dict.fromkeys(languages, texts) if isinstance(texts, str) else texts
    return Translated({code: SourceText(each) for code, each in by_code.items()})


def words(text: str) -> Prose:
    """A text of the survey as prose, without a place."""
    return Prose((Words(text, source=SourceText(text)),))


@frozen
class AskedQuestion(Question):
    """A question beside the percentages that were published on it."""

    figures: Mapping[CellId, PublishedFigure] = field(default_factory=dict, repr=False)


def question(
    name: str,
    answers: Mapping[str, Percent],
    *,
    type: QuestionType = SINGLE,  # noqa: A002  # as the file has it
    earlier: Mapping[str, Mapping[str, Percent]] | None = None,
    wave: str = "w2016",
    topic: Texts | None = None,
    label: Texts | None = None,
    labels: Mapping[str, Texts] | None = None,
    roles: Mapping[str, AnswerRole] | None = None,
    nets: Mapping[str, tuple[Sequence[str], Percent]] | None = None,
    segments: Mapping[str, Mapping[str, Mapping[str, Percent]]] | None = None,
    breaks: Sequence[tuple[str, str, Texts]] = (),
    order: AnswerOrder = AnswerOrder.SIZE,
    decimals: int | None = None,
    inferred: bool = False,
    wording: Wording | None = Wording.UNPUBLISHED,
    rest: Rest | None = None,
    base: Texts | None = None,
    n: int | None = None,
) -> AskedQuestion:
    """A question with its published percentages; `breaks` are (wave before, wave after, reason)."""
    nets = nets or {}
    columns: dict[ColumnId, Mapping[str, Percent]] = {
        ColumnId(wave): {**answers, **{net: percent for net, (_, percent) in nets.items()}},
        **{ColumnId(each): figures for each, figures in (earlier or {}).items()},
        **{
            ColumnId(wave, segment, column): figures
            for segment, by_column in (segments or {}).items()
            for column, figures in by_column.items()
        },
    }
    figures = {
        CellId(name, answer, column): PublishedFigure(published_percent(str(percent)))
        for column, percents in columns.items()
        for answer, percent in percents.items()
        if percent is not None and percent != NOT_ASKED
    }
    numbers = [figure.percent for figure in figures.values() if isinstance(figure.percent, Decimal)]
    printed = [-int(percent.as_tuple().exponent) for percent in numbers]
    return AskedQuestion(
        name,
        type,
        topic=plain(topic or name.capitalize()),
        label=plain(label or f"{name.capitalize()} asked"),
        answers=tuple(
            Answer(
                answer,
                plain((labels or {}).get(answer, answer.capitalize())),
                role=(roles or {}).get(answer, AnswerRole.REGULAR),
                is_asked=percent != NOT_ASKED,
            )
            for answer, percent in answers.items()
        ),
        figures=figures,
        decimals=max([0, *printed]) if decimals is None else decimals,
        type_is_inferred=inferred,
        wording=wording,
        rest=rest,
        order=order,
        nets=tuple(Net(net, plain(net.capitalize()), tuple(of)) for net, (of, _) in nets.items()),
        breaks=tuple(Break(before, after, plain(reason)) for before, after, reason in breaks),
        base=plain(base) if base else None,
        n=n,
    )


def published_percent(text: str) -> Decimal | Between:
    """A percentage as published: "51", "51.5", "<1"."""
    return Between(Decimal(0), Decimal(text[1:])) if text.startswith("<") else Decimal(text)


def wave(
    name: str, date: str | None = None, *, published: bool = True, source: str | None = None, n: int | None = None
) -> Wave:
    """A wave, by default of the year in its id ("w2014")."""
    return Wave(name, PartialDate.parse(date or name[1:]), published, plain(source) if source else None, n)


def survey(
    *questions: Question,
    waves: Sequence[Wave] = (),
    current: str = "w2016",
    n: int | None = None,
    segments: Mapping[str, Mapping[str, int | None]] | None = None,
    institute: str | None = "Bitkom Research",
) -> Survey:
    """A survey of those questions; `segments` are columns with their n, by segment."""
    return Survey(
        title=plain({"de": "Soziale Medien", "en": "Social media"}),
        short_title=plain({"de": "Medien 2016", "en": "Media 2016"}),
        publisher=SourceText("Bitkom"),
        institute=SourceText(institute) if institute else None,
        published=PartialDate(2016, 6),
        population=plain({"de": "Marketingverantwortliche", "en": "heads of marketing"}),
        unit=Unit(plain({"de": "Unternehmen", "en": "companies"})),
        wave=current,
        waves=tuple(waves) or (wave(current),),
        questions=questions,
        segments=tuple(
            Segment(segment, plain(segment), tuple(SegmentColumn(c, plain(c), n) for c, n in columns.items()))
            for segment, columns in (segments or {}).items()
        ),
        n=n,
    )


def tabulated(survey: Survey) -> Tables:
    """The tables of a survey, of the percentages that its questions were built with."""
    return tables_of(published(survey))


def with_bases(tables: Tables, n: int, *, confidence: float = 0.95) -> Tables:
    """The tables as if their percentages had been counted, n people of equal weight in every column."""
    bases = Bases(n, float(n), float(n))
    found = {
        name: replace(table, cells={id: replace(cell, bases=bases) for id, cell in table.cells.items()})
        for name, table in tables.by_question.items()
    }
    return replace(tables, by_question=found, counting=Counting(LowBase(), confidence))


def published(survey: Survey) -> Published:
    """The percentages that the questions of a survey were built with."""
    asked = (question for question in survey.questions if isinstance(question, AskedQuestion))
    return Published(survey, {cell: figure for question in asked for cell, figure in question.figures.items()})


Asked = TypeVar("Asked", bound=Question)


def with_earlier_labels(question: Asked, answer: str, labels: Mapping[str, Texts]) -> Asked:
    """The question, one of its answers worded differently in earlier waves."""
    earlier = {each: plain(texts) for each, texts in labels.items()}
    answers = (replace(a, earlier_labels=earlier) if a.id == answer else a for a in question.answers)
    return replace(question, answers=tuple(answers))


def claim(texts: Texts, holds: str | None = None, *, line: int = 10) -> Claim:
    """A text of the briefing at column 10 of a line and, at column 12 of the tenth line below, its claim."""
    return Claim(text(texts, line, 10), source(holds, line + 10, 12) if holds else None)


def finding(
    name: str,
    question: str,
    headline: Texts = "Headline",
    holds: str | None = None,
    *,
    kind: str | None = None,
    answers: Sequence[str] = (),
    emphasize: Sequence[str] = (),
    contrast: Sequence[str] = (),
    annotations: Sequence[AnnotationStory] = (),
    body: Texts = "Text.",
    notes: Texts | None = None,
    topic: Texts | None = None,
    across_break: bool = False,
    line: int = 100,
) -> FindingStory:
    """A finding whose parts stand on lines of their own from `line` on: question, headline, exhibit, text, notes."""
    return FindingStory(
        id=source(name, line, 9),
        question=source(question, line + 1, 15),
        headline=Claim(text(headline, line + 2, 10), source(holds, line + 4, 12) if holds else None),
        exhibit=ExhibitStory(
            kind=source(kind, line + 5, 12) if kind else None,
            answers=_ids(answers, line + 6),
            emphasize=_ids(emphasize, line + 7),
            contrast=_ids(contrast, line + 8),
            location=Location("briefing.yaml", line + 5, 5),
        ),
        text=text(body, line + 20, 9),
        across_break=across_break,
        topic=text(topic, line + 9, 10) if topic else None,
        annotations=tuple(annotations),
        notes=text(notes, line + 40, 9) if notes else None,
        location=Location("briefing.yaml", line, 5),
    )


def annotation(
    at: Sequence[str], lead: Texts = "Lead", body: Texts = "text.", holds: str | None = None, *, line: int = 60
) -> AnnotationStory:
    """An annotation, its places, lead, text and claim on lines of their own."""
    return AnnotationStory(
        _ids(at, line),
        text(lead, line + 1, 15),
        text(body, line + 3, 15),
        source(holds, line + 5, 16) if holds else None,
        Location("briefing.yaml", line, 9),
    )


def message(finding: str, figure: str, texts: Texts = "der Unternehmen", holds: str | None = None) -> MessageStory:
    """A row of "at a glance", on lines 40 to 44."""
    held = source(holds, 44, 12) if holds else None
    return MessageStory(source(finding, 40, 14), source(figure, 41, 13), Claim(text(texts, 42, 11), held))


def story(
    survey: Survey,
    *findings: FindingStory,
    languages: Sequence[str] = ("de",),
    final: bool = False,
    title: Claim | None = None,
    cover: str | None = None,
    caption: Texts = "Unternehmen",
    cover_holds: str | None = None,
    messages: Sequence[MessageStory] = (),
) -> Story:
    """A briefing of those findings; the cover shows the first answer of all or the cell that `cover` names."""
    first = survey.questions[0]
    return Story(
        name="media",
        survey=survey,
        languages=tuple(languages),
        is_final=final,
        title=title or claim("Soziale Medien", line=5),
        cover=CoverStory(
            source(cover or f"{first.id}.{first.answers[0].id}", 30, 11),
            Claim(text(caption, 31, 12), source(cover_holds, 32, 10) if cover_holds else None),
        ),
        messages=tuple(messages),
        findings=findings,
    )


def _ids(ids: Sequence[str], line: int) -> tuple[SourceText, ...]:
    """Ids of a list, each at its own column: 20, 40, 60 and so on."""
    return tuple(source(each, line, 20 * number) for number, each in enumerate(ids, start=1))


def speaking_of_its_survey(told: Briefing) -> Briefing:
    """The briefing whose survey was replaced with a figure of that survey on its cover."""
    if told.cover.figure.cell.id.question in [question.id for question in told.survey.questions]:
        return told
    cells = (cell for table in told.tables.by_question.values() for cell in table.cells.values())
    cell = next(cell for cell in cells if cell.share)
    return replace(told, cover=replace(told.cover, figure=replace(told.cover.figure, cell=cell)))
