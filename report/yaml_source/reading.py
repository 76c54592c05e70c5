"""The one way a YAML file is read: bytes to a file model, its faults at their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from report.diagnostics import Diagnostic, Location, SourceText, in_file_order, near_miss, shortened
from report.yaml_source.composing import compose
from report.yaml_source.faults import Fault
from report.yaml_source.placing import validated
from report.yaml_source.schema import FileModel
from report.yaml_source.source import SourceFile, load

M = TypeVar("M", bound=FileModel)


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """What could be read of a file, and its faults in file order.

    model: all of the file if there is no fault; else what is left to be checked further, None if nothing is.
    """

    model: M | None
    faults: tuple[Diagnostic, ...]


def read(path: Path, name: str, model: type[M], *, named_at: Location | None = None) -> Reading[M]:
    """The file model of a file; `name` is how its user knows it, `named_at` where another file names it.

    Raises ReportError if PyYAML lacks the parser that is needed; everything else is a fault of the reading.
    """
    source, faults = load(path, name, named_at=named_at)
    if source is None:
        return Reading(None, faults)
    root, faults_of_yaml = compose(source)
    if root is None:
        return Reading(None, in_file_order((*faults, *faults_of_yaml)))
    read_model, faults_of_keys = validated(root, model)
    return Reading(read_model, in_file_order((*faults, *faults_of_yaml, *faults_of_keys)))


_OUTER = re.compile(r"^([a-z_]+)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)


def outer_texts(path: Path, name: str) -> dict[str, SourceText]:
    """What stands behind the keys at the left margin of a file, whatever else is wrong with it."""
    source, _ = load(path, name, named_at=None)
    found = _OUTER.finditer(source.text) if source else ()
    return {key[1]: _bare(key, source) for key in found if source}


def _bare(found: re.Match[str], source: SourceFile) -> SourceText:
    """The text behind a key without quotation marks and comment."""
    written = re.split(r"\s#", found[2])[0]
    text = written.strip().strip("'\"")
    first = found.start(2) + written.index(text)
    return SourceText(text, ((0, source.place(first, len(text))),))


def inside(folder: Path, written: SourceText) -> Path | Diagnostic:
    """The file that a text names within a folder; a path that leads out of it is a fault."""
    path = PurePosixPath(written.text)
    place = written.at(0, len(written.text))
    target = folder / path
    try:
        is_inside, is_there = target.resolve().is_relative_to(folder.resolve()), target.exists()
    except (OSError, RuntimeError):  # links in a circle, a name too long for the file system
        is_inside, is_there = True, False
    if path.is_absolute() or ".." in path.parts or "\\" in written.text or ":" in written.text or not is_inside:
        message = f'"{shortened(written.text)}" leads out of the folder of this file'
        hint = 'name a file in this folder or below, with "/" between folders'
        return Diagnostic(Fault.OUTSIDE_FOLDER, message, place, hint=hint)
    if not is_there:
        message = f'there is no file "{shortened(written.text)}" in the folder of this file'
        beside = sorted(file.name for file in folder.glob("*.yaml"))
        return Diagnostic(Fault.MISSING_FILE, message, place, hint=near_miss(written.text, beside))
    return target
