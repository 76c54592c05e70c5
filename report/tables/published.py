"""Tables of published percentages: every answer in every wave has a cell, with or without a number.

    question          w2013   w2014   w2016   size.small  size.large        columns: waves, then the segments of the
    own                24      35      49        46          57             current wave
    department         47      32      -          -           -             - not asked; a blank: not published

A published percentage becomes a share and nothing else: no base is invented. Nothing is computed but nets of answers
that exclude each other, where all of these were published; their cells say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from report.survey.model import CellId, ColumnId, Published, PublishedFigure, Question, Survey
from report.tables.frame import Row, groups_of, table_of, waves_of, without_number
from report.tables.model import Banner, Bases, Cell, CellState, Column, Table, Tables
from report.tables.nets import computed_nets
from report.units import Share


def tables_of(published: Published) -> Tables:
    """The tables of a survey, one a question; nets are rows behind the answers."""
    waves = waves_of(published.survey, lambda column: _bases_of_wave(column, published.survey))
    tables = (_table(question, published, waves) for question in published.survey.questions)
    return Tables({table.question: table for table in tables}, waves)


# --------------------------------------------------------------------------------------------------------------- bases


def _bases_of_wave(column: ColumnId, survey: Survey) -> Bases:
    """The bases of a whole wave: the n that stands at the survey is that of the current one."""
    n = survey.wave_by_id(column.wave).n
    return Bases(survey.n if n is None and column.wave == survey.wave else n)


def _bases_of_group(column: ColumnId, survey: Survey) -> Bases:
    segment = next(segment for segment in survey.segments if segment.id == column.segment)
    return Bases(next(group.n for group in segment.columns if group.id == column.column))


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


# --------------------------------------------------------------------------------------------------------------- cells


def _table(question: Question, published: Published, waves: Banner) -> Table:
    survey, total = published.survey, ColumnId(published.survey.wave)
    segments = [
        groups_of(segment, survey, lambda column: _bases_of_group(column, survey)) for segment in survey.segments
    ]
    found = table_of(
        question,
        survey,
        _of_question(waves, question, total),
        [_of_question(segment, question, total) for segment in segments],
        lambda row, column: _cell(row, column, question, published.figures),
    )
    counted = found if not question.cell_n else _by_cell(question, found)
    return replace(counted, cells={**counted.cells, **dict(computed_nets(question, counted))})


def _by_cell(question: Question, table: Table) -> Table:
    """The table with the n of single answers and nets; a column of different ones has the least and the most of them.

    So it has of one whose own n is unknown, where its answers tell theirs.
    """
    own = {id: replace(table.cells[id], bases=Bases(n)) for id, n in question.cell_n.items()}
    counted = replace(table, cells={**table.cells, **own})
    waves, *segments = (
        replace(banner, columns=tuple(counted.standing_on(column.id, counted.answers) for column in banner.columns))
        for banner in counted.banners
    )
    return replace(counted, waves=waves, segments=tuple(segments))


def _cell(row: Row, column: Column, question: Question, figures: Mapping[CellId, PublishedFigure]) -> Cell:
    figure = figures.get(CellId(question.id, row.id, column.id))
    cell = without_number(row, column, question)
    if figure is None:
        return cell
    share, location = Share.of_percent(figure.percent), figure.location or row.location
    return replace(cell, state=CellState.PUBLISHED, value=share, location=location)
