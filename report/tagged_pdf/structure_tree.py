"""Writes the structure of a document: its elements, and the trees that lead from content and ids back to them.

Source: ISO 32000-1, 14.7 and 14.8.5. Each element is an object of some fifty bytes; optional keys are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument

from report.tagged_pdf.content import Begun, Content, Marked, Part, Place, bounding
from report.tagged_pdf.objects import Written, added, array, dictionary, numbers, reference, text
from report.tagged_pdf.structure import Element, Numbering, Tag


def add_structure(document: PDFDocument, root: Element, content: Content, pages: Sequence[bytes]) -> bytes:
    """The reference to the root of the structure, once all of it is part of the document. pages: references to them."""
    return _Writer(document, content, pages).tree(root)


class _Writer:
    def __init__(self, document: PDFDocument, content: Content, pages: Sequence[bytes]) -> None:
        self._document, self._content, self._pages = document, content, pages
        self._by_key: dict[str, bytes] = {}

    def tree(self, root: Element) -> bytes:
        tree = Written()
        own = added(self._document, tree)
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
            keys["IDTree"] = added(self._document, Written(dictionary({"Names": array(names)})))
        tree.content = dictionary(keys)
        return own

    def _add(self, element: Element, parent: bytes) -> bytes:
        """The element and all below it, as objects; the reference to its own."""
        thing = Written()
        own = added(self._document, thing)
        below = [self._add(child, own) for child in element.children]
        keys = {"S": b"/" + element.tag.encode(), "P": parent}
        kids = below
        if element.key:
            self._by_key[element.key] = own
            parts = self._content.parts.get(element.key, ())
            page = next((part.page for part in parts if isinstance(part, Marked)), 0)
            children = {child.key: kid for child, kid in zip(element.children, below, strict=True)}
            kids = [self._kid(part, page, children) for part in parts]
            if parts:
                keys["Pg"] = self._pages[page]
        if kids:
            keys["K"] = kids[0] if len(kids) == 1 else array(kids)
        self._add_properties(element, keys)
        thing.content = dictionary(keys)
        return own

    def _kid(self, part: Part, page: int, children: dict[str, bytes]) -> bytes:
        """page: of the element, of which its parts need not say it again. children: by their keys."""
        match part:
            case Begun(child=child):
                return children[child.key]
            case Marked(number=number):
                if part.page == page:
                    return b"%d" % number
                return dictionary({"Type": b"/MCR", "Pg": self._pages[part.page], "MCID": b"%d" % number})
            case Place(name=name):
                place = reference(self._document, name)
                return dictionary({"Type": b"/OBJR", "Pg": self._pages[part.page], "Obj": place})

    def _add_properties(self, element: Element, keys: dict[str, bytes]) -> None:
        for name, value in (("Alt", element.alt), ("ActualText", element.actual_text), ("Lang", element.lang)):
            if value is not None:
                keys[name] = text(value)
        if element.tag is Tag.NOTE:
            keys["ID"] = text(element.key)
        if attributes := [*self._attributes(element)]:
            keys["A"] = attributes[0] if len(attributes) == 1 else array(attributes)

    def _attributes(self, element: Element) -> Iterator[bytes]:
        if element.tag in (Tag.TH, Tag.TD):
            of_table = {"Scope": b"/" + element.scope.encode()} if element.scope else {}
            if element.columns > 1:
                of_table["ColSpan"] = b"%d" % element.columns
            if element.rows > 1:
                of_table["RowSpan"] = b"%d" % element.rows
            if of_table:
                yield dictionary({"O": b"/Table", **of_table})
        if element.tag is Tag.L and element.numbering is not Numbering.NONE:
            yield dictionary({"O": b"/List", "ListNumbering": b"/" + element.numbering.encode()})
        if boxes := self._content.boxes.get(element.key):
            yield dictionary({"O": b"/Layout", "Placement": b"/Block", "BBox": numbers(bounding(boxes))})

    def _parents(self) -> bytes:
        """From the number of a page, or of a place that leads elsewhere, back to the elements."""
        found = []
        for number, each in enumerate(self._content.parents):
            if isinstance(each, Place):
                found += [b"%d" % number, self._by_key[each.key]]
            else:
                keys = self._content.pages[each]
                page = Written(array([self._by_key[key] for key in keys]))
                found += [b"%d" % number, added(self._document, page)]
        return added(self._document, Written(dictionary({"Nums": array(found)})))
