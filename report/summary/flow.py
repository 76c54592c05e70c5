"""Stacks pieces on pages: what does not fit any more opens the next page, and nothing is divided."""

from __future__ import annotations

from dataclasses import replace

from report.formats.page_kinds import PageFormat
from report.summary.blocks.piece import SLACK, Piece
from report.summary.model import Bookmark, Item
from report.units import Pt


class Flow:
    """The pages so far, the first of which is complete from the start, and the place on the last one."""

    def __init__(self, first_page: Piece, page: PageFormat) -> None:
        self._page = page
        self.pages: list[list[Item]] = [list(first_page.items)]
        self.outline: list[Bookmark] = list(first_page.bookmarks)
        self._bottom: Pt = page.lowest

    def room(self, space_above: Pt) -> Pt:
        """The height that is left on the page for a piece that keeps this space from what is above it."""
        return self._page.lowest - self._bottom - space_above

    def place(self, piece: Piece) -> None:
        """Put a piece below what is there, or at the top of a new page."""
        needed = max(piece.height, piece.needs)
        is_opening = piece.starts_page or needed > self.room(piece.space_above) + SLACK
        top = self._page.top if is_opening else self._bottom + piece.space_above
        if is_opening:
            self.pages.append([item.lowered(top) for item in piece.opening])
        self.pages[-1] += [item.lowered(top) for item in piece.items]
        self.outline += [replace(mark, page=len(self.pages), y=mark.y + top) for mark in piece.bookmarks]
        self._bottom = top + piece.height
