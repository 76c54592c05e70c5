"""Builds of many briefings: what memory they take, and what one that changed costs among them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.changes import a_word
from tests.benchmarks.processes import Cost, build, cost


@dataclass(frozen=True)
class ManyCost:
    """So many briefings: all built, and built again after a word of one changed; and that one built alone then."""

    n: int
    first: Cost
    again: Cost
    alone: Cost


def cost_of_many(briefing: Path, folder: Path, n: int) -> ManyCost:
    """The costs of so many briefings with other figures, in a folder that is made."""
    data, output = folder / f"many-{n}", folder / f"built-{n}"
    for number in range(n):
        _copy(briefing, data / f"survey-{number:02}", number)
    sources = sorted(data.iterdir())
    first = cost(_build_all(sources, output))
    a_word(sources[n // 2], n)
    again = cost(_build_all(sources, output))
    a_word(_restored(briefing, sources[n // 2], n // 2), n + 1)
    return ManyCost(n, first, again, cost(build(sources[n // 2], output)))


def _build_all(sources: list[Path], output: Path) -> tuple[str | Path, ...]:
    return ("-m", "report", "build", "--quiet", *sources, "--output", output)


def _copy(briefing: Path, folder: Path, number: int) -> None:
    folder.mkdir(parents=True)
    _restored(briefing, folder, number)


def _restored(briefing: Path, folder: Path, number: int) -> Path:
    for path in sorted(briefing.iterdir()):
        text = path.read_text("utf-8").replace(
            "skills: {percent: 35", f"skills: {{percent: 3{number % 7}.{number // 7}"
        )
        (folder / path.name).write_text(text, "utf-8")
    return folder
