"""The roles that colours play; what a role looks like is a theme's business."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from report.units import Color


class GroundName(Enum):
    """Which of a theme's two grounds."""

    PAPER = "paper"
    INK = "ink"


@dataclass(frozen=True, slots=True)
class Ground:
    """The colours of everything drawn on one ground, paper or ink.

    `proof` and `contrast` mark what a headline asserts and what it sets against that; `muted` marks carry
    `muted_edge`, which is what reaches 3:1 against the ground. `mid` and `pale` (with `pale_edge`) are the second
    and third part of a whole. `unlit` are the dots that a figure leaves over.
    """

    name: str
    ground: Color
    text: Color
    soft_text: Color
    proof: Color
    contrast: Color
    muted: Color
    muted_edge: Color
    on_proof: Color
    on_muted: Color
    mid: Color
    pale: Color
    pale_edge: Color
    unlit: Color
    track: Color
    track_edge: Color
    rule: Color
    hairline: Color
    panel: Color
    leader: Color


@dataclass(frozen=True, slots=True)
class Theme:
    """A look: the paper and the ink ground, and the name of the typeface that the deck asks PowerPoint for."""

    paper: Ground
    ink: Ground
    deck_typeface: str

    def ground(self, name: GroundName) -> Ground:
        """The ground of that name."""
        return self.ink if name is GroundName.INK else self.paper
