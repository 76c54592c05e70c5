"""What a text has to fit into, and what it becomes there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from report.diagnostics import Location
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.text.model import Line
from report.units import Pt


class Breaking(Enum):
    """How a text is broken into lines.

    BALANCED: about equally long, unless they are many; EVEN: many of them too; FILLED: each as full as it can be;
    HYPHENATED: fuller still, words divided.
    """

    BALANCED = "balanced"
    EVEN = "even"
    FILLED = "filled"
    HYPHENATED = "hyphenated"

    @property
    def is_balanced(self) -> bool:
        """Whether lines become about equally long."""
        return self in (Breaking.BALANCED, Breaking.EVEN)


@frozen
class Place:
    """What a text has to fit into. what: its name in a fault ("headline").

    sizes: those it may be set in, the wanted one first. most: lines that there is room for, None for as many as it
    takes. location: where the text comes from, if it does not say. kind: what it is one of, where each has a name
    of its own; a text that is too long for several of a kind is told once.
    """

    what: str
    width: Pt
    sizes: Sequence[TypeSize]
    most: int | None = None
    location: Location | None = None
    breaking: Breaking = Breaking.EVEN
    kind: str = ""


@frozen
class Fitted:
    """A text in lines, the type that it took, and the width that there was.

    is_cut: it does not fit, and lines that have no room are left out.
    """

    lines: tuple[Line, ...]
    type: TypeSize
    measure: Pt
    is_cut: bool = False

    @property
    def height(self) -> Pt:
        """Lines times pitch."""
        return len(self.lines) * self.type.pitch
