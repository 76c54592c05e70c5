"""Every headline of a story without an author is true: read back by patterns and numbers, held against the figures.

The reader knows nothing of the program's claims: it takes the sentence apart, finds the answers by their labels, and
judges what is said by what the test put in. A share below a bound is never compared with one that it may equal. Of a
random sample nothing may be told that the largest n there can be would leave to chance (two proportions, 95 %).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import sqrt
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.default_story import default_story
from report.survey.model import AnswerRole, QuestionType, Sample, Survey, Unit, Wording
from tests.briefing.telling import briefing
from tests.builders import MULTIPLE, SCALE, SINGLE, Percent, plain, question, survey, tabulated, wave

Figures = Mapping[str, Percent]
LABELS: Final = {letter: {"de": f"Wort{letter}", "en": f"Word{letter}"} for letter in "abcdefghi"}
NETS: Final = {"top": {"de": "Oben", "en": "Upper"}, "bottom": {"de": "Unten", "en": "Lower"}}
NUMBERS: Final = {
    "de": ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}


@dataclass(frozen=True)
class Told:
    """What was put in: shares of one question by answer, of its wave before and of two groups.

    n: how many a random sample has in each wave, None where it is none. group_n: in each group. is_filtered: the
    question was put to some of them, and nobody published to how many.
    """

    type: QuestionType
    roles: Mapping[str, AnswerRole]
    now: Figures
    before: Figures
    small: Figures
    large: Figures
    nets: bool
    language: str
    n: int | None = None
    group_n: int | None = None
    is_filtered: bool = False


def bounds(share: Percent) -> tuple[Decimal, Decimal]:
    """Between which a share lies, the ends excluded for one below a bound."""
    if isinstance(share, str) and share.startswith("<"):
        return Decimal("0.0001"), Decimal(share[1:]) - Decimal("0.0001")
    return Decimal(str(share)), Decimal(str(share))


def above(one: Percent, other: Percent) -> bool:
    return bounds(one)[0] > bounds(other)[1]


def printed(share: Percent) -> str:
    return re.sub(r"\s", "", str(share)).replace(".", ",")


# ------------------------------------------------------------------------------------------------------------- surveys

SHARES = st.integers(0, 100) | st.sampled_from(["<1", None])
MOSTLY = st.integers(0, 60)


@st.composite
def tellings(draw: st.DrawFn) -> Told:
    """Questions of two to nine answers, with ties, equal changes, bounds and unknown cells among them."""
    kind = draw(st.sampled_from([MULTIPLE, SINGLE, SCALE]))
    count = draw(st.integers(2, 9 if kind is MULTIPLE else 5))
    names = "abcdefghi"[:count]
    share = draw(st.sampled_from([SHARES, MOSTLY, st.sampled_from([10, 20, 30])]))

    def column() -> Figures:
        return {name: draw(share) for name in names}

    roles = {}
    if count > 3 and draw(st.booleans()):
        roles[names[-1]] = draw(st.sampled_from([AnswerRole.OTHER, AnswerRole.NONE, AnswerRole.DONT_KNOW]))
    now = column()
    before = draw(st.sampled_from([now, column()]))
    has_nets = kind is SCALE and count == 5 and not roles and draw(st.booleans())
    n = draw(st.none() | st.sampled_from([60, 500, 1000, 5000]))
    group_n = draw(st.none() | st.sampled_from([n // 2, n // 20])) if n else None
    language, is_filtered = draw(st.sampled_from(["de", "en"])), draw(st.booleans())
    return Told(kind, roles, now, before, column(), column(), has_nets, language, n, group_n, is_filtered)


def survey_of(told: Told, wording: Wording) -> Survey:
    asked = question(
        "q",
        told.now,
        type=told.type,
        roles=told.roles,
        earlier={"w2014": told.before},
        segments={"size": {"small": told.small, "large": told.large}},
        labels=LABELS,
        nets={"top": ("ab", None), "bottom": ("de", None)} if told.nets else {},
        wording=wording,
        label={"de": "Was gilt?", "en": "What holds?"},
    )
    nets = tuple(replace(net, label=plain(NETS[net.id])) for net in asked.nets)
    waves, groups = [wave("w2014", n=told.n), wave("w2016", n=told.n)], dict.fromkeys(("small", "large"), told.group_n)
    found = survey(replace(asked, nets=nets), waves=waves, segments={"size": groups}, n=told.n)
    some = replace(found.questions[0], base=plain({"de": "einige", "en": "some"}), unit=found.unit)
    of_all = Unit(plain({"de": "Betriebe", "en": "firms"}))
    found = replace(found, questions=(some,), unit=of_all) if told.is_filtered else found
    return replace(found, sample=Sample.RANDOM if told.n else None)


# -------------------------------------------------------------------------------------------------------------- reader


def plain_text(text: str) -> str:
    """A text without what is set around its words: quotation marks, and the blanks of numbers."""
    text = text.replace("\u00a0", " ").replace(" %", "%").replace("< ", "<")
    return text.translate({ord(mark): None for mark in "„“”"})


class Reader:
    """Takes a headline apart; `is_true` judges it, and refuses a sentence that it does not know."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.names = {LABELS[name][told.language]: name for name in told.now}
        self.names |= {NETS[net][told.language]: net for net in NETS}
        self.regular = [name for name in told.now if told.roles.get(name, AnswerRole.REGULAR) is AnswerRole.REGULAR]

    def is_true(self, headline: str) -> bool:
        text = plain_text(headline)
        for pattern, check in PATTERNS[self.told.language]:
            if found := re.fullmatch(pattern, text):
                return check(self, found.groupdict())
        return text in ("Was gilt?", "What holds?", "Q")

    def names_right(self, figure: str, words: str) -> bool:
        """Whether what a large figure is said to be of is an answer with that share, or several, each with it."""
        found = re.fullmatch(NAMED[self.told.language], plain_text(words))
        if found is None:
            return False
        labels = re.split(r", | und | and ", re.sub(r" \((?:Netto|net)\)", "", found["list"]))
        is_told_level = bool(found["level"]) == (len(labels) > 1)
        return is_told_level and all(self.has(label, plain_text(figure)) for label in labels)

    def share(self, name: str, column: Figures) -> Percent:
        if name in NETS:
            parts = [column.get(part) for part in ("ab" if name == "top" else "de")]
            known = [part for part in parts if isinstance(part, int)]
            return sum(known) if len(known) == len(parts) else None
        return column.get(name)

    def has(self, label: str, number: str, column: Figures | None = None) -> bool:
        """Whether an answer has the printed share."""
        share = self.share(self.names[label], self.told.now if column is None else column)
        return share is not None and printed(share) == number.removesuffix("%").replace(".", ",")

    def is_chance(self, one: Percent, other: Percent, *, columns: int = 1, n: int | None = None) -> bool:
        """Whether as many as there can be leave open which of two shares is larger, of one column or of two."""
        most = n or self.told.n
        if most is None or one is None or other is None:
            return False
        p, q = (float(bounds(share)[1]) / 100 for share in (one, other))
        variance = (p + q - (p - q) ** 2 if columns == 1 else p * (1 - p) + q * (1 - q)) / most
        return abs(p - q) < 1.96 * sqrt(variance)

    @property
    def most_of_group(self) -> int | None:
        return min((n for n in (self.told.n, self.told.group_n) if n is not None), default=None)

    def is_clear(self, label: str, but: Sequence[str] = ()) -> bool:
        """Whether chance does not explain that an answer lies above or below all other regular ones but some."""
        name, apart = self.names[label], [self.names[other] for other in but]
        others = [each for each in self.regular if each not in (name, *apart)]
        return not any(self.is_chance(self.told.now[name], self.told.now[other]) for other in others)

    def leads(self, label: str, but: Sequence[str] = ()) -> bool:
        """Whether it lies above all that could be named but some; those who do not know named nothing."""
        name, now = self.names[label], self.told.now
        apart = [each for each, role in self.told.roles.items() if role is AnswerRole.DONT_KNOW]
        others = [each for each in now if each not in (name, *apart, *(self.names[other] for other in but))]
        known = all(now[each] is not None for each in self.regular)
        return known and all(now[each] is None or above(now[name], now[each]) for each in others)

    def trails(self, label: str) -> bool:
        name, now = self.names[label], self.told.now
        others = [each for each, role in self.told.roles.items() if role is AnswerRole.OTHER and now[each] is not None]
        return all(
            now[each] is not None and above(now[each], now[name]) for each in (*self.regular, *others) if each != name
        )

    def moved(self, name: str) -> Decimal | None:
        now, before = self.share(name, self.told.now), self.share(name, self.told.before)
        return Decimal(now - before) if isinstance(now, int) and isinstance(before, int) else None

    def moved_by_chance(self, name: str) -> bool:
        return self.is_chance(self.share(name, self.told.now), self.share(name, self.told.before), columns=2)

    def gap(self, name: str) -> Decimal | None:
        small, large = self.share(name, self.told.small), self.share(name, self.told.large)
        return Decimal(abs(small - large)) if isinstance(small, int) and isinstance(large, int) else None


