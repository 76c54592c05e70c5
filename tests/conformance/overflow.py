"""The words of a drawn deck against the shapes that hold them: no word leaves its shape sideways, none is lost.

Whose word is it? Asking which shape contains it is not enough: "der" that runs out of a narrow box into a wide one
would be found at home there. But the drawing paints shapes in the order of the file, so the letters of the page,
spaces left out, are the letters of the shapes in one row, and one alignment of the two rows tells the owner of each:

    shapes   |Bekanntheitsteigern|51%derUnternehmen|
    page      Bekanntheit steigern 51 % der Unternehmen

Only the horizontal is judged: lines stand 1.2 sizes apart in this renderer whatever the font, PowerPoint's do not.
"""

import difflib
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conformance.fault import Fault
from tests.conformance.shapes import SlideShapes, TextShape
from tests.conformance.words import Page, Word

TOLERANCE = 1.5
"""Points by which a word may leave its shape: less than any inner margin, more than the rounding of renderers."""

BREAKS_AFTER = "-\u2010\u2011\u2013\u2014/\u00ad"
"""A word may be broken after these; the last is the soft hyphen, drawn or not."""


@dataclass(frozen=True)
class _Letter:
    """A letter of a shape's text, folded; `opens` if a space or the start stands before it."""

    folded: str
    shape: int
    opens: bool


@dataclass(frozen=True)
class _Placed:
    """A word of the page, and the letters of the shapes that it shows, as positions in their row."""

    word: Word
    letters: tuple[int, ...]


def faults(deck: Path, slides: list[SlideShapes], pages: list[Page]) -> list[Fault]:
    """Words outside their shapes, words of no shape, words broken between any two letters, and texts not drawn.

    slides and pages belong together one by one; `render` has said so where they do not.
    """
    return [
        Fault(deck, rule, f"slide {slide.number}{place}", message)
        for slide, page in zip(slides, pages, strict=False)
        for rule, place, message in _of_slide(slide, page)
    ]


def owned(slide: SlideShapes, page: Page) -> Iterator[tuple[Word, TextShape]]:
    """The words of the page that show letters of a shape's text, each with that shape."""
    row = _letters(slide.texts)
    for item in _align(row, page.words):
        if (owner := _owner(item, row)) is not None:
            yield item.word, slide.texts[owner]


def _of_slide(slide: SlideShapes, page: Page) -> Iterator[tuple[str, str, str]]:
    row = _letters(slide.texts)
    placed = _align(row, page.words)
    for item in placed:
        yield from _outside(item, slide.texts, row)
    yield from _broken(placed, slide.texts, row)
    yield from _lost(placed, slide.texts, row)


def _folded(text: str) -> str:
    """Letters as they are compared: a text set in capitals is drawn in capitals; no space, no soft hyphen."""
    return "".join(c for c in text.casefold() if c.isprintable() and c != " ")


def _letters(texts: tuple[TextShape, ...]) -> list[_Letter]:
    row = []
    for index, shape in enumerate(texts):
        for token in shape.text.split():
            row += [_Letter(c, index, opens=i == 0) for i, c in enumerate(_folded(token))]
    return row


def _align(row: list[_Letter], words: tuple[Word, ...]) -> list[_Placed]:
    drawn = [(c, index) for index, word in enumerate(words) for c in _folded(word.text)]
    matcher = difflib.SequenceMatcher(
        None, "".join(letter.folded for letter in row), "".join(c for c, _ in drawn), autojunk=False
    )
    shown: list[list[int]] = [[] for _ in words]
    for start, drawn_start, length in matcher.get_matching_blocks():
        for step in range(length):
            shown[drawn[drawn_start + step][1]].append(start + step)
    return [_Placed(word, tuple(letters)) for word, letters in zip(words, shown, strict=True) if _folded(word.text)]


def _owner(item: _Placed, row: list[_Letter]) -> int | None:
    """The shape most of whose letters the word shows; None if fewer than half of its letters are any shape's."""
    if 2 * len(item.letters) < len(_folded(item.word.text)):
        return None
    return Counter(row[i].shape for i in item.letters).most_common(1)[0][0]


def _outside(item: _Placed, texts: tuple[TextShape, ...], row: list[_Letter]) -> Iterator[tuple[str, str, str]]:
    word, owner = item.word, _owner(item, row)
    if owner is None:
        # A bullet or a list's number is painted and stands in no text: it is right wherever a shape has room for it.
        if not any(_reach(word, shape) <= TOLERANCE and _is_beside(word, shape) for shape in texts):
            yield "word-of-no-shape", "", f'"{word.text}" at {word.left:.1f}, {word.top:.1f} belongs to no shape'
        return
    reach = _reach(word, texts[owner])
    if reach > TOLERANCE:
        place = f", shape '{texts[owner].name}'"
        yield "word-outside-shape", place, f'"{word.text}" leaves the shape sideways by {reach:.1f} pt'


def _reach(word: Word, shape: TextShape) -> float:
    """How far the word leaves the shape to the left or to the right, in points; negative if it is inside."""
    return max(shape.box.left - word.left, word.right - shape.box.right)


def _is_beside(word: Word, shape: TextShape) -> bool:
    """Whether the middle of the word is at the height of the shape."""
    return shape.box.top <= (word.top + word.bottom) / 2 <= shape.box.bottom


def _broken(placed: list[_Placed], texts: tuple[TextShape, ...], row: list[_Letter]) -> Iterator[tuple[str, str, str]]:
    for before, after in itertools.pairwise(placed):
        if not before.letters or not after.letters:
            continue
        first = row[after.letters[0]]
        is_continued = after.letters[0] == before.letters[-1] + 1 and not first.opens
        is_next_line = after.word.left < before.word.right - TOLERANCE
        if is_continued and is_next_line and before.word.text[-1] not in BREAKS_AFTER:
            place = f", shape '{texts[first.shape].name}'"
            parts = f'"{before.word.text}" and "{after.word.text}"'
            yield "broken-word", place, f"{parts} are one word, broken without a hyphen"


def _lost(placed: list[_Placed], texts: tuple[TextShape, ...], row: list[_Letter]) -> Iterator[tuple[str, str, str]]:
    shown = {i for item in placed for i in item.letters}
    lost: dict[int, str] = {}
    for i, letter in enumerate(row):
        if i not in shown and not texts[letter.shape].is_inherited:
            lost[letter.shape] = lost.get(letter.shape, "") + letter.folded
    for index, letters in lost.items():
        yield "text-not-drawn", f", shape '{texts[index].name}'", f'"{letters}" is not in the drawing'
