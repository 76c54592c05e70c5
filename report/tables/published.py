"""Tables of published percentages: every answer in every wave has a cell, with or without a number.

    question          w2013   w2014   w2016   size.small  size.large        columns: waves, then the segments of the
    own                24      35      49        46          57             current wave
    department         47      32      -          -           -             - not asked; a blank: not published

A published percentage becomes a share and nothing else: no base is invented, nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.diagnostics import Location
from report.survey.model import CellId, Question, SegmentColumn, Survey
from report.tables.model import Cell, CellState, Table, Tables
from report.units import Share


def tables_of(survey: Survey) -> Tables:
    """The tables of a survey, one a question; nets are rows behind the answers."""
    return Tables({question.id: _table(question, survey) for question in survey.questions})


@dataclass(frozen=True, slots=True)
class _Row:
    """An answer or a net: its id, whether the current wave asked for it, where it is written."""

    id: str
    is_asked: bool
    location: Location | None


def _table(question: Question, survey: Survey) -> Table:
    rows = [_Row(answer.id, answer.is_asked, answer.location) for answer in question.answers]
    rows += [_Row(net.id, is_asked=True, location=net.location) for net in question.nets]
    cells = [cell for row in rows for cell in _cells(row, question, survey)]
    return Table(
        question.id,
        answers=tuple(row.id for row in rows),
        waves=tuple(wave.id for wave in survey.waves),
        cells={cell.id: cell for cell in cells},
    )


def _cells(row: _Row, question: Question, survey: Survey) -> Iterator[Cell]:
    for wave in survey.waves:
        yield _cell(row, CellId(question.id, row.id, wave.id), question, survey, _n_of_wave(question, survey, wave.id))
    for segment in survey.segments:
        for column in segment.columns:
            place = CellId(question.id, row.id, survey.wave, segment.id, column.id)
            yield _cell(row, place, question, survey, _n_of_column(question, column))


def _cell(row: _Row, place: CellId, question: Question, survey: Survey, n: int | None) -> Cell:
    figure = question.figures.get(place)
    if figure:
        share = Share.of_percent(figure.percent)
        return Cell(place, CellState.PUBLISHED, share, question.decimals, n, figure.location or row.location)
    is_asked = row.is_asked or place.wave != survey.wave
    state = CellState.NOT_PUBLISHED if is_asked else CellState.NOT_ASKED
    return Cell(place, state, None, question.decimals, n, row.location)


def _n_of_wave(question: Question, survey: Survey, wave: str) -> int | None:
    """The number of respondents, by the most specific statement: question, wave, survey.

    The n of a question and of the survey are those of the current wave. Where a question was put to some of the
    respondents only (`base`), their number in the whole wave is not its n.
    """
    is_current = wave == survey.wave
    if is_current and question.n is not None:
        return question.n
    if question.base:
        return None
    of_wave = survey.wave_by_id(wave).n
    return survey.n if of_wave is None and is_current else of_wave


def _n_of_column(question: Question, column: SegmentColumn) -> int | None:
    return None if question.base else column.n
