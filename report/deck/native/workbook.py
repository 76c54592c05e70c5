"""The workbook behind a chart: one sheet with the table that "Edit data" shows.

    A                     B          C                 labels that are no value stand in columns of their own behind
    1  corner             header     header  ...       the numbers, one a series that has such
    2  category           number     number  ...        behind them how far intervals reach, two a series

Written part by part, so that equal tables give equal bytes: no clock, no author.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from report.deck.model.charts import NativeChart, Point
from report.deck.native.drawn import plain
from report.ooxml.elements import element, text_element
from report.ooxml.package import CONTENT_TYPES, zipped

FIRST_ROW = 2
REACHES = ("−", "+")
"""What the columns are called behind the name of a series that tell how far its intervals reach, down and up."""
TEXTS = "Text"
"""What a column of labels is called behind the name of its series."""

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIXED = {
    name: (_HEADER + text).encode("utf-8")
    for name, text in {
        CONTENT_TYPES: f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETS}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETS}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_DOCUMENT}/styles" Target="styles.xml"/></Relationships>',
    }.items()
}
"""The parts that say which parts there are: the same in every workbook."""
_PLAIN, _HEAD, _NUMBER = range(3)
"""The styles of cells, by their place in the list of styles; behind that of numbers those with formats of their own."""
FIRST_OWN_FORMAT = 164
"""Formats of numbers below it are Excel's own."""
WIDTHS = ((1, 1, 40), (2, 50, 18))
"""Columns from and to, and their width in characters."""


def column_range(chart: NativeChart, column: int) -> str:
    """The cells of a column of the table as a formula names them; 0 is that of the categories."""
    last, letter = FIRST_ROW + len(chart.categories) - 1, _letter(column)
    return f"'{chart.sheet}'!${letter}${FIRST_ROW}:${letter}${last}"


def header_cell(chart: NativeChart, column: int) -> str:
    """The header of a column as a formula names it."""
    return f"'{chart.sheet}'!${_letter(column)}$1"


def text_columns(chart: NativeChart) -> Mapping[int, int]:
    """The column of the labels of each series that has such, by the place of the series in the table."""
    having = [number for number, series in enumerate(chart.series) if series.has_texts]
    return {number: len(chart.series) + 1 + place for place, number in enumerate(having)}


def interval_columns(chart: NativeChart) -> Mapping[int, tuple[int, int]]:
    """The columns that tell how far intervals reach below and above the numbers of each series that has such."""
    having = [number for number, series in enumerate(chart.series) if series.has_intervals]
    first = len(chart.series) + 1 + len(text_columns(chart))
    return {number: (first + 2 * place, first + 2 * place + 1) for place, number in enumerate(having)}


def workbook(chart: NativeChart) -> bytes:
    """The .xlsx file."""
    trees = {
        "xl/workbook.xml": element(
            "s:workbook",
            element("s:sheets", element("s:sheet", name=chart.sheet, sheetId=1, attributes={"r:id": "rId1"})),
        ),
        "xl/styles.xml": _styles(chart),
        "xl/worksheets/sheet1.xml": _sheet(chart),
    }
    return zipped({**_FIXED, **{name: serialized(tree) for name, tree in trees.items()}})


