"""The width of what stands on one line."""

from __future__ import annotations

from collections.abc import Sequence

from report.text.fonts import Fonts
from report.text.model import Line, Span
from report.units import Pt


def spans_width(spans: Sequence[Span], fonts: Fonts) -> Pt:
    """The width of spans set one after the other on one line.

    Tracking also stands where one span meets the next (that of the left one), never after the last: cutting a
    span in two changes no width.
    """
    full = [span for span in spans if fonts.drawn(span.text)]
    widths = sum(fonts.width(span.text, span.style) for span in full)
    return widths + sum(span.style.tracking * span.style.size for span in full[:-1])


def one_line(spans: Sequence[Span], fonts: Fonts) -> Line:
    """The spans as a single line, however wide: for what is never broken, such as a value beside its bar."""
    return Line(tuple(spans), spans_width(spans, fonts))


def unevenness(lines: Sequence[Line]) -> float:
    """How far the line farthest from the mean width is from it, as a share of the mean (0.1 = 10 %); 0.0 for none."""
    mean = sum(line.width for line in lines) / len(lines) if lines else 0.0
    return max(abs(line.width - mean) for line in lines) / mean if mean else 0.0
