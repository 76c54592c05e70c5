"""A comparison that is a word of an answer's own label needs no claim where the text repeats that label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.diagnostics import SourceText
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, annotation, claim, finding, message, plain, question, story, survey

USE = question(
    "use",
    {"daily": 44, "weekly": 30, "more": 12},
    type=MULTIPLE,
    labels={
        "daily": {"de": "mindestens täglich", "en": "at least daily"},
        "weekly": {"de": "seltener als täglich", "en": "less than daily"},
        "more": {"de": "mehr", "en": "more"},
    },
    nets={"often": (["daily", "weekly"], 60)},
)
OTHER = question("goals", {"own": 50, "cross": 30}, type=MULTIPLE)


def missing(headline: str, language: str = "en", holds: str | None = None) -> list[str]:
    told = finding("use", "use", headline, holds)
    return [fault.message for fault in faults(story(survey(USE, OTHER), told, languages=[language]))
            if fault.id == "missing-claim"]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "{{ use.daily }} read it at least daily"),
        ("en", "At **least daily**: {{ use.daily | of_100 }} of companies"),
        ("en", "Some say “at least daily”, and some say “more”"),
        ("en", 'They answer "less than daily"'),
        ("de", "{{ use.daily }} lesen sie mindestens täglich"),
        ("de", "{{ use.daily }} mindestens täglich, {{ use.weekly }} seltener als täglich"),
        ("de", "Viele antworten „seltener als täglich“"),
    ],
)
def test_a_label_that_is_repeated_with_its_figure_or_in_quotation_marks_needs_no_claim(
    language: str, headline: str
) -> None:
    assert missing(headline, language) == []


@pytest.mark.parametrize(
    ("language", "headline", "word"),
    [
        ("en", "Everybody reads it at least daily", "least"),
        ("en", "{{ use.weekly }} read it at least daily", "least"),
        ("en", "At least {{ use.daily }} read it daily", "least"),
        ("en", "{{ use.more }} read more", "more"),
        ("en", "{{ use.daily }} read it at least daily, more than others", "more"),
        ("de", "{{ use.daily }}, und damit die meisten, mindestens täglich", "meisten"),
        ("de", "{{ use.weekly }} lesen sie seltener als andere", "seltener als"),
    ],
)
def test_a_comparison_beside_a_label_or_of_another_answer_needs_its_claim(
    language: str, headline: str, word: str
) -> None:
    assert missing(headline, language) == [f'"{word}" compares, so the headline needs a claim']


def test_a_message_repeats_the_label_of_its_big_figure_and_an_annotation_that_of_its_marks() -> None:
    told = story(
        survey(USE),
        finding("use", "use", annotations=[annotation(["daily"], "At least daily", "means that.")]),
        languages=["en"],
        messages=[message("use", "use.daily", "read it at least daily")],
    )

    assert [fault for fault in faults(told) if fault.id == "missing-claim"] == []


def test_the_example_and_the_figures_that_are_suggested_are_of_the_own_question() -> None:
    of_use = finding("use", "use", "Most read it, 30 %")
    of_goals = finding("goals", "goals", "Most are in, 30 %", line=300)
    hints = [fault.hint for fault in faults(story(survey(USE, OTHER), of_use, of_goals, languages=["en"]))]

    claim = "add holds: with the condition under which it is true, as in holds: leads({})"
    assert hints == [
        claim.format("use.daily"),
        "bind it to the data: {{ use.weekly }}",
        claim.format("goals.own"),
        "bind it to the data: {{ goals.cross }}",
    ]


FIFTHS = {"most": "Most deprived fifth", "least": "Least deprived fifth"}
BY_AREA = question(
    "health",
    {"good": 70, "bad": 10},
    type=MULTIPLE,
    segments={"area": {"most": {"good": 50, "bad": 20}, "least": {"good": 80, "bad": 5}}},
)


def in_areas(*, lead: str, body: str, headline: str = "Health", told: str = "are in good health") -> list[str | None]:
    """The hints of missing claims in an annotation, a headline and a message of segment columns."""
    asked = survey(BY_AREA, segments={"area": {"most": 800, "least": 1000}})
    (areas,) = asked.segments
    columns = tuple(replace(column, label=plain(FIFTHS[column.id])) for column in areas.columns)
    noted = finding("gap", "health", headline, kind="grouped", annotations=[annotation(["good"], lead, body)])
    of = story(
        replace(asked, segments=(replace(areas, columns=columns),)),
        replace(noted, exhibit=replace(noted.exhibit, by=(SourceText("area"),))),
        languages=["en"],
        messages=[message("gap", "health.good.area.least", told)],
    )
    return [fault.hint for fault in faults(of) if fault.id == "missing-claim"]


def test_the_label_of_a_group_beside_its_figure_is_no_comparison() -> None:
    assert not in_areas(
        lead="Most deprived fifth",
        body="{{ health.bad.area.most }} are in bad health.",
        headline="In the least deprived fifth {{ health.good.area.least }} feel well",
        told="in the **least deprived fifth** are in good health",
    )


def test_beside_the_figure_of_another_group_it_is_and_the_hint_is_of_the_figures_of_its_annotation() -> None:
    assert in_areas(lead="Most deprived fifth", body="{{ health.bad.area.least }} are in bad health.") == [
        "add holds: with the condition under which it is true, as in holds: last(health.bad.area.least)"
    ]


@pytest.mark.parametrize(
    ("headline", "n_found"),
    [("Minority: {{ born.no }} say no", 0), ("{{ born.no }} say no (minority)", 0), ("{{ born.no }}, a minority", 1)],
)
def test_a_topic_that_is_set_apart_tells_no_amount(headline: str, n_found: int) -> None:
    born = question("born", {"yes": 30, "no": 70}, topic="Minority", label="Were you born as one?")

    found = faults(story(survey(born), finding("f", "born", headline, "born.no > 60"), languages=["en"]))

    assert [fault.id for fault in found] == ["amount-not-claimed"] * n_found


def test_the_name_of_the_survey_is_no_claim() -> None:
    of = replace(survey(USE), title=plain("Most at Home"))
    named, more = (story(of, languages=["en"], title=claim(text)) for text in ("Most at Home", "Most at Home Now"))

    assert [fault.id for fault in faults(named)] == []
    assert [fault.id for fault in faults(more)] == ["missing-claim"]


HOME = {"de": "{{ work.home }} arbeiten meist zu Hause", "en": "{{ work.home }} mostly work at home"}


@pytest.mark.parametrize(
    ("headline", "asked", "n_missing"),
    [
        (HOME, {"de": "Wo sind Sie meist tätig?", "en": "Where do you mostly do your work?"}, 0),
        (HOME, {"de": "Wo sind Sie tätig?", "en": "Where do you do your work?"}, 1),
        (
            {"de": "Meist zu Hause sind {{ work.home }}", "en": "Mostly at home are {{ work.home }}"},
            {"de": "Wo sind Sie meist tätig?", "en": "Where do you mostly do your work?"},
            1,
        ),
        (
            {"de": "{{ work.home }} sind es, meist Ältere", "en": "{{ work.home }} it is, mostly the old"},
            {"de": "Wo sind Sie meist tätig?", "en": "Where do you mostly do your work?"},
            1,
        ),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_asked_of_habits_may_be_said_of_those_whose_figure_stands_before_it(
    language: str, headline: dict[str, str], asked: dict[str, str], n_missing: int
) -> None:
    work = question("work", {"home": 41, "office": 59}, label=asked[language])

    found = faults(story(survey(work), finding("f", "work", headline[language]), languages=[language]))

    assert [fault.id for fault in found] == ["missing-claim"] * n_missing
