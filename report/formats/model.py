"""A format: how large a page is, where its columns lie, how charts stand on it. Lengths are points, y down."""

from __future__ import annotations

from report.formats.charts import ChartMeasures
from report.formats.grid import Grid
from report.frozen import frozen
from report.units import Pt


@frozen
class Format:
    """A page to lay out on. right: the right margin's x.

    charts: of a box as wide as the measure; narrow_charts: of any narrower place, such as beside a statement.
    """

    name: str
    width: Pt
    height: Pt
    grid: Grid
    right: Pt
    charts: ChartMeasures
    narrow_charts: ChartMeasures

    @property
    def measure(self) -> Pt:
        """The width between the margins."""
        return self.right - self.grid.left
