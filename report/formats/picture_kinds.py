"""What a picture that stands by itself asks of its format: ground, type, where headline, exhibit and notes stand."""

from __future__ import annotations

from enum import Enum

from report.formats.grid import TypeSize
from report.formats.logos import LogoSlot
from report.formats.model import Format
from report.frozen import frozen
from report.theme.model import GroundName
from report.units import Pt


class PictureName(Enum):
    """The formats of pictures, as authors name them."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"
    STORY = "story"
    PRINT = "print"


@frozen
class HeadlineLines:
    """A size that a headline may be set in, and how many lines of it there may be."""

    type: TypeSize
    most: int


@frozen(kw_only=True)
class PictureFormat(Format):
    """A picture to lay out; of one that is made for screens a point is a pixel.

    headlines: the wanted size first; source, note: type of the source and of annotations' words. top: of the capitals
    of the first line; lowest: the last baseline. exhibit_gap: from the last baseline of the headline to the line that
    the exhibit hangs from; notes_gap: from the exhibit's end to the capitals of the annotations, source_gap from what
    is above it to those of the source; notes_apart: added to the pitch between two annotations. most_source: lines of
    the source. logo: in the lower right corner, on `lowest`. resolution: pixels an inch.
    """

    ground: GroundName
    headlines: tuple[HeadlineLines, ...]
    source: TypeSize
    note: TypeSize
    top: Pt
    lowest: Pt
    exhibit_gap: Pt
    notes_gap: Pt
    notes_apart: Pt
    source_gap: Pt
    most_source: int
    logo: LogoSlot
    resolution: float

    @property
    def unit(self) -> str:
        """What a length of it is in files that name one."""
        return "px" if self.resolution == SCREEN else "pt"


SCREEN = 72.0
"""Pixels an inch at which a point is a pixel."""
