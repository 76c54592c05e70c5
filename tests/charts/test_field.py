"""The dot field of one figure, on the cover and beside the messages."""

from dataclasses import replace

import pytest
from pytest import approx

from report.charts.field import lay_out_field
from report.charts.model import Highlight
from report.drawing.model import Circle, Drawing
from report.theme.house import INK, PAPER
from tests.charts.collisions import faults
from tests.charts.specimens import NOT_PUBLISHED, PLAIN, PROOF, Percent, bars_chart, row, setting


def field(shown: Percent, size: float, mark: Highlight = PROOF, *, on_ink: bool = False, decimals: int = 0) -> Drawing:
    where = setting(ground=INK if on_ink else PAPER)
    chart = bars_chart(row("Eigene Teams", shown, mark, answer="own"))
    return lay_out_field(replace(chart, decimals=decimals), size, where)


def circles(drawing: Drawing) -> list[Circle]:
    return [mark for mark in drawing.marks if isinstance(mark, Circle)]


@pytest.mark.parametrize(
    ("percent", "lit"),
    [(49, 49), (0, 0), (100, 100), ("49.5", 50), ("0.4", 1), ("99.6", 99), (NOT_PUBLISHED, 0)],
)
def test_as_many_dots_are_lit_as_the_share_has_hundredths(percent: Percent, lit: int) -> None:
    drawing = field(percent, 355.6)

    assert len(circles(drawing)) == 100
    assert [bool(dot.cells) for dot in circles(drawing)] == [True] * lit + [False] * (100 - lit)


@pytest.mark.parametrize(("size", "unlit"), [(355.6, 0.6), (100.0, 0.6), (99.9, 0.5), (60.0, 0.5)])
def test_unlit_dots_are_smaller_and_smaller_still_in_a_small_field(size: float, unlit: float) -> None:
    lit, *_, last = circles(field(49, size))

    assert lit.radius == approx(0.385 * size / 9.77)
    assert last.radius == approx(unlit * lit.radius)
    assert last.x == approx(size - lit.radius)


@pytest.mark.parametrize("percent", ["<1", "<0.5", "<5", "0.4", "0.9"])
def test_no_dot_is_full_for_less_than_the_one_per_cent_it_stands_for(percent: str) -> None:
    size = 355.6
    lit = [dot for dot in circles(field(percent, size, decimals=1)) if dot.cells]

    assert lit
    for dot in lit:
        assert dot.fill is None
        assert dot.edge is not None
        assert dot.edge.color == PAPER.proof
        assert dot.radius + dot.edge.width / 2 == approx(0.385 * size / 9.77)


@pytest.mark.parametrize("percent", ["1", "1.0", "1.4"])
def test_a_dot_is_full_from_one_per_cent_on(percent: str) -> None:
    (lit,) = (dot for dot in circles(field(percent, 355.6, decimals=1)) if dot.cells)

    assert (lit.fill, lit.edge) == (PAPER.proof, None)


def test_a_figure_printed_as_one_per_cent_fills_its_dot() -> None:
    (lit,) = (dot for dot in circles(field("0.6", 355.6, decimals=0)) if dot.cells)

    assert (lit.fill, lit.edge) == (PAPER.proof, None)


def test_a_proof_is_lit_in_the_accent_and_others_in_the_color_of_text() -> None:
    assert circles(field(49, 60.0))[0].fill == PAPER.proof
    assert circles(field(49, 60.0, PLAIN))[0].fill == PAPER.text
    assert circles(field(49, 60.0, on_ink=True))[0].fill == INK.proof
    assert circles(field(49, 60.0, on_ink=True))[-1].fill == INK.unlit


def test_it_is_a_square_of_its_size_and_tells_its_figure() -> None:
    drawing = field(49, 60.0)

    assert (drawing.width, drawing.height, drawing.hang) == (60.0, 60.0, 0.0)
    assert drawing.alternative == "Feld aus 100 Punkten, davon 49\N{NO-BREAK SPACE}% hervorgehoben: Eigene Teams."
    assert [(cell.id, cell.text) for cell in drawing.shown] == [("q/own@w2016", "49\N{NO-BREAK SPACE}%")]
    assert faults(drawing) == []
