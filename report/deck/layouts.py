"""The layouts of a template and the placeholders in them, as values; `template` makes them from a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import Any

from report.deck.model import Alignment, Inherited, PlacedParagraph, PlacedText, Placeholder, PlaceholderKind
from report.deck.text_boxes import BELOW_BASELINE, first_baseline, place_text
from report.diagnostics import Location
from report.formats.grid import TypeSize
from report.frozen import frozen
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.theme.model import GroundName
from report.typesetting.places import Place
from report.units import Box, Color, Pt


class Ink(Enum):
    """The role of a placeholder's colour on its layout's ground."""

    TEXT = "text"
    SOFT = "soft"
    PROOF = "proof"


@frozen
class OwnPlace:
    """What a company's layout has in the place of a slot of the house. placeholder: None where it has no such place.

    box: the frame of the placeholder. inherits: what its texts have, where they take place, type and colours from the
    layout. height: that is left to a text in it; growth: how much lower a frame may reach, where nothing is below it.
    """

    placeholder: Placeholder | None
    box: Box
    inherits: Inherited | None = None
    height: Pt = 0.0
    growth: Pt = 0.0


@frozen
class Slot:
    """A placeholder of a layout: the place and type that a text has which somebody adds by hand.

    role: what it is for, and in the house's template the placeholder itself. x: its left edge, or its right one where
    it is flush right. lines: those it is high enough for. paragraph_gap: above every paragraph that somebody adds but
    the first. shows_capitals, tracking: how letters are shown, and how far apart at the size of `type`. own: of a
    layout of a company's.
    """

    role: Placeholder
    name: str
    prompt: str
    x: Pt
    baseline: Pt
    width: Pt
    type: TypeSize
    lines: int = 1
    is_bold: bool = False
    ink: Ink = Ink.TEXT
    alignment: Alignment = Alignment.LEFT
    shows_capitals: bool = False
    tracking: Pt = 0.0
    paragraph_gap: Pt = 0.0
    own: OwnPlace | None = None

    @property
    def placeholder(self) -> Placeholder | None:
        """What a text in this slot fills; None where that is a box of its own."""
        return self.role if self.own is None else self.own.placeholder

    @property
    def room(self) -> Pt:
        """How high a text in it may be."""
        return self.own.height if self.own and self.own.inherits else self.box.height

    @property
    def most_room(self) -> Pt:
        """The same, where the frame reaches as far down as it may."""
        return self.room + (self.own.growth if self.own else 0.0)

    def grown(self, height: Pt) -> Slot:
        """The slot with a frame for a text so high; then the slide says where it stands."""
        missing = height - self.room
        if missing <= 0 or self.own is None or self.own.inherits is None:
            return self
        inherits = replace(self.own.inherits, is_tied=False)
        box = replace(self.own.box, height=self.own.box.height + missing)
        return replace(self, own=replace(self.own, box=box, inherits=inherits, height=height))

    def style(self, color: Color) -> Style:
        """That of its letters, at its own size."""
        face = Face.BOLD if self.is_bold else Face.REGULAR
        return Style(face, self.type.size, color, self.tracking / self.type.size)

    @property
    def space_before(self) -> Pt:
        """Above every paragraph but the first."""
        return self.own.inherits.space_before if self.own and self.own.inherits else 0.0

    @property
    def box(self) -> Box:
        """The frame of the placeholder."""
        if self.own:
            return self.own.box
        left = self.x if self.alignment is Alignment.LEFT else self.x - self.width
        top = self.baseline - first_baseline(self.type.size, self.type.pitch)
        bottom = self.baseline + (self.lines - 1) * self.type.pitch + BELOW_BASELINE * self.type.size
        return Box(left, top, self.width, bottom - top)

    def filled(
        self,
        name: str,
        paragraphs: Iterable[PlacedParagraph],
        *,
        baseline: Pt | None = None,
        node: str | None = None,
    ) -> PlacedText:
        """The slot with a text in it. baseline: of the first line, the slot's own by default."""
        text = place_text(
            name,
            paragraphs,
            x=self.x,
            baseline=self.baseline if baseline is None else baseline,
            alignment=self.alignment,
            placeholder=self.placeholder,
            least_width=self.width,
            shows_capitals=self.shows_capitals,
            node=node,
        )
        if self.own and self.own.inherits:
            return replace(text, box=self.box, inherits=self.own.inherits)
        return text

    def places(self, what: str, sizes: Iterable[TypeSize], most: int, location: Location | None = None) -> list[Place]:
        """Where a text of at most so many lines may stand, size by size: in a company's place as many as it holds.

        At the smallest size it may be higher than that, where the place holds fewer.
        """
        usual = Place(what, self.width, tuple(sizes), most, location)
        if self.own is None or not self.own.inherits:
            return [usual]
        *larger, smallest = usual.sizes
        held = [(size, min(most, int(self.own.height / size.pitch + ROUNDING))) for size in larger]
        places = [replace(usual, sizes=(size,), most=lines) for size, lines in held if lines]
        return [*places, replace(usual, sizes=(smallest,))]


