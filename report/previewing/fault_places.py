"""Where faults stand: on the slide, the page and the pictures that show what is written nearest above them.

Nearest is what belongs to the same entry (a finding, a question), then what stands above it, then what stands below.

Faults name lines as they are now, what is shown was read when all was well: so a line is first sought where it stood
then. What only one product has found, such as a text that has no room on its slide, stands nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from report.diagnostics import Diagnostic, in_file_order
from report.frozen import frozen
from report.pipeline import Product
from report.previewing.places import Lines
from report.previewing.shown import ShownFault, ShownLanguage

SHOWN = (Product.DECK, Product.SUMMARY, Product.CHARTS)
"""What is shown of a briefing: slides, pages, pictures."""

Texts = Mapping[str, tuple[str, ...]]
"""The lines of the author's files, by file."""

_Distance = tuple[bool, bool, int]


@frozen
class _File:
    """A file as it was when all was well. length: in lines.

    moves: from where to where lines stood, counted from 0, and where these stand now. starts: the lines, from 1 on,
    at which its entries begin.
    """

    moves: tuple[tuple[int, int, int, int], ...]
    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, before: Sequence[str], now: Sequence[str]) -> _File:
        """From its lines then and now; what was never well is as it is now."""
        is_moved = before and before != now
        codes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes() if is_moved else ()
        moves = tuple((was, was_end, start, end) for _, was, was_end, start, end in codes)
        return cls(moves, tuple(_starts(before)), len(before))

    def earlier(self, line: int) -> int:
        """Where a line stood; a new one counts as the line above it."""
        for before_start, before_end, start, end in self.moves:
            if start < line <= end:
                return min(before_start + line - start, max(before_end, 1))
        return line

    def entry(self, line: int) -> range:
        """The lines of the entry that a line belongs to."""
        number = bisect_right(self.starts, line)
        first = self.starts[number - 1] if number else 1
        return range(first, self.starts[number] if number < len(self.starts) else self.length + 1)


def _starts(lines: Iterable[str]) -> Iterator[int]:
    """The lines at which entries begin: what is least indented below one of the keys of the whole file."""
    indent: int | None = None
    for number, text in enumerate(lines, 1):
        bare = text.lstrip()
        if not bare or bare.startswith("#"):
            continue
        depth = len(text) - len(bare)
        if depth == 0 and not bare.startswith("- "):
            indent = None
            yield number
        elif indent is None or depth <= indent:
            indent = depth
            yield number


class Faults:
    """What was found in a briefing, and in which of its products."""

    def __init__(self, faults: Iterable[Diagnostic] = ()) -> None:
        self._products: dict[Diagnostic, set[Product]] = {}
        self.add(faults)

    def add(self, faults: Iterable[Diagnostic], products: Collection[Product] = SHOWN) -> None:
        """Further ones. products: in which they were found; what is read and told is in all."""
        for fault in faults:
            self._products.setdefault(fault, set()).update(products)

    @property
    def has_errors(self) -> bool:
        """Whether one of them keeps something from being shown as it is written now."""
        return any(fault.is_error for fault in self._products)

    def placed(self, languages: Sequence[ShownLanguage], before: Texts) -> tuple[ShownFault, ...]:
        """The faults in the order of the files, each where it stands. before: the files when all was well."""
        named = dict.fromkeys(fault.location.file for fault in self._products if fault.location)
        files = {file: _File.of(before.get(file, ()), read_lines(file)) for file in named}
        return tuple(_placed(fault, self._products[fault], languages, files) for fault in in_file_order(self._products))


def _placed(
    fault: Diagnostic, products: Collection[Product], languages: Sequence[ShownLanguage], files: Mapping[str, _File]
) -> ShownFault:
    place = fault.location
    if place is None:
        return ShownFault(fault)
    line = files[place.file].earlier(place.line)
    entry = files[place.file].entry(line)
    found: dict[Product, dict[str, tuple[int, ...]]] = {product: {} for product in SHOWN}
    for language in languages:
        distances = {
            Product.DECK: _distances(line, entry, place.file, [slide.lines for slide in language.slides]),
            Product.SUMMARY: _distances(line, entry, place.file, language.page_lines),
            Product.CHARTS: _distances(line, entry, place.file, [picture.lines for picture in language.pictures]),
        }
        nearest = min((distance for each in distances.values() for distance in each.values()), default=None)
        for product in products:
            numbers = distances[product]
            if product is Product.CHARTS:
                # A finding has as many pictures as formats; what it says elsewhere alone is not seen in them.
                found[product][language.code] = tuple(each for each, far in numbers.items() if far == nearest)
            elif numbers:
                found[product][language.code] = (min(numbers, key=lambda number: numbers[number]),)
    return ShownFault(fault, found[Product.DECK], found[Product.SUMMARY], found[Product.CHARTS])


def _distances(line: int, entry: range, file: str, shown: Iterable[Lines]) -> dict[int, _Distance]:
    """How far away the nearest line of the file is that each of them shows, by their numbers."""
    return {
        number: min((each not in entry, each > line, abs(line - each)) for each in lines[file])
        for number, lines in enumerate(shown, 1)
        if file in lines
    }


def lines_of_files(languages: Iterable[ShownLanguage]) -> Texts:
    """The lines of the files in which all that is shown is written, as they stand now."""
    shown = [
        lines
        for language in languages
        for lines in (
            *(slide.lines for slide in language.slides),
            *language.page_lines,
            *(picture.lines for picture in language.pictures),
        )
    ]
    return {file: read_lines(file) for file in dict.fromkeys(file for lines in shown for file in lines)}


def read_lines(file: str) -> tuple[str, ...]:
    """The lines of a file; none of one that cannot be read."""
    try:
        return tuple(Path(file).read_text("utf-8", "replace").splitlines())
    except OSError:
        return ()
