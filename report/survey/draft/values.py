"""The values of a column: how survey.yaml names them, which are missing, whether they are numbers or dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import category

from report.characters import normalized
from report.frozen import frozen
from report.respondents.model import Code, MissingRange
from report.respondents.profiles import Profile
from report.respondents.written_numbers import with_point
from report.survey.draft.vocabulary import NO_NUMBER, UNSAID, bare, missing_role, role_of
from report.survey.file.filling import code_text
from report.survey.model.codes import as_number, as_range
from report.survey.model.respondents import BLANK
from report.yaml_source.values import LONGEST_LINE, LONGEST_WORD

LEAST_NUMBERS = 0.5
"""The share of the cells that are numbers, for a word beside them to say that none was given."""


@frozen
class Value:
    """One value of a column: its code as survey.yaml has it, what it is called, how many rows have it."""

    code: str
    label: str
    n: int
    is_labelled: bool = False


def named(
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
    is_text = 0 < len(text) <= LONGEST_LINE and not any(category(char)[0] == "C" for char in text)
    is_text = is_text and all(len(word) <= LONGEST_WORD for word in text.split())
    is_seen = any(char.isprintable() and not char.isspace() for char in text)
    return is_text and is_seen and text == normalized(text) == text.strip()


def missing_of(profile: Profile) -> Mapping[str, tuple[str, ...]]:
    """The codes of those who gave no answer, by what they mean: as the file declares, or as it is written into cells.

    What programs write into a cell without a value is no answer as an empty cell is none.
    """
    variable, found = profile.variable, dict[str, list[str]]()
    labels = {each.code: each.label for each in variable.values}
    codes = [*labels, *(code for code, _ in profile.values if code not in labels)]
    for code in codes:
        written = code_of(code)
        if written and variable.is_missing(code):
            found.setdefault(missing_role(labels.get(code)), []).append(written)
        elif written and is_missing_value(code, profile):
            found.setdefault("dont_know" if missing_role(written) == "dont_know" else "no_answer", []).append(written)
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


def is_missing_value(code: Code, profile: Profile) -> bool:
    """Whether a value is no answer: declared missing, written by a program, or by somebody in the place of a number."""
    return profile.variable.is_missing(code) or is_unsaid(code) or (are_mostly_numbers(profile) and _is_no_number(code))


def is_unsaid(code: Code) -> bool:
    """Whether a value is what a program writes into a cell without one."""
    return isinstance(code, str) and (code in UNSAID or bool(re.fullmatch(r"\.[a-z]?", code)))


def is_all_missing(profile: Profile) -> bool:
    """Whether every value of a column says that there is no answer, so that nothing of it can be told."""
    return profile.is_whole and all(is_missing_value(code, profile) for code, _ in profile.values)


def are_numbers(profile: Profile) -> bool:
    """Whether all cells are numbers but those that say nothing."""
    n_unsaid = sum(n for code, n in profile.values if is_missing_value(code, profile) and _is_word(code))
    return profile.numbers is not None and profile.numbers.n + n_unsaid == profile.n_filled


def are_mostly_numbers(profile: Profile) -> bool:
    """Whether the cells of a column of texts without labels are numbers but for a few."""
    if not profile.variable.is_text or profile.variable.values or profile.numbers is None:
        return False
    return profile.numbers.n > LEAST_NUMBERS * profile.n_filled


def _is_no_number(code: Code) -> bool:
    """Whether a text says that no number was given; "none" does not, for it may mean 0."""
    return isinstance(code, str) and (
        not bare(code) or role_of(code).says_nothing or bool(NO_NUMBER.fullmatch(bare(code)))
    )


def _is_word(code: Code) -> bool:
    """Whether a value is a text that is no number."""
    return isinstance(code, str) and as_number(with_point(code)) is None


_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?|-?\d{2,}:\d\d:\d\d(\.\d+)?")


def has_dates(profile: Profile) -> bool:
    """Whether all that stands in a column are dates or times, as ISO writes them."""
    ends = (profile.first, profile.last)
    return profile.variable.is_text and all(_ISO.fullmatch(end) and ":" not in end[:3] for end in ends)
