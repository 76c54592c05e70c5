"""Reads docs/faults.md, and carries its examples out: changes to the two files in docs/example, commands, messages."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

import report
from report.cli import main
from report.diagnostics import ReportError
from tests.conftest import CHECKOUT

PAGE = CHECKOUT / "docs" / "faults.md"
EXAMPLE = CHECKOUT / "docs" / "example"
EDITOR = "**editor**"
"""Marks a fault that the exported JSON Schema, or YAML itself, finds as well."""

_ENTRY = re.compile(r"^### (?P<id>\S+)\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```(?P<language>\S+) ?(?P<file>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COUNT = re.compile(r"\n\n\d+ faults?(; nothing was built)?\n$")


@dataclass(frozen=True)
class Change:
    """Lines of a file that others take the place of."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One fault of the page. An example without changes and commands is only shown, and told by another test."""

    id: str
    text: str
    changes: tuple[Change, ...] = ()
    commands: str = ""
    told: str = ""
    section: str = ""

    @property
    def is_run(self) -> bool:
        """Whether the example can be carried out."""
        return bool(self.changes or self.commands)

    @property
    def is_for_editors(self) -> bool:
        """Whether the page says that a schema finds it too."""
        return self.text.startswith(EDITOR)

    def prepare(self, folder: Path) -> None:
        """Copies the example into a folder and changes it as the entry says."""
        for file in sorted(EXAMPLE.iterdir()):
            shutil.copyfile(file, folder / file.name)
        for change in self.changes:
            path = folder / change.file
            text = path.read_text("utf-8")
            assert text.count(change.old) == 1, f"{self.id}: {change.old!r} is {text.count(change.old)} times in {path}"
            path.write_text(text.replace(change.old, change.new), "utf-8")
        commands = [line for line in self.commands.splitlines() if not _is_report(line)]
        if commands:
            subprocess.run(["bash", "-c", "\n".join(commands)], cwd=folder, check=True)

    def message(self) -> str:
        """What is told of the example, which has been prepared in the current folder."""
        reports = [line for line in self.commands.splitlines() if _is_report(line)]
        if reports:
            return _run(reports[-1])
        try:
            return "\n\n".join(warning.as_text() for warning in report.check("briefing.yaml").warnings)
        except ReportError as error:
            return str(error)


def entries() -> list[Entry]:
    """The faults of the page, in order."""
    page = PAGE.read_text("utf-8")
    return [_entry(found["id"], found["body"], _section(page, found.start())) for found in _ENTRY.finditer(page)]


def _section(page: str, offset: int) -> str:
    """The heading under which an entry stands."""
    return re.findall(r"^## (.+)$", page[:offset], re.MULTILINE)[-1]


def _entry(name: str, body: str, section: str) -> Entry:
    blocks = list(_BLOCK.finditer(body))
    by_language = {block["language"]: block["text"] for block in blocks}
    changes = [change for block in blocks if block["language"] == "diff" for change in _changes(block)]
    told = by_language.get("text", "").removesuffix("\n")
    return Entry(name, _BLOCK.sub("", body).strip(), tuple(changes), by_language.get("sh", ""), told, section)


def _changes(block: re.Match[str]) -> list[Change]:
    """The changes of a block: runs of lines with `-` or a blank, each with the lines with `+` that follow."""
    changes: list[Change] = []
    old: list[str] = []
    new: list[str] = []
    for line in block["text"].splitlines():
        if line[:1] != "+" and new and line[:1] == "-":
            changes.append(_change(block["file"], old, new))
            old, new = [], []
        if line[:1] in ("-", " "):
            old.append(line[1:])
        if line[:1] in ("+", " "):
            new.append(line[1:])
    return [*changes, _change(block["file"], old, new)]


def _change(file: str, old: list[str], new: list[str]) -> Change:
    return Change(file, "\n".join(old), "\n".join(new))


def _is_report(line: str) -> bool:
    return re.match(r"([A-Z_]+=\S+ )?report ", line) is not None


def _run(command: str) -> str:
    """What the command prints to standard error, without the count of the faults."""
    words = shlex.split(command)
    start = words.index("report")
    variables = dict(word.split("=", 1) for word in words[:start])
    result = CliRunner().invoke(main, words[start + 1 :], env=variables)
    return _COUNT.sub("", result.stderr).removesuffix("\n")
