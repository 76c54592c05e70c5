"""A drawing as plain values and as JSON with a mark a line: what a golden keeps and what a person can read.

Lengths are rounded to hundredths of a point, colours are "#RRGGBB"; what is empty is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import TypeAlias

from report.drawing.model import Circle, Contour, Drawing, Edge, Mark, Outline, Polygon, Raster, Rect, Stroke, TextMark
from report.units import Box, Color, Pt

Plain: TypeAlias = Mapping[str, object]

DECIMALS = 2


def as_plain(drawing: Drawing) -> dict[str, object]:
    """The drawing as dictionaries, lists, texts and numbers; marks in painting order."""
    return {
        "width": _length(drawing.width),
        "height": _length(drawing.height),
        "hang": _length(drawing.hang),
        "overhang": _length(drawing.overhang),
        "title": drawing.title,
        "alternative": drawing.alternative,
        "language": drawing.language,
        "form": drawing.form,
        "marks": [mark_as_plain(mark) for mark in drawing.marks],
        "shown": [cell.as_plain for cell in drawing.shown],
        "anchors": {cell: [_length(x), _length(y)] for cell, (x, y) in drawing.anchors.items()},
        "notes": [_box(box) for box in drawing.notes],
    }


def as_json(drawing: Drawing) -> str:
    """The same as JSON, every mark, cell and anchor on a line of its own; ends in a line feed."""
    return "{\n" + ",\n".join(f"{_dumped(key)}: {_entry(value)}" for key, value in as_plain(drawing).items()) + "\n}\n"


def mark_as_plain(mark: Mark) -> Plain:
    """One mark with its shape, role and cells."""
    return {"shape": type(mark).__name__.lower(), "role": mark.role.value, **_geometry(mark), **_cells(mark.cells)}


def _geometry(mark: Mark) -> Plain:
    match mark:
        case Rect():
            return {"box": _box(mark.box), **_paint(mark.fill, mark.edge)}
        case Circle():
            return {
                "at": [_length(mark.x), _length(mark.y)],
                "radius": _length(mark.radius),
                **_paint(mark.fill, mark.edge),
            }
        case Stroke():
            ends = [_length(value) for value in (mark.x1, mark.y1, mark.x2, mark.y2)]
            return {"ends": ends, **_stroke(mark.color, mark.width, mark.dash)}
        case Polygon():
            return {"points": [[_length(x), _length(y)] for x, y in mark.points], **_paint(mark.fill, None)}
        case Outline():
            return {"contours": [_contour(each) for each in mark.contours], **_paint(mark.fill, mark.edge)}
        case Raster():
            return {"box": _box(mark.box), "content": sha256(mark.content).hexdigest()}
        case TextMark():
            tracking = {"tracking": mark.tracking} if mark.tracking else {}
            at = [_length(mark.x), _length(mark.y)]
            style = {"face": mark.face.value, "size": _length(mark.size), "color": mark.color.hex}
            return {"text": mark.text, "at": at, "width": _length(mark.width), **style, **tracking}


def _contour(contour: Contour) -> Plain:
    steps = ([[_length(x), _length(y)] for x, y in step] for step in ((contour.start,), *contour.steps))
    return {"steps": [*steps], **({} if contour.is_closed else {"open": True})}


def _paint(fill: Color | None, edge: Edge | None) -> Plain:
    filled = {"fill": fill.hex} if fill else {}
    return {**filled, "edge": _stroke(edge.color, edge.width, edge.dash)} if edge else filled


def _stroke(color: Color, width: Pt, dash: tuple[Pt, ...]) -> Plain:
    dashed = {"dash": [_length(part) for part in dash]} if dash else {}
    return {"color": color.hex, "width": _length(width), **dashed}


def _box(box: Box) -> list[float]:
    """Left, top, width and height."""
    return [_length(value) for value in (box.left, box.top, box.width, box.height)]


def _length(value: Pt) -> float:
    return round(value, DECIMALS) + 0.0


def _cells(cells: tuple[str, ...]) -> Plain:
    return {"cells": list(cells)} if cells else {}


def _entry(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_dumped(item)}" for item in value) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"  {_dumped(key)}: {_dumped(item)}" for key, item in value.items()) + "\n}"
    return _dumped(value)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
