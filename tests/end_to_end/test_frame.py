"""What frames the findings, in the finished files: agenda, beginnings of chapters, free slides, closing, appendix."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader

import report
from report.diagnostics import SourceError
from report.ooxml.elements import qualified
from tests.end_to_end.frame import FRAME, drawn, framed
from tests.shapes import called


def build(folder: Path, output: Path) -> Path:
    """The folder of the outputs."""
    report.build(folder, options=report.Options(output=output))
    return output / folder.name


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with everything that frames findings, in two languages."""
    folder = tmp_path_factory.mktemp("frame")
    return build(framed(folder / "framed", status="draft"), folder / "build")


def slides(outputs: Path, language: str) -> list[Any]:
    return list(Presentation(str(outputs / language / f"framed-{language}.pptx")).slides)


def texts(slide: Any) -> dict[str, str]:
    """The texts of a slide by the names of their shapes, each on one line."""
    return {called(shape): " ".join(shape.text_frame.text.split()) for shape in slide.shapes if shape.has_text_frame}


def lines_of(shape: Any) -> int:
    """How many lines its frame is high enough for."""
    pitch = shape.text_frame.paragraphs[0].line_spacing
    return round(shape.height / pitch)


def title(slide: Any) -> str:
    return " ".join(slide.shapes.title.text_frame.text.split())


def is_hidden(slide: Any) -> bool:
    return bool(slide._element.get("show") == "0")


def outline(outputs: Path, language: str) -> list[tuple[int, str]]:
    reader = PdfReader(outputs / language / f"framed-{language}.pdf")

    def entries(items: list[Any], depth: int) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for item in items:
            found += entries(item, depth + 1) if isinstance(item, list) else [(depth, str(item.title))]
        return found

    return entries(reader.outline, 0)


def test_the_agenda_names_chapters_what_leads_them_and_the_slides_they_begin_on(outputs: Path) -> None:
    deck = slides(outputs, "de")
    agenda = texts(deck[1])

    assert title(deck[1]) == "Vier Kapitel, fünf Befunde"
    for number, name in enumerate(("Organisation", "Zuständigkeit", "Hürden", "Ziele"), start=1):
        assert agenda[f"chapter {number}"] == name
        place = int(agenda[f"slide {number}"].removeprefix("Folie\u00a0").removeprefix("Folie "))
        assert title(deck[place - 1]) == name
        lead = next(text for shape, text in agenda.items() if shape.startswith(f"lead {number}"))
        assert title(deck[place]) == lead


def test_a_chapter_begins_on_ink_with_the_figure_that_leads_it_and_all_chapters_in_a_strip(outputs: Path) -> None:
    chapters = [slide for slide in slides(outputs, "en") if slide.slide_layout.name == "Chapter"]

    assert [texts(slide)["kicker"] for slide in chapters] == [f"Chapter {number} of 4" for number in range(1, 5)]
    assert all([*texts(slide).values()].count("Goals") >= 1 for slide in chapters)
    organisation, responsibility, _, _ = (texts(slide) for slide in chapters)
    assert organisation["figure teams/own@w2016"].split() == ["49", "out", "of", "100", "companies"]
    assert responsibility["figure departments/marketing@w2016"].split() == ["75", "out", "of", "100", "companies"]
    assert "text" not in responsibility, "its only topic is its title"


def test_a_long_unit_takes_a_second_line_and_the_dots_of_its_chapter_make_room(tmp_path: Path) -> None:
    folder, survey = framed(tmp_path / "framed"), tmp_path / "framed" / "survey.yaml"
    label = "    label:\n      de: Welche Abteilung hauptverantwortlich ist"
    unit = "    unit: {de: Nutzerinnen und Nutzer sozialer Netzwerke, en: companies of the industry}\n"
    marketing, long = "label: {de: Marketing, ", "label: {de: Marketing und alles was dazugehört in den Unternehmen, "
    written = survey.read_text("utf-8")
    assert written.count(label) == written.count(marketing) == 1
    survey.write_text(written.replace(label, unit + label).replace(marketing, long), "utf-8")

    made = build(folder, tmp_path / "build")

    (_, slide, _, _) = (slide for slide in slides(made, "de") if slide.slide_layout.name == "Chapter")
    shapes = {called(shape): shape for shape in slide.shapes}
    figure, answer, dots = shapes["figure departments/marketing@w2016"], shapes["answer"], shapes["field 2"]
    assert texts(slide)[called(figure)].endswith("von 100 Nutzerinnen und Nutzern sozialer Netzwerke")
    assert (lines_of(figure), lines_of(answer)) == (2, 2)
    assert dots.top + dots.height < figure.top
    assert answer.top - figure.top >= 2 * Pt(16), "two lines of the smallest type"
    assert answer.top + answer.height < shapes["chapter name 2"].top


