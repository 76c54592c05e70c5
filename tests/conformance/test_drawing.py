"""The checkers of a deck as others see it, the validator and the drawing, find what is planted."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Pt

from report import Options, build
from report.ooxml.package import parts_of
from report.pipeline import Product
from tests.conformance import overflow, pictures, render, shapes, validator, words
from tests.conformance.fault import Fault
from tests.conformance.specimens import add_text, edited, picture, rules, write_deck
from tests.end_to_end.conftest import SHIPPED

pytestmark = pytest.mark.usefixtures("needs_programs")


def drawn_faults(deck: Path) -> list[Fault]:
    """What the checkers of the drawn deck find together."""
    slides = shapes.read(deck)
    drawn = render.to_pdf(deck, deck.parent / "drawn")
    pages = words.read(drawn)
    return [
        *render.faults(deck, drawn, n_slides=len(slides)),
        *words.faults(deck, pages),
        *overflow.faults(deck, slides, pages),
        *pictures.faults(deck, slides, render.to_pictures(drawn, deck.parent / "drawn")),
    ]


def with_text(text: str, *, left: float = 43, width: float = 300, wraps: bool = True) -> Callable[[Slide], None]:
    return lambda slide: add_text(slide, text, left=left, width=width, wraps=wraps)


def test_the_validator_passes_a_good_deck_and_finds_a_wrong_colour(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")
    wrong = edited(deck, {"ppt/theme/theme1.xml": lambda blob: blob.replace(b'srgbClr val="', b'srgbClr val="#', 1)})

    assert validator.faults(deck) == []
    assert "open-xml-schema" in rules(validator.faults(wrong))


def test_the_validator_finds_a_missing_part_and_a_file_that_is_no_zip(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")
    (tmp_path / "text.pptx").write_text("kein Zip")

    assert validator.faults(edited(deck, {"ppt/media/image1.png": None}))
    assert validator.faults(tmp_path / "text.pptx")


def test_a_deck_without_fault_is_drawn_without_fault_with_hidden_slides_too(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx", lambda slide: slide._element.set("show", "0"))

    assert drawn_faults(deck) == []


def test_a_text_that_runs_out_of_its_box_is_found_even_where_another_box_holds_the_same_words(tmp_path: Path) -> None:
    overflowing = "Ein Drittel verteilt die Aufgabe über Abteilungen hinweg"
    deck = write_deck(tmp_path / "deck.pptx", with_text(overflowing, left=400, width=100, wraps=False))

    found = drawn_faults(deck)

    assert rules(found) == {"word-outside-shape"}
    assert {fault.place for fault in found} == {"slide 1, shape 'TextBox 5'"}


def test_a_word_wider_than_its_table_cell_is_found(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        table = next(shape for shape in slide.shapes if isinstance(shape, GraphicFrame)).table
        table.columns[1].width = Pt(110)
        table.cell(1, 1).text = "Abteilungsübergreifend"

    deck = write_deck(tmp_path / "deck.pptx", fill)

    assert rules(drawn_faults(deck)) == {"broken-word"}


def test_a_word_broken_between_two_letters_is_found_and_one_broken_at_its_hyphen_is_not(tmp_path: Path) -> None:
    broken = write_deck(tmp_path / "a.pptx", with_text("Donaudampfschifffahrt", width=90))
    at_hyphen = write_deck(tmp_path / "b.pptx", with_text("Social-Media-Team", width=90))

    assert rules(drawn_faults(broken)) == {"broken-word"}
    assert drawn_faults(at_hyphen) == []


def test_a_word_across_the_edge_of_the_slide_and_a_text_beyond_it_are_found(tmp_path: Path) -> None:
    across = write_deck(tmp_path / "a.pptx", with_text("Kommunikation", left=880, width=120))
    beyond = write_deck(tmp_path / "b.pptx", with_text("Fort", left=1000))

    assert "word-outside-page" in rules(drawn_faults(across))
    assert rules(drawn_faults(beyond)) == {"text-not-drawn"}


def test_a_bullet_belongs_to_no_text_and_is_no_fault(tmp_path: Path) -> None:
    def fill(slide: Slide) -> None:
        frame = slide.shapes.add_textbox(Pt(43), Pt(200), Pt(300), Pt(60)).text_frame
        frame.text = "Zuständigkeit festlegen"
        bullet = frame.paragraphs[0]._p.get_or_add_pPr()
        bullet.insert_element_before(bullet.makeelement(f"{shapes.DRAWING}buAutoNum", {"type": "arabicPeriod"}))

    deck = write_deck(tmp_path / "deck.pptx", fill)

    assert drawn_faults(deck) == []


def cover(slide: Slide) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(495), Pt(295), Pt(210), Pt(110))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(255, 255, 255)


def leave_blank(slide: Slide) -> None:
    slide.shapes.add_picture(picture(ink="#FFFFFF"), Pt(720), Pt(300), Pt(100), Pt(50))


def reach_outside(slide: Slide) -> None:
    slide.shapes.add_picture(picture(), Pt(900), Pt(300), Pt(100), Pt(50))


@pytest.mark.parametrize(
    ("rule", "fill"),
    [("picture-not-drawn", cover), ("picture-blank", leave_blank), ("picture-outside-slide", reach_outside)],
)
def test_a_picture_that_does_not_show_is_found(tmp_path: Path, rule: str, fill: Callable[[Slide], None]) -> None:
    deck = write_deck(tmp_path / "deck.pptx", fill)

    assert rules(drawn_faults(deck)) == {rule}


def test_the_drawings_of_a_deck_leave_every_word_of_it_in_its_place(tmp_path: Path) -> None:
    options = Options(output=tmp_path, languages=("de",), only=(Product.DECK,))
    deck = next(path for path in build(SHIPPED, options=options).written if path.suffix == ".pptx")
    without = edited(deck, {name: without_drawings for name in parts_of(deck.read_bytes()) if SLIDE.fullmatch(name)})

    pages, same = (words.read(render.to_pdf(each, tmp_path / "drawn")) for each in (deck, without))

    assert b"svgBlip" in parts_of(deck.read_bytes())["ppt/slides/slide3.xml"]
    assert b"svgBlip" not in parts_of(without.read_bytes())["ppt/slides/slide3.xml"]
    assert pages == same


def without_drawings(slide: bytes) -> bytes:
    return re.sub(rb"(<a:blip [^>]*>)<a:extLst>.*?</a:extLst>", rb"\1", slide)


SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


def test_a_drawing_with_other_pages_than_slides_is_found(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")
    drawn = render.to_pdf(deck, tmp_path / "drawn")

    assert rules(render.faults(deck, drawn, n_slides=2)) == {"page-count"}


def test_a_deck_that_libreoffice_cannot_open_is_not_drawn(tmp_path: Path) -> None:
    (tmp_path / "text.pptx").write_bytes(b"PK\x03\x04 kein Zip")

    with pytest.raises(render.NotDrawn):
        render.to_pdf(tmp_path / "text.pptx", tmp_path / "drawn")
