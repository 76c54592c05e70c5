"""Logos on pages: of the house and its partners on page one, that of the house at the foot of every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.document.model.nodes import LogoMark
from report.drawing.model import MarkRole, Rect
from report.formats.logos import LogoRow
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Item, PlacedLogo
from report.theme.logos import StandingLogo, in_a_row, standing_right


def place_logos(marks: Sequence[LogoMark], row: LogoRow, typesetter: PageTypesetter) -> Iterator[Item]:
    """All logos on the line of the publisher, on the ground of the title."""
    page = typesetter.page
    logos, ground = [mark.logo for mark in marks], typesetter.cover.ground
    left, bottom = page.grid.left, page.title_page.publisher
    standing = in_a_row(logos, ground, typesetter.theme, row, left=left, bottom=bottom)
    for mark, found in zip(marks, standing, strict=True):
        yield from _items(found, mark.id)


def place_foot_logo(marks: Sequence[LogoMark], typesetter: PageTypesetter) -> tuple[Item, ...]:
    """The logo of the house in the lower right corner; nothing where there is none."""
    if not marks:
        return ()
    page, foot, ground = typesetter.page, typesetter.page.foot, typesetter.paper.ground
    found = standing_right(
        marks[0].logo, ground, typesetter.theme, foot.logo, right=page.right, bottom=foot.baseline + foot.below
    )
    return tuple(_items(found, None))


def _items(found: StandingLogo, node: str | None) -> Iterator[Item]:
    if found.plate:
        yield Rect(MarkRole.LOGO, found.plate, fill=found.plate_color)
    yield PlacedLogo(node, found.box, found.emblem)
