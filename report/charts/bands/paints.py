"""Which colours the parts of a row take: those of a net from strong to weak, the others in greys, or their own."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from report.charts.marks.colors import Paint, color_on
from report.charts.marks.series import is_weak, series_colors, series_paint
from report.charts.model import ChartColumn, ChartRow, ChartValue, Highlight, Setting
from report.drawing.model import Edge
from report.theme.model import Fill, Ground, NetColors, Pair
from report.theme.perception import OF_TEXT, contrast
from report.units import Color

STEPS = 100
"""In how many steps a strong tone becomes a weak one, where one is sought on which numbers can be read."""


def net_paints(marks: Sequence[Highlight], *, is_first: bool, setting: Setting) -> list[Paint]:
    """The paints of the parts of a net, from the left; is_first: its outer end is the left one, which is strong."""
    colors = _nets(setting)
    pairs = {Highlight.PROOF: colors.proof, Highlight.CONTRAST: colors.contrast, Highlight.NONE: colors.muted}
    paints = [tones(pairs[mark], len(marks), setting) for mark in marks]
    order = range(len(marks)) if is_first else range(len(marks) - 1, -1, -1)
    return [paints[place][tone] for place, tone in enumerate(order)]


def tones(pair: Pair, count: int, setting: Setting) -> list[Paint]:
    """So many tones of a pair, the strong one first; all but that with an edge, which a pale one needs.

    They lie as far from each other, but where numbers could not be read on one.
    """
    edge = Edge(setting.ground.muted_edge, setting.measures.edge)
    found, share = [Paint(pair.strong)] * min(count, 1), 0.0
    for left in range(count - 1, 0, -1):
        share = _readable(pair, share + (1 - share) / left, setting.ground)
        found.append(Paint(_mix(pair, share), edge))
    return found


def _readable(pair: Pair, share: float, ground: Ground) -> float:
    """The share, or the next one up at which a colour of text stands out from the mixture; the share where none does.

    Between a strong and a weak colour lie some that are too dark for dark letters and too light for light ones.
    """
    mixed = ((weaker / STEPS, _mix(pair, weaker / STEPS)) for weaker in range(ceil(share * STEPS), STEPS + 1))
    found = ((share, _mix(pair, share)), *mixed)
    return next((each for each, color in found if contrast(color_on(color, ground), color) >= OF_TEXT), share)


def other_paints(marks: Sequence[Highlight], setting: Setting, *, has_net: bool) -> list[Paint]:
    """The paints of parts outside a net, in their order: greys from dark to light; a marked one its accent."""
    ground, edge = setting.ground, setting.measures.edge
    accents = {Highlight.PROOF: Paint(ground.proof), Highlight.CONTRAST: Paint(ground.contrast)}
    greys = _greys(len(marks), setting, has_net=has_net)
    return [
        accents.get(mark) or Paint(fill.color, Edge(fill.edge, edge) if fill.edge else None)
        for mark, fill in zip(marks, greys, strict=True)
    ]


def series_paints(
    columns: Sequence[ChartColumn], values: Sequence[ChartValue | None], rows: Sequence[ChartRow], setting: Setting
) -> list[Paint]:
    """The paints of parts whose answers have colours of their own; none where the house names none, or too few."""
    pairs = zip(series_colors(columns, setting.ground), values, strict=False)
    edge = setting.measures.edge
    return [series_paint(color, edge, is_weak=is_weak(value, rows)) for color, value in pairs]


def _greys(count: int, setting: Setting, *, has_net: bool) -> list[Fill]:
    """Those beside a net; where they are more, or there is no net, the darker ones of segments before them."""
    ground = setting.ground
    outside = list(_nets(setting).outside)
    if has_net and count <= len(outside):
        return outside[:count]
    segments = list(ground.several.segments[-1])
    if count <= len(segments) and not has_net:
        sizes = {len(fills): list(fills) for fills in ground.several.segments}
        return sizes.get(count, segments[:count])
    darker = [fill for fill in segments if fill not in outside]
    found = [*darker[max(0, len(darker) + len(outside) - count) :], *outside]
    return [*found, *[found[-1]] * count][:count]


def _nets(setting: Setting) -> NetColors:
    nets = setting.ground.several.nets
    assert nets is not None, "every ground of the house has colours of nets"
    return nets


def _mix(pair: Pair, share: float) -> Color:
    """A colour between the two of a pair: 0 is the strong one, 1 the weak one."""
    if share >= 1:
        return pair.weak
    strong, weak = pair.strong, pair.weak
    ends = ((strong.red, weak.red), (strong.green, weak.green), (strong.blue, weak.blue))
    red, green, blue = (round(start + (end - start) * share) for start, end in ends)
    return Color(red, green, blue)
