import pytest

from report.language.registry import load
from report.text.balance import end_cost, last_line_cost, parting_cost, raggedness

DE, EN = load("de"), load("en")


@pytest.mark.parametrize(
    ("widths", "expected"),
    [([100.0], 0.0), ([100.0, 100.0], 0.0), ([90.0, 110.0], 0.02), ([50.0, 100.0, 150.0], 0.5), ([0.0, 0.0], 0.0)],
)
def test_raggedness_is_the_sum_of_squared_distances_from_the_mean(widths: list[float], expected: float) -> None:
    assert raggedness(widths) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("line", "cost"),
    [
        ("hat ein eigenes", 0.0),
        ("2013 waren es 24\u00a0%", 0.02),
        ("hat ein", 0.04),
        ("Bekanntheit und", 0.04),
        ("sagt „Die", 0.04),
        ("Ein", 0.04),
        ("ein eigenes Team,", -0.025),
        ("eine Strategie;", -0.065),
        ("das Ziel:", -0.065),
        ("Team, und", 0.04),
        ("", 0.0),
    ],
)
def test_a_line_end_costs_by_its_last_word_or_mark(line: str, cost: float) -> None:
    assert end_cost(line, DE) == cost


def test_weak_words_are_those_of_the_language() -> None:
    assert end_cost("teams of the", EN) == 0.04
    assert end_cost("teams of the", DE) == 0.0


@pytest.mark.parametrize(
    ("line", "width", "cost"),
    [
        ("im digitalen Bereich", 100.0, 0.0),
        ("Unternehmen", 59.9, 0.5),
        ("Unternehmen", 60.0, 0.2),
        ("24\u00a0%", 30.0, 0.5),
        ("in 2", 21.9, 0.3),
        ("in 2", 22.0, 0.0),
        ("so", 10.0, 0.8),
    ],
)
def test_a_last_line_costs_for_a_lone_word_and_for_being_short(line: str, width: float, cost: float) -> None:
    assert last_line_cost(line, width, 100.0) == pytest.approx(cost)


@pytest.mark.parametrize(
    ("broken", "cost"),
    [
        ("hat ein| eigenes Team", 0.0),
        ("über die Corona-|Warn-App", 0.15),
        ("sehr/|eher", 0.15),
        ("Mehr Schutz-| und Radfahrstreifen", 0.0),
        ("das Auto| (20\u00a0%)", 0.15),
        ("48\u00a0% (60 bis 69| Jahre)", 0.15),
        ("48\u00a0% (60 bis 69 Jahre)| gegen", 0.0),
        ("bei „stimme eher| nicht zu“", 0.05),
        ("bei „Ja“| sagen", 0.0),
        ("„Negativ auf SARS-|CoV-2“", 0.2),
    ],
)
def test_a_break_costs_by_what_it_parts(broken: str, cost: float) -> None:
    before, _, after = broken.partition("|")

    assert parting_cost(before, after, DE) == pytest.approx(cost)


def test_quotation_marks_are_those_of_the_language() -> None:
    assert parting_cost("say “Not too", " important”", EN) == 0.05
    assert parting_cost("say “Not too”", " or", EN) == 0.0
