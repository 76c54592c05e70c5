"""Questions that share the steps of a scale, and the order of these steps.

Q7_1   often 200, never 40, sometimes 751            the steps are known by their words, the positive end first however
Q7_2   sometimes 697, often 194, rarely 512          they are coded; columns that follow each other make a battery
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.frozen import frozen
from report.survey.draft.columns import Choice
from report.survey.draft.scale_words import LEAST_STEPS, is_middle, order_of
from report.survey.draft.stems import stem_of
from report.survey.draft.values import Value
from report.survey.draft.vocabulary import role_of
from report.survey.model import AnswerRole

MOST_STEPS = 11
UNTOLD_END = "TODO drawn as the positive end: turn the order of the steps round if this is the negative one"


@frozen
class Step:
    """An answer of a question with its role, in the place where it is shown. comment: what its author has to see."""

    value: Value
    role: AnswerRole
    comment: str | None = None


@frozen
class Battery:
    """Columns that were answered by the same steps."""

    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]


def batteries_of(choices: Sequence[Choice]) -> Iterator[Battery]:
    """The batteries among columns, which stand in the order of the file."""
    run: list[Choice] = []
    steps: tuple[Step, ...] | None = None
    for choice in choices:
        joined = None
        if run and _may_follow(run[-1], choice):  # of thousands of columns with the same values they are sorted once
            joined = steps if _are_alike(run[-1], choice) else scale_of(_union([*run, choice]))
        if joined is None:
            if steps and len(run) > 1:
                yield Battery(tuple(run), steps)
            run, joined = [], scale_of(choice.values) if not choice.has_others else None
        run, steps = ([*run, choice], joined) if joined else ([], None)
    if steps and len(run) > 1:
        yield Battery(tuple(run), steps)


def _may_follow(before: Choice, choice: Choice) -> bool:
    """Whether two columns can be of one battery: coded alike, or of one name with texts that are mostly the same."""
    if choice.has_others:
        return False
    if _are_alike(before, choice):
        return True
    codes = [_codes(each) for each in (before, choice)]
    stems = [stem_of(each.variable.name) for each in (before, choice)]
    are_of_one_name = stems[0] and stems[1] and stems[0].text == stems[1].text
    is_labelled = any(value.is_labelled for each in (before, choice) for value in each.values)
    shared = len(codes[0] & codes[1])
    return bool(are_of_one_name) and not is_labelled and 2 * shared >= min(map(len, codes))


def _are_alike(before: Choice, choice: Choice) -> bool:
    return _codes(before) == _codes(choice)


def _codes(choice: Choice) -> set[tuple[str, str]]:
    return {(value.code, value.label) for value in choice.values}


def _union(choices: Sequence[Choice]) -> tuple[Value, ...]:
    return tuple({value.code: value for choice in choices for value in choice.values}.values())


def scale_of(values: Sequence[Value]) -> tuple[Step, ...] | None:
    """The values as the steps of a scale, those that are none behind them; None where they are none.

    The positive end is first, for charts draw the steps before the middle as agreement; where no word tells it, the
    first step has a comment.
    """
    roles = {value.code: role_of(value.label) for value in values}
    steps = [value for value in values if roles[value.code] is AnswerRole.REGULAR]
    if not LEAST_STEPS <= len(steps) <= MOST_STEPS or len({value.label for value in values}) < len(values):
        return None
    order = order_of([value.label for value in steps])
    if order is None:
        return None
    ordered = [steps[place] for place in order.places]
    middle = len(ordered) // 2 if len(ordered) % 2 and is_middle(ordered[len(ordered) // 2].label) else None
    found = [
        Step(
            value,
            AnswerRole.MIDPOINT if place == middle else AnswerRole.REGULAR,
            UNTOLD_END if place == 0 and not order.is_told else None,
        )
        for place, value in enumerate(ordered)
    ]
    return (*found, *_rest(values, roles))


def answers_of(values: Sequence[Value]) -> tuple[Step, ...]:
    """The values as answers: those that say nothing last, what else is none before them."""
    roles = {value.code: role_of(value.label) for value in values}
    regular = [value for value in values if roles[value.code] is AnswerRole.REGULAR]
    if not regular:  # nothing but words such as "none" is what was asked
        return tuple(Step(value, AnswerRole.REGULAR) for value in values)
    return (*(Step(value, AnswerRole.REGULAR) for value in regular), *_rest(values, roles))


def _rest(values: Sequence[Value], roles: dict[str, AnswerRole]) -> Iterator[Step]:
    others = [Step(value, roles[value.code]) for value in values if roles[value.code] is not AnswerRole.REGULAR]
    yield from sorted(others, key=lambda step: step.role.lateness)
