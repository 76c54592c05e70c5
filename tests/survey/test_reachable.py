"""Percentages that no number of people makes are told, where so few were asked and nobody was weighted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from report.survey.file import read_survey

SURVEY = """\
format: 1
language: en
title: Teams
publisher: Institute
published: 2026-05
population: companies
unit: companies
{frame}questions:
  teams:
    type: multiple
    topic: Teams
    label: Which teams?
{question}    answers:
      own: {{percent: {percent}, label: Own teams}}
"""


def told(folder: Path, percent: str, *, frame: str = "n: 25\n", question: str = "") -> Sequence[str]:
    path = folder / "survey.yaml"
    path.write_text(SURVEY.format(frame=frame, question=question, percent=percent), "utf-8")
    numbers, faults = read_survey(path, "survey.yaml")
    assert numbers, faults
    return [fault.as_text() for fault in faults]


def test_what_no_count_gives_is_told_at_its_place(tmp_path: Path) -> None:
    assert told(tmp_path, "39.6") == [
        'survey.yaml:15:22: warning[unreachable]: 39.6 % of "own" is the share of no number of 25 people\n'
        "   15 |       own: {percent: 39.6, label: Own teams}\n"
        "      |                      ^^^^\n"
        "  9 would be 36.0 %, 10 would be 40.0 %\n"
        "  hint: correct the percentage or the `n`, or say with `weighting` or `base` what the percentage is of"
    ]


@pytest.mark.parametrize("percent", ["40", "40.0", "36", "0", "100", "<1"])
def test_what_one_gives_is_not(percent: str, tmp_path: Path) -> None:
    assert told(tmp_path, percent) == []


@pytest.mark.parametrize("frame", ["", "n: 25\nweighting: by size\n", "n: 1000\n"])
def test_of_many_of_unknown_and_of_weighted_people_nothing_is_known(frame: str, tmp_path: Path) -> None:
    assert told(tmp_path, "39.6", frame=frame) == []


def test_the_number_of_a_question_is_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, "39.6", frame="n: 1004\n", question="    n: 25\n")
    assert told(tmp_path, "39.6", question="    base: those with a team\n") == []
    assert told(tmp_path, "39.6", question="    base: those with a team\n    n: 25\n")


def test_printed_digits_count(tmp_path: Path) -> None:
    assert told(tmp_path, "33", frame="n: 3\n") == []
    assert told(tmp_path, "33", frame="n: 3\n", question="    decimals: 1\n")


def test_groups_and_earlier_waves_have_their_own_numbers(tmp_path: Path) -> None:
    text = SURVEY.format(
        frame="n: 1004\nwave: w26\nwaves: {w25: {date: 2025, n: 25}, w26: {date: 2026}}\n"
        "segments: {size: {label: Size, columns: {small: {label: small, n: 7}, large: {label: large}}}}\n",
        question="    earlier: {w25: {own: 41}}\n    segments: {size: {small: {own: 43}, large: {own: 41}}}\n",
        percent="50",
    )
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    _, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert [fault.message for fault in faults] == ['41 % of "own" is the share of no number of 25 people']
