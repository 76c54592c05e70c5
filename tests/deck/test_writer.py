"""The written deck, read back by python-pptx and lxml: what stands there, in which language, under which name."""

import zipfile
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from report.checks.checking import check_deck
from report.deck.writer import write_deck
from report.formats.house_slides import HOUSE_SLIDES
from report.text.model import Face, Style
from report.theme.house import HOUSE
from tests.conformance import programs, validator
from tests.deck.builders import (
    BASE,
    BUILT,
    ENGLISH,
    FONTS,
    TEMPLATE,
    TOPIC,
    briefing,
    exhibit,
    finding,
    painted,
    placed,
    reopened,
    statement,
    written,
)
from tests.shapes import called

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture(scope="module")
def file() -> bytes:
    return written(briefing(statements=(statement(shows=exhibit()),)))


@pytest.fixture(scope="module")
def deck(file: bytes) -> Any:
    return Presentation(BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shape(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name or shape.name.startswith(f"{name} "))


def points(length: int) -> float:
    return length / 12700


# ----------------------------------------------------------------------------------------------------- placeholders


def test_every_slide_has_a_title_that_comes_first(deck: Any) -> None:
    for slide in deck.slides:
        assert slide.shapes[0].is_placeholder
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id
        assert slide.shapes.title.text_frame.text.strip()


def test_title_body_footer_and_number_are_placeholders_of_their_layout_and_none_is_empty(deck: Any) -> None:
    for slide in deck.slides:
        of_layout = {placeholder.placeholder_format.idx for placeholder in slide.slide_layout.placeholders}
        for placeholder in slide.placeholders:
            assert placeholder.placeholder_format.idx in of_layout
            assert placeholder.text_frame.text.strip()


def test_the_slides_of_a_finding_have_all_five(deck: Any) -> None:
    kinds = [placeholder.element.find(f".//{P}ph").get("type") for placeholder in deck.slides[2].placeholders]

    assert sorted(kinds) == ["body", "body", "ftr", "sldNum", "title"]


def test_the_slide_number_is_a_field_that_shows_the_number(deck: Any) -> None:
    for number, slide in enumerate(deck.slides, 1):
        fields = list(slide.element.iter(f"{A}fld"))
        assert [field.get("type") for field in fields] == ["slidenum"] * (number > 1)
        assert [field.findtext(f"{A}t") for field in fields] == [str(number)] * (number > 1)


def test_texts_hold_no_break_and_their_frames_make_the_lines(deck: Any) -> None:
    headline = deck.slides[2].shapes.title
    inner = points(headline.width) - points(headline.text_frame.margin_right)

    assert headline.text_frame.text == "Bekanntheit ist das am häufigsten genannte Ziel, den Kundenservice nennen 21 %"
    assert [slide for slide in deck.slides if any(True for _ in slide.element.iter(f"{A}br"))] == []
    bold = partial(FONTS.width, style=Style(Face.BOLD, 30, HOUSE.paper.text))
    first, further = "Bekanntheit ist das am häufigsten genannte", " Ziel,"
    assert bold(first) < inner < bold(first + further)


# --------------------------------------------------------------------------------------------------------- geometry


def test_shapes_stand_where_the_deck_places_them(deck: Any) -> None:
    note = shape(deck.slides[2], "annotation 1")
    headline = deck.slides[2].shapes.title

    assert points(note.left) == pytest.approx(647.2, abs=0.01)
    assert points(headline.left) == pytest.approx(43.2, abs=0.01)
    assert points(headline.top) + 33 - 0.206 * 30 == pytest.approx(76, abs=0.01)
    assert points(shape(deck.slides[2], "exhibit goals").top) == pytest.approx(165 - 9, abs=0.01)


def test_frames_have_an_inner_margin_where_lines_end_alone_and_wrap(deck: Any) -> None:
    for slide in deck.slides:
        for body in slide.element.iter(f"{A}bodyPr"):
            if body.getparent().tag == f"{P}txBody":
                is_right = body.getparent().find(f".//{A}pPr").get("algn") == "r"
                assert [body.get(side) for side in ("tIns", "bIns", "rIns" if is_right else "lIns")] == ["0"] * 3
                assert body.get("wrap") == "square"


def test_texts_shrink_when_they_become_longer_and_single_lines_keep_their_size(deck: Any) -> None:
    slides = [slide for slide in deck.slides if not any(placed.has_table for placed in slide.shapes)]
    fits = {placed.name.split()[0]: text_fit(placed) for slide in slides for placed in slide.placeholders}

    assert {name for name, fit in fits.items() if fit == "noAutofit"} == {"kicker", "exhibit", "page"}
    assert fits["footer"] == "normAutofit"
    assert {"headline", "title", "subtitle", "message", "statement"} <= fits.keys()
    for slide in deck.slides:
        assert [dict(fit.attrib) for fit in slide.element.iter(f"{A}normAutofit") if fit.attrib] == [], (
            "no stored scale"
        )


def test_footers_stay_on_the_slide_when_they_become_longer(deck: Any) -> None:
    footers = [
        (any(other.has_table for other in slide.shapes), placed)
        for slide in deck.slides
        for placed in slide.placeholders
        if placed.name.startswith("footer")
    ]

    assert {is_after_table for is_after_table, _ in footers} == {True, False}
    for is_after_table, footer in footers:
        assert footer.element.find(f".//{A}bodyPr").get("anchor") == ("b" if is_after_table else "t")
        assert text_fit(footer) == ("noAutofit" if is_after_table else "normAutofit")
        assert points(footer.top + footer.height) <= 540 - 6.7


def test_the_tag_of_hidden_slides_shrinks_in_its_frame(deck: Any) -> None:
    tags = [placed for slide in deck.slides for placed in slide.shapes if placed.name == "tag"]

    assert tags
    assert {text_fit(tag) for tag in tags} == {"normAutofit"}


def text_fit(placed: Any) -> str:
    fit: str = etree.QName(placed.element.find(f".//{A}bodyPr")[0]).localname
    return fit


def test_a_topic_that_becomes_longer_has_room_on_its_line(deck: Any) -> None:
    assert points(shape(deck.slides[2], "kicker").width) == pytest.approx(
        HOUSE_SLIDES.grid.columns_width(1, 6), abs=0.01
    )


def test_the_hairline_above_the_footer_belongs_to_the_layout(deck: Any) -> None:
    for slide in list(deck.slides)[1:]:
        rule = shape(slide.slide_layout, "Foot rule")
        assert points(rule.top) == pytest.approx(478)
        assert points(rule.left) == pytest.approx(43.2, abs=0.01)
        assert points(rule.left + rule.width) == pytest.approx(916.8, abs=0.01)


# -------------------------------------------------------------------------------------------------------- languages


@pytest.mark.parametrize("tag", ["de-DE", "en-GB"])
def test_every_run_break_field_and_paragraph_end_tells_its_language_in_the_notes_too(tag: str) -> None:
    told = briefing() if tag == "de-DE" else briefing(language=ENGLISH)

    for name, part in parts(written(told)).items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            tree = etree.fromstring(part)
            runs = [*tree.iter(f"{A}r"), *tree.iter(f"{A}br"), *tree.iter(f"{A}fld")]
            assert runs
            for run in runs:
                assert run.find(f"{A}rPr").get("lang") == tag  # type: ignore[union-attr]  # a failure if it is missing
            for end in tree.iter(f"{A}endParaRPr"):
                assert end.get("lang") == tag
            assert len(list(tree.iter(f"{A}endParaRPr"))) == len(list(tree.iter(f"{A}p")))


def test_the_document_tells_its_language_title_author_and_dates(deck: Any) -> None:
    properties = deck.core_properties

    assert properties.title == "Fast die Hälfte der ITK-Unternehmen hat ein eigenes Social-Media-Team"
    assert properties.author == properties.last_modified_by == "Bitkom"
    assert properties.language == "de-DE"
    assert properties.subject == "Social Media 2016"
    assert properties.created.isoformat()[:19] == properties.modified.isoformat()[:19] == "2016-06-01T00:00:00"


def test_nothing_of_other_programs_and_no_thumbnail_is_in_the_package(file: bytes) -> None:
    found = parts(file)

    assert not [name for name in found if "thumbnail" in name]
    assert b"Canny" not in found["docProps/core.xml"]
    assert b"python-pptx" not in b"".join(found.values())


# ---------------------------------------------------------------------------------------------------- accessibility


def test_pictures_have_their_alternative_text_or_are_decorative(deck: Any) -> None:
    for slide in deck.slides:
        for picture in slide.element.iter(f"{P}pic"):
            properties = picture.find(f".//{P}cNvPr")
            is_decorative = properties.find(f".//{DECORATIVE}") is not None
            assert bool(properties.get("descr")) is not is_decorative
            assert not properties.get("descr", "").endswith(".png")


def test_the_fields_at_a_glance_are_decorative_and_the_exhibit_is_not(deck: Any) -> None:
    glance, found = deck.slides[1], deck.slides[2]

    assert len(list(glance.element.iter(DECORATIVE))) == 2 + 3  # the rules between the rows, and the fields
    assert shape(found, "exhibit goals").element.find(f".//{P}cNvPr").get("descr") == "Balken: goals, 4 Zeilen"


def test_tables_have_a_head_row_a_head_column_and_a_description(deck: Any) -> None:
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]

    assert len(frames) == 4
    for frame in frames:
        assert frame.table.first_row
        assert frame.table.first_col
        assert frame.element.find(f".//{P}cNvPr").get("descr")
        assert all(cell.text_frame.text.strip() for row in frame.table.rows for cell in row.cells)


