"""Around the pipeline: what is chosen, read, told and laid out; then what is made of it and where it is written.

All briefings are laid out before the first file is made, so that a fault of an author anywhere changes nothing. How a
folder of outputs is written is `report.output_folder`'s to say, which files there are is `report.products`'.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from report import build_record, pipeline
from report.build_record import BuildRecord
from report.diagnostics import Diagnostic, ReportError, SourceError, UsageError, in_file_order
from report.edited_decks import why_spared
from report.file_names import BRIEFING, SURVEY, is_meant_as_data, is_pdf
from report.frozen import frozen
from report.internal_errors import doing
from report.kinds import ChartForm
from report.manifest import MANIFEST
from report.output_folder import OutputFolder
from report.pipeline import DataForm, Draft, Layouts, Material, Product, Source
from report.products import Step, filled, load_beside, pays_beside, steps
from report.second_process import SecondProcess, second_process
from report.sources import Chosen, choose, data_of, finished_among, survey_of
from report.whole_files import replace_whole, unwritable, write_new

RESPONDENTS = ".respondents"
"""The folder beside the outputs in which what was read of respondents lasts from one build to the next."""


@frozen
class Options:
    """The choices of a build. `languages` empty: all of the briefing; `only` empty: every product.

    force: write over decks that somebody edited, or that are open in another program.
    template: for the decks, in the place of that which a briefing names. charts: what they are on slides, where an
    exhibit does not say so itself; None: what the briefing says.

    What a build with `languages` or `only` does not make, it leaves as earlier builds made it.
    """

    output: Path = Path("build")
    languages: tuple[str, ...] = ()
    only: tuple[Product, ...] = ()
    allow_failed_claims: bool = False
    force: bool = False
    template: Path | None = None
    charts: ChartForm | None = None

    @property
    def products(self) -> tuple[Product, ...]:
        """What the build makes of each language."""
        return self.only or tuple(Product)

    @property
    def is_whole(self) -> bool:
        """Whether everything is made that a briefing gives."""
        return not self.only and not self.languages


@frozen
class BuildResult:
    """The files a build made (in order of making, manifests included) and what it warned of.

    standing: the files of briefings of which it would have made the same again, and so made nothing.
    """

    written: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...] = ()
    notice: str | None = None
    standing: tuple[Path, ...] = ()


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
class _Planned:
    """One briefing ready to be written. built: the date that its outputs carry. warnings: of what it was made from."""

    source: Source
    build_id: str
    built: datetime
    layouts: tuple[Layouts, ...] = field(repr=False)
    warnings: tuple[Diagnostic, ...] = ()


@frozen
class _Decided:
    """A briefing, and whether something is to be made of it: `standing` is what a build would only make again.

    by: the digest of what decides it, None where that cannot be told. record: where this is kept.
    """

    source: Source
    by: str | None
    record: Path
    standing: BuildRecord | None


def build(
    *paths: str | Path, options: Options | None = None, progress: Progress = lambda what, done, of: None
) -> BuildResult:
    """Build the briefings that `paths` mean (see `report.sources`) and return the files.

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
    with second_process() as second:
        kept = options.output / RESPONDENTS
        beside = second if pays_beside(options.products) else None
        planned, warnings = _plan([each.source for each in begun], options, beside, kept, told=told)
        made = [steps(plan.layouts, plan.source.name, plan.built, options.products, second) for plan in planned]
        total, done = sum(len(its_steps) + 1 for its_steps in made), 0
        written, spared = list[Path](), list[Diagnostic]()
        for its, plan, its_steps in zip(begun, planned, made, strict=True):
            its_files, its_spared = _write(plan, its_steps, options, partial(_tell, progress, total, done))
            if its.by and not its_spared:
                folder = options.output / plan.source.name
                build_record.write_record(its.record, its.by, folder, [step.file for step in its_steps], plan.warnings)
            written += its_files
            spared += its_spared
            done += len(its_steps) + 1
    standing = [
        options.output / each.source.name / name for each in decided if each.standing for name in each.standing.files
    ]
    result = BuildResult(tuple(written), warnings, chosen.notice, tuple(standing))
    if spared:
        raise SparedError([*warnings, *spared], result)
    return result


def _decide(source: Source, options: Options) -> _Decided:
    """Whether the options make anything new of a briefing; before any of it is read, so that no change is missed."""
    choices = (
        *(f"language {language}" for language in options.languages),
        *(f"only {product.value}" for product in options.only),
        f"charts {options.charts.value if options.charts else ''}",
        f"allow failed claims {options.allow_failed_claims}",
    )
    by = build_record.decided_by(source, choices, options.template, options.output)
    record = build_record.record_path(options.output, source.name, (*choices, str(options.template or "")))
    return _Decided(source, by, record, build_record.standing_build(record, by, options.output / source.name))