Check = Callable[[Reader, dict[str, str]], bool]


def _pair(reader: Reader, said: dict[str, str]) -> bool:
    return reader.has(said["a"], said["x"]) and reader.has(said["b"], said["y"])


def _then(reader: Reader, said: dict[str, str]) -> bool:
    is_clear = reader.is_clear(said["a"]) and reader.is_clear(said["b"], [said["a"]])
    return is_clear and _pair(reader, said) and reader.leads(said["a"]) and reader.leads(said["b"], [said["a"]])


def _ends(reader: Reader, said: dict[str, str]) -> bool:
    is_clear = reader.is_clear(said["a"]) and reader.is_clear(said["b"])
    return is_clear and _pair(reader, said) and reader.leads(said["a"]) and reader.trails(said["b"])


def _most(reader: Reader, said: dict[str, str]) -> bool:
    return reader.is_clear(said["a"]) and reader.has(said["a"], said["x"]) and reader.leads(said["a"])


def _near(reader: Reader, said: dict[str, str]) -> bool:
    now = [reader.told.now[reader.names[said[name]]] for name in "ab"]
    return (
        _pair(reader, said)
        and reader.leads(said["b"], [said["a"]])
        and above(now[0], now[1])
        and bounds(now[0])[1] - bounds(now[1])[0] <= 5
        and not reader.is_clear(said["a"])
    )


