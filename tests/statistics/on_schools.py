"""Reference results on the sample of Californian schools (apistrat), with its weights as the only design."""

from dataclasses import replace
from math import inf
from pathlib import Path

from report.statistics.balances import RATINGS, net_promoters
from report.statistics.bases import design_effect_of_weighting, effective_base
from report.statistics.comparisons import of_domains, of_means, with_the_rest
from report.statistics.distributions import normal, student
from report.statistics.estimates import Estimate, estimate
from report.statistics.intervals import Bounds, around, logit, wilson
from report.statistics.quantiles import quantile, quantile_bounds
from report.statistics.scores import Scores, standard_deviation
from report.statistics.sums import NOBODY
from report.statistics.table_test import rao_scott
from tests.statistics.held import ITERATED, Case
from tests.statistics.on_counts import hold_adjusted
from tests.statistics.respondents import Choice, Respondents, read

EXPRESSIONS: dict[str, Choice] = {
    "I(sch.wide=='Yes')": lambda row: row["sch.wide"] == "Yes",
    "I(comp.imp=='No')": lambda row: row["comp.imp"] == "No",
    "I(awards=='Yes')": lambda row: row["awards"] == "Yes",
    "I(stype=='H')": lambda row: row["stype"] == "H",
    "I(ell==0)": lambda row: float(row["ell"]) == 0,
    "I(agree5>=4)": lambda row: int(row["agree5"]) >= 4,
    "I(agree5<=2)": lambda row: int(row["agree5"]) <= 2,
}


def schools(shared: Path) -> Respondents:
    return read(shared / "oracles" / "apistrat.csv", "pw")


def is_(column: str, value: str) -> Choice:
    return lambda row: row[column] == value


def levels(of: Respondents, column: str) -> list[str]:
    return sorted({row[column] for row in of.rows})


