"""Glyph outlines, held against what the font file says of its glyphs in other tables."""

import pytest
from fontTools.ttLib import TTFont

from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.text.outlines import Contour, glyph_contours, placed_glyphs
from report.theme.house import HOUSE
from report.units import Color
from tests.conftest import CHECKOUT

FONTS = Fonts.in_folder(CHECKOUT / "assets" / "fonts", HOUSE.font_files)


def bounds(contours: tuple[Contour, ...]) -> tuple[float, float, float, float]:
    """Left, lower, right and upper end of all points; control points lie on the extremes in a well made font."""
    points = [point for contour in contours for step in contour for point in step]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("char", "AgTä%ß1„")
def test_an_outline_fills_the_box_that_the_font_states(face: Face, char: str) -> None:
    font = TTFont(FONTS.file(face))
    stated = font["glyf"][font.getBestCmap()[ord(char)]]

    left, lower, right, upper = bounds(glyph_contours(FONTS, face, char))

    assert (left, lower, right, upper) == pytest.approx((stated.xMin, stated.yMin, stated.xMax, stated.yMax), abs=2)


def test_a_contour_begins_with_one_point_and_goes_on_in_lines_and_curves() -> None:
    for contour in glyph_contours(FONTS, Face.REGULAR, "g"):
        first, *others = contour
        assert len(first) == 1
        assert {len(step) for step in others} <= {1, 2}


def test_letters_have_as_many_contours_as_one_can_count() -> None:
    counted = {" ": 0, "l": 1, "o": 2, "B": 3, "%": 5}

    assert {char: len(glyph_contours(FONTS, Face.BOLD, char)) for char in counted} == counted


def test_a_character_without_a_glyph_is_the_empty_box() -> None:
    assert glyph_contours(FONTS, Face.REGULAR, "漢") != ()
    assert glyph_contours(FONTS, Face.REGULAR, "漢") == glyph_contours(FONTS, Face.REGULAR, "字")


def test_glyphs_stand_where_the_widths_of_what_precedes_them_end() -> None:
    text, style = "Tätigkeit 77 %", Style(Face.BOLD, 2048, Color(0, 0, 0), 0.05)

    placed = placed_glyphs(text, style.face, style.tracking, FONTS)

    assert "".join(glyph.char for glyph in placed) == text
    gap = 0.05 * 2048
    before = [FONTS.width(text[:count], style) + (gap if count else 0) for count in range(len(text))]
    assert [glyph.x for glyph in placed] == pytest.approx(before)


def test_what_is_drawn_as_something_else_is_placed_as_that() -> None:
    placed = placed_glyphs("5\N{NO-BREAK SPACE}%\N{SOFT HYPHEN}x\N{NON-BREAKING HYPHEN}y", Face.REGULAR, 0, FONTS)

    assert "".join(glyph.char for glyph in placed) == "5 %x-y"
