"""What expressions come to: values and their sorts, names, functions; every refusal with its place and words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.evaluation import Evaluation, evaluate
from report.briefing.facts import Facts
from report.briefing.filters import worded
from report.briefing.values import Count
from report.diagnostics import Diagnostic
from report.language.registry import load
from report.survey.model import AnswerRole, Survey
from report.units import TOLERANCE, PercentagePoints, Share
from tests.builders import MULTIPLE, NOT_ASKED, SCALE, question, source, survey, tabulated, wave, with_earlier_labels

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17, "department": NOT_ASKED},
    earlier={"w2014": {"own": 35, "cross": 33, "everyone": 17, "department": 32}, "w2013": {"own": 24}},
    nets={"both": (["own", "cross"], 82)},
    segments={"size": {"small": {"own": 46, "cross": 32, "everyone": 21}}},
)
GOALS = question(
    "goals",
    {"awareness": 77, "experts": 72, "service": 21, "predictive": 7, "other": 90, "nothing": None},
    type=MULTIPLE,
    roles={"other": AnswerRole.OTHER, "nothing": AnswerRole.NONE},
)
SURVEY = survey(
    TEAMS,
    GOALS,
    waves=[wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016")],
    segments={"size": {"small": 310, "large": 120}},
)


BY_A_NUMBER = ("* and / take a number, as in 2 * goals.service or goals.service / 2",)


ANOTHER_FIGURE = "take another figure, or add its percentage to the survey"
FUNCTIONS_KNOWN = (
    "the functions are max, min, second, rank, leads, last, leads_battery, last_of_battery, "
    "rank_in_battery, tied, count_above, largest_gap and 7 more"
)


def facts(of: Survey = SURVEY, language: str = "de") -> Facts:
    return Facts(of, tabulated(of), load(language))


def result(text: str, of: Survey = SURVEY) -> Evaluation:
    return evaluate(source(text), facts(of))


def content(text: str, of: Survey = SURVEY) -> object:
    found = result(text, of)
    assert not found.faults
    assert found.value is not None
    return found.value.content


def shown(text: str, language: str = "de") -> object:
    found = evaluate(source(text), facts(language=language))
    assert found.value is not None
    return worded(found.value, load(language))


def only_fault(text: str, of: Survey = SURVEY) -> Diagnostic:
    found = result(text, of)
    assert found.value is None
    assert len(found.faults) == 1
    return found.faults[0]


# ---------------------------------------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("teams.own", Share(Decimal("0.49"))),
        ("teams.own.w2016", Share(Decimal("0.49"))),
        ("teams.own.w2013", Share(Decimal("0.24"))),
        ("teams.own.size.small", Share(Decimal("0.46"))),
        ("teams.both", Share(Decimal("0.82"))),
        ("teams.own + teams.cross", Share(Decimal("0.82"))),
        ("teams.own - teams.own.w2013", PercentagePoints(Decimal(25))),
        ("goals.service - goals.awareness", PercentagePoints(Decimal(-56))),
        ("-(goals.service - goals.awareness)", PercentagePoints(Decimal(56))),
        ("teams.own - teams.cross + 4", PercentagePoints(Decimal(20))),
        ("rank(goals.service) - rank(goals.awareness)", Count(Decimal(2))),
        ("rank(goals.service) + 1", Count(Decimal(4))),
        ("40 + 5.5", Decimal("45.5")),
        ("2 * teams.own.w2013", Share(Decimal("0.48"))),
        ("teams.own * 0.5", Share(Decimal("0.245"))),
        ("teams.own / 2", Share(Decimal("0.245"))),
        ("(teams.own - teams.own.w2013) / 2", PercentagePoints(Decimal("12.5"))),
        ("3 * (teams.own - teams.own.w2013)", PercentagePoints(Decimal(75))),
        ("2 * rank(goals.service)", Count(Decimal(6))),
        ("rank(goals.service) / 2", Count(Decimal("1.5"))),
        ("100 / 8 * 2", Decimal(25)),
        ("ratio(goals.awareness, goals.predictive)", Count(Decimal(11))),
        ("max(goals)", Share(Decimal("0.77"))),
        ("min(goals)", Share(Decimal("0.07"))),
        ("second(goals)", Share(Decimal("0.72"))),
        ("rank(goals.awareness)", Count(Decimal(1))),
    ],
)
def test_comes_to(text: str, value: object) -> None:
    assert content(text) == value


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("teams.own + teams.cross == 82", True),
        ("teams.own == 49", True),
        ("teams.own == 49.0", True),
        ("teams.own != 49.1", True),
        ("45 <= teams.own < 50", True),
        ("45 <= teams.own < 49", False),
        ("teams.own > teams.cross > teams.everyone", True),
        ("teams.own > teams.everyone > teams.cross", False),
        ("teams.own - teams.own.w2013 == 25", True),
        ("teams.own.w2013 - teams.own < -20", True),
        ("max(goals) - goals.experts <= 5", True),
        ("rank(goals.experts) == 2", True),
        ("not teams.own > 50", True),
        ("teams.own > 50 or teams.cross > 30", True),
        ("teams.own > 50 and teams.cross > 30", False),
        ("leads(goals.awareness)", True),
        ("leads(goals.experts)", False),
        ("leads(teams.own.w2014)", True),
        ("leads(teams.own.size.small)", True),
        ("teams.own + teams.cross == teams.both", True),
        ("teams.own >= 2 * teams.own.w2013", True),
        ("teams.own > 2.05 * teams.own.w2013", False),
        ("teams.own / 3 * 3 == teams.own", True),
        ("goals.service == goals.predictive * 3", True),
        ("ratio(goals.service, goals.predictive) == 3", True),
        ("ratio(teams.own, teams.own.w2013) > 2.05", False),
    ],
)
def test_holds(text: str, is_true: bool) -> None:
    assert content(text) is is_true


def test_an_answer_that_ties_does_not_lead_and_shares_its_rank() -> None:
    tied = survey(question("q", {"a": 40, "b": 40, "c": 20}))

    assert content("leads(q.a)", tied) is False
    assert [content(f"rank(q.{answer})", tied) for answer in "abc"] == [Count(Decimal(n)) for n in (1, 1, 3)]
    assert content("second(q)", tied) == Share(Decimal("0.4"))


def computed(**fractions: float) -> Facts:
    """The facts of a question whose shares are computed ones."""
    of = survey(question("q", dict.fromkeys(fractions, 0)))
    tables = tabulated(of)
    table = tables.table("q")
    cells = {id: replace(cell, value=Share(fractions[id.answer])) for id, cell in table.cells.items()}
    return Facts(of, replace(tables, by_question={"q": replace(table, cells=cells)}), load("de"))


NEAR, APART = 0.3 + 0.9 * TOLERANCE, 0.3 + 1.1 * TOLERANCE


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("q.sum == 30", True),  # 0.1 + 0.2 is 0.30000000000000004 in floats
        ("q.sum <= 30", True),
        ("q.sum > 30", False),
        ("q.sum != 30", False),
        ("q.near == 30", True),
        ("q.near > 30", False),
        ("q.apart == 30", False),
        ("q.apart > 30", True),
        ("q.apart <= 30", False),
        ("q.near - q.sum == 0", False),  # in percentage points the same limit is a hundred times finer
        ("q.sum - q.exact == 0", True),
        ("rank(q.sum) == 2", True),
        ("rank(q.exact) == 2", True),
        ("leads(q.apart)", False),
    ],
)
def test_claims_hold_computed_shares_within_the_tolerance(text: str, is_true: bool) -> None:
    found = evaluate(source(text), computed(sum=0.1 + 0.2, exact=0.3, near=NEAR, apart=APART))

    assert found.value is not None
    assert found.value.content is is_true


def test_a_computed_share_leads_once_it_is_above_by_more_than_the_tolerance() -> None:
    for above, leads in ((NEAR, False), (APART, True)):
        found = evaluate(source("leads(q.above)"), computed(above=above, below=0.3))

        assert found.value is not None
        assert found.value.content is leads


def test_a_higher_answer_that_is_not_regular_leads_nothing() -> None:
    assert content("leads(goals.awareness) and goals.other > goals.awareness") is True


def test_a_result_knows_the_cells_it_is_made_of_and_all_that_were_read() -> None:
    found = result("max(goals) - teams.own")

    assert found.value
    assert [str(cell.id) for cell in found.value.cells] == ["goals/awareness@w2016", "teams/own@w2016"]
    assert [reading.cell.id.answer for reading in found.readings] == [
        "awareness", "experts", "service", "predictive", "own",
    ]  # fmt: skip


def test_a_reading_knows_its_place() -> None:
    found = result("teams.own < goals.service")

    places = [reading.location for reading in found.readings]
    assert [(place.column, place.length) for place in places if place] == [(1, 9), (13, 13)]


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=1))
def test_arithmetic_is_that_of_the_printed_decimals(a: Decimal, b: Decimal) -> None:
    printed = survey(question("q", {"a": str(a), "b": str(b)}))

    assert content("q.a + q.b", printed) == Share((a + b) / 100)
    assert content("q.a - q.b", printed) == PercentagePoints(a - b)
    assert content(f"q.a - q.b == {abs(a - b)}", printed) is (a >= b)
    assert content(f"q.a == {a}", printed) is True
    assert content("q.a < q.b", printed) is (a < b)


@given(st.decimals(0, 100, places=1), st.decimals("0.1", 100, places=2))
def test_what_is_divided_and_multiplied_again_is_the_same(percent: Decimal, number: Decimal) -> None:
    printed = survey(question("q", {"a": str(percent)}))

    assert content(f"q.a * {number} / {number} == q.a and q.a / {number} * {number} == q.a", printed) is True
    assert content(f"{number} * q.a", printed) == Share(percent * number / 100)


def test_nothing_is_a_multiple_of_a_published_zero() -> None:
    fault = only_fault("ratio(q.a, q.b) > 2", survey(question("q", {"a": 4, "b": 0}, type=MULTIPLE)))

    assert (fault.id, fault.message) == ("divided-by-zero", "nothing is a multiple of 0 %")


NAMES = st.sampled_from(
    ["teams", "own", "goals", "w2013", "max", "leads", "ratio", "label", "words", "not", "and", "0", "45.5"]
)
SIGNS = st.sampled_from([" ", ".", "(", ")", " + ", " - ", " * ", " / ", " < ", " == ", " | ", ",", " and "])


@given(st.lists(st.one_of(NAMES, SIGNS), max_size=30).map("".join))
def test_every_text_has_a_value_or_a_fault(text: str) -> None:
    found = result(text)

    assert (found.value is None) == bool(found.faults)
    assert all(fault.location for fault in found.faults)


# ---------------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("teams.own", "49\u00a0%", "49%"),
        ("teams.own | words", "49\u00a0Prozent", "49\u00a0per\u00a0cent"),
        ("teams.own | number", "49", "49"),
        ("teams.own | of_100", "49\u00a0von\u00a0100", "49\u00a0out\u00a0of\u00a0100"),
        ("teams.own | label", "Own", "Own"),
        ("goals.nothing | label", "Nothing", "Nothing"),
        ("teams.own - teams.own.w2013", "25\u00a0Prozentpunkte", "25\u00a0percentage points"),
        ("teams.own - teams.own.w2013 | signed", "+25", "+25"),
        ("teams.cross - teams.own | signed", "\N{MINUS SIGN}16", "\N{MINUS SIGN}16"),
        ("rank(goals.service)", "3", "3"),
        ("ratio(teams.own, teams.own.w2013)", "2,0", "2.0"),
        ("ratio(goals.awareness, goals.predictive)", "11,0", "11.0"),
    ],
)
def test_is_worded(text: str, german: str, english: str) -> None:
    assert (shown(text), shown(text, "en")) == (german, english)


def test_a_difference_prints_the_decimals_of_its_figures() -> None:
    half = survey(question("q", {"a": "49.5", "b": "24.0"}))
    found = result("q.a - q.b | signed", half)

    assert found.value
    assert found.value.content == "+25,5"


def test_a_label_has_the_wording_of_its_wave() -> None:
    goals = with_earlier_labels(
        question("goals", {"win": 51}, earlier={"w2014": {"win": 48}}), "win", {"w2014": "Win!"}
    )
    changed = survey(goals, waves=[wave("w2014"), wave("w2016")])

    assert (content("goals.win.w2014 | label", changed), content("goals.win | label", changed)) == ("Win!", "Win")


def test_a_net_has_a_label_too() -> None:
    assert content("teams.both | label") == "Both"


# ---------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("text", "column", "identity", "message", "notes", "hint"),
    [
        (
            "gaols.service < 3", 1, "unknown-question", '"gaols" is not a question',
            ("the questions are teams, goals",), 'did you mean "goals"?',
        ),
        (
            "goals.serivce", 7, "unknown-answer", '"serivce" is not an answer of question "goals"',
            ("goals has the answers awareness, experts, service, predictive, other, nothing",),
            'did you mean "service"?',
        ),
        (
            "teams.w2013.own", 7, "unknown-answer", '"w2013" is not an answer of question "teams"',
            ("teams has the answers own, cross, everyone, department; nets: both",),
            "a wave follows the answer, as in teams.own.w2013",
        ),
        (
            "teams.__class__", 7, "unknown-answer", '"__class__" is not an answer of question "teams"',
            ("teams has the answers own, cross, everyone, department; nets: both",), None,
        ),
        (
            "teams.own.w201", 11, "unknown-wave", '"w201" is not a wave or a segment',
            ("the waves are w2013, w2014, w2015, w2016; segments: size",), 'did you mean "w2016" or "w2015"?',
        ),
        (
            "teams.own.size.smal", 16, "unknown-column", '"smal" is not a column of "size"',
            ("size has the columns small, large",), 'did you mean "small"?',
        ),
        (
            "teams.own.w2014.small", 17, "unknown-column",
            'nothing follows a wave, but "small" stands behind "w2014"', (),
            "groups are of the current wave alone: write teams.own.w2014, without a group",
        ),
        (
            "teams.own.size.small.w2014", 22, "unknown-column",
            'nothing follows a column, but "w2014" stands behind "small"', (),
            "groups are of the current wave alone: write teams.own.size.small",
        ),
        (
            "teams > 3", 1, "incomplete-name", '"teams" is a question, not a figure', (),
            "name an answer too, as in teams.own",
        ),
        (
            "teams.own.size", 11, "incomplete-name", '"size" is a segmentation, not a figure',
            ("size has the columns small, large",), "name a column too, as in teams.own.size.small",
        ),
        ("goals.nothing > 3", 1, "not-published", "goals.nothing was not published", (), ANOTHER_FIGURE),
        ("teams.own.w2015 > 3", 1, "not-published", "teams.own.w2015 was not published", (), ANOTHER_FIGURE),
        ("teams.own.size.large", 1, "not-published", "teams.own.size.large was not published", (), ANOTHER_FIGURE),
        (
            "3 < teams.department", 5, "not-asked", "teams.department was not asked", (),
            "take a wave in which it was, such as teams.department.w2014",
        ),
        (
            "teams.own | wrds", 13, "unknown-filter", '"wrds" is not a filter',
            ("the filters are words, number, of_100, signed, label, short, n",), 'did you mean "words"?',
        ),
        (
            "leeds(goals.service)", 1, "unknown-function", '"leeds" is not a function',
            (FUNCTIONS_KNOWN,), 'did you mean "leads"?',
        ),
        (
            "teams.own()", 1, "unknown-function", '"teams.own" is not a function',
            (FUNCTIONS_KNOWN,), None,
        ),
        ("1 < max(goals.service)", 5, "wrong-argument", "max takes a question, as in max(goals)", (), None),
        ("leads(goals)", 1, "wrong-argument", "leads takes an answer, as in leads(goals.awareness)", (), None),
        ("rank()", 1, "wrong-argument", "rank takes an answer, as in rank(goals.awareness)", (), None),
        (
            "ratio(teams.own)", 1, "wrong-argument",
            "ratio takes two shares, as in ratio(goals.awareness, goals.service)", (), None,
        ),
        ("ratio(teams.own, 2)", 1, "mixed-types", "a ratio is that of two shares, and this is a number", (), None),
        (
            "teams.own * teams.cross", 1, "mixed-types", "a share and a share have no product", BY_A_NUMBER,
            "ratio(a, b) says how many times as large one share is as another",
        ),
        ("2 / rank(goals.service)", 1, "mixed-types", "a number cannot be divided by a count", BY_A_NUMBER, None),
        ("teams.own / (1 - 1)", 1, "divided-by-zero", "nothing can be divided by 0", (), None),
        (
            "leads(goals.other)", 7, "not-regular",
            '"other" is not a regular answer of "goals": it has no place among them', (), None,
        ),
        (
            "rank(teams.both)", 6, "not-regular",
            '"both" is not a regular answer of "teams": it has no place among them', (), None,
        ),
        (
            "leads(teams.own.w2013)", 7, "not-published",
            'the answers of "teams" have no order: teams.cross.w2013 was not published', (),
            "compare the published answers one by one",
        ),
        (
            "goals.service + goals.experts", 1, "sum-of-multiple",
            '"goals" is multiple choice: the sum of its answers is no share of the respondents', (), None,
        ),
        (
            "teams.own + goals.service", 1, "mixed-sum", "shares add up within one question and one wave only", (),
            "subtract to compare: a - b is in percentage points",
        ),
        (
            "teams.own + teams.own.w2013", 1, "mixed-sum", "shares add up within one question and one wave only", (),
            "subtract to compare: a - b is in percentage points",
        ),
        ("teams.both + teams.own", 1, "mixed-sum", '"own" is counted twice in this sum', (), None),
        (
            "teams.own - teams.cross < teams.everyone", 1, "mixed-types",
            "percentage points cannot be compared with a share", (),
            "the difference of two shares is in percentage points; compare it with a number, as in a - b >= 5",
        ),
        (
            "teams.own < rank(teams.own)", 1, "mixed-types", "a share cannot be compared with a count", (), None,
        ),
        (
            "3 < (teams.own > 5)", 1, "mixed-types", "a number cannot be compared with a condition", (),
            "join conditions with and, or, not",
        ),
        (
            "teams.own + (teams.own - teams.cross)", 1, "mixed-types", "a share and percentage points have no sum", (),
            "the difference of two shares is in percentage points; compare it with a number, as in a - b >= 5",
        ),
        ("rank(teams.own) - teams.own", 1, "mixed-types", "a count and a share have no difference", (), None),
        ("-teams.own", 1, "mixed-types", "a share has no negative", (), None),
        (
            "not teams.own", 5, "mixed-types", "a condition is needed here, not a share", (),
            "compare it, as in goals.awareness > 50",
        ),
        (
            "teams.own > 3 and teams.cross", 19, "mixed-types", "a condition is needed here, not a share", (),
            "compare it, as in goals.awareness > 50",
        ),
        (
            "teams.own | signed", 1, "mixed-types", "this filter words percentage points, not a share", (),
            "subtract two shares, as in a - b | signed",
        ),
        (
            "teams.own - teams.cross | words", 1, "mixed-types", "this filter words a share, not percentage points",
            (), None,
        ),
        (
            "teams.own | words == 49", 1, "mixed-types", "a text cannot be compared with a number", (), None,
        ),
        (
            "max(goals) | label", 1, "mixed-types", "a label belongs to one answer", (),
            "name it, as in goals.awareness | label",
        ),
    ],
)  # fmt: skip
def test_is_refused(
    text: str, column: int, identity: str, message: str, notes: tuple[str, ...], hint: str | None
) -> None:
    fault = only_fault(text)

    assert (fault.id, fault.message, fault.notes, fault.hint) == (identity, message, notes, hint)
    assert fault.location
    assert fault.location.column == column


def test_second_needs_two_answers() -> None:
    fault = only_fault("second(q) > 3", survey(question("q", {"a": 49})))

    assert (fault.id, fault.message) == ("too-few-answers", "there are only 1 regular answers")


def test_every_part_of_an_expression_tells_its_fault() -> None:
    found = result("goals.nothing > 3 and teams.x > 5 or foo.b < max(bar)")

    places = [(fault.id, fault.location.column) for fault in found.faults if fault.location]
    assert places == [
        ("not-published", 1), ("unknown-answer", 29), ("unknown-question", 38), ("unknown-question", 50),
    ]  # fmt: skip


def test_a_long_list_of_names_is_cut() -> None:
    many = survey(question("q", {f"a{number}": 1 for number in range(15)}, type=MULTIPLE))

    fault = only_fault("q.zzz", many)

    assert fault.notes == ("q has the answers a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 and 3 more",)


def test_answers_of_a_scale_add_up() -> None:
    agreement = question("agreement", {"strongly": 31, "agree": 28, "neither": 41}, type=SCALE)

    assert content("agreement.strongly + agreement.agree == 59", survey(agreement)) is True


def test_a_net_is_refused_as_one_that_cannot_be_computed_where_its_answers_were_published() -> None:
    told = survey(question("q", {"a": 31, "b": "<1", "c": 60}, nets={"top": (["a", "b"], None)}))

    (fault,) = evaluate(source("q.top > 3"), Facts(told, tabulated(told), load("en"))).faults

    assert fault.message == "q.top cannot be computed: only a bound of one of its answers was published"
