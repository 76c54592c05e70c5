"""The band of a break: a pale field between waves that are not comparable, and the words that say what changed.

    ▇▇▇   :  Limited           :   ▇▇▇
    ▇▇▇   :  comparability     :   ▇▇▇       the reason inside, where the band is wide enough
    ▇▇▇   :  2014: four ...    :   ▇▇▇
───────── //                  // ─────────   the axis is interrupted
"""

from __future__ import annotations

from collections.abc import Sequence

from report.charts.kinds.columns.slots import Slots
from report.charts.marks.signs import break_sign
from report.charts.marks.text import CAP_HEIGHT, balanced_lines, label_style, line_marks, widest
from report.charts.model import ChartBreak, Setting
from report.drawing.model import Mark, MarkRole, Rect, Stroke, TextMark
from report.frozen import frozen
from report.text.breaking import SLACK
from report.text.flowing import flow_window
from report.text.model import Line
from report.units import NOISE, Box, Pt

MOST_LINES = 4
"""Of the reason inside a band."""
MOST_HEAD_LINES = 2
"""Of the words above it."""


@frozen
class Band:
    """The ends of a band, and the break it stands for.

    words: the lines of the reason, if they stand inside; head: those above them.
    """

    left: Pt
    right: Pt
    found: ChartBreak
    head: tuple[Line, ...] = ()
    words: tuple[Line, ...] = ()

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
    return band_between(left, right, found, height, setting)


def band_between(left: Pt, right: Pt, found: ChartBreak, height: Pt, setting: Setting) -> Band:
    """The band from left to right; without words if it is too narrow or too low for them."""
    measures = setting.measures.columns.band
    room, bare = right - left - 2 * measures.pad, Band(left, right, found)
    if right - left < measures.text_least:
        return bare
    head, reason = _head(found.head, room, setting), _reason(found.reason, room, setting)
    lines = (*head, *reason)
    is_whole = len(head) <= MOST_HEAD_LINES and len(reason) <= MOST_LINES
    if not is_whole or widest(lines) > room + NOISE or any(line.is_divided for line in lines):
        return bare
    told = Band(left, right, found, head, reason)
    return told if height_inside(told, setting) <= height else bare


def height_inside(band: Band, setting: Setting) -> Pt:
    """How far down the words in a band reach, with the room for a ring below them."""
    lines = len(band.head) - 1 + len(band.words)
    columns = setting.measures.columns
    return columns.band.head + lines * setting.measures.note.pitch + 2 * columns.ring


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
    head = balanced_lines(band.found.head, bold, width - room, fonts, setting.language)
    reason = _reason(band.found.reason, width - room, setting)
    return (*sign, *_words(head, reason, x=x + room, baseline=baseline, setting=setting))


def _reason(reason: str, width: Pt, setting: Setting) -> tuple[Line, ...]:
    """The reason in lines, clause by clause where those are few enough, and each in two lines where one needs them.

    A frame has one width: where one clause fills it, a program fills it with the other too, but for a last word.
    """
    style = label_style(setting.measures.note.size, setting.ground.soft_text, is_bold=False)
    told, fonts, language = reason.replace("; ", ";\n"), setting.fonts, setting.language
    clauses = balanced_lines(told, style, width, fonts, language)
    if len(clauses) > MOST_LINES:
        return balanced_lines(reason, style, width, fonts, language)
    if flow_window(clauses, width):
        return clauses
    narrower = balanced_lines(told, style, widest(clauses) - 2 * SLACK, fonts, language)
    is_even = len(clauses) < len(narrower) <= MOST_LINES and flow_window(narrower, width) is not None
    return narrower if is_even else clauses


def _words_inside(band: Band, setting: Setting) -> tuple[TextMark, ...]:
    if not band.has_words:
        return ()
    measures = setting.measures.columns.band
    return _words(band.head, band.words, x=band.left + measures.pad, baseline=measures.head, setting=setting)


def _words(
    head: Sequence[Line], reason: Sequence[Line], *, x: Pt, baseline: Pt, setting: Setting
) -> tuple[TextMark, ...]:
    """The words above a reason and the reason below them, each a text of its own."""
    pitch, fonts = setting.measures.note.pitch, setting.fonts
    below = baseline + len(head) * pitch
    return (
        *line_marks(MarkRole.NOTE, head, pitch, x=x, baseline=baseline, fonts=fonts),
        *line_marks(MarkRole.NOTE, reason, pitch, x=x, baseline=below, fonts=fonts),
    )


def _head(head: str, width: Pt, setting: Setting) -> tuple[Line, ...]:
    """The words above the reason, in lines."""
    bold = label_style(setting.measures.label.size, setting.ground.text, is_bold=True)
    return balanced_lines(head, bold, width, setting.fonts, setting.language)
