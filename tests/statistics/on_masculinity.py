"""Reference results on the masculinity survey: weights from 0.02 to 8.68, banners, multiple choice, low bases."""

from dataclasses import replace
from pathlib import Path

from report.statistics.balances import balance
from report.statistics.bases import design_effect_of_weighting, effective_base
from report.statistics.comparisons import Comparison, of_columns, of_domains, pooled
from report.statistics.distributions import normal
from report.statistics.estimates import estimate
from report.statistics.intervals import Bounds, around, logit, score_bounds
from report.statistics.proportions import Proportion
from report.statistics.scores import standard_deviation
from report.statistics.table_test import rao_scott
from tests.statistics.held import ITERATED, RELATIVE, Case
from tests.statistics.respondents import Choice, Respondents, everybody, read

NA, NOT_SELECTED = "NA", "Not selected"
BANNERS = ("age3", "race2", "kids", "orientation")
MULTIPLE = [f"q0004_{number:04}" for number in range(1, 7)]
"""The six items of question 4: who shaped the idea of being a man."""
NETS = {
    "net:q0001=Very+Somewhat masculine": ("q0001", ("Very masculine", "Somewhat masculine")),
    "net:q0002=Very+Somewhat important": ("q0002", ("Very important", "Somewhat important")),
}


def men(shared: Path) -> Respondents:
    return read(shared / "data" / "masculinity-survey" / "raw-responses.csv", "weight")


def question(name: str) -> tuple[Choice, Choice]:
    """Who gave the answer that a case is of, and who is in its base."""
    if name in NETS:
        column, answers = NETS[name]
        return (lambda row: row[column] in answers), everybody
    if name == "q0005=Yes|without No answer":
        return (lambda row: row["q0005"] == "Yes"), (lambda row: row["q0005"] != "No answer")
    item, _, base = name.partition("|")
    column, _, answer = item.partition("=")
    if answer:
        return (lambda row: row[column] == answer), everybody
    is_employed: Choice = lambda row: row["q0009"].startswith("Employed")  # noqa: E731 # beside its other
    return (lambda row: row[column] not in (NA, NOT_SELECTED)), is_employed if base else everybody


def column(banner: str, name: str) -> Choice:
    return everybody if banner == "total" else lambda row: row[banner] == name


def _both(first: Choice, second: Choice) -> Choice:
    return lambda row: first(row) and second(row)


def bases(case: Case, shared: Path) -> None:
    for banner, columns in case.result.items():
        for name in columns:
            base = men(shared).sums(column(banner, name))
            case.holds(base.respondents, banner, name, "n")
            case.holds(base.weights, banner, name, "sum_w")
            case.holds(effective_base(base), banner, name, "n_eff")
            case.holds(design_effect_of_weighting(base), banner, name, "deff_kish")
            case.holds(design_effect_of_weighting(base), banner, name, "deff_1_plus_cv2")


def table(case: Case, shared: Path) -> None:
    everyone = men(shared)
    answer, base = question(case.id.removeprefix("masculinity/table/"))

    for banner, columns in case.result.items():
        for name in columns:
            found = everyone.proportion(answer, _both(base, column(banner, name)))
            _hold_cell(case, found, (banner, name), len(everyone))


def _hold_cell(case: Case, found: Proportion, place: tuple[str, str], respondents: int) -> None:
    own = estimate(found.scores, respondents)
    case.holds(found.base.respondents, *place, "n")
    case.holds(found.base.weights, *place, "weighted_base")
    case.holds(found.effective_base, *place, "n_eff")
    case.holds(found.answer.respondents, *place, "unweighted_count")
    case.holds(found.share, *place, "p")
    case.holds(own.standard_error, *place, "se_taylor")
    kish = score_bounds(found.share, found.effective_base, normal.critical_value(0.05))
    _hold_bounds(case, kish, (*place, "wilson_kish"))
    # R takes the degrees of freedom of the rows of the domain here.
    of_domain = replace(own, degrees_of_freedom=found.base.respondents - 1)
    if 0 < found.share < 1:
        _hold_bounds(case, logit(of_domain), (*place, "xlogit"))
        _hold_bounds(case, logit(of_domain), (*place, "logit"), relative=ITERATED)
        _hold_bounds(case, around(of_domain), (*place, "mean"))


