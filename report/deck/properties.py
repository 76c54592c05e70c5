"""What a deck says of itself: the properties that Office shows, and those that tell programs what it was made of.

Of the template's own it keeps those that a house gives all its files; what tells of the template alone goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from report.deck.model import Deck
from report.ooxml.elements import element, qualified, text_element
from report.ooxml.fingerprint import PROPERTY, Fingerprint
from report.ooxml.properties import keywords_of

OF_THE_AUTHOR = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that a file's author names (MS-OSHARED 2.3.3.2.3)."""
FIRST_PROPERTY_ID = 2
OF_THE_TEMPLATE = ("ep:Company", "ep:Manager")


def write_properties(package: Package, deck: Deck, built: datetime, fingerprint: Fingerprint) -> None:
    """Give the package the properties of the deck, whose slides have that fingerprint."""
    _write_core(package, deck, built)
    _write_custom(package, {**deck.provenance.properties, PROPERTY: fingerprint.digest})
    _drop_those_of_the_template(package)


def _write_core(package: Package, deck: Deck, built: datetime) -> None:
    _relate_core(package)
    properties = package.core_properties
    properties.title, properties.subject = deck.title, deck.subject
    properties.author = properties.last_modified_by = deck.author
    properties.keywords = keywords_of(deck.keywords)
    properties.created = properties.modified = built
    properties.language = deck.language_tag
    properties.revision = 1


def _relate_core(package: Package) -> None:
    """Name the part of core properties by its kind, which LibreOffice 7.4 misspells; else there were a second one."""
    for id, relationship in list(package._rels.items()):  # noqa: SLF001 - no public way names its id
        if relationship.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES and not relationship.is_external:
            part = relationship.target_part
            if part.content_type == CONTENT_TYPE.OPC_CORE_PROPERTIES:
                package.drop_rel(id)
                package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _write_custom(package: Package, values: Mapping[str, str]) -> None:
    """Add the values to the properties that there are, in the place of those that are called alike."""
    part = _part(package, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    listed = element("custom:Properties") if part is None else etree.fromstring(part.blob)
    for old in [each for each in listed if each.get("name") in values]:
        listed.remove(old)
    taken = [int(each.get("pid", "")) for each in listed]
    for id, (name, value) in enumerate(values.items(), max([FIRST_PROPERTY_ID - 1, *taken]) + 1):
        text = text_element("vt:lpwstr", value)
        listed.append(element("custom:property", text, fmtid=OF_THE_AUTHOR, pid=id, name=name))
    if part is None:
        part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    part.blob = _serialized(listed)


def _drop_those_of_the_template(package: Package) -> None:
    """Take out its picture and the house that made it."""
    for id, relationship in list(package._rels.items()):  # noqa: SLF001 - no public way names its id
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(id)
    part = _part(package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    if part is not None:
        listed = etree.fromstring(part.blob)
        for each in [*listed.iter(*map(qualified, OF_THE_TEMPLATE))]:
            listed.remove(each)
        part.blob = _serialized(listed)


def _part(package: Package, kind: str) -> Part | None:
    try:
        return package.part_related_by(kind)
    except KeyError:
        return None


def _serialized(tree: etree._Element) -> bytes:
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
