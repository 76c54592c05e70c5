"""Every headline and message about questions of one scale is true: read back by words and numbers alone.

The reader knows nothing of the program's claims. It takes a sentence apart, finds the statements by what they are
called, and judges what is said by the shares that the test put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.default_story import default_story
from report.survey.model import AnswerRole, Rest, Sample, Survey, Wording
from tests.briefing.telling import briefing
from tests.briefing.test_default_truth import NUMBERS, plain_text
from tests.builders import SCALE, Percent, plain, question, survey, tabulated

STEPS: Final = ("full", "rather", "neither", "hardly", "never")
LABELS: Final = {step: {"de": f"Stufe{step}", "en": f"Step{step}"} for step in STEPS}
NETS: Final = {
    "sides": {"top": {"de": "Zustimmung", "en": "agree"}, "bottom": {"de": "Ablehnung", "en": "disagree"}},
    "others": {"top": {"de": "Oft", "en": "Often"}, "bottom": {"de": "Selten", "en": "Rarely"}},
}


COMPARED: Final = {
    "de": {True: "Aussagen im Vergleich", False: "Fragen im Vergleich"},
    "en": {True: "Statements compared", False: "Questions compared"},
}
"""What is said where there is no room for topics: only what is agreed with is a statement."""


@dataclass(frozen=True)
class Battery:
    """What was put in: of every statement the share of each step, and how steps are taken together.

    nets: a key of `NETS`; None without nets. further: the words by which labels are longer than their first one.
    n: of a random sample; None of any other.
    """

    shares: Mapping[str, Mapping[str, Percent]]
    nets: str | None
    has_middle: bool
    wording: Wording
    further: int
    language: str
    n: int | None = None


@st.composite
def batteries(draw: st.DrawFn) -> Battery:
    """Two to nine statements, equal ones and shares below a bound among them."""
    has_middle, nets = draw(st.booleans()), draw(st.sampled_from(["sides", "others", None]))
    steps = STEPS if has_middle else tuple(step for step in STEPS if step != "neither")
    share = draw(st.sampled_from([st.integers(0, 20), st.sampled_from([5, 10]), st.integers(0, 20) | st.just("<1")]))
    if nets:  # of bounds there is no sum
        share = draw(st.sampled_from([st.integers(0, 20), st.sampled_from([5, 10])]))
    names = "mnopqrstu"[: draw(st.integers(2, 9))]
    return Battery(
        {name: {step: draw(share) for step in steps} for name in names},
        nets,
        has_middle,
        draw(st.sampled_from([Wording.EXACT, Wording.PARAPHRASED])),
        draw(st.sampled_from([0, 0, 5, 20])),
        draw(st.sampled_from(["de", "en"])),
        draw(st.none() | st.sampled_from([100, 1000, 10_000])),
    )


def survey_of(battery: Battery) -> Survey:
    asked = []
    for name, shares in battery.shares.items():
        found = question(
            name,
            shares,
            type=SCALE,
            roles={"neither": AnswerRole.MIDPOINT} if battery.has_middle else {},
            labels=LABELS,
            nets={"top": (STEPS[:2], None), "bottom": (STEPS[3:], None)} if battery.nets else {},
            wording=battery.wording,
            rest=Rest.UNPUBLISHED,
            topic={"de": f"Thema{name}", "en": f"Topic{name}"},
            label={
                "de": f"Satz{name}" + " und mehr" * battery.further,
                "en": f"Clause{name}" + " and more" * battery.further,
            },
        )
        called = NETS[battery.nets] if battery.nets else {}
        nets = tuple(replace(net, label=plain(called[net.id])) for net in found.nets)
        asked.append(replace(found, scale="scale", nets=nets))
    return replace(survey(*asked, n=battery.n), sample=Sample.RANDOM if battery.n else None)


# -------------------------------------------------------------------------------------------------------------- reader


class Reader:
    """Takes sentences about a battery apart; refuses one that it does not know."""

    def __init__(self, battery: Battery) -> None:
        self.battery, self.language = battery, battery.language

    def is_true(self, headline: str) -> bool:
        text = plain_text(headline)
        for pattern, check in PATTERNS[self.language]:
            if found := re.fullmatch(pattern, text):
                return check(self, {name: each or "" for name, each in found.groupdict().items()})
        agrees = self.battery.nets == "sides"
        topics = "|".join(rf"(?:Thema|Topic){name}" for name in self.battery.shares)
        said_of_all = rf"(?:{topics})(?:(?:, | und | and )(?:{topics}))+|{COMPARED[self.language][agrees]}"
        return re.fullmatch(said_of_all, text) is not None

    def names_right(self, figure: str, words: str, topic: str = "") -> bool:
        """Whether a message names what has the large figure, be it by the topic that it stands below."""
        pattern = rf"(?:der Unternehmen|of companies): (?P<net>\w+) (?:\(net(?:to)?\), |\(){A}\)?"
        readings = (words, f"{words}, {topic}", f"{words} ({topic})")
        matches = (re.fullmatch(pattern, plain_text(each), re.IGNORECASE) for each in readings)
        found = next(filter(None, matches), None)
        return found is not None and self.is_share(found["net"], found["a"], figure)

    def is_share(self, label: str, statement: str, figure: str) -> bool:
        """Whether so many gave an answer, or one of those that a net takes together, to a statement."""
        name = next((step for step in STEPS if LABELS[step][self.language] == label), None)
        called = NETS[self.battery.nets] if self.battery.nets else {}
        net = next((each for each, labels in called.items() if labels[self.language] == label), None)
        share = self.net(statement, net) if net else self.battery.shares[statement][name or ""]
        return _printed(share) == plain_text(figure).removesuffix("%")

    def net(self, statement: str, net: str) -> int:
        shares = self.battery.shares[statement]
        parts = [shares[step] for step in (STEPS[:2] if net == "top" else STEPS[3:])]
        return sum(part for part in parts if isinstance(part, int))

    def agreement(self, statement: str) -> Percent:
        """What statements are ranked by: the net of the upper end, without nets the first step."""
        return self.net(statement, "top") if self.battery.nets else self.battery.shares[statement]["full"]

    def has(self, statement: str, figure: str) -> bool:
        return _printed(self.agreement(statement)) == figure.removesuffix("%")

    def is_chance(self, one: Percent, other: Percent, *, is_one_question: bool = False) -> bool:
        """Whether a sample of that size leaves open which of two shares is larger (two proportions, 95 %)."""
        if self.battery.n is None or one is None or other is None:
            return False
        p, q = (float(str(share).removeprefix("<")) / 100 for share in (one, other))
        variance = (p + q - (p - q) ** 2 if is_one_question else p * (1 - p) + q * (1 - q)) / self.battery.n
        return abs(p - q) < 1.96 * sqrt(variance)

    def is_ahead(self, one: str, other: str) -> bool:
        """Whether one statement has more agreement than another, for certain and not by chance."""
        shares = self.agreement(one), self.agreement(other)
        return _above(*shares) and not self.is_chance(*shares)

    def leads(self, *statements: str) -> bool:
        """Whether these lie above all others, for certain."""
        others = [name for name in self.battery.shares if name not in statements]
        return all(self.is_ahead(one, other) for one in statements for other in others)

    def trails(self, statement: str) -> bool:
        others = [name for name in self.battery.shares if name != statement]
        return all(self.is_ahead(name, statement) for name in others)

    def calls_rightly(self, name: str) -> bool:
        """Whether what first shares are said to be of is what statements are ranked by."""
        called = NETS[self.battery.nets]["top"] if self.battery.nets else LABELS["full"]
        return name == called[self.language]


def _printed(share: Percent) -> str:
    return re.sub(r"\s", "", str(share))


def _above(one: Percent, other: Percent) -> bool:
    """Whether a share is larger for certain; one below a bound of 1 is larger than none at all."""
    low = 0.001 if isinstance(one, str) else one
    high = 0.999 if isinstance(other, str) else other
    return low is not None and high is not None and low > high


Said = Mapping[str, str]
Check = Callable[[Reader, Said], bool]


def _first(reader: Reader, said: Said) -> bool:
    pairs = [(said["a"], said["x"])] + ([(said["a2"], said["x2"])] if said["a2"] else [])
    is_named = "net" not in said or reader.calls_rightly(said["net"])
    return (
        is_named
        and _tells_near(reader, said)
        and all(reader.has(*pair) for pair in pairs)
        and reader.leads(*(name for name, _ in pairs))
    )


def _tells_near(reader: Reader, said: Said) -> bool:
    """Whether those within five points of the first, and nine tenths of it, are all told, in order and with shares."""
    first = reader.agreement(said["a"])
    others = [name for name in reader.battery.shares if name not in (said["a"], said["a2"])]
    shares = {name: share for name in others if isinstance(share := reader.agreement(name), int)}
    assert isinstance(first, int)
    near = {name: share for name, share in shares.items() if first - share <= 5 and share >= 0.9 * first}
    if said.get("c"):
        told = [(said["c"], said["v"]), *([(said["c2"], said["v2"])] if said["c2"] else [])]
        ordered = sorted(near.values(), reverse=True)
        return [share for _, share in told] == [f"{share}%" for share in ordered] and near.keys() == dict(told).keys()
    if said.get("others"):
        numbers, counted = NUMBERS[reader.language], re.findall(r"\d+", said["at"])
        count = 1 if said["others"] in ("eine", "one") else numbers.index(said["others"])
        return count == len(near) and {int(each) for each in counted} == (
            {min(near.values()), max(near.values())} if count > 2 else set(near.values())
        )
    return not near


def _last(reader: Reader, said: Said) -> bool:
    is_named = not said.get("net") or reader.calls_rightly(said["net"])
    return is_named and reader.has(said["b"], said["y"]) and reader.trails(said["b"])


def _ends(reader: Reader, said: Said) -> bool:
    return _first(reader, said) and reader.has(said["b"], said["y"]) and reader.trails(said["b"])


def _both_exact(reader: Reader, said: Said) -> bool:
    return reader.battery.wording is Wording.EXACT and _ends(reader, {**said, "a2": "", "x2": ""})


def _prevails(reader: Reader, said: Said) -> bool:
    numbers, names = NUMBERS[reader.language], list(reader.battery.shares)
    turned = [name for name in names if reader.net(name, "bottom") > reader.net(name, "top")]
    upright = [name for name in names if reader.net(name, "top") > reader.net(name, "bottom")]
    counted = numbers.index(said["k"]) == len(upright) and numbers.index(said["n"]) == len(names)
    shares = (f"{reader.net(said['b'], 'bottom')}%", f"{reader.net(said['b'], 'top')}%")
    sides = [(reader.net(name, "top"), reader.net(name, "bottom")) for name in names]
    if any(reader.is_chance(*pair, is_one_question=True) for pair in sides):
        return False
    return counted and turned == [said["b"]] and shares == (said["y"], said["z"])


def _name(group: str) -> str:
    return rf"(?:Satz|Clause|Thema|Topic)(?P<{group}>\w)(?: und mehr| and more)*"


A, A2, B, C, C2 = (_name(group) for group in ("a", "a2", "b", "c", "c2"))
X, X2, Y, Z, V, V2 = (rf"(?P<{group}><?\d+%)" for group in ("x", "x2", "y", "z", "v", "v2"))
NET: Final = r"(?P<net>\w+)"
NEAR: Final = (
    rf"(?:, (?:dann|then) {C} \({V}\)(?: (?:und|and) {C2} \({V2}\))?)?"
    r"(?:, (?P<others>\w+) (?:weitere bei|others? at) (?P<at>\d+%(?: (?:und|and|bis|to) \d+%)?))?"
)
TOP: Final = rf"{A} \({X}\)(?: (?:und|and) {A2} \({X2}\))?{NEAR}"
TOP_OF_NET: Final = rf"{A} \({X} {NET}\)(?: (?:und|and) {A2} \({X2}\))?{NEAR}"
PATTERNS: Final[Mapping[str, Sequence[tuple[str, Check]]]] = {
    "de": [
        (rf"{A} bejahen {X}, {B} {Y}", _both_exact),
        (rf"Höchste Zustimmung: {TOP}, niedrigste: {B} \({Y}\)", _ends),
        (rf"Höchste Zustimmung: {TOP}", _first),
        (rf"Niedrigste Zustimmung: {B} \({Y}\)", _last),
        (rf"An der Spitze: {TOP_OF_NET}, am Ende: {B} \({Y}\)", _ends),
        (rf"An der Spitze: {TOP_OF_NET}", _first),
        (rf"Am Ende: {B} \({Y} {NET}\)", _last),
        (rf"In (?P<k>\w+) von (?P<n>\w+) Fällen überwiegt die Zustimmung, einmal die Ablehnung: {B} \({Y} zu {Z}\)",
         _prevails),
    ],
    "en": [
        (rf"{X} agree that {A}, {Y} that {B}", _both_exact),
        (rf"Highest agreement: {TOP}, lowest: {B} \({Y}\)", _ends),
        (rf"Highest agreement: {TOP}", _first),
        (rf"Lowest agreement: {B} \({Y}\)", _last),
        (rf"First: {TOP_OF_NET}, last: {B} \({Y}\)", _ends),
        (rf"First: {TOP_OF_NET}", _first),
        (rf"Last: {B} \({Y} {NET}\)", _last),
        (rf"Agreement prevails in (?P<k>\w+) of (?P<n>\w+) cases, disagreement in one: {B} \({Y} to {Z}\)", _prevails),
    ],
}  # fmt: skip


# --------------------------------------------------------------------------------------------------------------- tests


def untrue(battery: Battery) -> Iterator[str]:
    """The headlines and messages that the reader does not find true."""
    of = survey_of(battery)
    found, faults = briefing(default_story(of, tabulated(of), "media", ("de", "en")), battery.language)
    assert not faults
    reader = Reader(battery)
    yield from (each.headline.text for each in found.findings if not reader.is_true(each.headline.text))
    said = ((each.figure.number.text, each.text.text, each.topic.text) for each in found.messages)
    yield from (" ".join(each) for each in said if not reader.names_right(*each))


@settings(max_examples=150)
@given(batteries())
def test_what_is_said_of_a_battery_is_true_of_the_figures(battery: Battery) -> None:
    assert list(untrue(battery)) == []


@pytest.mark.slow
@settings(max_examples=2000)
@given(batteries())
def test_what_is_said_of_two_thousand_batteries_is_true_of_the_figures(battery: Battery) -> None:
    assert list(untrue(battery)) == []


def _shares(full: int, rather: int, hardly: int, never: int) -> Mapping[str, Percent]:
    return {"full": full, "rather": rather, "hardly": hardly, "never": never}


SIDES: Final = Battery(
    {"m": _shares(40, 30, 9, 5), "n": _shares(35, 35, 9, 5), "o": _shares(20, 20, 20, 9), "p": _shares(5, 15, 30, 30)},
    "sides", has_middle=False, wording=Wording.EXACT, further=0, language="en",
)  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "is_true"),
    [
        ("Highest agreement: Clausem (70%) and Clausen (70%), lowest: Clausep (20%)", True),
        ("Highest agreement: Clausem (70%), lowest: Clausep (20%)", False),
        ("Highest agreement: Clausem (70%) and Clausen (69%), lowest: Clausep (20%)", False),
        ("Highest agreement: Clausem (70%) and Clausen (70%), lowest: Clauseo (40%)", False),
        ("Lowest agreement: Clausep (20%)", True),
        ("Lowest agreement: Clauseo (40%)", False),
        ("Agreement prevails in three of four cases, disagreement in one: Clausep (60% to 20%)", True),
        ("Agreement prevails in three of four cases, disagreement in one: Clausep (20% to 60%)", False),
        ("Agreement prevails in two of four cases, disagreement in one: Clausep (60% to 20%)", False),
        ("First: Clausem (70% agree) and Clausen (70%)", True),
        ("First: Clausem (70% disagree) and Clausen (70%)", False),
        ("Topicm, Topicn, Topico and Topicp", True),
        ("Most people are glad", False),
    ],
)
def test_the_reader_finds_what_is_untrue(headline: str, is_true: bool) -> None:
    assert Reader(SIDES).is_true(headline) == is_true


@pytest.mark.parametrize(
    ("headline", "is_true"),
    [
        ("Highest agreement: Clausem (70%) and Clausen (70%), lowest: Clausep (20%)", True),
        ("Lowest agreement: Clausep (20%)", True),
        ("Agreement prevails in three of four cases, disagreement in one: Clausep (60% to 20%)", False),
    ],
)
def test_the_reader_finds_what_chance_may_explain(headline: str, is_true: bool) -> None:
    assert Reader(replace(SIDES, n=100)).is_true(headline) == is_true


@pytest.mark.parametrize(
    ("figure", "words", "topic", "is_true"),
    [
        ("70%", "of companies: agree (net), “Clausem”", "Topicm", True),
        ("40%", "of companies: agree (net), “Clausem”", "Topicm", False),
        ("70%", "of companies: agree (net), “Clauseo”", "Topicm", False),
        ("60%", "of companies: disagree (net), Topicp", "", True),
        ("60%", "of companies: disagree (net)", "Topicp", True),
        ("70%", "of companies: agree (net)", "Topicp", False),
        ("70%", "of companies: agree (net)", "", False),
    ],
)
def test_the_reader_finds_what_is_said_of_another_figure(figure: str, words: str, topic: str, is_true: bool) -> None:
    assert Reader(SIDES).names_right(figure, words, topic) == is_true