def _stays(reader: Reader, said: dict[str, str]) -> bool:
    name = reader.names[said["a"]]
    return (
        reader.has(said["a"], said["y"])
        and reader.has(said["a"], said["x"], reader.told.before)
        and (reader.moved_by_chance(name) or abs(reader.moved(name) or Decimal(0)) < (3 if name in NETS else 1))
    )


def _one(reader: Reader, said: dict[str, str]) -> bool:
    return reader.has(said["a"], said["x"])


def _level(reader: Reader, said: dict[str, str]) -> bool:
    labels = re.split(r", | und | and ", said["list"])
    others = [name for name in reader.regular if LABELS[name][reader.told.language] not in labels]
    lowest = reader.share(reader.names[labels[0]], reader.told.now)
    are_nets = reader.names[labels[0]] in NETS
    is_first = are_nets or all(above(lowest, reader.told.now[name]) for name in others)
    return is_first and all(reader.has(label, said["x"]) for label in labels)


def _close(reader: Reader, said: dict[str, str]) -> bool:
    labels = re.split(r", | und | and ", said["list"])
    shares = [reader.told.now[reader.names[label]] for label in labels]
    following = reader.told.now[reader.names[said["b"]]]
    if not all(isinstance(share, int) for share in (*shares, following)):
        return False
    known, next_share = [share for share in shares if isinstance(share, int)], following
    assert isinstance(next_share, int)
    ends = {int(number.removesuffix("%")) for number in re.findall(r"\d+%", said["range"])}
    is_close = max(known) - min(known) <= 5 and min(known) - next_share >= 10 and ends == {max(known), min(known)}
    is_clear = reader.is_clear(said["b"], labels) and not reader.is_chance(min(known), next_share)
    return is_clear and is_close and reader.has(said["b"], said["y"]) and reader.leads(said["b"], labels)


def _majority(reader: Reader, said: dict[str, str]) -> bool:
    numbers = NUMBERS[reader.told.language]
    over = [name for name in reader.regular if above(reader.told.now[name], 50)]
    counted = numbers.index(said["k"]) == len(over) and numbers.index(said["n"]) == len(reader.regular)
    return counted and _most(reader, said)


