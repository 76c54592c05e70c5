"""Tables of published percentages: every answer in every wave has a cell, with or without a number.

    question          w2013   w2014   w2016   size.small  size.large        columns: waves, then the segments of the
    own                24      35      49        46          57             current wave
    department         47      32      -          -           -             - not asked; a blank: not published

A published percentage becomes a share and nothing else: no base is invented. Nothing is computed but nets of answers
that exclude each other, where all of these were published; their cells say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from report.diagnostics import Location
from report.frozen import frozen
from report.survey.model import Answer, CellId, ColumnId, Published, PublishedFigure, Question, Segment, Survey
from report.tables.model import Banner, Bases, Cell, CellState, Column, Table, TableBreak, Tables
from report.tables.nets import computed_nets
from report.units import Share


def tables_of(published: Published) -> Tables:
    """The tables of a survey, one a question; nets are rows behind the answers."""
    waves = _waves(published.survey)
    tables = (_table(question, published, waves) for question in published.survey.questions)
    return Tables({table.question: table for table in tables}, waves)


# ------------------------------------------------------------------------------------------------------------- banners


def _waves(survey: Survey) -> Banner:
    """The waves, with the bases of the whole survey: the n that stands at the survey is that of the current wave."""
    n_by_year = Counter(wave.date.year for wave in survey.waves)
    return Banner(
        tuple(
            Column(
                ColumnId(wave.id),
                wave.date,
                shares_year=n_by_year[wave.date.year] > 1,
                bases=Bases(survey.n if wave.n is None and wave.id == survey.wave else wave.n),
                is_published=wave.is_published,
            )
            for wave in survey.waves
        )
    )


def _segment(segment: Segment, survey: Survey) -> Banner:
    columns = (
        Column(
            ColumnId(survey.wave, segment.id, column.id),
            survey.current_wave.date,
            name=column.label,
            bases=Bases(column.n),
        )
        for column in segment.columns
    )
    return Banner(tuple(columns), segment)


def _of_question(banner: Banner, question: Question, total: ColumnId) -> Banner:
    """The banner with the bases of a question: its own n of a column, else those of the whole survey.

    Where a question was put to some of the respondents only (`base`), their number in the whole column is not its n.
    """
    return replace(banner, columns=tuple(_of_question_column(column, question, total) for column in banner.columns))


def _of_question_column(column: Column, question: Question, total: ColumnId) -> Column:
    own = question.n if column.id == total else question.column_n.get(column.id)
    if own is not None:
        return replace(column, bases=Bases(own))
    return replace(column, bases=Bases()) if question.base else column


def _breaks(question: Question) -> Iterator[TableBreak]:
    for found in question.breaks:
        yield TableBreak(found.before, found.after, reason=found.reason)
    for answer in question.answers:
        if answer.break_between:
            yield TableBreak(*answer.break_between, answer=answer.id)


# --------------------------------------------------------------------------------------------------------------- cells


@frozen
class _Row:
    """An answer or a net: its id, the waves that did not ask for it, where it is written."""

    id: str
    not_asked_in: Collection[str]
    location: Location | None


def _table(question: Question, published: Published, waves: Banner) -> Table:
    survey = published.survey
    total = ColumnId(survey.wave)
    rows = [_Row(answer.id, _not_asked_in(answer, survey), answer.location) for answer in question.answers]
    rows += [_Row(net.id, (), net.location) for net in question.nets]
    waves = _of_question(waves, question, total)
    segments = tuple(_of_question(_segment(segment, survey), question, total) for segment in survey.segments)
    columns = [column for banner in (waves, *segments) for column in banner.columns]
    cells = [_cell(row, column, question, published.figures) for row in rows for column in columns]
    found = Table(
        question.id,
        answers=tuple(row.id for row in rows),
        nets=tuple(net.id for net in question.nets),
        total=total,
        waves=waves,
        segments=segments,
        breaks=tuple(_breaks(question)),
        cells={cell.id: cell for cell in cells},
    )
    return replace(found, cells={**found.cells, **dict(computed_nets(question, found))})


def _not_asked_in(answer: Answer, survey: Survey) -> Collection[str]:
    return answer.not_asked_in if answer.is_asked else (*answer.not_asked_in, survey.wave)


def _cell(row: _Row, column: Column, question: Question, figures: Mapping[CellId, PublishedFigure]) -> Cell:
    id = CellId(question.id, row.id, column.id)
    figure = figures.get(id)
    if figure:
        share, location = Share.of_percent(figure.percent), figure.location or row.location
        return Cell(id, CellState.PUBLISHED, share, question.decimals, column.bases, location=location)
    state = CellState.NOT_ASKED if column.id.wave in row.not_asked_in else CellState.NOT_PUBLISHED
    return Cell(id, state, None, question.decimals, column.bases, location=row.location)
