"""Small and read-only disks for tests, where this system lets us mount them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path, *arguments: str) -> Iterator[Path]:
    """A file system at `place` while the block runs; the test is skipped where we may not mount."""
    mount = shutil.which("mount")
    if mount is None:
        pytest.skip("there is no mount: full and read-only disks are not proven")
    done = subprocess.run([mount, *arguments, str(place)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this user may not mount: full and read-only disks are not proven")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of so many kilobytes."""
    place.mkdir()
    with mounted(place, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs") as disk:
        yield disk


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The folder, read-only even for root."""
    with mounted(folder, "--bind", str(folder)):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield folder
