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
_CLAUSE = r"(?:^|(?<=[,.;:!?] ))"
"""Where a clause begins."""
_NOUN = r"(?:(?:der|die|das|dem|den) )?(?-i:[A-ZÄÖÜ])[\w-]{1,60}"
_OWN = r"(?:mein|dein|sein|ihr|unser|welch|jed)\w*"
_FAVOURITE = r"lieblings\w+"
_WINNER = r"(?:sieger|gewinner|verlierer)(?:in)?"
_END = rf"(?=\s*(?:$|[,.;:!?]|und\b|{_ADVERBS}\b))"
_STOP = r"(?=\s*(?:$|[,.;:!?]|und\b))"

_NUMBERS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
_FRACTIONS = "hälfte|drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel"
_ORDINALS = r"zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|\d+\."
_TIMES_IN_SIGNS = r"(?:[ -]?mal| ?[x×])"
_MULTIPLES = rf"(?:{_NUMBERS}|viel)(?:mal|fach)|\d+{_TIMES_IN_SIGNS}|(?:ein|zwei)einhalbmal|anderthalbmal"
_AMOUNTS = (
    r"(?:viele?[mnrs]?|wenige?[mnrs]?|oft|häufig|selten|hoch|niedrig|groß|klein|stark|schwach|verbreitet|wichtig|beliebt"
    r"|bekannt|bedeutend|gefragt|wahrscheinlich|zufrieden|gut|schlecht|gern|skeptisch|besorgt|relevant)"
)
_COMPARATIVES = (
    r"(?:größer|kleiner|höher|niedriger|häufiger|seltener|stärker|schwächer|öfter|eher|besser|schlechter|länger|kürzer"
    r"|geringer|früher|später|wichtiger|beliebter|lieber|jünger|älter|wahrscheinlicher|verbreiteter|anders|zufriedener"
    r"|(?<!ein )bekannter|unbekannter|unbeliebter|unwichtiger"
    r"|teurer|billiger|günstiger|schneller|langsamer|skeptischer|offener|aktiver|deutlicher)(?:e[mnrs]?)?"
)
_ALONE = r"(?:höher|größer|stärker|schwächer|niedriger|geringer|kleiner|beliebter|verbreiteter|wichtiger)"
"""Comparatives that compare even where nothing is named behind them; before a noun some of them are none."""
_SUPERLATIVES = (
    r"(?:größt|höchst|niedrigst|häufigst|seltenst|stärkst|schwächst|kleinst|geringst|wichtigst|beliebtest|wenigst"
    r"|dringendst|bedeutendst|verbreitetst|meistgenannt|meistgenutzt|zweithäufigst|zweitgrößt|zweitwichtigst)(?:e[mnrs]?)?"
)

_NONE = r"(?:kein\w*(?: (?:ander\w+|einzig\w+))? (?-i:[A-ZÄÖÜ])[\w-]+|keine?[rs]?|nichts(?: anderes)?|niemand)"
_THAN = rf"\bals\b(?! (?:eine?[mnrs]?|die hälfte|{_NUMBERS}|bisher|früher|jetzt|heute|nötig|sonst|üblich|[\d{FIGURE}]))"
_BELOW = (
    r"(?:weniger|seltener|niedriger|geringer|kleiner|schwächer|schlechter|kürzer|unwichtiger|unbeliebter|unbekannter)"
    r"(?:e[mnrs]?)?"
)
NONE_BEYOND = (
    rf"{_NONE}\b{_WITHIN}\b(?:mehr|(?!{_BELOW}\b){_COMPARATIVES})\b{_WITHIN}{_THAN}"
    rf"|{_NONE}\b{_WITHIN}\b(?:(?:eben|genau)?so) {_AMOUNTS}\b{_WITHIN}\bwie(?! nötig)"
    rf"|{_NONE} (?:\w+ ){{0,3}}?(?:schlägt|übertrifft|übertreffen|toppt)"
    r"|von kein(?:em|er)(?: ander(?:en|er))? (?:\w+ )?(?:übertroffen|geschlagen|überholt|überboten)"
    r"|unübertroffen\w*|unerreicht\w*|ungeschlagen\w*|sucht seinesgleichen"
)
NONE_BELOW = rf"{_NONE}\b{_WITHIN}\b{_BELOW}\b{_WITHIN}{_THAN}"
"""Superlative by what there is not: "kein Aspekt überzeugt mehr als Qualität", "nichts wird seltener genutzt als"."""

