"""What a deck asks of its format: the type on its slides, and the measures of every kind of slide.

Each kind has a value of its own, which its layout reads; what all kinds share is the frame. A baseline or a top is
counted from the slide's upper edge, a gap or a pitch from what its name says. Widths follow from the grid.
"""

from __future__ import annotations

from report.formats.grid import TypeSize
from report.formats.logos import LogoRow, LogoSlot
from report.formats.model import Format
from report.frozen import frozen
from report.theme.model import GroundName
from report.units import Pt


@frozen(kw_only=True)
class TypeRoles:
    """The type on slides. A role with several sizes wants the first; the last is its floor, and what does not fit at
    it is refused.

    tracking: of kickers, as a share of their size. unit_share: size of the per cent sign beside a large number, as a
    share of the number's, but never less than `smallest_unit`.
    """

    cover_title: tuple[TypeSize, ...]
    headline: tuple[TypeSize, ...]
    statement: tuple[TypeSize, ...]
    sentence: tuple[TypeSize, ...]
    body: TypeSize
    subtitle: TypeSize
    footer: TypeSize
    kicker: TypeSize
    speaker: TypeSize
    page_number: TypeSize
    column_head: Pt
    publisher: Pt
    cover_side: Pt
    chapter: TypeSize
    chapter_text: TypeSize
    strip: tuple[TypeSize, ...]
    number: Pt
    row_figure: Pt
    evidence: Pt
    smallest_unit: Pt
    unit_share: float
    tracking: float


@frozen(kw_only=True)
class SlotRows:
    """The rows of a layout's placeholders, where somebody adds text by hand: the first baseline and their pitch."""

    first: Pt
    pitch: Pt


@frozen(kw_only=True)
class TagMeasures:
    """A tag in its dashed frame. above, below: from the baseline up to it, and down to it."""

    padding: Pt
    above: Pt
    below: Pt
    edge: Pt
    dash: tuple[Pt, Pt]


@frozen(kw_only=True)
class FrameMeasures:
    """What all slides share.

    content_top: where slides without exhibit title begin under a headline of one line, and second_line how much lower
    under one of two. exhibit_width: the picture of a chart, columns 1 to 8 and the strip up to the annotations, with
    their brackets and leaders; exhibit_top, exhibit_bottom: where it hangs from and its lowest end. stamp_gap: between
    kicker and stamp. number_clearance: between footer and page number. logo: between these, on their last line.
    """

    kicker: Pt
    headline: Pt
    content_top: Pt
    second_line: Pt
    exhibit_top: Pt
    exhibit_bottom: Pt
    exhibit_width: Pt
    foot_rule: Pt
    footer: Pt
    page_number: Pt
    number_width: Pt
    number_clearance: Pt
    stamp_gap: Pt
    rule: Pt
    tag: TagMeasures
    logo: LogoSlot


@frozen(kw_only=True)
class CoverMeasures:
    """The cover. title, subtitle: baselines of the layout's placeholders; a placed title is level with the field.

    subtitle_gap: from the title's last baseline to the subtitle's first, which ends at lowest_subtitle. bottom_lines:
    baselines of date and version at the left, of the caption at the right. logos: on the top line.
    """

    ground: GroundName
    top_line: Pt
    field_top: Pt
    title: Pt
    subtitle: Pt
    subtitle_gap: Pt
    lowest_subtitle: Pt
    bottom_lines: tuple[Pt, Pt]
    logos: LogoRow


@frozen(kw_only=True)
class GlanceMeasures:
    """At a glance. Rows come closer together than their pitch so that the last one ends at the bottom.

    figure_baseline: under the top of a row; the sentence's first line stands on it too. field_clearance: the least
    distance of two fields, one below the other.
    """

    ground: GroundName
    slots: SlotRows
    pitch: Pt
    bottom: Pt
    figure_baseline: Pt
    rule_above_row: Pt
    field_clearance: Pt


@frozen(kw_only=True)
class FindingMeasures:
    """A finding; its exhibit's place is the frame's."""

    ground: GroundName
    exhibit_title: Pt


@frozen(kw_only=True)
class NumberSlideMeasures:
    """One large number, its size and baselines: of the number, of the sentence that goes on from it, of those beside.

    rule: above these; head_line, first_line: baselines of their head and of the first, pitch from one to the next.
    indent: from such a number to its words, at least `gap` behind it.
    """

    figure: Pt
    figure_line: Pt
    sentence_line: Pt
    rule: Pt
    head_line: Pt
    first_line: Pt
    pitch: Pt
    indent: Pt
    gap: Pt


@frozen(kw_only=True)
class StatementMeasures:
    """A statement. text, speaker: baselines of the layout's placeholders.

    name_gap: from the last line of the statement to the name below it.
    figures_title: baseline of the figures' topic, subtitle_gap from there to the subtitle, chart_gap from the
    subtitle's last baseline to the top of the chart.
    """

    ground: GroundName
    text: Pt
    speaker: Pt
    speaker_slot: TypeSize
    name_gap: Pt
    figures_title: Pt
    subtitle_gap: Pt
    chart_gap: Pt


