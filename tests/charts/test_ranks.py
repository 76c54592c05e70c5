"""The places of answers: among all regular ones of a question, shared by equals, and only as far as they are known."""

from report.charts.model import Rank
from report.charts.ranks import ranks
from report.survey.model import ColumnId
from tests.builders import MULTIPLE, NOT_ASKED, question, survey, tabulated, wave

NOW = ColumnId("w2016")


def places(shares: dict[str, object], **more: object) -> dict[str, Rank]:
    asked = question("goals", shares, type=MULTIPLE, **more)  # type: ignore[arg-type]
    found = survey(asked, waves=[wave("w2014"), wave("w2016")])
    return dict(ranks(asked, tabulated(found).table("goals"), NOW))


def test_the_largest_share_is_first() -> None:
    assert places({"a": 20, "b": 56, "c": 44}) == {"a": Rank(3), "b": Rank(1), "c": Rank(2)}


def test_equal_shares_have_one_place_and_the_next_one_counts_them_all() -> None:
    found = places({"a": 29, "b": 29, "c": 14, "d": 56})

    assert found == {"a": Rank(2, is_shared=True), "b": Rank(2, is_shared=True), "c": Rank(4), "d": Rank(1)}


def test_what_was_not_asked_takes_no_place() -> None:
    assert places({"a": 29, "b": NOT_ASKED, "c": 14}) == {"a": Rank(1), "c": Rank(2)}


def test_behind_an_answer_of_which_nothing_was_published_nobody_knows_a_place() -> None:
    assert places({"a": 29, "b": None, "c": 14}) == {}
