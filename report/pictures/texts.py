"""Words of annotations, lines of text as marks of a drawing, and the keys that tie annotations to their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.model.prose import Prose, joined
from report.charts.model import Setting
from report.document.model.nodes import Annotation
from report.drawing.model import Circle, Edge, Mark, MarkRole, TextMark
from report.text.model import Face, Line, Style
from report.units import Pt


def lines_as_marks(
    role: MarkRole, lines: Sequence[Line], pitch: Pt, *, x: Pt, baseline: Pt, setting: Setting
) -> Iterator[TextMark]:
    """The marks of lines that begin at `x`, the first on `baseline`."""
    for number, line in enumerate(lines):
        left = x
        for span in line.spans:
            width, style = setting.fonts.width(span.text, span.style), span.style
            y = baseline + number * pitch
            yield TextMark(role, span.text, style.face, style.size, style.color, left, y, width, cells=span.cells)
            left += width


def explanation(note: Annotation) -> Prose:
    """The words of an annotation as one text: a text that does not go on in the sentence stands behind a colon."""
    if not (note.lead.text and note.text.text):
        return note.lead.strong() if note.lead.text else note.text
    goes_on = note.text.text[0].islower() or not note.lead.text[-1].isalnum()
    return joined([note.lead.strong(), note.text], " " if goes_on else ": ")


def key_as_marks(number: Prose, *, left: Pt, baseline: Pt, setting: Setting) -> Iterator[Mark]:
    """The key of an annotation as it stands at its marks, from `left` on, beside words on `baseline`."""
    keys, ground, fonts = setting.measures.keys, setting.ground, setting.fonts
    style, x = Style(Face.BOLD, keys.size, ground.text), left + keys.radius
    centre = baseline - fonts.digit_height(Face.BOLD) * keys.size / 2
    edge, width = Edge(ground.text, setting.measures.hairline), fonts.width(number.text, style)
    yield Circle(MarkRole.KEY, x, centre, keys.radius, ground.ground, edge)
    yield TextMark(MarkRole.KEY, number.text, style.face, style.size, style.color, x - width / 2, baseline, width)
