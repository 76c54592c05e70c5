"""The one way a YAML file is read: bytes to a file model, its faults at their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from report.diagnostics import Diagnostic, Location, SourceText, in_file_order, near_miss, shortened
from report.file_names import NEEDS_SURVEY, WRITE_SURVEY, as_on_disk, is_data
from report.frozen import frozen
from report.yaml_source.composing import compose
from report.yaml_source.faults import Fault
from report.yaml_source.placing import validated
from report.yaml_source.scalars import normal
from report.yaml_source.schema import FileModel
from report.yaml_source.source import SourceFile, load
from report.yaml_source.tree import Block

M = TypeVar("M", bound=FileModel)


@frozen
class Reading(Generic[M]):
    """What could be read of a file, and its faults in file order.

    model: all of the file if there is no fault; else what is left to be checked further, None if nothing is.
    """

    model: M | None
    faults: tuple[Diagnostic, ...]


def read(
    path: Path,
    name: str,
    model: type[M],
    *,
    named_at: Location | None = None,
    prepare: Callable[[Block], Iterable[Diagnostic]] = lambda _: (),
) -> Reading[M]:
    """The file model of a file; `name` is how its user knows it, `named_at` where another file names it.

    prepare: adds to what is written, before the model is made of it, what is known from elsewhere; gives its faults.

    Raises ReportError if PyYAML lacks the parser that is needed; everything else is a fault of the reading.
    """
    source, faults = load(path, name, named_at=named_at)
    if source is None:
        return Reading(None, faults)
    root, faults_of_yaml = compose(source)
    if root is None:
        return Reading(None, in_file_order((*faults, *faults_of_yaml)))
    prepared = tuple(prepare(root))
    read_model, faults_of_keys = validated(root, model)
    told = in_file_order((*faults, *_not_lists(faults_of_yaml, faults_of_keys), *prepared, *faults_of_keys))
    return Reading(read_model, _languages_once(told))


def _not_lists(faults_of_yaml: Iterable[Diagnostic], faults_of_keys: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """The faults of YAML without the commas of what should be a list, which needs brackets and no quotation marks."""
    wrong = [fault.location for fault in faults_of_keys if fault.id == Fault.WRONG_TYPE]
    return (fault for fault in faults_of_yaml if fault.id != Fault.UNQUOTED_COMMA or fault.location not in wrong)


def _languages_once(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults without repetitions of a language that there is not: a survey is written in it from end to end."""
    alike: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        is_language = fault.id == Fault.UNKNOWN_LANGUAGE
        alike.setdefault(fault.message if is_language else fault.as_text(), []).append(fault)
    return tuple(_with_number(first, len(others)) for first, *others in alike.values())


def _with_number(fault: Diagnostic, others: int) -> Diagnostic:
    if not others:
        return fault
    note = f"{others} more text{'s' if others > 1 else ''} of this file {'name it' if others > 1 else 'names it'} too"
    return replace(fault, notes=(*fault.notes, note))


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
    return normal(SourceText(text, ((0, source.place(first, len(text))),)))


def inside(folder: Path, written: SourceText, *, is_of_data: bool = False) -> Path | Diagnostic:
    """The file that a text names within a folder; a path that leads out of it is a fault.

    is_of_data: whether respondents may stand in it.
    """
    path = PurePosixPath(written.text)
    place = written.at(0, len(written.text))
    target = folder / path
    try:
        target = as_on_disk(folder, path)
        is_inside, is_there = target.resolve().is_relative_to(folder.resolve()), target.exists()
    except (OSError, RuntimeError):  # links in a circle, a name too long for the file system
        is_inside, is_there = True, False
    if path.is_absolute() or ".." in path.parts or "\\" in written.text or ":" in written.text or not is_inside:
        message = f'"{shortened(written.text)}" leads out of the folder of this file'
        hint = 'name a file in this folder or below, with "/" between folders'
        return Diagnostic(Fault.OUTSIDE_FOLDER, message, place, hint=hint)
    if not is_there:
        message = f'there is no file "{shortened(written.text)}" in the folder of this file'
        beside = sorted(file.name for file in folder.iterdir() if file.is_file() and not is_data(file.name))
        data = sorted(file.name for file in folder.iterdir() if is_data(file.name))
        near = near_miss(written.text, beside)
        near = near_miss(written.text, data) if is_of_data else near
        is_other = data and not near and not is_of_data
        notes = (f'"{data[0]}" lies there, but {NEEDS_SURVEY}',) if is_other else ()
        return Diagnostic(Fault.MISSING_FILE, message, place, notes, near)
    if is_data(target.name) and not is_of_data:
        message = f'"{shortened(written.text)}" is no YAML file: {NEEDS_SURVEY}'
        return Diagnostic(Fault.DATA_FILE, message, place, hint=WRITE_SURVEY)
    return target
