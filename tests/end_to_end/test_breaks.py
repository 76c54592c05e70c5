"""Waves on two sides of a break bear its sign wherever they stand side by side, and the note gives the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.document.model import FindingSection
from report.drawing.model import TextMark
from report.sources import choose

SURVEY = """
format: 1
language: en
title: Use of assistants
publisher: Example Research
published: 2025-09
population: companies
unit: companies
wave: w2025
waves: {w2021: {date: 2021}, w2025: {date: 2025}}
questions:
  use:
    type: single
    topic: Use
    label: Do you use an assistant?
    answers:
      yes_: {percent: 41, label: "Yes"}
      planned: {percent: 22, label: Planned}
      no_: {percent: 37, label: "No"}
    earlier: {w2021: {yes_: 11, planned: 18, no_: 71}}
    breaks: [{between: [w2021, w2025], reason: Since 2025 voice counts too.}]
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [en]
pictures: [landscape]
title: {text: Assistants}
cover: {figure: use.yes_, caption: "{{ use.yes_ | of_100 }} companies use one"}
findings:
  - id: found
    question: use
    across_break: true
    headline: "{{ use.yes_ }} use one"
    exhibit: EXHIBIT
    text: Words.
"""
REASON = "// Limited comparability: Since 2025 voice counts too."


def laid_out(folder: Path, exhibit: str) -> pipeline.Layouts:
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    (folder / "briefing.yaml").write_text(BRIEFING.replace("EXHIBIT", exhibit), "utf-8")
    material = pipeline.read(choose([folder]).sources[0])
    telling = pipeline.tell(material, ["en"], allow_failed_claims=False)
    return pipeline.lay_out(telling)[0][0]


def test_a_number_has_the_reason_in_its_note(tmp_path: Path) -> None:
    layouts = laid_out(tmp_path, "{kind: number, figure: use.yes_, reference: use.yes_.w2021}")

    (source,) = (each.source for each in layouts.summary.document.parts if isinstance(each, FindingSection))
    assert REASON in [part.text for part in source.topic]
    assert any("2021 //" in each for each in texts_in(layouts.pictures[0].drawing.marks))
    assert REASON in layouts.pictures[0].text


@pytest.mark.parametrize(
    "exhibit",
    [
        "{kind: bars, reference: w2021}",
        "{kind: grouped, waves: [w2021, w2025]}",
        "{kind: dumbbell, waves: [w2021, w2025]}",
        "{kind: table, reference: w2021}",
        "{kind: table, waves: [w2021, w2025]}",
    ],
)
def test_other_charts_and_their_pictures_give_the_reason_themselves(tmp_path: Path, exhibit: str) -> None:
    layouts = laid_out(tmp_path, exhibit)

    (source,) = (each.source for each in layouts.summary.document.parts if isinstance(each, FindingSection))
    assert REASON not in [part.text for part in source.topic]
    for drawing in (layouts.deck.drawings["found"], layouts.pictures[0].drawing):
        assert "voice counts" in " ".join(texts_in(drawing.marks))


def texts_in(marks: tuple[object, ...]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, TextMark)]
