"""Where a logo stands: whole, in its own proportions, in a corner of its slot, on a plate where its form needs one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report.drawing.emblem import Emblem
from report.drawing.model import Mark, MarkRole, Rect
from report.formats.logos import LogoRow, LogoSlot
from report.frozen import frozen
from report.theme.model import Ground, GroundName, Logo, Theme
from report.units import Box, Color, Pt

OTHERS = {GroundName.PAPER: GroundName.INK, GroundName.INK: GroundName.PAPER}
PLATE = 0.16
"""How far a plate reaches over its logo, as a share of the height of the slot."""


@frozen
class StandingLogo:
    """A logo in its place. plate: what it stands on, where it has no form for its ground; plate_color: of that."""

    emblem: Emblem
    box: Box
    plate: Box | None
    plate_color: Color

    @property
    def extent(self) -> Box:
        """All that it takes."""
        return self.plate or self.box

    def moved(self, right: Pt, down: Pt) -> StandingLogo:
        """The same elsewhere."""
        return replace(self, box=_moved(self.box, right, down), plate=self.plate and _moved(self.plate, right, down))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """It as marks of a drawing."""
        plate = [Rect(MarkRole.LOGO, self.plate, fill=self.plate_color)] if self.plate else []
        return (*plate, *self.emblem.placed(self.box))


def standing(logo: Logo, ground: Ground, theme: Theme, slot: LogoSlot, *, left: Pt, bottom: Pt) -> StandingLogo:
    """The logo as large as its slot allows, with the lower left corner of all that it takes there."""
    other = theme.ground(OTHERS[ground.name]).ground
    emblem, needs_plate = logo.on(ground.name) or logo.only, logo.on(ground.name) is None and not logo.only.has_ground
    edge = PLATE * slot.height if needs_plate else 0.0
    box = emblem.within(Box(left + edge, bottom - slot.height + edge, slot.width - 2 * edge, slot.height - 2 * edge))
    plate = Box(left, box.top - edge, box.width + 2 * edge, box.height + 2 * edge) if needs_plate else None
    return StandingLogo(emblem, box, plate, other)


def standing_right(logo: Logo, ground: Ground, theme: Theme, slot: LogoSlot, *, right: Pt, bottom: Pt) -> StandingLogo:
    """The same with its lower right corner there."""
    found = standing(logo, ground, theme, slot, left=0.0, bottom=bottom)
    return found.moved(right - found.extent.right, 0.0)


def in_a_row(
    logos: Sequence[Logo], ground: Ground, theme: Theme, row: LogoRow, *, left: Pt, bottom: Pt
) -> Iterator[StandingLogo]:
    """The logo of a house from `left` on, and those of partners behind it, their middles level with its own."""
    middle = None
    for logo in logos:
        slot = row.own if middle is None else row.partner
        found = standing(logo, ground, theme, slot, left=left, bottom=bottom)
        extent = found.extent
        middle = extent.top + extent.height / 2 if middle is None else middle
        yield found.moved(0.0, middle - (extent.top + extent.height / 2))
        left = extent.right + row.gap


def _moved(box: Box, right: Pt, down: Pt) -> Box:
    return replace(box, left=box.left + right, top=box.top + down)
