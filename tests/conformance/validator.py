"""Microsoft's Open XML SDK validator: schema and semantic rules of every part of an Office file.

It exits 0 for an invalid file too, and says what it found as JSON on its output; a file it cannot open at all gives
either a finding of type "Exception" or no JSON. All three end as faults.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conformance import programs
from tests.conformance.fault import Fault


def faults(deck: Path) -> list[Fault]:
    """Everything the validator finds in the deck, by the rules of the newest version it knows."""
    try:
        # The validator is a .NET program that would otherwise want the system's ICU library.
        printed = programs.run([programs.VALIDATOR, deck, "Microsoft365"], DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
        verdict = json.loads(printed)
    except (subprocess.SubprocessError, ValueError) as error:
        return [Fault(deck, "validator-failed", "", f"the validator gave no verdict: {error}")]
    return list(_as_faults(deck, verdict))


def _as_faults(deck: Path, verdict: dict[str, Any]) -> Iterator[Fault]:
    for error in verdict.get("errors", []):
        place = " ".join(str(error[key]) for key in ("path", "xPath") if error.get(key))
        yield Fault(deck, f"open-xml-{error.get('errorType', 'unknown').lower()}", place, error.get("description", ""))
    if not verdict.get("ok") and not verdict.get("errors"):
        yield Fault(deck, "validator-failed", "", "the validator calls the file invalid and names no error")
