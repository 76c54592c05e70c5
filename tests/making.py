"""Makes the outputs of a briefing in this process, without a folder."""

from __future__ import annotations

from collections.abc import Iterable

from report.kept_products import Made
from report.products import Step


def made_now(steps: Iterable[Step]) -> dict[str, Made]:
    """The files that some steps make, by their names."""
    made = [(step.file, step.make()) for step in steps]
    return {name: file for name, file in made if name and file}
