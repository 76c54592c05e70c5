"""Segmentations to suggest: columns that divide respondents into a few groups of people, by their names.

sex     1 male, 2 female                                          as it is
age     numbers from 18 to 84                                     in groups that are usual
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.frozen import frozen
from report.respondents.profiles import Profile
from report.survey.draft.columns import Choice
from report.survey.draft.values import Value
from report.survey.draft.vocabulary import demographic, role_of
from report.survey.model import AnswerRole

MOST_BANNERS = 5
GROUPS = (2, 6)
"""How few and how many groups a suggested segmentation has."""
LEAST_SHARE = 0.02
"""The share of the respondents that the smallest group has; fewer would mostly be hidden."""

_AGES = (14, 18, 30, 40, 50, 60, 70)
"""Where age groups begin that are usual; the first and the last are open."""
_OLDEST = 120


@frozen
class Banner:
    """A suggested segmentation: the column, and its groups in their order."""

    profile: Profile
    groups: tuple[Value, ...]
    are_ranges: bool = False


def banners_of(choices: Sequence[Choice], numbers: Sequence[Profile], *, language: str) -> tuple[Banner, ...]:
    """The first column of each kind of group, in the order of the file; numbers: columns of numbers."""
    found: dict[str, Banner] = {}
    for choice in choices:
        concept = demographic(choice.variable.name, choice.variable.label)
        if concept and concept not in found and (banner := _banner(choice)):
            found[concept] = banner
    for profile in numbers:
        if "age" not in found and demographic(profile.variable.name, profile.variable.label) == "age":
            groups = tuple(_age_groups(profile, language))
            found |= {"age": Banner(profile, groups, are_ranges=True)} if len(groups) >= GROUPS[0] else {}
    return tuple(found.values())[:MOST_BANNERS]


def _banner(choice: Choice) -> Banner | None:
    groups = [value for value in choice.values if value.n and not role_of(value.label).says_nothing]
    groups = [value for value in groups if role_of(value.label) is not AnswerRole.NONE]
    n = sum(value.n for value in groups)
    large = [value for value in groups if value.n >= LEAST_SHARE * n]
    if choice.has_others or not GROUPS[0] <= len(groups) <= GROUPS[1] or len(large) < GROUPS[0]:
        return None
    labels = {value.label.casefold() for value in groups}
    return Banner(choice.profile, tuple(_in_order(groups, choice))) if len(labels) == len(groups) else None


def _in_order(groups: Sequence[Value], choice: Choice) -> list[Value]:
    """As their codes are, else by the number that each begins with: "18 - 34" before "65 and up"."""
    firsts = [_first_number(value.label) for value in groups]
    if choice.are_coded or any(first is None for first in firsts) or len(set(firsts)) < len(firsts):
        return list(groups)
    return [value for _, value in sorted(zip(firsts, groups, strict=True), key=lambda pair: pair[0] or 0)]


def _first_number(label: str) -> int | None:
    digits = "".join(char if char in "0123456789" else " " for char in label).split()
    return int(digits[0][:9]) if digits else None


def _age_groups(profile: Profile, language: str) -> Iterator[Value]:
    numbers = profile.numbers
    if numbers is None or not numbers.are_whole or numbers.lowest < 0 or numbers.highest > _OLDEST:
        return
    starts = [start for start in _AGES if numbers.lowest < start <= numbers.highest]
    starts = starts[-(GROUPS[1] - 1) :]
    if not starts or len(starts) + 1 < GROUPS[0]:
        return
    first, last = starts[0], starts[-1]
    under, over = ("unter {}", "{} und älter") if language == "de" else ("under {}", "{} and over")
    yield Value(f"..{first - 1}", under.format(first), 0)
    for start, end in pairwise(starts):
        yield Value(f"{start}..{end - 1}", f"{start}–{end - 1}", 0)
    yield Value(f"{last}..", over.format(last), 0)
