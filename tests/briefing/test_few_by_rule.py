"""Of an answer whose own n is under thirty a story by rule says nothing: not that it leads, nor that others lead it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from report.survey.model import CellId, ColumnId, Survey
from tests.briefing.telling import emphasized
from tests.briefing.test_default_story import story_of, told
from tests.builders import MULTIPLE, question, survey

NOW = ColumnId("w2016")
OLD, YOUNG = (ColumnId("w2016", "age", name) for name in ("old", "young"))
SHARES = {"a": 38, "b": 34, "c": 20, "d": 5}


def of(shares: Mapping[str, int], own: Mapping[tuple[str, ColumnId], int], **groups: Mapping[str, int]) -> Survey:
    """A question put to 900, some of whose answers stand on an n of their own."""
    asked = question("q", shares, type=MULTIPLE, n=900, segments={"age": groups} if groups else None)
    asked = replace(asked, cell_n={CellId("q", name, column): n for (name, column), n in own.items()})
    return survey(asked, segments={"age": dict.fromkeys(groups, 400)} if groups else None)


@pytest.mark.parametrize("share", [50, 5])
def test_no_place_is_told_beside_an_answer_of_few(share: int) -> None:
    few = of({**SHARES, "d": share}, {("d", NOW): 12})
    story = story_of(few)
    (finding,) = story.findings

    assert (finding.headline.holds, story.cover.figure.text) == (None, "q.a")
    assert "q.d" not in finding.text.text("en")
    assert [message.figure.text for message in story.messages] == ["q.a"]
    assert told(few).findings[0].headline.text == "Q asked"


def test_the_largest_bar_does_not_stand_out_that_is_of_few() -> None:
    (found,) = told(of({**SHARES, "d": 50}, {("d", NOW): 12})).findings

    assert emphasized(found.exhibit) == ()


def test_an_answer_of_thirty_leads() -> None:
    (finding,) = story_of(of({**SHARES, "d": 50}, {("d", NOW): 30})).findings

    assert finding.headline.holds and finding.headline.holds.text.startswith("leads(q.d)")


def test_no_gap_is_told_of_an_answer_of_few() -> None:
    groups = {"old": {"a": 40, "b": 30, "c": 20, "d": 60}, "young": {"a": 34, "b": 30, "c": 20, "d": 10}}
    ids = {
        n: [finding.headline.holds.text for finding in story.findings if finding.headline.holds and finding.exhibit.by]
        for n in (12, 300)
        for story in [story_of(of(SHARES, {("d", OLD): n}, **groups))]
    }

    assert ids == {
        12: ["q.a.age.old - q.a.age.young >= 5"],
        300: ["largest_gap(q, age) == q.d.age.old - q.d.age.young"],
    }
