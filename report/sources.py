"""Which briefings a call means: named files and folders, or what lies in the current folder, or what ships.

none given: ./briefing.yaml, else ./survey.yaml, else every folder in ./data, else the survey that ships
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from report import shipped
from report.diagnostics import Diagnostic, UsageError, near_miss
from report.file_names import (
    BRIEFING,
    NEEDS_SURVEY,
    SURVEY,
    WRITE_SURVEY,
    advice,
    is_data,
    is_deck,
    is_pdf,
    meant,
    of_outputs,
)
from report.frozen import frozen
from report.pipeline import Source

DATA = Path("data")
"""Where a call that names nothing looks for folders of briefings, from the current folder."""

FILES = (BRIEFING, SURVEY)
"""The files a folder is told from, in this order."""


@frozen
class Chosen:
    """The briefings of a call; `notice` says so where the shipped survey stands in for one."""

    sources: tuple[Source, ...]
    notice: str | None = None


def choose(paths: Sequence[Path]) -> Chosen:
    """The briefings that `paths` mean, each once; raises UsageError for what cannot be read and for names of outputs
    that two of them have.
    """
    try:
        return _choose(paths)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else str(error)
        raise _unusable(Path(error.filename or "."), reason) from error


def choose_again(paths: Sequence[Path], before: Sequence[Source]) -> tuple[Source, ...]:
    """The briefings that `paths` mean now; raises UsageError as `choose` does.

    before: those that they meant last. One whose file is gone while its folder stands is among them still: what a sync
    or a checkout puts back in a moment must not become another story meanwhile (see `is_gone`). So are those whose
    folders are gone, where nothing else is left.
    """
    gone = [source for source in before if is_gone(source) and source.path.parent.is_dir()]
    if not gone:
        return _chosen_again(paths, before)
    folders = {source.path.resolve().parent for source in gone}
    if paths:
        rest = [path for path in paths if not {path.resolve(), path.resolve().parent} & folders]
        others = choose(rest).sources if rest else ()
    else:
        others = () if Path().resolve() in folders else _in_data(folders)
    order = {source.name: number for number, source in enumerate(before)}
    return tuple(sorted(_distinct([*gone, *others]), key=lambda each: order.get(each.name, len(order))))


def _chosen_again(paths: Sequence[Path], before: Sequence[Source]) -> tuple[Source, ...]:
    """Those that are there; where none is but what ships, or one that was named is not, those that were there."""
    is_one_gone = any(map(is_gone, before))
    try:
        chosen = choose(paths)
    except UsageError:
        if is_one_gone:
            return tuple(before)
        raise
    return tuple(before) if chosen.notice and is_one_gone else chosen.sources


def is_gone(source: Source) -> bool:
    """Whether its file is not in its folder any more, and no briefing has come in its place."""
    return not source.path.is_file() and not (source.path.parent / BRIEFING).is_file()


def told_as_gone(source: Source) -> Diagnostic:
    """What is wrong with a briefing whose file is gone."""
    message = f'"{source.display}" is gone: the last good state stands until it is back'
    hint = "put it back, or begin anew with what is to be shown in its place"
    return Diagnostic("no-source", message, hint=hint)


def finished_among(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those of the paths that are finished decks or PDFs; raises UsageError for one that is not there."""
    is_finished = [path for path in paths if (is_deck(path.name) or is_pdf(path.name)) and not path.is_dir()]
    finished = tuple(dict.fromkeys(is_finished))
    for path in finished:
        _must_be_a_file(path)
    return finished


def survey_of(path: Path) -> Source:
    """The file of a survey, which a path may name by its folder; raises UsageError for what cannot be read."""
    return choose([path / SURVEY if (path / SURVEY).is_file() else path]).sources[0]


def data_of(path: Path) -> Source:
    """A data file that a survey is to be drafted from; raises UsageError for one that is not there."""
    try:
        _must_be_a_file(path)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else str(error)
        raise _unusable(path, reason) from error
    return Source(path.resolve(), str(path), of_outputs(path.resolve().parent.name))


def _choose(paths: Sequence[Path]) -> Chosen:
    if paths:
        return Chosen(_distinct([_named(path) for path in paths]))
    here = Path()
    local = _in_folder_or_near(here)
    if local:
        return Chosen((local,))
    sources = _in_data()
    if sources:
        return Chosen(_distinct(sources))
    folders = sorted(folder for folder in shipped.folder("data").iterdir() if folder.is_dir())
    found = [source for folder in folders if (source := _in_folder(folder))]
    return Chosen(tuple(found), "no briefing.yaml, survey.yaml or data/ here: building the survey that ships")


def _in_data(without: Collection[Path] = ()) -> tuple[Source, ...]:
    """The briefings of the folder of surveys, but those in some of its folders."""
    folders = [folder for folder in sorted(DATA.iterdir()) if folder.is_dir()] if DATA.is_dir() else []
    among = [folder for folder in folders if folder.resolve() not in without]
    return tuple(source for folder in among if (source := _in_folder_or_near(folder)))


def _named(path: Path) -> Source:
    if path.is_dir():
        source = _in_folder(path)
        if source:
            return source
        raise _nothing_in(path)
    _must_be_a_file(path)
    if is_data(path.name):
        raise _unusable(path, NEEDS_SURVEY, hint=WRITE_SURVEY)
    if is_deck(path.name):
        raise _unusable(path, "it is a finished deck", hint="`report check` says what is wrong with it")
    return _source(path)


def _must_be_a_file(path: Path) -> None:
    if not path.exists():
        beside = sorted(each.name for each in path.parent.iterdir() if each.exists()) if path.parent.is_dir() else []
        raise _unusable(path, "there is no such file", hint=near_miss(path.name, beside))
    if not path.is_file():
        raise _unusable(path, "it is neither a file nor a folder")


def _in_folder_or_near(folder: Path) -> Source | None:
    """The source of a folder that nobody has named; one whose file only has a wrong name is not passed over."""
    source = _in_folder(folder)
    if source is None and any(meant(file.name) for file in folder.iterdir() if file.is_file()):
        raise _nothing_in(folder)
    return source


def _in_folder(folder: Path) -> Source | None:
    return next((_source(folder / name) for name in FILES if (folder / name).is_file()), None)


def _source(path: Path) -> Source:
    return Source(path, str(path), of_outputs(path.resolve().parent.name))


def _distinct(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Each once, as it was named first; raises UsageError for two that would share a folder of outputs."""
    by_path: dict[Path, Source] = {}
    for source in sources:
        # Not where the file leads to: what a briefing names lies beside the link.
        by_path.setdefault(source.path.parent.resolve() / source.path.name, source)
    by_name: dict[str, Source] = {}
    for source in by_path.values():
        other = by_name.setdefault(source.name.casefold(), source)
        if other is not source:
            message = f'"{other.display}" and "{source.display}" would both be written to a folder "{source.name}"'
            hint = "outputs are named after the folder of the briefing: rename one, or build them one by one"
            raise UsageError([Diagnostic("same-name", message, hint=f"{hint} with --output")])
    return tuple(by_path.values())


def _nothing_in(folder: Path) -> UsageError:
    notes, hint = advice(folder)
    return _unusable(folder, f"the folder holds neither {BRIEFING} nor {SURVEY}", notes, hint)


def _unusable(path: Path, why: str, notes: tuple[str, ...] = (), hint: str | None = None) -> UsageError:
    return UsageError([Diagnostic("no-source", f'cannot use "{path}": {why}', notes=notes, hint=hint)])
