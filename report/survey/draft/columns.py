"""What a column of respondents is, by its profile: one choice of several, a weight, a wave, or nothing to be told.

weight   numbers     name says so, none negative, mean about 1     data: {weight: ...}
Q4       1, 2, 9     labelled, or few values that return           a choice: its values, what is missing
comment  texts       nearly every row another                      left out, and why
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise

from report.frozen import frozen
from report.respondents.model import Code, Variable
from report.respondents.profiles import Listing, Profile
from report.respondents.written_numbers import with_point
from report.survey.draft.scale_words import order_of
from report.survey.draft.values import (
    Value,
    are_numbers,
    code_of,
    has_dates,
    is_missing_value,
    missing_of,
    named,
)
from report.survey.draft.vocabulary import WAVE, WEIGHT, date_in, demographic, plain, role_of
from report.survey.file.filling import code_text
from report.survey.model import AnswerRole
from report.survey.model.codes import as_number

MOST_LABELLED = 60
"""Labelled values that are taken for answers."""
MOST_TEXTS, MOST_NUMBERS, MOST_LISTED = 25, 11, 25
"""Values without labels that are all answers: texts, whole numbers, entries of lists. Of more the frequent ones are."""
LEAST_COVERED = 0.6
"""The share of the cells that the frequent values have to be of."""
MOSTLY = 0.9
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
LEAST_TOGETHER = 10
"""Rows in which two entries of lists are next to each other and never apart, for them to be taken for one answer."""
USUALLY_NO_ANSWER = frozenset(
    sign * code
    for sign, codes in ((1, (8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9997, 9998, 9999)),
                        (-1, (1, 2, 7, 8, 9, 77, 88, 97, 98, 99, 999)))
    for code in codes
)  # fmt: skip
"""Codes that surveys have for no answer."""
LEAST_APART = 2
"""Other codes that there are at least, for one to lie apart from them."""
MANY = 100
"""Rows from which on what a few of them say is counted with the others."""
WEIGHT_MEAN = (0.8, 1.25)


@frozen
class Choice:
    """A column that holds one of several answers. has_others: whether further values occur than those listed.

    missing: codes of those who gave none of the answers, by the key of `missing`. are_coded: whether the order of the
    values is that of their codes, and says something. apart: codes of `missing` that nothing says to be no answers but
    that they lie apart from all others, as 99 does.
    """

    profile: Profile
    values: tuple[Value, ...]
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_others: bool = False
    are_coded: bool = False
    apart: tuple[str, ...] = ()

    @property
    def variable(self) -> Variable:
        """The column."""
        return self.profile.variable

    @property
    def n_answers(self) -> int:
        """How many rows have one of the values."""
        return sum(value.n for value in self.values)


@frozen
class Lists:
    """A column whose cells list answers. entries: the frequent ones; has_others: whether there are more.

    never_apart: entries next to each other that may be one answer with the separator in it.
    """

    profile: Profile
    separator: str
    values: tuple[Value, ...]
    missing: Mapping[str, tuple[str, ...]]
    has_others: bool
    never_apart: tuple[str, ...] = ()


def is_weight(profile: Profile) -> bool:
    """Whether a column weighs respondents: by its name, and by numbers of 0 or more with a mean of about 1."""
    numbers = profile.numbers
    if numbers is None or numbers.n != profile.n_rows or not is_called_weight(profile):
        return False
    return numbers.lowest >= 0 and WEIGHT_MEAN[0] <= numbers.mean <= WEIGHT_MEAN[1] and numbers.highest > 0


def waves_in(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The codes of a column that tells waves, each with its date, the earliest first; none of any other column.

    Dates are years ("2024") or months ("2024-05").
    """
    if not WAVE.fullmatch(plain(profile.variable.name)) or profile.n_blank or not profile.is_whole:
        return ()
    labels = {value.code: value.label for value in profile.variable.values}
    dates = [(code_of(code), date_in(labels.get(code) or code_text(code))) for code, _ in profile.values]
    known = sorted(((code, date) for code, date in dates if code and date), key=lambda each: each[1])
    are_all = len(known) == profile.n_values and len({date for _, date in known}) == len(known)
    return tuple(known) if are_all and 1 < len(known) <= MOST_TEXTS else ()


