"""Words the intervals that are drawn as lines on bars: the first in full, further ones by their ends alone.

Own team: 35% (95% confidence interval: 31 to 38%); cross-department teams: 33% (30 to 37%)
"""

from __future__ import annotations

from collections.abc import Collection

from report.briefing.model.prose import Fact, FactKind, Figure, Prose, told
from report.charts.model import ChartValue
from report.frozen import frozen
from report.language.model import Language
from report.language.numbers import number, percent
from report.survey.model import CellId
from report.tables.model import Interval
from report.units import Share


@frozen
class ToldIntervals:
    """Of which values an alternative text tells the interval, and which of them comes first."""

    cells: tuple[CellId, ...] = ()

    @classmethod
    def of(cls, values: Collection[ChartValue | None]) -> ToldIntervals:
        """Those of values in the order in which they are told."""
        return cls(tuple(value.cell.id for value in values if value is not None and value.cell.interval is not None))

    def words(self, value: ChartValue, language: Language) -> tuple[Prose, ...]:
        """The interval of a value; nothing where it is not told."""
        found = value.cell.interval
        if found is None or value.cell.id not in self.cells:
            return ()
        ends = _ends(found, value, language)
        if value.cell.id == self.cells[0]:
            level = percent(Share(found.confidence.fraction), 0, language).text
            confidence = Fact(FactKind.CONSTANT, level, "survey.confidence")
            ends = told(language.words.interval_told, confidence=confidence, ends=ends)
        return (ends,)


def _ends(interval: Interval, value: ChartValue, language: Language) -> Prose:
    cells, decimals = (value.cell.id,), value.cell.decimals
    lower = Figure(number(interval.lower, decimals, language), cells, expression=f"lower end of {value.expression}")
    upper = Figure(
        percent(interval.upper, decimals, language).text, cells, expression=f"upper end of {value.expression}"
    )
    return told(language.words.interval_ends, lower=lower, upper=upper)
