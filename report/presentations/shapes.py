"""The shapes of a slide, as they are drawn one over the other, and what their names, texts and placeholders say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import Deck

SHAPES = tuple(qualified(f"p:{kind}") for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"))
GROUP, PICTURE, TEXT_SHAPE, FRAME = (qualified(f"p:{kind}") for kind in ("grpSp", "pic", "sp", "graphicFrame"))
ALTERNATIVES, CHOICE = qualified("mc:AlternateContent"), qualified("mc:Choice")
TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum")
"""Placeholders of a date, a footer, a slide number."""


def top_shapes(container: etree._Element) -> Iterator[etree._Element]:
    """The shapes of a slide's tree or of a group, from the lowest to the uppermost; groups stay whole."""
    for child in container:
        if child.tag in SHAPES:
            yield child
        elif child.tag == ALTERNATIVES:
            choice = child.find(CHOICE)
            yield from top_shapes(choice) if choice is not None else ()


def shapes_of(slide: etree._Element) -> Iterator[etree._Element]:
    """All shapes of a slide, layout or master in the order in which they are read; a group before what is in it."""
    tree = slide.find("p:cSld/p:spTree", NAMESPACES)
    yield from _within(tree) if tree is not None else ()


def _within(container: etree._Element) -> Iterator[etree._Element]:
    for shape in top_shapes(container):
        yield shape
        if shape.tag == GROUP:
            yield from _within(shape)


def single_shapes(slide: etree._Element) -> Iterator[etree._Element]:
    """The same without the groups, whose texts are those of what is in them."""
    return (shape for shape in shapes_of(slide) if shape.tag != GROUP)


def table_of(shape: etree._Element) -> etree._Element | None:
    """The table that a shape holds."""
    return shape.find("a:graphic/a:graphicData/a:tbl", NAMESPACES)


def properties(shape: etree._Element) -> etree._Element | None:
    """What says a shape's id, name and alternative text."""
    return shape.find("*/p:cNvPr", NAMESPACES)


def name_of(shape: etree._Element) -> str:
    """A shape's name, which the selection pane shows."""
    found = properties(shape)
    return "" if found is None else found.get("name", "")


def alternative(shape: etree._Element) -> str:
    """The alternative text of a shape."""
    found = properties(shape)
    return "" if found is None else found.get("descr", "").strip()


def is_decorative(shape: etree._Element) -> bool:
    """Whether a shape is marked as one that tells nothing."""
    marks = shape.iterfind("*/p:cNvPr/a:extLst/a:ext/adec:decorative", NAMESPACES)
    return any(mark.get("val", "1") in ("1", "true") for mark in marks)


def placeholder(shape: etree._Element) -> etree._Element | None:
    """What makes a shape a placeholder."""
    return shape.find("*/p:nvPr/p:ph", NAMESPACES)


def place_type(shape: etree._Element) -> str | None:
    """The type of a placeholder, None of any other shape."""
    found = placeholder(shape)
    return None if found is None else found.get("type", "obj")


def is_title(shape: etree._Element) -> bool:
    """Whether a shape is the placeholder of a title."""
    return place_type(shape) in TITLES


def text_of(element: etree._Element) -> str:
    """The text of a shape, a paragraph or a cell, on one line."""
    parts = (each.text or "" if each.tag == qualified("a:t") else " " for each in element.iter(*_TEXT))
    return re.sub(r"\s+", " ", "".join(parts)).strip()


_TEXT = tuple(qualified(name) for name in ("a:t", "a:br", "a:p"))


def title_of(slide: etree._Element) -> str:
    """The text of a slide's title; "" where it has none."""
    return next((text for shape in shapes_of(slide) if is_title(shape) and (text := text_of(shape))), "")


def is_spoken(shape: etree._Element) -> bool:
    """Whether a shape of a page of notes holds what is said, not the page's number or date."""
    return place_type(shape) not in (*FURNITURE, "hdr")


def each_shape(deck: Deck) -> Iterator[tuple[str, etree._Element]]:
    """Every shape of every slide, with the slide's part."""
    return ((slide, shape) for slide, tree in deck.pages for shape in shapes_of(tree))
