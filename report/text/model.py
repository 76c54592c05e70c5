"""Pieces of text with their typographic style, before and after they are broken into lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from report.frozen import frozen
from report.units import Color, Pt


class Face(Enum):
    """The two weights that the house's design knows."""

    REGULAR = "regular"
    BOLD = "bold"


@frozen
class FontFiles:
    """The names of the files that hold the two faces."""

    regular: str
    bold: str

    def of(self, face: Face) -> str:
        """The file of a face."""
        return self.bold if face is Face.BOLD else self.regular


@frozen
class Style:
    """How a run is set: face, size in points, colour, and tracking as a share of the size (0.05 = +5 %)."""

    face: Face
    size: Pt
    color: Color
    tracking: float = 0.0

    def bold(self) -> Style:
        """The same style in the bold face."""
        return replace(self, face=Face.BOLD)

    def colored(self, color: Color) -> Style:
        """The same style in another colour."""
        return replace(self, color=color)

    def sized(self, size: Pt) -> Style:
        """The same style at another size."""
        return replace(self, size=size)


@frozen
class Span:
    """A run of text in one style; `cells` names the cells whose number stands in it (usually none)."""

    text: str
    style: Style
    cells: tuple[str, ...] = ()


@frozen
class Line:
    """A line of spans and its width in points, without the blanks at its ends.

    is_divided: whether the line ends inside a word, so that its last character is a hyphen the text does not have.
    is_torn: whether it ends within what belongs together, such as "18 to 34". is_joined: whether no blank stands in the
    text between its end and the next line, as where it ends inside a word or behind the hyphen of one. is_forced:
    whether the text itself has a break there. width_with_next: what the line would take with the first piece of the
    next one, up to where any program may break it; None where nothing follows, or a break of the text does.
    """

    spans: tuple[Span, ...]
    width: Pt
    is_divided: bool = False
    is_torn: bool = False
    is_joined: bool = False
    is_forced: bool = False
    width_with_next: Pt | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the line ends where a reader would break it."""
        return not (self.is_divided or self.is_torn)

    @property
    def text(self) -> str:
        """The characters of the line, styles left aside."""
        return "".join(span.text for span in self.spans)


def unbroken(lines: Sequence[Line]) -> str:
    """The characters of lines as the text has them, without the breaks and hyphens of the layout: to be read aloud."""
    parts = [
        (line.text[:-1] if line.is_divided else line.text) + ("" if line.is_joined or line.is_divided else " ")
        for line in lines
    ]
    return "".join(parts).rstrip()
