"""Times whole processes in turn, caches warm, and prints medians and their ratios to the straight script.

    python -m tests.benchmarks.run [ROUNDS]

Seconds drift on a shared machine; the ratio of two runs that stand side by side does not, so it is the ratio of each
round whose median is taken, and its spread told. What a question costs in surveys of growing size is timed once each.
All of it is written to build/bench.json too.
"""

import itertools
import json
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from report.pipeline import house_fonts
from report.workers import n_processors
from tests.benchmarks.changes import CHANGES, cost_after_pip, cost_of_change, cost_on_a_fresh_machine
from tests.benchmarks.large_surveys import briefing_of, survey_of
from tests.benchmarks.many_briefings import ManyCost, cost_of_many
from tests.benchmarks.painting import painting_cost
from tests.benchmarks.processes import CHECKOUT, Cost, Spread, build, cost
from tests.benchmarks.tagging import tagging_cost

HERE = Path(__file__).resolve().parent
ROUNDS = 7
RESULTS = CHECKOUT / "build" / "bench.json"

OUTPUT = Path("OUTPUT")
"""Stands for the folder of a command's outputs."""

BRIEFING, SHIPPED = HERE / "briefing", CHECKOUT / "data" / "social-media-2016"

COMMANDS: dict[str, tuple[str | Path, ...]] = {
    "straight": (HERE / "straight.py", HERE / "straight.json", OUTPUT),
    "limit": (HERE / "limit.py", HERE / "straight.json", OUTPUT),
    "deck and summary": build(BRIEFING, OUTPUT, "--only", "deck", "--only", "summary"),
    "all of one language": build(BRIEFING, OUTPUT),
    "two languages": build(SHIPPED, OUTPUT),
    "nothing changed": build(BRIEFING, OUTPUT),
    "check": ("-m", "report", "check", BRIEFING),
    "help": ("-m", "report", "--help"),
}
"""What is timed: arguments of Python. The straight script makes no chart files beside its documents, so "deck and
summary" is its like; "two languages" are of the survey that ships, which is larger. Every one finds an empty folder,
but for "nothing changed", which finds what it made before."""

FIRST_BUILDS: dict[str, tuple[Callable[[Path, Path], Cost], Path, str]] = {
    "after pip": (cost_after_pip, BRIEFING, "all of one language"),
    "after pip, two": (cost_after_pip, SHIPPED, "two languages"),
    "fresh machine": (cost_on_a_fresh_machine, BRIEFING, "all of one language"),
    "fresh machine, two": (cost_on_a_fresh_machine, SHIPPED, "two languages"),
}
"""First builds on a machine, of one language and of two (those of the survey that ships, which `make` builds first):
with the libraries compiled, as pip leaves them, and with nothing compiled. Each with the same build later."""

MANY = (1, 10, 60)
"""Briefings that are built together."""

SIZES = (40, 400, 1000)
"""Questions of the surveys whose whole build is timed."""

SUMMARIES = (1, 4, 60)
"""Findings, each with a statement, of the briefings whose summaries are written with tags and without: to 100 pages."""

FINDINGS = (3, 40, 77)
"""Findings, each with a statement, of the briefings whose deck is timed: about 10, 100 and 200 slides."""

Round = dict[str, float]
"""Seconds of each command, run one after the other, each in a new process."""


