"""Times whole processes in turn, caches warm, and prints medians and their ratios to the straight script.

    python -m tests.benchmarks.run [ROUNDS]

Seconds drift on a shared machine; the ratio of two runs that stand side by side does not, so it is the ratio of each
round whose median is taken.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
}
"""What is timed: arguments of Python. The straight script makes no chart files beside its documents, so "deck and
summary" is its like."""

Round = dict[str, float]
"""Seconds of each command, run one after the other, each in a new process."""


def main(rounds: int) -> None:
    """Runs one round that does not count, then `rounds` that do, and prints the table."""
    with tempfile.TemporaryDirectory(prefix="befund-bench-") as folder:
        _round(Path(folder))
        counted = [_round(Path(folder)) for _ in range(rounds)]
    print(f"{'':18}{'seconds':>9}{'of straight':>13}   medians of {rounds} rounds")
    for name in COMMANDS:
        seconds = statistics.median(times[name] for times in counted)
        print(f"{name:18}{seconds:9.2f}{_ratio(counted, name, 'straight'):13.2f}")
    print(f"\nchecking costs {_ratio(counted, 'check', 'everything'):.2f} of a whole build")


def _ratio(rounds: list[Round], one: str, other: str) -> float:
    return statistics.median(times[one] / times[other] for times in rounds)


def _round(folder: Path) -> Round:
    return {name: _seconds(command, folder / name) for name, command in COMMANDS.items()}


def _seconds(command: tuple[str | Path, ...], output: Path) -> float:
    arguments = [output if argument is OUTPUT else argument for argument in command]
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=HERE.parents[1], stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
