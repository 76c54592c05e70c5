"""Layouts that LibreOffice wrote, read as they are meant.

It writes how titles and texts are set into the words that ask for them, from where no slide of PowerPoint takes it
over: its white titles are black there, on their dark band. And it gives the layouts of all masters the places of one
master, so that on the others a title stands in the midst of a slide. Its own slides look as their own master says;
how a text below a title is set, they alone say.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from report.ooxml.elements import NAMESPACES, element
from report.presentations.inheritance import Page, kind_of
from report.presentations.shapes import placeholder, shapes_of

FRAME, BODY = "p:spPr/a:xfrm", "p:txBody/a:bodyPr"


def is_of_libreoffice(layouts: Iterable[Page]) -> bool:
    """Whether it wrote the file: it numbers no place of a layout."""
    return any(_index(shape) is None for layout in layouts for shape in _places(layout.slide, "body"))


def as_meant(layout: Page, samples: Iterable[etree._Element], *, has_siblings: bool) -> Page:
    """A layout that LibreOffice wrote, as its own master has it. has_siblings: whether there are other masters.

    Types and colours are those of the master's words, of sizes nothing is said. Of places it is the title's and, where
    there is one place of it, the content's; columns stay where they are. samples: the template's own slides on it; a
    subtitle is as on the first that has one, in its size too, for on the master it would be a list.
    """
    if layout.master is None:
        return layout
    meant = deepcopy(layout.slide)
    subtitle = _subtitle(meant)
    sample = next((found for each in samples if (found := _subtitle(each)) is not None), None)
    has_other = subtitle is not None and sample is not None and _take_all(subtitle, sample)
    titles = _places(meant, "title")
    contents = [each for each in _places(meant, "body") if not (has_other and each is subtitle)]
    for shape in (*titles, *contents):
        for above in _places(layout.master, kind_of(shape))[:1]:
            if has_siblings and (shape in titles or len(contents) == 1):
                has_other = _take_place(shape, above) or has_other
            has_other = _take_type(shape, above, "b", "cap") or has_other
    return replace(layout, slide=meant) if has_other else layout


def _index(shape: etree._Element) -> str | None:
    held = placeholder(shape)
    return None if held is None else held.get("idx")


def _subtitle(sheet: etree._Element) -> etree._Element | None:
    shapes = ((shape, placeholder(shape)) for shape in shapes_of(sheet))
    return next((shape for shape, held in shapes if held is not None and held.get("type") == "subTitle"), None)


def _take_all(shape: etree._Element, sample: etree._Element) -> bool:
    """Type and size of a sample's words, and where they stand; whether anything is said of them."""
    is_known = _take_type(shape, sample, "b", "cap", "sz")
    if is_known:
        _take_place(shape, sample)
    return is_known


def _take_place(shape: etree._Element, above: etree._Element) -> bool:
    """What says where a placeholder and the words in it stand, as the master has it; whether that is known."""
    is_known = False
    for path in (FRAME, BODY):
        own, masters = shape.find(path, NAMESPACES), above.find(path, NAMESPACES)
        parent = None if own is None else own.getparent()
        if own is not None and parent is not None and masters is not None:
            parent.replace(own, deepcopy(masters))
            is_known = True
    return is_known


def _take_type(shape: etree._Element, above: etree._Element, *names: str) -> bool:
    """What is said of the words of another, as what holds for all of the placeholder; whether anything is.

    names: of what is said as attributes.
    """
    first, body = above.find("p:txBody/a:p", NAMESPACES), shape.find(BODY, NAMESPACES)
    if first is None or body is None:
        return False
    said = [*first.iterfind("a:r/a:rPr", NAMESPACES), *first.iterfind("a:endParaRPr", NAMESPACES)]
    if not said or not len(said[0]):
        return False
    letters = element("a:defRPr", *(deepcopy(child) for child in said[0]), attributes=_kept(said[0], *names))
    side = first.find("a:pPr", NAMESPACES)
    level = element("a:lvl1pPr", letters, attributes={} if side is None else _kept(side, "algn"))
    body.addnext(element("a:lstStyle", level))
    return True


def _kept(properties: etree._Element, *names: str) -> dict[str, str]:
    return {name: value for name in names if (value := properties.get(name)) is not None}


def _places(sheet: etree._Element, kind: str | None) -> list[etree._Element]:
    """The placeholders of a kind on a layout or master."""
    return [shape for shape in shapes_of(sheet) if placeholder(shape) is not None and kind_of(shape) == kind]
