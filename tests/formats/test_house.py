"""The measures of the house's formats as a table: the visual language in numbers, guarded by a golden.

A golden guards against change and proves nothing; beside it stand numbers of the visual language, checked by hand.
After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes this test write the table anew; look at the difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from report.formats.a4_pages import A4_PAGES
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.house_slides import HOUSE_SLIDES, house_slides
from report.formats.picture_kinds import PictureName

TABLE = Path(__file__).with_name("house.txt")
CHARTS = {
    "slide": HOUSE_SLIDES.charts,
    "beside": HOUSE_SLIDES.narrow_charts,
    "page": A4_PAGES.charts,
    "narrow": A4_PAGES.narrow_charts,
    "landscape": HOUSE_PICTURES[PictureName.LANDSCAPE].charts,
    "portrait": HOUSE_PICTURES[PictureName.PORTRAIT].charts,
    "square": HOUSE_PICTURES[PictureName.SQUARE].charts,
}
OF_CHARTS = ("charts", "narrow_charts")


def test_the_measures_are_those_of_the_table() -> None:
    found = table()
    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        TABLE.write_text(found, "utf-8")
    assert found.splitlines() == TABLE.read_text("utf-8").splitlines()


def test_a_hundred_per_cent_is_five_columns_on_a_slide_and_the_main_column_on_a_page() -> None:
    assert HOUSE_SLIDES.charts.hundred == HOUSE_SLIDES.narrow_charts.hundred == pytest.approx(4.94 * 72, abs=0.1)
    assert HOUSE_SLIDES.charts.hundred == pytest.approx(HOUSE_SLIDES.grid.columns_width(4, 8))
    assert A4_PAGES.charts.hundred == pytest.approx(A4_PAGES.main_width)


def test_rows_fill_270_or_283_points_by_pitches_in_tenths_of_an_inch() -> None:
    (few,), (many,) = (each.frames for each in HOUSE_SLIDES.charts.bars.by_rows)

    assert few.rows.bar == pytest.approx(0.40 * 72)
    assert (few.rows.least_pitch, few.rows.most_pitch) == pytest.approx((0.62 * 72, 0.80 * 72), abs=0.05)
    assert (few.rows.spread, many.rows.spread) == (270, 283)


def test_bars_start_at_columns_4_to_8_and_leave_words_of_annotations_their_columns() -> None:
    (few,), (many,) = (each.frames for each in HOUSE_SLIDES.charts.bars.by_rows)

    assert [place.track.left for place in few.beside] == pytest.approx([222, 296, 370, 444, 518])
    assert [place.track.left for place in many.beside] == pytest.approx([296, 370, 444, 518])
    assert all(place.track.left - place.label == pytest.approx(14.4) for place in (*few.beside, *many.beside))
    assert few.beside[-1].track.right == pytest.approx(HOUSE_SLIDES.measure)
    assert [place.words_left for place in few.beside] == [pytest.approx(647.2 - HOUSE_SLIDES.grid.left)] + [None] * 4
    assert [place.words_left is not None for place in many.beside] == [True, True, False, False]


def test_no_type_of_a_chart_stands_below_the_floor_of_its_page() -> None:
    for measures, floor in ((HOUSE_SLIDES.charts, 16), (HOUSE_SLIDES.narrow_charts, 16), (A4_PAGES.charts, 8.5)):
        labels = [
            measures.small_label.size,
            measures.note.size,
            *(size for pair in measures.columns.numbers for size in pair),
        ]
        assert min(labels) == floor
    assert HOUSE_SLIDES.charts.least_unit == HOUSE_SLIDES.charts.stamp == 12


def test_only_a_whole_slide_has_a_dot_field_and_a_column_of_annotations() -> None:
    has = {name: (measures.dot_field is not None, measures.notes is not None) for name, measures in CHARTS.items()}

    assert has == {"slide": (True, True), **dict.fromkeys([name for name in CHARTS if name != "slide"], (False, False))}
    assert HOUSE_SLIDES.charts.dot_field and HOUSE_SLIDES.charts.dot_field.side == pytest.approx(281.6)


@pytest.mark.parametrize(("width", "height"), [(720, 540), (720, 405), (1080, 1080)])
def test_all_lengths_of_charts_grow_with_the_height_and_floors_with_them(width: float, height: float) -> None:
    slides, factor = house_slides(width, height), height / HOUSE_SLIDES.height

    for made, house in ((slides.charts, HOUSE_SLIDES.charts), (slides.narrow_charts, HOUSE_SLIDES.narrow_charts)):
        assert made.small_label.size == pytest.approx(house.small_label.size * factor)
        assert made.columns.band.dash == pytest.approx(tuple(part * factor for part in house.columns.band.dash))
        assert made.columns.scales == house.columns.scales
        assert made.hundred == pytest.approx(slides.grid.columns_width(4, 8))


def test_the_full_measure_of_a_picture_is_a_hundred_per_cent() -> None:
    for page in HOUSE_PICTURES.values():
        assert page.charts.hundred == pytest.approx(page.measure)


def test_no_type_of_a_picture_stands_below_28_pixels_of_1080() -> None:
    for page in HOUSE_PICTURES.values():
        charts = page.charts
        sizes = [page.source.size, page.note.size, charts.note.size, charts.small_label.size, charts.least_unit]
        sizes += [size for pair in charts.columns.numbers for size in pair]
        assert min(sizes) >= 28 / 1080 * page.width - 0.001


def table() -> str:
    """All measures, one a line by its path: of slides, pages and pictures, and of charts in their places."""
    lines = []
    pages = (
        ("slides", HOUSE_SLIDES),
        ("pages", A4_PAGES),
        *((name.value, page) for name, page in HOUSE_PICTURES.items()),
    )
    for name, page in pages:
        told = {path: text for path, text in flat(page) if not path.startswith(OF_CHARTS)}
        lines += [name, *(f"    {path:<44}{text}" for path, text in told.items()), ""]
    places = {place: dict(flat(measures)) for place, measures in CHARTS.items()}
    paths = dict.fromkeys(path for told in places.values() for path in told)
    lines.append(f"{'charts':<48}" + "".join(f"{place:>10}" for place in places))
    for path in paths:
        lines.append(f"    {path:<44}" + "".join(f"{told.get(path, ''):>10}" for told in places.values()))
    return "\n".join([*(line.rstrip() for line in lines), ""])


def flat(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of a value with their paths, lengths to a hundredth."""
    if is_dataclass(value):
        inner: Mapping[str, object] = {field.name: getattr(value, field.name) for field in fields(value)}
    elif isinstance(value, tuple):
        inner = {str(place): each for place, each in enumerate(value)}
    else:
        yield path, _worded(value)
        return
    for name, each in inner.items():
        yield from flat(each, f"{path}.{name}" if path else name)


def _worded(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return value.name.lower() if isinstance(value, Enum) else "-" if value is None else str(value)
