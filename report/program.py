"""This program as one digest: its code, its assets, the libraries installed beside it, the Python that runs it."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from report import shipped

INSTALLED = {"site-packages", "dist-packages"}
"""How folders of installed packages are called; Debian's own Python has the second."""


@cache
def program_digest() -> str:
    """64 hexadecimal digits, told once a process: what is written over later is not what runs."""
    return hashlib.sha256("\n".join(_parts()).encode("utf-8", "surrogateescape")).hexdigest()


def _parts() -> Iterator[str]:
    yield platform.python_version()
    yield sys.platform
    for folder in sorted({Path(entry) for entry in sys.path if Path(entry).name in INSTALLED and Path(entry).is_dir()}):
        yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    for folder in (Path(__file__).parent, shipped.folder("assets")):
        yield from _written_in(str(folder))


def _written_in(folder: str) -> Iterator[str]:
    """Name, size and time of every file: reading all code would take as long as to begin with it."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _written_in(entry.path)
        else:
            about = entry.stat()
            yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"
