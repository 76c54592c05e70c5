"""The story of a survey without a briefing, down to surveys that have little to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import pipeline
from report.briefing.default_story import default_story
from report.briefing.model import Briefing
from report.briefing.model.prose import Literal, Words
from report.briefing.story import Story
from report.charts.book import Book
from report.charts.order import largest
from report.charts.registry import HOUSE_LAYOUTS
from report.diagnostics import Location, SourceError
from report.pipeline import Source
from report.survey.model import AnswerOrder, AnswerRole, ColumnId, QuestionType, Survey, Unit, Wording
from tests.briefing.telling import briefing, emphasized
from tests.builders import MULTIPLE, SCALE, plain, published, question, survey, tabulated, text, wave

TEAMS = question("teams", {"own": 49, "cross": 33, "everyone": 17})
CLOSE = question("close", {"a": 51, "b": 49})
GOALS = question("goals", {"service": 21, "awareness": 77, "experts": 72}, type=MULTIPLE)


def story_of(of: Survey, languages: Sequence[str] | None = None) -> Story:
    return default_story(of, tabulated(of), "media", languages)


def told(of: Survey, language: str = "de") -> Briefing:
    found, faults = briefing(story_of(of, ("de", "en")), language)
    assert not faults
    return found


def test_the_strongest_finding_comes_first() -> None:
    weak = question("weak", {"a": 41, "b": 39, "c": 20})

    found = told(survey(weak, TEAMS, GOALS))

    assert [(each.id, each.exhibit.question, each.topic.text) for each in found.findings] == [
        ("goals", "goals", "Goals"), ("teams", "teams", "Teams"), ("weak", "weak", "Weak"),
    ]  # fmt: skip


def test_at_most_twelve_findings_are_told_and_the_method_says_so() -> None:
    questions = [question(f"q{number}", {"a": 100 - number, "b": number}) for number in range(20)]

    found = told(survey(*questions))

    assert [each.id for each in found.findings] == [f"q{number}" for number in range(12)]
    assert "aus 12 von\u00a020 Fragen" in found.method[0].text


@pytest.mark.parametrize(
    ("language", "headlines"),
    [
        (
            "de",
            ["Goals: Awareness und Experts liegen vorn (77\u00a0% und 72\u00a0%), dann folgt Service mit 21\u00a0%",
             "Teams asked: Own (49\u00a0%), dann Cross (33\u00a0%)"],
        ),
        (
            "en",
            ["Goals: Awareness and Experts lead (77% and 72%), then comes Service at 21%",
             "Teams asked: Own (49%), then Cross (33%)"],
        ),
    ],
)  # fmt: skip
def test_the_headline_is_what_leads(language: str, headlines: list[str]) -> None:
    found = told(survey(TEAMS, GOALS), language)

    assert [each.headline.text for each in found.findings] == headlines


def test_it_claims_that_the_answer_leads() -> None:
    claims = [each.headline.holds for each in story_of(survey(TEAMS, GOALS)).findings]

    assert [claim.text for claim in claims if claim] == [
        "leads(goals.awareness) and goals.awareness - goals.experts <= 5 and goals.experts - goals.service >= 10"
        " and rank(goals.experts) == 2 and rank(goals.service) == 3", "leads(teams.own) and rank(teams.cross) == 2",
    ]  # fmt: skip


def test_the_kinds_follow_from_type_and_number_of_answers() -> None:
    many = question("many", {"a": 50, "b": 20, "c": 10, "d": 10, "e": 10})
    earlier = question("earlier", {"a": 50, "b": 20}, type=MULTIPLE, earlier={"w2014": {"a": 40}})

    found = told(survey(TEAMS, GOALS, many, earlier, waves=[wave("w2014"), wave("w2016")]))

    assert {each.id: each.exhibit.kind for each in found.findings} == {
        "teams": "parts", "goals": "bars", "many": "bars", "earlier": "bars", "earlier_over_time": "columns",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "headline", "title"),
    [
        (
            "de",
            "Goals, eine der Antworten: von 22\u00a0% (2014) auf 72\u00a0% (2016) gestiegen",
            "Anteil der Antwort „{}“ in Prozent",
        ),
        (
            "en",
            "Goals, one of the answers: up from 22% (2014) to 72% (2016)",
            "Share answering “{}” in per\u00a0cent",
        ),
    ],
)  # fmt: skip
def test_an_answer_whose_label_has_no_room_in_a_headline_over_time_is_named_by_the_title(
    language: str, headline: str, title: str
) -> None:
    label = "Fill the posts vacant for more than a year that nobody has applied for whom we would take on as yet"
    goals = question("goals", {"fill": 72, "save": 70}, type=MULTIPLE, labels={"fill": label}, wording=Wording.EXACT,
                     earlier={"w2014": {"fill": 22}})  # fmt: skip

    found = told(survey(goals, waves=[wave("w2014"), wave("w2016")]), language)

    over_time = next(each for each in found.findings if each.id == "goals_over_time")
    assert (over_time.headline.text, over_time.exhibit.title.text) == (headline, title.format(label))


def test_the_cover_and_at_most_four_messages_show_leading_answers() -> None:
    questions = [question(f"q{number}", {"a": 40, "b": 60}, topic=f"T{number}") for number in range(40)]

    found = told(survey(*questions))

    assert [(each.finding, str(each.figure.cell.id)) for each in found.messages] == [
        (f"q{number}", f"q{number}/b@w2016") for number in range(4)
    ]
    assert found.cover.caption.text == "60\u00a0von\u00a0100 Unternehmen: B (Q0 asked)"
    assert found.messages[0].text.text == "der Unternehmen: B"
    assert (found.title.text, found.cover.subtitle.text) == ("Soziale Medien", "Marketingverantwortliche")


@pytest.mark.parametrize(
    ("population", "subtitle"),
    [("heads of marketing", "Heads of marketing"), ("eBay users", "eBay users"), ("US adults", "US adults")],
)
def test_the_subtitle_begins_with_a_capital(population: str, subtitle: str) -> None:
    found = told(replace(survey(TEAMS), population=plain({"de": "Befragte", "en": population})), "en")

    assert found.cover.subtitle.text == subtitle


def test_a_speaker_is_given_the_largest_answers() -> None:
    found = told(survey(GOALS))

    listed = "Awareness (77\u00a0%), Experts (72\u00a0%) und Service (21\u00a0%)."
    assert found.findings[0].notes[-1].text == f"Dann die Zahlen nennen: {listed}"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Awareness (77 %) und Experts (72 %) liegen 5 Prozentpunkte auseinander."),
        ("en", "Awareness (77%) and Experts (72%) are 5 percentage points apart."),
    ],
)
def test_the_text_says_how_far_the_first_answer_lies_above_the_next(language: str, said: str) -> None:
    (found,) = told(survey(GOALS), language).findings

    assert [paragraph.text.replace("\u00a0", " ") for paragraph in found.text] == [said]


@pytest.mark.parametrize(
    "answers", [{"a": 40, "b": 40}, {"a": 40, "b": None}, {"a": 40, "b": "<1"}, {"a": 20, "b": 10, "unsure": 70}]
)
def test_the_text_gives_the_figures_where_the_first_answer_does_not_lie_a_known_way_ahead(
    answers: dict[str, int | str | None],
) -> None:
    asked = question("q", answers, roles={"unsure": AnswerRole.DONT_KNOW} if "unsure" in answers else {})

    (found,) = told(survey(asked)).findings

    assert "auseinander" not in found.text[0].text
    assert found.text[0].text.startswith("A (")


@pytest.mark.parametrize(
    ("of_type", "headline"),
    [
        (MULTIPLE, "Q: A und B liegen mit je 40\u00a0% gleichauf"),
        (QuestionType.SINGLE, "Q: A und B liegen mit je 40\u00a0% gleichauf"),
    ],
)
def test_answers_that_tie_are_named_together_and_none_leads(of_type: QuestionType, headline: str) -> None:
    tied = survey(question("q", {"a": 40, "b": 40, "c": 20}, type=of_type))

    claim = story_of(tied).findings[0].headline.holds

    assert told(tied).findings[0].headline.text == headline
    assert claim
    assert claim.text == "rank(q.a) == 1 and rank(q.b) == 1"
    assert emphasized(told(tied).findings[0].exhibit) == ("a", "b")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Q: zwei Antworten liegen mit je 40\u00a0% gleichauf vorn"),
        ("en", "Q: two answers share first place at 40% each"),
    ],
)
def test_answers_that_tie_are_counted_where_their_names_have_no_room(language: str, said: str) -> None:
    labels = {"a": "A" + "o" * 60, "b": "B" + "o" * 60}
    tied = survey(question("q", {"a": 40, "b": 40, "c": 20}, type=MULTIPLE, labels=labels))

    (finding,) = told(tied, language).findings

    assert finding.headline.text == said
    assert emphasized(finding.exhibit) == ("a", "b")


def test_an_answer_without_others_is_not_named_most_often() -> None:
    alone, both = ({"a": 40}, {"a": 40, "b": 40})

    for answers, headline in ((alone, "Was nennen Sie? A (40\u00a0%)"), (both, "Was nennen Sie?")):
        asked = survey(question("q", answers, type=MULTIPLE, label="Was nennen Sie?"))
        assert told(asked).findings[0].headline.text == headline


@pytest.mark.parametrize(
    ("language", "caption", "message"),
    [
        ("de", "Je 40\u00a0von\u00a0100 Unternehmen: A und B (Q asked)", "der Unternehmen jeweils: A und B"),
        ("en", "40\u00a0out\u00a0of\u00a0100 companies each: A and B (Q asked)", "of companies each: A and B"),
    ],
)
def test_cover_and_message_name_all_answers_that_tie(language: str, caption: str, message: str) -> None:
    tied = survey(question("q", {"a": 40, "b": 40, "c": 20}))

    found = told(tied, language)

    assert found.cover.caption.text == caption
    assert [each.text.text for each in found.messages] == [message]
    assert [each.claim.holds.text for each in story_of(tied).messages if each.claim.holds] == [
        "rank(q.a) == 1 and rank(q.b) == 1"
    ]


@pytest.mark.parametrize(
    ("language", "base", "caption"),
    [
        ("de", None, "68,2\u00a0% der Unternehmen: A (Q asked)"),
        ("en", None, "68.2% of companies: A (Q asked)"),
        ("de", "Händler", "68,2\u00a0% (Händler): A (Q asked)"),
        ("de", "Händler " * 9, "68,2\u00a0% der dazu Befragten: A (Q asked)"),
        ("en", "retailers " * 9, "68.2% of those asked this: A (Q asked)"),
    ],
)
def test_the_cover_says_a_share_with_decimals_in_per_cent(language: str, base: str | None, caption: str) -> None:
    asked = question("q", {"a": "68.2", "b": "31.8"}, base=base and base.strip())

    assert told(survey(asked), language).cover.caption.text == caption


@pytest.mark.parametrize(("language", "said"), [("de", "der Befragten"), ("en", "of those asked")])
def test_the_cover_does_not_say_of_a_question_put_to_all_that_some_were_asked(language: str, said: str) -> None:
    long = Unit(plain(("Unternehmen der Informationswirtschaft " * 3).strip()))
    asked = replace(survey(question("q", {"a": "68.2", "b": "31.8"})), unit=long)

    assert f" {said}: A" in told(asked, language).cover.caption.text


@pytest.mark.parametrize("role", [AnswerRole.NONE, AnswerRole.OTHER])
def test_nothing_is_said_to_be_named_most_where_more_name_nothing_or_something_else(role: AnswerRole) -> None:
    asked = question("q", {"a": 30, "b": 20, "c": 44}, type=MULTIPLE, roles={"c": role})

    said = {AnswerRole.NONE: "Q asked: C (44\u00a0%)", AnswerRole.OTHER: "Q asked"}
    assert told(survey(asked)).findings[0].headline.text == said[role]


def test_where_many_tie_the_question_is_the_headline() -> None:
    tied = survey(question("q", {"a": 25, "b": 25, "c": 25, "d": 25}, label="Wer macht es?"))

    assert told(tied).findings[0].headline.text == "Wer macht es?"


def test_where_many_tie_no_message_names_one_and_the_cover_shows_another_figure() -> None:
    tied = survey(question("q", {"a": 22, "b": 22, "c": 22, "d": 22, "e": 12}))

    found = told(tied)

    assert found.messages == ()
    assert str(found.cover.figure.cell.id) == "q/e@w2016"


def test_where_the_names_of_all_that_tie_are_too_long_for_the_cover_it_shows_one_of_them() -> None:
    labels = {name: f"{name.upper()}: {'lange Bezeichnung ' * 2}" for name in "abcd"}
    tied = survey(question("q", {"a": 19, "b": 19, "c": 19, "d": 19, "e": None}, labels=labels))

    caption = told(tied).cover.caption.text

    assert caption == "19\u00a0von\u00a0100 Befragten: A: lange Bezeichnung lange Bezeichnung (Q)"


def test_what_may_tie_below_a_bound_is_not_said_to_lead() -> None:
    open_ended = survey(question("q", {"a": "<1", "b": "<1"}, type=MULTIPLE, label="Wer macht es?"))

    assert told(open_ended).findings[0].headline.text == "Wer macht es?"


TRUST = {"full": "23.9", "rather": "20.1", "neither": "26.5", "hardly": "17.3", "never": "6.2", "na": "6.0"}
ROLES = {"neither": AnswerRole.MIDPOINT, "na": AnswerRole.DONT_KNOW}
BOXES = {"top": (["full", "rather"], None), "bottom": (["hardly", "never"], None)}


def test_the_middle_of_a_scale_is_the_headline_where_it_has_the_most() -> None:
    found = told(survey(question("q", TRUST, type=SCALE, roles=ROLES)))

    assert found.findings[0].headline.text == "Q asked: Neither (26,5\u00a0%)"
    assert emphasized(found.findings[0].exhibit) == ("neither",)
    assert found.messages[0].text.text == "der Unternehmen: Neither (Q asked)"


@pytest.mark.parametrize(
    ("answers", "nets", "headline", "holds"),
    [
        (
            TRUST, BOXES, "Q: Top (44,0\u00a0%), Bottom (23,5\u00a0%)",
            "q.top > q.bottom and q.top > q.neither and q.top > q.hardly and q.top > q.never",
        ),
        (
            TRUST | {"full": "3.9"}, BOXES, "Q asked: Neither (26,5\u00a0%)",
            "q.neither > q.full and q.neither > q.rather and q.neither > q.hardly and q.neither > q.never",
        ),
        (
            {"full": 10, "rather": 30, "neither": 20, "hardly": 25, "never": 15}, BOXES,
            "Q: Top und Bottom liegen mit je 40\u00a0% gleichauf",
            "q.top == q.bottom and q.top > q.neither",
        ),
        (
            {"full": 40, "neither": 20, "never": 40}, {"any": (["full", "never"], None)},
            "Q: Full und Never liegen mit je 40\u00a0% gleichauf",
            "rank(q.full) == 1 and rank(q.never) == 1 and q.full > q.neither",
        ),
        (
            {"full": 35, "neither": 35, "never": 30}, {},
            "Q: Full und Neither liegen mit je 35\u00a0% gleichauf", "q.full == q.neither and q.full > q.never",
        ),
    ],
)  # fmt: skip
def test_the_headline_of_a_scale_is_a_box_that_leads_or_else_the_leading_step(
    answers: dict[str, int | str | None],
    nets: dict[str, tuple[list[str], int | str | None]],
    headline: str,
    holds: str,
) -> None:
    roles = {name: role for name, role in ROLES.items() if name in answers}
    of = survey(question("q", answers, type=SCALE, roles=roles, nets=nets))

    claim = story_of(of).findings[0].headline.holds

    assert told(of).findings[0].headline.text == headline
    assert claim
    assert claim.text == holds


def test_a_box_that_is_spoken_of_is_shown_before_its_answers() -> None:
    found = told(survey(question("q", TRUST, type=SCALE, roles=ROLES, nets=BOXES))).findings[0].exhibit

    assert found.kind == "bars"
    assert found.answers == ("top", "full", "rather", "neither", "bottom", "hardly", "never", "na")
    assert emphasized(found) == ("top", "bottom")


def test_a_step_that_is_named_by_a_number_stands_in_quotation_marks() -> None:
    scale = question("q", {"a": 20, "b": 50, "c": 30}, type=SCALE, labels={"b": "2"})

    assert told(survey(scale)).findings[0].headline.text == "Q: am häufigsten „2“ auf der Skala von A bis C (50\u00a0%)"


@pytest.mark.parametrize(("of_type", "order"), [(SCALE, AnswerOrder.SIZE), (QuestionType.SINGLE, AnswerOrder.GIVEN)])
def test_a_speaker_is_given_answers_in_their_own_order_where_they_have_one(
    of_type: QuestionType, order: AnswerOrder
) -> None:
    ages = question("q", {"young": 21, "middle": 18, "old": 61}, type=of_type, order=order)

    said = told(survey(ages)).findings[0].notes[-1].text
    assert said.endswith(" Young (21\u00a0%), Middle (18\u00a0%) und Old (61\u00a0%).")


@pytest.mark.parametrize("role", [AnswerRole.DONT_KNOW, AnswerRole.REFUSED])
def test_nobody_is_led_by_those_who_do_not_know(role: AnswerRole) -> None:
    unsure = question("q", {"a": 20, "b": 10, "unsure": 70}, roles={"unsure": role})
    silent = question("silent", {"a": None, "unsure": 70}, roles={"unsure": role})

    found = told(survey(silent, unsure, CLOSE))

    assert "der Unternehmen: A" in [each.text.text for each in found.messages]
    assert {each.finding for each in found.messages} == {"q", "close"}
    assert found.cover.caption.text == "20\u00a0von\u00a0100 Unternehmen: A (Q asked)"
    assert [paragraph.text for paragraph in found.findings[0].text] == [
        "A (20\u00a0%), B (10\u00a0%) und Unsure (70\u00a0%)."
    ]


def test_where_an_unpublished_answer_may_be_higher_none_leads() -> None:
    gappy = survey(question("q", {"a": 30, "b": None}, type=MULTIPLE, label="Wer macht es?"))

    assert told(gappy).findings[0].headline.text == "Wer macht es? A (30\u00a0%)"
    assert story_of(gappy).findings[0].headline.holds is None


def test_an_answer_that_is_not_regular_never_leads() -> None:
    other = question("q", {"other": 60, "a": 30, "b": 10}, roles={"other": AnswerRole.OTHER})

    found = told(survey(other))

    assert found.findings[0].headline.text == "Q asked: A (30\u00a0%)"
    assert str(found.cover.figure.cell.id) == "q/a@w2016"


def test_a_question_without_figures_is_told_without_numbers() -> None:
    silent = question("silent", {"a": None, "b": None}, label="Wer macht es?")

    found = told(survey(silent, TEAMS, CLOSE))

    assert found.findings[2].headline.text == "Wer macht es?"
    assert [run.text for run in found.findings[2].text] == ["Dazu wurde nichts veröffentlicht."]
    assert {each.finding for each in found.messages} == {"teams", "close"}
    assert str(found.cover.figure.cell.id) == "teams/own@w2016"


def test_a_survey_whose_current_wave_is_silent_shows_an_earlier_figure() -> None:
    earlier = {"w2013": {"a": 20}, "w2014": {"a": 30}}
    silent = question("silent", {"a": None, "b": None}, earlier=earlier)

    found = told(survey(silent, waves=[wave("w2013"), wave("w2014"), wave("w2016")]))

    assert str(found.cover.figure.cell.id) == "silent/a@w2014"
    assert found.messages == ()


@pytest.mark.parametrize(
    ("language", "base", "caption"),
    [
        ("de", None, "48\u00a0von\u00a0100 (b): Books (Q asked)"),
        ("en", None, "48\u00a0out\u00a0of\u00a0100 (b): Books (Q asked)"),
        ("en", "readers", "48\u00a0out\u00a0of\u00a0100 (readers, b): Books (Q asked)"),
    ],
)
def test_of_a_question_whose_groups_alone_were_published_they_are_all_it_tells(
    language: str, base: str | None, caption: str
) -> None:
    groups = {"sex": {"a": {"books": 31, "papers": 51}, "b": {"books": 48, "papers": 45}}}
    of_groups = question("q", {"books": None, "papers": None}, segments=groups, base=base, type=MULTIPLE)

    found = told(survey(of_groups, segments={"sex": {"a": 400, "b": 420}}), language)

    assert found.cover.caption.text == caption
    assert str(found.cover.figure.cell.id) == "q/books@w2016/sex.b"
    assert [finding.id for finding in found.findings] == ["q_by_sex"]


def test_a_survey_without_any_figure_has_nothing_to_tell() -> None:
    with pytest.raises(SourceError) as raised:
        story_of(survey(question("q", {"a": None})))

    (fault,) = raised.value.diagnostics
    assert (fault.id, fault.message) == ("no-figures", "the survey publishes no figure, so there is nothing to tell")


def test_texts_of_the_survey_are_not_held_to_the_rules_for_authors() -> None:
    asked = question("q", {"a": None, "b": 3}, type=MULTIPLE, label="Wer hat mehr als 50 % {{ **gesagt**?")

    assert told(survey(asked)).findings[0].headline.text == "Wer hat mehr als 50 % (( *gesagt*? B (3\u00a0%)"


def test_without_languages_it_is_told_in_those_of_the_title() -> None:
    assert story_of(survey(TEAMS)).languages == ("de", "en")


def test_it_is_final_and_named_after_its_folder() -> None:
    story = story_of(survey(TEAMS))

    assert (story.is_final, story.name) == (True, "media")


PERCENTS = st.integers(0, 100) | st.sampled_from(["<1", "<0.5"])
ANSWERS = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | PERCENTS, min_size=1, max_size=8)


@given(st.lists(st.tuples(ANSWERS, st.sampled_from([MULTIPLE, SCALE])), min_size=1, max_size=6))
def test_every_survey_with_a_figure_is_told(questions: list[tuple[dict[str, int | str | None], QuestionType]]) -> None:
    of_survey = survey(*(question(f"q{n}", answers, type=kind) for n, (answers, kind) in enumerate(questions)))
    if published(of_survey).figures:
        assert {each.exhibit.question for each in told(of_survey).findings} == {each.id for each in of_survey.questions}


STEPS = st.lists(st.integers(0, 40) | st.just("<1"), min_size=3, max_size=7).filter(lambda steps: len(steps) % 2 == 1)


@given(STEPS, st.booleans(), st.booleans())
def test_what_is_named_alone_has_more_than_all_that_it_is_not_made_of(
    steps: list[int | str], has_middle: bool, has_nets: bool
) -> None:
    names = "abcdefg"[: len(steps)]
    nets = {"top": ([*names[: len(names) // 2]], None), "bottom": ([*names[len(names) // 2 + 1 :]], None)}
    roles = {names[len(names) // 2]: AnswerRole.MIDPOINT} if has_middle else {}
    asked = question(
        "q", dict(zip(names, steps, strict=True)), type=SCALE, roles=roles, nets=nets if has_nets else {}, label="Was?"
    )

    found = told(survey(asked))

    for message in found.messages:
        name = message.figure.cell.id.answer
        members = nets[name][0] if name in nets else [name]
        own = sum(lowest(steps[names.index(member)]) for member in members)
        outside = [highest(step) for other, step in zip(names, steps, strict=True) if other not in members]
        assert "jeweils: " in message.text.text or all(own > step for step in outside)


def test_a_net_without_room_for_its_question_keeps_its_own_name() -> None:
    asked = question(
        "trust",
        {"a": 16, "b": 17, "c": 33, "d": 34},
        type=SCALE,
        topic="Vertrauen in die Bundesregierung",
        label="Wie sehr vertrauen Sie der Bundesregierung?",
        labels={"pro": "vertrauen ihr", "con": "haben kein Vertrauen"},
        nets={"pro": (["a", "b"], None), "con": (["c", "d"], None)},
    )

    found = told(survey(asked))

    assert "Vertrauen in die Bundesregierung" in found.cover.caption.text
    assert all("Con (Netto)" in message.text.text for message in found.messages)


def test_a_cover_names_what_its_answer_is_about_where_that_does_not_say_it() -> None:
    labels = {"year": {"de": "Im letzten Jahr", "en": "Within the past year"}}
    visit = question("visit", {"year": 55, "never": 45}, topic="Zahnarzt", label="Besuch beim Zahnarzt", labels=labels)

    assert told(survey(visit)).cover.caption.text.endswith(": Im letzten Jahr (Besuch beim Zahnarzt)")


def test_one_message_of_several_findings_is_no_survey_at_a_glance() -> None:
    silent = question("silent", {"a": None, "b": None}, label="Wer macht es?")

    assert [each.finding for each in told(survey(TEAMS)).messages] == ["teams"]
    assert told(survey(silent, TEAMS)).messages == ()


def test_what_nobody_named_leads_nothing() -> None:
    zeros = question("zeros", {"a": 0, "b": 0, "c": None}, type=MULTIPLE)

    found = told(survey(zeros, TEAMS, CLOSE))

    assert {message.finding for message in found.messages} == {"teams", "close"}
    assert str(found.cover.figure.cell.id).startswith("teams/")


def test_a_cover_shows_no_middle_of_a_scale_whose_ends_tie() -> None:
    tied = {"a": 40, "b": 20, "c": 40}
    battery = [
        replace(question(name, tied, type=SCALE, roles={"b": AnswerRole.MIDPOINT}), scale="s")
        for name in ("one", "two")
    ]

    assert str(told(survey(*battery)).cover.figure.cell.id) == "one/a@w2016"


def test_the_text_of_a_change_and_of_a_gap_gives_the_figures_compared() -> None:
    asked = question(
        "q",
        {"a": 45, "b": 30},
        type=MULTIPLE,
        earlier={"w2014": {"a": 20, "b": 30}},
        segments={"size": {"small": {"a": 50, "b": 20}, "large": {"a": 40, "b": 45}}},
    )
    of = survey(asked, segments={"size": {"small": None, "large": None}}, waves=[wave("w2014"), wave("w2016")])

    texts = {each.id: each.text[0].text.replace("\u00a0", " ") for each in told(of).findings}

    assert texts["q_over_time"] == "A: 20 % (2014), 45 % (2016), eine Veränderung um 25 Prozentpunkte."
    assert texts["q_by_size"] == "B: 45 % (large) und 20 % (small), 25 Prozentpunkte Abstand."


@pytest.mark.parametrize(
    ("longest", "shown"), [(60, ["small", "large"]), (41, ["small", "large"]), (40, ["small", "medium", "large"])]
)
def test_the_widest_gap_is_told_of_groups_with_very_long_names_of_these_alone(longest: int, shown: list[str]) -> None:
    of = {"a": 45, "b": 45}
    groups = {"small": {"a": 11, "b": 60}, "medium": {"a": 30, "b": 50}, "large": {"a": 56, "b": 44}}
    asked = question("q", of, type=MULTIPLE, segments={"size": groups})
    long = survey(asked, segments={"size": dict.fromkeys(groups)})
    (segment,) = long.segments
    named = tuple(replace(each, label=text((each.id + " x" * 30)[:longest].strip())) for each in segment.columns)
    of_long_names = replace(long, segments=(replace(segment, columns=named),))

    (finding,) = (each for each in told(of_long_names).findings if each.id == "q_by_size")

    assert [column.column for column in finding.exhibit.columns] == shown
    assert finding.text[0].text.endswith("45\u00a0Prozentpunkte Abstand.")


@pytest.mark.parametrize(("of_all", "is_marked"), [({"a": 45, "b": 45}, True), ({}, False)])
def test_all_who_were_asked_stand_beside_groups_where_their_shares_were_published(
    of_all: dict[str, int], is_marked: bool
) -> None:
    groups = {"small": {"a": 11, "b": 60}, "large": {"a": 56, "b": 44}}
    asked = question("q", {"a": of_all.get("a"), "b": of_all.get("b")}, type=MULTIPLE, segments={"size": groups})
    of = survey(asked, segments={"size": dict.fromkeys(groups)})

    (exhibit,) = (each.exhibit for each in told(of).findings if each.id == "q_by_size")

    assert exhibit.reference == (ColumnId("w2016") if is_marked else None)


def test_a_message_below_its_topic_does_not_repeat_it() -> None:
    steps = {"fully": 50, "rather": 30, "hardly": 20}
    label = "Wie sehr stimmen Sie der Aussage zu, dass Unternehmen in sozialen Medien selbst auftreten sollten?"
    asked = question("q", steps, type=SCALE, nets={"yes": (["fully", "rather"], None)}, label=label)

    found = told(survey(asked))

    assert [(each.topic.text, each.text.text) for each in found.messages] == [("Q", "der Unternehmen: Yes (Netto)")]
    assert found.cover.caption.text.replace("\u00a0", " ") == "80 von 100 Unternehmen: Yes (Netto), Q"


def lowest(step: int | str) -> Decimal:
    return Decimal("0.001") if step == "<1" else Decimal(step)


def highest(step: int | str) -> Decimal:
    return Decimal("0.999") if step == "<1" else Decimal(step)


def test_the_words_of_the_survey_keep_their_places_in_a_text_put_together() -> None:
    placed = replace(survey(TEAMS), unit=Unit(text("Firmen {mit} ***Teams***", line=7, column=9)))

    (_, before, *unit, after, _, _, _) = told(placed).cover.caption.runs

    assert (before, after) == (Literal(" ", is_strong=True), Literal(":", is_strong=True))
    written = [run for run in unit if isinstance(run, Words)]
    assert "".join(run.text for run in written) == "Firmen (mit) *Teams*"
    assert written[0].source.at(0) == Location("briefing.yaml", 7, 9)


# ------------------------------------------------------------------------------------ figures of others than all, now


@pytest.mark.parametrize(
    ("shares", "columns"),
    [
        # the current wave has none of all: groups come first, then the waves that have some, at most four
        ("earlier: {w1: {a: 40, b: 60}, w2: {a: 30, b: 70}}", ["w1", "w2"]),
        ("earlier: {w0: {a: 1, b: 9}, w01: {a: 2, b: 8}, w02: {a: 3}, w1: {a: 40, b: 60}, w2: {a: 30, b: 70}}",
         ["w01", "w02", "w1", "w2"]),
        ("earlier: {w2: {a: 30, b: 70}}", ["w2"]),
        ("segments: {age: {young: {a: 40, b: 60}, old: {a: 41, b: 59}}}", ["age.young", "age.old"]),
        ("segments: {age: {old: {a: 40, b: 60}}}", ["age.old"]),
        ("segments: {age: {old: {a: 40, b: 60}}}\n    earlier: {w1: {a: 40, b: 60}, w2: {a: 3, b: 7}}", ["age.old"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_question_without_current_figures_of_all_shows_those_that_there_are(
    shares: str, columns: list[str], language: str, tmp_path: Path
) -> None:
    (tmp_path / "survey.yaml").write_text(f"{BARE.replace('LANGUAGE', language)}    {shares}\n", "utf-8")

    material = pipeline.read(Source(tmp_path / "survey.yaml", "survey.yaml", "media"))
    telling = pipeline.tell(material, [language], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.DECK])

    (shown,) = [finding.exhibit for finding in layouts.briefing.findings if finding.id == "bare"]
    assert [column.name for column in shown.columns] == columns
    table = layouts.briefing.tables.table("bare")
    assert all(table.cell(answer, column).share for answer in shown.answers for column in shown.columns[-2:])


BARE = """
format: 1
language: LANGUAGE
title: Obst
publisher: Verband
published: 2024
population: Erwachsene
unit: Erwachsene
wave: w3
waves: {w0: {date: 2001}, w01: {date: 2002}, w02: {date: 2003}, w1: {date: 2020}, w2: {date: 2022}, w3: {date: 2024}}
segments: {age: {label: Alter, columns: {young: {label: Jüngere}, old: {label: Ältere}}}}
questions:
  other:
    type: single
    topic: Rad
    label: Fahren Sie Rad?
    answers: {a: {percent: 60, label: Ja}, b: {percent: 40, label: Nein}}
  bare:
    type: single
    topic: Bus
    label: Fahren Sie Bus?
    answers: {a: {label: Ja}, b: {label: Nein}}
