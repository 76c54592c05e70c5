"""The rules of `emphasize` and `contrast` as authors word them, for hints: "above 20", "largest change"."""

from __future__ import annotations

import re

LEADING = "leading"

_ABOVE = re.compile(r"(?:above|over|more than|greater than|über|mehr als|>) ?(\d{1,3}(?:[.,]\d{1,3})?)")
_MOST = "(?:the )?(?:largest|biggest|greatest|highest|größte[rs]?|höchste[rs]?)"
_IN_WORDS = {
    LEADING: re.compile(rf"{_MOST}|leading|leader|top|max|maximum|führend|first"),
    "largest_gap": re.compile(rf"{_MOST} (?:gap|difference|abstand|unterschied)"),
    "largest_change": re.compile(rf"{_MOST} (?:change|veränderung|änderung)"),
}


def rule_meant(name: str) -> str | None:
    """The rule that somebody wrote in words, as it has to be written."""
    words = " ".join(re.sub(r"[\s_()%-]+", " ", name.lower()).split())
    if above := _ABOVE.fullmatch(words):
        return f"above({above[1].replace(',', '.')})"
    return next((rule for rule, meant in _IN_WORDS.items() if meant.fullmatch(words)), None)
