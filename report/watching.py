"""Builds anew each time that a file of a briefing is saved, in a process that has loaded everything already.

What is watched are the folders of the briefings, without the outputs: no path of an author leads out of them. What is
saved while a build runs is built right after it, for the watch begins before the first build does.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from report.diagnostics import Diagnostic, ReportError, UsageError
from report.frozen import frozen
from report.manifest import MANIFEST, Entry, read_manifest
from report.ooxml.edits import Change as Edited
from report.ooxml.edits import edits_of
from report.options import Options
from report.outputs import BuildResult, SparedError, build
from report.pipeline import Source
from report.products import load_all
from report.sources import DATA, FILES, choose, choose_again, is_gone, told_as_gone

if TYPE_CHECKING:
    from watchfiles import Change

MILLISECONDS_TOGETHER, MILLISECONDS_OF_QUIET = 400, 20
"""What is saved so shortly after another file belongs to it: a build begins once nothing was saved for the second."""
TICK_MILLISECONDS = 50

OFFICE_LOCKS = ("~$", ".~lock.")

DOCUMENTS = (".pptx", ".pdf", ".xlsx")
MOST_NAMED = 6
"""Files that a line names, documents first."""


@frozen
class Changed:
    """A file of the outputs with other bytes than before, or none any more. slides: of a deck those that differ."""

    path: Path
    is_gone: bool = False
    slides: tuple[int, ...] = ()

    def as_text(self) -> str:
        """The file and how it differs."""
        if self.is_gone:
            return f"{self.path} removed"
        numbers = ", ".join(map(str, self.slides))
        return f"{self.path} (slide{'s' if self.slides[1:] else ''} {numbers})" if numbers else str(self.path)


@frozen
class Round:
    """A build of a watch. saved: names of the files that led to it, none for the first one.

    fault: why nothing was built, or not everything; what was built before stands then.
    """

    saved: tuple[str, ...]
    seconds: float
    changed: tuple[Changed, ...] = ()
    result: BuildResult | None = None
    fault: ReportError | None = None

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """What is wrong, or what the build warns of."""
        return self.fault.diagnostics if self.fault else self.result.warnings if self.result else ()

    def as_text(self) -> str:
        """The round on a line: what was saved, and what that changed."""
        cause = f"{', '.join(self.saved)} saved" if self.saved else "watching"
        effect = "what was built before stands" if self.result is None else self._effect()
        return f"{cause}: {effect} ({self.seconds:.1f} s)"

    def _effect(self) -> str:
        if not self.changed:
            return "no file changed"
        documents_first = sorted(self.changed, key=lambda each: each.path.suffix not in DOCUMENTS)
        rest = len(self.changed) - MOST_NAMED
        named = [each.as_text() for each in documents_first[:MOST_NAMED]]
        return ", ".join([*named, *([f"{rest} more"] if rest > 0 else [])])


def watch(*paths: str | Path, options: Options) -> Iterator[Round]:
    """Build, and then again whenever something was saved.

    Raises UsageError where there is nothing to watch, or nothing to watch with.
    """
    named = [Path(path) for path in paths]
    sources = choose(named).sources
    for changes in changes_of(paths, options):
        saved = tuple(sorted({Path(path).name for path in changes}))
        with suppress(UsageError):  # a build tells of it
            sources = choose_again(named, sources)
        yield _round(paths, options, saved, [source for source in sources if is_gone(source)])
        if not saved:
            load_all(options.products, options.languages)  # what stays loaded need not be loaded by workers each time


def changes_of(paths: Sequence[str | Path], options: Options) -> Iterator[frozenset[str]]:
    """The paths of what was saved of the briefings that `paths` mean, whenever something was; none at once.

    Raises UsageError where there is nothing to watch, or nothing to watch with.
    """
    return _changes(_folders(paths), options)


def _folders(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    """What is watched: where nothing is named, the whole folder of surveys, for one may join them."""
    folders = dict.fromkeys(source.path.resolve().parent for source in choose([Path(path) for path in paths]).sources)
    if not paths and any(folder.parent == DATA.resolve() for folder in folders):
        return (DATA.resolve(),)
    return tuple(folders)


def _changes(folders: Sequence[Path], options: Options) -> Iterator[frozenset[str]]:
    """The paths of what was saved, whenever something was; none at once, for the first build."""
    try:
        import watchfiles
    except ImportError:
        message = "`watch` takes a package that is not installed: watchfiles"
        raise UsageError([Diagnostic("missing-extra", message, hint="pip install 'befund[watch]'")]) from None
    is_saved = watchfiles.DefaultFilter(
        ignore_paths=[options.output.resolve()]
    )  # neither outputs nor what editors put beside
    template = options.template.resolve() if options.template else None

    roots = (*folders, *([template.parent] if template else []))

    def is_of_a_briefing(change: Change, path: str) -> bool:
        saved = Path(path)
        is_inside = saved == template or saved in roots or any(saved.is_relative_to(folder) for folder in folders)
        return is_inside and is_saved(change, path) and not saved.name.startswith(OFFICE_LOCKS)

    due: frozenset[str] | None = frozenset()  # the first build
    while True:
        watched = _identities(roots)
        lost = set(watched)
        with suppress(FileNotFoundError):  # where one has gone right before it was to be watched
            for changes in watchfiles.watch(
                *watched,
                watch_filter=is_of_a_briefing,
                debounce=MILLISECONDS_TOGETHER,
                step=MILLISECONDS_OF_QUIET,
                rust_timeout=TICK_MILLISECONDS,
                yield_on_timeout=True,
            ):
                saved = _saved(changes) | (due or frozenset())
                if saved or due is not None:
                    yield saved
                due, now = None, _identities(roots)
                lost = {root for root in roots if now.get(root) != watched.get(root)}
                lost |= {root for root in roots if any(Path(path) == root for _, path in changes)}
                if lost:
                    break
        # The system watches a folder, and not what comes in its place, even where that has the same number.
        if not _identities(roots):
            yield frozenset(map(str, roots))
        while not _identities(roots):
            time.sleep(TICK_MILLISECONDS / 1000)
        due = frozenset(map(str, lost))


def _identities(folders: Sequence[Path]) -> Mapping[Path, tuple[int, int]]:
    """What tells the folders that are there from others in their places."""
    found = dict[Path, tuple[int, int]]()
    for folder in folders:
        with suppress(OSError):
            about = folder.stat()
            found[folder] = about.st_dev, about.st_ino
    return found


def _saved(changes: Collection[tuple[Change, str]]) -> frozenset[str]:
    """The paths of changes, without what an editor made and took away again: vim's 4913, by which it tries a folder."""
    made = {path for change, path in changes if change.name == "added"}
    return frozenset(
        path for _, path in changes if path not in made or Path(path).name in FILES or os.path.lexists(path)
    )


