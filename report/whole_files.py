"""Files that are there whole or not at all, written without following a link, and what to say where that fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from report.diagnostics import Diagnostic

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_new(path: Path, content: bytes) -> None:
    """Write a file where none stands (FileExistsError otherwise, for a link too); its mode is what the umask leaves."""
    with os.fdopen(os.open(path, _NEW, 0o666), "wb") as file:
        file.write(content)


def write_instead(path: Path, content: bytes) -> None:
    """Write a file in place of the one, or the link, that may stand there."""
    path.unlink(missing_ok=True)
    write_new(path, content)


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file beside the one, or the link, that may stand there, and rename it into its place."""
    beside = path.with_name(f"{path.name}.unfinished")
    try:
        write_instead(beside, content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk itself before anything that builds on them."""
    is_windows = os.name == "nt"
    if is_windows and path.is_dir():
        return  # Windows opens no folder, and flushes no file that is open for reading alone
    descriptor = os.open(path, os.O_RDWR if is_windows else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unwritable(path: Path, error: OSError, *notes: str) -> Diagnostic:
    """The fault of a path that could not be written."""
    if error.errno in _FULL:
        message = f'no space is left to write "{path}"'
        return Diagnostic("disk-full", message, notes=notes, hint="free some space, or use --output to write elsewhere")
    reason = error.strerror.lower() if error.strerror else str(error)
    message = f'cannot write "{path}": {reason}'
    return Diagnostic("cannot-write", message, notes=notes, hint=_hint(error))


def _hint(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "close the programs that hold it open, or allow writing, or use --output to write elsewhere"
    if isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
        return "move it away, or use --output to write elsewhere"
    if error.errno == errno.ELOOP:
        return "remove the link"
    return "use --output to write elsewhere"
