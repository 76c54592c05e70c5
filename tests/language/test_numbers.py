from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from report.language.model import Language
from report.language.numbers import (
    NumberText,
    count,
    is_nearly_whole,
    is_small,
    number,
    of_100,
    percent,
    percent_words,
    points,
    round_half_up,
    signed_points,
)
from report.language.registry import load
from report.units import PercentagePoints, Share

DE, EN = load("de"), load("en")
FR = replace(DE, code="fr", tag="fr-FR", locale="fr_FR")
"""French number formats with German words: enough to see that the formats come from Babel's data."""
LANGUAGES = {"de": DE, "en": EN, "fr": FR}
languages = st.sampled_from([DE, EN, FR])
percentages = st.decimals(min_value=0, max_value=400, places=3)
places = st.integers(min_value=0, max_value=2)


def share(percentage: str) -> Share:
    return Share.of_percent(Decimal(percentage))


def difference(points_: str) -> PercentagePoints:
    return PercentagePoints(Decimal(points_))


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.5"), 0, "2"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("2.4999999999999999"), 0, "2"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("-0.4"), 0, "0"),
        (Decimal("49"), 1, "49.0"),
        (Decimal("0.05"), 1, "0.1"),
        (2.5, 0, "3"),
        (0.285 * 100, 0, "29"),  # 28.499999999999996 in floats
        (1.005, 2, "1.01"),  # 1.00499999999999989 in floats
        (28.4999, 0, "28"),
        (-0.1, 0, "0"),
        (1e22, 0, "10000000000000000000000"),
        (5e-324, 0, "0"),
    ],
)
def test_halves_round_away_from_zero(value: Decimal | float, decimals: int, rounded: str) -> None:
    assert str(round_half_up(value, decimals)) == rounded


@given(value=st.decimals(min_value=-1000, max_value=1000, places=6), decimals=places)
def test_rounding_is_to_the_nearest_and_never_gives_a_negative_zero(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)

    assert abs(Fraction(rounded) - Fraction(value)) <= Fraction(1, 2 * 10**decimals)
    assert rounded == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert not (rounded.is_zero() and rounded.is_signed())


@given(numerator=st.integers(0, 5000), denominator=st.integers(1, 5000))
def test_a_computed_share_rounds_as_the_fraction_that_it_stands_for(numerator: int, denominator: int) -> None:
    exact = Fraction(100 * numerator, denominator)

    rounded = round_half_up(numerator / denominator * 100, 0)

    assert rounded == (exact + Fraction(1, 2)).__floor__()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("nan"), Decimal("-inf")])
def test_what_is_no_number_is_not_printed(value: Decimal | float) -> None:
    with pytest.raises(ValueError, match="a number to print must be finite"):
        round_half_up(value, 0)


@pytest.mark.parametrize(
    ("code", "percentage", "decimals", "text"),
    [
        ("de", "51", 0, "51\u00a0%"),
        ("en", "51", 0, "51%"),
        ("fr", "51", 0, "51\u00a0%"),
        ("de", "51.25", 1, "51,3\u00a0%"),
        ("en", "51.25", 1, "51.3%"),
        ("de", "333", 0, "333\u00a0%"),
        ("de", "0", 0, "0\u00a0%"),
        ("de", "0.5", 0, "1\u00a0%"),  # half a printed unit rounds up, below it stands "< 1 %"
        ("de", "0.49", 0, "<\u00a01\u00a0%"),
        ("en", "0.49", 0, "<1%"),
        ("de", "0.04", 1, "<\u00a00,1\u00a0%"),
        ("de", "99.49", 0, "99\u00a0%"),
        ("de", "99.5", 0, ">\u00a099\u00a0%"),  # would be rounded to the whole, and is below it
        ("en", "99.96", 0, ">99%"),
        ("en", "99.96", 1, ">99.9%"),
        ("en", "99.94", 1, "99.9%"),
        ("en", "100", 0, "100%"),
        ("en", "100.3", 0, "100%"),  # a sum of several answers
    ],
)
def test_the_short_form_follows_the_language(code: str, percentage: str, decimals: int, text: str) -> None:
    assert percent(share(percentage), decimals, LANGUAGES[code]).text == text


def test_the_short_form_comes_in_parts_for_pages_that_set_the_sign_smaller() -> None:
    assert percent(share("51"), 0, DE) == NumberText("51", "\u00a0", "%")
    assert percent(share("51"), 0, EN) == NumberText("51", "", "%")


def test_a_small_share_keeps_its_sign_apart() -> None:
    assert percent(share("0.2"), 0, DE) == NumberText("<\u00a01", "\u00a0", "%")


@pytest.mark.parametrize(("percentage", "small"), [("0", False), ("0.01", True), ("0.499", True), ("0.5", False)])
def test_small_is_above_zero_and_under_half_a_unit(percentage: str, small: bool) -> None:
    assert is_small(share(percentage), 0) is small


