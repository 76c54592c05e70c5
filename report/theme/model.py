"""The roles that colours play; what a role looks like is a theme's business."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from report.diagnostics import SourceText
from report.drawing.emblem import Emblem
from report.frozen import frozen
from report.text.fonts import Fonts
from report.text.model import FontFiles
from report.text.typefaces import OwnTypeface
from report.units import Color


class GroundName(Enum):
    """Which of a theme's two grounds."""

    PAPER = "paper"
    INK = "ink"


class ColorRole(StrEnum):
    """The colours that a theme has a name for: a file that names them too follows when somebody changes its theme."""

    PAPER = "paper"
    INK = "ink"
    SOFT = "soft"
    PANEL = "panel"
    ACCENT = "accent"
    SECOND_ACCENT = "second-accent"
    MARK = "mark"
    MID = "mid"
    PALE = "pale"
    LIT = "lit"


@frozen
class Fill:
    """The colour of an area, and of its edge where the fill alone does not stand out from the ground."""

    color: Color
    edge: Color | None = None


@frozen
class Pair:
    """A strong colour and its weak form."""

    strong: Color
    weak: Color


@frozen
class ScaleColors:
    """The answers of a scale: rejection, what is between (None: the ground shows), agreement."""

    rejection: Pair
    middle: Color | None
    agreement: Pair


@frozen
class NetColors:
    """Answers counted together: in a row that proves, in one set against it, muted; and outside the net, from dark."""

    proof: Pair
    contrast: Pair
    muted: Pair
    outside: tuple[Fill, ...]


@frozen
class HeatColors:
    """Tints of a cell by its distance to the total, the weakest first.

    frames_below: whether what lies below has frames in its colours, where areas in them look like those above.
    """

    above: tuple[Color, ...]
    below: tuple[Color, ...]
    frames_below: bool = False


@frozen
class SeriesColor:
    """The colour of a series: of its bars, whose edge stands out where they do not (None: they do), and of its line.

    weak: of its bars where others stand out. text: of its name and numbers.
    """

    fill: Color
    edge: Color | None
    weak: Color
    text: Color

    @property
    def line(self) -> Color:
        """That of what has no area."""
        return self.edge or self.fill


@frozen
class SeriesColors:
    """Colours of kinds that show several series, parts or distances; what a ground has none of is empty or None.

    segments: greys of the muted parts of one bar, by their number from two on, dark to light. series: those that a
    house names for as many lines, groups or answers at the most; where it names none, all are grey but what stands out.
    """

    scale: ScaleColors
    segments: tuple[tuple[Fill, ...], ...]
    nets: NetColors | None = None
    heat: HeatColors | None = None
    series: tuple[SeriesColor, ...] = ()


@frozen
class Ground:
    """The colours of everything drawn on one ground, paper or ink.

    `proof` and `contrast` mark what a headline asserts and what it sets against that; `muted` marks carry
    `muted_edge`, which is what reaches 3:1 against the ground. `mid` and `pale` (with `pale_edge`) are the second
    and third part of a whole. `unlit` are the dots that a figure leaves over.
    """

    name: GroundName
    ground: Color
    text: Color
    soft_text: Color
    proof: Color
    contrast: Color
    muted: Color
    muted_edge: Color
    on_proof: Color
    on_muted: Color
    mid: Color
    pale: Color
    pale_edge: Color
    unlit: Color
    track: Color
    track_edge: Color
    rule: Color
    hairline: Color
    panel: Color
    leader: Color
    several: SeriesColors


@frozen
class Theme:
    """A look: the paper and the ink ground, the files of its faces, and the typeface the deck asks PowerPoint for.

    name: what PowerPoint calls it beside its colours.
    names: of a company's template, the names that its slides have for colours ("accent1"), by the colour.
    """

    paper: Ground
    ink: Ground
    font_files: FontFiles
    deck_typeface: str
    name: str = "House"
    names: Mapping[Color, str] | None = None

    def ground(self, name: GroundName) -> Ground:
        """The ground of that name."""
        return self.ink if name is GroundName.INK else self.paper


@frozen
class Faces:
    """The typefaces of a house. deck: what PowerPoint is asked for.

    texts: by what texts on slides are measured, charts: what draws the charts there, pages: what draws pages and
    pictures. own: that of which the house brings the files; None where it brings none. are_own: whether they are not
    those that ship, for whose widths slides are made.
    """

    deck: str
    texts: Fonts
    charts: Fonts
    pages: Fonts
    own: OwnTypeface | None = None
    are_own: bool = True

    @property
    def all(self) -> tuple[Fonts, ...]:
        """The fonts, each once."""
        return tuple(dict.fromkeys((self.pages, self.charts)))


@frozen
class Logo:
    """The mark of a house or a partner, for light and for dark grounds; one of the two there is.

    owner: whose it is; None: the publisher's.
    """

    owner: SourceText | None
    light: Emblem | None
    dark: Emblem | None

    def on(self, ground: GroundName) -> Emblem | None:
        """That for a ground; where there is none, the other one stands on a plate of the other ground."""
        return self.dark if ground is GroundName.INK else self.light

    @property
    def only(self) -> Emblem:
        """That of the light ground, or the other where that is the only one."""
        found = self.light or self.dark
        assert found, "a logo has a file"
        return found


@frozen
class Brand:
    """All that a house says of how its reports look, and what stands on each of them.

    faces: None where it names no typeface. logos: its own first, then those of partners. contact, confidential: lines
    of text by language; empty where there is none. digest: of all its files.
    """

    theme: Theme
    faces: Faces | None = None
    logos: tuple[Logo, ...] = ()
    contact: Mapping[str, SourceText] | None = None
    confidential: Mapping[str, SourceText] | None = None
    digest: str = ""
