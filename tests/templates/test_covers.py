"""Covers on templates: all that they say finds room, on the ground that the template has for it."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

import report
from report.pipeline import Product
from report.text.fonts import Fonts
from report.text.model import Face, Style
from report.text.typefaces import LIBERATION_SANS
from report.units import Color
from tests.conftest import CHECKOUT
from tests.end_to_end.conftest import SHIPPED
from tests.templates.brand import Place
from tests.templates.fixtures import TEMPLATES, USABLE
from tests.templates.samples import as_presentation
from tests.templates.shapes import fill, rectangle

SUBTITLE = "Social Media in der ITK-Branche: Organisation, Herausforderungen und Ziele"
ALL = (SUBTITLE, "Briefing für Marketingverantwortliche", "Bitkom · Juni 2016 · Fassung 1.0")
BLACK = Color(0, 0, 0)
ON_A_PICTURE = "sediment"
"""A template whose cover is a picture: letters are readable where they are planned, and nobody knows where else."""


def cover(template: bytes, folder: Path) -> Any:
    """The cover of the German deck of the survey that ships."""
    file = folder / "ours.potx"
    file.write_bytes(template)
    options = report.Options(folder / "out", ("de",), (Product.DECK,), template=file)
    (deck,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]
    return pptx.Presentation(str(deck)).slides[0]


def told(slide: Any) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in text_below(slide).text_frame.paragraphs)


def text_below(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.name.startswith("subtitle"))


@pytest.mark.parametrize("name", [name for name in USABLE if name not in ("poster", ON_A_PICTURE)])
def test_a_low_place_loses_no_line_where_nothing_is_below_it(name: str, tmp_path: Path) -> None:
    slide = cover(TEMPLATES[name](), tmp_path)

    text = text_below(slide)
    assert told(slide) == ALL
    below = [shape for shape in (*slide.slide_layout.shapes, *slide.shapes) if shape.top >= text.top + Pt(1)]
    assert all(shape.top >= text.top + text.height for shape in below if overlaps(shape, text))


def overlaps(one: Any, other: Any) -> bool:
    is_beside = one.left + one.width <= other.left or other.left + other.width <= one.left
    return not is_beside and one.shape_id != other.shape_id and not one.is_placeholder


def test_letters_on_a_picture_become_small_before_a_cover_loses_what_it_is_about(tmp_path: Path) -> None:
    slide = cover(TEMPLATES[ON_A_PICTURE](), tmp_path)

    text, (place,) = (
        text_below(slide),
        [each for each in slide.slide_layout.placeholders if each.placeholder_format.idx],
    )
    assert told(slide) == (SUBTITLE, ALL[-1])
    assert (text.top, text.height) == (place.top, place.height)
    assert [run.font.size.pt for run in text.text_frame.paragraphs[0].runs] == [14]


def test_a_text_below_a_title_is_smaller_than_that(tmp_path: Path) -> None:
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    layout = deck.slide_layouts.get_by_name("Titelfolie")
    assert layout is not None
    below = layout.placeholders[1]
    for said in below._element.iter("{*}defRPr"):
        said.set("sz", "4800")
    stream = BytesIO()
    deck.save(stream)

    slide = cover(stream.getvalue(), tmp_path)

    sizes = [shape.text_frame.paragraphs[0].runs[0].font.size for shape in (slide.shapes.title, text_below(slide))]
    assert sizes[1] <= 0.9 * sizes[0]
    assert told(slide) == ALL


def test_a_title_becomes_smaller_rather_than_end_a_line_within_a_word(tmp_path: Path) -> None:
    title = cover(TEMPLATES["google"](), tmp_path).shapes.title

    (run,) = title.text_frame.paragraphs[0].runs
    style, fonts = (
        Style(Face.REGULAR, run.font.size.pt, Color(0, 0, 0)),
        Fonts(CHECKOUT / "assets/fonts", LIBERATION_SANS),
    )
    assert fonts.width("Fast die Hälfte der ITK-Unternehmen", style) < (title.width - Pt(14.4)) / Pt(1)
    assert run.font.size.pt >= 0.8 * 41.6, "so large it would stand in three lines"


def test_what_a_survey_is_about_stands_in_two_even_lines_where_it_has_no_room_in_one(tmp_path: Path) -> None:
    text = text_below(cover(TEMPLATES["google"](), tmp_path))

    frame, size = text.text_frame._txBody.bodyPr, text.text_frame.paragraphs[0].runs[0].font.size.pt
    inner = (text.width - int(frame.get("lIns")) - int(frame.get("rIns"))) / Pt(1)
    fonts, style = Fonts(CHECKOUT / "assets/fonts", LIBERATION_SANS), Style(Face.REGULAR, size, BLACK)
    first, second = "Social Media in der ITK-Branche:", "Organisation, Herausforderungen und Ziele"
    assert fonts.width(second, style) < inner < fonts.width(f"{first} Organisation,", style)


PLATE = 80.0
"""The height of what is painted under the title; two lines of the template's 44 pt take 106."""


@pytest.mark.parametrize(
    ("anchor", "share"), [(MSO_ANCHOR.MIDDLE, 0.5), (MSO_ANCHOR.TOP, 0.0), (MSO_ANCHOR.BOTTOM, 1.0)], ids=str
)
def test_a_title_stays_on_the_plate_that_the_template_paints_under_its_place(
    anchor: MSO_ANCHOR, share: float, tmp_path: Path
) -> None:
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    layout = deck.slide_layouts.get_by_name("Titelfolie")
    assert layout is not None
    place: Any = layout.placeholders[0]
    place.text_frame.vertical_anchor = anchor
    left, top, width, height = (length / Pt(1) for length in (place.left, place.top, place.width, place.height))
    plate = rectangle("Plate", Place(left, top + (height - PLATE) * share, width, PLATE), fill("DDDDDD"))
    layout.shapes._spTree.insert(2, parse_xml(plate.replace("<p:sp>", f"<p:sp {nsdecls('p', 'a')}>", 1)))
    stream = BytesIO()
    deck.save(stream)

    title = cover(stream.getvalue(), tmp_path).shapes.title

    (run,) = title.text_frame.paragraphs[0].runs
    assert 2 * 1.2 * run.font.size.pt <= PLATE


def test_no_line_of_a_cover_begins_or_ends_with_the_sign_between_its_parts(tmp_path: Path) -> None:
    folder, template = tmp_path / "briefing", tmp_path / "narrow.pptx"
    shutil.copytree(SHIPPED, folder)
    (folder / "theme.yaml").write_text(
        "format: 1\nlines: {confidential: {de: Nur für den Dienstgebrauch, en: For internal use only}}\n"
    )
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text().replace("survey: survey.yaml", "survey: survey.yaml\ntheme: theme.yaml"))
    deck = pptx.Presentation(BytesIO(as_presentation(TEMPLATES["wide"]())))
    place: Any = deck.slide_layouts[0].placeholders[1]
    place.left, place.top, place.width, place.height = place.left, place.top, Pt(290), Pt(170)
    deck.save(str(template))

    options = report.Options(tmp_path / "out", only=(Product.DECK,), template=template)
    built = [path for path in report.build(folder, options=options).written if path.suffix == ".pptx"]

    for path in built:
        lines = told(pptx.Presentation(str(path)).slides[0])
        assert any(line in ("For internal use only", "Nur für den Dienstgebrauch") for line in lines)
        assert not [line for line in lines if line.startswith("·") or line.endswith("·")]
    assert len(built) == 2
