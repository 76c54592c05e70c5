"""Frames around measured text: where the box of a shape must lie so that its baselines come to stand as wanted.

Measured in LibreOffice: a first baseline lies 0.996 of the size under the box's top with the font's own spacing, and
the pitch less 0.206 of the size with an exact pitch. The slack keeps a renderer with wider advances from wrapping;
it lies on the side where the text ends, so the flush side never moves. These are the renderer's measures, not the
format's: they hold on slides of every size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report.deck.model import LEFT_OF_TEXT, Alignment, PlacedParagraph, PlacedText, Placeholder
from report.text.model import Line
from report.typesetting.places import Fitted
from report.units import Box, Pt

SINGLE_ASCENT = 0.996
EXACT_DESCENT = 0.206
SLACK_SHARE = 0.03
SLACK: Pt = 8.0
BELOW_BASELINE = 0.3
"""What a frame reaches below the last baseline, as a share of the size."""


def place_text(
    name: str,
    paragraphs: Iterable[PlacedParagraph],
    *,
    x: Pt,
    baseline: Pt,
    alignment: Alignment = Alignment.LEFT,
    placeholder: Placeholder | None = None,
    least_width: Pt = 0.0,
    shows_capitals: bool = False,
    leads_to: str | None = None,
    node: str | None = None,
) -> PlacedText:
    """A text whose lines stand flush at `x` (left or right edge, or middle), the first on `baseline`; not an empty one.

    least_width: of the frame; a placeholder is as wide as its place, so that a longer text has room.
    """
    kept = tuple(paragraph for paragraph in paragraphs if paragraph.lines)
    text = PlacedText(
        name, Box(x, baseline, 0, 0), kept, baseline, alignment, placeholder, shows_capitals, leads_to, node=node
    )
    widest = max(line.width for paragraph in kept for line in paragraph.lines)
    width = max(slack_width(widest), least_width, *(paragraph.measure for paragraph in kept))
    hang = kept[0].hang
    left = x - hang if alignment is Alignment.LEFT else x - LEFT_OF_TEXT[alignment] * width
    top = baseline - first_baseline(line_size(kept[0].lines[0]), kept[0].pitch)
    bottom = text.baselines[-1] + BELOW_BASELINE * line_size(kept[-1].lines[-1])
    return replace(text, box=Box(left, top, width + hang, bottom - top))


def paragraph(fitted: Fitted, *, space_before: Pt = 0.0, hang: Pt = 0.0) -> PlacedParagraph:
    """The lines of a text as a paragraph at their pitch."""
    return PlacedParagraph(fitted.lines, fitted.type.pitch, space_before, hang, fitted.measure)


def slack_width(width: Pt) -> Pt:
    """The width of a frame around a text of that width."""
    return width * (1 + SLACK_SHARE) + SLACK


def unslacked(width: Pt) -> Pt:
    """The width of the widest text that a frame of that width is made for; the inverse of `slack_width`."""
    return (width - SLACK) / (1 + SLACK_SHARE)


def single(line: Line, measure: Pt = 0.0) -> tuple[PlacedParagraph, ...]:
    """A text of one line, with the font's own spacing; measure: the width that there is for it, if it may grow."""
    return (PlacedParagraph((line,), None, measure=measure),)


def first_baseline(size: Pt, pitch: Pt | None) -> Pt:
    """How far the first baseline lies under the top of the box."""
    return SINGLE_ASCENT * size if pitch is None else pitch - EXACT_DESCENT * size


def line_size(line: Line) -> Pt:
    """The largest size on a line; it decides how high the line is."""
    return max((span.style.size for span in line.spans), default=0.0)
