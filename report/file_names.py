"""How the files of a folder are called: names that are nearly right, and what a data file needs beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from report.characters import normalized

BRIEFING, SURVEY = "briefing.yaml", "survey.yaml"

_YAML = (".yaml", ".yml")
_DATA = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".parquet")
_NOT_READ = (".txt", ".dat", ".xlsm", ".xlsb", ".doc", ".docx", ".pdf", ".json", ".rtf")

_DECKS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pps", ".odp")

NEEDS_SURVEY = "a data file needs a survey.yaml that says what stands in it"
WRITE_SURVEY = "`report init` with its name drafts one; docs/respondents.md shows how it is written"


def is_data(name: str) -> bool:
    """Whether a file holds respondent data or a table, by its name."""
    return name.lower().endswith(_DATA)


def is_meant_as_data(name: str) -> bool:
    """Whether who names a file means one of respondents or a table, though it may be of a kind that is not read."""
    return is_data(name) or (name.lower().endswith(_NOT_READ) and meant(name) is None)


def is_deck(name: str) -> bool:
    """Whether a file is a finished presentation, by its name."""
    return name.lower().endswith(_DECKS)


def is_pdf(name: str) -> bool:
    """Whether a file is a finished PDF, by its name."""
    return name.lower().endswith(".pdf")


def meant(name: str) -> str | None:
    """The name that a file should have, where it is nearly "briefing.yaml" or "survey.yaml"; None for any other.

    Near are other endings and capital letters: "survey.yml", "Survey.YAML", and "survey.yaml.txt", as editors that
    know no YAML save it.
    """
    bare = normalized(name).strip().lower().removesuffix(".txt")
    right = next((bare.removesuffix(ending) for ending in _YAML if bare.endswith(ending)), bare) + ".yaml"
    return right if right in (BRIEFING, SURVEY) and right != name else None


def advice(folder: Path) -> tuple[tuple[str, ...], str | None]:
    """What lies in a folder in place of a briefing or survey, as notes of a message, and how to mend it as its hint."""
    names = sorted(
        (file.name for file in folder.iterdir() if file.is_file()),
        key=lambda name: (not name.lower().endswith(_YAML), name),
    )
    near = {name: right for name in names if (right := meant(name))}
    others = [name for name in names if name.lower().endswith(_YAML) and name not in near]
    data = [name for name in names if is_data(name)]
    if near:
        notes = [f"it holds {_listed(list(near))}"]
        if any(name.lower().endswith(".txt") for name in near):
            notes.append('an ending ".txt" is hidden by some systems, and added by some editors')
        return tuple(notes), " and ".join(f'rename "{name}" to "{right}"' for name, right in _one_each(near).items())
    if others:
        hint = f'name the file, as in "{folder / others[0]}", or rename it to "{SURVEY}"'
        return (f"it holds {_listed(others)}",), hint
    if data:
        return (f"it holds {_listed(data)}; {NEEDS_SURVEY}",), WRITE_SURVEY
    return (), None


def _one_each(near: dict[str, str]) -> dict[str, str]:
    """Of several files that could have the same name the first."""
    first = {right: name for name, right in reversed(near.items())}
    return {name: right for name, right in near.items() if first[right] == name}


MOST_LISTED = 5
"""Files that a message names; of more only so many."""


def _listed(names: Sequence[str]) -> str:
    quoted = [f'"{name}"' for name in names[:MOST_LISTED]]
    more = len(names) - MOST_LISTED
    return ", ".join(quoted) + (f" and {more} more" if more > 0 else "")


def as_on_disk(folder: Path, path: PurePath) -> Path:
    """A path below a folder as its names are spelled there: letters and accents may stand apart on disk."""
    target = folder
    for part in path.parts:
        there = target / part
        if not there.exists() and target.is_dir():
            alike = sorted(each for each in target.iterdir() if normalized(each.name) == normalized(part))
            there = alike[0] if alike else there
        target = there
    return target


_OUTSIDE_NAMES = re.compile(r"[^\w.\u0300-\u036f-]+")


def of_outputs(name: str) -> str:
    """The name of a folder of outputs after that of a briefing: of letters, digits, ".", "_" and "-"."""
    return _OUTSIDE_NAMES.sub("-", normalized(name)) or "report"
