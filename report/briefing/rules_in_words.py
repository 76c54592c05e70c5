"""The rules of `emphasize` and `contrast` as authors word them, for hints: "above 20", "largest change"."""

from __future__ import annotations

import re

LEADING = "leading"

_ABOVE = r"(?:above|over|more than|greater than|über|mehr als|>) ?(\d{1,3}(?:[.,]\d{1,3})?)"
_MOST = "(?:the )?(?:largest|biggest|greatest|highest|größte[rs]?|höchste[rs]?)"
_IN_WORDS = {
    LEADING: rf"{_MOST}|leading|leader|top|max|maximum|führend|first",
    "largest_gap": rf"{_MOST} (?:gap|difference|abstand|unterschied)",
    "largest_change": rf"{_MOST} (?:change|veränderung|änderung)",
}


def rule_meant(name: str) -> str | None:
    """The rule that somebody wrote in words, as it has to be written."""
    words = " ".join(re.sub(r"[\s_()%-]+", " ", name.lower()).split())
    if above := re.fullmatch(_ABOVE, words):
        return f"above({above[1].replace(',', '.')})"
    return next((rule for rule, meant in _IN_WORDS.items() if re.fullmatch(meant, words)), None)
