"""Writes the structure of a document: its elements, and the trees that lead from content and ids back to them.

Source: ISO 32000-1, 14.7 and 14.8.5. Each element is an object of some fifty bytes; optional keys are left out. A long
document has ten thousand of them: they are written as they are, and never become objects of ReportLab.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportlab.pdfbase.pdfdoc import PDFDocument

from report.tagged_pdf.content import Begun, Content, Marked, Part, Place, bounding
from report.tagged_pdf.objects import Reserved, array, dictionary, numbers, reference, text
from report.tagged_pdf.structure import Element, Numbering, Scope, Tag

BEGINNING = {tag: b"<</S/%s/P " % tag.encode() for tag in Tag}
"""Of an element with a tag, up to the reference to its parent."""


def add_structure(
    document: PDFDocument, root: Element, content: Content, pages: Sequence[bytes], objects: Reserved
) -> bytes:
    """The reference to the root of the structure, once all of it is among the objects. pages: references to them."""
    return _Writer(document, content, pages, objects).tree(root)


class _Writer:
    def __init__(self, document: PDFDocument, content: Content, pages: Sequence[bytes], objects: Reserved) -> None:
        self._document, self._content, self._pages, self._objects = document, content, pages, objects
        self._by_key: dict[str, bytes] = {}

    def tree(self, root: Element) -> bytes:
        number, own = self._objects.reserve()
        top = self._add(root, own)
        keys = {
            "Type": b"/StructTreeRoot",
            "K": top,
            "ParentTree": self._parents(),
            "ParentTreeNextKey": b"%d" % len(self._content.parents),
        }
        notes = sorted((text(key), key) for key, each in self._content.elements.items() if each.tag is Tag.NOTE)
        if notes:
            names = [part for id, key in notes for part in (id, self._by_key[key])]
            keys["IDTree"] = self._objects.add(dictionary({"Names": array(names)}))
        self._objects.write(number, dictionary(keys))
        return own

    def _add(self, element: Element, parent: bytes) -> bytes:
        """The element and all below it, as objects; the reference to its own."""
        number, own = self._objects.reserve()
        kids = [self._add(child, own) for child in element.children] if element.children else []
        of_page = b""
        if element.key:
            self._by_key[element.key] = own
            if parts := self._content.parts.get(element.key):
                page, kids = self._kids(parts, element.children, kids)
                of_page = b"/Pg " + self._pages[page]
        below = b"/K " + (kids[0] if len(kids) == 1 else array(kids)) if kids else b""
        entries = (BEGINNING[element.tag], parent, of_page, below, self._properties(element))
        self._objects.write(number, b"%s%s%s%s%s>>" % entries)
        return own

    def _kids(
        self, parts: Sequence[Part], children: Sequence[Element], below: Sequence[bytes]
    ) -> tuple[int, list[bytes]]:
        """The page of an element, and its parts, which need not say it again. below: references to the children."""
        first = parts[0]
        if len(parts) == 1 and isinstance(first, Marked):  # as nearly all are
            return first.page, [b"%d" % first.number]
        page = next((part.page for part in parts if isinstance(part, Marked)), 0)
        by_key = {child.key: kid for child, kid in zip(children, below, strict=True)}
        return page, [self._kid(part, page, by_key) for part in parts]

    def _kid(self, part: Part, page: int, children: dict[str, bytes]) -> bytes:
        if isinstance(part, Marked):
            if part.page == page:
                return b"%d" % part.number
            return dictionary({"Type": b"/MCR", "Pg": self._pages[part.page], "MCID": b"%d" % part.number})
        if isinstance(part, Begun):
            return children[part.child.key]
        place = reference(self._document, part.name)
        return dictionary({"Type": b"/OBJR", "Pg": self._pages[part.page], "Obj": place})

    def _properties(self, element: Element) -> bytes:
        if element.tag is Tag.TD or element.tag is Tag.TH:
            attributes = _of_cell(element.scope, element.columns, element.rows)
        else:
            attributes = self._attributes(element)
        if element.alt is None and element.actual_text is None and element.lang is None and element.tag is not Tag.NOTE:
            return attributes
        texts = {"Alt": element.alt, "ActualText": element.actual_text, "Lang": element.lang}
        if element.tag is Tag.NOTE:
            texts["ID"] = element.key
        found = [b"/%s%s" % (name.encode(), text(value)) for name, value in texts.items() if value is not None]
        return b"".join([*found, attributes])

    def _attributes(self, element: Element) -> bytes:
        """What an element other than a cell says of itself."""
        found = list[bytes]()
        if element.tag is Tag.L and element.numbering is not Numbering.NONE:
            found.append(dictionary({"O": b"/List", "ListNumbering": b"/" + element.numbering.encode()}))
        if boxes := self._content.boxes.get(element.key):
            found.append(dictionary({"O": b"/Layout", "Placement": b"/Block", "BBox": numbers(bounding(boxes))}))
        return b"/A" + (found[0] if len(found) == 1 else array(found)) if found else b""

    def _parents(self) -> bytes:
        """From the number of a page, or of a place that leads elsewhere, back to the elements."""
        found = []
        for number, each in enumerate(self._content.parents):
            if isinstance(each, Place):
                found += [b"%d" % number, self._by_key[each.key]]
            else:
                page = array([self._by_key[key] for key in self._content.pages[each]])
                found += [b"%d" % number, self._objects.add(page)]
        return self._objects.add(dictionary({"Nums": array(found)}))


@cache
def _of_cell(scope: Scope | None, columns: int, rows: int) -> bytes:
    """What a cell says of itself; nothing of one that heads nothing and spans no others."""
    entries = {"Scope": b"/" + scope.encode()} if scope else {}
    if columns > 1:
        entries["ColSpan"] = b"%d" % columns
    if rows > 1:
        entries["RowSpan"] = b"%d" % rows
    return b"/A" + dictionary({"O": b"/Table", **entries}) if entries else b""