_AMOUNT_CLAIMS = (
    r"mehr|weniger|mindestens|wenigstens|höchstens|fast|beinahe|nahezu|annähernd|rund",
    rf"kaum (?:jemand|ein\w*|{FIGURE}+)",
    rf"knapp(?= (?:\d|{FIGURE}|über|unter|die hälfte|jede|eine?[mnrs]?|(?:{_NUMBERS})\b))",
    rf"(?:über|unter|etwa|gut|ungefähr) {FIGURE}+\S*",
    rf"(?:{_FRACTIONS})n?|jede[mnrs]?(?:[/*:_][nrs]|\([nrs]\))? (?:{_ORDINALS})[mnrs]?",
    rf"(?:eine?[mnrs]?|zwo|{_NUMBERS}) von (?:{_NUMBERS}|hundert)",
    r"(?:niemand|keiner|jede[rs]?|alle)(?= (?:sag|nenn|kenn|nutz|stimm)(?:t|en))|das gros",
    r"(?:praktisch|quasi|so gut wie) (?:niemand\w*|alle\w*|jede\w*|kein\w*)|eine handvoll(?! (?-i:[A-ZÄÖÜ]))",
    r"mehrheit(?:lich)?|mehrzahl|minderheit|großteil|größtenteils|überwieg(?:t|en|end)|zumeist",
    r"meist(?:e[mns]?|ens)?|vor allem",
)
_PLACE_CLAIMS = (
    NONE_BEYOND,
    NONE_BELOW,
    rf"{_SUPERLATIVES}|am (?-i:[a-zäöüß]+)sten",
    rf"{_COMPARATIVES}\b{_WITHIN}\bals|immer {_COMPARATIVES}",
    r"(?:häufiger|seltener|öfter) (?:genannt|gewählt|erwähnt)|(?:deutlich|viel|weit|etwas) (?:häufiger|seltener|öfter)",
    r"öfter|(?<!ein )(?:häufiger|seltener)(?! (?-i:[A-ZÄÖÜ]))",
    rf"(?<!ein ){_ALONE}(?=\s*(?:$|[.;:!?]|(?:in|im|bei|beim|unter|auf|für|aus|seit|da|dort|hier|ist|sind)\b))",
    r"führt|führen|führend(?:e[mnrs]?)?|dominier(?:t|en|te|ten)|an der spitze|spitzenreiter|schlusslicht",
    r"(?:nummer|nr\.|no\.) ?(?:eins|1(?!\.?\d))|unangefochten\w*|konkurrenzlos\w*|abgeschlagen",
    r"spitzen(?:platz|wert|position|stellung)|top-?(?:thema|quelle|grund|antwort|ziel)|oberhand|topp(?:t|en)|getoppt",
    rf"(?:ist|sind|bleibt|bleiben|wird)(?: (?!{_OWN} )\w+){{0,3}}? {_FAVOURITE}"
    rf"|{_FAVOURITE}(?: (?:der|von|in) \w+)?(?: ist| sind|:)",
    rf"(?:klar|groß|eindeutig|heimlich)e[rn]? {_WINNER}|{_WINNER} (?:ist|sind|heißt|bleibt)"
    rf"|(?:ist|sind|bleibt) (?:der|die) {_WINNER}",
    r"(?:vorne?|hinten)(?=\s*(?:$|[,.;:!?]|und\b|mit\b|bei\b|unter\b|liegt\b|liegen\b|lag\b|lagen\b|bleib))",
    rf"{_CLAUSE}{_NOUN}(?<!ung) vor (?-i:[A-ZÄÖÜ])[\w-]{{1,60}}{_STOP}",
    rf"{_NOUN} (?:klar|knapp|deutlich|weit) vor {_NOUN}{_STOP}",
    r"(?:platz|rang) (?:eins|zwei|drei|vier|fünf|[1-9])|ganz (?:oben|unten)|am (?:anfang|ende) der (?:rang)?liste",
    r"(?:ist|sind|bleibt|bleiben) (?:(?:die )?erste wahl|(?-i:Spitze))|übertrumpf(?:t|en|te|ten)|den rang ab",
    rf"(?:hat|haben)\b{_WITHIN}\b(?:abgehängt|abgelöst)|(?:löst|lösen|löste|lösten)\b{_WITHIN}\bab{_STOP}",
    r"verdrängt (?:das|den|die) (?-i:[A-ZÄÖÜ])\w+",
    r"(?:klar|groß|deutlich|knapp|klein)en? (?:vorsprung|rückstand)"
    r"|(?:vorsprung|rückstand) (?:vor|auf|gegenüber|von|ist|beträgt|bleibt)",
    r"(?:dicht|knapp) gefolgt von|dahinter (?:folg|lieg|rangier)\w+",
    rf"(?:zieht|ziehen|zog|zogen)\b{_WITHIN}\b(?:vorbei|davon){_STOP}",
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
    rf"doppelt\b{_WITHIN}\b(?:als|wie)|fifty[- ]fifty|halbe-halbe|das (?:doppelte|(?:{_NUMBERS})fache)|wie nie",
    r"ebenbürtig|gleichermaßen",
    r"(?:keine?n?|kaum(?: eine?n?)?|große|klare|deutliche) unterschiede?|auf (?:dem )?(?:gleichen|selben) niveau",
)
_CHANGE_CLAIMS = (
    r"unverändert",
    r"(?:bleibt|bleiben|blieb|blieben) (?:\w+ )?(?:gleich|stabil|konstant)",
    r"(?:ver(?:doppel|dreifach|vierfach|fünffach|zehnfach|vielfach)|halbier)(?:t|n|en|te|ten|ung)",
    r"gestiegen|gesunken|gewachsen|zugenommen|abgenommen|zurückgegangen|angestiegen|zunehmend|anstieg|rückgang",
    r"zuwachs|zuwächse|zunahme|rückläufig(?:e[mnrs]?)?|schwächel(?:t|n)|gleichbleibend",
    rf"(?:geht|gehen|ging|gingen)\b{_WITHIN}\b(?:bergauf|bergab|aufwärts|abwärts)",
    rf"(?:geht|gehen|ging|gingen|schnell(?:t|en)|spring(?:t|en)|sprang|sprung)\b{_WITHIN}\bnach (?:oben|unten)",
    r"einbr(?:uch|üche) (?:beim?|um|gegenüber)|sich (?:kaum|wenig|stark|deutlich) (?:ver)?ändert",
    rf"(?:gewinn(?:t|en)|gewann(?:en)?)\b{_WITHIN}\b(?:hinzu|dazu)|(?:büß(?:t|en|te|ten))\b{_WITHIN}\bein{_END}|eingebüßt",
    rf"(?:anteil|vorsprung|abstand|mehrheit)\b{_WITHIN}\b(?:schmilzt|schmolz)",
    r"(?:anteile?|werte?|nutzung|zustimmung|vertrauen|zahlen?|quote) (?:ist|sind) (?:\w+ )?(?:konstant|stabil)",
    r"(?:an)?steigt|steigen|stieg(?:en)?|sinkt|sinken|sank(?:en)?|wächst|wachsen|wuchs(?:en)?",
    r"kletter(?:t|n|te|ten)|boom(?:t|en|te|ten)|stagnier(?:t|en|te|ten)|schwind(?:et|en)|schwand(?:en)?",
    r"tendenz:? (?:\w+ )?(?:steigend|fallend|sinkend|zunehmend|abnehmend)|(?:steigende|fallende|sinkende) tendenz"
    r"|(?:aufwärts|abwärts)trend|im (?:aufwind|trend|kommen|sinkflug|freien fall)|auf (?:dem vormarsch|talfahrt)"
    r"|auf dem absteigenden ast",
    r"(?:steigend|wachsend|sinkend|abnehmend)e[nrms]? (?:anteil\w*|zahl|nutzung|zustimmung|mehrheit|minderheit)",
    rf"(?:holt|holen|holte|holten)\b{_WITHIN}\bauf{_END}|aufgeholt|(?:rutsch|sack|flau|ebb)(?:t|en|te|ten)\b{_WITHIN}\bab"
    rf"{_END}|abgerutscht|abgeflaut",
    rf"(?:plus|minus) (?:gegenüber|seit|beim?|von(?= {FIGURE}))"
    r"|(?:deutlich|kräftig|leicht|klein|groß|satt)es (?:plus|minus)",
    rf"(?:abstand|kluft|lücke|schere|vorsprung)\b{_WITHIN}\b(?:schließt|öffnet|weitet|vergrößert|verringert)",
    rf"(?:legt|legen|legte|legten)\b{_WITHIN}\bzu{_END}|(?:bricht|brechen|brach|brachen)\b(?! in\b){_WITHIN}\bein{_END}"
    r"|eingebrochen|zugelegt|(?:lässt|lassen|ließ|ließen) (?:\w+ )?nach|nachgelassen",
    r"(?:verlier(?:t|en)|verlor(?:en)?|gewinn(?:t|en)|gewann(?:en)?)"
    rf"(?: an \w+| deutlich| weiter| stark)?{_END}",
    r"(?:erholt|erholen|erholte|erholten) sich|sich (?:\w+ )?erholt|(?:stürzt|stürzen|stürzte|stürzten) ab|abgestürzt",
    r"schrumpf(?:t|en|te|ten)|rekord(?:wert|hoch|tief|niveau|stand|kurs)?|(?:höchst|tiefst|tief)(?:stand|wert)",
    rf"(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\b(?:zu|ab){_END}|(?:geht|gehen|ging|gingen)\b{_WITHIN}\bzurück",
    rf"(?:fällt|fallen|fiel|fielen)\b{_WITHIN}\b(?:auf|um|unter)(?= [\d{FIGURE}])",
    r"sich (?:\w+ ){0,3}?(?:erhöht|verringert|vergrößert|verbessert|verschlechtert)",
    r"(?:erhöh|verringer)(?:t|te|en|n|ten) sich",
    # was kommt und geht: "stirbt aus", "hat ausgedient", "setzt sich durch"
    rf"(?:stirbt|sterben|starb(?:en)?)\b{_WITHIN}\baus{_END}|ausgestorben|aussterben|ausgedient|auslaufmodelle?"
    rf"|(?:verschwind(?:et|en)|verschwand(?:en)?){_END}|(?:ist|sind) (?:\w+ )?(?:verschwunden|im verschwinden)",
    rf"(?:setzt|setzen|setzte|setzten) sich\b{_WITHIN}\bdurch{_END}|(?:hat|haben) sich (?:\w+ )?durchgesetzt"
    rf"|(?:breite(?:t|n|ten?)) sich\b{_WITHIN}\baus{_END}|verbreite(?:t|n|ten?) sich|etablier(?:t|en|te|ten) sich",
    rf"immer (?:mehr|weniger|{_COMPARATIVES})|auf dem (?:rückzug|absteigenden)|im (?:rückzug|niedergang)"
    rf"|gehör(?:t|en)\b{_WITHIN}\bder vergangenheit an",
    r"(?:wird|werden|wurde|wurden) (?:\w+ )?zu[mr] (?:standard|regel|norm|normalität|alltag|selbstverständlichkeit)"
    r"|hält (?:\w+ )?einzug|(?:feiert|feiern) (?:ein )?comeback",
)
_CLAIMS = (*_AMOUNT_CLAIMS, *_PLACE_CLAIMS, *_EQUAL_CLAIMS, *_CHANGE_CLAIMS)
CLAIM_WORDS = rf"\b(?:{'|'.join(_CLAIMS)})(?!\w)"
PLACE_WORDS = rf"\b(?:meist(?:e[mns]?|ens)?|{'|'.join(_PLACE_CLAIMS)})(?!\w)"
CHANGE_WORDS = rf"\b(?:{'|'.join(_CHANGE_CLAIMS)})(?!\w)"

