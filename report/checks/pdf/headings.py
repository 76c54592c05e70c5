"""Headings and bookmarks: levels without gaps, and one bookmark for each heading down to the level that they go to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from report.checks.pdf.rule import Found, Rule
from report.checks.pdf.text import COUNT, UNREAD, letters, text_of, told
from report.diagnostics import Severity, shortened
from report.pdfs.model import Element, Pdf

LEVELS = {f"H{level}": level for level in range(1, 7)}
MOST_COMPARED = 3_000
"""Headings, or bookmarks, up to which the one are held against the other."""
PAGES_WITHOUT_BOOKMARKS = 6
"""Pages up to which one finds the way without them."""


def _headings(pdf: Pdf) -> list[tuple[Element, int, str]]:
    """Each heading with its level and its words."""
    texts = told(pdf)
    found = [element for element in pdf.elements() if element.type in LEVELS]
    return [(element, LEVELS[element.type], text_of(element, texts)) for element in found]


def _skip(pdf: Pdf) -> Iterator[Found]:
    before = 0
    for element, level, text in _headings(pdf):
        if level > before + 1:
            what = f"after H{before}" if before else "as the first heading"
            yield Found.at(element, f'"{shortened(text)}" is H{level} {what}, and H{before + 1} is left out')
        before = level


def _empty(pdf: Pdf) -> Iterator[Found]:
    for element, _, text in _headings(pdf):
        if not letters(text):
            yield Found.at(element, "the heading has no words")


def _none(pdf: Pdf) -> Iterator[Found]:
    if pdf.tree and not any(element.type in (*LEVELS, "H", "Title") for element in pdf.elements()):
        yield Found("it has tags, and no heading among them")


def _bookmarks(pdf: Pdf) -> Iterator[Found]:
    headings = _headings(pdf)
    if any(not letters(text) or UNREAD in text for _, _, text in headings):
        return  # told by another rule, and of which heading a bookmark is remains open
    if not pdf.bookmarks or not headings:
        if headings and pdf.n_pages > PAGES_WITHOUT_BOOKMARKS:
            yield Found(f"it has {pdf.n_pages} pages and {len(headings)} headings, and no bookmarks")
        return
    there = _led_to(pdf, deepest=_deepest(pdf, headings))
    if max(len(there), len(pdf.bookmarks)) > MOST_COMPARED:
        return
    ours, theirs = [_folded(text) for _, text in there], [_folded(each.title) for each in pdf.bookmarks]
    for what, start, end, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for element, text in there[start:end]:
            if element.type in LEVELS:
                yield Found.at(element, f'no bookmark has the words of the heading "{shortened(text)}" at its place')
        for bookmark in pdf.bookmarks[first:last]:
            yield Found(f'the bookmark "{shortened(bookmark.title)}" has the words of no heading at its place')


def _deepest(pdf: Pdf, headings: Sequence[tuple[Element, int, str]]) -> int:
    """The level down to which headings have bookmarks: as deep as these go, and further where most of a level has one.

    Below the title as a bookmark of its own, chapters stand beside it and not below.
    """
    titles = {_folded(bookmark.title) for bookmark in pdf.bookmarks}
    named: dict[int, list[bool]] = {}
    for _, level, text in headings:
        named.setdefault(level, []).append(_folded(text) in titles)
    most = [level for level, are_named in named.items() if 2 * sum(are_named) > len(are_named)]
    return max([*most, *(bookmark.level for bookmark in pdf.bookmarks)])


def _led_to(pdf: Pdf, *, deepest: int) -> list[tuple[Element, str]]:
    """What bookmarks lead to: each heading down to a level, and perhaps captions of tables and figures."""
    texts = told(pdf)
    found = [element for element in pdf.elements() if LEVELS.get(element.type, 1) <= deepest]
    return [(each, text_of(each, texts)) for each in found if each.type in (*LEVELS, "Caption")]


def _folded(text: str) -> str:
    return letters(COUNT.sub("", text)).casefold()


def _nowhere(pdf: Pdf) -> Iterator[Found]:
    for bookmark in pdf.bookmarks:
        if not bookmark.leads:
            yield Found(f'the bookmark "{shortened(bookmark.title)}" leads to no page')


RULES = (
    Rule("pdf-heading-skip", _skip, "give it the level that follows, or the heading that is missing"),
    Rule("pdf-heading-empty", _empty, "write its words, or take the tag away"),
    Rule("pdf-no-headings", _none, "tag the headings as H1 to H6, not as paragraphs", Severity.WARNING),
    Rule("pdf-bookmarks", _bookmarks, "make the bookmarks of the headings, in their order and with their words"),
    Rule("pdf-bookmark-target", _nowhere, "let it lead to the page of its heading, or delete it"),
)
