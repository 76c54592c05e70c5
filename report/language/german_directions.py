"""German words by which a text says that something rose or fell, and that one is more or less than another."""

from __future__ import annotations

from report.language.german_comparisons import NONE_BELOW, NONE_BEYOND
from report.language.model import FIGURE, Directions

_WITHIN = r"[^,.;:!?]{0,60}?"
_STOP = r"(?=\s*(?:$|[,.;:!?]|und\b|auf\b|um\b))"

_FIRST = (
    r"am (?:meisten|häufigsten|höchsten|stärksten|größten|beliebtesten|wichtigsten|verbreitetsten|öftesten)"
    r"|(?:häufigste|höchste|größte|stärkste|beliebteste|wichtigste|meistgenannte|meistgenutzte)[nrs]?"
    r"|die meisten|an erster stelle|auf platz (?:eins|1)|nummer (?:eins|1)(?![.,]?\d)|spitzenreiter|an der spitze"
    r"|in führung"
    r"|(?:liegt|liegen) vorne?(?! un)|(?:führt|führen)(?=\s*(?:$|[,.;:!?]|(?:mit|bei|unter|in|im)\b))"
)
_DENIED = r"(?<!war )(?<!waren )(?:nicht(?: mehr| länger)?|keineswegs)"
_TO_THE_END = r"(?: (?!(?:bei|unter|für|in|im|von|der|aller|mit|an|auf|als)\b)\w+){0,2}(?=\s*(?:$|[,.;:!?]))"

_ORDINALS = (
    ("zwei", "zweit"),
    ("drei", "dritt"),
    ("vier", "viert"),
    ("fünf", "fünft"),
    ("sechs", "sechst"),
    ("sieben", "siebt"),
    ("acht", "acht"),
    ("neun", "neunt"),
    ("zehn", "zehnt"),
)
_OF_SIZE = r"(?:häufigst|meist\w*|größt|höchst|stärkst|beliebtest|wichtigst|bekanntest)e[nrs]?"


def _place(number: int, words: tuple[str, str]) -> str:
    """How a place is told: "Platz zwei", "an zweiter Stelle", "auf dem zweiten Rang", "die zweithäufigste"."""
    cardinal, ordinal = words
    return (
        rf"(?:platz|rang) (?:{cardinal}|(?:nr\. ?)?{number}(?![.,]?\d))"
        rf"|an (?:{ordinal}er|{number}\.) stelle|(?:{ordinal}en?|{number}\.) (?:platz|rang)|{ordinal}{_OF_SIZE}"
    )


