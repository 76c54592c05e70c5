"""Answers whose labels are too short to be told by their letters are told by their capitals."""

from __future__ import annotations

import pytest

from tests.briefing.telling import faults
from tests.builders import MULTIPLE, finding, question, story, survey

MODES = survey(
    question(
        "modes",
        {"bus": 51, "train": 47, "tv": 30, "all": 12},
        type=MULTIPLE,
        labels={
            "bus": {"de": "Bus", "en": "Bus"},
            "train": {"de": "Bahn", "en": "Train"},
            "tv": {"de": "TV", "en": "TV"},
            "all": {"de": "Am", "en": "The"},
        },
    ),
    question(
        "rating",
        {"good": 45, "fair": 35, "bad": 20},
        labels={
            "good": {"de": "Gut", "en": "Fit"},
            "fair": {"de": "Mittel", "en": "Fair"},
            "bad": {"de": "Schlecht", "en": "Poor"},
        },
    ),
)


def told(language: str, headline: str, holds: str | None) -> list[str]:
    """What is found in a headline of one language."""
    name = "rating" if holds and "rating" in holds else "modes"
    found = faults(story(MODES, finding("f", name, headline, holds), cover="modes.bus", languages=[language]))
    return [str(fault.id) for fault in found]


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        ("en", "Train is more popular than Bus", "modes.bus > modes.train", "claim-turned"),
        ("en", "Bus is less popular than TV", "modes.bus > modes.tv", "claim-turned"),
        ("de", "Bahn häufiger als Bus", "modes.bus > modes.train", "claim-turned"),
        ("de", "TV liegt vor dem Bus", "modes.bus > modes.tv", "claim-turned"),
        ("en", "Many more take the Bus", "modes.train > modes.tv", "claim-of-others"),
        ("de", "{{ modes.train }} nehmen den Bus", None, "other-answer-named"),
    ],
)
def test_a_short_label_with_its_capitals_is_an_answer(
    language: str, headline: str, holds: str | None, found: str
) -> None:
    assert told(language, headline, holds) == [found]


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("en", "Bus is more popular than Train", "modes.bus > modes.train"),
        # other capitals, a small word, and a word that begins a sentence for its own sake
        ("en", "{{ modes.train }} go without a bus", None),
        ("en", "The train: {{ modes.train }}", None),
        ("de", "Am häufigsten genannt: Bus", "leads(modes.bus)"),
        ("de", "Gut {{ rating.bad }} urteilen streng", "rating.bad > 19"),
    ],
)
def test_what_only_looks_like_a_short_label_is_none(language: str, headline: str, holds: str | None) -> None:
    assert told(language, headline, holds) == []