def test_ids_are_single_and_above_one(deck: Any) -> None:
    for slide in deck.slides:
        ids = [properties.get("id") for properties in slide.element.iter(f"{P}cNvPr")]
        assert ids == [str(number) for number in range(1, len(ids) + 1)]


# -------------------------------------------------------------------------------------------------- numbers by name


def test_a_large_figure_is_found_by_the_name_of_its_shape(deck: Any) -> None:
    found = [(called(each), each.text_frame.text) for each in deck.slides[1].shapes if each.name.startswith("figure ")]

    assert found == [
        ("figure teams/own@w2016", "49\u00a0%"),
        ("figure challenges/resources@w2016", "51\u00a0%"),
        ("figure goals/awareness@w2016", "77\u00a0%"),
    ]


def test_every_published_figure_is_found_by_table_row_and_column(deck: Any) -> None:
    read = {
        (frame.name.split("@")[0].removeprefix("table "), row.cells[0].text_frame.text.split("\n")[0], head): text
        for slide in deck.slides
        for frame in slide.shapes
        if frame.has_table
        for row in list(frame.table.rows)[1:]
        for head, text in zip(
            [cell.text_frame.text for cell in frame.table.rows[0].cells][1:],
            [cell.text_frame.text for cell in row.cells][1:],
            strict=True,
        )
    }

    assert read["teams", "Eigene Social-Media-Teams", "2013"] == "24\u00a0%"
    assert read["teams", "Jeder, der möchte", "2016"] == "17\u00a0%"
    assert read["goals", "Service", "2016"] == "21\u00a0%"
    figures = [text for text in read.values() if text.endswith("%")]
    assert len(figures) == 18 + 8  # of 2016, and of the waves before


