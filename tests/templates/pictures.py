"""Logos and photographs of houses that do not exist, drawn small, always the same bytes."""

import math
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from tests.conftest import CHECKOUT

BOLD = CHECKOUT / "assets/fonts/Carlito-Bold.ttf"
Colour = tuple[int, int, int]


def logo(name: str, ink: str, mark: str, *, is_flush_left: bool = False) -> bytes:
    """A word in `ink` beside a round mark, at the right of a ground of nothing, 3 to 1."""
    image = Image.new("RGBA", (360, 120), (255, 255, 255, 0))
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(str(BOLD), 54)
    left = 0 if is_flush_left else 264 - font.getlength(name)
    draw.text((left + 94, 60), name, fill=ink, font=font, anchor="lm")
    circle = (left, 20, left + 80, 100)
    draw.ellipse(circle, fill=mark)
    draw.pieslice(circle, 200, 340, fill=ink)
    return _png(image)


def hills(sky: str, ground: str) -> bytes:
    """What stands for the photograph of a cover: hills in haze, 16 to 9."""
    width, height, ridges = 480, 270, 5
    image = Image.new("RGB", (width, height), sky)
    draw = ImageDraw.Draw(image)
    for ridge in range(ridges):
        colour = _between(sky, ground, (ridge + 1) / ridges)
        base = height * (0.45 + 0.11 * ridge)
        line = [(x, base - 22 * math.sin(x / (70 - 8 * ridge) + 2 * ridge)) for x in range(0, width + 6, 6)]
        draw.polygon([(0, height), *line, (width, height)], fill=colour)
    return _png(image)


def _between(first: str, second: str, share: float) -> Colour:
    one, other = (tuple(int(digits[i : i + 2], 16) for i in (1, 3, 5)) for digits in (first, second))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
