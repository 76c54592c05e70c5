"""Room for other words: frames as high as there is room, where a longer text shrinks instead of running over.

    Headline of one line          the frame ends above what stands below it;
    |                             the text hangs from its top, where it stood
    Exhibit title

A single line with the font's own spacing grows sideways, a footer keeps its frame; a company's placeholder does what
its layout says. LibreOffice 7.4 draws some texts that may shrink 4 % of their pitch too high though they need not:
those after a table, which therefore may not, and those of a first slide where all may; a cover's publisher never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.deck.model import PlacedItem, PlacedTable, PlacedText, PlaceholderKind
from report.units import Box, Pt


def with_room(items: Sequence[PlacedItem], lowest: Pt) -> Iterator[PlacedItem]:
    """The items, texts that may be reworded in frames that reach down to what stands below them, or to `lowest`."""
    is_after_table = False
    for item in items:
        is_after_table = is_after_table or isinstance(item, PlacedTable)
        if isinstance(item, PlacedText) and _grows_downwards(item):
            roomy = _roomy(item, [other.extent for other in items if other is not item], lowest)
            yield replace(roomy, shrinks=not is_after_table)
        else:
            yield item


def _grows_downwards(text: PlacedText) -> bool:
    kind = text.placeholder.kind if text.placeholder else None
    is_furniture = kind in (PlaceholderKind.FOOTER, PlaceholderKind.SLIDE_NUMBER)
    return text.inherits is None and not is_furniture and text.paragraphs[0].pitch is not None


def _roomy(text: PlacedText, others: Sequence[Box], lowest: Pt) -> PlacedText:
    box, last = text.box, text.baselines[-1]
    below = [other.top for other in others if other.top > last and _stand_over_each_other(other, box)]
    bottom = max(box.bottom, min([lowest, *below]))
    return replace(text, box=replace(box, height=bottom - box.top))


def _stand_over_each_other(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
