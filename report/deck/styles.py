"""The house's type on slides: sizes, line pitches and the smallest size that each role may shrink to, in points."""

from __future__ import annotations

from typing import NamedTuple

from report.text.model import Face, Style
from report.theme.model import Ground
from report.units import Color, Pt


class Size(NamedTuple):
    """A size and the distance of its baselines."""

    points: Pt
    pitch: Pt


COVER_TITLE = (Size(54, 60), Size(49, 54.5), Size(44, 49))
HEADLINE = (Size(30, 33), Size(26, 29))
STATEMENT = (Size(36, 43), Size(33, 39.5), Size(30, 36))
SENTENCE = (Size(20, 25), Size(18, 23))
BODY = (Size(18, 23),)
SUBTITLE = (Size(16, 20.5),)
FOOTER = (Size(12, 15),)
"""Each role's sizes, the wanted one first; a text that does not fit at the last one is refused."""

KICKER_SIZE: Pt = 14.0
TRACKING = 0.05
COLUMN_HEAD_SIZE: Pt = 16.0
PAGE_NUMBER_SIZE: Pt = 12.0
ROW_FIGURE_SIZE: Pt = 54.0
EVIDENCE_SIZE: Pt = 36.0

UNIT_SHARE = 0.55
"""Size of the per cent sign beside a large number, as a share of the number's."""
SMALLEST_UNIT: Pt = 16.0

RULE_WIDTH: Pt = 1.0


def regular(size: Pt, color: Color) -> Style:
    """The regular face."""
    return Style(Face.REGULAR, size, color)


def bold(size: Pt, color: Color) -> Style:
    """The bold face."""
    return Style(Face.BOLD, size, color)


def kicker(color: Color) -> Style:
    """The small tracked line above a headline, shown in capitals."""
    return Style(Face.BOLD, KICKER_SIZE, color, TRACKING)


def soft(size: Pt, ground: Ground) -> Style:
    """Notes, exhibit titles, footers."""
    return regular(size, ground.soft_text)
