"""A deck on each template: nothing of the template is lost or left over, nothing is wrong, nothing runs over."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

import report
from report.kinds import ChartForm
from report.ooxml.elements import qualified
from report.ooxml.package import parts_of
from report.pipeline import Product
from tests.conformance import programs, validator
from tests.conformance.conftest import skip_without
from tests.conftest import CHECKOUT
from tests.end_to_end.conftest import SHIPPED
from tests.templates import impress
from tests.templates.fixtures import INVALID, TEMPLATES, USABLE
from tests.templates.package import changed
from tests.templates.rendered import words_outside_shapes
from tests.templates.samples import as_presentation

TOO_NARROW = "poster"
"""A portrait poster: its title place has no room for the longest headline."""
MADE = [name for name in USABLE if name != TOO_NARROW]
FURNITURE = ("ftr", "sldNum")
PICTURE = MSO_SHAPE_TYPE.PICTURE
TOO_LOW = "Progress"
"""A template of Impress whose place for content is too low for four messages."""
OF_IMPRESS = [name for name in impress.NAMES if name != TOO_LOW]


def built(template: Path, folder: Path, charts: ChartForm = ChartForm.IMAGE) -> Path:
    """The German deck of the survey that ships."""
    options = report.Options(folder, ("de",), (Product.DECK,), template=template, charts=charts)
    (deck,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]
    return deck


@pytest.fixture(scope="module", params=ChartForm, ids=lambda form: form.value)
def decks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Each made template, and the deck on it, with charts of one form."""
    folder, made = tmp_path_factory.mktemp("decks"), {}
    for name in MADE:
        template = folder / f"{name}.potx"
        template.write_bytes(TEMPLATES[name]())
        made[name] = (template, built(template, folder / name, request.param))
    return made


def kinds(page: Any) -> Counter[str]:
    return Counter(shape._element.ph.get("type", "obj") for shape in page.placeholders)


@pytest.mark.parametrize("name", MADE)
def test_slides_stand_on_its_layouts_with_titles_in_their_place(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    deck = pptx.Presentation(str(decks[name][1]))

    slides = list(deck.slides)
    first = slides[0].shapes.title.text_frame.text
    assert first == "Fast die Hälfte der ITK-Unternehmen hat ein eigenes Social-Media-Team"
    assert len(slides) >= 10
    for slide in slides:
        assert slide.shapes[0] == slide.shapes.title, "the title is read first"
        assert slide.shapes.title.text_frame.text.strip()
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders), "an empty place is left behind"
        assert kinds(slide) <= kinds(slide.slide_layout)


TITLE_TOO_LOW = "google"
"""A template whose title place holds two lines at 60 % of its size only."""


