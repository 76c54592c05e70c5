"""German words by which a text says of whom a share is: of all who were asked, or of some of them.

Regular expressions, read without regard to case; a figure of the text stands in it as `FIGURE`.
"""

from __future__ import annotations

from report.language.model import FIGURE, TERRITORIES, Groups

_SURVEYS = (
    r"(?:(?:der|dieser|einer|unserer|den|diesen|dem|diesem|jahr) )?(?:umfrage|befragung|studie|erhebung|jahre?n?|\d{4})"
)

GROUPS = Groups(
    of_all=r"(?:(?:der|aller|von|von allen|von den) )?",
    from_all=r"(?:von|unter|bei) (?:allen |den )",
    respondents=("Befragten", "Befragte", "Befragter"),
    people=(
        *("Menschen", "Leute", "Leuten", "Personen", "Bevölkerung", "Einwohner", "Einwohnern"),
        *("Bürger", "Bürgern", "Bürgerinnen", "Bürgerinnen und Bürger", "Bürgerinnen und Bürgern"),
        *("Deutschen", "Österreicher", "Österreichern", "Schweizer", "Schweizern", "Europäer", "Europäern"),
    ),
    whole=(
        rf"in (?:der |den )?(?:{TERRITORIES})"
        r"|in (?:dies|unser)em land|im (?:ganzen )?land|hierzulande|bundesweit|landesweit|weltweit|insgesamt"
    ),
    everyone=r"von allen(?=\s*(?:[.;:!?]|$))",
    some=(
        r"\b(?:jung\w*|jünger\w*|alt\w*|ält\w*|jugend\w*|senior\w*|frau(?:en)?|mann|männer\w*|weiblich\w*|männlich\w*"
        r"|groß\w*|größer\w*|klein\w*|mittler\w*|\w*gruppen?|\w*jährig\w*|ost\w*|west\w*|nord\w*|süd\w*|\w*stadt|städt\w*"
        r"|länd(?:er|lich\w*)|davon|darunter|dort|hier|jene[mnrs]?|ihnen|solche[mnrs]?)(?!\w)"
    ),
    called=(frozenset({"weiblich", "frau", "frauen"}), frozenset({"männlich", "mann", "männer", "männern"})),
    among=rf"\b(?:bei|beim|im|in|unter|von|vom|für|auf|aus|mit|ohne|ab|über|zwischen)\b(?! {_SURVEYS}\b|\s*{FIGURE})",
    limits=(
        r"(?:dies|jen|solch|dess|der|welch)\w*|(?-i:[A-ZÄÖÜ]\w*s)|(?:jünger|älter|größer|kleiner|mittler|gleich)\w*"
        r"|dort|hier|davon|darunter|(?-i:[a-zäöüß]+er [A-ZÄÖÜ]\w+)"
    ),
    fractions=(
        r"\b(?:(?:ein|einem|eines|zwei|drei|vier|fünf|sechs|sieben|acht|neun) (?:drittel|viertel|fünftel|sechstel"
        r"|achtel|zehntel)n?|(?:die|der) hälfte|(?:eine[rmn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun) von"
        r" (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn))(?!\w)"
    ),
)
