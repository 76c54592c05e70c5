"""What chance explains, so that the rule calls nothing a difference that is none.

Of respondents every comparison that a sentence may be chosen from is tested beforehand, at effective bases, and all of
them are corrected together (Benjamini and Hochberg): who looks at a thousand pairs finds fifty differences where there
are none. Of published percentages a random sample alone tells of chance, by the n that was published.

answers    each against the next smaller one of its question
groups     every answer and net by each pair of groups of a segmentation
waves      every answer and net by the current wave and each that it can be compared with
batteries  each against the next smaller one, of the questions that share a scale
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import inf, sqrt

from report.briefing.by_rule.breaks import is_broken
from report.briefing.by_rule.shares import is_chance, is_chance_of_changes
from report.briefing.model.prose import name_of
from report.briefing.significance import level_of, of_answers, of_columns, scores_apart
from report.frozen import frozen
from report.statistics.comparisons import GUARD
from report.statistics.distributions import student
from report.statistics.letters import LEAST_BASE
from report.statistics.low_base import is_few
from report.statistics.many_tests import benjamini_hochberg
from report.survey.model import AnswerRole, Question, Sample, Survey
from report.tables.model import Cell, Table, Tables

NEVER = -1.0
"""The critical probability where no difference of a survey is one."""


@frozen
class Chance:
    """How a survey tells differences from chance.

    critical: the probability up to which a difference is one, as all tests together allow; None where nothing was
    counted, and a random sample's published n tells. is_census: everybody was asked, and every difference is one.
    """

    survey: Survey
    critical: float | None = None

    @classmethod
    def of(cls, survey: Survey, tables: Tables) -> Chance:
        """That of a survey, all its comparisons made."""
        if tables.counting is None:
            return cls(survey)
        if survey.sample is Sample.CENSUS:
            return cls(survey, inf)
        found = list(_tests(survey, tables))
        level = level_of(tables.counting)
        held = [p for p, adjusted in zip(found, benjamini_hochberg(found), strict=True) if adjusted <= level + GUARD]
        return cls(survey, max(held, default=NEVER))

    @property
    def is_counted(self) -> bool:
        """Whether respondents were counted, so that every difference can be tested."""
        return self.critical is not None

    def explains(self, one: Cell, other: Cell) -> bool:
        """Whether chance may well make this difference of two cells; of respondents also where no test can be made."""
        if self.critical is None:
            return is_chance(one, other, self.survey)
        if self.critical == inf:
            return False
        found = _p_value(one, other, self.survey.question(one.id.question))
        return found is None or found > self.critical + GUARD

    def claim(self, one: Cell, other: Cell) -> tuple[str, ...]:
        """What a claim adds that tells a difference of respondents: once it is none, the build stops."""
        if self.critical is None or self.critical == inf:
            return ()
        return (f"differs({name_of(one.id, self.survey)}, {name_of(other.id, self.survey)})",)

    def explains_changes(self, one: tuple[Cell, Cell], other: tuple[Cell, Cell]) -> bool:
        """Whether two answers of a question may well have moved alike between two columns."""
        if self.critical is None:
            return is_chance_of_changes(one, other, self.survey)
        if self.critical == inf:
            return False
        if not all(map(_is_tested, (*one, *other))):
            return True
        difference, variance = 0.0, 0.0
        for first, second, sign in zip(one, other, (-1, 1), strict=True):
            p, q = _share(first), _share(second)
            difference += sign * (p - q)
            variance += (p + q - (p - q) ** 2) / (first.bases.effective or 1.0)
        return variance <= 0 or student.two_sided(difference / sqrt(variance), inf) > self.critical + GUARD


def _tests(survey: Survey, tables: Tables) -> Iterator[float]:
    """The probabilities of all comparisons that a sentence may be chosen from."""
    pairs = [pair for question in survey.questions for pair in _pairs(question, tables.table(question.id))]
    pairs += _pairs_of_batteries(survey, tables)
    questions = {question.id: question for question in survey.questions}
    for one, other in pairs:
        found = _p_value(one, other, questions[one.id.question])
        if found is not None:
            yield found


Pair = tuple[Cell, Cell]


def _pairs(question: Question, table: Table) -> Iterator[Pair]:
    regular = [answer.id for answer in question.answers if answer.role is AnswerRole.REGULAR]
    rows = _rows(question, table)
    yield from pairwise(_by_share([table.cell(answer, table.total) for answer in regular]))
    for banner in table.segments:
        for row in rows:
            yield from combinations([table.cell(row, column.id) for column in banner.columns], 2)
    earlier = [column.id for column in table.waves.columns if column.id != table.total]
    for row in rows:
        now = table.cell(row, table.total)
        yield from ((now, table.cell(row, wave)) for wave in earlier if not is_broken(table, now, wave))


def _rows(question: Question, table: Table) -> list[str]:
    """What is compared by groups and waves: regular answers, nets, and the score that is told of."""
    regular = [answer.id for answer in question.answers if answer.role is AnswerRole.REGULAR]
    return [*regular, *table.nets, *table.scores[:1]]


def _pairs_of_batteries(survey: Survey, tables: Tables) -> Iterator[Pair]:
    by_scale = dict[str, list[Table]]()
    for question in survey.questions:
        if question.scale:
            by_scale.setdefault(question.scale, []).append(tables.table(question.id))
    for found in by_scale.values():
        for row in found[0].answers:
            yield from pairwise(_by_share([table.cell(row, table.total) for table in found if row in table.answers]))


def _by_share(cells: Sequence[Cell]) -> list[Cell]:
    return sorted((cell for cell in cells if cell.share), key=_share, reverse=True)


def _p_value(one: Cell, other: Cell, question: Question) -> float | None:
    """The probability of a difference by chance; None where one of the cells is in no test.

    Two questions are compared as if each had been put to a sample of its own, which finds too little where the same
    people agree to both.
    """
    if not (_is_tested(one) and _is_tested(other)):
        return None
    if one.score or other.score:
        return scores_apart(one, other).p_value
    if one.id.column == other.id.column and one.id.question == other.id.question:
        return of_answers(one, other, question).p_value
    return of_columns(one, other).p_value


def _is_tested(cell: Cell) -> bool:
    bases = cell.bases
    if cell.value is None or bases.unweighted is None or bases.effective is None:
        return False
    return not is_few(bases.unweighted, bases.effective, LEAST_BASE)


def _share(cell: Cell) -> float:
    assert cell.share is not None, "only cells with shares are compared"
    return cell.share.drawn
