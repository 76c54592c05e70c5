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
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias

from report.diagnostics import DataPlace, DeckPlace, Diagnostic, Location, PdfPlace, Severity
from report.frozen import frozen
from report.manifest import MANIFEST, is_file
from report.pipeline import Source
from report.program import program_digest
from report.whole_files import replace_whole

FORMAT = 2
RECORDS = ".records"
"""The folder beside the outputs that holds the records."""

MOST_FILES = 2_000
"""In the folder of a briefing. Where more lie it is no folder of a briefing alone, and nothing is recorded."""

LARGEST = 4_000_000
"""Bytes of a record that are read; one of ours has some 100 a file and 500 a warning."""

PROGRAM = "program"
"""The part of what decides that is the program itself."""

YAML = (".yaml", ".yml")
LARGEST_YAML = 4_000_000
"""Bytes of a YAML file that is told line by line."""

PLACES = {place.__name__: place for place in (Location, DeckPlace, PdfPlace, DataPlace)}
Place: TypeAlias = Location | DeckPlace | PdfPlace | DataPlace


@frozen
class Deciding:
    """All that decides a build, part by part, each with its digest: files by their names in the folder of the briefing,
    the options, the program. lines: of YAML files, the checksum of each line.
    """

    parts: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Of all parts."""
        return _digest([f"{name} {digest}" for name, digest in self.parts.items()])


@frozen
class BuildRecord:
    """What decided a build; what it made, by name in the briefing's folder; what it warned of."""

    decided_by: Deciding
    files: Mapping[str, str]
    warnings: tuple[Diagnostic, ...] = ()

    def as_bytes(self) -> bytes:
        """The file."""
        value = {
            "format": FORMAT,
            "decided_by": dict(self.decided_by.parts),
            "lines": {name: " ".join(lines) for name, lines in self.decided_by.lines.items()},
            "files": dict(self.files),
            "warnings": [_warning_as_json(warning) for warning in self.warnings],
        }
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    def changed(self, folder: Path) -> Mapping[str, str | None]:
        """The files that do not stand in a folder as they were made, with the digest of what does; None: nothing."""
        standing = _standing(folder, self.files)
        return {name: standing.get(name) for name, digest in self.files.items() if standing.get(name) != digest}


def standing_build(record: BuildRecord | None, decided_by: Deciding | None, folder: Path) -> bool:
    """Whether a recorded build would make again what stands in a folder.

    decided_by: what decides the build that is asked for; None where that cannot be told.
    """
    if record is None or decided_by is None or not record.files:
        return False
    return record.decided_by.parts == decided_by.parts and not record.changed(folder)


def write_record(
    path: Path, decided_by: Deciding, folder: Path, made: Sequence[str], warnings: Sequence[Diagnostic]
) -> None:
    """Keep what was made of what; that nothing could be kept is no fault, for the next build is made then."""
    record = BuildRecord(decided_by, _standing(folder, made), tuple(warnings))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, record.as_bytes())


def has_records(output: Path, name: str) -> bool:
    """Whether a build of a briefing of this name was recorded, whatever its choices."""
    return any(path.stem.rpartition("-")[0] == name for path in (output / RECORDS).glob("*.json"))


def record_path(output: Path, name: str, choices: Sequence[str]) -> Path:
    """Where the record of a briefing with this name and these choices lies. output: the folder of all outputs."""
    return output / RECORDS / f"{name}-{_digest(choices)[:12]}.json"


def deciding(source: Source, choices: Sequence[str], template: Path | None, output: Path) -> Deciding | None:
    """All that decides what is built of a briefing; None where that is not to be told from files.

    choices: the options of the command that decide, as texts. output: the folder of outputs, which decides nothing.
    """
    parts = {PROGRAM: program_digest(), "the options": _digest(choices)}
    parts["the path of the briefing"] = _digest([source.display, source.name])
    parts["SOURCE_DATE_EPOCH"] = os.environ.get("SOURCE_DATE_EPOCH", "")
    lines = dict[str, tuple[str, ...]]()
    folder = source.path.resolve().parent
    try:
        if template:
            parts[f"the template {template}"] = _of_file(template)
        for number, path in enumerate(_files_in(folder, output.resolve())):
            if number == MOST_FILES:
                return None
            name = path.relative_to(folder).as_posix()
            if path.suffix in YAML and path.is_file() and path.stat().st_size <= LARGEST_YAML:
                content = path.read_bytes()
                parts[name] = hashlib.sha256(content).hexdigest()
                lines[name] = tuple(f"{zlib.crc32(line):x}" for line in content.splitlines())
            else:
                parts[name] = _of_file(path)
    except OSError:
        return None
    return Deciding(parts, lines)


def _files_in(folder: Path, output: Path) -> Iterator[Path]:
    """Every file in a folder and below it; neither outputs nor environments and histories of programs."""
    for inside, folders, files in os.walk(folder):
        within = Path(inside)
        folders[:] = sorted(name for name in folders if not _is_apart(within / name, output))
        yield from (within / name for name in sorted(files))


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


def read_record(path: Path) -> BuildRecord | None:
    """The record in a file; None where there is none that could be believed."""
    try:
        value = json.loads(path.read_bytes()) if is_file(path) and path.stat().st_size <= LARGEST else {}
        if value["format"] != FORMAT:
            return None
        lines = {name: tuple(each.split()) for name, each in value["lines"].items()}
        decided_by = Deciding(_texts(value["decided_by"]), lines)
        return BuildRecord(decided_by, _texts(value["files"]), tuple(map(_warning, value["warnings"])))
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None


def _texts(value: Mapping[object, object]) -> dict[str, str]:
    return {str(name): str(text) for name, text in value.items()}


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
