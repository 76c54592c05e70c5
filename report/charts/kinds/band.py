"""The band of a break: a pale field between waves that are not comparable, and the words that say what changed.

    ▇▇▇   :  Question changed  :   ▇▇▇       the reason inside, where the band is wide enough
    ▇▇▇   :  2014: four ...    :   ▇▇▇
───────── //                  // ─────────   the axis is interrupted
"""

from __future__ import annotations

from dataclasses import dataclass

from report.charts.kinds.lettering import balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.kinds.measures import CAP_HEIGHT
from report.charts.kinds.signs import break_sign
from report.charts.kinds.slots import ColumnMeasures, Slots
from report.charts.model import ChartBreak, Setting
from report.drawing.model import Mark, MarkRole, Rect, Stroke, TextMark
from report.text.model import Line
from report.units import Box, Pt

MOST_LINES = 4
"""Of the reason inside a band."""
EDGE: Pt = 1.0
EDGE_DASH = (3.0, 2.4)
SIGN_ROOM: Pt = 20.0
"""What the sign takes before the words of a break that stand beside the chart, on a slide."""


@dataclass(frozen=True, slots=True)
class Band:
    """The ends of a band, and the break it stands for. words: the lines of the reason, if they stand inside."""

    left: Pt
    right: Pt
    found: ChartBreak
    words: tuple[Line, ...]

    @property
    def has_words(self) -> bool:
        """Whether the reason stands inside the band."""
        return bool(self.words)


def band_of(found: ChartBreak, slots: Slots, measures: ColumnMeasures, setting: Setting) -> Band:
    """The band between the columns of a break: clear of both, and wider than that only to be seen at all."""
    _, before = slots.ends(found.before)
    after, _ = slots.ends(found.after)
    width = max(measures.band, after - before - 2 * measures.clear)
    middle = (before + after) / 2
    left, right = middle - width / 2, middle + width / 2
    return Band(left, right, found, _lines_inside(found, width, measures, setting))


def band_marks(band: Band, axis: Pt, measures: ColumnMeasures, setting: Setting) -> list[Mark]:
    """The field, its dashed edges, the signs where the axis is cut, and the words that stand inside."""
    ground, sign = setting.ground, measures.sign
    marks: list[Mark] = [Rect(MarkRole.BAND, Box(band.left, 0.0, band.right - band.left, axis), ground.panel)]
    for x in (band.left, band.right):
        marks.append(Stroke(MarkRole.BAND, x, 0.0, x, axis, ground.leader, EDGE * sign, EDGE_DASH))
        marks += break_sign(x, axis, ground.soft_text, sign)
    return marks + list(_words_inside(band, measures, setting))


def words_height(band: Band, measures: ColumnMeasures) -> Pt:
    """From the top of the band to the last baseline of its words."""
    return measures.head + len(band.words) * measures.note.pitch if band.has_words else 0.0


def words_beside(
    band: Band, *, x: Pt, top: Pt, width: Pt, measures: ColumnMeasures, setting: Setting
) -> tuple[Mark, ...]:
    """The words of a break whose band is too narrow for them, behind the sign that marks it; `top` is a cap's top."""
    ground, fonts, note = setting.ground, setting.fonts, measures.note
    baseline, room = top + CAP_HEIGHT * note.size, SIGN_ROOM * measures.sign
    sign = break_sign(x + room / 2 - 4.0 * measures.sign, (top + baseline) / 2, ground.soft_text, measures.sign)
    bold = label_style(note.size, ground.text, is_bold=True)
    head = text_mark(MarkRole.NOTE, band.found.head, bold, x=x + room, baseline=baseline, fonts=fonts)
    lines = _reason(band.found.reason, width - room, measures, setting)
    below = baseline + note.pitch
    return (*sign, head, *line_marks(MarkRole.NOTE, lines, note.pitch, x=x + room, baseline=below, fonts=fonts))


def _lines_inside(found: ChartBreak, width: Pt, measures: ColumnMeasures, setting: Setting) -> tuple[Line, ...]:
    """The reason in the band; none if the band is too narrow for it or for the head line."""
    room = width - 2 * measures.pad
    head = setting.fonts.width(found.head, label_style(measures.labels[0].size, setting.ground.text, is_bold=True))
    if width < measures.text_band or head > room:
        return ()
    lines = _reason(found.reason, room, measures, setting)
    fits = len(lines) <= MOST_LINES and widest(lines) <= room and not any(line.is_divided for line in lines)
    return lines if fits else ()


def _reason(reason: str, width: Pt, measures: ColumnMeasures, setting: Setting) -> tuple[Line, ...]:
    """The reason in lines, clause by clause where those are few enough."""
    style = label_style(measures.note.size, setting.ground.soft_text, is_bold=False)
    clauses = balanced_lines(reason.replace("; ", ";\n"), style, width, setting.fonts, setting.language)
    if len(clauses) <= MOST_LINES:
        return clauses
    return balanced_lines(reason, style, width, setting.fonts, setting.language)


def _words_inside(band: Band, measures: ColumnMeasures, setting: Setting) -> tuple[TextMark, ...]:
    if not band.has_words:
        return ()
    x, fonts, pitch = band.left + measures.pad, setting.fonts, measures.note.pitch
    bold = label_style(measures.labels[0].size, setting.ground.text, is_bold=True)
    head = text_mark(MarkRole.NOTE, band.found.head, bold, x=x, baseline=measures.head, fonts=fonts)
    below = measures.head + pitch
    return (head, *line_marks(MarkRole.NOTE, band.words, pitch, x=x, baseline=below, fonts=fonts))
