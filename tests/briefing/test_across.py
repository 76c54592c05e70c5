"""Exhibits whose answers lie across, from real files: nets, what stands out, titles, notes, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.briefing.model import Exhibit
from report.briefing.model.prose import fixed
from report.charts.alternative import alternative_text
from report.charts.compose import compose_chart
from report.document.model import FindingSection
from report.kinds import DIVERGING, STACKED, Shape
from tests.briefing.across_files import SURVEY, composed, faults_of, finding, found, note_of
from tests.document.telling import document_of


def shown(
    tmp_path: Path, exhibit: str, headline: str = "Aussagen", language: str = "de", survey: str = SURVEY
) -> Exhibit:
    return composed(tmp_path, finding(exhibit, headline), language, survey).findings[0].exhibit


def rows_of(exhibit: Exhibit, cells: str = "proof") -> list[str]:
    return list(dict.fromkeys(cell.question for cell in getattr(exhibit, cells)))


def test_several_questions_are_stacked_unless_another_kind_is_asked_for(tmp_path: Path) -> None:
    exhibit = shown(tmp_path, "{questions: [privacy, control, work]}")

    assert (exhibit.kind, exhibit.shape, exhibit.questions) == (
        "stacked",
        Shape.BATTERY,
        ("privacy", "control", "work"),
    )


def test_the_net_of_the_survey_stands_at_the_end_and_both_sides_of_the_midpoint(tmp_path: Path) -> None:
    stacked = shown(tmp_path, "{questions: [privacy, control], kind: stacked}")
    diverging = shown(tmp_path, "{questions: [privacy, control], kind: diverging}")

    assert [(net.id, net.answers) for net in stacked.nets] == [("agreed", ("fully", "rather"))]
    assert [net.id for net in diverging.nets] == ["agreed", "rather_not+not_at_all"]


def test_a_net_on_the_second_side_makes_that_agreement(tmp_path: Path) -> None:
    turned = SURVEY.replace("{of: [fully, rather]", "{of: [rather_not, not_at_all]").replace("Zustimmung", "Ablehnung")
    diverging = shown(tmp_path, "{questions: [privacy, control], kind: diverging}", survey=turned)

    assert [net.answers for net in diverging.nets] == [("rather_not", "not_at_all"), ("fully", "rather")]


def test_rows_that_the_headline_gives_stand_out_the_smallest_in_contrast(tmp_path: Path) -> None:
    headline = "{{ privacy.agreed }} für Datenschutz, {{ work.agreed }} für Arbeit"
    exhibit = shown(tmp_path, "{questions: [privacy, control, work], kind: stacked}", headline)

    assert (rows_of(exhibit), rows_of(exhibit, "contrast")) == (["privacy"], ["work"])


def test_around_a_middle_the_first_and_the_last_row_stand_out_by_themselves(tmp_path: Path) -> None:
    exhibit = shown(tmp_path, "{questions: [control, privacy, work], kind: diverging}")

    assert rows_of(exhibit) == ["privacy", "work"]


@pytest.mark.parametrize(
    ("mark", "cells"),
    [
        ("control", ["control/fully", "control/rather"]),
        ("control.agreed", ["control/fully", "control/rather"]),
        ("control.neither", ["control/neither"]),
        ("leading", ["privacy/fully", "privacy/rather"]),
        ("above(55)", ["privacy/fully", "privacy/rather"]),
    ],
)
def test_a_row_a_cell_or_a_rule_marks(tmp_path: Path, mark: str, cells: list[str]) -> None:
    exhibit = shown(tmp_path, f'{{questions: [privacy, control, work], kind: stacked, emphasize: ["{mark}"]}}')

    assert [f"{cell.question}/{cell.answer}" for cell in exhibit.proof] == cells


@pytest.mark.parametrize("kind", ["stacked", "diverging"])
@pytest.mark.parametrize("more", ["", ', emphasize: ["leading"]'])
def test_no_row_stands_out_by_itself_where_one_that_was_not_published_may_be_larger(
    tmp_path: Path, kind: str, more: str
) -> None:
    kept = "{percent: 22, label: stimme voll zu}"
    assert SURVEY.count(kept) == 1
    survey = SURVEY.replace(kept, "{label: stimme voll zu}").replace(
        "label: Kontrolle ist Chefsache\n", "label: Kontrolle ist Chefsache\n    rest: unpublished\n"
    )

    exhibit = shown(tmp_path, f"{{questions: [privacy, control, work], kind: {kind}{more}}}", survey=survey)

    assert not exhibit.proof


def test_groups_stand_below_all_who_were_asked_and_one_is_marked_by_the_headline(tmp_path: Path) -> None:
    exhibit = shown(
        tmp_path,
        "{question: privacy, kind: stacked, by: age}",
        "{{ privacy.fully.age.old }} der Älteren, {{ privacy.fully }} von allen",
    )

    assert [column.name for column in exhibit.columns] == ["w2016", "age.young", "age.old"]
    assert {cell.column.name for cell in exhibit.proof} == {"age.old"}


def test_a_single_answer_that_is_said_stands_out_without_its_net(tmp_path: Path) -> None:
    exhibit = shown(tmp_path, "{questions: [privacy, work], kind: stacked}", "{{ privacy.fully }} stimmen voll zu")

    assert [f"{cell.question}/{cell.answer}" for cell in exhibit.proof] == ["privacy/fully"]


@pytest.mark.parametrize(
    ("exhibit", "german", "english"),
    [
        (
            "{questions: [privacy, work], kind: stacked}",
            "Anteil der Leute in Prozent; Zahlen, wo Platz ist",
            "Share of Leute in per\u00a0cent; numbers where they fit",
        ),
        (
            "{question: privacy, kind: stacked, by: age}",
            "Alter: Anteil der Gruppe in Prozent",
            "Alter: Share of the group in per\u00a0cent",
        ),
    ],
)
def test_the_title_says_of_whom_and_which_parts_bear_no_number(
    tmp_path: Path, exhibit: str, german: str, english: str
) -> None:
    texts = [shown(tmp_path, exhibit, language=code).title.text for code in ("de", "en")]

    assert texts == [german, english]


@pytest.mark.parametrize(("kind", "is_said"), [("stacked", True), ("diverging", False)])
def test_in_a_picture_that_has_no_number_in_its_parts_the_title_speaks_of_none(
    tmp_path: Path, kind: str, is_said: bool
) -> None:
    alone = shown(tmp_path, f"{{questions: [privacy, work], kind: {kind}}}").title_alone

    assert alone
    assert ("wo Platz ist" in alone.text) == is_said


def test_questions_without_a_topic_in_common_are_statements_compared(tmp_path: Path) -> None:
    told = composed(tmp_path, finding("{questions: [privacy, control], kind: stacked}"), "de")

    assert told.findings[0].topic.text == "Aussagen im Vergleich"


ASKING = SURVEY.replace("label: Kontrolle ist Chefsache", "label: Ist Kontrolle Chefsache?")
"""The same battery, one of its questions worded as one."""
OF_SERVICES = re.sub(r"stimme (.*?)zu|Zustimmung", r"\1zufrieden", SURVEY)
"""The same, of what nobody agrees with."""
IN_ENGLISH = SURVEY.replace("label: Zustimmung", "label: agree")


@pytest.mark.parametrize(
    ("survey", "language", "topic", "note"),
    [
        (SURVEY, "de", "Aussagen im Vergleich", "2 von 3 Aussagen, alle: Anhang · je Aussage eine Antwort"),
        (ASKING, "de", "Fragen im Vergleich", "2 von 3 Fragen, alle: Anhang · je Frage eine Antwort"),
        (OF_SERVICES, "de", "Fragen im Vergleich", "2 von 3 Fragen, alle: Anhang · je Frage eine Antwort"),
        (IN_ENGLISH, "en", "Statements compared", "2 of 3 statements, all: appendix · one answer for each statement"),
        (ASKING, "en", "Questions compared", "2 of 3 questions, all: appendix · one answer to each question"),
    ],
)
def test_questions_of_a_battery_are_called_statements_only_where_none_asks_and_answers_agree(
    tmp_path: Path, survey: str, language: str, topic: str, note: str
) -> None:
    battery = finding("{questions: [privacy, control], kind: stacked}")
    told = composed(tmp_path, battery, language, survey)

    assert told.findings[0].topic.text == topic
    assert note_of(tmp_path, battery, language, survey)[0].startswith(note)
    assert compose_chart(told.findings[0].exhibit, "f", kind=STACKED, briefing=told).asks is (
        survey in (ASKING, OF_SERVICES)
    )


def test_one_answer_at_the_end_of_a_row_is_no_net(tmp_path: Path) -> None:
    yes_no = re.sub(r"      (rather|rather_not|not_at_all|agreed): .*\n|    nets:\n", "", SURVEY)
    yes_no = re.sub(r"    segments:\n      age:\n(?:        .*\n)+", "", yes_no)
    yes_no = re.sub(r"fully: \{percent: \d+", "agreed: {percent: 46", yes_no)
    yes_no = yes_no.replace("      dont_know:", "      no: {percent: 30, label: nein}\n      dont_know:")
    told = composed(tmp_path, finding("{questions: [privacy, control], kind: diverging}"), "de", yes_no)
    chart = compose_chart(told.findings[0].exhibit, "f", kind=DIVERGING, briefing=told)

    assert [net.wording.text for net in chart.nets] == ["stimme voll zu", "nein"]


def test_the_note_of_a_battery_counts_it_and_says_how_its_nets_came_about(tmp_path: Path) -> None:
    topic, base = note_of(tmp_path, finding("{questions: [privacy, control], kind: stacked}"), "de")

    assert topic == (
        "2 von 3 Aussagen, alle: Anhang · je Aussage eine Antwort · Netto berechnet als Summe der Antworten · "
        "leerer Teil: weiß nicht"
    )
    assert base == "Basis: Leute ab 18, n = 500 · Quelle: Institut, Juni 2016"


@pytest.mark.parametrize("kind", ["stacked", "diverging"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Thema: Datenschutz ist Chefsache · Antwortskala · Netto berechnet"),
        ("en", "Topic: Datenschutz ist Chefsache · response scale · net computed"),
    ],
)
def test_the_note_of_one_question_is_not_that_of_a_battery(language: str, said: str, kind: str, tmp_path: Path) -> None:
    alone = finding(f"{{questions: [privacy], kind: {kind}}}")
    told = composed(tmp_path, alone, language)
    section = document_of(told).body[0]
    assert isinstance(section, FindingSection)
    alternative = alternative_text(section.exhibit.chart, told.language, fixed("Form")).text

    assert said in note_of(tmp_path, alone, language)[0]
    words = " ".join(part.text for part in (*section.source.topic, *section.picture.note.topic))
    assert not re.search(r"\b1 (Aussage|Frage|statement|question)|je Aussage|each statement", words + alternative)
    assert alternative.startswith("Form. ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "veröffentlichtes Netto unverändert, auch wo die Teile eine andere Summe haben"),
        ("en", "published net unchanged, even where its parts add up otherwise"),
    ],
)
def test_of_published_nets_that_printed_parts_do_not_add_up_to_no_reason_is_made_up(
    language: str, said: str, tmp_path: Path
) -> None:
    survey = SURVEY.replace("{of: [fully, rather],", "{of: [fully, rather], percent: 60,", 1)
    topic, _ = note_of(tmp_path, finding("{questions: [privacy, control], kind: diverging}"), language, survey)

    assert said in topic


def test_a_figure_of_the_battery_is_seen_and_one_of_another_group_misleads(tmp_path: Path) -> None:
    battery = "{questions: [privacy, control], kind: stacked}"

    assert found(tmp_path, finding(battery, "{{ control.agreed }} stimmen zu, {{ privacy.neither }} teils")) == []
    assert found(tmp_path, finding(battery, "{{ privacy.fully.age.old }} der Älteren")) == ["other-column-shown"]


def test_the_exhibit_that_would_show_a_group_of_one_question_of_a_battery_names_it(tmp_path: Path) -> None:
    said = "{{ privacy.fully.age.old }} der Älteren"
    (fault,) = faults_of(tmp_path, finding("{questions: [privacy, control], kind: stacked}", said))
    one = "{question: privacy, kind: bars, column: age.old}"

    assert fault.hint == f"`exhibit: {one}` shows it; or print it in an annotation there"
    assert not [fault for fault in faults_of(tmp_path, finding(one, said)) if "privacy.fully" in fault.message]


def test_a_kind_whose_answers_lie_across_shows_all_of_them(tmp_path: Path) -> None:
    assert found(tmp_path, finding("{questions: [privacy, control], kind: stacked, answers: [fully]}")) == [
        "unsuitable-kind"
    ]


def test_a_mark_that_the_exhibit_does_not_show_names_its_questions(tmp_path: Path) -> None:
    told = finding('{questions: [privacy, control], kind: stacked, emphasize: ["work"]}')

    assert found(tmp_path, told) == ["not-in-exhibit"]


def test_annotations_point_at_questions_and_at_groups(tmp_path: Path) -> None:
    note = "    annotations:\n      - {at: [AT], lead: So, text: wie gezeigt}\n"
    battery = finding("{questions: [privacy, control], kind: stacked}") + note.replace("AT", "control")
    groups = finding("{question: privacy, kind: stacked, by: age}") + note.replace("AT", "age.old")

    assert (found(tmp_path, battery), found(tmp_path, groups)) == ([], [])
