"""What goes between this process and the one that reads a file apart: plain values, as JSON.

Nothing that comes back can do more than be wrong: the other process has read a file that may be hostile.
"""

from __future__ import annotations

import json
from typing import Any

from report.diagnostics import DataPlace, Diagnostic
from report.frozen import frozen
from report.respondents.faults import DataFault
from report.respondents.model import (
    Code,
    Codebook,
    FileReading,
    MissingRange,
    MultipleSet,
    ValueLabel,
    Variable,
)


@frozen
class Task:
    """What is to be read of a file. kind: the name of its kind. display: the path as messages show it.

    into: a DuckDB file to make, with these columns of a codebook in its table "rows", called c0, c1, ...; None where
    the codebook is asked for, or the cells as they stand (`is_of_cells`).
    """

    kind: str
    path: str
    display: str
    reading: FileReading
    names: tuple[str, ...] = ()
    codebook: Codebook | None = None
    into: str | None = None
    is_of_cells: bool = False


def task_as_json(task: Task) -> str:
    """A task as JSON."""
    return json.dumps(
        {
            "kind": task.kind,
            "path": task.path,
            "display": task.display,
            "reading": _reading_as_json(task.reading),
            "names": task.names,
            "codebook": task.codebook and codebook_as_json(task.codebook),
            "into": task.into,
            "is_of_cells": task.is_of_cells,
        }
    )


def task_of_json(text: str) -> Task:
    """The task that was written so."""
    read = json.loads(text)
    return Task(
        kind=read["kind"],
        path=read["path"],
        display=read["display"],
        reading=FileReading(*read["reading"]),
        names=tuple(read["names"]),
        codebook=read["codebook"] and codebook_of_json(read["codebook"]),
        into=read["into"],
        is_of_cells=read["is_of_cells"],
    )


def codebook_as_json(codebook: Codebook) -> object:
    """A codebook as plain values."""
    return {
        "variables": [
            [
                variable.name,
                variable.label,
                variable.is_text,
                [[value.code, value.label] for value in variable.values],
                [each if isinstance(each, str) else [each.lower, each.upper] for each in variable.missing],
            ]
            for variable in codebook.variables
        ],
        "sets": [
            [each.name, each.label, each.variables, each.counted, each.is_named_by_values] for each in codebook.sets
        ],
        "n_rows": codebook.n_rows,
        "reading": _reading_as_json(codebook.reading),
    }


def codebook_of_json(read: Any) -> Codebook:
    """The codebook that was written so."""
    variables = tuple(
        Variable(
            str(name),
            None if label is None else str(label),
            bool(is_text),
            tuple(ValueLabel(_code(code), str(text)) for code, text in values),
            tuple(each if isinstance(each, str) else MissingRange(*map(float, each)) for each in missing),
        )
        for name, label, is_text, values, missing in read["variables"]
    )
    sets = tuple(
        MultipleSet(
            str(name),
            None if label is None else str(label),
            tuple(map(str, members)),
            None if counted is None else _code(counted),
            bool(is_named_by_values),
        )
        for name, label, members, counted, is_named_by_values in read["sets"]
    )
    n_rows = read["n_rows"]
    return Codebook(variables, sets, None if n_rows is None else int(n_rows), FileReading(*read["reading"]))


def fault_as_json(fault: Diagnostic) -> object:
    """A fault of a data file as plain values."""
    place = fault.in_data
    row, variable = (place.row, place.variable) if place else (None, None)
    return [fault.id, fault.message, list(fault.notes), fault.hint, row, variable]


def fault_of_json(read: Any, display: str) -> Diagnostic:
    """The fault that was written so, of the file that messages show so."""
    id_, message, notes, hint, row, variable = read
    place = DataPlace(display, row, variable)
    return Diagnostic(DataFault(id_), str(message), notes=tuple(map(str, notes)), hint=hint, in_data=place)


def _reading_as_json(reading: FileReading) -> object:
    return [reading.encoding, reading.separator, reading.header_rows, reading.sheet]


def _code(code: object) -> Code:
    return code if isinstance(code, str) else float(code)  # type: ignore[arg-type] # a number, or nothing can be done
