"""Draws the exhibits of a document at their final width for the page, before it is placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from report.charts.model import Chart, ChartBook, NoteRequest, Setting
from report.diagnostics import Diagnostic
from report.document.model import Document, FindingSection
from report.document.model.nodes import Illustration, Node, Output, walk
from report.drawing.model import Drawing
from report.formats.page_kinds import PageFormat
from report.language.model import Language
from report.summary.blocks.head import MOST_HEADLINE_LINES
from report.text.fonts import Fonts
from report.theme.model import Theme
from report.units import Box, Pt

LEAST_ROWS = 3
"""Rows that a chart keeps, however long its labels are."""


def draw_exhibits(
    document: Document, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat
) -> tuple[Mapping[str, Drawing], tuple[Diagnostic, ...]]:
    """All drawings of the summary by their nodes; one that cannot be laid out is told, and left blank."""
    paper = Setting(page.charts, theme.paper, fonts, document.language)
    cover = Setting(page.charts, theme.ground(page.title_page.ground), fonts, document.language)
    shown = [(node.id, node.chart) for node in walk(document, Output.SUMMARY) if isinstance(node, Illustration)]
    field, notes = document.cover.field, _notes(document.body)
    drawn = {id: _drawn(chart, notes.get(id, ()), charts, paper, page) for id, chart in shown if id != field.id}
    blank = Drawing(page.measure, 0.0, (), "", "", document.language.tag, ())
    drawings = {id: blank if isinstance(result, Diagnostic) else result for id, result in drawn.items()}
    return (
        {field.id: charts.field(field.chart, page.title_page.field_size, cover), **drawings},
        tuple(result for result in drawn.values() if isinstance(result, Diagnostic)),
    )


def redraw_exhibits(
    section: Node, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat, language: Language
) -> Mapping[str, Drawing]:
    """The drawings of a section for a page that is set closer, by their nodes; none of what has no room there."""
    paper = Setting(page.charts, theme.paper, fonts, language)
    notes = _notes([section])
    shown = [(node.id, node.chart) for node in walk(section, Output.SUMMARY) if isinstance(node, Illustration)]
    drawn = {id: _drawn(chart, notes.get(id, ()), charts, paper, page) for id, chart in shown}
    return {id: drawing for id, drawing in drawn.items() if isinstance(drawing, Drawing)}


def height_of(chart: Chart, charts: ChartBook, fonts: Fonts, theme: Theme, page: PageFormat, language: Language) -> Pt:
    """How high the chart wants to be on a page, with all its rows; 0 where it cannot have them beside its labels."""
    chart, kind = replace(chart, is_supported=True), charts.kind(chart.kind)
    setting = Setting(page.charts, theme.paper, fonts, language)
    if kind.refusal(chart) or len(chart.rows) > kind.capacity(chart, inf, setting):
        return 0.0
    return kind.natural_height(chart, page.measure, setting)


def _notes(sections: Sequence[Node]) -> dict[str, tuple[NoteRequest, ...]]:
    """What the annotations of findings explain, by the node of their exhibit; their words stand in the side column."""
    findings = [section for section in sections if isinstance(section, FindingSection)]
    return {
        each.exhibit.id: tuple(NoteRequest(note.at, location=note.location) for note in each.annotations)
        for each in findings
    }


def _drawn(
    chart: Chart, notes: Sequence[NoteRequest], charts: ChartBook, setting: Setting, page: PageFormat
) -> Drawing | Diagnostic:
    """The chart; where labels find no room beside its marks, as in a narrow place, which has them above."""
    usual = _draw(chart, notes, charts, setting, page)
    if isinstance(usual, Drawing):
        return usual
    narrow = _draw(chart, notes, charts, replace(setting, measures=page.narrow_charts), page)
    return narrow if isinstance(narrow, Drawing) else usual


def _draw(
    chart: Chart, notes: Sequence[NoteRequest], charts: ChartBook, setting: Setting, page: PageFormat
) -> Drawing | Diagnostic:
    """The chart without the stamp of a failed claim: its block carries one.

    Rows that are more than a page shows, or together higher than one, leave out the smallest; the appendix shows them
    all. Where no head tells how many, a row of the chart does.
    """
    chart, kind = replace(chart, is_supported=True), charts.kind(chart.kind)
    refused = kind.refusal(chart)
    if refused:
        return refused
    least, capacity = len(chart.rows) if kind.kind.is_whole else LEAST_ROWS, kind.capacity(chart, inf, setting)
    is_told_above = kind.kind.lies_across or kind.kind.counts_in_head or kind.kind.has_total
    if len(chart.rows) > capacity and not kind.kind.is_whole:
        chart = charts.largest(chart, capacity if is_told_above else capacity - 1)
    fewer = (charts.largest(chart, count) for count in range(len(chart.rows) - 1, least - 1, -1))
    for shown in (chart, *fewer):
        height = kind.natural_height(shown, page.measure, setting)
        if height <= _most_height(page):
            return kind.lay_out(shown, Box(page.grid.left, 0.0, page.measure, height), setting, notes)
    height = kind.natural_height(chart, page.measure, setting)
    return kind.lay_out(chart, Box(page.grid.left, 0.0, page.measure, height), setting, notes)


def _most_height(page: PageFormat) -> Pt:
    """What a page has room for below the longest headline and above a line of text."""
    block, headline = page.block, (MOST_HEADLINE_LINES - 1) * page.roles.headline.pitch
    return page.room - (block.headline + headline + block.headline + block.chart + block.text)
