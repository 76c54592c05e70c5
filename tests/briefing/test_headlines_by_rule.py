"""The sentences of a story without an author: every pattern, its claim, and where it is not used."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from report.survey.model import AnswerRole, Question, Rest, Sample, Survey, Wording
from tests.briefing.test_default_story import TEAMS, story_of, told
from tests.builders import MULTIPLE, SCALE, AskedQuestion, plain, question, survey, wave


def headline(of: Survey, name: str = "q", language: str = "de") -> tuple[str, str]:
    """What a finding says, and its claim."""
    story = story_of(of)
    found = next(each for each in told(of, language).findings if each.id == name)
    claim = next(each.headline.holds for each in story.findings if each.id.text == name)
    return found.headline.text.replace("\u00a0", " "), claim.text if claim else ""


YES_NO = {"yes": {"de": "Ja", "en": "Yes"}, "no": {"de": "Nein", "en": "No"}}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Kaufen Sie ein? 60 % der Unternehmen sagen Ja, 38 % Nein"),
        ("en", "Kaufen Sie ein? 60% of companies say yes, 38% no"),
    ],
)
def test_a_question_of_yes_and_no_is_asked_and_answered(language: str, said: str) -> None:
    asked = question("q", {"yes": 60, "no": 38}, labels=YES_NO, label="Kaufen Sie ein?", rest=Rest.NO_ANSWER)

    assert headline(survey(asked), language=language) == (said, "leads(q.yes) and rank(q.no) == 2")


@pytest.mark.parametrize(("language", "said"), [("de", "60 % sagen „Ja“: "), ("en", "60% say “Yes”: ")])
def test_a_long_question_of_yes_and_no_is_told_whole_behind_its_answer(language: str, said: str) -> None:
    label = "Kaufen Sie heute häufiger als noch vor fünf Jahren in Geschäften Ihrer eigenen Stadt ein?"
    asked = question("q", {"yes": 60, "no": 38}, labels=YES_NO, label=label, rest=Rest.NO_ANSWER)

    assert headline(survey(asked), language=language)[0] == f"{said}{label}"


def test_yes_and_no_of_some_name_no_unit() -> None:
    asked = question("q", {"yes": 40, "no": 60}, labels=YES_NO, base="Händler")

    assert headline(survey(asked)) == ("Q asked: 40 % sagen Ja, 60 % Nein", "leads(q.no) and rank(q.yes) == 2")


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (Wording.EXACT, "Q asked: „Own“ sagen 49 %, „Cross“ 33 %"),
        (Wording.PARAPHRASED, "Q asked: Own (49 %), dann Cross (33 %)"),
    ],
)
def test_answers_stand_in_quotation_marks_where_their_wording_is_exact(wording: Wording, said: str) -> None:
    asked = question("q", {"own": 49, "cross": 33, "everyone": 17}, wording=wording)

    assert headline(survey(asked))[0] == said


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Kommen Sie? „Own“ sagen 49 %"), ("en", "Kommen Sie? 49% say “Own”")]
)
def test_a_quoted_answer_does_not_stand_beside_a_short_form(language: str, said: str) -> None:
    long = "eine Antwort, die so lang ist, dass sie mit einer zweiten in keine Überschrift passt, auch nicht hier"
    asked = question("q", {"own": 49, "b": 33, "c": 17}, labels={"b": long}, label="Kommen Sie?", wording=Wording.EXACT)
    answers = tuple(replace(each, short=plain("Kurz")) if each.id == "b" else each for each in asked.answers)

    assert headline(survey(replace(asked, answers=answers)), language=language)[0] == said


NUMBERS = {name: {"de": number, "en": number} for name, number in zip("abcde", "12345", strict=True)}


@pytest.mark.parametrize(
    ("language", "wording", "ends", "said"),
    [
        ("de", Wording.PARAPHRASED, {}, "Q: am häufigsten „1“ auf der Skala von 1 bis 5 (37 %)"),
        ("en", Wording.EXACT, {}, "Q: most often “1” on the scale from 1 to 5 (37%)"),
        (
            "de", Wording.EXACT, {"e": {"de": "5, gar nicht", "en": "5, not at all"}},
            "Q: am häufigsten „1“ auf der Skala von 1 bis „5, gar nicht“ (37 %)",
        ),
        (
            "en", Wording.PARAPHRASED, {"e": {"de": "5, gar nicht", "en": "5, not at all"}},
            "Q: most often “1” on the scale from 1 to “5, not at all” (37%)",
        ),
    ],
)  # fmt: skip
def test_a_step_that_is_a_bare_number_is_told_with_its_scale(
    language: str, wording: Wording, ends: dict[str, dict[str, str]], said: str
) -> None:
    shares = {"a": 37, "b": 20, "c": 20, "d": 13, "e": 10}
    asked = question("q", shares, type=SCALE, labels=NUMBERS | ends, wording=wording)

    assert headline(survey(asked), language=language) == (said, "leads(q.a)")


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Q: am häufigsten „1“ (60 %), dann „2“ (25 %)"), ("en", "Q: most often “1” (60%), then “2” (25%)")],
)
def test_an_answer_that_is_a_bare_number_stands_behind_its_topic(language: str, said: str) -> None:
    asked = question("q", {"a": 60, "b": 25, "c": 15}, labels=NUMBERS, wording=Wording.EXACT)

    assert headline(survey(asked), language=language)[0] == said


def test_of_a_bare_number_that_need_not_lead_nothing_more_is_said_than_its_share() -> None:
    asked = question("q", {"a": 37, "b": None}, labels=NUMBERS, wording=Wording.EXACT, rest=Rest.UNPUBLISHED)

    assert headline(survey(asked))[0] == "Q asked: „1“ (37 %)"


def test_predicates_of_answers_make_a_sentence() -> None:
    asked = question("q", {"check": 51, "plan": 30, "wait": 20}, type=MULTIPLE)
    says = {"check": "kontrollieren den Erfolg", "wait": "warten ab"}
    answers = tuple(replace(each, says=plain(says[each.id])) if each.id in says else each for each in asked.answers)

    assert headline(survey(replace(asked, answers=answers))) == (
        "51 % der Unternehmen kontrollieren den Erfolg, 20 % warten ab",
        "leads(q.check) and last(q.wait)",
    )


def test_a_close_top_is_named_together_with_what_follows() -> None:
    asked = question("q", {"a": 62, "b": 61, "c": 58, "d": 40, "e": 12}, type=MULTIPLE)

    assert headline(survey(asked)) == (
        "Q: A, B und C liegen vorn (58 % bis 62 %), dann folgt D mit 40 %",
        "leads(q.a) and q.a - q.c <= 5 and q.c - q.d >= 10 and rank(q.b) == 2 and rank(q.c) == 3 and rank(q.d) == 4",
    )


def test_of_many_answers_those_are_counted_that_more_than_half_name() -> None:
    shares = dict(zip("abcdefgh", [90, 70, 51, 50, 40, 30, 20, 10], strict=True))

    assert headline(survey(question("q", shares, type=MULTIPLE))) == (
        "Q: mehr als die Hälfte nennt drei von acht Antworten, am häufigsten A (90 %)",
        "leads(q.a) and count_above(q, 50) == 3",
    )


WAVES = [wave("w2013"), wave("w2014"), wave("w2016")]


@pytest.mark.parametrize(
    ("before", "said", "claim"),
    [
        ("20", "Q, A: von 20 % (2014) auf 45 % (2016) gestiegen", "q.a - q.a.w2014 >= 1"),
        ("70", "Q, A: von 70 % (2014) auf 45 % (2016) gefallen", "q.a.w2014 - q.a >= 1"),
        ("45", "Q, A: 45 % wie schon 2014", "tied(q.a, q.a.w2014)"),
        ("44.5", "Q, A: 45,0 % (2016) nach 44,5 % (2014)", "-1 < q.a - q.a.w2014 < 1"),
    ],
)
def test_a_share_is_said_to_have_moved_where_it_did_by_a_point(before: str, said: str, claim: str) -> None:
    asked = question("q", {"a": 45, "b": None}, type=MULTIPLE, earlier={"w2014": {"a": before}})

    assert headline(survey(asked, waves=WAVES[1:]), "q_over_time") == (
        said,
        claim,
    )


def test_across_a_break_both_shares_are_named_and_that_they_can_hardly_be_compared() -> None:
    breaks = [("w2014", "w2016", "anders gefragt")]
    asked = question("q", {"a": 45}, earlier={"w2014": {"a": 20}}, breaks=breaks, rest=Rest.UNPUBLISHED)

    said, claim = headline(survey(asked, waves=WAVES[1:]), "q_over_time")

    assert (said, claim) == ("Q, A: 45 %, 2014 waren es 20 %; eingeschränkt vergleichbar", "q.a > q.a.w2014")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Dazusagen, dass die Wellen nur eingeschränkt vergleichbar sind: online statt am Telefon."),
        ("en", "Add that the waves can be compared only with reservations: online statt am Telefon."),
    ],
)
def test_a_speaker_says_of_a_break_what_the_author_says_of_it_be_it_the_question_or_the_mode(
    language: str, said: str
) -> None:
    breaks = [("w2014", "w2016", "online statt am Telefon.")]
    asked = question("q", {"a": 45}, earlier={"w2014": {"a": 20}}, breaks=breaks, rest=Rest.UNPUBLISHED)
    story = told(survey(asked, waves=WAVES[1:]), language)
    (notes,) = [found.notes for found in story.findings if found.id == "q_over_time"]

    assert notes[-1].text == said
    assert "geändert" not in " ".join(each.text for each in notes)


def test_the_largest_rise_and_fall_are_told_where_each_is_one_alone() -> None:
    asked = question("q", {"a": 60, "b": 20, "c": 30}, type=MULTIPLE, earlier={"w2014": {"a": 40, "b": 25, "c": 29}})

    said, _ = headline(survey(asked, waves=WAVES[1:]), "q_over_time")

    assert said == "Q, seit 2014 am stärksten gestiegen: A (+20 Punkte), am stärksten gefallen: B (\u22125)"


def test_of_a_rise_and_a_fall_without_room_together_the_larger_is_told_and_stands_out_alone() -> None:
    long = {answer: f"{answer}: {'sehr lange gesagt ' * 3}".strip() for answer in "abc"}
    earlier = {"w2014": {"a": 40, "b": 25, "c": 29}}
    asked = question("q", {"a": 60, "b": 20, "c": 30}, type=MULTIPLE, earlier=earlier, labels=long)
    story = story_of(survey(asked, waves=WAVES[1:]))

    said, holds = headline(survey(asked, waves=WAVES[1:]), "q_over_time")
    (exhibit,) = [found.exhibit for found in story.findings if found.id.text == "q_over_time"]

    assert said == f"Q, {long['a']}: von 40 % (2014) auf 60 % (2016) gestiegen"
    assert holds == "q.a - q.a.w2014 >= 1"
    assert not exhibit.contrast


@pytest.mark.parametrize(
    ("language", "labels", "said"),
    [
        (
            "de",
            ("Zu Hause", "Büro"),
            "Q: am häufigsten Zu Hause (76 %), dann Büro (7 %)",
        ),
        ("en", ("At home", "Office"), "Q: most often At home (76%), then Office (7%)"),
        ("en", ("home", "Office"), "Q: most often home (76%), then Office (7%)"),
    ],
)
def test_an_answer_that_begins_a_sentence_of_its_own_is_not_said_to_be_literal(
    language: str, labels: tuple[str, str], said: str
) -> None:
    asked = question(
        "q", {"a": 76, "b": 7}, type=MULTIPLE, labels=dict(zip("ab", labels, strict=True)), wording=Wording.PARAPHRASED
    )

    assert headline(survey(asked), language=language)[0] == said


@pytest.mark.parametrize(
    ("letters", "said", "marked"),
    [
        (30, "Q seit 2014: A{0} (+20 Punkte), B{0} (\u22125)", {"a", "b"}),
        (50, "Q, A{0}: von 40 % (2014) auf 60 % (2016) gestiegen", {"a"}),
    ],
)
def test_what_moved_is_told_in_fewer_words_where_the_names_of_answers_are_long(
    letters: int, said: str, marked: set[str]
) -> None:
    name = "o" * (letters - 1)
    asked = question(
        "q",
        {"a": 60, "b": 20, "c": 30},
        type=MULTIPLE,
        earlier={"w2014": {"a": 40, "b": 25, "c": 29}},
        labels={"a": f"A{name}", "b": f"B{name}"},
    )
    of = survey(asked, waves=WAVES[1:])

    assert headline(of, "q_over_time")[0] == said.format(name)
    (finding,) = [each for each in told(of).findings if each.id == "q_over_time"]
    assert {cell.answer for cell in (*finding.exhibit.proof, *finding.exhibit.contrast)} == marked


@pytest.mark.parametrize(
    ("before", "said"), [(32, "63 % (2016) nach 64 % (2014)"), (33, "von 65 % (2014) auf 63 % (2016) gefallen")]
)
def test_a_sum_of_printed_answers_has_changed_by_more_than_their_rounding(before: int, said: str) -> None:
    asked = question(
        "q",
        {"a": 32, "b": 31, "c": 19, "d": 18},
        type=SCALE,
        earlier={"w2014": {"a": before, "b": 32, "c": 18, "d": 18}},
        nets={"top": (["a", "b"], None), "bottom": (["c", "d"], None)},
        topic="Vertrauen",
    )

    assert headline(survey(asked, waves=[wave("w2014"), wave("w2016")]), "q_over_time")[0].endswith(said)


@pytest.mark.parametrize(
    ("silent", "is_told"),
    [((35, 5), False), ((24, 5), True), ((5, 35), True)],
    ids=["as many fewer", "not so many fewer", "more"],
)
def test_nothing_is_said_to_have_risen_by_as_much_as_fewer_said_nothing(
    silent: tuple[int, int], *, is_told: bool
) -> None:
    before, now = silent
    asked = question(
        "q",
        {"a": 40, "none": now},
        type=MULTIPLE,
        earlier={"w2014": {"a": 20, "none": before}},
        roles={"none": AnswerRole.REFUSED},
    )

    findings = told(survey(asked, waves=WAVES[1:])).findings

    assert ("q_over_time" in [each.id for each in findings]) == is_told


def test_nothing_is_said_to_have_changed_since_a_wave_of_fewer_than_thirty() -> None:
    asked = question("q", {"a": 60, "b": 40}, earlier={"w2012": {"a": 20, "b": 80}, "w2014": {"a": 50, "b": 50}})

    waves = [wave("w2012", n=29), wave("w2014", n=30), wave("w2016", n=400)]
    assert headline(survey(asked, waves=waves), "q_over_time")[0] == "Q, A: von 50 % (2014) auf 60 % (2016) gestiegen"

    small = [wave("w2012", n=400), wave("w2014", n=400), wave("w2016", n=29)]
    assert [each.id for each in told(survey(asked, waves=small)).findings] == ["q"]


def test_level_groups_differ_only_if_none_of_them_may_do_so_by_chance() -> None:
    asked = by_groups(small={"a": 50, "b": 20}, large={"a": 50, "b": 35}, huge={"a": 50, "b": 35})
    groups = {"size": {"small": 300, "large": 300, "huge": 40}}
    chance, sure = (survey(asked, segments=groups), survey(asked, segments={"size": {**groups["size"], "huge": 300}}))

    found = [[each.id for each in told(replace(of, sample=Sample.RANDOM)).findings] for of in (chance, sure)]

    assert found == [["q"], ["q", "q_by_size"]]


def test_an_answer_moved_most_only_if_the_next_one_did_not_move_as_much_by_chance() -> None:
    now, then = {"a": 40, "b": 31, "c": 29}, {"a": 30, "b": 36, "c": 34}
    asked = question("q", {**now, "b": 32, "c": 28}, earlier={"w2014": then})
    waves = {n: [wave("w2014", n=n), wave("w2016", n=n)] for n in (800, 80_000)}

    claims = [headline(replace(survey(asked, waves=waves[n]), sample=Sample.RANDOM), "q_over_time")[1] for n in waves]

    assert ["largest_fall" in str(claim) for claim in claims] == [False, True]


GROUPS = {"size": {"small": None, "large": None}}


def test_the_answer_is_told_on_which_groups_differ_most() -> None:
    asked = question(
        "q",
        {"a": 45, "b": 30},
        type=MULTIPLE,
        segments={"size": {"small": {"a": 50, "b": 20}, "large": {"a": 40, "b": 45}}},
    )

    assert headline(survey(asked, segments=GROUPS), "q_by_size") == (
        "Q, größter Abstand zwischen den Gruppen: B, 20 % (small) gegen 45 % (large)",
        "largest_gap(q, size) == q.b.size.large - q.b.size.small",
    )


def test_an_answer_that_does_not_speak_for_itself_stands_behind_its_topic() -> None:
    segments = {"size": {"small": {"a": 50, "b": 50}, "large": {"a": 40, "b": 60}}}
    of_scale = question("q", {"a": 45, "b": 55}, type=SCALE, segments=segments)
    alone = question("q", {"a": 45}, type=MULTIPLE, earlier={"w2014": {"a": 40}})

    assert headline(survey(of_scale, segments=GROUPS), "q_by_size")[0] == "Q, A: 50 % (small) gegen 40 % (large)"
    waves = [wave("w2014"), wave("w2016")]
    assert headline(survey(alone, waves=waves), "q_over_time")[0] == "Q, A: von 40 % (2014) auf 45 % (2016) gestiegen"


def by_groups(**shares: dict[str, int]) -> AskedQuestion:
    """A question of several answers by the size of who gave them; a and b by size."""
    return question("q", {"a": 45, "b": 30}, type=MULTIPLE, segments={"size": shares})


def test_groups_of_the_same_share_are_named_and_marked_together() -> None:
    asked = by_groups(small={"a": 50, "b": 20}, large={"a": 40, "b": 49}, huge={"a": 40, "b": 49})
    of = survey(asked, segments={"size": {"small": None, "large": None, "huge": None}})

    assert headline(of, "q_by_size") == (
        "Q, B: 20 % (small) gegen 49 % (large und huge)",
        "q.b.size.large - q.b.size.small >= 5 and tied(q.b.size.large, q.b.size.huge)",
    )
    (shown,) = [each.exhibit for each in told(of).findings if each.id == "q_by_size"]
    assert [str(cell) for cell in shown.proof] == ["q/b@w2016/size.small"]
    assert [str(cell) for cell in shown.contrast] == ["q/b@w2016/size.large", "q/b@w2016/size.huge"]


def test_two_groups_keep_their_colours_and_places_whichever_of_them_has_more() -> None:
    of_groups = ({"small": {"a": 50}, "large": {"a": 40}}, {"small": {"a": 40}, "large": {"a": 50}})
    asked = [question(f"q{at}", {"a": 45, "b": 30}, segments={"size": of}) for at, of in enumerate(of_groups)]

    findings = [each for each in told(survey(*asked, segments=GROUPS)).findings if each.id.endswith("_by_size")]

    marks = [(each.exhibit.proof[0].column.column, each.exhibit.contrast[0].column.column) for each in findings]
    assert marks == [("small", "large")] * 2
    assert all(re.search(r"\(small\) gegen .*\(large\)", each.headline.text) for each in findings)


@pytest.mark.parametrize(("n", "finding"), [(29, "Q, A: 55 % (small) gegen 40 % (large)"), (30, "Q, größter Abstand")])
def test_nothing_is_said_of_a_group_of_fewer_than_thirty(n: int, finding: str) -> None:
    asked = by_groups(tiny={"a": 90, "b": 20}, small={"a": 55, "b": 20}, large={"a": 40, "b": 22})

    said, _ = headline(survey(asked, segments={"size": {"tiny": n, "small": 300, "large": 400}}), "q_by_size")

    assert said.startswith(finding)


def test_groups_of_few_respondents_stand_in_the_appendix_alone() -> None:
    asked = by_groups(tiny={"a": 90, "b": 20}, small={"a": 55, "b": 20}, large={"a": 40, "b": 22})

    for n, shown in ((29, ["small", "large"]), (30, ["tiny", "small", "large"])):
        of = survey(asked, segments={"size": {"tiny": n, "small": 300, "large": 400}})
        (by_size,) = [each for each in told(of).findings if each.id == "q_by_size"]
        assert [column.column for column in by_size.exhibit.columns] == shown


def test_groups_of_a_scale_are_compared_by_what_its_steps_come_to() -> None:
    steps = {"fully": 30, "rather": 30, "hardly": 25, "never": 15}
    groups = {
        "small": {"fully": 40, "rather": 15, "hardly": 25, "never": 20},
        "large": {"fully": 20, "rather": 50, "hardly": 20, "never": 10},
    }
    nets = {"yes": (["fully", "rather"], None), "no": (["hardly", "never"], None)}
    asked = question("q", steps, type=SCALE, segments={"size": groups}, nets=nets)

    said, claim = headline(survey(asked, segments=GROUPS), "q_by_size")

    assert said == "Q, Yes: 55 % (small) gegen 70 % (large)"
    assert claim == "q.yes.size.large - q.yes.size.small >= 5"
    (shown,) = [each.exhibit for each in told(survey(asked, segments=GROUPS)).findings if each.id == "q_by_size"]
    assert shown.answers[0] == "yes"


def test_groups_do_not_differ_by_the_question_that_made_them() -> None:
    asked = by_groups(small={"a": 100, "b": 0}, large={"a": 0, "b": 100})

    assert [each.id for each in told(survey(asked, segments=GROUPS)).findings] == ["q"]


@pytest.mark.parametrize("small", [{"a": 50, "b": None}, {"a": 60, "b": 25}])
def test_no_gap_is_called_the_widest_that_another_one_equals_or_may_pass(small: dict[str, int | str | None]) -> None:
    segments: dict[str, dict[str, dict[str, int | str | None]]] = {
        "size": {"small": small, "large": {"a": 40, "b": 45}}
    }

    said, claim = headline(
        survey(question("q", {"a": 45, "b": 30}, type=MULTIPLE, segments=segments), segments=GROUPS), "q_by_size"
    )

    assert said == f"Q, A: {small['a']} % (small) gegen 40 % (large)"
    assert claim == "q.a.size.small - q.a.size.large >= 5"


def test_no_difference_is_told_that_a_random_sample_may_show_by_chance() -> None:
    segments = {"size": {"small": {"a": 50, "b": 20}, "large": {"a": 44, "b": 20}}}
    asked = question("q", {"a": 45, "b": 44}, type=MULTIPLE, segments=segments)
    of = survey(asked, n=400, segments={"size": {"small": 200, "large": 200}})

    assert [each.id for each in told(of).findings] == ["q_by_size", "q"]
    assert [each.id for each in told(replace(of, sample=Sample.RANDOM)).findings] == ["q"]
    assert headline(replace(of, sample=Sample.RANDOM))[0] == "Q: A (45 %) und B (44 %) liegen nah beieinander"


@pytest.mark.parametrize(
    ("second", "said"), [(40, "Q: A (45 %) und B (40 %) liegen nah beieinander"), (39, "Q asked: A (45 %)")]
)
def test_answers_more_than_five_points_apart_are_not_near_even_if_they_differ_by_chance(second: int, said: str) -> None:
    of = survey(question("q", {"a": 45, "b": second}, type=MULTIPLE), n=100)

    assert headline(replace(of, sample=Sample.RANDOM))[0] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Q: am häufigsten nennen die Unternehmen „A“ (60 %), am seltensten „C“ (15 %)"),
        ("en", "Q: companies most often name “A” (60%), least often “C” (15%)"),
    ],
)
def test_whoever_was_asked_names_the_most_and_the_least_frequent_of_quoted_answers(language: str, said: str) -> None:
    asked = question("q", {"a": 60, "b": 25, "c": 15}, type=MULTIPLE, wording=Wording.EXACT)

    assert headline(survey(asked), language=language)[0] == said


def test_questions_of_one_scale_are_one_finding() -> None:
    nets = {"top": (["full", "rather"], None), "bottom": (["hardly", "never"], None)}
    shares = {"p": (10, 20, 20, 30, 20), "q": (50, 30, 10, 5, 5), "r": (20, 35, 15, 15, 15)}
    names = ("full", "rather", "neither", "hardly", "never")
    asked = [
        replace(
            question(
                name, dict(zip(names, each, strict=True)), type=SCALE, roles={"neither": AnswerRole.MIDPOINT}, nets=nets
            ),
            scale="agreement",
        )
        for name, each in shares.items()
    ]

    (found,) = told(survey(*asked)).findings

    assert (found.exhibit.kind, found.exhibit.questions) == ("diverging", ("p", "q", "r"))
    assert headline(survey(*asked), "p") == (
        "An der Spitze: Q asked (80 % Top), am Ende: P asked (30 %)",
        "leads_battery(q.top) and last_of_battery(p.top)",
    )


def test_a_speaker_is_told_how_to_begin_and_which_figures_to_name() -> None:
    assert [paragraph.text.replace("\u00a0", " ") for paragraph in told(survey(TEAMS)).findings[0].notes] == [
        "Mit dem Thema beginnen: Teams asked.",
        "Dann die Zahlen nennen: Own (49 %), Cross (33 %) und Everyone (17 %).",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Dann die Zahlen nennen: A: 20 % (2014), 45 % (2016), eine Veränderung um 25 Prozentpunkte."),
        ("en", "Then give the figures: A: 20% (2014), 45% (2016), a change of 25 percentage points."),
    ],
)
def test_a_speaker_gives_the_change_of_an_answer_with_its_waves(language: str, said: str) -> None:
    asked = question("q", {"a": 45, "b": None}, type=MULTIPLE, earlier={"w2014": {"a": 20}})

    assert spoken(survey(asked, waves=WAVES[1:]), "q_over_time", language)[-1] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            "Dann die Zahlen nennen: A: 40 % (2014), 60 % (2016), eine Veränderung um 20 Prozentpunkte; "
            "B: 25 % (2014), 20 % (2016), eine Veränderung um \u22125 Prozentpunkte.",
        ),
        (
            "en",
            "Then give the figures: A: 40% (2014), 60% (2016), a change of 20 percentage points; "
            "B: 25% (2014), 20% (2016), a change of \u22125 percentage points.",
        ),
    ],
)
def test_a_speaker_gives_the_largest_rise_and_fall(language: str, said: str) -> None:
    asked = question("q", {"a": 60, "b": 20, "c": 30}, type=MULTIPLE, earlier={"w2014": {"a": 40, "b": 25, "c": 29}})

    assert spoken(survey(asked, waves=WAVES[1:]), "q_over_time", language)[-1] == said


def test_a_speaker_gives_no_difference_where_there_is_none_or_a_break_lies_between() -> None:
    breaks = [("w2014", "w2016", "anders gefragt")]
    same = question("q", {"a": 45, "b": None}, type=MULTIPLE, earlier={"w2014": {"a": 45}})
    broken = question("q", {"a": 45}, earlier={"w2014": {"a": 20}}, breaks=breaks, rest=Rest.UNPUBLISHED)

    for asked, before in ((same, 45), (broken, 20)):
        said = spoken(survey(asked, waves=WAVES[1:]), "q_over_time")
        assert said[1] == f"Dann die Zahlen nennen: A: {before} % (2014), 45 % (2016)."


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        (
            "de", {"small": 1200, "large": 310},
            "Dann die Zahlen nennen: A: 70 % (small, n = 1.200) und 40 % (large, n = 310), 30 Prozentpunkte Abstand.",
        ),
        ("en", GROUPS["size"], "Then give the figures: A: 70% (small) and 40% (large), 30 percentage points apart."),
    ],
)  # fmt: skip
def test_a_speaker_gives_both_groups_with_their_n_where_it_is_known(
    language: str, n: dict[str, int | None], said: str
) -> None:
    segments = {"size": {"small": {"a": 70, "b": 20}, "large": {"a": 40, "b": 20}}}
    asked = question("q", {"a": 45, "b": 20}, type=MULTIPLE, segments=segments)

    assert spoken(survey(asked, segments={"size": n}), "q_by_size", language)[-1] == said


def spoken(of: Survey, name: str, language: str = "de") -> list[str]:
    """What a speaker is given to say of a finding."""
    (notes,) = [each.notes for each in told(of, language).findings if each.id == name]
    return [paragraph.text.replace("\u00a0", " ") for paragraph in notes]


def test_a_speaker_asks_what_is_worded_as_a_question() -> None:
    asked = replace(TEAMS, label=plain("Wer spricht für Sie?"))

    assert told(survey(asked)).findings[0].notes[0].text == "Mit der Frage beginnen: Wer spricht für Sie?"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("net", [71, None])
def test_no_change_is_told_between_a_published_net_and_a_sum_of_printed_answers(net: int | None, language: str) -> None:
    steps = {"sev": 46, "once": 26, "week": 17, "less": 11}
    before = {"sev": "46.5", "once": "26.5", "week": "16.5", "less": "10.5"}
    asked = question("q", steps, type=SCALE, nets={"daily": (["sev", "once"], net)}, earlier={"w2014": before})
    findings = told(survey(asked, waves=WAVES[1:]), language).findings

    assert ["q_over_time" in each.id for each in findings] == ([False] if net else [False, True])


@pytest.mark.parametrize("published", [True, False])
def test_nets_of_one_origin_tell_what_became_of_a_scale(published: bool) -> None:
    steps, before = {"a": 50, "b": 20, "c": 20, "d": 10}, {"a": 40, "b": 20, "c": 25, "d": 15}
    earlier = before | ({"top": 60} if published else {})
    nets = {"top": (["a", "b"], 70 if published else None)}
    asked = question("q", steps, type=SCALE, nets=nets, earlier={"w2014": earlier})

    assert headline(survey(asked, waves=WAVES[1:]), "q_over_time")[0] == (
        "Q, Top: von 60 % (2014) auf 70 % (2016) gestiegen"
    )


@pytest.mark.parametrize(
    ("earlier", "emphasized", "kind"),
    [
        ({"a": 40, "b": 30, "c": 30}, ({"a"}, {"c"}), "dumbbell"),
        ({"a": 40, "b": 18, "c": 9}, ({"a"}, set()), "dumbbell"),
        ({"a": 40, "b": 18}, ({"a"}, set()), "columns"),
    ],
)
def test_two_waves_are_shown_of_all_answers_where_others_can_be_set_beside(
    earlier: dict[str, int], emphasized: tuple[set[str], set[str]], kind: str
) -> None:
    asked = question("q", {"a": 60, "b": 20, "c": 10}, type=MULTIPLE, earlier={"w2014": earlier})
    found = next(each for each in told(survey(asked, waves=WAVES[1:])).findings if each.id == "q_over_time")

    marks = tuple({cell.answer for cell in cells} for cells in (found.exhibit.proof, found.exhibit.contrast))
    assert (found.exhibit.kind, marks) == (kind, emphasized)


@pytest.mark.parametrize("language", ["de", "en"])
def test_yes_and_no_over_two_waves_are_both_shown(language: str) -> None:
    asked = question("q", {"yes": 60, "no": 40}, labels=YES_NO, earlier={"w2014": {"yes": 45, "no": 55}})
    found = next(each for each in told(survey(asked, waves=WAVES[1:]), language).findings if each.id == "q_over_time")

    assert (found.exhibit.kind, found.exhibit.answers) == ("dumbbell", ("yes", "no"))
    assert {cell.answer for cell in found.exhibit.proof} == {"yes"}


def test_two_statements_that_share_the_first_place_are_both_named_and_marked() -> None:
    shares = {"p": (79, 21), "q": (79, 21), "r": (20, 80)}
    asked = [
        replace(question(name, dict(zip(("often", "never"), each, strict=True)), type=SCALE), scale="use")
        for name, each in shares.items()
    ]
    (found,) = told(survey(*asked)).findings

    assert found.headline.text.replace("\u00a0", " ") == (
        "An der Spitze: P asked (79 % Often) und Q asked (79 %), am Ende: R asked (20 %)"
    )
    assert {(cell.question, cell.answer) for cell in (*found.exhibit.proof, *found.exhibit.contrast)} == {
        (name, "often") for name in shares
    }


def test_a_battery_of_any_size_is_told() -> None:
    asked = [
        replace(
            question(f"a_statement_of_many_{number}", {"often": 90 - number, "never": 10 + number}, type=SCALE),
            scale="use",
        )
        for number in range(30)
    ]

    assert headline(survey(*asked), "a_statement_of_many_0")[1] == (
        "leads_battery(a_statement_of_many_0.often)"
        " and rank_in_battery(a_statement_of_many_1.often) == 2 and rank_in_battery(a_statement_of_many_5.often) == 6"
    )


def battery(*shares: int) -> tuple[Question, ...]:
    names = "pqrstuv"[: len(shares)]
    return tuple(
        replace(question(name, {"often": share, "never": 100 - share}, type=SCALE), scale="use")
        for name, share in zip(names, shares, strict=True)
    )


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((79, 60, 20), "An der Spitze: P asked (79 % Often), am Ende: R asked (20 %)"),
        ((79, 76, 20), "An der Spitze: P asked (79 % Often), dann Q asked (76 %), am Ende: R asked (20 %)"),
        ((79, 78, 76, 20), "An der Spitze: P asked (79 % Often), dann Q asked (78 %) und R asked (76 %),"
                           " am Ende: S asked (20 %)"),
        ((79, 78, 77, 76, 20), "An der Spitze: P asked (79 % Often), drei weitere bei 76 % bis 78 %"),
        ((12, 8, 2), "An der Spitze: P asked (12 % Often), am Ende: R asked (2 %)"),  # four points are much of twelve
        ((79, 79, 77, 20), "An der Spitze: P asked (79 % Often) und Q asked (79 %), eine weitere bei 77 %"),
    ],
)  # fmt: skip
def test_no_statement_is_told_as_the_first_without_those_close_behind_it(shares: tuple[int, ...], said: str) -> None:
    (found,) = told(survey(*battery(*shares))).findings

    assert found.headline.text.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (48, "Q: am häufigsten Erstens {long} (50 %), eine weitere bei 48 %"),
        (30, "Q: am häufigsten Erstens {long} (50 %)"),
    ],
)
def test_an_answer_close_behind_whose_name_has_no_room_is_told_by_its_share(second: int, said: str) -> None:
    long = "eine Antwort, die überall passt"
    longer = f"{long}, was von dieser Antwort hier kaum jemand sagen würde"
    labels = {"a": f"Erstens {long}", "b": f"Zweitens {longer}", "c": f"Drittens {longer}"}
    asked = question("q", {"a": 50, "b": second, "c": 20}, type=MULTIPLE, labels=labels)

    assert headline(survey(asked))[0] == said.format(long=long)


@pytest.mark.parametrize("role", [AnswerRole.REGULAR, AnswerRole.NONE])
@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("de", "keine Angabe"),
        ("de", "k. A."),
        ("de", "n/a"),
        ("en", "n/a"),
        ("en", "N/A"),
        ("en", "No answer"),
        ("en", "-"),
    ],
)
def test_an_answer_of_those_who_did_not_answer_is_no_finding(language: str, label: str, role: AnswerRole) -> None:
    labels = {"none": label, "a": "Mehr Doku", "b": "Werkzeuge"}
    asked = question("q", {"none": 42, "a": 12, "b": 9}, type=MULTIPLE, labels=labels)
    first = replace(asked.answers[0], role=role)

    found = told(survey(replace(asked, answers=(first, *asked.answers[1:]))), language)

    assert found.findings[0].headline.text == "Q asked"
    assert label not in found.cover.caption.text


def test_an_answer_of_those_who_did_not_answer_is_neither_second_nor_last() -> None:
    labels = {"a": "Mehr Doku", "none": "k. A.", "b": "Werkzeuge", "c": "nicht angegeben"}
    asked = question("q", {"a": 60, "none": 42, "b": 30, "c": 4}, type=MULTIPLE, labels=labels)

    assert headline(survey(asked))[0] == "Q: am häufigsten Mehr Doku (60 %)"


def test_a_short_form_that_two_answers_share_names_neither() -> None:
    long = "eine Antwort, die so lang ist, dass sie mit einer zweiten in keine Überschrift passt"
    asked = question("q", {"a": 50, "b": 30}, labels={"a": f"Erstens {long}", "b": f"Zweitens {long}"})
    answers = tuple(replace(each, short=plain("Antwort")) for each in asked.answers)

    assert headline(survey(replace(asked, answers=answers)))[0] == f"Q: Erstens {long} (50 %)"


def test_a_second_answer_is_named_by_its_label_as_in_the_chart_or_not_at_all() -> None:
    long = "Unter einem Namen, den jeder leicht mit dem verbinden kann, den ich im Netz sonst habe"
    asked = question("q", {"a": 49, "b": 31, "c": 20}, labels={"a": "Mit meinem Namen", "b": long})
    answers = tuple(replace(each, short=plain("Erkennbar") if each.id == "b" else None) for each in asked.answers)

    assert headline(survey(replace(asked, answers=answers)))[0] == "Q asked: Mit meinem Namen (49 %)"


@pytest.mark.parametrize(
    ("asked_after", "said", "messages"),
    [
        ("", "Do you use it? 61% of companies say yes, 38% no", ["of companies: Yes (Do you use it?)"]),
        (
            " in the morning before you go to work and again in the evening, with others or alone",
            "Do you use it in the morning before you go to work and again in the evening, with others or alone?",
            [],
        ),
    ],
)
def test_yes_and_no_stand_with_their_question(asked_after: str, said: str, messages: list[str]) -> None:
    label = f"Do you use it{asked_after}?"
    asked = question("dating", {"yes": 61, "no": 38}, label=label, labels=YES_NO, rest=Rest.UNPUBLISHED)
    other = question("goals", {"service": 21, "awareness": 77, "experts": 12}, type=MULTIPLE)

    found = told(survey(asked, other), "en")

    assert [each.headline.text for each in found.findings if each.id == "dating"] == [said]
    assert [each.text.text for each in found.messages if each.finding == "dating"] == messages