# ------------------------------------------------------------------------------------------------------------ notes


def test_the_notes_hold_what_to_say_the_base_and_the_source(deck: Any) -> None:
    notes = deck.slides[2].notes_slide.notes_text_frame.text

    assert notes.split("\n") == ["Mit der Frage einsteigen.", TOPIC, BASE]


def test_no_placeholder_of_a_notes_page_is_empty(deck: Any) -> None:
    for slide in deck.slides:
        for placeholder in slide.notes_slide.placeholders:
            if placeholder.element.find(f".//{P}ph").get("type") != "sldImg":
                assert "".join(placeholder.element.itertext()).strip()


def test_the_presentation_lists_its_notes_master(file: bytes) -> None:
    tree = etree.fromstring(parts(file)["ppt/presentation.xml"])

    assert tree.find(f"{P}notesMasterIdLst/{P}notesMasterId") is not None


# ------------------------------------------------------------------------------------------------------------ bytes


def test_equal_decks_give_equal_bytes(file: bytes) -> None:
    assert written(briefing(statements=(statement(shows=exhibit()),))) == file


def test_the_date_of_the_build_is_the_only_date_in_it(file: bytes) -> None:
    placed_deck = placed(briefing(statements=(statement(shows=exhibit()),)))

    later = write_deck(placed_deck, painted(placed_deck).__getitem__, TEMPLATE, BUILT.replace(year=2017)).content

    before, after = parts(file), parts(later)
    assert [name for name in before if before[name] != after[name]] == ["docProps/core.xml"]


def test_a_template_without_the_layout_is_a_mistake_of_ours() -> None:
    deck = placed(briefing())
    slide = replace(deck.slides[0], layout="Poster")
    other = replace(deck, sections=(replace(deck.sections[0], slides=(slide,)),), slide_numbers={})

    with pytest.raises(ValueError, match='the template has no layout "Poster"'):
        write_deck(other, painted(deck).__getitem__, TEMPLATE, BUILT)


# --------------------------------------------------------------------------------------------------------- validity


@pytest.fixture(scope="module")
def odd_file() -> bytes:
    """A draft with stamps, a literal statement and an author's marks of XML in its texts."""
    return written(
        briefing(
            is_draft=True,
            is_title_supported=False,
            findings=(finding(headline="Mehr als <50 %> nennen F & E", is_supported=False),),
            statements=(statement("Ein „Zitat“ & mehr", is_literal=True, shows=exhibit()),),
        )
    )


@pytest.mark.parametrize("which", ["file", "odd_file"])
def test_a_check_of_the_finished_deck_finds_no_error(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(request.getfixturevalue(which))

    assert [found for found in check_deck(target, target.name) if found.is_error] == []


@pytest.mark.parametrize("which", ["file", "odd_file"])
def test_the_open_xml_sdk_validator_finds_nothing(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    if not programs.VALIDATOR.is_file():
        pytest.skip("the Open XML SDK validator is missing (make conformance-tools)")
    target = tmp_path / "deck.pptx"
    target.write_bytes(request.getfixturevalue(which))

    assert validator.faults(target) == []


def test_marks_of_xml_in_a_text_are_text(odd_file: bytes) -> None:
    deck = Presentation(BytesIO(odd_file))

    assert deck.slides[2].shapes.title.text_frame.text.replace("\v", " ") == "Mehr als <50 %> nennen F & E"


def test_a_deck_of_one_language_is_written_as_well_as_another() -> None:
    deck = reopened(briefing(language=ENGLISH))

    assert deck.core_properties.language == "en-GB"
    assert shape(deck.slides[1], "kicker").text_frame.text == "At a glance"
