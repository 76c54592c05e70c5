"""A headline that says between which shares all groups lie is true of every one of them.

It stands where the names of the two groups farthest apart have no room. The reader knows nothing of the program's
claims: it takes the sentence apart and looks at what the test put in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report.survey.model import Survey
from tests.briefing.test_default_story import told
from tests.briefing.test_headlines_by_rule import headline
from tests.builders import MULTIPLE, Percent, question, survey, text

SPAN: Final = {
    "de": re.compile(r"Q, (?P<answer>\w): je nach Gruppe (?P<least>\d+) % bis (?P<most>\d+) %"),
    "en": re.compile(r"Q, (?P<answer>\w): (?P<least>\d+)% to (?P<most>\d+)%, depending on the group"),
}
Shares = Mapping[str, Percent]


def of_long_names(n_of_medium: int | None = None, /, **groups: Shares) -> Survey:
    """Groups whose names find no room in a headline, by two answers."""
    asked = question("q", {"A": 45, "B": 45}, type=MULTIPLE, segments={"size": groups})
    of = survey(asked, segments={"size": dict.fromkeys(groups) | {"medium": n_of_medium}})
    (segment,) = of.segments
    named = (
        replace(each, label=text(f"{each.id} firms and all {'of their staff ' * 3}".strip()))
        for each in segment.columns
    )
    return replace(of, segments=(replace(segment, columns=tuple(named)),))


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Q, A: je nach Gruppe 10 % bis 56 %"), ("en", "Q, A: 10% to 56%, depending on the group")],
)
def test_groups_with_long_names_are_told_by_the_shares_between_which_they_lie(language: str, said: str) -> None:
    of = of_long_names(small={"A": 10, "B": 40}, medium={"A": 30, "B": 41}, large={"A": 56, "B": 44})

    text_of_it, claim = headline(of, "q_by_size", language)

    assert text_of_it == said
    assert claim.endswith(" and q.A.size.large >= q.A.size.medium >= q.A.size.small")


@pytest.mark.parametrize(("medium", "n"), [({"A": None, "B": None}, None), ({"A": 30, "B": 41}, 29)])
def test_nothing_is_said_of_all_groups_where_one_may_lie_outside(medium: Shares, n: int | None) -> None:
    of = of_long_names(n, small={"A": 10, "B": 40}, medium=medium, large={"A": 56, "B": 44})

    said = [headline(of, "q_by_size", language)[0] for language in ("de", "en")]

    assert said[0] == "Q, A: zwei Gruppen liegen 46 Punkte auseinander (56 % gegen 10 %)"
    assert said[1] == "Q, A: two groups are 46 points apart (56% against 10%)"


def test_groups_are_named_in_the_language_in_which_their_names_find_room() -> None:
    of = of_long_names(small={"A": 10, "B": 40}, medium={"A": 30, "B": 41}, large={"A": 56, "B": 44})
    (segment,) = of.segments
    named = [replace(each, label=text({"de": each.label.text("de"), "en": each.id})) for each in segment.columns]
    of = replace(of, segments=(replace(segment, columns=tuple(named)),))

    said = [headline(of, "q_by_size", language)[0] for language in ("de", "en")]

    assert said == ["Q, A: je nach Gruppe 10 % bis 56 %", "Q: groups differ most on A, 10% (small) against 56% (large)"]


SHARES: Final = st.integers(0, 100) | st.sampled_from([10, 20, "<1", None])


@given(st.lists(SHARES, min_size=6, max_size=6), st.sampled_from(["de", "en"]))
@example([10, 50, 50, 40, 40, 40], "de")
@example([10, None, 50, 40, None, 40], "de")
@example([10, 10, 50, 40, 40, 40], "en")
def test_a_span_is_true_of_every_group(shares: list[Percent], language: str) -> None:
    names = ("small", "medium", "large")
    groups = {name: {"A": shares[at], "B": shares[at + 3]} for at, name in enumerate(names)}
    findings = told(of_long_names(**groups), language).findings
    said = [each.headline.text.replace("\u00a0", " ") for each in findings if each.id == "q_by_size"]

    for found in filter(None, (SPAN[language].fullmatch(each) for each in said)):
        of_answer = [groups[name][found["answer"]] for name in names]
        assert all(isinstance(share, int) for share in of_answer)
        assert (min(map(str, of_answer), key=int), max(map(str, of_answer), key=int)) == (found["least"], found["most"])
