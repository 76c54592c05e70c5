"""Small numbered keys: what ties the words of an annotation to its marks where lines have no room.

  label     ① |▇▇▇▇▇▇▇▇▇▇▇▇ 77 %      |        a key at every mark,
  label       |▇▇▇▇▇▇▇▇ 57 %          |
① Mehr als sieben von zehn ...                 and the same before the words, which stand elsewhere
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from report.charts.marks.text import digit_height, text_mark
from report.charts.model import NoteRequest, Setting
from report.drawing.model import Circle, Edge, Mark, MarkRole
from report.text.model import Face, Style
from report.units import Pt


def keys_by_mark(notes: Sequence[NoteRequest]) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the annotations that explain a mark, by its name, counted from 1."""
    names = dict.fromkeys(name for note in notes for name in note.at)
    return {name: tuple(number for number, note in enumerate(notes, 1) if name in note.at) for name in names}


def keys_width(count: int, setting: Setting) -> Pt:
    """The width of so many keys side by side."""
    keys = setting.measures.keys
    return count * 2 * keys.radius + max(0, count - 1) * keys.gap


def key_marks(numbers: Sequence[int], *, left: Pt, centre: Pt, setting: Setting) -> tuple[Mark, ...]:
    """Keys side by side from `left` on, around a height: an edged disc that shows on any mark, and its number."""
    ground, keys, fonts = setting.ground, setting.measures.keys, setting.fonts
    style, marks = Style(Face.BOLD, keys.size, ground.text), list[Mark]()
    edge = Edge(ground.text, setting.measures.hairline)
    for place, number in enumerate(numbers):
        x, text = left + keys.radius + place * (2 * keys.radius + keys.gap), str(number)
        start = x - fonts.width(text, style) / 2
        baseline = centre + digit_height(fonts) * keys.size / 2
        marks += [
            Circle(MarkRole.KEY, x, centre, keys.radius, ground.ground, edge),
            text_mark(MarkRole.KEY, text, style, x=start, baseline=baseline, fonts=fonts),
        ]
    return tuple(marks)
