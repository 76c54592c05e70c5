"""The notes under exhibits, word for word."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from report.briefing.model.prose import Figure, Prose, joined
from report.briefing.model.terms import wave_label
from report.document.model.nodes import BETWEEN
from report.document.sources import base_parts, common_base_parts, modes_by_topic, source_note
from report.language.registry import load
from report.survey.model import ColumnId, Rest, Survey, Wording
from tests.builders import (
    MULTIPLE,
    NOT_ASKED,
    SCALE,
    AskedQuestion,
    plain,
    question,
    survey,
    tabulated,
    wave,
    with_earlier_labels,
)
from tests.document.telling import briefing_of

CHALLENGES = question(
    "challenges",
    {"resources": 51, "privacy": 47, "skills": 35, "budget": 27},
    type=MULTIPLE,
    inferred=True,
    label={"de": "Herausforderungen für Social Media", "en": "Challenges for social media"},
)
TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
    inferred=True,
    rest=Rest.UNKNOWN,
    label={"de": "Wer verantwortet", "en": "Who is responsible"},
    earlier={
        "w2013": {"own": 24, "department": 47},
        "w2014": {"own": 35, "cross": 33, "everyone": 17, "department": 32},
    },
)
WAVES = [
    wave("w2013", source="Bitkom, September 2014"),
    wave("w2014", source="Bitkom, September 2014"),
    wave("w2015", published=False),
    wave("w2016"),
]


@dataclass(frozen=True)
class Halves:
    """The halves of a source note, their no-break spaces as blanks."""

    topic: str
    base: str


def note(of: Survey, waves: tuple[str, ...] = ("w2016",), language: str = "de") -> Halves:
    found = source_note("note", of.questions[0], tuple(map(ColumnId, waves)), briefing_of(of, language))
    return Halves(*(half.text.replace("\u00a0", " ") for half in found.halves))


def modes(of: Survey, *, with_sums: bool = False) -> str:
    parts = modes_by_topic(of.questions, briefing_of(of), with_sums=with_sums)
    return joined(parts, BETWEEN).text.replace("\u00a0", " ")


def base_of(asked: Survey, *questions: str) -> str:
    base, _ = base_parts({name: [ColumnId("w2016")] for name in questions}, briefing_of(asked))
    return base.text.replace("\u00a0", " ")


def test_topic_wording_and_mode_inferred_from_the_sum() -> None:
    assert note(survey(CHALLENGES)) == Halves(
        "Thema: Herausforderungen für Social Media; Fragewortlaut nicht veröffentlicht"
        " · Mehrfachnennungen (aus der Summe von 160 % erschlossen)",
        "Basis: Marketingverantwortliche, n nicht veröffentlicht · Quelle: Bitkom Research, Juni 2016",
    )


@pytest.mark.parametrize(
    ("answers", "is_said"), [(("a", "top"), True), (("a", "b"), False), (("a", "published"), False)]
)
def test_the_note_of_an_exhibit_that_shows_a_computed_net_says_so(answers: tuple[str, ...], is_said: bool) -> None:
    asked = question("q", {"a": 31, "b": 28}, nets={"top": (["a", "b"], None), "published": (["a", "b"], 59)})
    of = survey(asked)

    found = source_note("note", asked, [ColumnId("w2016")], briefing_of(of), answers=answers)

    assert ("Netto berechnet als Summe der Antworten" in found.halves[0].text) is is_said


def test_the_note_says_why_a_net_has_no_share_where_all_of_its_answers_were_published() -> None:
    asked = question("q", {"a": 31, "b": "<1", "c": 60}, nets={"top": (["a", "b"], None), "any": (["a", "c"], None)})

    found = source_note("note", asked, [ColumnId("w2016")], briefing_of(survey(asked)), answers=["top", "any"])

    reason = "Netto nicht berechenbar, wo von einer Antwort nur eine Obergrenze veröffentlicht ist"
    assert f"Netto berechnet als Summe der Antworten; {reason}" in found.halves[0].text


def test_the_same_in_english() -> None:
    assert note(survey(CHALLENGES), language="en") == Halves(
        "Topic: Challenges for social media; question wording not published"
        " · multiple answers (inferred from the sum of 160%)",
        "Base: heads of marketing, n not published · Source: Bitkom Research, June 2016",
    )


def test_no_break_spaces_keep_numbers_and_signs_together() -> None:
    found = source_note("note", CHALLENGES, [ColumnId("w2016")], briefing_of(survey(CHALLENGES)))

    assert "160\u00a0%" in found.text.text
    assert "n\u00a0nicht" in found.text.text


def test_a_published_mode_needs_no_reason_and_a_published_n_stands_in_the_base() -> None:
    found = note(survey(replace(CHALLENGES, type_is_inferred=False, n=1204)))

    assert found.topic.endswith(" · Mehrfachnennungen")
    assert found.base.startswith("Basis: Marketingverantwortliche, n = 1.204 · ")


@pytest.mark.parametrize(("n", "told"), [(99, "n = 99*; * = Basis unter 100"), (100, "n = 100")])
def test_a_sign_stands_where_fewer_than_100_were_asked_the_whole_question(n: int, told: str) -> None:
    asked = replace(survey(replace(CHALLENGES, n=n)), population=plain("Teilnehmer*innen"))

    assert note(asked).base.startswith(f"Basis: Teilnehmer*innen, {told} · ")


def test_only_an_exact_wording_is_quoted_as_the_question() -> None:
    exact = replace(CHALLENGES, wording=Wording.EXACT, type_is_inferred=False, label=plain("Was hindert Sie?"))

    assert note(survey(exact)).topic == "Frage: „Was hindert Sie?“ · Mehrfachnennungen"


@pytest.mark.parametrize(
    ("wording", "label", "told"),
    [
        (None, "Was hindert Sie?", "Frage: Was hindert Sie?"),
        (None, "Was Sie hindert", "Thema: Was Sie hindert"),
        (Wording.PARAPHRASED, "Was hindert Sie?", "Frage: Was hindert Sie? · Wortlaut sinngemäß wiedergegeben"),
        (Wording.UNPUBLISHED, "Was hindert Sie?", "Frage: Was hindert Sie? · Fragewortlaut nicht veröffentlicht"),
        (Wording.UNPUBLISHED, "Was Sie hindert", "Thema: Was Sie hindert; Fragewortlaut nicht veröffentlicht"),
    ],
)
def test_of_the_words_of_a_question_is_said_what_its_publisher_says(
    wording: Wording | None, label: str, told: str
) -> None:
    asked = replace(CHALLENGES, type_is_inferred=False, label=plain(label), wording=wording)

    assert note(survey(asked)).topic == f"{told} · Mehrfachnennungen"


def test_the_base_of_a_question_put_to_some_stands_in_place_of_the_population() -> None:
    some = replace(CHALLENGES, base=plain("Unternehmen mit Strategie"), n=430)

    assert note(survey(some)).base.startswith("Basis: Unternehmen mit Strategie, n = 430 · ")


@pytest.mark.parametrize(
    ("answers", "rest", "ends"),
    [
        ({"a": 50, "b": 34, "c": 17}, None, "Einfachnennung · Abweichung von 100 % durch Rundung"),
        ({"a": 49, "b": 33, "c": 18}, None, "Einfachnennung"),
        ({"a": 49, "b": 33, "c": 17}, Rest.UNKNOWN, "Einfachnennung"),
        ({"a": 49, "b": 33, "c": None}, None, "Einfachnennung"),
    ],
)
def test_rounding_is_named_where_nothing_else_explains_the_sum(
    answers: dict[str, int | str | None], rest: Rest | None, ends: str
) -> None:
    assert note(survey(question("q", answers, rest=rest))).topic.endswith(f" · {ends}")


def test_multiple_choice_is_never_rounded() -> None:
    assert "Rundung" not in note(survey(CHALLENGES)).topic


def test_over_waves_every_source_and_every_mode_that_the_sums_show() -> None:
    found = note(survey(TEAMS, waves=WAVES), ("w2013", "w2014", "w2015", "w2016"))

    assert found == Halves(
        "Thema: Wer verantwortet; Fragewortlaut nicht veröffentlicht"
        " · 2014 Mehrfachnennungen, 2016 Einfachnennung (aus den Summen)",
        "Basis: Marketingverantwortliche, n nicht veröffentlicht"
        " · Quelle: Bitkom, September 2014; Bitkom Research, Juni 2016",
    )


def test_over_waves_in_english() -> None:
    found = note(survey(TEAMS, waves=WAVES), ("w2014", "w2016"), "en")

    assert found.topic.endswith(" · multiple answers in 2014, single answer in 2016 (from the sums)")


def test_a_wave_with_a_sum_up_to_rounding_says_nothing_of_its_mode() -> None:
    earlier = {"w2014": {"own": "35.5", "cross": "33.0", "everyone": "31.6"}}  # 100.1: three half units are 0.15
    rounded = question("q", {"own": "49.0", "cross": "33.0", "everyone": "18.0"}, earlier=earlier)

    assert note(survey(rounded, waves=WAVES), ("w2014", "w2016")).topic.endswith(" · Einfachnennung")


def test_a_wave_above_it_does() -> None:
    earlier = {"w2014": {"own": "35.5", "cross": "33.0", "everyone": "31.7"}}  # 100.2
    exceeding = question("q", {"own": "49.0", "cross": "33.0", "everyone": "18.0"}, earlier=earlier)

    assert "2014 Mehrfachnennungen" in note(survey(exceeding, waves=WAVES), ("w2014", "w2016")).topic


def test_waves_of_different_size_name_each_n() -> None:
    waves = [wave("w2014", n=500), wave("w2016", n=430)]
    two = question("q", {"a": 49}, earlier={"w2014": {"a": 35}})

    assert note(survey(two, waves=waves), ("w2014", "w2016")).base == (
        "Basis: Marketingverantwortliche, n = 500 (2014), n = 430 (2016) · Quelle: Bitkom Research, 2014, Juni 2016"
    )


def test_waves_of_one_source_are_told_apart_by_when_they_took_place() -> None:
    waves = [wave("w2014", "2014-10"), wave("w2016", "2016-05")]  # the current one published in June
    two = question("q", {"a": 49}, earlier={"w2014": {"a": 35}})

    assert note(survey(two, waves=waves), ("w2014", "w2016")).base.endswith("Bitkom Research, Oktober 2014, Mai 2016")
    assert note(survey(two, waves=waves), ("w2016",)).base.endswith("Bitkom Research, Juni 2016")


def test_the_publisher_is_cited_where_no_institute_is_named() -> None:
    assert note(survey(CHALLENGES, institute=None)).base.endswith("Quelle: Bitkom, Juni 2016")


def test_the_author_says_how_to_cite() -> None:
    cited = replace(survey(CHALLENGES), source=plain("Bitkom, Presseinformation"))

    assert note(cited).base.endswith("Quelle: Bitkom, Presseinformation")


def test_the_note_of_a_question_ends_its_topic() -> None:
    noted = replace(CHALLENGES, note=plain("gestützt abgefragt"))

    assert note(survey(noted)).topic.endswith("erschlossen) · gestützt abgefragt")


def test_the_modes_of_several_questions_are_told_by_topic() -> None:
    goals = question("goals", {"awareness": 77, "service": 51}, type=MULTIPLE, inferred=True)

    assert modes(survey(CHALLENGES, TEAMS, goals, waves=WAVES)) == (
        "Einfachnennung: Teams · Mehrfachnennungen: Challenges, Goals (aus den Summen erschlossen)"
    )


def test_a_sum_that_one_answer_each_may_reach_tells_no_mode() -> None:
    few = question("few", {"a": 23, "b": 15}, type=MULTIPLE, inferred=True)
    unknown = question("unknown", {"a": 40, "b": None}, inferred=True)

    assert note(survey(few)).topic.endswith(" · Mehrfachnennungen (erschlossen)")
    assert note(survey(unknown)).topic.endswith(" · Einfachnennung (erschlossen)")
    assert modes(survey(few, CHALLENGES), with_sums=True) == "Mehrfachnennungen: Few, Challenges 160 % (erschlossen)"


def test_published_and_inferred_modes_are_kept_apart() -> None:
    agreement = question("agreement", {"agree": 100}, type=SCALE)

    assert modes(survey(CHALLENGES, agreement), with_sums=True) == (
        "Mehrfachnennungen: Challenges 160 % (aus den Summen erschlossen) · Antwortskala: Agreement"
    )


def test_the_base_of_several_questions_names_those_that_differ() -> None:
    some = replace(CHALLENGES, id="goals", topic=plain("Goals"), base=plain("Unternehmen mit Strategie"), n=430)
    several = survey(CHALLENGES, TEAMS, some, n=600, waves=WAVES)

    assert base_of(several, "challenges", "teams", "goals") == (
        "Basis: Marketingverantwortliche, n = 600; Unternehmen mit Strategie (Goals), n = 430"
    )


def test_questions_put_to_the_same_people_share_their_words_and_each_keeps_its_n() -> None:
    some = replace(CHALLENGES, id="goals", topic=plain("Goals"), base=plain("Unternehmen mit Strategie"), n=430)
    less = replace(some, id="means", topic=plain("Means"), n=428)

    assert base_of(survey(CHALLENGES, some, less), "goals", "means") == (
        "Basis: Unternehmen mit Strategie (Goals: n = 430; Means: n = 428)"
    )


def test_an_n_of_one_question_is_never_that_of_another() -> None:
    days = replace(CHALLENGES, n=990)

    assert base_of(survey(days, TEAMS, n=1000), "challenges", "teams") == (
        "Basis: Marketingverantwortliche (Challenges: n = 990; Teams: n = 1.000)"
    )


def test_an_answer_that_read_otherwise_in_a_wave_shown_is_quoted_as_it_read() -> None:
    sites = question("sites", {"x": 30}, earlier={"w2014": {"x": 40}}, labels={"x": "X (ehemals Twitter)"})
    briefing = briefing_of(survey(with_earlier_labels(sites, "x", {"w2014": "Twitter"}), waves=WAVES))
    asked = briefing.survey.questions[0]

    over_waves = source_note("note", asked, [ColumnId("w2014"), ColumnId("w2016")], briefing, answers=["x"])
    today = source_note("note", asked, [ColumnId("w2016")], briefing, answers=["x"])

    assert "2014: „Twitter“" in over_waves.text.text
    assert "Twitter“" not in today.text.text


def test_what_all_questions_have_in_common_refers_on_to_the_bases_that_differ() -> None:
    some = replace(CHALLENGES, base=plain("Unternehmen mit Strategie"), n=430)

    def common(*questions: AskedQuestion) -> str:
        asked = survey(*questions, n=600)
        base, _ = common_base_parts(asked.waves, briefing_of(asked), elsewhere="andere im Anhang")
        return base.text.replace("\u00a0", " ")

    assert common(CHALLENGES) == "Basis: Marketingverantwortliche, n = 600"
    assert common(some, TEAMS) == "Basis: Marketingverantwortliche, n = 600; andere im Anhang"
    assert common(some) == "Basis: Marketingverantwortliche; andere im Anhang"


def test_two_waves_of_a_year_are_told_apart() -> None:
    spring, autumn = wave("w2016", "2016-03"), wave("w2016b", "2016-09")
    found = survey(CHALLENGES, waves=[wave("w2015"), spring, autumn])
    waves = tabulated(found).waves

    assert [wave_label(each.id, waves, load("de")).text for each in found.waves] == [
        "2015",
        "März 2016",
        "September 2016",
    ]


def test_a_sum_is_bound_to_the_cells_that_it_adds_up() -> None:
    found = source_note("note", CHALLENGES, [ColumnId("w2016")], briefing_of(survey(CHALLENGES)))

    (sum_of_all,) = (run for run in found.text.runs if isinstance(run, Figure))
    assert (sum_of_all.text, sum_of_all.expression) == ("160\u00a0%", "sum(challenges)")
    assert [cell.answer for cell in sum_of_all.cells] == ["resources", "privacy", "skills", "budget"]


def test_a_part_of_a_note_is_never_divided_at_a_dot_of_its_own() -> None:
    cited = replace(survey(CHALLENGES), source=plain("Bitkom · Presse"))

    found = source_note("note", cited.questions[0], [ColumnId("w2016")], briefing_of(cited))

    assert [part.text for part in found.base][1:] == ["Quelle: Bitkom · Presse"]


def test_a_translated_wording_is_not_quoted_as_the_question() -> None:
    wordings = {"de": Wording.EXACT, "en": Wording.PARAPHRASED}
    asked = replace(CHALLENGES, type_is_inferred=False, wording=None, wordings=wordings)

    assert note(survey(asked)).topic.startswith("Frage: „")
    assert "wording paraphrased" in note(survey(asked), language="en").topic


@pytest.mark.parametrize(
    ("language", "said"), [("de", "n = 410 bis 1.500 je Frage"), ("en", "n = 410 to 1,500 by question")]
)
def test_of_many_numbers_of_respondents_is_told_between_which_they_lie(language: str, said: str) -> None:
    asked = [question(f"q{n}", {"a": 51, "b": 49}, n=n) for n in (900, 410, 1500, 600, 700)]
    shown = {each.id: [ColumnId("w2016")] for each in asked}

    base, _ = base_parts(shown, briefing_of(survey(*asked, n=600), language))

    assert base.text.replace("\u00a0", " ").endswith(f", {said}")


def test_groups_whose_numbers_nobody_knows_stand_behind_the_number_of_all_who_were_asked() -> None:
    shares = {"age": {"young": {"a": 40}, "old": {"a": 50}}}
    asked = survey(
        question("q", {"a": None}, n=501, base="Firmen", segments=shares), segments={"age": {"young": 9, "old": 9}}
    )
    groups = [ColumnId("w2016", "age", name) for name in ("young", "old")]

    base, _ = base_parts({"q": groups}, briefing_of(asked))

    assert base.text.replace("\u00a0", " ") == "Basis: Firmen, n = 501 (alle), n nicht veröffentlicht (young, old)"


@pytest.mark.parametrize(
    ("asked", "referred"),
    [
        (question("q", {"a": 40}, label="Anschaffung des Wagens"), "Angaben zur Frage in den Notizen zur Folie"),
        (question("q", {"a": 40}, label="Haben Sie einen Wagen?"), "ganze Frage in den Notizen zur Folie"),
        (question("q", {"a": 40}, label="Wagen", wording=Wording.EXACT), "ganze Frage in den Notizen zur Folie"),
    ],
)
def test_a_note_without_room_refers_to_a_question_in_the_notes_only_where_they_have_one(
    asked: AskedQuestion, referred: str
) -> None:
    found = source_note("note", asked, [ColumnId("w2016")], briefing_of(survey(asked)))

    assert all(plain_topic(form.topic).startswith(f"Thema: Q · {referred}") for form in found.shorter)


def plain_topic(parts: tuple[Prose, ...]) -> str:
    return joined(parts, BETWEEN).text.replace("\u00a0", " ")
