"""The manifest: which files are the current set of a briefing, and during an exchange which ones may stand instead.

    {"format": 1, "name": "social-media-2016", "build": "82f6e34220b6a123",
     "files": {"de/charts/goals.png": {"sha256": "…", "bytes": 54415, "build": "82f6e34220b6a123"}, …},
     "replacing": {"de/social-media-2016-de.pptx": [{"sha256": …old}, {"sha256": …new}]},
     "changed_by_hand": {"en/social-media-2016-en.pptx": [{"sha256": …, "fingerprint": […]}]}}

What `files` names stands exactly so at every moment. `replacing` is there only while a build renames its files into
place (or was killed while it did): each file it names is whole and one of those listed, or absent. `changed_by_hand`
names decks that are no longer as a build wrote them, and how they were then: by that one tells what was done to them.
"""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath, PureWindowsPath

from report.frozen import frozen
from report.ooxml.fingerprint import Fingerprint

MANIFEST = "manifest.json"

LARGEST = 4_000_000
"""Bytes of a manifest that are read; one of ours has some 200 a file, and 500 a slide."""


@frozen
class Entry:
    """A file as it was written: its SHA-256 in hexadecimal digits, its size in bytes, the id of the build.

    fingerprint: of a deck, which people edit; None of everything else.
    """

    sha256: str
    size: int
    build: str
    fingerprint: Fingerprint | None = None

    @classmethod
    def of(cls, content: bytes, build: str, fingerprint: Fingerprint | None = None) -> Entry:
        """The entry of a file with that content."""
        return cls(hashlib.sha256(content).hexdigest(), len(content), build, fingerprint)

    def is_of(self, other: Entry | None) -> bool:
        """Whether another entry is of the same file, whoever wrote that."""
        return other is not None and other.sha256 == self.sha256

    def as_json(self) -> dict[str, object]:
        """The plain values that stand in the manifest."""
        fingerprint = {"fingerprint": self.fingerprint.as_json()} if self.fingerprint else {}
        return {"sha256": self.sha256, "bytes": self.size, "build": self.build, **fingerprint}


@frozen
class Manifest:
    """The set of a briefing's files by name relative to its folder; `build` is the id of the build that wrote it."""

    name: str
    build: str
    files: Mapping[str, Entry]
    replacing: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    changed_by_hand: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """The file."""
        value: dict[str, object] = {
            "format": 1,
            "name": self.name,
            "build": self.build,
            "files": {name: entry.as_json() for name, entry in sorted(self.files.items())},
        }
        for key, lists in (("replacing", self.replacing), ("changed_by_hand", self.changed_by_hand)):
            if lists:
                value[key] = {name: [entry.as_json() for entry in some] for name, some in lists.items()}
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    @property
    def built(self) -> Mapping[str, tuple[Entry, ...]]:
        """Every name with what builds have written there: one of it stands, or what somebody made of it."""
        return {**{name: (entry,) for name, entry in self.files.items()}, **self.replacing, **self.changed_by_hand}


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file; one that names nothing if there is none, or if it is damaged or not ours.

    What is not an entry, and names that lead out of the folder, are left out.
    """
    try:
        value = json.loads(path.read_bytes()) if is_file(path) and path.stat().st_size <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        value = None
    value = value if isinstance(value, dict) and value.get("format") == 1 else {}
    files = {name: entry for name, given in _named(value.get("files")) if (entry := _entry(given))}
    replacing, changed_by_hand = (_lists(value.get(key)) for key in ("replacing", "changed_by_hand"))
    return Manifest(str(value.get("name")), str(value.get("build")), files, replacing, changed_by_hand)


def _lists(value: object) -> dict[str, tuple[Entry, ...]]:
    return {
        name: entries
        for name, given in _named(value)
        if isinstance(given, list) and (entries := tuple(entry for each in given if (entry := _entry(each))))
    }


def is_file(path: Path) -> bool:
    """Whether an ordinary file stands there, not a link to one: reading a device or a pipe might never end."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _named(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((name, each) for name, each in value.items() if _stays_inside(name))


def _stays_inside(name: str) -> bool:
    """Whether a name means a file below the folder on every system: no "..", no root, no drive."""
    paths = (PurePosixPath(name), PureWindowsPath(name))
    return bool(name) and "\0" not in name and not any(path.anchor or ".." in path.parts for path in paths)


def _entry(value: object) -> Entry | None:
    if not isinstance(value, dict):
        return None
    sha256, size, build = (value.get(key) for key in ("sha256", "bytes", "build"))
    if isinstance(sha256, str) and isinstance(size, int) and isinstance(build, str):
        return Entry(sha256, size, build, Fingerprint.of(value.get("fingerprint")))
    return None
