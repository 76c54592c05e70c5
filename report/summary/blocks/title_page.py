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
from math import inf

from report.briefing.model.prose import Figure, Prose, joined
from report.document.model import Cover, GlanceRow, GlanceSection
from report.document.model.nodes import BETWEEN, Heading, Paragraph, Source
from report.drawing.model import MarkRole, Rect
from report.formats.grid import TypeSize
from report.summary.blocks.logos import place_logos
from report.summary.blocks.piece import Piece, hairline, last_baseline, stacked
from report.summary.blocks.stamp import place_stamp, stamp_width
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item, PlacedDrawing, PlacedLine
from report.summary.typography import TypeRole, bold, regular
from report.text.model import Face, Line
from report.typesetting.notes import parted
from report.typesetting.places import Breaking, Fitted, Place
from report.units import Box, Pt

MOST_TOP_LINES = 2
MOST_SUBTITLE_LINES = 3
MOST_SOURCE_LINES = 3
"""Above the foot, below five rows of two lines or four of three."""
FEW_ROWS = 4


def place_title_page(title: Cover, glance: GlanceSection, typesetter: PageTypesetter) -> Piece:
    """Page one without its foot, from the top edge of the paper."""
    page = typesetter.page
    bookmarks = [Bookmark(title.title.text.text, 0, 1, 0.0)]
    if glance.heading:
        bookmarks.append(Bookmark(glance.heading.text.text, 1, 1, page.title_page.ink_height))
    return Piece((*_title_block(title, typesetter), *_glance(glance, typesetter)), page.lowest, tuple(bookmarks))


def _title_block(title: Cover, typesetter: PageTypesetter) -> Iterator[Item]:
    page, ground = typesetter.page, typesetter.cover.ground
    left, width, measures, roles = page.grid.left, page.title_width, page.title_page, page.roles
    yield Rect(MarkRole.PANEL, Box(0.0, 0.0, page.width, measures.ink_height), fill=ground.ground)
    publisher = bold(roles.publisher, ground.text)
    if title.logos:
        yield from _logos(title, typesetter)
    else:
        yield from _top_line(title.publisher, publisher, typesetter, left, width, what="publisher")
    if title.summary_for:
        audience = regular(roles.audience, ground.soft_text)
        yield from _top_line(
            title.summary_for, audience, typesetter, page.field_left, measures.field_size, what="audience"
        )
    if title.stamp:
        role, room = typesetter.cover.stamp, width - 2 * page.stamp.padding
        stamp = typesetter.lines(title.stamp.text, role, room, what="stamp", most=1)
        yield from place_stamp(title.stamp.id, stamp, role, page.stamp, left=left, first=measures.stamp)
    yield from _title(title, typesetter)
    edition = regular(roles.edition, ground.soft_text)
    edition_lines = typesetter.lines(title.edition.text, edition, width, what="edition", most=1)
    yield from stacked(title.edition.id, edition_lines, left, measures.edition, edition.pitch)
    drawing = typesetter.drawings[title.field.id]
    yield PlacedDrawing(title.field.id, page.field_left, measures.field_top, title.field.chart, drawing)
    yield from _caption(title, typesetter)


def _logos(title: Cover, typesetter: PageTypesetter) -> Iterator[Item]:
    """The logos in place of the publisher's name; below a stamp there is less room for them."""
    measures, stamp = typesetter.page.title_page, typesetter.page.stamp
    room = measures.publisher - (measures.stamp + 2 * stamp.below) if title.stamp else inf
    row = measures.logos
    own, partner = (replace(slot, height=min(slot.height, room)) for slot in (row.own, row.partner))
    yield from place_logos(title.logos, replace(row, own=own, partner=partner), typesetter)


def _top_line(
    text: Paragraph, role: TypeRole, typesetter: PageTypesetter, x: Pt, width: Pt, *, what: str
) -> list[PlacedLine]:
    """A text of one or two lines above the title, of which the last stands on the line of the publisher.

    A compound that is nearly as long as a line is divided, where the text would need a third line for it.
    """
    usual = Place(what, width, (TypeSize(role.style.size, role.pitch),), MOST_TOP_LINES, breaking=Breaking.BALANCED)
    divided = replace(usual, breaking=Breaking.HYPHENATED)
    lines = typesetter.fit(text.text, role.style, usual, divided, strong=role.strong).lines
    first = typesetter.page.title_page.publisher - (len(lines) - 1) * role.pitch
    return stacked(text.id, lines, x, first, role.pitch)


def _title(title: Cover, typesetter: PageTypesetter) -> Iterator[Item]:
    page, measures = typesetter.page, typesetter.page.title_page
    role = regular(page.roles.subtitle, typesetter.cover.ground.soft_text)
    below = typesetter.lines(title.subtitle.text, role, page.title_width, what="subtitle", most=MOST_SUBTITLE_LINES)
    lower_lines = max(0, len(below[:MOST_SUBTITLE_LINES]) - 1)
    end = measures.subtitle_lowest - measures.subtitle - lower_lines * role.pitch
    fitted = _fitted_title(title.title, typesetter, end)
    first, pitch = _title_baseline(fitted.type, typesetter), fitted.type.pitch
    yield from stacked(title.title.id, fitted.lines, page.grid.left, first, pitch)
    start = last_baseline(fitted.lines, first, pitch) + measures.subtitle
    yield from stacked(title.subtitle.id, below, page.grid.left, start, role.pitch)


