"""Answers with an order of their own stand in a picture without a gap: they stand closer before one is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from report import pipeline
from report.drawing.model import MarkRole, TextMark
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Product, Source
from tests.charts.collisions import faults

STEPS = {"daily": 40, "weekly": 12, "biweekly": 9, "monthly": 11, "yearly": 14, "rarely": 8, "never": 35}
LABELS = ("täglich", "mehrmals in der Woche", "einmal in der Woche", "monatlich", "jährlich", "seltener", "nie")
SURVEY = """\
format: 1
language: de
title: Musik
publisher: Institut
published: 2024-06
population: Erwachsene im Land
unit: Erwachsene
wave: w2024
waves: {w2024: {date: 2024-06, n: 1206}}
questions:
  often:
    type: multiple
    type_source: published
    order: ORDER
    topic: Musik
    label: Wie oft hören Sie Musik?
    answers:
"""
ANSWERS_BY_GROUPS = {"f": 3, "f-portrait": 6, "f-square": 4, "f-story": 7, "f-print": 3}
"""By picture, of the seven steps by two groups."""
BRIEFING = """\
format: 1
survey: survey.yaml
languages: [de]
title: {text: Musik}
cover: {figure: often.daily, caption: hören täglich Musik}
messages: [{finding: f, figure: often.daily, text: hören täglich Musik}]
findings:
  - id: f
    question: often
    headline: "{{ often.daily }} hören täglich Musik, {{ often.never }} nie"
    exhibit: {kind: bars, emphasize: [daily], contrast: [never]}
    text: Absatz.
"""


def pictures(folder: Path, order: str) -> tuple[Picture, ...]:
    """Those of every format."""
    return made(folder, SURVEY.replace("ORDER", order) + answers(), BRIEFING)


def answers() -> str:
    """The answers as a survey tells them."""
    return "".join(
        f"      {id}: {{percent: {percent}, label: {label}}}\n"
        for (id, percent), label in zip(STEPS.items(), LABELS, strict=True)
    )


def made(folder: Path, survey: str, briefing: str) -> tuple[Picture, ...]:
    """The pictures of every format of a survey and its briefing."""
    (folder / "survey.yaml").write_text(survey, "utf-8")
    names = ", ".join(name.value for name in PictureName)
    (folder / "briefing.yaml").write_text(f"pictures: [{names}]\n{briefing}", "utf-8")
    told = pipeline.tell(
        pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "music")), ["de"], allow_failed_claims=False
    )
    return pipeline.lay_out(told, products=(Product.CHARTS,))[0][0].pictures


def test_no_step_of_an_order_is_left_out_between_two_that_are_shown(tmp_path: Path) -> None:
    for picture in pictures(tmp_path, "given"):
        assert [cell.answer for cell in picture.drawing.shown] == list(STEPS), picture.key


@pytest.mark.parametrize("name", ["f", "f-print"])
def test_of_answers_by_size_the_largest_stay(tmp_path: Path, name: str) -> None:
    (picture,) = (each for each in pictures(tmp_path, "size") if each.key == name)

    assert [cell.answer for cell in picture.drawing.shown] == ["daily", "never", "yearly", "weekly"]


def scale(folder: Path, steps: int, label: str, last: str) -> tuple[Picture, ...]:
    """A scale of so many steps with "don't know", of which the first step and the last one named stand out."""
    names = [f"s{number}" for number in range(steps)]
    survey = (
        SURVEY.replace("ORDER", "given")
        .replace("type: multiple", "type: single")
        .replace("    answers:\n", "    rest: unpublished\n    answers:\n")
    )
    rows = [f"      {name}: {{percent: 5, label: {label} {number}}}\n" for number, name in enumerate(names)]
    rows.append("      unsure: {percent: 2, label: weiß nicht, role: dont_know}\n")
    briefing = BRIEFING.replace("daily", "s0").replace("never", last)
    return made(folder, survey + "".join(rows), briefing)


def test_long_labels_of_an_order_stand_beside_shorter_bars_before_a_step_is_left_out(tmp_path: Path) -> None:
    for picture in scale(tmp_path, 9, "mehrmals in der Woche und nicht jeden Tag", "s8"):
        assert [cell.answer for cell in picture.drawing.shown][:9] == [f"s{number}" for number in range(9)]


def test_what_is_no_step_gives_way_first_and_is_counted(tmp_path: Path) -> None:
    (picture,) = (each for each in scale(tmp_path, 10, "Stufe", "s9") if each.key == "f")

    assert [cell.answer for cell in picture.drawing.shown] == [f"s{number}" for number in range(10)]
    assert "1\u00a0weitere" in " ".join(
        mark.text for mark in picture.drawing.marks if isinstance(mark, TextMark) and mark.role is MarkRole.SOURCE
    )


def test_steps_beyond_the_marked_ones_give_way_one_by_one_before_one_between_them(tmp_path: Path) -> None:
    (picture,) = (each for each in scale(tmp_path, 14, "Stufe", "s8") if each.key == "f")

    assert [cell.answer for cell in picture.drawing.shown] == [f"s{number}" for number in range(10)]


def test_bars_of_groups_keep_their_thickness_and_steps_without_room_are_counted(tmp_path: Path) -> None:
    groups = "".join(
        f"        {id}: {{{', '.join(f'{name}: {percent + more}' for name, percent in STEPS.items())}}}\n"
        for id, more in (("young", 20), ("old", 0))
    )
    ages = "segments: {age: {label: Alter, columns: {young: {label: jung}, old: {label: alt}}}}\n"
    survey = SURVEY.replace("ORDER", "given").replace("questions:", f"{ages}questions:")
    briefing = BRIEFING.replace(
        "{{ often.daily }} hören täglich Musik, {{ often.never }} nie",
        "{{ often.daily.age.young }} der Jungen hören täglich Musik",
    ).replace("{kind: bars, emphasize: [daily], contrast: [never]}", "{kind: grouped, by: age}")
    briefing = briefing.replace("figure: often.daily, text", "figure: often.daily.age.young, text")

    made_of = made(tmp_path, f"{survey}{answers()}    segments:\n      age:\n{groups}", briefing)

    shown = {picture.key: {cell.answer for cell in picture.drawing.shown} for picture in made_of}
    assert {key: len(rows) for key, rows in shown.items()} == ANSWERS_BY_GROUPS
    for picture in made_of:
        assert faults(replace(picture.drawing, marks=picture.drawing.marks[1:])) == [], picture.key
