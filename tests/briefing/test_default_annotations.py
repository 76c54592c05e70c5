"""Annotations of a story without an author are true of the figures, as a reader of their words finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.default_story import default_story
from report.survey.model import QuestionType, Wording
from tests.briefing.telling import briefing
from tests.briefing.test_default_truth import LABELS, Told, survey_of
from tests.builders import question, survey, tabulated, wave

NUMBER: Final = r"(?P<gap>\d+)"
PATTERNS: Final = {
    "de": {
        "jump": rf"{NUMBER} Punkte Abstand zwischen Platz (?P<above>\d) und (?P<below>\d)",
        "level": rf"{NUMBER} Punkte Abstand vom zweiten bis zum letzten Platz",
        "fraction": r"Rund (?P<fraction>.+) nenn(?:t|en) jede dieser (?P<count>\w+) Antworten",
    },
    "en": {
        "jump": rf"{NUMBER} points between ranks (?P<above>\d) and (?P<below>\d)",
        "level": rf"{NUMBER} points from the second rank to the last",
        "fraction": r"About (?P<fraction>.+) name each of these (?P<count>\w+) answers",
    },
}
FRACTIONS: Final = {
    "ein Viertel": Fraction(1, 4), "ein Drittel": Fraction(1, 3), "die Hälfte": Fraction(1, 2),
    "zwei Drittel": Fraction(2, 3), "drei Viertel": Fraction(3, 4),
    "a quarter": Fraction(1, 4), "a third": Fraction(1, 3), "half": Fraction(1, 2),
    "two thirds": Fraction(2, 3), "three quarters": Fraction(3, 4),
}  # fmt: skip
COUNTS: Final = {
    "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
}  # fmt: skip


def is_true(words: str, at: list[str], shares: dict[str, int], language: str) -> bool:
    """Whether an annotation at these answers is true of the shares in per cent, by its words alone."""
    ranked = sorted(shares.values(), reverse=True)
    marked = sorted((shares[answer] for answer in at), reverse=True)
    for name, pattern in PATTERNS[language].items():
        found = re.fullmatch(pattern, words)
        if found is None:
            continue
        if name == "jump":
            above, below = (int(found[place]) - 1 for place in ("above", "below"))
            ends = [ranked[above], ranked[below]]
            return below == above + 1 and marked == ends and ends[0] - ends[1] == int(found["gap"])
        if name == "level":
            return marked == ranked[1:] and ranked[1] - ranked[-1] == int(found["gap"])
        near = FRACTIONS[found["fraction"]] * 100
        return len(at) == COUNTS[found["count"]] and all(abs(share - near) <= 2 for share in marked)
    return False


def annotated(shares: dict[str, int], language: str) -> Iterator[tuple[str, list[str]]]:
    """The words of all annotations of a survey of one question, and the answers that they stand at."""
    none: dict[str, Any] = dict.fromkeys(shares)
    told = Told(QuestionType.MULTIPLE, {}, {**shares}, none, none, none, nets=False, language=language)
    of = survey_of(told, Wording.PARAPHRASED)
    found, faults = briefing(default_story(of, tabulated(of), "media", ("de", "en")), language)
    assert not faults
    for finding in found.findings:
        for each in finding.annotations:
            yield f"{each.lead.text} {each.text.text}".replace("\u00a0", " "), list(each.at)


SHARES = st.lists(st.integers(0, 100) | st.integers(30, 37) | st.integers(48, 52), min_size=2, max_size=5)


@settings(max_examples=150)
@given(SHARES, st.sampled_from(["de", "en"]))
def test_every_annotation_is_true_of_the_figures(numbers: list[int], language: str) -> None:
    shares = dict(zip(LABELS, numbers, strict=False))

    untrue = [(words, at) for words, at in annotated(shares, language) if not is_true(words, at, shares, language)]

    assert untrue == []


@pytest.mark.parametrize(
    ("numbers", "words", "at"),
    [
        ([75, 26, 13, 12], "49 points between ranks 1 and 2", ["a", "b"]),
        ([70, 30, 28, 25, 24], "6 points from the second rank to the last", ["b", "c", "d", "e"]),
        ([70, 35, 33, 32, 10], "About a third name each of these three answers", ["b", "c", "d"]),
    ],
)
def test_a_gap_a_level_field_and_a_plain_fraction_are_told(numbers: list[int], words: str, at: list[str]) -> None:
    shares = dict(zip(LABELS, numbers, strict=False))

    assert (words, at) in list(annotated(shares, "en"))


@pytest.mark.parametrize("numbers", [[60, 55, 50, 46], [50, 50, 40, 40], [60, 20, 10]])
def test_nothing_is_told_of_even_steps_of_ties_and_of_three_bars(numbers: list[int]) -> None:
    assert list(annotated(dict(zip(LABELS, numbers, strict=False)), "en")) == []


@pytest.mark.parametrize(
    ("words", "at", "truth"),
    [
        ("34 points between ranks 1 and 2", ["a", "b"], True),
        ("33 points between ranks 1 and 2", ["a", "b"], False),
        ("34 points between ranks 1 and 3", ["a", "b"], False),
        ("5 points from the second rank to the last", ["b", "c", "d"], True),
        ("5 points from the second rank to the last", ["b", "d"], False),
        ("About a third name each of these three answers", ["b", "c", "d"], False),
        ("About half name each of these three answers", ["b", "c", "d"], False),
        ("Nice", ["a"], False),
    ],
)
def test_the_reader_finds_what_is_untrue(words: str, at: list[str], truth: bool) -> None:
    assert is_true(words, at, {"a": 70, "b": 36, "c": 33, "d": 31}, "en") is truth


OVER_WAVES: Final = {
    "de": r"(?P<sign>\+|\u2212)(?P<points>\d+) Prozentpunkte? seit (?P<year>\d{4})",
    "en": r"(?P<sign>\+|\u2212)(?P<points>\d+) percentage points? since (?P<year>\d{4})",
}


def annotated_over_waves(shares: list[int | None], language: str, **said: Any) -> list[tuple[str, list[str]]]:
    """The annotations of the columns of one answer; shares: of 2012, 2014 and 2016."""
    earlier = {wave: {"a": share} for wave, share in zip(("w2012", "w2014"), shares, strict=False) if share is not None}
    asked = question("q", {"a": shares[-1], "b": None}, type=QuestionType.MULTIPLE, earlier=earlier, **said)
    of = survey(asked, waves=[wave("w2012", n=1000), wave("w2014", n=1000), wave("w2016", n=1000)])
    found, faults = briefing(default_story(of, tabulated(of), "media", ("de", "en")), language)
    assert not faults
    return [
        (f"{each.lead.text} {each.text.text}".replace("\u00a0", " "), list(each.at))
        for finding in found.findings
        if finding.exhibit.kind == "columns"
        for each in finding.annotations
    ]


@given(
    st.lists(st.none() | st.integers(1, 99), min_size=2, max_size=2), st.integers(1, 99), st.sampled_from(["de", "en"])
)
def test_a_change_is_that_since_the_last_wave_with_a_figure(before: list[int | None], now: int, language: str) -> None:
    known = [(year, share) for year, share in zip((2012, 2014), before, strict=True) if share is not None]

    for words, at in annotated_over_waves([*before, now], language):
        found = re.fullmatch(OVER_WAVES[language], words)
        assert found, words
        signed = int(found["points"]) * (1 if found["sign"] == "+" else -1)
        assert (int(found["year"]), now - signed) == known[-1]
        assert at == ["w2016"]


def test_columns_tell_the_change_since_the_wave_before() -> None:
    assert annotated_over_waves([20, 30, 45], "de") == [("+15 Prozentpunkte seit 2014", ["w2016"])]
    assert annotated_over_waves([60, 46, 45], "en") == [("\u22121 percentage point since 2014", ["w2016"])]


def test_columns_tell_no_change_that_goes_against_the_headline() -> None:
    assert annotated_over_waves([20, 46, 45], "en") == []
    assert annotated_over_waves([60, 30, 45], "de") == []


def test_columns_tell_no_change_where_there_is_none_or_a_break_lies_between() -> None:
    assert annotated_over_waves([20, 45, 45], "de") == []
    assert annotated_over_waves([20, 30, 45], "de", breaks=[("w2014", "w2016", "anders gefragt")]) == []
