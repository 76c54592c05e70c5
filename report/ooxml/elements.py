"""XML elements of Office files, written as they are read: `element("a:off", x=0, y=0)`.

Names carry the prefixes that Office itself uses; attributes without prefix are plain, others are given in a mapping.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

NAMESPACES: Mapping[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "types": "http://schemas.openxmlformats.org/package/2006/content-types",
    "relations": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "custom": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}


@cache
def qualified(name: str) -> str:
    """The name that lxml wants ("{http://...}off") for one with a prefix ("a:off"); one without stays."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else local


def element(
    name: str, /, *children: etree._Element | None, attributes: Mapping[str, str] | None = None, **plain: str | int
) -> etree._Element:
    """An element with its attributes and children, in order; a child that is None is left out.

    attributes: those whose names have a prefix ("r:embed") or are no Python names.
    """
    made = etree.Element(qualified(name), None, _prefix_of(name))
    for key, value in plain.items():
        made.set(key, str(value))
    if attributes:
        for key, text in attributes.items():
            made.set(qualified(key), text)
    for child in children:
        if child is not None:
            made.append(child)
    return made


@cache
def _prefix_of(name: str) -> dict[str, str]:
    """The prefix of a name, for lxml to keep."""
    prefix = name.partition(":")[0]
    return {prefix: NAMESPACES[prefix]}


def text_element(name: str, text: str) -> etree._Element:
    """An element that holds nothing but text."""
    made = element(name)
    made.text = text
    return made
