"""Pictures as their files give them: decoded to the end, upright, opaque, bounded, and with nothing beside them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Decoder
from PIL.PngImagePlugin import PngInfo

from report.diagnostics import Diagnostic, SourceText
from report.images.model import Image
from report.images.reading import LARGEST_FILE, LONGEST_SIDE, read_image
from report.units import Box

NAMED = SourceText("form.png")


def written(pixels: Decoder.Image, kind: str, **saved: object) -> bytes:
    file = BytesIO()
    pixels.save(file, kind, **saved)
    return file.getvalue()


def found(folder: Path, content: bytes) -> Image | Diagnostic:
    (folder / "form.png").write_bytes(content)
    return read_image(folder / "form.png", NAMED)


def image(folder: Path, content: bytes) -> Image:
    read = found(folder, content)
    assert isinstance(read, Image)
    return read


def decoded(read: Image) -> Decoder.Image:
    return Decoder.open(BytesIO(read.content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_with_nothing_beside_it_keeps_its_bytes(tmp_path: Path, kind: str) -> None:
    content = written(Decoder.new("RGB", (40, 30), "#0B6E99"), kind)

    assert image(tmp_path, content) == Image(40, 30, content)


def test_words_in_a_picture_file_are_left_out(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("Author", "Nebenan")

    read = image(tmp_path, written(Decoder.new("RGB", (40, 30)), "PNG", pnginfo=info))
    commented = image(tmp_path, written(Decoder.new("RGB", (40, 30)), "JPEG", comment=b"Nebenan"))

    assert b"Nebenan" not in read.content + commented.content


def test_what_shines_through_is_paper(tmp_path: Path) -> None:
    read = image(tmp_path, written(Decoder.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG"))

    assert (decoded(read).mode, decoded(read).getpixel((1, 1))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["P", "1", "CMYK", "LA", "I;16"])
def test_every_mode_becomes_one_that_all_programs_show(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"

    assert decoded(image(tmp_path, written(Decoder.new(mode, (6, 4)), kind))).mode in ("RGB", "L")


def test_a_picture_is_no_larger_than_a_slide_can_show(tmp_path: Path) -> None:
    read = image(tmp_path, written(Decoder.new("L", (LONGEST_SIDE * 2, 100)), "PNG"))

    assert (read.width, read.height) == (LONGEST_SIDE, 50)


@pytest.mark.parametrize("cut", [0, 1, 20, 200])
def test_a_broken_file_is_no_picture(tmp_path: Path, cut: int) -> None:
    content = written(Decoder.effect_noise((60, 60), 50), "PNG")

    read = found(tmp_path, content[:cut])

    assert isinstance(read, Diagnostic) and read.id == "not-a-picture"


def test_other_formats_are_none(tmp_path: Path) -> None:
    read = found(tmp_path, written(Decoder.new("L", (6, 4)), "GIF"))

    assert isinstance(read, Diagnostic) and read.id == "not-a-picture"


def test_bytes_and_pixels_are_bounded(tmp_path: Path) -> None:
    heavy = found(tmp_path, bytes(LARGEST_FILE + 1))
    wide = found(tmp_path, written(Decoder.new("1", (30_000, 2_001)), "PNG"))

    assert isinstance(heavy, Diagnostic) and heavy.message.endswith("is larger than 20 MB")
    assert isinstance(wide, Diagnostic) and wide.message.endswith("has 30000 x 2001 pixels, more than 60 million")


def test_a_picture_within_a_box_keeps_its_proportions_and_one_that_fills_it_loses_what_is_over() -> None:
    wide = Image(200, 100, b"")

    assert wide.within(Box(10, 20, 50, 50)) == Box(10, 20, 50, 25)
    assert wide.excess(Box(0, 0, 50, 50)) == pytest.approx((0.5, 0))
