"""Means, medians and net promoter scores of a survey are those that R computes, and those of counting by hand."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

from report.survey.file import read_survey
from report.survey.model import CellId, ColumnId
from report.survey.model.respondents import Respondents
from report.tables.model import Cell, CellState, Tables
from report.tables.respondents.coding import Rows, coded
from report.tables.respondents.preparing import prepared
from report.tables.respondents.tabulating import tabulated
from report.units import Score
from tests.survey.respondents import tables

HEAD = """\
format: 1
language: en
title: Schools
publisher: Institute
published: 2024
population: schools
unit: schools
sample: random
low_base: {hide: 0, flag: 0}
"""

SCHOOLS = f"""{HEAD}\
data: {{file: apistrat.csv, weight: pw}}
segments:
  stype:
    label: Type
    columns: {{e: {{code: E, label: Elementary}}, h: {{code: H, label: High}}, m: {{code: M, label: Middle}}}}
questions:
  api00: {{type: numeric, topic: Performance, label: Which index?, measured_in: points}}
  nps010: {{type: nps, topic: Recommendation, label: Would you recommend it?}}
"""


@pytest.fixture(scope="module")
def schools(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("schools")
    shutil.copy(shared / "oracles" / "apistrat.csv", folder)
    (folder / "survey.yaml").write_text(SCHOOLS, "utf-8")
    return tables(folder / "survey.yaml")


@pytest.fixture(scope="module")
def oracle(shared: Path) -> Mapping[str, Any]:
    files = (shared / "oracles" / name for name in ("estimates.json", "nps.json"))
    cases = [case for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    return {
        case["id"].removeprefix("apistrat_weights_only/"): case["result"]
        for case in cases
        if case["id"].startswith("apistrat_weights_only/")
    }


def score(found: Tables, question: str, name: str, column: ColumnId | None = None) -> tuple[float, Cell]:
    cell = found.cell(CellId(question, name, column or ColumnId("w2024")))
    assert isinstance(cell.value, Score), cell.state
    assert isinstance(cell.value.number, float)
    return cell.value.number, cell


EXACT = 1e-10
"""What the page of the oracles grants everything in closed form."""


def test_a_mean_with_its_error_and_its_interval_is_that_of_r(schools: Tables, oracle: Mapping[str, Any]) -> None:
    mean, cell = score(schools, "api00", "mean")
    expected = oracle["mean/api00"]
    limits = expected["ci95_t"]

    assert mean == pytest.approx(expected["estimate"]["api00"], rel=EXACT)
    assert cell.spread
    assert cell.spread.standard_error == pytest.approx(expected["se"]["api00"], rel=EXACT)
    assert cell.spread.deviation == pytest.approx(expected["variance_of_values"] ** 0.5, rel=EXACT)
    assert cell.spread.bounds == pytest.approx((limits["low"]["api00"], limits["high"]["api00"]), rel=EXACT)


def test_a_median_and_its_interval_are_those_of_r(schools: Tables, oracle: Mapping[str, Any]) -> None:
    median, cell = score(schools, "api00", "median")
    expected = oracle["quantile/api00"]

    assert median == expected["estimate"][1]
    assert cell.spread
    assert cell.spread.bounds == (expected["low"][1], expected["high"][1])


def test_a_net_promoter_score_with_its_error_is_that_of_r(schools: Tables, oracle: Mapping[str, Any]) -> None:
    found, cell = score(schools, "nps010", "nps")
    expected = oracle["nps/nps010"]
    shares = {name: schools.cell(CellId("nps010", name, ColumnId("w2024"))) for name in ("promoters", "detractors")}

    assert found == pytest.approx(expected["estimate"][".s"], rel=EXACT)
    assert cell.spread
    assert cell.spread.standard_error == pytest.approx(expected["se"][".s"], rel=EXACT)
    limits = expected["ci95_t"]
    assert cell.spread.bounds == pytest.approx((limits["low"][".s"], limits["high"][".s"]), rel=EXACT)
    for name, share in shares.items():
        assert share.share
        assert share.share.fraction == pytest.approx(expected[name], rel=EXACT)


def test_means_of_groups_are_those_of_r(schools: Tables, oracle: Mapping[str, Any]) -> None:
    expected = oracle["by/api00+enroll/stype"]

    for place, group in enumerate(expected["groups"]):
        mean, cell = score(schools, "api00", "mean", ColumnId("w2024", "stype", group.lower()))
        assert mean == pytest.approx(expected["estimate"][f"{group}:api00"], rel=EXACT)
        assert cell.spread
        assert cell.spread.standard_error == pytest.approx(expected["se"][place], rel=EXACT)


# ---------------------------------------------------------------------------------------------------------- by hand

ROWS = "year,sex,x,r,w\n" + "".join(
    f"{row}\n"
    for row in (
        "2024,f,10,10,1",
        '2024,f,"20,5",9 - likely,3',
        "2024,m,30,0 = never,2",
        "2024,m,99,7,2",
        "2024,m,,,5",
        "2020,f,1,5,1",
    )
)
SURVEY = f"""{HEAD}\
wave: w2024
waves: {{w2020: {{date: 2020}}, w2024: {{date: 2024}}}}
data:
  file: rows.csv
  weight: w
  wave: {{column: year, codes: {{w2020: 2020, w2024: 2024}}}}
