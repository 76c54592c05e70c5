"""Stacks pieces on pages: what does not fit any more opens the next page, and nothing is divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.drawing.model import Drawing
from report.formats.page_kinds import PageFormat
from report.summary.blocks.piece import SLACK, Piece
from report.summary.model import Bookmark, Item, PlacedDrawing, PlacedLine
from report.units import Pt


class Flow:
    """The pages so far, the first of which is complete from the start, and the place on the last one."""

    def __init__(self, first_page: Piece, page: PageFormat) -> None:
        self._page = page
        self.pages: list[list[Item]] = [list(first_page.items)]
        self.outline: list[Bookmark] = list(first_page.bookmarks)
        self._bottoms: list[Pt] = [page.lowest]

    @property
    def _bottom(self) -> Pt:
        return self._bottoms[-1]

    @property
    def spent(self) -> tuple[int, Pt]:
        """What it takes: the number of pages, then what is left free on the emptiest, the last one aside."""
        return len(self.pages), max((self._page.lowest - bottom for bottom in self._bottoms[:-1]), default=0.0)

    def room(self, space_above: Pt) -> Pt:
        """The height that is left on the page for a piece that keeps this space from what is above it."""
        return self._page.lowest - self._bottom - space_above

    def places(self, *, moved: int = 0) -> dict[str, int]:
        """On which page each node begins, once so many are inserted behind the first."""
        found = dict[str, int]()
        for number, items in enumerate(self.pages, start=1):
            for item in items:
                if isinstance(item, PlacedLine) and item.node:
                    found.setdefault(item.node, number + moved if number > 1 else number)
        return found

    def drawings(self) -> dict[str, Drawing]:
        """The charts as they stand on the pages, by their nodes."""
        items = (item for page in self.pages for item in page)
        return {item.node: item.drawing for item in items if isinstance(item, PlacedDrawing)}

    def insert(self, pieces: Sequence[Piece]) -> None:
        """Put pieces behind the first page, each on one of its own, once nothing more is placed."""
        pages = [[item.lowered(self._page.top) for item in piece.items] for piece in pieces]
        marks = [
            replace(mark, page=number, y=mark.y + self._page.top)
            for number, piece in enumerate(pieces, start=2)
            for mark in piece.bookmarks
        ]
        before = [mark for mark in self.outline if mark.page == 1]
        behind = [replace(mark, page=mark.page + len(pages)) for mark in self.outline if mark.page > 1]
        self.pages[1:1], self.outline = pages, [*before, *marks, *behind]
        self._bottoms[1:1] = [self._page.top + piece.height for piece in pieces]

    def exchange(self, pieces: Sequence[Piece]) -> None:
        """Put what pieces have become, now that their numbers are known, where they open the pages behind the first."""
        for page, piece in zip(self.pages[1:], pieces, strict=False):
            page[: len(piece.items)] = [item.lowered(self._page.top) for item in piece.items]

    def place(self, piece: Piece) -> None:
        """Put a piece below what is there, or at the top of a new page."""
        needed = max(piece.height, piece.needs)
        is_opening = piece.starts_page or needed > self.room(piece.space_above) + SLACK
        top = self._page.top if is_opening else self._bottom + piece.space_above
        if is_opening:
            self.pages.append([item.lowered(top) for item in piece.opening])
            self._bottoms.append(top)
        self.pages[-1] += [item.lowered(top) for item in piece.items]
        self.outline += [replace(mark, page=len(self.pages), y=mark.y + top) for mark in piece.bookmarks]
        self._bottoms[-1] = top + piece.height
