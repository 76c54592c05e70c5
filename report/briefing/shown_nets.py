"""Which answers an exhibit takes together at the ends of its rows, where answers lie across.

stacked      one net: the one that is marked or said, the survey's first, the answers before the midpoint
diverging    two: the answers on either side of the midpoint, or of the middle of a scale without one

The side that a net of the survey sums up is agreement; without such a net it is the side that is given first.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import ShownNet
from report.kinds import Kind
from report.survey.model import AnswerRole, Question, QuestionType


def shown_nets(kind: Kind, questions: Sequence[Question], named: Sequence[str]) -> tuple[ShownNet, ...]:
    """The nets of an exhibit of such a kind; of two the first is agreement. named: nets that are marked or said."""
    if not kind.nets:
        return ()
    return _both_sides(questions) if kind.nets > 1 else _one_net(questions, named)


def sides_of(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps of a scale before its midpoint and behind it; without one those before and behind its middle."""
    steps = [answer for answer in question.answers if answer.is_asked and answer.role.is_step]
    middle = [place for place, answer in enumerate(steps) if answer.role is AnswerRole.MIDPOINT]
    ids = tuple(answer.id for answer in steps)
    before, behind = (middle[0], middle[-1] + 1) if middle else (len(ids) // 2, (len(ids) + 1) // 2)
    return ids[:before], ids[behind:]


def _both_sides(questions: Sequence[Question]) -> tuple[ShownNet, ...]:
    """None where the answers have no order, and so no sides."""
    if not questions[0].keeps_order:
        return ()
    first, last = (_with_own(side, questions) for side in sides_of(questions[0]))
    if not (first.answers and last.answers):
        return ()
    own = [frozenset(net.answers) for question in questions for net in question.nets]
    is_turned = frozenset(last.answers) in own and not (
        frozenset(first.answers) in own and own.index(frozenset(first.answers)) < own.index(frozenset(last.answers))
    )
    return (last, first) if is_turned else (first, last)


def _one_net(questions: Sequence[Question], named: Sequence[str]) -> tuple[ShownNet, ...]:
    own = [net for question in questions for net in question.nets]
    if chosen := next(iter([*(net for net in own if net.id in named), *own]), None):
        return (ShownNet(chosen.answers, chosen.id),)
    if questions[0].type is QuestionType.NPS:
        return ()  # promoters are one answer, and bear their number; the score stands above the rows
    has_midpoint = any(answer.role is AnswerRole.MIDPOINT for answer in questions[0].answers)
    side = sides_of(questions[0])[0] if has_midpoint else ()
    return (ShownNet(side),) if side else ()


def _with_own(answers: tuple[str, ...], questions: Sequence[Question]) -> ShownNet:
    own = (net.id for question in questions for net in question.nets if set(net.answers) == set(answers))
    return ShownNet(answers, next(own, None))
