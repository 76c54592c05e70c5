"""Which colour a mark takes on its ground: by its highlight, its role, or its place among the parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.model import ChartRow, Highlight
from report.charts.order import greatest_share
from report.drawing.model import Edge, MarkRole, Rect
from report.frozen import frozen
from report.survey.model import AnswerRole
from report.theme.model import Fill, Ground
from report.theme.perception import contrast
from report.units import Box, Color, Pt


@frozen
class Paint:
    """Fill and outline of a mark."""

    fill: Color
    edge: Edge | None = None


def mark_paint(highlight: Highlight, role: AnswerRole, ground: Ground, edge: Pt) -> Paint:
    """The paint of a bar or column: accent, second accent, pale for what is no regular answer, else muted."""
    if highlight is Highlight.PROOF:
        return Paint(ground.proof)
    if highlight is Highlight.CONTRAST:
        return Paint(ground.contrast)
    if role is not AnswerRole.REGULAR:
        return Paint(ground.pale, Edge(ground.pale_edge, edge))
    return Paint(ground.muted, Edge(ground.muted_edge, edge))


def filled(role: MarkRole, box: Box, fill: Fill, edge: Pt) -> Rect:
    """An area of that colour, with its edge inside, if it has one. edge: the width of that."""
    if fill.edge is None:
        return Rect(role, box, fill.color)
    inner = Box(box.left + edge / 2, box.top + edge / 2, box.width - edge, box.height - edge)
    return Rect(role, inner, fill.color, Edge(fill.edge, edge))


def value_color(highlight: Highlight, ground: Ground) -> Color:
    """The colour of a value beside its mark."""
    return {Highlight.PROOF: ground.proof, Highlight.CONTRAST: ground.contrast}.get(highlight, ground.text)


def part_paints(rows: Sequence[ChartRow], ground: Ground, edge: Pt) -> tuple[Paint, ...]:
    """The paints of the parts of a whole, in order: marked ones their accent, the others from dark to light.

    Equal shares have one grey. Of four greys neighbours are at least 1.3:1 apart; mid and pale come first, so three
    parts look like the house's.
    """
    marked = {Highlight.PROOF: Paint(ground.proof), Highlight.CONTRAST: Paint(ground.contrast)}
    mid, pale = Paint(ground.mid), Paint(ground.pale, Edge(ground.pale_edge, edge))
    muted = Paint(ground.muted, Edge(ground.muted_edge, edge))
    lightest = Paint(ground.track, Edge(ground.pale_edge, edge))
    highlights = [value.highlight if value else Highlight.NONE for value in (row.values[0] for row in rows)]
    shares = [greatest_share(row) for row in rows]
    plain = dict.fromkeys(share for share, mark in zip(shares, highlights, strict=True) if mark not in marked)
    greys = dict(zip(plain, (mid, muted, pale, lightest) if len(plain) > 3 else (mid, pale, lightest), strict=False))
    return tuple(
        marked[highlight] if highlight in marked else greys[share]
        for share, highlight in zip(shares, highlights, strict=True)
    )


def color_on(fill: Color, ground: Ground) -> Color:
    """The colour of a text on a filled mark: of those that the ground has for text, the one with most contrast to it.

    A house whose accent is pale has its dark colour on both accent and greys, and still marks that are dark.
    """
    candidates = (ground.on_proof, ground.on_muted, ground.ground, ground.text)
    return max(candidates, key=lambda color: contrast(color, fill))
