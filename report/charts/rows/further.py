"""The grey row that counts the answers that a place had no room for, and says where they stand."""

from __future__ import annotations

from report.charts.marks.text import first_baseline, label_style, text_mark
from report.charts.model import Setting
from report.charts.rows.placing import PlacedRows
from report.drawing.model import MarkRole, TextMark


def further_mark(rows: PlacedRows, further: int, setting: Setting) -> tuple[TextMark, ...]:
    """The grey row that counts the answers left out, and where its page asks for it says where they stand."""
    if rows.further is None:
        return ()
    frame, words = rows.frame, setting.language.words
    size = rows.labels.type_size
    text = f"{words.further_rows.format(n=further)}: {words.appendix}"
    style = label_style(size.size, setting.ground.soft_text, is_bold=False)
    beside = first_baseline(rows.further + rows.bar / 2, 1, size)
    baseline = rows.further - frame.rows.above_gap if rows.labels.is_above else beside
    return (text_mark(MarkRole.LABEL, text, style, x=rows.label_left, baseline=baseline, fonts=setting.fonts),)
