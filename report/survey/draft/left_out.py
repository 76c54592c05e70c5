"""Why a column of respondents is no question: what it holds instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.respondents.profiles import Numbers, Profile
from report.respondents.written_numbers import are_ambiguous
from report.survey.draft.columns import MOST_NUMBERS, is_called_weight
from report.survey.draft.model import UnusedWeight
from report.survey.draft.values import are_numbers, has_dates, is_missing_value
from report.survey.draft.vocabulary import NO_INTERVIEW, NO_QUESTION, STAMP, plain

LEAST_PLAIN, WHOLE_FROM = 1e-4, 1000.0
"""From where to where a mean is told by four digits; beyond as a whole number."""
LONGEST_FIELDWORK = 1
"""Years between the first and the last interview, where dates are those of interviews."""


def why_left_out(profile: Profile) -> str | None:
    """Why a column is no question whatever its values are; None where it can be one."""
    name = plain(profile.variable.name)
    if not profile.n_filled:
        return "no row has a value"
    if is_called_weight(profile) and profile.numbers and not profile.numbers.are_whole:
        found = unused_weight(profile, profile.numbers)
        return f"looks like a weight, but {found.what}: {found.mend}"
    if has_dates(profile) or (STAMP.fullmatch(name) and not profile.variable.values and not are_numbers(profile)):
        return "dates or times"
    is_mark = profile.n_values < (3 if profile.n_values < profile.n_filled else 2)  # "Which do you use? – Phone"
    if NO_QUESTION.fullmatch(name) and not profile.variable.values and not is_mark:
        return "tells respondents or interviews apart"
    return None


def unused_weight(profile: Profile, numbers: Numbers) -> UnusedWeight:
    """Why a column that is called a weight is not taken for one, and how to go on."""
    column = profile.variable.name
    if n_lacking := profile.n_rows - numbers.n:
        what = f"{n_lacking} of {profile.n_rows} rows {'has' if n_lacking == 1 else 'have'} no number there"
        return UnusedWeight(column, what, "give these one (0 counts nobody), then name it as data.weight")
    if numbers.lowest < 0:
        what = f"its lowest number is {numbers.lowest:.4g}, and no weight is below 0"
        return UnusedWeight(column, what, "mend these rows, then name it as data.weight")
    mean = f"{numbers.mean:.4g}" if WHOLE_FROM > numbers.mean >= LEAST_PLAIN else f"{numbers.mean:.0f}"
    return UnusedWeight(column, f"its mean is {mean}, not about 1", "if it is one, name it as data.weight")


def unused_weight_among(profiles: Sequence[Profile]) -> UnusedWeight | None:
    """The first column that is called a weight, and is left out since it cannot be one as it is."""
    called = [(each, each.numbers) for each in profiles if is_called_weight(each)]
    return next((unused_weight(each, own) for each, own in called if own and not own.are_whole), None)


def why_no_choice(profile: Profile) -> str:
    """Why a column that could be a question by its name is none by its values."""
    valid = [code for code, _ in profile.values if not is_missing_value(code, profile)]
    if not valid:
        return "every value is declared missing"
    if are_numbers(profile) and are_ambiguous([str(code) for code, _ in profile.values]):
        return "numbers, and whether a mark divides thousands or decimals is open: write them without thousands"
    if are_numbers(profile):
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
    """The latest year of interviews that a column of dates has; dates of birth or employment say nothing of it."""
    return max((year for each in profiles for year in _last_year(each)), default=None)


def _last_year(profile: Profile) -> Iterator[int]:
    said = f"{plain(profile.variable.name)} {plain(profile.variable.label or '')}"
    if not has_dates(profile) or "-" not in profile.last[1:] or NO_INTERVIEW.fullmatch(said):
        return
    first, last = int(profile.first[:4]), int(profile.last[:4])
    if 1900 <= last <= 2100 and last - first <= LONGEST_FIELDWORK:
        yield last
