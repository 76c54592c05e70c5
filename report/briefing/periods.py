"""Which waves a chart over waves shows that has fewer places than there are waves.

    most = 4      2009  2010  2011  2012  2013  2014  2015      the latest, in succession
                                    ~~~~~~~~~~~~~~~~~~~~~~
    spoken of: 2009
                  ~~~~        ~~~~        ~~~~        ~~~~      from there on, about equally far apart

A rhythm gives every year a place; where that are too many, years of which nothing came out have none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from report.frozen import frozen
from report.survey.model import ColumnId, Survey
from report.tables.model import Column, Table


@frozen
class Periods:
    """The waves chosen, in order of time; `shown` of `published` are such of which something came out.

    has_gaps: whether years that the rhythm gives a place have none.
    """

    columns: tuple[ColumnId, ...]
    shown: int
    published: int
    has_gaps: bool = False


def periods_of(
    table: Table,
    answers: Sequence[str],
    survey: Survey,
    *,
    most: int,
    spoken: Collection[str],
    has_true_dates: bool = False,
) -> Periods:
    """The waves from the first with figures of the answers on, or of too many for `most` places those to be shown.

    answers: those that are shown; where a choice has to be made, it is among the waves with figures of them. spoken:
    waves that headline, marks, annotations and messages speak of. has_true_dates: the rhythm gives years no place.
    """
    is_yearly = survey.rhythm is not None and not has_true_dates
    waves = table.published_waves or (table.total.wave,)
    of_answers = [wave for wave in waves if any(table.cell(each, ColumnId(wave)).share for each in answers)]
    if len(of_answers) > 1:
        first = next(place for place, wave in enumerate(waves) if wave in of_answers or wave in spoken)
        waves = waves[first:]
    every = _between(table, waves)
    if len(of_answers) > 1 and _n_slots(every, is_yearly=is_yearly) > most:
        waves = tuple(of_answers)
        every = _between(table, waves)
    with_figures, has_gaps = [column for column in every if column.id.wave in waves], False
    if _n_slots(every, is_yearly=is_yearly) <= most:
        chosen = list(every)
    elif len(with_figures) <= most:
        chosen, has_gaps = with_figures, is_yearly
    else:
        chosen = _chosen(every, with_figures, most, spoken, is_yearly=is_yearly)
    shown = [column for column in chosen if column in with_figures]
    return Periods(tuple(column.id for column in chosen), len(shown), len(with_figures), has_gaps)


def side_by_side(table: Table, answers: Sequence[str], *, most: int, spoken: Collection[str]) -> Periods:
    """The waves with figures that stand beside each other where no time runs: all, or of more than `most` the latest.

    If that leaves out what is spoken of, evenly many from there on.
    """
    waves = table.published_waves or (table.total.wave,)
    of_answers = [wave for wave in waves if any(table.cell(each, ColumnId(wave)).share for each in answers)]
    waves = tuple(of_answers) if len(of_answers) > 1 else waves
    wanted = [place for place, wave in enumerate(waves) if wave in spoken][-most:]
    places = list(range(len(waves)))[-most:]
    if not all(place in places for place in wanted):
        places = _evenly(wanted, len(waves) - 1, most)
    return Periods(tuple(ColumnId(waves[place]) for place in places), len(places), len(waves))


def _between(table: Table, waves: Collection[str]) -> Sequence[Column]:
    """All columns from the first to the last of some waves."""
    places = [place for place, column in enumerate(table.waves.columns) if column.id.wave in waves]
    return table.waves.columns[places[0] : places[-1] + 1]


def _chosen(
    every: Sequence[Column], with_figures: Sequence[Column], most: int, spoken: Collection[str], *, is_yearly: bool
) -> list[Column]:
    """The latest in succession; if that leaves out what is spoken of, evenly many from there on."""
    starts = [place for place, column in enumerate(every) if column in with_figures]
    latest = next(every[first:] for first in starts if _n_slots(every[first:], is_yearly=is_yearly) <= most)
    wanted = [place for place, column in enumerate(with_figures) if column.id.wave in spoken][-most:]
    if all(with_figures[place] in latest for place in wanted) and sum(column in latest for column in with_figures) > 1:
        return list(latest)
    return [with_figures[place] for place in _evenly(wanted, len(with_figures) - 1, most)]


def _evenly(wanted: Sequence[int], last: int, most: int) -> list[int]:
    """Places from the first wanted one to the last, about equally far apart, the wanted ones among them."""
    first = min(wanted, default=0)
    steps = min(most - 1, last - first)
    found = [first + (2 * (last - first) * step + steps) // (2 * steps) for step in range(steps + 1)]
    for place in (place for place in wanted if place not in found):
        spare = [each for each in found if each not in wanted and each != last] or found[-1:]
        found[found.index(min(spare, key=lambda each: abs(each - place)))] = place
    return sorted(found)


def _n_slots(columns: Sequence[Column], *, is_yearly: bool) -> int:
    """The places that waves in succession take: one each; with a rhythm every year between them has one too."""
    if not is_yearly:
        return len(columns)
    years = {column.date.year for column in columns}
    return len(columns) + (max(years) - min(years) + 1 - len(years))
