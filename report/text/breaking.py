"""Breaks text into lines: evenly for headlines and labels, first-fit for running text.

Both ways break only at blanks, after hyphens, slashes and en dashes inside a word, and at soft hyphens; both
make as few lines as there can be. What is wider than the measure even so comes back as a line whose width says
it; refusing it is the caller's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from report.language.model import Language
from report.text.balance import SHORT_LAST_SHARE, end_cost, last_line_cost, parting_cost, raggedness_of_sums
from report.text.fonts import Fonts
from report.text.model import Line, Span
from report.text.paragraph import Paragraph, Place
from report.units import Pt

MOST_BALANCED_LINES = 4
"""Longer texts are running text and are broken first-fit."""
FULL_ENOUGH = 0.9
"""A line that fills this share of the measure is not filled further by dividing a word."""
LEAST_BEFORE_LAST = 2 / 3
"""The share of the measure that stays in a line which gives words to a short last one."""
LEAST_BEFORE_LONE = 0.5
"""The same, where the last one would be a single word or the rest of one."""
SLACK: Pt = 1e-6
"""What a line may pass the measure by: the noise of adding advances in another order."""


def break_lines(
    spans: Sequence[Span],
    width: Pt,
    fonts: Fonts,
    language: Language,
    *,
    balanced: bool,
    hyphenate: bool = False,
    ends_full: bool = False,
) -> tuple[Line, ...]:
    r"""The text in lines of at most `width` points; a line exactly that wide fits. "\n" always breaks.

    balanced: a paragraph of two to four lines gets the breaks of least cost (`balance`); a longer one is broken
    first-fit. hyphenate: first-fit lines that stay under 90 % of the measure are filled by dividing the next word.
    A word wider than the measure is divided in any case, where its hyphenation allows it. ends_full: a last first-fit
    line that is short, or the rest of a word, gets words of the line before, if enough stays there.
    """
    parts = list[list[Line]]()
    for part in _paragraphs(spans):
        paragraph = Paragraph(part, width + SLACK, fonts, language)
        even = _balanced(paragraph, language) if balanced else None
        parts.append(even if even is not None else _first_fit(paragraph, hyphenate=hyphenate, ends_full=ends_full))
    return _joined(parts)


def _joined(parts: Sequence[list[Line]]) -> tuple[Line, ...]:
    """The lines of paragraphs that the text itself parts."""
    ends = [replace(line, is_forced=line is part[-1]) for part in parts[:-1] for line in part]
    return (*ends, *(parts[-1] if parts else ()))


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    r"""The spans cut at every "\n"; none for a text without characters."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *further = span.text.split("\n")
        parts[-1].append(replace(span, text=first) if further else span)
        parts += [[replace(span, text=text)] for text in further]
    return parts if any(span.text for span in spans) else []


def _first_fit(paragraph: Paragraph, *, hyphenate: bool, ends_full: bool) -> list[Line]:
    places, last = paragraph.places, len(paragraph.places) - 1
    found, reached = [places[0]], 0
    while reached < last:
        start = found[-1].next
        reached, _ = _endings(paragraph, start, reached)[-1]
        place = places[reached]
        if hyphenate and reached < last:
            place = _filled_up(paragraph, start, place, places[reached + 1])
        found.append(place)
    if ends_full and len(found) > 2:
        found[-2] = _before_last_line(paragraph, *found[-3:])
    return [paragraph.line(before.next, place) for before, place in pairwise(found)]


def _before_last_line(paragraph: Paragraph, begins: Place, ends: Place, last: Place) -> Place:
    """Where the line before the last one ends: earlier than it could, where the last one would be short.

    So too where that would be the rest of a word: with nothing else to go before it, the whole word does.
    """
    enough, is_lone = SHORT_LAST_SHARE * paragraph.measure, " " not in paragraph.text[ends.next : last.end]
    is_rest = is_lone and ends.divided
    if paragraph.width(ends.next, last) >= enough and not is_rest:
        return ends
    least = (LEAST_BEFORE_LONE if is_lone else LEAST_BEFORE_LAST) * paragraph.measure
    between = [place for place in paragraph.places if begins.next < place.end < ends.end and not place.divided]
    kept = [place for place in reversed(between) if paragraph.width(begins.next, place) >= least]
    found = [(place, width) for place in kept if (width := paragraph.width(place.next, last)) <= paragraph.measure]
    whole = found[0][0] if found and is_rest else ends
    return next((place for place, width in found if width >= enough), whole)


