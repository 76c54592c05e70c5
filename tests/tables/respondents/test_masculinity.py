"""A weighted survey with banners, tabulated from its respondents: what its publisher printed, what R computes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.language.numbers import round_half_up
from report.survey.file import read_survey
from report.survey.model import ColumnId
from report.survey.model.respondents import Respondents
from report.tables.model import Cell, CellState, Tables
from report.tables.respondents.tabulating import tables_of_respondents
from tests.conftest import SHARED
from tests.tables.respondents import masculinity

pytestmark = pytest.mark.usefixtures("shared")

EXACT = 1e-10
"""The tolerance that the oracles give."""


def tabulated(folder: Path, sample: str = "panel", hide: int = 0) -> tuple[Respondents, Tables]:
    numbers, faults = read_survey(masculinity.written(folder, sample, hide), "survey.yaml")
    assert isinstance(numbers, Respondents), "\n".join(fault.as_text() for fault in faults)
    return numbers, tables_of_respondents(numbers, folder / "kept")[0]


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> tuple[Respondents, Tables]:
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}")
    return tabulated(tmp_path_factory.mktemp("masculinity"))


def column_of(name: str) -> ColumnId:
    segment, _, column = name.partition(".")
    return ColumnId("w2018", segment, column) if column else ColumnId("w2018")


def cell_of(question: str, label: str, column: str, found: tuple[Respondents, Tables]) -> Cell:
    respondents, tables = found
    answers = respondents.survey.question(question).answers
    answer = next(each for each in answers if masculinity.plain(each.label.text("en")) == label)
    return tables.table(question).cell(answer.id, column_of(column))


def test_every_printed_percentage_follows(survey: tuple[Respondents, Tables]) -> None:
    wrong, held = [], 0
    for row in masculinity.published():
        for column, printed in row.percent.items():
            cell = cell_of(row.question, row.answer, column, survey)
            if printed:
                assert cell.share
                held += 1
                if f"{round_half_up(cell.share.percent, 0)}%" != printed:  # type: ignore[arg-type]
                    wrong.append((row.question, row.answer, column, cell.share, printed))

    assert wrong == []
    assert held == 1790


def test_what_is_printed_as_blank_rests_on_fewer_than_a_hundred(survey: tuple[Respondents, Tables]) -> None:
    for row in masculinity.published():
        for column, printed in row.percent.items():
            n = cell_of(row.question, row.answer, column, survey).bases.unweighted
            assert n is not None
            assert (n < 100) is not bool(printed), (row.question, column)


ORACLES = {"young": "18 - 34", "middle": "35 - 64", "old": "65 and up", "white": "White", "other": "Non-white",
           "has": "Has children", "none_": "No children", "straight": "Straight", "gay": "Gay/Bisexual"}  # fmt: skip


def test_shares_and_bases_are_those_of_r(survey: tuple[Respondents, Tables], shared: Path) -> None:
    cases = json.loads((shared / "oracles" / "masculinity.json").read_text("utf-8"))["cases"]
    held = 0
    for case in cases:
        _, kind, *rest = case["id"].split("/", 2)
        if kind != "table" or rest[0].startswith("net:") or "|without" in rest[0]:
            continue
        question, label = _question_of(rest[0])
        for column in masculinity.COLUMNS:
            banner, _, group = column.partition(".")
            expected = case["result"].get(banner, {}).get(ORACLES[group] if group else "all")
            if expected is None:
                continue
            cell = cell_of(question, label, column, survey)
            assert cell.share
            assert cell.share.fraction == pytest.approx(expected["p"], rel=EXACT, abs=EXACT)
            assert cell.bases.unweighted == expected["n"]
            assert cell.bases.weighted == pytest.approx(expected["weighted_base"], rel=EXACT)
            assert cell.bases.effective == pytest.approx(expected["n_eff"], rel=EXACT)
            held += 1
    assert held > 250


def _question_of(name: str) -> tuple[str, str]:
    """The question of a case, and the answer of it, by its label."""
    name = name.removesuffix("|employed")
    if "=" in name:
        question, label = name.split("=")
        return question, masculinity.plain(label)
    values = {row[name] for row in masculinity.respondents()}
    (label,) = values - {masculinity.NEGATIVE, masculinity.NOT_ASKED}
    return name.split("_")[0], masculinity.plain(label)


def test_a_sample_that_chance_did_not_choose_has_no_intervals(survey: tuple[Respondents, Tables]) -> None:
    assert all(cell.interval is None for table in survey[1].by_question.values() for cell in table.cells.values())


def test_intervals_of_a_random_sample_are_those_of_r(tmp_path: Path, shared: Path) -> None:
    found = tabulated(tmp_path, "random")
    cases = json.loads((shared / "oracles" / "masculinity.json").read_text("utf-8"))["cases"]
    case = next(each for each in cases if each["id"] == "masculinity/table/q0005=Yes")
    expected = case["result"]["total"]["all"]

    cell = cell_of("q0005", "yes", "total", found)

    # R 4.1 of `survey` has no Wilson interval: its formula, from R's standard error and the quantile in R's interval.
    p, se = expected["p"], expected["se_taylor"]
    quantile = (expected["mean"][1] - p) / se
    square = quantile**2 * se**2 / (p * (1 - p))
    half = quantile * ((1 + square / (4 * p * (1 - p))) ** 0.5) * se / (1 + square)
    assert cell.interval
    assert cell.interval.lower.fraction == pytest.approx((p + square / 2) / (1 + square) - half, rel=1e-9)
    assert cell.interval.upper.fraction == pytest.approx((p + square / 2) / (1 + square) + half, rel=1e-9)


def test_logit_intervals_are_those_of_r(tmp_path: Path, shared: Path) -> None:
    path = masculinity.written(tmp_path, "random")
    path.write_text(path.read_text("utf-8").replace("sample: random\n", "sample: random\ninterval: logit\n"), "utf-8")
    numbers, faults = read_survey(path, "survey.yaml")
    assert isinstance(numbers, Respondents), faults
    cases = json.loads((shared / "oracles" / "masculinity.json").read_text("utf-8"))["cases"]
    case = next(each for each in cases if each["id"] == "masculinity/table/q0005=Yes")
    expected = case["result"]["total"]["all"]

    cell = cell_of("q0005", "yes", "total", (numbers, tables_of_respondents(numbers, tmp_path / "kept")[0]))

    assert cell.interval
    assert [cell.interval.lower.fraction, cell.interval.upper.fraction] == pytest.approx(expected["logit"], abs=1e-6)


def test_columns_with_few_respondents_are_hidden_and_what_gives_them_away(tmp_path: Path) -> None:
    _, tables = tabulated(tmp_path, hide=100)

    table = tables.table("q0010")
    shown = {
        column.id.name
        for banner in table.banners
        for column in banner.columns
        if table.cell("a0", column.id).state is CellState.PUBLISHED
    }

    # 89 young men and 78 gay or bisexual ones work. 158 old ones do and weigh as 65, both together as fewer than 100,
    # so those between are hidden too. 17 have told another orientation or none, with the gay ones they are 95. Men who
    # are not white are more than 100 and weigh as fewer, which hides them, and with them the others.
    assert {"age3.young", "age3.old", "age3.middle"}.isdisjoint(shown)
    assert {"orientation.gay", "orientation.straight"}.isdisjoint(shown)
    assert {"race2.white", "race2.other"}.isdisjoint(shown)
    assert shown == {"w2018", "kids.has", "kids.none_"}
