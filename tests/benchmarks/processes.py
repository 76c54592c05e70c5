"""What a whole process costs, and what costs say of one another."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Cost:
    """What one process took: wall time, and the most memory it held."""

    seconds: float
    peak_bytes: int


@dataclass(frozen=True)
class Spread:
    """A ratio over paired rounds: its median, and the least and the greatest of them."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, one: Sequence[float], other: Sequence[float]) -> Spread:
        """One by the other, round by round."""
        ratios = [a / b for a, b in zip(one, other, strict=True)]
        return cls(statistics.median(ratios), min(ratios), max(ratios))

    def as_text(self) -> str:
        """The three numbers."""
        return f"{self.median:6.2f} ({self.least:.2f}-{self.greatest:.2f})"


def cost(arguments: Sequence[str | Path], more: Mapping[str, str] | None = None) -> Cost:
    """What Python takes for these arguments. more: of the environment.

    Where Python may not keep what it compiles, the modules of the program would be compiled in every run, and those of
    the libraries would not; so it may.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**environment, **(more or {})},
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, [str(each) for each in arguments])
    return Cost(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def build(source: Path, output: Path, *options: str) -> tuple[str | Path, ...]:
    """The arguments of a build."""
    return ("-m", "report", "build", "--quiet", source, *options, "--output", output)
