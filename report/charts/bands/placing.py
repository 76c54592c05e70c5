"""Where the bars of several questions or groups stand: below the names of their answers, the total apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report.charts.marks.text import first_baseline, label_style, line_marks, text_mark
from report.charts.model import Chart, NoteRequest, Setting
from report.charts.row_counts import count_of, rows_shown
from report.charts.rows.placing import PlacedRows, place_rows
from report.diagnostics import Diagnostic
from report.drawing.model import Mark, MarkRole, Stroke
from report.formats.across import AcrossMeasures
from report.formats.rows import RowFrames
from report.language.model import Words
from report.text.measuring import one_line
from report.text.model import Span
from report.units import NOISE, Pt

BASE_GAP = 0.6
"""From a label to its n behind it, as a share of the size."""


def place_bands(
    chart: Chart,
    width: Pt,
    height: Pt,
    measures: AcrossMeasures,
    setting: Setting,
    notes: Sequence[NoteRequest] = (),
    *,
    head: Pt,
) -> PlacedRows | Diagnostic:
    """The rows in a place of that size (an infinite height: as the chart likes it), or why they do not fit.

    head: what stands over them.
    """
    most, least = measures.after_total if has_total(chart) else (0.0, 0.0)
    placed = _placed(chart, width, height - head - most, measures, setting, notes)
    if isinstance(placed, Diagnostic) and least < most:
        most = least
        placed = _placed(chart, width, height - head - least, measures, setting, notes)
    if isinstance(placed, Diagnostic):
        return placed
    tops = tuple(top + head + (most if number else 0.0) for number, top in enumerate(placed.tops))
    return replace(placed, tops=tops, further=None, height=placed.height + head + most)


def row_capacity(height: Pt, measures: AcrossMeasures) -> int:
    """How many rows of one line fit, and no more than a page may show."""
    rows = measures.frame.rows
    pitch, first = rows.least_pitch, 0.0
    if not measures.frame.beside:
        size = measures.frame.sizes[-1]
        first = rows.above_gap + size.size
        pitch = max(pitch, first + rows.least_bar + rows.clear)
    fitting = (height - measures.head.height - first - rows.bar + NOISE) / pitch + 1
    return max(0, int(min(measures.most_rows, fitting)))


def has_total(chart: Chart) -> bool:
    """Whether the first row stands for all who were asked, before others."""
    return len(chart.rows) > 1 and chart.rows[0].is_total


def label_marks(chart: Chart, rows: PlacedRows, measures: AcrossMeasures, setting: Setting) -> list[Mark]:
    """The labels, and below them in grey how many were asked; above their bars where there is no room beside these.

    There the n stands behind the label if it has room, for the note says it too.
    """
    marks, labels, fonts = list[Mark](), rows.labels, setting.fonts
    size, gap = labels.type_size, rows.frame.rows.above_gap
    grey = label_style(min(measures.base.size, size.size), setting.ground.soft_text, is_bold=False)
    for number, (row, lines) in enumerate(zip(chart.rows, labels.lines, strict=True)):
        count = len(lines) if row.base is None else labels.count(number)
        if labels.is_above:
            baseline = rows.tops[number] - gap - (count - 1) * size.pitch
        else:
            baseline = first_baseline(rows.centre(number), count, size)
        x = rows.label_left
        marks += line_marks(MarkRole.LABEL, lines, size.pitch, x=x, baseline=baseline, fonts=fonts)
        if row.base is not None:
            left, line = x, baseline + len(lines) * size.pitch
            if labels.is_above:
                left, line = x + lines[-1].width + BASE_GAP * size.size, line - size.pitch
            base = text_mark(MarkRole.NOTE, row.base.text, grey, x=left, baseline=line, fonts=fonts)
            if not labels.is_above or left + base.width <= rows.track.left + rows.track.length:
                marks.append(base)
    return marks


def total_rule(chart: Chart, rows: PlacedRows, width: Pt, setting: Setting) -> list[Mark]:
    """The hairline below the row of all who were asked."""
    if not has_total(chart) or rows.labels.is_above:
        return []
    y = (rows.tops[0] + rows.bar + rows.tops[1]) / 2
    return [Stroke(MarkRole.RULE, 0.0, y, width, y, setting.ground.hairline, setting.measures.hairline)]


def left_out_marks(chart: Chart, measures: AcrossMeasures, room: Pt, setting: Setting) -> list[Mark]:
    """How many of the rows are shown, and where all are, in grey beside the names; nothing where all are."""
    found = left_out(chart, setting.language.words)
    size, fonts = measures.head.name, setting.fonts
    style = label_style(size.size, setting.ground.soft_text, is_bold=False)
    whole = " ".join(found)
    told = found if fonts.width(whole, style) > room else (whole,) if whole else ()
    lines = [one_line((Span(line, style),), fonts) for line in told]
    first = measures.head.line - (len(lines) - 1) * size.pitch
    return [*line_marks(MarkRole.NOTE, lines, size.pitch, x=0.0, baseline=first, fonts=fonts)]


def left_out(chart: Chart, words: Words) -> tuple[str, ...]:
    """The two halves of the words that say how many rows are shown of how many; none where all are."""
    if not chart.further:
        return ()
    shown = rows_shown(chart, words).format(shown=(count := count_of(chart)), all=count + chart.further)
    return (f"{shown},", words.all_in_appendix)


def _placed(
    chart: Chart,
    width: Pt,
    height: Pt,
    measures: AcrossMeasures,
    setting: Setting,
    notes: Sequence[NoteRequest],
) -> PlacedRows | Diagnostic:
    frame = measures.frame
    if any(row.base for row in chart.rows):
        most = max(frame.rows.least_pitch, min(frame.rows.most_pitch, measures.group_pitch))
        frame = replace(frame, rows=replace(frame.rows, most_pitch=most))
    bars = replace(setting.measures.bars, by_rows=(RowFrames(len(chart.rows), (frame,)),))
    of_bands = replace(setting, measures=replace(setting.measures, bars=bars))
    return place_rows(replace(chart, further=0), width, height, of_bands, notes)
