"""The command: arguments, printing, exit codes; no logic.

Help and wrong usage cost what click costs: what a build needs is reached through the package's own names, which are
loaded when a command uses them.

Exit codes: 0 done; 1 something in the user's files is wrong or cannot be written; 2 wrong usage; 70 a fault of ours;
130 and 143 (128 and the number of the signal) interrupted.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TextIO, TypeVar

import click

import report
from report.diagnostics import Diagnostic, ReportError, Severity, SourceError, UsageError
from report.internal_errors import activity, details, write_details
from report.kinds import ChartForm
from report.pipeline import DataForm, Product
from report.workers import Workers

SECONDS_BEFORE_PROGRESS = 1.0
"""A build shorter than this shows no progress bar."""

DOCUMENTS = (".pptx", ".pdf", ".xlsx")
"""Endings of the files that are presented and sent, whose paths a build ends with."""

TEXT, JSON = "text", "json"
"""The two forms of diagnostics; in JSON they are all that standard output holds."""

MOST_PRINTED = 500
"""Diagnostics that are told as text; nobody mends more at once, and a file that is no survey may have 250,000."""


class _Stopped(BaseException):
    """A signal that asks the command to end; what is unfinished is removed on the way out."""

    def __init__(self, number: int) -> None:
        self.number = number


class _OutputError(ReportError):
    """Standard output takes no more, whatever was to be printed there."""

    def __init__(self, error: OSError) -> None:
        reason = (error.strerror or "it is closed").lower()
        super().__init__([Diagnostic("cannot-write", f"cannot write standard output: {reason}")])


class _Command(click.Command):
    """A command whose faults are printed, in the form its `--format` asks for, and become exit codes."""

    def invoke(self, context: click.Context) -> None:
        """Run the command."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a path may hold what the terminal has no sign for
        context.exit(self._exit_code(context))

    def _exit_code(self, context: click.Context) -> int:
        try:
            with _stoppable():
                super().invoke(context)
        except ReportError as error:
            _tell(error, context.params.get("form", TEXT))
            return 2 if isinstance(error, UsageError) else 1
        except _Stopped as stopped:
            return _tell_stopped(stopped)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except Exception as error:  # noqa: BLE001  # whatever else it is, it is ours
            if behind := _stop_behind(error):
                return _tell_stopped(behind)
            _report_internal(error, context.params.get("output"))
            return 70
        return 0


class _Commands(click.Group):
    command_class = _Command

    def main(self, *arguments: Any, **choices: Any) -> Any:
        """Run a command; that standard output takes no help and no version is a fault as it is of all else."""
        try:
            return super().main(*arguments, **choices)
        except OSError as error:
            _discard(sys.stdout)
            _tell(_OutputError(error), TEXT)
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(report.__version__, prog_name="report")
def main() -> None:
    """Turn survey data into chart pictures, a PowerPoint briefing, a PDF summary and a workbook of tables."""


SOURCES = click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[BRIEFING|SURVEY|FOLDER]...")
ALLOW = click.option(
    "--allow-failed-claims",
    is_flag=True,
    help="Build although the data do not support a claim; the place is stamped. Not with status: final.",
)
FORM = click.option(
    "--format", "form", type=click.Choice([TEXT, JSON]), default=TEXT, show_default=True,
    help="How faults are told: for people, or as a JSON list on standard output.",
)  # fmt: skip


LANGUAGE = click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only this language; may be repeated."
)
ONLY = click.option(
    "--only", multiple=True, type=click.Choice([product.value for product in Product]),
    help="Only this product; may be repeated.",
)  # fmt: skip
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("build"), show_default=True,
    help="The folder that receives one folder a briefing.",
)  # fmt: skip
TEMPLATE = click.option(
    "--template", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
    help="A company's .pptx or .potx for the decks, in the place of the briefing's.",
)  # fmt: skip
CHARTS = click.option(
    "--charts", type=click.Choice([form.value for form in ChartForm]),
    help="Charts on slides as pictures, or native: to be edited in PowerPoint. Without it as the briefing says.",
)  # fmt: skip
FORCE = click.option("--force", is_flag=True, help="Write over decks that somebody edited, or that are open elsewhere.")
JOBS = click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N",
    help="Processes that a build may use; 1: none beside the first. Without it, as many as pay.",
)  # fmt: skip
Function = TypeVar("Function", bound=Callable[..., object])


def _choices(command: Function) -> Function:
    """What decides a build, given to a command in the order in which its help lists it."""
    for option in reversed((SOURCES, LANGUAGE, ONLY, OUTPUT, TEMPLATE, CHARTS, ALLOW, FORCE, JOBS)):
        command = option(command)
    return command


def _options(only: tuple[str, ...], charts: str | None, **same: Any) -> report.Options:
    return report.Options(
        only=tuple(Product(name) for name in only), charts=ChartForm(charts) if charts else None, **same
    )


