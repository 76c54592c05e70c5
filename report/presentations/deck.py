"""A deck as those see it who show it: its slides in order, and which parts belong to which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import qualified
from report.presentations.opening import main_part
from report.presentations.package import Package

SLIDE, LAYOUT, MASTER = (f"presentationml.{kind}+xml" for kind in ("slide", "slideLayout", "slideMaster"))
NOTES, CHART, TAGS = "presentationml.notesSlide+xml", "drawingml.chart+xml", "presentationml.tags+xml"
"""How the content types of these parts end."""

SHARED = ("slide", "slideLayout", "slideMaster", "notesMaster", "theme", "image", "media", "video", "audio")
"""Relationships to what does not belong to one slide alone."""


@frozen
class Deck:
    """A presentation. slides: the parts that the list of slides names, in its order.

    ending: that of the file's name, in small letters, ".pptx".
    number_by_part: which slide (counted from 1) a part is, or belongs to: its notes, its charts, their workbooks.
    """

    package: Package
    ending: str
    presentation: str
    slides: tuple[str, ...]
    number_by_part: Mapping[str, int]

    def tree(self, part: str) -> etree._Element:
        """A part that is XML."""
        return self.package.trees[part]

    @property
    def root(self) -> etree._Element:
        """The presentation's own part."""
        return self.package.trees[self.presentation]

    @property
    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        """The slides in the order of the show, each as its part's name and its XML."""
        return ((slide, self.package.trees[slide]) for slide in self.slides)

    @property
    def height(self) -> float:
        """How high a slide is, in points."""
        size = self.root.find(qualified("p:sldSz"))
        return whole_number(size, "cy", 6858000) / EMU_PER_POINT


EMU_PER_POINT = 12700
FULL = 100_000
"""100 per cent, as Office writes it."""


def deck_of(package: Package, ending: str) -> Deck:
    """The deck in a package that is a presentation, from a file whose name ends so."""
    presentation = main_part(package)
    assert presentation is not None, "opening lets nothing else through"
    listed = [part for part in listed_slides(package, presentation) if part in package.trees]
    slides = tuple(dict.fromkeys(listed))
    numbers: dict[str, int] = {}
    for number, slide in enumerate(slides, start=1):
        for part in _belongings(package, slide):
            numbers.setdefault(part, number)
    return Deck(package, ending.lower(), presentation, slides, numbers)


def listed_slides(package: Package, presentation: str) -> list[str]:
    """The parts that the list of slides names; "" for an entry that leads nowhere."""
    target_by_id = {relation.id: relation.target for relation in package.relations(presentation)}
    entries = package.trees[presentation].iter(qualified("p:sldId"))
    return [target_by_id.get(entry.get(qualified("r:id"), ""), "") for entry in entries]


def _belongings(package: Package, slide: str) -> Iterator[str]:
    waiting, seen = [slide], {slide}
    while waiting:
        part = waiting.pop(0)
        yield part
        for relation in package.relations(part):
            if relation.kind not in SHARED and not relation.is_external and relation.target not in seen:
                seen.add(relation.target)
                waiting.append(relation.target)


WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
"""What Office reads as one; nothing in a deck is longer."""


def whole_number(element: etree._Element | None, name: str, default: int = 0) -> int:
    """An attribute that should be a whole number; the default where it is missing or none."""
    text = element.get(name, "") if element is not None else ""
    return int(text) if WHOLE_NUMBER.fullmatch(text) else default


def is_on(element: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """An attribute that is true or false."""
    value = element.get(name) if element is not None else None
    return default if value is None else value in ("1", "true", "on")
