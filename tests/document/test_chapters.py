"""The figure that leads a chapter: whose it may be, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.story import ChapterStory
from report.document.model.frame import ChapterSection
from tests.builders import finding, message, question, source, story, survey, text
from tests.document.telling import told

TRUST = question(
    "trust",
    {"fully": "24.5", "rather": "38.5", "hardly": "37"},
    nets={"high": (["fully", "rather"], None)},
)
SURVEY = survey(TRUST)


def chapter(*figures: str, emphasize: tuple[str, ...] = ()) -> ChapterSection:
    """The beginning of the only chapter, whose messages are these figures."""
    leading = finding("f", "trust", emphasize=emphasize)
    plain = story(SURVEY, leading, messages=[message("f", figure) for figure in figures])
    of_one = replace(plain, chapters=(ChapterStory(text("Vertrauen"), (source("f"),)),))
    return next(section for section in told(of_one).children if isinstance(section, ChapterSection))


def test_a_computed_net_leads_a_chapter_and_the_speaker_is_told_that_it_is_computed() -> None:
    led = chapter("trust.high")

    assert led.figure is not None
    assert led.figure.of_whom.text.text.replace("\u00a0", " ") == "63,0 von 100 Unternehmen"
    assert led.figure.answer.text.text == "Trust: High (Netto)"
    alternative = led.figure.field.alternative
    assert alternative and "(berechnet)" in alternative.text
    assert any("Netto berechnet als Summe der Antworten" in each.text for each in led.notes.text)


def test_a_figure_of_an_answer_is_not_said_to_be_computed() -> None:
    led = chapter("trust.fully")

    assert led.figure is not None
    assert led.figure.of_whom.text.text.replace("\u00a0", " ") == "24,5 von 100 Unternehmen"
    assert not any("berechnet" in each.text for each in led.notes.text)


@pytest.mark.parametrize(("emphasize", "answer"), [(("fully", "rather"), "High (Netto)"), (("fully",), "Fully")])
def test_answers_that_are_marked_together_lead_as_their_net(emphasize: tuple[str, ...], answer: str) -> None:
    led = chapter(emphasize=emphasize)

    assert led.figure is not None
    assert led.figure.answer.text.text == f"Trust: {answer}"
