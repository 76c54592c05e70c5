"""The structure of a document: a tree of elements in reading order, made before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from report.frozen import frozen


class TaggingError(Exception):
    """The structure breaks a rule, or what is drawn does not agree with it."""


class Tag(StrEnum):
    """The standard structure types (ISO 32000-1, 14.8.4) that a document may be made of."""

    DOCUMENT = "Document"
    PART = "Part"
    SECT = "Sect"
    DIV = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    P = "P"
    BLOCK_QUOTE = "BlockQuote"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TFOOT = "TFoot"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    FORMULA = "Formula"
    CAPTION = "Caption"
    TOC = "TOC"
    TOCI = "TOCI"
    NOTE = "Note"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"
    QUOTE = "Quote"
    CODE = "Code"


class Scope(StrEnum):
    """Which cells a header cell heads."""

    ROW = "Row"
    COLUMN = "Column"
    BOTH = "Both"


class Numbering(StrEnum):
    """What the labels of a list are."""

    NONE = "None"
    DISC = "Disc"
    DECIMAL = "Decimal"
    UPPER_ROMAN = "UpperRoman"
    LOWER_ROMAN = "LowerRoman"
    UPPER_ALPHA = "UpperAlpha"
    LOWER_ALPHA = "LowerAlpha"


@frozen
class Element:
    """A part of a document: a heading, a paragraph, a table, a cell.

    key: the name under which its content is drawn, unique in the tree; "" for what only holds others, or is empty.
    children: in reading order. An element with a key holds text, and at most parts of that text as children (links,
    changes of language); these stand where they are drawn among it.
    alt: stands for a figure where it cannot be seen; of a link, where it leads. actual_text: is read in place of what
    is drawn. lang: a BCP 47 tag, where it is not that of the element around it. scope: of a header cell. columns, rows:
    that a cell spans. numbering: of a list. target: where a link leads, a URL or "#" and the name of a bookmark.
    """

    tag: Tag
    key: str = ""
    children: tuple[Element, ...] = ()
    alt: str | None = None
    actual_text: str | None = None
    lang: str | None = None
    scope: Scope | None = None
    columns: int = 1
    rows: int = 1
    numbering: Numbering = Numbering.NONE
    target: str | None = None


def walk(element: Element) -> Iterator[Element]:
    """The element and everything below it, in reading order."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(each.children))
