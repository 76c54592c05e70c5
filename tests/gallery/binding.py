"""Leaves bound into one PDF: each at its own size, below a line that says what it shows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.gallery.leaves import Leaf

STRIP = 24.0
"""Points above a leaf, for its caption."""
DPI = 96.0
"""Dots an inch of a picture that states none."""
FONT = Path(__file__).parents[2] / "assets" / "fonts" / "Carlito-Regular.ttf"


def bind(leaves: Sequence[Leaf], target: Path) -> None:
    """Writes `target`, one page a leaf, each with a bookmark."""
    pdfmetrics.registerFont(TTFont(FONT.stem, FONT))
    readers = {leaf.file: PdfReader(leaf.file) for leaf in leaves if leaf.page is not None}
    writer = PdfWriter()
    for number, leaf in enumerate(leaves, 1):
        caption = f"{number} · {leaf.caption}"
        if leaf.page is None:
            page = writer.add_page(_picture(leaf.file, caption))
        else:
            drawn = readers[leaf.file].pages[leaf.page]
            width, height = float(drawn.mediabox.width), float(drawn.mediabox.height)
            page = writer.add_page(_sheet(width, height, caption, None))
            page.merge_transformed_page(drawn, Transformation())
        writer.add_outline_item(title=leaf.caption, page_number=page)
    writer.add_metadata({"/Title": "Gallery"})
    writer.compress_identical_objects()
    writer.write(target)


def _picture(path: Path, caption: str) -> PageObject:
    with Image.open(path) as image:
        dpi = round(image.info.get("dpi", (DPI, DPI))[0])
        width, height = (side * 72 / dpi for side in image.size)
    return _sheet(width, height, caption, path)


def _sheet(width: float, height: float, caption: str, picture: Path | None) -> PageObject:
    made = io.BytesIO()
    # Another initial font would be named in the file and not be in it; the stubs take the name for a number.
    canvas = Canvas(made, pagesize=(width, height + STRIP), initialFontName=FONT.stem)  # type: ignore[arg-type]
    if picture:
        canvas.drawImage(picture, 0, 0, width, height)
    canvas.setFillGray(0.9)
    canvas.rect(0, height, width, STRIP, stroke=0, fill=1)
    canvas.setFillGray(0.1)
    canvas.setFont(FONT.stem, 11)
    canvas.drawString(8, height + 8, caption)
    canvas.save()
    return PdfReader(made).pages[0]
