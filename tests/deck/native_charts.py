"""Charts placed natively, and readers of what is written of them that know nothing of the writers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

from report.charts.model import Chart, NoteRequest, Setting
from report.deck.model import PlacedChart, PlacedItem, PlacedPicture
from report.deck.native.chart_xml import chart_part
from report.deck.native.placing import even, placed_natively
from report.deck.native.workbook import workbook
from report.deck.text_xml import Pen
from report.theme.house import HOUSE
from report.units import Box
from tests.charts.specimens import drawn, place, setting

NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
TOPIC = "Ziele"


def placed(chart: Chart, of: Setting | None = None, notes: Sequence[NoteRequest] = ()) -> list[PlacedItem] | str:
    """What stands on the slide in place of the chart's picture, or why that stays."""
    where = of or setting()
    drawing = drawn(chart, even(where), box=place(chart, where), notes=notes)
    box = Box(43.2, 165.0 - drawing.hang, drawing.width, drawing.height)
    picture = PlacedPicture("exhibit", "findings/teams/exhibit", "exhibit", box, chart, drawing, "Balken")
    return placed_natively(picture, where, TOPIC)


def native(chart: Chart, of: Setting | None = None, notes: Sequence[NoteRequest] = ()) -> PlacedChart:
    """The native chart; a refusal fails the test with its reason."""
    found = placed(chart, of, notes)
    assert not isinstance(found, str), found
    return next(item for item in found if isinstance(item, PlacedChart))


def part(shown: PlacedChart, of: Setting | None = None) -> bytes:
    where = of or setting()
    return chart_part(shown.content, Pen(HOUSE, where.ground, where.language.tag))


@dataclass(frozen=True)
class Column:
    """A series as the chart keeps it: header, categories, the value of each (None: no point), and its label's text."""

    header: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    labels: tuple[str | None, ...]


def columns_of(content: bytes, mark: str) -> list[Column]:
    """The series of a chart part in the order of the table; mark: the decimal mark in which labels are read."""
    root = ElementTree.fromstring(content)
    found = sorted(root.iterfind(".//c:ser", NAMES), key=lambda series: int(value_of(series, "c:idx") or 0))
    return [_column(series, mark) for series in found]


def _column(series: ElementTree.Element, mark: str) -> Column:
    header = series.findtext("c:tx/c:strRef/c:strCache/c:pt/c:v", "", NAMES)
    categories = _points(series, "c:cat//c:pt")
    count = int(value_of(series, "c:cat//c:ptCount") or 0)
    values = {number: Decimal(text) for number, text in _points(series, "c:val//c:pt").items()}
    texts = _points(series, "c:extLst//c15:dlblRangeCache/c:pt")
    labels = series.find("c:dLbls", NAMES)
    assert labels is not None
    code = next((each.get("formatCode", "") for each in labels.iter(f"{{{NAMES['c']}}}numFmt")), "0")
    shows = value_of(labels, "c:showVal") == "1"
    own = {int(value_of(each, "c:idx") or 0): each for each in labels.iterfind("c:dLbl", NAMES)}

    def label(number: int) -> str | None:
        each = own.get(number)
        if each is not None and each.find("c:delete", NAMES) is not None:
            return None
        if each is not None and each.find("c:tx", NAMES) is not None:
            assert "".join(run.text or "" for run in each.iterfind(".//a:t", NAMES)) == texts[number]
            return texts[number]
        is_shown = number in values and (shows if each is None else value_of(each, "c:showVal") == "1")
        return formatted(values[number], code, mark) if is_shown else None

    return Column(
        header,
        tuple(categories[number] for number in range(count)),
        tuple(values.get(number) for number in range(count)),
        tuple(label(number) for number in range(count)),
    )


def formatted(value: Decimal, code: str, mark: str) -> str:
    """A number as Excel writes it by a format of ours: language, digits, a gap in quotation marks, a per cent sign."""
    written = re.fullmatch(r'(?:\[\$-\d+\])?0(\.0+)?(?:"(.*)")?(%?)(?:;.*)?', code)
    assert written, code
    digits = len(written[1] or ".") - 1
    shown = abs(value) * 100 if written[3] else abs(value)
    return f"{shown:.{digits}f}".replace(".", mark) + (written[2] or "") + written[3]


def _points(element: ElementTree.Element, path: str) -> dict[int, str]:
    return {int(point.get("idx", "0")): point.findtext("c:v", "", NAMES) for point in element.iterfind(path, NAMES)}


def value_of(element: ElementTree.Element, path: str) -> str | None:
    found = element.find(path, NAMES)
    return None if found is None else found.get("val")


@dataclass(frozen=True)
class Sheet:
    """A workbook with one sheet: its name, and what its cells hold ("B2")."""

    name: str
    cells: Mapping[str, str]

    def column(self, letter: str, rows: int) -> list[str | None]:
        """The cells of a column below its header."""
        return [self.cells.get(f"{letter}{row}") for row in range(2, rows + 2)]


def sheet_of(content: bytes) -> Sheet:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    name = next(each.get("name", "") for each in book.iterfind(".//s:sheet", NAMES))
    cells = {
        cell.get("r", ""): cell.findtext("s:v", "", NAMES) or cell.findtext("s:is/s:t", "", NAMES)
        for cell in sheet.iterfind(".//s:c", NAMES)
    }
    return Sheet(name, cells)


def book_of(shown: PlacedChart) -> bytes:
    return workbook(shown.content)
