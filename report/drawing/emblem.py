"""The mark of a house, as drawings, slides and pages show it: areas of plain colours, or pixels."""

from __future__ import annotations

from report.drawing.model import Drawing, Outline, Raster
from report.frozen import frozen
from report.units import Box, Color


@frozen
class Emblem:
    """A logo in its own proportions: its marks lie within `width` and `height`, lengths of no unit.

    colors: those that it has. has_ground: whether its own ground is part of it, so that it can stand on any other.
    """

    width: float
    height: float
    marks: tuple[Outline | Raster, ...]
    colors: tuple[Color, ...]
    has_ground: bool = False

    def within(self, box: Box) -> Box:
        """Its place at its own proportions in the lower left corner of a box, as large as the box allows."""
        scale = min(box.width / self.width, box.height / self.height)
        width, height = self.width * scale, self.height * scale
        return Box(box.left, box.bottom - height, width, height)

    def placed(self, box: Box) -> tuple[Outline | Raster, ...]:
        """Its marks in a box of its own proportions."""
        scale = box.width / self.width
        return tuple(mark.placed(scale, box.left, box.top) for mark in self.marks)

    def drawn(self, box: Box, *, title: str, language: str) -> Drawing:
        """It alone, as large as a box of its own proportions."""
        marks = self.placed(Box(0.0, 0.0, box.width, box.height))
        return Drawing(box.width, box.height, marks, title, title, language, ())
