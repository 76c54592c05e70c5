"""The steps of scales, by their words or by the numbers that they begin with, German and English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.frozen import frozen
from report.survey.draft.vocabulary import bare

_FULLY = r"(strongly|fully|completely|totally|definitely)"
_RATHER = r"(somewhat|slightly|rather|mostly|tend to|fairly)"
_VOLL = r"(voll|voll und ganz|völlig|voellig|ganz|sehr|stark|vollkommen|uneingeschränkt)"
_NICHT = r"(überhaupt nicht|ueberhaupt nicht|gar nicht|absolut nicht)"
_MIDDLE = r"(neither.*|neutral|undecided|mixed|partly|both|teils teils|teils|weder.*|unentschieden|mittel|mittelmäßig)"
_GLAD = r"(satisfied|likely|happy|interested|comfortable|familiar|confident|safe|easy|positive|favou?rable)"
_SORRY = r"(dissatisfied|unlikely|unhappy|uncomfortable|unsafe|difficult|negative|unfavou?rable)"
_GUT = r"(zufrieden|wichtig|wahrscheinlich|sicher|gut|interessiert|stark|hoch)"
_SCHLECHT = r"(un|nicht|schlecht|niedrig|gering)"

_FAMILIES: tuple[tuple[str, ...], ...] = (
    (
        rf"{_FULLY} agree|agree {_FULLY}",
        r"agree",
        rf"{_RATHER} agree|agree ({_RATHER}|a little)",
        _MIDDLE,
        rf"{_RATHER} disagree|disagree ({_RATHER}|a little)",
        r"disagree",
        rf"{_FULLY} disagree|disagree {_FULLY}",
    ),
    (
        rf"(stimme?|trifft) {_VOLL} zu",
        r"(stimme?|trifft) zu",
        r"(stimme?|trifft) (eher|überwiegend|weitgehend|teilweise) zu",
        _MIDDLE,
        r"(stimme?|trifft) (eher nicht|weniger|kaum) zu",
        r"(stimme?|trifft) nicht zu",
        rf"(stimme?|trifft) {_NICHT} zu|lehne .*ab",
    ),
    (
        r"always|all the time|(more than once )?(a day|daily)|every day|several times a day",
        r"almost always|very often|mostly|most of the time|almost every day",
        r"often|frequently|weekly|once a week|several times a week|every week",
        r"sometimes|occasionally|some of the time|monthly|every month|once a month",
        r"rarely|seldom|less often|yearly|hardly ever|almost never|a few times a year|once a year",
        r"never but .*",
        r"never and .*",
        r"never",
    ),
    (
        r"immer|täglich|jeden tag|mehrmals täglich",
        r"fast immer|meistens|sehr (oft|häufig)|fast täglich",
        r"oft|häufig|wöchentlich|mehrmals (pro|in der) woche",
        r"manchmal|gelegentlich|ab und zu|hin und wieder|monatlich",
        r"selten|seltener|fast nie|jährlich",
        r"nie|niemals",
    ),
    (
        r"very important to .*",
        r"somewhat important to .*",
        r"not important either way",
        r"somewhat important not to .*",
        r"very important not to .*",
    ),
    (
        r"extremely .*",
        r"very (?!un|dis|poor|bad|low|rare|often).*",
        r"(moderately|quite|fairly|rather) .*",
        r"somewhat (?!un|dis|agree).*",
        r"(slightly|a little) (?!un|dis|agree).*",
        r"not (too|very|that|so) .*",
        r"not at all .*|not .* at all",
    ),
    (
        rf"(very|extremely) {_GLAD}",
        _GLAD,
        rf"{_RATHER} {_GLAD}",
        _MIDDLE,
        rf"{_RATHER} {_SORRY}",
        _SORRY,
        rf"(very|extremely) {_SORRY}",
    ),
    (
        rf"sehr (?!{_SCHLECHT}).*",
        _GUT,
        rf"(eher|ziemlich) (?!{_SCHLECHT}).*",
        _MIDDLE,
        rf"(eher {_SCHLECHT}|weniger ).*",
        r"(unzufrieden|unwichtig|unwahrscheinlich|unsicher|schlecht|nicht (wichtig|zufrieden|sicher)|kaum)",
        rf"sehr {_SCHLECHT}.*|{_NICHT}.*|völlig un.*",
    ),
    (
        r"excellent|ausgezeichnet|hervorragend",
        r"very good|sehr gut",
        r"good|gut",
        r"eher gut",
        rf"fair|average|ok|okay|befriedigend|{_MIDDLE}",
        r"ausreichend|eher schlecht",
        r"poor|bad|schlecht|mangelhaft",
        r"very (poor|bad)|sehr schlecht|ungenügend",
    ),
    (
        r"a great deal|very much|sehr viel",
        r"a lot|quite a bit|much|viel",
        r"some|somewhat|a moderate amount|etwas",
        r"a little|only a little|not much|wenig",
        r"nothing at all|none at all|not at all|none|gar nicht|überhaupt nicht|nichts",
    ),
    (
        r"very high|sehr hoch",
        r"high|hoch|large|groß",
        r"medium|moderate|mittel",
        r"low|niedrig|gering|small|klein",
        r"very low|sehr niedrig|sehr gering",
    ),
    (
        r"definitely( yes)?|certainly|auf jeden fall|ganz sicher|bestimmt",
        r"probably( yes)?|wahrscheinlich|eher ja",
        rf"{_MIDDLE}|maybe|vielleicht|might or might not",
        r"probably not|wahrscheinlich nicht|eher nein|eher nicht",
        r"definitely not|certainly not|auf keinen fall|bestimmt nicht",
    ),
)
"""Steps of scales from their positive end to their negative one; a step is the first of its family that a label is
all of."""

LEAST_STEPS = 3


@frozen
class Order:
    """The places of labels as the steps of a scale.

    is_told: whether words say which end is the positive one, so that the steps go from it to the negative one; else
    they are in the order of their numbers.
    """

    places: tuple[int, ...]
    is_told: bool


def order_of(labels: Sequence[str]) -> Order | None:
    """The order of labels that are the steps of a scale; None where they are none.

    All of them have to be different steps of one family, or begin with numbers that count up from 0 or 1; then the
    words behind the first and the last number tell the direction, if they are of one family.
    """
    texts = [bare(re.sub(r"^\d+\s*[-–=:.)]?\s*", "", label) or label) for label in labels]
    if len(texts) < LEAST_STEPS:
        return None
    for family in _FAMILIES:
        steps = [_step(text, family) for text in texts]
        if None not in steps and len(set(steps)) == len(steps):
            return Order(tuple(sorted(range(len(labels)), key=lambda place: steps[place] or 0)), is_told=True)
    numbers = [re.match(r"(\d{1,3})\b(?![,.]?\d)", label.strip()) for label in labels]
    known = [int(found[1]) for found in numbers if found]
    if sorted(known) not in (list(range(len(labels))), list(range(1, len(labels) + 1))):
        return None
    places = sorted(range(len(labels)), key=lambda place: known[place])
    ends = next((ends for family in _FAMILIES if (ends := _ends(texts, places, family))), None)
    return Order(tuple(reversed(places) if ends and ends[0] > ends[1] else places), is_told=ends is not None)


def _ends(texts: Sequence[str], places: Sequence[int], family: Sequence[str]) -> tuple[int, int] | None:
    """Which steps of a family the first and the last text are; None where they are not two of them."""
    first, last = (_step(texts[places[end]], family) for end in (0, -1))
    return None if first is None or last is None or first == last else (first, last)


def _step(text: str, family: Sequence[str]) -> int | None:
    return next((step for step, words in enumerate(family) if re.fullmatch(words, text)), None)


def is_middle(label: str) -> bool:
    """Whether a step is called as the middle of a scale is."""
    return bool(re.fullmatch(_MIDDLE, bare(label)))
