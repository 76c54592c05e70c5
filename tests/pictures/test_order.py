"""Answers with an order of their own stand in a picture without a gap: they stand closer before one is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Product, Source

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
    rows = (
        f"      {id}: {{percent: {percent}, label: {label}}}\n"
        for (id, percent), label in zip(STEPS.items(), LABELS, strict=True)
    )
    (folder / "survey.yaml").write_text(SURVEY.replace("ORDER", order) + "".join(rows), "utf-8")
    names = ", ".join(name.value for name in PictureName)
    (folder / "briefing.yaml").write_text(f"pictures: [{names}]\n{BRIEFING}", "utf-8")
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
