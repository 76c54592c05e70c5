"""The part of a chart as DrawingML writes it: plot, series with their numbers, axes.

Axes are numbered from 1: numbers are a chart's own, and negative ones, which some writers give, are no valid ones.
Colours of the theme are named by its own names, not by those of a slide's colour map, which not every program follows
in charts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from lxml import etree

from report.deck.model import PlacedChart
from report.deck.model.charts import Flow, NativeChart, Paint, Point, PointLabel, Series
from report.deck.native.drawn import plain
from report.deck.native.workbook import column_range, header_cell, serialized, text_columns
from report.deck.scheme import theme_fill
from report.deck.shape_xml import properties, transform
from report.deck.text_xml import Pen, emu
from report.drawing.model import Edge
from report.ooxml.elements import NAMESPACES, element, text_element
from report.text.model import Face, Style
from report.units import Color, Pt

CATEGORY_AXIS, VALUE_AXIS = 1, 2
LEAST_DOT = 2
"""Source: ECMA-376 part 1, 21.2.3.21 (ST_MarkerSize)."""
MOST_GAP = 500
"""In per cent of a bar. Source: ECMA-376 part 1, 21.2.3.13 (ST_GapAmountPercent)."""
WORKBOOK = "rId1"
"""The relationship of the part to its workbook, the only one that it has."""
LABELS_FROM_CELLS = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""The extension of a series that names the cells of its labels: MS-ODRAWXML, 2.24.3 (CT_DataLabelsRange)."""
LABEL_FROM_CELL = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension of labels that says whether they show these cells, and whether lines lead to them."""
FIELD = "{5B0C1D5E-9A3F-4C57-8C0B-6E4A2F7D9C10}"
"""The id of a label's field; one is enough, since fields are told apart by their labels."""

