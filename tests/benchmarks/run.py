"""Times whole processes in turn, caches warm, and prints medians and their ratios to the straight script.

    python -m tests.benchmarks.run [ROUNDS]

Seconds drift on a shared machine; the ratio of two runs that stand side by side does not, so it is the ratio of each
round whose median is taken. What a question costs in surveys of growing size is timed once each.
"""

import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from report.pipeline import house_fonts
from tests.benchmarks.large_surveys import briefing_of, survey_of
from tests.benchmarks.painting import painting_cost
from tests.benchmarks.tagging import tagging_cost

HERE = Path(__file__).resolve().parent
ROUNDS = 7

OUTPUT = Path("OUTPUT")
"""Stands for the folder of a command's outputs."""


def _build(source: Path, *options: str) -> tuple[str | Path, ...]:
    return ("-m", "report", "build", "--quiet", source, *options, "--output", OUTPUT)


BUILD = _build(HERE / "briefing")

COMMANDS: dict[str, tuple[str | Path, ...]] = {
    "straight": (HERE / "straight.py", HERE / "straight.json", OUTPUT),
    "limit": (HERE / "limit.py", HERE / "straight.json", OUTPUT),
    "deck and summary": (*BUILD, "--only", "deck", "--only", "summary"),
    "everything": BUILD,
    "nothing changed": BUILD,
    "check": ("-m", "report", "check", HERE / "briefing"),
    "help": ("-m", "report", "--help"),
}
"""What is timed: arguments of Python. The straight script makes no chart files beside its documents, so "deck and
summary" is its like. Every one finds an empty folder, but for "nothing changed", which finds what it made before."""

SIZES = (10, 40, 160, 400)
"""Questions of the surveys whose whole build is timed."""

SUMMARIES = (1, 4, 60)
"""Findings, each with a statement, of the briefings whose summaries are written with tags and without: to 100 pages."""

FINDINGS = (3, 40, 77)
"""Findings, each with a statement, of the briefings whose deck is timed: about 10, 100 and 200 slides."""

Round = dict[str, float]
"""Seconds of each command, run one after the other, each in a new process."""


@dataclass(frozen=True)
class Cost:
    """What one process took: wall time, and the most memory it held."""

    seconds: float
    peak_bytes: int


