"""The columns of a file of respondents by what they are: weight, wave, sets, lists, choices, numbers, left out."""

from __future__ import annotations

from collections.abc import Sequence

from report.frozen import frozen
from report.respondents.model import Codebook
from report.respondents.profiles import Profile
from report.survey.draft.columns import Choice, Lists, choice_of, is_weight, lists_of, waves_in
from report.survey.draft.left_out import why_left_out, why_no_choice
from report.survey.draft.sets import CodeSet, MarkSet, sets_of
from report.survey.draft.values import can_be_named, is_all_missing


@frozen
class SortedColumns:
    """The columns of a file by what they are."""

    weight: Profile | None
    wave: Profile | None
    sets: tuple[MarkSet | CodeSet, ...]
    lists: tuple[Lists, ...]
    choices: tuple[Choice, ...]
    numbers: tuple[Profile, ...]
    left_out: tuple[tuple[str, str], ...]


def sorted_columns(codebook: Codebook, profiles: Sequence[Profile]) -> SortedColumns:
    """The columns of a file by what they are."""
    unnamed = [each.variable.name for each in profiles if not can_be_named(each.variable.name)]
    profiles = [each for each in profiles if each.variable.name not in unnamed]
    weight = next((each for each in profiles if is_weight(each)), None)
    wave = next((each for each in profiles if waves_in(each)), None)
    free = [each for each in profiles if each is not weight and each is not wave]
    left = [(name, "its name has characters that nobody sees, or is too long: rename it") for name in unnamed]
    left += [(each.variable.name, reason) for each in free if (reason := why_left_out(each))]
    free = [each for each in free if each.variable.name not in dict(left)]
    sets = tuple(sets_of(codebook, free))
    in_sets = {column for each in sets for column in each.columns}
    lists, choices, numbers = list[Lists](), list[Choice](), list[Profile]()
    for profile in (each for each in free if each.variable.name not in in_sets):
        if found := lists_of(profile, separator=codebook.reading.separator):
            lists.append(found)
        elif choice := choice_of(profile):
            choices.append(choice)
        else:
            is_of_numbers = profile.numbers is not None and profile.numbers.n * 2 > profile.n_filled
            numbers += [profile] if is_of_numbers and not is_all_missing(profile) else []
            left.append((profile.variable.name, why_no_choice(profile)))
    constant = [each for each in choices if len(each.values) < 2 and not each.has_others]
    if len(constant) < len(choices) + len(sets) + len(lists):  # else it is all there is
        left += [(each.variable.name, f'only one value: "{each.values[0].label}"') for each in constant]
        choices = [each for each in choices if each not in constant]
    return SortedColumns(weight, wave, sets, tuple(lists), tuple(choices), tuple(numbers), tuple(left))
