"""Layouts that LibreOffice wrote, read as they are meant.

It gives the layouts of all masters the places of one master: on the others a title stands in the midst of a slide, or
outside the area that is made for it. Its slides have the places of their own master, and so have its own screens.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from lxml import etree

from report.ooxml.elements import NAMESPACES
from report.presentations.inheritance import Page, kind_of
from report.presentations.shapes import placeholder, shapes_of


def as_meant(layout: Page) -> Page:
    """A layout of a file with several masters; one of LibreOffice takes the places of its own master.

    That is done with the title and with the content, where there is one place of it; columns stay where they are.
    """
    return _with_places_of_its_master(layout) if _is_of_libreoffice(layout) else layout


def _is_of_libreoffice(layout: Page) -> bool:
    """It gives the places of a layout no numbers."""
    return any(_index(shape) is None for shape in _places(layout.slide, "body"))


def _index(shape: etree._Element) -> str | None:
    held = placeholder(shape)
    return None if held is None else held.get("idx")


def _with_places_of_its_master(page: Page) -> Page:
    layout = deepcopy(page.slide)
    contents = _places(layout, "body")
    for shape in (*_places(layout, "title"), *(contents if len(contents) == 1 else ())):
        frame = shape.find("p:spPr/a:xfrm", NAMESPACES)
        if frame is not None and any(_has_frame(above) for above in _places(page.master, kind_of(shape))):
            shape.find("p:spPr", NAMESPACES).remove(frame)
    return replace(page, slide=layout)


def _has_frame(shape: etree._Element) -> bool:
    return shape.find("p:spPr/a:xfrm", NAMESPACES) is not None


def _places(sheet: etree._Element | None, kind: str | None) -> list[etree._Element]:
    """The placeholders of a kind on a layout or master."""
    if sheet is None:
        return []
    return [shape for shape in shapes_of(sheet) if placeholder(shape) is not None and kind_of(shape) == kind]
