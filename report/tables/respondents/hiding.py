"""Which columns are hidden: those of too few respondents, and those that would give such ones away.

What follows from what is found by who is in which group: all are the groups of a segmentation and who is in none of
them; the same people may be a group of two segmentations, or several groups of one a single group of another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from report.frozen import frozen
from report.statistics.low_base import LowBase, is_under
from report.statistics.sums import Sums
from report.statistics.suppression import Equation, further_hidden
from report.survey.model import ColumnId, Survey
from report.tables.model import Hidden
from report.tables.respondents.engines import Array

NOISE = 1e-6
"""What is left of a group that others make up, in respondents."""


@frozen
class Hiding:
    """What is hidden of a survey. everybody: all respondents, whether they answered or not, by column.

    equations: between the columns of the current wave, and who is in none of a segmentation.
    """

    survey: Survey
    low_base: LowBase
    equations: tuple[Equation[ColumnId], ...]
    everybody: Mapping[ColumnId, Sums]

    def of_all(self) -> Mapping[ColumnId, Hidden]:
        """The columns that are hidden in every question, by the bases before any filter.

        A column that is hidden beside another in one question and told in the next would give that away.
        """
        return self.hidden(self.everybody, ())

    def hidden(self, bases: Mapping[ColumnId, Sums], beside: Collection[ColumnId]) -> Mapping[ColumnId, Hidden]:
        """The columns hidden in a question, by its bases. beside: the columns that are hidden whatever these are."""
        limit = self.low_base.hide
        low = [column for column, base in bases.items() if is_under(base, limit)]
        found = {column: Hidden(limit if column in low else None) for column in (*low, *beside)}
        rests = dict(_rests(self.survey, bases))
        everywhere = {**bases, **rests}
        empty = {column for column, base in everywhere.items() if not base.respondents}
        secret = [column for column in (*found, *rests) if column not in empty]
        if not any(is_under(everywhere[column], limit) for column in secret if column in found):
            return found
        order = {column: base.weights for column, base in self.everybody.items()}
        equations = [_without(equation, empty) for equation in self.equations]
        further = further_hidden(secret, equations, everywhere, limit=limit, order=order, unnamed=rests)
        return {**found, **dict.fromkeys(further, Hidden())}


def _rests(survey: Survey, bases: Mapping[ColumnId, Sums]) -> Iterator[tuple[ColumnId, Sums]]:
    """Who is in no column of a segmentation, as a column that nobody shows."""
    total = ColumnId(survey.wave)
    for segment in survey.segments:
        left = bases[total]
        for column in segment.columns:
            left = left.without(bases[ColumnId(survey.wave, segment.id, column.id)])
        yield _rest(survey, segment.id), left


def _rest(survey: Survey, segment: str) -> ColumnId:
    return ColumnId(survey.wave, segment)


def _without(equation: Equation[ColumnId], empty: Collection[ColumnId]) -> Equation[ColumnId]:
    return Equation(tuple(term for term in equation.terms if term[0] not in empty))


# ----------------------------------------------------------------------------------------------------------- equations


def equations_of(joint: Sequence[Mapping[int, Array]], survey: Survey) -> Iterator[Equation[ColumnId]]:
    """What columns of the current wave have to do with each other.

    joint: of segmentations that were crossed the group, -1 for none, of every joint cell in which somebody is. Between
    two of them that were not nothing is found.
    """
    for groups in joint:
        if groups:
            places, members = _members(groups, survey)
            yield from _dependent(places, members.T @ members)


def _members(groups: Mapping[int, Array], survey: Survey) -> tuple[list[ColumnId], Array]:
    """The columns in which somebody is, and of each joint cell whether it is part of them."""
    places, members = [ColumnId(survey.wave)], [np.ones(len(next(iter(groups.values()))))]
    for index, group in groups.items():
        segment = survey.segments[index]
        own = [(_rest(survey, segment.id), group == -1)]
        own += [
            (ColumnId(survey.wave, segment.id, column.id), group == place)
            for place, column in enumerate(segment.columns)
        ]
        for place, is_member in own:
            if is_member.any():
                places.append(place)
                members.append(is_member.astype(np.float64))
    return places, np.stack(members, axis=1)


def _dependent(places: Sequence[ColumnId], products: Array) -> Iterator[Equation[ColumnId]]:
    """The columns that others make up, each with these, by sweeping those that nothing makes up.

    products: of every two columns how many joint cells they share. Only sums and differences of whole groups count:
    what else solves the equations of few respondents is chance, and no reader reckons with it.
    Source: Goodnight (1979), A tutorial on the SWEEP operator, The American Statistician 33.
    """
    dependent = list[int]()
    for place in range(len(places)):
        if products[place, place] > NOISE:
            products = _swept(products, place)
        else:
            dependent.append(place)
    for place in dependent:
        factors = {other: float(products[other, place]) for other in range(len(places)) if other not in dependent}
        made_of = {other: round(factor) for other, factor in factors.items() if abs(factor) > NOISE}
        if all(abs(made_of[other]) == 1 and abs(factors[other] - made_of[other]) < NOISE for other in made_of):
            yield Equation(((places[place], -1.0), *((places[other], float(sign)) for other, sign in made_of.items())))


def _swept(products: Array, place: int) -> Array:
    pivot, row, column = products[place, place], products[place] / products[place, place], products[:, place].copy()
    swept: Array = products - np.outer(column, row)
    swept[place], swept[:, place] = row, -column / pivot
    swept[place, place] = 1 / pivot
    return swept
