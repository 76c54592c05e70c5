"""Decks in the folder of outputs that people have made their own: a build does not write over them.

A deck that stands as a build wrote it costs nothing here. Of another one it is asked what people see of it, for who
merely opened it and saved it again has edited nothing (`report.ooxml.fingerprint`).
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from report import pipeline
from report.diagnostics import Diagnostic, shortened
from report.exchange import Standing
from report.ooxml.edits import Change, Edit, edits_of

DECK = ".pptx"

LOCKS = ("~${}", ".~lock.{}#")
"""What PowerPoint and LibreOffice put beside a file while it is open."""
HELD = (32, 33)
"""How Windows says that a program holds a file: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""

MOST_NAMED = 12
"""Slides that a message names."""

UNKNOWN = "which slides differ cannot be said: the manifest does not name it"
REST_IS_BUILT = "all other files are built"
ELSEWHERE = "or build into another folder (--output)"


def why_spared(standing: Standing, *, is_forced: bool) -> Diagnostic | None:
    """Why a deck is not replaced; None where it may be, and for any other file.

    is_forced: somebody said that it may be, whatever was done to it; what the system holds it cannot.
    """
    if standing.path.suffix != DECK:
        return None
    if is_forced:
        return _held(standing.path)
    edited = None if standing.is_as_built else _edited(standing)
    return edited or _locked(standing.path) or _held(standing.path)


def _edited(standing: Standing) -> Diagnostic | None:
    path, known = standing.path, [entry.fingerprint for entry in standing.built if entry.fingerprint]
    found = pipeline.fingerprints_in(path)
    if isinstance(found, Diagnostic):
        return _told(path, [f"what was done to it cannot be said: {found.message}"], is_ours=bool(known))
    if found.digest_as_built == found.present.digest:
        return None
    if known:
        fewest = min((edits_of(each, found.present) for each in known), key=len)
        return _told(path, _named(fewest), is_ours=True) if fewest else None
    is_ours = found.digest_as_built is not None
    return _told(path, [UNKNOWN] if is_ours else [], is_ours=is_ours)


def _told(path: Path, notes: Sequence[str], *, is_ours: bool) -> Diagnostic:
    what = "was edited since it was built" if is_ours else "is no deck that a build has written"
    hint = (
        f"save it under another name and build again, {ELSEWHERE}; --force replaces it, and what was done to it is lost"
    )
    return Diagnostic("deck-edited", f'"{path}" {what}, and is left as it is', notes=(*notes, REST_IS_BUILT), hint=hint)


def _named(edits: Sequence[Edit]) -> list[str]:
    """A line a slide; of a deck in which everything differs as many as one reads."""
    rest = len(edits) - MOST_NAMED
    return [*map(_line, edits[:MOST_NAMED]), *([f"and {rest} more slides"] if rest > 0 else [])]


def _line(edit: Edit) -> str:
    number = f"{edit.number} as built" if Change.DELETED in edit.changes else str(edit.number)
    title = f' "{shortened(edit.title)}"' if edit.title else ""
    return f"slide {number}{title}: {', '.join(change.value for change in edit.changes)}"


def _locked(path: Path) -> Diagnostic | None:
    """Where a program has it open whose next save would undo the build."""
    locks = (path.with_name(lock.format(path.name)) for lock in LOCKS)
    lock = next((lock for lock in locks if lock.exists()), None)
    if lock is None:
        return None
    hint = (
        f'close it there and build again, {ELSEWHERE}; if no program has it open, delete "{lock.name}"; '
        "--force replaces it, and who saves it there undoes that"
    )
    return _open(path, f'"{lock.name}" beside it says so', hint)


def _held(path: Path) -> Diagnostic | None:
    """Where the system lets nobody replace it while it is open."""
    try:
        path.rename(path)
    except OSError as error:
        if getattr(error, "winerror", None) in HELD or error.errno == errno.EBUSY:
            return _open(
                path,
                f"the system says: {(error.strerror or str(error)).lower()}",
                f"close it there and build again, {ELSEWHERE}",
            )
    return None


def _open(path: Path, note: str, hint: str) -> Diagnostic:
    message = f'"{path}" is open in another program, and is left as it is'
    return Diagnostic("deck-open", message, notes=(note, REST_IS_BUILT), hint=hint)