Value = TypeVar("Value", bound=Hashable)


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
        plain = Style(Face.REGULAR, 12.0, self.pen.ground.text)
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
            element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
            self._text(plain),
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
            *(element(f"c:{name}", val=_number(share)) for name, share in shares.items()),
        )
        return element(
            "c:plotArea",
            element("c:layout", layout),
            self._line_chart() if self.chart.flow is Flow.LINE else self._bar_chart(),
            self._category_axis(),
            self._value_axis(),
            element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
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
        chart, is_across = self.chart, self.chart.flow is Flow.BARS
        shown = "none" if chart.label is None else "low"
        line = element("a:ln", element("a:noFill")) if chart.axis is None else self._line(chart.axis)
        kind = [element("c:auto", val=0), element("c:lblOffset", val=100)]
        if not chart.days:
            kind = [*kind[:1], element("c:lblAlgn", val="ctr"), kind[1], element("c:noMultiLvlLbl", val=1)]
        else:
            kind = [*kind, element("c:baseTimeUnit", val="days")]
        return element(
            "c:dateAx" if chart.days else "c:catAx",
            element("c:axId", val=CATEGORY_AXIS),
            element("c:scaling", element("c:orientation", val="maxMin" if is_across else "minMax")),
            element("c:delete", val=0),
            element("c:axPos", val="l" if is_across else "b"),
            element("c:numFmt", formatCode="yyyy" if chart.days else "General", sourceLinked=0),
            element("c:majorTickMark", val="none"),
            element("c:minorTickMark", val="none"),
            element("c:tickLblPos", val=shown),
            element("c:spPr", element("a:noFill"), line),
            self._text(chart.label) if chart.label else None,
            element("c:crossAx", val=VALUE_AXIS),
            element("c:crosses", val="autoZero"),
            *kind,
        )

    def _value_axis(self) -> etree._Element:
        chart, is_across = self.chart, self.chart.flow is Flow.BARS
        return element(
            "c:valAx",
            element("c:axId", val=VALUE_AXIS),
            element(
                "c:scaling",
                element("c:orientation", val="minMax"),
                element("c:max", val=_number(chart.most)),
                element("c:min", val=_number(chart.least)),
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
        usual, dot = _usual((point.paint, point.dot) for point in points)
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
            self._labels(points),
            element("c:cat", self._categories()),
            element("c:val", _numbers(column_range(chart, place + 1), chart.cell_format, [p.value for p in points])),
            element("c:smooth", val=0) if is_line else None,
            self._cells_of_labels(series, texts) if texts is not None else None,
        )

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
        line = self._line(paint.edge) if paint.edge else element("a:ln", element("a:noFill"))
        if self.chart.flow is Flow.LINE:
            return element("c:spPr", line)
        return element("c:spPr", self._fill(paint.fill) if paint.fill else element("a:noFill"), line)

    def _marker(self, paint: Paint, dot: Pt) -> etree._Element:
        """The dot of a point."""
        if not dot or paint.fill is None:
            return element("c:marker", element("c:symbol", val="none"))
        look = element("c:spPr", self._fill(paint.fill), element("a:ln", element("a:noFill")))
        return element(
            "c:marker", element("c:symbol", val="circle"), element("c:size", val=max(LEAST_DOT, round(dot))), look
        )

    # --------------------------------------------------------------------------------------------------------- labels

    def _labels(self, points: Sequence[Point]) -> etree._Element:
        """The label that a further number gets, and each that differs from it; those of gaps are no labels."""
        plain = [point.label for point in points if point.label and not point.label.text and not point.label.moved]
        if not plain:
            odd = [(number, point.label) for number, point in enumerate(points) if point.label]
            labels = [self._label(*each) for each in odd]
            return element("c:dLbls", *labels, *_shows(is_value=False), _without_leaders())
        usual = _usual(plain)
        known = [(number, point.label) for number, point in enumerate(points) if point.value is not None]
        unlike = [(number, label) for number, label in known if label != usual]
        labels = [self._label(*each) for each in unlike]
        return element("c:dLbls", *labels, *self._look(usual), *_shows(), _without_leaders())

    def _label(self, number: int, label: PointLabel | None) -> etree._Element:
        index = element("c:idx", val=number)
        if label is None:
            return element("c:dLbl", index, element("c:delete", val=1))
        if not label.text:
            return element("c:dLbl", index, self._moved(label), *self._look(label), *_shows())
        of_cell = element("c15:showDataLabelsRange", val=1)
        return element(
            "c:dLbl",
            index,
            self._moved(label),
            self._cell_text(label),
            *self._look(label),
            *_shows(is_value=False),
            element("c:extLst", element("c:ext", of_cell, uri=LABEL_FROM_CELL)),
        )

    def _moved(self, label: PointLabel) -> etree._Element | None:
        if label.moved is None:
            return None
        frame, (right, down) = self.chart.frame, label.moved
        shares = {"x": right / frame.width, "y": down / frame.height}
        return element(
            "c:layout",
            element("c:manualLayout", *(element(f"c:{name}", val=_number(share)) for name, share in shares.items())),
        )

    def _cell_text(self, label: PointLabel) -> etree._Element:
        """A field that shows the label's cell; programs that know none show the text it holds."""
        field = element(
            "a:fld",
            self._run("a:rPr", label.style),
            text_element("a:t", label.text or ""),
            id=FIELD,
            type="CELLRANGE",
        )
        paragraph = element("a:p", field, self._run("a:endParaRPr", label.style))
        return element("c:tx", element("c:rich", element("a:bodyPr"), paragraph))

    def _look(self, label: PointLabel) -> list[etree._Element]:
        return [
            element("c:numFmt", formatCode=self.chart.label_format, sourceLinked=0),
            element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
            self._text(label.style, wrap="none"),
            element("c:dLblPos", val=label.place.value),
        ]

    def _cells_of_labels(self, series: Series, column: int) -> etree._Element:
        texts = [(number, point.label.text) for number, point in enumerate(series.points) if point.label]
        cache = element(
            "c15:dlblRangeCache",
            element("c:ptCount", val=len(series.points)),
            *(element("c:pt", text_element("c:v", text), idx=number) for number, text in texts if text),
        )
        cells = element("c15:datalabelsRange", text_element("c15:f", column_range(self.chart, column)), cache)
        return element("c:extLst", element("c:ext", cells, uri=LABELS_FROM_CELLS))

    # ----------------------------------------------------------------------------------------------------------- looks

    def _text(self, style: Style, *, wrap: str | None = None) -> etree._Element:
        body = element("a:bodyPr", wrap=wrap) if wrap else element("a:bodyPr")
        run = self._run("a:defRPr", style)
        end = element("a:endParaRPr", lang=self.pen.language_tag)
        return element("c:txPr", body, element("a:lstStyle"), element("a:p", element("a:pPr", run), end))

    def _run(self, name: str, style: Style) -> etree._Element:
        return element(
            name,
            self._fill(style.color),
            element("a:latin", typeface="+mn-lt"),
            lang=self.pen.language_tag,
            sz=round(style.size * 100),
            b=int(style.face is Face.BOLD),
        )

    def _line(self, edge: Edge) -> etree._Element:
        return element("a:ln", self._fill(edge.color), w=emu(edge.width), cap="flat")

    def _fill(self, color: Color) -> etree._Element:
        return theme_fill(color, self.pen.theme)


def _shows(*, is_value: bool = True) -> list[etree._Element]:
    """What a label shows."""
    flags = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    return [element(f"c:{flag}", val=int(is_value and flag == "showVal")) for flag in flags]


def _without_leaders() -> etree._Element:
    """That no line leads to a label which is moved from its place."""
    return element("c:extLst", element("c:ext", element("c15:showLeaderLines", val=0), uri=LABEL_FROM_CELL))


def _usual(values: Iterable[Value]) -> Value:
    """The one that there is most of; of equally many the first."""
    return Counter(values).most_common(1)[0][0]


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


def _number(value: float) -> str:
    """A number with as many digits as a screen can show."""
    return f"{value:.5f}"
