"""Words in the head of a chart: what has to be known of it, from the left, and what its last column tells.

Double scale · 6 of 24 answers (all in the appendix)                              Change in percentage points //
// Limited comparability: list of answers changed
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.charts.marks.signs import break_sign
from report.charts.marks.text import CAP_HEIGHT, label_style, line_marks, text_mark
from report.charts.model import ChartBreak, Setting
from report.drawing.model import Mark, MarkRole
from report.frozen import frozen
from report.text.breaking import break_lines
from report.text.model import Line, Span
from report.units import Pt


@frozen
class HeadNote:
    """A sentence of the head, behind a bold lead-in. is_break: it explains the sign of a break."""

    text: str
    lead: str = ""
    is_break: bool = False


@frozen
class HeadLine:
    """A line of the head, how far right it begins, and whether the sign of a break stands before it.

    after: the line of the same sentence before it.
    """

    line: Line
    indent: Pt
    has_sign: bool
    after: Line | None = None

    @property
    def right(self) -> Pt:
        """Where it ends."""
        return self.indent + self.line.width


@frozen
class Head:
    """The lines of the head; right: words at the right end of the first one. has_sign: before these, that of a break.

    starts: the line in which the first of `lines` stands.
    """

    lines: tuple[HeadLine, ...]
    right: str
    width: Pt
    has_sign: bool = False
    starts: int = 0

    @property
    def count(self) -> int:
        """How many lines are taken."""
        return max(self.starts + len(self.lines), 1 if self.right else 0)

    def right_of(self, number: int) -> Pt:
        """The x where the words in the line of that number end, from the left."""
        place = number - self.starts
        return self.lines[place].right if 0 <= place < len(self.lines) else 0.0


def head_of(notes: Sequence[HeadNote], right: str, width: Pt, setting: Setting, *, has_sign: bool = False) -> Head:
    """The head of a chart in a place of that width."""
    measures = setting.measures.head_notes
    taken = right_width(right, setting, has_sign=has_sign)
    room = width - taken - measures.gap if right else width
    is_beside = room >= measures.least
    lines = tuple(line for note in notes for line in _lines(note, room if is_beside else width, setting))
    return Head(lines, right, width, has_sign, 0 if is_beside or not lines else 1)


def right_width(right: str, setting: Setting, *, has_sign: bool) -> Pt:
    """The width of the words at the right end, with the sign before them."""
    style = label_style(setting.measures.head_notes.text.size, setting.ground.soft_text, is_bold=False)
    return setting.fonts.width(right, style) + (setting.measures.head_notes.sign_room if has_sign else 0.0)


def baseline(number: int, setting: Setting) -> Pt:
    """The baseline of a line of the head."""
    measures = setting.measures.head_notes
    return measures.first + number * measures.text.pitch


def head_marks(head: Head, setting: Setting) -> Iterator[Mark]:
    """All words of the head, and the signs before them."""
    measures, fonts, ground = setting.measures.head_notes, setting.fonts, setting.ground
    for number, each in enumerate(head.lines, head.starts):
        y = baseline(number, setting)
        if each.has_sign:
            yield from sign_before(each.indent, y, setting)
        yield from line_marks(
            MarkRole.NOTE, (each.line,), 0.0, x=each.indent, baseline=y, fonts=fonts, after=each.after
        )
    if head.right:
        style, y = label_style(measures.text.size, ground.soft_text, is_bold=False), baseline(0, setting)
        x = head.width - fonts.width(head.right, style)
        if head.has_sign:
            yield from sign_before(x, y, setting)
        yield text_mark(MarkRole.NOTE, head.right, style, x=x, baseline=y, fonts=fonts)


def sign_before(x: Pt, y: Pt, setting: Setting) -> tuple[Mark, ...]:
    """The sign of a break before words that begin at x on a baseline, at the left end of its room."""
    measures, sign = setting.measures.head_notes, setting.measures.break_sign
    left, centre = x - measures.sign_room, y - CAP_HEIGHT * measures.text.size / 2
    return break_sign(left + sign.width / 2, centre, setting.ground.soft_text, sign)


def break_notes(breaks: Sequence[ChartBreak], setting: Setting, *, has_other_labels: bool) -> Iterator[HeadNote]:
    """What the signs of breaks mean: what changed in the question, else that answers read otherwise.

    has_other_labels: whether an answer read otherwise before.
    """
    for found in breaks:
        if found.answer is None:
            reason = f": {found.reason}" if found.reason else ""
            yield HeadNote(reason, found.head, is_break=True)
    if all(found.answer for found in breaks) and (breaks or has_other_labels):
        yield HeadNote(setting.language.words.answer_changed, is_break=True)


def _lines(note: HeadNote, width: Pt, setting: Setting) -> Iterator[HeadLine]:
    """The lines of a sentence; all begin where the first one does."""
    measures, ground = setting.measures.head_notes, setting.ground
    indent = measures.sign_room if note.is_break else 0.0
    bold, plain = (
        label_style(measures.text.size, color, is_bold=is_bold)
        for color, is_bold in ((ground.text, True), (ground.soft_text, False))
    )
    spans = [Span(text, style) for text, style in ((note.lead, bold), (note.text, plain)) if text]
    lines = break_lines(spans, width - indent, setting.fonts, setting.language, balanced=True)
    for number, line in enumerate(lines):
        yield HeadLine(line, indent, note.is_break and number == 0, lines[number - 1] if number else None)
