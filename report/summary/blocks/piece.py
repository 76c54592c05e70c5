"""What a block becomes: placed items measured from its own top, ready to be stacked on a page."""

from __future__ import annotations

from collections.abc import Sequence

from report.drawing.model import MarkRole, Stroke
from report.formats.page_kinds import PageFormat
from report.frozen import frozen
from report.summary.model import Bookmark, Item, PlacedLine
from report.text.model import Line
from report.theme.model import Ground
from report.units import Pt

SLACK: Pt = 0.01
"""What may pass a measure: the noise of adding lengths."""


@frozen
class Piece:
    """Something that no page break divides.

    height: from its top to its last baseline or lowest line. space_above: from the piece before it on the same page.
    opening: what is drawn in addition where it opens a page, from the top of the page. needs: the height that must be
    free for it, where it must not stand alone at the end of a page.
    """

    items: tuple[Item, ...]
    height: Pt
    bookmarks: tuple[Bookmark, ...] = ()
    space_above: Pt = 0.0
    opening: tuple[Item, ...] = ()
    needs: Pt = 0.0
    starts_page: bool = False


def stacked(node: str | None, lines: Sequence[Line], x: Pt, first: Pt, pitch: Pt) -> list[PlacedLine]:
    """Lines one below the other, the first on the baseline `first`."""
    return [PlacedLine(node, x, first + number * pitch, line) for number, line in enumerate(lines)]


def last_baseline(lines: Sequence[Line], first: Pt, pitch: Pt) -> Pt:
    """The baseline of the last of some stacked lines; of no lines: where the first would have stood."""
    return first + max(0, len(lines) - 1) * pitch


def top_rule(page: PageFormat, ground: Ground) -> Stroke:
    """The rule that a block hangs from."""
    return Stroke(MarkRole.RULE, page.grid.left, 0.0, page.right, 0.0, ground.text, page.block.rule)


def hairline(page: PageFormat, ground: Ground, y: Pt) -> Stroke:
    """The thin rule between rows."""
    return Stroke(MarkRole.RULE, page.grid.left, y, page.right, y, ground.hairline, page.block.hairline)
