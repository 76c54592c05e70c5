"""Groups of too few are told by no table: not by subtraction, not by other groups, not by another question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from report.tables.model import CellState, Tables
from tests import counting

SURVEY = """\
format: 1
language: en
title: Visits
publisher: Library
published: 2026-05
population: readers
unit: readers
data: {file: answers.csv}
segments:
  age3:
    column: age
    label: Age
    columns:
      young: {code: ..29, label: under 30}
      middle: {code: 30..59, label: 30 to 59}
      old: {code: 60.., label: 60 and over}
  age2:
    column: age
    label: Age in two
    columns:
      younger: {code: ..59, label: under 60}
      older: {code: 60.., label: 60 or more}
  sex:
    column: sex
    label: Sex
    columns: {men: {code: m, label: men}, women: {code: w, label: women}}
questions:
  comes:
    type: single
    topic: Visits
    label: Do you come?
    answers: {"yes": {code: y, label: "yes"}, "no": {code: n, label: "no"}}
  why:
    type: single
    topic: Reasons
    label: Why do you come?
    filter: comes.yes
    base: who comes
    unit: visitors
    answers: {books: {code: b, label: Books}, coffee: {code: c, label: Coffee}}
  hours:
    type: numeric
    topic: Hours
    label: How long do you stay?
    measured_in: hours
    answers: {short: {code: ..1, label: up to 1}, long: {code: 2.., label: 2 and more}}
"""
AGES = {"25": 12, "45": 60, "70": 48}


def tables(folder: Path, ages: Mapping[str, int], *, of_other_sex: int = 0, silent: str = "") -> Tables:
    """Readers of some ages, half of them men; every third does not come. silent: an age of which half say nothing."""
    of_age = [age for age, many in ages.items() for _ in range(many)]
    rows = [
        {
            "age": age,
            "sex": "d" if place < of_other_sex else "mw"[place % 2],
            "comes": "" if age == silent and place % 2 else "n" if place % 3 == 0 else "y",
            "why": "" if (age == silent and place % 2) or place % 3 == 0 else "bc"[place // 3 % 2],
            "hours": str(place % 4),
        }
        for place, age in enumerate(of_age)
    ]
    return counting.counted(folder, rows, SURVEY)[1]


def hidden(found: Tables, question: str) -> dict[str, int | None]:
    """The hidden columns of a question, with the limit where it is the reason."""
    table = found.table(question)
    columns = [column for banner in table.banners for column in banner.columns]
    for column in columns:
        cells = [table.cell(row, column.id) for row in (*table.answers, *table.scores)]
        assert {cell.state for cell in cells} == {CellState.SUPPRESSED if column.hidden else CellState.PUBLISHED}
        assert (column.n is None) == (column.hidden is not None)
    return {column.id.name: column.hidden.base_under for column in columns if column.hidden}


@pytest.mark.parametrize("question", ["comes", "hours"])
def test_a_group_does_not_follow_from_groups_of_another_segmentation(question: str, tmp_path: Path) -> None:
    """All without those of 60 or more, or those under 60, and without those of 30 to 59 are the twelve young ones."""
    assert hidden(tables(tmp_path, AGES), question) == {"age3.young": 30, "age3.middle": None}


def test_of_groups_that_are_the_same_both_are_hidden(tmp_path: Path) -> None:
    found = hidden(tables(tmp_path, {"25": 40, "45": 60, "70": 12}), "comes")

    assert found == {"age3.old": 30, "age3.young": None, "age2.older": 30, "age2.younger": None}


@pytest.mark.parametrize("question", ["comes", "hours"])
def test_somebody_in_no_group_does_not_protect_a_group(question: str, tmp_path: Path) -> None:
    """All but those of 30 to 59 and the old ones are the twelve young ones, and one whose age is not known."""
    found = hidden(tables(tmp_path, {**AGES, "": 1}), question)

    assert found == {"age3.young": 30, "age3.middle": None}


@pytest.mark.parametrize("few", [1, 30])
def test_who_is_in_no_group_hides_nothing_alone(few: int, tmp_path: Path) -> None:
    assert hidden(tables(tmp_path, {"25": 40, "45": 40, "70": 40}, of_other_sex=few), "comes") == {}


def test_what_is_hidden_beside_others_is_the_same_in_every_question(tmp_path: Path) -> None:
    """Of those who come the old ones are fewer than those of 30 to 59: by that question they would be hidden."""
    found = tables(tmp_path, {"25": 12, "45": 92, "70": 96}, silent="70")

    of_why = found.table("why")
    bases = {each.id.column: each.bases.unweighted or 0 for each in of_why.segments[0].columns}
    assert 30 < bases["old"] < bases["middle"]
    assert hidden(found, "hours") == hidden(found, "comes") == {"age3.young": 30, "age3.middle": None}
    assert hidden(found, "why") == {"age3.young": 30, "age3.middle": None}


def test_a_group_hidden_in_a_question_is_hidden_in_what_its_answers_lead_to(tmp_path: Path) -> None:
    """Eighteen of 36 young ones said whether they come; how many of the others were asked why would tell of these."""
    found = tables(tmp_path, {"25": 36, "45": 60, "70": 90}, silent="25")

    assert hidden(found, "hours") == {}
    assert hidden(found, "comes") == {"age3.young": 30, "age3.middle": None}
    assert {"age3.young", "age3.middle"} <= hidden(found, "why").keys()


def test_without_a_limit_nothing_is_hidden(tmp_path: Path) -> None:
    text = SURVEY.replace("data:", "low_base: {hide: 0}\ndata:", 1)
    rows = [{"age": age, "sex": "d", "comes": "y", "why": "b", "hours": "1"} for age in ("25", "45", "70")]

    table = counting.counted(tmp_path, rows, text)[1].table("comes")

    assert [column.hidden for banner in table.banners for column in banner.columns] == [None] * 8
