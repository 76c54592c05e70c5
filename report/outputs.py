"""Around the pipeline: which files a build makes, writing each whole, the manifest that names the current set.

    build/social-media-2016/.lock            held while building
                            de/…             every file written beside its target, then renamed
                            manifest.json    renamed last: a build killed before leaves the old set named

All briefings are read, told and laid out before the first file is written, so a fault anywhere changes nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from filelock import FileLock, Timeout

from report import pipeline
from report.diagnostics import Diagnostic, ReportError, SourceError, UsageError, in_file_order
from report.pipeline import Layouts, Source
from report.sources import choose

MANIFEST = "manifest.json"
LOCK = ".lock"
UNFINISHED = ".unfinished"
"""The suffix of a file that is being written; what an interrupted build leaves of them, the next one removes."""

LOCK_SECONDS = 300.0
"""How long a build waits for another one of the same folder."""


class Product(Enum):
    """What can be asked for with `only`."""

    CHARTS = "charts"
    DECK = "deck"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of a build. `languages` empty: all of the briefing; `only` empty: every product."""

    output: Path = Path("build")
    languages: tuple[str, ...] = ()
    only: tuple[Product, ...] = ()
    allow_failed_claims: bool = False

    def includes(self, product: Product) -> bool:
        """Whether the build makes that product."""
        return not self.only or product in self.only


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote (in order of writing, manifests included) and what it warned of."""

    written: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...] = ()
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found in files that build: warnings at most; `sources` are the files it read."""

    sources: tuple[str, ...]
    warnings: tuple[Diagnostic, ...] = ()


