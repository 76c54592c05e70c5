"""Surveys whose texts are as long as the format allows and have no short forms are told without a briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeGuard

import yaml

import report
from report import pipeline
from report.document.model import FindingSection
from report.drawing.model import MarkRole, Rect, TextMark
from report.pipeline import Layouts
from report.sources import choose
from report.summary.model import PlacedDrawing

HEAD: dict[str, Any] = {
    "format": 1,
    "language": "en",
    "title": "Work",
    "publisher": "Example Research",
    "published": "2025-09",
    "population": "employees",
    "unit": "employees",
}
LONG = "Records of who wrote something should be kept so that whoever uses it can see where it comes from"


def laid_out(folder: Path, **keys: Any) -> Layouts:
    (folder / "survey.yaml").write_text(yaml.safe_dump({**HEAD, **keys}, sort_keys=False), "utf-8")
    assert report.check(folder).warnings == ()
    material = pipeline.read(choose([folder]).sources[0])
    return pipeline.lay_out(pipeline.tell(material, ["en"], allow_failed_claims=False))[0][0]


def findings(layouts: Layouts) -> list[FindingSection]:
    return [part for part in layouts.summary.document.parts if isinstance(part, FindingSection)]


def test_of_more_answers_than_a_chart_shows_the_largest_stand(tmp_path: Path) -> None:
    answers = {f"a{number}": {"percent": 60 - number, "label": f"Language {number}"} for number in range(42)}
    asked = {"type": "multiple", "topic": "Languages", "label": "Which do you use?", "answers": answers}

    layouts = laid_out(tmp_path, questions={"q": asked})

    (found,) = findings(layouts)
    shown = [row.id for row in found.exhibit.chart.rows]
    assert shown == [f"a{number}" for number in range(30)]
    assert sum(len(table.rows) for table in layouts.summary.document.appendix.tables) >= 42


def test_two_waves_whose_names_leave_dots_no_room_are_shown_otherwise(tmp_path: Path) -> None:
    answers = {
        "names": {"percent": 51, "label": f"Names: {LONG}"},
        "none": {"percent": 40, "label": f"No names: {LONG}"},
        "other": {"percent": 9, "label": "Neither"},
    }
    asked = {
        "type": "single",
        "topic": "Names",
        "label": "What should be kept?",
        "answers": answers,
        "earlier": {"w2017": {"names": 40, "none": 49, "other": 11}},
    }
    waves = {"w2017": {"date": 2017}, "w2025": {"date": 2025}}

    layouts = laid_out(tmp_path, wave="w2025", waves=waves, questions={"q": asked})

    assert "dumbbell" not in [found.exhibit.chart.kind for found in findings(layouts)]


SCALES = {"freq": {name: {"label": name.capitalize()} for name in ("often", "rarely", "never")}}
STATEMENTS = {
    f"q{number}": {
        "scale": "freq",
        "topic": "Records",
        "label": f"{LONG}, number {number}",
        "percent": {"often": 30 + number, "rarely": 40, "never": 30 - number},
    }
    for number in range(6)
}


def test_statements_that_share_a_topic_and_have_long_words_are_told_one_by_one(tmp_path: Path) -> None:
    layouts = laid_out(tmp_path, scales=SCALES, questions=STATEMENTS)

    assert len(findings(layouts)) == len(STATEMENTS)


BRIEFING = """
format: 1
survey: survey.yaml
languages: [en]
title: {text: Work}
cover: {figure: q5.often, caption: "{{ q5.often | of_100 }} employees often do so"}
findings:
  - {id: all, headline: How often they do so, exhibit: {kind: stacked, questions: [q0, q1, q2, q3, q4, q5]}, text: Six.}
"""


def test_on_a_page_they_stand_above_their_bars_where_an_author_shows_them_together(tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").write_text(BRIEFING, "utf-8")

    layouts = laid_out(tmp_path, scales=SCALES, questions=STATEMENTS)

    (drawing,) = (item.drawing for page in layouts.summary.pages for item in page.body if has_bars(item))
    labels = [mark for mark in drawing.marks if isinstance(mark, TextMark) and mark.role is MarkRole.LABEL]
    bars = [mark for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAR]
    of_first = [mark for mark in labels if mark.text.startswith("Records of who")]
    assert len(of_first) == len(STATEMENTS)
    assert {round(mark.x) for mark in of_first} == {round(min(bar.box.left for bar in bars))}


def has_bars(item: object) -> TypeGuard[PlacedDrawing]:
    return isinstance(item, PlacedDrawing) and item.chart.kind == "stacked"
