"""The grey row that counts the answers that a place had no room for, and says where they stand."""

from __future__ import annotations

from report.charts.marks.text import first_baseline, label_style, text_mark
from report.charts.model import Chart, Setting
from report.charts.rows.placing import PlacedRows
from report.charts.rows.spacing import further_height
from report.drawing.model import MarkRole, TextMark
from report.language.model import Words


def further_mark(rows: PlacedRows, chart: Chart, setting: Setting) -> tuple[TextMark, ...]:
    """The grey row that counts the answers left out, and says where they stand, or that they were not published."""
    if rows.further is None:
        return ()
    frame, words = rows.frame, setting.language.words
    size = rows.labels.type_size
    style = label_style(size.size, setting.ground.soft_text, is_bold=False)
    beside = first_baseline(rows.further + further_height(frame.rows, rows.bar) / 2, 1, size)
    baseline = rows.further - frame.rows.above_gap if rows.labels.is_above else beside
    text = _text(chart, words)
    return (text_mark(MarkRole.LABEL, text, style, x=rows.label_left, baseline=baseline, fonts=setting.fonts),)


def _text(chart: Chart, words: Words) -> str:
    """How many stand in the appendix, and how many have no figure there either: "3 weitere: Anhang"."""
    hidden = chart.without_figures
    if hidden == chart.further:
        return f"{words.further_rows.format(n=hidden)}: {words.not_published}"
    in_appendix = f"{words.further_rows.format(n=chart.further - hidden)}: {words.appendix}"
    return f"{in_appendix} · {words.n_unpublished.format(n=hidden)}" if hidden else in_appendix
