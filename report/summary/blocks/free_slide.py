"""Places a free slide's title, picture and text as a block; the picture is shown whole."""

from __future__ import annotations

from report.document.model.frame import FreeSection
from report.document.model.nodes import Source
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece
from report.summary.blocks.running_text import Beginning, place_text
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, PlacedImage
from report.units import Box


def place_free_slide(section: FreeSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The block as one piece, or as several where its text passes the page."""
    head = place_head(section.kicker, section.stamp, section.headline, typesetter)
    page, items, bottom = typesetter.page, list[Item](head.items), head.baseline
    if section.picture:
        top = head.baseline + page.free.picture
        frame = section.picture.image.within(Box(page.main, top, page.main_width, page.free.most_height))
        items.append(PlacedImage(section.picture.id, frame, section.picture.image))
        bottom = frame.bottom
    first = bottom + (page.block.text if section.picture else page.block.headline)
    source = section.source or Source(f"{section.id}/source", ())
    return place_text(
        Beginning(tuple(items), first, section.kicker, head.bookmark), section.text, (), source, typesetter
    )
