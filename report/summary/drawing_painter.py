"""A drawing on a page of the PDF: vectors and real text, straight on ReportLab's canvas.

No form XObject and no picture: a form would lose its resources, a picture the text layer and the sharpness. The
state of the canvas is left as it was. Whoever tags the page wraps the call; nothing in here is tagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from report.drawing.model import Circle, Contour, Drawing, Edge, Mark, Outline, Polygon, Raster, Rect, Stroke, TextMark
from report.text.fonts import Fonts
from report.text.model import Face
from report.units import Color, Pt

NON_ZERO = 1
"""The rule by which areas are filled, as ReportLab counts rules: that of the non-zero winding number."""

CIRCLE_CONTROL = 0.5522847498
"""Length of the control arms of a quarter circle as a cubic Bézier curve, in radii: 4/3 (sqrt 2 - 1)."""


def font_name(fonts: Fonts, face: Face) -> str:
    """What a face is called on the canvas, once `register_fonts` has run: ReportLab keeps the first file of a name."""
    return " ".join(map(str, (face.value, "of", fonts.file(face), *fonts.saved)))


def register_fonts(fonts: Fonts) -> None:
    """Makes the faces known to ReportLab, whose registry of fonts is one for the process; again does no harm.

    There two files may say that they are the same typeface, of which ReportLab would take the first for both; a
    document names its fonts as their files do, and each of them otherwise.
    """
    known = set[bytes]()
    for face in Face:
        name = font_name(fonts, face)
        if name not in pdfmetrics.getRegisteredFontNames():
            font = TTFont(name, str(fonts.file(face)))
            own, font.face.name = font.face.name, name
            pdfmetrics.registerFont(font)
            font.face.name = own + f"-{face.value}".encode() if own in known else own
        registered = pdfmetrics.getFont(name)
        assert isinstance(registered, TTFont)
        known.add(registered.face.name)


def paint_drawing(canvas: Canvas, drawing: Drawing, fonts: Fonts, left: Pt, top: Pt) -> None:
    """Paints the drawing with its upper left corner at (left, top), in the page's points with y upwards."""
    canvas.saveState()
    canvas.translate(left, top)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)
    for mark in drawing.marks:
        _paint(canvas, mark, fonts)
    canvas.restoreState()


def _paint(canvas: Canvas, mark: Mark, fonts: Fonts) -> None:
    match mark:
        case Rect(box=box, fill=fill, edge=edge):
            corners = (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
            _draw(canvas, _polygon(corners), fill, edge)
        case Circle(fill=fill, edge=edge):
            _draw(canvas, _circle(mark), fill, edge)
        case Polygon(points=points, fill=fill):
            _draw(canvas, _polygon(points), fill)
        case Stroke():
            line = PDFPathObject()
            line.moveTo(mark.x1, -mark.y1)
            line.lineTo(mark.x2, -mark.y2)
            _draw(canvas, line, None, Edge(mark.color, mark.width, mark.dash))
        case Outline(contours=contours, fill=fill, edge=edge):
            _draw(canvas, _outline(contours), fill, edge, rule=NON_ZERO)
        case Raster(box=box, content=content):
            picture = ImageReader(BytesIO(content))
            canvas.drawImage(picture, box.left, -box.bottom, box.width, box.height, mask="auto")
        case TextMark():
            canvas.setFillColorRGB(*_rgb(mark.color))
            canvas.setFont(font_name(fonts, mark.face), mark.size)
            canvas.drawString(mark.x, -mark.y, fonts.drawn(mark.text), charSpace=mark.tracking * mark.size)


def _draw(
    canvas: Canvas, path: PDFPathObject, fill: Color | None, edge: Edge | None = None, *, rule: int | None = None
) -> None:
    if fill:
        canvas.setFillColorRGB(*_rgb(fill))
    if edge:
        canvas.setStrokeColorRGB(*_rgb(edge.color))
        canvas.setLineWidth(edge.width)
        canvas.setDash(list(edge.dash))
    canvas.drawPath(path, stroke=int(edge is not None), fill=int(fill is not None), fillMode=rule)


def _polygon(points: Sequence[tuple[Pt, Pt]]) -> PDFPathObject:
    path = PDFPathObject()
    (x, y), *others = points
    path.moveTo(x, -y)
    for x, y in others:
        path.lineTo(x, -y)
    path.close()
    return path


def _outline(contours: Sequence[Contour]) -> PDFPathObject:
    path = PDFPathObject()
    for contour in contours:
        x, y = contour.start
        path.moveTo(x, -y)
        for step in contour.steps:
            (path.lineTo if len(step) == 1 else path.curveTo)(*(part for x, y in step for part in (x, -y)))
        if contour.is_closed:
            path.close()
    return path


def _circle(circle: Circle) -> PDFPathObject:
    """Four curves from the rightmost point, downwards first, as in SVG: so dashes agree in all painters."""
    radius, arm = circle.radius, CIRCLE_CONTROL * circle.radius
    path = PDFPathObject()
    path.moveTo(circle.x + radius, -circle.y)
    for (from_x, from_y), (to_x, to_y) in pairwise(_COMPASS):
        path.curveTo(
            circle.x + radius * from_x + arm * to_x,
            -(circle.y + radius * from_y + arm * to_y),
            circle.x + radius * to_x + arm * from_x,
            -(circle.y + radius * to_y + arm * from_y),
            circle.x + radius * to_x,
            -(circle.y + radius * to_y),
        )
    path.close()
    return path


_COMPASS = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
"""Right, down, left, up and right again, y down."""


def _rgb(color: Color) -> tuple[float, float, float]:
    return color.red / 255, color.green / 255, color.blue / 255