def _fitted_title(title: Heading, typesetter: PageTypesetter, end: Pt) -> Fitted:
    """The title at the largest size at which it ends above `end`; divided at the smallest where there is none."""
    sizes, width = typesetter.page.roles.title, typesetter.page.title_width
    most = [1 + int((end - _title_baseline(size, typesetter)) / size.pitch) for size in sizes]
    places = [
        Place("title", width, (size,), lines, breaking=Breaking.EVEN) for size, lines in zip(sizes, most, strict=True)
    ]
    divided = replace(places[-1], breaking=Breaking.HYPHENATED)
    return typesetter.fit(title.text, bold(sizes[0], typesetter.cover.ground.text).style, *places, divided)


def _title_baseline(size: TypeSize, typesetter: PageTypesetter) -> Pt:
    """Where the first line stands, so that its capitals are level with the field."""
    return typesetter.page.title_page.field_top + typesetter.fonts.cap_height(Face.BOLD) * size.size


def _caption(title: Cover, typesetter: PageTypesetter) -> Iterator[Item]:
    page, ground = typesetter.page, typesetter.cover.ground
    role = regular(page.roles.caption, ground.text)
    role, caption = replace(role, strong=role.strong.colored(ground.proof)), _figures_strong(title.caption.text)
    lines = typesetter.lines(caption, role, page.title_page.field_size, what="caption of the cover", most=2)
    first = page.title_page.edition - role.pitch
    yield from stacked(title.caption.id, lines, page.field_left, first, role.pitch)


def _figures_strong(caption: Prose) -> Prose:
    """The caption with its number lit like the dots, even where the author has not made it bold."""
    runs = tuple(replace(run, is_strong=True) if isinstance(run, Figure) else run for run in caption.runs)
    return replace(caption, runs=runs)


def _glance(glance: GlanceSection, typesetter: PageTypesetter) -> Iterator[Item]:
    page, measures = typesetter.page, typesetter.page.title_page
    left = page.grid.left
    if glance.heading:
        heading = typesetter.one_line(glance.heading.text, typesetter.paper.kicker)
        yield PlacedLine(glance.heading.id, left, measures.glance_heading, heading)
    rows = measures.few_rows if len(glance.rows) <= FEW_ROWS else measures.many_rows
    texts = [_message(row, typesetter, rows.most_lines) for row in glance.rows]
    raised = measures.raised if any(len(text) > 2 for text in texts) else 0.0
    ground = typesetter.paper.ground
    colors = [ground.text if number else ground.proof for number in range(len(glance.rows))]
    big, size = [row.figure.figure for row in glance.rows], page.roles.glance_figure
    figures = typesetter.figures(big, size, colors, page.side_width)
    for number, (row, text, figure) in enumerate(zip(glance.rows, texts, figures, strict=True)):
        top = measures.first_row + number * rows.pitch
        yield hairline(page, typesetter.paper.ground, top)
        yield from _row(row, text, figure, typesetter, baseline=top + (rows.first - raised), is_lead=number == 0)
    role, source = typesetter.paper.source, _source_lines(glance.source, typesetter)
    yield from stacked(glance.source.id, source, left, page.lowest - (len(source) - 1) * role.pitch, role.pitch)


def _source_lines(source: Source, typesetter: PageTypesetter) -> tuple[Line, ...]:
    """The first form that finds room: its halves on lines of their own, or as running text where that takes fewer."""
    role, size = typesetter.paper.source, typesetter.page.roles.source
    place = Place("source note", typesetter.page.measure, (size,), MOST_SOURCE_LINES, breaking=Breaking.HYPHENATED)
    for form in source.forms:
        halves = [parted(half, BETWEEN, role.style, place, typesetter) for half in (form.topic, form.base)]
        running = parted((*form.topic, *form.base), BETWEEN, role.style, place, typesetter)
        texts = (joined(halves, "\n"), running)
        shortest = min(texts, key=lambda text: len(typesetter.broken(text, role.style, place)))
        if len(typesetter.broken(shortest, role.style, place)) <= MOST_SOURCE_LINES:
            break
    return typesetter.fit(shortest, role.style, place).lines


def _message(row: GlanceRow, typesetter: PageTypesetter, most: int) -> tuple[Line, ...]:
    width = typesetter.page.main_width
    return typesetter.lines(row.text.text, typesetter.paper.summary, width, what="message", most=most)


def _row(
    row: GlanceRow, text: tuple[Line, ...], figure: Line, typesetter: PageTypesetter, *, baseline: Pt, is_lead: bool
) -> Iterator[Item]:
    """A message: figure and sentence share a baseline, the top of the figure is that of the kicker."""
    page, paper, fonts = typesetter.page, typesetter.paper, typesetter.fonts
    kicker = paper.kicker if is_lead else paper.minor_kicker
    size, gap, left, main = page.roles.glance_figure, page.title_page.stamp_gap, page.grid.left, page.main
    rise = fonts.digit_height(Face.BOLD) * size - fonts.cap_height(Face.BOLD) * kicker.style.size
    stamp = _row_stamp(row, typesetter, baseline - rise)
    room = min([page.main_width, *(panel.box.left - gap - main for panel in stamp if isinstance(panel, Rect))])
    topic = typesetter.lines(row.topic.text, kicker, room, what="topic", most=1)
    yield from stacked(row.topic.id, topic, main, baseline - rise, kicker.pitch)
    yield from stamp
    yield PlacedLine(row.figure.id, left, baseline, figure)
    yield from stacked(row.text.id, text, main, baseline, paper.summary.pitch)


def _row_stamp(row: GlanceRow, typesetter: PageTypesetter, baseline: Pt) -> list[Item]:
    """At the right end of the line of the topic."""
    if not row.stamp:
        return []
    page, role = typesetter.page, typesetter.paper.stamp
    lines = [typesetter.one_line(row.stamp.text, role)]
    left = page.right - stamp_width(lines, page.stamp)
    return place_stamp(row.stamp.id, lines, role, page.stamp, left=left, first=baseline)