def _moves(sign: int) -> Check:
    def check(reader: Reader, said: dict[str, str]) -> bool:
        moved = reader.moved(reader.names[said["a"]])
        both = reader.has(said["a"], said["y"]) and reader.has(said["a"], said["x"], reader.told.before)
        is_clear = not reader.moved_by_chance(reader.names[said["a"]])
        return is_clear and both and moved is not None and moved * sign >= 1

    return check


def _same(reader: Reader, said: dict[str, str]) -> bool:
    return reader.has(said["a"], said["y"]) and reader.moved(reader.names[said["a"]]) == 0


def _rise_and_fall(reader: Reader, said: dict[str, str]) -> bool:
    moves = {name: reader.moved(name) for name in reader.regular}
    up, down = reader.names[said["a"]], reader.names[said["b"]]
    known = {name: moved for name, moved in moves.items() if moved is not None}
    if len(known) < len(moves):
        return False
    if reader.moved_by_chance(up) or reader.moved_by_chance(down):
        return False
    others = [moved for name, moved in known.items() if name not in (up, down)]
    is_told = known[up] == int(said["x"]) and known[down] == int(said["y"].replace("\u2212", "-"))
    return is_told and all(known[down] < moved < known[up] for moved in others) and known[down] < 0 < known[up]


def _gap(reader: Reader, said: dict[str, str]) -> bool:
    columns = {"small": reader.told.small, "large": reader.told.large}
    first, second = columns[said["s"]], columns[said["t"]]
    is_told = reader.has(said["a"], said["x"], first) and reader.has(said["a"], said["y"], second)
    name, n = reader.names[said["a"]], reader.most_of_group
    if reader.is_chance(reader.share(name, first), reader.share(name, second), columns=2, n=n):
        return False
    return is_told and [said["s"], said["t"]] == [*columns] and (reader.gap(name) or 0) >= 5


def _widest(reader: Reader, said: dict[str, str]) -> bool:
    gaps = [reader.gap(name) for name in reader.regular]
    own = reader.gap(reader.names[said["a"]])
    known = [gap for gap in gaps if gap is not None]
    is_answer = reader.names[said["a"]] in reader.regular
    return _gap(reader, said) and is_answer and len(known) == len(gaps) and own == max(known) and gaps.count(own) == 1


