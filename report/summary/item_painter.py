"""Paints what is placed on a page: lines of text, charts, pictures, marks.

Each line is a text object of its own that ends in a blank where the text has one, so that no reader glues words over
the end of a line; the hyphen of a divided word is a soft hyphen in the text, so that readers join the word again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from report.drawing.model import Circle, Edge, Rect, Stroke
from report.summary.drawing_painter import font_name, paint_drawing
from report.summary.model import Item, PlacedDrawing, PlacedImage, PlacedLine, PlacedLogo
from report.summary.parts import Run
from report.tagged_pdf.canvas import TaggedCanvas
from report.text.fonts import SOFT_HYPHEN, Fonts
from report.text.model import Face, Line, Style
from report.units import Color, Pt

DESCENT = 0.25
"""What letters reach below their line, as a share of their size."""


def give_soft_hyphens_a_glyph(fonts: Fonts) -> None:
    """Draw U+00AD, for which the house's fonts have no glyph, as the hyphen."""
    for face in Face:
        font = pdfmetrics.getFont(font_name(fonts, face))
        assert isinstance(font, TTFont)
        soft, hard = ord(SOFT_HYPHEN), ord("-")
        font.face.charToGlyph.setdefault(soft, font.face.charToGlyph[hard])
        font.face.charWidths.setdefault(soft, font.face.charWidths[hard])


def paint_item(canvas: Canvas, item: Item, height: Pt, fonts: Fonts) -> None:
    """An item where it stands; height: of the page, for a PDF counts from its lower edge."""
    match item:
        case PlacedLine(x=x, y=y, line=line):
            _paint_line(canvas, line, x, height - y, fonts)
        case PlacedDrawing() | PlacedLogo():
            paint_drawing(canvas, item.drawing, fonts, item.left, height - item.top)
        case PlacedImage(box=box, image=image):
            picture = ImageReader(io.BytesIO(image.content))
            canvas.drawImage(picture, box.left, height - box.bottom, box.width, box.height)
        case Stroke():
            _stroke(canvas, Edge(item.color, item.width, item.dash))
            canvas.line(item.x1, height - item.y1, item.x2, height - item.y2)
        case Rect(box=box, fill=fill, edge=edge):
            if fill:
                canvas.setFillColorRGB(*_rgb(fill))
            if edge:
                _stroke(canvas, edge)
            canvas.rect(
                box.left, height - box.bottom, box.width, box.height, stroke=int(bool(edge)), fill=int(bool(fill))
            )
        case Circle(x=x, y=y, radius=radius, edge=edge):
            if edge:
                _stroke(canvas, edge)
            canvas.circle(x, height - y, radius, stroke=int(bool(edge)), fill=0)


def paint_parts(
    canvas: TaggedCanvas, placed: PlacedLine, runs: Sequence[Run], height: Pt, fonts: Fonts
) -> list[tuple[str | None, Pt, Pt]]:
    """A line whose characters belong to several elements; where those of each begin and end, from left to right."""
    text, reached = canvas.beginText(placed.x, height - placed.y), list[tuple[str | None, Pt, Pt]]()
    for key, start, stop in runs:
        left = text.getX()
        with text.tagged(key) if key else text.artifact():
            _show(text, fonts, _pieces(placed.line, fonts, start, stop))
        reached.append((key, left, text.getX()))
    canvas.drawText(text)
    return reached


def _paint_line(canvas: Canvas, line: Line, x: float, y: float, fonts: Fonts) -> None:
    text = canvas.beginText(x, y)
    _show(text, fonts, _pieces(line, fonts, 0, len(line.text)))
    canvas.drawText(text)


def _show(text: PDFTextObject, fonts: Fonts, pieces: Iterable[tuple[Style, str]]) -> None:
    tracking = 0.0
    for style, piece in pieces:
        text.setFont(font_name(fonts, style.face), style.size)
        text.setFillColorRGB(*_rgb(style.color))
        if style.tracking * style.size != tracking:
            tracking = style.tracking * style.size
            text.setCharSpace(tracking)
        text.textOut(piece)
    if tracking:  # it would go on in the texts that follow
        text.setCharSpace(0)


def _pieces(line: Line, fonts: Fonts, start: int, stop: int) -> Iterator[tuple[Style, str]]:
    """The characters of a line from one to before another as they are written, by their styles.

    The hyphen of a division becomes a soft one. Other lines end in a blank, unless they go on as "Non-|profit" does.
    """
    begins, length = 0, len(line.text)
    for span in line.spans:
        ends = begins + len(span.text)
        if max(start, begins) < min(stop, ends):
            drawn = fonts.drawn(span.text[max(0, start - begins) : stop - begins])
            if stop == ends == length:
                drawn = drawn[:-1] + SOFT_HYPHEN if line.is_divided else drawn if line.is_joined else drawn + " "
            yield span.style, drawn
        begins = ends


def _stroke(canvas: Canvas, edge: Edge) -> None:
    canvas.setStrokeColorRGB(*_rgb(edge.color))
    canvas.setLineWidth(edge.width)
    canvas.setDash(list(edge.dash))


def _rgb(color: Color) -> tuple[float, float, float]:
    return color.red / 255, color.green / 255, color.blue / 255
