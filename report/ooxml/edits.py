"""What was done to a deck since it was built, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum

from report.frozen import frozen
from report.ooxml.fingerprint import Fingerprint, SlidePrint


class Change(Enum):
    """What may have been done to a slide, in the words that tell it."""

    NEW = "new"
    DELETED = "deleted"
    MOVED = "moved"
    HIDDEN = "hidden"
    SHOWN = "no longer hidden"
    SHAPES = "other shapes"
    TEXTS = "other words or numbers"
    PLACES = "shapes moved"
    NOTES = "other speaker notes or comments"


@frozen
class Edit:
    """A slide to which something was done. number: counted from 1 as it stands, of a deleted one as it stood."""

    number: int
    title: str
    changes: tuple[Change, ...]


def edits_of(built: Fingerprint, present: Fingerprint) -> tuple[Edit, ...]:
    """The slides that differ, in their order, then those that are gone; none for a deck that nobody edited."""
    origins = _origins(built.slides, present.slides)
    moved = _moved([origins[number] for number in sorted(origins)])
    found = list[Edit]()
    for number, slide in enumerate(present.slides):
        origin = origins.get(number)
        changes = [Change.NEW] if origin is None else [*_changes(built.slides[origin], slide)]
        found.append(Edit(number + 1, slide.title, (*([Change.MOVED] if origin in moved else []), *changes)))
    gone = [number for number in range(len(built.slides)) if number not in origins.values()]
    found += [Edit(number + 1, built.slides[number].title, (Change.DELETED,)) for number in gone]
    return tuple(edit for edit in found if edit.changes)


def _changes(built: SlidePrint, present: SlidePrint) -> Iterator[Change]:
    if built.is_hidden != present.is_hidden:
        yield Change.HIDDEN if present.is_hidden else Change.SHOWN
    pairs = [*zip(built.shapes, present.shapes, strict=False)]
    if len(built.shapes) != len(present.shapes):
        yield Change.SHAPES
    elif any(before.text != now.text for before, now in pairs):
        yield Change.TEXTS
    elif not all(before.is_near(now) for before, now in pairs):
        yield Change.PLACES
    if built.notes != present.notes:
        yield Change.NOTES


def _origins(built: Sequence[SlidePrint], present: Sequence[SlidePrint]) -> Mapping[int, int]:
    """Which slide of the deck as built each of the present ones was; what is new is left out."""
    origins, free = dict[int, int](), dict.fromkeys(range(len(built)))
    for number, slide in enumerate(present):
        near_first = [number, *free] if number in free else [*free]
        same = next((each for each in near_first if not [*_changes(built[each], slide)]), None)
        if same is not None:
            origins[number] = same
            del free[same]
    edited = [number for number in range(len(present)) if number not in origins]
    ranked = sorted(
        (*_unlikeness(built[each], present[number]), abs(each - number), number, each)
        for number in edited
        for each in free
    )
    for is_other, *_, number, each in ranked:
        if not is_other and number not in origins and each in free:
            origins[number] = each
            del free[each]
    return origins


def _unlikeness(built: SlidePrint, present: SlidePrint) -> tuple[bool, bool, int]:
    """How little a slide is like one as built, to be compared; first whether it is another one.

    It is the same one where its title stayed, or at least half of its texts.
    """
    is_titled = bool(built.title) and built.title == present.title
    texts = {shape.text for shape in built.shapes if shape.text}
    kept = len(texts & {shape.text for shape in present.shapes})
    return not is_titled and 2 * kept < max(1, len(texts)), not is_titled, -kept


def _moved(origins: Sequence[int]) -> set[int]:
    """The fewest slides, by their number as built, whose moving explains the present order."""
    blocks = SequenceMatcher(None, sorted(origins), origins, autojunk=False).get_matching_blocks()
    staying = {origins[block.b + step] for block in blocks for step in range(block.size)}
    return set(origins) - staying
