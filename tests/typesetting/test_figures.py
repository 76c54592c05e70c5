"""Large numbers: the sign smaller than the digits, all of a list as large as there is room for the widest."""

from dataclasses import replace
from decimal import Decimal

import pytest

from report.briefing.model import BigFigure
from report.language.numbers import percent
from report.text.model import Face, Style
from report.typesetting.figures import SMALLER, FigureType
from report.units import Color, Share
from tests.deck.builders import FONTS, GERMAN, big_figure

BOLD = Style(Face.BOLD, 60, Color.of_hex("#15203B"))
SET_AS = FigureType(FONTS, unit_share=0.5, smallest_unit=0.0)
FIGURE = big_figure("teams", "own")


def long_figure(shown: str) -> BigFigure:
    """A figure of two decimals."""
    return replace(FIGURE, number=percent(Share.of_percent(Decimal(shown)), 2, GERMAN))


def test_the_sign_has_its_share_of_the_size_and_never_less_than_its_floor() -> None:
    floored = FigureType(FONTS, unit_share=0.5, smallest_unit=34.0)

    assert [span.style.size for span in SET_AS.line(FIGURE, BOLD).spans] == [60, 30]
    assert [span.style.size for span in floored.line(FIGURE, BOLD).spans] == [60, 34]


def test_figures_shrink_until_the_widest_fits_and_no_further_than_the_last_share() -> None:
    whole = SET_AS.line(FIGURE, BOLD).width

    assert SET_AS.size([FIGURE], BOLD, whole) == 60
    assert SET_AS.size([FIGURE], BOLD, whole - 0.1) == 60 * SMALLER[1]
    assert SET_AS.size([FIGURE], BOLD, 1) == 60 * SMALLER[-1]
    assert SET_AS.size([], BOLD, 1) == 60


def test_a_long_figure_makes_all_of_its_list_smaller() -> None:
    long = long_figure("88.88")

    assert SET_AS.size([long], BOLD, 140) < 60 == SET_AS.size([FIGURE], BOLD, 140)
    assert SET_AS.size([FIGURE, long], BOLD, 140) == SET_AS.size([long], BOLD, 140)


@pytest.mark.parametrize("shown", ["100.00", "88.88"])
def test_the_longest_figures_fit_the_narrowest_place_for_one(shown: str) -> None:
    evidence, room = BOLD.sized(36), 71.6  # beside the recommendations of a slide, from column 8 to the gutter
    long = long_figure(shown)

    assert SET_AS.line(long, evidence).width > room
    assert SET_AS.line(long, evidence.sized(SET_AS.size([long], evidence, room))).width <= room


def test_the_digits_are_bound_to_their_cell() -> None:
    line = SET_AS.line(FIGURE, BOLD)

    assert [(span.text, span.cells) for span in line.spans] == [("49", ("teams/own@w2016",)), ("\u00a0%", ())]