@main.command("build")
@_choices
@FORM
@click.option("--quiet", is_flag=True, help="Say nothing but faults.")
@click.option("--verbose", is_flag=True, help="Name every file that is made.")
@click.option("--explain", is_flag=True, help="Tell what was made anew and why: which lines changed, which slides.")
@click.pass_obj
def build_command(
    workers: Workers | None,
    /,
    sources: tuple[Path, ...],
    *,
    output: Path,
    form: str,
    quiet: bool,
    verbose: bool,
    **choices: Any,
) -> None:
    """Build briefings. None given: ./briefing.yaml, else ./survey.yaml, else every folder in ./data, else the
    survey that ships.
    """
    options = _options(output=output, **choices)
    started = time.monotonic()
    with _progress(is_wanted=not quiet and not verbose, started=started) as progress:
        try:
            result = report.build(*sources, options=options, progress=progress, workers=workers)
        except report.SparedError as spared:  # all else is built, and is told before what it is not
            _print_built(spared.result, output, started, form=form, quiet=quiet, verbose=verbose)
            raise
    _print_all(result.warnings, form)
    _print_built(result, output, started, form=form, quiet=quiet, verbose=verbose)


def _print_built(
    result: report.BuildResult, output: Path, started: float, *, form: str, quiet: bool, verbose: bool
) -> None:
    if form == JSON:
        return
    if result.notice and not quiet:
        _print(result.notice, is_error=True)
    if verbose:
        for path in result.written:
            _print(str(path))
    elif not quiet:
        _print(f"{_summed_up(result, output)} ({time.monotonic() - started:.1f} s)")
        for path in (*result.written, *result.standing):
            if path.suffix in DOCUMENTS:
                _print(str(path))
    for explanation in result.explanations:
        _print(explanation.as_text())


@main.command("watch")
@_choices
def watch_command(sources: tuple[Path, ...], **choices: Any) -> None:
    """Build briefings, and again whenever one of their files is saved, until Ctrl-C. Faults are shown, and what was
    built before stands until they are mended.
    """
    try:
        for done in report.watch(*sources, options=_options(**choices)):
            _print_round(done)
    except (_Stopped, KeyboardInterrupt):  # the second while nothing is built, for so watchfiles tells of any signal
        _print("no longer watching")


def _print_round(done: report.Round) -> None:
    _print_all(done.told)
    _print(f"{time.strftime('%H:%M:%S')} {done.as_text()}")


@main.command("preview")
@SOURCES
@LANGUAGE
@TEMPLATE
@CHARTS
@ALLOW
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
def preview_command(sources: tuple[Path, ...], *, no_browser: bool, **choices: Any) -> None:
    """Show briefings on a page in the browser, anew whenever one of their files is saved, until Ctrl-C: slides before
    they are written, pages of the PDF, pictures, and faults where they stand. No output is written.
    """

    def opened(address: str) -> None:
        _print(f"{address}\nfor a browser on this machine; Ctrl-C ends it")
        if not no_browser:
            import webbrowser  # which costs as much as half of the help of every command

            webbrowser.open(address)

    try:
        with closing(report.preview(*sources, options=_options(only=(), **choices), opened=opened)) as rounds:
            for done in rounds:
                _print_all(done.faults)
                _print(f"{time.strftime('%H:%M:%S')} {done.as_text()}")
    except (_Stopped, KeyboardInterrupt):
        _print("no longer shown")


def _summed_up(result: report.BuildResult, output: Path) -> str:
    if not result.standing:
        return f"{len(result.written)} files in {output}"
    if not result.written:
        return f"nothing to do: the {len(result.standing)} files in {output} are as they would be built"
    return f"{len(result.written)} files in {output}; {len(result.standing)} others are as they would be built"


@main.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[BRIEFING|SURVEY|FOLDER|DECK|PDF]...")
@ALLOW
@click.option("--send", is_flag=True, help="Of decks, tell what must not leave the house with them, too.")
@FORM
@click.pass_obj
def check_command(
    workers: Workers | None, /, files: tuple[Path, ...], *, allow_failed_claims: bool, send: bool, form: str
) -> None:
    """Read and check briefings without building them, and finished decks and PDFs, whoever made them."""
    result = report.check(*files, allow_failed_claims=allow_failed_claims, send=send, workers=workers)
    _print_all(result.warnings, form)
    if form == TEXT:
        for source in result.sources:
            _print(f"{source}: {'no errors' if result.warnings else 'no faults'}")


