"""The logos of slides and layouts."""

from __future__ import annotations

from report.drawing.emblem import Emblem
from report.drawing.model import Drawing, Raster
from report.frozen import frozen
from report.units import Box


@frozen
class PlacedEmblem:
    """The logo of a house or a partner. key: of its drawing in the deck; alternative None marks it as decorative."""

    name: str
    key: str
    box: Box
    emblem: Emblem
    alternative: str | None

    @property
    def extent(self) -> Box:
        """The whole logo."""
        return self.box

    @property
    def pixels(self) -> bytes | None:
        """The PNG that it is, of one that is no drawing."""
        return next((mark.content for mark in self.emblem.marks if isinstance(mark, Raster)), None)

    def drawing(self, language_tag: str) -> Drawing:
        """It as a drawing."""
        return self.emblem.drawn(self.box, title=self.alternative or "", language=language_tag)
