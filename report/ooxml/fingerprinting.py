"""Takes the fingerprint of a deck, as it is being written or as it is found."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from report.ooxml.attributes import is_on, whole_number
from report.ooxml.elements import NAMESPACES, qualified
from report.ooxml.fingerprint import Fingerprint, Place, ShapePrint, SlidePrint, digest_of
from report.ooxml.shapes import is_spoken, shapes_of, title_of, top_shapes


def fingerprint_of(pages: Iterable[tuple[etree._Element, etree._Element | None]]) -> Fingerprint:
    """The fingerprint of slides in their order, each with its speaker notes."""
    return Fingerprint(tuple(_slide(slide, notes) for slide, notes in pages))


def _slide(slide: etree._Element, notes: etree._Element | None) -> SlidePrint:
    tree = slide.find("p:cSld/p:spTree", NAMESPACES)
    lowest_first = () if tree is None else top_shapes(tree)
    shapes = tuple(ShapePrint(digest_of(_said(shape)), _place(shape)) for shape in lowest_first)
    said = [] if notes is None else [_said(shape) for shape in shapes_of(notes) if is_spoken(shape)]
    is_hidden = not is_on(slide, "show", default=True)
    return SlidePrint(title_of(slide), is_hidden, digest_of("\n".join(said).strip()), shapes)


def _said(shape: etree._Element) -> str:
    """The text of a shape, paragraph by paragraph, of all that is in a group, and of a table cell by cell."""
    return "\n".join(paragraph_text(paragraph) for paragraph in shape.iter(_PARAGRAPH)).strip()


def paragraph_text(paragraph: etree._Element) -> str:
    """What a paragraph says, without its fields, which programs fill in; its breaks are vertical tabs."""
    return "".join(_spelled(each) for each in paragraph.iterchildren(_RUN, _BREAK))


def _spelled(piece: etree._Element) -> str:
    return "\v" if piece.tag == _BREAK else piece.findtext("a:t", "", NAMESPACES)


_PARAGRAPH, _RUN, _BREAK = (qualified(name) for name in ("a:p", "a:r", "a:br"))


def _place(shape: etree._Element) -> Place | None:
    """Where a shape lies; of a group the whole."""
    frames = (shape.find(path, NAMESPACES) for path in ("p:spPr/a:xfrm", "p:xfrm", "p:grpSpPr/a:xfrm"))
    frame = next((each for each in frames if each is not None), None)
    if frame is None:
        return None
    start, size = frame.find("a:off", NAMESPACES), frame.find("a:ext", NAMESPACES)
    return (whole_number(start, "x"), whole_number(start, "y"), whole_number(size, "cx"))
