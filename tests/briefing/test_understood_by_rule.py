"""What a story without an author says can be understood by itself: its cover, headlines of topics that break off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.default_story import default_story
from report.briefing.model import Briefing
from report.survey.model import Translated
from tests.briefing.telling import briefing
from tests.builders import MULTIPLE, SCALE, AskedQuestion, question, source, survey, tabulated, wave

YES_NO = question(
    "cancel",
    {"yes": 24, "no": 76},
    label={"de": "Kündigen Sie?", "en": "Do you cancel?"},
    labels={"yes": {"de": "ja", "en": "Yes"}, "no": {"de": "nein", "en": "No"}},
)
WISHES = question("wishes", {"choice": 54, "hours": 37}, type=MULTIPLE)
RATED = tuple(
    replace(
        question(
            name,
            {"always": share, "never": 100 - share},
            type=SCALE,
            topic={"de": "Bitte bewerten", "en": "Please rate:"},
            label={"de": f"Bitte bewerten: [{german}]", "en": f"Please rate: [{english}]"},
        ),
        scale="rating",
        short=Translated({"de": source(german), "en": source(english)}),
    )
    for name, share, german, english in (("staff", 88, "Das Personal", "The staff"), ("fees", 31, "Preise", "The fees"))
)


def told(*questions: AskedQuestion, language: str = "en") -> Briefing:
    of = survey(*questions)
    return briefing(default_story(of, tabulated(of), "club", ("de", "en")), language)[0]


@pytest.mark.parametrize("senseless", [(YES_NO,), RATED])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_cover_shows_no_yes_or_step_where_another_figure_is_at_hand(
    senseless: tuple[AskedQuestion, ...], language: str
) -> None:
    assert told(*senseless, WISHES, language=language).cover.figure.cell.id.question == "wishes"


@pytest.mark.parametrize(("language", "statement"), [("de", "Das Personal"), ("en", "The staff")])
def test_a_cover_of_a_step_alone_names_what_was_rated(language: str, statement: str) -> None:
    caption = told(*RATED, language=language).cover.caption.text

    assert statement in caption
    assert "[" not in caption


def test_a_cover_of_a_step_names_what_breaks_off_rather_than_nothing() -> None:
    long = "in the last twelve months of all that you may remember of it, have you ever thought of it?"
    rated = [
        replace(each, label=Translated({code: source(f"{each.id}, {long}") for code in ("de", "en")}), short=short)
        for each in RATED
        for short in [Translated({code: source(f"When the {each.id}, {long[:18]}…") for code in ("de", "en")})]
    ]
    assert "When the staff" in told(*rated).cover.caption.text


@pytest.mark.parametrize(("language", "said"), [("de", "An der Spitze: Das Personal"), ("en", "First: The staff")])
def test_a_statement_whose_label_begins_with_its_topic_is_called_by_its_short_form(language: str, said: str) -> None:
    assert told(*RATED, language=language).findings[0].headline.text.startswith(f"{said} (88")


def test_a_topic_that_breaks_off_stands_in_no_headline_that_has_room_for_the_question() -> None:
    broken = question(
        "wishes",
        {"choice": 54, "hours": 37},
        type=MULTIPLE,
        topic={"de": "Was sollten wir in den kommenden…", "en": "What should we change in the…"},
        label={"de": "Was sollten wir in den kommenden Jahren tun?", "en": "What should we change in the next years?"},
    )
    headline = told(broken).findings[0].headline.text

    assert headline.startswith("What should we change in the next years: most often Choice")


@pytest.mark.parametrize(
    ("topic", "answer", "headline"),
    [
        # a letter of a topic within an answer does not name the topic
        ("S", "Strongly agree", "S, Strongly agree: up from 20% (2014) to 41% (2016)"),
        # where names leave little room two waves are told in fewer words, before it is left unsaid which answer it is
        (
            "A contributor's license agreement",
            "Somewhat important to have at hand too",
            "A contributor's license agreement, Somewhat important to have at hand too: 20% (2014), 41% (2016)",
        ),
    ],
)
def test_a_change_is_told_of_what_has_changed(topic: str, answer: str, headline: str) -> None:
    asked = question(
        "asked",
        {"full": 41},
        type=SCALE,
        topic={"de": topic, "en": topic},
        labels={"full": {"de": answer, "en": answer}},
        earlier={"w2014": {"full": 20}},
    )
    of = survey(asked, waves=[wave("w2014"), wave("w2016")])
    found = briefing(default_story(of, tabulated(of), "club", ("en",)), "en")[0]

    assert found.findings[0].headline.text == headline
