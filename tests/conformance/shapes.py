"""The shapes of a finished deck: their boxes on the slide in points, and their text as it is painted.

Read by python-pptx, which knows from whom a placeholder inherits its place. Groups are opened, the cells of a table are
shapes of their own, and what layout and master put on every slide comes first, as it is painted first.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.slide import Slide

EMU_PER_POINT = 12700
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide, in points, y down."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class TextShape:
    """A shape, or the cell of a table, that holds text.

    text: paragraphs and line breaks as line feeds, the slide number as it is shown.
    is_inherited: it stands on the layout or the master; a slide may hide it.
    """

    name: str
    box: Box
    text: str
    is_inherited: bool = False


@dataclass(frozen=True)
class PictureShape:
    """A picture: its place, its file as it lies in the deck, and the share that is cropped off at each side."""

    name: str
    box: Box
    blob: bytes
    crop: tuple[float, float, float, float]


@dataclass(frozen=True)
class SlideShapes:
    """What stands on one slide, each in the order of painting.

    charts: native ones, whose words are drawn anew by whoever opens the deck.
    """

    number: int
    texts: tuple[TextShape, ...]
    pictures: tuple[PictureShape, ...]
    charts: tuple[Box, ...] = ()


@dataclass(frozen=True)
class _Frame:
    """How the coordinates inside a group become those of the slide: position = offset + scale * inner."""

    x_scale: float = 1.0
    y_scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def box(self, shape: Any) -> Box:
        left, top = self.x + self.x_scale * (shape.left or 0), self.y + self.y_scale * (shape.top or 0)
        width, height = self.x_scale * (shape.width or 0), self.y_scale * (shape.height or 0)
        return _turned(
            Box(*(emu / EMU_PER_POINT for emu in (left, top, left + width, top + height))),
            degrees=getattr(shape, "rotation", 0.0),
        )

    def inside(self, group: Any) -> "_Frame":
        transform = group._element.grpSpPr.find(f"{DRAWING}xfrm")
        if transform is None:
            return self
        outer, size = transform.find(f"{DRAWING}off"), transform.find(f"{DRAWING}ext")
        inner, inner_size = transform.find(f"{DRAWING}chOff"), transform.find(f"{DRAWING}chExt")
        x_scale = self.x_scale * _ratio(size.get("cx"), inner_size.get("cx"))
        y_scale = self.y_scale * _ratio(size.get("cy"), inner_size.get("cy"))
        return _Frame(
            x_scale=x_scale,
            y_scale=y_scale,
            x=self.x + self.x_scale * int(outer.get("x")) - x_scale * int(inner.get("x")),
            y=self.y + self.y_scale * int(outer.get("y")) - y_scale * int(inner.get("y")),
        )


def _ratio(outer: str, inner: str) -> float:
    return int(outer) / int(inner) if int(inner) else 1.0


def _turned(box: Box, *, degrees: float) -> Box:
    """The upright box around a box that is turned about its middle."""
    if not degrees:
        return box
    angle = math.radians(degrees)
    width, height = box.right - box.left, box.bottom - box.top
    half_width = (abs(width * math.cos(angle)) + abs(height * math.sin(angle))) / 2
    half_height = (abs(width * math.sin(angle)) + abs(height * math.cos(angle))) / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def read(deck: Path) -> list[SlideShapes]:
    """The shapes of every slide of the deck."""
    slides = Presentation(str(deck)).slides
    return [_slide_shapes(slide, number) for number, slide in enumerate(slides, start=1)]


def _slide_shapes(slide: Slide, number: int) -> SlideShapes:
    own = list(_opened(slide.shapes, _Frame()))
    inherited = [
        pair
        for source in (slide.slide_layout.slide_master, slide.slide_layout)
        for pair in _opened(source.shapes, _Frame())
        # The placeholders of a layout are moulds: their prompts are never painted.
        if not pair[0].is_placeholder
    ]
    texts = [text for pair in inherited for text in _texts(*pair, number=number, is_inherited=True)]
    texts += [text for pair in own for text in _texts(*pair, number=number, is_inherited=False)]
    charts = [frame.box(shape) for shape, frame in own if getattr(shape, "has_chart", False)]
    return SlideShapes(number, tuple(texts), tuple(_pictures(own)), tuple(charts))


def _opened(shapes: Any, frame: _Frame) -> Iterator[tuple[Any, _Frame]]:
    """Every shape that is no group, with the frame it stands in."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _opened(shape.shapes, frame.inside(shape))
        else:
            yield shape, frame


def _texts(shape: Any, frame: _Frame, *, number: int, is_inherited: bool) -> Iterator[TextShape]:
    if getattr(shape, "has_table", False):
        yield from _cells(shape, frame, number=number)
    elif shape.has_text_frame and (text := _shown(shape.text_frame._txBody, number)).strip():
        yield TextShape(shape.name, frame.box(shape), text, is_inherited)


def _cells(shape: Any, frame: _Frame, *, number: int) -> Iterator[TextShape]:
    outer = frame.box(shape)
    lefts = [outer.left]
    for column in shape.table.columns:
        lefts.append(lefts[-1] + frame.x_scale * column.width / EMU_PER_POINT)
    for r, row in enumerate(shape.table.rows):
        for c, cell in enumerate(row.cells):
            text = _shown(cell._tc.txBody, number)
            if cell.is_spanned or not text.strip():
                continue
            last = c + (cell.span_width if cell.is_merge_origin else 1)
            # Rows grow with their text, so a cell is judged by its column; the table's own height stands in.
            box = Box(lefts[c], outer.top, lefts[last], outer.bottom)
            yield TextShape(f"{shape.name}, row {r + 1}, column {c + 1}", box, text)


def _shown(body: Any, number: int) -> str:
    return "\n".join("".join(_parts(paragraph, number)) for paragraph in body.iter(f"{DRAWING}p"))


def _parts(paragraph: Any, number: int) -> Iterator[str]:
    for part in paragraph:
        if part.tag == f"{DRAWING}br":
            yield "\n"
        elif part.tag == f"{DRAWING}fld" and part.get("type") == "slidenum":
            yield str(number)
        elif part.tag in (f"{DRAWING}r", f"{DRAWING}fld"):
            yield part.findtext(f"{DRAWING}t") or ""


def _pictures(opened: list[tuple[Any, _Frame]]) -> Iterator[PictureShape]:
    for shape, frame in opened:
        if hasattr(shape, "image"):
            crop = (shape.crop_left, shape.crop_top, shape.crop_right, shape.crop_bottom)
            yield PictureShape(shape.name, frame.box(shape), shape.image.blob, crop)
