"""Who leads: the cells that share the first place for certain."""

from __future__ import annotations

from collections.abc import Sequence

from report.tables.model import Cell
from report.units import Quantity, Share, sign_of_difference


def leaders(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The published cells that share the first place, in order; none where bounds leave open who does."""
    shares = [(cell, cell.share) for cell in cells if cell.share is not None]
    if not shares:
        return ()
    first, most = max(shares, key=lambda found: found[1])
    signs = [(cell, 0 if cell is first else _sign(share, most.fraction)) for cell, share in shares]
    if any(sign is None for _, sign in signs):
        return ()
    return tuple(cell for cell, sign in signs if sign == 0)


def _sign(share: Share, fraction: Quantity) -> int | None:
    return sign_of_difference(share.fraction, fraction)
