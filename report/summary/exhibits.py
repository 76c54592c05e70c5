"""Draws the exhibits of a summary at their final width, before the tree that holds them is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from report.briefing.model import Briefing, Exhibit
from report.charts.model import ChartBook, Highlight, Setting
from report.diagnostics import Diagnostic
from report.drawing.model import Drawing
from report.formats.page_kinds import PageFormat
from report.text.fonts import Fonts
from report.theme.model import Theme
from report.units import Box


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The cover's field, and the charts by the id of their finding or statement."""

    field: Drawing
    charts: Mapping[str, Drawing]


def draw_exhibits(
    briefing: Briefing, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat
) -> tuple[Exhibits, tuple[Diagnostic, ...]]:
    """All drawings of the summary; a chart that cannot be laid out is told, and left blank to check the rest."""
    paper = Setting(page.charts, theme.paper, fonts, briefing.language)
    cover = Setting(page.charts, theme.ground(page.title_page.ground), fonts, briefing.language)
    drawn = {id: _draw(id, exhibit, charts, paper, page) for id, exhibit in _exhibits(briefing)}
    figure = briefing.cover.figure
    field = charts.field(figure.cell, figure.number, page.title_page.field_size, cover, Highlight.PROOF)
    blank = Drawing(page.measure, 0.0, (), "", "", briefing.language.tag, ())
    return (
        Exhibits(field, {id: blank if isinstance(result, Diagnostic) else result for id, result in drawn.items()}),
        tuple(result for result in drawn.values() if isinstance(result, Diagnostic)),
    )


def _exhibits(briefing: Briefing) -> Iterator[tuple[str, Exhibit]]:
    for block in briefing.sequence():
        if block.exhibit:
            yield block.id, block.exhibit


def _draw(id: str, exhibit: Exhibit, charts: ChartBook, setting: Setting, page: PageFormat) -> Drawing | Diagnostic:
    """The chart without the stamp of a failed claim: its block carries one."""
    chart, kind = replace(charts.chart(id), is_supported=True), charts.kind(exhibit.kind)
    refused = kind.refusal(chart)
    if refused:
        return refused
    height = kind.natural_height(chart, page.measure, setting)
    return kind.lay_out(chart, Box(page.grid.left, 0.0, page.measure, height), setting)
