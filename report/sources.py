"""Which briefings a call means: named files and folders, or what lies in the current folder, or what ships.

none given: ./briefing.yaml, else ./survey.yaml, else every folder in ./data, else the survey that ships
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from report import shipped
from report.diagnostics import Diagnostic, UsageError
from report.pipeline import Source

FILES = ("briefing.yaml", "survey.yaml")
"""The files a folder is told from, in this order."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The briefings of a call; `notice` says so where the shipped survey stands in for one."""

    sources: tuple[Source, ...]
    notice: str | None = None


def choose(paths: Sequence[Path]) -> Chosen:
    """The briefings that `paths` mean; raises UsageError for what cannot be read and names that occur twice."""
    try:
        return _choose(paths)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else str(error)
        raise _unusable(Path(error.filename or "."), reason) from error


def _choose(paths: Sequence[Path]) -> Chosen:
    if paths:
        return Chosen(_distinct([_named(path) for path in paths]))
    here = Path()
    local = _in_folder(here)
    if local:
        return Chosen((local,))
    data = here / "data"
    found = [_in_folder(folder) for folder in sorted(data.iterdir()) if folder.is_dir()] if data.is_dir() else []
    sources = [source for source in found if source]
    if sources:
        return Chosen(_distinct(sources))
    folders = sorted(folder for folder in shipped.folder("data").iterdir() if folder.is_dir())
    sources = [source for folder in folders if (source := _in_folder(folder))]
    return Chosen(tuple(sources), "no briefing.yaml, survey.yaml or data/ here: building the survey that ships")


def _named(path: Path) -> Source:
    if path.is_dir():
        source = _in_folder(path)
        if source:
            return source
        raise _unusable(path, "the folder holds neither briefing.yaml nor survey.yaml")
    if not path.exists():
        raise _unusable(path, "there is no such file")
    if not path.is_file():
        raise _unusable(path, "it is neither a file nor a folder")
    return _source(path)


def _in_folder(folder: Path) -> Source | None:
    return next((_source(folder / name) for name in FILES if (folder / name).is_file()), None)


def _source(path: Path) -> Source:
    folder = path.resolve().parent.name
    return Source(path, str(path), re.sub(r"[^\w.-]+", "-", folder) or "report")


def _distinct(sources: Sequence[Source]) -> tuple[Source, ...]:
    by_name: dict[str, Source] = {}
    for source in sources:
        other = by_name.setdefault(source.name.casefold(), source)
        if other is not source:
            message = f'"{other.display}" and "{source.display}" would both be written to a folder "{source.name}"'
            hint = "outputs are named after the folder of the briefing: rename one, or build them one by one"
            raise UsageError([Diagnostic("same-name", message, hint=f"{hint} with --output")])
    return tuple(sources)


def _unusable(path: Path, why: str) -> UsageError:
    return UsageError([Diagnostic("no-source", f'cannot build "{path}": {why}')])
