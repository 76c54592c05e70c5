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
NO_QUESTION = re.compile(
    r"(.*[ ])?(id|ids|uuid|guid|token|respondent|respondent id|case|caseid|fallnummer|lfdn|ip|ip address|email|e mail|mail"
    r"|name|vorname|nachname|telefon|phone|seed|serial|interviewer|user ?agent|url|duration|dauer)([ ]\d+)?"
)
STAMP = re.compile(
    r"(.*[ ])?(start|end|date|time|datum|zeit|timestamp|zeitstempel|submitted|created|begin|beginn)([ ].*)?"
)

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

NEGATIVE = re.compile(
    r"0|no|nein|n|false|falsch|off|none|unchecked|unselected|not (selected|quoted|mentioned|chosen|checked|named|ticked)"
    r"|nicht (genannt|gew(ä|ae)hlt|ausgew(ä|ae)hlt|angekreuzt|erw(ä|ae)hnt|markiert|zutreffend)"
)
POSITIVE = re.compile(
    r"1|yes|ja|y|j|x|true|wahr|on|checked|selected|quoted|mentioned|chosen|named|ticked"
    r"|genannt|gew(ä|ae)hlt|ausgew(ä|ae)hlt|angekreuzt|erw(ä|ae)hnt|markiert|zutreffend"
)

_ROLES: tuple[tuple[AnswerRole, str], ...] = (
    (AnswerRole.DONT_KNOW, r"(i )?(do not|don.?t|cannot) (know|say)( .*)?|dk|dk na|not sure|i.?m not sure|unsure|can.?t say|no opinion"
                           r"|wei(ß|ss) (ich )?(es )?nicht|weiß nicht.*|keine meinung|kann ich nicht sagen|wn"),
    (AnswerRole.REFUSED, r"refused|refusal|no answer|not answered|(i )?prefer not( to)? (say|answer|disclose|state)( .*)?|rather not say|decline.*"
                         r"|verweigert|keine angaben?( .*)?|k a|ka|antwort verweigert|m(ö|oe)chte ich nicht (sagen|beantworten)"),
    (AnswerRole.NONE, r"none|none of (the above|these|them|those)|nothing|n a|not applicable|(trifft )?nicht zutreffend"
                      r"|keines?( davon| von diesen| der genannten)?|keine der genannten.*|keine davon|nichts( davon)?|gar nichts"),
    (AnswerRole.OTHER, r"others?( .*specify.*)?|other answers?|something else|another"
                       r"|sonstiges?( .*)?|anderes?|andere( und zwar)?|andere antworten|etwas anderes"),
)  # fmt: skip

_MISSING: tuple[tuple[str, str], ...] = (
    ("not_asked", r".*(not asked|not applicable|nicht gefragt|nicht gestellt|trifft nicht zu|inapplicable|skipped|skip|filter"
                  r"|nicht zutreffend|entf(ä|ae)llt|not in universe|iap).*|na|n a"),
    ("dont_know", r".*(don.?t know|do not know|not sure|wei(ß|ss) nicht|wei(ß|ss) ich nicht|can.?t say|undecided).*|dk|wn"),
    ("refused", r".*(refus|verweiger|prefer not|decline|m(ö|oe)chte .*nicht).*"),
)  # fmt: skip


def role_of(label: str) -> AnswerRole:
    """What an answer is for, by its words."""
    text = _bare(label)
    return next((role for role, words in _ROLES if re.fullmatch(words, text)), AnswerRole.REGULAR)


def missing_role(label: str | None) -> str:
    """Which key of `missing` a value belongs to that a file declares missing."""
    text = _bare(label or "")
    return next((key for key, words in _MISSING if re.fullmatch(words, text)), "no_answer")


def is_negative(text: str) -> bool:
    """Whether a value says that an answer was not given."""
    return bool(NEGATIVE.fullmatch(_bare(text)))


def is_positive(text: str) -> bool:
    """Whether a value says that an answer was given."""
    return bool(POSITIVE.fullmatch(_bare(text)))


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w'’?]+", " ", text).casefold().replace("’", "'").split())