def test_the_noise_of_a_computed_zero_is_not_small() -> None:
    assert not is_small(Share(1e-12), 0)
    assert number(Share(1e-12), 0, DE) == "0"


def test_a_language_that_writes_the_sign_first_is_refused() -> None:
    with pytest.raises(ValueError, match="tr_TR writes the per cent sign before the digits"):
        percent(share("51"), 0, replace(DE, locale="tr_TR"))


@given(percentage=percentages, decimals=places, language=languages)
def test_the_digits_read_back_are_the_rounded_share(percentage: Decimal, decimals: int, language: Language) -> None:
    exact = Share.of_percent(percentage)

    digits = number(exact, decimals, language)

    if is_small(exact, decimals):
        assert digits.startswith("<")
    elif is_nearly_whole(exact, decimals):
        assert digits.startswith(">")
    else:
        assert parse_decimal(digits, locale=language.locale, strict=True) == round_half_up(percentage, decimals)


@given(percentage=percentages, decimals=places, language=languages)
def test_every_form_of_a_share_shows_the_same_digits(percentage: Decimal, decimals: int, language: Language) -> None:
    exact = Share.of_percent(percentage)
    digits = number(exact, decimals, language)

    forms = [form(exact, decimals, language) for form in (percent_words, of_100)]

    assert percent(exact, decimals, language).digits == digits
    assert all(digits.strip("<>\u00a0\u202f") in form for form in forms)


@pytest.mark.parametrize(
    ("code", "percentage", "words", "counted"),
    [
        ("de", "51", "51 Prozent", "51 von 100"),
        ("en", "51", "51 per cent", "51 out of 100"),
        ("de", "0.2", "weniger als 1 Prozent", "weniger als 1 von 100"),
        ("en", "0.2", "less than 1 per cent", "less than 1 out of 100"),
        ("de", "99.8", "mehr als 99 Prozent", "mehr als 99 von 100"),
        ("en", "99.8", "more than 99 per cent", "more than 99 out of 100"),
    ],
)
def test_running_text_has_words(code: str, percentage: str, words: str, counted: str) -> None:
    language = LANGUAGES[code]

    assert percent_words(share(percentage), 0, language).replace("\u00a0", " ") == words
    assert of_100(share(percentage), 0, language).replace("\u00a0", " ") == counted


@given(percentage=st.integers(1, 100), language=st.sampled_from([DE, EN]))
def test_a_number_is_never_parted_from_its_words(percentage: int, language: Language) -> None:
    exact = share(str(percentage))

    assert " " not in percent_words(exact, 0, language) + of_100(exact, 0, language)
    assert " " not in points(difference(str(percentage)), 0, language).removesuffix(" points").removesuffix(" point")


@pytest.mark.parametrize(
    ("code", "value", "decimals", "text"),
    [
        ("de", "25", 0, "25 Prozentpunkte"),
        ("de", "1", 0, "1 Prozentpunkt"),
        ("de", "0.6", 0, "1 Prozentpunkt"),
        ("de", "-1", 0, "−1 Prozentpunkt"),
        ("de", "-3", 0, "−3 Prozentpunkte"),
        ("de", "0", 0, "0 Prozentpunkte"),
        ("de", "-0.3", 0, "0 Prozentpunkte"),
        ("de", "1", 1, "1,0 Prozentpunkte"),
        ("en", "25", 0, "25 percentage points"),
        ("en", "-1", 0, "−1 percentage point"),
        ("en", "0.3", 1, "0.3 percentage points"),
    ],
)
def test_a_difference_carries_its_unit(code: str, value: str, decimals: int, text: str) -> None:
    assert points(difference(value), decimals, LANGUAGES[code]).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("value", "text"), [("25", "+25"), ("-3", "\u22123"), ("0", "0"), ("0.4", "0"), ("-0.4", "0"), ("-0.5", "\u22121")]
)
def test_a_change_carries_its_sign(value: str, text: str) -> None:
    assert signed_points(difference(value), 0, DE) == text


@given(value=st.integers(0, 10**9), language=languages)
def test_a_count_reads_back(value: int, language: Language) -> None:
    assert parse_decimal(count(value, language), locale=language.locale, strict=True) == value


def test_a_count_is_grouped_as_the_language_does() -> None:
    assert [count(1204, language) for language in (DE, EN, FR)] == ["1.204", "1,204", "1\u202f204"]


def test_a_long_unit_may_be_broken_between_its_words_and_a_number_never_stands_alone() -> None:
    assert points(difference("0.3"), 1, EN) == "0.3\u00a0percentage points"
    assert points(difference("0.3"), 1, DE) == "0,3\u00a0Prozentpunkte"
