"""Builds of what stands but for one change, and of what was never built on a machine."""

from __future__ import annotations

import shutil
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

import report
from tests.benchmarks.processes import CHECKOUT, Cost, build, cost

Change = Callable[[Path, int], None]
"""Changes the briefing in a folder; each round in another way, so that nothing of it was made before."""


def a_figure(folder: Path, turn: int) -> None:
    """A share that stands in a chart, in texts and in tables."""
    _replace(folder / "survey.yaml", "skills: {percent: 35", f"skills: {{percent: {36 + turn % 10}.{turn // 10}")


def a_word(folder: Path, turn: int) -> None:
    """Words of the text of a finding, which stands on a page."""
    _replace(folder / "briefing.yaml", "Mitarbeiter mehrerer Abteilungen", f"Leute aus {turn + 2} Abteilungen")


def a_word_on_slides(folder: Path, turn: int) -> None:
    """Words of a statement, which has a slide and stands on a page."""
    _replace(folder / "briefing.yaml", "brauche Zeit und Menschen", f"brauche {turn + 2} Jahre und Menschen")


def a_comment(folder: Path, turn: int) -> None:
    """What no reader sees."""
    _replace(folder / "briefing.yaml", "format: 1\n", f"format: 1\n# {turn}\n")


CHANGES: dict[str, Change] = {
    "one figure changed": a_figure,
    "one word changed": a_word,
    "one on slides too": a_word_on_slides,
    "a comment": a_comment,
}


def cost_of_change(briefing: Path, folder: Path, change: Change, turn: int) -> Cost:
    """A build after a change of what was built just before. folder: where it is built."""
    source, output = folder / briefing.name, folder / "build"
    shutil.copytree(briefing, source, dirs_exist_ok=True)
    cost(build(source, output))
    change(source, turn)
    return cost(build(source, output))


def cost_after_pip(briefing: Path, folder: Path) -> Cost:
    """A build that finds no font cache, and bytecode of all modules but our own, as pip leaves a machine."""
    ours = folder / "bytecode" / (CHECKOUT / "report").relative_to("/")
    if not ours.is_dir():
        _fresh_build(briefing, folder)
    shutil.rmtree(ours)
    return _fresh_build(briefing, folder)


def cost_on_a_fresh_machine(briefing: Path, folder: Path) -> Cost:
    """A build that finds no font cache, and bytecode of the interpreter's own modules alone."""
    bytecode = folder / "bytecode"
    if not bytecode.is_dir():
        _fresh_build(briefing, folder)
    compiled = bytecode / Path(sysconfig.get_path("stdlib")).relative_to("/")
    shutil.rmtree(compiled / "site-packages", ignore_errors=True)
    kept = folder / "kept"
    compiled.rename(kept)
    shutil.rmtree(bytecode)
    compiled.parent.mkdir(parents=True)
    kept.rename(compiled)
    return _fresh_build(briefing, folder)


def _fresh_build(briefing: Path, folder: Path) -> Cost:
    for name in ("fonts", "home", "build"):
        shutil.rmtree(folder / name, ignore_errors=True)
    places = {"PYTHONPYCACHEPREFIX": folder / "bytecode", "MPLCONFIGDIR": folder / "fonts", "HOME": folder / "home"}
    for each in places.values():
        each.mkdir(parents=True, exist_ok=True)
    return cost(build(briefing, folder / "build"), {name: str(path) for name, path in places.items()})


def seconds_in_watch(briefing: Path, folder: Path, turns: int) -> list[float]:
    """From saving a word to the last of its files, in a process that watches."""
    source = folder / briefing.name
    shutil.copytree(briefing, source, dirs_exist_ok=True)
    rounds = report.watch(source, options=report.Options(output=folder / "build"))
    next(rounds)
    taken = list[float]()
    for turn in range(turns + 1):
        shutil.copytree(briefing, source, dirs_exist_ok=True)
        a_word(source, turn)
        saved = time.time()
        done = next(rounds)
        assert done.changed, done.as_text()
        taken.append(max(each.path.stat().st_mtime for each in done.changed) - saved)
    return taken[1:]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


if __name__ == "__main__":
    print(*seconds_in_watch(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
