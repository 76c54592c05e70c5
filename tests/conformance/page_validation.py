"""page-validation, a validator of PDF/UA and PDF/A that needs no Java: for machines without one, and for quick looks.

It is young, and in some rules stricter than veraPDF, whose verdict decides.
"""

from pathlib import Path

import page

from tests.conformance.fault import Fault
from tests.conformance.vera import PROFILES


def faults(pdf: Path) -> dict[str, list[Fault]]:
    """What it finds in a PDF, by profile."""
    return {profile: list(_of(pdf, profile)) for profile in PROFILES}


def _of(pdf: Path, profile: str) -> list[Fault]:
    try:
        failures = page.validate_pdf(pdf, profile=profile).failures
    except page.PageError as error:
        return [Fault(pdf, "not-judged", "", f"page-validation gave no verdict by {PROFILES[profile]}: {error}")]
    return [
        Fault(pdf, each.rule_id, f"object {each.object_id.object_number}" if each.object_id else "", each.message)
        for each in failures
    ]
