"""The summary laid out: pages of placed items that name the nodes of the document they show.

Lengths are points from the upper left corner of the page, y down; texts stand on their baseline. A writer transcribes
the pages and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from report.document.model import Document
from report.drawing.model import Dash, Drawing, Edge
from report.text.model import Line
from report.units import Box, Color, Pt


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text at its left end and baseline. `node` is None for what repeats on every page."""

    node: str | None
    x: Pt
    y: Pt
    line: Line

    @property
    def extent(self) -> Box:
        """From the size of its type above the baseline down to it."""
        size = max((span.style.size for span in self.line.spans), default=0.0)
        return Box(self.x, self.y - size, self.line.width, size)

    def lowered(self, by: Pt) -> PlacedLine:
        """The same line, further down."""
        return replace(self, y=self.y + by)


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A chart with the upper left corner of its box."""

    node: str
    left: Pt
    top: Pt
    drawing: Drawing

    @property
    def extent(self) -> Box:
        """The whole chart."""
        return Box(self.left, self.top, self.drawing.width, self.drawing.height)

    def lowered(self, by: Pt) -> PlacedDrawing:
        """The same chart, further down."""
        return replace(self, top=self.top + by)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of the page's furniture; it carries no meaning of its own."""

    x1: Pt
    y1: Pt
    x2: Pt
    y2: Pt
    color: Color
    width: Pt
    dash: Dash = ()

    @property
    def extent(self) -> Box:
        """The rectangle of which it is a side or a diagonal."""
        return Box(min(self.x1, self.x2), min(self.y1, self.y2), abs(self.x2 - self.x1), abs(self.y2 - self.y1))

    def lowered(self, by: Pt) -> Rule:
        """The same rule, further down."""
        return replace(self, y1=self.y1 + by, y2=self.y2 + by)


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle, filled or edged."""

    box: Box
    fill: Color | None = None
    edge: Edge | None = None

    @property
    def extent(self) -> Box:
        """The rectangle itself."""
        return self.box

    def lowered(self, by: Pt) -> Panel:
        """The same rectangle, further down."""
        return replace(self, box=replace(self.box, top=self.box.top + by))


@dataclass(frozen=True, slots=True)
class Ring:
    """The dashed ring of what was not published."""

    x: Pt
    y: Pt
    radius: Pt
    edge: Edge

    @property
    def extent(self) -> Box:
        """The square around it."""
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)

    def lowered(self, by: Pt) -> Ring:
        """The same ring, further down."""
        return replace(self, y=self.y + by)


Item: TypeAlias = PlacedLine | PlacedDrawing | Rule | Panel | Ring


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its items in reading order, those of the running foot last."""

    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: where it leads, and how deep it stands (0 is the top)."""

    title: str
    depth: int
    page: int
    y: Pt


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; language is a BCP 47 tag."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A document laid out; its items refer to the nodes of the document.

    width, height: of its pages.
    """

    document: Document
    width: Pt
    height: Pt
    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...]
    properties: Properties
