"""Pages of the PDF as pictures, from the bytes that a build would write; made when somebody looks at them.

PDFium, which draws them, is not to be called by two threads at once, and neither is what writes the summary.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from threading import Lock

import pypdfium2

from report.frozen import frozen
from report.previewing.shown import PNG, Part

SCALE = 2.0
"""Pixels to the point: sharp where a page is shown at 140 % on a usual screen."""


@frozen
class ShownPage:
    """A page: its size in points, its picture, and its text as programs read it."""

    width: float
    height: float
    text: str
    part: Part


class Pages:
    """The pages of one summary, written and drawn once."""

    def __init__(self, write: Callable[[], bytes]) -> None:
        self._write = write
        self._pages: tuple[ShownPage, ...] | None = None

    def drawn(self) -> tuple[ShownPage, ...]:
        """All pages, in order."""
        with _ONE_AT_A_TIME:
            if self._pages is None:
                self._pages = draw_pages(self._write())
            return self._pages


_ONE_AT_A_TIME = Lock()


def draw_pages(content: bytes) -> tuple[ShownPage, ...]:
    """The pages of a PDF, in order."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return tuple(_drawn(page) for page in pdf)
    finally:
        pdf.close()


def _drawn(page: pypdfium2.PdfPage) -> ShownPage:
    width, height = page.get_size()
    text = page.get_textpage().get_text_bounded()
    picture = BytesIO()
    # Twice as fast as at the usual level, for bytes that go no further than this machine.
    page.render(scale=SCALE).to_pil().save(picture, "PNG", compress_level=1)
    return ShownPage(width, height, text, Part.of(picture.getvalue(), PNG))
