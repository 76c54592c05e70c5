"""The part of a chart as DrawingML writes it: plot, series with their numbers, axes.

Axes are numbered from 1: numbers are a chart's own, and negative ones, which some writers give, are no valid ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lxml import etree

from report.deck.model import PlacedChart
from report.deck.model.charts import Flow, NativeChart, Paint, Point, Series
from report.deck.native.drawn import plain
from report.deck.native.labels_xml import cells_of_labels, fraction, labels, most_common
from report.deck.native.looks_xml import line, text, unseen
from report.deck.native.workbook import column_range, header_cell, interval_columns, serialized, text_columns
from report.deck.scheme import theme_fill
from report.deck.shape_xml import properties, transform
from report.deck.text_xml import Pen, emu
from report.ooxml.elements import NAMESPACES, element, text_element
from report.text.model import Face, Style
from report.units import Color, Pt

CATEGORY_AXIS, VALUE_AXIS = 1, 2
LEAST_DOT = 2
"""Source: ECMA-376 part 1 (ST_MarkerSize)."""
MOST_GAP = 500
"""In per cent of a bar. Source: ECMA-376 part 1 (ST_GapAmountPercent)."""
ADDED: Pt = 12.0
"""The size of what people add to a chart, such as a title."""
WORKBOOK = "rId1"
"""The relationship of the part to its workbook, the only one that it has."""


def chart_part(chart: NativeChart, pen: Pen) -> bytes:
    """The part, whose workbook is its first relationship."""
    return serialized(_Writer(chart, pen).space())


def chart_shape(placed: PlacedChart, id: int, relationship: str) -> etree._Element:
    """The frame of a chart on its slide, which shows the related part."""
    heading = element(
        "p:nvGraphicFramePr",
        properties(placed.name, id, is_decorative=placed.alternative is None, description=placed.alternative or ""),
        element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=1)),
        element("p:nvPr"),
    )
    data = element("a:graphicData", element("c:chart", attributes={"r:id": relationship}), uri=NAMESPACES["c"])
    return element("p:graphicFrame", heading, transform("p:xfrm", placed.box), element("a:graphic", data))


class _Writer:
    def __init__(self, chart: NativeChart, pen: Pen) -> None:
        self.chart, self.pen = chart, pen

    def space(self) -> etree._Element:
        added = Style(Face.REGULAR, ADDED, self.pen.ground.text)
        return element(
            "c:chartSpace",
            element("c:date1904", val=0),
            element("c:lang", val=self.pen.language_tag),
            element("c:roundedCorners", val=0),
            element(
                "c:chart",
                element("c:autoTitleDeleted", val=1),
                self._plot_area(),
                element("c:plotVisOnly", val=1),
                element("c:dispBlanksAs", val="gap"),
            ),
            unseen(),
            text(added, self.pen),
            element("c:externalData", element("c:autoUpdate", val=0), attributes={"r:id": WORKBOOK}),
        )

    def _plot_area(self) -> etree._Element:
        frame, plot = self.chart.frame, self.chart.plot
        shares = {
            "x": (plot.left - frame.left) / frame.width,
            "y": (plot.top - frame.top) / frame.height,
            "w": plot.width / frame.width,
            "h": plot.height / frame.height,
        }
        layout = element(
            "c:manualLayout",
            element("c:layoutTarget", val="inner"),
            element("c:xMode", val="edge"),
            element("c:yMode", val="edge"),
            *(element(f"c:{name}", val=fraction(share)) for name, share in shares.items()),
        )
        return element(
            "c:plotArea",
            element("c:layout", layout),
            self._line_chart() if self.chart.flow is Flow.LINE else self._bar_chart(),
            self._category_axis(),
            self._value_axis(),
            unseen(),
        )

    def _bar_chart(self) -> etree._Element:
        chart = self.chart
        return element(
            "c:barChart",
            element("c:barDir", val=chart.flow.value),
            element("c:grouping", val="stacked" if chart.is_stacked else "clustered"),
            element("c:varyColors", val=0),
            *self._all_series(),
            element("c:gapWidth", val=min(MOST_GAP, round(100 * chart.gap))),
            element("c:overlap", val=100 if chart.is_stacked else round(100 * chart.overlap)),
            *self._axis_ids(),
        )

    def _line_chart(self) -> etree._Element:
        return element(
            "c:lineChart",
            element("c:grouping", val="standard"),
            element("c:varyColors", val=0),
            *self._all_series(),
            element("c:marker", val=1),
            *self._axis_ids(),
        )

    def _axis_ids(self) -> list[etree._Element]:
        return [element("c:axId", val=CATEGORY_AXIS), element("c:axId", val=VALUE_AXIS)]

    # ----------------------------------------------------------------------------------------------------------- axes

    def _category_axis(self) -> etree._Element:
        """With the names of rows or slots, or with days, which the slide names."""
        chart, is_across = self.chart, self.chart.flow is Flow.BARS
        names = [element("c:lblAlgn", val="ctr"), element("c:lblOffset", val=100), element("c:noMultiLvlLbl", val=1)]
        days = [element("c:lblOffset", val=100), element("c:baseTimeUnit", val="days")]
        return element(
            "c:dateAx" if chart.days else "c:catAx",
            element("c:axId", val=CATEGORY_AXIS),
            element("c:scaling", element("c:orientation", val="maxMin" if is_across else "minMax")),
            element("c:delete", val=0),
            element("c:axPos", val="l" if is_across else "b"),
            element("c:numFmt", formatCode="yyyy" if chart.days else "General", sourceLinked=0),
            element("c:majorTickMark", val="none"),
            element("c:minorTickMark", val="none"),
            element("c:tickLblPos", val="low" if chart.label else "none"),
            element("c:spPr", element("a:noFill"), line(chart.axis, self.pen)),
            text(chart.label, self.pen) if chart.label else None,
            element("c:crossAx", val=VALUE_AXIS),
            element("c:crosses", val="autoZero"),
            element("c:auto", val=0),
            *(days if chart.days else names),
        )

    def _value_axis(self) -> etree._Element:
        chart, is_across = self.chart, self.chart.flow is Flow.BARS
        return element(
            "c:valAx",
            element("c:axId", val=VALUE_AXIS),
            element(
                "c:scaling",
                element("c:orientation", val="minMax"),
                element("c:max", val=fraction(chart.most)),
                element("c:min", val=fraction(chart.least)),
            ),
            element("c:delete", val=1),
            element("c:axPos", val="b" if is_across else "l"),
            element("c:numFmt", formatCode=chart.cell_format, sourceLinked=0),
            element("c:majorTickMark", val="none"),
            element("c:minorTickMark", val="none"),
            element("c:tickLblPos", val="none"),
            element("c:crossAx", val=CATEGORY_AXIS),
            element("c:crosses", val="autoZero"),
            element("c:crossBetween", val="midCat" if chart.days else "between"),
        )

    # --------------------------------------------------------------------------------------------------------- series

    def _all_series(self) -> Iterator[etree._Element]:
        chart, texts = self.chart, text_columns(self.chart)
        for order, place in enumerate(chart.painted):
            yield self._series(chart.series[place], place, order, texts.get(place))

    def _series(self, series: Series, place: int, order: int, texts: int | None) -> etree._Element:
        chart, is_line, points = self.chart, self.chart.flow is Flow.LINE, series.points
        usual, dot = most_common((point.paint, point.dot) for point in points)
        odd = [(number, point) for number, point in enumerate(points) if (point.paint, point.dot) != (usual, dot)]
        name = element("c:tx", _strings(header_cell(chart, place + 1), [series.name]))
        return element(
            "c:ser",
            element("c:idx", val=place),
            element("c:order", val=order),
            name,
            self._shape(usual),
            self._marker(usual, dot) if is_line else element("c:invertIfNegative", val=0),
            *(self._odd_point(number, point) for number, point in odd),
            labels(points, chart, self.pen),
            self._error_bars(series, place),
            element("c:cat", self._categories()),
            element("c:val", _numbers(column_range(chart, place + 1), chart.cell_format, [p.value for p in points])),
            element("c:smooth", val=0) if is_line else None,
            cells_of_labels(series, chart, texts) if texts is not None else None,
        )

    def _error_bars(self, series: Series, place: int) -> etree._Element | None:
        """The intervals of a series, as its workbook has them. Source: ECMA-376 part 1, 21.2.2.55 (errBars)."""
        columns = interval_columns(self.chart).get(place)
        if columns is None:
            return None
        below, above = (
            _numbers(column_range(self.chart, column), "General", reaches)
            for column, reaches in zip(
                columns, ([p.below for p in series.points], [p.above for p in series.points]), strict=True
            )
        )
        return element(
            "c:errBars",
            element("c:errBarType", val="both"),
            element("c:errValType", val="cust"),
            element("c:noEndCap", val=0),
            element("c:plus", above),
            element("c:minus", below),
            element("c:spPr", element("a:noFill"), line(self.chart.whisker, self.pen), self._clear_ground()),
        )

    def _clear_ground(self) -> etree._Element | None:
        """A glow in the colour of the ground around the lines of intervals: charts have no second line below them.

        Source: ECMA-376 part 1, 20.1.8.32 (glow). It fades out towards its radius, which is twice as far from the line
        as the clear one of the picture reaches.
        """
        line_of, below = self.chart.whisker, self.chart.whisker_ground
        if line_of is None or below is None:
            return None
        (color,) = theme_fill(below.color, self.pen.theme)
        return element("a:effectLst", element("a:glow", color, rad=emu(below.width - line_of.width)))

    def _categories(self) -> etree._Element:
        formula = column_range(self.chart, 0)
        if self.chart.days:
            return _numbers(formula, self.chart.days[0].format, [Decimal(day.number) for day in self.chart.days])
        return _strings(formula, self.chart.categories)

    def _odd_point(self, number: int, point: Point) -> etree._Element:
        is_line = self.chart.flow is Flow.LINE
        return element(
            "c:dPt",
            element("c:idx", val=number),
            self._marker(point.paint, point.dot) if is_line else element("c:invertIfNegative", val=0),
            element("c:bubble3D", val=0),
            self._shape(point.paint),
        )

    def _shape(self, paint: Paint) -> etree._Element:
        outline = line(paint.edge, self.pen)
        if self.chart.flow is Flow.LINE:
            return element("c:spPr", outline)
        return element("c:spPr", self._fill(paint.fill) if paint.fill else element("a:noFill"), outline)

    def _fill(self, color: Color) -> etree._Element:
        return theme_fill(color, self.pen.theme)

    def _marker(self, paint: Paint, dot: Pt) -> etree._Element:
        """The dot of a point."""
        if not dot or paint.fill is None:
            return element("c:marker", element("c:symbol", val="none"))
        look = element("c:spPr", self._fill(paint.fill), line(None, self.pen))
        return element(
            "c:marker", element("c:symbol", val="circle"), element("c:size", val=max(LEAST_DOT, round(dot))), look
        )


def _strings(formula: str, texts: Sequence[str]) -> etree._Element:
    points = [element("c:pt", text_element("c:v", text), idx=number) for number, text in enumerate(texts)]
    cache = element("c:strCache", element("c:ptCount", val=len(texts)), *points)
    return element("c:strRef", text_element("c:f", formula), cache)


def _numbers(formula: str, code: str, values: Sequence[Decimal | None]) -> etree._Element:
    """The numbers of a column; where there is none there is no point, which is a gap."""
    points = [
        element("c:pt", text_element("c:v", plain(value)), idx=number)
        for number, value in enumerate(values)
        if value is not None
    ]
    count = element("c:ptCount", val=len(values))
    cache = element("c:numCache", text_element("c:formatCode", code), count, *points)
    return element("c:numRef", text_element("c:f", formula), cache)
