"""What lies under letters: the last area that was filled there before, white where there was none."""

from __future__ import annotations

from dataclasses import dataclass, field

from report.pdfs.colours import WHITE
from report.pdfs.model import Box
from report.presentations.colours import Colour

MOST_LOOKS = 5_000_000
"""Areas of a page that are looked at for all its letters; after that nothing is known."""
THINNEST = 1.5
"""Points: what is thinner is a line, and nothing lies on it."""


@dataclass
class Grounds:
    """The areas of a page in the order in which they were filled: the box of each, its colour, whether it fills it."""

    areas: list[tuple[Box, Colour | None, bool]] = field(default_factory=list)
    n_looks: int = 0

    def fill(self, box: Box, colour: Colour | None, *, is_exact: bool) -> None:
        """Note an area. colour: None for one that is not known; is_exact: whether it is the whole of its box."""
        if min(box.right - box.left, box.top - box.bottom) >= THINNEST:
            self.areas.append((box, colour, is_exact))

    def under(self, letters: Box) -> Colour | None:
        """The one colour under letters; None where they lie on several, or on what is not known."""
        for box, colour, is_exact in reversed(self.areas):
            self.n_looks += 1
            if self.n_looks > MOST_LOOKS:
                return None
            if is_exact and box.holds(letters):
                return colour
            if box.meets(letters):
                return None
        return WHITE
