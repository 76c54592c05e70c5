"""A chart: the values it keeps are numbers, as many as it says, and those of the workbook behind it."""

from __future__ import annotations

import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from report.checks.rule import Found, Rule
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import CHART, Deck, whole_number

CACHES = tuple(qualified(f"c:{kind}") for kind in ("numCache", "strCache", "numLit", "strLit"))
NUMBERS = tuple(qualified(f"c:{kind}") for kind in ("numCache", "numLit"))
REFERENCES = tuple(qualified(f"c:{kind}") for kind in ("numRef", "strRef"))
RANGE = re.compile(r"(?:[^!]*!)?\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
AXES = tuple(qualified(f"c:{kind}") for kind in ("catAx", "valAx", "dateAx", "serAx"))


def _charts(deck: Deck) -> Iterator[tuple[str, etree._Element]]:
    return ((part, deck.tree(part)) for part in deck.package.of_type(CHART))


def _chart_value(deck: Deck) -> Iterator[Found]:
    for part, chart in _charts(deck):
        for cache in chart.iter(*NUMBERS):
            for value in cache.iterfind("c:pt/c:v", NAMESPACES):
                if not _is_number(value.text or ""):
                    yield Found(f'the value "{value.text or ""}" is no number', part)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _chart_points(deck: Deck) -> Iterator[Found]:
    for part, chart in _charts(deck):
        for cache in chart.iter(*CACHES):
            count = whole_number(cache.find("c:ptCount", NAMESPACES), "val")
            numbers = [whole_number(point, "idx", -1) for point in cache.iterfind("c:pt", NAMESPACES)]
            if max(len(numbers), max(numbers, default=-1) + 1) > max(count, 0):
                yield Found(f"a series has {len(numbers)} points, up to number {max(numbers)}, and says {count}", part)
            if len(set(numbers)) < len(numbers):
                yield Found("a series has two points of one number", part)


def _series_number(deck: Deck) -> Iterator[Found]:
    for part, chart in _charts(deck):
        for kind in ("idx", "order"):
            numbers = [each.get("val", "") for each in chart.iterfind(f".//c:ser/c:{kind}", NAMESPACES)]
            for number, count in Counter(numbers).items():
                if count > 1:
                    yield Found(f"{count} series have the {kind} {number}", part)


def _chart_axis(deck: Deck) -> Iterator[Found]:
    for part, chart in _charts(deck):
        axes = list(chart.iter(*AXES))
        known = {axis.get("val") for each in axes for axis in each.iterfind("c:axId", NAMESPACES)}
        wanted = [each for axis in axes for each in axis.iterfind("c:crossAx", NAMESPACES)]
        wanted += chart.findall("c:chart/c:plotArea/*/c:axId", NAMESPACES)
        for number in dict.fromkeys(each.get("val", "") for each in wanted):
            if number not in known:
                yield Found(f"an axis {number} is named and there is none", part)


def _chart_workbook(deck: Deck) -> Iterator[Found]:
    for part, _ in _charts(deck):
        for workbook in deck.package.targets(part, "package"):
            if not _is_workbook(deck.package.blobs[workbook]):
                yield Found(f'the workbook "{workbook}" cannot be opened', part)


def _is_workbook(blob: bytes) -> bool:
    """Whether it is one to look at from outside; what is in it is not unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(blob)) as archive:
            return "xl/workbook.xml" in archive.namelist() or "xl/workbook.bin" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _chart_range(deck: Deck) -> Iterator[Found]:
    for part, chart in _charts(deck):
        for reference in chart.iter(*REFERENCES):
            formula = (reference.findtext("c:f", "", NAMESPACES) or "").strip()
            count = reference.find("*/c:ptCount", NAMESPACES)
            cells = _cells(formula)
            if count is not None and cells is not None and cells != whole_number(count, "val"):
                yield Found(f"the range {formula} has {cells} cells, the chart {count.get('val')} points of it", part)


def _cells(formula: str) -> int | None:
    """How many cells a range has; None for what is no plain range."""
    found = RANGE.fullmatch(formula)
    if not found:
        return None
    first, top, last, bottom = found.groups()
    wide = abs(_column(last or first) - _column(first)) + 1
    return wide * (abs(int(bottom or top) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


RULES = (
    Rule("chart-value", _chart_value, "leave a point without a value out; a gap is a point that is not there"),
    Rule("chart-points", _chart_points, "let c:ptCount be the number of points, each with a number of its own"),
    Rule("series-number", _series_number, "number the series of a chart through"),
    Rule("chart-axis", _chart_axis, "let each axis cross one that there is"),
    Rule("chart-workbook", _chart_workbook, "insert the chart anew, or break the link to its data"),
    Rule("chart-range", _chart_range, "edit the chart's data once in PowerPoint, which brings both together"),
)
