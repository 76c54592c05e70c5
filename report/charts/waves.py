"""The columns of a chart: of a banner; over waves one a period of the survey's rhythm.

2013   2014   2015   2016        rhythm: yearly, waves of 2013, 2014 and 2016, that of 2015 not published
  |      |      o     |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.briefing.model.prose import Fact, FactKind, Prose, fixed, worded
from report.briefing.model.terms import base_of, column_label
from report.charts.model import ChartColumn
from report.language.dates import PartialDate, year_text
from report.language.model import Language
from report.survey.model import ColumnId
from report.tables.model import Column, Table

YEARLY = "yearly"


def columns_over_waves(
    waves: Sequence[Column], shown: Sequence[ColumnId], *, rhythm: str | None, most: int, language: Language
) -> tuple[ChartColumn, ...]:
    """The slots from the first to the last of the waves `shown`, in order of time.

    With a yearly rhythm every year in between has a slot, and so has a wave known not to be published; without a
    rhythm, and where these would be more than `most`, only the waves shown have one.
    """
    asked = [wave for wave in waves if wave.id in shown]
    if rhythm != YEARLY or not asked:
        return columns_side_by_side(asked, language)
    between = [wave for wave in waves if asked[0].date <= wave.date <= asked[-1].date]
    listed = [wave for wave in between if wave.id in shown or not wave.is_published]
    slots = tuple(_every_year(listed, language))
    return slots if len(slots) <= most else columns_side_by_side(asked, language)


def columns_at_dates(waves: Sequence[Column], shown: Sequence[ColumnId], language: Language) -> tuple[ChartColumn, ...]:
    """The waves `shown` in order of time, and those between them of which nothing came out."""
    places = [place for place, wave in enumerate(waves) if wave.id in shown]
    between = waves[places[0] : places[-1] + 1] if places else ()
    return columns_side_by_side([wave for wave in between if wave.id in shown or not wave.is_published], language)


def columns_side_by_side(columns: Sequence[Column], language: Language) -> tuple[ChartColumn, ...]:
    """A slot for each of the columns."""
    return tuple(_chart_column(column, language) for column in columns)


def columns_of_banners(shown: Sequence[ColumnId], table: Table, language: Language) -> tuple[ChartColumn, ...]:
    """Groups, each with the segmentation that it belongs to, and before them all who were asked."""
    segments = {banner.segment.id: banner.segment for banner in table.segments if banner.segment}

    def column_of(id: ColumnId) -> ChartColumn:
        column = _chart_column(table.column(id), language)
        if id.segment is None:
            return replace(column, wording=fixed(language.words.all_asked.capitalize()), date=None, is_total=True)
        return replace(column, banner=worded(segments[id.segment].label, language))

    return tuple(column_of(id) for id in shown)


def _every_year(waves: Sequence[Column], language: Language) -> Iterator[ChartColumn]:
    for year in range(waves[0].date.year, waves[-1].date.year + 1):
        of_year = [_chart_column(wave, language) for wave in waves if wave.date.year == year]
        yield from of_year or [ChartColumn(_empty_year(year, language), name=None)]


def _empty_year(year: int, language: Language) -> Prose:
    return Prose((Fact(FactKind.DATE, year_text(PartialDate(year), language), "survey.rhythm"),))


def _chart_column(column: Column, language: Language) -> ChartColumn:
    date = column.date if column.id.is_total else None
    return ChartColumn(
        column_label(column, language),
        column.id.name,
        is_published=column.is_published,
        short=column.short_label(language),
        date=date,
        base=base_of(column, language),
        n=column.n,
        most=column.most,
        few=column.bases.least_unmarked if column.n is not None and column.bases.is_small else None,
        is_effective=round(column.bases.effective or column.n or 0) != (column.n or 0),
    )
