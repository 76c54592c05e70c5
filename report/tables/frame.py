"""What tables have in common wherever their numbers come from: banners, rows, breaks, what was not asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from report.diagnostics import Location
from report.frozen import frozen
from report.survey.model import Answer, CellId, ColumnId, Question, Segment, Survey
from report.tables.model import Banner, Bases, Cell, CellState, Column, Table, TableBreak

BasesOf = Callable[[ColumnId], Bases]
"""The bases of a column, by its id."""


def waves_of(survey: Survey, bases_of: BasesOf) -> Banner:
    """The banner of the totals: all waves in order of time."""
    n_by_year = Counter(wave.date.year for wave in survey.waves)
    return Banner(
        tuple(
            Column(
                ColumnId(wave.id),
                wave.date,
                shares_year=n_by_year[wave.date.year] > 1,
                bases=bases_of(ColumnId(wave.id)),
                is_published=wave.is_published,
            )
            for wave in survey.waves
        )
    )


def groups_of(segment: Segment, survey: Survey, bases_of: BasesOf) -> Banner:
    """The banner of a segmentation, in the current wave."""
    ids = [(column, ColumnId(survey.wave, segment.id, column.id)) for column in segment.columns]
    date = survey.current_wave.date
    return Banner(tuple(Column(id, date, name=column.label, bases=bases_of(id)) for column, id in ids), segment)


@frozen
class Row:
    """An answer or a net: its id, the waves that did not ask for it, where it is written."""

    id: str
    not_asked_in: Collection[str]
    location: Location | None


CellOf = Callable[[Row, Column], Cell]
"""The cell of a row in a column."""


def table_of(question: Question, survey: Survey, waves: Banner, segments: Sequence[Banner], cell_of: CellOf) -> Table:
    """The table of a question: the answers, then the nets, in the columns of all banners."""
    rows = [Row(answer.id, _not_asked_in(answer, survey), answer.location) for answer in question.answers]
    rows += [Row(net.id, (), net.location) for net in question.nets]
    columns = [column for banner in (waves, *segments) for column in banner.columns]
    cells = [cell_of(row, column) for row in rows for column in columns]
    return Table(
        question.id,
        answers=tuple(row.id for row in rows),
        nets=tuple(net.id for net in question.nets),
        total=ColumnId(survey.wave),
        waves=waves,
        segments=tuple(segments),
        breaks=tuple(_breaks(question)),
        cells={cell.id: cell for cell in cells},
    )


def without_number(row: Row, column: Column, question: Question) -> Cell:
    """The cell of a row in a column that has no number for it."""
    is_asked = column.id.wave not in row.not_asked_in
    state = CellState.NOT_PUBLISHED if is_asked else CellState.NOT_ASKED
    id = CellId(question.id, row.id, column.id)
    return Cell(id, state, None, question.decimals, column.bases, location=row.location)


def _breaks(question: Question) -> Iterator[TableBreak]:
    """The waves between which a question is not comparable, or an answer of it."""
    for found in question.breaks:
        yield TableBreak(found.before, found.after, reason=found.reason)
    for answer in question.answers:
        if answer.break_between:
            yield TableBreak(*answer.break_between, answer=answer.id)


def _not_asked_in(answer: Answer, survey: Survey) -> Collection[str]:
    """The waves that did not offer an answer."""
    return answer.not_asked_in if answer.is_asked else (*answer.not_asked_in, survey.wave)