def main(rounds: int) -> None:
    """Runs one round that does not count, then `rounds` that do, and prints the table."""
    with tempfile.TemporaryDirectory(prefix="befund-bench-") as folder:
        _round(Path(folder))
        counted = [_round(Path(folder)) for _ in range(rounds)]
        sizes = {n_questions: _cost_of_size(n_questions, Path(folder)) for n_questions in SIZES}
        summaries = [tagging_cost(Path(folder) / f"tagged-{n}", n) for n in SUMMARIES]
        wholes = [_cost(_build(Path(folder) / f"tagged-{n}"), Path(folder) / "whole").seconds for n in SUMMARIES]
        decks = [_cost_of_deck(n_findings, Path(folder)) for n_findings in FINDINGS]
    print(f"{'':18}{'seconds':>9}{'of straight':>13}   medians of {rounds} rounds")
    for name in COMMANDS:
        seconds = statistics.median(times[name] for times in counted)
        print(f"{name:18}{seconds:9.2f}{_ratio(counted, name, 'straight'):13.2f}")
    print(f"\nchecking costs {_ratio(counted, 'check', 'everything'):.2f} of a whole build")
    print(f"\n{'questions':>18}{'seconds':>9}{'ms per question':>17}{'peak memory':>13}   everything, one build each")
    for n_questions, cost in sizes.items():
        each, megabytes = 1000 * cost.seconds / n_questions, cost.peak_bytes / 1_000_000
        print(f"{n_questions:18}{cost.seconds:9.2f}{each:17.1f}{megabytes:10.0f} MB")
    print(
        f"\n{'slides':>18}{'seconds':>9}{'ms per slide':>15}{'native chart':>15}{'check':>10}   deck alone, once each"
    )
    for deck in decks:
        chart = 1000 * (deck.native - deck.seconds) / deck.n_charts
        each, checked = (1000 * seconds / deck.n_slides for seconds in (deck.seconds, deck.check))
        print(f"{deck.n_slides:18}{deck.seconds:9.2f}{each:15.1f}{chart:+15.1f}{checked:10.1f}")
    for few, many in itertools.pairwise(decks):
        further = 1000 * (many.seconds - few.seconds) / (many.n_slides - few.n_slides)
        print(f"from {few.n_slides} to {many.n_slides} slides each further one takes {further:.1f} ms")
    print(f"\n{'pages':>18}{'ms a page':>11}{'of untagged':>13}{'bytes a page':>14}{'of untagged':>13}   the summary")
    for summary in summaries:
        each, size = 1000 * summary.tagged / summary.pages, summary.tagged_bytes / summary.pages
        of_bytes = summary.tagged_bytes / summary.untagged_bytes
        print(f"{summary.pages:18}{each:11.2f}{summary.ratio:13.2f}{size:14.0f}{of_bytes:13.2f}")
    for whole, summary in zip(wholes, summaries, strict=True):
        of_whole = whole / (whole - (summary.tagged - summary.untagged))
        print(f"with tags the whole build of {summary.pages} pages takes {of_whole:.3f} of its time without")
    painting = painting_cost(house_fonts())
    of_bytes = painting.our_bytes / painting.their_bytes
    print(
        f"\npainting {painting.n_charts} charts takes {painting.ratio:.2f} of the time of matplotlib's PDF backend "
        f"({1000 * painting.ours / painting.n_charts:.1f} ms a chart), and {of_bytes:.2f} of its bytes"
    )


@dataclass(frozen=True)
class DeckCost:
    """The seconds that a deck takes: with pictures, with native charts, and to be checked."""

    n_slides: int
    n_charts: int
    seconds: float
    native: float
    check: float


def _cost_of_deck(n_findings: int, folder: Path) -> DeckCost:
    source = folder / f"findings-{n_findings}"
    source.mkdir()
    (source / "survey.yaml").write_text(survey_of(n_findings), "utf-8")
    (source / "briefing.yaml").write_text(briefing_of(n_findings), "utf-8")
    pictures, native = (
        _cost(_build(source, "--only", "deck", "--charts", form), folder / form).seconds for form in ("image", "native")
    )
    deck = folder / "native" / source.name / "de" / f"{source.name}-de.pptx"
    parts = zipfile.ZipFile(deck).namelist()
    check = _cost(("-m", "report", "check", deck), folder).seconds
    n_slides, n_charts = (
        sum(part.startswith(f"ppt/{kind}") and part.endswith(".xml") for part in parts)
        for kind in ("slides/slide", "charts/chart")
    )
    return DeckCost(n_slides, n_charts, pictures, native, check)


def _ratio(rounds: list[Round], one: str, other: str) -> float:
    return statistics.median(times[one] / times[other] for times in rounds)


def _round(folder: Path) -> Round:
    times: Round = {}
    for name, command in COMMANDS.items():
        if name != "nothing changed":
            shutil.rmtree(folder / name, ignore_errors=True)
        times[name] = _cost(command, folder / name).seconds
    return times


def _cost_of_size(n_questions: int, folder: Path) -> Cost:
    survey = folder / f"questions-{n_questions}" / "survey.yaml"
    survey.parent.mkdir()
    survey.write_text(survey_of(n_questions), "utf-8")
    return _cost(("-m", "report", "build", "--quiet", survey, "--output", OUTPUT), folder / "sizes")


def _cost(command: tuple[str | Path, ...], output: Path) -> Cost:
    arguments = [output if argument is OUTPUT else argument for argument in command]
    started = time.perf_counter()
    # Where Python may not keep what it compiles, the modules of the program would be compiled in every run, and those
    # of the libraries would not.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=HERE.parents[1],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Cost(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
