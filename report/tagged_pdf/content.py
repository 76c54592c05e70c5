"""What of each element was drawn where: marked content by page and number, and places that lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from report.frozen import frozen
from report.tagged_pdf.structure import Element, Tag, TaggingError, walk

Corners: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in the points of the page."""


@frozen
class Marked:
    """A sequence of marked content: its page, counted from 0, and its number there."""

    page: int
    number: int


@frozen
class Place:
    """A place on a page that leads where a Link does. parent: its number in the tree of parents; name: its object's."""

    key: str
    page: int
    box: Corners
    parent: int
    name: str


@frozen
class Begun:
    """A part of a text that begins here, within that of the element around it."""

    child: Element


Part: TypeAlias = Marked | Place | Begun


class Content:
    """Gathers what is drawn for the elements of a tree.

    pages: by page the keys of its marked content, by number. parents: what leads back from a page (by its number) or a
    place to elements, in the order of the tree of parents (ISO 32000-1, 14.7.4.4).
    """

    def __init__(self, root: Element) -> None:
        self.elements = {element.key: element for element in walk(root) if element.key}
        self.parts: dict[str, list[Part]] = {}
        self.boxes: dict[str, list[Corners]] = {}
        self.pages: list[list[str]] = [[]]
        self.parents: list[int | Place] = []
        self._above = {child.key: element for element in self.elements.values() for child in element.children}

    def element(self, key: str) -> Element:
        """The element with a key; raises TaggingError if there is none."""
        try:
            return self.elements[key]
        except KeyError:
            raise TaggingError(f'the structure has no element with the key "{key}"') from None

    def marked(self, key: str) -> tuple[Tag, int]:
        """Of a new sequence of marked content for an element its tag, and its number on the page that is drawn."""
        element, page = self.element(key), self.pages[-1]
        number = len(page)
        page.append(key)
        self._add(element, Marked(len(self.pages) - 1, number))
        return element.tag, number

    def boxed(self, key: str, box: Corners) -> None:
        """Note the box around what is drawn for an element."""
        self.boxes.setdefault(key, []).append(box)

    def leading(self, key: str, box: Corners) -> Place:
        """A new place, on the page that is drawn, that leads where the Link does."""
        element = self.element(key)
        if element.tag is not Tag.LINK:
            raise TaggingError(f'{element.tag} "{key}" is no Link')
        number = len(self.parents)
        place = Place(key, len(self.pages) - 1, box, number, f"place{number}")
        self._add(element, place)
        self.parents.append(place)
        return place

    def end_page(self) -> int:
        """The number, in the tree of parents, of the page that is drawn; what follows is drawn on the next one."""
        self.parents.append(len(self.pages) - 1)
        self.pages.append([])
        return len(self.parents) - 1

    def check(self) -> None:
        """Raises TaggingError where nothing was drawn for an element, or a link has no place on a page."""
        if faults := [*self._faults()]:
            raise TaggingError("\n".join(faults))

    def _faults(self) -> Iterator[str]:
        for key, element in self.elements.items():
            if element.tag is Tag.TD or element.tag is Tag.TH:  # these may be empty
                continue
            parts = self.parts.get(key, ())
            if not any(isinstance(part, Marked) for part in parts):
                yield f'nothing is drawn for {element.tag} "{key}"'
            elif element.tag is Tag.LINK and not any(isinstance(part, Place) for part in parts):
                yield f'Link "{key}" has no place on a page that leads anywhere'
            elif element.tag is Tag.FIGURE and key not in self.boxes:
                yield f'Figure "{key}" is drawn without its box'

    def _add(self, element: Element, part: Part) -> None:
        """Note a part of an element, and in the text around it that the element begins there."""
        parts = self.parts.get(element.key)
        if parts is None:
            if above := self._above.get(element.key):
                self._add(above, Begun(element))
            parts = self.parts[element.key] = []
        parts.append(part)


def bounding(boxes: Sequence[Corners]) -> Corners:
    """The box around some boxes."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
