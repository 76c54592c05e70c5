"""The charts of one briefing, made when a document first asks for them: the `ChartBook` that the pipeline hands out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from report.briefing.model import BigFigure, Briefing
from report.briefing.model.prose import FactKind, Late, Prose
from report.charts.alternative import alternative_text, field_alternative
from report.charts.compose import compose_chart, figure_chart
from report.charts.field import lay_out_field
from report.charts.model import Chart, Highlight, KindLayout, Setting
from report.charts.order import greatest_share, largest, steps_of
from report.charts.pictured import pictured
from report.drawing.model import Drawing
from report.frozen import frozen
from report.kinds import FIELD, TABLE
from report.units import Pt


@frozen
class Book:
    """The charts by the id of their finding or statement, and the layouts of kinds by their words."""

    briefing: Briefing
    charts: Mapping[str, Chart]
    layouts: Mapping[str, KindLayout]

    @classmethod
    def of(cls, briefing: Briefing, layouts: Mapping[str, KindLayout]) -> Book:
        """All charts of a briefing."""
        exhibits = [
            (shown.id, shown.exhibit, shown.is_supported) for shown in briefing.sequence() if shown.exhibit is not None
        ]
        charts = {
            id: compose_chart(
                exhibit, id, kind=layouts[exhibit.kind].kind, briefing=briefing, is_supported=is_supported
            )
            for id, exhibit, is_supported in exhibits
        }
        over_waves = [chart for chart in charts.values() if layouts[chart.kind].kind.is_over_time]
        ceiling = max((greatest_share(row) for chart in over_waves for row in chart.rows), default=0.0)
        charts |= {chart.id: replace(chart, ceiling=ceiling) for chart in over_waves}
        return cls(briefing, charts, layouts)

    def chart(self, id: str) -> Chart:
        """The chart of the finding or statement of that id; KeyError if it has no exhibit."""
        return self.charts[id]

    def kind(self, word: str) -> KindLayout:
        """The layout of the kind of that name; KeyError for one that does not exist (composing has refused it)."""
        return self.layouts[word]

    def largest(self, chart: Chart, count: int) -> Chart:
        """The marked rows and the largest others, `count` in all, in display order; the rest counted in `further`."""
        return largest(chart, count)

    def steps_of(self, chart: Chart) -> Chart:
        """The steps of an order alone, with what else has to stay."""
        return steps_of(chart)

    def pictured(self, chart: Chart, spoken: Collection[str]) -> Chart:
        """The chart as pictures show it that stand by themselves: a table as bars."""
        return pictured(chart, spoken) if chart.kind == TABLE.word else chart

    def figure(self, figure: BigFigure, highlight: Highlight) -> Chart:
        """The chart of one figure, to be drawn as a field of dots."""
        return figure_chart(figure, self.briefing, highlight)

    def field(self, chart: Chart, size: Pt, setting: Setting) -> Drawing:
        """The field of dots of one figure, `size` points wide and high."""
        return lay_out_field(chart, size, setting)

    def alternative(self, chart: Chart) -> Prose:
        """What stands for the chart where it cannot be seen; the form in which it is drawn is told late."""
        if chart.kind == FIELD.word:
            return field_alternative(chart, self.briefing.language)
        return alternative_text(chart, self.briefing.language, Late(FactKind.FORM, chart.id))
