"""The columns of a chart over waves: one a period of the survey's rhythm, and the breaks between them.

2013   2014   2015   2016        rhythm: yearly, waves of 2013, 2014 and 2016, that of 2015 not published
  |      |      o  /// |         a break between 2014 and 2016 spans the period in between
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from report.charts.model import ChartColumn
from report.language.dates import PartialDate, date_text, year_text
from report.language.model import Language
from report.survey.model import Survey, Wave

YEARLY = "yearly"


def columns_over_waves(survey: Survey, shown: Sequence[str], language: Language) -> tuple[ChartColumn, ...]:
    """The slots from the first to the last of the waves `shown`, in order of time.

    With a yearly rhythm every year in between has a slot, and so has a wave known not to be published; without a
    rhythm only the waves shown have one.
    """
    waves = [wave for wave in survey.waves if wave.id in shown]
    if survey.rhythm != YEARLY or not waves:
        return _columns(waves, language)
    between = [wave for wave in survey.waves if waves[0].date <= wave.date <= waves[-1].date]
    listed = [wave for wave in between if wave.id in shown or not wave.is_published]
    return tuple(_every_year(listed, language))


def columns_around(columns: Sequence[ChartColumn], survey: Survey, before: str, after: str) -> tuple[int, int] | None:
    """The columns between which the break of two waves lies, by index; None if they are all on one side of it.

    A wave of the break that has no column is stood in for by the nearest one further away.
    """
    order = {wave.id: place for place, wave in enumerate(survey.waves)}
    places = [(order[column.wave], index) for index, column in enumerate(columns) if column.wave is not None]
    earlier = [index for place, index in places if place <= order[before]]
    later = [index for place, index in places if place >= order[after]]
    return (earlier[-1], later[0]) if earlier and later else None


def _every_year(waves: Sequence[Wave], language: Language) -> Iterator[ChartColumn]:
    columns = _columns(waves, language)
    for year in range(waves[0].date.year, waves[-1].date.year + 1):
        of_year = [column for wave, column in zip(waves, columns, strict=True) if wave.date.year == year]
        yield from of_year or [ChartColumn(label=year_text(PartialDate(year), language), wave=None)]


def _columns(waves: Sequence[Wave], language: Language) -> tuple[ChartColumn, ...]:
    """Labelled by their years, the waves of a year that has several by their whole dates."""
    in_year = Counter(wave.date.year for wave in waves)
    return tuple(
        ChartColumn(
            label=(year_text if in_year[wave.date.year] == 1 else date_text)(wave.date, language),
            wave=wave.id,
            is_published=wave.is_published,
        )
        for wave in waves
    )
