"""Titles on pictures, gradients and edges of bands: letters can be read there, or a panel is put under them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Pt

import report
from report.diagnostics import Diagnostic
from report.pipeline import Product
from report.templates.choosing import SlidePart
from report.templates.company import Company, notices_of, read_company
from report.templates.letters import readable_letters
from report.templates.model import TemplatePlace
from report.units import Color
from tests.end_to_end.conftest import SHIPPED
from tests.templates.pictures import hills

WHITE = Color(255, 255, 255)
WIDTH, HEIGHT = 960, 540
"""Points: 16:9."""


def png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def dark() -> bytes:
    return hills("#10203A", "#0A1428")


def checked() -> bytes:
    """Black and white squares, as restless as a picture can be."""
    image = Image.new("L", (320, 180))
    image.putdata([255 * ((x // 8 + y // 8) % 2) for y in range(180) for x in range(320)])
    return png(image)


def halves() -> bytes:
    """Black at the left, white at the right."""
    image = Image.new("L", (320, 180), 255)
    image.paste(0, (0, 0, 160, 180))
    return png(image)


def office() -> Any:
    """Office's own template, black letters on white, on slides of 16:9 with places in their middle."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for place in sheet.placeholders:
            if place._element.spPr.find(qn("a:xfrm")) is not None:
                place.left, place.width = int(place.left * WIDTH / 720), int(place.width * WIDTH / 720)
    return deck


def pictured(raw: bytes, width: float = WIDTH, *, cut: float = 0.0) -> Any:
    """Its cover over a picture from the left edge. cut: what of the picture is left out at its right, as a share."""
    deck = office()
    cover = deck.slide_layouts[0]
    _, relation = cover.part.get_or_add_image_part(BytesIO(raw))
    made = CT_Picture.new_pic(99, "Foto", "", relation, 0, 0, Pt(width), Pt(HEIGHT))
    if cut:
        made.find(qn("p:blipFill")).insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} r="{cut * 100_000:.0f}"/>'))
    cover.shapes._spTree.insert(2, made)
    return deck


def banded() -> Any:
    """Its cover beside a dark band, whose edge runs through the title."""
    deck = office()
    cover = deck.slide_layouts[0]
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(
        MSO_SHAPE.RECTANGLE, 0, 0, Pt(0.34 * WIDTH), Pt(HEIGHT)
    )
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor(0x2E, 0x40, 0x57)
    cover.shapes._spTree.insert(2, box._element)
    return deck


def grounded(fill: str, raw: bytes | None = None) -> Any:
    """Its master on a background: a fill that names the master's picture %s."""
    deck = office()
    _, relation = deck.slide_master.part.get_or_add_image_part(BytesIO(raw or dark()))
    sheet = deck.slide_master._element.find(qn("p:cSld"))
    sheet.remove(sheet.find(qn("p:bg")))
    said = f"<p:bg {nsdecls('p', 'a', 'r')}><p:bgPr>{fill % relation}<a:effectLst/></p:bgPr></p:bg>"
    sheet.insert(0, parse_xml(said))
    return deck


def with_logo(left: float, top: float, width: float, height: float) -> Any:
    """A logo in that place on its master, in points, and so on every slide."""
    deck = office()
    _, relation = deck.slide_master.part.get_or_add_image_part(BytesIO(dark()))
    logo = CT_Picture.new_pic(99, "Logo", "", relation, Pt(left), Pt(top), Pt(width), Pt(height))
    deck.slide_master.shapes._spTree.append(logo)
    return deck


def photographed(raw: bytes | None = None) -> Any:
    return grounded('<a:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>', raw)


def saved(deck: Any, folder: Path) -> Path:
    file = folder / "ours.pptx"
    deck.save(str(file))
    return file


def company(deck: Any, folder: Path) -> Company:
    found = read_company(saved(deck, folder), "ours.pptx", {})
    assert isinstance(found, Company)
    return found


def title(found: Company, part: SlidePart = SlidePart.COVER) -> TemplatePlace:
    place = found.choice.layouts[part].title
    assert place is not None
    return place


@pytest.mark.parametrize("deck", [pictured(dark()), pictured(halves(), cut=0.5), photographed()])
def test_black_letters_on_a_dark_picture_become_white(deck: Any, tmp_path: Path) -> None:
    found = company(deck, tmp_path)

    assert readable_letters(title(found)) == WHITE
    assert not title(found).has_panel
    told = [fault.message for fault in notices_of(found) if fault.id == "template-ground"]
    assert told[-1].endswith("the title cannot be read on what lies under it: it is #FFFFFF")


@pytest.mark.parametrize("deck", [pictured(checked()), pictured(dark(), 0.4 * WIDTH), banded()])
def test_letters_that_no_colour_makes_readable_stand_on_a_panel(deck: Any, tmp_path: Path) -> None:
    found = company(deck, tmp_path)

    assert title(found).has_panel
    assert title(found).text.ground == WHITE
    (told,) = [fault for fault in notices_of(found) if fault.id == "template-ground"]
    assert told.as_text() == (
        'ours.pptx: warning[template-ground]: on the layout "Title Slide" no colour can be read on all that lies '
        "under the title: a panel of #FFFFFF is put between\n"
        "  hint: give the title a plain ground or a calmer picture, or name another layout under `layouts:`"
    )
    told_of_it = report.explain_template(tmp_path / "ours.pptx")
    assert "the first slide: #000000 on a panel of #FFFFFF (21.0 to 1)\n" in told_of_it
    assert (
        'missing   a ground under the title of "Title Slide" on which some colour can be read: '
        "a panel of #FFFFFF is put between\n"
    ) in told_of_it + "\n"


