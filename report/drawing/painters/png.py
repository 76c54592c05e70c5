"""A drawing as PNG: matplotlib's Agg rasteriser, a palette with alpha, the shown cells as JSON.

Only the rasteriser itself is used, on paths: no Figure, no settings, no font manager, no FreeType. Text is painted as
the outlines of its glyphs at their exact places, because a bitmap glyph can only stand on whole pixels; it looks the
same and takes the same time. Nothing is snapped to pixels, so that all painters put a mark at the same place.

    Drawing ── marks as paths ──> Agg ── true colour ──> palette ── indices ──> PNG
    pt, y down                    pixels
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from report.drawing.model import (
    Circle,
    Contour,
    Dash,
    Drawing,
    Edge,
    Mark,
    Outline,
    Polygon,
    Raster,
    Rect,
    Stroke,
    TextMark,
)
from report.drawing.painters.agg import CLOSE, CUBIC, LINE, MOVE, QUADRATIC, VectorPath, placement, rasteriser
from report.drawing.painters.metadata import metadata_json
from report.drawing.painters.palette import IndexedPicture, Pixels, indexed
from report.text.fonts import Fonts
from report.text.model import Face
from report.text.outlines import glyph_contours, placed_glyphs
from report.units import Color, Pt

if TYPE_CHECKING:
    from numpy.typing import NDArray

CELLS_KEY = "befund:cells"
"""Keyword of the iTXt chunk that holds `metadata_json`."""

PERCEPTUAL = b"\0"
"""Content of the sRGB chunk: the colours are sRGB, to be rendered perceptually. Source: PNG, 11.3.2.5."""

COMPRESSION = 6
"""zlib level: 9 saves a tenth of the bytes and takes seven times as long."""

CIRCLE_CONTROL = 0.5522847498
"""Length of the control arms of a quarter circle as a cubic Bézier curve, in radii: 4/3 (sqrt 2 - 1)."""

Rgba: TypeAlias = tuple[float, float, float, float]
"""A colour as Agg takes it, each channel 0 to 1."""


def paint_png(drawing: Drawing, fonts: Fonts, *, dpi: float = 192) -> bytes:
    """The drawing as a PNG file in sRGB, transparent where no mark is; the same drawing gives the same bytes.

    The picture is the nearest whole number of pixels wide and high; the drawing is stretched or shrunk to fill it (by
    half a pixel at most), so that every mark is at its place where the picture is shown at the drawing's size.
    """
    picture = indexed(_pixels(drawing, fonts, dpi), _flat_colors(drawing))
    return _encoded(picture, metadata_json(drawing), dpi)


def _pixels(drawing: Drawing, fonts: Fonts, dpi: float) -> Pixels:
    columns, rows = max(1, round(drawing.width * dpi / 72)), max(1, round(drawing.height * dpi / 72))
    agg = rasteriser(columns, rows, dpi)
    page = placement(columns / drawing.width, -rows / drawing.height, 0.0, rows)
    for mark in drawing.marks:
        _paint(agg, mark, fonts, page)
    return np.asarray(agg)


def _paint(agg: Any, mark: Mark, fonts: Fonts, page: NDArray[np.float64]) -> None:
    match mark:
        case Rect(box=box, fill=fill, edge=edge):
            corners = (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
            _draw(agg, _polygon(corners), page, fill, edge)
        case Circle(fill=fill, edge=edge):
            _draw(agg, _circle(mark), page, fill, edge)
        case Polygon(points=points, fill=fill):
            _draw(agg, _polygon(points), page, fill)
        case Stroke():
            line = VectorPath.of([(mark.x1, mark.y1), (mark.x2, mark.y2)], [MOVE, LINE])
            _draw(agg, line, page, None, Edge(mark.color, mark.width, mark.dash))
        case Outline(contours=contours, fill=fill, edge=edge):
            _draw(agg, _outline(contours), page, fill, edge)
        case Raster():
            _lay(np.asarray(agg), mark, page)
        case TextMark():
            scale = mark.size / fonts.units_per_em(mark.face)
            _draw(agg, _text(mark, fonts), page @ placement(scale, -scale, mark.x, mark.y), mark.color)


def _draw(agg: Any, path: VectorPath, place: NDArray[np.float64], fill: Color | None, edge: Edge | None = None) -> None:
    pen = _Pen(_rgba(edge.color), edge.width, (0.0, edge.dash or None)) if edge else _Pen()
    agg.draw_path(pen, path, place, _rgba(fill) if fill else None)


def _polygon(points: Sequence[tuple[Pt, Pt]]) -> VectorPath:
    return VectorPath.of([*points, points[0]], [MOVE, *[LINE] * (len(points) - 1), CLOSE])


def _circle(circle: Circle) -> VectorPath:
    """Four curves from the rightmost point, downwards first, as in SVG: so dashes agree in all painters."""
    center, radius = np.array([circle.x, circle.y]), circle.radius
    points = [center + radius * _COMPASS[0]]
    for start, end in pairwise(_COMPASS):
        points += [center + radius * (start + CIRCLE_CONTROL * end), center + radius * (end + CIRCLE_CONTROL * start)]
        points.append(center + radius * end)
    return VectorPath.of([*points, points[0]], [MOVE, *[CUBIC] * 12, CLOSE])


_COMPASS = tuple(np.array(direction) for direction in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)))
"""Right, down, left, up and right again, y down."""


def _outline(contours: Sequence[Contour]) -> VectorPath:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for contour in contours:
        points += contour.points
        codes += [MOVE, *(code for step in contour.steps for code in [LINE if len(step) == 1 else CUBIC] * len(step))]
        points += [contour.start] if contour.is_closed else []
        codes += [CLOSE] if contour.is_closed else []
    return VectorPath.of(points, codes)


def _lay(pixels: Pixels, raster: Raster, page: NDArray[np.float64]) -> None:
    """Lay a picture over what is painted so far, at the nearest whole pixels."""
    box, (rows, _, _) = raster.box, pixels.shape
    left, top, _ = page @ (box.left, box.top, 1.0)
    right, bottom, _ = page @ (box.right, box.bottom, 1.0)
    x, y = round(left), round(rows - top)
    size = max(1, round(right - left)), max(1, round(top - bottom))
    over = Image.open(BytesIO(raster.content)).convert("RGBA").resize(size, Image.Resampling.LANCZOS)
    under = Image.fromarray(pixels)
    under.alpha_composite(over, (x, y))
    pixels[:] = np.asarray(under)


def _text(mark: TextMark, fonts: Fonts) -> VectorPath:
    """All glyphs of a run as one path in font units, y upwards."""
    points, codes = [np.empty((0, 2))], [np.empty(0, np.uint8)]
    for glyph in placed_glyphs(mark.text, mark.face, mark.tracking, fonts):
        outline, steps = _glyph(fonts, mark.face, glyph.char)
        points.append(outline + np.array((glyph.x, 0.0)))
        codes.append(steps)
    return VectorPath.of(np.concatenate(points), np.concatenate(codes))


@lru_cache(maxsize=2048)
def _glyph(fonts: Fonts, face: Face, char: str) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for (start,), *steps in glyph_contours(fonts, face, char):
        points += [start, *(point for step in steps for point in step), start]
        codes += [MOVE, *(code for step in steps for code in _STEP_CODES[len(step)]), CLOSE]
    return np.array(points, np.float64).reshape(-1, 2), np.array(codes, np.uint8)


_STEP_CODES = {1: (LINE,), 2: (QUADRATIC, QUADRATIC)}
"""Codes of one step of a contour, by its number of points."""


@dataclass(frozen=True)
class _Pen:
    """The graphics context, field by field as Agg's C++ side asks for it; widths and dashes in points.

    matplotlib's own class for it lives in a module that loads the font manager.
    """

    _rgb: Rgba = (0.0, 0.0, 0.0, 0.0)
    _linewidth: Pt = 0.0
    _dashes: tuple[float, Dash | None] = (0.0, None)
    _alpha: float = 1.0
    _forced_alpha: bool = False
    _antialiased: bool = True
    _capstyle: str = "butt"
    _joinstyle: str = "miter"
    _cliprect: None = None

    def get_dashes(self) -> tuple[float, Dash | None]:
        return self._dashes

    def get_snap(self) -> bool:
        """Never: by default Agg moves upright lines to whole pixels, away from where the other painters put them."""
        return False

    def get_clip_path(self) -> tuple[None, None]:
        return None, None

    def get_hatch_path(self) -> None:
        return None

    def get_hatch_color(self) -> Rgba:
        return self._rgb

    def get_hatch_linewidth(self) -> Pt:
        return 0.0

    def get_sketch_params(self) -> None:
        return None


def _rgba(color: Color) -> Rgba:
    return color.red / 255, color.green / 255, color.blue / 255, 1.0


def _flat_colors(drawing: Drawing) -> list[Color]:
    """Every colour that a mark is filled, edged or written with."""
    colors: list[Color] = []
    for mark in drawing.marks:
        match mark:
            case Rect(fill=fill, edge=edge) | Circle(fill=fill, edge=edge) | Outline(fill=fill, edge=edge):
                colors += [fill] if fill else []
                colors += [edge.color] if edge else []
            case Raster(content=content):
                colors += _commonest(content)
            case Polygon(fill=color) | Stroke(color=color) | TextMark(color=color):
                colors.append(color)
    return colors


def _commonest(content: bytes) -> list[Color]:
    """The colours that most of a picture has and that nothing shines through."""
    pixels = Image.open(BytesIO(content)).convert("RGBA")
    counted = sorted(pixels.getcolors(pixels.width * pixels.height) or (), key=lambda each: (-each[0], each[1]))
    seen = [color for _, color in counted if isinstance(color, tuple) and color[3] == OPAQUE]
    return [Color(*color[:3]) for color in seen[:N_COMMON]]


OPAQUE, N_COMMON = 255, 8


def _encoded(picture: IndexedPicture, metadata: str, dpi: float) -> bytes:
    image = Image.fromarray(picture.indices)
    image.putpalette(picture.colors[:, :3].tobytes())
    chunks = PngInfo()
    chunks.add(b"sRGB", PERCEPTUAL)
    chunks.add_itxt(CELLS_KEY, metadata)
    file = BytesIO()
    image.save(
        file,
        "PNG",
        compress_level=COMPRESSION,
        dpi=(dpi, dpi),
        pnginfo=chunks,
        transparency=picture.colors[:, 3].tobytes().rstrip(b"\xff"),  # what it does not list is opaque
    )
    return file.getvalue()
