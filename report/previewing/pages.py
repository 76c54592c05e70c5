"""Pages of the PDF as pictures, from the bytes that a build would write; each made when somebody looks at it.

A page is told by what is laid out on it, so that one that did not change is known before anything is written.
PDFium, which draws them, is not to be called by two threads at once, and neither is what writes the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import groupby
from threading import Lock

import pypdfium2

from report.frozen import frozen
from report.store.canonical import digest
from report.summary.model import Page, PlacedDrawing, PlacedLine, Summary
from report.text.fonts import Fonts
from report.text.model import unbroken
from report.units import NOISE

SCALE = 2.0
"""Pixels to the point: sharp where a page is shown at 140 % on a usual screen."""


@frozen
class ShownPage:
    """A page: its size in points, what it says, and by what its picture is asked for."""

    width: float
    height: float
    text: str
    key: str


def listed(summary: Summary, fonts: Fonts | None) -> tuple[ShownPage, ...]:
    """The pages of a summary, in order. fonts: that it is set in; None for the house's."""
    size = summary.width, summary.height
    return tuple(ShownPage(*size, text_of(page), digest(page, size, fonts)[:32]) for page in summary.pages)


class Pages:
    """The pages of one summary, written once and drawn one by one."""

    def __init__(self, write: Callable[[], bytes], shown: Sequence[ShownPage]) -> None:
        self.shown = shown
        self._write = write
        self._content: bytes | None = None
        self._pictures: dict[str, bytes] = {}

    def __contains__(self, key: str) -> bool:
        return any(page.key == key for page in self.shown)

    def picture(self, key: str) -> bytes:
        """That of one of its pages, as PNG."""
        with _ONE_AT_A_TIME:
            if self._content is None:
                self._content = self._write()
            if key not in self._pictures:
                number = next(number for number, page in enumerate(self.shown) if page.key == key)
                self._pictures[key] = _drawn(self._content, number)
            return self._pictures[key]


_ONE_AT_A_TIME = Lock()


def _drawn(content: bytes, number: int) -> bytes:
    pdf, picture = pypdfium2.PdfDocument(content), BytesIO()
    try:
        # Twice as fast as at the usual level, for bytes that go no further than this machine.
        pdf[number].render(scale=SCALE).to_pil().save(picture, "PNG", compress_level=1)
    finally:
        pdf.close()
    return picture.getvalue()


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
