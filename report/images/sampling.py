"""Single pixels of a picture, each as it is: what letters would stand on there."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image as Decoder

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.images.reading import opened_pixels

LONGEST_SIDE = 480
"""Pixels that are kept, of a larger picture every so manieth: none is mixed with others, as grain would become even."""
MOST_KEPT = 16
Pixel = tuple[int, int, int, int]
"""Red, green, blue and opacity, from 0 to 255."""


@frozen
class Pixels:
    """A picture in few pixels, row by row."""

    width: int
    height: int
    content: bytes

    def at(self, across: float, down: float) -> Pixel:
        """The pixel at shares of its width and its height; beyond the edges the one there."""
        column = min(self.width - 1, max(0, int(across * self.width)))
        row = min(self.height - 1, max(0, int(down * self.height)))
        start = 4 * (row * self.width + column)
        red, green, blue, opacity = self.content[start : start + 4]
        return red, green, blue, opacity


@lru_cache(maxsize=MOST_KEPT)
def pixels_of(raw: bytes) -> Pixels | None:
    """The pixels of a PNG or JPEG; None of what is none, or larger than is read."""
    found = opened_pixels(raw, "", None)
    if found is None or isinstance(found, Diagnostic):
        return None
    scale = min(1.0, LONGEST_SIDE / max(found.size))
    width, height = (max(1, round(side * scale)) for side in found.size)
    few = found.convert("RGBA").resize((width, height), Decoder.Resampling.NEAREST)
    return Pixels(width, height, few.tobytes())
