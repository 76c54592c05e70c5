"""What is said is shown, of the group that is named; what is marked is named: told of real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.diagnostics import Diagnostic, Severity, SourceError
from report.pipeline import Source

SURVEY = """
format: 1
title: {de: Stimmung, en: Mood}
publisher: Verein
short_title: {de: Stimmung, en: Mood}
published: 2025-03
population: {de: Menschen im Land, en: people in the country}
unit: {de: Befragten, en: people}
wave: w2025
waves: {w2023: {date: 2023}, w2025: {date: 2025-03}}
segments:
  age:
    label: {de: Alter, en: Age}
    columns:
      young: {label: {de: unter 30, en: under 30}, n: 300}
      middle: {label: {de: 30 bis 64, en: 30 to 64}}
      old: {label: {de: 65 und älter, en: 65 and over}, n: 280}
  region:
    label: {de: Region, en: Region}
    columns:
      east: {label: {de: Östliche Länder, en: eastern states}}
      west: {label: {de: Westliche Länder, en: western states}}
questions:
  mood:
    type: single
    topic: {de: Gefühle, en: Feelings}
    label: {de: Was überwiegt?, en: What prevails?}
    answers:
      worry: {percent: 52, label: {de: Sorge, en: Worry}}
      both: {percent: 36, label: {de: beides gleich, en: both alike}}
      joy: {percent: 12, label: {de: Freude, en: Joy}}
    nets:
      any: {of: [worry, both], percent: 88, label: {de: auch Sorge, en: some worry}}
    earlier:
      w2023: {worry: 41, both: 44, joy: 15}
    segments:
      age:
        young: {worry: 42, both: 40, joy: 18}
        old: {worry: 61, both: 30, joy: 9}
      region:
        east: {worry: 57, both: 33, joy: 10}
        west: {worry: 50, both: 37, joy: 13}
  reasons:
    type: multiple
    topic: {de: Gründe, en: Reasons}
    label: {de: Warum?, en: Why?}
    answers:
      money: {percent: 44, label: {de: Geld, en: Money}}
      war: {percent: 40, label: {de: Kriege in der Welt, en: Wars in the world}}
  paper:
    type: multiple
    topic: {de: Zeitung, en: Newspapers}
    label: {de: Welche Zeitung?, en: Which newspaper?}
    base: {de: Menschen mit einem Abonnement, en: people with a subscription}
    answers:
      local: {percent: 70, label: {de: die am Ort, en: the local one}}
"""
BRIEFING = """
format: 1
survey: survey.yaml
languages: [LANGUAGE]
status: final
title: {text: Mood}
cover: {figure: mood.worry, caption: worry}
messages:
  - {finding: mood, figure: mood.worry, text: worry}
  - MESSAGE
findings:
  - id: mood
    question: mood
    headline: "HEADLINE"
    exhibit: EXHIBIT
    annotations: [ANNOTATIONS]
    text: "Of those aged 65 and over {{ mood.worry.age.old | words }} worry."
  - id: trend
    question: mood
    headline: How it went
    exhibit: {kind: columns, answers: [worry]}
    text: Text
statements:
  - id: voice
    speaker: Somebody
    role: anyone
    text: There are reasons
    exhibit: {question: reasons, kind: bars}
