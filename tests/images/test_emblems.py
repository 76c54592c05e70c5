"""Logos as their files give them: an SVG as outlines of plain colours, pixels as they are; all else is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Decoder

from report.diagnostics import Diagnostic, SourceText
from report.drawing.emblem import Emblem
from report.drawing.model import Outline, Raster
from report.drawing.painters.png import paint_png
from report.images.emblems import read_emblem
from report.units import Box, Color
from tests.deck.builders import FONTS

GREEN, BLUE = (0, 122, 83, 255), (10, 110, 153, 255)
CLEAR = 0
"""The opacity of what is not painted."""


def svg(content: str, head: str = 'viewBox="0 0 90 30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{content}</svg>'.encode()


def found(folder: Path, content: bytes) -> Emblem | Diagnostic:
    (folder / "logo").write_bytes(content)
    return read_emblem(folder / "logo", SourceText("logo"))


def emblem(folder: Path, content: bytes) -> Emblem:
    read = found(folder, content)
    assert isinstance(read, Emblem), read
    return read


def refused(folder: Path, content: bytes) -> tuple[str, str]:
    read = found(folder, content)
    assert isinstance(read, Diagnostic)
    return read.id, read.message


def painted(logo: Emblem) -> Decoder.Image:
    """A pixel for a unit of length."""
    drawing = logo.drawn(Box(0.0, 0.0, logo.width, logo.height), title="", language="de")
    return Decoder.open(BytesIO(paint_png(drawing, FONTS, dpi=72))).convert("RGBA")


SHAPES = {
    "path": '<path d="M10 5h20v20h-20z" fill="#007A53"/>',
    "path of curves and arcs": '<path d="M10 5c8 0 12 0 20 0s0 10 0 20a15 15 0 0 1-20 0Q10 15 10 5" fill="#007A53"/>',
    "rectangle": '<rect x="10" y="5" width="20" height="20" rx="3" fill="#007A53"/>',
    "circle": '<circle cx="20" cy="15" r="12" fill="#007A53"/>',
    "ellipse": '<ellipse cx="20" cy="15" rx="12" ry="10" fill="#007A53"/>',
    "polygon": '<polygon points="8,3 32,3 32,27 8,27" fill="#007A53"/>',
    "line": '<line x1="8" y1="15" x2="32" y2="15" stroke="#007A53" stroke-width="6"/>',
    "polyline": '<polyline points="8,15 32,15" fill="none" stroke="#007A53" stroke-width="6"/>',
    "class": '<style>.a, .b{fill:#007A53;}</style><rect class="b" x="10" y="5" width="20" height="20"/>',
    "own style": '<rect fill="red" style="fill:#007A53" x="10" y="5" width="20" height="20"/>',
    "group": '<g fill="#007A53"><g><rect x="10" y="5" width="20" height="20"/></g></g>',
    "moved and scaled": '<g transform="translate(10 5) scale(2)"><rect width="10" height="10" fill="#007A53"/></g>',
    "turned": '<rect x="10" y="5" width="20" height="20" fill="#007A53" transform="rotate(90 20 15)"/>',
    "colour by name": '<g fill="currentColor" color="rgb(0,122,83)"><rect x="10" y="5" width="20" height="20"/></g>',
    "used": '<defs><rect id="a" width="20" height="20" fill="#007A53"/></defs><use href="#a" x="10" y="5"/>',
    "clipped by the whole": '<clipPath id="c"><rect width="90" height="30"/></clipPath>'
    '<g clip-path="url(#c)"><rect x="10" y="5" width="20" height="20" fill="#007A53"/></g>',
    "in pixels": '<rect x="10px" y="5px" width="20px" height="20px" fill="#007A53"/>',
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_a_shape_is_drawn_where_the_file_has_it(content: str, tmp_path: Path) -> None:
    logo = emblem(tmp_path, svg(content))

    pixels = painted(logo)
    assert (logo.width, logo.height) == (90, 30)
    assert pixels.getpixel((20, 15)) == GREEN
    assert pixels.getpixel((60, 15))[3] == CLEAR  # type: ignore[index]
    assert logo.colors == (Color.of_hex("#007A53"),)


@pytest.mark.parametrize("rule", ['fill-rule="evenodd"', ""], ids=["even and odd", "winding"])
def test_a_hole_is_a_hole_by_either_rule(rule: str, tmp_path: Path) -> None:
    hole = "M12 10h16v10h-16z" if rule else "M12 10v10h16v-10z"

    pixels = painted(emblem(tmp_path, svg(f'<path {rule} fill="#007A53" d="M5 5h30v20h-30z{hole}"/>')))

    assert pixels.getpixel((8, 15)) == GREEN
    assert pixels.getpixel((20, 15))[3] == CLEAR  # type: ignore[index]


def test_nothing_of_a_drawing_is_cut_off_at_its_frame(tmp_path: Path) -> None:
    logo = emblem(tmp_path, svg('<rect x="-10" y="0" width="110" height="30" fill="#007A53"/>'))

    assert logo.width == 110
    assert logo.marks[0].extent == Box(0, 0, 110, 30)


REFUSED = {
    "letters that need a font": "<text>Nord</text>",
    "a picture of pixels": '<image href="a.png"/>',
    "a gradient or pattern": '<rect width="9" height="9" fill="url(#g)"/>',
    "what shines through": '<rect width="9" height="9" fill-opacity="0.5"/>',
    "a filter": '<g filter="url(#f)"><rect width="9" height="9"/></g>',
    "a mask": '<g mask="url(#m)"><rect width="9" height="9"/></g>',
    "a clipping path": '<g clip-path="url(#c)"><rect width="9" height="9"/></g>',
    "dashed lines": '<path d="M0 0h9" stroke="red" stroke-dasharray="1 1"/>',
    "something that lies outside of the file": '<use href="other.svg#a"/>',
    "a style sheet that cannot be read": "<style>rect:first-child{fill:red}</style><rect width='9' height='9'/>",
    "a shape that cannot be read": '<path d="M0 0 L"/>',
    "a transform that cannot be read": '<rect width="9" height="9" transform="spin(3)"/>',
    "a colour that cannot be read": '<rect width="9" height="9" fill="color-mix(in srgb, red, blue)"/>',
    "too much in it": '<g id="a"><use href="#a"/><use href="#a"/></g>',
    "nothing that can be seen": '<rect width="9" height="9" fill="none"/>',
}


ODD = {
    "a transform that cannot be read": '<rect width="9" height="9" transform="skewX(1e999)"/>',
    "a shape that cannot be read": '<path d="M0 0C1e308 1e308 -1e308 1 9 9"/>',
    "a length that cannot be read": '<rect id="a" width="9" height="9"/><use href="#a" x="left"/>',
}


@pytest.mark.parametrize("what", ODD)
def test_numbers_that_nothing_can_be_drawn_with_are_refused(what: str, tmp_path: Path) -> None:
    assert refused(tmp_path, svg(ODD[what])) == ("not-drawn", f'the drawing "logo" has {what}')


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_drawn_alike_everywhere_is_refused_by_name(what: str, tmp_path: Path) -> None:
    assert refused(tmp_path, svg(REFUSED[what])) == ("not-drawn", f'the drawing "logo" has {what}')


def test_a_file_that_would_grow_without_end_is_not_unfolded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<title>&b;</title>")

    assert refused(tmp_path, bomb) == ("not-drawn", 'the drawing "logo" has entities of its own')


def test_nothing_of_the_file_but_its_outlines_is_kept(tmp_path: Path) -> None:
    content = '<script>fetch("x")</script><title>geheim</title><rect width="90" height="30" onclick="x()" id="geheim"/>'

    logo = emblem(tmp_path, svg(content))

    assert all(isinstance(mark, Outline) for mark in logo.marks)
    assert "geheim" not in repr(logo)


def of_pixels(color: tuple[int, ...], size: tuple[int, int] = (80, 20), kind: str = "PNG", **saved: object) -> bytes:
    file = BytesIO()
    Decoder.new("RGBA" if len(color) == 4 else "RGB", size, color).save(file, kind, **saved)
    return file.getvalue()


def test_pixels_keep_their_proportions_and_what_shines_through_them(tmp_path: Path) -> None:
    with Decoder.new("RGBA", (3000, 1000), (0, 0, 0, 0)) as half:
        half.paste(BLUE, (0, 0, 1500, 1000))
        file = BytesIO()
        half.save(file, "PNG")

    logo = emblem(tmp_path, file.getvalue())

    (mark,) = logo.marks
    assert isinstance(mark, Raster)
    assert (logo.width, logo.height, logo.has_ground) == (1200, 400, False)
    assert logo.colors[0] == Color(*BLUE[:3])
    shown = painted(logo)
    assert (shown.getpixel((300, 200)), shown.getpixel((900, 200))[3]) == (BLUE, CLEAR)  # type: ignore[index]


def test_a_picture_without_holes_brings_its_ground_along_and_no_metadata(tmp_path: Path) -> None:
    logo = emblem(tmp_path, of_pixels((255, 255, 255), kind="JPEG", comment=b"geheim"))

    assert logo.has_ground
    assert b"geheim" not in logo.marks[0].content  # type: ignore[union-attr]


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, b"GIF89a") == ("not-a-picture", '"logo" is no logo that can be read')
    assert refused(tmp_path, of_pixels((0, 0, 0, 0))) == (
        "not-drawn",
        'the drawing "logo" has nothing that can be seen',
    )
    message = '"logo" is more than 20 times as long as it is wide'
    assert refused(tmp_path, of_pixels((1, 1, 1), size=(201, 10))) == ("not-drawn", message)
    assert isinstance(found(tmp_path, of_pixels((1, 1, 1), size=(200, 10))), Emblem)


def test_a_drawing_is_bounded(tmp_path: Path) -> None:
    rect = '<rect width="90" height="30"/>'
    padding = 1_000_000 - len(svg(rect)) - len("<!---->")

    assert isinstance(found(tmp_path, svg(f"{rect}<!--{' ' * padding}-->")), Emblem)
    assert refused(tmp_path, svg(f"{rect}<!--{' ' * (padding + 1)}-->"))[0] == "picture-too-large"


def test_a_logo_stands_whole_in_the_lower_left_corner_of_its_slot(tmp_path: Path) -> None:
    logo = emblem(tmp_path, svg('<rect width="90" height="30"/>'))

    assert logo.within(Box(10, 20, 60, 60)) == Box(10, 60, 60, 20)
    assert logo.within(Box(10, 20, 600, 10)) == Box(10, 20, 30, 10)
