"""What must not leave the house with a deck: what it holds beside its slides, and nobody sees who shows it.

Whether each is meant for those who get it, only the sender knows: everything is told, and nothing is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from report.checks.rule import Found, Rule
from report.diagnostics import shortened
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.deck import Deck, is_on, whole_number
from report.presentations.inheritance import pages_of
from report.presentations.package import CORE, CUSTOM, ROOT
from report.presentations.places import placed_shapes, whole_slide
from report.presentations.shapes import (
    GROUP,
    each_shape,
    is_spoken,
    name_of,
    properties,
    shapes_of,
    text_of,
    title_of,
)

APPLICATION = "docProps/app.xml"
PERSONS = (
    (CORE, "dc:creator", "the author"),
    (CORE, "cp:lastModifiedBy", "who saved it last"),
    (APPLICATION, "ep:Company", "the company"),
    (APPLICATION, "ep:Manager", "the manager"),
)
"""Where a deck names people and their house."""

IN_A_HOUSE = re.compile(r"file:|[a-z]:[\\/]|\\\\|/(users|home|volumes)/", re.IGNORECASE)
"""How addresses begin that lead to a disk or a server of the house."""
WITHIN = re.compile(r"(^|[\s\"'(])([A-Za-z]:\\|\\\\\w|file:/|/(Users|home|Volumes)/)")
"""Such an address in a text."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
EMBEDDED = ("package", "oleObject")
SIDES = {"l": "left", "t": "top", "r": "right", "b": "bottom"}


def _notes(deck: Deck) -> Iterator[Found]:
    for part in deck.slides:
        for notes in deck.package.targets(part, "notesSlide"):
            if notes in deck.package.trees and (text := _spoken(deck.tree(notes))):
                yield Found(f'the slide has speaker notes: "{shortened(text)}"', part)


def _spoken(notes: etree._Element) -> str:
    """The text of speaker notes."""
    return " ".join(text_of(shape) for shape in shapes_of(notes) if is_spoken(shape)).strip()


def _hidden(deck: Deck) -> Iterator[Found]:
    for part, slide in deck.pages:
        if not is_on(slide, "show", default=True):
            title = title_of(slide)
            yield Found("the slide is hidden in the show" + (f': "{shortened(title)}"' if title else ""), part)


def _hidden_shapes(deck: Deck) -> Iterator[Found]:
    for part, shape in each_shape(deck):
        said = properties(shape)
        if said is not None and is_on(said, "hidden"):
            yield Found(f"it is hidden in the selection pane{_quoting(shape)}", part, name_of(shape))


def _outside(deck: Deck) -> Iterator[Found]:
    """What stands beside the slide, where nobody sees it who only looks at the show."""
    whole = whole_slide(deck.root)
    for page in pages_of(deck):
        for shape, box in placed_shapes(page, page.slide):
            if box and box.width * box.height and not box.share_under(whole):
                yield Found(f"it stands beside the slide{_quoting(shape)}", page.part, name_of(shape))


def _quoting(shape: etree._Element) -> str:
    text = text_of(shape).strip()
    return f': "{shortened(text)}"' if text else ""


def _comments(deck: Deck) -> Iterator[Found]:
    for part in (deck.presentation, *deck.slides):
        for comments in deck.package.targets(part, "comments"):
            count = len(deck.package.trees[comments]) if comments in deck.package.trees else 0
            if count:
                yield Found(f"there {'is a comment' if count == 1 else f'are {count} comments'}", part)
        for kind in ("commentAuthors", "authors"):
            for authors in deck.package.targets(part, kind):
                names = [each.get("name", "") for each in deck.package.trees.get(authors, ())]
                if names:
                    yield Found(f"it names who commented: {shortened(', '.join(names))}", authors)


def _persons(deck: Deck) -> Iterator[Found]:
    for part, tag, who in PERSONS:
        properties = deck.package.trees.get(part)
        name = "" if properties is None else (properties.findtext(tag, "", NAMESPACES) or "").strip()
        if name:
            yield Found(f'it names {who}: "{shortened(name)}"', part)


