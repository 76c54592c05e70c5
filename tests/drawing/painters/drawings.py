"""Drawings built by hand from marks, for the painters' tests; no kind of chart and no layout takes part."""

from io import BytesIO

from PIL import Image

from report.drawing.model import (
    Circle,
    Contour,
    Drawing,
    Edge,
    Mark,
    MarkRole,
    Outline,
    Polygon,
    Raster,
    Rect,
    ShownCell,
    Stroke,
    TextMark,
)
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.theme.house import HOUSE, PAPER
from report.units import Box, Color, Pt
from tests.conftest import CHECKOUT

FONTS = Fonts.in_folder(CHECKOUT / "assets" / "fonts", HOUSE.font_files)

INK, PROOF, CONTRAST, MUTED = PAPER.text, PAPER.proof, PAPER.contrast, PAPER.muted
BAR_EDGE, TRACK_EDGE = Edge(PAPER.muted_edge, 0.75), Edge(PAPER.track_edge, 0.5)
POINTS_A_PERCENT = 3.556
BARS_LEFT = 222.0


def drawing(*marks: Mark, width: Pt = 120, height: Pt = 60, shown: tuple[ShownCell, ...] = ()) -> Drawing:
    return Drawing(width, height, marks, title="Ziele", alternative="Balken: <A> & B", language="de-DE", shown=shown)


def run(
    text: str, x: Pt, y: Pt, *, size: Pt = 18, face: Face = Face.REGULAR, color: Color = INK, tracking: float = 0.0
) -> TextMark:
    """A text whose left end and baseline are (x, y)."""
    width = FONTS.width(text, Style(face, size, color, tracking))
    return TextMark(MarkRole.LABEL, text, face, size, color, x, y, width, tracking)


def rect(left: Pt, top: Pt, width: Pt, height: Pt, *, fill: Color | None = None, edge: Edge | None = None) -> Rect:
    return Rect(MarkRole.BAR, Box(left, top, width, height), fill, edge)


def shown_cell(answer: str, text: str) -> ShownCell:
    return ShownCell(f"goals/{answer}@w2016", "goals", answer, "w2016", "published", text)


def one_of_each() -> Drawing:
    """Every kind of mark with everything a painter can be asked to do with it, none on a whole pixel."""
    return drawing(
        rect(3.3, 3.4, 30.2, 12.1, fill=PROOF),
        rect(40.1, 3.4, 30.2, 12.1, edge=Edge(INK, 1.5)),
        rect(77.7, 3.4, 30.2, 12.1, fill=MUTED, edge=Edge(INK, 1, (3, 2.4))),
        Circle(MarkRole.DOT, 12.3, 30.7, 6.1, fill=CONTRAST),
        Circle(MarkRole.RING, 32.3, 30.7, 8.2, edge=Edge(INK, 1, (2.6, 2.2))),
        Stroke(MarkRole.LEADER, 45.3, 22.2, 71.9, 38.1, INK, 1.4),
        Stroke(MarkRole.BREAK, 78.3, 21.2, 78.3, 40.9, INK, 1, (3, 2.4)),
        Stroke(MarkRole.AXIS, 84.3, 21.2, 110.3, 21.2, INK, 2, (4,)),
        Polygon(MarkRole.VALUE, ((90.1, 40.2), (98.4, 26.3), (106.7, 40.2)), CONTRAST),
        run("KICKER", 3.3, 54.2, size=12, face=Face.BOLD, color=PROOF, tracking=0.05),
        run("51\N{NO-BREAK SPACE}% ja\N{NON-BREAKING HYPHEN}nein", 62.4, 54.2, size=9.5),
    )


LABELS = (
    "Bekanntheit steigern",
    "Tätigkeit AVATAR Wort",
    "Dialogbereitschaft zeigen",
    "Typografie: Tö, Vä, Yg",
    "office fließend: LT AW",
    "Kundenservice verbessern",
    "7 von 10, 11 %, „Av“",
)
VALUES = (77, 72, 57, 51, 48, 21, 7)


def bar_chart(rows: int = 7) -> Drawing:
    """Bars on their tracks, labels full of pairs that kerning would draw closer; seven are 604 x 300, as on a slide."""
    pairs = list(zip(LABELS, VALUES, strict=True))[:rows]
    marks = [mark for row, pair in enumerate(pairs) for mark in _bar(row, *pair)]
    shown = tuple(shown_cell(f"a{row}", f"{value}\N{NO-BREAK SPACE}%") for row, (_, value) in enumerate(pairs))
    return drawing(*marks, width=604, height=15.1 + 40.7 * rows, shown=shown)


def _bar(row: int, label: str, value: int) -> tuple[Mark, ...]:
    top, length = 8.1 + row * 40.7, value * POINTS_A_PERCENT
    color = {0: PROOF, 1: PROOF, 5: CONTRAST}.get(row, MUTED)
    is_marked = color is not MUTED
    face, size = (Face.BOLD, 26) if is_marked else (Face.REGULAR, 18)
    digits = run(
        str(value),
        BARS_LEFT + length + 9,
        top + 14.4 + 0.325 * size,
        size=size,
        face=face,
        color=color if is_marked else INK,
    )
    return (
        rect(BARS_LEFT, top, 100 * POINTS_A_PERCENT, 28.8, fill=PAPER.track, edge=TRACK_EDGE),
        rect(BARS_LEFT, top, length, 28.8, fill=color, edge=None if is_marked else BAR_EDGE),
        run(label, 0, top + 20.2, face=face),
        digits,
        run("\N{NO-BREAK SPACE}%", digits.x + digits.width, digits.y, size=16, face=face, color=digits.color),
        run("innen", BARS_LEFT + 4, top + 20.2, size=12, color=PAPER.on_proof if is_marked else PAPER.on_muted),
    )


def emblems() -> Drawing:
    """Logos: an area with a hole and a curve, an open line, and pixels of which half let shine through."""
    around = Contour((10.0, 10.0), (((40.0, 10.0),), ((50.0, 10.0), (50.0, 40.0), (40.0, 40.0)), ((10.0, 40.0),)))
    hole = Contour((18.0, 18.0), (((18.0, 32.0),), ((32.0, 32.0),), ((32.0, 18.0),)))
    wave = Contour((60.0, 35.0), (((70.0, 5.0), (80.0, 45.0), (90.0, 15.0)),), is_closed=False)
    pixels = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    pixels.paste((106, 27, 154, 255), (0, 0, 20, 20))
    file = BytesIO()
    pixels.save(file, "PNG")
    marks = (
        Outline(MarkRole.LOGO, (around, hole), CONTRAST),
        Outline(MarkRole.LOGO, (wave,), edge=Edge(CONTRAST, 3.0)),
        Raster(MarkRole.LOGO, Box(100.0, 10.0, 40.0, 20.0), file.getvalue()),
    )
    return Drawing(150.0, 51.0, marks, "logos", "logos", "de", ())
