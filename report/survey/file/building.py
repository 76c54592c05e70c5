"""From a survey as its file has it to the frozen values that the stages read; the file is without fault by then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import overload

from report.diagnostics import SourceText
from report.language.registry import available, load
from report.survey.file.counts import Counts
from report.survey.file.figures import as_printed, printed_decimals
from report.survey.file.schema import (
    AnswerFile,
    BreakFile,
    NetFile,
    QuestionFile,
    SegmentFile,
    SurveyFile,
    TypeSource,
    WaveFile,
)
from report.survey.model import (
    Answer,
    AnswerOrder,
    Break,
    CellId,
    ColumnId,
    Fieldwork,
    Net,
    Published,
    PublishedFigure,
    Question,
    QuestionType,
    Rest,
    Segment,
    SegmentColumn,
    Statistic,
    Survey,
    Translated,
    Unit,
    UnitForm,
    Wave,
)
from report.survey.model.respondents import PercentOf
from report.units import Between
from report.yaml_source import Nouns, Placed, Texts, digest_of


def published_of(file: SurveyFile) -> Published:
    """The survey that a file describes, with the percentages that it lists."""
    survey = survey_of(file)
    figures = (_figures(question_id, question, survey.wave) for question_id, question in file.questions.items())
    return Published(survey, dict(chain.from_iterable(figures)))


def survey_of(file: SurveyFile) -> Survey:
    """The survey; one that lists no waves has one, of the date of publication."""
    language = file.language.text if file.language else ""
    waves = tuple(_wave(wave_id, wave, language) for wave_id, wave in file.waves.items()) or (_only_wave(file),)
    return Survey(
        title=_text(file.title, language),
        short_title=_text(file.short_title or file.title, language),
        publisher=file.publisher,
        institute=file.institute,
        published=file.published.value,
        population=_text(file.population, language),
        unit=_unit(file.unit, language),
        wave=file.wave.text if file.wave else waves[0].id,
        waves=waves,
        questions=tuple(
            _question(question_id, question, file, waves) for question_id, question in file.questions.items()
        ),
        sample=file.sample,
        rhythm=file.rhythm.value if file.rhythm else None,
        segments=tuple(_segment(segment_id, segment, language) for segment_id, segment in file.segments.items()),
        n=_number(file.n),
        fieldwork=Fieldwork(file.fieldwork.first.value, file.fieldwork.last.value) if file.fieldwork else None,
        mode=_text(file.mode, language),
        weighting=_text(file.weighting, language),
        sponsor=file.sponsor,
        source=_text(file.source, language),
        link=SourceText(file.link, ((0, file.place_of("link")),)) if file.link else None,
        note=_text(file.note, language),
        digest=digest_of(_without_engine(file)),
        location=file.named_at,
    )


def _without_engine(file: SurveyFile) -> SurveyFile:
    """The file without what counts its rows: no number is another for that."""
    return file.with_values(data=file.data.with_values(engine=None)) if file.data else file


# ------------------------------------------------------------------------------------------------ waves and segments


def _wave(wave_id: str, wave: WaveFile, language: str) -> Wave:
    return Wave(
        id=wave_id,
        date=wave.date.value,
        is_published=wave.published,
        source=_text(wave.source, language),
        n=_number(wave.n),
        location=wave.named_at,
    )


def _only_wave(file: SurveyFile) -> Wave:
    date = file.published.value
    return Wave(f"w{date.year}", date, location=file.place_of("published"))


def _segment(segment_id: str, segment: SegmentFile, language: str) -> Segment:
    columns = tuple(
        SegmentColumn(column_id, _text(column.label, language), _number(column.n))
        for column_id, column in segment.columns.items()
    )
    return Segment(segment_id, _text(segment.label, language), columns)


# ----------------------------------------------------------------------------------------------------------- questions


def _question(question_id: str, question: QuestionFile, file: SurveyFile, waves: Sequence[Wave]) -> Question:
    language, order = file.language.text if file.language else "", [wave.id for wave in waves]
    current = file.wave.text if file.wave else order[0]
    return Question(
        id=question_id,
        type=question.type,
        topic=_text(question.topic, language),
        label=_text(question.label, language),
        answers=tuple(_answer(answer_id, answer, language, order) for answer_id, answer in question.answers.items()),
        decimals=0 if question.type is QuestionType.NUMERIC else printed_decimals(question),
        type_is_inferred=question.type_source is TypeSource.INFERRED,
        wording=question.wording.everywhere if question.wording else None,
        wordings=question.wording.by_language if question.wording else {},
        rest=_rest(question),
        order=question.order or AnswerOrder.SIZE,
        nets=tuple(_net(net_id, net, language) for net_id, net in question.nets.items()),
        breaks=tuple(_break(each, language, order) for each in question.breaks),
        base=_text(question.base, language),
        unit=_unit(question.unit, language) if question.unit else None,
        n=_number(question.n.total) if question.n else None,
        column_n=_column_n(question.n, current) if question.n else {},
        cell_n=dict(_cell_n(question_id, question, current)),
        note=_text(question.note, language),
        scale=question.scale.text if question.scale else None,
        short=_text(question.short, language),
        scores=tuple(_score(each) for each in question.type.statistics),
        measured_in=_text(question.measured_in, language),
        score_decimals=_score_decimals(question),
        location=question.named_at,
    )


def _score(statistic: Statistic) -> Net:
    """A score by its name in every language."""
    names = {code: getattr(load(code).words, statistic.name.lower()) for code in available()}
    return Net(statistic.value, Translated({code: SourceText(name) for code, name in names.items()}), ())


DECIMALS_OF_NUMBERS = 1
"""Digits after the mark of means and medians, where nobody says how many."""


def _score_decimals(question: QuestionFile) -> int:
    """The digits of scores; a net promoter score has those of the shares that it is the difference of."""
    if question.decimals:
        return question.decimals.value
    return DECIMALS_OF_NUMBERS if question.type is QuestionType.NUMERIC else 0


def _rest(question: QuestionFile) -> Rest | None:
    """What no answer covers: where respondents are counted those who were asked and gave none."""
    is_counted = question.percent_of is PercentOf.ASKED and question.type.adds_up
    return Rest.NO_ANSWER if is_counted else question.rest


def _column_n(counts: Counts, current: str) -> dict[ColumnId, int]:
    return {_column_id(name, current): count.value for name, count in counts.by_column.items()}


def _cell_n(question_id: str, question: QuestionFile, current: str) -> Iterator[tuple[CellId, int]]:
    """How many single answers and nets stand on, by cell."""
    for name, entry in question.entries.items():
        if entry.n and entry.n.total:
            yield CellId(question_id, name, ColumnId(current)), entry.n.total.value
        for column, n in _column_n(entry.n, current).items() if entry.n else ():
            yield CellId(question_id, name, column), n


def _column_id(name: str, current: str) -> ColumnId:
    segment, dot, column = name.partition(".")
    return ColumnId(current, segment, column) if dot else ColumnId(name)


def _answer(answer_id: str, answer: AnswerFile, language: str, order: Sequence[str]) -> Answer:
    return Answer(
        id=answer_id,
        label=_text(answer.label, language),
        short=_text(answer.short, language),
        says=_text(answer.says, language),
        role=answer.role,
        is_asked=answer.current is None,
        not_asked_in=tuple(wave.text for wave in answer.not_asked),
        earlier_labels={wave: _text(label, language) for wave, label in answer.earlier_label.items()},
        break_between=_in_order(answer.break_between, order) if answer.break_between else None,
        location=answer.named_at,
    )


def _net(net_id: str, net: NetFile, language: str) -> Net:
    return Net(
        net_id,
        _text(net.label, language),
        tuple(member.text for member in net.of),
        short=_text(net.short, language),
        location=net.named_at,
    )


def _break(each: BreakFile, language: str, order: Sequence[str]) -> Break:
    return Break(*_in_order(each.between, order), _text(each.reason, language))


def _in_order(waves: Sequence[SourceText], order: Sequence[str]) -> tuple[str, str]:
    before, after = sorted((wave.text for wave in waves), key=order.index)
    return before, after


def _figures(question_id: str, question: QuestionFile, current: str) -> Iterator[tuple[CellId, PublishedFigure]]:
    for kinds in (question.answers, question.nets):
        for name, entry in kinds.items():
            if entry.percent:
                yield CellId(question_id, name, ColumnId(current)), _figure(entry.percent, question)
    for wave, column in question.earlier.items():
        for name, percent in column.items():
            yield CellId(question_id, name, ColumnId(wave)), _figure(percent, question)
    for segment, columns in question.segments.items():
        for column_id, column in columns.items():
            for name, percent in column.items():
                place = ColumnId(current, segment, column_id)
                yield CellId(question_id, name, place), _figure(percent, question)


def _figure(percent: Placed[Decimal | Between], question: QuestionFile) -> PublishedFigure:
    return PublishedFigure(as_printed(percent.value, question), percent.location)


# -------------------------------------------------------------------------------------------------------- single values


@overload
def _text(texts: Texts, language: str) -> Translated: ...
@overload
def _text(texts: Texts | None, language: str) -> Translated | None: ...
def _text(texts: Texts | None, language: str) -> Translated | None:
    return Translated(texts.in_language(language), texts.location) if texts else None


def _unit(unit: Nouns, language: str) -> Unit:
    forms = {UnitForm(form): _text(texts, language) for form, texts in unit.forms.items()}
    return Unit(_text(unit, language), forms)


def _number(number: Placed[int] | None) -> int | None:
    return number.value if number else None
