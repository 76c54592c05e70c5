"""Where libyaml saw an event, a token or a failure, as offsets in the text."""

from __future__ import annotations

from typing import Protocol


class _Mark(Protocol):
    """A place as PyYAML tells it."""

    @property
    def index(self) -> int:
        """The offset in characters."""


class _Marked(Protocol):
    """An event or a token."""

    @property
    def start_mark(self) -> _Mark | None:
        """Where it begins; never None for one that was parsed."""

    @property
    def end_mark(self) -> _Mark | None:
        """Where it ends."""


def offset(mark: _Mark | None) -> int:
    """The offset of a mark that the parser has set."""
    assert mark is not None
    return mark.index


def ends(marked: _Marked) -> tuple[int, int]:
    """The offset of the first character and that behind the last."""
    return offset(marked.start_mark), offset(marked.end_mark)


def start(marked: _Marked) -> int:
    """The offset of the first character."""
    return offset(marked.start_mark)
