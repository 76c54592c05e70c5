"""How charts stand on a page: type, strokes, and what each kind measures. A kind knows nothing else of its page.

What a page has no place for is None here: words of annotations, a field of dots.

Source: docs/visual-language.md, "Type" and "Chart kinds".
"""

from __future__ import annotations

from report.formats.grid import TypeSize
from report.formats.kinds.bars import BarMeasures
from report.formats.kinds.columns import ColumnMeasures
from report.formats.kinds.diverging import DivergingMeasures
from report.formats.kinds.dumbbell import DumbbellMeasures
from report.formats.kinds.grouped import GroupedMeasures
from report.formats.kinds.line import LineMeasures
from report.formats.kinds.number import NumberMeasures
from report.formats.kinds.parts import DotFieldMeasures, PartMeasures
from report.formats.kinds.stacked import StackedMeasures
from report.formats.kinds.table import TableChartMeasures
from report.formats.signs import BreakSign, HeadNoteMeasures, KeyMeasures, NoteMeasures, TickMeasures
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class ChartMeasures:
    """All that charts of one place measure.

    hundred: the length of 100 %. label, small_label: category labels and their floor. note: words inside a chart.
    least_unit: floor of a per cent sign; least_contrast: bold text in the second accent is readable on the track from
    this size on. value_gap: between the end of a mark and its value. edge: outline of a muted mark; track_edge: of the
    track. hairline: brackets, leaders. overhang: how far letters may stand out above and below an exhibit. stamp: size
    of the stamp of a failed claim, stamp_rise: from the highest letter of the exhibit up to its baseline. ring,
    ring_stroke: the sign of what was not published. small_field: a field of dots under this size has even smaller
    unlit dots, which else would look like lit ones.
    """

    hundred: Pt
    label: TypeSize
    small_label: TypeSize
    note: TypeSize
    least_unit: Pt
    least_contrast: Pt
    value_gap: Pt
    edge: Pt
    track_edge: Pt
    hairline: Pt
    overhang: Pt
    stamp: Pt
    stamp_rise: Pt
    ring: Pt
    ring_stroke: Pt
    break_sign: BreakSign
    keys: KeyMeasures
    small_field: Pt
    tick: TickMeasures
    bars: BarMeasures
    grouped: GroupedMeasures
    number: NumberMeasures
    stacked: StackedMeasures
    diverging: DivergingMeasures
    head_notes: HeadNoteMeasures
    line: LineMeasures
    dumbbell: DumbbellMeasures
    table: TableChartMeasures
    columns: ColumnMeasures
    parts: PartMeasures
    dot_field: DotFieldMeasures | None
    notes: NoteMeasures | None

    @property
    def labels(self) -> tuple[TypeSize, TypeSize]:
        """Sizes of category labels, the floor last."""
        return self.label, self.small_label
