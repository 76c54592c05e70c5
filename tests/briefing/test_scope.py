"""What an exhibit sets side by side as an author asks for it: columns, groups, waves, questions; and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from report.briefing.model import Exhibit
from report.briefing.story import FindingStory
from report.diagnostics import Diagnostic
from report.kinds import Shape
from report.survey.model import ColumnId
from tests.briefing.telling import briefing, faults
from tests.builders import finding, plain, question, source, story, survey, wave

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 17},
    earlier={"w2014": {"own": 35, "cross": 40, "everyone": 25}},
    segments={
        "size": {
            "small": {"own": 40, "cross": 35, "everyone": 25},
            "large": {"own": 60, "cross": 32, "everyone": 8},
            "huge": {},
        },
        "age": {},
        "region": {
            "north": {"own": 50, "cross": 30, "everyone": 20},
            "south": {"own": 48, "cross": 36, "everyone": 16},
        },
    },
)
OTHER = question("other", {"yes": 60, "no": 40})
SURVEY = survey(
    TEAMS,
    OTHER,
    waves=[wave("w2012"), wave("w2014"), wave("w2016")],
    segments={
        "size": {"small": 310, "large": 120, "huge": None},
        "age": {"young": 100},
        "region": {"north": 200, "south": 230},
    },
)


def asking(kind: str | None = None, emphasize: tuple[str, ...] = (), **keys: str | tuple[str, ...]) -> FindingStory:
    """A finding whose exhibit has those keys, each at column 20 of line 130."""
    told = finding("f", "teams", "Headline", kind=kind, emphasize=emphasize)
    if "reference" in keys:
        keys["references"] = (str(keys.pop("reference")),)
    if isinstance(by := keys.get("by"), str):
        keys["by"] = (by,)
    if "questions" in keys:
        keys["questions"] = ("teams", *keys["questions"])
    written: dict[str, Any] = {
        key: source(value, 130, 20) if isinstance(value, str) else tuple(source(each, 130, 20) for each in value)
        for key, value in keys.items()
    }
    return replace(told, exhibit=replace(told.exhibit, **written))


def shown(told: FindingStory) -> Exhibit:
    return briefing(story(SURVEY, told))[0].findings[0].exhibit


def names(told: FindingStory) -> tuple[Shape, list[str]]:
    found = shown(told)
    return found.shape, [column.name for column in found.columns]


def only_fault(told: FindingStory) -> Diagnostic:
    (fault,) = (each for each in faults(story(SURVEY, told)) if each.is_error)
    return fault


# --------------------------------------------------------------------------------------------------- what is shown


def test_by_shows_the_published_columns_of_a_segmentation_and_columns_chooses_of_them() -> None:
    assert names(asking("grouped", by="size")) == (Shape.GROUPS, ["size.small", "size.large"])
    assert names(asking("grouped", by="size", columns=("large", "small")))[1] == ["size.large", "size.small"]


def test_waves_stand_in_the_order_of_time() -> None:
    assert names(asking("grouped", waves=("w2016", "w2014"))) == (Shape.WAVES, ["w2014", "w2016"])


def test_column_shows_one_group_alone() -> None:
    assert names(asking("bars", column="size.large")) == (Shape.TOTAL, ["size.large"])


@pytest.mark.parametrize(
    ("reference", "column"),
    [("total", ColumnId("w2016")), ("w2014", ColumnId("w2014")), ("size.large", ColumnId("w2016", "size", "large"))],
)
def test_a_reference_is_the_total_a_wave_or_a_group(reference: str, column: ColumnId) -> None:
    assert shown(asking("bars", reference=reference)).reference == column


def test_what_is_held_against_a_reference_is_usually_shown_by_bars() -> None:
    assert shown(asking()).kind == shown(asking(column="size.large")).kind == "parts"
    assert shown(asking(reference="w2014")).kind == "bars"
    assert shown(asking(column="size.large", reference="total")).kind == "bars"


def test_without_any_of_them_grouped_shows_the_first_segmentation_with_figures() -> None:
    assert names(asking("grouped")) == (Shape.GROUPS, ["size.small", "size.large"])


def test_the_title_names_what_the_tick_stands_for() -> None:
    assert shown(asking("bars", reference="w2014")).title.text.endswith("; Strich: 2014")
    assert shown(asking("grouped", by="size", reference="total")).title.text.endswith("; Strich: alle")


def test_the_title_says_what_divides_the_groups_where_their_labels_and_the_head_of_a_table_do_not() -> None:
    (size, *others) = SURVEY.segments
    named = replace(size, columns=tuple(replace(each, label=plain(f"{each.id} size")) for each in size.columns))
    saying = replace(SURVEY, segments=(named, *others))

    assert briefing(story(saying, asking("grouped", by="size")))[0].findings[0].exhibit.title.text == (
        "Anteil der Gruppe in Prozent, Einfachnennung"
    )
    assert shown(asking("grouped", by="size")).title.text == "size: Anteil der Gruppe in Prozent, Einfachnennung"
    assert shown(asking("dumbbell", by="size")).title.text == "size: Anteil der Gruppe in Prozent, Einfachnennung"
    assert shown(asking("table", by="size")).title.text == "Anteil der Gruppe in Prozent, Einfachnennung"


def test_a_table_shows_the_columns_of_several_segmentations_beside_all_who_were_asked() -> None:
    both = ("size", "region")
    every = ["w2016", "size.small", "size.large", "region.north", "region.south"]

    assert names(asking("table", by=both)) == (Shape.GROUPS, every)
    assert shown(asking(by=both)).kind == "table"
    assert names(asking("table", by=both, columns=("region.south", "size.small")))[1] == [
        "w2016",
        "region.south",
        "size.small",
    ]
    assert names(asking("table"))[1] == every[:3]


def test_a_table_held_against_an_earlier_wave_is_a_ranking_of_the_current_one() -> None:
    exhibit = shown(asking("table", reference="w2014"))

    assert (exhibit.shape, exhibit.columns, exhibit.reference) == (
        Shape.TOTAL,
        (ColumnId("w2016"),),
        ColumnId("w2014"),
    )
    assert "Strich" not in exhibit.title.text  # it has no bars in narrow places


def test_the_total_is_a_column_of_a_table_and_needs_no_reference() -> None:
    exhibit = shown(asking("table", by="size", reference="total"))

    assert exhibit.reference is None
    assert "Strich" not in exhibit.title.text


# ------------------------------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("told", "id", "message"),
    [
        (asking(by="sise"), "unknown-column", '"sise" is not a segmentation'),
        (asking(by="age"), "not-published", 'nothing of "teams" was published for age'),
        (asking(by="size", columns=("smal",)), "unknown-column", '"smal" is not a column of "size"'),
        (asking(by="size", columns=("huge",)), "not-published", 'nothing of "teams" was published for size.huge'),
        (asking(by="size", columns=("small", "small")), "answer-twice", '"small" stands twice in this exhibit'),
        (asking("grouped", waves=("w2013", "w2016")), "unknown-wave", '"w2013" is not a wave'),
        (asking("grouped", waves=("w2012", "w2016")), "not-published", 'nothing of "teams" was published for w2012'),
        (asking("grouped", waves=("w2016", "w2016")), "answer-twice", '"w2016" stands twice in this exhibit'),
        (asking(by="size", waves=("w2014",)), "columns-of-two-kinds",
         "`by` and `waves` ask for two different sets of columns"),
        (asking(columns=("small",)), "columns-of-two-kinds", "`columns` chooses from the columns of a segmentation"),
        (asking("bars", reference="w2012"), "not-published", 'nothing of "teams" was published for w2012'),
        (asking("bars", reference="size.huge"), "not-published", 'nothing of "teams" was published for size.huge'),
        (asking("grouped", by=("size", "region")), "unsuitable-kind",
         "`grouped` shows the columns of one segmentation, and the exhibit asks for those of several"),
        (asking("table", by=("size", "size")), "answer-twice", '"size" stands twice in this exhibit'),
        (asking("table", by=("size", "region"), columns=("small",)), "unknown-column",
         '"small" is not a column of "size" or "region"'),
        (asking("table", column="size.large"), "unsuitable-kind",
         "`table` shows 1 to 30 answers in 2 to 8 columns, or their rank and change against an earlier wave, and the "
         "exhibit asks for one column"),
        (asking("table", by="size", reference="w2014"), "unsuitable-kind",
         "the columns of a `table` are held against all who were asked, not against w2014"),
        (asking("parts", reference="w2014"), "unsuitable-kind",
         "`parts` has no place for what its figures are held against"),
        (asking("line", reference="size.large"), "unsuitable-kind",
         "`line` has no place for what its figures are held against"),
        (asking("bars", answers=("own",), reference="size.huge"), "not-published",
         'nothing of "teams" was published for size.huge'),
        (asking(questions=("other",)), "no-battery", '"other" does not have the same answers as "teams"'),
        (asking("bars", by="size"), "unsuitable-kind",
         "`bars` shows 1 to 30 answers of one wave, and the exhibit asks for groups"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_told_at_its_place(told: FindingStory, id: str, message: str) -> None:
    fault = only_fault(told)

    assert (fault.id, fault.message) == (id, message)
    assert fault.location


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        (asking("parts", reference="w2014"), "leave `reference` out; `bars` marks one on its bars"),
        (asking("line", reference="size.large"), "leave `reference` out; `grouped` marks one on its bars"),
    ],
)
def test_a_reference_without_a_place_hears_of_the_kinds_that_have_one(told: FindingStory, hint: str) -> None:
    assert only_fault(told).hint == hint


def test_a_reference_without_a_figure_of_what_is_shown_is_told() -> None:
    partly = question("teams", {"own": 49, "cross": 33}, segments={"size": {"large": {"own": 60}}})
    told = asking("bars", answers=("cross",), reference="size.large")

    (fault,) = faults(story(survey(partly, segments={"size": {"large": 120}}), told))

    assert (fault.id, fault.message, fault.hint) == (
        "not-published",
        "nothing that the exhibit shows was published for size.large",
        "leave `reference` out",
    )


def test_whoever_chooses_answers_of_several_questions_hears_of_no_kind_that_shows_one_alone() -> None:
    more = question("more", {"own": 40, "cross": 40, "everyone": 20})
    both = replace(SURVEY, questions=(*SURVEY.questions, more))
    of_battery = asking("stacked", questions=("more",), answers=("own",))

    hints = [each.hint for each in faults(story(both, of_battery)) if each.id == "unsuitable-kind"]

    assert hints == ["leave `answers` out"]
    assert only_fault(asking("stacked", by="size", answers=("own",))).hint == (
        "leave `answers` out, or choose another kind, such as `grouped`"
    )


def test_a_near_miss_of_a_column_is_named() -> None:
    fault = only_fault(asking(by="size", columns=("smal",)))

    assert (fault.notes, fault.hint) == (("size has the columns small, large, huge",), 'did you mean "small"?')


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("w2041", 'did you mean "w2016" or "w2014"?'),
        ("2014", "write w2014, the id of what has this label"),
        ("large", "write size.large"),
        ("true", "write total, which means all who were asked"),
        ("all", "write total, which means all who were asked"),
        ("Gesamt", "write total, which means all who were asked"),
    ],
)
def test_a_reference_that_is_none_hears_of_waves_and_of_groups(written: str, hint: str) -> None:
    fault = only_fault(asking("bars", reference=written))

    assert (fault.id, fault.message) == (
        "unknown-column",
        f'"{written}" is neither `total` nor a wave nor a segment column',
    )
    assert fault.notes == ("the waves are w2012, w2014, w2016", "the segments are size, age, region")
    assert fault.hint == hint


@pytest.mark.parametrize("written", ["total", "all", "Gesamt"])
def test_a_column_that_means_everyone_is_left_out(written: str) -> None:
    fault = only_fault(asking("bars", column=written))

    assert fault.hint == "leave `column` out: without it all who were asked are shown"


def test_what_names_a_kind_that_cannot_show_it_hears_of_one_that_can() -> None:
    assert only_fault(asking("grouped", by=("size", "region"))).hint == "`table` shows them side by side"
    assert only_fault(asking("table", column="size.large")).hint == (
        "`reference:` names the wave to hold the current one against; `bars` shows one column"
    )


# ------------------------------------------------------------------------------------------------ rules of emphasis


def marked(told: FindingStory) -> tuple[list[str], list[str]]:
    """What proves and what is set against it, as answer and column."""
    found = shown(told)
    return tuple([f"{cell.answer}.{cell.column.name}" for cell in cells] for cells in (found.proof, found.contrast))  # type: ignore[return-value]


def test_the_widest_gap_is_marked_where_nothing_else_is() -> None:
    assert marked(asking("grouped", by="size")) == (["own.size.large"], ["own.size.small"])


def test_largest_gap_marks_both_ends_of_the_answer_whose_columns_lie_furthest_apart() -> None:
    assert marked(asking("grouped", ("largest_gap",), by="size")) == (["own.size.large"], ["own.size.small"])


def test_largest_change_marks_first_and_last_wave_of_the_answer_that_changed_most() -> None:
    assert marked(asking("grouped", ("largest_change",), waves=("w2014", "w2016"))) == (
        ["own.w2016"], ["own.w2014"],
    )  # fmt: skip


def test_leading_marks_the_largest_cell_of_all() -> None:
    assert marked(asking("grouped", ("leading",), by="size"))[0] == ["own.size.large"]


def test_above_marks_every_cell_above_a_bound_and_not_one_on_it() -> None:
    assert marked(asking("bars", ("above(32)",)))[0] == ["own.w2016", "cross.w2016"]
    assert marked(asking("bars", ("above(33)",)))[0] == ["own.w2016"]


def test_a_column_and_a_cell_can_be_named() -> None:
    assert marked(asking("grouped", ("own.size.small",), by="size"))[0] == ["own.size.small"]
    assert marked(asking("grouped", ("size.small",), by="size"))[0] == [
        "own.size.small", "cross.size.small", "everyone.size.small",
    ]  # fmt: skip


def test_equal_gaps_mark_nothing_by_default() -> None:
    level = question(
        "teams", {"a": 50, "b": 50}, segments={"size": {"small": {"a": 40, "b": 60}, "large": {"a": 60, "b": 40}}}
    )
    told = replace(finding("f", "teams", kind="grouped"))
    found = briefing(story(survey(level, segments={"size": {"small": 1, "large": 1}}), told))[0].findings[0].exhibit

    assert (found.proof, found.contrast) == ((), ())
