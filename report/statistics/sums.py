"""The three sums that all statistics of a weights-only survey follow from (Binder 1983; ../docs/statistics.md)."""

from __future__ import annotations

from report.frozen import frozen

NOISE = 1e-12
"""What is left of a sum of weights, as a part of it, when everybody was taken away: engines add in different orders."""


@frozen
class Sums:
    """How many respondents there are, and the sums of their weights and of the squares of these.

    None of the three is negative. Respondents with a weight of 0 count in `respondents`, as they do in the design.
    """

    respondents: int
    weights: float
    squares: float

    @classmethod
    def of_count(cls, respondents: int) -> Sums:
        """Those of respondents that all weigh 1."""
        return cls(respondents, float(respondents), float(respondents))

    @property
    def is_empty(self) -> bool:
        """Whether nobody with a weight is in it: there is no share of such a base."""
        return self.weights <= 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.respondents + other.respondents, self.weights + other.weights, self.squares + other.squares)

    def without(self, part: Sums) -> Sums:
        """The sums of the others, where `part` is a part of these; nothing but noise is exactly nothing.

        Raises ValueError if `part` has more respondents.
        """
        others = self.respondents - part.respondents
        if others < 0:
            raise ValueError(f"{part.respondents} respondents are no part of {self.respondents}")
        if others == 0:
            return NOBODY
        return Sums(others, _left(self.weights, part.weights), _left(self.squares, part.squares))


def _left(whole: float, part: float) -> float:
    left = whole - part
    return left if left > NOISE * whole else 0.0


NOBODY = Sums(0, 0.0, 0.0)
