"""Letters of column tests."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.statistics.letters import Letter, letters
from report.statistics.proportions import Proportion
from report.statistics.sums import Sums


def count(answer: int, base: int) -> Proportion:
    return Proportion(Sums.of_count(answer), Sums.of_count(base))


def texts(row: list[Proportion | None], overlaps: Mapping[tuple[int, int], Proportion] | None = None) -> list[str]:
    return ["".join(letter.text for letter in found) for found in letters(row, respondents=1000, overlaps=overlaps)]


def test_the_letter_of_the_lower_column_stands_at_the_higher_one() -> None:
    """A and B: p = 0.00002; A and C: 0.089; B and C: 0.0091 (scipy 1.17.1, chi2_contingency without correction)."""
    assert texts([count(60, 100), count(30, 100), count(48, 100)]) == ["Bc", "", "B"]


def test_equal_columns_and_answers_of_nobody_have_no_letters() -> None:
    assert texts([count(50, 100), count(50, 100)]) == ["", ""]
    assert texts([count(0, 100), count(0, 100)]) == ["", ""]


def test_columns_under_thirty_and_hidden_ones_are_in_no_test() -> None:
    assert texts([count(29, 29), count(0, 100), None, count(30, 30)]) == ["", "", "", "B"]


def test_thirty_of_equal_weight_are_thirty_whatever_the_weight() -> None:
    base = Sums(30, sum([0.1] * 30), sum([0.1 * 0.1] * 30))

    assert texts([Proportion(base, base), count(10, 100)]) == ["B", ""]


def test_the_effective_base_has_to_reach_thirty_too() -> None:
    base = Sums(200, 200.0, 200.0 * 200 / 29.9)

    assert texts([Proportion(base, base), count(0, 100)]) == ["", ""]


def test_a_difference_of_the_unweighted_bases_alone_has_no_letter() -> None:
    """480 and 400 of 1,000: p = 0.0003 unweighted; on an effective base of 200 there is a letter, on one of 50 none."""
    weighted = Proportion(Sums(480, 480.0, 2000.0), Sums(1000, 1000.0, 5000.0))

    assert texts([weighted, count(400, 1000)]) == ["B", ""]
    assert texts([Proportion(Sums(480, 480.0, 9000.0), Sums(1000, 1000.0, 20000.0)), count(400, 1000)]) == ["", ""]


def test_columns_that_share_respondents_are_tested_on_their_difference() -> None:
    """Of 100 and 100, 90 are the same people: 8 of 10 against none of 10 decide, not 53 against 45 of 100."""
    row = [count(53, 100), count(45, 100)]
    both = count(45, 90)

    assert texts([*row]) == ["", ""]
    assert texts([*row], {(0, 1): both}) == ["B", ""]


def test_letters_go_on_after_z() -> None:
    assert [Letter(index, is_strong=True).text for index in (0, 25, 26, 27, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AB",
        "ZZ",
        "AAA",
    ]
    assert Letter(26, is_strong=False).text == "aa"


columns = st.integers(1, 300).flatmap(lambda n: st.builds(count, st.integers(0, n), st.just(n)))


@given(st.lists(st.one_of(columns, st.none()), max_size=6))
def test_of_two_columns_one_at_most_has_the_others_letter(row: list[Proportion | None]) -> None:
    found = letters(row, respondents=10_000)

    pairs = {(index, letter.column) for index, marks in enumerate(found) for letter in marks}
    assert all((other, index) not in pairs for index, other in pairs)
    for index, other in pairs:
        higher, lower = row[index], row[other]
        assert higher
        assert lower
        assert higher.share > lower.share


@given(st.lists(columns, min_size=2, max_size=6), st.randoms())
def test_letters_do_not_depend_on_the_order_of_the_columns(row: list[Proportion], random: object) -> None:
    order = list(range(len(row)))
    random.shuffle(order)  # type: ignore[attr-defined]

    found, moved = letters(row, respondents=10_000), letters([row[i] for i in order], respondents=10_000)

    for place, index in enumerate(order):
        assert {(order[letter.column], letter.is_strong) for letter in moved[place]} == {
            (letter.column, letter.is_strong) for letter in found[index]
        }


@pytest.mark.parametrize(("answer", "expected"), [(52, ["", ""]), (50, ["", "a"]), (49, ["", "A"])])
def test_small_letters_are_for_ten_percent_and_capitals_for_five(answer: int, expected: list[str]) -> None:
    """Against 63 of 100: p = 0.1157, 0.0637 and 0.0461 (scipy 1.17.1, chi2_contingency without correction)."""
    assert texts([count(answer, 100), count(63, 100)]) == expected