DIRECTIONS = Directions(
    rise=(
        r"(?:ge|an|ange)?(?:stiegen|wachsen)|zugenommen|zunehmend\w*|anstieg|zuwachs|zunahme|zugelegt|(?:an)?steigt"
        r"|steigen|stieg|wächst|wuchs(?:en)?|kletter(?:t|n|te|ten)|gewinn(?:t|en)|gewann(?:en)?"
        r"|ver(?:doppel|dreifach|vierfach|fünffach|zehnfach|vielfach)(?:t|n|en|te|ten|ung)"
        rf"|(?:legt|legen|legte|legten)\b{_WITHIN}\bzu{_STOP}|(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\bzu{_STOP}"
        r"|rekordhoch|höchststand|höchstwert|sich (?:\w+ ){0,3}?(?:erhöht|vergrößert)|erhöht\w* sich"
        rf"|breitet\w* sich\b{_WITHIN}\baus{_STOP}|verbreitet\w* sich|auf dem vormarsch"
        r"|immer (?:mehr|häufiger\w*|öfter|größer\w*|höher\w*|stärker\w*|beliebter\w*)"
    ),
    fall=(
        r"gesunken|abgenommen|zurückgegangen|rückgang|sinkt|sinken|sank(?:en)?|eingebrochen|verlier(?:t|en)"
        r"|verlor(?:en)?|nachgelassen|abgestürzt|schrumpf(?:t|en|te|ten)|halbier(?:t|en|te|ten|ung)|gefallen"
        rf"|(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\bab{_STOP}|(?:geht|gehen|ging|gingen)\b{_WITHIN}\bzurück"
        rf"|(?:bricht|brechen|brach|brachen)\b{_WITHIN}\bein{_STOP}|(?:fällt|fallen|fiel|fielen)\b{_WITHIN}\b(?:auf|um)"
        r"|tiefststand|tiefstwert|rekordtief|sich (?:\w+ ){0,3}?verringert|verringer\w* sich"
        rf"|(?:stirbt|sterben)\b{_WITHIN}\baus{_STOP}|ausgestorben|aussterben|ausgedient|verschwind(?:et|en)|verschwunden"
        r"|auslaufmodelle?|auf dem rückzug|immer (?:weniger|seltener\w*|kleiner\w*|niedriger\w*|geringer\w*)"
        rf"|(?:wird|werden|wurden?|geworden) (?:seltener|weniger){_STOP}"
    ),
    most=rf"{NONE_BEYOND}|{_FIRST}",
    least=(
        rf"{NONE_BELOW}|"
        r"am (?:wenigsten|seltensten|niedrigsten|geringsten|schwächsten|kleinsten)"
        r"|(?:seltenste|niedrigste|geringste|schwächste|kleinste)[nrs]?|an letzter stelle|schlusslicht"
    ),
    more=(
        r"mehr|häufiger\w*|öfter|größer\w*|höher\w*|stärker\w*|beliebter\w*|bekannter(?= als\b)|wichtiger\w*"
        r"|verbreiteter\w*|lieber|vor|überhol(?:t|en|te|ten)|schlägt|schlagen|übertr(?:ifft|effen|af|afen)"
    ),
    less=r"weniger|seltener\w*|kleiner\w*|niedriger\w*|schwächer\w*|geringer\w*|unbeliebter\w*|unwichtiger\w*|hinter",
    than=r"(?:als|wie|vor|hinter|überhol(?:t|en|te|ten)|schlägt|schlagen|übertr(?:ifft|effen|af|afen))",
    than_in=r"als(?: (?:noch|schon|im|in|jahr|jahre|bei|der|etwa|befragung|erhebung|welle|von))*",
    than_before=(
        r"als (?:noch |schon )?(?:vor (?:\w+ ){1,2}?(?:jahren?|monaten?|wochen)|früher|damals|zuvor|zuletzt|einst"
        r"|bisher|(?:im|in der|bei der) (?:letzten|vorigen|vergangenen|ersten) \w+|im vorjahr|in der vorwelle)"
    ),
    steady=(
        r"unverändert|gleichbleibend|stagnier(?:t|en|te|ten)|stagnation|(?:stabil|konstant|gleich) geblieben"
        rf"|(?:bleibt|bleiben|blieb|blieben|hält sich|halten sich) (?:(?!nicht\b|kaum\b|nie\b)\w+ )?"
        rf"(?:stabil|konstant|gleich)(?=\s*(?:$|[,.;:!?]|(?:und|bei|auf|mit|wie|seit|gegenüber|in|zwischen|{FIGURE})))"
        r"|(?:hat|haben) sich (?:kaum|nicht) (?:ge|ver)ändert|keine veränderung(?:en)?"
        r"|auf (?:gleichem|demselben) niveau"
    ),
    places=tuple(_place(*each) for each in enumerate(_ORDINALS, start=2)),
    negations=r"nichts?|niemand|kein\w*|nie|niemals|kaum|ohne|statt|weder|weniger stark|verzicht\w*|noch nie",
    denied=_DENIED,
    not_first=(
        rf"{_DENIED} (?:(?:die|der|das) )?(?:{_FIRST}){_TO_THE_END}|{_DENIED} vorne?{_TO_THE_END}"
        rf"|(?:führt|führen) (?:nicht(?: mehr| länger)?)(?=\s*(?:$|[,.;:!?]))"
    ),
)
