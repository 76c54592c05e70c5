"""The command: arguments, printing, exit codes; no logic.

Exit codes: 0 done; 1 something in the user's files is wrong or cannot be written; 2 wrong usage.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from report import __version__
from report.diagnostics import Diagnostic, ReportError, UsageError
from report.outputs import Options, Product, build, check

SECONDS_BEFORE_PROGRESS = 1.0
"""A build shorter than this shows no progress bar."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="report")
def main() -> None:
    """Turn survey data into chart pictures, a PowerPoint briefing and a PDF summary."""


SOURCES = click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[BRIEFING|SURVEY|FOLDER]...")
ALLOW = click.option(
    "--allow-failed-claims",
    is_flag=True,
    help="Build although the data do not support a claim; the place is stamped. Not with status: final.",
)


@main.command("build")
@SOURCES
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language; may be repeated.")
@click.option(
    "--only", multiple=True, type=click.Choice([product.value for product in Product]),
    help="Only this product; may be repeated.",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("build"), show_default=True,
    help="The folder that receives one folder a briefing.",
)  # fmt: skip
@ALLOW
@click.option("--quiet", is_flag=True, help="Say nothing but faults.")
@click.option("--verbose", is_flag=True, help="Name every file that is written.")
def build_command(
    sources: tuple[Path, ...],
    *,
    languages: tuple[str, ...],
    only: tuple[str, ...],
    output: Path,
    allow_failed_claims: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build briefings. None given: ./briefing.yaml, else ./survey.yaml, else every folder in ./data, else the
    survey that ships.
    """
    options = Options(
        output=output,
        languages=languages,
        only=tuple(Product(name) for name in only),
        allow_failed_claims=allow_failed_claims,
    )
    started = time.monotonic()
    bar = _ProgressBar(is_wanted=not quiet and not verbose, started=started)

    def work() -> None:
        result = build(*sources, options=options, progress=bar.show)
        bar.close()
        _print_all(result.warnings)
        if result.notice and not quiet:
            click.echo(result.notice, err=True)
        if verbose:
            for path in result.written:
                click.echo(str(path))
        elif not quiet:
            seconds = time.monotonic() - started
            click.echo(f"{len(result.written)} files in {output} ({seconds:.1f} s)")

    _reporting(work)


@main.command("check")
@SOURCES
@ALLOW
def check_command(sources: tuple[Path, ...], *, allow_failed_claims: bool) -> None:
    """Read and check briefings without building them."""

    def work() -> None:
        result = check(*sources, allow_failed_claims=allow_failed_claims)
        _print_all(result.warnings)
        for source in result.sources:
            click.echo(f"{source}: no faults")

    _reporting(work)


class _ProgressBar:
    """A bar on standard error that appears only once a build has taken a while, and only on a terminal."""

    def __init__(self, *, is_wanted: bool, started: float) -> None:
        self._is_wanted = is_wanted and sys.stderr.isatty()
        self._started = started
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    def show(self, _what: str, done: int, total: int) -> None:
        if not self._is_wanted or time.monotonic() - self._started < SECONDS_BEFORE_PROGRESS:
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="Building", file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()


def _reporting(work: Callable[[], None]) -> None:
    """Run `work`; faults are printed and become exit codes."""
    try:
        work()
    except UsageError as error:
        _print_all(error.diagnostics)
        sys.exit(2)
    except ReportError as error:
        _print_all(error.diagnostics)
        count = len(error.diagnostics)
        click.echo(f"\n{count} fault{'' if count == 1 else 's'}; nothing was built", err=True)
        sys.exit(1)


def _print_all(diagnostics: tuple[Diagnostic, ...]) -> None:
    click.echo("\n\n".join(diagnostic.as_text() for diagnostic in diagnostics), err=True, nl=bool(diagnostics))
