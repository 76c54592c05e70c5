"""The palette: pinned colours exact, every pixel near what was drawn, for any picture."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from report.drawing.painters.palette import TOLERANCE, IndexedPicture, indexed
from report.units import Color

BYTE = st.integers(0, 255)
COLOR = st.builds(Color, BYTE, BYTE, BYTE)


def painted(picture: IndexedPicture) -> NDArray[np.uint8]:
    return picture.colors[picture.indices]


def distances(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> NDArray[np.float64]:
    """How far pixels are apart as they look: premultiplied by alpha, alpha itself the fourth channel."""
    return np.sqrt(((premultiplied(first) - premultiplied(second)) ** 2).sum(axis=-1))


def premultiplied(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    values = pixels.astype(float)
    values[..., :3] *= values[..., 3:] / 255
    return values


def picture_of(*rows: list[tuple[int, int, int, int]]) -> NDArray[np.uint8]:
    return np.array(rows, np.uint8)


def opaque(color: Color) -> tuple[int, int, int, int]:
    return color.red, color.green, color.blue, 255


def blend(first: Color, second: Color, share: float) -> Color:
    """The colour `share` (0 to 1) of the way between two, channel by channel."""
    ends = ((first.red, second.red), (first.green, second.green), (first.blue, second.blue))
    red, green, blue = (round(start + (end - start) * share) for start, end in ends)
    return Color(red, green, blue)


@given(st.lists(COLOR, min_size=2, max_size=10, unique=True), st.integers(2, 40))
def test_flat_colours_are_exact_and_their_blends_near(colors: list[Color], steps: int) -> None:
    blends = [
        opaque(blend(first, second, step / steps)) for first, second in pairwise(colors) for step in range(steps + 1)
    ]
    over_nothing = [(*opaque(color)[:3], 255 * step // steps) for color in colors for step in range(steps + 1)]
    pixels = picture_of([opaque(color) for color in colors] + blends + over_nothing)

    result = indexed(pixels, colors)

    assert len(result.colors) <= 256
    assert (painted(result)[0, : len(colors)] == pixels[0, : len(colors)]).all()
    if len(result.colors) < 256:
        assert distances(painted(result), pixels).max() <= TOLERANCE + 2  # premultiplied values are cut to integers


def test_a_pinned_colour_is_kept_beside_a_frequent_one_that_is_nearly_the_same() -> None:
    rare, frequent = Color(200, 80, 30), Color(201, 82, 31)
    pixels = picture_of([opaque(frequent)] * 500 + [opaque(rare)])

    assert [tuple(pixel) for pixel in painted(indexed(pixels, [rare, frequent]))[0, -2:]] == [
        opaque(frequent),
        opaque(rare),
    ]


def test_near_colours_that_are_not_pinned_share_a_place() -> None:
    pixels = picture_of([(200, 80, 30, 255), (201, 82, 31, 255)])

    assert len(indexed(pixels, [Color(200, 80, 30)]).colors) == 1


def test_a_colour_that_no_pixel_has_takes_no_place() -> None:
    pixels = picture_of([(0, 0, 0, 255)])

    assert [tuple(color) for color in indexed(pixels, [Color(255, 0, 0), Color(0, 0, 0)]).colors] == [(0, 0, 0, 255)]


def test_the_transparent_ground_is_never_tinted_by_a_faint_edge() -> None:
    pixels = picture_of([(255, 255, 255, 0), (0, 0, 0, 6), (0, 0, 0, 255)])

    assert tuple(painted(indexed(pixels, [Color(0, 0, 0)]))[0, 0]) == (255, 255, 255, 0)


def test_a_picture_of_thousands_of_colours_gets_the_256_that_serve_it_best() -> None:
    ramp = np.arange(4096, dtype=np.uint32)
    pixels = np.stack([ramp % 16 * 16, ramp // 16 % 16 * 16, ramp // 256 * 16, np.full(4096, 255)], axis=-1)

    result = indexed(pixels.astype(np.uint8).reshape(64, 64, 4), [])

    assert len(result.colors) == 256
    worst = distances(painted(result), pixels.astype(np.uint8).reshape(64, 64, 4)).max()
    assert worst < 60  # 4096 colours 16 apart; a 256th of them on a lattice would be 40 apart


def test_the_least_opaque_come_first_so_that_the_file_can_leave_the_others_out() -> None:
    pixels = picture_of([(0, 0, 0, 255), (0, 0, 0, 128), (255, 255, 255, 0), (255, 255, 255, 255)])

    alphas = [int(alpha) for alpha in indexed(pixels, []).colors[:, 3]]

    assert alphas == [0, 128, 255, 255]


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (5, 1), (6, 7)])
def test_a_picture_keeps_its_shape(shape: tuple[int, int]) -> None:
    pixels = np.zeros((*shape, 4), np.uint8)

    assert indexed(pixels, []).indices.shape == shape