A, B = r"(?P<a>W\w+|Oben|Unten|Upper|Lower)", r"(?P<b>W\w+|Oben|Unten|Upper|Lower)"
X, Y = r"(?P<x><?\d+%)", r"(?P<y><?\d+%)"
T = "Q, "
"""The topic, before an answer."""
BEHIND = r"(?: \((?:Was gilt\?|What holds\?|Q)\)|, [„“]?(?:Was gilt\?|What holds\?|Q)[“”]?)?"
"""The question, behind an answer that does not speak for itself."""
NAMED: Final = {
    "de": rf"der Unternehmen(?P<level> jeweils)?: (?P<list>[\w, ]+?(?: \(Netto\) und [\w ]+?)?)(?: \(Netto\))?{BEHIND}",
    "en": rf"of companies(?P<level> each)?: (?P<list>[\w, ]+?(?: \(net\) and [\w ]+?)?)(?: \(net\))?{BEHIND}",
}
"""What continues a large figure."""
PATTERNS: Final[dict[str, list[tuple[str, Check]]]] = {
    "de": [
        (rf"Was gilt\? {A} sagen {X}, {B} {Y}", _pair),
        (rf"Was gilt\? {A} \({X}\), dann {B} \({Y}\)", _then),
        (rf"Q: am häufigsten {A} \({X}\), dann {B} \({Y}\)", _then),
        (rf"Was gilt\? {A} (?:sagen )?\(?{X}\)?", _one),
        (rf"Q: am häufigsten (?:nennen die Unternehmen )?{A} \({X}\), am seltensten {B} \({Y}\)", _ends),
        (rf"Q: am häufigsten {A} \({X}\)", _most),
        (r"Q: (?P<list>.+) liegen mit je (?P<x><?\d+%) gleichauf", _level),
        (rf"Q: (?P<list>.+) liegen vorn \((?P<range>.+?)\), dann folgt {B} mit {Y}", _close),
        (rf"Q: mehr als die Hälfte nennt (?P<k>\w+) von (?P<n>\w+) Antworten, am häufigsten {A} \({X}\)", _majority),
        (rf"Q: {A} \({X}\), {B} \({Y}\)", _pair),
        (rf"Q: {A} \({X}\)", _one),
        (rf"{T}{A}: von {X} \(2014\) auf {Y} \(2016\) gestiegen", _moves(1)),
        (rf"{T}{A}: von {X} \(2014\) auf {Y} \(2016\) gefallen", _moves(-1)),
        (rf"{T}{A}: {Y} wie schon 2014", _same),
        (rf"{T}{A}: {Y} \(2016\) nach {X} \(2014\)", _stays),
        (rf"Q: {A} \({X}\) und {B} \({Y}\) liegen nah beieinander", _near),
        (
            rf"Q, seit 2014 am stärksten gestiegen: {A} \((?P<x>\+\d+) Punkte\), "
            rf"am stärksten gefallen: {B} \((?P<y>.\d+)\)",
            _rise_and_fall,
        ),
        (
            rf"Q, größter Abstand zwischen den Gruppen: {A}, {X} \((?P<s>\w+)\) gegen {Y} \((?P<t>\w+)\)",
            _widest,
        ),
        (
            rf"Q: Bei {A} liegen die Gruppen am weitesten auseinander, "
            rf"{X} \((?P<s>\w+)\) gegen {Y} \((?P<t>\w+)\)",
            _widest,
        ),
        (rf"{T}{A}: {X} \((?P<s>\w+)\) gegen {Y} \((?P<t>\w+)\)", _gap),
    ],
    "en": [
        (rf"What holds\? {X} say {A}, {Y} {B}", _pair),
        (rf"What holds\? {A} \({X}\), then {B} \({Y}\)", _then),
        (rf"Q: most often {A} \({X}\), then {B} \({Y}\)", _then),
        (rf"What holds\? {X} say {A}", _one),
        (rf"What holds\? {A} \({X}\)", _one),
        (rf"Q: (?:most often|companies most often name) {A} \({X}\), least often {B} \({Y}\)", _ends),
        (rf"Q: most often {A} \({X}\)", _most),
        (r"Q: (?P<list>.+) are level at (?P<x><?\d+%) each", _level),
        (rf"Q: (?P<list>.+) lead \((?P<range>.+?)\), then comes {B} at {Y}", _close),
        (rf"Q: more than half name (?P<k>\w+) of (?P<n>\w+) answers, most often {A} \({X}\)", _majority),
        (rf"Q: {A} \({X}\), {B} \({Y}\)", _pair),
        (rf"Q: {A} \({X}\)", _one),
        (rf"{T}{A}: up from {X} \(2014\) to {Y} \(2016\)", _moves(1)),
        (rf"{T}{A}: down from {X} \(2014\) to {Y} \(2016\)", _moves(-1)),
        (rf"{T}{A}: {Y}, as in 2014", _same),
        (rf"{T}{A}: {Y} \(2016\) after {X} \(2014\)", _stays),
        (rf"Q: {A} \({X}\) and {B} \({Y}\) are close together", _near),
        (
            rf"Q, up most since 2014: {A} \((?P<x>\+\d+) points\), down most: {B} \((?P<y>.\d+)\)",
            _rise_and_fall,
        ),
        (rf"Q: groups differ most on {A}, {X} \((?P<s>\w+)\) against {Y} \((?P<t>\w+)\)", _widest),
        (rf"{T}{A}: {X} \((?P<s>\w+)\) against {Y} \((?P<t>\w+)\)", _gap),
    ],
}


# --------------------------------------------------------------------------------------------------------------- tests


def untrue(told: Told, wording: Wording) -> Iterator[str]:
    """The headlines and messages that the reader does not find true."""
    of = survey_of(told, wording)
    if not any(share is not None for column in (told.now, told.before) for share in column.values()):
        return
    found, faults = briefing(default_story(of, tabulated(of), "media", ("de", "en")), told.language)
    assert not faults
    reader = Reader(told)
    yield from (each.headline.text for each in found.findings if not reader.is_true(each.headline.text))
    said = ((each.figure.number.text, each.text.text) for each in found.messages)
    yield from (f"{figure} {words}" for figure, words in said if not reader.names_right(figure, words))