"""


@pytest.mark.parametrize("label", ["Ich sehe mich als:", "Bitte nennen Sie alles, was zutrifft.", "Mein Alter"])
def test_a_label_that_ends_in_a_sign_gets_no_second_one(label: str) -> None:
    asked = question("q", {"a": 60, "b": 40}, label=label)

    (finding,) = told(survey(asked)).findings

    said = " ".join([finding.headline.text, *(each.text for each in finding.notes or ())])
    assert not any(twice in said for twice in ("::", "..", ".:", ":."))
    assert f"Mit dem Thema beginnen: {label.rstrip('.:')}." in said


@pytest.mark.parametrize(("language", "said"), [("de", "aus der einen Frage"), ("en", "from the one question")])
def test_a_survey_of_one_question_does_not_count_its_questions(language: str, said: str) -> None:
    assert said in " ".join(part.text for part in told(survey(TEAMS), language).method)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Je 25\u00a0von\u00a0100 Unternehmen: jede Antwort zu „Q“"),
        ("en", "25\u00a0out\u00a0of\u00a0100 companies each: every answer on “Q”"),
    ],
)
def test_the_cover_says_of_many_equal_answers_that_all_are_and_picks_none(language: str, said: str) -> None:
    labels = {name: {"de": f"Die Antwort {name}", "en": f"The answer {name}"} for name in "abcd"}
    equal = question("q", dict.fromkeys("abcd", 25), labels=labels)

    assert told(survey(equal), language).cover.caption.text == said


def test_the_cover_rather_shows_a_question_whose_answers_are_not_all_equal() -> None:
    equal = question("first", {"a": 50, "b": 50})
    other = question("second", {"a": 40, "b": 35, "c": 25})

    assert str(told(survey(equal, other)).cover.figure.cell.id) == "second/a@w2016"


def test_of_many_answers_that_share_the_first_place_the_cover_names_none_alone() -> None:
    labels = {name: {"de": f"Die Antwort {name}", "en": f"The answer {name}"} for name in "abcdef"}
    shares = {**dict.fromkeys("abcd", 20), **dict.fromkeys("ef", 10)}
    caption = told(survey(question("q", shares, labels=labels))).cover.caption.text

    assert caption == "Je 20\u00a0von\u00a0100 Unternehmen: die häufigsten Antworten zu „Q“"


def test_words_of_the_question_in_a_headline_name_no_answer() -> None:
    sites = question(
        "sites",
        {"facebook": 17, "youtube": 13, "news": 12, "none": 51},
        type=MULTIPLE,
        label={"de": "Welche Seiten haben Sie für News genutzt?", "en": "Which sites have you used for news?"},
        labels={"youtube": "YouTube", "news": "News sites", "none": "None of these"},
        roles={"none": AnswerRole.NONE},
    )

    found = told(survey(sites), "en")

    assert found.findings[0].headline.text.startswith("Which sites have you used for news? None of these (51%)")
    assert emphasized(found.findings[0].exhibit) == ("none",)


def test_a_cover_without_room_for_the_question_names_the_answer_alone() -> None:
    long = "Wie sehr die Befragten dem Satz im Ganzen zustimmen"
    scale = question("q", {"a": 60, "b": 40}, type=QuestionType.SCALE, topic=long, label=long)

    assert told(survey(scale)).cover.caption.text == "60\u00a0von\u00a0100 Unternehmen: A"


def test_a_cover_without_room_for_answers_that_tie_says_that_they_are_the_most_frequent() -> None:
    labels = {name: f"Eine der Antworten, die sich nicht kürzer fassen lassen, {name}" for name in "ab"}
    shares = {"a": 40, "b": 40, "c": 10, "d": 10}
    tied = question("q", shares, labels=labels, topic="Was dagegen spricht, jetzt zu bauen")

    caption = told(survey(tied)).cover.caption.text

    assert caption.endswith("Unternehmen: die häufigsten Antworten")


@pytest.mark.parametrize(("other", "is_told"), [(0, False), (10, True)])
def test_groups_are_not_told_by_the_question_that_made_them(other: int, is_told: bool) -> None:
    groups = {"small": {"a": 60, "b": 40, "c": other}, "large": {"a": 0, "b": 0, "c": 100}}
    asked = question("q", {"a": 30, "b": 20, "c": 50}, type=MULTIPLE, segments={"size": groups})

    found = story_of(survey(asked, segments={"size": {"small": 400, "large": 400}}))

    assert ("q_by_size" in [finding.id.text for finding in found.findings]) == is_told


STATEMENTS = [
    question(
        name,
        {"often": often, "never": 100 - often},
        topic="Habits",
        label=name.capitalize(),
        segments={"sex": {"men": {"often": men, "never": 100 - men}, "women": {"often": women, "never": 100 - women}}},
    )
    for name, often, men, women in (("reading", 40, 20, 60), ("cooking", 50, 70, 30))
]
"""Two statements of one topic on which groups differ the other way round."""


def test_statements_of_one_topic_are_named_in_headlines() -> None:
    found = told(survey(*STATEMENTS, segments={"sex": {"men": 500, "women": 500}}), "en")

    assert [each.headline.text for each in found.findings if each.id.endswith("_by_sex")] == [
        "Reading, Often: 20% (men) against 60% (women)",
        "Cooking, Often: 70% (men) against 30% (women)",
    ]


def test_where_the_topic_has_no_room_a_change_is_told_of_its_answer() -> None:
    long = question(
        "lunch",
        {"canteen": "40.5", "home": "59.5"},
        topic="Where most of those who work in the office eat at noon on a day that is usual",
        labels={"canteen": "In the canteen or in another place of the employer", "home": "At home"},
        earlier={"w2013": {"canteen": "47.5", "home": "52.4"}},
    )

    found = told(survey(long, waves=[wave("w2013"), wave("w2016")]), "en")

    (headline,) = (each.headline.text for each in found.findings if " to " in each.headline.text)
    assert headline.startswith("At home: up from 52.4%")


def test_answers_left_out_are_all_that_are_not_drawn() -> None:
    many = question("land", {f"land{number}": 2 for number in range(40)}, type=MULTIPLE)
    found = told(survey(many), "en")

    chart = Book.of(found, HOUSE_LAYOUTS).chart("land")
    assert largest(chart, 12).further == 28


@pytest.mark.parametrize(
    ("label", "caption"),
    [
        ("I did not react to it and ignored the incident", "72.5%: I did not react to it and ignored the incident"),
        ("I did not react and ignored what had happened at the time", "72.5% of companies: the most frequent answer"),
    ],
)  # fmt: skip
def test_the_cover_names_its_answer_as_long_as_there_is_room(label: str, caption: str) -> None:
    labels = {"none": label, "other": "Another one"}
    asked = question(
        "reaction", {"none": "72.5", "other": "27.5"}, topic="Reaction to incidents at work", labels=labels
    )

    assert told(survey(asked), "en").cover.caption.text == caption
