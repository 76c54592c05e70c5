"""What the house template offers: its layouts, the placeholders in them, and what they draw on every slide.

The script that makes the template builds its layouts from these values; the slide kinds ask for them by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from report.deck import grid
from report.deck.frames import BELOW_BASELINE, first_baseline
from report.deck.model import Alignment, Placeholder, PlaceholderKind
from report.deck.styles import Size
from report.units import Box, Pt


class Ink(Enum):
    """The role of a placeholder's colour on its layout's ground."""

    TEXT = "text"
    SOFT = "soft"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: the place and type that a text has which somebody adds by hand.

    x: its left edge, or its right one where it is flush right. lines: those it is high enough for.
    """

    placeholder: Placeholder
    name: str
    prompt: str
    x: Pt
    baseline: Pt
    width: Pt
    size: Size
    lines: int = 1
    is_bold: bool = False
    ink: Ink = Ink.TEXT
    alignment: Alignment = Alignment.LEFT
    shows_capitals: bool = False

    @property
    def box(self) -> Box:
        """The frame of the placeholder."""
        left = self.x if self.alignment is Alignment.LEFT else self.x - self.width
        top = self.baseline - first_baseline(self.size.points, self.size.pitch)
        bottom = self.baseline + (self.lines - 1) * self.size.pitch + BELOW_BASELINE * self.size.points
        return Box(left, top, self.width, bottom - top)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template. type: PresentationML's name of what it is for. has_foot_rule: the hairline at 478."""

    name: str
    type: str
    is_on_ink: bool
    slots: tuple[Slot, ...]
    has_foot_rule: bool = True

    def slot(self, placeholder: Placeholder) -> Slot:
        """The placeholder's place on this layout; StopIteration if it has none."""
        return next(slot for slot in self.slots if slot.placeholder == placeholder)


TITLE = Placeholder(PlaceholderKind.TITLE, 0)
FOOTER = Placeholder(PlaceholderKind.FOOTER, 11)
SLIDE_NUMBER = Placeholder(PlaceholderKind.SLIDE_NUMBER, 12)
KICKER = Placeholder(PlaceholderKind.BODY, 13)
_FIRST_BODY = 14

NUMBER_CLEARANCE: Pt = 20.0
STATEMENT_WIDTH: Pt = grid.columns_width(1, 6)
COVER_TITLE_WIDTH: Pt = grid.columns_width(1, 7)
NUMBER_WIDTH: Pt = 40.0
FOOTER_WIDTH: Pt = grid.MEASURE - NUMBER_WIDTH - NUMBER_CLEARANCE


def body(number: int) -> Placeholder:
    """The body placeholder of that number, counted from 1."""
    return Placeholder(PlaceholderKind.BODY, _FIRST_BODY + number - 1)


def _kicker() -> Slot:
    return Slot(
        KICKER,
        "Kicker",
        "Topic",
        grid.LEFT,
        grid.KICKER,
        grid.columns_width(1, 6),
        Size(14, 17),
        is_bold=True,
        ink=Ink.PROOF,
        shows_capitals=True,
    )


def _headline(prompt: str) -> Slot:
    return Slot(TITLE, "Title", prompt, grid.LEFT, grid.HEADLINE, grid.MEASURE, Size(30, 33), lines=2, is_bold=True)


def _foot() -> tuple[Slot, Slot]:
    footer = Slot(
        FOOTER,
        "Footer",
        "Topic, base, source",
        grid.LEFT,
        grid.FOOTER,
        FOOTER_WIDTH,
        Size(12, 15),
        lines=2,
        ink=Ink.SOFT,
    )
    number = Slot(
        SLIDE_NUMBER,
        "Slide Number",
        "‹#›",
        grid.RIGHT,
        grid.PAGE_NUMBER,
        NUMBER_WIDTH,
        Size(12, 15),
        ink=Ink.SOFT,
        alignment=Alignment.RIGHT,
    )
    return footer, number


def _rows(name: str, x: Pt, width: Pt, first: Pt, pitch: Pt) -> tuple[Slot, ...]:
    return tuple(
        Slot(body(row), f"{name} {row}", name, x, first + pitch * (row - 1), width, Size(20, 25)) for row in range(1, 6)
    )


COVER = Layout(
    "Cover",
    "title",
    is_on_ink=True,
    has_foot_rule=False,
    slots=(
        Slot(TITLE, "Title", "Title", grid.LEFT, 132.8, COVER_TITLE_WIDTH, Size(54, 60), lines=4, is_bold=True),
        Slot(body(1), "Subtitle", "Subtitle", grid.LEFT, 362, COVER_TITLE_WIDTH, Size(20, 25), lines=2, ink=Ink.SOFT),
        Slot(body(2), "Caption", "Caption", grid.column(8), 486, grid.columns_width(8, 12), Size(18, 23), lines=2),
    ),
)
GLANCE = Layout(
    "At a glance",
    "cust",
    is_on_ink=False,
    slots=(
        _headline("The briefing in one sentence"),
        _kicker(),
        *_rows("Message", grid.column(3), grid.columns_width(3, 11), 158, 72),
        *_foot(),
    ),
)
FINDING = Layout(
    "Finding",
    "tx",
    is_on_ink=False,
    slots=(
        _headline("One sentence, one finding"),
        _kicker(),
        Slot(
            body(1),
            "Exhibit title",
            "What is shown",
            grid.LEFT,
            grid.EXHIBIT_TITLE,
            grid.MEASURE,
            Size(16, 20.5),
            ink=Ink.SOFT,
        ),
        *_foot(),
    ),
)
STATEMENT = Layout(
    "Statement",
    "cust",
    is_on_ink=True,
    slots=(
        Slot(TITLE, "Title", "What was said", grid.LEFT, 100, STATEMENT_WIDTH, Size(36, 43), lines=5, is_bold=True),
        _kicker(),
        Slot(body(1), "Speaker", "Name and role", grid.LEFT, 320, STATEMENT_WIDTH, Size(18, 27), lines=2),
        *_foot(),
    ),
)
RECOMMENDATIONS = Layout(
    "Recommendations",
    "cust",
    is_on_ink=False,
    slots=(
        _headline("What follows"),
        _kicker(),
        *_rows("Recommendation", grid.column(2), grid.columns_width(2, 7), 160, 68.8),
        *_foot(),
    ),
)
METHOD = Layout(
    "Method",
    "cust",
    is_on_ink=False,
    slots=(
        _headline("What is known of the survey and what is not"),
        _kicker(),
        Slot(
            body(1),
            "Text",
            "What follows",
            grid.column(8),
            166,
            grid.columns_width(8, 12),
            Size(18, 23),
            lines=8,
            ink=Ink.SOFT,
        ),
        *_foot(),
    ),
)
TABLE = Layout("Table", "titleOnly", is_on_ink=False, slots=(_headline("All figures"), _kicker(), *_foot()))

LAYOUTS = (COVER, GLANCE, FINDING, STATEMENT, RECOMMENDATIONS, METHOD, TABLE)
