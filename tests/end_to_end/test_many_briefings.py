"""Many briefings in one command take hardly more memory than one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.large_surveys import briefing_of, survey_of

MANY = 12
MOST = 1.3
"""Times the memory of one, in whatever process of the command."""

SPAWNING = """
import os, sys
process = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, usage = os.wait4(process, 0)
assert status == 0
print(usage.ru_maxrss)
"""
"""A small parent: a process begins with the memory of the one that has begun it."""


def test_many_briefings_take_hardly_more_memory_than_one(tmp_path: Path) -> None:
    sources = [tmp_path / f"survey-{number:02}" for number in range(MANY)]
    for source in sources:
        source.mkdir()
        (source / "survey.yaml").write_text(survey_of(4), "utf-8")
        (source / "briefing.yaml").write_text(briefing_of(4), "utf-8")

    one, many = (_peak(tmp_path / str(len(some)), some) for some in (sources[:1], sources))

    assert many <= MOST * one


def _peak(output: Path, sources: list[Path]) -> int:
    """The most memory that any process of a build had, in kilobytes."""
    command = [sys.executable, "-S", "-c", SPAWNING, "-m", "report", "build", "--quiet", *map(str, sources)]
    run = subprocess.run([*command, "--output", str(output)], capture_output=True, text=True, check=True)
    return int(run.stdout)
