"""What a slide takes over: its layout and master, and the places there that its own placeholders fill."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from report.frozen import frozen
from report.presentations.deck import Deck
from report.presentations.shapes import placeholder, shapes_of

SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "chart": "body", "tbl": "body", "pic": "body",
        "dgm": "body", "media": "body", "clipArt": "body"}  # fmt: skip
"""Placeholders that take what a master says of another type; a master has five."""


@frozen
class Page:
    """A slide with what stands behind it; layout, master and theme are None where the file has none."""

    part: str
    slide: etree._Element
    layout: etree._Element | None
    master: etree._Element | None
    theme: etree._Element | None
    presentation: etree._Element

    @property
    def behind(self) -> tuple[etree._Element, ...]:
        """Slide, layout and master, as far as there are such."""
        return tuple(each for each in (self.slide, self.layout, self.master) if each is not None)


def pages_of(deck: Deck) -> Iterator[Page]:
    """The slides in order, each with its layout, master and theme."""
    for part, slide in deck.pages:
        layout = _target(deck, part, "slideLayout")
        master = _target(deck, layout, "slideMaster")
        theme = _target(deck, master, "theme")
        above, top, colours = (deck.package.trees.get(each or "") for each in (layout, master, theme))
        yield Page(part, slide, above, top, colours, deck.root)


def _target(deck: Deck, part: str | None, kind: str) -> str | None:
    return next(iter(deck.package.targets(part, kind)), None) if part else None


def lineage(page: Page, shape: etree._Element) -> list[etree._Element]:
    """The shape itself, then the placeholders of layout and master that it fills; what it does not say, they do."""
    found = [shape]
    if placeholder(shape) is None:
        return found
    for behind, choose in ((page.layout, _on_layout), (page.master, _on_master)):
        above = choose(found[-1], behind) if behind is not None else None
        if above is not None:
            found.append(above)
    return found


def kind_of(shape: etree._Element) -> str | None:
    """Whose text style of the master it takes: "title", "body", or that of the rest; None of no placeholder."""
    found = placeholder(shape)
    return None if found is None else SAME.get(found.get("type", "obj"), found.get("type", "obj"))


def _on_layout(shape: etree._Element, layout: etree._Element) -> etree._Element | None:
    """By index and kind; by kind alone where a program has given all the same index, as LibreOffice does."""
    places = [each for each in shapes_of(layout) if placeholder(each) is not None]
    alike = [each for each in places if kind_of(each) == kind_of(shape)]
    same = [each for each in places if _index(each) == _index(shape)]
    both = [each for each in alike if each in same]
    return next(iter(both or ([] if kind_of(shape) == "title" else same) or alike), None)


def _on_master(shape: etree._Element, master: etree._Element) -> etree._Element | None:
    return next((each for each in shapes_of(master) if kind_of(each) == kind_of(shape)), None)


def _index(shape: etree._Element) -> str:
    found = placeholder(shape)
    return "0" if found is None else found.get("idx", "0")
