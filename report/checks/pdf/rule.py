"""What a rule over a PDF is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.diagnostics import Severity
from report.frozen import frozen
from report.pdfs.model import Element, Pdf


@frozen
class Found:
    """One place where a rule is broken: a page, an element of the tree, or the file as a whole."""

    message: str
    page: int | None = None
    tag: str | None = None

    @classmethod
    def at(cls, element: Element, message: str) -> Found:
        """What is wrong with an element."""
        return cls(message, element.page, f"{element.type} {element.number}")


@frozen
class Rule:
    """A rule: what finds where it is broken, and how to mend that, in words that hold for all that it finds."""

    id: str
    find: Callable[[Pdf], Iterator[Found]]
    mend: str
    severity: Severity = Severity.ERROR
