"""Words by which columns, answers and scales are known, in German and English.

Whatever is not found here is drafted as what claims least: a regular answer, single choice, no order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from report.survey.model import AnswerRole

# ------------------------------------------------------------------------------------------------------------- columns

WEIGHT = re.compile(
    r"(weights?|gewicht(e|ung|ungsfaktor)?|wgt|wght|wt|gew|hochrechnung(sfaktor)?)([ ]?[a-z0-9]*)"
    r"|.*[ ](weights?|gewicht|wgt|weighting factor)|.*(weighting factor|gewichtungsfaktor).*"
)
WAVE = re.compile(r"(wave|welle|survey ?year|erhebungsjahr|jahr|year|round|runde|erhebung|erhebungswelle)[ ]?\d?")
RECOMMENDATION = r"(^|[ ])(nps|net promoter( score)?)([ ]|$)|recommend|(weiter)?empfehl"
"""In a name or label of a question of which a net promoter score is taken."""
NO_QUESTION = re.compile(
    r"(.*[ ])?(id|ids|uuid|guid|token|respondent( id)?|case|caseid|fallnummer|lfdn|ip|ip address|e ?mail|mail|name"
    r"|vorname|nachname|telefon|phone|seed|serial|interviewer|user ?agent|url|duration|dauer)([ ]\d+)?"
)
NO_INTERVIEW = re.compile(
    r".*(birth|geburt|hire|hiring|employ|eintritt|entry|einstellung|besch(ä|ae)ftig|join|contract|vertrag|purchase|kauf).*"
)
"""Dates that say nothing of when somebody was asked."""
STAMP = re.compile(
    r"(.*[ ])?(start|end|date|time|datum|zeit|timestamp|zeitstempel|submitted|created|begin|beginn)([ ].*)?"
)

RESPONSE = re.compile(r"(open ended )?response|(offene )?antwort")
"""What SurveyMonkey writes below a question that has a single column."""

_DEMOGRAPHICS: tuple[tuple[str, str], ...] = (
    ("gender", r"sex|gender|geschlecht"),
    ("age", r"age|ages|alter|altersgruppen?|alterskategorie|agegroup|agegr|altgr|generation"),
    (
        "region",
        r"region|regions|state|bundesland|land|landesteil|ostwest|west|ost|country|urbanicity|wohnort|ortsgr(ö|oe)(ß|ss)e",
    ),
    ("education", r"education|educ|bildung|schulabschluss|schulbildung|abschluss|degree"),
    ("income", r"income|einkommen|hhne|haushaltsnettoeinkommen|hhinc"),
    ("employment", r"employment|erwerbst(ä|ae)tigkeit|erwerb|beruf|occupation|berufst(ä|ae)tig"),
    ("household", r"household|haushalt|haushaltsgr(ö|oe)(ß|ss)e|hhsize|kids|children|kinder"),
    ("family", r"marital|familienstand|marstat"),
    ("origin", r"race|ethnicity|ethnic|migration|migrationshintergrund|racethn"),
    ("orientation", r"orientation"),
    (
        "size",
        r"company size|unternehmensgr(ö|oe)(ß|ss)e|betriebsgr(ö|oe)(ß|ss)e|employees|besch(ä|ae)ftigte|mitarbeiterzahl",
    ),
    ("industry", r"branche|industry|sector|sektor|wirtschaftszweig"),
    ("party", r"party|partei|parteipr(ä|ae)ferenz|partyid"),
)
LONGEST_DEMOGRAPHIC_LABEL = 45
"""Characters of a label that names a group rather than asking something about it."""


def plain(text: str) -> str:
    """A name or label for comparison: small, its parts apart, no signs: "q7_AgeGroup" is "q7 age group"."""
    apart = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ0-9])|(?<=[0-9])(?=[A-Za-z])", " ", text)
    return " ".join(re.sub(r"[^\w]+|_", " ", apart).casefold().split())


def demographic(name: str, label: str | None) -> str | None:
    """What group of people a column divides respondents by, as its name or its short label says."""
    texts = [plain(name)] + ([plain(label)] if label and len(label) <= LONGEST_DEMOGRAPHIC_LABEL else [])
    for text in texts:
        for concept, words in _DEMOGRAPHICS:
            if re.search(rf"(^|[ ])({words})([ ]|$)", text):
                return concept
    return None


# ------------------------------------------------------------------------------------------------------------- answers

UNSAID = ("NA", "<NA>", "#N/A", "#NULL!", "NULL", "NaN", "nan", "#DIV/0!", "#VALUE!")
"""Texts that programs write into cells without a value; no respondent said them."""

NO_NUMBER = re.compile(
    r"n a|na|not applicable|unknown|unclear|refused|missing|no data"
    r"|unbekannt|unklar|entf(ä|ae)llt|fehlt|ohne angabe|o a"
)
"""What stands in the place of a number that nobody gave, beside what has a role among answers."""

NEGATIVE = re.compile(
    r"0|no|nein|n|false|falsch|off|none|unchecked|unselected"
    r"|not (selected|quoted|mentioned|chosen|checked|named|ticked)"
    r"|nicht (genannt|gew(ä|ae)hlt|ausgew(ä|ae)hlt|angekreuzt|erw(ä|ae)hnt|markiert|zutreffend)"
)
POSITIVE = re.compile(
    r"1|yes|ja|y|j|x|true|wahr|on|checked|selected|quoted|mentioned|chosen|named|ticked"
    r"|genannt|gew(ä|ae)hlt|ausgew(ä|ae)hlt|angekreuzt|erw(ä|ae)hnt|markiert|zutreffend"
)

_ROLES: tuple[tuple[AnswerRole, tuple[str, ...]], ...] = (
    (AnswerRole.DONT_KNOW, (
        r"(i )?(do not|don.?t|cannot) (know|say)( .*)?|dk|dk na|(i.?m )?not sure|unsure|can.?t say|no opinion",
        r"wei(ß|ss) (ich )?(es )?nicht.*|keine meinung|kann ich nicht sagen|wn",
    )),
    (AnswerRole.REFUSED, (
        r"refused|refusal|no answer|not answered|(i )?prefer not( to)? (say|answer|disclose|state)( .*)?",
        r"rather not say|decline.*|(antwort )?verweigert|keine angaben?( .*)?|k a|ka",
        r"m(ö|oe)chte ich nicht (sagen|beantworten)",
    )),
    (AnswerRole.NONE, (
        r"none|none of (the above|these|them|those)|nothing|n a|not applicable|(trifft )?nicht zutreffend",
        r"keines?( davon| von diesen| der genannten)?|keine (der genannten.*|davon)|nichts( davon)?|gar nichts",
    )),
    (AnswerRole.OTHER, (
        r"others?( .*specify.*)?|other answers?|something else|another",
        r"sonstiges?( .*)?|anderes?|andere( und zwar)?|andere antworten|etwas anderes",
    )),
)  # fmt: skip

_MISSING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("not_asked", (
        r".*(not asked|not applicable|inapplicable|skip|filter|not in universe|iap).*|na|n a",
        r".*(nicht gefragt|nicht gestellt|trifft nicht zu|nicht zutreffend|entf(ä|ae)llt).*",
    )),
    ("dont_know", (
        r".*(don.?t know|do not know|not sure|can.?t say|undecided).*|dk|wn",
        r".*wei(ß|ss) (ich )?nicht.*",
    )),
    ("refused", (r".*(refus|prefer not|decline).*", r".*(verweiger|m(ö|oe)chte .*nicht).*")),
)  # fmt: skip


def role_of(label: str) -> AnswerRole:
    """What an answer is for, by its words."""
    text = bare(label)
    return next((role for role, words in _ROLES if _is_one_of(words, text)), AnswerRole.REGULAR)


def missing_role(label: str | None) -> str:
    """Which key of `missing` a value belongs to that a file declares missing."""
    text = bare(label or "")
    return next((key for key, words in _MISSING if _is_one_of(words, text)), "no_answer")


def is_negative(text: str) -> bool:
    """Whether a value says that an answer was not given."""
    return bool(NEGATIVE.fullmatch(bare(text)))


def is_positive(text: str) -> bool:
    """Whether a value says that an answer was given."""
    return bool(POSITIVE.fullmatch(bare(text)))


def _is_one_of(patterns: Sequence[str], text: str) -> bool:
    return any(re.fullmatch(pattern, text) for pattern in patterns)


def bare(text: str) -> str:
    """A label for comparison: small, its signs blanks."""
    return " ".join(re.sub(r"[^\w'’?]+", " ", text).casefold().replace("’", "'").split())


# ------------------------------------------------------------------------------------------------------------ language

_GERMAN = re.compile(
    r"[äöüß]|\b(und|oder|der|die|das|nicht|ist|sie|ihre?|wie|welche[rs]?|haben|keine?|ja|nein|mit|von|eine?|stimme|trifft"
    r"|jahre|selten|manchmal|oft|nie|gesamt|frauen)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(and|or|the|not|is|you|your|how|which|what|have|no|yes|with|for|of|an?|agree|disagree|years|male|female|rarely"
    r"|often|never|other|total|women|men)\b",
    re.IGNORECASE,
)


def language_of(texts: Iterable[str]) -> str:
    """The language in which a file speaks: German where it has more of its words, else English."""
    whole = " ".join(texts)
    return "de" if len(_GERMAN.findall(whole)) > len(_ENGLISH.findall(whole)) else "en"


_MONTHS = {
    word: number
    for number, words in enumerate(
        ("jan|januar|january|jänner", "feb|februar|february", "mar|mär|märz|maerz|march", "apr|april", "mai|may",
         "jun|juni|june", "jul|juli|july", "aug|august", "sep|sept|september", "okt|oct|oktober|october",
         "nov|november", "dez|dec|dezember|december"),
        start=1,
    )
    for word in words.split("|")
}  # fmt: skip


def date_in(text: str) -> str | None:
    """The year that a text names, with its month if it names one: "2024-05" of "05/2024" or "May 2024"."""
    year = year_in(text)
    if year is None:
        return None
    before, _, behind = text.partition(str(year))
    number = re.match(r"[-.](0[1-9]|1[0-2])(?!\d)", behind) or re.search(r"(?<!\d)(0?[1-9]|1[0-2])[-./]$", before)
    words = [_MONTHS[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in _MONTHS]
    month = int(number[1]) if number else words[0] if len(words) == 1 else None
    return f"{year}-{month:02}" if month else str(year)


def year_in(text: str) -> int | None:
    """The year that a text names, if it is one year alone."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))
    return int(years.pop()) if len(years) == 1 else None