# -------------------------------------------------------------------------------------------------------------- scales

_FULLY = r"(strongly|fully|completely|totally|definitely)"
_VOLL = r"(voll|voll und ganz|völlig|voellig|ganz|sehr|stark|vollkommen|uneingeschränkt)"
_NICHT = r"(überhaupt nicht|ueberhaupt nicht|gar nicht|absolut nicht)"
_MIDDLE = r"(neither.*|neutral|undecided|mixed|teils teils|teils|weder.*|unentschieden|mittel|partly|both|mittelmäßig)"

_FAMILIES: tuple[tuple[str, ...], ...] = (
    (rf"{_FULLY} agree|agree {_FULLY}", r"agree", r"(somewhat|slightly|rather|mostly|tend to) agree|agree (somewhat|slightly|a little)",
     _MIDDLE, r"(somewhat|slightly|rather|mostly|tend to) disagree|disagree (somewhat|slightly|a little)", r"disagree",
     rf"{_FULLY} disagree|disagree {_FULLY}"),
    (rf"(stimme?|trifft) {_VOLL} zu", r"(stimme?|trifft) zu", r"(stimme?|trifft) (eher|überwiegend|weitgehend|teilweise) zu", _MIDDLE,
     r"(stimme?|trifft) (eher|weniger|kaum) (nicht )?zu", r"(stimme?|trifft) nicht zu", rf"(stimme?|trifft) {_NICHT} zu|lehne .*ab"),
    (r"always|all the time|(more than once )?(a day|daily)|every day|several times a day", r"almost always|very often|mostly|most of the time|almost every day",
     r"often|frequently|weekly|once a week|several times a week|every week", r"sometimes|occasionally|some of the time|monthly|every month|once a month",
     r"rarely|seldom|less often|yearly|hardly ever|almost never|a few times a year|once a year", r"never but .*", r"never and .*", r"never"),
    (r"immer|täglich|jeden tag|mehrmals täglich", r"fast immer|meistens|sehr (oft|häufig)|fast täglich", r"oft|häufig|wöchentlich|mehrmals (pro|in der) woche",
     r"manchmal|gelegentlich|ab und zu|hin und wieder|monatlich", r"selten|seltener|fast nie|jährlich", r"nie|niemals"),
    (r"very important to .*", r"somewhat important to .*", r"not important either way", r"somewhat important not to .*", r"very important not to .*"),
    (r"extremely .*", r"very (?!un|dis|poor|bad|low|rare|often).*", r"(moderately|quite|fairly|rather) .*", r"somewhat (?!un|dis|agree).*",
     r"(slightly|a little) (?!un|dis|agree).*", r"not (too|very|that|so) .*", r"not at all .*|not .* at all"),
    (r"(very|extremely) (satisfied|likely|happy|interested|comfortable|familiar|confident|safe|easy|positive|favou?rable)",
     r"(satisfied|likely|happy|easy|positive|favou?rable)", r"(somewhat|fairly|rather) (satisfied|likely|happy|easy|positive|favou?rable)", _MIDDLE,
     r"(somewhat|fairly|rather) (dissatisfied|unlikely|unhappy|difficult|negative|unfavou?rable)", r"(dissatisfied|unlikely|unhappy|difficult|negative|unfavou?rable)",
     r"(very|extremely) (dissatisfied|unlikely|unhappy|difficult|negative|unfavou?rable)"),
    (r"sehr (?!un|schlecht|niedrig|selten|gering).*", r"(zufrieden|wichtig|wahrscheinlich|sicher|gut|interessiert|stark|hoch)",
     r"(eher|ziemlich) (?!un|nicht|schlecht|niedrig|gering).*", _MIDDLE, r"(eher (un|nicht|schlecht|niedrig|gering)|weniger ).*",
     r"(unzufrieden|unwichtig|unwahrscheinlich|unsicher|schlecht|nicht (wichtig|zufrieden|sicher)|kaum)", rf"sehr (un|schlecht|niedrig|gering).*|{_NICHT}.*|völlig un.*"),
    (r"excellent|ausgezeichnet|hervorragend", r"very good|sehr gut", r"good|gut", r"eher gut", r"fair|average|ok|okay|befriedigend|mittelmäßig",
     r"ausreichend|eher schlecht", r"poor|bad|schlecht|mangelhaft", r"very (poor|bad)|sehr schlecht|ungenügend"),
    (r"a great deal|very much|sehr viel", r"a lot|quite a bit|much|viel", r"some|somewhat|a moderate amount|etwas", r"a little|only a little|not much|wenig",
     r"none at all|not at all|none|gar nicht|überhaupt nicht|nichts"),
    (r"very high|sehr hoch", r"high|hoch|large|groß", r"medium|moderate|mittel", r"low|niedrig|gering|small|klein", r"very low|sehr niedrig|sehr gering"),
    (r"definitely( yes)?|certainly|auf jeden fall|ganz sicher|bestimmt", r"probably( yes)?|wahrscheinlich|eher ja", rf"{_MIDDLE}|maybe|vielleicht|might or might not",
     r"probably not|wahrscheinlich nicht|eher nein|eher nicht", r"definitely not|certainly not|auf keinen fall|bestimmt nicht"),
)  # fmt: skip
"""Steps of scales from their one end to the other; a step is the first of its family that a label is all of."""

