"""What a story becomes: every section with its words, what is for one output alone, and what is known late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.model.prose import FactKind, Late
from report.briefing.story import (
    ExhibitStory,
    FindingStory,
    RecommendationsStory,
    RecommendationStory,
    StatementStory,
    Story,
)
from report.document.model import FindingSection, StatementSection
from report.document.model.nodes import Output, walk
from tests.briefing.telling import briefing
from tests.builders import MULTIPLE, claim, finding, message, question, source, story, survey, text, wave
from tests.document.telling import document_of, told

TEAMS = question("teams", {"own": 49, "cross": 33, "everyone": 17}, earlier={"w2014": {"own": 35}}, inferred=True)
GOALS = question("goals", {"awareness": 77, "service": 51}, type=MULTIPLE, inferred=True)
SURVEY = survey(TEAMS, GOALS, waves=[wave("w2014", source="Bitkom, September 2014"), wave("w2016")])


def statement(*, is_literal: bool = False) -> StatementStory:
    return StatementStory(
        id=source("literal" if is_literal else "reported"),
        after=source("f"),
        is_literal=is_literal,
        speaker=source("Dr. Joachim Bühler"),
        role=text("Mitglied der Geschäftsleitung"),
        claim=claim("Es brauche Strategie"),
        exhibit=ExhibitStory(questions=(source("goals"),)),
    )


def advice(*because: str) -> RecommendationsStory:
    items = [
        RecommendationStory((source(name),), text("Verb zuerst"), source("teams.own"), text("der Unternehmen"))
        for name in because
    ]
    return RecommendationsStory(claim("Erst klären"), tuple(items))


def whole() -> Story:
    return replace(
        story(SURVEY, finding("f", "teams"), finding("g", "goals", line=200), messages=[message("f", "teams.own")]),
        statements=(statement(), statement(is_literal=True)),
        recommendations=advice("g", "f"),
        version=source("1.0"),
        audience=text("Vorstände"),
    )


def test_the_sections_follow_each_other_as_they_are_read() -> None:
    sections = [section.id for section in told(whole()).children if section.children]

    assert sections == [
        "cover",
        "glance",
        "contents",
        "findings/f",
        "statements/reported",
        "statements/literal",
        "findings/g",
        "recommendations",
        "method",
        "appendix",
    ]


def test_every_node_has_an_id_of_its_own_below_that_of_its_section() -> None:
    document = told(whole())

    ids = [node.id for node in walk(document)]
    assert len(ids) == len(set(ids))
    assert all(
        below.id.startswith(f"{section.id}/")
        for section in document.children
        for below in walk(section)
        if below is not section
    )


def test_an_output_is_told_what_is_its_own_and_what_both_say() -> None:
    document = told(whole())

    deck, summary = ({node.id for node in walk(document, output)} for output in (Output.DECK, Output.SUMMARY))
    assert {
        "findings/f/notes",
        "findings/f/title-of-dots",
        "cover/deck-for",
        "recommendations/source",
    } <= deck - summary
    assert {"findings/f/text/1", "cover/summary-for", "recommendations/source-by-topic"} <= summary - deck
    assert {"findings/f/headline", "findings/f/exhibit", "appendix/teams"} <= deck & summary


def test_the_imprint_is_worded() -> None:
    document = told(whole())

    assert document.cover.briefing_for and document.cover.summary_for and document.draft
    assert document.cover.briefing_for.text.text == "Briefing für Vorstände"
    assert document.cover.summary_for.text.text == "Kurzfassung für Vorstände"
    assert document.cover.edition.text.text == "Juni 2016 · Fassung 1.0"
    assert document.foot.text.text == "Medien 2016 · Bitkom Research, Juni 2016"
    assert (document.publisher, document.draft.text.text) == ("Bitkom", "Entwurf")


def test_the_base_of_recommendations_is_that_of_the_figures_they_rest_on() -> None:
    some = question("some", {"a": 60, "b": 40}, base="Firmen mit Strategie", n=430)
    asked = survey(TEAMS, some)
    item = replace(advice("f").items[0], figure=source("some.a"))
    told_of = replace(
        story(asked, finding("f", "teams"), messages=[message("f", "teams.own")]),
        recommendations=replace(advice("f"), items=(item,)),
    )

    section = told(told_of).recommendations

    assert section
    for note in (section.source, section.source_by_topic):
        assert "Basis: Firmen mit Strategie, n\u00a0=\u00a0430 · Quelle" in note.text.text


@pytest.mark.parametrize(
    ("figure", "others", "named"),
    [
        ("teams.own", (finding("g", "goals"),), "Belege: Teams"),
        ("goals.awareness", (finding("g", "goals", line=200),), "Belege: Teams und Goals"),
        ("goals.awareness", (), "Belege: Teams und Goals"),
    ],
)
def test_the_note_of_recommendations_names_the_questions_of_their_figures(
    figure: str, others: tuple[FindingStory, ...], named: str
) -> None:
    item = replace(advice("f").items[0], figure=source(figure))
    told_of = replace(
        story(SURVEY, finding("f", "teams"), *others, messages=[message("f", "teams.own")]),
        recommendations=replace(advice("f"), items=(item,)),
    )

    section = told(told_of).recommendations

    assert section
    assert section.source_by_topic.topic[1].text == named
    late = {"findings/f": "3", "findings/g": "6"}
    in_deck = section.source.topic[1].settled(lambda found: late[found.target]).text.replace("\u00a0", " ")
    assert ("Folie 6 (Mehrfachnennungen)" in in_deck) is (figure != "teams.own" and bool(others))
    assert ("und Goals" in in_deck) is (figure != "teams.own" and not others)


def test_only_what_is_rendered_is_called_so() -> None:
    reported, literal = (part for part in told(whole()).parts if isinstance(part, StatementSection))

    assert reported.speaker.text.text == ("Dr. Joachim Bühler, Mitglied der Geschäftsleitung, sinngemäß wiedergegeben")
    assert literal.speaker.text.text == "Dr. Joachim Bühler, Mitglied der Geschäftsleitung"
    assert reported.evidence
    assert reported.evidence.source.text.text.startswith("Thema: Goals asked; ")


def test_the_glance_names_modes_and_sources_of_all_its_figures() -> None:
    earlier = message("f", "teams.own", "der Unternehmen, 2014 {{ teams.own.w2014 }}")

    both = told(
        story(SURVEY, finding("f", "teams", kind="columns"), messages=[earlier, message("f", "goals.awareness")])
    )

    topic, base = both.glance.source.halves
    assert topic.text == (
        "Einfachnennung: Teams · Mehrfachnennungen: Goals (aus den Summen erschlossen)"
        "; Fragewortlaut nicht veröffentlicht"
    )
    assert base.text.endswith("Quelle: Bitkom, September 2014; Bitkom Research, Juni 2016")


def test_a_finding_cites_the_waves_it_shows_and_speaks_of() -> None:
    shown, spoken = finding("f", "teams"), finding("g", "teams", body="2014: {{ teams.own.w2014 }}", line=200)

    sections = [part for part in told(story(SURVEY, shown, spoken)).parts if isinstance(part, FindingSection)]

    now, both = "Quelle: Bitkom Research, Juni 2016", "Quelle: Bitkom, September 2014; Bitkom Research, Juni 2016"
    of_page = sections[1].source_with_text
    assert (sections[0].source.base[-1].text, sections[0].source_with_text) == (now, None)
    assert of_page
    assert of_page.base[-1].text == both
    assert sections[1].notes.text[-1].text.endswith(both)


def test_what_the_text_of_a_page_alone_speaks_of_is_not_in_the_notes_of_slide_and_picture() -> None:
    shares = {"size": {"small": {"yes": 23}, "large": {"yes": 34}}}
    asked = question("jobs", {"a": 6, "b": 19, "c": 75}, nets={"yes": (["a", "b"], None)}, segments=shares)
    of_groups = finding("f", "jobs", kind="grouped", answers=["yes"], body="Insgesamt {{ jobs.yes }}.")
    by_size = replace(of_groups, exhibit=replace(of_groups.exhibit, by=(source("size"),)))
    counted = survey(asked, n=604, segments={"size": {"small": 402, "large": 202}})

    (section,) = (part for part in told(story(counted, by_size)).parts if isinstance(part, FindingSection))

    texts = [section.source.text.text, section.picture.source.text.text, section.picture.note.text.text]
    assert not any("berechnet" in text or "(alle)" in text for text in texts)
    assert section.source_with_text
    assert "berechnet" in section.source_with_text.text.text
    assert "n\u00a0=\u00a0604 (alle)" in section.source_with_text.text.text


def test_the_slides_of_the_evidence_are_named_in_their_order_once_they_are_known() -> None:
    section = told(whole()).recommendations
    assert section

    def number(late: Late) -> str:
        return {"findings/f": "3", "findings/g": "6"}[late.target]

    assert section.source_by_topic.topic[1].text == "Belege: Goals und Teams"
    assert section.source.topic[1].settled(number).text == (
        "Belege: Folie\u00a03 (Einfachnennung) und Folie\u00a06 (Mehrfachnennungen)"
    )


def test_what_goes_on_counts_its_parts_once_they_are_known() -> None:
    document = told(whole())
    numbers = {FactKind.PART: "2", FactKind.PARTS: "3"}

    for node in (document.parts[0].kicker, document.appendix.headline, document.appendix.tables[0].caption):
        assert node.continued
        assert node.continued.settled(lambda late: numbers[late.kind]).text == f"{node.text.text} (2 von 3)"


def test_a_chart_is_told_as_its_drawings_are_once_its_form_is_known() -> None:
    document = told(whole())

    (first, *_) = (part for part in document.parts if isinstance(part, FindingSection))
    assert first.exhibit.alternative
    assert first.exhibit.alternative.settled(lambda _: "Balkendiagramm").text.startswith(
        "Balkendiagramm: Anteil der Unternehmen in Prozent, Einfachnennung. Own: 49\u00a0% (hervorgehoben); Cross: "
    )


def test_the_same_briefing_gives_the_same_document() -> None:
    assert told(whole()) == told(whole())


def test_a_failed_claim_stamps_its_section_and_a_row_the_glance() -> None:
    failing = replace(message("f", "teams.own"), claim=claim("führt", "leads(teams.cross)"))
    found, _ = briefing(story(SURVEY, finding("f", "teams"), messages=[failing]), allow_failed_claims=True)

    document = document_of(found)

    assert document.glance.stamp and document.glance.rows[0].stamp
    assert document.glance.stamp.text.text == "Durch die Daten nicht gedeckt"
    assert document.parts[0].stamp is None
