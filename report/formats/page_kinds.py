"""What a summary asks of its format: the type on its pages, and the measures of every kind of block.

A block hangs from its rule: kicker and notes stand in the side column, everything else in the main column. Gaps lead
from baseline to baseline if nothing else is said.
"""

from __future__ import annotations

from report.formats.grid import TypeSize
from report.formats.logos import LogoRow, LogoSlot
from report.formats.model import Format
from report.frozen import frozen
from report.theme.model import GroundName
from report.units import Pt


@frozen(kw_only=True)
class PageRoles:
    """The type on pages. The title has a floor, the last of its sizes.

    floor: the smallest size of all, which the figures of a crowded table take and the per cent sign beside a large
    number keeps; else it has unit_share of the number's size. tracking: of kickers and stamps, as a share of their
    size.
    """

    title: tuple[TypeSize, ...]
    chapter: TypeSize
    subtitle: TypeSize
    publisher: TypeSize
    audience: TypeSize
    edition: TypeSize
    caption: TypeSize
    kicker: TypeSize
    headline: TypeSize
    statement: TypeSize
    speaker: TypeSize
    summary: TypeSize
    body: TypeSize
    side_note: TypeSize
    exhibit_title: TypeSize
    fact: TypeSize
    source: TypeSize
    label: TypeSize
    table_caption: TypeSize
    answer_mode: TypeSize
    glance_figure: Pt
    evidence_figure: Pt
    floor: Pt
    unit_share: float
    tracking: float


@frozen(kw_only=True)
class GlanceRows:
    """Rows of "at a glance": their pitch, the first baseline under the rule of a row, the lines of a sentence."""

    pitch: Pt
    first: Pt
    most_lines: int


@frozen(kw_only=True)
class TitlePageMeasures:
    """Page one. ground: of the block with title and field, ink_height high. Baselines count from the page's edge.

    title_clearance: between title and field. subtitle: from the last baseline of the title to the subtitle, which ends
    at subtitle_lowest. raised: how far all rows stand higher where a sentence takes three lines. stamp_gap: from the
    topic of a row at least to the stamp at the right end of its line. logos: on the line of the publisher.
    """

    ground: GroundName
    ink_height: Pt
    stamp: Pt
    publisher: Pt
    field_top: Pt
    field_size: Pt
    title_clearance: Pt
    subtitle: Pt
    subtitle_lowest: Pt
    edition: Pt
    glance_heading: Pt
    first_row: Pt
    few_rows: GlanceRows
    many_rows: GlanceRows
    raised: Pt
    stamp_gap: Pt
    logos: LogoRow


@frozen(kw_only=True)
class BlockMeasures:
    """What all blocks share.

    gap: from the last baseline of a block to the rule of the next. kicker, headline: from the rule to their first
    baseline; the exhibit title stands one headline further down. chart: from there to the top of the chart; text: from
    the chart's bottom to the first line of the text; source: from the text's last. stamp_gap: from the last baseline
    of the kicker. paragraph_gap: added to the pitch between paragraphs of one text.
    """

    rule: Pt
    hairline: Pt
    gap: Pt
    kicker: Pt
    stamp_gap: Pt
    headline: Pt
    chart: Pt
    text: Pt
    source: Pt
    paragraph_gap: Pt


@frozen(kw_only=True)
class ChapterMeasures:
    """The beginning of a chapter. title: from the rule to its first baseline; text: from its last one."""

    title: Pt
    text: Pt


@frozen(kw_only=True)
class ContentsMeasures:
    """The contents. gap: added to the pitch before a row of the first level, gap_within: before one of the second.

    indent: of the second level; number: the room of a page's number.
    """

    gap: Pt
    gap_within: Pt
    indent: Pt
    number: Pt


@frozen(kw_only=True)
class FreeBlockMeasures:
    """A free slide as a block. picture: from the headline to its top; most_height: of a picture."""

    picture: Pt
    most_height: Pt


@frozen(kw_only=True)
class StampMeasures:
    """The frame of a stamp. above, below: from the first baseline up to it, from the last one down to it."""

    padding: Pt
    above: Pt
    below: Pt
    edge: Pt


@frozen(kw_only=True)
class RingMeasures:
    """The dashed ring; rise: from the baseline of the words up to its centre."""

    radius: Pt
    rise: Pt
    edge: Pt
    dash: tuple[Pt, Pt]


