"""What the codes of a font mean: ReportLab lists those that it does not use as U+0000, which no text may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TABLE = re.compile(r"\d+ beginbfchar\n(.*?)endbfchar", re.DOTALL)
_UNUSED = "<0000>"
MOST_AT_ONCE = 100
"""Codes in one table (Adobe Technical Note 5014, Limits)."""


def with_used_codes(cmap: str) -> str:
    """The map from codes to Unicode without those that mean nothing (ISO 14289-1, 7.21.7), in tables of a hundred."""
    return _TABLE.sub(lambda found: "\n".join(_tables(found[1].splitlines())), cmap)


def _tables(lines: Sequence[str]) -> Iterator[str]:
    used = [line for line in lines if not line.endswith(_UNUSED)]
    for start in range(0, len(used), MOST_AT_ONCE):
        some = used[start : start + MOST_AT_ONCE]
        yield "\n".join([f"{len(some)} beginbfchar", *some, "endbfchar"])
