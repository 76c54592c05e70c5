"""Lines that frames make: a program that fills line after line, and measures a little narrower, makes just these."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.language.registry import load
from report.text.flowing import filled_layouts, flow_width, flow_window
from report.text.fonts import Fonts
from report.text.model import Face, Line, Span, Style
from report.theme.house import HOUSE
from report.units import Color

FONTS = Fonts.in_folder(Path(__file__).resolve().parents[2] / "assets/fonts", HOUSE.font_files)
DE = load("de")
STYLE = Style(Face.BOLD, 24, Color(0, 0, 0))
WORDS = [
    *("Fast", "die", "Hälfte", "aller", "Unternehmen,", "Social-Media-Teams", "haben", "(auch", "2013–2016),", "nennt"),
    *("Bekanntheit", "und/oder", "Kunden\u00a0gewinnen", "als", "E-Mail-Ziel", "47\u00a0%", "von", "1", "250"),
]
PIECES = {
    "all": re.compile(r"(?<=[-\u2010/–])(?=\S)|(?<= )"),
    "no slashes": re.compile(r"(?<=[-\u2010–])(?=\S)|(?<= )"),
}
"""Where programs break: after blanks and hyphens all of them, after slashes some."""


def layouts(text: str, width: float) -> list[tuple[Line, ...]]:
    return [*filled_layouts([Span(text, STYLE)], width, FONTS, DE)]


def as_a_program(text: str, width: float, narrower: float, pieces: re.Pattern[str]) -> list[str]:
    """The lines of a program that breaks between pieces, its characters so much narrower."""
    lines = [""]
    for piece in pieces.split(text):
        longer = lines[-1] + piece
        if lines[-1] and FONTS.width(longer.rstrip(" "), STYLE) * narrower > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.rstrip(" ") for line in lines]


@given(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=24).map(" ".join),
    st.floats(250, 900),
    st.sampled_from([0.99, 0.995, 1.0]),
    st.floats(0, 1),
    st.sampled_from([*PIECES]),
)
def test_within_its_window_a_program_makes_the_lines(
    text: str, width: float, narrower: float, within: float, pieces: str
) -> None:
    for lines in layouts(text, width):
        window = flow_window(lines, width)
        if window and all(line.is_whole for line in lines):
            inner = window[0] + within * (window[1] - window[0])
            assert as_a_program(text, inner, narrower, PIECES[pieces]) == [line.text for line in lines]


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=24).map(" ".join), st.floats(250, 900))
def test_layouts_have_as_few_lines_as_can_be_and_become_narrower(text: str, width: float) -> None:
    found = layouts(text, width)

    assert {len(lines) for lines in found} == {len(found[0])}
    widths = [max(line.width for line in lines) for lines in found]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == len(widths)


def test_where_two_lines_are_nearly_as_long_as_one_with_its_next_piece_no_width_is_sure() -> None:
    (lines,) = (
        [Line((Span(text, STYLE),), width, width_with_next=more)] for text, width, more in [("Ab", 100.0, 102.0)]
    )

    assert flow_window(lines, 300.0) is None
    assert flow_width(lines, 300.0) == 300.0


def test_the_frame_stands_in_the_middle_of_its_window() -> None:
    lines = [Line((), 100.0, width_with_next=150.0), Line((), 90.0)]

    assert flow_window(lines, 300.0) == pytest.approx((100.5, 145.5))
    assert flow_width(lines, 300.0) == pytest.approx(123.0)
    assert flow_width(lines, 120.0) == pytest.approx((100.5 + 120) / 2)


def test_a_single_line_has_all_the_width_to_become_longer() -> None:
    assert flow_width([Line((), 100.0)], 300.0) == 300.0


def test_no_frame_divides_a_word() -> None:
    assert flow_width([Line((), 100.0, is_divided=True), Line((), 90.0)], 300.0) is None
