"""German amounts in words, and the per cent that each means."""

from __future__ import annotations

from report.language.amounts import Amounts, parts_of_100

_NUMBERS = ("eine?[mnrs]?", "zwei|zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
_STEMS = ("hälft", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
"""Of halves, thirds and so on to tenths: "ein Drittel", "jede Dritte"."""

AMOUNTS = Amounts(
    parts={
        **parts_of_100(_NUMBERS, r"(?:{number}) von (?:{whole})"),
        **parts_of_100(_NUMBERS, r"(?:{number}) (?:{part}eln?)", parts=_STEMS),
        **parts_of_100(_NUMBERS[:1], r"jede\S* (?:{part}e[mnrs]?|{denominator}\.)", parts=("zweit", *_STEMS[1:])),
        r"hälfte": 50,
        **{rf"{stem}eln?": round(100 / whole) for whole, stem in enumerate(_STEMS[1:], 3)},
    },
    more_than={
        r"(?:fast|nahezu|beinahe|annähernd|praktisch|quasi|so gut wie) alle\w*": 90,
        r"alle": 95,
        r"mehrheit(?:lich)?|mehrzahl|großteil|größtenteils|überwieg(?:t|en|end)|das gros": 50,
    },
    less_than={
        r"kaum (?:jemand|eine?[rms]?)|(?:fast|nahezu|beinahe|praktisch|quasi|so gut wie) (?:niemand\w*|kein\w*)": 10,
        r"niemand\w*": 5,
        r"eine handvoll": 10,
        r"minderheit": 50,
    },
    over=r"mehr als|über|gut|mindestens|wenigstens",
    under=r"weniger als|unter|höchstens|nicht einmal",
    nearly=r"fast|knapp|beinahe|nahezu|annähernd",
)
