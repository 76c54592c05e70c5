"""Large numbers: the sign smaller than the digits, the whole as large as there is room."""

from report.text.model import Face, Style
from report.typesetting.figures import SMALLER, figure_line
from report.units import Color
from tests.deck.builders import FONTS, big_figure

BOLD = Style(Face.BOLD, 60, Color.of_hex("#15203B"))


def sizes(width: float, smallest_unit: float = 0.0) -> list[float]:
    """The sizes of digits and sign."""
    figure = big_figure("teams", "own")
    line = figure_line(figure, BOLD, FONTS, width=width, unit_share=0.5, smallest_unit=smallest_unit)
    return [span.style.size for span in line.spans]


def test_the_sign_has_its_share_of_the_size_and_never_less_than_its_floor() -> None:
    assert sizes(500) == [60, 30]
    assert sizes(500, smallest_unit=34) == [60, 34]


def test_a_figure_shrinks_until_it_fits_and_no_further_than_the_last_share() -> None:
    whole = figure_line(big_figure("teams", "own"), BOLD, FONTS, width=500, unit_share=0.5, smallest_unit=0).width

    assert sizes(whole) == [60, 30]
    assert sizes(whole - 0.1) == [60 * SMALLER[1], 30 * SMALLER[1]]
    assert sizes(1) == [60 * SMALLER[-1], 30 * SMALLER[-1]]


def test_the_digits_are_bound_to_their_cell() -> None:
    line = figure_line(big_figure("teams", "own"), BOLD, FONTS, width=500, unit_share=0.5, smallest_unit=0)

    assert [(span.text, span.cells) for span in line.spans] == [("49", ("teams/own@w2016",)), ("\u00a0%", ())]
