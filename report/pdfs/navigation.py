"""Links and bookmarks, and whether there is a place that they lead to (ISO 32000-1, 12.3 and 12.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf

from report.pdfs.model import Bookmark, Link
from report.pdfs.objects import TooLarge, dictionary, entry, items, leaves, name, object_number, text

MOST_BOOKMARKS = 50_000
DEEPEST = 60
HIDDEN = 2
"""The bit of an annotation's flags that hides it."""


def places_of(root: Any, pages: Mapping[int, int]) -> Places:
    """The places that links may lead to. pages: numbers of pages by those of their objects."""
    named = {str(key): value for key, value in _entries(entry(root, "/Dests"))}
    named |= {text(key) or "": value for key, value in leaves(entry(entry(root, "/Names"), "/Dests"), "/Names")}
    return Places(pages, {key: _pages_of(value) for key, value in named.items()})


class Places:
    """The pages and the named places of a file."""

    def __init__(self, pages: Mapping[int, int], named: Mapping[str, Any]) -> None:
        self._pages, self._named = pages, named

    def leads(self, holder: Any) -> bool:
        """Whether a link or bookmark leads somewhere; what leads out of the file is believed."""
        action = entry(holder, "/A")
        if action is not None and name(entry(action, "/S")) != "GoTo":
            return name(entry(action, "/S")) != "URI" or bool((text(entry(action, "/URI")) or "").strip())
        target = entry(holder, "/Dest") if action is None else entry(action, "/D")
        key = name(target) or text(target)
        if key is not None:
            target = self._named.get(f"/{key}") if name(target) else self._named.get(key)
        return self._is_place(target)

    def _is_place(self, target: Any) -> bool:
        return object_number(next(items(target), None)) in self._pages


def links_of(pages: Iterable[pikepdf.Page], places: Places) -> Iterator[Link]:
    """The links of the pages, those that are hidden left out."""
    for page_number, page in enumerate(pages, start=1):
        for each in items(entry(page.obj, "/Annots")):
            flags = entry(each, "/F")
            is_hidden = isinstance(flags, int) and bool(flags & HIDDEN)
            if name(entry(each, "/Subtype")) == "Link" and not is_hidden:
                yield Link(page_number, object_number(each), text(entry(each, "/Contents")), places.leads(each))


def bookmarks_of(root: Any, places: Places) -> tuple[Bookmark, ...]:
    """The entries of the outline, as they stand there from top to bottom."""
    return tuple(_below(entry(root, "/Outlines"), 1, places, set()))


def _below(parent: Any, level: int, places: Places, seen: set[int]) -> Iterator[Bookmark]:
    each = dictionary(entry(parent, "/First"))
    while each is not None and object_number(each) not in seen:
        seen.add(object_number(each))
        if len(seen) > MOST_BOOKMARKS or level > DEEPEST:
            raise TooLarge(f"it has more than {MOST_BOOKMARKS} bookmarks, or they lie more than {DEEPEST} deep")
        yield Bookmark(text(entry(each, "/Title")) or "", level, places.leads(each))
        yield from _below(each, level + 1, places, seen)
        each = dictionary(entry(each, "/Next"))


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    found = dictionary(value)
    if found is not None:
        yield from found.items()


def _pages_of(place: Any) -> Any:
    """The array of a named place, which may stand in a dictionary."""
    return entry(place, "/D") if dictionary(place) is not None else place
