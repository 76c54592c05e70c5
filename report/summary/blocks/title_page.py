"""Places page one: the ink block with title and field, and below it "at a glance" in three to five rows.

  0 ████ publisher                audience ████
 88 ████ Title in up to five      ●●●●●●●● ████      cap line of the title = top of the field
    ████ lines                    ●●●●●●●● ████
320 ████ edition                  caption  ████
346 ───────────────────────────────────────────
    AUF EINEN BLICK
397 ───────────────────────────────────────────
    49 %       KICKER
               sentence that continues the figure
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.briefing.model import Figure, Prose
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.stamp import PADDING, place_stamp, stamp_width
from report.summary.blocks.typesetter import Typesetter
from report.summary.exhibits import FIELD_LEFT, FIELD_SIZE
from report.summary.grid import (
    LEFT,
    LOWEST,
    MAIN,
    MAIN_WIDTH,
    PAGE_WIDTH,
    RIGHT,
    WIDTH,
    TypeRole,
    bold,
    regular,
)
from report.summary.model import Bookmark, Item, Panel, PlacedDrawing, PlacedLine, Rule
from report.summary.tree import GlanceRow, GlanceSection, Heading, Note, Paragraph, TitlePage, prose
from report.text.model import Face, Line
from report.units import Box, Pt

INK_HEIGHT: Pt = 346.0
PUBLISHER: Pt = 57.5
STAMP: Pt = 34.0
FIELD_TOP: Pt = 88.5
TITLE_WIDTH: Pt = FIELD_LEFT - LEFT - 20.0
SUBTITLE: Pt = 31.0
"""From the last baseline of the title to the subtitle, which ends at `SUBTITLE_LOWEST`."""
SUBTITLE_LOWEST: Pt = 302.0
MOST_SUBTITLE_LINES = 3
EDITION: Pt = 319.5
CAPTION_PITCH: Pt = 13.6

TITLE_SIZES = ((32.0, 36.0), (26.0, 29.25))
"""Size and line pitch of the title, and its floor: the same share of it as the cover's (44 of 54)."""

GLANCE_HEADING: Pt = 384.0
FIRST_ROW: Pt = 397.3
MOST_SOURCE_LINES = 3
"""Above the foot, below five rows of two lines or four of three."""
FIGURE_SIZE: Pt = 40.0
RAISED: Pt = 5.0
"""How far all rows stand higher where a sentence takes three lines."""
BETWEEN = " · "
STAMP_GAP: Pt = 12.0
"""From the topic of a row at least to the stamp at the right end of its line."""


def place_title_page(page: TitlePage, glance: GlanceSection, typesetter: Typesetter) -> Piece:
    """Page one without its foot, from the top edge of the paper."""
    items = [*_ink_block(page, typesetter), *_glance(glance, typesetter)]
    bookmarks = (
        Bookmark(page.title.text.text, 0, 1, 0.0),
        Bookmark(glance.heading.text.text, 1, 1, INK_HEIGHT),
    )
    return Piece(tuple(items), LOWEST, bookmarks)


def _ink_block(page: TitlePage, typesetter: Typesetter) -> Iterator[Item]:
    ground = typesetter.ink.ground
    yield Panel(Box(0.0, 0.0, PAGE_WIDTH, INK_HEIGHT), fill=ground.ground)
    publisher, audience = bold(10.5, 13.6, ground.text), regular(10, 13.6, ground.soft_text)
    yield from _top_line(page.publisher, publisher, typesetter, LEFT, TITLE_WIDTH, what="publisher")
    if page.audience:
        yield from _top_line(page.audience, audience, typesetter, FIELD_LEFT, FIELD_SIZE, what="audience")
    if page.stamp:
        role = typesetter.ink.stamp
        stamp = typesetter.lines(page.stamp.text, role, TITLE_WIDTH - 2 * PADDING, what="stamp", most=1)
        yield from place_stamp(page.stamp.id, stamp, role, left=LEFT, first=STAMP)
    yield from _title(page, typesetter)
    edition = regular(10, 13.6, ground.soft_text)
    edition_lines = typesetter.lines(page.edition.text, edition, TITLE_WIDTH, what="edition", most=1)
    yield from stacked(page.edition.id, edition_lines, LEFT, EDITION, edition.pitch)
    yield PlacedDrawing(page.field.id, FIELD_LEFT, FIELD_TOP, page.field.drawing)
    yield from _caption(page, typesetter)


def _top_line(
    text: Paragraph, role: TypeRole, typesetter: Typesetter, x: Pt, width: Pt, *, what: str
) -> list[PlacedLine]:
    """A text of one or two lines above the title, of which the last stands on the line of the publisher."""
    lines = typesetter.lines(text.text, role, width, what=what, most=2)
    return stacked(text.id, lines, x, PUBLISHER - (len(lines) - 1) * role.pitch, role.pitch)


def _title(page: TitlePage, typesetter: Typesetter) -> Iterator[Item]:
    subtitle = regular(11.5, 16.5, typesetter.ink.ground.soft_text)
    below = typesetter.lines(page.subtitle.text, subtitle, TITLE_WIDTH, what="subtitle", most=MOST_SUBTITLE_LINES)
    end = SUBTITLE_LOWEST - SUBTITLE - max(0, len(below[:MOST_SUBTITLE_LINES]) - 1) * subtitle.pitch
    role, first, lines = _title_lines(page.title, typesetter, end)
    yield from stacked(page.title.id, lines, LEFT, first, role.pitch)
    start = last_baseline(lines, first, role.pitch) + SUBTITLE
    yield from stacked(page.subtitle.id, below, LEFT, start, subtitle.pitch)


