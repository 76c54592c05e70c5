"""What painting charts into a PDF takes: our painter over matplotlib's PDF backend, of the same marks.

Each chart of the gallery is a page of its own. matplotlib gets the marks as its own artists, at their places, in the
house's font as Type 3, which is its default; nothing is left for it to lay out.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.artist import Artist
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle as CirclePatch
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.patches import Polygon as PolygonPatch
from matplotlib.path import Path as Outlined
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from reportlab.pdfgen.canvas import Canvas

from report import pipeline
from report.drawing.model import Circle, Drawing, Edge, Mark, Outline, Polygon, Rect, Stroke, TextMark
from report.summary.drawing_painter import font_name, paint_drawing, register_fonts
from report.summary.model import PlacedDrawing
from report.text.fonts import Fonts
from report.text.model import Face
from report.units import Color

GALLERY = Path(__file__).parents[1] / "gallery" / "briefing" / "briefing.yaml"
ROUNDS = 5
CURVES = {1: Outlined.LINETO, 2: Outlined.CURVE3, 3: Outlined.CURVE4}
"""matplotlib's codes, by the points of a step."""


@dataclass(frozen=True)
class PaintingCost:
    """The seconds that charts take, painted by us and by matplotlib, and the bytes of both files."""

    n_charts: int
    ours: float
    theirs: float
    our_bytes: int
    their_bytes: int

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs


def painting_cost(fonts: Fonts) -> PaintingCost:
    """The medians of some rounds, in which one file is written after the other."""
    drawings = _drawings()
    painters: tuple[Callable[[Sequence[Drawing], Fonts], bytes], ...] = (_by_us, _by_matplotlib)
    sizes = [len(paint(drawings, fonts)) for paint in painters]  # the first round has fonts to read
    rounds = [[_seconds(paint, drawings, fonts) for paint in painters] for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    return PaintingCost(len(drawings), ours, theirs, *sizes)


def _drawings() -> list[Drawing]:
    source = pipeline.Source(GALLERY, GALLERY.name, GALLERY.parent.name)
    telling = pipeline.tell(pipeline.read(source), ["de"], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.SUMMARY])
    return [item.drawing for page in layouts.summary.pages for item in page.body if isinstance(item, PlacedDrawing)]


def _seconds(paint: Callable[[Sequence[Drawing], Fonts], bytes], drawings: Sequence[Drawing], fonts: Fonts) -> float:
    start = time.process_time()
    paint(drawings, fonts)
    return time.process_time() - start


def _by_us(drawings: Sequence[Drawing], fonts: Fonts) -> bytes:
    register_fonts(fonts)
    file = io.BytesIO()
    font = font_name(fonts, Face.REGULAR)
    canvas = Canvas(file, pageCompression=1, initialFontName=font)  # type: ignore[arg-type]  # the stub is wrong
    for drawing in drawings:
        canvas.setPageSize((drawing.width, drawing.height))
        paint_drawing(canvas, drawing, fonts, 0, drawing.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _by_matplotlib(drawings: Sequence[Drawing], fonts: Fonts) -> bytes:
    file = io.BytesIO()
    faces = {face: FontProperties(fname=str(fonts.file(face))) for face in Face}
    with PdfPages(file) as pages:
        for drawing in drawings:
            figure = Figure(figsize=(drawing.width / 72, drawing.height / 72))
            place = Affine2D().scale(1 / drawing.width, -1 / drawing.height).translate(0, 1) + figure.transFigure
            for mark in drawing.marks:
                artist = _artist(mark, fonts, faces, place)
                artist.set_transform(place)
                figure.add_artist(artist)
            pages.savefig(figure)
    return file.getvalue()


def _artist(mark: Mark, fonts: Fonts, faces: dict[Face, FontProperties], place: Transform) -> Artist:
    match mark:
        case Rect(box=box):
            return _painted(Rectangle((box.left, box.top), box.width, box.height), mark.fill, mark.edge)
        case Circle():
            return _painted(CirclePatch((mark.x, mark.y), mark.radius), mark.fill, mark.edge)
        case Polygon():
            return _painted(PolygonPatch(mark.points), mark.fill, None)
        case Stroke():
            style = (0, mark.dash) if mark.dash else "-"
            return Line2D(
                [mark.x1, mark.x2], [mark.y1, mark.y2], color=mark.color.hex, lw=mark.width, ls=style, transform=place
            )
        case Outline():
            return _painted(PathPatch(_outline(mark)), mark.fill, mark.edge)
        case TextMark():
            text = fonts.drawn(mark.text).replace("$", r"\$")
            return Text(
                mark.x, mark.y, text, color=mark.color.hex, fontsize=mark.size, fontproperties=faces[mark.face].copy()
            )
    raise TypeError(f"{type(mark).__name__} is no mark of a chart")


def _painted(patch: Patch, fill: Color | None, edge: Edge | None) -> Patch:
    patch.set_facecolor(fill.hex if fill else "none")
    patch.set_edgecolor(edge.color.hex if edge else "none")
    patch.set_linewidth(edge.width if edge else 0)
    return patch


def _outline(mark: Outline) -> Outlined:
    points, codes = list[tuple[float, float]](), list[int]()
    for contour in mark.contours:
        points.append(contour.start)
        codes.append(int(Outlined.MOVETO))
        for step in contour.steps:
            points += step
            codes += [int(CURVES[len(step)])] * len(step)
    return Outlined(points, codes)
