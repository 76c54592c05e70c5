"""Exhibits: what is shown where the author does not say, and what an author cannot ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from report.briefing.model import Exhibit
from report.briefing.story import FindingStory
from report.diagnostics import Diagnostic, SourceText
from report.survey.model import AnswerRole, CellId, ColumnId, QuestionType, Rest, Survey
from tests.briefing.telling import briefing, emphasized, faults
from tests.builders import (
    MULTIPLE,
    NOT_ASKED,
    SCALE,
    Percent,
    annotation,
    finding,
    plain,
    question,
    story,
    survey,
    text,
    wave,
)

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
    earlier={"w2014": {"own": 35, "department": 32}},
)
GOALS = question("goals", {"dialogue": 57, "awareness": 77, "service": 21, "experts": 72, "other": 90}, type=MULTIPLE,
                 roles={"other": AnswerRole.OTHER})  # fmt: skip
SURVEY = survey(TEAMS, GOALS, waves=[wave("w2012"), wave("w2014"), wave("w2015", published=False), wave("w2016")])


def exhibit(told: FindingStory, of: Survey = SURVEY, language: str = "de") -> Exhibit:
    return briefing(story(of, told, languages=(language,)), language)[0].findings[0].exhibit


def only_fault(told: FindingStory) -> Diagnostic:
    (fault,) = faults(story(SURVEY, told), languages=("de",))
    return fault


# ------------------------------------------------------------------------------------------------ defaults


@pytest.mark.parametrize(
    ("of_question", "kind"),
    [
        (question("q", {"a": 60, "b": 40}), "parts"),
        (question("q", {"a": 60, "b": 20, "c": 10, "d": 10}), "parts"),
        (question("q", {"a": 60, "b": 20, "c": 10, "d": 10, "e": NOT_ASKED}), "parts"),
        (question("q", {"a": 60, "b": 40}, type=SCALE), "parts"),
        (question("q", {"a": 60, "b": 20, "c": 10, "d": 5, "e": 5}), "bars"),
        (question("q", {"a": 60, "b": 40}, type=MULTIPLE), "bars"),
        (question("q", {"a": 60, "b": None}), "bars"),
        (question("q", {"a": 60}), "bars"),
        (question("q", {"a": 60, "b": 40}, labels={"a": "Ja, und zwar " * 7}), "bars"),  # no place above a part
    ],
)
def test_the_kind_follows_from_type_and_number_of_answers(of_question: object, kind: str) -> None:
    assert exhibit(finding("f", "q"), survey(of_question)).kind == kind  # type: ignore[arg-type]


def test_all_answers_that_were_asked_are_shown_in_file_order() -> None:
    assert exhibit(finding("f", "teams", kind="bars")).answers == ("own", "cross", "everyone")


def test_bars_and_parts_show_the_current_wave() -> None:
    assert exhibit(finding("f", "teams", kind="parts")).columns == (ColumnId("w2016"),)


def test_columns_show_the_leading_answer_from_the_first_wave_with_a_figure() -> None:
    shown = exhibit(finding("f", "teams", kind="columns"))

    assert [column.name for column in shown.columns] == ["w2014", "w2015", "w2016"]
    assert (shown.answers, emphasized(shown)) == (("own",), ("w2016",))


def test_an_exhibit_knows_the_numbers_that_headline_and_annotations_give() -> None:
    explained = annotation(["own"], "Lead", "mit {{ teams.own }}")
    told = finding("f", "teams", "Von {{ teams.own.w2014 }} an", kind="line", answers=["own"], annotations=[explained])

    assert exhibit(told).said == (
        CellId("teams", "own", ColumnId("w2014")),
        CellId("teams", "own", ColumnId("w2016")),
    )


def test_the_leading_regular_answer_is_emphasized_where_nothing_is_marked() -> None:
    assert emphasized(exhibit(finding("f", "goals"))) == ("awareness",)


@pytest.mark.parametrize(
    ("kind", "percentages", "marked"),
    [
        (QuestionType.SINGLE, {"a": 31, "b": None, "c": 20}, ()),  # b may have up to 49
        (QuestionType.SINGLE, {"a": 55, "b": None, "c": 20}, ("a",)),
        (QuestionType.SINGLE, {"a": 41, "b": None, "c": 18}, ()),  # 41, as far as rounding tells
        (QuestionType.MULTIPLE, {"a": 80, "b": None, "c": 20}, ()),
        (QuestionType.MULTIPLE, {"a": 80, "b": NOT_ASKED, "c": 20}, ("a",)),
    ],
)
@pytest.mark.parametrize("rule", [(), ("leading",)])
def test_nothing_leads_where_an_unpublished_answer_may_be_larger(
    kind: QuestionType, percentages: dict[str, Percent], marked: tuple[str, ...], rule: tuple[str, ...]
) -> None:
    asked = survey(question("q", percentages, type=kind, rest=Rest.UNPUBLISHED))

    assert emphasized(exhibit(finding("f", "q", kind="bars", emphasize=rule), asked)) == marked


def test_what_the_headline_gives_stands_out_beside_an_unpublished_answer() -> None:
    asked = survey(question("q", {"a": 31, "b": None, "c": 20}, rest=Rest.UNPUBLISHED))

    assert emphasized(exhibit(finding("f", "q", "{{ q.a }} sagen A", kind="bars"), asked)) == ("a",)


def test_an_author_who_marks_anything_marks_all() -> None:
    shown = exhibit(finding("f", "goals", contrast=["service"]))

    assert (emphasized(shown), tuple(cell.answer for cell in shown.contrast)) == ((), ("service",))


AGREEMENT = question(
    "q",
    {"full": 30, "rather": 20, "neither": 35, "never": 15},
    type=SCALE,
    roles={"neither": AnswerRole.MIDPOINT},
    nets={"top": (["full", "rather"], None)},
)


def test_a_net_that_is_marked_is_a_bar_before_its_answers() -> None:
    found = exhibit(finding("f", "q", emphasize=["top"]), survey(AGREEMENT))

    assert (found.kind, found.answers) == ("bars", ("top", "full", "rather", "neither", "never"))
    assert emphasized(found) == ("top",)


def test_a_net_that_the_headline_says_is_shown_and_stands_out() -> None:
    found = exhibit(finding("f", "q", "{{ q.top }} stimmen zu"), survey(AGREEMENT))

    assert (found.kind, found.answers[:2], emphasized(found)) == ("bars", ("top", "full"), ("top",))


def test_a_net_is_no_part_beside_its_answers() -> None:
    (fault,) = faults(story(survey(AGREEMENT), finding("f", "q", kind="parts", emphasize=["top"])), languages=("de",))

    assert fault.message == '"top" is no answer that this exhibit shows'


def test_the_middle_of_a_scale_is_emphasized_where_it_leads() -> None:
    assert emphasized(exhibit(finding("f", "q"), survey(AGREEMENT))) == ("neither",)


@pytest.mark.parametrize(
    ("percents", "emphasize"),
    [
        ({"a": 40, "b": 40, "c": 20}, ("a", "b")),
        ({"a": 50, "b": 50}, ()),
        ({"a": 25, "b": 25, "c": 25, "d": 25}, ()),
    ],
)
def test_answers_that_tie_for_the_lead_are_emphasized_together_unless_all_do(
    percents: dict[str, int], emphasize: tuple[str, ...]
) -> None:
    assert emphasized(exhibit(finding("f", "q"), survey(question("q", percents)))) == emphasize


def test_an_author_who_emphasizes_one_of_several_level_leaders_emphasizes_all() -> None:
    tied = survey(question("q", {"a": 40, "b": 40, "c": 10, "d": 10}))

    assert emphasized(exhibit(finding("f", "q", emphasize=["b"]), tied)) == ("b", "a")
    assert emphasized(exhibit(finding("f", "q", emphasize=["b"], contrast=["a"]), tied)) == ("b",)
    assert emphasized(exhibit(finding("f", "q", emphasize=["c"]), tied)) == ("c",)


WITHIN = {
    "very": {"de": "sehr zufrieden", "en": "very content"},
    "content": {"de": "zufrieden", "en": "content"},
    "less": {"de": "unzufrieden", "en": "not content"},
}
POSITIVE = {"de": "sehr zufrieden oder zufrieden", "en": "very content or content"}


@pytest.mark.parametrize(
    ("language", "headline", "emphasize"),
    [
        ("de", "{{ q.pos | label }}: {{ q.pos }}", ("pos",)),
        ("en", "{{ q.pos | label }}: {{ q.pos }}", ("pos",)),
        ("de", "{{ q.pos | label }}: {{ q.pos }}, allein zufrieden {{ q.content }}", ("pos", "content")),
        ("en", "{{ q.pos | label }}: {{ q.pos }}, content alone {{ q.content }}", ("pos", "content")),
    ],
)
def test_a_step_stands_out_beside_its_net_of_the_same_share_only_where_its_number_is_said(
    language: str, headline: str, emphasize: tuple[str, ...]
) -> None:
    asked = question(
        "q",
        {"very": "<1", "content": 22, "less": 77},
        type=SCALE,
        labels=WITHIN,
        nets={"pos": (["very", "content"], 22)},
    )
    named = replace(asked, nets=tuple(replace(net, label=plain(POSITIVE)) for net in asked.nets))
    told = finding("f", "q", headline={"de": headline, "en": headline}, emphasize=["pos"])

    assert emphasized(exhibit(told, survey(named), language)) == emphasize


@pytest.mark.parametrize(
    ("language", "headline", "emphasize"),
    [
        ("de", "Sehr zufrieden sind {{ q.very }}", ("very",)),
        ("en", "Very content are {{ q.very }}", ("very",)),
        ("de", "Sehr zufrieden sind {{ q.very }}, zufrieden auch", ("very", "content")),
        ("en", "Very content are {{ q.very }}, content as well", ("very", "content")),
    ],
)
def test_the_name_of_a_marked_answer_names_no_other_one(
    language: str, headline: str, emphasize: tuple[str, ...]
) -> None:
    asked = question("q", {"very": 22, "content": 22, "less": 56}, type=SCALE, labels=WITHIN)
    told = finding("f", "q", headline={"de": headline, "en": headline}, emphasize=["very"], kind="bars")

    assert emphasized(exhibit(told, survey(asked), language)) == emphasize


TIED = question(
    "q",
    {"price": 60, "speed": 20, "beauty": 20, "taste": 20, "colour": 9},
    type=MULTIPLE,
    labels={"beauty": {"de": "Schönheit", "en": "Beauty"}, "speed": {"de": "Tempo", "en": "Speed"}},
)


@pytest.mark.parametrize(
    ("language", "headline", "emphasize"),
    [
        ("en", "Speed and beauty are named equally often", ("speed", "beauty")),
        ("en", "Speed is tied with beauty at {{ q.speed }}", ("speed", "beauty")),
        ("en", "{{ q.speed }} want speed, {{ q.beauty }} beauty", ("speed", "beauty")),
        ("en", "Speed is named as often as two others", ("speed", "beauty", "taste")),
        ("en", "Price is named three times as often as speed", ("speed",)),
        ("en", "Speed is wanted by {{ q.speed }}", ("speed",)),
        ("de", "Tempo und Schönheit werden gleich oft genannt", ("speed", "beauty")),
        ("de", "Tempo wird so oft genannt wie zwei andere", ("speed", "beauty", "taste")),
        ("de", "Preis wird dreimal so oft genannt wie Tempo", ("speed",)),
        ("de", "Drei Gründe liegen gleichauf", ("speed", "beauty", "taste")),
    ],
)
def test_an_answer_that_ties_with_a_marked_one_and_is_spoken_of_with_it_is_marked_too(
    language: str, headline: str, emphasize: tuple[str, ...]
) -> None:
    told = finding("f", "q", headline, "q.speed == q.beauty and q.price >= 3 * q.speed", emphasize=["speed"])

    assert emphasized(exhibit(told, survey(TIED), language=language)) == emphasize


def test_an_answer_that_is_set_against_a_marked_one_or_has_no_room_beside_it_is_not() -> None:
    headline = "Alle werden gleich oft genannt"

    contrasted = finding("f", "q", headline, "tied(q.speed, q.beauty)", emphasize=["speed"], contrast=["beauty"])
    assert emphasized(exhibit(contrasted, survey(TIED))) == ("speed", "taste")

    marked = finding("f", "q", headline, "tied(q.speed, q.beauty)", emphasize=["speed"], contrast=["price", "colour"])
    assert emphasized(exhibit(marked, survey(TIED))) == ("speed",)


def test_a_headline_with_the_figure_of_one_of_two_equal_answers_and_the_name_of_both_marks_both() -> None:
    headline = "Tempo und Schönheit nennen je {{ q.speed }}"

    assert emphasized(exhibit(finding("f", "q", headline), survey(TIED))) == ("speed", "beauty")


def test_answers_that_share_the_first_place_are_all_emphasized() -> None:
    assert emphasized(exhibit(finding("f", "q"), survey(question("q", {"a": 40, "b": 40, "c": 20})))) == ("a", "b")


@pytest.mark.parametrize(
    ("headline", "holds", "marked"),
    [
        ("Nur {{ goals.service }} wollen das", None, ("service",)),
        ("Awareness, dann {{ goals.service }}", None, ("awareness", "service")),
        ("{{ goals.awareness }}, {{ goals.service }}", None, ("awareness", "service")),
        ("Service ist selten", "goals.service < goals.dialogue", ("service",)),
        ("Die beiden liegen weit auseinander", "goals.dialogue - goals.service > 9", ("dialogue", "service")),
        ("{{ goals.dialogue }} wollen Dialog, mehr als Service", "goals.dialogue > 9", ("dialogue",)),
        (
            "{{ goals.dialogue }} wollen Dialog, mehr als Service",
            "goals.dialogue > goals.service",
            ("dialogue", "service"),
        ),
        ("{{ goals.dialogue }} wollen Dialog, mehr als das", "goals.dialogue > goals.service", ("dialogue",)),
        ("Ein Ziel liegt vorn", "leads(goals.awareness)", ("awareness",)),
    ],
)
def test_what_a_headline_gives_or_its_claim_names_stands_out_and_nothing_else(
    headline: str, holds: str | None, marked: tuple[str, ...]
) -> None:
    assert emphasized(exhibit(finding("f", "goals", headline, holds))) == marked


SWITCHING = survey(
    question(
        "switch",
        {"yes": 13, "thought": 24, "no": 63},
        labels={
            "yes": {"de": "Ja, gewechselt", "en": "Yes, switched"},
            "thought": {"de": "Nein, aber darüber nachgedacht", "en": "No, but thought of it"},
            "no": {"de": "Nein, auch nicht darüber nachgedacht", "en": "No, nor thought of it"},
        },
    )
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "english",
    [
        "Only {{ switch.yes }} have switched, {{ switch.thought }} have considered it",
        "Only {{ switch.yes }} have switched, {{ switch.thought }} have thought of it, and no more",
    ],
)
def test_a_small_word_names_no_answer_and_all_languages_mark_the_same(language: str, english: str) -> None:
    german = "{{ switch.yes }} haben gewechselt, {{ switch.thought }} haben auch das nicht, aber nachgedacht"
    told = finding("f", "switch", {"de": german, "en": english})

    shown = briefing(story(SWITCHING, told, languages=("de", "en")), language)[0].findings[0].exhibit

    assert emphasized(shown) == ("yes", "thought")


DEGREES = survey(
    question(
        "q",
        {"very": 15, "fairly": 35, "less": 30, "no": 20},
        type=SCALE,
        labels={
            "very": {"de": "sehr zufrieden", "en": "very satisfied"},
            "fairly": {"de": "eher zufrieden", "en": "fairly satisfied"},
            "less": {"de": "eher unzufrieden", "en": "fairly dissatisfied"},
            "no": {"de": "sehr unzufrieden", "en": "very dissatisfied"},
        },
    )
)


@pytest.mark.parametrize(
    ("language", "headline", "marked"),
    [
        ("en", "{{ q.very }} are very satisfied", ("very",)),
        ("de", "{{ q.very }} sind sehr zufrieden", ("very",)),
        ("en", "{{ q.very }} are satisfied, very much so", ("very",)),
        ("de", "Richtig zufrieden sind {{ q.very }}", ("very",)),
        ("en", "Many are fairly satisfied, {{ q.very }} very", ("very", "fairly")),
        ("de", "Eher zufrieden sind viele, sehr zufrieden {{ q.very }}", ("very", "fairly")),
    ],
)
def test_a_word_that_answers_share_does_not_name_the_leading_one(
    language: str, headline: str, marked: tuple[str, ...]
) -> None:
    assert emphasized(exhibit(finding("f", "q", headline, kind="bars"), DEGREES, language)) == marked


@pytest.mark.parametrize(
    ("headline", "marked"),
    [
        ("For AI models, {{ q.none }} have no clear policy", ("none",)),
        ("AI models are accepted, {{ q.none }} have no clear policy", ("accepted", "none")),
    ],
)
def test_a_word_of_the_question_does_not_name_the_leading_one(headline: str, marked: tuple[str, ...]) -> None:
    labels = {"accepted": "AI models are accepted", "none": "No clear policy", "banned": "AI models are banned"}
    asked = question(
        "q", {"accepted": 50, "none": 30, "banned": 20}, labels=labels, label="What is your policy on AI models?"
    )

    assert emphasized(exhibit(finding("f", "q", headline, kind="bars"), survey(asked), "en")) == marked


def test_of_more_than_may_stand_out_none_is_emphasized() -> None:
    tied = question("q", {"a": 25, "b": 25, "c": 25, "d": 25})

    assert emphasized(exhibit(finding("f", "q"), survey(tied))) == ()


def test_the_leading_one_of_the_answers_shown_is_meant() -> None:
    assert emphasized(exhibit(finding("f", "goals", answers=["service", "dialogue"]))) == ("dialogue",)


@pytest.mark.parametrize(
    ("told", "german", "english"),
    [
        (
            finding("f", "goals", kind="bars"),
            "Anteil der Unternehmen in Prozent, Mehrfachnennungen",
            "Share of companies in per\u00a0cent, multiple answers",
        ),
        (
            finding("f", "teams", kind="parts"),
            "Anteil der Unternehmen in Prozent, Einfachnennung",
            "Share of companies in per\u00a0cent, single answer",
        ),
        (
            finding("f", "teams", kind="columns"),
            "Anteil der Unternehmen mit der Antwort „Own“ in Prozent",
            "Share of companies answering “Own” in per\u00a0cent",
        ),
    ],
)
def test_the_title_says_what_the_numbers_are_per_cent_of(told: FindingStory, german: str, english: str) -> None:
    assert (exhibit(told).title.text, exhibit(told, language="en").title.text) == (german, english)


LONG_LABEL = "Stellen besetzen, die seit mehr als einem Jahr frei sind, auf die sich niemand beworben hat"


def test_the_title_of_one_answer_over_waves_names_it_however_long_its_label_is() -> None:
    asked = question("teams", {"own": 49, "cross": 33}, earlier={"w2014": {"own": 35, "cross": 30}},
                     labels={"own": LONG_LABEL})  # fmt: skip
    of = survey(asked, waves=[wave("w2014"), wave("w2016")])

    title = exhibit(finding("f", "teams", kind="columns", answers=["own"]), of).title.text

    assert title == f"Anteil der Antwort „{LONG_LABEL}“ in Prozent"


def test_a_net_over_waves_is_no_answer() -> None:
    asked = question("teams", {"own": 49, "cross": 33}, earlier={"w2014": {"own": 35, "cross": 30}},
                     nets={"any": (("own", "cross"), None)})  # fmt: skip
    of = survey(asked, waves=[wave("w2014"), wave("w2016")])
    told = finding("f", "teams", kind="columns", answers=["any"])

    assert exhibit(told, of).title.text == "Anteil der Unternehmen in Prozent: Any (Netto)"
    assert exhibit(told, of, "en").title.text == "Share of companies in per\u00a0cent: Any (net)"


def test_the_author_may_title_an_exhibit() -> None:
    told = finding("f", "teams")
    told = replace(told, exhibit=replace(told.exhibit, title=text("Eigene Teams")))

    assert exhibit(told).title.text == "Eigene Teams"


# ------------------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("likert", "diverging"),
        ("Pie", "parts"),
        ("donut", "parts"),
        ("Tortendiagramm", "parts"),
        ("Kreis", "parts"),
        ("heatmap", "table"),
        ("crosstab", "table"),
        ("Tabelle", "table"),
        ("slope", "dumbbell"),
        ("trend", "line"),
        ("timeline", "line"),
        ("Linie", "line"),
        ("stacked_bar", "stacked"),
        ("clustered", "grouped"),
        ("big-number", "number"),
        ("Balken", "bars"),
        ("Säulen", "columns"),
    ],
)
def test_a_kind_by_another_name_is_answered_with_ours(name: str, kind: str) -> None:
    hint = only_fault(finding("f", "teams", kind=name)).hint

    assert hint
    assert hint.startswith(f"write {kind}: ")


def test_a_misspelt_kind_is_answered_with_the_nearest() -> None:
    assert only_fault(finding("f", "teams", kind="colums")).hint == 'did you mean "columns"?'


def test_an_unknown_kind_names_the_kinds() -> None:
    fault = only_fault(finding("f", "teams", kind="bar"))

    assert (fault.id, fault.message) == ("unknown-kind", '"bar" is not a kind of exhibit')
    assert fault.notes == (
        "the kinds are bars, columns, parts, grouped, stacked, diverging, line, dumbbell, table, number",
    )
    assert fault.hint == "write bars: 1 to 30 answers of one wave"
    assert fault.location
    assert (fault.location.line, fault.location.column, fault.location.length) == (105, 12, 3)


def test_an_unknown_answer_names_the_answers() -> None:
    fault = only_fault(finding("f", "teams", answers=["own", "corss"]))

    assert (fault.id, fault.message) == ("unknown-answer", '"corss" is not an answer of question "teams"')
    assert fault.notes == ("teams has the answers own, cross, everyone, department",)
    assert fault.hint == 'did you mean "cross"?'
    assert fault.location
    assert (fault.location.line, fault.location.column) == (106, 40)


def test_of_a_figure_in_the_place_of_an_answer_the_answer_is_named() -> None:
    fault = only_fault(finding("f", "teams", answers=["own", "teams.cross"]))

    assert (fault.id, fault.hint) == ("unknown-answer", "write cross")


def test_an_answer_stands_in_an_exhibit_once() -> None:
    fault = only_fault(finding("f", "teams", answers=["own", "own"]))

    assert (fault.id, fault.message) == ("answer-twice", '"own" stands twice in this exhibit')


IN_ORDER = question(
    "q",
    {"often": 20, "rarely": 35, "never": 40, "dk": 5},
    type=SCALE,
    roles={"dk": AnswerRole.DONT_KNOW},
    nets={"ever": (["often", "rarely"], None)},
)


@pytest.mark.parametrize(
    ("listed", "message", "hint"),
    [
        (["ever", "often", "never", "dk"], None, None),
        (["never", "rarely", "ever", "often", "dk"], None, None),  # the scale, read from its other end
        (
            ["rarely", "ever", "often", "never"],
            '"often" is listed behind "rarely", and the answers of "q" keep their order',
            "write answers: [often, ever, rarely, never]",
        ),
        (
            ["dk", "often"],
            '"often" is listed behind "dk", and "dk" is no step and stands last',
            "write answers: [often, dk]",
        ),
    ],
)
def test_answers_are_listed_in_an_order_that_their_question_has(
    listed: list[str], message: str | None, hint: str | None
) -> None:
    told = finding("f", "q", kind="bars", answers=listed)

    found = faults(story(survey(IN_ORDER), told), languages=("de",))

    assert [(fault.id, fault.message, fault.hint) for fault in found] == (
        [("answers-out-of-order", message, hint)] if message else []
    )


def test_an_unknown_question_names_the_questions() -> None:
    fault = only_fault(finding("f", "taems"))

    assert (fault.id, fault.message) == ("unknown-question", '"taems" is not a question')
    assert fault.notes == ("the questions are teams, goals",)
    assert fault.location
    assert (fault.location.line, fault.location.column) == (101, 15)


@pytest.mark.parametrize(
    ("told", "line", "message", "note"),
    [
        (
            finding("f", "teams", answers=["own", "cross"], emphasize=["everyone"]), 107,
            '"everyone" is no answer that this exhibit shows', "it shows own, cross",
        ),
        (
            finding("f", "teams", contrast=["w2014"]), 108,
            '"w2014" is no answer that this exhibit shows', "it shows own, cross, everyone",
        ),
        (
            finding("f", "teams", kind="columns", emphasize=["own"]), 107,
            '"own" is no wave that this exhibit shows', "it shows w2014, w2015, w2016",
        ),
        (
            finding("f", "teams", annotations=[annotation(["w2016"])]), 60,
            '"w2016" is no answer that this exhibit shows', "it shows own, cross, everyone",
        ),
        (
            finding("f", "teams", kind="columns", annotations=[annotation(["w2012"])]), 60,
            '"w2012" is no wave that this exhibit shows', "it shows w2014, w2015, w2016",
        ),
    ],
)  # fmt: skip
def test_what_is_marked_or_explained_must_be_shown(told: FindingStory, line: int, message: str, note: str) -> None:
    fault = only_fault(told)

    assert (fault.id, fault.message, fault.notes) == ("not-in-exhibit", message, (note,))
    assert fault.location
    assert (fault.location.line, fault.location.column) == (line, 20)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("largest-gap", "largest_gap"), ("largestchange", "largest_change"), ("leadin", "leading")],
)
def test_a_rule_that_is_misspelled_is_named(written: str, meant: str) -> None:
    for told in (finding("f", "teams", emphasize=[written]), finding("f", "teams", contrast=[written])):
        assert (only_fault(told).hint or "").startswith(f'did you mean "{meant}"')


def test_three_marks_may_stand_out() -> None:
    assert not faults(
        story(
            SURVEY,
            finding(
                "f", "goals", "Awareness, experts, service", emphasize=["awareness", "experts"], contrast=["service"]
            ),
        )
    )


def test_a_fourth_may_not() -> None:
    fault = only_fault(
        finding(
            "f",
            "goals",
            "Awareness, experts, dialogue, service",
            emphasize=["awareness", "experts", "dialogue"],
            contrast=["service"],
        )
    )

    assert (fault.id, fault.message) == ("too-many-marked", "4 marks stand out, at most 3 may")
    assert fault.hint == "mark what the headline asserts, and one thing it sets against that"
    assert fault.location
    assert (fault.location.line, fault.location.column) == (108, 20)


def test_a_mark_has_one_meaning() -> None:
    fault = only_fault(finding("f", "goals", "Awareness", emphasize=["awareness"], contrast=["awareness"]))

    assert (fault.id, fault.message) == ("marked-twice", '"awareness" is marked twice')


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        (finding("f", "q", emphasize=["Schönheit"]), "write beauty, the id of what has this label"),
        (finding("f", "q", contrast=["SPEED"]), "write speed, the id of what has this label"),
        (finding("f", "q", answers=["price", "Tempo"]), "write speed, the id of what has this label"),
        (
            finding("f", "q", annotations=[annotation(["Schönheit"])]),
            "write beauty, the id of what has this label",
        ),
        (finding("f", "q", emphasize=["beuaty"]), 'did you mean "beauty"?'),
    ],
)
def test_a_label_in_the_place_of_an_answer_is_answered_with_its_id(told: FindingStory, hint: str) -> None:
    found = faults(story(survey(TIED), told), languages=("de",))

    assert [fault.hint for fault in found if fault.id in ("not-in-exhibit", "unknown-answer")] == [hint]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("above 20", "above(20)"),
        ("über 20,5 %", "above(20.5)"),
        ("> 20", "above(20)"),
        ("largest change", "largest_change"),
        ("größter Abstand", "largest_gap"),
        ("Leading", "leading"),
    ],
)
def test_a_rule_in_words_is_answered_with_the_rule_as_it_is_written(words: str, rule: str) -> None:
    found = faults(story(survey(TIED), finding("f", "q", emphasize=[words])), languages=("de",))

    assert [fault.hint for fault in found if fault.id == "not-in-exhibit"] == [f'did you mean "{rule}"?']
    mended = faults(story(survey(TIED), finding("f", "q", emphasize=[rule])), languages=("de",))
    assert not [fault for fault in mended if fault.id == "not-in-exhibit"]


def test_one_published_answer_and_a_declared_rest_are_parts_unless_the_author_chose_the_answers() -> None:
    alone = survey(question("q", {"a": 45, "b": None}, rest=Rest.UNPUBLISHED))
    shown = exhibit(finding("f", "q"), alone)

    assert (shown.kind, shown.answers) == ("parts", ("a",))
    assert exhibit(finding("f", "q", answers=["a", "b"]), alone).kind == "bars"
    assert exhibit(finding("f", "q"), survey(question("q", {"a": 45, "b": None}))).kind == "bars"


# ------------------------------------------------------------------------------------------------ whole answers

GOALS_OF_TWO = question(
    "goals",
    {"awareness": 77, "dialogue": 57, "service": 21, "experts": 72},
    type=MULTIPLE,
    earlier={"w2012": {"awareness": 70}, "w2014": {"awareness": 85, "dialogue": 51, "service": 22, "experts": 75}},
)
OF_TWO = survey(GOALS_OF_TWO, waves=[wave("w2012"), wave("w2014"), wave("w2015", published=False), wave("w2016")])


def marked(shown: Exhibit) -> tuple[set[str], set[str]]:
    """The answers that prove, and those that are set against them; each as a whole."""
    found = {cell.answer for cell in shown.proof}, {cell.answer for cell in shown.contrast}
    assert len(shown.proof) == len(found[0]) * len(shown.columns)
    assert len(shown.contrast) == len(found[1]) * len(shown.columns)
    return found


def test_several_answers_of_two_waves_are_a_dumbbell_and_one_answer_is_columns() -> None:
    told = finding("f", "goals")
    both = tuple(SourceText(name) for name in ("w2014", "w2016"))
    several = replace(told, exhibit=replace(told.exhibit, waves=both))
    one = replace(several, exhibit=replace(several.exhibit, answers=(SourceText("service"),)))

    assert exhibit(several, OF_TWO).kind == "dumbbell"
    assert exhibit(one, OF_TWO).kind == "columns"


def test_several_answers_of_more_than_two_waves_are_lines_and_one_answer_is_columns() -> None:
    told = finding("f", "goals")
    every = replace(told, exhibit=replace(told.exhibit, waves=tuple(map(SourceText, ("w2012", "w2014", "w2016")))))
    one = replace(every, exhibit=replace(every.exhibit, answers=(SourceText("awareness"),)))

    assert exhibit(every, OF_TWO).kind == "line"
    assert exhibit(one, OF_TWO).kind == "columns"


def test_lines_show_all_waves_from_the_first_to_the_last_with_those_that_were_not_published() -> None:
    shown = exhibit(finding("f", "goals", kind="line"), OF_TWO)

    assert [column.name for column in shown.columns] == ["w2012", "w2014", "w2015", "w2016"]
    assert shown.marks == ("awareness", "dialogue", "service", "experts")


def test_a_dumbbell_shows_the_last_two_published_waves_unless_an_earlier_one_is_said() -> None:
    latest = exhibit(finding("f", "goals", kind="dumbbell"), OF_TWO)
    said = exhibit(finding("f", "goals", "{{ goals.awareness.w2012 }} damals", kind="dumbbell"), OF_TWO)

    assert [column.name for column in latest.columns] == ["w2014", "w2016"]
    assert [column.name for column in said.columns] == ["w2012", "w2016"]


def test_the_answer_that_changed_most_stands_out_as_a_whole_where_the_headline_says_none() -> None:
    assert marked(exhibit(finding("f", "goals", kind="dumbbell"), OF_TWO)) == ({"awareness"}, set())


def test_answers_that_are_said_stand_out_and_what_moves_the_other_way_is_set_against_the_first() -> None:
    headline = "{{ goals.awareness }} und {{ goals.experts }}, aber {{ goals.dialogue }}"
    shown = exhibit(finding("f", "goals", headline, kind="dumbbell"), OF_TWO)

    assert marked(shown) == ({"awareness", "experts"}, {"dialogue"})


def test_an_answer_that_an_author_marks_stands_out_as_a_whole() -> None:
    shown = exhibit(finding("f", "goals", kind="dumbbell", emphasize=["dialogue"], contrast=["service"]), OF_TWO)

    assert marked(shown) == ({"dialogue"}, {"service"})
    by_rule = exhibit(finding("f", "goals", kind="dumbbell", emphasize=["largest_change"]), OF_TWO)
    assert marked(by_rule) == ({"awareness"}, set())


EQUAL_IN_TWO_WAVES = question(
    "q",
    {"price": 60, "speed": 20, "beauty": 20, "taste": 8},
    type=MULTIPLE,
    labels={"beauty": {"de": "Schönheit", "en": "Beauty"}, "speed": {"de": "Tempo", "en": "Speed"}},
    earlier={"w2014": {"price": 40, "speed": 25, "beauty": 10, "taste": 8}},
)
EQUAL_IN_GROUPS = replace(
    question(
        "q",
        {"price": 60, "speed": 30, "beauty": 25, "taste": 8},
        type=MULTIPLE,
        labels={"beauty": {"de": "Schönheit", "en": "Beauty"}, "speed": {"de": "Tempo", "en": "Speed"}},
        segments={
            "size": {
                "small": {"price": 50, "speed": 20, "beauty": 20, "taste": 9},
                "large": {"price": 70, "speed": 40, "beauty": 30, "taste": 9},
            }
        },
    )
)
IN_WAVES = survey(EQUAL_IN_TWO_WAVES, waves=[wave("w2014"), wave("w2016")])
IN_GROUPS = survey(EQUAL_IN_GROUPS, segments={"size": {"small": 100, "large": 100}})


@pytest.mark.parametrize("kind", ["dumbbell", "line", "grouped"])
@pytest.mark.parametrize("marked", [(), ("speed",)])
def test_in_waves_both_answers_that_a_headline_names_as_equal_are_marked(kind: str, marked: tuple[str, ...]) -> None:
    told = finding("f", "q", "Tempo und Schönheit nennen je {{ q.speed }}", kind=kind, emphasize=marked)

    shown = exhibit(told, IN_WAVES)

    assert {cell.answer for cell in (*shown.proof, *shown.contrast)} == {"speed", "beauty"}


@pytest.mark.parametrize("kind", ["dumbbell", "grouped"])
def test_in_groups_both_answers_that_a_headline_names_as_equal_are_marked(kind: str) -> None:
    told = replace(
        finding("f", "q", "Von den Kleinen nennen je {{ q.speed.size.small }} Tempo und Schönheit", kind=kind),
    )

    shown = exhibit(told, IN_GROUPS)

    assert {cell.answer for cell in (*shown.proof, *shown.contrast)} == {"speed", "beauty"}


def test_equal_answers_that_a_headline_names_without_their_number_are_marked_in_a_dumbbell() -> None:
    told = finding("f", "q", "Tempo und Schönheit liegen gleichauf", "q.speed == q.beauty", kind="dumbbell")

    shown = exhibit(told, IN_WAVES)

    assert {cell.answer for cell in (*shown.proof, *shown.contrast)} == {"speed", "beauty"}


def test_an_answer_of_the_same_share_that_no_headline_speaks_of_is_not_marked() -> None:
    told = finding("f", "q", "Tempo nennen {{ q.speed }}", kind="dumbbell")

    assert emphasized(exhibit(told, IN_WAVES)) == ("speed",)


def test_an_earlier_wave_of_the_same_share_that_a_headline_names_is_marked_too() -> None:
    level = question("q", {"a": 60, "b": 40}, earlier={"w2012": {"a": 55, "b": 45}, "w2014": {"a": 60, "b": 40}})
    told = finding("f", "q", "Wie 2014 nennen {{ q.a }} das Erste", kind="columns")

    assert emphasized(exhibit(told, survey(level, waves=[wave("w2012"), wave("w2014"), wave("w2016")]))) == (
        "w2016",
        "w2014",
    )


BY_MONTH = survey(
    question(
        "q",
        {"a": 60, "b": 40},
        earlier={"may": {"a": 55, "b": 45}, "june": {"a": 55, "b": 45}, "sept": {"a": 60, "b": 40}},
    ),
    waves=[wave("may", date="2016-05"), wave("june", date="2016-06"), wave("sept", date="2016-09"), wave("w2016")],
)


@pytest.mark.parametrize(
    ("headline", "holds", "marked"),
    [
        ("{{ q.a }} nennen es", None, ("w2016",)),
        ("2016 von {{ q.a.may }} auf {{ q.a }}", None, ("may", "w2016")),  # the others of these shares are not named
        ("Seit Mai gestiegen", "q.a > q.a.may", ("w2016", "may")),
        ("{{ q.a }} nennen es, mehr als im Mai", "q.a > q.a.may", ("w2016", "may")),
        ("Wie im September nennen es {{ q.a }}", None, ("w2016", "sept")),
    ],
)
def test_over_time_the_waves_that_a_headline_compares_stand_out(
    headline: str, holds: str | None, marked: tuple[str, ...]
) -> None:
    told = finding("f", "q", headline, holds, kind="columns", answers=["a"])

    assert emphasized(exhibit(told, BY_MONTH)) == marked


BY_SIZE = survey(
    question(
        "q",
        {"price": 60, "speed": 30, "taste": 8},
        type=MULTIPLE,
        labels={"price": {"de": "Preis", "en": "Price"}, "speed": {"de": "Tempo", "en": "Speed"}},
        segments={
            "size": {
                "small": {"price": 50, "speed": 20, "taste": 30},
                "large": {"price": 70, "speed": 40, "taste": 2},
            }
        },
    ),
    segments={"size": {"small": 100, "large": 100}},
)


@pytest.mark.parametrize(
    ("headline", "holds", "marked"),
    [
        ("{{ q.price }} nennen den Preis, {{ q.speed }} das Tempo", None, {"price", "speed"}),
        ("Preis und Tempo liegen vorn", "rank(q.price) == 1 and rank(q.speed) == 2", {"price", "speed"}),
        ("Ein Befund", None, {"taste"}),  # the widest gap
    ],
)
def test_a_table_of_groups_marks_what_its_headline_speaks_of(
    headline: str, holds: str | None, marked: set[str]
) -> None:
    shown = exhibit(finding("f", "q", headline, holds, kind="table"), BY_SIZE)

    assert {cell.answer for cell in (*shown.proof, *shown.contrast)} == marked


DEPRIVATION = survey(
    question(
        "q",
        {"good": 70, "fair": 20, "bad": 10},
        type=SCALE,
        nets={"well": (["good"], None)},
        segments={"area": {"most": {"good": 50, "fair": 30, "bad": 20}, "least": {"good": 80, "fair": 15, "bad": 5}}},
    ),
    segments={"area": {"most": 100, "least": 100}},
)


@pytest.mark.parametrize(
    ("headline", "marked"),
    [
        ("Good health is rarer among most people there", ["most"]),
        ("Good health differs much", ["least", "most"]),
    ],
)
def test_of_groups_that_a_claim_compares_the_one_in_the_words_stands_out(headline: str, marked: list[str]) -> None:
    told = finding("f", "q", headline, "q.well.area.least - q.well.area.most >= 20", kind="stacked")
    by_area = replace(told, exhibit=replace(told.exhibit, by=(SourceText("area"),)))

    shown = exhibit(by_area, DEPRIVATION, "en")

    assert list(dict.fromkeys(cell.column.column for cell in (*shown.proof, *shown.contrast))) == marked


@pytest.mark.parametrize("marks", [(), ("a", "b")], ids=["by the headline", "by the author"])
def test_in_pairs_of_the_same_columns_one_colour_stands_for_one_column(marks: tuple[str, ...]) -> None:
    asked = question("q", {"a": 49, "b": 18, "c": 33}, earlier={"w2014": {"a": 60, "b": 10, "c": 30}})
    headline = "A fällt um {{ q.a.w2014 - q.a | number }} Punkte, B steigt um {{ q.b - q.b.w2014 | number }}"
    holds = "q.a < q.a.w2014 and q.b > q.b.w2014"
    told = finding("f", "q", headline, holds, kind="grouped", emphasize=marks)
    both = replace(told.exhibit, waves=tuple(map(SourceText, ("w2014", "w2016"))))

    shown = exhibit(replace(told, exhibit=both), survey(asked, waves=[wave("w2014"), wave("w2016")]))

    assert {cell.column.wave for cell in shown.proof} == {"w2014"}
    assert {cell.column.wave for cell in shown.contrast} == {"w2016"}


AGES = ("young", "middle", "old", "oldest")
OF_AGES = survey(
    question(
        "q",
        {"content": 60, "not": 40},
        segments={"age": {name: {"content": 50 + 5 * place, "not": 30} for place, name in enumerate(AGES)}},
    ),
    segments={"age": dict.fromkeys(AGES, 100)},
)


@pytest.mark.parametrize(
    ("groups", "columns", "marked"),
    [
        (("young", "middle", "old"), AGES, {"young", "middle", "old"}),
        (("old", "middle", "young"), AGES, {"young", "middle", "old"}),
        (AGES, AGES, set()),  # too many
        (("old", "middle", "young"), ("young", "middle", "old"), set()),  # all that there are
    ],
)
def test_of_one_answer_in_three_groups_all_stand_out_that_the_claim_names_or_none(
    groups: Sequence[str], columns: Sequence[str], marked: set[str]
) -> None:
    holds = " and ".join(f"q.content.age.{name} > 40" for name in groups)
    told = finding("f", "q", "Die Mehrheit ist zufrieden", holds, kind="grouped", answers=["content"])
    by_age = replace(told.exhibit, by=(SourceText("age"),), columns=tuple(map(SourceText, columns)))

    shown = exhibit(replace(told, exhibit=by_age), OF_AGES)

    assert {cell.column.column for cell in shown.proof} == marked
    assert not shown.contrast
