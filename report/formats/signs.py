"""What charts of every kind show beside their shares: ticks, keys, signs of a break, words of head and annotations."""

from __future__ import annotations

from report.formats.grid import TypeSize
from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class TickMeasures:
    """The tick on a bar that stands for what it is held against: its stroke, and the clear edge on either side.

    beyond: above and below the bar; value_gap: from the tick to a value that it would else cut.
    """

    stroke: Pt
    clear: Pt
    beyond: Pt
    value_gap: Pt


@frozen(kw_only=True)
class HeadNoteMeasures:
    """The lines of words in the head of a chart: size, and how far down the first baseline lies.

    least: width of what stands left of words at the right end of the first line; with less it stands below them.
    gap: between words of one line. sign_room: what the sign of a break takes before its words.
    """

    text: TypeSize
    first: Pt
    least: Pt
    gap: Pt
    sign_room: Pt


@frozen(kw_only=True)
class NoteMeasures:
    """The words of annotations and what ties them to their marks.

    words_gap: from the hairline along the words to them; apart: between the words of two annotations; tick: of a
    bracket. leader_gap: from the end of a value to its leader; lane: how much further left each further upright line
    stands that would run into another.
    """

    text: TypeSize
    words_gap: Pt
    apart: Pt
    tick: Pt
    leader_gap: Pt
    lane: Pt


@frozen(kw_only=True)
class KeyMeasures:
    """The small numbered keys of annotations: size of the number, radius of the disc, gap beside it."""

    size: Pt
    radius: Pt
    gap: Pt


@frozen(kw_only=True)
class BreakSign:
    """The two slanted strokes; slant: how much further right the upper end of a stroke is than its lower end."""

    height: Pt
    gap: Pt
    slant: Pt
    stroke: Pt

    @property
    def width(self) -> Pt:
        """From the lower end of the first stroke to the upper end of the second."""
        return self.gap + self.slant + self.stroke
