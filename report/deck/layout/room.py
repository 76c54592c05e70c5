"""Room for other words: frames as high as there is room, where a longer text shrinks instead of running over.

    Headline of one line          the frame ends above what stands below it;
    |                             the text hangs from its top, where it stood
    Exhibit title

A footer's frame reaches down to the foot of the slide; below a table the footer grows upwards. A single line with the
font's own spacing grows sideways; a company's placeholder does what its layout says. LibreOffice 7.4 draws some texts
that may shrink 4 % of their pitch too high though they need not: those after a table, which therefore may not, and
those of a first slide where all may; a cover's publisher never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.deck.model import PlacedItem, PlacedTable, PlacedText, PlaceholderKind
from report.deck.text_boxes import EXACT_DESCENT, line_size
from report.units import Box, Pt

FOOT = 0.0125
"""What stays clear at the lower edge of a slide, as a share of its height."""


def with_room(items: Sequence[PlacedItem], lowest: Pt, height: Pt) -> Iterator[PlacedItem]:
    """The items, texts that may be reworded in frames that reach down to what stands below them, or to `lowest`.

    height: of the slide, at whose foot footers end.
    """
    is_after_table = False
    for item in items:
        is_after_table = is_after_table or isinstance(item, PlacedTable)
        if isinstance(item, PlacedText) and _grows_downwards(item):
            if is_after_table and _is_footer(item):
                yield _rising(item)
                continue
            end = (1 - FOOT) * height if _is_footer(item) else lowest
            roomy = _roomy(item, [other.extent for other in items if other is not item], end)
            yield replace(roomy, shrinks=not is_after_table)
        else:
            yield item


def _grows_downwards(text: PlacedText) -> bool:
    is_number = text.placeholder is not None and text.placeholder.kind is PlaceholderKind.SLIDE_NUMBER
    return text.inherits is None and not is_number and text.paragraphs[0].pitch is not None


def _is_footer(text: PlacedText) -> bool:
    return text.placeholder is not None and text.placeholder.kind is PlaceholderKind.FOOTER


def _roomy(text: PlacedText, others: Sequence[Box], lowest: Pt) -> PlacedText:
    box, last = text.box, text.baselines[-1]
    below = [other.top for other in others if other.top > last and _stand_over_each_other(other, box)]
    bottom = max(box.bottom, min([lowest, *below]))
    return replace(text, box=replace(box, height=bottom - box.top))


def _rising(text: PlacedText) -> PlacedText:
    """The text in a frame that ends where its last line does, so that it stands where it stood."""
    bottom = text.baselines[-1] + EXACT_DESCENT * line_size(text.paragraphs[-1].lines[-1])
    return replace(text, box=replace(text.box, height=bottom - text.box.top), rises=True)


def _stand_over_each_other(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
