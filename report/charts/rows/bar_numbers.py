"""Where the number of a bar stands: behind its end, on the track and clear of the tick, or on the bar.

▇▇▇▇▇▇▇│▇▇ 43 %
▇▇▇▇▇  │ 30 %        behind a tick that would cut it
▇▇▇▇├─▇─┤ 30 %       behind the line of an interval
▇▇▇▇▇ 30 %│          between bar and tick where there is room: behind the tick it would read as the number of that
"""

from __future__ import annotations

from report.charts.marks.differences import difference_width
from report.charts.marks.numbers import NumberStyle, number_width
from report.charts.marks.text import digit_height
from report.charts.model import Setting
from report.charts.rows.ticks import Tick
from report.charts.rows.whiskers import Whisker
from report.frozen import frozen
from report.language.numbers import NumberText
from report.units import NOISE, Color, Pt

EDGE_SHARE = 0.5
"""What is clear between a number and the end of the track, as a share of the gap between bar and number."""
COMMA = ","
COMMA_DEPTH = 0.136
"""How far a decimal comma reaches below the digits, as a share of their size."""


@frozen(kw_only=True)
class BarNumber:
    """A number whose bar of a thickness begins at `left` and ends at `end`, on a track of a length.

    on_bar: its colour where it stands on the bar. whisker: the line of its interval, which it keeps clear of.
    rest: whether a sign stands behind it, as in `ChartValue`.
    """

    number: NumberText
    left: Pt
    length: Pt
    end: Pt
    thickness: Pt
    tick: Tick | None
    on_bar: Color
    setting: Setting
    whisker: Whisker | None = None
    rest: int = 0

    @property
    def last(self) -> Pt:
        """Where bar and line end."""
        return max(self.end, self.whisker.upper) if self.whisker else self.end

    @property
    def first(self) -> Pt:
        """Where the one of them begins on the bar that a number has to end before: its end, or the line."""
        return min(self.end, self.whisker.lower) if self.whisker else self.end

    def placed(self, style: NumberStyle, least: Pt) -> tuple[NumberStyle, Pt]:
        """The style and the x of the number: as it is beside the bar, else on it; else so in the size `least`."""
        for each in (style, style.at_most(least)):
            if (x := self._beside(each)) is not None:
                return each, x
            inside = each.at_most(self._highest).colored(self.on_bar)
            if (x := self._inside(inside)) is not None:
                return inside, x
        return each, self._behind(self.last + self.setting.measures.value_gap, self._width(each))

    @property
    def _highest(self) -> Pt:
        """The largest size that a thin bar holds: a comma below its digits would be lost on the ground."""
        measures, below = self.setting.measures, COMMA_DEPTH if COMMA in self.number.digits else 0.0
        free = self.thickness - 2 * measures.bars.inside_clear
        return max(measures.small_label.size, free / (digit_height(self.setting.fonts) + 2 * below))

    def _width(self, style: NumberStyle) -> Pt:
        fonts = self.setting.fonts
        return number_width(self.number, style, fonts) + difference_width(self.rest, style, fonts)

    def _behind(self, x: Pt, width: Pt) -> Pt:
        return self.tick.beside(x, width, self.setting) if self.tick else x

    def _beside(self, style: NumberStyle) -> Pt | None:
        """Behind the bar; where the tick would cut it there, before the tick if there is room, else behind it."""
        width, usual = self._width(style), self.last + self.setting.measures.value_gap
        x = self._behind(usual, width)
        if self.tick and x != usual:
            free = self.tick.x - self.last - width
            if free >= self.setting.measures.tick.value_gap:
                return self.last + free / 2
        end = self.left + self.length - EDGE_SHARE * self.setting.measures.value_gap
        return x if x + width <= end + NOISE else None

    def _inside(self, style: NumberStyle) -> Pt | None:
        width = self._width(style)
        x = self.first - self.setting.measures.value_gap - width
        if self.tick and self._behind(x, width) != x:
            x = self.tick.x - self.setting.measures.tick.value_gap - width
        return x if x >= self.left else None