def test_with_chapters_on_ink_no_statement_is(outputs: Path) -> None:
    layouts = [slide.slide_layout.name for slide in slides(outputs, "de")]

    assert "Statement on paper" in layouts and "Statement" not in layouts


def test_a_short_deck_has_an_agenda_and_no_slides_between_chapters(tmp_path: Path) -> None:
    folder = framed(tmp_path / "framed", frame=FRAME.partition("\nslides:")[0])

    deck = slides(build(folder, tmp_path / "build"), "de")

    layouts = [slide.slide_layout.name for slide in deck]
    assert "Agenda" in layouts and "Chapter" not in layouts and "Statement" in layouts
    place = int(texts(deck[1])["slide 2"].split("\u00a0")[-1].split()[-1])
    assert title(deck[place - 1]).startswith("Marketing nennen 75")


def test_a_free_slide_shows_text_and_picture_with_its_words_and_credit(outputs: Path) -> None:
    slide = next(slide for slide in slides(outputs, "de") if slide.slide_layout.name == "Text and picture")
    (picture,) = [shape for shape in slide.shapes if shape.name == "picture"]
    said = texts(slide)

    assert picture._element.nvPicPr.cNvPr.get("descr").startswith("Zeichnung eines Fragebogens")
    assert (picture.left + picture.width, picture.top, picture.height) == (12192000, 0, 6858000)
    assert picture.crop_top == 0 or picture.crop_left == 0
    cut = 1 - picture.crop_left - picture.crop_right, 1 - picture.crop_top - picture.crop_bottom
    width, height = Image.open(BytesIO(picture.image.blob)).size
    assert width * cut[0] / (height * cut[1]) == pytest.approx(picture.width / picture.height, rel=0.01)
    footer = next(text for name, text in said.items() if name.startswith("footer"))
    assert footer.endswith("Bild: eigene Zeichnung") and "Basis: Marketingverantwortliche" in footer
    assert any("goals/awareness@w2016" in name for name in said if name.startswith("text"))


def test_a_wide_picture_is_shown_whole(tmp_path: Path) -> None:
    folder = framed(tmp_path / "framed")
    (folder / "pictures" / "form.png").write_bytes(drawn(1600, 600))

    deck = slides(build(folder, tmp_path / "build"), "de")

    (picture,) = [shape for slide in deck for shape in slide.shapes if shape.name == "picture"]
    assert (picture.crop_left, picture.crop_top) == (0, 0)
    assert picture.width / picture.height == pytest.approx(1600 / 600, rel=0.001)


def test_the_closing_says_whom_to_ask_and_how_to_cite(outputs: Path) -> None:
    deck = slides(outputs, "de")
    (number,) = [number for number, slide in enumerate(deck) if slide.slide_layout.name == "Closing"]
    said = texts(deck[number])

    assert said["contact"] == "Kim Beispiel Leitung Befragungen befragung@beispiel.example +49 30 0000 000"
    assert said["citation"] == "Bitkom Research (2016): Social Media in der ITK-Branche"
    assert [is_hidden(slide) for slide in deck] == [place > number for place in range(len(deck))]


def test_a_section_of_the_deck_begins_with_its_chapter_and_hidden_slides_have_one_of_their_own(outputs: Path) -> None:
    deck = Presentation(str(outputs / "en" / "framed-en.pptx"))
    by_id = {slide.slide_id: slide for slide in deck.slides}
    parted = {
        section.get("name"): [by_id[int(slide.get("id"))] for slide in section.iter(qualified("p14:sldId"))]
        for section in deck.element.iter(qualified("p14:section"))
    }

    first, *chapters, recommendations, method, appendix = parted
    assert (first, recommendations, method, appendix) == ("Overview", "Recommendations", "Method", "Appendix")
    assert [f"{number} {title(parted[name][0])}" for number, name in enumerate(chapters, 1)] == chapters
    assert [slide.slide_layout.name for slide in parted[method]][-1] == "Closing"
    assert all(is_hidden(slide) for slide in parted[appendix])
    assert [slide for section in parted.values() for slide in section] == list(by_id.values())


def test_topics_at_a_glance_lead_to_the_slides_that_show_them_behind_the_beginnings_of_chapters(outputs: Path) -> None:
    deck = slides(outputs, "en")
    glance = next(slide for slide in deck if slide.slide_layout.name == "At a glance")
    linked = [shape for shape in glance.shapes if shape.name.startswith("topic")]

    targets = [shape.click_action.target_slide for shape in linked]

    assert len(linked) == 4
    for shape, target in zip(linked, targets, strict=True):
        assert target.slide_layout.name in ("Finding", "Statement on paper")
        assert shape.text_frame.text in texts(target).values()


