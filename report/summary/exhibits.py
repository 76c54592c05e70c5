"""Draws the exhibits of a summary at their final width, before the tree that holds them is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from report.briefing.model import Briefing, Exhibit
from report.charts.model import ChartBook, Highlight, Medium, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.summary.grid import LEFT, RIGHT, WIDTH
from report.text.fonts import Fonts
from report.theme.model import Theme
from report.units import Box, Pt

FIELD_SIZE: Pt = 198.0
FIELD_LEFT: Pt = RIGHT - FIELD_SIZE


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The cover's field, and the charts by the id of their finding or statement."""

    field: Drawing
    charts: Mapping[str, Drawing]


def draw_exhibits(
    briefing: Briefing, charts: ChartBook, fonts: Fonts, theme: Theme
) -> tuple[Exhibits, tuple[Diagnostic, ...]]:
    """All drawings of the summary; a chart that cannot be laid out is told, and left blank to check the rest."""
    paper = Setting(Medium.PAGE, theme.paper, fonts, briefing.language)
    ink = Setting(Medium.PAGE, theme.ink, fonts, briefing.language)
    drawn = {id: _draw(id, exhibit, charts, paper) for id, exhibit in _exhibits(briefing)}
    figure = briefing.cover.figure
    field = charts.field(figure.cell, figure.number, FIELD_SIZE, ink, Highlight.PROOF)
    blank = Drawing(WIDTH, 0.0, (), "", "", briefing.language.tag, ())
    return (
        Exhibits(field, {id: blank if isinstance(result, Diagnostic) else result for id, result in drawn.items()}),
        tuple(result for result in drawn.values() if isinstance(result, Diagnostic)),
    )


def _exhibits(briefing: Briefing) -> Iterator[tuple[str, Exhibit]]:
    for block in briefing.sequence():
        if block.exhibit:
            yield block.id, block.exhibit


def _draw(id: str, exhibit: Exhibit, charts: ChartBook, setting: Setting) -> Drawing | Diagnostic:
    """The chart without the stamp of a failed claim: its block carries one."""
    chart, kind = replace(charts.chart(id), is_supported=True), charts.kind(exhibit.kind)
    refused = kind.refusal(chart)
    if refused:
        return refused
    height = kind.natural_height(chart, WIDTH, setting)
    return kind.lay_out(chart, Box(LEFT, 0.0, WIDTH, height), setting)
