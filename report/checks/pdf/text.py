"""Every letter of the story stands in the tree, once and in order, and means something outside of its font."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, takewhile

from report.checks.pdf.rule import Found, Rule
from report.diagnostics import Severity, shortened
from report.pdfs.model import Box, Content, Element, Pdf, Shown

FURNITURE = ("Pagination", "Background")
"""Types of artifacts that are no part of the story."""
COUNT = re.compile(r"\(\d+[^\d()]{1,8}\d+\)")
"""What is said of a table that goes on, beside its caption: "(2 of 3)"."""
ASIDE = ("Note", "FENote", "Aside", "Figure", "Formula", "Caption")
"""Types that stand elsewhere on the page than where they are read."""
BLOCKS = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "BlockQuote")
MOST_SOUGHT = 5_000
"""Texts of artifacts that are sought in the tree."""
MOST_BESIDE = 200
"""Blocks back to which the last one of a column is sought."""
UNREAD = "\N{REPLACEMENT CHARACTER}"
SAME_PLACE = 0.05
"""Points."""


def letters(text: str) -> str:
    """The text as it is compared: spaces, soft hyphens and the like are read differently by different programs."""
    return "".join(c for c in text if c.isprintable() and not c.isspace() and c != "\u00ad")


def told(pdf: Pdf) -> dict[Content, str]:
    """The letters of each marked content; signs that nobody can read come last in what shows them."""
    texts: dict[Content, list[str]] = {}
    for shown in pdf.shown:
        if shown.mark.content:
            texts.setdefault(shown.mark.content, []).append(shown.text + UNREAD * shown.n_unmapped)
    return {content: "".join(parts) for content, parts in texts.items()}


def text_of(element: Element, texts: dict[Content, str]) -> str:
    """The words that are read of an element."""
    if element.actual is not None:
        return element.actual
    return "".join(
        text_of(kid, texts) if isinstance(kid, Element) else texts.get(kid, "")
        for kid in element.kids
        if isinstance(kid, Element | Content)
    )


def _no_tree(pdf: Pdf) -> Iterator[Found]:
    if not pdf.tree or not any(True for top in pdf.tree for _ in top.contents()):
        yield Found("it has no tags: a screen reader cannot tell what is a heading, a list, a table or a picture")
    elif not pdf.is_marked:
        yield Found("it has tags, and does not say that they are to be used (MarkInfo)")


def _outside(pdf: Pdf) -> Iterator[Found]:
    if not pdf.tree:
        return
    for page, untold in _by_page(shown for shown in pdf.shown if shown.mark.is_none):
        yield Found(f'"{shortened(untold)}" stands in no tag, and is no artifact', page)
    drawn = Counter(painted.page for painted in pdf.painted if painted.mark.is_none)
    for page, count in sorted(drawn.items()):
        what = "a drawing or picture stands" if count == 1 else f"{count} drawings or pictures stand"
        yield Found(f"{what} in no tag, and is no artifact" if count == 1 else f"{what} in no tag", page)


def _by_page(shown: Iterable[Shown]) -> Iterator[tuple[int, str]]:
    """The letters of each page, of those pages that have any."""
    for page, parts in groupby(shown, key=lambda each: each.page):
        text = " ".join(part.text for part in parts).strip()
        if letters(text):
            yield page, text


def _not_in_tree(pdf: Pdf) -> Iterator[Found]:
    named = {content for top in pdf.tree or () for content in top.contents()}
    if named:
        lost = (s for s in pdf.shown if s.mark.content and s.mark.content not in named and s.mark.artifact is None)
        for page, text in _by_page(lost):
            yield Found(f'"{shortened(text)}" is marked, and no tag names it', page)


def _in_artifact(pdf: Pdf) -> Iterator[Found]:
    """Letters that are set apart as decoration, though no tag tells the same words."""
    if not pdf.tree:
        return
    texts = told(pdf)
    read = letters("".join(text_of(top, texts) for top in pdf.tree))
    read += letters("".join(element.alternative or "" for element in pdf.elements()))
    apart = [s for s in pdf.shown if s.mark.artifact is not None and s.mark.artifact not in FURNITURE]
    texts_apart = islice(dict.fromkeys(letters(COUNT.sub("", each.text)) for each in apart), MOST_SOUGHT)
    untold = {text for text in texts_apart if text not in read}
    for page, text in _by_page(each for each in apart if letters(COUNT.sub("", each.text)) in untold):
        yield Found(f'"{shortened(text)}" is an artifact, and no tag says the same', page)


def _twice(pdf: Pdf) -> Iterator[Found]:
    texts = told(pdf)
    seen: set[Content] = set()
    for element in pdf.elements():
        for content in element.kids:
            if isinstance(content, Content) and content in seen:
                what = f'"{shortened(texts[content])}"' if letters(texts.get(content, "")) else "its content"
                yield Found.at(element, f"{what} stands in the tree twice")
            elif isinstance(content, Content):
                seen.add(content)


def _painted_twice(pdf: Pdf) -> Iterator[Found]:
    """Letters that are shown a second time at their place, and read a second time."""
    places: set[tuple[object, ...]] = set()
    for shown in pdf.shown:
        box = shown.box
        place = (shown.page, shown.text, *(round(side / SAME_PLACE) for side in (box.left, box.bottom, box.right)))
        if place in places and letters(shown.text):
            yield Found(f'"{shortened(shown.text)}" is shown twice at one place', shown.page)
        places.add(place)


def _order(pdf: Pdf) -> Iterator[Found]:
    """Blocks that are read after what stands on a later page, or below them in their column."""
    boxes = _boxes(pdf)
    read: list[tuple[Element, Box]] = []
    for element in _blocks(pdf.tree or ()):
        for box in _place(element, boxes):
            before = _just_before(read, element, box)
            if before:
                where = f"on page {element.page}" if before.page != element.page else "above it in the same column"
                yield Found.at(element, f"it is read after {before.type} {before.number}, and stands {where}")
            read.append((element, box))


def _just_before(read: list[tuple[Element, Box]], element: Element, box: Box) -> Element | None:
    """What should be read after an element and was read before it; of its column the last one is looked at."""
    page = element.page or 0
    if read and (read[-1][0].page or 0) > page:
        return read[-1][0]
    on_page = islice(takewhile(lambda each: each[0].page == page, reversed(read)), MOST_BESIDE)
    in_column = (each for each in on_page if each[1].left < box.right and box.left < each[1].right)
    before, above = next(in_column, (None, box))
    return before if box.bottom >= above.top else None


def _blocks(elements: Iterable[Element]) -> Iterator[Element]:
    """The blocks of text in reading order, those left out that stand elsewhere than where they are read."""
    for element in elements:
        if element.type in BLOCKS:
            yield element
        elif element.type not in ASIDE:
            yield from _blocks(element.elements)


def _boxes(pdf: Pdf) -> dict[Content, Box]:
    boxes: dict[Content, Box] = {}
    for shown in pdf.shown:
        content = shown.mark.content
        if content and letters(shown.text):
            boxes[content] = _both(boxes.get(content, shown.box), shown.box)
    return boxes


def _place(element: Element, boxes: dict[Content, Box]) -> Iterator[Box]:
    """Where the first page of an element shows it; nothing for an element without letters."""
    found = [boxes[c] for c in element.contents() if c in boxes and c.stream == f"page {element.page}"]
    if found:
        whole = found[0]
        for box in found[1:]:
            whole = _both(whole, box)
        yield whole


def _both(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )


def _fonts(pdf: Pdf) -> Iterator[Found]:
    for name in dict.fromkeys(shown.font.name for shown in pdf.shown if not shown.font.is_embedded):
        yield Found(f'the font "{shortened(name)}" is not in the file')


def _no_letter(pdf: Pdf) -> Iterator[Found]:
    codes: Counter[tuple[int, str]] = Counter()
    for shown in pdf.shown:
        if shown.n_unmapped and not shown.mark.is_replaced:
            codes[shown.page, shown.font.name] += shown.n_unmapped
    for (page, font), count in codes.items():
        named = f'of the font "{shortened(font)}"'
        one, more = f"a sign {named} is shown", f"{count} signs {named} are shown"
        what = (
            f"{one} of which nothing says what it means"
            if count == 1
            else f"{more} of which nothing says what they mean"
        )
        yield Found(what, page)


def _no_glyph(pdf: Pdf) -> Iterator[Found]:
    for shown in pdf.shown:
        if shown.n_missing:
            where = f' in "{shortened(shown.text)}"' if letters(shown.text) else ""
            signs = "a sign" if shown.n_missing == 1 else f"{shown.n_missing} signs"
            yield Found(f'the font "{shortened(shown.font.name)}" has no glyph for {signs}{where}', shown.page)


RULES = (
    Rule("pdf-untagged", _no_tree, "save it with tags (accessible PDF) from its source"),
    Rule("pdf-outside-tags", _outside, "give it a tag, or mark it as an artifact where it only decorates"),
    Rule("pdf-not-in-tree", _not_in_tree, "let the tree name it; a screen reader passes over what no tag names"),
    Rule("pdf-in-artifact", _in_artifact, "give it a tag, if it tells something", Severity.WARNING),
    Rule("pdf-read-twice", _twice, "leave one of the tags that name it"),
    Rule("pdf-shown-twice", _painted_twice, "show it once; bold letters have a font of their own"),
    Rule("pdf-order", _order, "bring the tags into the order in which the page is read", Severity.WARNING),
    Rule("pdf-font", _fonts, "embed it: Save as PDF/A, or the settings of the program that makes the PDF"),
    Rule("pdf-letters", _no_letter, "let the font have a map to Unicode (ToUnicode)"),
    Rule("pdf-glyph", _no_glyph, "choose a font that has the sign; in its place a box or nothing is shown"),
)
