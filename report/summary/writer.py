"""Transcribes a laid-out summary into a PDF: every item where it stands, in reading order, and nothing decided here.

Each line is a text object of its own that ends in a blank, so that no reader glues words over the end of a line; the
hyphen of a divided word is a soft hyphen in the text, so that readers join the word again. Nothing is tagged yet: a
tagging canvas would follow the nodes that the items name.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from hashlib import md5

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage, PDFStream, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from report.drawing.model import Circle, Edge, Rect, Stroke
from report.summary.drawing_painter import FONT_NAMES, paint_drawing, register_fonts
from report.summary.model import Bookmark, Item, PlacedDrawing, PlacedImage, PlacedLine, PlacedLogo, Summary
from report.text.fonts import SOFT_HYPHEN, Fonts
from report.text.model import Face, Line
from report.units import Color, Pt

CREATOR = "Befund"


def write_summary(summary: Summary, fonts: Fonts, built: datetime) -> bytes:
    """The PDF file; `built` is the date that it carries. The same summary and date give the same bytes."""
    register_fonts(fonts)
    _give_soft_hyphens_a_glyph()
    file = io.BytesIO()
    canvas = SummaryCanvas(file, summary)
    _describe(canvas, summary)
    for page in summary.pages:
        for mark in summary.outline:
            if mark.page == page.number:
                _write_bookmark(canvas, mark, summary.height)
        for item in page.items:
            _write_item(canvas, item, summary.height, fonts)
        canvas.showPage()
    canvas.settle(built)
    canvas.save()
    return file.getvalue()


class SummaryCanvas(Canvas):
    """A canvas whose file depends on what is written and on the date given, on nothing else.

    ReportLab has switches for some of this, but only for the whole process; so the document is settled here, page by
    page, before it is saved.
    """

    _doc: PDFDocument

    def __init__(self, file: io.BytesIO, summary: Summary) -> None:
        super().__init__(
            file,
            pagesize=(summary.width, summary.height),
            pageCompression=1,
            invariant=1,
            initialFontName=FONT_NAMES[Face.REGULAR],  # type: ignore[arg-type]  # the stub takes it for a number
            lang=summary.properties.language,
            pdfVersion=(1, 7),
        )

    def settle(self, built: datetime) -> None:
        """Date the document, name it by its content, and leave out what ReportLab adds to pages and streams."""
        moment = built.astimezone(UTC)
        self.setDateFormatter(lambda *_: f"D:{moment:%Y%m%d%H%M%S}+00'00'")
        self._doc.signature = md5(usedforsecurity=False)  # type: ignore[attr-defined]  # not in the stub
        for page in self._pages():
            self._doc.updateSignature(page.stream)
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
            page.Trans = None

    def _pages(self) -> list[PDFPage]:
        return [page for page in self._doc.idToObject.values() if isinstance(page, PDFPage)]


def _give_soft_hyphens_a_glyph() -> None:
    """Draw U+00AD, for which the house's fonts have no glyph, as the hyphen."""
    for name in FONT_NAMES.values():
        font = pdfmetrics.getFont(name)
        assert isinstance(font, TTFont)
        soft, hard = ord(SOFT_HYPHEN), ord("-")
        font.face.charToGlyph.setdefault(soft, font.face.charToGlyph[hard])
        font.face.charWidths.setdefault(soft, font.face.charWidths[hard])


def _describe(canvas: Canvas, summary: Summary) -> None:
    properties = summary.properties
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setKeywords(", ".join(properties.keywords))
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _write_bookmark(canvas: Canvas, mark: Bookmark, height: Pt) -> None:
    key = f"{mark.page}/{mark.y:.2f}/{mark.title}"
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=height - mark.y)
    canvas.addOutlineEntry(mark.title, key, level=mark.depth)


def _write_item(canvas: Canvas, item: Item, height: Pt, fonts: Fonts) -> None:
    """height: of the page; a PDF counts from its lower edge."""
    match item:
        case PlacedLine(x=x, y=y, line=line):
            _write_line(canvas, line, x, height - y, fonts)
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


def _write_line(canvas: Canvas, line: Line, x: float, y: float, fonts: Fonts) -> None:
    text = canvas.beginText(x, y)
    for span, drawn in zip(line.spans, _drawn(line, fonts), strict=True):
        style = span.style
        text.setFont(FONT_NAMES[style.face], style.size)
        text.setFillColorRGB(*_rgb(style.color))
        text.setCharSpace(style.tracking * style.size)
        text.textOut(drawn)
    if not line.is_divided:
        text.textOut(" ")
    canvas.drawText(text)


def _drawn(line: Line, fonts: Fonts) -> list[str]:
    """The characters of each span as they are written; the hyphen of a division becomes a soft one."""
    drawn = [fonts.drawn(span.text) for span in line.spans]
    if line.is_divided:
        drawn[-1] = drawn[-1][:-1] + SOFT_HYPHEN
    return drawn


def _stroke(canvas: Canvas, edge: Edge) -> None:
    canvas.setStrokeColorRGB(*_rgb(edge.color))
    canvas.setLineWidth(edge.width)
    canvas.setDash(list(edge.dash))


def _rgb(color: Color) -> tuple[float, float, float]:
    return color.red / 255, color.green / 255, color.blue / 255