BLUES = '<a:gs pos="0"><a:srgbClr val="101840"/></a:gs><a:gs pos="100000"><a:srgbClr val="F4F6FF"/></a:gs>'


@pytest.mark.parametrize(("angle", "has_panel"), [(0, True), (90, False)])
def test_of_a_gradient_what_lies_under_the_title_counts(angle: int, has_panel: bool, tmp_path: Path) -> None:
    """From left to right the title runs from dark to light; from top to bottom it lies where it is dark."""
    line = f'<a:lin ang="{angle * 60_000}"/>'
    deck = grounded(f'<a:gradFill rotWithShape="1"><a:gsLst>{BLUES}</a:gsLst>{line}</a:gradFill><!--%s-->')

    found = company(deck, tmp_path)

    assert title(found, SlidePart.FINDING).has_panel == has_panel
    assert (readable_letters(title(found, SlidePart.FINDING)) == WHITE) != has_panel


@pytest.mark.parametrize("letters", ["FFFFFF", "FFE9A0"])
def test_letters_that_can_be_read_on_their_picture_stay(letters: str, tmp_path: Path) -> None:
    deck = pictured(dark())
    style = deck.slide_master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))
    colour = next(style.iter(qn("a:solidFill")))
    colour.replace(colour[0], parse_xml(f'<a:srgbClr {nsdecls("a")} val="{letters}"/>'))

    found = company(deck, tmp_path)

    assert not title(found).has_panel
    assert readable_letters(title(found)) is None


def test_what_is_no_png_or_jpeg_is_left_as_it_is(tmp_path: Path) -> None:
    found = company(pictured(png(Image.new("L", (2, 2)))), tmp_path)
    assert readable_letters(title(found)) == WHITE
    broken = pictured(png(Image.new("L", (2, 2))))
    part = next(each for each in broken.slide_layouts[0].part.package.iter_parts() if "media" in str(each.partname))
    part._blob = b"\x01\x00\x00\x00 a drawing of Windows"

    unknown = company(broken, tmp_path)

    assert title(unknown).text.shades == ()
    assert readable_letters(title(unknown)) is None
    assert not title(unknown).has_panel


def built(deck: Any, folder: Path) -> Any:
    options = report.Options(folder / "out", ("de",), (Product.DECK,), template=saved(deck, folder))
    (file,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]
    assert [fault.as_text() for fault in report.check(file).warnings if fault.id != "alternative-length"] == []
    return pptx.Presentation(str(file)).slides


def test_a_panel_lies_under_all_words_of_a_cover(tmp_path: Path) -> None:
    cover = built(banded(), tmp_path)[0]

    panel, *words = cover.shapes
    assert panel.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert words[0] == cover.shapes.title
    assert len(words) == 2
    for text in words:
        assert panel.left <= text.left < text.left + text.width <= panel.left + panel.width
        assert panel.top <= text.top < text.top + text.height <= panel.top + panel.height


def test_headlines_on_a_dark_background_are_white(tmp_path: Path) -> None:
    for slide in built(photographed(), tmp_path):
        shown = slide.shapes.title
        if shown.top < Pt(100):
            run = shown.text_frame.paragraphs[0].runs[0]
            assert run._r.rPr.find(".//{*}schemeClr").get("val") == "bg1"


def test_a_logo_where_content_would_stand_is_told_with_its_size(tmp_path: Path) -> None:
    found = read_company(saved(with_logo(330, 150, 300, 300), tmp_path), "ours.pptx", {})

    assert isinstance(found, Diagnostic)
    assert found.as_text() == (
        "ours.pptx: error[template-without-layout]: no layout of the template has a title at its top, and room for "
        'content below it: on "Title and Content" something of 300 x 300 pt stands where content would\n'
        "  hint: make it smaller or move it in PowerPoint (View, Slide Master), or add a layout without it"
    )


def test_a_logo_that_leaves_too_little_room_is_told_with_its_size(tmp_path: Path) -> None:
    template = saved(with_logo(48, 380, 400, 140), tmp_path)
    options = report.Options(tmp_path / "out", ("de",), (Product.DECK,), template=template)

    with pytest.raises(report.SourceError) as told:
        report.build(SHIPPED, options=options)

    (fault,) = [fault for fault in told.value.diagnostics if fault.id == "template-little-room"]
    assert fault.hint == (
        "make it larger in PowerPoint (View, Slide Master), make what takes 400 x 140 pt there smaller, "
        "or name another layout under `layouts:`"
    )


def test_a_slide_number_on_a_restless_picture_stands_on_a_plate(tmp_path: Path) -> None:
    cover, slide, *_ = built(photographed(checked()), tmp_path)
    shapes = list(slide.shapes)
    (plate,) = (shape for shape in shapes if shape.name.startswith("plate"))
    (number,) = (shape for shape in shapes if shape.name.startswith("page number"))

    assert shapes.index(plate) < shapes.index(number)
    assert plate.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert number.top <= plate.top < plate.top + plate.height <= number.top + number.height
    assert plate.height >= Pt(12)
    assert plate.left + plate.width == number.left + number.width, "the number is flush right"
    assert Pt(20) < plate.width < Pt(60)
    assert not any(shape.name.startswith("plate") for shape in cover.shapes), "a cover has no number"


def test_numbers_that_can_be_read_have_no_plate(tmp_path: Path) -> None:
    names = [shape.name for slide in built(photographed(), tmp_path) for shape in slide.shapes]

    assert [name for name in names if name.startswith("plate")] == []