def _title_lines(title: Heading, typesetter: Typesetter, end: Pt) -> tuple[TypeRole, Pt, tuple[Line, ...]]:
    """The title at the largest size at which it ends above `end`; its role, first baseline and lines."""
    for size, pitch in TITLE_SIZES:
        role = bold(size, pitch, typesetter.ink.ground.text)
        first = FIELD_TOP + typesetter.fonts.cap_height(Face.BOLD) * size
        lines = typesetter.balanced(title.text.spans(role.style, role.strong), TITLE_WIDTH)
        most = 1 + int((end - first) / pitch)
        if len(lines) <= most and all(line.width <= TITLE_WIDTH for line in lines):
            break
    return role, first, typesetter.checked(lines, title.text, role, TITLE_WIDTH, what="title", most=most)


def _caption(page: TitlePage, typesetter: Typesetter) -> Iterator[Item]:
    role = regular(10, CAPTION_PITCH, typesetter.ink.ground.text)
    lit = role.strong.colored(typesetter.ink.ground.proof)
    role, caption = TypeRole(role.style, lit, role.pitch), _figures_strong(page.caption.text)
    lines = typesetter.lines(caption, role, FIELD_SIZE, what="caption of the cover", most=2)
    yield from stacked(page.caption.id, lines, FIELD_LEFT, EDITION - CAPTION_PITCH, role.pitch)


def _figures_strong(caption: Prose) -> Prose:
    """The caption with its number lit like the dots, even where the author has not made it bold."""
    runs = tuple(replace(run, is_strong=True) if isinstance(run, Figure) else run for run in caption.runs)
    return replace(caption, runs=runs)


def _glance(glance: GlanceSection, typesetter: Typesetter) -> Iterator[Item]:
    heading = typesetter.one_line(glance.heading.text.text, typesetter.paper.kicker)
    yield PlacedLine(glance.heading.id, LEFT, GLANCE_HEADING, heading)
    pitch, first, most = (84.0, 40.0, 3) if len(glance.rows) <= 4 else (72.0, 36.0, 2)
    texts = [_message(row, typesetter, most) for row in glance.rows]
    if any(len(text) > 2 for text in texts):
        first -= RAISED
    for number, (row, text) in enumerate(zip(glance.rows, texts, strict=True)):
        top = FIRST_ROW + number * pitch
        yield Rule(LEFT, top, RIGHT, top, typesetter.paper.ground.hairline, 0.75)
        yield from _row(row, text, typesetter, baseline=top + first, is_lead=number == 0)
    role, source = typesetter.paper.source, _source_lines(glance.source, typesetter)
    yield from stacked(glance.source.id, source, LEFT, LOWEST - (len(source) - 1) * role.pitch, role.pitch)


def _source_lines(source: Note, typesetter: Typesetter) -> tuple[Line, ...]:
    """Topic and base on a line each, or as running text where that takes fewer lines."""
    joined = prose(source.text.text.replace("\n", BETWEEN))
    role, texts = typesetter.paper.source, (source.text, joined)
    shortest = min((typesetter.running(text, role, WIDTH, what="source note") for text in texts), key=len)
    return typesetter.checked(shortest, source.text, role, WIDTH, what="source note", most=MOST_SOURCE_LINES)


def _message(row: GlanceRow, typesetter: Typesetter, most: int) -> tuple[Line, ...]:
    return typesetter.lines(row.text.text, typesetter.paper.summary, MAIN_WIDTH, what="message", most=most)


def _row(
    row: GlanceRow, text: tuple[Line, ...], typesetter: Typesetter, *, baseline: Pt, is_lead: bool
) -> Iterator[Item]:
    """A message: figure and sentence share a baseline, the top of the figure is that of the kicker."""
    kicker = typesetter.paper.kicker if is_lead else typesetter.paper.minor_kicker
    color = typesetter.paper.ground.proof if is_lead else typesetter.paper.ground.text
    fonts = typesetter.fonts
    rise = fonts.digit_height(Face.BOLD) * FIGURE_SIZE - fonts.cap_height(Face.BOLD) * kicker.style.size
    stamp = _row_stamp(row, typesetter, baseline - rise)
    room = min([MAIN_WIDTH, *(panel.box.left - STAMP_GAP - MAIN for panel in stamp if isinstance(panel, Panel))])
    topic = typesetter.lines(row.topic.text, kicker, room, what="topic", most=1)
    yield from stacked(row.topic.id, topic, MAIN, baseline - rise, kicker.pitch)
    yield from stamp
    figure = typesetter.figure(row.figure.figure, FIGURE_SIZE, color, MAIN - LEFT)
    yield PlacedLine(row.figure.id, LEFT, baseline, figure)
    yield from stacked(row.text.id, text, MAIN, baseline, typesetter.paper.summary.pitch)


def _row_stamp(row: GlanceRow, typesetter: Typesetter, baseline: Pt) -> list[Item]:
    """At the right end of the line of the topic."""
    if not row.stamp:
        return []
    role = typesetter.paper.stamp
    lines = [typesetter.one_line(row.stamp.text.text, role)]
    return place_stamp(row.stamp.id, lines, role, left=RIGHT - stamp_width(lines), first=baseline)
