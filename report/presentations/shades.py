"""What is seen under a place where that is no single colour: pictures, gradients, the edges of bands, point by point.

. . . . . . .|. . .
. . place . .|. . .     points of the place, each in the colour of the uppermost shape that lies there
. . . . . . .|. . .
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import cos, pi, sin

from lxml import etree

from report.frozen import frozen
from report.images.sampling import pixels_of
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.colours import Colour
from report.presentations.deck import FULL, whole_number
from report.presentations.fills import Layer
from report.presentations.grounds import MOST_DRAWN, Canvas
from report.presentations.package import Package
from report.presentations.places import Box, whole_slide
from report.presentations.shapes import PICTURE

ACROSS, DOWN = 36, 18
"""Points of a place that are looked at."""
RARE = 0.05
"""So many of the darkest points and of the lightest are passed over: a spark does not keep letters from being read."""
MOST_SEEN = 8
"""Colours that may be seen at one point, where a shape is no rectangle or a gradient runs nobody knows how."""
RECTANGLES = ("rect", "roundRect", "round1Rect", "round2SameRect", "snip1Rect", "snip2SameRect")
SIDES = ("l", "t", "r", "b")
PLAIN_IN_BLIP = ("alphaModFix", "extLst")
"""What may be said of a picture without another look: how much is seen through it, and what programs keep for it."""
TURN = 60_000 * 360
"""A whole turn in the units of angles."""

Seen = tuple[Colour, ...] | None
"""The colours that may be seen at a point; None where nobody knows."""


@frozen
class _Painted:
    """Something painted in a box. is_all: whether it fills the box, and does not lie in it only somewhere."""

    box: Box
    at: Callable[[float, float], Seen]
    is_all: bool


def shades_under(package: Package, canvas: Canvas, shape: etree._Element) -> tuple[Colour, ...]:
    """The darkest and the lightest colour under a placeholder, but for rare ones; none where nobody knows them."""
    index = next((index for index, each in enumerate(canvas.drawn) if each.shape is shape), None)
    box = None if index is None else canvas.drawn[index].box
    if index is None or box is None or index > MOST_DRAWN or box.width <= 0 or box.height <= 0:
        return ()
    layers = list(_layers(package, canvas, index, box))
    points = [_seen(layers, x, y) for x, y in _points(box)]
    known = sorted((colour for point in points for colour in point or ()), key=lambda colour: colour.luminance)
    if sum(point is None for point in points) > RARE * len(points):
        return ()
    rare = int(RARE * len(known))
    return known[rare], known[-1 - rare]


def _points(box: Box) -> Iterator[tuple[float, float]]:
    for column in range(ACROSS):
        for row in range(DOWN):
            yield box.left + (column + 0.5) * box.width / ACROSS, box.top + (row + 0.5) * box.height / DOWN


def _layers(package: Package, canvas: Canvas, index: int, place: Box) -> Iterator[_Painted]:
    """What is painted under a place, the uppermost first, the background last."""
    for each in reversed(canvas.drawn[: index + 1]):
        if each.paint and each.box and place.share_under(each.box) > 0:
            is_all = each.shape.tag == PICTURE or _is_rectangle(each.shape)
            yield _Painted(each.box, _paint(package, canvas, each.paint, each.box), is_all)
    slide = whole_slide(canvas.page.presentation)
    yield _Painted(slide, _paint(package, canvas, canvas.background, slide), is_all=True)


def _is_rectangle(shape: etree._Element) -> bool:
    geometry, frame = shape.find("p:spPr/a:prstGeom", NAMESPACES), shape.find("p:spPr/a:xfrm", NAMESPACES)
    is_turned = whole_number(frame, "rot") != 0
    return not is_turned and (geometry is None or geometry.get("prst") in RECTANGLES)


def _seen(layers: Sequence[_Painted], x: float, y: float) -> Seen:
    for index, layer in enumerate(layers):
        box = layer.box
        is_last = index == len(layers) - 1
        if not is_last and not (box.left <= x <= box.left + box.width and box.top <= y <= box.top + box.height):
            continue
        here = layer.at(x, y)
        if here is None or is_last or (layer.is_all and all(colour.alpha >= 1 for colour in here)):
            return here
        below = _seen(layers[index + 1 :], x, y)
        if below is None:
            return None
        mixed = [colour.over(each) for colour in here for each in below] + ([] if layer.is_all else [*below])
        return tuple(dict.fromkeys(mixed))[:MOST_SEEN]
    return None


def _paint(package: Package, canvas: Canvas, layer: Layer, box: Box) -> Callable[[float, float], Seen]:
    fill = layer.fill
    if len(layer.colours) == 1:
        return lambda _x, _y: layer.colours
    if layer.colours and fill is not None:
        return _gradient(layer, fill, box)
    if fill is not None and fill.tag in (qualified("a:blipFill"), qualified("p:blipFill")):
        return _picture(package, canvas, fill, box)
    return lambda _x, _y: layer.colours or None


def _gradient(layer: Layer, fill: etree._Element, box: Box) -> Callable[[float, float], Seen]:
    """A gradient along a line; of another one all colours may be anywhere."""
    line = fill.find("a:lin", NAMESPACES)
    if line is None:
        return lambda _x, _y: layer.colours
    angle = whole_number(line, "ang") / TURN * 2 * pi
    wide, high = cos(angle), sin(angle)
    length = abs(box.width * wide) + abs(box.height * high)
    places = [whole_number(stop, "pos") / FULL for stop in fill.iterfind("a:gsLst/a:gs", NAMESPACES)]
    stops = sorted(zip(places, layer.colours, strict=True), key=lambda stop: stop[0])

    def at(x: float, y: float) -> Seen:
        across, down = x - box.left - box.width / 2, y - box.top - box.height / 2
        return (_between(stops, 0.5 + (across * wide + down * high) / length if length else 0.5),)

    return at


def _between(stops: Sequence[tuple[float, Colour]], place: float) -> Colour:
    before = [stop for stop in stops if stop[0] <= place][-1:] or stops[:1]
    after = [stop for stop in stops if stop[0] > place][:1] or stops[-1:]
    (start, one), (end, other) = before[0], after[0]
    share = (place - start) / (end - start) if end > start else 0.0
    mixed = ((1 - share) * getattr(one, part) + share * getattr(other, part) for part in PARTS)
    return Colour(*mixed)


PARTS = ("red", "green", "blue", "alpha")


def _picture(package: Package, canvas: Canvas, fill: etree._Element, box: Box) -> Callable[[float, float], Seen]:
    """A picture, cut as the file says; one in tiles as if it were stretched."""
    blip = fill.find("a:blip", NAMESPACES)
    raw = None if blip is None else picture_in(package, canvas, blip)
    pixels = None if raw is None else pixels_of(raw)
    if blip is None or pixels is None or any(not str(each.tag).endswith(PLAIN_IN_BLIP) for each in blip):
        return lambda _x, _y: None
    opacity = whole_number(blip.find("a:alphaModFix", NAMESPACES), "amt", FULL) / FULL
    cut = _sides(fill.find("a:srcRect", NAMESPACES))
    inset = _sides(fill.find("a:stretch/a:fillRect", NAMESPACES))

    def at(x: float, y: float) -> Seen:
        shares = ((x - box.left) / box.width, (y - box.top) / box.height) if box.width and box.height else (0.0, 0.0)
        across, down = (_within(_outside(share, *inset[side::2]), *cut[side::2]) for side, share in enumerate(shares))
        red, green, blue, alpha = (part / 255 for part in pixels.at(across, down))
        return (Colour(red, green, blue, alpha * opacity),)

    return at


def picture_in(package: Package, canvas: Canvas, blip: etree._Element) -> bytes | None:
    """The picture that a fill shows, of the part in which it is said."""
    root = blip.getroottree().getroot()
    is_own = root is canvas.page.slide
    part = canvas.page.part if is_own else next((name for name, tree in package.trees.items() if tree is root), "")
    named = blip.get(qualified("r:embed"))
    target = next((each.target for each in package.relations(part) if each.id == named and not each.is_external), "")
    return package.blobs.get(target)


def _sides(rectangle: etree._Element | None) -> tuple[float, ...]:
    """What is cut off at the left, the top, the right and the bottom, as shares."""
    return tuple(whole_number(rectangle, side) / FULL for side in SIDES)


def _within(share: float, start: float, end: float) -> float:
    return start + share * (1 - start - end)


def _outside(share: float, start: float, end: float) -> float:
    """Where in a picture a place lies that begins and ends so far within its shape."""
    return (share - start) / (1 - start - end) if start + end < 1 else share