def _write(
    plan: _Planned, steps: Sequence[Step], options: Options, tell: Callable[[str, int], None]
) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """Make the files of one briefing; their paths, and why decks are not among them.

    tell: takes what is done next and how much of this briefing is done.
    """
    path = options.output / plan.source.name
    with OutputFolder(path, on_wait=lambda: tell(f'waiting for another build of "{path}"', 0)) as folder:
        for done, step in enumerate(steps):
            tell(step.what, done)
            with doing(step.what):
                made = step.make()
            folder.stage(step.file, made.content, plan.build_id, made.fingerprint)
        tell(f'settling "{path}"', len(steps))
        with doing(f'settling "{path}"'):
            spares = partial(why_spared, is_forced=options.force)
            spared = folder.settle(plan.build_id, keeps=partial(_stays, plan, options), spares=spares)
    written = [step.file for step in steps if step.file not in spared]
    return [path / name for name in (*written, MANIFEST)], tuple(spared.values())


def _stays(plan: _Planned, options: Options, name: str) -> bool:
    """Whether a file of an earlier build stays that this one has not made: not in a folder that it fills as a whole.

    There it may be a picture of a finding that the data no longer support.
    """
    return not options.is_whole and not name.startswith(filled(plan.layouts, options.products))


def check(*paths: str | Path, allow_failed_claims: bool = False, send: bool = False) -> CheckResult:
    """Read and check the briefings that `paths` mean, without building, and the finished decks and PDFs they name.

    Raises SourceError with every fault. send: tell of decks what must not leave the house with them, too.
    """
    given = [Path(path) for path in paths]
    finished = finished_among(given)
    if send and all(is_pdf(path.name) for path in finished):
        hint = "name the .pptx file that is to be sent"
        raise UsageError([Diagnostic("no-deck", "--send looks at finished decks, and none is named", hint=hint)])
    others = [path for path in given if path not in finished]
    chosen = Chosen(()) if finished and not others else choose(others)
    found = [fault for file in finished for fault in _check_finished(file, is_sent=send)]
    try:
        _, warnings = _plan(chosen.sources, Options(allow_failed_claims=allow_failed_claims))
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


def _plan(
    sources: Sequence[Source],
    options: Options,
    second: SecondProcess | None = None,
    kept: Path | None = None,
    *,
    told: Sequence[Diagnostic] = (),
) -> tuple[tuple[_Planned, ...], tuple[Diagnostic, ...]]:
    """Everything up to layout for all sources; raises one SourceError with the faults of all of them.

    second: begins where files are sound, in time for what is laid out. kept: where what was read of respondents lasts.
    told: warnings of others, which are told with theirs.
    """
    planned: list[_Planned] = []
    faults: list[Diagnostic] = []
    for source in sources:
        try:
            planned.append(_plan_one(source, options, second, kept))
        except SourceError as error:
            faults += error.diagnostics
    warnings = [*told, *(warning for plan in planned for warning in plan.warnings)]
    if faults:
        raise SourceError(in_file_order([*faults, *warnings]))
    return tuple(planned), in_file_order(warnings)


def _plan_one(source: Source, options: Options, second: SecondProcess | None, kept: Path | None) -> _Planned:
    with doing(f'reading "{source.display}"'):
        material = pipeline.read(source, options.template, kept)
        story = material.story
        decides: tuple[object, ...] = (story.digest, story.survey.digest, options.allow_failed_claims)
        if options.charts:
            decides = (*decides, options.charts.value)
        if options.template and material.company:
            decides = (*decides, hashlib.sha256(material.company.template.content).hexdigest())
        if material.brand and material.brand.digest:
            decides = (*decides, material.brand.digest)
        build_id = hashlib.sha256(repr(decides).encode("utf-8")).hexdigest()[:16]
        built = pipeline.build_date(story, _source_date_epoch())
    languages = languages_of(material, source, options)
    if second and not any(fault.is_error for fault in material.faults):
        second.begin(partial(load_beside, options.products))
    with doing(f'composing "{source.display}"'):
        telling = pipeline.tell(
            material, languages, allow_failed_claims=options.allow_failed_claims, charts=options.charts
        )
    with doing(f'laying out "{source.display}"'):
        layouts, warnings = pipeline.lay_out(telling, products=options.products)
    return _Planned(source, build_id, built, layouts, warnings)


def languages_of(material: Material, source: Source, options: Options) -> tuple[str, ...]:
    """Those of the story's languages that are asked for; raises UsageError for one that it is not written in.

    Which ones faulty files are written in cannot be said.
    """
    story, is_sound = material.story, not any(fault.is_error for fault in material.faults)
    unknown = [language for language in options.languages if language not in story.languages]
    if unknown and is_sound:
        known = ", ".join(story.languages)
        message = f'"{source.display}" is not written in language "{unknown[0]}", only in: {known}'
        raise UsageError([Diagnostic("unknown-language", message)])
    return tuple(language for language in story.languages if language in (options.languages or story.languages))


def _source_date_epoch() -> int | None:
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 11):
        message = f'SOURCE_DATE_EPOCH is "{text}", expected whole seconds since 1970'
        raise UsageError([Diagnostic("source-date-epoch", message)])
    return int(text)
