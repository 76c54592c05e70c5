"""veraPDF, the reference validator of PDF/UA and PDF/A: all files and both profiles in one Java process.

Its verdict decides. A file that it cannot judge, or that it leaves out, is a fault: what was not judged never reads
as passed.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conformance import programs
from tests.conformance.fault import Fault

PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
"""What one of our PDFs is at once, by veraPDF's name of the flavour."""

SOURCE = programs.VERAPDF.parent / "VeraCheck.java"
SECONDS_A_FILE = 60


def faults(pdfs: Sequence[Path]) -> dict[tuple[Path, str], list[Fault]]:
    """What veraPDF finds, by file and profile; each of the files has both."""
    if not pdfs:
        return {}
    printed = _printed(pdfs)
    found = {(Path(each["file"]), each["flavour"]): _as_faults(each) for each in map(json.loads, printed.splitlines())}
    expected = [(pdf, profile) for pdf in pdfs for profile in PROFILES]
    return {each: found[each] if each in found else [_not_judged(*each, "it was left out")] for each in expected}


def _printed(pdfs: Sequence[Path]) -> str:
    """One line of JSON a file and profile; empty where Java itself gave up."""
    command: list[str | Path] = ["java", "-cp", f"{programs.VERAPDF}/*", SOURCE, ",".join(PROFILES), *pdfs]
    try:
        # Under another locale Java 17 cannot open names with letters beyond ASCII.
        return programs.run(command, seconds=60 + SECONDS_A_FILE * len(pdfs), LC_ALL="C.UTF-8")
    except subprocess.CalledProcessError as error:  # that is how it tells of faults, too
        return str(error.stdout)
    except subprocess.TimeoutExpired:
        return ""


def _as_faults(verdict: dict[str, Any]) -> list[Fault]:
    file = Path(verdict["file"])
    if "failed" not in verdict:
        return [_not_judged(file, verdict["flavour"], verdict["error"])]
    return [
        Fault(file, f"{each['rule']}", each.get("context") or "", f"{_told(each)} ({each['count']} times)")
        for each in verdict["failed"]
    ]


def _told(rule: dict[str, Any]) -> str:
    return " ".join((rule.get("message") or rule["description"]).split())


def _not_judged(file: Path, profile: str, reason: str) -> Fault:
    return Fault(file, "not-judged", "", f"veraPDF gave no verdict by {PROFILES[profile]}: {reason}")
