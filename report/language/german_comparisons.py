"""German words that compare, rank or give a fraction, those that only look like them, and shares typed by hand.

Regular expressions, read without regard to case over single blanks; a figure of the text stands in it as `FIGURE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from report.language.model import FIGURE

_WITHIN = r"[^,.;:!?]{0,60}?"
"""Words of the same clause."""
_ADVERBS = r"(?:im|seit|gegenüber|auf|um|von|weiter|stark|leicht|deutlich|kontinuierlich)"
_END = rf"(?=\s*(?:$|[,.;:!?]|und\b|{_ADVERBS}\b))"
_STOP = r"(?=\s*(?:$|[,.;:!?]|und\b))"

_NUMBERS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
_FRACTIONS = "hälfte|drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel"
_ORDINALS = r"zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|\d+\."
_MULTIPLES = (
    r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|viel)(?:mal|fach)|(?:ein|zwei)einhalbmal|anderthalbmal"
)
_AMOUNTS = r"(?:viele?[mnrs]?|wenige?[mnrs]?|oft|häufig|selten|hoch|niedrig|groß|klein|stark|verbreitet|wichtig)"
_COMPARATIVES = (
    r"(?:größer|kleiner|höher|niedriger|häufiger|seltener|stärker|schwächer|öfter|eher|besser|schlechter|länger|kürzer"
    r"|geringer|früher|später|wichtiger|beliebter|lieber|jünger|älter|wahrscheinlicher|verbreiteter|anders|zufriedener"
    r"|teurer|billiger|günstiger|schneller|langsamer|skeptischer|offener|aktiver|deutlicher)(?:e[mnrs]?)?"
)
_ALONE = r"(?:höher|größer|stärker|schwächer|niedriger|geringer|kleiner|beliebter|verbreiteter|wichtiger)"
"""Comparatives that compare even where nothing is named behind them; before a noun some of them are none."""
_SUPERLATIVES = (
    r"(?:größt|höchst|niedrigst|häufigst|seltenst|stärkst|schwächst|kleinst|geringst|wichtigst|beliebtest|wenigst"
    r"|dringendst|bedeutendst|verbreitetst|meistgenannt|meistgenutzt|zweithäufigst|zweitgrößt|zweitwichtigst)(?:e[mnrs]?)?"
)

_AMOUNT_CLAIMS = (
    r"mehr|weniger|mindestens|wenigstens|höchstens|fast|beinahe|nahezu|annähernd|rund",
    rf"kaum (?:jemand|ein\w*|{FIGURE}+)",
    rf"knapp(?= (?:\d|{FIGURE}|über|unter|die hälfte|jede|eine?[mnrs]?|(?:{_NUMBERS})\b))",
    rf"(?:über|unter|etwa|gut|ungefähr) {FIGURE}+\S*",
    rf"(?:{_FRACTIONS})n?|jede[mnrs]? (?:{_ORDINALS})[mnrs]?",
    rf"(?:eine?[mnrs]?|{_NUMBERS}) von (?:{_NUMBERS}|hundert)",
    r"(?:niemand|alle)(?= (?:sag|nenn|kenn|nutz|stimm)(?:t|en))|das gros",
    r"mehrheit(?:lich)?|mehrzahl|minderheit|großteil|größtenteils|überwieg(?:t|en|end)|zumeist",
    r"meist(?:e[mns]?|ens)?|vor allem",
)
_PLACE_CLAIMS = (
    rf"{_SUPERLATIVES}|am (?-i:[a-zäöüß]+)sten",
    rf"{_COMPARATIVES}\b{_WITHIN}\bals|immer {_COMPARATIVES}",
    r"(?:häufiger|seltener|öfter) (?:genannt|gewählt|erwähnt)|(?:deutlich|viel|weit|etwas) (?:häufiger|seltener|öfter)",
    r"öfter|(?<!ein )(?:häufiger|seltener)(?! (?-i:[A-ZÄÖÜ]))",
    rf"(?<!ein ){_ALONE}(?=\s*(?:$|[.;:!?]|(?:in|im|bei|beim|unter|auf|für|aus|seit|da|dort|hier|ist|sind)\b))",
    r"führt|führen|führend(?:e[mnrs]?)?|dominier(?:t|en|te|ten)|an der spitze|spitzenreiter|schlusslicht",
    r"nummer eins",
    r"(?:liegt|liegen|lag|lagen) (?:\w+ ){0,2}?(?:vorne?|hinten|gleichauf)",
    r"(?:rangier|platzier)(?:t|en|te|ten) (?:\w+ )?(?:oben|unten|vorne?|hinten|vor|hinter)",
    r"(?:erst|zweit|dritt|letzt)platziert\w*",
    r"favorit(?:in)?(?:en)?|(?:hängt|hängen) (?:\w+ ){1,3}ab",
    rf"(?:liegt|liegen|lag|lagen) (?:\w+ ){{0,3}}?(?:vor|hinter|über|unter)(?= [\w{FIGURE}])",
    r"auf (?:platz|rang) \w+|(?:auf dem|den) (?:ersten|zweiten|dritten|letzten|vorderen) (?:platz|rang)",
    r"an (?:erster|zweiter|dritter|letzter|oberster) stelle|mit (?:\w+ )?(?:abstand|vorsprung)",
    r"schlägt|schlagen|übertr(?:ifft|effen|af|afen)|überhol(?:t|en|te|ten)",
)
_EQUAL_CLAIMS = (
    rf"(?:{_MULTIPLES}|doppelt|halb|eben|genau) ?so {_AMOUNTS}|so {_AMOUNTS}\b{_WITHIN}\bwie|gleich {_AMOUNTS}",
    r"gleichauf|(?:hält|halten|hielt|hielten) sich (?:\w+ )?die waage|patt|kopf[- ]an[- ]kopf(?:-\w+)?",
    rf"doppelt\b{_WITHIN}\b(?:als|wie)|das (?:{_NUMBERS})fache|wie nie",
)
_CHANGE_CLAIMS = (
    r"unverändert",
    r"(?:bleibt|bleiben|blieb|blieben) (?:\w+ )?(?:gleich|stabil|konstant)",
    r"(?:ver(?:doppel|dreifach|vierfach|fünffach|zehnfach|vielfach)|halbier)(?:t|n|en|te|ten|ung)",
    r"gestiegen|gesunken|gewachsen|zugenommen|abgenommen|zurückgegangen|angestiegen|zunehmend|anstieg|rückgang",
    r"zuwachs|zunahme",
    r"(?:an)?steigt|steigen|stieg(?:en)?|sinkt|sinken|sank(?:en)?|wächst|wachsen|wuchs(?:en)?",
    r"kletter(?:t|n|te|ten)",
    rf"(?:legt|legen|legte|legten)\b{_WITHIN}\bzu{_END}|(?:bricht|brechen|brach|brachen)\b(?! in\b){_WITHIN}\bein{_END}"
    r"|eingebrochen|zugelegt|(?:lässt|lassen|ließ|ließen) (?:\w+ )?nach|nachgelassen",
    r"(?:verlier(?:t|en)|verlor(?:en)?|gewinn(?:t|en)|gewann(?:en)?)"
    rf"(?: an \w+| deutlich| weiter| stark)?{_END}",
    r"(?:erholt|erholen|erholte|erholten) sich|sich (?:\w+ )?erholt|(?:stürzt|stürzen|stürzte|stürzten) ab|abgestürzt",
    r"schrumpf(?:t|en|te|ten)|rekord(?:wert|hoch|tief|niveau|stand)?|(?:höchst|tiefst|tief)(?:stand|wert)",
    rf"(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\b(?:zu|ab){_END}|(?:geht|gehen|ging|gingen)\b{_WITHIN}\bzurück",
    rf"(?:fällt|fallen|fiel|fielen)\b{_WITHIN}\b(?:auf|um|unter)(?= [\d{FIGURE}])",
    r"sich (?:\w+ ){0,3}?(?:erhöht|verringert|vergrößert|verbessert|verschlechtert)",
    r"(?:erhöh|verringer)(?:t|te|en|n|ten) sich",
)
_CLAIMS = (*_AMOUNT_CLAIMS, *_PLACE_CLAIMS, *_EQUAL_CLAIMS, *_CHANGE_CLAIMS)
CLAIM_WORDS = rf"\b(?:{'|'.join(_CLAIMS)})(?!\w)"
PLACE_WORDS = rf"\b(?:meist(?:e[mns]?|ens)?|{'|'.join(_PLACE_CLAIMS)})(?!\w)"
CHANGE_WORDS = rf"\b(?:{'|'.join(_CHANGE_CLAIMS)})(?!\w)"

_ALIKE = (
    rf"(?:nicht|nie|niemals|niemand|kein\w*)\b{_WITHIN}\bmehr(?! als\b)|mehr oder (?:weniger|minder)",
    r"rund ums?|(?:schlägt|schlagen) alarm|im viertel|fast[- ]?food|halb-\w+|so \w+ wie (?:möglich|nötig)",
    rf"am (?:ersten|letzten|fernsten)|wer\b{_WITHIN}\b(?:verliert|gewinnt)",
    rf"(?:führt|führen)\b{_WITHIN}\b(?:zu|durch|ein|fort)(?!\w)",
    r"führende[nr]? (?:kräfte\w*|position\w*|angestellte\w*)",
    rf"(?:schlägt|schlagen|liegt|liegen|lag|lagen)\b{_WITHIN}\bvor{_STOP}|(?:ist|sind|als) überholt",
    r"(?:wollen|sollen|können|möchten|will|soll|zu) (?:steigen|wachsen|sinken)",
    rf"steig(?:t|en) (?:aus|ein|um){_STOP}",
    # what is so for those who said it: "ihre wichtigste Quelle", "für 41 % die wichtigste Quelle"
    r"(?:ihre?|deren)[mnrs]? (?:wichtigst|dringendst)e[mnrs]?",
    rf"für {FIGURE}+{_WITHIN}\b(?:die|der|das|den) {_SUPERLATIVES}",
    r"mehr (?:zum thema|dazu|hierzu)|größte[nr]? überraschung|was die meisten nicht (?:wissen|ahnen)",
)
LOOK_ALIKES = rf"\b(?:{'|'.join(_ALIKE)})(?!\w)"

_TIMES = {
    Decimal(2): ("zwei", "doppel"),
    Decimal(3): ("drei", "dreifach"),
    Decimal(4): ("vier", "vierfach"),
    Decimal(5): ("fünf", "fünffach"),
    Decimal(6): ("sechs", "sechsfach"),
    Decimal(7): ("sieben", "siebenfach"),
    Decimal(8): ("acht", "achtfach"),
    Decimal(9): ("neun", "neunfach"),
    Decimal(10): ("zehn", "zehnfach"),
}
_MORE = "(?:mehr|häufiger|öfter|höher|größer|stärker)"
_BY_A_PART = {
    "hälfte": (Decimal("1.5"), Decimal("0.5")),
    "drittel": (Decimal("1.33"), Decimal("0.67")),
    "viertel": (Decimal("1.25"), Decimal("0.75")),
    "fünftel": (Decimal("1.2"), Decimal("0.8")),
}
"""What a share is that is larger by such a part, and one that is smaller by it."""
_ENLARGED = {
    more: rf"(?:ein|die) {part} {_MORE}|um (?:ein|die) {part} (?:gestiegen|gewachsen|zugenommen)"
    for part, (more, _) in _BY_A_PART.items()
}
_REDUCED = {
    less: rf"(?:ein|die) {part} (?:weniger|seltener|niedriger|geringer|kleiner)"
    rf"|um (?:ein|die) {part} (?:gesunken|gefallen|zurückgegangen|abgenommen)"
    for part, (_, less) in _BY_A_PART.items()
}
_MULTIPLIED = {
    factor: rf"{number}(?:mal|fach) ?so {_AMOUNTS}|{number}mal {_MORE}|das {number}fache|ver{stem}(?:t|n|en|te|ten|ung)"
    for factor, (number, stem) in _TIMES.items()
}
MULTIPLES: Mapping[Decimal, str] = {
    **_REDUCED,
    **_ENLARGED,
    Decimal("0.5"): rf"halb ?so {_AMOUNTS}|halbier(?:t|en|te|ten|ung)|{_REDUCED[Decimal('0.5')]}",
    Decimal("1.5"): rf"(?:eineinhalb|anderthalb)mal ?so {_AMOUNTS}|{_ENLARGED[Decimal('1.5')]}",
    Decimal("2.5"): rf"zweieinhalbmal ?so {_AMOUNTS}",
    **_MULTIPLIED,
    Decimal(2): rf"{_MULTIPLIED[Decimal(2)]}|doppelt ?so {_AMOUNTS}|doppelt\b{_WITHIN}\b(?:als|wie)",
}
NEARLY = r"\b(?:fast|beinahe|nahezu|annähernd|knapp|rund|etwa|ungefähr)"
EARLIER = r"\b(?:jahr\w*|vorjahr\w*|monat\w*|welle\w*|damals|früher|zuvor|vorher|bisher|zuletzt|seit|(?:19|20)\d\d)\b"
AWAY_FROM_A_DATE = (
    r"seit|von|ab|bis|vor|nach|zu|zum|gegenüber|als|wie|für|gegen|zwischen|und|ende|anfang|mitte|umfrage"
    r"|studie|befragung"
)

AGAINST_WORDS = r"\b(?:als|gegen|gegenüber|verglichen|Vergleich|anders|vor|hinter)\b"

LEVEL_WORDS = (
    rf"\b(?:gleichauf|gleich {_AMOUNTS}|gleichermaßen|(?:eben|genau)so {_AMOUNTS}"
    rf"|(?<!doppelt )(?<!halb )(?<!mal )(?<!nicht )so {_AMOUNTS}\b{_WITHIN}\bwie)(?!\w)"
)

UNBOUND = (
    r"[ -]?(?P<points>Prozentpunkte?n?|pp(?!\w|\.))| (?P<plain_points>Punkte?n?)(?!\w)"
    r"|-Punkte-(?:Abstand|Vorsprung|Rückstand|Unterschied|Plus|Minus)"
    r"| ?%|[ -]?(?:prozentig\w*|Prozent|Pct(?!\w)|vom Hundert|v\. ?H\.)"
    rf"| von (?P<whole>[2-9]|10|20|100|(?:{_NUMBERS}|hundert))(?!\w)"
)
NUMBERED = frozenset(
    (
        "teil",
        "welle",
        "seite",
        "frage",
        "folie",
        "stufe",
        "schritt",
        "phase",
        "kapitel",
        "abbildung",
        "tabelle",
        "band",
        "nummer",
    )
)
