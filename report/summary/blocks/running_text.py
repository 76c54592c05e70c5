"""Places the text of a block with its side notes and source, and continues it where it passes the page.

A block that fits on a page is one piece. A longer text goes on below a rule and its topic at the top of the next page;
at least two lines of a paragraph stand on either side, and the source follows the last line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from report.document.model.nodes import Annotation, Paragraph, Source, counted
from report.drawing.model import Circle, Edge, MarkRole
from report.frozen import frozen
from report.summary.blocks.piece import Piece, stacked, top_rule
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import Bookmark, Item, PlacedLine
from report.summary.typography import TypeRole
from report.text.model import Face, Line
from report.units import Pt

NO_ROOM: Pt = -1.0
"""Less than a line needs."""


@frozen
class Beginning:
    """What a block shows above its text: `baseline` is the first one of the text, `topic` names what goes on."""

    items: tuple[Item, ...]
    baseline: Pt
    topic: Paragraph
    bookmark: Bookmark


@frozen
class TextLine:
    """A line of the text; `advance` leads to it from the line before. Edges: it is first, last of its paragraph."""

    node: str
    line: Line
    advance: Pt
    is_first: bool
    is_last: bool


def place_text(
    beginning: Beginning,
    text: Sequence[Paragraph],
    side_notes: Sequence[Annotation],
    source: Source,
    typesetter: PageTypesetter,
) -> tuple[Piece, ...]:
    """The block as one piece, or as several that each open a page; side notes stand where the text begins."""
    page, block, pitch = typesetter.page, typesetter.page.block, typesetter.paper.source.pitch
    lines, side = _text_lines(text, typesetter), _side_notes(side_notes, typesetter)
    tail = typesetter.source_note(source, page.main_width)
    tail_height = block.source + max(0, len(tail) - 1) * pitch
    room, following = page.room - beginning.baseline, page.room - block.kicker
    parts = divided(lines, room if not side or side[-1].y <= room else NO_ROOM, following, tail_height)
    begins = next((number for number, part in enumerate(parts) if part), len(parts) - 1)
    pieces = []
    for number, part in enumerate(parts):
        is_first, is_last = number == 0, number == len(parts) - 1
        top = beginning.items if is_first else _continuation(beginning.topic, number + 1, len(parts), typesetter)
        first = beginning.baseline if is_first else block.kicker
        placed = _placed(part, page.main, first)
        bottom = placed[-1].y if placed else first - block.source
        end = stacked(source.id, tail, page.main, bottom + block.source, pitch) if is_last else []
        beside = [line.lowered(first) for line in side] if number == begins else []
        below = [*placed, *beside, *end]
        pieces.append(
            Piece(
                (*top, *below),
                max((line.y for line in below), default=first - block.text),
                bookmarks=(beginning.bookmark,) if is_first else (),
                space_above=block.gap,
                starts_page=len(parts) > 1,
            )
        )
    return tuple(pieces)


def divided(lines: Sequence[TextLine], first: Pt, following: Pt, tail: Pt) -> list[tuple[TextLine, ...]]:
    """The lines page by page; first, following: points below the first baseline, tail: what the last page needs more.

    The first page may take none of them. What not even a page of its own holds is left as it is.
    """
    parts, rest, room = list[tuple[TextLine, ...]](), tuple(lines), first
    while _height(rest) + tail > room:
        count = _without_loose_line(rest, min(_fitting(rest, room), len(rest) - 2))
        if parts and not count:
            break
        parts.append(rest[:count])
        rest, room = rest[count:], following
    return [*parts, rest]


def _height(lines: Sequence[TextLine]) -> Pt:
    return sum(line.advance for line in lines[1:])


def _fitting(lines: Sequence[TextLine], room: Pt) -> int:
    """How many lines have their baseline within `room` of the first one."""
    return sum(_height(lines[: count + 1]) <= room for count in range(len(lines))) if room >= 0 else 0


def _without_loose_line(lines: Sequence[TextLine], count: int) -> int:
    """At most `count`, less where the page would end in a first line or the next begin with a last one."""
    while count > 0 and (
        (lines[count - 1].is_first and not lines[count - 1].is_last)
        or (lines[count].is_last and not lines[count].is_first)
    ):
        count -= 1
    return max(0, count)


def _text_lines(text: Sequence[Paragraph], typesetter: PageTypesetter) -> list[TextLine]:
    page, role, found = typesetter.page, typesetter.paper.body, []
    for paragraph in text:
        lines = typesetter.running(paragraph.text, role, page.main_width, what="text")
        last = len(lines) - 1
        found += [
            TextLine(
                paragraph.id,
                line,
                role.pitch if number else role.pitch + page.block.paragraph_gap,
                is_first=number == 0,
                is_last=number == last,
            )
            for number, line in enumerate(lines)
        ]
    return found


def _placed(lines: Sequence[TextLine], x: Pt, first: Pt) -> list[PlacedLine]:
    """The lines at `x`, from the baseline `first` on."""
    heights = accumulate((line.advance for line in lines[1:]), initial=first)
    return [PlacedLine(line.node, x, y, line.line) for line, y in zip(lines, heights, strict=False)]


def _side_notes(notes: Sequence[Annotation], typesetter: PageTypesetter) -> list[PlacedLine | Circle]:
    """The notes one below the other in the side column, from the first baseline at 0 on, keys left of their words."""
    placed: list[PlacedLine | Circle] = []
    page, y, lead_role, role = typesetter.page, 0.0, typesetter.paper.side_lead, typesetter.paper.side_note
    for note in notes:
        lead = typesetter.lines(note.lead, lead_role, page.side_width, what="annotation")
        text = typesetter.lines(note.text, role, page.side_width, what="annotation")
        placed += _key(note, lead_role, typesetter, baseline=y)
        placed += stacked(note.id, (*lead, *text), page.grid.left, y, role.pitch)
        y += (len(lead) + len(text)) * role.pitch + page.block.paragraph_gap
    excess = y - page.block.paragraph_gap - role.pitch - page.room + page.block.kicker if placed else 0.0
    if excess > 0:
        typesetter.tell_no_room("annotations", excess, role.pitch, notes[-1].text.location)
    return placed


def _key(note: Annotation, role: TypeRole, typesetter: PageTypesetter, *, baseline: Pt) -> list[PlacedLine | Circle]:
    """The key of a note as it stands at its marks, hanging in the margin before the first line of its words."""
    keys, hairline = typesetter.page.charts.keys, typesetter.page.charts.hairline
    bold = TypeRole(role.style.sized(keys.size), role.strong, role.pitch)
    line = typesetter.one_line(note.number, bold)
    x = typesetter.page.grid.left - keys.gap - keys.radius
    rise = typesetter.fonts.digit_height(Face.BOLD) * keys.size / 2
    disc = Circle(MarkRole.KEY, x, baseline - rise, keys.radius, edge=Edge(role.style.color, hairline))
    return [PlacedLine(note.id, x - line.width / 2, baseline, line), disc]


def _continuation(topic: Paragraph, part: int, parts: int, typesetter: PageTypesetter) -> tuple[Item, ...]:
    """The head of a further page of the same block; it repeats, so it belongs to no node."""
    page, role = typesetter.page, typesetter.paper.kicker
    text = (topic.continued or topic.text).settled(counted(part, parts))
    lines = typesetter.lines(text, role, page.side_width, what="topic")
    repeated = stacked(None, lines, page.grid.left, page.block.kicker, role.pitch)
    return (top_rule(page, typesetter.paper.ground), *repeated)
