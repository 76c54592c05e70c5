"""The band of a break: a pale field between waves that are not comparable, and the words that say what changed.

    ▇▇▇   :  Question changed  :   ▇▇▇       the reason inside, where the band is wide enough
    ▇▇▇   :  2014: four ...    :   ▇▇▇
───────── //                  // ─────────   the axis is interrupted
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.charts.kinds.columns.slots import Slots
from report.charts.marks.signs import break_sign
from report.charts.marks.text import CAP_HEIGHT, balanced_lines, label_style, line_marks, text_mark, widest
from report.charts.model import ChartBreak, Setting
from report.drawing.model import Mark, MarkRole, Rect, Stroke, TextMark
from report.text.model import Line, Style
from report.units import Box, Pt

MOST_LINES = 4
"""Of the reason inside a band."""


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


def band_of(found: ChartBreak, slots: Slots, height: Pt, setting: Setting, least: Pt) -> Band:
    """The band between the columns of a break: clear of both, and wider than that only to be seen at all.

    height: of the band at most; words stand inside as far as they leave room for a ring below them. least: its width.
    """
    measures, (_, before) = setting.measures.columns.band, slots.ends(found.before)
    after, _ = slots.ends(found.after)
    width = max(least, after - before - 2 * measures.clear)
    middle = (before + after) / 2
    left, right = middle - width / 2, middle + width / 2
    return Band(left, right, found, lines_inside(found, width, height, setting))


def band_marks(band: Band, axis: Pt, setting: Setting, gaps: Sequence[tuple[Pt, Pt]] = ()) -> list[Mark]:
    """The field, its dashed edges, the signs where the axis is cut, and the words that stand inside.

    gaps: from where to where down the field is interrupted, from the highest on.
    """
    ground, measures, sign = setting.ground, setting.measures.columns.band, setting.measures.break_sign
    width, ends = band.right - band.left, [0.0, *(y for gap in gaps for y in gap), axis]
    pieces = [(top, bottom) for top, bottom in zip(ends[::2], ends[1::2], strict=True) if top < bottom]
    marks = list[Mark](
        Rect(MarkRole.BAND, Box(band.left, top, width, bottom - top), ground.panel) for top, bottom in pieces
    )
    for x in (band.left, band.right):
        marks += [
            Stroke(MarkRole.BAND, x, top, x, bottom, ground.leader, measures.stroke, measures.dash)
            for top, bottom in pieces
        ]
        marks += break_sign(x, axis, ground.soft_text, sign)
    return marks + list(_words_inside(band, setting))


def words_beside(band: Band, *, x: Pt, top: Pt, width: Pt, setting: Setting) -> tuple[Mark, ...]:
    """The words of a break whose band is too narrow for them, behind the sign that marks it; `top` is a cap's top."""
    ground, fonts, measures, note = setting.ground, setting.fonts, setting.measures, setting.measures.note
    baseline, room = top + CAP_HEIGHT * note.size, measures.columns.band.sign_room
    sign_x = x + room / 2 - measures.columns.band.sign_inset
    sign = break_sign(sign_x, (top + baseline) / 2, ground.soft_text, measures.break_sign)
    bold = label_style(note.size, ground.text, is_bold=True)
    head = text_mark(MarkRole.NOTE, band.found.head, bold, x=x + room, baseline=baseline, fonts=fonts)
    lines = _reason(band.found.reason, width - room, setting)
    below = baseline + note.pitch
    return (*sign, head, *line_marks(MarkRole.NOTE, lines, note.pitch, x=x + room, baseline=below, fonts=fonts))


def lines_inside(found: ChartBreak, width: Pt, height: Pt, setting: Setting) -> tuple[Line, ...]:
    """The reason in the band; none if the band is too narrow or too low for it or for the head line."""
    measures = setting.measures.columns.band
    room = width - 2 * measures.pad
    head = setting.fonts.width(found.head, _head_style(setting))
    if width < measures.text_least or head > room:
        return ()
    lines = _reason(found.reason, room, setting)
    end = measures.head + len(lines) * setting.measures.note.pitch + 2 * setting.measures.columns.ring
    is_whole = len(lines) <= MOST_LINES and widest(lines) <= room and not any(line.is_divided for line in lines)
    return lines if is_whole and end <= height else ()


def _reason(reason: str, width: Pt, setting: Setting) -> tuple[Line, ...]:
    """The reason in lines, clause by clause where those are few enough."""
    style = label_style(setting.measures.note.size, setting.ground.soft_text, is_bold=False)
    clauses = balanced_lines(reason.replace("; ", ";\n"), style, width, setting.fonts, setting.language)
    if len(clauses) <= MOST_LINES:
        return clauses
    return balanced_lines(reason, style, width, setting.fonts, setting.language)


def _words_inside(band: Band, setting: Setting) -> tuple[TextMark, ...]:
    if not band.has_words:
        return ()
    measures, fonts, pitch = setting.measures.columns.band, setting.fonts, setting.measures.note.pitch
    x, bold = band.left + measures.pad, _head_style(setting)
    head = text_mark(MarkRole.NOTE, band.found.head, bold, x=x, baseline=measures.head, fonts=fonts)
    below = measures.head + pitch
    return (head, *line_marks(MarkRole.NOTE, band.words, pitch, x=x, baseline=below, fonts=fonts))


def _head_style(setting: Setting) -> Style:
    return label_style(setting.measures.label.size, setting.ground.text, is_bold=True)
