"""Pages of the PDF as pictures, from the bytes that a build would write; made when somebody looks at them.

PDFium, which draws them, is not to be called by two threads at once, and neither is what writes the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import groupby
from threading import Lock

import pypdfium2

from report.frozen import frozen
from report.previewing.shown import PNG, Part
from report.summary.model import Page, PlacedDrawing, PlacedLine
from report.text.model import unbroken
from report.units import NOISE

SCALE = 2.0
"""Pixels to the point: sharp where a page is shown at 140 % on a usual screen."""


@frozen
class ShownPage:
    """A page: its size in points, its picture, and what it says."""

    width: float
    height: float
    text: str
    part: Part


class Pages:
    """The pages of one summary, written and drawn once. texts: what each of them says."""

    def __init__(self, write: Callable[[], bytes], texts: Sequence[str]) -> None:
        self._write = write
        self._texts = texts
        self._pages: tuple[ShownPage, ...] | None = None

    def drawn(self) -> tuple[ShownPage, ...]:
        """All pages, in order."""
        with _ONE_AT_A_TIME:
            if self._pages is None:
                self._pages = _drawn_pages(self._write(), self._texts)
            return self._pages


_ONE_AT_A_TIME = Lock()


def _drawn_pages(content: bytes, texts: Sequence[str]) -> tuple[ShownPage, ...]:
    """The pages of a PDF, in order."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return tuple(_drawn(page, text) for page, text in zip(pdf, texts, strict=True))
    finally:
        pdf.close()


def _drawn(page: pypdfium2.PdfPage, text: str) -> ShownPage:
    width, height = page.get_size()
    picture = BytesIO()
    # Twice as fast as at the usual level, for bytes that go no further than this machine.
    page.render(scale=SCALE).to_pil().save(picture, "PNG", compress_level=1)
    return ShownPage(width, height, text, Part.of(picture.getvalue(), PNG))


def text_of(page: Page) -> str:
    """What a page says in reading order, a text a line: of charts their alternative texts.

    What stands side by side, as cells of a row do, is on one line.
    """
    said, before = list[str](), None
    for node, (first, *more) in groupby(page.body, key=lambda item: getattr(item, "node", None)):
        if isinstance(first, PlacedDrawing) and first.drawing.alternative:
            said.append(first.drawing.alternative)
        elif isinstance(first, PlacedLine) and node:
            text = unbroken([first.line, *(item.line for item in more if isinstance(item, PlacedLine))])
            if said and before is not None and abs(first.y - before) < NOISE:
                said[-1] += f" {text}"
            else:
                said.append(text)
            before = None if more else first.y
    return "\n".join(said)
