"""What a rule over a deck is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.diagnostics import Severity
from report.frozen import frozen
from report.presentations.deck import Deck


@frozen
class Found:
    """One place where a rule is broken. part: the part it stands in; shape: the name of the shape on a slide."""

    message: str
    part: str
    shape: str | None = None


@frozen
class Rule:
    """A rule: what finds where it is broken, and how to mend that, in words that hold for all that it finds.

    A rule of good practice is a warning; what a deck must not have is an error.
    """

    id: str
    find: Callable[[Deck], Iterator[Found]]
    mend: str
    severity: Severity = Severity.ERROR
