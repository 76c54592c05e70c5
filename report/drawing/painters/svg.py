"""A drawing as SVG 1.1: attributes only, text as outlines, the shown cells as JSON in its metadata.

Written for readers that know little of SVG (PowerPoint, newsroom systems): no style sheet, no DOCTYPE, no font, no
clipping. A glyph is defined once and used wherever it stands, which takes two fifths of the bytes that a path for
every run would take.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import pairwise

from report.drawing.model import (
    Circle,
    Contour,
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
from report.drawing.painters.metadata import metadata_json
from report.text.fonts import Fonts
from report.text.model import Face
from report.text.outlines import Contour as GlyphContour
from report.text.outlines import Point, glyph_contours, placed_glyphs
from report.units import Color


def paint_svg(drawing: Drawing, fonts: Fonts, *, unit: str = "pt") -> bytes:
    """The drawing as an SVG file, transparent where no mark is; the same drawing gives the same bytes.

    unit: what a length of the drawing is, "pt" or "px".
    """
    width, height = svg_number(drawing.width), svg_number(drawing.height)
    size = f'width="{width}{unit}" height="{height}{unit}" viewBox="0 0 {width} {height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'{size} xml:lang="{escape(drawing.language)}">',
        f"<title>{escape(drawing.title, quote=False)}</title>",
        f"<desc>{escape(drawing.alternative, quote=False)}</desc>",
        f"<metadata>{escape(metadata_json(drawing), quote=False)}</metadata>",
        *glyph_definitions(drawing.marks, fonts),
        *(svg_element(mark, fonts) for mark in drawing.marks),
        "</svg>",
    ]
    return "\n".join([*lines, ""]).encode()


def svg_element(mark: Mark, fonts: Fonts) -> str:
    """A mark as an element of SVG; the glyphs of its text are those of `glyph_definitions`."""
    match mark:
        case Rect(box=box, fill=fill, edge=edge):
            place = f'x="{svg_number(box.left)}" y="{svg_number(box.top)}"'
            size = f'width="{svg_number(box.width)}" height="{svg_number(box.height)}"'
            return f"<rect {place} {size}{_fill(fill)}{_edge(edge)}/>"
        case Circle(x=x, y=y, radius=radius, fill=fill, edge=edge):
            place = f'cx="{svg_number(x)}" cy="{svg_number(y)}" r="{svg_number(radius)}"'
            return f"<circle {place}{_fill(fill)}{_edge(edge)}/>"
        case Polygon(points=points, fill=fill):
            return f'<polygon points="{" ".join(_pair(point) for point in points)}"{_fill(fill)}/>'
        case Stroke():
            start = f'x1="{svg_number(mark.x1)}" y1="{svg_number(mark.y1)}"'
            end = f'x2="{svg_number(mark.x2)}" y2="{svg_number(mark.y2)}"'
            return f"<line {start} {end}{_edge(Edge(mark.color, mark.width, mark.dash))}/>"
        case Outline(contours=contours, fill=fill, edge=edge):
            return f'<path d="{"".join(_path_data(contour) for contour in contours)}"{_fill(fill)}{_edge(edge)}/>'
        case Raster(box=box, content=content):
            place = f'x="{svg_number(box.left)}" y="{svg_number(box.top)}"'
            size = f'width="{svg_number(box.width)}" height="{svg_number(box.height)}"'
            return f'<image {place} {size} xlink:href="data:image/png;base64,{b64encode(content).decode()}"/>'
        case TextMark():
            return _text(mark, fonts)


def _path_data(contour: Contour) -> str:
    steps = (f"{'L' if len(step) == 1 else 'C'}{' '.join(_pair(point) for point in step)}" for step in contour.steps)
    return "".join([f"M{_pair(contour.start)}", *steps, "z" if contour.is_closed else ""])


def _fill(color: Color | None) -> str:
    return f' fill="{color.hex if color else "none"}"'


def _edge(edge: Edge | None) -> str:
    if edge is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(svg_number(length) for length in edge.dash)}"' if edge.dash else ""
    return f' stroke="{edge.color.hex}" stroke-width="{svg_number(edge.width)}"{dash}'


def _text(mark: TextMark, fonts: Fonts) -> str:
    """The glyphs of a run in font units, y upwards, inside a group that scales and places them."""
    scale = svg_number(mark.size / fonts.units_per_em(mark.face), decimals=8)
    uses = [
        f'<use xlink:href="#{_glyph_id(mark.face, glyph.char)}" x="{svg_number(glyph.x)}"/>'
        for glyph in placed_glyphs(mark.text, mark.face, mark.tracking, fonts)
        if _glyph_data(fonts, mark.face, glyph.char)
    ]
    place = f"translate({svg_number(mark.x)} {svg_number(mark.y)}) scale({scale} -{scale})"
    return f'<g fill="{mark.color.hex}" transform="{place}">{"".join(uses)}</g>'


def glyph_definitions(marks: Iterable[Mark], fonts: Fonts) -> list[str]:
    """The outline of every glyph that the drawing needs, each once, in order of appearance."""
    runs = [mark for mark in marks if isinstance(mark, TextMark)]
    glyphs = dict.fromkeys((run.face, char) for run in runs for char in fonts.drawn(run.text))
    paths = [
        f'<path id="{_glyph_id(face, char)}" d="{data}"/>'
        for face, char in glyphs
        if (data := _glyph_data(fonts, face, char))
    ]
    return ["<defs>", *paths, "</defs>"] if paths else []


def _glyph_id(face: Face, char: str) -> str:
    """Face and code point: the same glyph has the same id in every picture, so several fit on one web page."""
    return f"{face.value}-{ord(char):x}"


@lru_cache(maxsize=2048)
def _glyph_data(fonts: Fonts, face: Face, char: str) -> str:
    """The outline of a glyph as path data; empty for what leaves no mark."""
    data = "".join(_contour_data(contour) for contour in glyph_contours(fonts, face, char))
    return data.replace(" -", "-")


def _contour_data(contour: GlyphContour) -> str:
    """A contour as path commands relative to the point before, which is the shortest form."""
    commands = [f"M{_pair(contour[0][0])}"]
    for before, step in pairwise(contour):
        origin_x, origin_y = before[-1]
        points = " ".join(_pair((x - origin_x, y - origin_y)) for x, y in step)
        commands.append(f"{_STEP_COMMANDS[len(step)]}{points}")
    return "".join([*commands, "z"])


_STEP_COMMANDS = {1: "l", 2: "q"}
"""The command of one step of a contour, by its number of points."""


def _pair(point: Point) -> str:
    return f"{svg_number(point[0])} {svg_number(point[1])}"


def svg_number(value: float, *, decimals: int = 3) -> str:
    """The shortest decimal form; a thousandth of a point is far below what any device shows."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
