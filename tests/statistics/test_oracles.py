"""The statistics give what R gives: every reference result of shared/oracles is held, or left out with a reason.

docs/statistics.md lists both by file. Its table is made by this run: BEFUND_REWRITE_GOLDENS=1 writes it anew.
"""

import os
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.statistics.families import FAMILIES
from tests.statistics.held import Family, cases

PAGE = CHECKOUT / "docs" / "statistics.md"
START, END = "<!-- held against R: written by tests/statistics/test_oracles.py -->", "<!-- end of the table -->"


@pytest.mark.parametrize("family", FAMILIES, ids=[f"{family.file}: {family.name}" for family in FAMILIES])
def test_a_family_of_reference_results_is_held(family: Family, shared: Path) -> None:
    count, held = family.run(shared)

    assert count
    assert bool(held) == (family.check is not None)


def test_every_reference_result_is_of_one_family(shared: Path) -> None:
    files = sorted(path.name for path in (shared / "oracles").glob("*.json") if path.name != "environment.json")

    assert files == sorted({family.file for family in FAMILIES})
    for file in files:
        counted = sorted(case.id for family in FAMILIES if family.file == file for case in family.cases(shared))
        assert counted == sorted(case.id for case in cases(shared, file))


def test_the_page_lists_what_is_held_and_what_is_not(shared: Path) -> None:
    table = "\n".join(_table(shared))
    before, rest = PAGE.read_text("utf-8").split(START)
    _, after = rest.split(END)
    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        PAGE.write_text(f"{before}{START}\n\n{table}\n\n{END}{after}", encoding="utf-8")

    assert PAGE.read_text("utf-8") == f"{before}{START}\n\n{table}\n\n{END}{after}"


def _table(shared: Path) -> list[str]:
    lines = ["| file | what | cases | numbers held | not held, and why |", "|---|---|---|---|---|"]
    for file in dict.fromkeys(family.file for family in FAMILIES):
        ours = [(family, *family.run(shared)) for family in FAMILIES if family.file == file]
        lines += [
            f"| `{file}` | {family.name} | {count} | {held or '-'} | {_left_out(family)} |"
            for family, count, held in ours
        ]
        whole = sum(count for _, count, _ in ours)
        covered = sum(count for family, count, _ in ours if family.check)
        lines.append(f"| **`{file}`** | **together** | **{covered} of {whole}** | **{sum(n for *_, n in ours)}** | |")
    return lines


def _left_out(family: Family) -> str:
    if family.check is None:
        return f"all: {family.why}"
    return "; ".join(f"`{names.replace(', ', '`, `')}`: {why}" for names, why in family.left_out.items())