def _filled_up(paragraph: Paragraph, start: int, place: Place, following: Place) -> Place:
    """A later place, inside the word that follows, if the line is far from full and part of the word fits."""
    if paragraph.width(start, place) >= FULL_ENOUGH * paragraph.measure:
        return place
    divisions = [] if paragraph.is_month(place.next) else paragraph.divisions(place.next, following.end)
    fitting = [division for division in divisions if paragraph.width(start, division) <= paragraph.measure]
    return fitting[-1] if fitting else place


def _endings(paragraph: Paragraph, start: int, reached: int) -> list[tuple[int, Pt]]:
    """Indexes of the places after `reached` that a line from `start` can end at, with the line's width.

    Where nothing fits it is the very next place. A division may not fit where the whole word does (a hyphen is
    wider than an "i"), so the search goes on until a line without added hyphen is too wide.
    """
    found = []
    for index in range(reached + 1, len(paragraph.places)):
        place = paragraph.places[index]
        width = paragraph.width(start, place)
        if width <= paragraph.measure:
            found.append((index, width))
        elif not place.divided:
            break
    return found or [(reached + 1, paragraph.width(start, paragraph.places[reached + 1]))]


def _balanced(paragraph: Paragraph, language: Language) -> list[Line] | None:
    """The lines of least cost among all sets of fewest lines; None for more than four lines.

    Dynamic programming over the lines, exact although the mean is known only at the end: of all ways to the same
    place with the same total width and the same cost of line ends, the one with the smallest sum of squares wins
    whatever follows. Totals differ only by the blanks and hyphens at the breaks, so few ways are kept.
    """
    endings = [_endings(paragraph, place.next, index) for index, place in enumerate(paragraph.places[:-1])]
    needed = _lines_needed(endings)
    count = needed[0]
    if count > MOST_BALANCED_LINES:
        return None
    ways = {_State(0, 0.0, 0.0): _Way(0.0, (0,))}
    for left in range(count - 1, -1, -1):
        fitting = {
            origin: [(index, width) for index, width in endings[origin] if needed[index] == left]
            for origin in {state.place for state in ways}
        }
        ways = _one_line_more(ways, paragraph, fitting, language)
    best = min(ways, key=lambda state: raggedness_of_sums(count, state.total, ways[state].squares) + state.ends)
    places = [paragraph.places[index] for index in ways[best].places]
    return [paragraph.line(before.next, place) for before, place in pairwise(places)]


class _State(NamedTuple):
    """Where a beginning of the paragraph has come: last place, sum of the widths, cost of the line ends."""

    place: int
    total: Pt
    ends: float


class _Way(NamedTuple):
    """The best way to a state: the sum of the squared widths, and the places it breaks at."""

    squares: float
    places: tuple[int, ...]


def _one_line_more(
    ways: dict[_State, _Way], paragraph: Paragraph, endings: dict[int, list[tuple[int, Pt]]], language: Language
) -> dict[_State, _Way]:
    """The best ways with one more line; endings: per place, where a line from it may end, and its width."""
    steps = {
        origin: [(index, width, _end_cost(paragraph, origin, index, width, language)) for index, width in ends]
        for origin, ends in endings.items()
    }
    longer: dict[_State, _Way] = {}
    for state, way in ways.items():
        for place, width, ends in steps[state.place]:
            reached = _State(place, round(state.total + width, 6), round(state.ends + ends, 6))
            squares = way.squares + width * width
            if reached not in longer or squares < longer[reached].squares:
                longer[reached] = _Way(squares, (*way.places, place))
    return longer


def _end_cost(paragraph: Paragraph, origin: int, index: int, width: Pt, language: Language) -> float:
    """What the end of the line between two places costs; the only line of a paragraph costs nothing."""
    place, is_last = paragraph.places[index], index == len(paragraph.places) - 1
    if place.divided or (is_last and origin == 0):
        return 0.0
    text = paragraph.text[paragraph.places[origin].next : place.end]
    if is_last and paragraph.places[origin].divided and " " not in text:
        return 0.0  # the rest of a word is no lone one
    if is_last:
        return last_line_cost(text, width, paragraph.measure)
    return end_cost(text, language) + parting_cost(paragraph.text[: place.end], paragraph.text[place.end :], language)


def _lines_needed(endings: Sequence[list[tuple[int, Pt]]]) -> list[int]:
    """Per place: the fewest lines that hold what follows it; 0 for the last place."""
    needed = [0] * (len(endings) + 1)
    for origin in range(len(endings) - 1, -1, -1):
        farthest, _ = endings[origin][-1]
        needed[origin] = 1 + needed[farthest]
    return needed
