"""One page as its operators fill it: what is shown and painted, under which marks, on what."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from report.pdfs.fonts import Codes
from report.pdfs.grounds import Grounds
from report.pdfs.model import Box, Mark, Painted, Shown
from report.pdfs.objects import TooLarge
from report.pdfs.state import Point

MOST_STEPS = 10_000_000
"""Operators, and codes of letters; a report of a hundred pages has less than a million."""


@dataclass
class Contents:
    """All that is painted on all pages."""

    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    n_steps: int = 0
    codes_by_font: dict[int, Codes] = field(default_factory=dict)

    def count(self, steps: int = 1) -> None:
        """Count operators or codes; raises TooLarge for one too many."""
        self.n_steps += steps
        if self.n_steps > MOST_STEPS:
            raise TooLarge(f"its pages come to more than {MOST_STEPS} operators and letters")


@dataclass
class Sheet:
    """A page that is being filled. marks: those that are open, the innermost last."""

    contents: Contents
    page: int
    grounds: Grounds = field(default_factory=Grounds)
    marks: list[Mark] = field(default_factory=lambda: [Mark()])

    @property
    def mark(self) -> Mark:
        """What the open marks say of what comes next."""
        return self.marks[-1]

    def paint(self, box: Box, points: Sequence[Point], how: Sequence[str], *, is_picture: bool = False) -> None:
        """Note a drawing or picture; how: what else tells it from others at its place, such as its inks.

        What looks the same at the same place has the same key.
        """
        look = repr(([(round(x, 2), round(y, 2)) for x, y in points], how))
        key = zlib.crc32(look.encode())
        self.contents.painted.append(Painted(self.page, self.mark, box, key, is_picture=is_picture))
