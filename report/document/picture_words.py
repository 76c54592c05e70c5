"""The words of a finding in a picture that stands by itself: they speak of what the picture shows, and of nothing else.

A table of many groups becomes bars of some of them. Then title, note, n and annotations are those of these groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.briefing.model import Annotation, Briefing, Exhibit, Finding
from report.briefing.model.prose import Prose, joined
from report.briefing.model.titles import share_of_all, share_of_group
from report.charts.model import Chart, ChartBook
from report.document.exhibits import annotations_of, source_of_exhibit, texts_beside
from report.document.model import PictureWords
from report.document.model.nodes import Output, Paragraph
from report.document.picture_notes import picture_note
from report.kinds import Shape
from report.survey.model import CellId, ColumnId


def picture_words(id: str, told_of: Finding, briefing: Briefing, charts: ChartBook) -> PictureWords:
    """What a picture of a finding says."""
    whole = charts.chart(told_of.id)
    spoken = [cell.column.name for cell in told_of.headline.cells if cell.question in told_of.exhibit.questions]
    chart = charts.pictured(whole, spoken)
    shown, explained, columns = told_of.exhibit, told_of.annotations, told_of.columns
    if chart.kind != whole.kind:
        shown = _exhibit(shown, chart, briefing)
        explained = tuple(each for each in explained if _speaks_of(each, shown, chart))
        columns = _columns(told_of, explained, shown, chart)
    beside, is_alone = texts_beside(told_of), chart.kind != whole.kind
    source = source_of_exhibit(f"{id}/source", shown, columns, chart, briefing, beside=beside, is_alone=is_alone)
    title = shown.title_alone or shown.title
    return PictureWords(
        id,
        chart=replace(chart, title=title),
        title=Paragraph(f"{id}/title", title, output=Output.PICTURES),
        annotations=annotations_of(id, explained, Output.PICTURES),
        source=replace(source, output=Output.PICTURES),
        note=picture_note(f"{id}/note", shown, chart, source, briefing, headline=told_of.headline),
        output=Output.PICTURES,
    )


def _exhibit(table: Exhibit, chart: Chart, briefing: Briefing) -> Exhibit:
    """What the picture of a table shows: fewer columns, and a title of these."""
    names = [column.name for column in chart.columns]
    columns = tuple(column for column in table.columns if column.name in names)
    shape = Shape.TOTAL if len(columns) == 1 else table.shape
    title = table.title if columns == table.columns else _title(table, columns, briefing)
    return replace(table, columns=columns, shape=shape, title=title, title_alone=None)


def _title(table: Exhibit, columns: Sequence[ColumnId], briefing: Briefing) -> Prose:
    """That of the author, else what the numbers of these columns are."""
    language, question = briefing.language, briefing.survey.question(table.question)
    if table.title.location:
        return table.title
    if len(columns) == 1 and not columns[0].is_total:
        share = share_of_group(briefing.tables.table(question.id).column(columns[0]), question, language)
    elif all(column.is_total for column in columns):
        share = share_of_all(question, briefing.survey, language)
    else:
        return table.title
    return joined([share, *table.scores], "; ")


def _speaks_of(each: Annotation, shown: Exhibit, chart: Chart) -> bool:
    """Whether all the figures of the question in an annotation are those of columns that the picture shows."""
    cells = (*each.lead.cells, *each.text.cells)
    return all(_is_shown(cell, shown, chart) for cell in cells if cell.question == shown.question)


def _is_shown(cell: CellId, shown: Exhibit, chart: Chart) -> bool:
    is_tick = chart.reference is not None and cell.column == _reference(chart)
    return cell.column in shown.columns or is_tick


def _reference(chart: Chart) -> ColumnId | None:
    """What the ticks of a chart are read in; None without ticks."""
    return next((row.reference.cell.id.column for row in chart.rows if row.reference), None)


def _columns(told_of: Finding, explained: Sequence[Annotation], shown: Exhibit, chart: Chart) -> tuple[ColumnId, ...]:
    """The columns whose n the note tells: those of bars and ticks, and the totals that are spoken of."""
    said = [*told_of.headline.cells, *(cell for each in explained for cell in (*each.lead.cells, *each.text.cells))]
    totals = [cell.column for cell in said if cell.question == shown.question and cell.column.is_total]
    kept = {*shown.columns, *totals, *filter(None, [_reference(chart)])}
    return tuple(column for column in told_of.columns if column in kept)
