"""A workbook laid out: sheets of cells at their places, before anything is written.

Rows and columns count from 0. Texts are texts whatever they begin with, and numbers are held as they are known; how
many digits are seen is the matter of their format.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from report.document.model import Provenance
from report.frozen import frozen
from report.survey.model import CellId
from report.theme.model import Ground
from report.units import Pt


class Look(Enum):
    """What a cell is, by which it is set."""

    TITLE = "title"
    TEXT = "text"
    DRAFT = "draft"
    LINK = "link"
    LISTED_LINK = "listed link"
    NOTE = "note"
    SECTION = "section"
    GROUP = "group"
    HEAD = "head"
    HEAD_OF_LABELS = "head of labels"
    LETTER_HEAD = "letter head"
    LABEL = "label"
    VALUE = "value"
    LETTERS = "letters"
    BASE_LABEL = "base label"
    BASE_VALUE = "base value"
    NET_LABEL = "net label"
    NET_VALUE = "net value"
    NET_LETTERS = "net letters"


OF_ROWS = frozenset(
    {
        Look.LISTED_LINK,
        Look.LABEL,
        Look.VALUE,
        Look.LETTERS,
        Look.BASE_LABEL,
        Look.BASE_VALUE,
        Look.NET_LABEL,
        Look.NET_VALUE,
        Look.NET_LETTERS,
    }
)
"""What stands in the rows of a table."""


@frozen
class TextCell:
    """A text. across: how many columns it takes; link: the sheet that it leads to."""

    row: int
    column: int
    text: str
    look: Look
    across: int = 1
    link: str | None = None
    begins_group: bool = False


@frozen
class NumberCell:
    """A number and the format that shows it. cell: the one of the survey that it is, if it is one."""

    row: int
    column: int
    number: Decimal | float
    format: str
    look: Look
    cell: CellId | None = None
    begins_group: bool = False


SheetCell: TypeAlias = TextCell | NumberCell


@frozen
class Sheet:
    """A sheet. widths: of its columns; heights: of rows that are not as high as a line.

    frozen: how many rows and columns stay while others are scrolled. head: the first and last row that are repeated on
    every printed page, None for no table.
    """

    name: str
    cells: tuple[SheetCell, ...]
    widths: tuple[Pt, ...]
    heights: Mapping[int, Pt]
    frozen: tuple[int, int]
    head: tuple[int, int] | None


@frozen
class Footing:
    """What stands below every printed page; page and pages in it are {page} and {pages}."""

    left: str
    right: str


@frozen
class Workbook:
    """All sheets, the contents first; title, subject, author and keywords are what the file says of itself.

    typeface: of all cells; ground: their colours.
    """

    sheets: tuple[Sheet, ...]
    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    provenance: Provenance
    footing: Footing
    typeface: str
    ground: Ground
