"""The SVG file, read by lxml: what it consists of, what it says, the same bytes each time."""

import json
from dataclasses import replace

import pytest
from lxml import etree

from report.drawing.model import Drawing, Edge, Polygon
from report.drawing.painters.svg import paint_svg
from tests.drawing.painters.drawings import CONTRAST, FONTS, INK, PROOF, bar_chart, drawing, one_of_each, rect, run

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"

UNDERSTOOD = {
    "svg": {"width", "height", "viewBox", "version", "{http://www.w3.org/XML/1998/namespace}lang"},
    "title": set(),
    "desc": set(),
    "metadata": set(),
    "defs": set(),
    "path": {"id", "d"},
    "g": {"fill", "transform"},
    "use": {HREF, "x"},
    "rect": {"x", "y", "width", "height", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-dasharray"},
    "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"},
    "polygon": {"points", "fill"},
}
"""Elements and attributes of SVG 1.1 that presentation programs are known to read; CSS and text are not among them."""


def parsed(drawing: Drawing) -> etree._Element:
    return etree.fromstring(paint_svg(drawing, FONTS))


def text_of(root: etree._Element, name: str) -> str:
    return root.findtext(f"{SVG}{name}") or ""


def beyond_understood(root: etree._Element) -> list[str]:
    """Every element and attribute that a simple reader may not know."""
    found = []
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        known = UNDERSTOOD.get(name)
        found += (
            [f"<{name}>"]
            if known is None
            else [f"{name}@{key}" for key in map(str, element.attrib) if key not in known]
        )
    return found


@pytest.mark.parametrize("chart", [one_of_each(), bar_chart()], ids=["one of each", "bars"])
def test_it_uses_nothing_that_a_simple_reader_does_not_know(chart: Drawing) -> None:
    assert beyond_understood(parsed(chart)) == []
    assert b"<!DOCTYPE" not in paint_svg(chart, FONTS)


def test_a_style_sheet_and_a_text_element_are_found() -> None:
    spoiled = paint_svg(bar_chart(), FONTS).replace(b"<desc>", b'<style/><text class="a"/><desc class="b">')

    assert beyond_understood(etree.fromstring(spoiled)) == ["<style>", "<text>", "desc@class"]


def test_one_unit_is_a_point() -> None:
    root = parsed(replace(bar_chart(), width=604.25))

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("604.25pt", "300pt", "0 0 604.25 300")


def test_title_description_and_language_are_those_of_the_drawing() -> None:
    root = parsed(replace(one_of_each(), title='„Ja“ & "nein" < 5', language="de-DE"))

    assert text_of(root, "title") == '„Ja“ & "nein" < 5'
    assert text_of(root, "desc") == "Balken: <A> & B"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de-DE"


def test_the_metadata_hold_exactly_the_shown_cells() -> None:
    chart = bar_chart(rows=1)

    content = json.loads(text_of(parsed(chart), "metadata"))

    assert content == {
        "title": "Ziele",
        "alternative": "Balken: <A> & B",
        "language": "de-DE",
        "cells": [
            {
                "id": "goals/a0@w2016",
                "question": "goals",
                "answer": "a0",
                "wave": "w2016",
                "state": "published",
                "text": "77\N{NO-BREAK SPACE}%",
            }
        ],
    }


def test_marks_follow_each_other_in_painting_order() -> None:
    names = [str(element.tag).removeprefix(SVG) for element in parsed(one_of_each())]

    heads = ["title", "desc", "metadata", "defs"]
    assert names == [*heads, *["rect"] * 3, *["circle"] * 2, *["line"] * 3, "polygon", *["g"] * 2]


def test_fill_edge_and_dash_are_attributes() -> None:
    edged = rect(1, 2, 30.5, 4, fill=PROOF, edge=Edge(INK, 0.75, (3, 2.4)))

    element = parsed(drawing(edged)).find(f"{SVG}rect")

    assert element is not None
    assert dict(element.items()) == {
        "x": "1",
        "y": "2",
        "width": "30.5",
        "height": "4",
        "fill": "#0B6E99",
        "stroke": "#15203B",
        "stroke-width": "0.75",
        "stroke-dasharray": "3 2.4",
    }


def test_an_edge_alone_leaves_the_inside_open() -> None:
    element = parsed(drawing(rect(1, 2, 30.5, 4, edge=Edge(INK, 0.75)))).find(f"{SVG}rect")

    assert element is not None
    assert element.get("fill") == "none"


def test_a_glyph_is_defined_once_and_used_wherever_it_stands() -> None:
    root = parsed(drawing(run("Anna", 5, 30, size=20.48), run("an", 5, 50, size=20.48)))

    assert [path.get("id") for path in root.iter(f"{SVG}path")] == ["regular-41", "regular-6e", "regular-61"]
    group = root.find(f"{SVG}g")
    assert group is not None
    assert group.get("transform") == "translate(5 30) scale(0.01 -0.01)"  # 2048 units to 20.48 pt
    places = [float(use.get("x") or "nan") / 100 for use in group]
    before_each = [run(text, 5, 30, size=20.48).width for text in ("", "A", "An", "Ann")]
    assert places == pytest.approx(before_each)


def test_every_use_finds_its_glyph() -> None:
    root = parsed(bar_chart())

    defined = [f"#{path.get('id')}" for path in root.iter(f"{SVG}path")]
    used = [use.get(HREF) for use in root.iter(f"{SVG}use")]
    assert sorted(set(defined)) == sorted(defined)
    assert {*used} == {*defined}


@pytest.mark.parametrize("text", ["", "\N{SOFT HYPHEN}", " ", "\N{NO-BREAK SPACE}"])
def test_text_without_ink_defines_no_glyph(text: str) -> None:
    assert parsed(drawing(run(text, 10, 10))).find(f"{SVG}defs") is None


@pytest.mark.parametrize(
    ("x", "written"),
    [(0.1 + 0.2, "0.3"), (-0.0001, "0"), (12, "12"), (1 / 3, "0.333"), (1e-9, "0"), (1234.5678, "1234.568")],
)
def test_numbers_are_short_and_never_in_scientific_form(x: float, written: str) -> None:
    triangle = Polygon(one_of_each().marks[0].role, ((x, 1), (2, 3), (4, 5)), CONTRAST)

    element = parsed(drawing(triangle)).find(f"{SVG}polygon")

    assert element is not None
    assert element.get("points") == f"{written} 1 2 3 4 5"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert paint_svg(bar_chart(), FONTS) == paint_svg(bar_chart(), FONTS)


def test_a_chart_of_seven_bars_stays_small() -> None:
    assert len(paint_svg(bar_chart(), FONTS)) < 50_000
