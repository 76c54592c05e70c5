"""Nets without a published percentage: computed where they follow from what was published, and nowhere else."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.survey.model import ColumnId
from report.tables.model import Cell, CellState, Flag
from report.units import Share
from tests.builders import MULTIPLE, SCALE, Percent, question, survey, tabulated, wave

WAVES = [wave("w2014"), wave("w2016")]
TOP = {"top": (["full", "rather"], None)}
AGREEMENT = {"full": "23.9", "rather": "20.1", "neither": "56.0"}


def net_of(answers: Mapping[str, Percent], column: ColumnId = ColumnId("w2016"), **more: object) -> Cell:  # noqa: B008
    asked = question("q", answers, type=SCALE, nets=TOP, **more)  # type: ignore[arg-type]
    of = survey(asked, waves=WAVES, segments={"age": {"young": 400}})
    return tabulated(of).table("q").cell("top", column)


def test_a_net_is_the_sum_of_its_answers_and_its_cell_says_that_it_was_computed() -> None:
    cell = net_of(AGREEMENT)

    assert (cell.state, cell.share) == (CellState.COMPUTED, Share(Decimal("0.440")))


def test_a_published_net_stays_as_it_was_published() -> None:
    asked = question("q", AGREEMENT, type=SCALE, nets={"top": (["full", "rather"], 45)})

    cell = tabulated(survey(asked)).table("q").cell("top", ColumnId("w2016"))

    assert (cell.state, cell.share) == (CellState.PUBLISHED, Share(Decimal("0.45")))


@pytest.mark.parametrize(("rather", "flags"), [(None, ()), ("<1", (Flag.SUM_UNKNOWN,))])
def test_a_net_with_an_answer_that_has_no_number_is_not_published(rather: Percent, flags: tuple[Flag, ...]) -> None:
    cell = net_of({"full": 24, "rather": rather, "neither": 56})

    assert (cell.state, cell.share, cell.flags) == (CellState.NOT_PUBLISHED, None, flags)


def test_nets_of_earlier_waves_and_of_segments_are_computed_too() -> None:
    earlier, young = {"w2014": {"full": 20, "rather": 21}}, {"age": {"young": {"full": 30, "rather": 22}}}
    columns = [ColumnId("w2014"), ColumnId("w2016", "age", "young")]

    cells = [net_of(AGREEMENT, column, earlier=earlier, segments=young) for column in columns]

    assert [cell.share for cell in cells] == [Share(Decimal("0.41")), Share(Decimal("0.52"))]


@pytest.mark.parametrize(("neither", "percent"), [(59, "0.41"), (75, None)])
def test_before_a_break_a_net_is_computed_where_the_answers_of_its_wave_are_parts_of_one_whole(
    neither: int, percent: str | None
) -> None:
    earlier = {"w2014": {"full": 20, "rather": 21, "neither": neither}}

    cell = net_of(AGREEMENT, ColumnId("w2014"), earlier=earlier, breaks=[("w2014", "w2016", "new question")])

    assert cell.share == (Share(Decimal(percent)) if percent else None)


def test_no_net_is_computed_where_several_answers_were_allowed() -> None:
    asked = question("q", {"a": 40, "b": 50}, type=MULTIPLE, nets={"any": (["a", "b"], None)})

    assert tabulated(survey(asked)).table("q").cell("any", ColumnId("w2016")).share is None


def test_rounding_takes_no_net_above_the_whole() -> None:
    assert net_of({"full": 51, "rather": 50}).share is None
    assert net_of({"full": 50, "rather": 50}).share == Share(Decimal(1))


PERCENT = st.one_of(st.none(), st.just("<1"), st.integers(0, 40).map(str), st.decimals(0, 40, places=1).map(str))


@given(st.lists(PERCENT, min_size=2, max_size=4))
def test_a_net_is_what_an_adding_machine_says_or_not_there(percents: list[Percent]) -> None:
    answers = {f"a{number}": percent for number, percent in enumerate(percents)}
    asked = question("q", answers, nets={"all": (list(answers), None)})

    share = tabulated(survey(asked)).table("q").cell("all", ColumnId("w2016")).share

    numbers = [Decimal(percent) for percent in percents if isinstance(percent, str) and not percent.startswith("<")]
    is_known = len(numbers) == len(percents) and sum(numbers) <= 100
    assert (share is not None) is is_known
    assert share is None or share.percent == sum(numbers)
