"""The house's slides against the numbers of the visual language, and slides of other sizes against the house's."""

import pytest

from report.formats.house_slides import HOUSE_SLIDES, house_slides

HOUSE = HOUSE_SLIDES
GRID = HOUSE.grid
LEFT_EDGES_IN_INCHES = (0.600, 1.628, 2.656, 3.683, 4.711, 5.739, 6.767, 7.794, 8.822, 9.850, 10.878, 11.906)
SIZES = [(720, 540), (720, 405), (1080, 1080), (1280, 720)]


def test_the_columns_begin_where_the_visual_language_says() -> None:
    edges = [GRID.column_left(number) / 72 for number in range(1, GRID.count + 1)]

    assert edges == pytest.approx(LEFT_EDGES_IN_INCHES, abs=0.0006)


def test_five_columns_are_the_length_of_a_hundred_per_cent() -> None:
    assert GRID.columns_width(4, 8) == pytest.approx(355.6)


def test_the_house_is_the_slide_of_its_own_size() -> None:
    assert house_slides(HOUSE.width, HOUSE.height) is HOUSE


@pytest.mark.parametrize(("width", "height"), [(HOUSE.width, HOUSE.height), *SIZES])
def test_the_columns_fill_the_width_between_equal_margins(width: float, height: float) -> None:
    slides = house_slides(width, height)

    assert (slides.width, slides.height) == (width, height)
    assert slides.grid.columns_width(1, 12) == pytest.approx(slides.measure)
    assert slides.grid.left == pytest.approx(slides.width - slides.right)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_type_its_floors_and_gaps_grow_with_the_height(width: float, height: float) -> None:
    slides, ratio = house_slides(width, height), height / HOUSE.height

    for role, house in zip(slides.roles.headline, HOUSE.roles.headline, strict=True):
        assert (role.size, role.pitch) == pytest.approx((house.size * ratio, house.pitch * ratio))
    assert slides.frame.exhibit_bottom == pytest.approx(HOUSE.frame.exhibit_bottom * ratio)
    assert slides.roles.unit_share == HOUSE.roles.unit_share


@pytest.mark.parametrize(("width", "height"), [(HOUSE.width, HOUSE.height), *SIZES])
def test_the_exhibit_reaches_up_to_the_annotations_right_of_column_8(width: float, height: float) -> None:
    slides = house_slides(width, height)

    words_left = slides.grid.left + slides.frame.exhibit_width
    assert words_left == pytest.approx(slides.grid.column_left(9) + 12 * height / HOUSE.height)


def test_a_slide_of_the_same_proportions_is_the_house_made_smaller() -> None:
    small = house_slides(720, 405)

    assert small.grid.column == pytest.approx(0.75 * GRID.column)
    assert small.frame.exhibit_width == pytest.approx(0.75 * HOUSE.frame.exhibit_width)
