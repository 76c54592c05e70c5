"""What a language brings to tell what an amount in words means: "ein Drittel", "the majority"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.frozen import frozen

LARGEST_PART = 10
"""Into so many parts a whole is divided in words, at most."""


@frozen
class Amounts:
    """Amounts in words, and the per cent that each means; regular expressions, without regard to case.

    parts: about so much ("ein Drittel"), more_than, less_than: more or less than so much ("die Mehrheit", "kaum
    jemand"). over, under, nearly: words before a part ("mehr als", "weniger als", "fast").
    """

    parts: Mapping[str, int]
    more_than: Mapping[str, int]
    less_than: Mapping[str, int]
    over: str
    under: str
    nearly: str


def parts_of_100(numbers: Sequence[str], words: str, *, parts: Sequence[str] = ()) -> dict[str, int]:
    """Words for every proper fraction up to tenths, and the per cent of each.

    numbers: from one on. words: with {number}, and {whole} for the number that it is of or {part} for that of `parts`
    (halves, thirds, ...) and {denominator} in digits.
    """
    fractions = [(one, of) for of in range(2, LARGEST_PART + 1) for one in range(1, min(of, len(numbers) + 1))]
    return {
        words.format(
            number=numbers[one - 1],
            whole=numbers[of - 1] if len(numbers) > of - 1 else of,
            part=parts[of - 2] if parts else "",
            denominator=of,
        ): round(100 * one / of)
        for one, of in fractions
    }
