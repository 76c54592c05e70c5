"""docs/faults.md is true and complete: every id there is stands in it, every example tells exactly what it shows."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from report import planning
from report.diagnostics import ReportError
from tests.conftest import CHECKOUT
from tests.faults.catalogue import Entry, entries

ENTRIES = entries()
LEAST_EXAMPLES = 60
MAKERS = ("Diagnostic", "Refusal")
PASSED_ON = (
    "build_record.py",
    "briefing/editor.py",
    "briefing/expression.py",
    "briefing/evaluation.py",
    "briefing/scope.py",
    "briefing/facts.py",
    "briefing/file/checks.py",
    "text/characters.py",
    "checks/checking.py",
    "presentations/opening.py",
    "checks/pdf/checking.py",
    "pdfs/opening.py",
    "respondents/faults.py",
    "respondents/messages.py",
)
"""Files that give an id on, which was written elsewhere."""


@dataclass(frozen=True)
class Emitted:
    """An id in the code: its text, or None where only running would tell it, and where it stands."""

    id: str | None
    file: str
    line: int


def emitted_ids(package: Path) -> list[Emitted]:
    """The first argument of every fault that the code makes."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
    known = {key: text for tree in trees.values() for key, text in _members(tree)}
    found = []
    for path, tree in trees.items():
        for node in _ids_in(tree):
            text = known.get(ast.unparse(node)) if isinstance(node, ast.Attribute) else _literal(node)
            found.append(Emitted(text, path.relative_to(package).as_posix(), node.lineno))
    return found


def _members(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The members of the enumerations of ids: "Fault.TAB", "tab"."""
    for scope in tree.body:
        if isinstance(scope, ast.ClassDef) and [ast.unparse(base) for base in scope.bases] == ["StrEnum"]:
            for line in scope.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                    yield f"{scope.name}.{ast.unparse(line.targets[0])}", str(line.value.value)


def _ids_in(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from node.args[:1] if node.func.id in MAKERS else ()
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id.endswith("Fault"):
            yield node


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def undocumented(package: Path, documented: Sequence[str]) -> list[str]:
    """Every id that the code can emit and the page does not have, with its place."""
    return [
        f"{each.file}:{each.line}: {each.id}"
        for each in emitted_ids(package)
        if each.id not in documented and not (each.id is None and each.file in PASSED_ON)
    ]


def untested(documented: Sequence[Entry], tests: Sequence[Path]) -> list[str]:
    """Every id whose example is only shown, and whose message no test asserts."""
    told = "".join(path.read_text("utf-8") for path in tests)
    return [entry.id for entry in documented if not entry.is_run and f"[{entry.id}]:" not in told]


def test_every_id_that_the_code_can_emit_is_documented() -> None:
    assert undocumented(CHECKOUT / "report", [entry.id for entry in ENTRIES]) == []


def test_every_documented_id_can_be_emitted() -> None:
    emitted = {each.id for each in emitted_ids(CHECKOUT / "report")}

    assert [entry.id for entry in ENTRIES if entry.id not in emitted] == []


def test_no_id_is_documented_twice() -> None:
    ids = [entry.id for entry in ENTRIES]

    assert len(set(ids)) == len(ids)


def test_every_member_of_an_enumeration_of_ids_is_used() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted((CHECKOUT / "report").rglob("*.py"))]
    used = {ast.unparse(node) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    members = [key for tree in trees for key, _ in _members(tree) if "Fault." in key]
    assert [key for key in members if key not in used] == []


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.is_run], ids=lambda entry: entry.id)
def test_an_example_is_told_exactly_as_the_page_shows(
    entry: Entry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry.prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(planning, "_read", as_another_process_reads)

    assert entry.message() == entry.told
    assert f"[{entry.id}]: " in entry.told


_READ = planning._read


def as_another_process_reads(*arguments: Any) -> object:
    """What is read, or refused, as it comes back from there."""
    try:
        return pickle.loads(pickle.dumps(_READ(*arguments)))
    except ReportError as error:
        raise pickle.loads(pickle.dumps(error)) from None


def test_an_id_whose_example_cannot_be_run_is_told_by_another_test() -> None:
    tests = [path for path in sorted((CHECKOUT / "tests").rglob("test_*.py")) if path != Path(__file__)]

    assert untested(ENTRIES, tests) == []


def test_the_page_tells_many_wrong_inputs_with_their_places() -> None:
    placed = [entry for entry in ENTRIES if entry.is_run and entry.told.startswith(("survey.yaml:", "briefing.yaml:"))]

    assert len(placed) >= LEAST_EXAMPLES


def test_planted_ids_without_documentation_or_test_are_found(tmp_path: Path) -> None:
    (tmp_path / "faults.py").write_text('class NewFault(StrEnum):\n    ODD = "odd-thing"\n', "utf-8")
    (tmp_path / "stage.py").write_text(
        'def f(x):\n    Diagnostic(NewFault.ODD, "a")\n    Refusal("written", "b")\n    Diagnostic(x, "c")\n', "utf-8"
    )

    assert undocumented(tmp_path, ["something"]) == [
        "stage.py:2: odd-thing",
        "stage.py:3: written",
        "stage.py:4: None",
        "stage.py:2: odd-thing",
    ]
    assert untested([Entry("odd-thing", "text")], [tmp_path / "stage.py"]) == ["odd-thing"]
