"""A drawing on a PDF page, read by pypdf and PDFium: text layer, fonts, place, and a canvas left as it was."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from report.drawing.model import Drawing
from report.summary.drawing_painter import font_name, paint_drawing, register_fonts
from report.text.model import Face
from tests.drawing.painters.drawings import (
    CONTRAST,
    FONTS,
    INK,
    LABELS,
    VALUES,
    bar_chart,
    drawing,
    one_of_each,
    rect,
    run,
)


def page(draw: Callable[[Canvas], None], *, width: float = 604, height: float = 300) -> bytes:
    register_fonts(FONTS)
    file = BytesIO()
    font = font_name(FONTS, Face.REGULAR)
    canvas = Canvas(file, (width, height), initialFontName=font, invariant=1)  # type: ignore[arg-type]  # a wrong stub
    draw(canvas)
    canvas.save()
    return file.getvalue()


def painted(chart: Drawing, left: float = 0, top: float = 300) -> bytes:
    return page(lambda canvas: paint_drawing(canvas, chart, FONTS, left, top))


def text_lines(pdf: bytes) -> list[str]:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()


def ink_on_page(pdf: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not white, in whole points from the upper left corner."""
    pixels = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_numpy()[:, :, :3]
    inked = (pixels < 128).any(axis=2)
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def test_every_label_and_value_is_text_that_can_be_read_and_searched() -> None:
    text = " ".join(text_lines(painted(bar_chart())))

    assert [label for label in LABELS if label not in text] == []
    assert [value for value in VALUES if f"{value}" not in text] == []


def test_no_break_space_and_hyphen_are_in_the_text_layer_as_those_that_are_drawn() -> None:
    text = "51\N{NO-BREAK SPACE}% ja\N{NON-BREAKING HYPHEN}nein auf\N{SOFT HYPHEN}wärts"

    assert text_lines(painted(drawing(run(text, 5, 30)))) == ["51 % ja-nein aufwärts"]


def test_tracked_capitals_stay_one_word_and_do_not_track_what_follows() -> None:
    def draw(canvas: Canvas) -> None:
        paint_drawing(canvas, drawing(run("KICKER", 5, 30, tracking=0.5)), FONTS, 0, 300)
        canvas.setFont(font_name(FONTS, Face.REGULAR), 20)
        canvas.drawString(100, 100, "||||")

    left, _, right, _ = ink_on_page(page(draw))

    assert left < 10
    assert right == pytest.approx(100 + run("||||", 0, 0, size=20).width, abs=5)


def test_only_the_two_faces_are_in_the_file_and_embedded() -> None:
    fonts = PdfReader(BytesIO(painted(bar_chart()))).pages[0]["/Resources"]["/Font"]  # type: ignore[index]

    descriptors = {
        str(font["/BaseFont"]).split("+")[-1]: "/FontFile2" in font["/FontDescriptor"]
        for font in (reference.get_object() for reference in fonts.values())
    }
    assert descriptors == {"Carlito": True, "Carlito-Bold": True}


def test_left_and_top_place_the_upper_left_corner_on_the_page() -> None:
    corner = drawing(rect(10, 20, 30, 5, fill=INK))

    assert ink_on_page(painted(corner, left=100, top=280)) == (110, 40, 140, 45)  # 300 - 280 + 20 from above


def test_the_canvas_is_left_as_it_was() -> None:
    def line(canvas: Canvas) -> None:
        canvas.setLineWidth(4)
        canvas.line(10, 10, 110, 10)
        canvas.rect(10, 20, 100, 5, stroke=0, fill=1)

    def draw(canvas: Canvas) -> None:
        paint_drawing(canvas, one_of_each(), FONTS, 300, 200)
        line(canvas)

    with_drawing = pypdfium2.PdfDocument(page(draw))[0].render(scale=2).to_numpy()
    alone = pypdfium2.PdfDocument(page(line))[0].render(scale=2).to_numpy()

    lower_left = np.s_[-80:, :300]
    assert (with_drawing[lower_left] == alone[lower_left]).all()


def test_colours_are_those_of_the_marks() -> None:
    pixels = pypdfium2.PdfDocument(painted(drawing(rect(0, 0, 120, 60, fill=CONTRAST))))[0].render(
        scale=1, rev_byteorder=True
    )

    assert tuple(pixels.to_numpy()[30, 60, :3]) == (CONTRAST.red, CONTRAST.green, CONTRAST.blue)


def test_fonts_are_registered_once() -> None:
    names = [font_name(FONTS, face) for face in Face]
    register_fonts(FONTS)
    first = [pdfmetrics.getFont(name) for name in names]

    register_fonts(FONTS)

    assert all(font is again for font, again in zip(first, map(pdfmetrics.getFont, names), strict=True))


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert painted(bar_chart()) == painted(bar_chart())
