"""Labels of values that stand on the bar or slice of their own point: the two colours, where both are plain.

    series    its fill, unless a point has one of its own
    labels    their colour: of the label, else of the series' labels, the chart's, its default

A label that stands beside its point, or has a fill of its own, and a point that takes its colour from a style, a
gradient, a pattern or what shines through it, are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.colours import Colour, Palette, colour_in
from report.presentations.deck import Deck, is_on, whole_number
from report.presentations.inheritance import Page

ON_THEIR_POINTS = ("ctr", "inEnd", "inBase")
"""The places of labels that lie on what they tell (ECMA-376 part 1, 21.2.3.11)."""
STACKED = ("stacked", "percentStacked")
SHOWN = ("showVal", "showCatName", "showSerName", "showPercent")
USUAL_SIZE = 1000
"""Of the letters of a chart, in hundredths of a point, where nothing says it."""


@frozen
class ChartLabel:
    """The label of a point: the name of its series, its colour, that of what it stands on, and its type.

    size: in points.
    """

    series: str
    colour: Colour
    ground: Colour
    size: float
    is_bold: bool

    @property
    def is_large(self) -> bool:
        """Whether less contrast does: from 18 points on, bold from 14 (WCAG 2.2, "large scale")."""
        return self.size >= (14 if self.is_bold else 18)


def chart_labels(deck: Deck, page: Page, palette: Palette, shape: etree._Element) -> Iterator[ChartLabel]:
    """The labels on their points in the charts that a shape of a slide shows."""
    targets = {relation.id: relation.target for relation in deck.package.relations(page.part)}
    for shown in shape.iter(qualified("c:chart")):
        part = targets.get(shown.get(qualified("r:id"), ""), "")
        if part in deck.package.trees:
            yield from _of_chart(deck.tree(part), palette)


def _of_chart(chart: etree._Element, palette: Palette) -> Iterator[ChartLabel]:
    for kind in ("c:barChart", "c:bar3DChart", "c:pieChart", "c:doughnutChart"):
        for group in chart.iter(qualified(kind)):
            for series in group.iterfind("c:ser", NAMESPACES):
                yield from _of_series(chart, group, series, palette)


def _of_series(
    chart: etree._Element, group: etree._Element, series: etree._Element, palette: Palette
) -> Iterator[ChartLabel]:
    common = next((found for each in (series, group) if (found := each.find("c:dLbls", NAMESPACES)) is not None), None)
    if common is None:
        return
    name = " ".join(each.text or "" for each in series.iterfind("c:tx//c:v", NAMESPACES))
    own_labels = {
        whole_number(each.find("c:idx", NAMESPACES), "val"): each for each in common.iterfind("c:dLbl", NAMESPACES)
    }
    own_points = {
        whole_number(each.find("c:idx", NAMESPACES), "val"): each for each in series.iterfind("c:dPt", NAMESPACES)
    }
    for point in series.iterfind("c:val//c:pt", NAMESPACES):
        number = whole_number(point, "idx")
        label = own_labels.get(number, common)
        ground = _fill(own_points.get(number, series), palette)
        style = _style(label, common, chart)
        colour = None if style is None else _solid(style, palette)
        if colour and ground and _stands_on_point(label, common, group) and _is_bare(label):
            size, is_bold = _type(style, chart)
            yield ChartLabel(name, colour, ground, size, is_bold)


def _fill(painted: etree._Element, palette: Palette) -> Colour | None:
    """The plain fill of a series or a point."""
    shape = painted.find("c:spPr", NAMESPACES)
    return None if shape is None else _solid(shape, palette)


def _solid(parent: etree._Element, palette: Palette) -> Colour | None:
    fill = parent.find("a:solidFill", NAMESPACES)
    colour = None if fill is None else colour_in(fill, palette)
    return colour if colour and colour.alpha == 1 else None


def _style(label: etree._Element, common: etree._Element, chart: etree._Element) -> etree._Element | None:
    """What says the colour of a label: its own text, else how it is set, then how all labels and the chart are."""
    runs = label.iterfind("c:tx//a:rPr", NAMESPACES)
    settings = (each.find("c:txPr/a:p/a:pPr/a:defRPr", NAMESPACES) for each in (label, common, chart))
    told = (each for each in (*runs, *settings) if each is not None)
    return next((each for each in told if each.find("a:solidFill", NAMESPACES) is not None), None)


def _type(style: etree._Element | None, chart: etree._Element) -> tuple[float, bool]:
    usual = whole_number(chart.find("c:txPr/a:p/a:pPr/a:defRPr", NAMESPACES), "sz", USUAL_SIZE)
    return whole_number(style, "sz", usual) / 100, is_on(style, "b")


def _stands_on_point(label: etree._Element, common: etree._Element, group: etree._Element) -> bool:
    if is_on(label.find("c:delete", NAMESPACES), "val") or not _shows(label):
        return False
    places = (each.find("c:dLblPos", NAMESPACES) for each in (label, common))
    place = next((each.get("val", "") for each in places if each is not None), "")
    grouping = group.find("c:grouping", NAMESPACES)
    is_inside = group.tag == qualified("c:doughnutChart") or (
        grouping is not None and grouping.get("val", "") in STACKED
    )
    return place in ON_THEIR_POINTS or (not place and is_inside)


def _shows(label: etree._Element) -> bool:
    """Whether anything is shown: a value, a name, a share or a text of its own."""
    flags = (label.find(f"c:{flag}", NAMESPACES) for flag in SHOWN)
    return label.find("c:tx", NAMESPACES) is not None or any(is_on(flag, "val") for flag in flags)


def _is_bare(label: etree._Element) -> bool:
    """Whether a label has no ground of its own."""
    shape = label.find("c:spPr", NAMESPACES)
    return shape is None or len(shape) == 0 or shape.find("a:noFill", NAMESPACES) is not None