def _properties(deck: Deck) -> Iterator[Found]:
    for each in deck.package.trees.get(CUSTOM, ()):
        value = shortened(" ".join(str(text) for text in each.itertext()))
        yield Found(f'it has the property "{shortened(each.get("name", ""))}": "{value}"', CUSTOM)


def _links(deck: Deck) -> Iterator[Found]:
    for part in (ROOT, *deck.package.blobs):
        for relation in deck.package.relations(part):
            is_local = bool(IN_A_HOUSE.match(relation.target)) or not SCHEME.match(relation.target)
            if relation.is_external and is_local and not relation.target.startswith("#"):
                yield Found(f'a link ({relation.kind}) leads to the file "{shortened(relation.target)}"', part)


def _paths(deck: Deck) -> Iterator[Found]:
    for part, shape in each_shape(deck):
        for said in shape.iterfind("*/p:cNvPr", NAMESPACES):
            for key, what in (("descr", "alternative text"), ("title", "alternative title"), ("name", "name")):
                if WITHIN.search(said.get(key, "")):
                    yield Found(f'its {what} names the file "{shortened(said.get(key, ""))}"', part, name_of(shape))
        if shape.tag != GROUP and WITHIN.search(text := text_of(shape)):
            yield Found(f'its text names a file: "{shortened(text)}"', part, name_of(shape))


def _cropped(deck: Deck) -> Iterator[Found]:
    for part in deck.package.contents:
        for crop in deck.tree(part).iter(qualified("a:srcRect")):
            sides = [word for side, word in SIDES.items() if whole_number(crop, side) > 0]
            if sides:
                shape = next(crop.iterancestors(qualified("p:pic"), qualified("p:sp")), None)
                name = None if shape is None else name_of(shape)
                message = f"what is cut off at the {' and '.join(sides)} is still in the file"
                yield Found(message, part, name)


def _tags(deck: Deck) -> Iterator[Found]:
    parts = [tags for part in (deck.presentation, *deck.slides) for tags in deck.package.targets(part, "tags")]
    if parts:
        trees = (deck.package.trees.get(part, ()) for part in parts)
        names = dict.fromkeys(each.get("name", "") for tree in trees for each in tree)
        count = "is a list" if len(parts) == 1 else f"are {len(parts)} lists"
        yield Found(
            f"there {count} of tags for programs, which nobody sees: {shortened(', '.join(names))}", deck.presentation
        )


def _embedded(deck: Deck) -> Iterator[Found]:
    for part in deck.number_by_part:
        for kind in EMBEDDED:
            for target in deck.package.targets(part, kind):
                yield Found(f'the whole file behind it comes with it: "{target.rpartition("/")[2]}"', part)


RULES = (
    Rule("send-notes", _notes, "delete the notes (File, Info, Inspect Document), unless they are meant for the reader"),
    Rule("send-hidden-slide", _hidden, "delete the slide, unless the reader may find it"),
    Rule("send-hidden-shape", _hidden_shapes, "delete it, or show it (Home, Arrange, Selection Pane)"),
    Rule("send-off-slide", _outside, "delete it; whoever opens the deck sees it beside the slide"),
    Rule("send-comments", _comments, "delete the comments (Review, Delete All)"),
    Rule("send-person", _persons, "take it out (File, Info, Inspect Document), unless the reader may know it"),
    Rule("send-property", _properties, "take it out (File, Info, Inspect Document), unless the reader may know it"),
    Rule("send-link", _links, "break the link (File, Info, Edit Links), or let it lead to the web"),
    Rule("send-path", _paths, "write what it shows in place of the path"),
    Rule("send-cropped", _cropped, "delete the cropped areas (Picture Format, Compress Pictures)"),
    Rule("send-tags", _tags, "send a PDF, unless the reader may have what programs read there"),
    Rule("send-embedded", _embedded, "paste the chart or object as a picture, or see what else its file holds"),
)
