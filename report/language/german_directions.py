"""German words by which a text says that something rose or fell, and that one is more or less than another."""

from __future__ import annotations

from report.language.german_comparisons import NONE_BELOW, NONE_BEYOND
from report.language.model import Directions

_WITHIN = r"[^,.;:!?]{0,60}?"
_STOP = r"(?=\s*(?:$|[,.;:!?]|und\b|auf\b|um\b))"

DIRECTIONS = Directions(
    rise=(
        r"(?:ge|an|ange)?(?:stiegen|wachsen)|zugenommen|zunehmend\w*|anstieg|zuwachs|zunahme|zugelegt|(?:an)?steigt"
        r"|steigen|stieg|wächst|wuchs(?:en)?|kletter(?:t|n|te|ten)|gewinn(?:t|en)|gewann(?:en)?"
        r"|ver(?:doppel|dreifach|vierfach|fünffach|zehnfach|vielfach)(?:t|n|en|te|ten|ung)"
        rf"|(?:legt|legen|legte|legten)\b{_WITHIN}\bzu{_STOP}|(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\bzu{_STOP}"
        r"|rekordhoch|höchststand|höchstwert|sich (?:\w+ ){0,3}?(?:erhöht|vergrößert)|erhöht\w* sich"
        rf"|breitet\w* sich\b{_WITHIN}\baus{_STOP}|verbreitet\w* sich|auf dem vormarsch"
    ),
    fall=(
        r"gesunken|abgenommen|zurückgegangen|rückgang|sinkt|sinken|sank(?:en)?|eingebrochen|verlier(?:t|en)"
        r"|verlor(?:en)?|nachgelassen|abgestürzt|schrumpf(?:t|en|te|ten)|halbier(?:t|en|te|ten|ung)|gefallen"
        rf"|(?:nimmt|nehmen|nahm|nahmen)\b{_WITHIN}\bab{_STOP}|(?:geht|gehen|ging|gingen)\b{_WITHIN}\bzurück"
        rf"|(?:bricht|brechen|brach|brachen)\b{_WITHIN}\bein{_STOP}|(?:fällt|fallen|fiel|fielen)\b{_WITHIN}\b(?:auf|um)"
        r"|tiefststand|tiefstwert|rekordtief|sich (?:\w+ ){0,3}?verringert|verringer\w* sich"
        rf"|(?:stirbt|sterben)\b{_WITHIN}\baus{_STOP}|ausgestorben|aussterben|ausgedient|verschwind(?:et|en)|verschwunden"
        r"|auslaufmodelle?|auf dem rückzug"
    ),
    most=(
        rf"{NONE_BEYOND}|"
        r"am (?:meisten|häufigsten|höchsten|stärksten|größten|beliebtesten|wichtigsten|verbreitetsten|öftesten)"
        r"|(?:häufigste|höchste|größte|stärkste|beliebteste|wichtigste|meistgenannte|meistgenutzte)[nrs]?"
        r"|die meisten|an erster stelle|auf platz (?:eins|1)|spitzenreiter|an der spitze|in führung"
        r"|(?:liegt|liegen) vorne?(?! un)|(?:führt|führen)(?=\s*(?:$|[,.;:!?]|(?:mit|bei|unter|in|im)\b))"
    ),
    least=(
        rf"{NONE_BELOW}|"
        r"am (?:wenigsten|seltensten|niedrigsten|geringsten|schwächsten|kleinsten)"
        r"|(?:seltenste|niedrigste|geringste|schwächste|kleinste)[nrs]?|an letzter stelle|schlusslicht"
    ),
    more=(
        r"mehr|häufiger\w*|öfter|größer\w*|höher\w*|stärker\w*|beliebter\w*|wichtiger\w*|verbreiteter\w*|lieber"
        r"|vor|überhol(?:t|en|te|ten)|schlägt|schlagen|übertr(?:ifft|effen|af|afen)"
    ),
    less=r"weniger|seltener\w*|kleiner\w*|niedriger\w*|schwächer\w*|geringer\w*|unbeliebter\w*|unwichtiger\w*|hinter",
    than=r"(?:als|wie|vor|hinter|überhol(?:t|en|te|ten)|schlägt|schlagen|übertr(?:ifft|effen|af|afen))",
    negations=r"nichts?|niemand|kein\w*|nie|niemals|kaum|ohne|statt|weder|weniger stark|verzicht\w*|noch nie",
)