@main.command("init")
@click.argument("file", type=click.Path(path_type=Path), metavar="SURVEY.yaml|DATA")
@click.option("--sheet", metavar="NAME", help="Of a workbook with several sheets, the one to read.")
@click.option(
    "--of", type=click.Choice([form.value for form in DataForm]),
    help="What a data file holds: a row a respondent, or a table of percentages. Without it, it is found out.",
)  # fmt: skip
def init_command(file: Path, *, sheet: str | None, of: str | None) -> None:
    """Write a file to begin with, and never over one that stands: of a survey.yaml the story that it tells by itself,
    as briefing.yaml beside it; of a data file (.sav .zsav .dta .csv .tsv .parquet .xlsx) its survey.yaml.
    """
    result = report.init(file, sheet=sheet, of=DataForm(of) if of else None)
    _print_all(result.warnings)
    for path in result.written:
        _print(str(path))


@main.command("template")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
def template_command(file: Path) -> None:
    """Tell what a company's template (.pptx, .potx) offers, and which of its layouts decks stand on."""
    _print(report.explain_template(file))


@main.command("schema")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[FOLDER]")
def schema_command(folder: Path) -> None:
    """Write JSON Schemas of survey.yaml, briefing.yaml and theme.yaml for editors (default: to the current folder)."""
    for path in report.export_schemas(folder):
        _print(str(path))


@contextmanager
def _progress(*, is_wanted: bool, started: float) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error that appears only once a build has taken a while, and only on a terminal."""
    bars: list[click._termui_impl.ProgressBar[str]] = []

    def show(what: str, done: int, total: int) -> None:
        if time.monotonic() - started < SECONDS_BEFORE_PROGRESS:
            return
        if not bars:
            bars.append(click.progressbar(length=total, label="Building", item_show_func=str, file=sys.stderr))
        bars[0].update(done - bars[0].pos, what)
        bars[0].render_progress()

    try:
        yield show if is_wanted and sys.stderr.isatty() else lambda what, done, total: None
    finally:
        for bar in bars:
            bar.render_finish()


@contextmanager
def _stoppable() -> Iterator[None]:
    """Signals that ask for an end become `_Stopped`, once; one that the caller has ignored stays ignored."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [number for name in names if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.getsignal(number) for number in numbers}
    heeded = [number for number in numbers if before[number] is not signal.SIG_IGN]

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in heeded:
            signal.signal(each, signal.SIG_IGN)
        raise _Stopped(number)

    for number in heeded:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])


def _report_internal(error: Exception, output: Path | None) -> None:
    text = details(error, report.__version__, sys.argv[1:])
    path = write_details(text, output)
    where = f'details in "{path}"' if path else "the details, which no file could take, follow"
    ask = "please send them, with the YAML files, to those who maintain befund"
    _print(f"internal error while {activity(error)}: {where}; {ask}", is_error=True)
    if path is None:
        _print(text, is_error=True)


def _stop_behind(error: Exception) -> _Stopped | None:
    """The signal that led to an error, as where a library closes what it was writing (zipfile, with a ValueError)."""
    behind: BaseException | None = error
    while behind and not isinstance(behind, _Stopped):
        behind = behind.__context__
    return behind if isinstance(behind, _Stopped) else None


def _tell_stopped(stopped: _Stopped) -> int:
    _print(f"interrupted by {signal.Signals(stopped.number).name}: no file is left half-written", is_error=True)
    return 128 + stopped.number


def _tell(error: ReportError, form: str) -> None:
    """Print faults, and on standard error that standard output takes none."""
    try:
        _print_all(error.diagnostics, TEXT if isinstance(error, _OutputError) else form)
    except _OutputError as unprinted:
        _print_all(unprinted.diagnostics)
    if isinstance(error, SourceError) and form == TEXT:
        _print(f"\n{_counted(error.diagnostics)}", is_error=True)


def _counted(diagnostics: Sequence[Diagnostic]) -> str:
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    count = f"{len(errors)} fault{'' if len(errors) == 1 else 's'}"
    return count if all(each.in_finished for each in errors) else f"{count}; nothing was built"


def _print_all(diagnostics: Sequence[Diagnostic], form: str = TEXT) -> None:
    if form == JSON:
        _print(json.dumps([diagnostic.as_json() for diagnostic in diagnostics], ensure_ascii=False, indent=1))
    elif diagnostics:
        errors_first = sorted(diagnostics, key=lambda each: each.severity is not Severity.ERROR)
        kept = {id(each) for each in errors_first[:MOST_PRINTED]}
        told = [each.as_text() for each in diagnostics if id(each) in kept]
        n_more = len(diagnostics) - len(told)
        _print("\n\n".join([*told, *([f"and {n_more} more: mend these first"] if n_more else [])]), is_error=True)


def _print(text: str, *, is_error: bool = False) -> None:
    """Print a line; that the reader has gone (`| head -1`) is no fault, that standard output takes no more is one."""
    stream = sys.stderr if is_error else sys.stdout
    try:
        click.echo(text, file=stream)
    except OSError as error:
        _discard(stream)
        if not is_error and not isinstance(error, BrokenPipeError):
            raise _OutputError(error) from error


def _discard(stream: TextIO) -> None:
    """Let the stream lead nowhere, so that what it still holds is not tried again when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
