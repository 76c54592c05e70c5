"""Probabilities of many tests, adjusted for being many: the more are made, the more differ by chance.

Each takes p values (0 to 1) and gives adjusted ones in the same order, to be held against the level that is meant.
Letters of tables are not adjusted, as is usual, and say so; what the program says by itself is, over all its tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def bonferroni(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holds the chance of even one false finding below the level: each p times the number of tests.

    Source: Dunn (1961), Multiple Comparisons among Means, JASA 56; R `p.adjust`.
    """
    return tuple(min(p * len(p_values), 1.0) for p in p_values)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holds what `bonferroni` holds, and finds more: the k-th smallest of m times (m - k + 1), never falling.

    Source: Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Statistics 6; R `p.adjust`.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    raised = [p_values[index] * (len(order) - rank) for rank, index in enumerate(order)]
    return _put_back(order, accumulate(raised, max))


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holds the expected part of false findings among all findings below the level: k-th smallest of m times m / k.

    Source: Benjamini and Hochberg (1995), Controlling the False Discovery Rate, J. Royal Statistical Society B 57;
    R `p.adjust(method="BH")`.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__, reverse=True)
    many = len(order)
    raised = [p_values[index] * (many / (many - rank)) for rank, index in enumerate(order)]
    return _put_back(order, accumulate(raised, min))


def _put_back(order: Sequence[int], adjusted: accumulate[float]) -> tuple[float, ...]:
    by_index = dict(zip(order, adjusted, strict=True))
    return tuple(min(by_index[index], 1.0) for index in range(len(order)))
