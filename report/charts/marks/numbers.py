"""Sets numbers: large digits with a smaller per cent sign, or one run where both have the same size."""

from __future__ import annotations

from report.charts.marks.text import digit_height, text_mark
from report.drawing.model import MarkRole, TextMark
from report.frozen import frozen
from report.language.numbers import NumberText
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.units import Color, Pt

UNIT_SHARE = 0.55
"""A per cent sign beside large digits, as a share of their size."""


@frozen
class NumberStyle:
    """How a number is set: its digits, and its per cent sign with the blank before it."""

    digits: Style
    unit: Style

    @classmethod
    def even(cls, size: Pt, color: Color, *, is_bold: bool = False) -> NumberStyle:
        """Digits and sign of one size."""
        style = Style(Face.BOLD if is_bold else Face.REGULAR, size, color)
        return cls(style, style)

    @classmethod
    def large(cls, size: Pt, color: Color, least_unit: Pt) -> NumberStyle:
        """Bold digits with a sign of 55 % of their size, but never under `least_unit`."""
        digits = Style(Face.BOLD, size, color)
        return cls(digits, digits.sized(min(size, max(UNIT_SHARE * size, least_unit))))

    def colored(self, color: Color) -> NumberStyle:
        """The same in another colour."""
        return NumberStyle(self.digits.colored(color), self.unit.colored(color))

    def at_most(self, size: Pt) -> NumberStyle:
        """The same with neither digits nor sign above a size."""
        digits, unit = (style.sized(min(style.size, size)) for style in (self.digits, self.unit))
        return NumberStyle(digits, unit)

    @property
    def is_even(self) -> bool:
        """Whether digits and sign are one run."""
        return self.digits == self.unit

    def height(self, fonts: Fonts) -> Pt:
        """The height of the digits."""
        return digit_height(fonts) * self.digits.size

    def centred(self, y: Pt, fonts: Fonts) -> Pt:
        """The baseline that centres the digits on a height."""
        return y + self.height(fonts) / 2


def number_width(number: NumberText, style: NumberStyle, fonts: Fonts) -> Pt:
    """The width of the whole number."""
    return fonts.width(number.digits, style.digits) + fonts.width(number.gap + number.unit, style.unit)


def number_marks(
    number: NumberText, style: NumberStyle, *, x: Pt, baseline: Pt, cells: tuple[str, ...], fonts: Fonts
) -> tuple[TextMark, ...]:
    """The marks of a number that begins at `x`: together they read as the number does, blank included."""
    if style.is_even:
        return (text_mark(MarkRole.VALUE, number.text, style.digits, x=x, baseline=baseline, fonts=fonts, cells=cells),)
    digits = text_mark(MarkRole.VALUE, number.digits, style.digits, x=x, baseline=baseline, fonts=fonts, cells=cells)
    sign, right = number.gap + number.unit, x + digits.width
    unit = text_mark(MarkRole.UNIT, sign, style.unit, x=right, baseline=baseline, fonts=fonts, cells=cells)
    return (digits, unit)
