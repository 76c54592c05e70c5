"""The effective base of weighted respondents, and the design effect of weighting (Kish)."""

from __future__ import annotations

from report.statistics.sums import Sums


def effective_base(base: Sums) -> float:
    """Number of equally weighted respondents that would be as precise as these; 0.0 for an empty base.

    (sum w)^2 / sum w^2. It does not depend on the scale of the weights, and is never more than the respondents.
    Source: Kish (1965), Survey Sampling; (1992), Weighting for Unequal Pi, Journal of Official Statistics 8.
    """
    return base.weights**2 / base.squares if base.squares > 0 else 0.0


def design_effect_of_weighting(base: Sums) -> float:
    """By how much weighting alone raises the variance: respondents / effective base = 1 + CV(w)^2, at least 1.

    Raises ValueError for an empty base. Source: as `effective_base`.
    """
    if base.is_empty:
        raise ValueError("an empty base has no design effect")
    return base.respondents / effective_base(base)
