"""Times whole processes in turn, caches warm, and prints medians and their ratios to the straight script.

    python -m tests.benchmarks.run [ROUNDS]

Seconds drift on a shared machine; the ratio of two runs that stand side by side does not, so it is the ratio of each
round whose median is taken. What a question costs in surveys of growing size is timed once each.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.large_surveys import survey_of

HERE = Path(__file__).resolve().parent
ROUNDS = 7

OUTPUT = Path("OUTPUT")
"""Stands for the folder of a command's outputs."""

BUILD = ("-m", "report", "build", "--quiet", HERE / "briefing", "--output", OUTPUT)

COMMANDS: dict[str, tuple[str | Path, ...]] = {
    "straight": (HERE / "straight.py", HERE / "straight.json", OUTPUT),
    "limit": (HERE / "limit.py", HERE / "straight.json", OUTPUT),
    "deck and summary": (*BUILD, "--only", "deck", "--only", "summary"),
    "everything": BUILD,
    "check": ("-m", "report", "check", HERE / "briefing"),
    "help": ("-m", "report", "--help"),
}
"""What is timed: arguments of Python. The straight script makes no chart files beside its documents, so "deck and
summary" is its like."""

SIZES = (10, 40, 160, 400)
"""Questions of the surveys whose whole build is timed."""

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
    print(f"{'':18}{'seconds':>9}{'of straight':>13}   medians of {rounds} rounds")
    for name in COMMANDS:
        seconds = statistics.median(times[name] for times in counted)
        print(f"{name:18}{seconds:9.2f}{_ratio(counted, name, 'straight'):13.2f}")
    print(f"\nchecking costs {_ratio(counted, 'check', 'everything'):.2f} of a whole build")
    print(f"\n{'questions':>18}{'seconds':>9}{'ms per question':>17}{'peak memory':>13}   everything, one build each")
    for n_questions, cost in sizes.items():
        each, megabytes = 1000 * cost.seconds / n_questions, cost.peak_bytes / 1_000_000
        print(f"{n_questions:18}{cost.seconds:9.2f}{each:17.1f}{megabytes:10.0f} MB")


def _ratio(rounds: list[Round], one: str, other: str) -> float:
    return statistics.median(times[one] / times[other] for times in rounds)


def _round(folder: Path) -> Round:
    return {name: _cost(command, folder / name).seconds for name, command in COMMANDS.items()}


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
        [sys.executable, *arguments], cwd=HERE.parents[1], stdout=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Cost(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
