"""The story of a survey without a briefing, down to surveys that have little to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.default_story import default_story
from report.briefing.model import Briefing
from report.briefing.model.prose import Literal, Words
from report.briefing.story import Story
from report.diagnostics import Location, SourceError
from report.survey.model import AnswerRole, QuestionType, Survey, Unit
from tests.briefing.telling import briefing
from tests.builders import MULTIPLE, SCALE, published, question, survey, tabulated, text, wave

TEAMS = question("teams", {"own": 49, "cross": 33, "everyone": 17})
GOALS = question("goals", {"service": 21, "awareness": 77, "experts": 72}, type=MULTIPLE)


def story_of(of: Survey, languages: Sequence[str] | None = None) -> Story:
    return default_story(of, tabulated(of), "media", languages)


def told(of: Survey, language: str = "de") -> Briefing:
    found, faults = briefing(story_of(of, ("de", "en")), language)
    assert not faults
    return found


def test_there_is_one_finding_a_question_in_file_order() -> None:
    found = told(survey(GOALS, TEAMS))

    assert [(each.id, each.exhibit.question, each.topic.text) for each in found.findings] == [
        ("goals", "goals", "Goals"), ("teams", "teams", "Teams"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "headlines"),
    [
        ("de", ["Own: 49\u00a0%", "Am häufigsten genannt: Awareness (77\u00a0%)"]),
        ("en", ["Own: 49%", "Named most often: Awareness (77%)"]),
    ],
)
def test_the_headline_is_the_leading_answer(language: str, headlines: list[str]) -> None:
    found = told(survey(TEAMS, GOALS), language)

    assert [each.headline.text for each in found.findings] == headlines


def test_it_claims_that_the_answer_leads() -> None:
    claims = [each.headline.holds for each in story_of(survey(TEAMS, GOALS)).findings]

    assert [claim.text for claim in claims if claim] == ["leads(teams.own)", "leads(goals.awareness)"]


def test_the_kinds_follow_from_type_and_number_of_answers() -> None:
    many = question("many", {"a": 50, "b": 20, "c": 10, "d": 10, "e": 10})
    earlier = question("earlier", {"a": 50, "b": 20}, type=MULTIPLE, earlier={"w2014": {"a": 40}})

    found = told(survey(TEAMS, GOALS, many, earlier, waves=[wave("w2014"), wave("w2016")]))

    assert [each.exhibit.kind for each in found.findings] == ["parts", "bars", "bars", "bars"]


def test_the_cover_and_at_most_four_messages_show_leading_answers() -> None:
    questions = [question(f"q{number}", {"a": 40, "b": 60}, topic=f"T{number}") for number in range(40)]

    found = told(survey(*questions))

    assert len(found.findings) == 40
    assert [(each.finding, str(each.figure.cell.id)) for each in found.messages] == [
        (f"q{number}", f"q{number}/b@w2016") for number in range(4)
    ]
    assert found.cover.caption.text == "60\u00a0von\u00a0100 Unternehmen: B"
    assert found.messages[0].text.text == "der Unternehmen: B"
    assert (found.title.text, found.cover.subtitle.text) == ("Soziale Medien", "Marketingverantwortliche")


def test_the_text_lists_the_largest_answers() -> None:
    found = told(survey(GOALS))

    assert [paragraph.text for paragraph in found.findings[0].text] == [
        "Awareness (77\u00a0%), Experts (72\u00a0%) und Service (21\u00a0%)"
    ]


@pytest.mark.parametrize(
    ("of_type", "headline"),
    [
        (MULTIPLE, "Am häufigsten genannt: A (40\u00a0%) und B (40\u00a0%)"),
        (QuestionType.SINGLE, "A (40\u00a0%) und B (40\u00a0%)"),
    ],
)
def test_answers_that_tie_are_named_together_and_none_leads(of_type: QuestionType, headline: str) -> None:
    tied = survey(question("q", {"a": 40, "b": 40, "c": 20}, type=of_type))

    claim = story_of(tied).findings[0].headline.holds

    assert told(tied).findings[0].headline.text == headline
    assert claim
    assert claim.text == "rank(q.a) == 1 and rank(q.b) == 1"
    assert told(tied).findings[0].exhibit.emphasize == ()


def test_where_many_tie_the_question_is_the_headline() -> None:
    tied = survey(question("q", {"a": 25, "b": 25, "c": 25, "d": 25}, label="Wer macht es?"))

    assert told(tied).findings[0].headline.text == "Wer macht es?"


def test_where_an_unpublished_answer_may_be_higher_none_leads() -> None:
    gappy = survey(question("q", {"a": 30, "b": None}, type=MULTIPLE, label="Wer macht es?"))

    assert told(gappy).findings[0].headline.text == "Wer macht es?"


def test_an_answer_that_is_not_regular_never_leads() -> None:
    other = question("q", {"other": 60, "a": 30, "b": 10}, roles={"other": AnswerRole.OTHER})

    found = told(survey(other))

    assert found.findings[0].headline.text == "A: 30\u00a0%"
    assert str(found.cover.figure.cell.id) == "q/a@w2016"


def test_a_question_without_figures_is_told_without_numbers() -> None:
    silent = question("silent", {"a": None, "b": None}, label="Wer macht es?")

    found = told(survey(silent, TEAMS))

    assert found.findings[0].headline.text == "Wer macht es?"
    assert found.findings[0].text == ()
    assert [each.finding for each in found.messages] == ["teams"]
    assert str(found.cover.figure.cell.id) == "teams/own@w2016"


def test_a_survey_whose_current_wave_is_silent_shows_an_earlier_figure() -> None:
    earlier = {"w2013": {"a": 20}, "w2014": {"a": 30}}
    silent = question("silent", {"a": None, "b": None}, earlier=earlier)

    found = told(survey(silent, waves=[wave("w2013"), wave("w2014"), wave("w2016")]))

    assert str(found.cover.figure.cell.id) == "silent/a@w2014"
    assert found.messages == ()


def test_a_survey_without_any_figure_has_nothing_to_tell() -> None:
    with pytest.raises(SourceError) as raised:
        story_of(survey(question("q", {"a": None})))

    (fault,) = raised.value.diagnostics
    assert (fault.id, fault.message) == ("no-figures", "the survey publishes no figure, so there is nothing to tell")


def test_texts_of_the_survey_are_not_held_to_the_rules_for_authors() -> None:
    asked = question("q", {"a": None, "b": 3}, type=MULTIPLE, label="Wer hat mehr als 50 % {{ **gesagt**?")

    assert told(survey(asked)).findings[0].headline.text == "Wer hat mehr als 50 % (( *gesagt*?"


def test_without_languages_it_is_told_in_those_of_the_title() -> None:
    assert story_of(survey(TEAMS)).languages == ("de", "en")


def test_it_is_final_and_named_after_its_folder() -> None:
    story = story_of(survey(TEAMS))

    assert (story.is_final, story.name) == (True, "media")


ANSWERS = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.integers(0, 100), min_size=1, max_size=8)


@given(st.lists(st.tuples(ANSWERS, st.sampled_from([MULTIPLE, SCALE])), min_size=1, max_size=6))
def test_every_survey_with_a_figure_is_told(questions: list[tuple[dict[str, int | str | None], QuestionType]]) -> None:
    of_survey = survey(*(question(f"q{n}", answers, type=kind) for n, (answers, kind) in enumerate(questions)))
    if published(of_survey).figures:
        assert len(told(of_survey).findings) == len(questions)


def test_the_words_of_the_survey_keep_their_places_in_a_text_put_together() -> None:
    placed = replace(survey(TEAMS), unit=Unit(text("Firmen {mit} ***Teams***", line=7, column=9)))

    (_, before, *unit, after, _, _) = told(placed).cover.caption.runs

    assert (before, after) == (Literal(" ", is_strong=True), Literal(":", is_strong=True))
    written = [run for run in unit if isinstance(run, Words)]
    assert "".join(run.text for run in written) == "Firmen (mit) *Teams*"
    assert written[0].source.at(0) == Location("briefing.yaml", 7, 9)