def bases(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    base = everyone.sums()

    case.holds(base.respondents, "n")
    case.holds(base.weights, "sum_w")
    case.holds(effective_base(base), "n_eff")
    case.holds(design_effect_of_weighting(base), "deff_kish")
    case.holds(design_effect_of_weighting(base), "deff_1_plus_cv2")
    case.holds(estimate(everyone.scores("api00"), len(everyone)).degrees_of_freedom, "degf")


def hold_estimate(case: Case, found: Estimate, name: str) -> None:
    case.holds(found.value, "estimate", name)
    case.holds(found.standard_error, "se", name)
    case.holds(found.degrees_of_freedom, "ci95_t", "df")
    hold_bounds(case, around(found), "ci95_t", name)
    hold_bounds(case, around(replace(found, degrees_of_freedom=inf)), "ci95_normal", name)


def hold_bounds(case: Case, bounds: Bounds, interval: str, name: str) -> None:
    case.holds(bounds.lower, interval, "low", name)
    case.holds(bounds.upper, interval, "high", name)


def shares(case: Case, shared: Path) -> None:
    everyone, column = schools(shared), case.id.split("/")[-1]

    for level in levels(everyone, column):
        of = everyone.proportion(is_(column, level))
        hold_estimate(case, estimate(of.scores, len(everyone)), column + level)
        case.holds(of.share, "estimate", column + level)


def totals(case: Case, shared: Path) -> None:
    everyone, column = schools(shared), case.id.split("/")[-1]

    for level in levels(everyone, column):
        case.holds(everyone.sums(is_(column, level)).weights, "estimate", column + level)


def means(case: Case, shared: Path) -> None:
    everyone, column = schools(shared), case.id.split("/")[-1]
    scores = everyone.scores(column)

    hold_estimate(case, estimate(scores, len(everyone)), column)
    case.holds((standard_deviation(scores) or 0) ** 2, "variance_of_values")


def quantiles(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    scores = everyone.scores("api00")

    for index, share in enumerate(case.given("quantile")):
        bounds = quantile_bounds(scores, share, respondents=len(everyone))
        case.holds(quantile(scores, share), "estimate", index)
        case.holds(bounds.lower, "low", index)
        case.holds(bounds.upper, "high", index)
        width = bounds.upper - bounds.lower
        case.holds(width / 2 / student.critical_value(0.05, len(everyone) - 1), "se", index)


def intervals(case: Case, shared: Path) -> None:
    everyone, expression = schools(shared), case.id.split("/")[2]
    found = estimate(everyone.proportion(EXPRESSIONS[expression]).scores, len(everyone))
    level = case.given("level")
    unlimited = replace(found, degrees_of_freedom=inf)

    case.holds(found.value, "estimate")
    case.holds(found.standard_error, "se")
    case.holds(found.degrees_of_freedom, "df")
    case.holds(found.value * (1 - found.value) / found.variance, "n_eff_variance")
    for name, bounds in (
        ("wilson_t", wilson(found, level)),
        ("wilson_z", wilson(unlimited, level)),
        ("xlogit", logit(found, level)),
        ("logit", logit(found, level)),
        ("mean", around(found, level)),
    ):
        tolerance = ITERATED if name == "logit" else 1e-10
        case.holds(bounds.lower, "intervals", name, "low", relative=tolerance)
        case.holds(bounds.upper, "intervals", name, "high", relative=tolerance)


def columns(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    answer, group = case.id.split("/")[2:4]
    found = {
        f"{column}:{answer}{level}": (column, level, everyone.proportion(is_(answer, level), is_(group, column)))
        for level in levels(everyone, answer)
        for column in levels(everyone, group)
    }
    variances = {name: estimate(of.scores, len(everyone)).variance for name, (_, _, of) in found.items()}

    for index, column in enumerate(levels(everyone, group)):
        case.holds(everyone.sums(is_(group, column)).respondents, "unweighted_n", index)
    for name, (_, _, of) in found.items():
        case.holds(of.share, "estimate", name)
        case.holds(variances[name] ** 0.5, "se", name)
    for i, row in enumerate(case.result["vcov_order"]):
        for j, other in enumerate(case.result["vcov_order"]):
            # Columns share nobody; the two answers of a column are all of it.
            is_same_column = found[row][0] == found[other][0]
            covariance = variances[row] * (1 if row == other else -1) if is_same_column else 0
            case.holds(covariance, "vcov", i, j)


def means_of_columns(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    groups = levels(everyone, "stype")

    for place, (column, group) in enumerate((column, group) for column in ("api00", "enroll") for group in groups):
        found = estimate(everyone.scores(column, _is_known_in(group)), len(everyone))
        case.holds(found.value, "estimate", f"{group}:{column}")
        case.holds(found.standard_error, "se", place)


def _is_known_in(group: str) -> Choice:
    """Schools of a group of which both numbers are known: R drops the others."""
    return lambda row: row["stype"] == group and bool(row["api00"]) and bool(row["enroll"])


def tables(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    row, column = case.id.split("/")[2:4]
    table = [
        [everyone.sums(_both(is_(row, level), is_(column, group))) for group in levels(everyone, column)]
        for level in levels(everyone, row)
    ]

    found = rao_scott(table, len(everyone))

    assert found
    case.holds(found.statistic, "F", "statistic")
    case.holds(found.degrees_of_freedom[0], "F", "parameter", 0)
    case.holds(found.degrees_of_freedom[1], "F", "parameter", 1)
    case.holds(found.p_value, "F", "p_value")
    for i, sums_of_row in enumerate(table):
        for j, sums in enumerate(sums_of_row):
            case.holds(sums.weights, "weighted_table", i, j)


def _both(first: Choice, second: Choice) -> Choice:
    return lambda row: first(row) and second(row)


def pairs(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    answer, group = case.id.split("/")[2:4]
    p_values = []

    for index, pair in enumerate(case.result["pairs"]):
        first, second = (everyone.proportion(is_(answer, "Yes"), is_(group, pair[side])) for side in ("a", "b"))
        found = of_domains(first.scores, second.scores, respondents=len(everyone))
        assert found
        p_values.append(found.p_value)
        for ours, name in (
            (first.share, "p_a"),
            (second.share, "p_b"),
            (found.difference, "diff"),
            (found.difference / found.statistic, "se"),
            (found.statistic, "t"),
            (found.degrees_of_freedom, "df"),
            (found.p_value, "p_value_t"),
            (normal.two_sided(found.statistic), "p_value_z"),
        ):
            case.holds(ours, "pairs", index, name)
    hold_adjusted(case, p_values, "bonferroni", "holm", "BH", below=("p_adjusted",))


def two_means(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    yes, no = (everyone.scores("api00", is_("sch.wide", level)) for level in ("Yes", "No"))

    found = of_means(yes, no, respondents=len(everyone))

    assert found
    case.holds(found.difference, "difference")
    case.holds(found.statistic, "t")
    case.holds(found.degrees_of_freedom, "df")
    case.holds(found.p_value, "p_value")


def groups(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    whole = everyone.proportion(is_("sch.wide", "Yes")).scores

    for group in levels(everyone, "stype"):
        own = everyone.proportion(is_("sch.wide", "Yes"), is_("stype", group)).scores
        for name, found in (
            ("vs_total", of_domains(own, whole, respondents=len(everyone), both=own)),
            ("vs_rest", with_the_rest(own, whole, respondents=len(everyone))),
        ):
            assert found
            case.holds(found.difference, group, name, "diff")
            case.holds(found.difference / found.statistic, group, name, "se")


def net_promoter_score(case: Case, shared: Path) -> None:
    everyone = schools(shared)
    rated = Scores.of([(rating, NOBODY) for rating in RATINGS] + list(everyone.scores("nps010").rows))
    scores = net_promoters(rated)

    hold_estimate(case, estimate(scores, len(everyone)), ".s")
    case.holds(everyone.proportion(lambda row: int(row["nps010"]) >= 9).share, "promoters")
    case.holds(everyone.proportion(lambda row: int(row["nps010"]) <= 6).share, "detractors")
