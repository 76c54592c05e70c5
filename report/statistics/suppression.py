"""What must be hidden beside groups of too few, so that nobody gets their numbers back by subtraction.

all     young   old             hidden: old. All are the young and the old, which gives it away,
40 %     48 %    -              so young is hidden too

Groups are held, not cells: in a table of percentages every number of a group follows as soon as one of it does.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from report.frozen import frozen
from report.statistics.low_base import is_under
from report.statistics.sums import NOBODY, Sums

Place = TypeVar("Place", bound=Hashable)
NOISE = 1e-9
"""Less of an equation than this is what elimination left of nothing."""


@frozen
class Equation(Generic[Place]):
    """Groups of which each follows from all others: so often as the factors (none 0) say they have nobody together."""

    terms: tuple[tuple[Place, float], ...]


def further_hidden(
    hidden: Sequence[Place],
    equations: Sequence[Equation[Place]],
    bases: Mapping[Place, Sums],
    *,
    limit: int,
    order: Mapping[Place, float],
    unnamed: Collection[Place] = (),
) -> tuple[Place, ...]:
    """The groups to hide beside `hidden`, in the order found: after that none under the limit follows from those shown.

    Nor do hidden ones together that are under the limit together: two groups of ten, of which the others tell the sum.
    Hidden are also groups that nobody shows, who is in no column of a banner; these are `unnamed`, and no secret where
    no named one is with them. bases: of every place. order: what has least is hidden first, so a total is last. It
    hides little, not provably the least; what follows within bounds is not protected.
    Source: Cox (1980), Suppression Methodology and Statistical Disclosure Control, JASA 75 (complementary suppression).
    """
    found = list[Place]()
    while sources := next(iter(_given_away([*hidden, *found], equations, bases, limit, unnamed).values()), None):
        found.append(min(sources, key=order.__getitem__))
    for place in tuple(found):
        less = [each for each in found if each != place]
        if not _given_away([*hidden, *less], equations, bases, limit, unnamed):
            found = less
    return tuple(found)


def given_away(
    hidden: Sequence[Place], equations: Sequence[Equation[Place]], bases: Mapping[Place, Sums], *, limit: int
) -> tuple[tuple[Place, ...], ...]:
    """The hidden groups under a limit, alone or several together, that follow from the shown ones."""
    return tuple(_given_away(hidden, equations, bases, limit, ()))


def _given_away(
    hidden: Sequence[Place],
    equations: Sequence[Equation[Place]],
    bases: Mapping[Place, Sums],
    limit: int,
    unnamed: Collection[Place],
) -> dict[tuple[Place, ...], tuple[Place, ...]]:
    """Each secret that follows from what is shown, with the shown groups that it is computed from."""
    secret = dict.fromkeys(hidden)
    found = dict[tuple[Place, ...], tuple[Place, ...]]()
    for row in _eliminated_rows(secret, equations):
        together = tuple(place for place in row if place in secret)
        sources = tuple(place for place in row if place not in secret)
        is_sum = all(abs(row[place] - row[together[0]]) < NOISE for place in together)
        is_named = not all(place in unnamed for place in together)
        if sources and is_sum and is_named and is_under(sum((bases[place] for place in together), NOBODY), limit):
            found[together] = sources
    return found


def _eliminated_rows(
    secret: Mapping[Place, None], equations: Sequence[Equation[Place]]
) -> Sequence[Mapping[Place, float]]:
    """The equations with each secret in as few of them as can be, by elimination (Gauss and Jordan) of these."""
    rows = dict[Place, dict[Place, float]]()
    for equation in equations:
        row = dict(equation.terms)
        for pivot, reduced in rows.items():
            row = _eliminated(row, pivot, reduced)
        secrets = [place for place in row if place in secret]
        if secrets:
            pivot = max(secrets, key=lambda place: abs(row[place]))
            own = {place: factor / row[pivot] for place, factor in row.items()}
            rows = {other: _eliminated(reduced, pivot, own) for other, reduced in rows.items()}
            rows[pivot] = own
    return tuple(rows.values())


def _eliminated(row: dict[Place, float], pivot: Place, own: Mapping[Place, float]) -> dict[Place, float]:
    """A row less so much of another that the pivot is gone from it."""
    factor = row.get(pivot, 0.0)
    if not factor:
        return row
    left = {place: row.get(place, 0.0) - factor * own.get(place, 0.0) for place in {**row, **own} if place != pivot}
    return {place: value for place, value in left.items() if abs(value) > NOISE}
