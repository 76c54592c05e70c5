"""DuckDB as this package uses it: bounded memory, no network, no extension, no file but those that are named.

Whatever it puts on disk is personal data. It lies in a folder of its own that only its owner can enter, and is removed
with it.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

PREFIX, LOCK = "reading-", ".lock"
MEMORY = "300MB"
"""What DuckDB may take before it writes to disk."""


@contextmanager
def private_folder(within: Path) -> Iterator[Path]:
    """A new folder that only its owner can enter (mode 0700); it is removed with all that is in it, always.

    What a process that was killed has left within the same folder is removed first. A lock tells that from the folder
    of one that is at work: it is held before its folder is made, and let go when that is gone.
    """
    from filelock import FileLock

    within.mkdir(parents=True, exist_ok=True)
    for left in within.glob(f"{PREFIX}*/"):
        _remove(left)
    folder = within.absolute() / f"{PREFIX}{secrets.token_hex(8)}"
    with FileLock(folder.with_suffix(LOCK)):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            folder.with_suffix(LOCK).unlink(missing_ok=True)


def _remove(left: Path) -> None:
    """Removes the folder of a process that has ended."""
    from filelock import FileLock, Timeout

    with suppress(Timeout), FileLock(left.with_suffix(LOCK), timeout=0):
        shutil.rmtree(left, ignore_errors=True)
        left.with_suffix(LOCK).unlink(missing_ok=True)


@contextmanager
def engine(
    folder: Path, *, files: Sequence[Path] = (), folders: Sequence[Path] = ()
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that spills into a private folder, and reaches these files and folders beside it and no others."""
    import duckdb

    settings = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,
        "enable_progress_bar": False,  # else long queries draw on the standard output
        "memory_limit": MEMORY,
        "temp_directory": str(folder),
        "allowed_paths": [str(file) for file in files],
        "allowed_directories": [str(each) for each in (folder, *folders)],
        "perfect_ht_threshold": 16,  # bits of groups that are counted in a table without hashing; 12 by itself
        "TimeZone": "UTC",
    }
    with duckdb.connect(":memory:") as connection:
        for name, value in settings.items():
            connection.execute(f"SET {name} = ?", [value])
        connection.execute("SET enable_external_access = false")
        yield connection


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