@frozen
class Layout:
    """A layout of the template. type: PresentationML's name of what it is for. has_foot_rule: the footer's hairline.

    right: where headline, stamps and footer end. has_logo: whether one stands beside the footer. panel: what is to be
    painted under the content, where the layout has no plain ground; plates: and under number and footer.
    """

    name: str
    type: str
    ground: GroundName
    slots: tuple[Slot, ...]
    right: Pt
    has_foot_rule: bool = True
    has_logo: bool = False
    panel: Box | None = None
    plates: tuple[Box, ...] = ()

    def slot(self, role: Placeholder) -> Slot:
        """The slot for that on this layout; StopIteration if it has none."""
        return next(slot for slot in self.slots if slot.role == role)

    def has(self, role: Placeholder) -> bool:
        """Whether there is a slot for that."""
        return any(slot.role == role for slot in self.slots)


@frozen(kw_only=True)
class Layouts:
    """The layouts of a template, one a kind of slide; of a company's several are the same one with other slots."""

    cover: Layout
    glance: Layout
    finding: Layout
    statement: Layout
    recommendations: Layout
    method: Layout
    table: Layout
    agenda: Layout
    divider: Layout
    free: Layout
    free_with_picture: Layout
    closing: Layout
    statement_on_paper: Layout
    are_a_companys: bool = False

    def __iter__(self) -> Iterator[Layout]:
        """All of them, in the order in which PowerPoint offers them."""
        return (layout for field in fields(self) if isinstance(layout := getattr(self, field.name), Layout))

    def changed(self, change: Callable[[Layout], Layout]) -> Layouts:
        """All of them as a change makes them."""
        made: dict[str, Any] = {
            field.name: change(layout)
            for field in fields(self)
            if isinstance(layout := getattr(self, field.name), Layout)
        }
        return replace(self, **made)


@frozen
class SlideBasis:
    """What slides stand on: layouts, and what measures their texts and titles."""

    layouts: Layouts
    text_fonts: Fonts
    title_fonts: Fonts


ROUNDING = 0.05
"""By how much of a line a text may be higher than its place."""
TITLE = Placeholder(PlaceholderKind.TITLE, 0)
FOOTER = Placeholder(PlaceholderKind.FOOTER, 11)
SLIDE_NUMBER = Placeholder(PlaceholderKind.SLIDE_NUMBER, 12)
KICKER = Placeholder(PlaceholderKind.BODY, 13)
SOURCE_PROMPT = "Topic, base, source"
"""What stands on a layout in the place of a source note."""
TEMPLATE_FOOTER = Placeholder(PlaceholderKind.FOOTER, 0)
"""The footer of a company's template, below our own."""
FIRST_BODY = 14
MOST_ROWS = 5
"""Placeholders of a layout with rows."""


def body(number: int) -> Placeholder:
    """The body placeholder of that number, counted from 1."""
    return Placeholder(PlaceholderKind.BODY, FIRST_BODY + number - 1)
