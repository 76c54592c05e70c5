"""German numbers in words from one to a hundred, and the shares that are typed with them."""

from __future__ import annotations

from report.language.german_comparisons import OF_PEOPLE
from report.language.model import FRACTION_SIGNS

_TO_NINETEEN = (
    *("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn"),
    *("vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_UNITS = ("ein", *_TO_NINETEEN[1:9])

NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_TO_NINETEEN, 1)},
    **dict.fromkeys(("ein", "einem", "einen"), 1),
    **{tens: 10 * number for number, tens in enumerate(_TENS, 2)},
    **{f"{unit}und{tens}": 10 * ten + one for ten, tens in enumerate(_TENS, 2) for one, unit in enumerate(_UNITS, 1)},
    **dict.fromkeys(("hundert", "einhundert"), 100),
}

_FIRST = sorted(("einem", "einen", "ein", *_TO_NINETEEN), key=len, reverse=True)
_WORDS = f"(?:(?:{'|'.join(_UNITS)})und)?(?:{'|'.join(_TENS)})|{'|'.join(_FIRST)}|(?:ein)?hundert"
_WORDS = _WORDS.replace("ß", "(?:ß|ss)")
"""The number words, those from 21 on by their parts: a list of all of them takes four times as long to compile."""
_OF_A_SHARE = r"(?:Anteil|Mehrheit|Plus|Minus|Anstieg|Rückgang|Marke)"

UNBOUND_IN_WORDS = (
    rf"(?<![\w-])(?P<part>[{FRACTION_SIGNS}]{OF_PEOPLE}|(?:einer|{_WORDS}) von (?:[2-9]|10|20|100)(?![\w.,]))"
    rf"|(?<![\w-])(?<!steht für )(?<!stehen für )(?!hundertprozentig)(?P<number>{_WORDS})"
    r"(?:[ -]?(?P<points>Prozentpunkte?n?(?!\w)|pp(?!\w|\.))"
    r"| Punkte?n?(?P<told_points>(?= (?:mehr|weniger|höher|niedriger|gegenüber)\b))"
    r"|-Punkte-(?:Abstand|Vorsprung|Rückstand|Unterschied|Plus|Minus)"
    rf"|[ -]?(?:%|prozentig\w*|Prozent(?!\w|-(?!{_OF_A_SHARE}))|Proz\.|Pct(?!\w)|vom Hundert|v\. ?H\.|vH(?!\w))"
    r"| hundertstel(?= (?:der|aller)\b))"
)
"""What a sign stands for is none ("ein Punkt steht für ein Prozent"), nor is "hundertprozentig" (wholly)."""
