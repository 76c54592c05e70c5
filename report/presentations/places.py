"""Where the shapes of a slide lie, those in groups too, in the units of the slide."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES
from report.presentations.deck import whole_number
from report.presentations.inheritance import Page, lineage
from report.presentations.shapes import GROUP, top_shapes


@frozen
class Box:
    """A rectangle, y down."""

    left: float
    top: float
    width: float
    height: float

    def share_under(self, other: Box) -> float:
        """Which share of this box lies under another, from 0 to 1."""
        wide = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        high = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        area = self.width * self.height
        return max(wide, 0) * max(high, 0) / area if area else float(wide >= 0 and high >= 0)


@frozen
class _Scale:
    """How the coordinates in a group become those of the slide."""

    left: float = 0.0
    top: float = 0.0
    wide: float = 1.0
    high: float = 1.0

    def applied(self, box: Box) -> Box:
        return Box(self.left + box.left * self.wide, self.top + box.top * self.high, box.width * self.wide,
                   box.height * self.high)  # fmt: skip

    def into(self, outer: Box, inner: Box) -> _Scale:
        """The scale inside a group that lies in one box and counts in another."""
        wide = outer.width / inner.width if inner.width else 1.0
        high = outer.height / inner.height if inner.height else 1.0
        start = self.applied(Box(outer.left - inner.left * wide, outer.top - inner.top * high, 0, 0))
        return _Scale(start.left, start.top, self.wide * wide, self.high * high)


def whole_slide(presentation: etree._Element) -> Box:
    """All of a slide; where the file does not say how large, it is as ECMA-376 has it (part 1, 19.2.1.39, sldSz)."""
    size = presentation.find("p:sldSz", NAMESPACES)
    return Box(0, 0, whole_number(size, "cx", WIDTH), whole_number(size, "cy", HEIGHT))


WIDTH, HEIGHT = 9_144_000, 6_858_000


def placed_shapes(page: Page, sheet: etree._Element) -> Iterator[tuple[etree._Element, Box | None]]:
    """The shapes of a slide, layout or master from the lowest up, each with its box; of groups what is in them."""
    tree = sheet.find("p:cSld/p:spTree", NAMESPACES)
    yield from _placed(page, tree, _Scale()) if tree is not None else ()


def _placed(page: Page, container: etree._Element, scale: _Scale) -> Iterator[tuple[etree._Element, Box | None]]:
    for shape in top_shapes(container):
        if shape.tag == GROUP:
            frame = shape.find("p:grpSpPr/a:xfrm", NAMESPACES)
            outer, inner = _box(frame, "off", "ext"), _box(frame, "chOff", "chExt")
            yield from _placed(page, shape, scale.into(outer, inner) if outer and inner else scale)
        else:
            box = _own_box(page, shape)
            yield shape, scale.applied(box) if box else None


def _own_box(page: Page, shape: etree._Element) -> Box | None:
    for each in lineage(page, shape):
        frame = each.find("p:spPr/a:xfrm", NAMESPACES)
        box = _box(each.find("p:xfrm", NAMESPACES) if frame is None else frame, "off", "ext")
        if box:
            return box
    return None


def _box(frame: etree._Element | None, offset: str, extent: str) -> Box | None:
    if frame is None:
        return None
    start, size = frame.find(f"a:{offset}", NAMESPACES), frame.find(f"a:{extent}", NAMESPACES)
    if start is None or size is None:
        return None
    return Box(whole_number(start, "x"), whole_number(start, "y"), whole_number(size, "cx"), whole_number(size, "cy"))
