"""Whether a published percentage can come from so many people at all (GRIM)."""

from __future__ import annotations

from decimal import Decimal


def is_reachable(percentage: Decimal, respondents: int) -> bool:
    """Whether some count of unweighted respondents makes this percentage, to the decimals that it is printed with.

    percentage: as printed, 0 to 100, its last digit the one that was rounded. A half may have been rounded either way.
    respondents: at least 1. 39.6 % of 25 people is not reachable: 9 are 36.0 % and 10 are 40.0 %. From
    100 x 10^decimals respondents on everything is.
    Source: Brown and Heathers (2017), The GRIM Test, Social Psychological and Personality Science 8.
    """
    decimals = max(0, -int(percentage.as_tuple().exponent))
    printed = int(percentage.scaleb(decimals))
    # All in half units of the last digit, so that it stays in whole numbers: 2 * 100 * 10^d * count / respondents.
    whole = 200 * int(10**decimals)
    least = -(-(2 * printed - 1) * respondents // whole)
    most = (2 * printed + 1) * respondents // whole
    return least <= most
