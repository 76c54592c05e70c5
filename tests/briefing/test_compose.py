"""From story to briefing: what each part becomes, and that every fault of a story is told at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.compose import compose
from report.briefing.model.prose import Words
from report.briefing.story import (
    ExhibitStory,
    RecommendationsStory,
    RecommendationStory,
    StatementStory,
)
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from report.survey.model import ColumnId, Survey
from tests.briefing.telling import briefing, emphasized, faults
from tests.builders import (
    MULTIPLE,
    annotation,
    claim,
    finding,
    message,
    plain,
    question,
    source,
    story,
    survey,
    tabulated,
    text,
    wave,
)

TEAMS = question("teams", {"own": 49, "cross": 33, "everyone": 17}, earlier={"w2014": {"own": 35}}, inferred=True)
GOALS = question("goals", {"awareness": 77, "service": 21}, type=MULTIPLE, inferred=True)
SURVEY = survey(TEAMS, GOALS, waves=[wave("w2014", source="Bitkom, September 2014"), wave("w2016")])


def test_a_story_can_be_told_of_other_tables_with_the_same_ids() -> None:
    women = tabulated(survey(question("teams", {"own": 61, "cross": 21, "everyone": 17}), GOALS))
    told = story(survey(TEAMS, GOALS), finding("f", "teams", "{{ teams.own }}", "leads(teams.own)"))

    found, _ = compose(told, women, load("de"), kinds=HOUSE_KINDS, allow_failed_claims=False)

    assert found and found.findings[0].headline.text == "61\u00a0%"


def statement(
    said: str = "Es brauche Strategie", *, is_literal: bool = False, after: str | None = "f"
) -> StatementStory:
    return StatementStory(
        id=source("strategy"),
        after=source(after) if after else None,
        is_literal=is_literal,
        speaker=source("Dr. Joachim Bühler"),
        role=text({"de": "Mitglied der Geschäftsleitung", "en": "member of the management"}),
        claim=claim(said),
        exhibit=ExhibitStory(questions=(source("goals"),)),
    )


def recommendations(figure: str = "teams.everyone", holds: str | None = None) -> RecommendationsStory:
    item = RecommendationStory(
        because=(source("f"),),
        text=text("Legen Sie mehr fest"),
        figure=source(figure, 80, 15),
        evidence=text("der Unternehmen"),
        detail=text("Wer gibt frei?"),
        holds=source(holds, 84, 16) if holds else None,
    )
    return RecommendationsStory(claim("Mehr Zuständigkeit klären"), (item,))


# ------------------------------------------------------------------------------------------------ parts


def test_the_cover_shows_a_figure_with_its_caption() -> None:
    told, _ = briefing(story(SURVEY, finding("f", "teams"), caption="{{ teams.own | of_100 }} Unternehmen"))

    assert (told.cover.figure.number.text, str(told.cover.figure.cell.id)) == ("49\u00a0%", "teams/own@w2016")
    assert told.cover.caption.text == "49\u00a0von\u00a0100 Unternehmen"
    assert told.cover.subtitle.text == "Soziale Medien"


def test_the_imprint_is_as_written() -> None:
    full = replace(story(SURVEY, finding("f", "teams")), version=source("1.0"), audience=text("Vorstände"))

    told, _ = briefing(full)

    assert told.version and told.audience
    assert (told.version.text, told.audience.text, told.is_draft, told.name) == ("1.0", "Vorstände", True, "media")


def test_in_another_language_words_and_numbers_change_and_the_cells_stay() -> None:
    told = story(SURVEY, finding("f", "teams", {"de": "Es sind {{ teams.own }}", "en": "It is {{ teams.own }}"}))

    german, english = (briefing(told, language)[0].findings[0].headline for language in ("de", "en"))

    assert (german.text, english.text) == ("Es sind 49\u00a0%", "It is 49%")
    assert german.cells == english.cells


def test_a_message_has_the_topic_of_its_figure() -> None:
    messages = [message("f", "teams.own"), message("f", "goals.awareness")]

    told, _ = briefing(story(SURVEY, finding("f", "teams"), messages=messages))

    assert [each.topic.text for each in told.messages] == ["Teams", "Goals"]


def test_a_topic_of_the_finding_goes_before_that_of_its_question() -> None:
    told, _ = briefing(
        story(
            SURVEY,
            finding("f", "teams", topic="Entwicklung"),
            messages=[message("f", "teams.own"), message("f", "goals.awareness")],
        )
    )

    assert told.findings[0].topic.text == "Entwicklung"
    assert [each.topic.text for each in told.messages] == ["Entwicklung", "Goals"]


def test_the_glance_has_a_headline_of_its_own_or_the_short_title() -> None:
    bare = story(SURVEY, finding("f", "teams"))
    headed = replace(bare, glance=claim("Eigene Teams vorn", "leads(teams.own)"))

    assert briefing(bare)[0].glance.headline.text == "Medien 2016"
    assert briefing(headed)[0].glance.headline.text == "Eigene Teams vorn"


def test_a_finding_knows_the_columns_it_shows_and_speaks_of() -> None:
    shown, spoken = finding("f", "teams"), finding("g", "teams", body="2014: {{ teams.own.w2014 }}", line=200)
    explained = finding("h", "teams", annotations=[annotation(["own"], "{{ teams.own.w2014 }}")], line=400)

    told, _ = briefing(story(SURVEY, shown, spoken, explained))

    now, both = [ColumnId("w2016")], [ColumnId("w2014"), ColumnId("w2016")]
    assert [[*each.columns] for each in told.findings] == [now, now, both]
    assert [[*each.columns_with_text] for each in told.findings] == [now, both, both]


def test_a_wave_that_a_claim_alone_names_is_none_that_a_finding_speaks_of() -> None:
    claimed = finding("f", "teams", "Eigene Teams haben zugelegt", "teams.own > teams.own.w2014")

    told, _ = briefing(story(SURVEY, claimed))

    (found,) = told.findings
    assert found.columns == found.columns_with_text == (ColumnId("w2016"),)


def test_an_annotation_keeps_what_it_explains() -> None:
    told, _ = briefing(
        story(SURVEY, finding("f", "teams", annotations=[annotation(["own"], "Eigene", "sind {{ teams.own }}")]))
    )

    (only,) = told.findings[0].annotations
    assert (only.at, only.lead.text, only.text.text) == (("own",), "Eigene", "sind 49\u00a0%")


def test_numbers_quoted_word_for_word_and_those_of_the_method_are_no_results() -> None:
    quoted = replace(
        story(SURVEY, finding("f", "teams")),
        statements=(statement("Wir wollen 100 % zurück", is_literal=True),),
        method=text("Genannt sind Intervalle zum Niveau von 95 %"),
    )

    told = briefing(quoted)[0]

    assert told.statements[0].text.text == "Wir wollen 100 % zurück"
    assert told.method[0].text == "Genannt sind Intervalle zum Niveau von 95 %"


def test_a_number_that_is_reported_is_a_result_like_others() -> None:
    reported = replace(story(SURVEY, finding("f", "teams")), statements=(statement("Es seien 49 %"),))

    assert [fault.id for fault in faults(reported)] == ["unbound-number"]


def test_a_reported_statement_says_so_and_a_literal_one_does_not() -> None:
    told = replace(
        story(SURVEY, finding("f", "teams")), statements=(statement(), statement(is_literal=True, after=None))
    )

    reported, literal = briefing(told)[0].statements

    assert (reported.role.text, literal.role.text) == ("Mitglied der Geschäftsleitung",) * 2
    assert (reported.after, literal.after) == ("f", None)
    assert reported.exhibit
    assert emphasized(reported.exhibit) == ("awareness",)


def test_a_statement_may_stand_without_figures() -> None:
    bare = replace(statement(), exhibit=None)

    (told,) = briefing(replace(story(SURVEY, finding("f", "teams")), statements=(bare,)))[0].statements

    assert told.exhibit is None


def test_recommendations_are_opinion_and_need_no_claim() -> None:
    told, _ = briefing(replace(story(SURVEY, finding("f", "teams")), recommendations=recommendations()))

    assert told.recommendations
    (item,) = told.recommendations.items
    assert (item.figure.number.text, item.because) == ("17\u00a0%", ("f",))
    assert item.detail
    assert item.detail.text == "Wer gibt frei?"


def test_a_recommendation_may_rest_on_a_claim_that_fails() -> None:
    told = replace(story(SURVEY, finding("f", "teams")), recommendations=recommendations(holds="teams.everyone > 20"))

    assert [fault.id for fault in faults(told)] == ["failed-claim"]
    let_pass, _ = briefing(told, allow_failed_claims=True)
    assert let_pass.recommendations
    assert not let_pass.recommendations.is_supported


def test_the_method_ends_with_the_note_of_the_survey() -> None:
    noted = replace(SURVEY, note=plain("Gerundet."))
    told, _ = briefing(replace(story(noted, finding("f", "teams")), method=text("Ohne n.\n\nKein Test.")))

    assert [paragraph.text for paragraph in told.method] == ["Ohne n.", "Kein Test.", "Gerundet."]
    assert told.method[2].runs == (Words("Gerundet."),)


# ------------------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("max(teams)", "a big figure is the number of one cell"),
        ("teams.own + teams.cross", "a big figure is the number of one cell"),
        ("teams.own | words", "a big figure is the number of one cell"),
        ("49", "a big figure is the number of one cell"),
        ("teams.onw", '"onw" is not an answer of question "teams"'),
        ("teams.cross.w2014", "teams.cross.w2014 was not published"),
    ],
)
def test_a_big_figure_is_one_cell(figure: str, message: str) -> None:
    (fault,) = faults(story(SURVEY, finding("f", "teams"), cover=figure))

    assert fault.message == message
    assert fault.location
    assert (fault.location.line, fault.location.column) == (30, 17 if "onw" in figure else 11)


def test_every_fault_of_a_story_is_told_once_and_in_file_order() -> None:
    wrong = story(
        SURVEY,
        finding("f", "teams", "{{ teams.onw }}", "leads(teams.cross)", kind="pie"),
        finding("g", "goals", "51 % nennen es", notes="{{ goals.service", line=200),
        languages=("de", "en"),
        title=claim("Am meisten", line=5),
        cover="teams.x",
        messages=[message("f", "goals.y", "**fett")],
    )

    found = [
        (fault.id, fault.location.line)
        for fault in faults(replace(wrong, recommendations=recommendations("z.z")))
        if fault.location
    ]

    assert found == [
        ("missing-claim", 5),
        ("unknown-answer", 30),
        ("unknown-answer", 41),
        ("unbalanced-bold", 42),
        ("unbalanced-bold", 43),
        ("unknown-question", 80),
        ("unknown-answer", 102),
        ("unknown-answer", 103),
        ("failed-claim", 104),
        ("unknown-kind", 105),
        ("unbound-number", 202),
        ("unbound-number", 203),
        ("unclosed-figure", 240),
        ("unclosed-figure", 241),
    ]


def test_one_finding_asks_no_more_than_it_has() -> None:
    alone: Survey = survey(question("q", {"a": "51.5"}))

    told, found = briefing(story(alone, finding("f", "q", "Es sind {{ q.a }}")))

    assert not found
    assert told.findings[0].headline.text == "Es sind 51,5\u00a0%"
    assert told.findings[0].exhibit.kind == "bars"
