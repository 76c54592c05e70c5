"""Columns that are one question with several answers: as the file declares, or found by their names and cells.

Q2_1   0 1 1 0        one column an answer: given where the cell says yes
Q2_2   0 0 1 blank    or has the name of the answer
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.frozen import frozen
from report.respondents.model import Code, Codebook, MultipleSet
from report.respondents.profiles import Profile
from report.survey.draft.columns import Choice, choice_of
from report.survey.draft.stems import in_common, stem_of
from report.survey.draft.values import code_of, is_unsaid, missing_of
from report.survey.draft.vocabulary import is_negative, is_positive

MOST_MEMBERS = 200
"""Columns of a set: as many answers as a question can have."""
LEAST_MARKING = 0.6
"""The share of the columns of one name that have to be marks, for those that are to be a set."""


@frozen
class MarkSet:
    """A question with a column an answer. parts: what each answer is called, by column.

    selected: what a cell has if the answer was given; without it whatever is none of `not_selected` and not missing.
    are_told: whether cells say of answers that they were not given, so that who was asked is known.
    """

    name: str
    label: str | None
    columns: tuple[str, ...]
    parts: tuple[str, ...]
    selected: tuple[str, ...]
    not_selected: tuple[str, ...]
    missing: Mapping[str, tuple[str, ...]]
    are_told: bool
    is_declared: bool
    n: int


@frozen
class CodeSet:
    """A question whose answers stand as codes in any of several columns."""

    name: str
    label: str | None
    columns: tuple[str, ...]
    choice: Choice


@frozen
class _Marks:
    """A column that marks an answer: what it has where it was given (None: nowhere), and where not."""

    profile: Profile
    given: str | None
    word: str | None
    negatives: tuple[str, ...]


def sets_of(codebook: Codebook, profiles: Sequence[Profile]) -> Iterator[MarkSet | CodeSet]:
    """The sets of a file: those that it declares, then those that its columns make; a column is in one of them."""
    by_name = {profile.variable.name: profile for profile in profiles}
    taken = set[str]()
    for declared in codebook.sets:
        members = [by_name[name] for name in declared.variables if name in by_name and name not in taken]
        found = _declared(declared, members[:MOST_MEMBERS]) if len(members) > 1 else None
        if found:
            taken.update(found.columns)
            yield found
    for name, members in _by_stem([each for each in profiles if each.variable.name not in taken]).items():
        if found := _found(name, members[:MOST_MEMBERS]):
            yield found


def _declared(declared: MultipleSet, members: Sequence[Profile]) -> MarkSet | CodeSet | None:
    columns = tuple(each.variable.name for each in members)
    if declared.counted is None:
        choice = _joint_choice(members)
        return CodeSet(declared.name, declared.label, columns, choice) if choice else None
    counted = code_of(declared.counted)
    if counted is None:
        return None
    called = [_label_of(each, declared.counted) if declared.is_named_by_values else None for each in members]
    others = {str(code) for each in members for code, _ in each.values if code != declared.counted}
    label, parts = _parts(members, called)
    return MarkSet(
        declared.name,
        declared.label or label or None,
        columns,
        parts,
        selected=(counted,),
        not_selected=(),
        missing=_missing(members, are_told=bool(others)),
        are_told=bool(others),
        is_declared=True,
        n=max(each.n_filled for each in members),
    )


def _joint_choice(members: Sequence[Profile]) -> Choice | None:
    """The values that stand in any of several columns."""
    choices = [choice for each in members if (choice := choice_of(each))]
    if len(choices) < len(members):
        return None
    values = {value.code: value for choice in reversed(choices) for value in choice.values}
    first = choices[0]
    missing: dict[str, tuple[str, ...]] = {}
    for choice in choices:
        for key, codes in choice.missing.items():
            missing[key] = tuple(dict.fromkeys((*missing.get(key, ()), *codes)))
    ordered = tuple(sorted(values.values(), key=lambda value: -value.n)) if not first.are_coded else (*values.values(),)
    return Choice(first.profile, ordered, missing, any(choice.has_others for choice in choices), first.are_coded)


def _by_stem(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        if stem := stem_of(profile.variable.name):
            found.setdefault(stem.text, []).append(profile)
    return found


def _found(name: str, members: Sequence[Profile]) -> MarkSet | None:
    marks = [found for each in members if (found := _marks(each))]
    if len(marks) < 2 or len(marks) < LEAST_MARKING * len(members) or not any(each.given for each in marks):
        return None
    given = {each.given for each in marks if each.given}
    are_alike = len(given) == 1 and is_positive(next(iter(each.word for each in marks if each.word), ""))
    if not are_alike and len(given) < len([each for each in marks if each.given]):
        return None
    if not are_alike and any(is_positive(each.word) for each in marks if each.word):
        return None
    profiles = [each.profile for each in marks]
    negatives = tuple(dict.fromkeys(code for each in marks for code in each.negatives))
    label, parts = _parts(profiles, [None if are_alike else each.word for each in marks])
    return MarkSet(
        name,
        label or None,
        tuple(each.variable.name for each in profiles),
        parts,
        selected=tuple(given) if are_alike else (),
        not_selected=() if are_alike else negatives,
        missing=_missing(profiles, are_told=bool(negatives)),
        are_told=bool(negatives),
        is_declared=False,
        n=max(each.n_filled for each in profiles),
    )


def _marks(profile: Profile) -> _Marks | None:
    """How a column marks an answer; None where it does something else."""
    variable = profile.variable
    unsaid = {code for codes in missing_of(profile).values() for code in codes}
    codes = dict.fromkeys((*(each.code for each in variable.values), *(code for code, _ in profile.values)))
    values = [(own, _label_of(profile, code)) for code in codes if (own := code_of(code)) and own not in unsaid]
    negatives = [code for code, label in values if is_negative(label or code)]
    given = [(code, label or code) for code, label in values if code not in negatives]
    if not profile.is_whole or len(given) > 1 or not (given or negatives) or not (negatives or profile.n_blank):
        return None
    code, word = given[0] if given else (None, None)
    is_bare_number = word is not None and word.replace(".", "").lstrip("-").isdigit() and word != "1"
    return None if is_bare_number else _Marks(profile, code, word, tuple(negatives))


def _label_of(profile: Profile, code: Code) -> str | None:
    found = next((each.label for each in profile.variable.values if each.code == code), None)
    return found.strip() or None if found else None


def _missing(members: Sequence[Profile], *, are_told: bool) -> Mapping[str, tuple[str, ...]]:
    """The codes of who gave no answer in any of the columns.

    Where a no is told, blanks are of those not asked, and so is what programs write for them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for each in members:
        for key, codes in missing_of(each).items():
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *codes)))
    if not are_told:
        return found
    silent = found.pop("no_answer", ())
    said = tuple(code for code in silent if not is_unsaid(code))
    blank = ("blank",) if any(each.n_blank for each in members) else ()
    not_asked = (*blank, *found.get("not_asked", ()), *(code for code in silent if code not in said))
    return {**found, **({"no_answer": said} if said else {}), **({"not_asked": not_asked} if not_asked else {})}


def _parts(members: Sequence[Profile], called: Sequence[str | None]) -> tuple[str, tuple[str, ...]]:
    """What the columns of a set ask in common, if their labels say, and what each answer is called."""
    labels = [each.variable.label or "" for each in members]
    if all(called):
        same = {label for label in labels if label}
        return (same.pop() if len(same) == 1 else ""), tuple(word or "" for word in called)
    if all(labels) and len(set(labels)) == len(labels):
        return in_common(labels)
    stems = [stem_of(each.variable.name) for each in members]
    names = [(stem.part if stem else None) or each.variable.name for stem, each in zip(stems, members, strict=True)]
    question = next((stem.text for stem in stems if stem and stem.part), "")
    return question, tuple(word or label or name for word, label, name in zip(called, labels, names, strict=True))
