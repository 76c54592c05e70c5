"""What a column of respondents is, by its profile: one choice of several, a weight, a wave, or nothing to be told.

weight   numbers     name says so, none negative, mean about 1     data: {weight: ...}
Q4       1, 2, 9     labelled, or few values that return           a choice: its values, what is missing
comment  texts       nearly every row another                      left out, and why
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from unicodedata import category

from report.characters import normalized
from report.frozen import frozen
from report.respondents.model import Code, MissingRange, Variable
from report.respondents.profiles import Listing, Profile
from report.survey.draft.vocabulary import (
    NO_QUESTION,
    STAMP,
    UNSAID,
    WAVE,
    WEIGHT,
    demographic,
    missing_role,
    plain,
    year_in,
)
from report.survey.file.filling import code_text
from report.survey.model.codes import as_number, as_range
from report.survey.model.respondents import BLANK

MOST_LABELLED = 60
"""Labelled values that are taken for answers."""
MOST_TEXTS, MOST_NUMBERS, MOST_LISTED = 25, 11, 25
"""Values without labels that are all answers: texts, whole numbers, entries of lists. Of more the frequent ones are."""
LEAST_COVERED = 0.6
"""The share of the cells that the frequent values have to be of."""
MANY = 100
"""Rows from which on what a few of them say is counted with the others."""
LONGEST_CODE = 400
WEIGHT_MEAN = (0.8, 1.25)


@frozen
class Value:
    """One value of a column: its code as survey.yaml has it, what it is called, how many rows have it."""

    code: str
    label: str
    n: int
    is_labelled: bool = False


@frozen
class Choice:
    """A column that holds one of several answers. has_others: whether further values occur than those listed.

    missing: codes of those who gave none of the answers, by the key of `missing`. are_coded: whether the order of the
    values is that of their codes, and says something.
    """

    profile: Profile
    values: tuple[Value, ...]
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_others: bool = False
    are_coded: bool = False

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
    """A column whose cells list answers. entries: the frequent ones; has_others: whether there are more."""

    profile: Profile
    separator: str
    values: tuple[Value, ...]
    missing: Mapping[str, tuple[str, ...]]
    has_others: bool


def is_weight(profile: Profile) -> bool:
    """Whether a column weighs respondents: by its name, and by numbers of 0 or more with a mean of about 1."""
    numbers = profile.numbers
    if numbers is None or numbers.n != profile.n_rows or not _is_called_weight(profile):
        return False
    return numbers.lowest >= 0 and WEIGHT_MEAN[0] <= numbers.mean <= WEIGHT_MEAN[1] and numbers.highest > 0


def waves_in(profile: Profile) -> tuple[tuple[str, int], ...]:
    """The codes of a column that tells waves, each with its year, the earliest first; none of any other column."""
    if not WAVE.fullmatch(plain(profile.variable.name)) or profile.n_blank or not profile.is_whole:
        return ()
    labels = {value.code: value.label for value in profile.variable.values}
    years = [(code_of(code), year_in(labels.get(code) or code_text(code))) for code, _ in profile.values]
    known = sorted(((code, year) for code, year in years if code and year), key=lambda each: each[1])
    are_all = len(known) == profile.n_values and len({year for _, year in known}) == len(known)
    return tuple(known) if are_all and 1 < len(known) <= MOST_TEXTS else ()


def choice_of(profile: Profile) -> Choice | None:
    """The answers of a column of which each respondent gave one; None where it is something else."""
    variable, missing = profile.variable, missing_of(profile)
    valid = [(code, n) for code, n in profile.values if not _is_missing(code, variable)]
    labels = {each.code: each.label for each in variable.values if not variable.is_missing(each.code)}
    counts = dict(valid)
    unlabelled = [code for code, _ in valid if code not in labels]
    if labels:
        if not profile.is_whole or len(unlabelled) > max(MOST_NUMBERS, len(labels)) or not valid:
            return None
        values, further = _named(_in_code_order([*labels, *unlabelled]), labels, counts)
        return Choice(profile, values[:MOST_LABELLED], missing, further or len(values) > MOST_LABELLED, are_coded=True)
    n_valid = sum(n for _, n in valid) + _n_untold(profile)
    if _are_numbers(profile):
        if _are_years_of_age(profile):
            return None
        is_few = profile.is_whole and len(valid) <= min(MOST_NUMBERS, max(2, n_valid // 2))
        if not (is_few and profile.numbers and profile.numbers.are_whole):
            return None
        values, further = _named(_in_code_order([code for code, _ in valid]), {}, counts)
        return Choice(profile, values, missing, further, are_coded=True) if values else None
    return _choice_of_texts(profile, valid, missing, n_valid)


def _choice_of_texts(
    profile: Profile, valid: Sequence[tuple[Code, int]], missing: Mapping[str, tuple[str, ...]], n_valid: int
) -> Choice | None:
    if not valid or _has_dates(profile):
        return None
    counts = dict(valid)
    frequent = [code for code, n in valid if n >= _least(n_valid)][:MOST_TEXTS]
    if profile.is_whole and len(valid) <= min(MOST_TEXTS, max(2, n_valid // 2)) and len(frequent) > len(valid) - 2:
        values, further = _named([code for code, _ in valid], {}, counts)
        return Choice(profile, values, missing, further) if values else None
    values, _ = _named([code for code in frequent if counts[code] > 1], {}, counts)
    is_covered = sum(value.n for value in values) >= LEAST_COVERED * n_valid
    return Choice(profile, values, missing, has_others=True) if len(values) > 1 and is_covered else None


def _least(n_valid: int) -> int:
    """The rows that a text needs at least to be an answer of its own: one of a few says something of a person."""
    return 1 if n_valid < MANY else max(3, n_valid // 100)


def lists_of(profile: Profile) -> Lists | None:
    """The answers that the cells of a column list; None where they list none."""
    listing = next((each for each in profile.listings if _lists_answers(each, profile)), None)
    if listing is None or profile.variable.values:
        return None
    lacking = missing_of(profile)
    unsaid = {code for codes in lacking.values() for code in codes}
    entries = [(entry, n) for entry, n in listing.entries if entry not in unsaid]
    frequent = [entry for entry, n in entries if n >= _least(profile.n_filled)][:MOST_LISTED]
    values, further = _named(frequent, {}, dict(entries))
    has_others = further or len(values) < listing.n_entries or listing.has_strays
    return Lists(profile, listing.separator, values, lacking, has_others) if len(values) > 1 else None


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


def missing_of(profile: Profile) -> Mapping[str, tuple[str, ...]]:
    """The codes of those who gave no answer, by what they mean: as the file declares, or as programs write it."""
    variable, found = profile.variable, dict[str, list[str]]()
    labels = {each.code: each.label for each in variable.values}
    codes = [*labels, *(code for code, _ in profile.values if code not in labels)]
    for code in codes:
        written = code_of(code)
        if written and variable.is_missing(code):
            found.setdefault(missing_role(labels.get(code)), []).append(written)
        elif written and _is_missing(code, variable):
            found.setdefault("not_asked", []).append(written)
    known = {code for each in found.values() for code in each}
    further = [written for each in variable.missing if (written := _as_code(each)) and written not in known]
    if further:
        found.setdefault("no_answer", []).extend(further)
    return {key: tuple(dict.fromkeys(codes)) for key, codes in found.items()}


def _as_code(missing: MissingRange | str) -> str | None:
    if isinstance(missing, str):
        return code_of(missing)
    if missing.lower == missing.upper:
        return code_text(missing.lower)
    ends = [code_text(end) if abs(end) != float("inf") else "" for end in (missing.lower, missing.upper)]
    return f"{ends[0]}..{ends[1]}" if any(ends) and all(_is_plain_number(end) for end in ends) else None


def _is_plain_number(end: str) -> bool:
    return not end or bool(re.fullmatch(r"-?\d+(\.\d+)?", end))


def _is_missing(code: Code, variable: Variable) -> bool:
    is_unsaid = isinstance(code, str) and (code in UNSAID or bool(re.fullmatch(r"\.[a-z]?", code)))
    return variable.is_missing(code) or is_unsaid


def _are_numbers(profile: Profile) -> bool:
    """Whether all cells are numbers but those that say nothing."""
    n_unsaid = sum(n for code, n in profile.values if _is_missing(code, profile.variable) and _is_word(code))
    return profile.numbers is not None and profile.numbers.n + n_unsaid == profile.n_filled


def _is_word(code: Code) -> bool:
    """Whether a value is a text that is no number."""
    return isinstance(code, str) and as_number(code.replace(",", ".")) is None


def _are_years_of_age(profile: Profile) -> bool:
    """Whether numbers are ages rather than codes of groups, however few of them there are."""
    concept = demographic(profile.variable.name, profile.variable.label)
    return concept == "age" and profile.numbers is not None and profile.numbers.highest > MOST_NUMBERS


def _n_untold(profile: Profile) -> int:
    """The rows whose values are too rare to be told."""
    return profile.n_filled - sum(n for _, n in profile.values)


def _in_code_order(codes: Sequence[Code]) -> list[Code]:
    """Numbers, and texts that are numbers, by their value; other texts as they come."""
    numbers = [code if isinstance(code, float) else as_number(str(code).replace(",", ".")) for code in codes]
    if any(number is None for number in numbers):
        return list(codes)
    return [code for _, code in sorted(zip(numbers, codes, strict=True), key=lambda pair: pair[0] or 0.0)]


def _named(
    codes: Sequence[Code], labels: Mapping[Code, str], counts: Mapping[Code, int]
) -> tuple[tuple[Value, ...], bool]:
    """The values that survey.yaml can name, and whether others occur that it cannot."""
    written = [(code, code_of(code)) for code in codes]
    values = tuple(
        Value(own, labels.get(code) or own, counts.get(code, 0), is_labelled=bool(labels.get(code, "").strip()))
        for code, own in written
        if own is not None
    )
    return values, any(own is None and counts.get(code, 0) for code, own in written)


def code_of(code: Code) -> str | None:
    """A value as a `code` names it; None for one that survey.yaml cannot: it would be read as something else."""
    if not isinstance(code, str):
        written = code_text(code)
        return written if as_number(written) == code else None
    return code if can_be_named(code) and code != BLANK and as_range(code) is None else None


def can_be_named(text: str) -> bool:
    """Whether survey.yaml can name a column or a value: whether it is the same once it has been read."""
    is_text = 0 < len(text) <= LONGEST_CODE and not any(category(char)[0] == "C" for char in text)
    is_seen = any(char.isprintable() and not char.isspace() for char in text)
    return is_text and is_seen and text == normalized(text) == text.strip()


# ------------------------------------------------------------------------------------------------------------ left out


def why_left_out(profile: Profile) -> str | None:
    """Why a column is no question whatever its values are; None where it can be one."""
    name = plain(profile.variable.name)
    if not profile.n_filled:
        return "no row has a value"
    if _is_called_weight(profile) and profile.numbers and not profile.numbers.are_whole:
        return f"looks like a weight, but its mean is {profile.numbers.mean:.4g}: if it is one, name it as data.weight"
    if _has_dates(profile) or (STAMP.fullmatch(name) and not profile.variable.values and not _are_numbers(profile)):
        return "dates or times"
    if NO_QUESTION.fullmatch(name) and not profile.variable.values:
        return "tells respondents or interviews apart"
    return None


def why_no_choice(profile: Profile) -> str:
    """Why a column that could be a question by its name is none by its values."""
    valid = [code for code, _ in profile.values if not _is_missing(code, profile.variable)]
    if not valid:
        return "every value is declared missing"
    if _are_numbers(profile):
        numbers = profile.numbers
        assert numbers
        if profile.n_values == profile.n_filled > MOST_NUMBERS and numbers.are_whole:
            return "every row has another number"
        span = f"from {numbers.lowest:.6g} to {numbers.highest:.6g}"
        return f"numbers {span}: as a question or segment it needs ranges, as in code: 18..39"
    if profile.n_values > len(profile.values) or profile.n_values * 2 > profile.n_filled:
        return "free text: most rows have another one"
    return f"{profile.n_values} different texts"


def year_of_dates(profiles: Sequence[Profile]) -> int | None:
    """The latest year that a column of dates has."""
    return max((year for each in profiles for year in _last_year(each)), default=None)


def _last_year(profile: Profile) -> Iterator[int]:
    if _has_dates(profile) and "-" in profile.last[1:]:
        found = int(profile.last[:4])
        if 1900 <= found <= 2100:
            yield found


_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?|-?\d{2,}:\d\d:\d\d(\.\d+)?")


def _has_dates(profile: Profile) -> bool:
    ends = (profile.first, profile.last)
    return profile.variable.is_text and all(_ISO.fullmatch(end) and ":" not in end[:3] for end in ends)


def _is_called_weight(profile: Profile) -> bool:
    return bool(WEIGHT.fullmatch(plain(profile.variable.name)))
