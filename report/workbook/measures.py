"""How wide and high cells are: by the widths of their texts, with what Excel leaves free around them."""

from __future__ import annotations

from collections.abc import Iterable

from report.frozen import frozen
from report.language.model import Language
from report.text.breaking import break_lines
from report.text.fonts import Fonts
from report.text.model import Face, Span, Style
from report.theme.model import Ground
from report.units import Pt
from report.workbook.model import Look

PADDING: Pt = 8.0
"""What Excel leaves free beside a text, both sides together, and a little for widths that are rounded to pixels."""
WIDENING = 1.02
"""By how much programs set texts wider than they are measured: they round every letter to pixels."""
LINE = 1.36
"""The height of a line, in sizes of its letters: 15 pt of Calibri 11."""
MOST_HEIGHT: Pt = 409.0
"""More no row of Excel has."""

SIZES = {Look.TITLE: 14.0, Look.SECTION: 12.0, Look.NOTE: 10.0, Look.LETTERS: 10.0, Look.NET_LETTERS: 10.0}
SIZE: Pt = 11.0
BOLD = frozenset(
    {Look.TITLE, Look.DRAFT, Look.SECTION, Look.GROUP, Look.HEAD, Look.HEAD_OF_LABELS, Look.NET_LABEL, Look.NET_VALUE}
)


@frozen
class Measures:
    """The widths of texts in the typeface of a workbook."""

    fonts: Fonts
    language: Language
    ground: Ground

    def width(self, text: str, look: Look) -> Pt:
        """The width of a cell that holds a text on one line."""
        return self.fonts.width(text, self._style(look)) * WIDENING + PADDING

    def widest(self, texts: Iterable[str], look: Look) -> Pt:
        """The width of a column that holds each of these texts on one line; 0 for none."""
        return max((self.width(text, look) for text in texts), default=0.0)

    def wrapped_width(self, text: str, look: Look, *, lines: int, most: Pt) -> Pt:
        """The width of a cell that holds a text in so many lines, or a little wider; `most` where it needs more."""
        words = self.widest(text.split(), look)
        width = max(words, (self.width(text, look) - PADDING) / lines + PADDING)
        while width < most and self.n_lines(text, width, look) > lines:
            width += SIZE
        return min(width, most)

    def n_lines(self, text: str, width: Pt, look: Look) -> int:
        """In how many lines a cell of this width holds a text."""
        measure, style = max((width - PADDING) / WIDENING, SIZE), self._style(look)
        if "\n" not in text and self.fonts.width(text, style) <= measure:
            return 1
        return len(break_lines([Span(text, style)], measure, self.fonts, self.language, balanced=False))

    def height(self, text: str, width: Pt, look: Look) -> Pt:
        """The height of a row in which a cell of this width holds a text."""
        return min(MOST_HEIGHT, self.n_lines(text, width, look) * self.line(look))

    def line(self, look: Look) -> Pt:
        """The height of a line."""
        return round(SIZES.get(look, SIZE) * LINE * 4 / 3) * 0.75

    def _style(self, look: Look) -> Style:
        face = Face.BOLD if look in BOLD else Face.REGULAR
        return Style(face, SIZES.get(look, SIZE), self.ground.text)
