"""Makes small tagged documents for tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from report.shipped import folder
from report.tagged_pdf.archive import About
from report.tagged_pdf.canvas import TaggedCanvas
from report.tagged_pdf.structure import Element, Tag

ASSETS = folder("assets")
FONT = "Carlito of tests"
PROFILE = (ASSETS / "color" / "sRGB2014.icc").read_bytes()
ABOUT = About(title="Bees", language="en-GB", creator="tests", built=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
BOX = (50.0, 50.0, 150.0, 150.0)

Draw = Callable[[TaggedCanvas], None]


def document(*children: Element) -> Element:
    """A document of these elements, below its title."""
    return Element(Tag.DOCUMENT, children=(Element(Tag.H1, "title"), *children))


def canvas_of(structure: Element, file: io.BytesIO | str | None = None, about: About = ABOUT) -> TaggedCanvas:
    """A canvas on small pages."""
    pdfmetrics.registerFont(TTFont(FONT, ASSETS / "fonts" / "Carlito-Regular.ttf"))
    return TaggedCanvas(file or io.BytesIO(), structure, about, profile=PROFILE, font=FONT, pagesize=(300, 400))


def drawn(structure: Element, draw: Draw, **about: object) -> bytes:
    """The file of a document, on whose canvas its title is drawn, and then what `draw` does."""
    file = io.BytesIO()
    canvas = canvas_of(structure, file, replace(ABOUT, **about))  # type: ignore[arg-type]
    write(canvas, "title", "Bees", 380)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def write(canvas: TaggedCanvas, key: str, text: str, y: float = 200) -> None:
    """A line of text for an element."""
    with canvas.tagged(key):
        canvas.drawString(50, y, text)
