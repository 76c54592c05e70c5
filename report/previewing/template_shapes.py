"""What a company's layouts show by themselves, as far as it is plain: rectangles, circles, lines and pictures.

Of all else (texts, other outlines, fills that mix) no more is drawn than its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache

from lxml import etree

from report.drawing.model import Circle, MarkRole, Rect, Stroke
from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import EMU_PER_POINT, FULL, deck_of, is_on, whole_number
from report.presentations.fills import Layer, painted_by
from report.presentations.grounds import Canvas, Drawn, canvas_of
from report.presentations.opening import unpacked
from report.presentations.package import Package
from report.presentations.shades import RECTANGLES, SIDES, picture_in
from report.presentations.shapes import PICTURE, TEXT_SHAPE, placeholder, text_of
from report.templates.reading import layouts_in
from report.units import Box, Color

CIRCLE = "ellipse"
LINE = qualified("p:cxnSp")
NEARLY_ROUND = 0.01
SHOWN_AS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}
"""The pictures that browsers show, by how they begin."""


@frozen
class TemplatePicture:
    """A picture in its place. cut: the shares of it that are cut off at the left, the top, the right and the bottom."""

    box: Box
    kind: str
    content: bytes = field(repr=False)
    cut: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)


@frozen
class Unseen:
    """The place of what is not drawn."""

    box: Box


TemplateShape = Rect | Circle | Stroke | TemplatePicture | Unseen


@lru_cache(maxsize=4)
def template_shapes(content: bytes) -> Mapping[str, tuple[TemplateShape, ...]]:
    """What is seen on every slide of each layout, the lowest first, by the layout's part. content: of the template."""
    package = unpacked(content)
    return {page.part: tuple(_shapes(package, canvas_of(page))) for page, _ in layouts_in(deck_of(package, ".pptx"))}


def _shapes(package: Package, canvas: Canvas) -> Iterator[TemplateShape]:
    for drawn in canvas.drawn:
        if drawn.box is not None and placeholder(drawn.shape) is None:
            box = Box(
                *(side / EMU_PER_POINT for side in (drawn.box.left, drawn.box.top, drawn.box.width, drawn.box.height))
            )
            if drawn.shape.tag == PICTURE:
                yield _picture(package, canvas, drawn, box) or Unseen(box)
            elif drawn.shape.tag == LINE:
                yield _line(canvas, drawn.shape, box) or Unseen(box)
            else:
                yield _filled(canvas, drawn, box) or Unseen(box)


def _picture(package: Package, canvas: Canvas, drawn: Drawn, box: Box) -> TemplatePicture | None:
    fill = drawn.shape.find("p:blipFill", NAMESPACES)
    blip = None if fill is None else fill.find("a:blip", NAMESPACES)
    content = None if blip is None or _is_turned(drawn.shape) else picture_in(package, canvas, blip)
    kind = next((kind for start, kind in SHOWN_AS.items() if content and content.startswith(start)), None)
    if fill is None or content is None or kind is None:
        return None
    cut = fill.find("a:srcRect", NAMESPACES)
    return TemplatePicture(box, kind, content, tuple(whole_number(cut, side) / FULL for side in SIDES))


def _line(canvas: Canvas, shape: etree._Element, box: Box) -> Stroke | None:
    """A line of one colour that says itself how it is drawn."""
    outline, frame = shape.find("p:spPr/a:ln", NAMESPACES), shape.find("p:spPr/a:xfrm", NAMESPACES)
    fill = None if outline is None else outline.find("a:solidFill", NAMESPACES)
    color = None if fill is None else _color(canvas, painted_by(fill, canvas.palette))
    if frame is None or color is None or _is_turned(shape):
        return None
    width = whole_number(outline, "w", EMU_PER_POINT) / EMU_PER_POINT
    is_rising = is_on(frame, "flipV") != is_on(frame, "flipH")
    start, end = (box.bottom, box.top) if is_rising else (box.top, box.bottom)
    return Stroke(MarkRole.RULE, box.left, start, box.right, end, color, width)


def _filled(canvas: Canvas, drawn: Drawn, box: Box) -> Rect | Circle | None:
    """A shape of one colour, without a text."""
    geometry = drawn.shape.find("p:spPr/a:prstGeom", NAMESPACES)
    form = None if geometry is None else geometry.get("prst")
    color = _color(canvas, drawn.paint)
    if drawn.shape.tag != TEXT_SHAPE or color is None or text_of(drawn.shape) or _is_turned(drawn.shape):
        return None
    if form in RECTANGLES:
        return Rect(MarkRole.PANEL, box, fill=color)
    if form == CIRCLE and abs(box.width - box.height) <= NEARLY_ROUND * box.width:
        radius = box.width / 2
        return Circle(MarkRole.PANEL, box.left + radius, box.top + radius, radius, fill=color)
    return None


def _color(canvas: Canvas, paint: Layer | None) -> Color | None:
    """The colour that is seen of a fill; through one that is not opaque the background is."""
    if paint is None or len(paint.colours) != 1:
        return None
    (color,) = paint.colours
    if color.alpha < 1:
        if len(canvas.background.colours) != 1:
            return None
        color = color.over(canvas.background.colours[0])
    return Color.of_hex(str(color))


def _is_turned(shape: etree._Element) -> bool:
    return whole_number(shape.find("p:spPr/a:xfrm", NAMESPACES), "rot") != 0
