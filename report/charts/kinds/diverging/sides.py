"""The names of the two sides at the axis, where there is no room for those of the answers.

             disagree | agree
Content
            7 % ▇▒▒▒▒▒|▒▒▒▒▒▒▒▇▇▇▇▇ 79 %
"""

from __future__ import annotations

from report.charts.bands.legends import Legend, legend_of
from report.charts.marks.colors import Paint
from report.charts.marks.text import DESCENT, label_style, text_mark
from report.charts.model import Chart, ChartColumn, Setting
from report.charts.order import is_marked
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole
from report.formats.across import HeadMeasures
from report.frozen import frozen
from report.text.model import Style
from report.units import Color, Pt


@frozen
class SideNames:
    """Agreement and rejection on one line, each on its side of the axis as far as the width allows."""

    agreement: str
    rejection: str
    styles: tuple[Style, Style]
    measures: HeadMeasures
    setting: Setting

    @property
    def width(self) -> Pt:
        """Of both names with what is clear between them."""
        agreement, rejection = self._widths
        return rejection + self.measures.apart + agreement

    @property
    def height(self) -> Pt:
        """Down to the first label."""
        size = self.measures.name
        return size.size + DESCENT * size.size + self.measures.height - self.measures.line

    def marks(self, middle: Pt, width: Pt) -> list[Mark]:
        """The two names around an axis at `middle`, inside the width."""
        rejection, apart = self._widths[1], self.measures.apart
        left = min(max(0.0, middle - apart / 2 - rejection), width - self.width)
        return [
            text_mark(MarkRole.LABEL, text, style, x=x, baseline=self.measures.name.size, fonts=self.setting.fonts)
            for text, style, x in (
                (self.rejection, self.styles[1], left),
                (self.agreement, self.styles[0], left + rejection + apart),
            )
        ]

    @property
    def _widths(self) -> tuple[Pt, Pt]:
        fonts, (agreeing, rejecting) = self.setting.fonts, self.styles
        return fonts.width(self.agreement, agreeing), fonts.width(self.rejection, rejecting)


def names_of_sides(
    chart: Chart, width: Pt, measures: HeadMeasures, setting: Setting
) -> SideNames | Legend | Diagnostic:
    """The names at the axis; in lines behind small squares where they are too wide for that."""
    colors = _colors(chart, setting)
    styles = tuple(label_style(measures.name.size, color, is_bold=True) for color in colors)
    agreement, rejection = chart.nets
    names = SideNames(agreement.wording.text, rejection.wording.text, (styles[0], styles[1]), measures, setting)
    if names.width <= width:
        return names
    sides = [(ChartColumn(net.wording, net.id), (Paint(color),)) for net, color in zip(chart.nets, colors, strict=True)]
    return legend_of(sides[::-1], width, chart, measures, setting, own_lines=0)


def _colors(chart: Chart, setting: Setting) -> tuple[Color, Color]:
    """Those of the sides, which rows that stand out are painted in; that of text where none does."""
    if not any(is_marked(row) for row in chart.rows):
        return setting.ground.text, setting.ground.text
    scale = setting.ground.several.scale
    return scale.agreement.strong, scale.rejection.strong
