"""The table of docs/pdf-conformance.md: which of the planted faults each check finds, as it was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.checks.pdf.checking import check_pdf
from tests.conformance import page_validation, typeset, vera
from tests.conformance.planted import PLANTS
from tests.conformance.vera import PROFILES

HEADS = ("planted fault", "veraPDF ua1", "veraPDF 2a", "page-validation ua1", "page-validation 2a", "`report check`")
NOT_FOUND = "–"


def plant_all(folder: Path) -> list[Path]:
    """A file for each planted fault, in their order."""
    sound = typeset.write(folder / "sound.pdf")
    return [plant.planted(sound, folder / f"planted-{n:02}.pdf") for n, plant in enumerate(PLANTS)]


def found_by_verapdf(files: Sequence[Path]) -> list[list[str]]:
    """The rules that veraPDF names, a cell a profile."""
    found = vera.faults(files)
    return [[_rules([fault.rule for fault in found[file, profile]]) for profile in PROFILES] for file in files]


def found_without_java(files: Sequence[Path]) -> list[list[str]]:
    """What page-validation finds, a cell a profile, and the rule by which our own check finds the fault."""
    return [[*_by_page_validation(file), _by_us(file, plant.rule)] for file, plant in zip(files, PLANTS, strict=True)]


def _by_page_validation(file: Path) -> list[str]:
    found = page_validation.faults(file)
    return ["found" if found[profile] else NOT_FOUND for profile in PROFILES]


def _by_us(file: Path, rule: str) -> str:
    told = {diagnostic.id for diagnostic in check_pdf(file, file.name)}
    return _rules([rule]) if rule in told else NOT_FOUND


def _rules(rules: list[str]) -> str:
    return ", ".join(f"`{rule}`" for rule in sorted(rules)) or NOT_FOUND


def lines(by_verapdf: Sequence[Sequence[str]], without_java: Sequence[Sequence[str]]) -> list[str]:
    """The table, line by line."""
    cells = zip(PLANTS, by_verapdf, without_java, strict=True)
    rows = [[plant.what, *java, *other] for plant, java, other in cells]
    return [f"| {' | '.join(row)} |" for row in ([*HEADS], ["---"] * len(HEADS), *rows)]