Progress = Callable[[str, int, int], None]
"""Told before each file: what is made, how many are done, how many there are in all."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """One briefing ready to be written."""

    source: Source
    build_id: str
    built: datetime
    layouts: tuple[Layouts, ...] = field(repr=False)


def build(
    *paths: str | Path, options: Options | None = None, progress: Progress = lambda what, done, of: None
) -> BuildResult:
    """Build the briefings that `paths` mean (see `report.sources`) and return the written files.

    Raises SourceError with every fault of all files, UsageError for a call that cannot be meant; nothing is written
    in either case.
    """
    options = options or Options()
    chosen = choose([Path(path) for path in paths])
    planned, warnings = _plan(chosen.sources, options)
    total = sum(_count(plan, options) for plan in planned)
    written: list[Path] = []
    for plan in planned:
        for path in _write(plan, options):
            written.append(path)
            progress(str(path), len(written), total)
    return BuildResult(tuple(written), warnings, chosen.notice)


def check(*paths: str | Path, allow_failed_claims: bool = False) -> CheckResult:
    """Read and check the briefings that `paths` mean, without building; raises SourceError with every fault."""
    chosen = choose([Path(path) for path in paths])
    _, warnings = _plan(chosen.sources, Options(allow_failed_claims=allow_failed_claims))
    return CheckResult(tuple(source.display for source in chosen.sources), warnings)


def _plan(sources: Sequence[Source], options: Options) -> tuple[tuple[_Planned, ...], tuple[Diagnostic, ...]]:
    """Everything up to layout for all sources; raises one SourceError with the faults of all of them."""
    planned: list[_Planned] = []
    faults: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    for source in sources:
        try:
            plan, found = _plan_one(source, options)
        except SourceError as error:
            faults += error.diagnostics
            continue
        planned.append(plan)
        warnings += found
    if faults:
        raise SourceError(in_file_order([*faults, *warnings]))
    return tuple(planned), in_file_order(warnings)


def _plan_one(source: Source, options: Options) -> tuple[_Planned, tuple[Diagnostic, ...]]:
    story = pipeline.read(source)
    languages = tuple(language for language in story.languages if language in (options.languages or story.languages))
    unknown = [language for language in options.languages if language not in story.languages]
    if unknown:
        known = ", ".join(story.languages)
        message = f'"{source.display}" is not written in language "{unknown[0]}", only in: {known}'
        raise UsageError([Diagnostic("unknown-language", message)])
    briefings, claim_warnings = pipeline.tell(story, languages, allow_failed_claims=options.allow_failed_claims)
    layouts, layout_warnings = pipeline.lay_out(briefings)
    fingerprint = hashlib.sha256(repr((story, options.allow_failed_claims)).encode("utf-8"))
    built = pipeline.build_date(story, _source_date_epoch())
    return _Planned(source, fingerprint.hexdigest()[:16], built, layouts), (*claim_warnings, *layout_warnings)


def _source_date_epoch() -> int | None:
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 11):
        message = f'SOURCE_DATE_EPOCH is "{text}", expected whole seconds since 1970'
        raise UsageError([Diagnostic("source-date-epoch", message)])
    return int(text)


# ------------------------------------------------------------------------------------------------------------ writing


def _write(plan: _Planned, options: Options) -> Iterator[Path]:
    folder = options.output / plan.source.name
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        _remove_unfinished(folder)
        old = _read_manifest(folder)
        files: dict[str, dict[str, object]] = {}
        for name, content in _files(plan, options):
            _write_whole(folder / name, content)
            files[name] = {
                "sha256": hashlib.sha256(content).hexdigest(),
                "bytes": len(content),
                "build": plan.build_id,
            }
            yield folder / name
        kept = {} if _is_complete(options) else {name: entry for name, entry in old.items() if name not in files}
        manifest = {"format": 1, "name": plan.source.name, "build": plan.build_id, "files": {**kept, **files}}
        _write_whole(folder / MANIFEST, _json(manifest))
        _remove_stale(folder, [name for name in old if name not in files and name not in kept])
        yield folder / MANIFEST


def _count(plan: _Planned, options: Options) -> int:
    charts = 2 * sum(len(layouts.deck.exhibits) for layouts in plan.layouts)
    documents = options.includes(Product.DECK) + options.includes(Product.SUMMARY)
    return charts * options.includes(Product.CHARTS) + documents * len(plan.layouts) + 1


def _files(plan: _Planned, options: Options) -> Iterator[tuple[str, bytes]]:
    """Every file of a briefing, name relative to its folder, in the order it is made."""
    for layouts in plan.layouts:
        language = layouts.briefing.language.code
        document = f"{language}/{plan.source.name}-{language}"
        pictures = _pictures(layouts, options)
        if options.includes(Product.CHARTS):
            for key, drawing in layouts.deck.exhibits.items():
                yield f"{language}/charts/{key}.png", pictures[key]
                yield f"{language}/charts/{key}.svg", pipeline.paint_svg(drawing)
        if options.includes(Product.DECK):
            yield f"{document}.pptx", pipeline.write_deck(layouts, pictures, plan.built)
        if options.includes(Product.SUMMARY):
            yield f"{document}.pdf", pipeline.write_summary(layouts, plan.built)


def _pictures(layouts: Layouts, options: Options) -> Mapping[str, bytes]:
    """The PNG files by key: those of the exhibits, and for the deck those of its other fields as well."""
    wanted = {
        **(layouts.deck.exhibits if options.includes(Product.CHARTS) else {}),
        **(layouts.deck.drawings if options.includes(Product.DECK) else {}),
    }
    return {key: pipeline.paint_png(drawing) for key, drawing in wanted.items()}


def _write_whole(target: Path, content: bytes) -> None:
    """Write beside the target and rename, so that the target is the old file or the new one, never a part."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise _unwritable(target, error) from error


def _locked(folder: Path) -> FileLock:
    lock = FileLock(folder / LOCK, timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        message = f'another build has held "{folder}" for more than {LOCK_SECONDS:.0f} seconds'
        raise ReportError([Diagnostic("locked", message)]) from error
    except OSError as error:
        raise _unwritable(folder, error) from error
    return lock


def _remove_unfinished(folder: Path) -> None:
    for leftover in sorted(folder.rglob(f"*{UNFINISHED}")):
        leftover.unlink()


def _remove_stale(folder: Path, names: Sequence[str]) -> None:
    """Remove files that only the old manifest names; a name that leads out of the folder is left alone."""
    root = folder.resolve()
    for name in names:
        path = (folder / name).resolve()
        if path.is_relative_to(root) and path.is_file():
            path.unlink()


def _is_complete(options: Options) -> bool:
    return not options.only and not options.languages


def _read_manifest(folder: Path) -> Mapping[str, object]:
    """The files that the manifest of an earlier build names; none if there is none or it is not ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    files = manifest.get("files") if isinstance(manifest, dict) else None
    return files if isinstance(files, dict) else {}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _unwritable(path: Path, error: OSError) -> ReportError:
    message = f'cannot write "{path}": {error.strerror or error}'
    return ReportError([Diagnostic("cannot-write", message, hint="close programs that hold it open, or use --output")])
