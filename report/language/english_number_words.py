"""English numbers in words from one to a hundred, and the shares that are typed with them."""

from __future__ import annotations

from report.language.english_comparisons import OF_PEOPLE
from report.language.model import FRACTION_SIGNS

_TO_NINETEEN = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_TO_NINETEEN, 1)},
    **{tens: 10 * number for number, tens in enumerate(_TENS, 2)},
    **{
        f"{tens}{joint}{unit}": 10 * ten + one
        for ten, tens in enumerate(_TENS, 2)
        for one, unit in enumerate(_TO_NINETEEN[:9], 1)
        for joint in ("-", " ", "")
    },
    **dict.fromkeys(("hundred", "a hundred", "one hundred"), 100),
}

_FIRST = sorted(_TO_NINETEEN, key=len, reverse=True)
_WORDS = f"(?:{'|'.join(_TENS)})(?:[- ]?(?:{'|'.join(_TO_NINETEEN[:9])}))?|(?:a |one )?hundred|{'|'.join(_FIRST)}"
"""The number words, those from 21 on by their parts: a list of all of them takes six times as long to compile."""

UNBOUND_IN_WORDS = (
    rf"(?<![\w-])(?P<part>[{FRACTION_SIGNS}]{OF_PEOPLE}|(?:{_WORDS})[ -](?:in|out of)[ -](?:[2-9]|10|20|100)(?![\w.,]))"
    rf"|(?<![\w-])(?<!stands for )(?<!stand for )(?P<number>{_WORDS})"
    r"(?:[ -]?(?P<points>percentage[ -]points?(?!\w)|pp(?!\w|\.))"
    r"| points?(?P<told_points>(?= (?:more|less|higher|lower|above|below|up|down)\b))"
    r"|-point (?:lead|gap|rise|increase|drop|fall|margin|difference|decline|swing|majority)"
    r"|[ -]?(?:%|per[ -]?cent(?!\w)|pct(?!\w)|p\.c\.|pc(?= of\b))| hundredths(?= (?:of|say|name|know|use|agree)\b))"
)
"""What a sign stands for is none: "one dot stands for one per cent"."""
