"""The kinds of fault that a data file can have, and how one is raised while the file is read."""

from __future__ import annotations

from enum import StrEnum

from report.diagnostics import DataPlace, Diagnostic, SourceError


class DataFault(StrEnum):
    """Ids of the diagnostics of this package."""

    NO_FILE = "data-no-file"
    NOT_A_FILE = "data-not-a-file"
    UNKNOWN_KIND = "data-unknown-kind"
    OTHER_KIND = "data-other-kind"
    EMPTY = "data-empty"
    DAMAGED = "data-damaged"
    TOO_LARGE = "data-too-large"
    ENCODING = "data-encoding"
    UNDECODABLE = "data-undecodable"
    SEPARATOR = "data-separator"
    ROW = "data-row"
    SHEET = "data-sheet"
    TYPE = "data-type"
    ENGINE = "data-engine"
    EXTRA = "missing-extra"


def refusal(
    fault: DataFault, message: str, place: DataPlace, *, notes: tuple[str, ...] = (), hint: str | None = None
) -> SourceError:
    """The error that says why a file is not read."""
    return SourceError([Diagnostic(fault, message, notes=notes, hint=hint, in_data=place)])
