"""How rows stand: bars, and their labels beside them or above. x is measured from the left edge of a chart's box."""

from __future__ import annotations

from math import inf

from report.formats.grid import TypeSize
from report.frozen import frozen
from report.units import Pt


@frozen
class Track:
    """Where 100 % lies: from `left`, `length` long; right: the x where the drawing ends."""

    left: Pt
    length: Pt
    right: Pt


@frozen
class Span:
    """A stretch of a chart's box: from `left`, `length` long, the drawing up to `right`; None: as far as the box."""

    left: Pt
    length: Pt | None = None
    right: Pt | None = None

    def within(self, width: Pt) -> Track:
        """The stretch in a box of that width."""
        length = width - self.left if self.length is None else self.length
        return Track(self.left, length, width if self.right is None else self.right)


@frozen(kw_only=True)
class RowMeasures:
    """How rows are set.

    bar: thickness; least_bar: where labels above their bars need the room. least_pitch, most_pitch: from the top of a
    bar to the next; spread: from the first top to the last at most. marked, value: sizes of the numbers. above_gap:
    from the baseline of a label above its bar down to the bar; clear: from the bar before up to such a label, wider
    than the gap so that a label belongs to its bar. further: height of the grey row that counts others, None where it
    is that of a bar. close_group: where rows may stand closer than the label of most lines asks of all, what lies at
    least between two labels of which one has several, from baseline to baseline in pitches of their lines.
    """

    bar: Pt
    least_bar: Pt
    least_pitch: Pt
    most_pitch: Pt
    spread: Pt
    marked: Pt
    value: Pt
    above_gap: Pt
    clear: Pt
    further: Pt | None = None
    close_group: float | None = None


@frozen(kw_only=True)
class RowPlace:
    """Where bars may stand: where 100 % lies, and how wide a label may be that stands left of them, or above.

    words_left: where the words of annotations begin, None where they have no place.
    """

    track: Span
    label: Pt
    words_left: Pt | None = None


@frozen(kw_only=True)
class RowFrame:
    """A way to set rows: where bars stand whose labels are beside them, and where those with labels above.

    beside: the usual place first, then those further right; above: None where labels never stand there.
    beside_lines, above_lines: of a label as a rule. sizes of labels: full size first, the floor last.
    """

    beside: tuple[RowPlace, ...]
    beside_lines: int
    above: RowPlace | None
    above_lines: int
    sizes: tuple[TypeSize, ...]
    rows: RowMeasures

    @property
    def most_height(self) -> Pt:
        """What an exhibit of such rows uses of its place at most."""
        return self.rows.spread + self.rows.bar


@frozen
class RowFrames:
    """The frames of charts of up to `most` rows, the house's own first; further ones where a label needs more room."""

    most: int
    frames: tuple[RowFrame, ...]


def labels_above(sizes: tuple[TypeSize, ...], rows: RowMeasures) -> RowFrame:
    """Labels of up to two lines above bars that fill the box: what a place has that is too narrow for both."""
    return RowFrame(
        beside=(),
        beside_lines=0,
        above=RowPlace(track=Span(0.0), label=inf),
        above_lines=2,
        sizes=sizes,
        rows=rows,
    )
