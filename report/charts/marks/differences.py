"""The sign behind the number of a group that lies above or below all who are not in it: "42 % ↑"."""

from __future__ import annotations

from report.briefing.model.terms import APART, APART_PLAIN
from report.charts.marks.numbers import NumberStyle
from report.charts.marks.text import text_mark
from report.drawing.model import MarkRole, TextMark
from report.text.fonts import Fonts
from report.units import Pt

GAP = 0.22
"""Between a number and its sign, as a share of the size of the sign."""


def difference_width(rest: int, style: NumberStyle, fonts: Fonts) -> Pt:
    """What a sign takes behind a number, with the gap before it; nothing where there is none."""
    return GAP * style.unit.size + fonts.width(_sign(rest, fonts), style.unit) if rest else 0.0


def difference_marks(
    rest: int, style: NumberStyle, *, x: Pt, baseline: Pt, cells: tuple[str, ...], fonts: Fonts
) -> tuple[TextMark, ...]:
    """The sign behind a number that ends at `x`; none where there is none. rest: 1 for above, -1 for below."""
    if not rest:
        return ()
    left = x + GAP * style.unit.size
    sign = _sign(rest, fonts)
    return (text_mark(MarkRole.DIFFERENCE, sign, style.unit, x=left, baseline=baseline, fonts=fonts, cells=cells),)


def _sign(rest: int, fonts: Fonts) -> str:
    above, below = APART_PLAIN if fonts.missing("".join(APART)) else APART
    return above if rest > 0 else below