def serialized(tree: etree._Element) -> bytes:
    """A part as it is stored."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _styles(chart: NativeChart) -> etree._Element:
    formats = dict(enumerate(_formats(chart), FIRST_OWN_FORMAT))
    plain = [element("s:sz", val=11), element("s:name", val="Calibri")]
    bold = [element("s:b"), element("s:sz", val=11), element("s:name", val="Calibri")]
    fonts = [element("s:font", *plain), element("s:font", *bold)]
    fills = [element("s:fill", element("s:patternFill", patternType=kind)) for kind in ("none", "gray125")]
    border = element("s:border", *(element(f"s:{side}") for side in ("left", "right", "top", "bottom", "diagonal")))
    cells = [(0, 0), (0, 1), *((number, 0) for number in formats)]
    return element(
        "s:styleSheet",
        element(
            "s:numFmts",
            *(element("s:numFmt", numFmtId=id, formatCode=code) for id, code in formats.items()),
            count=len(formats),
        ),
        element("s:fonts", *fonts, count=len(fonts)),
        element("s:fills", *fills, count=len(fills)),
        element("s:borders", border, count=1),
        element("s:cellStyleXfs", element("s:xf", numFmtId=0, fontId=0, fillId=0, borderId=0), count=1),
        element(
            "s:cellXfs",
            *(
                element(
                    "s:xf", numFmtId=number, fontId=font, fillId=0, borderId=0, xfId=0, applyNumberFormat=1, applyFont=1
                )
                for number, font in cells
            ),
            count=len(cells),
        ),
    )


def _formats(chart: NativeChart) -> list[str]:
    """That of numbers, of days, and of numbers that are printed as less than something."""
    points = [point for series in chart.series for point in series.points]
    less = [_format_of(point, chart) for point in points]
    return [*dict.fromkeys([chart.cell_format, *(day.format for day in chart.days), *less])]


def _format_of(point: Point, chart: NativeChart) -> str:
    """How a cell shows a number: "< 1 %" or "> 99 %", as it is printed, until somebody enters another one."""
    if point.value is None or point.value < 0:
        return chart.cell_format
    if point.more_than is not None:
        usual = chart.cell_format.split(";")[0]
        return f'[>=1]{usual};[>={plain(point.value)}]"{point.more_than}";{usual}'
    if point.less_than is None:
        return chart.cell_format
    return f'[<={plain(point.value)}]"{point.less_than}";{chart.cell_format.split(";")[0]}'


def _sheet(chart: NativeChart) -> etree._Element:
    columns = [element("s:col", min=first, max=last, width=width, customWidth=1) for first, last, width in WIDTHS]
    rows = [element("s:row", *cells, r=number) for number, cells in enumerate(_rows(chart), 1)]
    return element("s:worksheet", element("s:cols", *columns), element("s:sheetData", *rows))


def _rows(chart: NativeChart) -> Iterator[list[etree._Element]]:
    texts, formats = [chart.series[number] for number in text_columns(chart)], _formats(chart)
    heads = [chart.corner, *(series.name for series in chart.series), *(f"{series.name}, {TEXTS}" for series in texts)]
    heads += [f"{chart.series[number].name}, {sign}" for number in interval_columns(chart) for sign in REACHES]
    yield [_text(column, 1, head, _HEAD) for column, head in enumerate(heads) if head]
    for place, category in enumerate(chart.categories):
        row = FIRST_ROW + place
        cells = [_text(0, row, category, _PLAIN)]
        if chart.days:
            day = chart.days[place]
            cells = [_number(0, row, str(day.number), _NUMBER + formats.index(day.format))]
        cells += _numbers(chart, formats, place, row)
        for column, series in enumerate(texts, len(chart.series) + 1):
            label = series.points[place].label
            cells += [_text(column, row, label.text, _PLAIN)] if label and label.text else []
        for number, columns in interval_columns(chart).items():
            point = chart.series[number].points[place]
            reaches = zip(columns, (point.below, point.above), strict=True)
            cells += [_number(column, row, plain(reach), _PLAIN) for column, reach in reaches if reach is not None]
        yield cells


def _numbers(chart: NativeChart, formats: Sequence[str], place: int, row: int) -> list[etree._Element]:
    """A cell for every number that there is: what is not known stays empty."""
    points = [(column, series.points[place]) for column, series in enumerate(chart.series, 1)]
    return [
        _number(column, row, plain(point.value), _NUMBER + formats.index(_format_of(point, chart)))
        for column, point in points
        if point.value is not None
    ]


def _text(column: int, row: int, text: str, style: int) -> etree._Element:
    shown = text_element("s:t", text)
    return element("s:c", element("s:is", shown), r=f"{_letter(column)}{row}", s=style, t="inlineStr")


def _number(column: int, row: int, number: str, style: int) -> etree._Element:
    return element("s:c", text_element("s:v", number), r=f"{_letter(column)}{row}", s=style)


def _letter(column: int) -> str:
    """What Excel calls a column, counted from 0: A to Z, then AA."""
    before, place = divmod(column, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + place)
