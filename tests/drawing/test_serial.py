"""A drawing as plain values: every field of every mark, so that nothing changes unseen."""

import json
from dataclasses import fields

from report.drawing.model import Circle, Drawing, Edge, Mark, MarkRole, Polygon, Rect, ShownCell, Stroke, TextMark
from report.drawing.serial import as_json, as_plain, mark_as_plain
from report.text.model import Face
from report.units import Box, Color

BLUE = Color.of_hex("#0B6E99")
MARKS: tuple[Mark, ...] = (
    Rect(MarkRole.BAR, Box(222.0, 7.0, 273.8123, 28.8), BLUE, Edge(BLUE, 0.75, (3.0, 2.4)), ("q/a@w",)),
    Circle(MarkRole.DOT, 1.006, 2.0, 3.0, fill=BLUE),
    Stroke(MarkRole.AXIS, 0.0, 1.0, 2.0, 3.0, BLUE, 1.0, (1.5, 1.5)),
    Polygon(MarkRole.BREAK, ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), BLUE),
    TextMark(MarkRole.VALUE, "77\N{NO-BREAK SPACE}%", Face.BOLD, 26.0, BLUE, 504.8, 29.9, 45.0, 0.05, ("q/a@w",)),
)
DRAWING = Drawing(
    width=604.0,
    height=312.8,
    marks=MARKS,
    title="Ziele",
    alternative="Balkendiagramm: Ziele.",
    language="de-DE",
    shown=(ShownCell("q/a@w", "q", "a", "w", "published", "77\N{NO-BREAK SPACE}%"),),
    anchors={"q/a@w": (549.8, 21.4)},
    notes=(Box(604.0, 20.9, 200.0, 46.0),),
    hang=7.0,
)


def test_marks_are_told_with_shape_role_geometry_paint_and_cells() -> None:
    assert [mark_as_plain(mark) for mark in MARKS] == [
        {
            "shape": "rect",
            "role": "bar",
            "box": [222.0, 7.0, 273.81, 28.8],
            "fill": "#0B6E99",
            "edge": {"color": "#0B6E99", "width": 0.75, "dash": [3.0, 2.4]},
            "cells": ["q/a@w"],
        },
        {"shape": "circle", "role": "dot", "at": [1.01, 2.0], "radius": 3.0, "fill": "#0B6E99"},
        {
            "shape": "stroke",
            "role": "axis",
            "ends": [0.0, 1.0, 2.0, 3.0],
            "color": "#0B6E99",
            "width": 1.0,
            "dash": [1.5, 1.5],
        },
        {"shape": "polygon", "role": "break", "points": [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], "fill": "#0B6E99"},
        {
            "shape": "textmark",
            "role": "value",
            "text": "77\N{NO-BREAK SPACE}%",
            "at": [504.8, 29.9],
            "width": 45.0,
            "face": "bold",
            "size": 26.0,
            "color": "#0B6E99",
            "tracking": 0.05,
            "cells": ["q/a@w"],
        },
    ]


def test_every_field_of_a_drawing_is_told() -> None:
    assert set(as_plain(DRAWING)) == {field.name for field in fields(Drawing)}
    assert as_plain(DRAWING)["notes"] == [[604.0, 20.9, 200.0, 46.0]]
    assert as_plain(DRAWING)["anchors"] == {"q/a@w": [549.8, 21.4]}


def test_the_json_has_a_mark_a_line_and_reads_back_as_the_plain_values() -> None:
    text = as_json(DRAWING)

    assert json.loads(text) == as_plain(DRAWING)
    assert sum(line.startswith('  {"shape"') for line in text.splitlines()) == len(MARKS)
    assert text.endswith("}\n")


def test_there_is_no_negative_zero() -> None:
    mark = Stroke(MarkRole.AXIS, -0.001, 0.0, 1.0, 0.0, BLUE, 1.0)

    assert '"ends": [0.0, 0.0, 1.0, 0.0]' in json.dumps(mark_as_plain(mark))
