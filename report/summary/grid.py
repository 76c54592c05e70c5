"""The measures of the A4 page in points, and the type that stands on it.

        51        175.7  192.8                    544.3
        |  side column  |       main column         |      100 % is as long as the main column is wide
     50 ─────────────────────────────────────────────      rule of the first block
        KICKER          Headline
        label           ▇▇▇▇▇▇▇▇▇▇▇▇▇ 51 %
    780 ............................................      lowest baseline
    808 Title  source, date               Page 1 of 3      running foot

Source: docs/visual-language.md, "Grid" and "Type".
"""

from __future__ import annotations

from dataclasses import dataclass

from report.text.model import Face, Style
from report.theme.model import Ground
from report.units import Color, Pt

PAGE_WIDTH: Pt = 210 / 25.4 * 72
PAGE_HEIGHT: Pt = 297 / 25.4 * 72

LEFT: Pt = 51.0
RIGHT: Pt = 544.3
WIDTH: Pt = RIGHT - LEFT
SIDE_WIDTH: Pt = 124.7
MAIN: Pt = 192.8
MAIN_WIDTH: Pt = RIGHT - MAIN

TOP: Pt = 50.0
FOOT: Pt = PAGE_HEIGHT - 34.0
LOWEST: Pt = 780.0
"""The lowest baseline above the foot; a line exactly there still fits."""
ROOM: Pt = LOWEST - TOP

SLACK: Pt = 0.01
"""What may pass a measure: the noise of adding lengths."""

BLOCK_GAP: Pt = 29.0
"""From the last baseline of a block to the rule of the next."""
KICKER: Pt = 19.0
HEADLINE: Pt = 21.0
"""From the rule to the first baseline of the headline, and from its last one to the exhibit title."""
CHART: Pt = 13.0
TEXT: Pt = 25.0
"""From the bottom of the chart to the first baseline of the text."""
SOURCE: Pt = 21.0
PARAGRAPH_GAP: Pt = 6.0
"""Added to the line pitch between paragraphs of one text."""

UNIT_SHARE = 0.55
"""Beside a large figure the per cent sign has this share of its size, but never less than `FLOOR`."""
FLOOR: Pt = 8.5


@dataclass(frozen=True, slots=True)
class TypeRole:
    """How a kind of text is set: its style, the one of its strong words, the line pitch in points, capitals or not."""

    style: Style
    strong: Style
    pitch: Pt
    in_capitals: bool = False


def regular(size: Pt, pitch: Pt, color: Color) -> TypeRole:
    """A role in the regular face, strong words bold."""
    style = Style(Face.REGULAR, size, color)
    return TypeRole(style, style.bold(), pitch)


def bold(size: Pt, pitch: Pt, color: Color) -> TypeRole:
    """A role in the bold face."""
    style = Style(Face.BOLD, size, color)
    return TypeRole(style, style, pitch)


def capitals(color: Color) -> TypeRole:
    """Kickers and stamps: small bold capitals, tracked."""
    style = Style(Face.BOLD, 8.5, color, tracking=0.05)
    return TypeRole(style, style, 11.8, in_capitals=True)


@dataclass(frozen=True, slots=True)
class Typography:
    """The roles of type on one ground."""

    ground: Ground

    @property
    def kicker(self) -> TypeRole:
        """Topic of a block, in the side column."""
        return capitals(self.ground.proof)

    @property
    def minor_kicker(self) -> TypeRole:
        """Topic of a row that does not lead."""
        return capitals(self.ground.soft_text)

    @property
    def stamp(self) -> TypeRole:
        """Draft, or not supported by the data."""
        return capitals(self.ground.contrast)

    @property
    def headline(self) -> TypeRole:
        """Sentence at the top of a block."""
        return bold(18, 21.5, self.ground.text)

    @property
    def statement(self) -> TypeRole:
        """What somebody said."""
        return bold(15, 20, self.ground.text)

    @property
    def summary(self) -> TypeRole:
        """Sentence of "at a glance", advice."""
        return regular(13, 17.5, self.ground.text)

    @property
    def body(self) -> TypeRole:
        """Running text."""
        return regular(10.5, 15, self.ground.text)

    @property
    def side_note(self) -> TypeRole:
        """Words beside the text; the lead-in takes `side_lead`."""
        return regular(9, 12.5, self.ground.soft_text)

    @property
    def side_lead(self) -> TypeRole:
        """Lead-in of a side note."""
        return bold(9, 12.5, self.ground.text)

    @property
    def exhibit_title(self) -> TypeRole:
        """Line above a chart, head of a column."""
        return regular(9.5, 12, self.ground.soft_text)

    @property
    def source(self) -> TypeRole:
        """Sources, footnotes, running foot."""
        return regular(8.5, 11.8, self.ground.soft_text)

    @property
    def label(self) -> TypeRole:
        """Labels and values of tables."""
        return regular(10, 11.5, self.ground.text)
