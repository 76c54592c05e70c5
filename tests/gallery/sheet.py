"""The slides of the gallery at a glance, as one small picture: `docs/gallery.png`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from report.theme.house import PAPER
from report.units import Color
from tests.gallery.leaves import Leaf

COLUMNS = 4
WIDTH, GAP = 400, 12
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
    sheet.quantize(palette=_palette(), dither=Image.Dither.NONE).save(target, optimize=True)


def _drawn(leaf: Leaf) -> Image.Image:
    page = pypdfium2.PdfDocument(leaf.file)[leaf.page or 0]
    image = page.render(scale=3 * WIDTH / page.get_width()).to_pil().convert("RGB")
    return image.resize((WIDTH, round(image.height / 3)), Image.Resampling.LANCZOS)


def _palette() -> Image.Image:
    paper = (255, 255, 255)
    colors = dict.fromkeys(_colors(PAPER))
    blends = [
        tuple(round(a + (b - a) * step / STEPS) for a, b in zip(color, paper, strict=True))
        for step in range(STEPS)
        for color in colors
    ]
    distinct = list(dict.fromkeys([paper, *blends]))[:256]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for color in distinct for part in color])
    return palette


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
