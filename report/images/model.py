"""A picture as deck and summary show it."""

from __future__ import annotations

from dataclasses import field
from hashlib import sha256

from report.frozen import frozen
from report.units import Box


@frozen
class Image:
    """A picture: its size in pixels, upright, and the bytes of a PNG or JPEG that tells nothing beside it."""

    width: int
    height: int
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """What tells it from every other picture."""
        return sha256(self.content).hexdigest()

    def within(self, box: Box) -> Box:
        """Its place at its own proportions in the upper left corner of a box, as large as the box allows."""
        scale = min(box.width / self.width, box.height / self.height)
        return Box(box.left, box.top, self.width * scale, self.height * scale)

    def excess(self, box: Box) -> tuple[float, float]:
        """The shares of its width and its height that lie outside a box which it fills."""
        scale = max(box.width / self.width, box.height / self.height)
        return 1 - box.width / (self.width * scale), 1 - box.height / (self.height * scale)