_BEFORE = (
    r"\w*(?:angst|ängste|furcht|schutz|respekt|sorgen?|warnung(?:en)?|flucht|scheu|panik|achtung|sicherheit|vorsicht"
    r"|tage?|jahre?|woche|monate?|stunden?|minuten?|zeit|leben|situation|stand|lage)"
)
"""What stands before "vor" where nothing is ranked: "Angst vor Krieg"."""
_BEHIND = (
    r"ort|gericht|augen|publikum|beginn|ende|start|abschluss|jahren|monaten|wochen|tagen|christus|corona|pandemie|krise"
    r"|krieg|wahl(?:en)?|weihnachten|ostern|sommer|winter|mitternacht|mittag|kauf|antritt|filmen|geburt|schulbeginn"
    r"|feierabend|entscheidung(?:en)?|herausforderung(?:en)?|aufgaben?|problemen?|hürden|rätseln?|umbruch|wandel|neustart"
)
"""What stands behind it there: "Jahre vor Corona", "Firmen vor Entscheidungen"."""
_BY_SIZE = (
    r"(?:\w*unternehmen|betrieben|firmen|arbeitgebern|organisationen|verbänden|vereinen|höfen|schulen|krankenhäusern"
    r"|kliniken|banken|agenturen|städten|gemeinden|kommunen|ländern|haushalten|familien)"
)
"""What a survey groups by its size."""
_ALIKE = (
    rf"(?:nicht|nie|niemals|niemand|kein\w*)\b{_WITHIN}\bmehr(?! (?:\w+ ){{0,3}}?als\b)|mehr oder (?:weniger|minder)",
    r"rund ums?|(?:schlägt|schlagen) alarm|im viertel|fast[- ]?food|halb-\w+|so (?:\w+ ){1,3}wie (?:möglich|nötig)"
    r"|so gut wie(?! (?:niemand|alle|jede|kein))",
    rf"am (?:ersten|letzten|fernsten)|wer\b{_WITHIN}\b(?:verliert|gewinnt)",
    rf"(?:führt|führen)\b{_WITHIN}\b(?:zu|durch|ein|fort)(?!\w)",
    r"führende[nr]? (?:kräfte\w*|position\w*|angestellte\w*)",
    rf"(?:schlägt|schlagen|liegt|liegen|lag|lagen)\b{_WITHIN}\bvor{_STOP}|(?:ist|sind|als) überholt",
    r"(?:wollen|sollen|können|möchten|will|soll|zu) (?:steigen|wachsen|sinken)",
    rf"steig(?:t|en) (?:aus|ein|um){_STOP}|mach(?:t|en|te|ten) (?:\w+ ){{0,2}}?keine?n? (?:großen )?unterschiede?",
    r"(?:frage|folie|seite|tabelle|abbildung|teil|welle|hausnummer|unter der) (?:nummer|nr\.) ?(?:eins|1)",
    r"(?:nach|von|da|dort|hier) (?:vorne?|hinten)|hinten und vorne?",
    rf"{_OWN} {_FAVOURITE}|(?:zeit|kunden|geduld|überblick|lust) (?:zu )?(?:gewinnen|verlieren)",
    rf"(?:(?:der|die|das|dem|den) )?(?:{_BEFORE}) vor\b",
    rf"{_NOUN} vor (?:dem |der |den )?(?:{_BEHIND})",
    rf"nenn(?:t|en)\b{_WITHIN}\bals (?:ihre )?{_SUPERLATIVES}",
    r"mindestens (?:ein|zwei|drei)mal|nichts mehr",
    # what is so for those who said it: "ihre wichtigste Quelle", "für 41 % die wichtigste Quelle"
    r"(?:ihre?|deren)[mnrs]? (?:wichtigst|dringendst)e[mnrs]?",
    rf"für {FIGURE}+{_WITHIN}\b(?:die|der|das|den) {_SUPERLATIVES}",
    r"mehr (?:zum thema|dazu|hierzu)|größte[nr]? überraschung|was die meisten nicht (?:wissen|ahnen)",
    # a group: "von den größten fehlen 58 % ...", "in den kleinsten Betrieben"
    rf"(?:von|unter|bei|in) den (?:ganz )?(?:größten|kleinsten)(?=,| {FIGURE}| (?-i:[a-zäöüß])| {_BY_SIZE}\b)",
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
    factor: rf"(?:{number}(?:mal|fach)|{factor}{_TIMES_IN_SIGNS}) ?so {_AMOUNTS}|{number}mal {_MORE}|das {number}fache"
    rf"|ver{stem}(?:t|n|en|te|ten|ung)"
    for factor, (number, stem) in _TIMES.items()
}
MULTIPLES: Mapping[Decimal, str] = {
    **_REDUCED,
    **_ENLARGED,
    Decimal("0.5"): rf"halb ?so {_AMOUNTS}|halbier(?:t|en|te|ten|ung)|{_REDUCED[Decimal('0.5')]}",
    Decimal("1.5"): rf"(?:eineinhalb|anderthalb)mal ?so {_AMOUNTS}|{_ENLARGED[Decimal('1.5')]}",
    Decimal("2.5"): rf"zweieinhalbmal ?so {_AMOUNTS}",
    **_MULTIPLIED,
    Decimal(2): rf"{_MULTIPLIED[Decimal(2)]}|doppelt ?so {_AMOUNTS}|das doppelte|doppelt\b{_WITHIN}\b(?:als|wie)",
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

PER_CENT = r"[%％](?!-?punkt)|prozentig\w*|Prozent(?!-?punkt)|Proz\.|Pct(?!\w)|vom Hundert|v\. ?H\.|vH(?!\w)"
POINTS = r"(?:Prozent|%)-?punkte?n?|pp(?!\w|\.)"
MAGNITUDES = r"(?:Tausend|Million(?:en)?|Milliarden?)(?!\w)|(?:Tsd|Mio|Mrd)(?!\w)"

OF_PEOPLE = r"(?= (?:der|aller|von|sagen|nennen|kennen|nutzen|haben|sind|wollen|finden|halten|meinen|stimmen|lehnen)\b)"
"""Stands behind a fraction in signs that tells a share: "¾ der Firmen", "9/10 nennen", and not "mit 9/10 bewertet"."""
UNBOUND = (
    rf"[ -]?(?P<points>{POINTS})|(?<!/\d)(?<!/\d\d)(?<!/100) (?P<plain_points>Punkte?n?)(?!\w)"
    r"|-Punkte-(?:Abstand|Vorsprung|Rückstand|Unterschied|Plus|Minus)"
    rf"|[ -]?(?:{PER_CENT})"
    rf"|(?: von |/(?=\d+{OF_PEOPLE}))(?P<whole>[2-9]|10|20|100|(?:{_NUMBERS}|hundert))(?!\w)"
    r"|(?P<of_one>(?<=Anteil von 0,\d)(?!\d)|(?<=\b0,\d)(?= (?:der|aller)\b))"
    r"|(?<=\b50) ?[:/] ?50(?!\d)"
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
        "heft",
        "ausgabe",
        "folge",
        "staffel",
        "quartal",
        "version",
    )
)
