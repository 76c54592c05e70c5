"""Reference results on counts and on estimates that R made."""

from dataclasses import replace
from math import inf
from pathlib import Path

from report.language.numbers import round_half_up
from report.statistics import many_tests as adjustments
from report.statistics.comparisons import of_columns, of_waves
from report.statistics.distributions import normal
from report.statistics.estimates import Estimate
from report.statistics.intervals import wilson_of_count
from report.statistics.newcombe import difference_bounds
from report.statistics.proportions import Proportion
from report.statistics.sums import Sums
from tests.statistics.held import Case


def binomial(case: Case, _: Path) -> None:
    bounds = wilson_of_count(case.design["x"], case.design["n"])

    case.holds(bounds.lower, "wilson", 0)
    case.holds(bounds.upper, "wilson", 1)


def two_proportions(case: Case, _: Path) -> None:
    x1, n1, x2, n2 = (case.design[name] for name in ("x1", "n1", "x2", "n2"))

    pooled = of_columns(
        Proportion(Sums.of_count(x1), Sums.of_count(n1)), Proportion(Sums.of_count(x2), Sums.of_count(n2))
    )
    separate = of_waves(_of_count(x1, n1), _of_count(x2, n2))
    bounds = difference_bounds((x1, n1), (x2, n2))

    assert pooled
    assert separate
    case.holds(pooled.statistic, "z_pooled")
    case.holds(pooled.statistic**2, "chisq")
    case.holds(pooled.p_value, "p_pooled")
    case.holds(separate.statistic, "z_unpooled")
    case.holds(separate.p_value, "p_unpooled")
    case.holds(bounds.lower, "newcombe", 0)
    case.holds(bounds.upper, "newcombe", 1)


def _of_count(count: int, respondents: int) -> Estimate:
    share = count / respondents
    return Estimate(share, share * (1 - share) / respondents, inf, respondents)


def waves(case: Case, _: Path) -> None:
    """The two estimates are R's, of two designs: what is held is the comparison."""
    earlier, later = (
        Estimate(case.given(f"p{side}"), case.given(f"se{side}") ** 2, case.given(f"df{side}"), inf) for side in (1, 2)
    )

    found = of_waves(later, earlier)

    assert found
    case.holds(found.difference, "diff")
    case.holds(found.difference / found.statistic, "se")
    case.holds(found.statistic, "z")
    case.holds(normal.two_sided(found.statistic), "p_value_z")
    case.holds(found.degrees_of_freedom, "welch_df")
    case.holds(found.p_value, "p_value_t")
    assert of_waves(earlier, later) == replace(found, difference=-found.difference, statistic=-found.statistic)


def rounding(case: Case, _: Path) -> None:
    counts = case.design["counts"]
    percentages = [100 * count / sum(counts) for count in counts]
    rounded = [int(round_half_up(percentage, 0)) for percentage in percentages]

    for index, percentage in enumerate(percentages):
        case.holds(percentage, "percent", index)
        case.holds(rounded[index], "half_up", index)
    case.holds(sum(rounded), "half_up_sum")


def many_tests(case: Case, _: Path) -> None:
    p_values = case.design["p"]

    hold_adjusted(case, p_values, "bonferroni", "holm", "BH")


def hold_adjusted(case: Case, p_values: list[float], *names: str, below: tuple[str, ...] = ()) -> None:
    by_name = {
        "bonferroni": adjustments.bonferroni,
        "holm": adjustments.holm,
        "BH": adjustments.benjamini_hochberg,
    }
    for name in names:
        for index, adjusted in enumerate(by_name[name](p_values)):
            case.holds(adjusted, *below, name, index)