@frozen(kw_only=True)
class StatementBlockMeasures:
    """A statement. first: from the rule to the words, speaker from there, evidence to the title of the exhibit."""

    first: Pt
    speaker: Pt
    evidence: Pt


@frozen(kw_only=True)
class MethodBlockMeasures:
    """The method. first: from the headline to the first fact, fact_gap to the next one.

    unknown: from the last fact to what was not published, of which one stands unknown_gap below the other; indent: from
    the left edge of a ring to the words beside it.
    """

    first: Pt
    fact_gap: Pt
    unknown: Pt
    unknown_gap: Pt
    indent: Pt


@frozen(kw_only=True)
class RecommendationsBlockMeasures:
    """Recommendations. rule: from the column heads to the first hairline. first: from a hairline to the row below it.

    last: from the last baseline of a row to its hairline. detail, evidence: from the line above them. indent: from the
    number to the recommendation.
    """

    rule: Pt
    first: Pt
    last: Pt
    detail: Pt
    evidence: Pt
    indent: Pt


@frozen(kw_only=True)
class BreakMeasures:
    """The dashed line at a break, and the two strokes in a row that say the same: how far apart, how slanted, how high.

    below, above: the ends of the strokes, from the baseline. clear: between them and the texts beside them.
    """

    line: Pt
    dash: tuple[Pt, Pt]
    stroke: Pt
    apart: Pt
    slant: Pt
    below: Pt
    above: Pt
    clear: Pt

    @property
    def reach(self) -> Pt:
        """From their middle to the nearest text."""
        return self.apart + self.slant + self.clear

    @property
    def room(self) -> Pt:
        """The width that the strokes take, with as much on either side as is between them."""
        return 2 * (2 * self.apart + self.slant)


@frozen(kw_only=True)
class AppendixMeasures:
    """The tables of the appendix and what surrounds them.

    first_gap: from the last baseline of the headline to the caption of the first table; gap: from the last hairline of
    a table to the caption of the next; notes_gap: from there to the first of the notes behind all tables, own_notes_gap
    to the first of the table's own. note_rise: of the baseline of a note over its top. head_rule: from the baseline of
    the column heads to the rule below them. row, row_baseline: height of a row of one line, and its baseline under its
    top. mode_gap: from the caption to the answer mode beside it.
    """

    first_gap: Pt
    gap: Pt
    notes_gap: Pt
    own_notes_gap: Pt
    note_rise: Pt
    mode_gap: Pt
    head_rule: Pt
    row: Pt
    row_baseline: Pt
    widest_column: Pt
    narrowest_labels: Pt
    column_gap: Pt
    ring_gap: Pt
    at_break: BreakMeasures


@frozen(kw_only=True)
class FootMeasures:
    """The running foot, and on drafts the stamp above the rule that the page hangs from.

    gap: from the short title to source and date, and at least from these to the page's number. logo: at the right end,
    `below` its line.
    """

    baseline: Pt
    gap: Pt
    draft: Pt
    logo: LogoSlot
    below: Pt


@frozen(kw_only=True)
class PageFormat(Format):
    """A page to lay out on: its columns, its type, and the measures of every kind of block.

    side_width: of the side column, at the left margin; main: left edge of the main column. top: where the first block
    of a page hangs; lowest: the lowest baseline above the foot, a line exactly there still fits.
    """

    side_width: Pt
    main: Pt
    top: Pt
    lowest: Pt
    roles: PageRoles
    title_page: TitlePageMeasures
    block: BlockMeasures
    chapter: ChapterMeasures
    contents: ContentsMeasures
    free: FreeBlockMeasures
    statement: StatementBlockMeasures
    method: MethodBlockMeasures
    recommendations: RecommendationsBlockMeasures
    appendix: AppendixMeasures
    stamp: StampMeasures
    ring: RingMeasures
    foot: FootMeasures

    @property
    def main_width(self) -> Pt:
        """The width of the main column, on which 100 % is as long."""
        return self.right - self.main

    @property
    def room(self) -> Pt:
        """The height that blocks have on a page."""
        return self.lowest - self.top

    @property
    def field_left(self) -> Pt:
        """The left edge of the field on page one; its right one stands at the margin."""
        return self.right - self.title_page.field_size

    @property
    def title_width(self) -> Pt:
        """The width of the title and of what stands above and below it."""
        return self.field_left - self.grid.left - self.title_page.title_clearance
