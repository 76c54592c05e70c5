"""Whether painters put the same marks at the same places, judged on their rasters by programs that are not ours.

Every painter's file is rendered at 192 dpi over one ground; the ink box of a mark is the smallest rectangle around
the pixels that differ from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TypeAlias

import numpy as np
import pypdfium2
import resvg_py
from numpy.typing import NDArray
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from report.drawing.model import Drawing
from report.drawing.painters.png import paint_png
from report.drawing.painters.svg import paint_svg
from report.summary.drawing_painter import paint_drawing, register_fonts
from tests.drawing.painters.drawings import FONTS

DPI = 192
GROUND = (255, 0, 255)
"""Far from every colour of the house, white included."""

Raster: TypeAlias = NDArray[np.int16]
"""Shape (rows, columns, 3), over GROUND."""

Painter: TypeAlias = Callable[[Drawing], Raster]


def png_raster(drawing: Drawing) -> Raster:
    return _over_ground(paint_png(drawing, FONTS))


def svg_raster(drawing: Drawing) -> Raster:
    svg = paint_svg(drawing, FONTS).decode()
    return _over_ground(resvg_py.svg_to_bytes(svg_string=svg, dpi=DPI, skip_system_fonts=True))


def pdf_raster(drawing: Drawing) -> Raster:
    document = pypdfium2.PdfDocument(pdf_file(drawing))
    bitmap = document[0].render(scale=DPI / 72, fill_color=(*GROUND, 255), rev_byteorder=True)
    return np.asarray(bitmap.to_numpy()[:, :, :3], np.int16)


def pdf_file(drawing: Drawing) -> bytes:
    """A PDF whose only page is as large as the drawing."""
    register_fonts(FONTS)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(drawing.width, drawing.height), invariant=1)
    paint_drawing(canvas, drawing, FONTS, 0, drawing.height)
    canvas.save()
    return file.getvalue()


def _over_ground(picture: bytes) -> Raster:
    image = Image.open(BytesIO(picture)).convert("RGBA")
    ground = Image.new("RGBA", image.size, GROUND)
    ground.alpha_composite(image)
    return np.asarray(ground, np.int16)[:, :, :3]


PAINTERS: Mapping[str, Painter] = {"PNG": png_raster, "SVG": svg_raster, "PDF": pdf_raster}


@dataclass(frozen=True)
class InkBox:
    """The outer edges of the inked pixels, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def distance(self, other: "InkBox") -> float:
        """The largest distance of two edges of the same name."""
        pairs = zip(
            (self.left, self.top, self.right, self.bottom),
            (other.left, other.top, other.right, other.bottom),
            strict=True,
        )
        return max(abs(mine - theirs) for mine, theirs in pairs)


def _inked(raster: Raster) -> NDArray[np.bool_]:
    """Where a raster differs from its ground by more than a sixth of a channel's range."""
    inked: NDArray[np.bool_] = np.abs(raster - np.array(GROUND, np.int16)).max(axis=2) > 42
    return inked


def ink_box(raster: Raster) -> InkBox | None:
    """The smallest rectangle around the ink; None for a raster without any."""
    inked = _inked(raster)
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not rows.size:
        return None
    edges = np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]) * 72 / DPI
    return InkBox(*(float(edge) for edge in edges))


def disagreements(drawing: Drawing, painters: Mapping[str, Painter], *, tolerance: float = 0.5) -> list[str]:
    """Every mark that some painter, given it alone, puts more than `tolerance` points away from the first one's."""
    found = []
    (_, reference), *others = painters.items()
    for index, mark in enumerate(drawing.marks):
        alone = replace(drawing, marks=(mark,))
        expected = ink_box(reference(alone))
        for name, painter in others:
            actual = ink_box(painter(alone))
            if expected is None or actual is None:
                found += [f"{name}: mark {index} left no ink"] if expected is not actual else []
            elif expected.distance(actual) > tolerance:
                found.append(f"{name}: mark {index} is {expected.distance(actual):.2f} pt off")
    return found


def differing_ink(first: Raster, second: Raster) -> float:
    """Of the pixels that either raster inks, the share in which some channel differs by more than half its range."""
    assert first.shape == second.shape
    differing = np.abs(first - second).max(axis=2) > 128
    return float(differing.sum() / (_inked(first) | _inked(second)).sum())