segments:
  sex: {{label: Sex, columns: {{f: {{code: f, label: Women}}, m: {{code: m, label: Men}}}}}}
questions:
  x:
    type: numeric
    topic: Size
    label: How large?
    missing: {{refused: 99}}
  few:
    type: numeric
    column: x
    topic: Size
    label: How large is it there?
    filter: r.promoters
    base: promoters
    missing: {{refused: 99}}
  r: {{type: nps, topic: Recommendation, label: Would you?}}
"""


def written(folder: Path, *changes: tuple[str, str], rows: str = ROWS) -> Path:
    survey = SURVEY
    for old, new in changes:
        assert survey.count(old) == 1, old
        survey = survey.replace(old, new)
    (folder / "rows.csv").write_text(rows, "utf-8")
    (folder / "survey.yaml").write_text(survey, "utf-8")
    return folder / "survey.yaml"


def test_scores_are_of_who_gave_a_number_by_wave_group_and_filter(tmp_path: Path) -> None:
    found = tables(written(tmp_path))
    now, before = ColumnId("w2024"), ColumnId("w2020")
    women, men = ColumnId("w2024", "sex", "f"), ColumnId("w2024", "sex", "m")

    mean, cell = score(found, "x", "mean")
    assert mean == pytest.approx((10 + 3 * 20.5 + 2 * 30) / 6)
    assert (cell.bases.unweighted, cell.bases.weighted, cell.bases.asked) == (3, 6, 5)
    assert score(found, "x", "median")[0] == 20.5
    assert score(found, "x", "mean", women)[0] == pytest.approx((10 + 3 * 20.5) / 4)
    assert score(found, "x", "mean", men)[0] == 30
    assert score(found, "x", "mean", before)[0] == 1
    assert score(found, "few", "mean", now)[0] == pytest.approx((10 + 3 * 20.5) / 4)
    assert found.cell(CellId("few", "mean", before)).state is CellState.NOT_PUBLISHED
    assert score(found, "r", "nps")[0] == pytest.approx(100 * (4 - 2) / 8)
    assert score(found, "r", "nps", before)[0] == -100


def test_the_scores_of_few_are_hidden_and_those_that_would_give_them_away(tmp_path: Path) -> None:
    rows = "year,sex,x,r,w\n" + "".join(f"2024,{'f' if n % 5 else 'm'},{n % 7},{n % 11},1\n" for n in range(60))
    found = tables(written(tmp_path, ("low_base: {hide: 0, flag: 0}", "low_base: {hide: 20, flag: 100}"), rows=rows))

    for question, names in (("x", ("mean", "median")), ("r", ("nps", "promoters"))):
        for name in names:
            total, *groups = (
                found.cell(CellId(question, name, column))
                for column in (ColumnId("w2024"), ColumnId("w2024", "sex", "f"), ColumnId("w2024", "sex", "m"))
            )
            assert [cell.state for cell in groups] == [CellState.SUPPRESSED] * 2, (question, name)
            assert total.state is CellState.PUBLISHED
            assert total.flags


def frames(rows: Sequence[Mapping[str, object]]) -> Iterator[Rows]:
    yield nw.from_native(pl.DataFrame(list(rows), schema=dict.fromkeys(rows[0], pl.String)).lazy())
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(f'{name} VARCHAR' for name in rows[0])})")
        connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", [list(row.values()) for row in rows])
        yield nw.from_native(connection.table("rows"))


def test_engines_and_orders_agree_to_the_last_bit(tmp_path: Path) -> None:
    random = Random(28)
    rows = [
        {
            "year": random.choice(("2020", "2024")),
            "sex": random.choice(("f", "m", "")),
            "x": random.choice(("", "99", f"{random.uniform(-5, 500):.3f}", f"{random.randrange(9)},5")),
            "r": random.choice(("", "0 - never", *map(str, range(11)))),
            "w": f"{random.uniform(0.1, 4):.6f}",
        }
        for _ in range(600)
    ]
    numbers, _ = read_survey(written(tmp_path, rows=ROWS), "survey.yaml")
    assert isinstance(numbers, Respondents)

    found = [
        tabulated(prepared(coded(raw, numbers.files[0], numbers), numbers), numbers)
        for ordered in (rows, sorted(rows, key=lambda row: row["w"]))
        for raw in frames(ordered)
    ]

    assert all(each == found[0] for each in found)
    assert len({float(cell.value.number) for cell in found[0].table("x").cells.values() if cell.score}) > 4  # type: ignore[union-attr, arg-type]
