"""Around the pipeline: what is chosen, read, told and laid out; then what is made of it and where it is written.

All briefings are laid out before the first file is made, so that a fault of an author anywhere changes nothing. How a
folder of outputs is written is `report.output_folder`'s to say, which files there are is `report.products`'.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from report import build_record, pipeline
from report.build_record import BuildRecord, Deciding
from report.diagnostics import Diagnostic, ReportError, SourceError, UsageError, in_file_order
from report.explaining import Explanation, causes_of
from report.file_names import BRIEFING, SURVEY, is_meant_as_data, is_pdf
from report.frozen import frozen
from report.internal_errors import doing
from report.making import make
from report.manifest import MANIFEST
from report.options import Options
from report.packing import Packing
from report.pipeline import DataForm, Draft, Source
from report.planning import Hold, Workshop, forget, plan_all
from report.products import Means
from report.program import program_digest
from report.sources import Chosen, choose, data_of, finished_among, survey_of
from report.store import Store
from report.whole_files import replace_whole, unwritable, write_new
from report.workers import Workers, n_processors
from report.workers import workers as some_workers

RESPONDENTS = ".respondents"
"""The folder beside the outputs in which what was read of respondents lasts from one build to the next."""

STORE = ".store"
"""The folder beside the outputs that holds what was made once."""

MOST_JOBS = 4
"""Processes that a build uses where nobody says: pictures and pages keep no more of them busy beside the decks."""

BRIEFINGS_BEFORE_COLLECTION = 4
"""After which workers look for what is left of documents: some 4 MB of each deck, in few objects."""


@frozen
class BuildResult:
    """The files a build made (in order of making, manifests included) and what it warned of.

    standing: the files of briefings of which it would have made the same again, and so made nothing. explanations: of
    every briefing, if they were asked for.
    """

    written: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...] = ()
    notice: str | None = None
    standing: tuple[Path, ...] = ()
    explanations: tuple[Explanation, ...] = ()


class SparedError(ReportError):
    """Decks that somebody edited or has open, which a build left as they are; what it did make is in `result`."""

    def __init__(self, diagnostics: Sequence[Diagnostic], result: BuildResult) -> None:
        self.result = result
        super().__init__(diagnostics)


@frozen
class CheckResult:
    """What a check found in files that are sound: warnings at most; `sources` are the files it read."""

    sources: tuple[str, ...]
    warnings: tuple[Diagnostic, ...] = ()


Progress = Callable[[str, int, int], None]
"""Told before each step: what is done ('painting "de/charts/goals.png"'), how many are, how many there are in all."""


@frozen
class _Decided:
    """A briefing, and whether something is to be made of it: `standing` is what a build would only make again.

    by: what decides it, None where that cannot be told. record: where this is kept; before: what was kept there.
    """

    source: Source
    by: Deciding | None
    record: Path
    before: BuildRecord | None
    standing: BuildRecord | None

    @property
    def is_new(self) -> bool:
        """Whether nothing was made of it before."""
        return self.before is None

    @property
    def is_shown_anew(self) -> bool:
        """Whether more than the words of the briefing has changed, so that there are likely pictures to paint."""
        before, now = self.before.decided_by.parts if self.before else {}, self.by.parts if self.by else {}
        changed = {name for name in {*before, *now} if before.get(name) != now.get(name)}
        return not changed or bool(changed - {self.source.path.name})

    def causes(self, output: Path) -> tuple[str, ...]:
        """Why something is made of it. output: the folder of all outputs."""
        has_others = build_record.has_records(output, self.source.name)
        return causes_of(self.before, self.by, output / self.source.name, has_others=has_others)


def build(
    *paths: str | Path,
    options: Options | None = None,
    progress: Progress = lambda what, done, of: None,
    workers: Workers | None = None,
) -> BuildResult:
    """Build the briefings that `paths` mean (see `report.sources`) and return the files.

    workers: of the command, where it has begun some.

    Of a briefing that would give again what stands nothing is made (see `report.build_record`).
    Raises SourceError with every fault of all files, UsageError for a call that cannot be meant: nothing is written
    then. SparedError tells of decks that were not written over; all else is built. Any other ReportError is a fault of
    writing (`report.output_folder`); briefings before it are built.
    """
    options = options or Options()
    chosen = choose([Path(path) for path in paths])
    decided = [_decide(source, options) for source in chosen.sources]
    told = [warning for each in decided if each.standing for warning in each.standing.warnings]
    begun = [each for each in decided if not each.standing]
    with some_workers(_n_workers(options, begun), workers) as others:
        hold: Hold = Packing().packed if len(begun) > 1 else lambda laid_out: lambda: laid_out
        store = Store(options.output / STORE, made_by=program_digest())
        workshop = Workshop(
            options,
            hold,
            others,
            is_new=any(each.is_new for each in begun),
            is_shown_anew=any(each.is_shown_anew for each in begun),
            is_alone=len(begun) == 1,
            respondents=options.output / RESPONDENTS,
            store=store,
        )
        planned, warnings = plan_all([each.source for each in begun], workshop, told=told)
        total, done = sum(plan.n_steps for plan in planned), 0
        written, spared = list[Path](), list[Diagnostic]()
        explained = [Explanation(each.source.name, ("nothing changed",)) for each in decided if each.standing]
        for number, (its, plan) in enumerate(zip(begun, planned, strict=True), 1):
            means = Means(others, store)
            why = its.causes(options.output) if options.explain else None
            made = make(plan, workshop, means, partial(_tell, progress, total, done), why)
            explained += [made.explanation] if made.explanation else []
            folder = options.output / plan.source.name
            if its.by and not made.spared:
                build_record.write_record(its.record, its.by, folder, made.files, plan.warnings)
            written += [folder / name for name in (*made.replaced, MANIFEST)]
            spared += made.spared.values()
            done += plan.n_steps
            if plan is not planned[-1]:
                gc.collect()  # documents refer to themselves in circles
                if number % BRIEFINGS_BEFORE_COLLECTION == 0:
                    others.collect()
        store.trim()
    standing = [
        options.output / each.source.name / name for each in decided if each.standing for name in each.standing.files
    ]
    result = BuildResult(
        tuple(written), warnings, chosen.notice, tuple(standing), tuple(explained) if options.explain else ()
    )
    if spared:
        raise SparedError([*warnings, *spared], result)
    return result


def _n_workers(options: Options, begun: Sequence[_Decided]) -> int:
    """How many processes do work for the first one: one that reads and one that paints, which wait for one another.

    More only where several briefings give them enough.
    """
    most = MOST_JOBS if len(begun) > 1 else 3
    return options.jobs - 1 if options.jobs else _usual_workers(max(3, min(n_processors(), most)) - 1)


def _usual_workers(n: int) -> int:
    """So many, and none on a machine of one processor."""
    return n if n_processors() > 1 else 0


def _decide(source: Source, options: Options) -> _Decided:
    """Whether the options make anything new of a briefing; before any of it is read, so that no change is missed."""
    choices = (
        *(f"language {language}" for language in options.languages),
        *(f"only {product.value}" for product in options.only),
        f"charts {options.charts.value if options.charts else ''}",
        f"allow failed claims {options.allow_failed_claims}",
    )
    by = build_record.deciding(source, choices, options.template, options.output)
    record = build_record.record_path(options.output, source.name, (*choices, str(options.template or "")))
    before = build_record.read_record(record) if by else None
    stands = build_record.standing_build(before, by, options.output / source.name)
    return _Decided(source, by, record, before, before if stands else None)


def check(
    *paths: str | Path, allow_failed_claims: bool = False, send: bool = False, workers: Workers | None = None
) -> CheckResult:
    """Read and check the briefings that `paths` mean, without building, and the finished decks and PDFs they name.

    Raises SourceError with every fault. send: tell of decks what must not leave the house with them, too. workers: of
    the command, where it has begun some.
    """
    given = [Path(path) for path in paths]
    finished = finished_among(given)
    if send and all(is_pdf(path.name) for path in finished):
        hint = "name the .pptx file that is to be sent"
        raise UsageError([Diagnostic("no-deck", "--send looks at finished decks, and none is named", hint=hint)])
    others = [path for path in given if path not in finished]
    chosen = Chosen(()) if finished and not others else choose(others)
    found = [fault for file in finished for fault in _check_finished(file, is_sent=send)]
    options = Options(allow_failed_claims=allow_failed_claims)
    try:
        # What is read of respondents is removed by this process, however a worker ends.
        with TemporaryDirectory() as folder, some_workers(_usual_workers(1), workers) as reader:
            workshop = Workshop(
                options, forget, reader, is_checking=True, is_alone=len(chosen.sources) == 1, respondents=Path(folder)
            )
            _, warnings = plan_all(chosen.sources, workshop)
    except SourceError as error:
        raise SourceError(in_file_order((*error.diagnostics, *found))) from None
    told = in_file_order((*warnings, *found))
    if any(fault.is_error for fault in found):
        raise SourceError(told)
    return CheckResult((*(source.display for source in chosen.sources), *map(str, finished)), told)


def _check_finished(path: Path, *, is_sent: bool) -> tuple[Diagnostic, ...]:
    with doing(f'checking "{path}"'):
        if is_pdf(path.name):
            return pipeline.check_pdf(path, str(path))
        return pipeline.check_deck(path, str(path), is_sent=is_sent)


def explain_template(path: str | Path) -> str:
    """What a company's template offers, and what of it decks stand on, as text.

    Raises SourceError where no deck can stand on it.
    """
    with doing(f'reading "{path}"'):
        return pipeline.explain_template(Path(path), str(path))


def export_schemas(folder: str | Path = ".") -> tuple[Path, ...]:
    """Write the JSON Schemas of survey.yaml, briefing.yaml and theme.yaml into a folder; the written paths."""
    folder = Path(folder)
    return tuple(_write_schema(folder / name, schema) for name, schema in pipeline.schemas().items())


def init(path: str | Path, *, sheet: str | None = None, of: DataForm | None = None) -> BuildResult:
    """Write what a survey tells by itself as the briefing.yaml beside it; beside a data file, the survey.yaml of it.

    With the JSON Schema for editors. sheet: of a workbook with several. of: what a data file holds, where nobody shall
    guess. Raises SourceError with the faults of the file, UsageError where there is none, ReportError where what would
    be written stands already (it is never overwritten) or nothing can be written.
    """
    if is_meant_as_data(Path(path).name) and not Path(path).is_dir():
        return _init_survey(data_of(Path(path)), sheet, of)
    source = survey_of(Path(path))
    with doing(f'reading "{source.display}"'):
        draft = pipeline.draft(source)
    return _written_draft(source.path.with_name(BRIEFING), draft, pipeline.BRIEFING_SCHEMA)


def _init_survey(data: Source, sheet: str | None, of: DataForm | None) -> BuildResult:
    path = data.path.with_name(SURVEY)
    shown = Path(data.display).with_name(SURVEY)
    if path.exists():  # told before a large file is read
        raise _stands(shown)
    year = datetime.fromtimestamp(data.path.stat().st_mtime, UTC).year
    with doing(f'reading "{data.display}"'):
        draft = pipeline.draft_survey(data.path, data.display, year, sheet=sheet, of=of)
    return _written_draft(shown, draft, pipeline.SURVEY_SCHEMA)


def _written_draft(path: Path, draft: Draft, schema: str) -> BuildResult:
    """Write a drafted file and the schema beside it."""
    try:
        write_new(path, draft.text.encode("utf-8"))
    except FileExistsError as error:
        raise _stands(path) from error
    except OSError as error:
        raise ReportError([unwritable(path, error)]) from error
    return BuildResult((path, _write_schema(path.with_name(schema), draft.schema)), draft.warnings)


def _stands(path: Path) -> ReportError:
    hint = "move it away, or give it another name, to begin anew"
    if path.name == SURVEY:
        message = f'"{path}" stands already, and a survey is never overwritten'
        return ReportError([Diagnostic("survey-exists", message, hint=hint)])
    message = f'"{path}" stands already, and a briefing is never overwritten'
    return ReportError([Diagnostic("briefing-exists", message, hint=hint)])


def _write_schema(path: Path, schema: Mapping[str, object]) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))
    except OSError as error:
        raise ReportError([unwritable(path, error)]) from error
    return path


def _tell(progress: Progress, total: int, before: int, what: str, done: int) -> None:
    progress(what, before + done, total)
