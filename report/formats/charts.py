"""How charts stand on a page: type, strokes, rows, columns, parts. A kind of chart knows nothing else of its page.

What a page has no place for is None here: words of annotations, a field of dots. x is measured from the left edge of
the chart's box.

Source: docs/visual-language.md, "Type" and "Chart kinds".
"""

from __future__ import annotations

from dataclasses import dataclass

from report.formats.grid import TypeSize
from report.units import Pt


@dataclass(frozen=True, slots=True)
class Track:
    """Where 100 % lies: from `left`, `length` long; right: the x where the drawing ends."""

    left: Pt
    length: Pt
    right: Pt


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a chart's box: from `left`, `length` long, the drawing up to `right`; None: as far as the box."""

    left: Pt
    length: Pt | None = None
    right: Pt | None = None

    def within(self, width: Pt) -> Track:
        """The stretch in a box of that width."""
        length = width - self.left if self.length is None else self.length
        return Track(self.left, length, width if self.right is None else self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMeasures:
    """How rows are set.

    bar: thickness; least_bar: where labels above their bars need the room. least_pitch, most_pitch: from the top of a
    bar to the next; spread: from the first top to the last at most. marked, value: sizes of the numbers. above_gap:
    from the baseline of a label above its bar down to the bar; clear: from the bar before up to such a label, wider
    than the gap so that a label belongs to its bar.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where bars may stand: where 100 % lies, and how wide a label may be that stands left of them, or above.

    words_left: where the words of annotations begin, None where they have no place.
    """

    track: Span
    label: Pt
    words_left: Pt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class RowFrames:
    """The frames of charts of up to `most` rows, the house's own first; further ones where a label needs more room."""

    most: int
    frames: tuple[RowFrame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMeasures:
    """How rows of bars stand, by their number. inside_clear: above and below the digits of a value on a thin bar.

    in_order: further frames, in which rows that have an order of their own stand closer before one is left out.
    """

    by_rows: tuple[RowFrames, ...]
    inside_clear: Pt
    in_order: tuple[RowFrame, ...] = ()

    @property
    def most_rows(self) -> int:
        """How many rows there may be at all."""
        return self.by_rows[-1].most

    def frames(self, rows: int) -> tuple[RowFrame, ...]:
        """The frames that a chart of so many rows may use."""
        return next((each.frames for each in self.by_rows if rows <= each.most), self.by_rows[-1].frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class TickMeasures:
    """The tick on a bar that stands for what it is held against: its stroke, and the clear edge on either side.

    beyond: above and below the bar; value_gap: from the tick to a value that it would else cut.
    """

    stroke: Pt
    clear: Pt
    beyond: Pt
    value_gap: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMeasures:
    """Panels of bars side by side, one a group: as long as a share of 100 %, and how far they stand apart.

    top: down to the first bar; name_line, base_line: baselines of a group's name and of its n. by_rows: how rows are
    set, by their number, which also says how many there may be. most: panels. label: sizes of the answers.
    """

    hundred: float
    apart: Pt
    top: Pt
    name_line: Pt
    base_line: Pt
    by_rows: tuple[tuple[int, RowMeasures], ...]
    most: int
    label: TypeSize


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedMeasures:
    """Clusters of bars, one a group: how thick bars are, and how far apart they and their clusters stand.

    top: down to the first bar; height: of all clusters. apart, most_apart: between two clusters. most_bars, most_rows:
    of one chart. marked, least_marked: sizes of a marked number on bars from `thick` on, and on thinner ones.
    names_left: where the groups' names stand beside their bars of the first cluster; None: inside its track.
    names_clear: from the lowest name to words of annotations. name, base: sizes of a group's name and its n. base_gap:
    between these.
    """

    top: Pt
    height: Pt
    bar: Pt
    least_bar: Pt
    between: Pt
    apart: Pt
    most_apart: Pt
    most_bars: int
    most_rows: int
    marked: Pt
    least_marked: Pt
    thick: Pt
    value: Pt
    least_value: Pt
    names_left: Pt | None
    names_clear: Pt
    name: TypeSize
    base: TypeSize
    base_gap: Pt
    panels: PanelMeasures | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMeasures:
    """A large number and those beside it, as text of the picture: baseline and size of the large one and of its label.

    label_left: where words stand beside their number; 0: below the large one. first, pitch: from the last line of the
    label to the first number beside it, and from there to the next; indent: from such a number to its words. field:
    side of the dots that stand in place of all this where the words are set as text of their own, at the right.
    """

    figure: Pt
    figure_line: Pt
    label: TypeSize
    label_left: Pt
    label_line: Pt
    first: Pt
    compared: TypeSize
    indent: Pt
    field: Pt | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadMeasures:
    """Names of answers over the first of several bars.

    height: down to that bar; line: baseline of their last lines. apart: between two names; tick: of the upright ends
    of a leader, inset: how far from the end of a name it begins.
    """

    height: Pt
    line: Pt
    name: TypeSize
    most_lines: int
    apart: Pt
    tick: Pt
    inset: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossMeasures:
    """What bars of parts have in common whose answers lie across.

    most_rows: of one chart. gap: between two parts, net_gap: beside a net. number: size of a number in a part, clear:
    on both sides of it; least_share: a smaller part bears none. base: type of an n below a label; group_pitch: at most
    where there is one. after_total: what follows the row of all who were asked beyond the pitch, at most and at least.
    """

    head: HeadMeasures
    frame: RowFrame
    most_rows: int
    gap: Pt
    net_gap: Pt
    number: Pt
    clear: Pt
    least_share: float
    base: TypeSize
    group_pitch: Pt
    after_total: tuple[Pt, Pt]


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedMeasures:
    """Several 100 % bars. net_left: from their right end to the numbers of a net; net_width: of its name, if it may."""

    across: AcrossMeasures
    net_left: Pt
    net_width: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergingMeasures:
    """Bars around a middle. scales: lengths of 100 % as shares of its usual one, the first that fits.

    lead: how far left of the track the bars may begin. figure: width of a column of figures at the right, None where
    there are none: only the two sides are named there, at the axis, and only their nets bear numbers. net_gap: from a
    bar to its net. axis: its stroke, and how far it reaches above the rows and below.
    """

    across: AcrossMeasures
    scales: tuple[float, ...]
    lead: Pt
    figure: Pt | None
    net_gap: Pt
    axis: Pt
    axis_above: Pt
    axis_below: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellMeasures:
    """The sizes of rows of two dots.

    scales: lengths of 100 % as shares of the usual one, the first that has room, each with the x where 0 % would lie.
    beside: widths of labels left of the dots that take more than a line, () where labels stand above the dots.
    label_gap: from labels to values. first: from the names of the dots down to the middle of the first row; head_clear:
    from words of the head down to the first label. pitch: between rows;
    label_rise: from the middle of a row up to the last baseline of a label above it. dot: radius. ring_stroke, bar:
    strokes of the earlier dot and between both. value_gap: from the middle of a dot to its value. change_gap: from
    values to the changes.
    """

    scales: tuple[tuple[float, Pt], ...]
    beside: tuple[Pt, ...]
    label_gap: Pt
    first: Pt
    head_clear: Pt
    pitch: Pt
    label_rise: Pt
    dot: Pt
    ring_stroke: Pt
    bar: Pt
    value_gap: Pt
    change_gap: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChartMeasures:
    """Tables as charts: columns of figures beside their answers, and answers in order of their shares.

    text: type of labels, figures and heads; first: baseline of the first head line. head_rule: its stroke, head_gap:
    from the last head line down to it; banner_gap: from the name of a segmentation to the rule below it. row,
    least_row: heights of a row of one line, place_row, least_place_row: of one with its place. note: type of the lines
    below, note_gap: from the last row down to their capitals. swatch: size of a tint explained there.
    label, least_label: width of labels as a rule and at least; column, least_column: widths of a column. name, figure:
    from a column's left end to its name, and to the right end of its figures; inset: clear of a tint at the left.
    words_left: where words of annotations begin, None where they have no place beside a table; most_right: the right
    end of a table beside them. most_rows: of a table of columns, most_ranks: of one of places.
    rank: right end of the places; answer: where labels begin behind them. tracks: where bars may begin, the usual place
    first, () where there are none; hundred: their length as a share of 100 %, bar: their thickness. figures: from the
    end of a bar's track to the right end of the earlier figure; pitch: from column to column where there are no bars.
    sign: of a change of places, its width and how far left of the right margin it stands.
    """

    text: TypeSize
    first: Pt
    head_rule: Pt
    head_gap: Pt
    banner_gap: Pt
    row: Pt
    least_row: Pt
    place_row: Pt
    least_place_row: Pt
    note: TypeSize
    note_gap: Pt
    swatch: tuple[Pt, Pt]
    label: Pt
    least_label: Pt
    column: Pt
    least_column: Pt
    name: Pt
    figure: Pt
    inset: Pt
    words_left: Pt | None
    most_right: Pt
    most_rows: int
    most_ranks: int
    rank: Pt
    answer: Pt
    tracks: tuple[Pt, ...]
    hundred: float
    bar: Pt
    figures: Pt
    pitch: Pt
    sign: tuple[Pt, Pt]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMeasures:
    """The sizes of lines over waves.

    span: from the first date to the last; longest: what it may grow to where the names at the end leave room.
    scales: lengths of 100 % as shares of the usual one, the first that fits.
    axis_top: down to the axis, None where it is just low enough for its lines. top: above the highest point.
    proof, contrast, other: strokes; gap, gap_dash: of a stretch across what was not published; halo: clear around
    marked lines and points. point, last_point, other_point: radii. marked, value: sizes of numbers; apart,
    marked_apart: from the middle of a label to the next. label_gap: from the last date to the labels; lead, lead_end:
    from a point to its leader, and from this to the label. value_gap: from a point to a value beside it; name_gap: from
    a value to the name; change_gap: from names to changes, None where these have no place. beyond: what the axis
    reaches further than the dates; axis: its stroke; tick: at a date. date_apart: between dates; label, words: from the
    axis down to the baselines of dates and of what stands below them. ring: diameter of the ring of an unpublished
    wave, ring_rise: from the axis up to its middle. clear: from points to the band of a break; inner_clear: where
    values stand between; ended: width of the name of a line that ends early.
    """

    span: Span
    longest: Pt
    scales: tuple[float, ...]
    axis_top: Pt | None
    top: Pt
    proof: Pt
    contrast: Pt
    other: Pt
    gap: Pt
    gap_dash: tuple[Pt, Pt]
    halo: Pt
    point: Pt
    last_point: Pt
    other_point: Pt
    marked: Pt
    value: Pt
    apart: Pt
    marked_apart: Pt
    label_gap: Pt
    lead: Pt
    lead_end: Pt
    value_gap: Pt
    name_gap: Pt
    change_gap: Pt | None
    beyond: Pt
    axis: Pt
    tick: Pt
    date_apart: Pt
    label: Pt
    words: Pt
    ring: Pt
    ring_rise: Pt
    clear: Pt
    inner_clear: Pt
    ended: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMeasures:
    """The sizes of a chart over waves.

    span: from the left end of the first column to the right end of the last. column, pitch: at most.
    scales: heights of 100 % as shares of its length, the largest that fits. axis_top: down to the axis, None where it
    is just low enough for its columns. axis: its stroke. numbers: sizes of marked and other values.
    rise: from a column up to the baseline of its value; label, words: from the axis down to the baselines of the
    period and of what stands below it; ring: from the axis up to the middle of the ring. apart: between words of
    neighbouring slots; below_gap: from the lowest baseline down to words of a break that stand there.
    words_left: where words beside the columns begin, None where they stand below; words_apart: of two breaks.
    """

    span: Span
    words_left: Pt | None
    words_apart: Pt
    column: Pt
    pitch: Pt
    scales: tuple[float, ...]
    axis_top: Pt | None
    axis: Pt
    numbers: tuple[tuple[Pt, Pt], ...]
    rise: Pt
    label: Pt
    words: Pt
    ring: Pt
    apart: Pt
    below_gap: Pt
    band: BandMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class BandMeasures:
    """The band of a break. clear: from a column to it; least: its width; text_least: its width with words inside.

    crowded: its least width where the numbers beside it have no room else. pad: from its edge to the words; head: from
    its top to their first baseline. stroke, dash: of its edges. value_clear: from it to a value. sign_room: what the
    sign takes before words that stand elsewhere, and sign_inset how far left of the middle of that room it stands.
    """

    clear: Pt
    least: Pt
    crowded: Pt
    text_least: Pt
    pad: Pt
    head: Pt
    stroke: Pt
    dash: tuple[Pt, Pt]
    value_clear: Pt
    sign_room: Pt
    sign_inset: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMeasures:
    """The sizes of a 100 % bar. height: of it at least, most_height: in a place that has the room.

    inset: from the left end of a part to its value; label_gap: from labels to the bar.
    apart: what labels on neighbouring parts keep free; below: from the bar to the baseline of what stands there.
    gap: between two parts; rest_dash: of the outline around a rest. flag_gap: between a leader and its raised label;
    flag_clear: between a leader and a label it passes.
    """

    span: Span
    height: Pt
    most_height: Pt
    inset: Pt
    label_gap: Pt
    apart: Pt
    below: Pt
    marked: Pt
    value: Pt
    gap: Pt
    rest_dash: tuple[Pt, Pt]
    flag_gap: Pt
    flag_clear: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class DotFieldMeasures:
    """A dot field `side` wide with its brackets, and the figures and labels beside it.

    bracket_gap: from the dots to a bracket; leader_gap: from a leader to its figure; figure_clear: above and below a
    figure in the height of its rows; apart: between two entries. figures: sizes by rank, the last for all others.
    labels: sizes of a marked label and of the others, the last pair their floor; rest: of the words of a rest.
    """

    side: Pt
    bracket_gap: Pt
    figure_left: Pt
    figure_width: Pt
    label_left: Pt
    leader_gap: Pt
    apart: Pt
    figures: tuple[Pt, ...]
    figure_clear: Pt
    labels: tuple[tuple[Pt, Pt], ...]
    rest: TypeSize


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMeasures:
    """The small numbered keys of annotations: size of the number, radius of the disc, gap beside it."""

    size: Pt
    radius: Pt
    gap: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakSign:
    """The two slanted strokes; slant: how much further right the upper end of a stroke is than its lower end."""

    height: Pt
    gap: Pt
    slant: Pt
    stroke: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartMeasures:
    """All that charts of one place measure.

    hundred: the length of 100 %. label, small_label: category labels and their floor. note: words inside a chart.
    least_unit: floor of a per cent sign; least_contrast: bold text in the second accent is readable on the track from
    this size on. value_gap: between the end of a mark and its value. edge: outline of a muted mark; track_edge: of the
    track. hairline: brackets, leaders. overhang: how far letters may stand out above and below an exhibit. stamp: size
    of the stamp of a failed claim, stamp_rise: from the highest letter of the exhibit up to its baseline. ring,
    ring_stroke: the sign of what was not published. small_field: a field of dots under this size has even smaller
    unlit dots, which else would look like lit ones.
    """

    hundred: Pt
    label: TypeSize
    small_label: TypeSize
    note: TypeSize
    least_unit: Pt
    least_contrast: Pt
    value_gap: Pt
    edge: Pt
    track_edge: Pt
    hairline: Pt
    overhang: Pt
    stamp: Pt
    stamp_rise: Pt
    ring: Pt
    ring_stroke: Pt
    break_sign: BreakSign
    keys: KeyMeasures
    small_field: Pt
    tick: TickMeasures
    bars: BarMeasures
    grouped: GroupedMeasures
    number: NumberMeasures
    stacked: StackedMeasures
    diverging: DivergingMeasures
    head_notes: HeadNoteMeasures
    line: LineMeasures
    dumbbell: DumbbellMeasures
    table: TableChartMeasures
    columns: ColumnMeasures
    parts: PartMeasures
    dot_field: DotFieldMeasures | None
    notes: NoteMeasures | None

    @property
    def labels(self) -> tuple[TypeSize, TypeSize]:
        """Sizes of category labels, the floor last."""
        return self.label, self.small_label
