"""The summary laid out: pages of placed items that name the nodes of the document they show.

Lengths are points from the upper left corner of the page, y down; texts stand on their baseline. A writer transcribes
the pages and decides nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from report.charts.model import Chart
from report.document.model import Document
from report.drawing.emblem import Emblem
from report.drawing.model import Circle, Drawing, Rect, Stroke
from report.frozen import frozen
from report.images.model import Image
from report.tagged_pdf.structure import Element
from report.text.model import Line
from report.units import Box, Pt


@frozen
class PlacedPart:
    """The characters of a line, from one to before another, that belong to a node of their own."""

    node: str
    start: int
    stop: int


@frozen
class PlacedLine:
    """A line of text at its left end and baseline. `node` is None for what repeats; parts: what in it does not."""

    node: str | None
    x: Pt
    y: Pt
    line: Line
    parts: tuple[PlacedPart, ...] = ()

    @property
    def extent(self) -> Box:
        """From the size of its type above the baseline down to it."""
        size = max((span.style.size for span in self.line.spans), default=0.0)
        return Box(self.x, self.y - size, self.line.width, size)

    def lowered(self, by: Pt) -> PlacedLine:
        """The same line, further down."""
        return replace(self, y=self.y + by)


@frozen
class PlacedDrawing:
    """A chart and its drawing, with the upper left corner of its box."""

    node: str
    left: Pt
    top: Pt
    chart: Chart
    drawing: Drawing

    @property
    def extent(self) -> Box:
        """The whole chart."""
        return Box(self.left, self.top, self.drawing.width, self.drawing.height)

    def lowered(self, by: Pt) -> PlacedDrawing:
        """The same chart, further down."""
        return replace(self, top=self.top + by)


@frozen
class PlacedImage:
    """A picture of the author's in its frame, whole."""

    node: str
    box: Box
    image: Image

    @property
    def extent(self) -> Box:
        """The whole picture."""
        return self.box

    def lowered(self, by: Pt) -> PlacedImage:
        """The same picture, further down."""
        return replace(self, box=replace(self.box, top=self.box.top + by))


@frozen
class PlacedLogo:
    """A logo, whole. node: its mark in the document; None where it repeats on every page."""

    node: str | None
    box: Box
    emblem: Emblem

    @property
    def extent(self) -> Box:
        """The whole logo."""
        return self.box

    @property
    def left(self) -> Pt:
        """Its left edge."""
        return self.box.left

    @property
    def top(self) -> Pt:
        """Its upper edge."""
        return self.box.top

    @property
    def drawing(self) -> Drawing:
        """It as a drawing of its size."""
        return self.emblem.drawn(self.box, title="", language="")

    def lowered(self, by: Pt) -> PlacedLogo:
        """The same logo, further down."""
        return replace(self, box=replace(self.box, top=self.box.top + by))


Item: TypeAlias = PlacedLine | PlacedDrawing | PlacedImage | PlacedLogo | Stroke | Rect | Circle
"""Marks are the furniture of a page; they carry no meaning of their own."""


@frozen
class Page:
    """A page: what it says, in reading order, and its foot, which repeats on every page."""

    number: int
    body: tuple[Item, ...]
    foot: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is placed on it."""
        return (*self.body, *self.foot)


@frozen
class Bookmark:
    """An entry of the outline: where it leads, and how deep it stands (0 is the top)."""

    title: str
    depth: int
    page: int
    y: Pt


@frozen
class Properties:
    """What the file says of itself; language is a BCP 47 tag."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str


@frozen
class Summary:
    """A document laid out; its items refer to the nodes of the document.

    structure: what the document is, made before it was laid out; its keys are ids of nodes. width, height: of pages.
    """

    document: Document
    structure: Element
    width: Pt
    height: Pt
    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...]
    properties: Properties