def main(rounds: int) -> None:
    """Runs one round that does not count, then `rounds` that do, and prints the table."""
    with tempfile.TemporaryDirectory(prefix="befund-bench-") as name:
        folder = Path(name)
        _round(folder, 0)
        counted = [_round(folder, turn + 1) for turn in range(rounds)]
        sizes = {n_questions: _cost_of_size(n_questions, folder) for n_questions in SIZES}
        many = [cost_of_many(BRIEFING, folder, n) for n in MANY]
        summaries = [tagging_cost(folder / f"tagged-{n}", n) for n in SUMMARIES]
        wholes = [cost(build(folder / f"tagged-{n}", folder / "whole")).seconds for n in SUMMARIES]
        decks = [_cost_of_deck(n_findings, folder) for n_findings in FINDINGS]
    painting = painting_cost(house_fonts())
    print(f"{'':20}{'seconds':>9}   of straight   medians of {rounds} rounds, and their spread")
    medians = {name: statistics.median(times[name] for times in counted) for name in counted[0]}
    ratios = {name: _ratio(counted, name, "straight") for name in counted[0]}
    for name, seconds in medians.items():
        print(f"{name:20}{seconds:9.2f}{ratios[name].as_text():>22}")
    first = {name: _ratio(counted, name, later) for name, (_, _, later) in FIRST_BUILDS.items()}
    print("\nfirst builds, of the same one later:")
    for name, spread in first.items():
        print(f"{name:20}{spread.as_text():>31}")
    _print_sizes(sizes)
    _print_many(many)
    _write_results(
        {
            "machine": {"python": platform.python_version(), "system": platform.platform(), "cpus": n_processors()},
            "rounds": rounds,
            "seconds": medians,
            "of straight": {name: asdict(spread) for name, spread in ratios.items()},
            "first builds of later": {name: asdict(spread) for name, spread in first.items()},
            "questions": {n: asdict(each) for n, each in sizes.items()},
            "briefings": [asdict(each) for each in many],
            "decks": [asdict(each) for each in decks],
            "summaries": [asdict(each) for each in summaries],
            "painting": asdict(painting),
        }
    )
    print(
        f"\n{'slides':>18}{'seconds':>9}{'ms per slide':>15}{'native chart':>15}{'check':>10}   deck alone, once each"
    )
    for deck in decks:
        chart = 1000 * (deck.native - deck.seconds) / deck.n_charts
        each, checked = (1000 * seconds / deck.n_slides for seconds in (deck.seconds, deck.check))
        print(f"{deck.n_slides:18}{deck.seconds:9.2f}{each:15.1f}{chart:+15.1f}{checked:10.1f}")
    for few, more in itertools.pairwise(decks):
        further = 1000 * (more.seconds - few.seconds) / (more.n_slides - few.n_slides)
        print(f"from {few.n_slides} to {more.n_slides} slides each further one takes {further:.1f} ms")
    print(f"\n{'pages':>18}{'ms a page':>11}{'of untagged':>13}{'bytes a page':>14}{'of untagged':>13}   the summary")
    for summary in summaries:
        each, size = 1000 * summary.tagged / summary.pages, summary.tagged_bytes / summary.pages
        of_bytes = summary.tagged_bytes / summary.untagged_bytes
        print(f"{summary.pages:18}{each:11.2f}{summary.ratio:13.2f}{size:14.0f}{of_bytes:13.2f}")
    for whole, summary in zip(wholes, summaries, strict=True):
        of_whole = whole / (whole - (summary.tagged - summary.untagged))
        print(f"with tags the whole build of {summary.pages} pages takes {of_whole:.3f} of its time without")
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
        cost(build(source, folder / form, "--only", "deck", "--charts", form)).seconds for form in ("image", "native")
    )
    deck = folder / "native" / source.name / "de" / f"{source.name}-de.pptx"
    parts = zipfile.ZipFile(deck).namelist()
    check = cost(("-m", "report", "check", deck)).seconds
    n_slides, n_charts = (
        sum(part.startswith(f"ppt/{kind}") and part.endswith(".xml") for part in parts)
        for kind in ("slides/slide", "charts/chart")
    )
    return DeckCost(n_slides, n_charts, pictures, native, check)


def _print_sizes(sizes: dict[int, Cost]) -> None:
    print(f"\n{'questions':>18}{'seconds':>9}{'ms per question':>17}{'peak memory':>13}   everything, one build each")
    for n_questions, its_cost in sizes.items():
        each, megabytes = 1000 * its_cost.seconds / n_questions, its_cost.peak_bytes / 1_000_000
        print(f"{n_questions:18}{its_cost.seconds:9.2f}{each:17.1f}{megabytes:10.0f} MB")
    for (few, one), (more, other) in itertools.pairwise(sizes.items()):
        further = 1000 * (other.seconds - one.seconds) / (more - few)
        print(f"from {few} to {more} questions each further one takes {further:.1f} ms")


def _print_many(many: list[ManyCost]) -> None:
    print(f"\n{'briefings':>18}{'seconds':>9}{'peak memory':>13}{'one changed':>13}{'of it alone':>13}")
    for some in many:
        again, memory = some.again.seconds, some.first.peak_bytes / 1_000_000
        of_alone = again / some.alone.seconds
        print(f"{some.n:18}{some.first.seconds:9.2f}{memory:10.0f} MB{again:13.2f}{of_alone:13.2f}")


def _write_results(results: dict[str, object]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(f"\nwritten to {RESULTS.relative_to(CHECKOUT)}")


def _ratio(rounds: list[Round], one: str, other: str) -> Spread:
    return Spread.of([times[one] for times in rounds], [times[other] for times in rounds])


def _round(folder: Path, turn: int) -> Round:
    times: Round = {}
    for name, command in COMMANDS.items():
        if name != "nothing changed":
            shutil.rmtree(folder / name, ignore_errors=True)
        times[name] = _cost(command, folder / name).seconds
    for name, change in CHANGES.items():
        times[name] = cost_of_change(BRIEFING, folder / name, change, turn).seconds
    for name, (cost_of_first, briefing, _) in FIRST_BUILDS.items():
        times[name] = cost_of_first(briefing, folder / name).seconds
    times["a word in watch"] = _in_watch(folder / "watched")
    return times


def _in_watch(folder: Path) -> float:
    """In a process of its own: the one that times has threads and libraries that it would not have."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "tests.benchmarks.changes", str(BRIEFING), str(folder), "3"]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    return statistics.median(map(float, told.split()))


def _cost_of_size(n_questions: int, folder: Path) -> Cost:
    survey = folder / f"questions-{n_questions}" / "survey.yaml"
    survey.parent.mkdir()
    survey.write_text(survey_of(n_questions), "utf-8")
    return cost(build(survey, folder / "sizes"))


def _cost(command: tuple[str | Path, ...], output: Path) -> Cost:
    return cost([output if argument is OUTPUT else argument for argument in command])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
