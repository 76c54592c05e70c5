"""DuckDB as this package uses it: bounded memory, no network, no extension, no file but those that are named.

Whatever it puts on disk is personal data. It lies in a folder of its own that only its owner can enter, and is removed
with it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MEMORY = "300MB"
"""What DuckDB may take before it writes to disk."""


@contextmanager
def private_folder(within: Path | None = None) -> Iterator[Path]:
    """A new folder that only its owner can enter (mode 0700); it is removed with all that is in it, always.

    within: None for where the system keeps what is temporary.
    """
    if within:
        within.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="reading-", dir=within)).absolute()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
        "memory_limit": MEMORY,
        "temp_directory": str(folder),
        "allowed_paths": [str(file) for file in files],
        "allowed_directories": [str(each) for each in (folder, *folders)],
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
