from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.text.fonts import Fonts
from report.text.measuring import one_line, spans_width, unevenness
from report.text.model import Face, Line, Span, Style
from report.theme.house import HOUSE
from report.units import Color

FONTS = Fonts.in_folder(Path(__file__).resolve().parents[2] / "assets/fonts", HOUSE.font_files)
TRACKED = Style(Face.BOLD, 14, Color(0, 0, 0), tracking=0.05)


@given(text=st.text(st.sampled_from("ABC \u00ad-"), max_size=20), cut=st.integers(0, 20))
def test_cutting_a_span_in_two_changes_no_width(text: str, cut: int) -> None:
    whole = [Span(text, TRACKED)]
    halves = [Span(text[:cut], TRACKED), Span(text[cut:], TRACKED)]

    assert spans_width(halves, FONTS) == pytest.approx(spans_width(whole, FONTS))


def test_spans_of_different_sizes_add_up() -> None:
    digits, sign = Span("77", TRACKED.sized(26)), Span("\u00a0%", Style(Face.REGULAR, 14.3, Color(0, 0, 0)))

    line = one_line([digits, sign], FONTS)

    widths = [FONTS.width(span.text, span.style) for span in (digits, sign)]
    assert line.spans == (digits, sign)
    assert line.width == pytest.approx(sum(widths) + 26 * 0.05)


@pytest.mark.parametrize(
    ("widths", "expected"), [([], 0.0), ([0.0], 0.0), ([100.0], 0.0), ([90.0, 110.0], 0.1), ([50.0, 100.0, 150.0], 0.5)]
)
def test_unevenness_is_the_greatest_distance_from_the_mean(widths: list[float], expected: float) -> None:
    assert unevenness([Line((), width) for width in widths]) == pytest.approx(expected)
