"""Numbers are centred by the digits of the typeface that they are drawn in, not by those of the house's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytest import approx

from report.charts.model import Chart, Setting
from report.drawing.model import MarkRole, Rect, TextMark
from report.text.fonts import Fonts
from report.text.model import FontFiles
from report.text.typefaces import CARLITO, LIBERATION_SANS
from tests.charts.across_specimens import ADVICE, HASKELL
from tests.charts.specimens import CONTRAST, PAGE, PROOF, bars_chart, by_groups, drawn, grouped_chart, row, setting
from tests.conftest import CHECKOUT

SHIPPED = CHECKOUT / "assets" / "fonts"
DIGITS = {CARLITO: 0.649, LIBERATION_SANS: 0.688}
"""The height of their bold "1", from the outlines in the files: 1330 and 1409 of 2048 units."""
CHARTS = {
    "bars": bars_chart(row("Ja", 99, PROOF), row("Oft", 98, CONTRAST), row("Nie", 12)),
    "grouped": grouped_chart(["unten", "oben"], by_groups("Ja", 30, (33, PROOF)), by_groups("Nein", 70, 67)),
    "stacked": ADVICE,
    "diverging": HASKELL,
}


def in_typeface(files: FontFiles) -> Setting:
    return replace(setting(), fonts=Fonts(SHIPPED, files))


@pytest.mark.parametrize("files", DIGITS, ids=["Carlito", "Liberation Sans"])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_digits_are_centred_on_their_bars(chart: Chart, files: FontFiles) -> None:
    marks = drawn(chart, in_typeface(files)).marks
    bars = [mark.box for mark in marks if isinstance(mark, Rect) and mark.role in (MarkRole.BAR, MarkRole.TRACK)]
    values = [mark for mark in marks if isinstance(mark, TextMark) and mark.role is MarkRole.VALUE]

    for value in values:
        middle = value.y - DIGITS[files] * value.size / 2
        assert min(abs(bar.top + bar.height / 2 - middle) for bar in bars) == approx(0.0, abs=0.01), value


@pytest.mark.parametrize("files", DIGITS, ids=["Carlito", "Liberation Sans"])
def test_digits_in_a_thin_bar_are_no_higher_than_it_has_room(files: FontFiles) -> None:
    rows = [row("Ja", 99, PROOF), row("Oft", 98), *(row(f"Antwort {n}", 12, answer=f"a{n}") for n in range(12))]
    page = replace(in_typeface(files), measures=PAGE)
    value = next(mark for mark in drawn(bars_chart(*rows), page).marks if mark.role is MarkRole.VALUE)

    assert isinstance(value, TextMark)
    assert value.size == approx(max(8.5, 5.6 / DIGITS[files]), abs=0.01)  # the floor of pages