def choice_of(profile: Profile) -> Choice | None:
    """The answers of a column of which each respondent gave one; None where it is something else."""
    variable, missing = profile.variable, missing_of(profile)
    valid = [(code, n) for code, n in profile.values if not is_missing_value(code, profile)]
    labels = {each.code: each.label for each in variable.values if not variable.is_missing(each.code)}
    counts = dict(valid)
    unlabelled = [code for code, _ in valid if code not in labels]
    if labels:
        if not profile.is_whole or len(unlabelled) > max(MOST_NUMBERS, len(labels)) or not valid:
            return None
        apart = codes_apart(unlabelled, list(labels))
        values, further = named(
            _in_code_order([*labels, *(code for code in unlabelled if code not in apart)]), labels, counts
        )
        has_others = further or len(values) > MOST_LABELLED
        return _without(apart, Choice(profile, values[:MOST_LABELLED], missing, has_others, are_coded=True))
    n_valid = sum(n for _, n in valid) + _n_untold(profile)
    if are_numbers(profile):
        if _are_years_of_age(profile):
            return None
        apart = codes_apart([code for code, _ in valid])
        codes = [code for code, _ in valid if code not in apart]
        is_few = profile.is_whole and len(codes) <= min(MOST_NUMBERS, max(2, n_valid // 2))
        if not (is_few and profile.numbers and profile.numbers.are_whole):
            return None
        values, further = named(_in_code_order(codes), {}, counts)
        return _without(apart, Choice(profile, values, missing, further, are_coded=True)) if values else None
    return _choice_of_texts(profile, valid, missing, n_valid)


def codes_apart(codes: Sequence[Code], labelled: Sequence[Code] = ()) -> tuple[Code, ...]:
    """Codes that are usual for no answer and lie apart from all others, as 99 does from 1 to 5, or -1 from 0 to 10.

    labelled: codes that a file says to be answers. A negative one is none where its counterpart is there (-2 to 2).
    """
    numbers = sorted({number for code in (*codes, *labelled) if (number := _number(code)) is not None})
    apart = {*_below_zero(numbers), *_above_a_gap([number for number in numbers if number >= 0])}
    if len(numbers) - len(apart) < LEAST_APART:
        return ()
    return tuple(code for code in codes if _number(code) in apart)


def _below_zero(numbers: Sequence[float]) -> Sequence[float]:
    """The negative codes, where all of them are usual for no answer and no scale goes from minus to plus as much."""
    negative = [number for number in numbers if number < 0]
    is_scale = len(negative) == len(numbers) or numbers[-1] == -numbers[0]
    return [] if is_scale or not USUALLY_NO_ANSWER.issuperset(negative) else negative


def _above_a_gap(numbers: Sequence[float]) -> Sequence[float]:
    """The codes above the first gap that has none above it but such as are usual for no answer; 8 goes with 9."""
    for place in range(LEAST_APART, len(numbers)):
        above = numbers[place:]
        if above[0] > numbers[place - 1] + 1 and USUALLY_NO_ANSWER.issuperset(above) and above != [8]:
            return above
    return []


def _without(apart: Sequence[Code], choice: Choice) -> Choice:
    """A choice with codes that lie apart as those of no answer."""
    written = tuple(code for each in apart if (code := code_of(each)))
    no_answer = (*choice.missing.get("no_answer", ()), *written)
    return replace(choice, missing={**choice.missing, "no_answer": no_answer}, apart=written) if written else choice


def _choice_of_texts(
    profile: Profile, valid: Sequence[tuple[Code, int]], missing: Mapping[str, tuple[str, ...]], n_valid: int
) -> Choice | None:
    if not valid or has_dates(profile):
        return None
    counts = dict(valid)
    frequent = [code for code, n in valid if n >= _least(n_valid) or role_of(str(code)).says_nothing][:MOST_TEXTS]
    if profile.is_whole and _are_steps(counts):
        frequent = [code for code, _ in valid]
    if profile.is_whole and len(valid) <= min(MOST_TEXTS, max(2, n_valid // 2)) and len(frequent) > len(valid) - 2:
        values, further = named([code for code, _ in valid], {}, counts)
        return Choice(profile, values, missing, further) if values else None
    values, _ = named([code for code in frequent if counts[code] > 1 or role_of(str(code)).says_nothing], {}, counts)
    is_covered = sum(value.n for value in values) >= LEAST_COVERED * n_valid
    return Choice(profile, values, missing, has_others=True) if len(values) > 1 and is_covered else None


def _are_steps(codes: Iterable[Code]) -> bool:
    """Whether texts are the steps of a scale, of which a rare one says no more of a person than the others do."""
    texts = [str(code) for code in codes]
    return order_of([text for text in texts if role_of(text) is AnswerRole.REGULAR]) is not None


def _least(n_valid: int) -> int:
    """The rows that a text needs at least to be an answer of its own: one of a few says something of a person."""
    return 1 if n_valid < MANY else max(3, n_valid // 100)


def lists_of(profile: Profile, *, separator: str | None) -> Lists | None:
    """The answers that the cells of a column list; None where they list none. separator: what cells stand between."""
    listing = next((each for each in profile.listings if _lists_answers(each, profile)), None)
    if listing is not None and listing.separator == "," != separator and _have_decimals(profile):
        return None
    if listing is None or profile.variable.values:
        return None
    lacking = missing_of(profile)
    unsaid = {code for codes in lacking.values() for code in codes}
    entries = [(entry, n) for entry, n in listing.entries if entry not in unsaid]
    frequent = [entry for entry, n in entries if n >= _least(profile.n_filled)][:MOST_LISTED]
    values, further = named(frequent, {}, dict(entries))
    has_others = further or len(values) < listing.n_entries or listing.has_strays
    if len(values) < 2:
        return None
    return Lists(
        profile, listing.separator, values, lacking, has_others, tuple(_never_apart(profile, listing.separator))
    )


def _never_apart(profile: Profile, separator: str) -> Iterator[str]:
    """Two entries that are always next to each other, as a form has them that lists an answer with the separator."""
    if not profile.is_whole:
        return
    single, pairs = Counter[str](), Counter[tuple[str, str]]()
    for cell, n in profile.values:
        entries = [entry.strip(' "') for entry in str(cell).split(separator)]
        single.update(dict.fromkeys(entries, n))
        pairs.update(dict.fromkeys(pairwise(entries), n))
    for (first, second), n in sorted(pairs.items()):
        if first != second and n >= LEAST_TOGETHER and single[first] == single[second] == n:
            yield f"{first}{separator} {second}"


def _lists_answers(listing: Listing, profile: Profile) -> bool:
    """Whether cells are lists: their entries stand alone too, or make more cells than there are entries."""
    if listing.share < 0.03 or listing.n_entries < 2 or not listing.entries:
        return False
    composed = [(str(cell), n) for cell, n in profile.values if listing.separator in str(cell)]
    alone = {str(cell) for cell, _ in profile.values} - {cell for cell, _ in composed}
    entries = [(entry.strip(' "'), n) for cell, n in composed for entry in cell.split(listing.separator)]
    n_known = sum(n for entry, n in entries if entry in alone)
    n_entries = sum(n for _, n in entries) or 1
    frequent = sum(n for _, n in listing.entries[:MOST_LISTED])
    n_composed = sum(n for _, n in composed)
    n_loose = sum(n for cell, n in composed if f"{listing.separator} " in cell)
    is_tight = len(composed) > 2 and n_loose <= n_composed / 10  # in a sentence a blank follows
    n_with_known = sum(n for cell, n in composed if not alone.isdisjoint(cell.split(listing.separator)))
    makes_more = len(composed) > 2 and profile.n_values > listing.n_entries and frequent > 1.2 * profile.n_filled
    return n_known > n_entries / 2 or makes_more or (is_tight and 2 * n_with_known > n_composed)


def _have_decimals(profile: Profile) -> bool:
    """Whether the commas of a column are those of decimals: nearly each stands alone in a number."""
    with_comma = [(str(code), n) for code, n in profile.values if "," in str(code)]
    n_decimal = sum(n for cell, n in with_comma if _DECIMAL_COMMA.fullmatch(cell))
    return n_decimal >= MOSTLY * sum(n for _, n in with_comma)


def _are_years_of_age(profile: Profile) -> bool:
    """Whether numbers are ages rather than codes of groups, however few of them there are."""
    concept = demographic(profile.variable.name, profile.variable.label)
    return concept == "age" and profile.numbers is not None and profile.numbers.highest > MOST_NUMBERS


def _n_untold(profile: Profile) -> int:
    """The rows whose values are too rare to be told."""
    return profile.n_filled - sum(n for _, n in profile.values)


def _in_code_order(codes: Sequence[Code]) -> list[Code]:
    """Numbers, and texts that are numbers, by their value; other texts as they come."""
    numbers = [_number(code) for code in codes]
    if any(number is None for number in numbers):
        return list(codes)
    return [code for _, code in sorted(zip(numbers, codes, strict=True), key=lambda pair: pair[0] or 0.0)]


def _number(code: Code) -> float | None:
    return code if isinstance(code, float) else as_number(with_point(str(code)))


def is_called_weight(profile: Profile) -> bool:
    """Whether a column has the name of one that weighs respondents."""
    return bool(WEIGHT.fullmatch(plain(profile.variable.name)))
