"""The package: each part once, of the type it says, reached by a relationship that leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from report.checks.rule import Found, Rule
from report.diagnostics import Severity
from report.ooxml.elements import NAMESPACES, qualified
from report.ooxml.package import CONTENT_TYPES
from report.presentations.deck import Deck
from report.presentations.opening import MAIN
from report.presentations.package import CORE, ROOT

MAIN_BY_TYPE = {f"{MAIN}{kind}.main+xml": kind for kind in ("presentation", "template", "slideshow")}
KIND_BY_ENDING = {".pptx": "presentation", ".potx": "template", ".ppsx": "slideshow"}

FIRST_BYTES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "jpg": (b"\xff\xd8\xff",),
    "gif": (b"GIF8",),
    "bmp": (b"BM",),
    "tiff": (b"II*\0", b"MM\0*"),
    "tif": (b"II*\0", b"MM\0*"),
    "emf": (b"\x01\x00\x00\x00",),
}
"""How a media file of each name begins."""

W3CDTF = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?")


def _part_twice(deck: Deck) -> Iterator[Found]:
    for name, count in Counter(name.casefold() for name in deck.package.names).items():
        if count > 1:
            same = next(each for each in deck.package.names if each.casefold() == name)
            yield Found(f"the zip archive holds it {count} times; capital letters make no other name", same)


def _folder_entry(deck: Deck) -> Iterator[Found]:
    """Some programs write them, and PowerPoint lets them be."""
    for name in deck.package.names:
        if name.endswith("/"):
            yield Found("the zip archive lists a folder, where Office lists files alone", name)


def _override_without_part(deck: Deck) -> Iterator[Found]:
    for override in deck.tree(CONTENT_TYPES).iter(qualified("types:Override")):
        name = override.get("PartName", "").lstrip("/")
        if name not in deck.package.blobs:
            yield Found(f'"{name}" has a content type and does not exist', CONTENT_TYPES)


def _main_type(deck: Deck) -> Iterator[Found]:
    kind, ending = MAIN_BY_TYPE[deck.package.types[deck.presentation]], deck.ending
    if KIND_BY_ENDING.get(ending, kind) != kind:
        yield Found(f"the file is named {ending} and its content type says {kind}", CONTENT_TYPES)


def _relation_to_nothing(deck: Deck) -> Iterator[Found]:
    for part in (ROOT, *deck.package.blobs):
        for relation in deck.package.relations(part):
            if not relation.is_external and relation.target not in deck.package.blobs:
                yield Found(f'{relation.id} points to "{relation.target}", which does not exist', part)


def _orphan_part(deck: Deck) -> Iterator[Found]:
    reached: set[str] = set()
    waiting = [ROOT]
    while waiting:
        for relation in deck.package.relations(waiting.pop()):
            if not relation.is_external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    for name in deck.package.blobs:
        if name not in reached and name != CONTENT_TYPES and not name.endswith(".rels"):
            yield Found("no relationship leads to the part", name)


def _id_without_relation(deck: Deck) -> Iterator[Found]:
    relationships = f"{{{NAMESPACES['r']}}}"
    for name in deck.package.contents:
        known = {relation.id for relation in deck.package.relations(name)}
        for element in deck.tree(name).iter(etree.Element):
            for key, value in element.attrib.items():
                if str(key).startswith(relationships) and value and str(value) not in known:
                    what = etree.QName(element).localname
                    yield Found(f'{what} names the relationship "{value!s}", which its part does not have', name)


def _media_type(deck: Deck) -> Iterator[Found]:
    for name, blob in deck.package.blobs.items():
        ending = name.rpartition(".")[2].lower()
        begins = FIRST_BYTES.get(ending)
        if begins and not blob.startswith(begins):
            yield Found(f"its bytes are not those of a .{ending} file", name)
        if ending == "svg" and not re.search(rb"<(\w+:)?svg[\s>]", blob):
            yield Found("there is no svg element in it", name)


def _svg_extension(deck: Deck) -> Iterator[Found]:
    for name in deck.package.contents:
        for extension in deck.tree(name).iter(qualified("a:ext")):
            if extension.get("uri") == SVG_EXTENSION and extension.find("asvg:svgBlip", NAMESPACES) is None:
                yield Found("the drawing of a picture is named in another name space, and ignored", name)


SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def _property_twice(deck: Deck) -> Iterator[Found]:
    for tag, count in Counter(str(element.tag) for element in _core(deck)).items():
        if count > 1:
            yield Found(f'"{etree.QName(tag).localname}" stands there {count} times', CORE)


def _property_date(deck: Deck) -> Iterator[Found]:
    for element in _core(deck):
        is_date = element.tag in (qualified("dcterms:created"), qualified("dcterms:modified"))
        if is_date and not W3CDTF.fullmatch((element.text or "").strip()):
            yield Found(f'"{element.text or ""}" is no date of the form 2025-03-01T00:00:00Z', CORE)


def _core(deck: Deck) -> list[etree._Element]:
    return list(deck.package.trees.get(CORE, ()))


RULES = (
    Rule("part-twice", _part_twice, "write each part once; a program that adds parts must look for their names"),
    Rule("folder-entry", _folder_entry, "zip the files without entries for folders", Severity.WARNING),
    Rule("override-without-part", _override_without_part, "take the entry out of [Content_Types].xml"),
    Rule("main-type", _main_type, "rename the file, or save it in PowerPoint as what its name says"),
    Rule("relation-to-nothing", _relation_to_nothing, "take the relationship out, or put the part back"),
    Rule("orphan-part", _orphan_part, "take the part out; it is what remains of something deleted"),
    Rule("id-without-relation", _id_without_relation, "add the relationship; copied slides must copy theirs too"),
    Rule("media-type", _media_type, "insert the picture anew, in a format that its name says"),
    Rule("svg-extension", _svg_extension, f"name svgBlip in {NAMESPACES['asvg']}"),
    Rule("property-twice", _property_twice, "leave one of them in docProps/core.xml"),
    Rule("property-date", _property_date, "write the date as 2025-03-01T00:00:00Z"),
)
