"""Whether two figures differ by more than chance: columns of a banner, waves, two answers of one column.

    goals.service.size.small, goals.service.size.large     two samples, at their effective bases
    goals.service.size.small, goals.service                a group and all: tested against the rest, which shares nobody
    goals.service, goals.service.w2014                     two samples
    goals.service, goals.awareness                         two answers of the same people: the test of their balance

    age.mean.sex.women, age.mean.sex.men                   two means, by the linearised variance of their difference
    age.mean, age.mean.w2014                               two independent samples

Shares at effective bases, as the letters of tables: by the linearised variance a share of nobody would be exact. Means
and net promoter scores by their linearised variances and t (`statistics.comparisons`). What has no base is in no test,
nor is what is hidden. A census has no chance in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.model.prose import name_of
from report.briefing.values import Refusal, why_hidden
from report.frozen import frozen
from report.statistics.comparisons import Comparison, balanced, of_domains, of_means, of_waves, pooled
from report.statistics.estimates import estimate
from report.statistics.letters import LEAST_BASE
from report.statistics.low_base import is_few
from report.survey.model import CellId, ColumnId, Net, Question, Sample, Statistic
from report.tables.model import Bases, Cell, Counting

NO_CHANCE = Comparison(difference=0.0, statistic=0.0, degrees_of_freedom=inf, p_value=1.0)
"""Of two shares that have no variance between them: nobody, or everybody, gave both answers."""


def compared(one: Cell, other: Cell, facts: Facts) -> Comparison | Refusal:
    """The test of two figures of a question; refused where there is none, with the reason."""
    for cell in (one, other):
        if refusal := untested(cell, facts):
            return refusal
    if refusal := _no_pair(one, other, facts):
        return refusal
    if one.score or other.score:
        return _of_scores(one, other, facts)
    question = facts.survey.question(one.id.question)
    if one.id.column == other.id.column:
        return of_answers(one, other, question)
    if one.id.wave == other.id.wave and (one.id.column.is_total or other.id.column.is_total):
        return _with_the_rest(one, other, facts)
    return of_columns(one, other)


def _of_scores(one: Cell, other: Cell, facts: Facts) -> Comparison | Refusal:
    """The test of a score in two columns. Source: as the functions of `statistics.comparisons`; R `svyttest`."""
    names = " and ".join(name_of(cell.id, facts.survey) for cell in (one, other))
    if one.id.answer != other.id.answer:
        return _refused(f"{names} are two things, and not one in two columns", "name one score in two columns")
    if one.id.answer == Statistic.MEDIAN.value:
        return _refused(f"no test of medians: {names}", "compare the means, or the medians with > or <")
    assert one.spread and other.spread, "a score that has a value has a spread"
    if one.id.wave != other.id.wave or not (one.id.column.is_total or other.id.column.is_total):
        return scores_apart(one, other)
    is_total_first = one.id.column.is_total
    first, second = one.spread.scores, other.spread.scores
    total, group = (first, second) if is_total_first else (second, first)
    if total.base.respondents <= group.base.respondents:
        name = name_of((other if is_total_first else one).id, facts.survey)
        return _refused(f"no test without a base: nobody is left of whom {name} could differ", _OTHERS)
    rest, n = total.without(group), one.spread.respondents
    return of_domains(*((rest, group) if is_total_first else (group, rest)), respondents=n) or NO_CHANCE


def scores_apart(one: Cell, other: Cell) -> Comparison:
    """The test of a mean or net promoter score in two columns that share nobody: two waves, two groups of one."""
    assert one.spread and other.spread, "a score that has a value has a spread"
    first, second = one.spread, other.spread
    if one.id.wave == other.id.wave:
        return of_means(first.scores, second.scores, respondents=first.respondents) or NO_CHANCE
    estimates = (estimate(each.scores, each.respondents) for each in (first, second))
    return of_waves(*estimates) or NO_CHANCE


def of_columns(one: Cell, other: Cell) -> Comparison:
    """The test of two cells whose columns share nobody, both with an effective base."""
    return pooled((_share(one), _effective(one)), (_share(other), _effective(other))) or NO_CHANCE


def of_answers(one: Cell, other: Cell, question: Question) -> Comparison:
    """The test of two answers of one column, with an effective base.

    Where several answers were allowed, how many gave both is not known: it is taken for as few as can be, by which the
    difference is the least certain.
    """
    both = _both(one, other, question)
    return balanced(_share(one), _share(other), both=both, respondents=_effective(one)) or NO_CHANCE


def _both(one: Cell, other: Cell, question: Question) -> float:
    """The share of those who gave both answers, or the least that it can be."""
    first, second = (_answers(cell, question) for cell in (one, other))
    if first <= second or second <= first:
        return min(_share(one), _share(other))
    if question.type.adds_up and not first & second:
        return 0.0
    return max(0.0, _share(one) + _share(other) - 1.0)


def _answers(cell: Cell, question: Question) -> frozenset[str]:
    named = question.answer_or_net(cell.id.answer)
    return frozenset(named.answers) if isinstance(named, Net) else frozenset((named.id,))


def untested(cell: Cell, facts: Facts) -> Refusal | None:
    """Why a figure is in no test, or None where it is."""
    name, counting = name_of(cell.id, facts.survey), facts.tables.counting
    if facts.survey.sample is Sample.CENSUS:
        hint = "compare the two figures with > or <"
        return _refused("in a census everybody was asked: there is no chance to test against", hint)
    if counting is None:
        message = f"no test without a base: {name} was published as a percentage"
        return _refused(message, "a test needs respondents, which `data` of the survey names")
    if cell.hidden:
        return _refused(f"no test of a hidden figure: {name} {why_hidden(cell.hidden)}", "compare other figures")
    if cell.value is None or cell.bases.effective is None:
        return _refused(f"no test without a base: {name} has no number", "compare other figures")
    if is_few(cell.bases.unweighted or 0, cell.bases.effective, LEAST_BASE):
        return _refused(f"no test on a base under {LEAST_BASE}: that of {name} is {_told(cell.bases)}", _OTHERS)
    return None


_OTHERS = "compare figures of more people"


def level_of(counting: Counting) -> float:
    """The probability up to which a difference is called one: 0.05 at a confidence of 95 %."""
    return 1 - counting.confidence


def _told(bases: Bases) -> str:
    effective = f"{bases.effective:.1f}".rstrip("0").rstrip(".")
    return f"{bases.unweighted} (effective {effective})"


def _no_pair(one: Cell, other: Cell, facts: Facts) -> Refusal | None:
    """Why two figures cannot be set against each other by a test."""
    names = " and ".join(name_of(cell.id, facts.survey) for cell in (one, other))
    if one.id == other.id:
        return _refused(f"{name_of(one.id, facts.survey)} is held against itself", "name two figures")
    if one.id.question != other.id.question:
        hint = "name two figures of one question"
        return _refused(f"{names} are of two questions: how many gave both answers is not known", hint)
    is_one_column, is_one_answer = one.id.column == other.id.column, one.id.answer == other.id.answer
    if not is_one_column and not is_one_answer:
        hint = "name one answer in two columns, or two answers of one"
        return _refused(f"{names} are neither of one answer nor of one column", hint)
    segments = [cell.id.column.segment for cell in (one, other)]
    if one.id.wave == other.id.wave and None not in segments and segments[0] != segments[1]:
        hint = "name two columns of one segmentation"
        return _refused(f"{names} share respondents: how many is not known", hint)
    return None


def _refused(message: str, hint: str) -> Refusal:
    return Refusal(StoryFault.NOT_TESTABLE, message, hint=hint)


# ----------------------------------------------------------------------------------------------- a group and the rest


@frozen
class _Rest:
    """Those of a column who are not in a group: their share and their effective base."""

    share: float
    effective: float


def _with_the_rest(one: Cell, other: Cell, facts: Facts) -> Comparison | Refusal:
    """The test of a group against all who are not in it; the total would hold the group itself."""
    total, group = (one, other) if one.id.column.is_total else (other, one)
    rest = rest_of(total, group)
    if rest is None:
        name = name_of(group.id, facts.survey)
        return _refused(f"no test without a base: nobody is left of whom {name} could differ", _OTHERS)
    found = pooled((_share(group), _effective(group)), (rest.share, rest.effective)) or NO_CHANCE
    return (
        found
        if group is one
        else Comparison(-found.difference, -found.statistic, found.degrees_of_freedom, found.p_value)
    )


def apart_from_the_rest(cells: Iterable[CellId], facts: Facts) -> tuple[tuple[CellId, ...], tuple[CellId, ...]]:
    """Of groups of the current wave those that lie above all who are not in them, and those that lie below.

    By the test of each alone, at the level of the survey; none of figures that are in no test, nor where chance has not
    chosen who was asked: there nothing is said of it unless an author claims it.
    """
    if facts.survey.sample is not Sample.RANDOM:
        return (), ()
    above, below = list[CellId](), list[CellId]()
    for id in cells:
        group, total = facts.tables.cell(id), facts.tables.cell(CellId(id.question, id.answer, ColumnId(id.wave)))
        if id.column.is_total or untested(group, facts) or untested(total, facts):
            continue
        found = _with_the_rest(group, total, facts)
        assert facts.tables.counting, "what was not counted is not tested"
        if isinstance(found, Comparison) and found.is_significant(level_of(facts.tables.counting)):
            (above if found.difference > 0 else below).append(id)
    return tuple(above), tuple(below)


def rest_of(total: Cell, group: Cell) -> _Rest | None:
    """Who of a total is not in a group; None where nobody is."""
    weights = [(cell.bases.weighted or 0.0) for cell in (total, group)]
    squares = [weight**2 / _effective(cell) for weight, cell in zip(weights, (total, group), strict=True)]
    left, left_squares = weights[0] - weights[1], squares[0] - squares[1]
    if (total.bases.unweighted or 0) <= (group.bases.unweighted or 0) or left <= 0 or left_squares <= 0:
        return None
    share = (weights[0] * _share(total) - weights[1] * _share(group)) / left
    return _Rest(min(max(share, 0.0), 1.0), left**2 / left_squares)


def _share(cell: Cell) -> float:
    assert cell.share is not None, "untested cells are refused"
    return cell.share.drawn


def _effective(cell: Cell) -> float:
    assert cell.bases.effective, "untested cells are refused"
    return cell.bases.effective
