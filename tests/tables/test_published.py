"""Tables of published percentages: states, shares, bases."""

from decimal import Decimal

import pytest

from report.survey.model import CellId, ColumnId
from report.tables.model import CellState
from report.units import Share
from tests.builders import NOT_ASKED, question, survey, tabulated, wave

WAVES = [wave("w2014"), wave("w2016")]
TEAMS = {"own": 49, "cross": None, "department": NOT_ASKED}


def test_every_answer_has_a_cell_in_every_wave() -> None:
    tables = tabulated(survey(question("teams", TEAMS, earlier={"w2014": {"department": 32}}), waves=WAVES))

    assert {(cell.answer, cell.wave) for cell in tables.table("teams").cells} == {
        (answer, wave.id) for answer in TEAMS for wave in WAVES
    }
    assert tables.table("teams").answers == ("own", "cross", "department")
    assert [str(column.id) for column in tables.table("teams").waves.columns] == ["w2014", "w2016"]


@pytest.mark.parametrize(
    ("answer", "of_wave", "state"),
    [
        ("own", "w2016", CellState.PUBLISHED),
        ("cross", "w2016", CellState.NOT_PUBLISHED),
        ("department", "w2016", CellState.NOT_ASKED),
        ("department", "w2014", CellState.PUBLISHED),
        ("own", "w2014", CellState.NOT_PUBLISHED),
    ],
)
def test_a_cell_says_why_it_has_no_number(answer: str, of_wave: str, state: CellState) -> None:
    tables = tabulated(survey(question("teams", TEAMS, earlier={"w2014": {"department": 32}}), waves=WAVES))

    cell = tables.table("teams").cell(answer, ColumnId(of_wave))

    assert cell.state is state
    assert (cell.share is None) == (state is not CellState.PUBLISHED)


def test_a_share_keeps_the_printed_decimals() -> None:
    tables = tabulated(survey(question("teams", {"own": "51.50", "cross": 33})))

    own, cross = (tables.table("teams").cell(answer, ColumnId("w2016")) for answer in ("own", "cross"))
    assert own.share and cross.share
    assert str(own.share.percent) == "51.50"
    assert (own.decimals, cross.decimals) == (2, 2)


def test_published_shares_add_up_exactly() -> None:
    tables = tabulated(survey(question("teams", {"own": 49, "cross": 33})))

    shares = [tables.table("teams").cell(answer, ColumnId("w2016")).share for answer in ("own", "cross")]

    assert shares[0] and shares[1]
    assert shares[0] + shares[1] == Share(Decimal("0.82"))


def test_a_net_is_a_row_behind_the_answers() -> None:
    agreement = question("agreement", {"strongly": 31, "agree": 28}, nets={"top_two": (["strongly", "agree"], 59)})

    table = tabulated(survey(agreement)).table("agreement")

    assert table.answers == ("strongly", "agree", "top_two")
    assert table.cell("top_two", ColumnId("w2016")).share == Share(Decimal("0.59"))


def test_segment_columns_belong_to_the_current_wave() -> None:
    teams = question("teams", {"own": 49}, segments={"size": {"small": {"own": 46}}})
    tables = tabulated(survey(teams, waves=WAVES, segments={"size": {"small": 310, "large": 120}}))

    small = tables.cell(CellId("teams", "own", ColumnId("w2016", "size", "small")))
    large = tables.cell(CellId("teams", "own", ColumnId("w2016", "size", "large")))

    assert small.share == Share(Decimal("0.46"))
    assert (small.bases.unweighted, large.bases.unweighted, large.state) == (310, 120, CellState.NOT_PUBLISHED)
    assert CellId("teams", "own", ColumnId("w2014", "size", "small")) not in tables.table("teams").cells


def test_without_any_n_every_base_is_unknown() -> None:
    tables = tabulated(survey(question("teams", {"own": 49})))

    assert tables.table("teams").cell("own", ColumnId("w2016")).bases.unweighted is None


@pytest.mark.parametrize(
    ("of_question", "of_wave", "of_survey", "n"),
    [(430, 500, 600, 430), (None, 500, 600, 500), (None, None, 600, 600), (None, None, None, None)],
)
def test_the_most_specific_n_holds(
    of_question: int | None, of_wave: int | None, of_survey: int | None, n: int | None
) -> None:
    teams = question("teams", {"own": 49}, n=of_question)

    tables = tabulated(survey(teams, waves=[wave("w2016", n=of_wave)], n=of_survey))

    assert tables.table("teams").cell("own", ColumnId("w2016")).bases.unweighted == n


def test_the_n_of_survey_and_question_are_not_those_of_earlier_waves() -> None:
    teams = question("teams", {"own": 49}, earlier={"w2014": {"own": 35}}, n=430)

    tables = tabulated(survey(teams, waves=WAVES, n=600))

    assert tables.table("teams").cell("own", ColumnId("w2014")).bases.unweighted is None


def test_a_question_put_to_some_only_does_not_take_the_n_of_all() -> None:
    teams = question("teams", {"own": 49}, base="companies with a strategy")

    tables = tabulated(survey(teams, waves=[wave("w2016", n=500)], n=600))

    assert tables.table("teams").cell("own", ColumnId("w2016")).bases.unweighted is None