@pytest.mark.parametrize("name", MADE)
def test_titles_have_one_size_and_in_a_low_place_one_more(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    titles = [slide.shapes.title for slide in pptx.Presentation(str(decks[name][1])).slides][1:]

    in_place = [title for title in titles if title.text_frame._txBody.bodyPr.find("{*}normAutofit") is None]
    sizes = Counter(run.font.size for title in in_place for run in title.text_frame.paragraphs[0].runs)
    assert in_place == titles, "all titles stand in the template's place"
    assert len(sizes) == (2 if name == TITLE_TOO_LOW else 1)


@pytest.mark.parametrize("name", MADE)
def test_the_title_of_a_statement_tells_whose_it_is_and_its_words_stand_below(
    name: str, decks: dict[str, tuple[Path, Path]]
) -> None:
    slides = pptx.Presentation(str(decks[name][1])).slides
    (slide,) = (slide for slide in slides if any(shape.name.startswith("speaker") for shape in slide.shapes))
    (said,) = (shape for shape in slide.shapes if shape.name.startswith("statement"))

    assert slide.shapes.title.text_frame.text == "Einordnung: Dr. Joachim Bühler"
    assert said.text_frame.text.startswith("Wer Zielgruppen glaubwürdig ansprechen wolle")
    place = next(shape for shape in slide.slide_layout.placeholders if shape.placeholder_format.idx == 0)
    assert said.top >= place.top + place.height - Pt(2)
    described = [shape._element._nvXxPr.cNvPr.get("descr", "") for shape in slide.shapes]
    assert any("Geschäftsleitung" in words for words in described), "the last of the answers is shown"


def test_footers_and_numbers_stand_as_their_layout_aligns_them(decks: dict[str, tuple[Path, Path]]) -> None:
    slides = pptx.Presentation(str(decks["wide"][1])).slides
    placed = [shape for slide in slides for shape in slide.placeholders if shape._element.ph.get("type") in FURNITURE]

    assert placed
    assert [shape.name for shape in placed if shape.text_frame._txBody.bodyPr.attrib] == []


@pytest.mark.parametrize("name", MADE)
def test_the_template_stays_and_its_slides_go(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    template, deck = decks[name]
    before, after = parts_of(as_presentation(template.read_bytes())), parts_of(deck.read_bytes())

    kept = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/theme1", "ppt/fonts/", "docMetadata/")
    assert {part for part in before if part.startswith(kept) and "_rels" not in part} <= after.keys()
    n_slides = len(pptx.Presentation(BytesIO(deck.read_bytes())).slides)
    assert len([part for part in after if part.startswith("ppt/slides/slide")]) == n_slides
    assert b"custShow" not in after["ppt/presentation.xml"]
    assert after["[Content_Types].xml"].count(b"presentation.main+xml") == 1


def is_content(shape: Any) -> bool:
    return shape.has_chart or shape.has_table or shape.shape_type == PICTURE or shape.name.startswith("speaker")


@pytest.mark.parametrize("name", MADE)
def test_source_notes_stand_clear_of_what_is_above_them(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    for slide in pptx.Presentation(str(decks[name][1])).slides:
        notes = [shape for shape in slide.shapes if re.fullmatch(r"footer .*\[.*/source\]", shape.name)]
        content = [shape for shape in slide.shapes if is_content(shape)]
        assert [
            shape.name
            for note in notes
            for shape in content
            if note.top < shape.top + shape.height < note.top + note.height
        ] == []


@pytest.mark.parametrize("name", MADE)
def test_words_in_an_exhibit_end_with_the_content(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    for slide in pptx.Presentation(str(decks[name][1])).slides:
        texts = [shape for shape in slide.shapes if shape.has_text_frame and shape.name.startswith("exhibit ")]
        title = next((shape for shape in texts if shape.name.startswith("exhibit title")), None)
        end = title.left + title.width + Pt(1) if title else None
        assert [shape.name for shape in texts if end and shape.left + shape.width > end] == []


def test_its_properties_and_labels_stay(decks: dict[str, tuple[Path, Path]]) -> None:
    template, deck = decks["sediment"]

    custom = parts_of(deck.read_bytes())["docProps/custom.xml"].decode()
    for name in ("MSIP_Label", "ContentTypeId"):
        assert name in parts_of(template.read_bytes())["docProps/custom.xml"].decode()
        assert name in custom
    assert 'name="Survey"' in custom


@pytest.mark.parametrize("name", MADE)
def test_every_shape_that_shows_numbers_tells_its_node(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    slides = pptx.Presentation(str(decks[name][1])).slides
    showing = [shape for slide in slides for shape in slide.shapes if re.search(r"\w+/\w+@\w+", shape.name)]

    assert len(showing) > 10
    for shape in showing:
        assert shape.name.endswith("]"), shape.name
        assert shape._element.find(".//{*}custDataLst/{*}tags") is not None, shape.name


@pytest.mark.parametrize("name", MADE)
def test_nothing_is_wrong_with_the_deck(name: str, decks: dict[str, tuple[Path, Path]]) -> None:
    found = report.check(decks[name][1])

    assert [fault.as_text() for fault in found.warnings if fault.id != "alternative-length"] == []


def test_the_same_bytes_on_every_build(decks: dict[str, tuple[Path, Path]], tmp_path: Path) -> None:
    template, deck = decks["wide"]
    has_charts = any("ppt/charts/" in part for part in parts_of(deck.read_bytes()))
    form = ChartForm.NATIVE if has_charts else ChartForm.IMAGE

    assert built(template, tmp_path, form).read_bytes() == deck.read_bytes()


def test_colours_of_the_palette_are_named(decks: dict[str, tuple[Path, Path]]) -> None:
    slides = [text.decode() for name, text in parts_of(decks["wide"][1].read_bytes()).items() if "slides/slide" in name]

    assert any('schemeClr val="accent1"' in slide for slide in slides)


def test_what_finds_no_room_is_told_with_its_text(tmp_path: Path) -> None:
    template = tmp_path / "poster.pptx"
    template.write_bytes(TEMPLATES[TOO_NARROW]())

    with pytest.raises(report.SourceError) as told:
        built(template, tmp_path)

    of_template, *of_texts = [fault for fault in told.value.diagnostics if fault.is_error]
    assert of_template.as_text() == (
        f'{template}: error[template-little-room]: on the layout "Poster einspaltig" the place of the title is '
        "1500 x 360 pt, and the deck needs one 396 pt high, or a wider one\n"
        "  hint: make it larger in PowerPoint (View, Slide Master), or name another layout under `layouts:`"
    )
    assert {fault.id for fault in of_texts} == {"text-too-long"}
    assert all(fault.location for fault in of_texts)
    assert not any(" 0 characters" in fault.message for fault in of_texts)


def test_how_high_a_place_should_be_is_told_once_for_all_languages(tmp_path: Path) -> None:
    template = tmp_path / "poster.pptx"
    template.write_bytes(TEMPLATES[TOO_NARROW]())
    options = report.Options(tmp_path, ("de", "en"), (Product.DECK,), template=template)

    with pytest.raises(report.SourceError) as told:
        report.build(SHIPPED, options=options)

    (fault,) = [fault for fault in told.value.diagnostics if fault.id == "template-little-room"]
    assert "the deck needs one 396 pt high" in fault.message


def test_a_template_of_impress_is_as_its_own_slides_are(impress_templates: dict[str, Path], tmp_path: Path) -> None:
    deck = pptx.Presentation(str(built(impress_templates["Midnightblue"], tmp_path)))

    finding = deck.slides[2].shapes.title
    run = finding.text_frame.paragraphs[0].runs[0]
    assert finding.top.pt < 100, "other layouts of the file have it in the midst of the slide"
    assert run.font.name == "Source Sans Pro Black"
    assert run.font.bold
    assert run._r.rPr.find(".//{*}schemeClr").get("val") == "bg1", "white on its dark band"


def test_a_template_that_is_too_low_is_told_how_much(impress_templates: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(report.SourceError) as told:
        built(impress_templates[TOO_LOW], tmp_path)

    (fault,) = [fault for fault in told.value.diagnostics if fault.id == "template-little-room"]
    place, needed = r"the place for content is 698 x 2\d\d pt", r"the deck needs one 2\d\d pt high, or a wider one"
    assert re.fullmatch(f'on the layout "Title, Content" {place}, and {needed}', fault.message)


def test_a_title_with_a_number_is_bound(tmp_path: Path) -> None:
    folder, template = tmp_path / "briefing", tmp_path / "wide.pptx"
    shutil.copytree(SHIPPED, folder)
    template.write_bytes(TEMPLATES["wide"]())
    file = folder / "briefing.yaml"
    text = file.read_text("utf-8")
    assert "de: Fast die Hälfte der ITK-Unternehmen hat" in text
    title = '"{{ teams.own }} der ITK-Unternehmen haben ein eigenes Social-Media-Team"'
    text = text.replace("de: Fast die Hälfte der ITK-Unternehmen hat ein eigenes Social-Media-Team", f"de: {title}", 1)
    file.write_text(text, "utf-8")
    options = report.Options(tmp_path, ("de",), (Product.DECK,), template=template)

    (deck,) = [path for path in report.build(folder, options=options).written if path.suffix == ".pptx"]

    cover = pptx.Presentation(str(deck)).slides[0].shapes.title
    assert cover.name == "title teams/own@w2016 [cover/title]"
    assert cover._element.find(".//{*}custDataLst/{*}tags") is not None


def test_a_title_that_the_data_do_not_support_is_stamped(tmp_path: Path) -> None:
    folder, template = tmp_path / "briefing", tmp_path / "wide.pptx"
    shutil.copytree(SHIPPED, folder)
    template.write_bytes(TEMPLATES["wide"]())
    file = folder / "briefing.yaml"
    text = file.read_text("utf-8").replace("status: final", "status: draft")
    line = next(line for line in text.splitlines() if line.startswith("  holds: "))
    file.write_text(text.replace(line, "  holds: teams.own > 50", 1), "utf-8")
    options = report.Options(tmp_path, ("de",), (Product.DECK,), allow_failed_claims=True, template=template)

    (deck,) = [path for path in report.build(folder, options=options).written if path.suffix == ".pptx"]

    cover = pptx.Presentation(str(deck)).slides[0]
    words = "\n".join(shape.text_frame.text for shape in cover.shapes if shape.has_text_frame)
    assert words.splitlines()[1] == "Durch die Daten nicht gedeckt"
    assert words.count("Entwurf") == 1


# ---------------------------------------------------------------------------------------------- other people's programs


def needs_programs(*more: str) -> None:
    """These tests take minutes and run with `make conformance`; there nothing may be missing."""
    if not os.environ.get("BEFUND_REQUIRE_TOOLS"):
        pytest.skip("decks on templates are validated and drawn by make conformance")
    skip_without([*programs.missing(), *more])


def judged(template: Path, deck: Path, folder: Path) -> list[str]:
    """What the validator finds that it does not find in the template, and every word outside of all shapes."""
    before = {fault.message for fault in validator.faults(template)}
    found = [fault for fault in validator.faults(deck) if fault.message not in before]
    return [str(fault) for fault in (*found, *words_outside_shapes(deck, folder))]


@pytest.mark.parametrize("name", MADE)
def test_other_programs_find_nothing(name: str, decks: dict[str, tuple[Path, Path]], tmp_path: Path) -> None:
    needs_programs()
    plain = tmp_path / "template.pptx"
    plain.write_bytes(as_presentation(decks[name][0].read_bytes()))
    assert bool(validator.faults(plain)) == (name in INVALID)

    assert judged(plain, decks[name][1], tmp_path) == []


@pytest.mark.parametrize("charts", ChartForm, ids=lambda form: form.value)
@pytest.mark.parametrize("name", OF_IMPRESS)
def test_other_programs_find_nothing_in_decks_on_templates_of_impress(
    name: str, charts: ChartForm, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    needs_programs(*impress.missing())
    template: Path = request.getfixturevalue("impress_templates")[name]

    deck = built(template, tmp_path, charts)

    assert judged(template, deck, tmp_path) == []
    assert [fault.as_text() for fault in report.check(deck).warnings if fault.id != "alternative-length"] == []


@pytest.mark.usefixtures("needs_drawing")
def test_titles_in_spaced_capitals_of_a_template_that_reads_from_the_right_stay_in_their_place(tmp_path: Path) -> None:
    template, master = tmp_path / "capitals.potx", "ppt/slideMasters/slideMaster1.xml"

    def spaced(blob: bytes) -> bytes:
        before, style, after = blob.partition(b"<p:titleStyle>")
        after = after.replace(b'rtl="0"', b'rtl="1"', 1)
        return before + style + after.replace(b"<a:defRPr", b'<a:defRPr cap="all" spc="100"', 1)

    template.write_bytes(changed(TEMPLATES["wide"](), {master: spaced}))

    deck = built(template, tmp_path / "out")

    assert words_outside_shapes(deck, tmp_path) == []
    pages = pptx.Presentation(str(deck)).slides
    directions = [each.get("rtl") for page in pages for each in page.shapes.title._element.iter(qualified("a:pPr"))]
    assert set(directions) == {"0"}
    assert len({size(page) for page in pages if page.shapes.title.top < Pt(100)}) == 1


def size(page: Any) -> float:
    """That of the title, as far as the slide says it."""
    return page.shapes.title.text_frame.paragraphs[0].runs[0].font.size or 0


def test_values_stand_right_of_labels_that_are_longer_than_their_columns(tmp_path: Path) -> None:
    template = tmp_path / "ours.potx"
    template.write_bytes(TEMPLATES["a4"]())
    options = report.Options(tmp_path / "out", ("en",), (Product.DECK,), template=template)

    written = report.build(CHECKOUT / "docs" / "example", options=options).written
    (deck,) = [path for path in written if path.suffix == ".pptx"]

    slides = pptx.Presentation(str(deck)).slides
    (method,) = [slide for slide in slides if "What is known" in slide.shapes.title.text]
    shapes = {shape.name.partition(" [")[0]: shape for shape in method.shapes}
    label, value = (shapes[f"{name} 2"] for name in ("fact", "value"))
    assert label.text_frame.text == "Commissioned by"
    assert label.left + label.width <= value.left + Pt(12)
