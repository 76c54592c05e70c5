"""What was made once, under the digest of all that decides it, as bytes that are held against their own digest.

    build/.store/5d/5d41402abc4b….kept      readable by its owner only

An entry can be missing, cut off, of another version, of somebody else, or gone while it is wanted: then it is as if it
had never been, and what it held is made. So builds may share a store, be killed while they write to it, and find no
space for it. Its size is bounded: what was not wanted for longest goes first.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from report.store.canonical import digest

MAGIC = b"befund store 1\n"
"""How an entry begins; behind it stand its key and the digest of its content, 32 bytes each, then the content."""

HEAD = len(MAGIC) + 64

MOST_BYTES = 256_000_000
"""Of all entries together. A briefing in two languages has some 2 MB."""

LARGEST = 64_000_000
"""Of one entry."""

SUFFIX, UNFINISHED = ".kept", ".unfinished"

SECONDS_UNFINISHED = 3_600
"""After which a file that was never finished is taken for that of a killed build."""


class Store:
    """A folder of entries; keys are digests in hexadecimal digits."""

    def __init__(self, folder: Path, *, made_by: str, most_bytes: int = MOST_BYTES) -> None:
        """The folder need not exist yet. made_by: the digest of the program; most_bytes: of all entries together."""
        self._folder = folder
        self._made_by = made_by
        self._most_bytes = most_bytes
        self._has_grown = False
        self._has_given_up = False

    def key(self, *values: object, with_places: bool = False) -> str:
        """The key of what this program makes of the values (see `digest`); the first says what that is."""
        return digest(self._made_by, *values, with_places=with_places)

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None where nothing is, or not what was put there."""
        path = self._path(key)
        try:
            content = _read(path)
        except OSError:
            return None
        if content is None or not content.startswith(_head(key, content[HEAD:])):
            return None
        with suppress(OSError):
            os.utime(path)  # it was wanted now
        return content[HEAD:]

    def put(self, key: str, content: bytes) -> None:
        """Keep content under a key; that it could not be kept is no fault, for it is made again then."""
        if len(content) > LARGEST or self._has_given_up:
            return
        path = self._path(key)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.parent.mkdir(exist_ok=True, mode=0o700)
            _write(path, _head(key, content) + content)
            self._has_grown = True

    def give_up(self) -> bool:
        """Remove all entries, and keep nothing from now on, for the disk has no room; whether there was anything."""
        self._has_given_up = True
        entries = list(self._entries())
        for _, _, path in entries:
            with suppress(OSError):
                path.unlink()
        return bool(entries)

    def trim(self) -> None:
        """Remove what exceeds the bound, where something has joined."""
        if not self._has_grown:
            return
        self._has_grown = False
        entries = sorted(self._entries(), key=lambda entry: entry[0])
        excess = sum(size for _, size, _ in entries) - self._most_bytes
        for used, size, path in entries:
            is_left_behind = path.suffix == UNFINISHED and time.time() - used > SECONDS_UNFINISHED
            if not (is_left_behind or excess > 0):
                continue
            with suppress(OSError):
                path.unlink()
                excess -= size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}{SUFFIX}"

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each was last wanted, its bytes, its file."""
        with suppress(OSError):
            for folder in list(os.scandir(self._folder)):
                with suppress(OSError):
                    for entry in list(os.scandir(folder.path)):
                        about = entry.stat(follow_symlinks=False)
                        yield about.st_mtime, about.st_size, Path(entry.path)


def _head(key: str, content: bytes) -> bytes:
    return MAGIC + bytes.fromhex(key) + hashlib.sha256(content).digest()


def _read(path: Path) -> bytes | None:
    """A file of the user's own that nobody else can write; None for any other, and for links, pipes and giants."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST + HEAD or not _is_own(about):
            return None
        return file.read()


def _is_own(about: os.stat_result) -> bool:
    """Windows tells no owner."""
    return os.name == "nt" or (about.st_uid == os.geteuid() and not about.st_mode & 0o022)


def _write(path: Path, content: bytes) -> None:
    """Write a file beside its place, and rename it there: no reader finds it unfinished."""
    descriptor, name = tempfile.mkstemp(suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
