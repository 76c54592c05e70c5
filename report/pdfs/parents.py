"""The tree of parents (ISO 32000-1, 14.7.4.4): from content and annotations back to the elements that they stand in.

By it a reader that meets something on a page, under the pointer or at the insertion point, finds what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import pikepdf

from report.pdfs.model import Content, Element, ObjectOf
from report.pdfs.objects import TooLarge, dictionary, entry, items, leaves, object_number, whole

MOST_PARENTS = 1_000_000

Child: TypeAlias = Content | ObjectOf


def parents_of(
    root: Any, pages: Sequence[pikepdf.Page], forms: Iterable[int], form: Callable[[int], Any]
) -> dict[Child, int]:
    """By content or annotation the number of the element's object that the tree of parents names for it.

    forms: the numbers of the forms that the tree of tags names content of; form: gives one by its number.
    """
    tree = entry(entry(root, "/StructTreeRoot"), "/ParentTree")
    listed = {key: value for key, value in leaves(tree, "/Nums") if whole(key) is not None}
    found: dict[Child, int] = {}
    for child, parent in _named(listed, pages, forms, form):
        if dictionary(parent) is not None:
            found[child] = object_number(parent)
        if len(found) > MOST_PARENTS:
            raise TooLarge(f"it names the tags of more than {MOST_PARENTS} pieces of content")
    return found


def forms_in(tree: Iterable[Element]) -> list[int]:
    """The numbers of the forms that elements name content of."""
    streams = dict.fromkeys(content.stream for top in tree for content in top.contents())
    return [int(stream.removeprefix("form ")) for stream in streams if stream.startswith("form ")]


def _named(
    listed: dict[Any, Any], pages: Sequence[pikepdf.Page], forms: Iterable[int], form: Callable[[int], Any]
) -> Iterator[tuple[Child, Any]]:
    streams = [(f"page {number}", page.obj) for number, page in enumerate(pages, start=1)]
    streams += [(f"form {number}", form(number)) for number in forms]
    for name, stream in streams:
        parents = listed.get(whole(entry(stream, "/StructParents")))
        yield from ((Content(name, mcid), parent) for mcid, parent in enumerate(items(parents)))
    for page in pages:
        for each in items(entry(page.obj, "/Annots")):
            yield ObjectOf(object_number(each)), listed.get(whole(entry(each, "/StructParent")))