@frozen(kw_only=True)
class RecommendationsMeasures:
    """Recommendations. Rows come closer together than their pitch so that the last one ends at the bottom.

    roomy_pitch: of few rows, which have room for a third line. clearance: between a rule and what stands next to it.
    rule_under_heads: from the top of the content, where the heads stand, to the first rule. detail_pitch: from the
    last line of the recommendation to the first of its detail.
    """

    ground: GroundName
    slots: SlotRows
    pitch: Pt
    roomy_pitch: Pt
    bottom: Pt
    clearance: Pt
    rule_under_heads: Pt
    detail_pitch: Pt


@frozen(kw_only=True)
class MethodMeasures:
    """The method. text: baseline of the layout's placeholder.

    head: from the top of the content to the baseline of the two heads; from there head_rule leads to the rule under
    them and first to the first fact. lowest: the lowest baseline. Facts and unknown things stand `fact_gap` and
    `unknown_gap` apart, closer where they are many, but no closer than closest_gap. list_rule: from the last of the
    unknown things to the rule that parts them from what follows, text_gap from that rule to its first line.
    ring_indent: from the left edge of a ring to the words beside it.
    """

    ground: GroundName
    text: Pt
    head: Pt
    head_rule: Pt
    first: Pt
    lowest: Pt
    fact_gap: Pt
    unknown_gap: Pt
    closest_gap: Pt
    list_rule: Pt
    text_gap: Pt
    ring: Pt
    ring_indent: Pt


@frozen(kw_only=True)
class TableMeasures:
    """The tables of the appendix.

    top: of the first head's row, above the content, so that its capitals stand just below. halves_gap: between the two
    halves of a slide; gap: between two tables, one below the other; notes_gap: between a table and the notes under it,
    whose first baseline lies note_baseline lower. row: height of a row of one line; every further line adds its pitch.
    space_above: between a row's top and its text, whose first line stands on first_baseline. padding: between a
    column's edge and its text, but at the table's own edges; tight_padding: the same where the table would else be
    divided. widest_head: of the name of a segmentation's column; if it
    has no room in that, its words may be divided. stroke_*: the two strokes of a break in the head.
    """

    ground: GroundName
    top: Pt
    halves_gap: Pt
    gap: Pt
    notes_gap: Pt
    note_baseline: Pt
    row: Pt
    space_above: Pt
    first_baseline: Pt
    padding: Pt
    tight_padding: Pt
    least_column: Pt
    widest_head: Pt
    least_labels: Pt
    ring: Pt
    ring_gap: Pt
    stroke_height: Pt
    stroke_width: Pt
    stroke_slant: Pt
    stroke_gap: Pt


@frozen(kw_only=True)
class AgendaMeasures:
    """The agenda. Rows come closer together than their pitch so that the last one ends at the bottom.

    first: from a rule to the title below it, lead: from there to what leads the chapter. raised: how much higher both
    stand where that takes two lines.
    """

    ground: GroundName
    top: Pt
    bottom: Pt
    pitch: Pt
    first: Pt
    lead: Pt
    raised: Pt


@frozen(kw_only=True)
class DividerMeasures:
    """The beginning of a chapter. title: its baseline; text_gap: from its last line to the sentence below.

    field_size: of the figure that leads, caption_gap: from its bottom to the first baseline of the caption,
    caption_lines: those that have room below a figure of that size. strip: the upper edge of the bars that stand for
    the chapters, each strip_width wide where their names allow it.
    """

    ground: GroundName
    top_line: Pt
    title: Pt
    text_gap: Pt
    field_top: Pt
    field_size: Pt
    caption_gap: Pt
    caption_lines: int
    strip: Pt
    strip_width: Pt
    strip_height: Pt
    strip_gap: Pt
    strip_label: Pt


@frozen(kw_only=True)
class FreeMeasures:
    """A free slide. text: baseline of the layout's placeholder; text_gap: from the last line of the title to the text.

    paragraph_gap: added to the pitch between paragraphs.
    """

    ground: GroundName
    text: Pt
    text_gap: Pt
    lowest: Pt
    paragraph_gap: Pt


@frozen(kw_only=True)
class ClosingMeasures:
    """The closing, whose title and edition stand as on the cover. contact: from the last line of the title to a name.

    role, mail: from the name, and to mail and phone below it, which are phone apart. head: of what may be passed on;
    rule: from a head to the rule below it. first, form: from a rule to the name of a row, and on to its form; pitch: of
    rows. cite: from the last rule to the head below it, citation: from there to its first line.
    """

    ground: GroundName
    contact: Pt
    role: Pt
    mail: Pt
    phone: Pt
    head: Pt
    rule: Pt
    first: Pt
    form: Pt
    pitch: Pt
    cite: Pt
    citation: Pt


@frozen(kw_only=True)
class SlideFormat(Format):
    """A slide to lay out on: its page, its type, and the measures of every kind of slide."""

    roles: TypeRoles
    frame: FrameMeasures
    cover: CoverMeasures
    glance: GlanceMeasures
    finding: FindingMeasures
    number: NumberSlideMeasures
    statement: StatementMeasures
    recommendations: RecommendationsMeasures
    method: MethodMeasures
    table: TableMeasures
    agenda: AgendaMeasures
    divider: DividerMeasures
    free: FreeMeasures
    closing: ClosingMeasures