LEAST_STEPS = 3


def order_of(labels: Sequence[str]) -> list[int] | None:
    """The places of labels in the order of a scale, its first step first; None where they are none.

    All of them have to be different steps of one family, or begin with different numbers.
    """
    bare = [re.sub(r"^\d+\s*[-–=:.)]?\s*", "", label) or label for label in labels]
    texts = [_bare(label) for label in bare]
    if len(texts) < LEAST_STEPS:
        return None
    for family in _FAMILIES:
        steps = [_step(text, family) for text in texts]
        if None not in steps and len(set(steps)) == len(steps):
            return sorted(range(len(labels)), key=lambda place: steps[place] or 0)
    numbers = [re.match(r"(-?\d+)\b(?![,.]?\d)", label.strip()) for label in labels]
    known = [int(found[1]) for found in numbers if found]
    is_numbered = len(known) == len(labels) and sorted(known) in (_up_from(0, labels), _up_from(1, labels))
    return sorted(range(len(labels)), key=lambda place: known[place]) if is_numbered else None


def _up_from(first: int, labels: Sequence[str]) -> list[int]:
    return list(range(first, first + len(labels)))


def _step(text: str, family: Sequence[str]) -> int | None:
    return next((step for step, words in enumerate(family) if re.fullmatch(words, text)), None)


def is_middle(label: str) -> bool:
    """Whether a step is called as the middle of a scale is."""
    return bool(re.fullmatch(_MIDDLE, _bare(label)))


# ------------------------------------------------------------------------------------------------------------ language

_GERMAN = re.compile(
    r"\b(und|oder|der|die|das|nicht|ist|sie|ihre?|wie|welche[rs]?|haben|keine?|weiß|ja|nein|mit|für|von|eine?|stimme|trifft|jahre|männlich|weiblich|selten|manchmal|oft|nie|gesamt|frauen|männer)\b|[äöüß]",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(and|or|the|not|is|you|your|how|which|what|have|no|yes|with|for|of|an?|agree|disagree|years|male|female|rarely|often|never|other|total|women|men)\b",
    re.IGNORECASE,
)


def language_of(texts: Iterable[str]) -> str:
    """The language in which a file speaks: German where it has more of its words, else English."""
    whole = " ".join(texts)
    return "de" if len(_GERMAN.findall(whole)) > len(_ENGLISH.findall(whole)) else "en"


def year_in(text: str) -> int | None:
    """The year that a text names, if it is one year alone."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))
    return int(years.pop()) if len(years) == 1 else None
