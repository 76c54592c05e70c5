"""Bars whose answers lie across: every part as long as its share, numbers where they fit, nets at the ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from report.charts.marks.spreading import spread
from report.charts.model import Chart, ChartRow, Highlight
from report.charts.order import largest
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing, MarkRole, Rect
from report.formats.charts import ChartMeasures
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.survey.model import AnswerRole
from report.text.model import Face
from report.theme.derived import accents_of, derived_ground
from report.theme.house import INK, PAPER
from report.theme.model import Ground, GroundName
from report.theme.perception import contrast
from report.units import Box, Color
from tests.charts.across_specimens import (
    ADVICE,
    AGREEMENT,
    FREQUENCY,
    HASKELL,
    across_chart,
    answer,
    band,
    diverging_chart,
    stacked_chart,
)
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_PUBLISHED,
    PAGE,
    PLACES,
    PLAIN,
    PROOF,
    SLIDE,
    SLIDE_NARROW,
    WIDTHS,
    drawn,
    fonts,
    kind_of,
    laid_out,
    note,
    rects,
    refused,
    setting,
    strokes,
    text,
    texts,
)

CHARTS = {"stacked": ADVICE, "diverging": HASKELL}


def _bar(drawing: Drawing, question: str, name: str) -> Rect:
    return next(bar for bar in rects(drawing, MarkRole.BAR) if bar.cells[0].startswith(f"{question}/{name}@"))


def _numbers(drawing: Drawing, question: str) -> list[str]:
    found = [mark for mark in texts(drawing, MarkRole.VALUE) if mark.cells[0].startswith(f"{question}/")]
    return [mark.text for mark in sorted(found, key=lambda mark: mark.x)]


# ------------------------------------------------------------------------------------------------------ stacked


def test_a_hundred_per_cent_is_as_long_as_everywhere_and_every_part_is_its_share_of_it() -> None:
    drawing = drawn(ADVICE)

    left = min(bar.box.left for bar in rects(drawing, MarkRole.BAR))
    assert left == approx(296.0)
    starts = [_bar(drawing, "job", name).box.left for name in ("often", "sometimes", "rarely", "open", "never")]
    assert [start - left for start in starts] == approx([part * 3.556 for part in (0, 15, 57, 80, 92)])


def test_bars_of_five_rows_stand_56_apart_and_of_six_45() -> None:
    six = replace(ADVICE, rows=(*ADVICE.rows, replace(ADVICE.rows[3], id="more")))
    for chart, pitch in ((ADVICE, 56.0), (six, 45.2)):
        tops = sorted({bar.box.top for bar in rects(drawn(chart), MarkRole.BAR)})

        assert tops[0] - drawn(chart).hang == approx(41.0)
        assert [after - before for before, after in pairwise(tops)] == approx([pitch] * (len(tops) - 1))


def test_the_border_of_a_net_is_three_points_wide_and_other_gaps_one() -> None:
    drawing = drawn(ADVICE)
    bars = [_bar(drawing, "job", name).box for name in ("often", "sometimes", "rarely", "open")]

    assert [after.left - before.right for before, after in pairwise(bars)] == approx([1.0, 3.0, 1.0])


def test_a_part_under_four_per_cent_bears_no_number_and_the_net_stands_at_the_right() -> None:
    chart = stacked_chart(FREQUENCY, band("a", 4, 50, 40, 3, 3, 0), band("b", 30, 20, 30, 10, 10, 0))

    assert _numbers(drawn(chart), "a") == ["4", "50", "40", "54\u00a0%"]


def test_no_answer_is_the_paper_left_in_its_frame() -> None:
    drawing = drawn(ADVICE)
    bar = _bar(drawing, "lonely", "none")

    assert bar.fill == PAPER.ground and bar.edge and bar.edge.width == 0.5
    assert bar.box.right == approx(296.0 + 355.6)


def test_marked_rows_take_the_accents_of_nets_and_others_greys() -> None:
    drawing = drawn(ADVICE)
    nets = PAPER.several.nets
    assert nets

    fills = {
        question: [_bar(drawing, question, name).fill for name in ("often", "sometimes")]
        for question in ("job", "lonely", "therapist")
    }
    assert fills == {
        "job": [nets.proof.strong, nets.proof.weak],
        "lonely": [nets.muted.strong, nets.muted.weak],
        "therapist": [nets.contrast.strong, nets.contrast.weak],
    }


def test_a_net_at_the_end_of_a_scale_is_strong_at_its_outer_end() -> None:
    chart = stacked_chart(FREQUENCY, band("a", 30, 30, 20, 10, 9, 1, mark=PROOF), net=("open", "never"))
    drawing, nets = drawn(chart), PAPER.several.nets
    assert nets

    assert [_bar(drawing, "a", name).fill for name in ("open", "never")] == [nets.proof.weak, nets.proof.strong]


def test_a_name_stands_on_its_part_or_is_led_to_it() -> None:
    drawing = drawn(ADVICE)

    assert text(drawing, "oft").x == approx(296.0)
    assert text(drawing, "manchmal").x == approx(_bar(drawing, "job", "sometimes").box.left)
    ends = {stroke.x2 for stroke in strokes(drawing, MarkRole.LEADER) if stroke.y2 == approx(drawing.hang + 41.0)}
    middle = (296.0 + 3.556 * 92) + 3.556 * 7 / 2
    assert any(end == approx(middle) for end in ends)


IMPORTANCE = (
    answer("very", "sehr wichtig"),
    answer("rather", "eher wichtig"),
    answer("less", "weniger wichtig"),
    answer("not", "unwichtig"),
)


@pytest.mark.parametrize("measures", [SLIDE, PAGE])
@pytest.mark.parametrize(("first", "is_over_bars"), [((31, 37, 21, 11), True), ((71, 29, 0, 0), False)])
def test_no_name_stands_over_the_part_of_another_answer(
    measures: ChartMeasures, first: tuple[int, ...], is_over_bars: bool
) -> None:
    rows = [band("costs", *first), band("noise", 12, 27, 46, 15)]
    drawing = drawn(stacked_chart(IMPORTANCE, *rows, net=("very", "rather")), setting(measures))

    assert (rects(drawing, MarkRole.SWATCH) == []) == is_over_bars
    assert text(drawing, "Netto").x == text(drawing, "39\N{NO-BREAK SPACE}%").x


def test_the_row_of_all_stands_apart_above_a_hairline_and_each_row_says_its_n() -> None:
    rows = [band(name, 37, 46, 11, 5, 0, 1, base="n = 1.615", is_total=name == "all") for name in ("all", "a", "b")]
    drawing = drawn(stacked_chart(FREQUENCY, *rows))
    tops = sorted({bar.box.top for bar in rects(drawing, MarkRole.BAR)})

    assert [after - before for before, after in pairwise(tops)] == approx([66.0, 53.0])
    (rule,) = strokes(drawing, MarkRole.RULE)
    assert tops[0] + 32 < rule.y1 < tops[1]
    assert [mark.text for mark in texts(drawing, MarkRole.NOTE)].count("n = 1.615") == 3


def test_words_beside_stacked_bars_stand_behind_the_nets() -> None:
    rows = [band(name, 37, 46, 11, 5, 0, 1, label=name) for name in ("aaa", "bbb", "ccc")]
    drawing = drawn(stacked_chart(FREQUENCY, *rows), notes=[note("bbb", "ccc", width=150.0)])

    assert drawing.notes[0].left == approx(690.0)
    assert strokes(drawing, MarkRole.BRACKET)


def test_an_answer_that_was_not_published_is_a_ring_and_its_net_is_unknown() -> None:
    drawing = drawn(stacked_chart(FREQUENCY, band("a", 15, NOT_PUBLISHED, 23, 12, 7, 1)))

    assert [mark for mark in drawing.marks if mark.role is MarkRole.RING]
    assert "n.\u00a0v." in [mark.text for mark in texts(drawing, MarkRole.NOTE)]


def test_an_answer_that_is_a_net_by_itself_has_one_number() -> None:
    drawing = drawn(stacked_chart(FREQUENCY, band("a", 60, 10, 10, 10, 9, 1), net=("often",)))

    assert _numbers(drawing, "a").count("60") == 0
    assert "60\u00a0%" in _numbers(drawing, "a")


def test_of_groups_those_farthest_from_all_who_were_asked_stay_and_these_are_counted_as_none() -> None:
    groups = {"all": 30, "lowest": 10, "same": 31, "highest": 50, "near": 35}
    rows = [band(name, net, 0, 100 - net, 0, 0, 0, is_total=name == "all") for name, net in groups.items()]
    chart = replace(stacked_chart(FREQUENCY, *rows), row_word="group", keeps_ends=False)
    total, *others = chart.rows
    chart = replace(chart, rows=(replace(total, is_spoken=True), *others))

    fewer = largest(chart, 3)

    assert [row.id for row in fewer.rows] == ["all", "lowest", "highest"]
    assert {mark.text for mark in texts(drawn(fewer), MarkRole.NOTE)} >= {"2 von 4 Gruppen, alle: Anhang"}


def test_all_who_were_asked_are_not_counted_among_the_groups_that_are_left_out() -> None:
    chart = replace(
        stacked_chart(
            FREQUENCY,
            band("all", 30, 0, 70, 0, 0, 0, is_total=True),
            band("low", 10, 0, 90, 0, 0, 0, mark=PROOF),
            band("same", 31, 0, 69, 0, 0, 0),
            band("high", 50, 0, 50, 0, 0, 0, mark=PROOF),
        ),
        row_word="group",
        keeps_ends=False,
    )

    fewer = largest(chart, 2)

    assert [row.id for row in fewer.rows] == ["low", "high"]
    assert {mark.text for mark in texts(drawn(fewer), MarkRole.NOTE)} >= {"2 von 3 Gruppen, alle: Anhang"}


def test_more_parts_than_five_are_refused_with_kinds_that_can() -> None:
    answers = [answer(f"a{place}", f"Antwort {place}") for place in range(6)]
    fault = refused(stacked_chart(answers, band("a", 20, 20, 20, 20, 10, 10), net=()))

    assert fault.id == "unsuitable-kind"
    assert fault.message.startswith("`stacked` shows 2 to 5 answers that exclude each other")
    assert fault.message.endswith("and the exhibit has 6, beside those who gave none")
    assert fault.hint == (
        "`diverging` shows the two sides of a scale of 2 to 9 answers, of questions that share it or of 1 to 30 "
        "groups, `bars` shows the answers of one question"
    )

    of_groups = replace(stacked_chart(answers, band("a", 20, 20, 20, 20, 10, 10), net=()), row_word="group")
    assert refused(of_groups).hint == (
        "`grouped` shows 1 to 30 answers by 2 to 4 groups or waves, `bars` shows the answers of one question"
    )


def test_a_long_scale_of_several_questions_is_left_to_bars() -> None:
    answers = [answer(f"a{place}", f"Antwort {place}") for place in range(11)]

    fault = refused(stacked_chart(answers, band("a", *([9] * 11)), net=()))

    assert fault.hint == "`bars` shows the answers of one question"


@pytest.mark.parametrize("name", CHARTS)
def test_answers_that_add_up_to_more_than_the_whole_are_refused(name: str) -> None:
    chart = CHARTS[name]
    above = band("above", 60, 60, 10, 5, 2, 1)
    more = across_chart(name, chart.columns, [above], [net.columns for net in chart.nets])

    fault = refused(more, box=Box(0, 0, WIDTHS[SLIDE], 299))

    assert fault.id == "unsuitable-kind" and '"above" add up to more than 100 % by more than rounding' in fault.message


# ---------------------------------------------------------------------------------------------------- diverging


def test_sides_meet_at_the_axis_and_are_as_long_as_their_shares() -> None:
    drawing = drawn(HASKELL)
    (axis,) = strokes(drawing, MarkRole.AXIS)

    for question, rejected, agreed in (("language", 7, 79), ("speed", 42, 18), ("docs", 28, 29)):
        assert axis.x1 - _bar(drawing, question, "no").box.left == approx(rejected * 3.556)
        assert _bar(drawing, question, "yes").box.right - axis.x1 == approx(agreed * 3.556)


def test_at_full_scale_all_rows_with_their_nets_lie_between_labels_and_figures() -> None:
    drawing = drawn(HASKELL)
    values = [
        mark for mark in texts(drawing, MarkRole.VALUE) if "teils" not in mark.text and "middle" not in mark.cells[0]
    ]
    values = [mark for mark in values if "none" not in mark.cells[0]]

    assert min(mark.x for mark in values) >= 213.8 - 0.01
    assert max(mark.x + mark.width for mark in values) <= 749.6


def test_a_scale_that_is_too_wide_is_drawn_at_half_the_length() -> None:
    wide = diverging_chart(AGREEMENT, band("a", 30, 60, 5, 5, 0, 0), band("b", 5, 5, 60, 30, 0, 0))
    drawing = drawn(wide)
    (axis,) = strokes(drawing, MarkRole.AXIS)

    assert _bar(drawing, "b", "yes").box.right - axis.x1 == approx(90 * 1.778)


@pytest.mark.parametrize("count", range(2, 7))
def test_numbers_can_be_read_on_every_tone_of_a_long_scale(count: int) -> None:
    sides = [tuple(f"{side}{place}" for place in range(count)) for side in ("no", "yes")]
    answers = [answer(name, name) for side in sides for name in side]
    rows = [band("a", *[8] * len(answers), mark=PROOF), band("b", *[7] * len(answers), mark=CONTRAST)]

    drawing = drawn(across_chart("diverging", answers, rows, sides))

    parts = {mark.cells: mark for mark in rects(drawing, MarkRole.BAR) if mark.fill}
    values = [(mark, parts[mark.cells]) for mark in texts(drawing, MarkRole.VALUE) if mark.cells in parts]
    numbers = [(mark, part) for mark, part in values if part.box.left < mark.x < part.box.right]
    assert len(numbers) == 2 * len(answers)
    assert all(part.fill and contrast(number.color, part.fill) >= 4.5 for number, part in numbers)
    assert len({part.fill for question, part in parts.items() if "a/" in question[0]}) == len(answers)


def test_nets_stand_nine_points_off_and_marked_ones_in_the_colour_of_their_side() -> None:
    drawing = drawn(HASKELL)
    scale = PAPER.several.scale
    agreed = text(drawing, "79")
    rejected = next(mark for mark in texts(drawing, MarkRole.VALUE) if mark.cells[0].startswith("language/no+"))

    assert agreed.x == approx(_bar(drawing, "language", "yes").box.right + 9)
    assert (agreed.color, rejected.color) == (scale.agreement.strong, scale.rejection.strong)
    assert (agreed.size, text(drawing, "58\u00a0%").size) == (26.0, 18.0)


def test_what_is_neither_stands_in_columns_of_figures_at_the_right_margin() -> None:
    drawing = drawn(HASKELL)
    figures = [mark for mark in texts(drawing, MarkRole.VALUE) if mark.cells[0].startswith("docs/")]
    ends = {mark.text: mark.x + mark.width for mark in figures}

    assert [ends["34\u00a0%"], ends["9\u00a0%"]] == approx([811.6, 873.6])


def test_where_all_rows_stand_out_nets_are_no_larger() -> None:
    rows = tuple(
        replace(
            row,
            values=tuple(value and replace(value, highlight=PROOF) for value in row.values),
            nets=tuple(replace(value, highlight=PROOF) for value in row.nets),
        )
        for row in HASKELL.rows
    )

    assert {mark.size for mark in texts(drawn(replace(HASKELL, rows=rows)), MarkRole.VALUE)} == {16.0, 18.0}


def test_diverging_leaves_words_no_column_and_names_the_kind_that_does() -> None:
    fault = refused(HASKELL, notes=[note("language")])

    assert fault.id == "no-room-for-annotation"
    assert "`stacked` leaves words a column" in fault.message


def test_answers_without_two_sides_are_refused() -> None:
    fault = refused(across_chart("diverging", AGREEMENT, [band("a", 20, 20, 20, 20, 10, 10)], []))

    assert fault.id == "unsuitable-kind" and "two sides" in fault.message and fault.hint and "`stacked`" in fault.hint


# --------------------------------------------------------------------------------------------------- over capacity


@pytest.mark.parametrize("name", CHARTS)
def test_of_more_rows_than_a_place_holds_the_marked_and_the_ends_stay_and_it_says_so(name: str) -> None:
    chart = CHARTS[name]
    plain = [_plain(replace(chart.rows[place % 5], id=f"q{place}")) for place in range(24)]
    marked = replace(chart.rows[0], id="q12")
    few = largest(replace(chart, rows=(*plain[:12], marked, *plain[13:])), 6)

    assert [row.id for row in few.rows] == ["q0", "q1", "q2", "q12", "q22", "q23"]
    notes = [mark.text for mark in texts(drawn(few), MarkRole.NOTE)]
    assert " ".join(notes) == "6 von 24 Aussagen, alle: Anhang"


@pytest.mark.parametrize(("name", "slide", "page"), [("stacked", 6, 8), ("diverging", 7, 10)])
def test_a_page_holds_as_many_rows_as_the_table_says(name: str, slide: int, page: int) -> None:
    layout = kind_of(CHARTS[name])

    assert layout.capacity(CHARTS[name], 299.0, setting()) == slide
    assert layout.capacity(CHARTS[name], float("inf"), setting(PAGE)) == page


def _plain(row: ChartRow) -> ChartRow:
    return replace(
        row,
        values=tuple(value and replace(value, highlight=PLAIN) for value in row.values),
        nets=tuple(replace(value, highlight=PLAIN) for value in row.nets),
    )


# ------------------------------------------------------------------------------------------------------ properties

LABELS = (
    "Datenschutz",
    "Finde Bibliotheken für meinen Bedarf",
    "Würde sie wieder lernen",
    "Abteilungsübergreifende Teams",
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """One to five rows of up to six answers that make up to 100 %, with and without decimals, some unpublished."""
    name = draw(st.sampled_from(sorted(CHARTS)))
    answers = CHARTS[name].columns
    decimals = draw(st.sampled_from([0, 0, 1]))
    whole, scale = 100 * 10**decimals, Decimal(1).scaleb(-decimals)
    rows = []
    for number in range(draw(st.integers(1, 5))):
        cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=5, max_size=5)))
        shares = [str((after - before) * scale) for before, after in pairwise([0, *cuts, whole])]
        shown = [NOT_PUBLISHED if draw(st.integers(0, 30)) == 0 else share for share in shares]
        mark = draw(st.sampled_from([PROOF, CONTRAST, PLAIN, PLAIN]))
        label = draw(st.sampled_from(LABELS))
        rows.append(band(f"q{number}", *shown, label=label, decimals=decimals, mark=mark))
    return across_chart(name, answers, rows, [net.columns for net in CHARTS[name].nets])


@given(charts(), st.sampled_from(sorted(PLACES)), st.sampled_from([PAPER, INK]))
def test_no_two_texts_meet_and_nothing_leaves_the_drawing(chart: Chart, name: str, ground: Ground) -> None:
    where = setting(PLACES[name], ground)
    width = WIDTHS[where.measures]
    height = max(299.0, kind_of(chart).natural_height(chart, width, where))

    drawing = laid_out(chart, where, box=Box(0, 0, width, height))

    if isinstance(drawing, Diagnostic) and name.startswith("narrow"):
        assert drawing.id == "chart-does-not-fit"  # nets at both ends of bars at the smallest scale
        return
    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []
    assert drawing.width <= width + 0.01


@pytest.mark.parametrize("place", [PAGE, SLIDE])
@pytest.mark.parametrize("middle", ["Kurz zödübsntwpmg iounbmmäh", "mmmmmmmm mm mmmmmmm"])
def test_bars_of_opposite_rows_have_room_beside_wide_names_of_three_columns_of_figures(
    place: ChartMeasures, middle: str
) -> None:
    sides = [answer(name, name) for name in ("no", "rather_no", "rather", "yes")]
    wide = [
        answer("middle", middle, AnswerRole.MIDPOINT),
        answer("unknown", "jukmubvcasweißnicht", AnswerRole.DONT_KNOW),
        answer("none", "oioitjo gunsdtükfrwfl", AnswerRole.REFUSED),
    ]
    rows = [band("for", 0, 0, 0, 100, 0, 0, 0, mark=PROOF), band("against", 100, 0, 0, 0, 0, 0, 0, mark=CONTRAST)]

    drawing = laid_out(diverging_chart([*sides, *wide], *rows), setting(place), box=Box(0, 0, WIDTHS[place], 299.0))

    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []


@given(charts())
def test_every_published_part_is_drawn_once_and_every_cell_is_told(chart: Chart) -> None:
    drawing = drawn(chart, box=Box(0, 0, WIDTHS[SLIDE], 299))
    shown = [cell.id for cell in drawing.shown]

    assert len(shown) == len(set(shown)) == sum(len(row.values) + len(row.nets) for row in chart.rows)
    bars = [bar.cells[0] for bar in rects(drawing, MarkRole.BAR)]
    assert len(bars) == len(set(bars))


def test_the_alternative_text_tells_the_range_of_others_and_how_many_were_not_published() -> None:
    others = [
        band("one", 20, 37, 20, 12, 5),
        band("two", 30, 27, 20, 12, 5),
        band("three", NOT_PUBLISHED, 30, 20, 12, 5),
    ]

    def end(*rows: ChartRow) -> str:
        marked = band("first", 15, 42, 23, 12, 7, mark=PROOF)
        told = drawn(stacked_chart(FREQUENCY[:5], marked, *rows)).alternative
        return told.replace("\u00a0", " ").partition(". ")[2].partition(". ")[2]

    assert end(*others) == "Übrige: 57 %; Nicht veröffentlichte Zahlen: 1."
    assert end(others[0], band("two", 31, 27, 20, 12, 5)) == "Übrige: 57 % bis 58 %."
    assert end(others[2]) == "Nicht veröffentlichte Zahlen: 1."


@pytest.mark.parametrize(("second", "range_of_shown"), [(30, "57 %"), (31, "57 % bis 58 %")])
def test_where_rows_are_left_out_the_range_in_the_alternative_text_is_that_of_those_shown(
    second: int, range_of_shown: str
) -> None:
    marked = band("first", 15, 42, 23, 12, 7, mark=PROOF)
    chart = stacked_chart(FREQUENCY[:5], marked, band("one", 20, 37, 20, 12, 5), band("two", second, 27, 20, 12, 5))

    told = drawn(replace(chart, further=2)).alternative.replace("\u00a0", " ")

    assert told.endswith(f"Übrige gezeigte: {range_of_shown}.")


@given(charts())
def test_the_alternative_text_keeps_to_250_characters(chart: Chart) -> None:
    drawing = drawn(chart, box=Box(0, 0, WIDTHS[SLIDE], 299))

    assert len(drawing.alternative) <= 250


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 60)), min_size=1, max_size=6))
def test_spread_things_keep_their_order_and_distance_or_have_no_room(things: list[tuple[float, float]]) -> None:
    wanted, widths = sorted(x for x, _ in things), [width for _, width in things]

    lefts = spread(wanted, widths, apart=9.0, left=0.0, right=360.0)

    if lefts is None:
        assert sum(widths) + 9.0 * (len(widths) - 1) > 360.0
        return
    assert lefts[0] >= -1e-6 and lefts[-1] + widths[-1] <= 360.0 + 1e-6
    for (left, width), after in zip(zip(lefts, widths, strict=True), lefts[1:], strict=False):
        assert after - left - width >= 9.0 - 1e-6


def test_what_overlaps_moves_by_the_least_sum_of_squares() -> None:
    assert spread([10, 10, 200], [20, 20, 20], apart=0, left=0, right=300) == approx([0, 20, 200])


# ---------------------------------------------------------------------------------------------------- other places


@pytest.mark.parametrize("name", CHARTS)
def test_beside_a_text_names_stand_in_a_legend_above_the_labels(name: str) -> None:
    chart = CHARTS[name]
    drawing = drawn(chart, setting(SLIDE_NARROW, INK))

    swatches, bars = rects(drawing, MarkRole.SWATCH), rects(drawing, MarkRole.BAR)
    shown = {bar.fill for bar in bars} - {INK.ground}  # which no answer is left
    assert {swatch.fill for swatch in swatches} == shown, "of what stands out and of what does not"
    first = text(drawing, chart.rows[0].label)
    assert max(swatch.box.bottom for swatch in swatches) < first.y - first.size / 2


@pytest.mark.parametrize("name", CHARTS)
def test_on_a_page_annotations_are_tied_by_keys(name: str) -> None:
    chart = CHARTS[name]
    drawing = drawn(chart, setting(PAGE), notes=[note(chart.rows[1].id)])

    assert [mark for mark in drawing.marks if mark.role is MarkRole.KEY]


def test_a_label_without_n_stands_level_with_its_bar_beside_others_that_have_one() -> None:
    known, unknown = (
        band(name, 60, 10, 10, 10, 9, 1, label=name, base=n) for name, n in (("Mit", "n = 402"), ("Ohne", None))
    )
    drawing = drawn(stacked_chart(FREQUENCY, known, unknown), setting(PAGE))

    for name, is_level in (("Mit", False), ("Ohne", True)):
        bar, label = _bar(drawing, name, "often").box, text(drawing, name)
        middle = label.y - fonts().cap_height(Face.REGULAR) * label.size / 2
        assert (middle == approx(bar.top + bar.height / 2, abs=0.5)) is is_level


def test_without_nets_bars_are_as_long_as_the_main_column_of_a_page() -> None:
    plain = replace(CHARTS["stacked"], nets=(), rows=tuple(replace(row, nets=()) for row in CHARTS["stacked"].rows))

    for chart, notes, length in (
        (plain, (), PAGE.hundred),
        (plain, (note(plain.rows[1].id),), 0.75 * PAGE.hundred),
        (CHARTS["stacked"], (), 0.75 * PAGE.hundred),
    ):
        drawing = drawn(chart, setting(PAGE), notes=notes)
        boxes = [mark.box for mark in drawing.marks if isinstance(mark, Rect)]
        assert max(box.right for box in boxes) - min(box.left for box in boxes) == approx(length)
        assert faults(drawing) == []


@pytest.mark.parametrize("name", PictureName)
def test_in_a_picture_without_nets_a_key_stands_behind_its_bar(name: PictureName) -> None:
    page = HOUSE_PICTURES[name]
    chart = replace(CHARTS["stacked"], nets=(), rows=tuple(replace(row, nets=()) for row in CHARTS["stacked"].rows))
    box = Box(0.0, 0.0, page.measure, page.height)

    drawing = drawn(chart, setting(page.charts), box=box, notes=[note(chart.rows[1].id)])

    assert faults(drawing) == []


def test_a_label_that_has_no_place_is_refused_with_its_question() -> None:
    fault = laid_out(diverging_chart(AGREEMENT, band("a", 5, 5, 60, 20, 5, 5, label="Abteilungsübergreifende " * 8)))

    assert isinstance(fault, Diagnostic) and fault.id == "label-too-long"
    assert fault.message == 'the label of question "a" has no place beside or above its bar'


LONG_STEPS = (
    answer("no", "sehr wichtig, dass es das nicht gibt"),
    answer("rather_no", "eher wichtig, dass es das nicht gibt"),
    answer("rather", "eher wichtig, dass es das gibt"),
    answer("yes", "sehr wichtig, dass es das gibt"),
    answer("middle", "weder wichtig noch unwichtig", AnswerRole.MIDPOINT),
)


@pytest.mark.parametrize("place", [SLIDE, PAGE])
def test_names_without_room_over_the_bars_stand_in_a_legend_and_those_of_figures_in_wider_columns(
    place: ChartMeasures,
) -> None:
    rows = [band(name, 3, 7, 30, 45, 15) for name in ("a", "b", "c")]

    drawing = drawn(diverging_chart(LONG_STEPS, *rows), setting(place))

    said = " ".join(mark.text for mark in texts(drawing, MarkRole.LABEL))
    assert [step.label for step in LONG_STEPS[:4] if step.label not in said] == []
    assert [word for word in LONG_STEPS[4].label.split() if word not in said] == []
    assert not faults(drawing)


@pytest.mark.parametrize("accent", ["#FFD400", "#7FC8A9", "#B00020"])
@pytest.mark.parametrize("mark", [PLAIN, PROOF])
def test_numbers_stand_out_from_their_parts_where_the_second_accent_is_the_colour_of_text(
    accent: str, mark: Highlight
) -> None:
    white, black = Color.of_hex("#FFFFFF"), Color.of_hex("#000000")
    ground = derived_ground(GroundName.PAPER, white, black, accents_of([Color.of_hex(accent)], white, black))
    sides = [band(name, 26, 15, 30, 20, 8, 1, mark=mark) for name in ("pay", "heat")]
    parts = [band(name, 26, 15, 24, 15, 10, 10, mark=mark) for name in ("pay", "heat")]

    for chart in (diverging_chart(AGREEMENT, *sides), stacked_chart(FREQUENCY, *parts)):
        shown = drawn(chart, setting(ground=ground))
        fills = {bar.cells: bar.fill for bar in rects(shown, MarkRole.BAR)}
        inside = [each for each in texts(shown, MarkRole.VALUE) if each.cells in fills and each.text.isdigit()]
        assert len(inside) >= 6
        for number in inside:
            fill = fills[number.cells]
            assert fill is not None and contrast(number.color, fill) >= 4.5
