"""What stands in a folder of outputs, read by nothing of ours: its files, and whether its manifest is true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

NO_OUTPUTS = {".lock", ".unfinished", ".records", ".store"}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below the folder by its relative name, without the lock, the unfinished, records and what is kept."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and NO_OUTPUTS.isdisjoint(path.relative_to(folder).parts)
    }


def untruths(folder: Path) -> list[str]:
    """What the manifest says that is not so, and files that it does not name; empty for a true one, or for no files."""
    files = files_in(folder)
    manifest = json.loads(files.pop("manifest.json", b'{"files": {}}'))
    lists = (manifest.get(key, {}) for key in ("replacing", "changed_by_hand"))
    return list(_untruths(files, manifest["files"], *lists))


def _untruths(
    files: dict[str, bytes],
    settled: dict[str, dict[str, object]],
    replacing: dict[str, list[dict[str, object]]],
    changed: dict[str, list[dict[str, object]]],
) -> Iterator[str]:
    for name, entry in settled.items():
        if name not in files:
            yield f"{name} is named and missing"
        elif not _is(files[name], entry):
            yield f"{name} is not the file that is named"
    for name, entries in replacing.items():
        if name in files and not any(_is(files[name], entry) for entry in entries):
            yield f"{name} is none of the files that are named"
    for name, entries in changed.items():
        if name not in files or any(_is(files[name], entry) for entry in entries):
            yield f"{name} is named as changed and is not"
    for name in files:
        if name not in settled and name not in replacing and name not in changed:
            yield f"{name} is not named"


def _is(content: bytes, entry: dict[str, object]) -> bool:
    return entry["sha256"] == hashlib.sha256(content).hexdigest() and entry["bytes"] == len(content)
