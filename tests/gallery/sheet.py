"""The slides of the gallery at a glance, as one small picture: `docs/gallery.png`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from report.theme.house import PAPER
from report.units import Color
from tests.gallery.leaves import Leaf

COLUMNS = 4
WIDTH, GAP = 480, 12
"""Of a slide, and between two, in pixels."""
STEPS = 6
"""Blends of each colour with the paper, for the edges of marks: an automatic palette drops the rare colours."""


def write(slides: Sequence[Leaf], target: Path) -> None:
    """Writes the slides row by row, in the colours of the theme."""
    pictures = [_drawn(leaf) for leaf in slides]
    height = max(picture.height for picture in pictures)
    rows = -(-len(pictures) // COLUMNS)
    size = COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP
    sheet = Image.new("RGB", size, PAPER.hairline.hex)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        sheet.paste(picture, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    _in_palette(sheet).save(target, optimize=True)


def _drawn(leaf: Leaf) -> Image.Image:
    page = pypdfium2.PdfDocument(leaf.file)[leaf.page or 0]
    image = page.render(scale=3 * WIDTH / page.get_width()).to_pil().convert("RGB")
    return image.resize((WIDTH, round(image.height / 3)), Image.Resampling.LANCZOS)


def _in_palette(sheet: Image.Image) -> Image.Image:
    """The sheet with every pixel in the nearest colour of the theme; Pillow's own choice is not always the nearest."""
    palette = np.array(_palette())
    colors, places = np.unique(np.asarray(sheet).reshape(-1, 3), axis=0, return_inverse=True)
    nearest = [int(((palette - color) ** 2).sum(axis=1).argmin()) for color in colors.astype(int)]
    indexed = np.array(nearest, dtype=np.uint8)[places.reshape(sheet.height, sheet.width)]
    image = Image.fromarray(indexed, mode="P")
    image.putpalette(palette.astype(np.uint8).tobytes())
    return image


def _palette() -> list[tuple[int, ...]]:
    """The colours of the theme and their blends with the paper, 256 at most."""
    paper = (255, 255, 255)
    blends = [
        tuple(round(a + (b - a) * step / STEPS) for a, b in zip(color, paper, strict=True))
        for step in range(STEPS)
        for color in dict.fromkeys(_colors(PAPER))
    ]
    return list(dict.fromkeys([paper, *blends]))[:256]


def _colors(part: object) -> Iterator[tuple[int, int, int]]:
    """Every colour of a ground, those of its scales and series too."""
    if isinstance(part, Color):
        yield part.red, part.green, part.blue
    elif isinstance(part, tuple):
        for each in part:
            yield from _colors(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _colors(getattr(part, field.name))
