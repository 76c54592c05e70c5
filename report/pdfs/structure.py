"""The tree of tags (ISO 32000-1, 14.7): elements with their standard types, and what content they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from report.pdfs.model import Content, Element, ObjectOf
from report.pdfs.objects import TooLarge, dictionary, each_of, entry, items, name, number, object_number, text, whole

MOST_ELEMENTS = 300_000
DEEPEST = 150
"""Elements within elements."""
ATTRIBUTES = ("Scope", "ColSpan", "RowSpan", "Headers")
"""Those that say something of a table's cells."""


def tree_of(root: Any, number_by_page: Mapping[int, int]) -> tuple[Element, ...] | None:
    """The elements at the top; None for a file without a tree. number_by_page: by the number of a page's object."""
    found = dictionary(entry(root, "/StructTreeRoot"))
    if found is None:
        return None
    roles = {key[1:]: name(role) or "" for key, role in _entries(entry(found, "/RoleMap"))}
    reader = _Reader(roles, number_by_page)
    return tuple(kid for kid in reader.kids(found, page=None, above=()) if isinstance(kid, Element))


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    found = dictionary(value)
    if found is not None:
        yield from ((str(key), each) for key, each in found.items())


@dataclass
class _Reader:
    """Walks down the tree, and counts what it finds."""

    roles: Mapping[str, str]
    number_by_page: Mapping[int, int]
    n_elements: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def kids(self, parent: Any, *, page: int | None, above: tuple[int, ...]) -> list[Element | Content | ObjectOf]:
        """What stands below an element. page: that of its parent's content; above: the objects that it stands in."""
        found = [self._kid(kid, page, above) for kid in each_of(entry(parent, "/K"))]
        return [kid for kid in found if kid is not None]

    def _kid(self, kid: Any, page: int | None, above: tuple[int, ...]) -> Element | Content | ObjectOf | None:
        if (mcid := whole(kid)) is not None:
            return Content(f"page {page}", mcid) if page else None
        if dictionary(kid) is None:
            return None
        kind = name(entry(kid, "/Type"))
        if kind == "OBJR":
            return ObjectOf(object_number(entry(kid, "/Obj")))
        if kind == "MCR":
            return self._reference(kid, page)
        own = object_number(kid)
        return None if own and own in above else self._element(kid, page, (*above, own))

    def _reference(self, kid: Any, page: int | None) -> Content | None:
        mcid = whole(entry(kid, "/MCID"))
        stream = entry(kid, "/Stm")
        page = self._page(kid, page)
        if mcid is None or (stream is None and page is None):
            return None
        return Content(f"form {object_number(stream)}" if stream is not None else f"page {page}", mcid)

    def _page(self, holder: Any, page: int | None) -> int | None:
        own = entry(holder, "/Pg")
        return page if own is None else self.number_by_page.get(object_number(own))

    def _element(self, found: Any, page: int | None, above: tuple[int, ...]) -> Element:
        self.n_elements += 1
        if self.n_elements > MOST_ELEMENTS or len(above) > DEEPEST:
            raise TooLarge(f"it has more than {MOST_ELEMENTS} tags, or they lie more than {DEEPEST} deep in each other")
        kind = self._type(name(entry(found, "/S")) or "")
        self.counts[kind] += 1
        count = self.counts[kind]
        page = self._page(found, page)
        kids = tuple(self.kids(found, page=page, above=above))
        return Element(
            kind,
            count,
            kids,
            _first_page(kids),
            alternative=text(entry(found, "/Alt")),
            actual=text(entry(found, "/ActualText")),
            language=text(entry(found, "/Lang")),
            attributes=dict(_attributes(entry(found, "/A"))),
            object_number=object_number(found),
        )

    def _type(self, own: str) -> str:
        """The type that the role map leads to; a map that leads in a circle leads nowhere."""
        for _ in self.roles:
            if own not in self.roles:
                break
            own = self.roles[own]
        return own


def _first_page(kids: tuple[Element | Content | ObjectOf, ...]) -> int | None:
    for kid in kids:
        if isinstance(kid, Element) and kid.page is not None:
            return kid.page
        if isinstance(kid, Content) and kid.stream.startswith("page "):
            return int(kid.stream.removeprefix("page "))
    return None


def _attributes(found: Any) -> Iterator[tuple[str, str]]:
    for each in each_of(found):
        for key in ATTRIBUTES:
            value = entry(each, f"/{key}")
            if isinstance(value, pikepdf.Array):
                yield from ((key, "") for _ in list(items(value))[:1])
            elif value is not None:
                yield key, name(value) or str(whole(value) if number(value) is not None else "")
