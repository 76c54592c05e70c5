"""How good a set of line breaks looks: the cost that balanced texts minimise.

Source of all constants: docs/visual-language.md, "Type", line breaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.language.model import Language
from report.units import Pt

WEAK_END = 0.04
"""For a line that ends in an article, a preposition or a conjunction."""
PERCENT_END = 0.02
"""For a line that ends in "%"."""
SENSE_END = {",": -0.025, ";": -0.065, ":": -0.065}
"""For a line that ends where the sentence pauses."""
ONE_WORD_LAST = 0.5
"""For a last line of one word, under `LONG_WORD_SHARE` of the measure."""
LONG_WORD_LAST = 0.2
"""For one of a longer word, which looks less forlorn."""
LONG_WORD_SHARE = 0.6
SHORT_LAST = 0.3
"""For a last line under `SHORT_LAST_SHARE` of the measure (exactly that share is long enough)."""
SHORT_LAST_SHARE = 0.22
PARTED = 0.15
"""For a break in a compound, within brackets, or between a term and its bracket."""
PARTED_QUOTE = 0.05
"""For a break between quotation marks."""

_WITHIN_COMPOUNDS = ("-", "\N{HYPHEN}", "/", "\N{EN DASH}")
_OPENING = "„“”‚‘»«\"'(["


def raggedness(widths: Sequence[Pt]) -> float:
    """The sum of ((width - mean) / mean)^2 over the lines; 0.0 where all are empty."""
    return raggedness_of_sums(len(widths), sum(widths), sum(width * width for width in widths))


def raggedness_of_sums(lines: int, total: Pt, squares: float) -> float:
    """`raggedness` from the number of lines, the sum of their widths and that of the squares."""
    return lines * lines * squares / (total * total) - lines if total else 0.0


def end_cost(line: str, language: Language) -> float:
    """What a line that is not the last costs by the word or mark it ends in."""
    if line.endswith("%"):
        return PERCENT_END
    if line[-1:] in SENSE_END:
        return SENSE_END[line[-1]]
    last_word = line.rpartition(" ")[2].rpartition("\N{NO-BREAK SPACE}")[2].lstrip(_OPENING)
    return WEAK_END if last_word.lower() in language.weak_words else 0.0


def parting_cost(before: str, after: str, language: Language) -> float:
    """What a break costs by what it parts.

    before: all of the paragraph up to the break; after: all behind it, with the blanks at which it breaks, if any.
    """
    in_brackets = before.count("(") > before.count(")")
    in_compound = after[:1] != " " and before[-1:] in _WITHIN_COMPOUNDS
    opening, closing = language.quotes
    is_quote = before.count(opening) > before.count(closing)
    parted = PARTED if in_brackets or in_compound or after.lstrip().startswith("(") else 0.0
    return parted + (PARTED_QUOTE if is_quote else 0.0)


def last_line_cost(line: str, width: Pt, measure: Pt) -> float:
    """What the last line of several costs by its words and its width."""
    of_one_word = ONE_WORD_LAST if width < LONG_WORD_SHARE * measure else LONG_WORD_LAST
    one_word = of_one_word if " " not in line else 0.0
    short = SHORT_LAST if width < SHORT_LAST_SHARE * measure else 0.0
    return one_word + short
