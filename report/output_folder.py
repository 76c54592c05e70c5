"""One briefing's folder of outputs: one build at a time writes it, and no moment shows it half-written.

    build/social-media-2016/.lock          held by the build that writes
                            .unfinished/…  what it has made so far, under the names the files will have
                            de/…           the current set
                            manifest.json  names it

A build first stages everything: each file of the set, its manifest, and a manifest of the exchange (see
`report.manifest`). Until all of that is on the disk nothing that stands is touched: a kill, a full disk or a fault
leaves the old set and its manifest. Then `settle` needs no space any more, only names:

    manifest of the exchange ─> the changed files, one by one ─> remove stale files ─> manifest of the new set

Killed in between, every file is whole, and the manifest of the exchange says truly what stands and what may.
The next build removes `.unfinished` and makes the whole set again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from report.diagnostics import Diagnostic, ReportError
from report.exchange import Before, Exchange, Standing, exchange
from report.manifest import MANIFEST, Entry, Manifest, is_file, read_manifest
from report.ooxml.fingerprint import Fingerprint
from report.whole_files import flush, unwritable, write_new

LOCK = ".lock"
UNFINISHED = ".unfinished"
EXCHANGE = "exchange.json"
"""The name that the manifest of the exchange is staged under."""

SECONDS_BEFORE_NOTICE = 1.0
LOCK_SECONDS = 300.0
"""How long a build waits for another one of the same folder, before it says so and in all."""

Spares: TypeAlias = Callable[[Standing], Diagnostic | None]
"""Why a file is not replaced; None where it may be."""

UNCHANGED = "what stood there before is unchanged"
MIXED = f'some files are replaced already, "{MANIFEST}" says which; the next build completes them'


class OutputFolder:
    """The folder as a build holds it, from `with OutputFolder(…) as folder` to the end of the block.

    Every fault of the file system is raised as ReportError with an id of "cannot-write", "disk-full" or "locked".
    """

    def __init__(self, path: Path, on_wait: Callable[[], None] = lambda: None) -> None:
        """`path` is the folder of one briefing, below the output folder; `on_wait` is told if another build holds it.

        Of links only the output folder itself may be one: no build writes through a link below it.
        """
        from filelock import FileLock  # only a build that writes waits for it to load

        self._path = path
        self._lock = FileLock(path / LOCK)
        self._on_wait = on_wait
        self._staged: dict[str, Entry] = {}

    def __enter__(self) -> Self:
        self._make_folder(self._path)
        self._acquire()
        try:
            self._remove_unfinished()
        except BaseException as error:
            self._lock.release()
            if isinstance(error, OSError):
                raise self._fault(UNFINISHED, error) from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with suppress(OSError):  # the next build removes it, or says why it cannot
                self._remove_unfinished()
        finally:
            self._lock.release()

    def stage(self, name: str, content: bytes, build: str, fingerprint: Fingerprint | None = None) -> None:
        """Write a file of the new set aside; `build` is the id of the build that made it."""
        self._write_aside(name, content, target=name)
        self._staged[name] = Entry.of(content, build, fingerprint)

    def differing(self) -> dict[str, tuple[Path | None, Path]]:
        """The staged files that differ from what stands, by name: what stands (None for nothing), and the new one."""
        present = self._before().present
        return {
            name: (self._path / name if name in present else None, self._path / UNFINISHED / name)
            for name, entry in self._staged.items()
            if not entry.is_of(present.get(name))
        }

    def leaving(self, keeps: Callable[[str], bool]) -> list[str]:
        """The files of earlier builds that settling removes (see there)."""
        return [name for name in self._before().standing if name not in self._staged and not keeps(name)]

    def settle(
        self, build: str, *, keeps: Callable[[str], bool], spares: Spares = lambda standing: None
    ) -> dict[str, Diagnostic]:
        """Put the staged files and their manifest into place; returns those that were not, by name, and why.

        keeps: whether a file of an earlier build that stands as it was written stays in the set, with the id of its own
        build; otherwise it is removed. A file that somebody changed since is not removed, and named only if it is a
        deck. spares: asked of each file that another one would replace.
        """
        before = self._before()
        spared = self._spared(before, spares)
        planned = exchange(before, self._staged, spared=spared, keeps=keeps, of=Manifest(self._path.name, build, {}))
        self._stage_manifests(planned)
        self._require_replaceable([*planned.changed, *planned.stale, MANIFEST])
        self._exchange(planned.changed, planned.stale)
        return spared

    def _spared(self, before: Before, spares: Spares) -> dict[str, Diagnostic]:
        replaced = [
            name
            for name, entry in self._staged.items()
            if name in before.present and not entry.is_of(before.present[name])
        ]
        standing = (
            Standing(self._path / name, before.built.get(name, ()), name in before.standing) for name in replaced
        )
        return {name: why for name, each in zip(replaced, standing, strict=True) if (why := spares(each))}

    # ---------------------------------------------------------------------------------------------------- preparing

    def _make_folder(self, folder: Path) -> None:
        """Make the folder of the briefing, or one in it, where it is missing; the way to it leads through no link."""
        inner = [each for each in (folder, *folder.parents) if each.is_relative_to(self._path)]
        for each in reversed(inner):
            try:
                is_link = each.is_symlink()
                if not is_link:
                    each.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ReportError([unwritable(each, error, UNCHANGED)]) from error
            if is_link:
                message = f'cannot write into "{each}": it is a link to another folder'
                hint = "remove the link; only the output folder itself may be one"
                raise ReportError([Diagnostic("cannot-write", message, notes=(UNCHANGED,), hint=hint)])

    def _acquire(self) -> None:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=SECONDS_BEFORE_NOTICE)
        except Timeout:
            self._on_wait()
            self._wait()
        except OSError as error:
            raise self._fault(LOCK, error) from error

    def _wait(self) -> None:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=LOCK_SECONDS - SECONDS_BEFORE_NOTICE)
        except Timeout as error:
            message = f'another build has been writing "{self._path}" for more than {LOCK_SECONDS:.0f} seconds'
            hint = "end it, or use --output to write elsewhere"
            raise ReportError([Diagnostic("locked", message, notes=(UNCHANGED,), hint=hint)]) from error

    def _remove_unfinished(self) -> None:
        unfinished = self._path / UNFINISHED
        if unfinished.is_dir() and not unfinished.is_symlink():
            shutil.rmtree(unfinished)
        else:
            unfinished.unlink(missing_ok=True)

    # ------------------------------------------------------------------------------------------------------ staging

    def _write_aside(self, name: str, content: bytes, *, target: str) -> None:
        path = self._path / UNFINISHED / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, content)
        except OSError as error:
            raise self._fault(target, error) from error

    def _stage_manifests(self, planned: Exchange) -> None:
        self._write_aside(MANIFEST, planned.final.as_bytes(), target=MANIFEST)
        self._write_aside(EXCHANGE, planned.meanwhile.as_bytes(), target=MANIFEST)
        for name in [*planned.changed, MANIFEST, EXCHANGE]:
            try:
                flush(self._path / UNFINISHED / name)
            except OSError as error:
                raise self._fault(name, error) from error

    # --------------------------------------------------------------------------------------------------- exchanging

    def _require_replaceable(self, names: Sequence[str]) -> None:
        """Make the folders of the new set and find what would stop the exchange half way; raises all of it together."""
        for name in names:
            self._make_folder((self._path / name).parent)
        faults = [fault for name in names if (fault := self._obstacle(name))]
        if faults:
            raise ReportError(faults)

    def _obstacle(self, name: str) -> Diagnostic | None:
        path = self._path / name
        try:
            if path.is_symlink() or not path.exists():
                return None
            if is_file(path):
                path.rename(path)  # changes nothing, but Windows refuses it for a file that a program holds open
                return None
            what = "a folder" if path.is_dir() else "something that is no file"
        except OSError as error:
            return unwritable(path, error, UNCHANGED)
        message = f'cannot write "{path}": {what} stands there'
        return Diagnostic("cannot-write", message, notes=(UNCHANGED,), hint="move it away")

    def _exchange(self, changed: Mapping[str, Entry], stale: Mapping[str, Entry]) -> None:
        path = self._path / MANIFEST
        try:
            if changed or stale:
                (self._path / UNFINISHED / EXCHANGE).replace(path)
                flush(self._path)
            for name in changed:
                path = self._path / name
                (self._path / UNFINISHED / name).replace(path)
            for name in stale:
                path = self._path / name
                path.unlink(missing_ok=True)
            self._settle_folders([*changed, *stale])
            path = self._path / MANIFEST
            (self._path / UNFINISHED / MANIFEST).replace(path)
            flush(self._path)
        except OSError as error:
            raise ReportError([unwritable(path, error, MIXED)]) from error

    def _settle_folders(self, names: Sequence[str]) -> None:
        """Flush the folders that changed, deepest first, and remove those that removed files have left empty."""
        folders = {folder: None for name in names for folder in (self._path / name).parents}
        inner = [folder for folder in folders if folder != self._path and folder.is_relative_to(self._path)]
        for folder in sorted(inner, reverse=True):
            if any(folder.iterdir()):
                flush(folder)
            else:
                folder.rmdir()

    # ---------------------------------------------------------------------------------------------- what stands there

    def _before(self) -> Before:
        built = read_manifest(self._path / MANIFEST).built
        return Before(built, {name: entry for name in {**built, **self._staged} if (entry := self._present(name))})

    def _present(self, name: str) -> Entry | None:
        """What stands there; None if that is no file or the way to it leads through a link."""
        path = self._path / name
        folders = [folder for folder in path.parents if folder.is_relative_to(self._path)]
        if not is_file(path) or any(folder.is_symlink() for folder in folders):
            return None
        try:
            return Entry.of(path.read_bytes(), build="")
        except OSError:
            return None

    def _fault(self, name: str, error: OSError) -> ReportError:
        return ReportError([unwritable(self._path / name, error, UNCHANGED)])
