"""What a build was made from and what it made, so that the next one knows whether it would make the same again.

    build/.records/social-media-2016-5d41402abc4b.json    one a briefing and choice of options

It is told before a stage is loaded, from the bytes of files alone: all that lie in the folder of the briefing, for no
path of an author leads out of it; the template of the command; and this program with what is installed beside it. A
record is read as data: one that is damaged, of another version or another's is as none at all, and one that says of a
file what it is not lets the file be built.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from report.diagnostics import DataPlace, DeckPlace, Diagnostic, Location, PdfPlace, Severity
from report.frozen import frozen
from report.manifest import MANIFEST, is_file
from report.pipeline import Source
from report.program import program_digest
from report.whole_files import replace_whole

FORMAT = 1
RECORDS = ".records"
"""The folder beside the outputs that holds the records."""

MOST_FILES = 2_000
"""In the folder of a briefing. Where more lie it is no folder of a briefing alone, and nothing is recorded."""

LARGEST = 4_000_000
"""Bytes of a record that are read; one of ours has some 100 a file and 500 a warning."""

PLACES = {place.__name__: place for place in (Location, DeckPlace, PdfPlace, DataPlace)}
Place: TypeAlias = Location | DeckPlace | PdfPlace | DataPlace


@frozen
class BuildRecord:
    """What decided a build, as one digest; what it made, by name in the briefing's folder; what it warned of."""

    decided_by: str
    files: Mapping[str, str]
    warnings: tuple[Diagnostic, ...] = ()

    def as_bytes(self) -> bytes:
        """The file."""
        warnings = [_warning_as_json(warning) for warning in self.warnings]
        value = {"format": FORMAT, "decided_by": self.decided_by, "files": dict(self.files), "warnings": warnings}
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def standing_build(path: Path, decided_by: str | None, folder: Path) -> BuildRecord | None:
    """The record of a build that would make again what stands in a folder; None where something is otherwise.

    path: of the record. decided_by: what decides the build that is asked for; None where that cannot be told.
    """
    record = _read(path) if decided_by else None
    if record is None or record.decided_by != decided_by or not record.files:
        return None
    return record if record.files == _standing(folder, record.files) else None


def write_record(
    path: Path, decided_by: str, folder: Path, made: Sequence[str], warnings: Sequence[Diagnostic]
) -> None:
    """Keep what was made of what; that nothing could be kept is no fault, for the next build is made then."""
    record = BuildRecord(decided_by, _standing(folder, made), tuple(warnings))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, record.as_bytes())


def record_path(output: Path, name: str, choices: Sequence[str]) -> Path:
    """Where the record of a briefing with this name and these choices lies. output: the folder of all outputs."""
    return output / RECORDS / f"{name}-{_digest(choices)[:12]}.json"


def decided_by(source: Source, choices: Sequence[str], template: Path | None, output: Path) -> str | None:
    """The digest of all that decides what is built of a briefing; None where that is not to be told from files.

    choices: the options of the command that decide, as texts. output: the folder of outputs, which decides nothing.
    """
    try:
        parts = [program_digest(), *choices, source.display, source.name, os.environ.get("SOURCE_DATE_EPOCH", "")]
        parts += [_of_file(template)] if template else []
        for number, line in enumerate(_of_folder(source.path.resolve().parent, output.resolve())):
            if number == MOST_FILES:
                return None
            parts.append(line)
    except OSError:
        return None
    return _digest(parts)


def _of_folder(folder: Path, output: Path) -> Iterator[str]:
    """A line for every file in a folder and below it; neither outputs nor environments and histories of programs."""
    for inside, folders, files in os.walk(folder):
        within = Path(inside)
        folders[:] = sorted(name for name in folders if not _is_apart(within / name, output))
        for name in sorted(files):
            yield f"{(within / name).relative_to(folder).as_posix()} {_of_file(within / name)}"


def _is_apart(folder: Path, output: Path) -> bool:
    return folder.name in {".git", "__pycache__"} or folder == output or (folder / "pyvenv.cfg").exists()


def _of_file(path: Path) -> str:
    """Digest of a file's bytes; of what is no file, that it is none: reading a pipe might never end."""
    if not path.is_file():
        return "no file"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _standing(folder: Path, names: Sequence[str] | Mapping[str, str]) -> dict[str, str]:
    """Digests of those of the named files, and of the manifest, that stand in a folder."""
    found = dict[str, str]()
    for name in dict.fromkeys((*names, MANIFEST)):
        path = folder / name
        if is_file(path):
            found[name] = _of_file(path)
    return found


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()


def _read(path: Path) -> BuildRecord | None:
    try:
        value = json.loads(path.read_bytes()) if is_file(path) and path.stat().st_size <= LARGEST else {}
        if value["format"] != FORMAT:
            return None
        files = {str(name): str(digest) for name, digest in value["files"].items()}
        return BuildRecord(str(value["decided_by"]), files, tuple(map(_warning, value["warnings"])))
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None


def _warning_as_json(warning: Diagnostic) -> dict[str, object]:
    places = {"location": warning.location, "in_finished": warning.in_finished, "in_data": warning.in_data}
    texts = {"id": str(warning.id), "message": warning.message, "notes": list(warning.notes), "hint": warning.hint}
    return {**texts, **{name: _place_as_json(place) for name, place in places.items() if place}}


def _place_as_json(place: Place) -> list[object]:
    return [type(place).__name__, {each.name: getattr(place, each.name) for each in dataclasses.fields(place)}]


def _warning(value: Mapping[str, Any]) -> Diagnostic:
    """A warning as it was told; what never was one raises one of the errors of plain values."""
    texts = [value["id"], value["message"], *value["notes"], *([value["hint"]] if value["hint"] is not None else [])]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    places: dict[str, Any] = {
        name: _place(kind, values)
        for name in ("location", "in_finished", "in_data")
        if name in value
        for kind, values in [value[name]]
    }
    notes = tuple(value["notes"])
    return Diagnostic(
        value["id"], value["message"], notes=notes, hint=value["hint"], severity=Severity.WARNING, **places
    )


def _place(kind: str, values: Mapping[str, Any]) -> Place:
    place = PLACES[kind](**values)
    for each in dataclasses.fields(place):
        value, types = getattr(place, each.name), each.type
        if not isinstance(value, str if "str" in types else int) and not (value is None and "None" in types):
            raise TypeError
    return place
