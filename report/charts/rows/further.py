"""The grey row that counts the answers that a place had no room for, and says where they stand."""

from __future__ import annotations

from report.charts.marks.text import first_baseline, label_style, text_mark
from report.charts.model import Chart, Setting
from report.charts.rows.placing import PlacedRows
from report.drawing.model import MarkRole, TextMark


def further_mark(rows: PlacedRows, chart: Chart, setting: Setting) -> tuple[TextMark, ...]:
    """The grey row that counts the answers left out, and says where they stand, or that they were not published."""
    if rows.further is None:
        return ()
    frame, words = rows.frame, setting.language.words
    size = rows.labels.type_size
    places = {words.appendix: chart.further - chart.without_figures, words.not_published: chart.without_figures}
    text = " · ".join(f"{words.further_rows.format(n=n)}: {place}" for place, n in places.items() if n)
    style = label_style(size.size, setting.ground.soft_text, is_bold=False)
    beside = first_baseline(rows.further + rows.bar / 2, 1, size)
    baseline = rows.further - frame.rows.above_gap if rows.labels.is_above else beside
    return (text_mark(MarkRole.LABEL, text, style, x=rows.label_left, baseline=baseline, fonts=setting.fonts),)
