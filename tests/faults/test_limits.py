"""Every text that an output shows, made too long: refused at its place, by name and by how much; never cut off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.diagnostics import Severity
from tests.faults.texts import Text, texts_of_example, told_of, with_text

LONG = " and all of the other things" * 30
TOO_LONG = re.compile(
    r"the (?P<what>.+) is (?P<characters>one|\d+) characters? or (?P<lines>one|\d+) lines? too long for "
    r"(?P<where>its slide|its place in the summary)"
)
GROWS = ("findings.0.text", "findings.1.text", "findings.2.text", "method")
"""Texts that take more pages of the summary and stand nowhere else, and one that takes a slide of its own."""
MOVED = (
    "source",
    "note",
    "waves.w2024.source",
    "questions.teams.label",
    "questions.teams.base",
    "questions.teams.note",
    "questions.teams.breaks.0.reason",
    "questions.teams.answers.cross.label",
    "questions.teams.answers.agency.label",
    "questions.teams.answers.everyone.label",
    "questions.teams.answers.everyone.earlier_label.w2024",
    "questions.goals.label",
    "questions.matter.label",
)
"""Texts that take more lines in smaller type, or stand in the speaker notes where a footer has no room for them."""
UNUSED = ("title", "unit", "questions.teams.answers.cross.short")
"""Texts in whose place another one stands: the cover's subtitle, titles without a unit, the label where it fits."""

EXPECTED: dict[str, tuple[str, ...]] = {
    "short_title": ("the short title is N characters too long for the foot of the summary's pages",),
    "publisher": (
        "slide: publisher",
        'slide: fact "Publisher"',
        "page: publisher",
    ),
    "institute": ('slide: fact "Publisher"',),
    "sponsor": ('slide: fact "Commissioned by"',),
    "population": (
        "slide: source note",
        'slide: fact "Respondents"',
        "page: source note",
    ),
    "mode": ('slide: fact "Survey mode"',),
    "weighting": ('slide: fact "Weighting"',),
    "link": ('"https://example.org/social-media and al…" is no address of a web page',),
    "questions.teams.topic": (
        "slide: topic",
        "slide: topic in the appendix",
        "page: topic",
    ),
    "segments.size.label": ("slide: head of a column",),
    "segments.size.columns.small.label": ("slide: head of a column",),
    "segments.size.columns.large.label": ("slide: head of a column",),
    "questions.teams.answers.own.label": ('the label of answer "own" has no place beside or above its bar',),
    "questions.goals.topic": (
        "slide: topic",
        "slide: topic in the appendix",
        "page: topic",
    ),
    "questions.goals.answers.awareness.label": (
        'the label of answer "awareness" has no place beside or above its bar',
        "slide: label of an answer",
    ),
    "questions.goals.answers.applicants.label": (
        'the label of answer "applicants" has no place beside or above its bar',
        "slide: label of an answer",
    ),
    "questions.goals.answers.service.label": ("slide: label of an answer",),
    "questions.goals.answers.sales.label": ("slide: label of an answer",),
    "questions.goals.answers.nothing.label": ("slide: label of an answer",),
    "questions.matter.topic": (
        "slide: topic of the question",
        "slide: topic in the appendix",
    ),
    "questions.matter.answers.agree.label": (
        'the label of answer "agree" has no place above its part of the bar',
        "slide: label of an answer",
    ),
    "questions.matter.answers.neither.label": (
        'the label of answer "neither" has no place above its part of the bar',
        "slide: label of an answer",
    ),
    "questions.matter.answers.disagree.label": (
        'the label of answer "disagree" has no place above its part of the bar',
        "slide: label of an answer",
    ),
    "questions.matter.answers.unsure.label": (
        'the label of answer "unsure" has no place above its part of the bar',
        "slide: label of an answer",
    ),
    "questions.matter.nets.opinion.label": ("slide: label of an answer",),
    "version": (
        "slide: edition",
        "page: edition",
    ),
    "audience": (
        "slide: audience",
        "page: audience",
    ),
    "title.text": (
        "slide: title",
        "page: title",
    ),
    "cover.caption": (
        "slide: caption of the cover",
        "page: caption of the cover",
    ),
    "cover.subtitle": (
        "slide: subtitle",
        "page: subtitle",
    ),
    "glance.text": ("slide: headline",),
    "messages.0.text": (
        "slide: message",
        "page: message",
    ),
    "messages.1.text": (
        "slide: message",
        "page: message",
    ),
    "findings.0.headline": (
        "slide: headline",
        "page: headline",
    ),
    "findings.0.annotations.0.lead": ("slide: lead-in of the annotation",),
    "findings.0.annotations.0.text": ("slide: annotation",),
    "findings.1.topic": ("slide: topic",),
    "findings.1.headline": (
        "slide: headline",
        "page: headline",
    ),
    "findings.1.exhibit.title": ("slide: exhibit title",),
    "findings.2.headline": (
        "slide: headline",
        "page: headline",
    ),
    "statements.0.speaker": ("slide: speaker's name",),
    "statements.0.role": ("slide: speaker's role",),
    "statements.0.text": ("slide: statement",),
    "recommendations.headline": (
        "slide: headline",
        "page: headline",
    ),
    "recommendations.items.0.text": (
        "slide: recommendation",
        "page: recommendation",
    ),
    "recommendations.items.0.detail": ("slide: detail of the recommendation",),
    "recommendations.items.0.evidence": ("slide: evidence",),
}
"""By text: what is told of it at its line. slide, page: the name of the text in the one consistent message."""


def told(text: Text, folder: Path) -> tuple[list[str], list[str]]:
    """What is told at the line of a text that was made too long, and what elsewhere."""
    place = with_text(folder, text, LONG)
    here: list[str] = []
    elsewhere: list[str] = []
    for fault in told_of(folder):
        assert fault.location, fault.as_text()
        is_here = (fault.location.file, fault.location.line) == (place.file, place.line)
        if fault.severity is Severity.ERROR:
            (here if is_here else elsewhere).append(_summed_up(fault.message))
    return list(dict.fromkeys(here)), elsewhere


def _summed_up(message: str) -> str:
    found = TOO_LONG.fullmatch(message)
    if not found:
        return re.sub(r"\d+", "N", message)
    assert found["characters"] == "one" or int(found["characters"]) > 1
    assert found["lines"] == "one" or int(found["lines"]) > 1
    what = re.sub(r" of slide \d+", "", found["what"])
    return f"{'slide' if found['where'] == 'its slide' else 'page'}: {what}"


@pytest.mark.parametrize("text", texts_of_example(), ids=lambda text: text.path)
def test_a_text_that_is_too_long_is_told_at_its_place(text: Text, tmp_path: Path) -> None:
    here, _ = told(text, tmp_path)

    assert tuple(here) == EXPECTED.get(text.path, ())
    assert bool(here) == (text.path not in (*GROWS, *MOVED, *UNUSED))