def test_the_properties_of_a_deck_name_its_survey_and_status(outputs: Path) -> None:
    for language in ("de", "en"):
        with ZipFile(outputs / language / f"framed-{language}.pptx") as deck:
            properties = etree.fromstring(deck.read("docProps/custom.xml"))
        told = {each.get("name"): "".join(map(str, each.itertext())) for each in properties}
        assert told.items() >= {"Survey": "framed", "Status": "draft"}.items()


def test_a_draft_says_so_on_every_slide_and_page(outputs: Path) -> None:
    for language, word in (("de", "Entwurf"), ("en", "Draft")):
        for slide in slides(outputs, language):
            assert any(word in text for text in texts(slide).values())
        for page in PdfReader(outputs / language / f"framed-{language}.pdf").pages:
            assert word.upper() in page.extract_text().upper()


def test_the_pages_have_chapters_as_bookmarks_with_their_findings_below_and_the_contact_last(outputs: Path) -> None:
    found = outline(outputs, "en")

    top = [name for depth, name in found if depth == 0]
    assert top[1:5] == ["Organisation", "Responsibility", "Obstacles", "Goals"] and top[-1] == "Contact"
    below = found[found.index((0, "Responsibility")) + 1]
    assert below == (1, "75% name marketing as mainly responsible, 26% name PR")
    last = PdfReader(outputs / "en" / "framed-en.pdf").pages[-1].extract_text()
    assert "befragung@beispiel.example" in last and "How to cite" in last


def test_every_slide_of_the_frame_has_speaker_notes(outputs: Path) -> None:
    for slide in slides(outputs, "de"):
        assert slide.has_notes_slide and slide.notes_slide.notes_text_frame.text.strip(), title(slide)


def test_the_same_files_give_the_same_bytes_and_another_picture_another_build(tmp_path: Path) -> None:
    def built(name: str, picture: bytes) -> tuple[list[str], str]:
        folder = framed(tmp_path / name / "framed")
        (folder / "pictures" / "form.png").write_bytes(picture)
        made = build(folder, tmp_path / name / "build")
        files = sorted(path for path in made.rglob("*") if path.suffix in (".pptx", ".pdf"))
        return [sha256(path.read_bytes()).hexdigest() for path in files], (made / "manifest.json").read_text("utf-8")

    first, second, other = (
        built(*each) for each in (("a", drawn(900, 900)), ("b", drawn(900, 900)), ("c", drawn(901, 900)))
    )

    assert first == second
    assert first[1] != other[1]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_what_a_camera_wrote_beside_a_picture_is_in_no_output(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera von Nebenan"
    exif[0x0112] = 6
    folder = framed(tmp_path / "framed")
    (folder / "pictures" / "form.png").write_bytes(drawn(900, 700, kind, exif=exif))

    made = build(folder, tmp_path / "build")

    (picture,) = [shape for slide in slides(made, "de") for shape in slide.shapes if shape.name == "picture"]
    shown = Image.open(BytesIO(picture.image.blob))
    assert shown.size == (700, 900), "upright, as the camera says it is"
    assert not shown.getexif() and b"Nebenan" not in picture.image.blob
    assert b"Nebenan" not in (made / "de" / "framed-de.pdf").read_bytes()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("findings: [goals]", "findings: []"), "error[too-few]"),
        (("Woran es fehlt", "Woran es 40 Prozent fehlt"), "error[unbound-number]"),
        (("pictures/form.png", "../form.png"), "error[outside-folder]"),
        (("pictures/form.png", "pictures/from.png"), "error[missing-file]"),
    ],
)
def test_a_fault_of_the_frame_is_told_at_its_place(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    assert FRAME.count(change[0]) == 1
    folder = framed(tmp_path / "framed", frame=FRAME.replace(*change))

    with pytest.raises(SourceError) as error:
        report.check(folder)

    (fault,) = [fault for fault in error.value.diagnostics if fault.is_error]
    assert told in fault.as_text() and fault.location and change[1].split()[-1] in fault.location.line_text


def test_more_than_six_chapters_are_refused(tmp_path: Path) -> None:
    chapters = "".join(f"  - {{title: {{de: A{n}, en: A{n}}}, findings: [goals]}}\n" for n in range(7))
    folder = framed(tmp_path / "framed", frame=f"chapters:\n{chapters}")

    with pytest.raises(SourceError, match="at most 6"):
        report.check(folder)
