"""The labels of points as DrawingML writes them: the value in its format, or what a cell of the workbook says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from lxml import etree

from report.deck.model.charts import NativeChart, Point, PointLabel, Series
from report.deck.native.looks_xml import run, text, unseen
from report.deck.native.workbook import column_range
from report.deck.text_xml import Pen
from report.ooxml.elements import element, text_element

CELLS_OF_LABELS = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""The extension of a series that names the cells of its labels. Source: MS-ODRAWXML (CT_DataLabelsRange)."""
MORE_OF_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension of labels that says whether they show these cells, and whether lines lead to them."""
FIELD = "{5B0C1D5E-9A3F-4C57-8C0B-6E4A2F7D9C10}"
"""The id of a label's field; one is enough, since fields are told apart by their labels."""

Value = TypeVar("Value", bound=Hashable)


def labels(points: Sequence[Point], chart: NativeChart, pen: Pen) -> etree._Element:
    """The label that a further number gets, and each that differs from it; those of gaps are no labels."""
    plain = [point.label for point in points if point.label and not point.label.text and not point.label.moved]
    usual = most_common(plain) if plain else None
    known = [(number, point.label) for number, point in enumerate(points) if point.value is not None]
    unlike = [_label(number, label, chart, pen) for number, label in known if label != usual]
    look = _look(usual, chart, pen) if usual else []
    without_leaders = _extension(element("c15:showLeaderLines", val=0), MORE_OF_LABELS)
    return element("c:dLbls", *unlike, *look, *_shows(is_value=usual is not None), without_leaders)


def cells_of_labels(series: Series, chart: NativeChart, column: int) -> etree._Element:
    """The cells that a series takes labels from, and what they say."""
    texts = [(number, point.label.text) for number, point in enumerate(series.points) if point.label]
    cache = element(
        "c15:dlblRangeCache",
        element("c:ptCount", val=len(series.points)),
        *(element("c:pt", text_element("c:v", told), idx=number) for number, told in texts if told),
    )
    cells = element("c15:datalabelsRange", text_element("c15:f", column_range(chart, column)), cache)
    return _extension(cells, CELLS_OF_LABELS)


def most_common(values: Iterable[Value]) -> Value:
    """The one that there is most of; of equally many the first."""
    return Counter(values).most_common(1)[0][0]


def fraction(value: float) -> str:
    """A share of a chart's width or height, with as many digits as a screen can show."""
    return f"{value:.5f}"


def _label(number: int, label: PointLabel | None, chart: NativeChart, pen: Pen) -> etree._Element:
    index = element("c:idx", val=number)
    if label is None:
        return element("c:dLbl", index, element("c:delete", val=1))
    moved, look = _moved(label, chart), _look(label, chart, pen)
    if not label.text:
        return element("c:dLbl", index, moved, *look, *_shows())
    of_cell = _extension(element("c15:showDataLabelsRange", val=1), MORE_OF_LABELS)
    return element("c:dLbl", index, moved, _cell_text(label, pen), *look, *_shows(is_value=False), of_cell)


def _moved(label: PointLabel, chart: NativeChart) -> etree._Element | None:
    """How far the label stands from its place."""
    if label.moved is None:
        return None
    right, down = label.moved
    x, y = (
        element("c:x", val=fraction(right / chart.frame.width)),
        element("c:y", val=fraction(down / chart.frame.height)),
    )
    return element("c:layout", element("c:manualLayout", x, y))


def _cell_text(label: PointLabel, pen: Pen) -> etree._Element:
    """A field that shows the label's cell; programs that know none show the text it holds."""
    shown = text_element("a:t", label.text or "")
    field = element("a:fld", run("a:rPr", label.style, pen), shown, id=FIELD, type="CELLRANGE")
    paragraph = element("a:p", field, run("a:endParaRPr", label.style, pen))
    return element("c:tx", element("c:rich", element("a:bodyPr"), paragraph))


def _look(label: PointLabel, chart: NativeChart, pen: Pen) -> list[etree._Element]:
    return [
        element("c:numFmt", formatCode=chart.label_format, sourceLinked=0),
        unseen(),
        text(label.style, pen, wrap="none"),
        element("c:dLblPos", val=label.place.value),
    ]


def _shows(*, is_value: bool = True) -> list[etree._Element]:
    """What a label shows by itself."""
    flags = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    return [element(f"c:{flag}", val=int(is_value and flag == "showVal")) for flag in flags]


def _extension(content: etree._Element, uri: str) -> etree._Element:
    return element("c:extLst", element("c:ext", content, uri=uri))
