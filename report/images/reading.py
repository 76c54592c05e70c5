"""Reads the file of a picture: PNG or JPEG, bounded in bytes and pixels, decoded to the end so that nothing is broken.

What a camera or a program has written beside the picture (place, time, name, thumbnail) is left out: a picture without
any keeps its bytes, every other one is written anew, upright and at most as large as a slide can show.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from report.diagnostics import Diagnostic, Location, SourceText, shortened
from report.images.faults import ImageFault
from report.images.model import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

FORMATS = ("PNG", "JPEG")
LARGEST_FILE = 20_000_000
"""Bytes; a file of exactly this size is still read."""
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2880
"""Pixels: a slide is shown on screens of up to 3840, of which a picture takes half the width and the whole height."""
JPEG_QUALITY = 92
SMALLER = f"save it smaller: {LONGEST_SIDE} pixels are enough for the longer side"

_OF_THE_PICTURE = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "dpi", "gamma"}
_OF_THE_PICTURE |= {"srgb", "icc_profile", "interlace", "aspect", "progressive", "progression", "chromaticity"}
"""What a decoder tells of a picture that is no metadata; colours need some of it."""
_MARKERS = ("APP0", "APP2", "APP14")
"""The parts of a JPEG in which it tells of itself: its resolution, its colours."""
_MODES = ("RGB", "L")


def read_image(path: Path, named: SourceText) -> Image | Diagnostic:
    """The picture in a file, or why there is none; `named` is the text that names it."""
    place = named.at(0, len(named.text))
    name = shortened(named.text)
    unreadable = Diagnostic(
        ImageFault.NOT_A_PICTURE, f'"{name}" is no picture that can be read', place, hint="save it as PNG or JPEG"
    )
    try:
        raw = bounded(path, LARGEST_FILE)
    except OSError:
        return unreadable
    if raw is None:
        message = f'"{name}" is larger than {LARGEST_FILE // 1_000_000} MB'
        return Diagnostic(ImageFault.PICTURE_TOO_LARGE, message, place, hint=SMALLER)
    pixels = opened_pixels(raw, name, place)
    if isinstance(pixels, Diagnostic):
        return pixels
    return unreadable if pixels is None else _image(pixels, raw)


def load_formats() -> None:
    """Load what reads the usual kinds of picture; else the first picture does, whoever opens it."""
    from PIL import Image as Decoder

    Decoder.preinit()


def bounded(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None of one that is larger than so many."""
    with path.open("rb") as file:
        raw = file.read(most + 1)
    return raw if len(raw) <= most else None


def opened_pixels(raw: bytes, name: str, place: Location | None) -> Pixels | Diagnostic | None:
    """The pixels of a PNG or JPEG, decoded to the end; None where it is none that can be read, or a fault of size."""
    from PIL import Image as Decoder
    from PIL import UnidentifiedImageError

    try:
        pixels = _opened(raw)
        if pixels.width * pixels.height > MOST_PIXELS:
            size = f"{pixels.width} x {pixels.height} pixels"
            message = f'"{name}" has {size}, more than {MOST_PIXELS // 1_000_000} million'
            return Diagnostic(ImageFault.PICTURE_TOO_LARGE, message, place, hint=SMALLER)
        pixels.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Decoder.DecompressionBombError):
        return None
    return pixels


def _opened(raw: bytes) -> Pixels:
    from PIL import Image as Decoder

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Decoder.DecompressionBombWarning)  # how many pixels may be, is bounded here
        return Decoder.open(BytesIO(raw), formats=FORMATS)


def _image(pixels: Pixels, raw: bytes) -> Image:
    """The picture with its own bytes where these hold nothing else, otherwise written anew."""
    from PIL import Image as Decoder
    from PIL import ImageOps

    if _is_plain(pixels) and max(pixels.size) <= LONGEST_SIDE:
        return Image(pixels.width, pixels.height, raw)
    upright = _opaque(ImageOps.exif_transpose(pixels))
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Decoder.Resampling.LANCZOS)
    profile = pixels.info.get("icc_profile") if pixels.mode in _MODES else None
    upright.info = {}  # else the encoder would write down again what it holds
    written = BytesIO()
    if pixels.format == "PNG":
        upright.save(written, "PNG", icc_profile=profile)
    else:
        upright.save(written, "JPEG", quality=JPEG_QUALITY, icc_profile=profile)
    return Image(upright.width, upright.height, written.getvalue())


def _is_plain(pixels: Pixels) -> bool:
    """Whether its file holds nothing but what is seen, in a mode that every program shows."""
    markers = [marker for marker, _ in getattr(pixels, "applist", ())]
    is_bare = not pixels.getexif() and pixels.info.keys() <= _OF_THE_PICTURE and set(markers) <= set(_MARKERS)
    return pixels.mode in _MODES and is_bare


def _opaque(pixels: Pixels) -> Pixels:
    """The picture in a mode that every program shows; what shines through it is paper."""
    from PIL import Image as Decoder

    if not pixels.has_transparency_data:
        return pixels if pixels.mode in _MODES else pixels.convert("RGB")
    seen = pixels.convert("RGBA")
    paper = Decoder.new("RGBA", seen.size, "white")
    return Decoder.alpha_composite(paper, seen).convert("RGB")
