"""What a code of a survey file can be: a value, or a range of numbers."""

from __future__ import annotations

import re
from math import inf

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
_RANGE = rf"(?P<lower>{_NUMBER})?\s*\.\.\s*(?P<upper>{_NUMBER})?"


def as_number(code: str) -> float | None:
    """The number that a code is; None for a text."""
    return float(code) if re.fullmatch(rf"{_NUMBER}(?:[eE][+-]?\d{{1,3}})?", code.strip(), re.ASCII) else None


def as_range(code: str) -> tuple[float, float] | None:
    """The ends of a range, both part of it ("18..29", "65..", "..0"); None for any other code."""
    found = re.fullmatch(_RANGE, code.strip(), re.ASCII)
    if not found or not (found["lower"] or found["upper"]):
        return None
    return float(found["lower"] or -inf), float(found["upper"] or inf)