def _round(paths: Sequence[str | Path], options: Options, saved: tuple[str, ...], gone: Sequence[Source]) -> Round:
    """Build; gone: briefings whose files are not there now, for which another story would be built."""
    started, before = time.monotonic(), _standing(options.output)
    result: BuildResult | None = None
    fault: ReportError | None = None
    try:
        if gone:
            raise UsageError([told_as_gone(source) for source in gone])
        result = build(*paths, options=options)
    except SparedError as spared:
        result, fault = spared.result, spared
    except ReportError as error:
        fault = error
    changed = tuple(_compared(before, _standing(options.output)))
    return Round(saved, time.monotonic() - started, changed, result, fault)


def _standing(output: Path) -> Mapping[Path, Entry]:
    """The files of all briefings that stand in the folder of outputs."""
    return {
        manifest.parent / name: entry
        for manifest in sorted(output.glob(f"*/{MANIFEST}"))
        for name, entry in read_manifest(manifest).files.items()
    }


def _compared(before: Mapping[Path, Entry], after: Mapping[Path, Entry]) -> Iterator[Changed]:
    for path, entry in after.items():
        earlier = before.get(path)
        if not entry.is_of(earlier):
            yield Changed(path, slides=_slides(earlier, entry) if earlier else ())
    # A deck that somebody edited is no output any more, and stands.
    yield from (Changed(path, is_gone=True) for path in before if path not in after and not path.exists())


def _slides(before: Entry, after: Entry) -> tuple[int, ...]:
    if not (before.fingerprint and after.fingerprint):
        return ()
    edits = edits_of(before.fingerprint, after.fingerprint)
    return tuple(edit.number for edit in edits if Edited.DELETED not in edit.changes)
