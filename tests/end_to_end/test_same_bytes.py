"""The same inputs give the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.conftest import SHIPPED

CHECKOUT = SHIPPED.parents[1]


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below the folder but the lock, by relative name."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def build_in(place: Path, *, umask: str, **environment: str) -> dict[str, str]:
    """A copy of the shipped survey built in a process of its own, with an empty home and the given surroundings."""
    place.mkdir()
    home = place / "home"
    home.mkdir()
    shutil.copytree(SHIPPED, place / SHIPPED.name)
    kept = {name: os.environ[name] for name in ("PATH", "OPENBLAS_CORETYPE") if name in os.environ}
    subprocess.run(
        ["sh", "-c", f'umask {umask}; exec "$0" -m report build {SHIPPED.name} --quiet', sys.executable],
        cwd=place,
        env={**kept, "HOME": str(home), "PYTHONPATH": str(CHECKOUT), **environment},
        check=True,
    )
    return digests(place / "build")


def test_two_builds_in_different_surroundings_have_the_same_bytes(tmp_path: Path) -> None:
    one = build_in(tmp_path / "one", umask="022", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    two = build_in(tmp_path / "a place with blanks", umask="077", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="2")

    assert one == two
    assert len(one) > 20


def test_the_comparison_sees_one_changed_figure(tmp_path: Path) -> None:
    one = build_in(tmp_path / "one", umask="022")
    deck = tmp_path / "one" / "build" / SHIPPED.name / "de" / f"{SHIPPED.name}-de.pptx"
    deck.write_bytes(deck.read_bytes() + b" ")

    assert digests(tmp_path / "one" / "build") != one


def test_source_date_epoch_dates_the_documents_and_nothing_else_does(tmp_path: Path) -> None:
    one = build_in(tmp_path / "one", umask="022")
    two = build_in(tmp_path / "two", umask="022", SOURCE_DATE_EPOCH="1700000000")

    outputs = [name for name in one if not name.startswith(".store")]
    changed = {name for name in outputs if one[name] != two[name]}
    assert {Path(name).suffix for name in changed} == {".pptx", ".pdf", ".xlsx", ".json"}