"""


def told(
    folder: Path,
    headline: str = "How they feel",
    exhibit: str = "{kind: bars}",
    *,
    annotations: str = "",
    message: str = "{finding: mood, figure: mood.joy, text: are glad}",
    language: str = "en",
) -> list[str]:
    """Every fault of a briefing with these parts, as "id: message" and its hint."""
    parts = {"HEADLINE": headline, "EXHIBIT": exhibit, "ANNOTATIONS": annotations, "MESSAGE": message}
    briefing = BRIEFING
    for name, part in {**parts, "LANGUAGE": language}.items():
        briefing = briefing.replace(name, part)
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    (folder / "briefing.yaml").write_text(briefing, "utf-8")
    return [f"{fault.id}: {fault.message}" + (f" | {fault.hint}" if fault.hint else "") for fault in faults(folder)]


def faults(folder: Path) -> tuple[Diagnostic, ...]:
    try:
        material = pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "x"))
        return pipeline.tell(material, material.story.languages, allow_failed_claims=False).faults
    except SourceError as error:
        return error.diagnostics


def note(text: str, at: str = "worry", holds: str = "") -> str:
    claim = f", holds: {holds}" if holds else ""
    return f'{{at: [{at}], lead: Words, text: "{text}"{claim}}}'


# ------------------------------------------------------------------------------------------------ shown


@pytest.mark.parametrize(
    ("headline", "exhibit", "expression", "shown", "would_show"),
    [
        ("65 and over: {{ mood.worry.age.old }}", "{kind: bars}", "mood.worry.age.old = 61 %", "mood.worry = 52 %",
         "{kind: bars, column: age.old}"),
        ("2023: {{ mood.worry.w2023 }}", "{kind: parts}", "mood.worry.w2023 = 41 %", "mood.worry = 52 %",
         "{kind: columns, answers: [worry]}"),
        ("All: {{ mood.worry }}", "{column: age.old}", "mood.worry = 52 %", "mood.worry.age.old = 61 %",
         "{kind: bars}"),
        ("65 and over: {{ mood.worry.age.old }}", "{column: region.east}", "mood.worry.age.old = 61 %",
         "mood.worry.region.east = 57 %", "{kind: bars, column: age.old}"),
    ],
)  # fmt: skip
def test_another_column_of_the_same_answer_misleads(
    headline: str, exhibit: str, expression: str, shown: str, would_show: str, tmp_path: Path
) -> None:
    found = [each for each in told(tmp_path, headline, exhibit) if expression in each and "finding: trend" not in each]

    assert found == [
        f'other-column-shown: {expression} is said, and the exhibit of finding "mood" shows {shown}'
        f" | `exhibit: {would_show}` shows it; or print it in an annotation there"
    ]


@pytest.mark.parametrize(
    ("headline", "would_show"),
    [
        ("{{ mood.worry.age.old }} ab 65, {{ mood.worry.region.east }} Ost",
         "`exhibit: {kind: table, by: [age, region]}` shows it; or print it in an annotation there"),
        ("{{ mood.worry.age.old }} ab 65, {{ mood.worry.w2023 }} in 2023",
         "no exhibit shows groups beside earlier waves; print it in an annotation there"),
    ],
)  # fmt: skip
def test_figures_of_two_kinds_of_columns_are_offered_one_exhibit_or_none(
    headline: str, would_show: str, tmp_path: Path
) -> None:
    found = [each for each in told(tmp_path, headline) if each.startswith("other-column-shown")]

    assert [each.partition(" | ")[2] for each in found] == [would_show] * 2


def test_a_net_is_shown_by_its_answers_and_in_their_column_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ mood.any }} feel some worry") == []
    assert (
        told(tmp_path, "{{ mood.any }} feel some worry", "{kind: bars, answers: [worry]}")
        == [
            'cell-not-shown: mood.any = 88 % is said, and finding "mood" does not show it'
            " | `exhibit: {kind: bars, answers: [worry, any]}` shows it; or print it in an annotation there",
            'cell-not-shown: mood.joy = 12 % is said, and finding "mood" does not show it'
            " | `exhibit: {kind: bars, answers: [worry, joy]}` shows it; or print it in an annotation there",
        ][::-1]
    )


def test_an_annotation_shows_what_it_prints_and_not_what_it_computes(tmp_path: Path) -> None:
    headline = "65 and over: {{ mood.worry.age.old }}"

    assert told(tmp_path, headline, annotations=note("of those aged 65 and over: {{ mood.worry.age.old }}")) == []

    computed = note("65 and over: {{ mood.worry.age.old - mood.worry }} between them")
    assert [each.split(":")[0] for each in told(tmp_path, headline, annotations=computed)] == ["other-column-shown"] * 2


def test_what_claims_paragraphs_and_labels_read_need_not_be_shown(tmp_path: Path) -> None:
    annotations = note("more of the old", holds="mood.worry.age.old > mood.worry")

    assert told(tmp_path, "{{ mood.worry.w2023 | label }} and joy", annotations=annotations) == []


def test_a_message_is_seen_where_it_leads(tmp_path: Path) -> None:
    of_statement = '{finding: voice, figure: reasons.money, text: "name money"}'
    of_trend = '{finding: trend, figure: mood.worry, text: "worry, {{ mood.worry.w2023 }} did"}'

    assert told(tmp_path, message=of_statement) == []
    assert told(tmp_path, message=of_trend) == []


def test_a_message_that_leads_elsewhere_is_told_once_and_where_it_should_lead(tmp_path: Path) -> None:
    message = '{finding: mood, figure: reasons.money, text: "name money, {{ reasons.war }} wars"}'

    (found,) = told(tmp_path, message=message)

    assert found == (
        'cell-not-shown: reasons.money = 44 %, reasons.war = 40 % are said, and finding "mood" shows none of them'
        " | write `finding: voice`, where it is shown"
    )


def test_a_figure_of_another_question_asks_for_a_finding_of_its_own(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "{{ reasons.money }} name money")

    assert found.endswith(
        "| a finding with `question: reasons` and `exhibit: {kind: bars}` shows it; or print it in an annotation there"
    )


# ------------------------------------------------------------------------------------------------ groups

SHOWN = "{column: age.old}"


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", '{finding: mood, figure: mood.worry.age.young, text: "of those aged 65 and over worry"}'),
        ("en", '{finding: mood, figure: mood.worry.age.young, text: "worry: **65 and over**"}'),
        ("en", '{finding: mood, figure: mood.worry, text: "of those aged 65 and over worry"}'),
        ("de", '{finding: mood, figure: mood.worry.age.young, text: "derer, die 65 und älter sind, sorgen sich"}'),
        ("de", '{finding: mood, figure: mood.worry.age.young, text: "der über 64-Jährigen (65 und Ältere)"}'),
        ("de", '{finding: mood, figure: mood.worry.region.west, text: "der Menschen in östlichen Ländern"}'),
        ("en",
         '{finding: mood, figure: mood.joy.age.old, text: "of under 30, {{ mood.joy.age.young }} of 65 and over"}'),
    ],
)  # fmt: skip
def test_a_group_is_not_named_beside_the_figure_of_another(language: str, message: str, tmp_path: Path) -> None:
    assert "other-group-named" in [
        each.split(":")[0] for each in told(tmp_path, exhibit=SHOWN, message=message, language=language)
    ]


def test_the_fault_names_both_groups_and_what_would_be_right(tmp_path: Path) -> None:
    message = '{finding: mood, figure: mood.worry.age.young, text: "of those aged 65 and over"}'

    found = next(each for each in told(tmp_path, exhibit=SHOWN, message=message) if "group" in each)

    assert found == (
        'other-group-named: "65 and over" is named beside mood.worry.age.young, which is the figure of "under 30"'
        ' | write mood.worry.age.old, or name "under 30"'
    )
    place = next(fault.location for fault in faults(tmp_path) if fault.id == "other-group-named")
    assert place
    assert place.line_text[place.column - 1 :].startswith("65 and over")


def test_the_right_group_may_not_have_been_published(tmp_path: Path) -> None:
    message = '{finding: mood, figure: mood.worry.age.old, text: "of those aged 30 to 64 worry"}'

    found = next(each for each in told(tmp_path, exhibit=SHOWN, message=message) if "group" in each)

    assert found.endswith("| mood.worry.age.middle was not published; leave the group out")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "of those aged 65 and over worry"),
        ("en", "of the old worry"),
        ("en", "of those aged 65 and over worry, 42 years after they were under 30"),
        ("en", "worry, more than of those under 30 and of all between 30 to 64"),
        ("de", "derer, die 65 und älter sind"),
        ("de", "in 2065 und älter"),
        ("de", "der Menschen im Land und aller anderen Länder"),
    ],
)
def test_words_that_name_the_right_group_or_none_are_let_pass(language: str, text: str, tmp_path: Path) -> None:
    message = f'{{finding: mood, figure: mood.worry.age.old, text: "{text}", holds: mood.worry.age.old > 50}}'

    headline = "{{ mood.worry.age.old }}"
    assert told(tmp_path, headline, exhibit=SHOWN, message=message, language=language)[1:] == []


def test_a_group_may_be_named_beside_the_figure_of_all(tmp_path: Path) -> None:
    message = '{finding: mood, figure: mood.worry, text: "worry; of those aged 65 and over it is said above"}'

    assert told(tmp_path, message=message) == []


# ------------------------------------------------------------------------------------------------ said of all


def of_all(folder: Path, headline: str, language: str = "en", **parts: str) -> list[str]:
    """The warnings of groups that are not named, where the group is shown."""
    found = told(folder, headline, SHOWN, language=language, **parts)
    return [each.removeprefix("group-not-named: ") for each in found if each.startswith("group-not-named")]


@pytest.mark.parametrize(
    ("language", "headline", "words"),
    [
        ("en", "{{ mood.worry.age.old }} of people worry", "of people"),
        ("en", "{{ mood.worry.age.old | words }} of all people worry", "of all people"),
        ("en", "{{ mood.worry.age.old | of_100 }} people worry", "people"),
        ("en", "{{ mood.worry.age.old }} of respondents worry", "of respondents"),
        ("en", "{{ mood.worry.age.old }} of the **respondents**: worry", "of the respondents"),
        ("en", "A share of {{ mood.worry.age.old }} of people", "of people"),
        ("en", "In this survey {{ mood.worry.age.old }} of people worry", "of people"),
        ("en", "{{ mood.worry.age.old + mood.both.age.old }} of people worry", "of people"),
        ("en", "{{ mood.worry.age.old }} of everyone", "of everyone"),
        ("de", "{{ mood.worry.age.old }} der Befragten sorgen sich", "der Befragten"),
        ("de", "{{ mood.worry.age.old | of_100 }} Befragten sorgen sich", "Befragten"),
        ("de", "Im Jahr 2025 sorgen sich {{ mood.worry.age.old | words }} aller Befragten", "aller Befragten"),
        ("de", "Mit {{ mood.worry.age.old }} der Befragten: Sorge", "der Befragten"),
        ("de", "Sorge haben {{ mood.worry.age.old }} von allen", "von allen"),
        # a country, or words for all of it, leave the words for all what they are
        ("en", "{{ mood.worry.age.old }} of people in Germany worry", "of people"),
        ("en", "{{ mood.worry.age.old }} of respondents in the UK worry", "of respondents"),
        ("en", "{{ mood.worry.age.old }} of people overall worry", "of people"),
        ("de", "{{ mood.worry.age.old }} der Befragten in Deutschland sorgen sich", "der Befragten"),
        ("de", "{{ mood.worry.age.old }} der Befragten in der Schweiz sorgen sich", "der Befragten"),
        ("de", "{{ mood.worry.age.old }} der Befragten bundesweit", "der Befragten"),
        # everybody in a country has more names than the unit
        ("en", "{{ mood.worry.age.old }} of Germans worry", "of Germans"),
        ("en", "{{ mood.worry.age.old }} of the population worry", "of the population"),
        ("en", "{{ mood.worry.age.old }} of all citizens worry", "of all citizens"),
        ("de", "{{ mood.worry.age.old }} der Menschen sorgen sich", "der Menschen"),
        ("de", "{{ mood.worry.age.old }} aller Bürgerinnen und Bürger", "aller Bürgerinnen und Bürger"),
        ("de", "{{ mood.worry.age.old }} der Deutschen in diesem Land", "der Deutschen"),
        ("de", "{{ mood.worry.age.old }} der Bevölkerung sorgen sich", "der Bevölkerung"),
        # they may lead the sentence
        ("en", "Of all respondents, {{ mood.worry.age.old }} worry", "Of all respondents"),
        ("en", "Joy is rare. Among people in Germany, {{ mood.worry.age.old }} worry", "Among people"),
        ("de", "Von allen Befragten sorgen sich {{ mood.worry.age.old }}", "Von allen Befragten"),
        ("de", "{{ mood.joy }} sind froh, {{ mood.worry.age.old }} der Menschen, so heißt es, nicht", "der Menschen"),
        ("de", "Unter den Menschen in Österreich sorgen sich {{ mood.worry.age.old }}", "Unter den Menschen"),
    ],
)
def test_the_figure_of_a_group_that_is_said_of_all_is_warned_of(
    language: str, headline: str, words: str, tmp_path: Path
) -> None:
    (found,) = of_all(tmp_path, headline, language)

    assert found.startswith(f'"{words}" is said of mood.worry.age.old, which is the figure of ')


def test_the_warning_says_whose_figure_it_is_and_what_the_figure_of_all_is_called(tmp_path: Path) -> None:
    (found,) = of_all(tmp_path, "{{ mood.worry.age.old }} of people worry")

    assert found == (
        '"of people" is said of mood.worry.age.old, which is the figure of "65 and over" alone'
        ' | say of whom it is, "65 and over" in the form that the sentence needs,'
        " or write mood.worry, the figure of all"
    )
    fault = next(fault for fault in faults(tmp_path) if fault.id == "group-not-named")
    assert fault.severity is Severity.WARNING
    assert fault.location
    assert fault.location.line_text[fault.location.column - 1 :].startswith("of people")


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "{{ mood.worry.age.old }} of the old worry"),
        ("en", "{{ mood.worry.age.old }} of people aged 65 and over worry"),
        ("en", "{{ mood.worry.age.old }} of people over 64 worry"),
        ("en", "{{ mood.worry.age.old }} of people who have retired worry"),
        ("en", "{{ mood.worry.age.old }} of people living in retirement worry"),
        ("en", "{{ mood.worry.age.old }} of older people worry"),
        ("en", "{{ mood.worry.age.old }} of people (65 and over)"),
        ("en", "Among pensioners, {{ mood.worry.age.old }} of people worry"),
        ("en", "Worry has an age: {{ mood.worry.age.old }} of people"),
        ("en", "{{ mood.worry.age.old }} of people worry in old age"),
        ("en", "{{ mood.worry.age.old }} worry"),
        ("en", "{{ mood.worry.age.old }} worry like other people"),
        ("en", "{{ mood.worry }} of people worry"),
        ("en", "{{ mood.worry.age.old - mood.worry }} of people"),
        ("de", "{{ mood.worry.age.old }} von den Älteren sorgen sich"),
        ("de", "{{ mood.worry.age.old }} der älteren Befragten sorgen sich"),
        ("de", "{{ mood.worry.age.old }} der Befragten ab 65 sorgen sich"),
        ("de", "{{ mood.worry.age.old }} der Befragten, die über 64 sind"),
        ("de", "{{ mood.worry.age.old }} der Befragten dieses Alters"),
        ("de", "Bei den Rentnern sorgen sich {{ mood.worry.age.old }} der Befragten"),
        ("en", "{{ mood.worry.age.old }} of all pensioners worry"),
        ("en", "{{ mood.worry.age.old }} of everyone over 64"),
        ("de", "{{ mood.worry.age.old }} aller Rentner sorgen sich"),
        ("de", "{{ mood.worry.age.old }} von allen Rentnern sorgen sich"),
        ("de", "{{ mood.worry.age.old }} der Befragten fortgeschrittener Jahrgänge"),
        ("de", "{{ mood.worry.age.old }} der Befragten Berlins"),
        ("de", "Senioren: {{ mood.worry.age.old }} der Befragten"),
        ("de", "{{ mood.worry.age.old }} sorgen sich, wie alle Befragten"),
        ("en", "{{ mood.worry.age.old }} of people in pension worry"),
        ("en", "{{ mood.worry.age.old }} of people in Germany aged 65 and over worry"),
        ("en", "{{ mood.worry.age.old }} of Germans who have retired worry"),
        ("en", "Of all respondents who have retired, {{ mood.worry.age.old }} worry"),
        ("en", "Of all respondents, {{ mood.worry.age.old }} of the pensioners worry"),
        ("en", "Of all respondents {{ mood.worry }} worry, and {{ mood.worry.age.old }} do so in pension"),
        ("de", "{{ mood.worry.age.old }} der Befragten in Rente sorgen sich"),
        ("de", "{{ mood.worry.age.old }} der Deutschen ab 65"),
        ("de", "Von allen Befragten, die in Rente sind, sorgen sich {{ mood.worry.age.old }}"),
        ("de", "Von den Befragten ab 65 sorgen sich {{ mood.worry.age.old }}"),
        ("de", "Von allen Befragten sorgen sich in Rente {{ mood.worry.age.old }}"),
        ("de", "Anders als unter allen Befragten sorgen sich {{ mood.worry.age.old }} der Rentner"),
    ],
)
def test_honest_words_for_a_group_are_not_warned_of(language: str, headline: str, tmp_path: Path) -> None:
    assert of_all(tmp_path, headline, language) == []


@pytest.mark.parametrize(
    ("language", "headline", "words"),
    [
        ("en", "{{ paper.local }} of people read the local one", "of people"),
        ("en", "{{ paper.local | words }} of Germans read it", "of Germans"),
        ("en", "Of all respondents, {{ paper.local }} read it", "Of all respondents"),
        ("de", "{{ paper.local }} der Befragten lesen die am Ort", "der Befragten"),
        ("de", "{{ paper.local }} der Menschen in Deutschland lesen sie", "der Menschen"),
        ("de", "Von allen Befragten lesen sie {{ paper.local }}", "Von allen Befragten"),
        ("en", "{{ paper.local }} of people have a subscription", "of people"),
        ("de", "{{ paper.local }} der Menschen haben ein Abonnement", "der Menschen"),
    ],
)
def test_the_figure_of_a_question_put_to_some_that_is_said_of_all_is_warned_of(
    language: str, headline: str, words: str, tmp_path: Path
) -> None:
    (found,) = of_all(tmp_path, headline, language)

    asked = {"en": "people with a subscription", "de": "Menschen mit einem Abonnement"}[language]
    assert found == f'"{words}" is said of paper.local, which was asked of "{asked}" alone' + (
        f' | say of whom it is, "{asked}" in the form that the sentence needs'
    )


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "{{ paper.local }} of people with a subscription read it"),
        ("en", "{{ paper.local }} of people who take one read it"),
        ("en", "{{ paper.local }} of subscribers read it"),
        ("en", "Subscriptions: {{ paper.local }} of people"),
        ("en", "{{ paper.local }} read it"),
        ("de", "{{ paper.local }} der Befragten mit Abonnement lesen sie"),
        ("de", "Von den Abonnenten lesen sie {{ paper.local }}"),
        ("de", "Wer ein Abonnement hat: {{ paper.local }} der Befragten"),
    ],
)
def test_honest_words_for_those_a_question_was_put_to_are_not_warned_of(
    language: str, headline: str, tmp_path: Path
) -> None:
    assert of_all(tmp_path, headline, language) == []


@pytest.mark.parametrize(
    ("label", "headline", "warned"),
    [
        ("How often do you open what you have a subscription to?", "Subscription: {{ paper.local }} of people", 1),
        ("How often?", "Subscription: {{ paper.local }} of people", 0),
        ("What of your subscription?", "People with a subscription: {{ paper.local }} of people", 0),
    ],
)
def test_a_word_that_the_question_has_as_well_names_nobody_but_the_whole_name_does(
    label: str, headline: str, warned: int, tmp_path: Path
) -> None:
    told(tmp_path, headline)
    survey = (tmp_path / "survey.yaml").read_text("utf-8").replace("en: Which newspaper?", f'en: "{label}"')
    (tmp_path / "survey.yaml").write_text(survey, "utf-8")

    assert [fault.id for fault in faults(tmp_path)].count("group-not-named") == warned


def test_of_a_unit_that_others_speak_for_a_filter_leaves_none_out(tmp_path: Path) -> None:
    told(tmp_path, "{{ paper.local }} of families read it. {{ paper.local }} of respondents say")
    survey = (
        (tmp_path / "survey.yaml").read_text("utf-8").replace("en: people in the country", "en: heads of household")
    )
    (tmp_path / "survey.yaml").write_text(survey.replace("Befragten, en: people", "Befragten, en: families"), "utf-8")

    (warning,) = [fault for fault in faults(tmp_path) if fault.id == "group-not-named"]
    assert warning.message.startswith('"of respondents" is said of paper.local')


@pytest.mark.parametrize(("base", "warned"), [("people in the country", 0), ("all respondents", 0), ("voters", 1)])
def test_a_base_that_is_all_who_were_asked_leaves_nobody_out(base: str, warned: int, tmp_path: Path) -> None:
    told(tmp_path, "{{ paper.local }} of people read it")
    survey = (tmp_path / "survey.yaml").read_text("utf-8")
    (tmp_path / "survey.yaml").write_text(survey.replace("en: people with a subscription", f"en: {base}"), "utf-8")

    assert [fault.id for fault in faults(tmp_path)].count("group-not-named") == warned


def test_a_group_that_is_called_like_everybody_is_named_by_its_own_word(tmp_path: Path) -> None:
    told(tmp_path, "{{ mood.worry.age.old }} of citizens worry")
    survey = (tmp_path / "survey.yaml").read_text("utf-8")
    (tmp_path / "survey.yaml").write_text(survey.replace("en: 65 and over}", "en: Citizens}"), "utf-8")

    assert "group-not-named" not in [fault.id for fault in faults(tmp_path)]


def test_an_annotation_and_a_paragraph_are_read_with_their_headline(tmp_path: Path) -> None:
    text = note("{{ mood.worry.age.young }} of people do")

    assert len(of_all(tmp_path, "How they feel", annotations=text)) == 1
    assert of_all(tmp_path, "How those aged 65 and over feel", annotations=text) == []
    assert of_all(tmp_path, "How the young feel", annotations=text) == []


@pytest.mark.parametrize(
    ("because", "figure", "fault"),
    [
        ("mood", "mood.worry", None),
        ("trend, mood", "mood.worry", None),
        ("trend", "mood.worry.w2023", None),
        (
            "trend",
            "mood.joy",
            'mood.joy = 12 % is the figure of a recommendation, and finding "trend", on which it rests, '
            "does not show it | write `because: [mood]`, where it is shown",
        ),
        (
            "mood, trend",
            "reasons.money",
            'reasons.money = 44 % is the figure of a recommendation, and finding "mood" and finding "trend", '
            "on which it rests, do not show it | a finding with `question: reasons` and "
            "`exhibit: {kind: bars}` shows it; "
            "or print it in an annotation there",
        ),
    ],
)
def test_the_figure_of_a_recommendation_is_shown_by_a_finding_on_which_it_rests(
    because: str, figure: str, fault: str | None, tmp_path: Path
) -> None:
    told(tmp_path)
    written = (tmp_path / "briefing.yaml").read_text("utf-8")
    item = f"{{because: [{because}], text: Act, figure: {figure}, evidence: say so}}"
    advice = f"recommendations: {{headline: Act, items: [{item}]}}\nstatements:"
    (tmp_path / "briefing.yaml").write_text(written.replace("statements:", advice), "utf-8")

    found = [each for each in faults(tmp_path) if "recommendation" in each.message]
    assert [f"{each.message} | {each.hint}" for each in found] == ([fault] if fault else [])
    assert all((each.id, each.severity) == ("cell-not-shown", Severity.WARNING) for each in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ mood.worry.age.old | words }} worry", "{{ mood.joy }} do. XX"),
        ("title: {text: Mood}", "title: {text: 'XX'}"),
        (
            "cover: {figure: mood.worry, caption: worry}",
            "cover: {figure: mood.worry.age.old, caption: of people worry}",
        ),
        ("status: final", "status: final\nglance: {text: 'XX'}"),
        ("text: are glad", "text: 'are glad, XX'"),
        (
            "statements:",
            "recommendations:\n  headline: Act\n  items:\n"
            "    - {because: [mood], text: Act, figure: mood.worry.age.old, evidence: of people worry}\nstatements:",
        ),
    ],
)
def test_every_text_of_a_briefing_is_looked_at(old: str, new: str, tmp_path: Path) -> None:
    told(tmp_path)
    written = (tmp_path / "briefing.yaml").read_text("utf-8")
    written = written.replace("Of those aged 65 and over", "So they say:")
    assert old in written
    changed = written.replace(old, new.replace("XX", "{{ mood.worry.age.old }} of people worry"))
    (tmp_path / "briefing.yaml").write_text(changed, "utf-8")

    assert "group-not-named" in [fault.id for fault in faults(tmp_path)]


# ------------------------------------------------------------------------------------------------ marked


def test_a_mark_that_nobody_names_is_told(tmp_path: Path) -> None:
    exhibit = "{kind: bars, emphasize: [worry], contrast: [joy]}"

    assert told(tmp_path, "Many worry", exhibit) == [
        'mark-not-named: "joy" stands out in the exhibit, and neither headline nor annotation names it'
        " | mark what the headline speaks of, or say what this one shows"
    ]


@pytest.mark.parametrize(
    ("headline", "annotations"),
    [
        ("Joy is rare", ""),
        ("{{ mood.joy }} feel otherwise", ""),
        ("Few are glad", note("so it is", at="joy")),
        ("Few are glad", note("so it is", at="both", holds="mood.joy < 20")),
    ],
)
def test_a_mark_is_named_by_its_figure_its_label_a_claim_or_an_annotation(
    headline: str, annotations: str, tmp_path: Path
) -> None:
    assert told(tmp_path, headline, "{kind: bars, emphasize: [joy]}", annotations=annotations) == []


# ------------------------------------------------------------------------------------------------ one segment column


@pytest.mark.parametrize(
    ("exhibit", "fault"),
    [
        ("{column: ages.old}", 'unknown-column: "ages" is not a segmentation | did you mean "age"?'),
        ("{column: age.odl}", 'unknown-column: "odl" is not a column of "age" | did you mean "old"?'),
        ("{column: w2023}",
         'unknown-column: "w2023" is not a segment column | an exhibit of `kind: columns` shows waves'),
        ("{column: old}", 'unknown-column: "old" is not a segment column | write age.old'),
        ("{column: 65 and Over}", 'unknown-column: "65 and Over" is not a segment column | write age.old'),
        ("{column: age}",
         'incomplete-name: "age" is a segmentation, not a column | name a column too, as in age.young'),
        ("{column: age.middle}", 'not-published: nothing of "mood" was published for age.middle | name one of these'),
        ("{kind: columns, column: age.old}",
         "unsuitable-kind: `columns` shows one answer over 2 to 8 waves, and the exhibit asks for one `column`"
         " | `bars` or `parts` or `number` shows one column; without `column` all are shown"),
    ],
)  # fmt: skip
def test_a_column_that_cannot_be_shown_is_told_at_its_place(exhibit: str, fault: str, tmp_path: Path) -> None:
    assert told(tmp_path, exhibit=exhibit) == [fault]


def test_the_specimen_of_a_group_in_the_headline_is_answered(shared: Path) -> None:
    found = {fault.id: fault for fault in faults(shared / "cases" / "group-headline")}

    assert set(found) == {"other-column-shown", "other-group-named"}
    assert "{kind: bars, column: age.old}" in (found["other-column-shown"].hint or "")
    assert "feeling.worry.age.old" in (found["other-group-named"].hint or "")


def test_groups_that_are_compared_are_offered_beside_each_other(tmp_path: Path) -> None:
    headline = "{{ mood.worry.age.old }} of the old and {{ mood.worry.age.young }} of the young worry"

    found = told(tmp_path, headline, "{kind: bars}")

    assert len(found) == 2
    assert all("{kind: grouped, by: age, columns: [old, young]}" in each for each in found)


@pytest.mark.parametrize(
    ("language", "message", "words"),
    [
        ("en", "Two thirds of all people read the local one", "of all people"),
        ("en", "half of people read it", "of people"),
        ("en", "Three in four people read it", "people"),
        ("en", "Of all people two thirds read it", "Of all people"),
        ("de", "Zwei Drittel aller Befragten lesen sie", "aller Befragten"),
        ("de", "ein Drittel der Befragten liest sie nicht", "der Befragten"),
        ("de", "Die Hälfte der Befragten liest sie", "der Befragten"),
        ("de", "Drei von vier Befragten lesen sie", "Befragten"),
        ("de", "Von allen Befragten lesen zwei Drittel die am Ort", "Von allen Befragten"),
    ],
)
def test_a_fraction_in_words_of_a_question_put_to_some_is_not_said_of_all(
    language: str, message: str, words: str, tmp_path: Path
) -> None:
    claimed = f'{{finding: mood, figure: mood.joy, text: "{message}", holds: paper.local > 65}}'

    (warning,) = [each for each in told(tmp_path, message=claimed, language=language) if each.startswith("group-not")]

    assert warning.startswith(f'group-not-named: "{words}" is said of paper.local')


@pytest.mark.parametrize(
    ("language", "message", "holds"),
    [
        ("en", "Two thirds of people with a subscription read it", "paper.local > 65"),
        ("en", "Half of all people worry", "mood.worry > 50"),
        ("en", "two thirds read it", "paper.local > 65"),
        ("de", "Zwei Drittel der Menschen mit einem Abonnement lesen sie", "paper.local > 65"),
        ("de", "Die Hälfte aller Befragten sorgt sich", "mood.worry > 50"),
    ],
)
def test_a_fraction_in_words_of_those_whom_it_names_or_of_all_is_right(
    language: str, message: str, holds: str, tmp_path: Path
) -> None:
    claimed = f'{{finding: mood, figure: mood.joy, text: "{message}", holds: {holds}}}'

    found = told(tmp_path, message=claimed, language=language)

    assert [each for each in found if each.startswith("group-not")] == []


PART = "{question: reasons, kind: bars, answers: [money]}"


def of_reasons(folder: Path, headline: str, exhibit: str = PART, language: str = "en") -> list[str]:
    """What is told of a finding on the reasons."""
    told(folder, "How they feel", language=language)
    briefing = (folder / "briefing.yaml").read_text("utf-8")
    finding = f"  - {{id: why, question: reasons, headline: '{headline}', exhibit: {exhibit}, text: Text}}\n"
    (folder / "briefing.yaml").write_text(briefing.replace("statements:\n", f"{finding}statements:\n"), "utf-8")
    return [f"{fault.id}: {fault.message} | {fault.hint}" for fault in faults(folder)]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Wars in the world come to mind"),
        ("en", "“Wars in the world” come to mind"),
        ("en", "They fear wars in the  world"),
        ("de", "Kriege in der Welt kommen vor"),
        ("de", "„Kriege in der Welt“ kommen vor"),
    ],
)
def test_an_answer_that_a_headline_names_in_words_and_no_exhibit_shows_is_warned_of(
    language: str, headline: str, tmp_path: Path
) -> None:
    (found,) = of_reasons(tmp_path, headline, language=language)

    assert found.startswith("cell-not-shown: ")
    assert 'names reasons.war = 40 %, and finding "why" does not show it' in found
    assert "`exhibit: {kind: bars, answers: [money, war]}` shows it" in found


@pytest.mark.parametrize(
    ("headline", "exhibit"),
    [
        ("Wars in the world come to mind", "{question: reasons, kind: bars}"),
        ("The wars in a small world", PART),
        ("War comes to mind", PART),
        ("Money comes to mind", "{question: reasons, kind: bars, answers: [war]}"),
        ("Why? They say so", PART),
    ],
)
def test_an_answer_that_is_shown_or_whose_name_is_a_common_word_is_not(
    headline: str, exhibit: str, tmp_path: Path
) -> None:
    assert of_reasons(tmp_path, headline, exhibit) == []


def test_one_word_in_quotation_marks_names_an_answer(tmp_path: Path) -> None:
    (found,) = of_reasons(tmp_path, "“Money” comes to mind", "{question: reasons, kind: bars, answers: [war]}")

    assert 'names reasons.money = 44 %, and finding "why" does not show it' in found


# ------------------------------------------------------------------------------------------------ the right figure


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Of those 65 and over {{ mood.joy.age.young }} are glad, of 65 and over {{ mood.joy.age.old }}"),
        ("de", "Unter 30 freuen sich {{ mood.joy.age.old }}, später dann {{ mood.joy.age.young }}"),
        ("en", "Under 30 {{ mood.joy.age.old }} and 65 and over {{ mood.joy.age.young }} are glad"),
        ("en", "{{ mood.joy.age.old }} of under 30 and {{ mood.joy.age.young }} of 65 and over"),
    ],
)
def test_each_group_is_read_with_the_figure_in_its_clause(language: str, headline: str, tmp_path: Path) -> None:
    found = told(tmp_path, headline, "{kind: grouped, by: age, columns: [young, old]}", language=language)

    assert "other-group-named" in [each.split(":")[0] for each in found]


@pytest.mark.parametrize(
    "headline",
    [
        "Under 30 {{ mood.joy.age.young }} and 65 and over {{ mood.joy.age.old }} are glad",
        "{{ mood.joy.age.young }} of under 30 and {{ mood.joy.age.old }} of 65 and over",
        "Of those under 30, {{ mood.joy.age.young }} are glad, of 65 and over {{ mood.joy.age.old }}",
        "Under 30 and 65 and over alike: {{ mood.joy.age.young }} and {{ mood.joy.age.old }} are glad",
    ],
)
def test_groups_beside_their_own_figures_are_let_pass(headline: str, tmp_path: Path) -> None:
    found = told(tmp_path, headline, "{kind: grouped, by: age, columns: [young, old]}")

    assert "other-group-named" not in [each.split(":")[0] for each in found]
