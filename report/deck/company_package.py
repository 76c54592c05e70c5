"""A company's template as the beginning of a deck: without its own slides and what only they were there for."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart

from report.deck.navigation import SECTIONS
from report.deck.package_parts import DeckPackage
from report.ooxml.elements import element, qualified

OF_SLIDES = ("changesInfo", "revisionInfo", "commentAuthors", "authors", "comments")
"""Relationships of a presentation to what tells of the work on its slides, by how their types end."""


def empty(package: DeckPackage) -> None:
    """Take the template's own slides out of the package, with the shows, sections and links that name them."""
    part, root = package.presentation_part, package.presentation.element
    for show in root.findall(qualified("p:custShowLst")):
        root.remove(show)
    for extension in list(root.iterfind(f"{qualified('p:extLst')}/{qualified('p:ext')}")):
        if extension.get("uri") == SECTIONS:
            _parent(extension).remove(extension)
    slides = root.find(qualified("p:sldIdLst"))
    for listed in list(slides) if slides is not None else ():
        slides.remove(listed)
        part.rels.pop(listed.get(qualified("r:id")))
    for id, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind in OF_SLIDES:
            part.rels.pop(id)
        elif kind == "presProps":
            _forget_show(relation.target_part)
    _unlink_slides(sheet for master in package.presentation.slide_masters for sheet in (master.part, *_layouts(master)))


def _layouts(master: object) -> Iterable[XmlPart]:
    return (layout.part for layout in master.slide_layouts)  # type: ignore[attr-defined]  # so it is in python-pptx


def _parent(part: etree._Element) -> etree._Element:
    above = part.getparent()
    assert above is not None, "it was found below another"
    return above


def _forget_show(properties: Part) -> None:
    """A presentation that is set to show a part of its slides shows all of the deck."""
    tree = etree.fromstring(properties.blob)
    chosen = [each for name in ("p:custShow", "p:sldRg") for each in tree.iter(qualified(name))]
    for each in chosen:
        _parent(each).replace(each, element("p:sldAll"))
    if chosen:
        properties.blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _unlink_slides(sheets: Iterable[XmlPart]) -> None:
    """Take out what on masters and layouts leads to a slide."""
    for sheet in sheets:
        leading = [id for id, relation in sheet.rels.items() if relation.reltype == RELATIONSHIP_TYPE.SLIDE]
        for id in leading:
            for link in [each for each in sheet._element.iter() if each.get(qualified("r:id")) == id]:  # noqa: SLF001
                _parent(link).remove(link)
            sheet.rels.pop(id)


def list_notes_master(package: DeckPackage) -> None:
    """Name the notes master that python-pptx has made for speaker notes, as Keynote and PowerPoint want it."""
    root = package.presentation.element
    if root.find(qualified("p:notesMasterIdLst")) is not None:
        return
    relations = package.presentation_part.rels.items()
    id = next((id for id, each in relations if each.reltype == RELATIONSHIP_TYPE.NOTES_MASTER), None)
    if id is not None:
        listed = element("p:notesMasterIdLst", element("p:notesMasterId", attributes={"r:id": id}))
        root.find(qualified("p:sldMasterIdLst")).addnext(listed)
