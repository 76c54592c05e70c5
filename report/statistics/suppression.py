"""What must be hidden beside hidden numbers, so that nobody gets these back by subtraction.

all     young   old             hidden: old. All = 0.6 young + 0.4 old gives it away,
40 %     48 %    -              so young is hidden too
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from report.frozen import frozen

Place = TypeVar("Place", bound=Hashable)
NOISE = 1e-9
"""Less of an equation than this is what elimination left of nothing."""


@frozen
class Equation(Generic[Place]):
    """Numbers of a table of which each follows from all others: their sum with known factors (none 0) is known."""

    terms: tuple[tuple[Place, float], ...]


def of_whole(answers: Sequence[Place]) -> Equation[Place]:
    """Answers of a column that sum to 100 %: a single choice with all its answers shown or hidden."""
    return Equation(tuple((answer, 1.0) for answer in answers))


def of_net(net: Place, answers: Sequence[Place]) -> Equation[Place]:
    """A net that is the sum of its answers, as in a single choice."""
    return Equation(((net, -1.0), *((answer, 1.0) for answer in answers)))


def of_difference(difference: Place, positive: Place, negative: Place) -> Equation[Place]:
    """A number that is one of two others less the second, as a net promoter score is."""
    return Equation(((difference, -1.0), (positive, 1.0), (negative, -1.0)))


def of_total(total: Place, columns: Sequence[tuple[Place, float]]) -> Equation[Place]:
    """The total of an answer, which is the mean of the columns weighted by their bases: (place, weighted base).

    Holds only where everybody is in one of the columns, and in one alone; else there is no such equation.
    """
    return Equation(((total, -sum(base for _, base in columns)), *columns))


def further_hidden(
    hidden: Sequence[Place], equations: Sequence[Equation[Place]], bases: Mapping[Place, float]
) -> tuple[Place, ...]:
    """The numbers to hide beside `hidden`, in the order found: after that no hidden one follows from those shown.

    bases: of every place; what rests on the fewest respondents is hidden first, so a total is last. It hides little,
    not provably the least. What follows within bounds, and sums of several hidden numbers, are not protected.
    Source: Cox (1980), Suppression Methodology and Statistical Disclosure Control, JASA 75 (complementary suppression).
    """
    open_ones = _without_known(equations)
    secret = dict.fromkeys(hidden)
    while sources := next((found for found in _given_away(secret, open_ones).values() if found), None):
        secret[min(sources, key=bases.__getitem__)] = None
    return tuple(secret)[len(dict.fromkeys(hidden)) :]


def given_away(hidden: Sequence[Place], equations: Sequence[Equation[Place]]) -> tuple[Place, ...]:
    """The hidden numbers that follow from the shown ones, also by several equations together."""
    return tuple(_given_away(dict.fromkeys(hidden), equations))


def _without_known(equations: Sequence[Equation[Place]]) -> list[Equation[Place]]:
    """The equations less the numbers that follow from nothing: a net of all answers is 100 %, whatever is hidden."""
    places = dict.fromkeys(place for equation in equations for place, _ in equation.terms)
    known = _given_away(places, equations)
    return [Equation(tuple(term for term in equation.terms if term[0] not in known)) for equation in equations]


def _given_away(secret: Mapping[Place, None], equations: Sequence[Equation[Place]]) -> dict[Place, tuple[Place, ...]]:
    """Each secret that follows from what is shown, with the shown numbers that it is computed from.

    By elimination (Gauss and Jordan) of the secrets alone: one that is left as the only one of a row is computed from
    the rest of the row.
    """
    rows = dict[Place, dict[Place, float]]()
    for equation in equations:
        row = _scaled(dict(equation.terms))
        for pivot, reduced in rows.items():
            row = _eliminated(row, pivot, reduced)
        secrets = [place for place in row if place in secret]
        if secrets:
            pivot = max(secrets, key=lambda place: abs(row[place]))
            own = {place: factor / row[pivot] for place, factor in row.items()}
            rows = {other: _eliminated(reduced, pivot, own) for other, reduced in rows.items()}
            rows[pivot] = own
    return {
        place: tuple(other for other in rows[place] if other not in secret)
        for place in secret
        if place in rows and sum(other in secret for other in rows[place]) == 1
    }


def _scaled(row: Mapping[Place, float]) -> dict[Place, float]:
    largest = max(map(abs, row.values()), default=1.0)
    return {place: factor / largest for place, factor in row.items()}


def _eliminated(row: dict[Place, float], pivot: Place, own: Mapping[Place, float]) -> dict[Place, float]:
    """A row less so much of another that the pivot is gone from it."""
    factor = row.get(pivot, 0.0)
    if not factor:
        return row
    left = {place: row.get(place, 0.0) - factor * own.get(place, 0.0) for place in {**row, **own} if place != pivot}
    return {place: value for place, value in left.items() if abs(value) > NOISE}
