"""How numbers are written: the one rounding of the program, and the digits, signs and words around it.

Every function takes values at full precision and rounds once, by `round_half_up`; Babel's data give decimal
mark, grouping, per cent sign and the blank before it. Texts carry U+00A0 where a line must not break.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from report.frozen import frozen
from report.language.model import Language
from report.units import (
    TOLERANCE,
    Between,
    Number,
    PercentagePoints,
    Quantity,
    Score,
    ScoreDifference,
    ScoreUnit,
    Share,
    sign_of_difference,
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

WHOLE = Decimal(100)
"""The percentage of all."""

_EXACT = Context(prec=400)
"""Wide enough for every float down to `TOLERANCE`, so that quantizing never fails."""
_NOISE = Decimal(repr(TOLERANCE))


@frozen
class NumberText:
    """A printed number in the three parts that a page may set in different sizes: "51", U+00A0, "%"."""

    digits: str
    gap: str
    unit: str

    @property
    def text(self) -> str:
        """The whole number as running text has it."""
        return self.digits + self.gap + self.unit


def round_half_up(value: Number, decimals: int) -> Decimal:
    """The value at `decimals` places, halves away from zero (DIN 1333, "kaufmännisch"); never a negative zero.

    A decimal is taken as it is. A float is first taken at `units.TOLERANCE`, to which computed shares count as
    equal: 0.285 * 100 is 28.499999999999996 in floats and prints as 29, like the 28.5 that it stands for.
    Raises ValueError for NaN and infinity.
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        raise ValueError(f"a number to print must be finite, not {value}")
    if isinstance(value, float):
        exact = exact.quantize(_NOISE, ROUND_HALF_EVEN, _EXACT)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return rounded if rounded else rounded.copy_abs()


def percent(share: Share, decimals: int, language: Language) -> NumberText:
    """The short form: "51 %" in German, "51%" in English.

    "< 1 %" above zero and under half a printed unit, "> 99 %" below the whole and within half a unit of it; with a
    decimal "< 0,1 %" and "> 99,9 %".
    A share that was published as less than a bound is printed with that bound, as published.
    Raises ValueError for a share without digits (`has_digits`), and for a language that writes the sign before the
    digits (Turkish, Basque): charts and pages set the sign smaller and after the digits, and would have to learn the
    other order first.
    """
    gap, sign = _percent_sign(language.locale)
    return NumberText(number(share, decimals, language), gap, sign)


def has_digits(share: Share) -> bool:
    """Whether there is anything to print.

    Not for a share of which only bounds are known, unless it lies between zero and a bound that has a last digit.
    """
    known = share.fraction
    return not isinstance(known, Between) or (not known.lower and isinstance(known.upper, Decimal))


def is_small(share: Share, decimals: int) -> bool:
    """Whether the share is printed as less than something.

    It was published so, or is above zero and under half a printed unit (exactly half a unit prints as one unit).
    """
    return _bound(share, decimals) is not None


def is_nearly_whole(share: Share, decimals: int) -> bool:
    """Whether the share is printed as more than something: it is below the whole, and would be rounded to it."""
    percentage = share.percent
    if isinstance(percentage, Between) or sign_of_difference(percentage, WHOLE) != -1:
        return False
    return round_half_up(percentage, decimals) == WHOLE


def print_alike(one: tuple[Share, int], other: tuple[Share, int]) -> bool:
    """Whether two shares, each with its decimals, are the same number where both are printed; not of mere bounds."""
    if any(isinstance(share.fraction, Between) for share, _ in (one, other)):
        return False
    keys = [
        (
            round_half_up(_known(share), decimals),
            decimals if is_small(share, decimals) else None,
            decimals if is_nearly_whole(share, decimals) else None,
        )
        for share, decimals in (one, other)
    ]
    return keys[0] == keys[1]


def number(share: Share, decimals: int, language: Language) -> str:
    """The digits alone: "51", "51,5", "< 1", "> 99"."""
    gap, _ = _percent_sign(language.locale)
    bound = _bound(share, decimals)
    if bound is not None:
        return f"<{gap}{_as_printed(bound, language)}"
    if is_nearly_whole(share, decimals):
        return f">{gap}{_as_printed(_last_below_whole(decimals), language)}"
    return decimal_text(round_half_up(_known(share), decimals), decimals, language)


def percent_words(share: Share, decimals: int, language: Language) -> str:
    """The form of running text: "51 Prozent", "51 per cent", "weniger als 1 Prozent"."""
    return _in_words(share, decimals, language, f"{{n}}{NO_BREAK_SPACE}{language.per_cent_word}")


def of_100(share: Share, decimals: int, language: Language) -> str:
    """The share as a count in a hundred: "51 von 100", "51 out of 100", "weniger als 1 von 100"."""
    return _in_words(share, decimals, language, language.of_100)


def points(difference: PercentagePoints, decimals: int, language: Language) -> str:
    """A difference with its unit: "25 Prozentpunkte", "1 Prozentpunkt", "−3 Prozentpunkte"."""
    singular, plural = language.point_words
    is_one = abs(round_half_up(_known(difference), decimals)) == 1 and decimals == 0
    return f"{bare_points(difference, decimals, language)}{NO_BREAK_SPACE}{singular if is_one else plural}"


