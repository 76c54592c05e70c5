"""Reads the SVG of a logo: areas and lines of plain colours, and nothing else of all that the format can hold.

Only outlines are taken over: no script, link, font, style or name of the file gets into an output. What a logo cannot
do without, and we cannot draw alike on slides, pages and pictures (letters that need a font, gradients, pictures,
what shines through), is told with what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from fontTools.misc.transform import Transform
from lxml import etree
from PIL import ImageColor

from report.drawing.emblem import Emblem
from report.drawing.model import Edge, MarkRole, Outline, Point
from report.frozen import frozen
from report.images.svg_paths import (
    FARTHEST,
    SHAPES,
    NotDrawnError,
    contours_of,
    extremes,
    transform_of,
    turned_by_depth,
)
from report.units import Color

LARGEST_SVG = 1_000_000
"""Bytes; a file of exactly this size is still read."""
MOST_SHAPES = 2_000
DEEPEST = 64
NAMESPACE = "http://www.w3.org/2000/svg"
LINK = "{http://www.w3.org/1999/xlink}href"
_PASSED_OVER = ("title", "desc", "metadata", "style", "defs", "symbol", "clipPath", "script", "marker")
_GROUPS = ("g", "a", "switch")
_NOT_DRAWN = {
    "text": "letters that need a font",
    "image": "a picture of pixels",
    "foreignObject": "what is no drawing",
    "mask": "a mask",
    "svg": "a drawing within the drawing",
}
_INHERITED = ("fill", "stroke", "stroke-width", "fill-rule", "color", "visibility", "fill-opacity", "stroke-opacity")
_OWN = ("opacity", "display", "clip-path", "mask", "filter", "mix-blend-mode", "stroke-dasharray")
_RULE = re.compile(r"\s*([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)$")


@frozen
class _Given:
    """What a group gives to what is in it."""

    place: Transform
    style: Mapping[str, str]
    depth: int = 0


def svg_emblem(raw: bytes) -> Emblem:
    """The logo in an SVG; raises NotDrawnError for what cannot be drawn."""
    root = _tree(raw)
    frame = _frame(root)
    marks = tuple(_Reader(root).marks())
    if not marks:
        raise NotDrawnError("nothing that can be seen")
    points = [point for mark in marks for contour in mark.contours for point in extremes(contour)]
    left, top, right, bottom = _around(frame, points)
    if not (right > left and bottom > top):
        raise NotDrawnError("no size")
    colors = [color for mark in marks for color in (mark.fill, mark.edge.color if mark.edge else None) if color]
    placed = tuple(mark.placed(1.0, -left, -top) for mark in marks)
    return Emblem(right - left, bottom - top, placed, tuple(dict.fromkeys(colors)))


def _tree(raw: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    if b"<!ENTITY" in raw:
        raise NotDrawnError("entities of its own")
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise NotDrawnError("a slip in its XML") from error
    if etree.QName(root).localname != "svg":
        raise NotDrawnError("no SVG in it")
    return root


def _frame(root: etree._Element) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom, as the file tells them."""
    numbers = [float(each) for each in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", root.get("viewBox", ""))]
    if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 and max(map(abs, numbers)) < FARTHEST:
        left, top, width, height = numbers
        return left, top, left + width, top + height
    sizes = [re.fullmatch(r"\s*(\d*\.?\d+)(?:px)?\s*", root.get(side, "")) for side in ("width", "height")]
    wide, high = (float(size.group(1)) if size else 0.0 for size in sizes)
    return (0.0, 0.0, wide, high) if wide and high else None


def _around(frame: tuple[float, float, float, float] | None, points: list[Point]) -> tuple[float, float, float, float]:
    """The frame, larger where something lies outside of it: nothing of a logo is cut off."""
    xs, ys = zip(*points, strict=True)
    left, top, right, bottom = frame or (min(xs), min(ys), max(xs), max(ys))
    return min(left, *xs), min(top, *ys), max(right, *xs), max(bottom, *ys)


class _Reader:
    """Walks through the drawing, handing down what groups say."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._named = {id: each for each in root.iter() if (id := each.get("id"))}
        self._rules = _rules_of(root)
        self._numbers = count(1)

    def marks(self) -> Iterator[Outline]:
        """The areas and lines that are seen, in the order in which they are painted."""
        given = _Given(Transform(), {"fill": "black"})
        style = self._style(self._root, given)
        for child in self._root:
            yield from self._of(child, replace(given, style=style))

    def _of(self, element: etree._Element, given: _Given) -> Iterator[Outline]:
        if etree.QName(element).namespace not in (NAMESPACE, None):
            return
        name, style = etree.QName(element).localname, self._style(element, given)
        if name in _PASSED_OVER or name.endswith("Gradient") or name in ("pattern", "filter"):
            return
        if style.get("display") == "none":
            return
        if name in _NOT_DRAWN:
            raise NotDrawnError(_NOT_DRAWN[name])
        self._hold_to_what_is_drawn(style)
        if given.depth > DEEPEST or next(self._numbers) > MOST_SHAPES:
            raise NotDrawnError("too much in it")
        place = given.place.transform(transform_of(element.get("transform", "")))
        inner = _Given(place, {key: value for key, value in style.items() if key in _INHERITED}, given.depth + 1)
        if name in _GROUPS:
            for child in element:
                yield from self._of(child, inner)
        elif name == "use":
            yield from self._used(element, inner)
        elif name in SHAPES:
            yield from _shape(element, place, style)

    def _used(self, element: etree._Element, given: _Given) -> Iterator[Outline]:
        link = element.get("href") or element.get(LINK) or ""
        meant = self._named.get(link.removeprefix("#"))
        if meant is None or not link.startswith("#"):
            raise NotDrawnError("something that lies outside of the file")
        x, y = (_number(element.get(axis, "0")) for axis in ("x", "y"))
        yield from self._of(meant, replace(given, place=given.place.translate(x, y)))

    def _style(self, element: etree._Element, given: _Given) -> dict[str, str]:
        """What an element says, in the order in which it counts: handed down, attributes, rules, its own style."""
        attributes = {key: value for key in (*_INHERITED, *_OWN) if (value := element.get(key)) is not None}
        classes = [f".{name}" for name in element.get("class", "").split()]
        of_rules = [self._rules[name] for name in (etree.QName(element).localname, *classes) if name in self._rules]
        own = _declared(element.get("style", ""))
        style = {key: value for key, value in given.style.items() if key in _INHERITED} | attributes
        for rule in (*of_rules, own):
            style |= {key: value for key, value in rule.items() if key in (*_INHERITED, *_OWN)}
        return {key: value for key, value in style.items() if value != "inherit"}

    def _hold_to_what_is_drawn(self, style: Mapping[str, str]) -> None:
        """Raise for what changes all that is in a group."""
        for key in ("mask", "filter"):
            if style.get(key, "none") != "none":
                raise NotDrawnError(f"a {key}")
        if style.get("mix-blend-mode", "normal") != "normal":
            raise NotDrawnError("colours that are mixed with what lies under them")
        if _share(style.get("opacity", "1")) != 1.0:
            raise NotDrawnError("what shines through")
        clip = style.get("clip-path", "none")
        if clip != "none" and not self._is_whole(clip):
            raise NotDrawnError("a clipping path")

    def _is_whole(self, clip: str) -> bool:
        """Whether a clipping path is a rectangle as large as the drawing, as some programs write it around all."""
        path = self._named.get(clip.removeprefix("url(").removesuffix(")").strip("\"'# "))
        shapes = [] if path is None else [*path]
        frame = _frame(self._root)
        if (
            frame is None
            or len(shapes) != 1
            or etree.QName(shapes[0]).localname != "rect"
            or shapes[0].get("transform")
        ):
            return False
        x, y, width, height = (_number(shapes[0].get(key, "0")) for key in ("x", "y", "width", "height"))
        left, top, right, bottom = frame
        return x <= left and y <= top and x + width >= right and y + height >= bottom


def _rules_of(root: etree._Element) -> dict[str, dict[str, str]]:
    """The rules of its style sheets: of classes and of kinds of shapes, which is all that logos are written with."""
    rules: dict[str, dict[str, str]] = {}
    for sheet in root.iter(f"{{{NAMESPACE}}}style"):
        text = re.sub(r"/\*.*?\*/|<!--|-->|@[\w-]+[^;{}]*;", " ", sheet.text or "", flags=re.DOTALL)
        if _RULE.sub("", text).strip():
            raise NotDrawnError("a style sheet that cannot be read")
        for selectors, body in _RULE.findall(text):
            for selector in (each.strip() for each in selectors.split(",")):
                if not _CLASS.match(selector) and selector not in (*SHAPES, *_GROUPS):
                    raise NotDrawnError("a style sheet that cannot be read")
                rules[selector] = rules.get(selector, {}) | _declared(body)
    return rules


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {key.strip(): value.strip().removesuffix("!important").strip() for key, _, value in pairs if value.strip()}


def _shape(element: etree._Element, place: Transform, style: Mapping[str, str]) -> Iterator[Outline]:
    fill, stroke = (_color(style, key) for key in ("fill", "stroke"))
    width = _number(style.get("stroke-width", "1")) * abs(place[0] * place[3] - place[1] * place[2]) ** 0.5
    edge = Edge(stroke, width) if stroke and width > 0 else None
    fill = None if etree.QName(element).localname == "line" else fill
    if style.get("visibility", "visible") != "visible" or not (fill or edge):
        return
    if edge and style.get("stroke-dasharray", "none") != "none":
        raise NotDrawnError("dashed lines")
    contours = contours_of(element, place)
    if style.get("fill-rule") == "evenodd" and len(contours) > 1:
        contours = turned_by_depth(contours)
    if contours:
        yield Outline(MarkRole.LOGO, contours, fill, edge)


def _color(style: Mapping[str, str], key: str) -> Color | None:
    written = style.get(key, "none")
    if written.lower() == "currentcolor":
        written = style.get("color", "black")
    opacity = _share(style.get(f"{key}-opacity", "1"))
    if written in ("none", "transparent") or opacity == 0.0:
        return None
    if written.startswith("url("):
        raise NotDrawnError("a gradient or pattern")
    if opacity != 1.0:
        raise NotDrawnError("what shines through")
    try:
        red, green, blue, *alpha = ImageColor.getrgb(written)
    except ValueError:
        raise NotDrawnError("a colour that cannot be read") from None
    if alpha and alpha != [255]:
        raise NotDrawnError("what shines through")
    return Color(red, green, blue)


def _share(written: str) -> float:
    """A share from 0 to 1, or per cent."""
    return _number(written.removesuffix("%")) / (100 if written.endswith("%") else 1)


def _number(written: str) -> float:
    try:
        return float(re.sub(r"px$", "", written.strip()))
    except ValueError:
        raise NotDrawnError("a length that cannot be read") from None
