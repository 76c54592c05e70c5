"""Reads the file of a logo: an SVG as its outlines, a PNG or JPEG as pixels, through which the ground may be seen."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

import PIL.Image as Decoder
from PIL import ImageOps
from PIL.Image import Image as Pixels

from report.diagnostics import Diagnostic, Location, SourceText, shortened
from report.drawing.emblem import Emblem
from report.drawing.model import MarkRole, Raster
from report.images.faults import ImageFault
from report.images.reading import LARGEST_FILE, bounded, opened_pixels
from report.images.svg import LARGEST_SVG, svg_emblem
from report.images.svg_paths import NotDrawnError
from report.units import Box, Color

LONGEST_SIDE = 1200
"""Pixels: a logo takes a fifth of a slide's width at most."""
MOST_UNEQUAL = 20
"""How many times as long as its other side a side of a logo may be."""
N_COLORS = 8
SEEN = 128
"""A pixel of so much opacity, of 255, counts among the colours of a logo."""
HAS_GROUND = 0.97
"""A logo so much of which is opaque brings its own ground along."""


def read_emblem(path: Path, named: SourceText) -> Emblem | Diagnostic:
    """The logo in a file, or why there is none; `named` is the text that names it."""
    place, name = named.at(0, len(named.text)), shortened(named.text)
    try:
        raw = bounded(path, LARGEST_FILE)
    except OSError:
        return _unreadable(name, place)
    is_svg = raw is not None and b"<svg" in raw[:65536]
    if raw is None or (is_svg and len(raw) > LARGEST_SVG):
        message = f'"{name}" is larger than {(LARGEST_SVG if is_svg else LARGEST_FILE) // 1_000_000} MB'
        return Diagnostic(ImageFault.PICTURE_TOO_LARGE, message, place, hint="save it smaller")
    try:
        emblem = svg_emblem(raw) if is_svg else _of_pixels(raw, name, place)
    except NotDrawnError as error:
        message = f'the drawing "{name}" has {error}'
        hint = "save it with areas of plain colours alone and its letters as outlines, or as PNG"
        return Diagnostic(ImageFault.NOT_DRAWN, message, place, hint=hint)
    if isinstance(emblem, Emblem) and not 1 / MOST_UNEQUAL <= emblem.width / emblem.height <= MOST_UNEQUAL:
        message = f'"{name}" is more than {MOST_UNEQUAL} times as long as it is wide'
        return Diagnostic(ImageFault.NOT_DRAWN, message, place, hint="cut off what is empty around the logo")
    return emblem


def _unreadable(name: str, place: Location | None) -> Diagnostic:
    message = f'"{name}" is no logo that can be read'
    return Diagnostic(ImageFault.NOT_A_PICTURE, message, place, hint="save it as SVG, PNG or JPEG")


def _of_pixels(raw: bytes, name: str, place: Location | None) -> Emblem | Diagnostic:
    pixels = opened_pixels(raw, name, place)
    if pixels is None:
        return _unreadable(name, place)
    if isinstance(pixels, Diagnostic):
        return pixels
    upright = ImageOps.exif_transpose(pixels).convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Decoder.Resampling.LANCZOS)
    upright.info = {}
    written = BytesIO()
    upright.save(written, "PNG")
    box = Box(0.0, 0.0, float(upright.width), float(upright.height))
    n_seen = sum(upright.getchannel("A").histogram()[SEEN:])
    if not n_seen:
        raise NotDrawnError("nothing that can be seen")
    has_ground = n_seen >= HAS_GROUND * upright.width * upright.height
    mark = Raster(MarkRole.LOGO, box, written.getvalue())
    return Emblem(box.width, box.height, (mark,), _colors(upright), has_ground=has_ground)


def _colors(pixels: Pixels) -> tuple[Color, ...]:
    """The colours that most of what is seen has, that of most first."""
    codes = pixels.resize((64, 64)).tobytes()
    seen = [codes[at : at + 3] for at in range(0, len(codes), 4) if codes[at + 3] >= SEEN] or [bytes(3)]
    few = Decoder.frombytes("RGB", (len(seen), 1), b"".join(seen)).quantize(N_COLORS).convert("RGB").tobytes()
    counted = Counter(few[at : at + 3] for at in range(0, len(few), 3))
    return tuple(Color(*color) for color, _ in counted.most_common())