def bare_points(difference: PercentagePoints, decimals: int, language: Language) -> str:
    """A difference without its unit: "25", "−3" with U+2212."""
    rounded = round_half_up(_known(difference), decimals)
    sign = MINUS if rounded < 0 else ""
    return sign + decimal_text(abs(rounded), decimals, language)


def signed_points(difference: PercentagePoints, decimals: int, language: Language) -> str:
    """A difference for a column of changes: "+25", "−3" with U+2212, and "0" without a sign."""
    sign = "+" if round_half_up(_known(difference), decimals) > 0 else ""
    return sign + bare_points(difference, decimals, language)


def score(found: Score, decimals: int, language: Language) -> NumberText:
    """A score with its unit: "42,3 Jahre", "+31", "−12"; what has no unit stands alone."""
    if found.unit.is_balance:
        return NumberText(signed_number(found.number, decimals, language), "", "")
    unit = _unit_of(found.unit, language)
    return NumberText(plain_number(found.number, decimals, language), NO_BREAK_SPACE if unit else "", unit)


def score_difference(found: ScoreDifference, decimals: int, language: Language) -> str:
    """A difference of scores with its unit: "1,3 Jahre", "−12 Punkte", "1 Punkt"."""
    digits, unit = plain_number(found.number, decimals, language), _unit_of(found.unit, language)
    if found.unit.is_balance:
        is_one = decimals == 0 and abs(round_half_up(_sole(found.number), 0)) == 1
        unit = language.words.score_point if is_one else language.words.score_points
    return f"{digits}{NO_BREAK_SPACE}{unit}" if unit else digits


def plain_number(number: Quantity, decimals: int, language: Language) -> str:
    """A number of a unit of its own, without it: "42,3", "−3" with U+2212."""
    rounded = round_half_up(_sole(number), decimals)
    return (MINUS if rounded < 0 else "") + decimal_text(abs(rounded), decimals, language)


def signed_number(number: Quantity, decimals: int, language: Language) -> str:
    """The same with its sign: "+31", "−3", and "0" without one."""
    sign = "+" if round_half_up(_sole(number), decimals) > 0 else ""
    return sign + plain_number(number, decimals, language)


def _unit_of(unit: ScoreUnit, language: Language) -> str:
    return dict(unit.words).get(language.code, "")


def _sole(number: Quantity) -> Number:
    if isinstance(number, Between):
        raise ValueError(f"a number between {number.lower} and {number.upper} has no digits to print")
    return number


def count(value: int, language: Language) -> str:
    """A number of people or things, grouped: "1.204" in German, "1,204" in English."""
    return decimal_text(Decimal(value), 0, language)


def decimal_text(rounded: Decimal, decimals: int, language: Language) -> str:
    """A number already rounded, with the decimal mark and grouping of the language and exactly `decimals` places."""
    return _digits(rounded, decimals, language.locale)


def _in_words(share: Share, decimals: int, language: Language, phrase: str) -> str:
    bound = _bound(share, decimals)
    if is_nearly_whole(share, decimals):
        said = phrase.format(n=_as_printed(_last_below_whole(decimals), language))
        return language.words.more_than.format(number=said)
    if bound is None:
        return phrase.format(n=number(share, decimals, language))
    return language.words.less_than.format(number=phrase.format(n=_as_printed(bound, language)))


def _bound(share: Share, decimals: int) -> Decimal | None:
    """The percentage that a share is printed as less than: the published bound, or one printed unit; else None."""
    percentage = share.percent
    if isinstance(percentage, Between):
        return Decimal(str(percentage.upper)) if not percentage.lower else None
    is_above_zero = sign_of_difference(percentage, Decimal(0)) == 1
    return Decimal(1).scaleb(-decimals) if is_above_zero and not round_half_up(percentage, decimals) else None


def _last_below_whole(decimals: int) -> Decimal:
    """The last percentage below 100 that has so many decimals: 99, 99.9."""
    return WHOLE - Decimal(1).scaleb(-decimals)


def _known(value: Share | PercentagePoints) -> Number:
    """The number in per cent; ValueError where only its bounds are known."""
    known = value.percent if isinstance(value, Share) else value.points
    if isinstance(known, Between):
        raise ValueError(f"a number between {known.lower} and {known.upper} has no digits to print")
    return known


def _as_printed(number: Decimal, language: Language) -> str:
    return decimal_text(number, max(0, -int(number.as_tuple().exponent)), language)


@lru_cache(maxsize=4096)
def _digits(rounded: Decimal, decimals: int, locale_name: str) -> str:
    locale = Locale.parse(locale_name)
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    pattern.frac_prec = (decimals, decimals)
    digits: str = pattern.apply(rounded, locale)
    return digits


@lru_cache
def _percent_sign(locale_name: str) -> tuple[str, str]:
    """The blank before the per cent sign and the sign, from the pattern of Babel's (CLDR's) data, "#,##0 %"."""
    locale = Locale.parse(locale_name)
    pattern: NumberPattern = locale.percent_formats[None]
    prefix, suffix = pattern.prefix[0], pattern.suffix[0]
    if prefix or not suffix:
        raise ValueError(f"{locale_name} writes the per cent sign before the digits")
    sign = suffix.lstrip()
    return suffix.removesuffix(sign), sign
