"""What is known of a survey and what is not, listed from its facts; and the heads of the appendix."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report.briefing.facts import Facts
from report.briefing.model import Appendix, Method, MethodFact, Paragraphs, SourceNote
from report.briefing.notes import BETWEEN, base_line, modes_by_topic, n_text
from report.briefing.sums import published_sum
from report.language.dates import date_text
from report.language.lists import join
from report.language.numbers import NO_BREAK_SPACE, count
from report.survey.model import ColumnId, Question, Rest
from report.tables.model import Cell, CellState
from report.units import Share

MOST_RESTS = 2
"""Questions whose unknown rest is listed one by one; more of them are counted."""


def method(text: Paragraphs, facts: Facts) -> Method:
    """The method page; `text` says what follows from what is not known."""
    questions, words = facts.survey.questions, facts.language.words
    topic = modes_by_topic(questions, facts, with_sums=True)
    base = base_line(questions, [facts.survey.wave], facts)
    if facts.survey.link:
        base = f"{base}, {facts.survey.link}"
    return Method(
        headline=words.method_title,
        known=tuple(MethodFact(label, value) for label, value in _known(facts)),
        unknown=tuple(_unknown(facts)),
        text=text,
        source=SourceNote(topic, base),
    )


def appendix(facts: Facts) -> Appendix:
    """The heading of the tables and the note that explains their signs."""
    survey, words = facts.survey, facts.language.words
    title = words.appendix_waves_title if _earlier_waves(facts) else words.appendix_title
    date = date_text(survey.current_wave.date, facts.language).replace(" ", NO_BREAK_SPACE)
    headline = title.format(figures=_n_figures(facts), date=date)
    topic = [*_signs(facts), modes_by_topic(survey.questions, facts)]
    if any(not question.is_exact for question in survey.questions):
        topic.append(words.wording_not_published)
    base = base_line(survey.questions, [wave.id for wave in survey.waves], facts)
    return Appendix(headline, SourceNote(BETWEEN.join(topic), base))


def _known(facts: Facts) -> Iterator[tuple[str, str]]:
    survey, words, language = facts.survey, facts.language.words, facts.language
    publisher = survey.publisher
    if survey.institute and survey.institute != publisher:
        publisher = words.conducted_by.format(publisher=publisher, institute=survey.institute)
    yield words.publisher, publisher
    if survey.sponsor:
        yield words.sponsor, survey.sponsor
    n = facts.tables.waves.column(ColumnId(survey.wave)).bases.unweighted
    respondents = survey.population.text(language.code)
    yield words.respondents, respondents if n is None else f"{respondents}, {n_text(n, facts)}"
    if survey.rhythm:
        yield words.rhythm, {"yearly": words.yearly}[survey.rhythm]
    published = [wave.label(language) for wave in facts.tables.waves.columns if wave.is_published]
    if len(published) > 1:
        yield words.waves, join(published, language)
    if survey.fieldwork:
        days = (survey.fieldwork.first, survey.fieldwork.last)
        yield words.fieldwork, " – ".join(dict.fromkeys(date_text(day, language) for day in days))
    if survey.mode:
        yield words.mode, survey.mode.text(language.code)
    if survey.weighting:
        yield words.weighting, survey.weighting.text(language.code)
    yield words.scope, _scope(facts)


def _scope(facts: Facts) -> str:
    survey, words, language = facts.survey, facts.language.words, facts.language
    date = date_text(survey.current_wave.date, language)
    scope = words.scope_value.format(
        figures=_n_figures(facts), questions=count(len(survey.questions), language), date=date
    )
    return f"{scope}, {words.scope_earlier}" if _earlier_waves(facts) else scope


def _unknown(facts: Facts) -> Iterator[str]:
    survey, words = facts.survey, facts.language.words
    if facts.tables.waves.column(ColumnId(survey.wave)).bases.unweighted is None:
        yield words.unknown_n
    if not survey.fieldwork:
        yield words.unknown_fieldwork
    if not survey.mode:
        yield words.unknown_mode
    if any(not question.is_exact for question in survey.questions):
        yield words.unknown_wording
    waves = [wave.label(facts.language) for wave in facts.tables.waves.columns if not wave.is_published]
    if waves:
        yield words.unknown_wave.format(wave=join(waves, facts.language))
    topics = [
        question.topic.text(facts.language.code) for question in survey.questions if _has_unknown_rest(question, facts)
    ]
    if len(topics) > MOST_RESTS:
        yield words.unknown_rests.format(n=len(topics))
    else:
        yield from (words.unknown_rest.format(topic=topic) for topic in topics)


def _has_unknown_rest(question: Question, facts: Facts) -> bool:
    is_declared = question.type.adds_up and question.rest in (Rest.UNPUBLISHED, Rest.UNKNOWN)
    table = facts.tables.table(question.id)
    return is_declared and published_sum(question, table, table.total) < Share(Decimal(1))


def _totals(facts: Facts) -> list[Cell]:
    """Every cell of a wave's total, nets included."""
    tables = facts.tables.by_question.values()
    return [cell for table in tables for cell in table.cells.values() if cell.id.column.is_total]


def _n_figures(facts: Facts) -> str:
    """How many shares of the current wave were published."""
    cells = [cell for cell in _totals(facts) if cell.id.wave == facts.survey.wave]
    return count(sum(cell.share is not None for cell in cells), facts.language)


def _earlier_waves(facts: Facts) -> bool:
    return any(cell.share is not None and cell.id.wave != facts.survey.wave for cell in _totals(facts))


def _signs(facts: Facts) -> Iterator[str]:
    """What the signs in the tables mean, as far as they occur."""
    words, states = facts.language.words, [cell.state for cell in _totals(facts)]
    if CellState.NOT_PUBLISHED in states:
        yield f"{words.not_published_short} = {words.not_published}"
    if CellState.NOT_ASKED in states:
        yield f"– = {words.not_asked}"
    questions = facts.survey.questions
    if any(question.breaks or any(answer.break_between for answer in question.answers) for question in questions):
        yield f"// = {words.not_comparable}"