WORDINGS = st.sampled_from([Wording.EXACT, Wording.PARAPHRASED])


@settings(max_examples=150)
@given(tellings(), WORDINGS)
def test_every_headline_is_true_of_the_figures(told: Told, wording: Wording) -> None:
    assert list(untrue(told, wording)) == []


@pytest.mark.slow
@settings(max_examples=2000)
@given(tellings(), WORDINGS)
def test_every_headline_of_two_thousand_surveys_is_true_of_the_figures(told: Told, wording: Wording) -> None:
    assert list(untrue(told, wording)) == []


PLAIN: Final = Told(
    MULTIPLE, {}, {"a": 60, "b": 40, "c": 20}, {"a": 50, "b": 45, "c": 20}, {"a": 50, "b": 20, "c": 20},
    {"a": 60, "b": 50, "c": 20}, nets=False, language="en",
)  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "is_true"),
    [
        ("Q: most often Worda (60%), least often Wordc (20%)", True),
        ("Q: most often Worda (61%), least often Wordc (20%)", False),
        ("Q: most often Worda (60%), least often Wordb (40%)", False),
        ("Q: most often Wordb (40%), then Wordc (20%)", False),
        ("Q, Worda: up from 50% (2014) to 60% (2016)", True),
        ("Q, Wordb: up from 45% (2014) to 40% (2016)", False),
        ("Q, Wordc: 20%, as in 2014", True),
        ("Q, up most since 2014: Worda (+10 points), down most: Wordb (\u22125)", True),
        ("Q, up most since 2014: Worda (+10 points), down most: Wordc (\u22125)", False),
        ("Q: groups differ most on Wordb, 20% (small) against 50% (large)", True),
        ("Q: groups differ most on Worda, 60% (large) against 50% (small)", False),
        ("Q, Worda: 60% (large) against 50% (small)", False),
        ("Worda is wonderful", False),
    ],
)
def test_the_reader_finds_what_is_untrue(headline: str, is_true: bool) -> None:
    assert Reader(PLAIN).is_true(headline) == is_true


@pytest.mark.parametrize("is_filtered", [False, True])
@pytest.mark.parametrize(
    ("headline", "is_true"),
    [
        ("Q: most often Worda (60%), least often Wordc (20%)", False),
        ("Q: Worda (60%) and Wordb (56%) are close together", True),
        ("Q: most often Worda (60%)", False),
        ("Q, Worda: up from 50% (2014) to 60% (2016)", False),
        ("Q, Worda: 60% (2016) after 50% (2014)", True),
        ("Q, Wordb: 56% (2016) after 12% (2014)", False),
        ("Q, Wordb: up from 12% (2014) to 56% (2016)", True),
        ("Q, Worda: 50% (large) against 30% (small)", False),
        ("Q, Wordb: 20% (small) against 90% (large)", True),
    ],
)
def test_the_reader_finds_what_chance_may_explain(headline: str, is_true: bool, is_filtered: bool) -> None:
    told = Told(
        MULTIPLE, {}, {"a": 60, "b": 56, "c": 20}, {"a": 50, "b": 12, "c": 20}, {"a": 30, "b": 20, "c": 20},
        {"a": 50, "b": 90, "c": 20}, nets=False, language="en", n=100, group_n=40, is_filtered=is_filtered,
    )  # fmt: skip
    assert Reader(told).is_true(headline) == is_true


@pytest.mark.parametrize(
    ("figure", "words", "is_true"),
    [
        ("60%", "of companies: Worda", True),
        ("60%", "of companies: Worda (“What holds?”)", True),
        ("61%", "of companies: Worda", False),
        ("60%", "of companies: Wordb", False),
        ("60%", "of companies: Worda and Wordb, each", False),
        ("60%", "of companies: Worda, each", False),
        ("60%", "of companies like Worda", False),
    ],
)
def test_the_reader_finds_what_is_said_of_another_figure(figure: str, words: str, is_true: bool) -> None:
    assert Reader(PLAIN).names_right(figure, words) == is_true
