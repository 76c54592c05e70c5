"""Each picture of a slide is there in the drawing: in its place, whole, and not covered.

The drawn area is compared with the picture's own file, laid on the slide's ground as seen around it. It must look more
like the picture than like the bare ground: a measure without units, which no smoothing and no pale colour misleads.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy
import numpy.typing
from PIL import Image

from tests.conformance.fault import Fault
from tests.conformance.render import DPI
from tests.conformance.shapes import Box, PictureShape, SlideShapes

PIXELS_PER_POINT = DPI / 72
LIKENESS = 0.5
"""The drawing may differ from the picture by this share of what the bare ground differs from it."""

BLANK = 0.05
"""A picture is blank if it differs from its ground by less than this many of 255 steps, on the mean."""

Pixels = numpy.typing.NDArray[numpy.float64]
"""Rows x columns x (red, green, blue), 0 to 255."""


def faults(deck: Path, slides: list[SlideShapes], pages: list[Image.Image]) -> list[Fault]:
    """Pictures that reach over the slide's edge, are blank, or do not show in the drawing."""
    return [
        Fault(deck, rule, f"slide {slide.number}, picture '{picture.name}'", message)
        for slide, page in zip(slides, pages, strict=False)
        for picture in slide.pictures
        for rule, message in _of_picture(picture, page)
    ]


def _of_picture(picture: PictureShape, page: Image.Image) -> Iterator[tuple[str, str]]:
    left, top, right, bottom = area = _area(picture.box)
    if left < 0 or top < 0 or right > page.width or bottom > page.height:
        yield "picture-outside-slide", f"its area {area} leaves the slide of {page.width} x {page.height} pixels"
        return
    if right <= left or bottom <= top:
        yield "picture-without-area", f"its area {area} has no pixel"
        return
    ground = _ground(page, area)
    expected = _pixels(_on_ground(picture, ground, size=(right - left, bottom - top)))
    bare = _distance(expected, numpy.full_like(expected, ground))
    if bare < BLANK:
        yield "picture-blank", "nothing in it differs from the slide's ground"
    elif _distance(expected, _pixels(page.crop(area))) > LIKENESS * bare:
        yield "picture-not-drawn", "the drawing shows something else in its place"


def _area(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(side * PIXELS_PER_POINT) for side in (box.left, box.top, box.right, box.bottom))
    return left, top, right, bottom


def _ground(page: Image.Image, area: tuple[int, int, int, int]) -> tuple[int, int, int]:
    """The commonest colour in a frame of two pixels around the area: the slide's ground there."""
    left, top, right, bottom = area
    outer = page.crop((max(left - 2, 0), max(top - 2, 0), min(right + 2, page.width), min(bottom + 2, page.height)))
    seen = numpy.asarray(outer)
    frame = numpy.concatenate([seen[:2].reshape(-1, 3), seen[-2:].reshape(-1, 3), seen[:, :2].reshape(-1, 3)])
    colours, counts = numpy.unique(frame, axis=0, return_counts=True)
    red, green, blue = (int(channel) for channel in colours[counts.argmax()])
    return red, green, blue


def _on_ground(picture: PictureShape, ground: tuple[int, int, int], *, size: tuple[int, int]) -> Image.Image:
    image = Image.open(BytesIO(picture.blob)).convert("RGBA")
    left, top, right, bottom = picture.crop
    image = image.crop(
        (
            round(left * image.width),
            round(top * image.height),
            round((1 - right) * image.width),
            round((1 - bottom) * image.height),
        )
    )
    laid = Image.new("RGBA", image.size, (*ground, 255))
    laid.alpha_composite(image)
    return laid.convert("RGB").resize(size, Image.Resampling.BOX)


def _pixels(image: Image.Image) -> Pixels:
    return numpy.asarray(image, dtype=numpy.float64)


def _distance(one: Pixels, other: Pixels) -> float:
    """Mean distance of two pictures' colours, 0 to 255."""
    return float(numpy.abs(one - other).mean())
