"""All painters put every mark at the same place, within half a point, and a painter that does not is found."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from report.drawing.model import Circle, Drawing, Edge, Mark, Outline, Polygon, Rect, Stroke, TextMark
from report.drawing.model import Raster as PixelMark
from report.units import Box
from tests.drawing.painters.agreement import PAINTERS, Painter, Raster, differing_ink, disagreements
from tests.drawing.painters.drawings import bar_chart, emblems, one_of_each


@pytest.mark.parametrize("drawing", [one_of_each(), bar_chart(rows=3), emblems()], ids=["one of each", "bars", "logos"])
def test_every_mark_has_the_same_ink_box_in_all_painters(drawing: Drawing) -> None:
    assert disagreements(drawing, PAINTERS) == []


@pytest.mark.parametrize("index", range(9))
def test_every_shape_is_the_same_in_all_painters_pixel_by_pixel(index: int) -> None:
    alone = replace(one_of_each(), marks=one_of_each().marks[index : index + 1])

    png, svg, pdf = (painter(alone) for painter in PAINTERS.values())

    assert differing_ink(png, svg) < 0.01
    assert differing_ink(png, pdf) < 0.05  # PDFium fills rectangles up to whole pixels


def test_a_logo_is_the_same_in_all_painters_its_holes_too() -> None:
    png, svg, pdf = (painter(emblems()) for painter in PAINTERS.values())

    assert differing_ink(png, svg) < 0.01
    assert differing_ink(png, pdf) < 0.02


def test_a_whole_chart_is_the_same_in_all_painters() -> None:
    png, svg, pdf = (painter(bar_chart()) for painter in PAINTERS.values())

    assert differing_ink(png, svg) < 0.001
    assert differing_ink(png, pdf) < 0.01  # PDFium puts every glyph on whole pixels


@pytest.mark.parametrize("name", PAINTERS)
@pytest.mark.parametrize(("right", "down"), [(1, 0), (0, 1), (-1, 0), (0, -1)])
def test_a_shift_of_one_point_is_found_at_every_mark(name: str, right: int, down: int) -> None:
    shift = partial(shifted, right=right, down=down)
    painters = {**PAINTERS, name: spoiled(PAINTERS[name], shift)}
    drawing = one_of_each()

    found = disagreements(drawing, painters)

    suspects = ("SVG", "PDF") if name == "PNG" else (name,)
    assert len(found) == len(drawing.marks) * len(suspects)
    assert {line.split(":")[0] for line in found} == {*suspects}


@pytest.mark.parametrize("name", ["SVG", "PDF"])
def test_a_shift_of_one_point_is_seen_in_the_whole_chart(name: str) -> None:
    drawing = bar_chart(rows=3)
    painter = spoiled(PAINTERS[name], partial(shifted, right=1, down=0))

    assert differing_ink(PAINTERS["PNG"](drawing), painter(drawing)) > 0.03


@pytest.mark.parametrize("name", ["SVG", "PDF"])
@pytest.mark.parametrize("index", [2, 4, 6, 7])
def test_a_painter_that_forgets_the_dashes_is_found(name: str, index: int) -> None:
    alone = replace(one_of_each(), marks=one_of_each().marks[index : index + 1])

    assert differing_ink(PAINTERS["PNG"](alone), spoiled(PAINTERS[name], undashed)(alone)) > 0.05


@pytest.mark.parametrize("name", ["SVG", "PDF"])
def test_a_painter_that_sets_text_one_percent_tighter_is_found(name: str) -> None:
    labels = [mark for mark in bar_chart().marks if isinstance(mark, TextMark) and mark.width > 100]
    drawing = replace(bar_chart(), marks=tuple(labels))
    painters = {"PNG": PAINTERS["PNG"], name: spoiled(PAINTERS[name], tightened)}

    assert len(disagreements(drawing, painters)) == len(labels)


@pytest.mark.parametrize("name", PAINTERS)
def test_a_painter_that_forgets_a_mark_is_found(name: str) -> None:
    drawing = one_of_each()
    forgotten = drawing.marks[3]
    painters = {**PAINTERS, name: spoiled(PAINTERS[name], lambda mark: None if mark == forgotten else mark)}

    suspects = ("SVG", "PDF") if name == "PNG" else (name,)
    assert disagreements(drawing, painters) == [f"{suspect}: mark 3 left no ink" for suspect in suspects]


def spoiled(painter: Painter, change: Callable[[Mark], Mark | None]) -> Painter:
    """The painter, misled: it paints every mark as changed, and leaves out what is changed to None."""

    def paint(drawing: Drawing) -> Raster:
        changed = [change(mark) for mark in drawing.marks]
        return painter(replace(drawing, marks=tuple(mark for mark in changed if mark)))

    return paint


def shifted(mark: Mark, *, right: float, down: float) -> Mark:
    match mark:
        case Rect(box=box):
            return replace(mark, box=Box(box.left + right, box.top + down, box.width, box.height))
        case Circle() | TextMark():
            return replace(mark, x=mark.x + right, y=mark.y + down)
        case Stroke():
            moved = replace(mark, x1=mark.x1 + right, x2=mark.x2 + right)
            return replace(moved, y1=mark.y1 + down, y2=mark.y2 + down)
        case Polygon():
            return replace(mark, points=tuple((x + right, y + down) for x, y in mark.points))
        case Outline() | PixelMark():
            return mark.moved(right, down)


def tightened(mark: Mark) -> Mark:
    """A text with its glyphs drawn closer, as kerning would."""
    assert isinstance(mark, TextMark)
    return replace(mark, tracking=-0.01 * mark.width / mark.size / (len(mark.text) - 1))


def undashed(mark: Mark) -> Mark:
    match mark:
        case Stroke():
            return replace(mark, dash=())
        case Rect(edge=Edge() as edge) | Circle(edge=Edge() as edge):
            return replace(mark, edge=replace(edge, dash=()))
    return mark