def _hold_bounds(case: Case, bounds: Bounds, place: tuple[str, ...], *, relative: float = RELATIVE) -> None:
    case.holds(bounds.lower, *place, 0, relative=relative)
    case.holds(bounds.upper, *place, 1, relative=relative)


def pairs(case: Case, shared: Path) -> None:
    everyone = men(shared)
    name, _, banner = case.id.removeprefix("masculinity/pairs/").rpartition("/")
    answer, base = question(name)

    for index, pair in enumerate(case.result["pairs"]):
        first, second = (everyone.proportion(answer, _both(base, column(banner, pair[side]))) for side in ("a", "b"))
        unweighted = pooled((first.share, first.base.respondents), (second.share, second.base.respondents))
        design = of_domains(first.scores, second.scores, respondents=len(everyone))
        _hold_test(case, of_columns(first, second), index, "effective_base", "z_pooled_")
        _hold_test(case, unweighted, index, "unweighted_base", "z_pooled_")
        _hold_test(case, design and replace(design, p_value=normal.two_sided(design.statistic)), index, "design", "z_")


def _hold_test(case: Case, found: Comparison | None, index: int, name: str, prefix: str) -> None:
    if case.holds_nothing("pairs", index, prefix + name):
        assert found is None
        assert case.holds_nothing("pairs", index, f"p_{name}")
        return
    assert found
    case.holds(found.statistic, "pairs", index, prefix + name)
    case.holds(found.p_value, "pairs", index, f"p_{name}")


def multiple(case: Case, shared: Path) -> None:
    everyone = men(shared)
    any_item: Choice = lambda row: any(row[item] != NOT_SELECTED for item in MULTIPLE)  # noqa: E731 # a condition

    for item in MULTIPLE:
        selected = question(item)[0]
        case.holds(100 * everyone.proportion(selected).share, "percent_of_asked", item)
        case.holds(100 * everyone.proportion(selected, any_item).share, "percent_of_cases", item)
    case.holds(everyone.sums(any_item).respondents, "n_cases")
    case.holds(everyone.sums().without(everyone.sums(any_item)).respondents, "n_no_selection")


def tables(case: Case, shared: Path) -> None:
    everyone = men(shared)
    row, banner = case.id.split("/")[2:4]
    cells = [
        [everyone.sums(_both(column(row, answer), column(banner, name))) for name in _levels(everyone, banner)]
        for answer in _levels(everyone, row)
    ]

    found = rao_scott(cells, len(everyone))

    assert found
    case.holds(found.statistic, "F")
    case.holds(found.degrees_of_freedom[0], "df", 0)
    case.holds(found.degrees_of_freedom[1], "df", 1)
    case.holds(found.p_value, "p_value")


def _levels(of: Respondents, name: str) -> list[str]:
    return sorted({row[name] for row in of.rows} - {NA})


def balanced(case: Case, shared: Path) -> None:
    everyone = men(shared)
    item = case.id.split("/")[-1]
    answered: Choice = lambda row: row[item] not in (NA, "No answer")  # noqa: E731 # beside its others
    often = everyone.proportion(lambda row: row[item] in ("Often", "Sometimes"), answered)
    never = everyone.proportion(lambda row: row[item].startswith("Never"), answered)
    scores = balance(often.answer, never.answer, base=often.base)

    found = estimate(scores, len(everyone))

    case.holds(found.value, "score")
    case.holds(found.standard_error, "se")
    case.holds(often.share, "pa")
    case.holds(never.share, "pb")
    case.holds(often.base.respondents, "n")
    respondents = often.base.respondents
    case.holds((standard_deviation(scores) or 0) ** 2 * (respondents - 1) / respondents, "variance_formula")
