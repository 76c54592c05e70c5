"""Each rule of the package lint finds the fault that is planted for it, and nothing in decks that open as they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pptx
import pytest

from report.checks import lint
from report.checks.checking import check_deck
from report.ooxml.package import parts_of, zipped
from tests.checks.decks import GOOD, PRESENTATION, SECOND, SLIDE, Edit, bytes_of, found_in, ids, planted, swap

TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
ROOT_RELATIONS = "_rels/.rels"
RELATIONS, SECOND_RELATIONS = "ppt/slides/_rels/slide1.xml.rels", "ppt/slides/_rels/slide2.xml.rels"
PRESENTATION_RELATIONS = "ppt/_rels/presentation.xml.rels"
NOTES_RELATIONS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
MASTER, MASTER_RELATIONS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT_RELATIONS = "ppt/slideLayouts/_rels/slideLayout3.xml.rels"
CHART, WORKBOOK = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
PICTURE = "ppt/media/image1.png"

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAGS = '<p:nvPr><p:custDataLst><p:tags r:id="rId77"/></p:custDataLst></p:nvPr>'
TITLE = '(<p:ph type="title"/>)'
TAGGED = r'\1<p:custDataLst><p:tags r:id="rId77"/></p:custDataLst>'
TO_NO_TAGS = f'<Relationship Id="rId77" Type="{KIND}/tags" Target="../slideLayouts/slideLayout6.xml"/></Relationships>'
JUMP = r'\1><a:hlinkClick r:id="rId2" action="ppaction://hlinksldjump"/></p:cNvPr>'
SVG = '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">%s</a:ext></a:extLst></a:blip>'
MISSPELT = SVG % '<svgBlip xmlns="http://schemas.microsoft.com/office/drawing/2016/svg/main"/>'
DANGLING = SVG % (
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId88"/>'
)
A_CELL = "<a:tc>.*?</a:tc>"

PLANTED: list[tuple[str, dict[str, Edit | None]]] = [
    ("override-without-part", {TYPES: swap("</Types>", '<Override PartName="/x.xml" ContentType="a/b"/></Types>')}),
    ("main-type", {TYPES: swap(r"presentation\.main", "template.main")}),
    ("main-type", {TYPES: swap(r"presentation\.main", "slideshow.main")}),
    ("relation-to-nothing", {PICTURE: None}),
    ("relation-to-nothing", {RELATIONS: swap('Target="[^"]*slideLayout6.xml"', 'Target="NULL"')}),
    ("relation-to-nothing", {"docProps/app.xml": None}),
    ("orphan-part", {RELATIONS: swap("<Relationship [^>]*notesSlide[^>]*>", "")}),
    ("orphan-part", {ROOT_RELATIONS: swap("<Relationship [^>]*core.xml[^>]*>", "")}),
    ("orphan-part", {MASTER_RELATIONS: swap("<Relationship [^>]*slideLayout3.xml[^>]*>", "")}),
    ("id-without-relation", {SLIDE: swap('r:embed="[^"]*"', 'r:embed="rId99"')}),
    ("id-without-relation", {SLIDE: swap("<p:nvPr/>", TAGS)}),
    ("id-without-relation", {SLIDE: swap("(<a:blip [^>]*)/>", rf"\1>{DANGLING}")}),
    ("id-without-relation", {SECOND: swap('r:id="rId2"', 'r:id="rId55"')}),
    ("id-without-relation", {CHART: swap('r:id="rId1"', 'r:id="rId9"')}),
    ("media-type", {PICTURE: bytes_of(b"GIF89a")}),
    ("media-type", {PICTURE: bytes_of(b"")}),
    ("svg-extension", {SLIDE: swap("(<a:blip [^>]*)/>", rf"\1>{MISSPELT}")}),
    ("property-date", {CORE: swap(r"(<dcterms:created[^>]*>)[^<]*", r"\1gestern")}),
    ("property-date", {CORE: swap(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>27.01.2013")}),
    ("property-twice", {CORE: swap("(<dc:title>.*?</dc:title>)", r"\1\1")}),
    ("property-twice", {CORE: swap("(<cp:revision>.*?</cp:revision>)", r"\1\1")}),
    ("deck-broken", {CORE: swap("</cp:coreProperties>", "")}),
    ("deck-broken", {SLIDE: swap("Fast die Hälfte", "Fast & die Hälfte")}),
    ("no-slides", {PRESENTATION: swap("<p:sldIdLst>.*</p:sldIdLst>", "<p:sldIdLst/>")}),
    ("slide-not-listed", {PRESENTATION: swap("<p:sldId [^>]*>", "")}),
    ("slide-twice", {PRESENTATION: swap("(<p:sldId [^>]*>)", r'\1<p:sldId id="300" r:id="rId7"/>')}),
    ("slide-layout", {RELATIONS: swap("<Relationship [^>]*slideLayout[^>]*>", "")}),
    ("slide-layout", {RELATIONS: swap("</Relationships>", f'<Relationship Id="rId9" Type="{KIND}/slideLayout" '
                                      'Target="../slideLayouts/slideLayout1.xml"/></Relationships>')}),
    ("layout-master", {LAYOUT_RELATIONS: swap("<Relationship [^>]*slideMaster1[^>]*>", "")}),
    ("layout-master", {MASTER_RELATIONS: swap("<Relationship [^>]*slideLayout6.xml[^>]*>", "")}),
    ("layout-ids", {MASTER: swap('sldLayoutId id="2147483650"', 'sldLayoutId id="2147483649"')}),
    ("layout-ids", {MASTER: swap('sldLayoutId id="2147483650"', 'sldLayoutId id="2147483648"')}),
    ("notes-master", {PRESENTATION: swap("<p:notesMasterIdLst>.*</p:notesMasterIdLst>", "")}),
    ("notes-master", {NOTES_RELATIONS: swap("<Relationship [^>]*notesMaster1.xml[^>]*>", "")}),
    ("notes-link", {NOTES_RELATIONS: swap("<Relationship [^>]*/slide1.xml[^>]*>", "")}),
    ("notes-slide", {NOTES_RELATIONS: swap("/slide1.xml", "/slide2.xml")}),
    ("shared-part", {SECOND_RELATIONS: swap("notesSlide2.xml", "notesSlide1.xml")}),
    ("shared-part", {RELATIONS: swap("</Relationships>", f'<Relationship Id="rId9" Type="{KIND}/chart" '
                                     'Target="../charts/chart1.xml"/></Relationships>')}),
    ("section-name", {PRESENTATION: swap("name='Befunde'|name=\"Befunde\"", "")}),
    ("section-name", {PRESENTATION: swap('id="{00000000-0000-4000-8000-000000000001}"', "")}),
    ("section-slides", {PRESENTATION: swap('<p14:sldId id="257"/>', '<p14:sldId id="999"/>')}),
    ("section-slides", {PRESENTATION: swap('<p14:sldId id="257"/>', "")}),
    ("section-slides", {PRESENTATION: swap('<p14:sldId id="257"/>', '<p14:sldId id="256"/>')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="3"', '<p:cNvPr id="2"')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="6"', '<p:cNvPr id="2"')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="3"', '<p:cNvPr id="0"')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="1"', '<p:cNvPr id="2"')}),
    ("table-cells", {SECOND: swap("<a:gridCol [^>]*>", "")}),
    ("table-cells", {SECOND: swap(A_CELL, "")}),
    ("table-cells", {SECOND: swap(f"({A_CELL})", r"\1\1")}),
    ("cell-text", {SECOND: swap("<a:tc><a:txBody>.*?</a:txBody>", "<a:tc>")}),
    ("column-span", {SECOND: swap("<a:tc>", '<a:tc gridSpan="2">')}),
    ("column-span", {SECOND: swap("<a:tc>", '<a:tc gridSpan="9">')}),
    ("column-span", {SECOND: swap("<a:tc>", '<a:tc hMerge="1">')}),
    ("row-span", {SECOND: swap("<a:tc>", '<a:tc rowSpan="2">')}),
    ("row-span", {SECOND: swap("<a:tc>", '<a:tc vMerge="1">')}),
    ("shape-tags", {SLIDE: swap(TITLE, TAGGED.replace("rId77", "rId1"))}),
    ("shape-tags", {SLIDE: swap(TITLE, TAGGED), RELATIONS: swap("</Relationships>", TO_NO_TAGS)}),
    ("slide-jump", {SLIDE: swap('(<p:cNvPr id="3"[^>]*)/>', JUMP)}),
    ("escaped-character", {SLIDE: swap("Ein Drittel", "Ein_x000B_Drittel")}),
    ("chart-value", {CHART: swap("<c:v>49</c:v>", "<c:v>NaN</c:v>")}),
    ("chart-value", {CHART: swap("<c:v>49</c:v>", "<c:v/>")}),
    ("chart-value", {CHART: swap("<c:v>49</c:v>", "<c:v>49 %</c:v>")}),
    ("chart-points", {CHART: swap('<c:ptCount val="3"/>', '<c:ptCount val="2"/>')}),
    ("chart-points", {CHART: swap('<c:pt idx="2">', '<c:pt idx="1">')}),
    ("series-number", {CHART: swap('<c:idx val="1"/>', '<c:idx val="0"/>')}),
    ("series-number", {CHART: swap('<c:order val="1"/>', '<c:order val="0"/>')}),
    ("chart-axis", {CHART: swap('<c:crossAx val="[^"]*"/>', '<c:crossAx val="12"/>')}),
    ("chart-axis", {CHART: swap('<c:axId val="[^"]*"/>', '<c:axId val="12"/>')}),
    ("chart-workbook", {WORKBOOK: bytes_of(b"PK\x03\x04")}),
    ("chart-workbook", {WORKBOOK: bytes_of(b"")}),
    ("chart-range", {CHART: swap(r"\$B\$2:\$B\$4", "$B$2:$B$9")}),
]  # fmt: skip
"""Single changes of the good deck, each with the rule that tells of it."""

ADDED = [
    ("folder-entry", ("ppt/leer/", b"")),
    ("orphan-part", ("ppt/slides/rest.bin", b"x")),
    ("part-twice", (CORE, parts_of(GOOD)[CORE])),
    ("part-twice", (CORE.upper(), parts_of(GOOD)[CORE])),
]


def test_a_deck_without_fault_passes_every_rule(tmp_path: Path) -> None:
    assert found_in(planted(tmp_path, {}), rules=lint.RULES) == ()


@pytest.mark.parametrize(("rule", "edits"), PLANTED, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(PLANTED)])
def test_a_planted_fault_is_found(tmp_path: Path, rule: str, edits: dict[str, Edit | None]) -> None:
    found = found_in(planted(tmp_path, edits), rules=lint.RULES)

    assert rule in ids(found)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")  # zipfile says so while the fault is planted
@pytest.mark.parametrize(("rule", "part"), ADDED)
def test_a_part_too_many_is_found(tmp_path: Path, rule: str, part: tuple[str, bytes]) -> None:
    found = found_in(planted(tmp_path, {}, added=[part]), rules=lint.RULES)

    assert rule in ids(found)


def test_every_rule_of_the_lint_has_a_planted_fault() -> None:
    assert {rule.id for rule in lint.RULES} <= {rule for rule, _ in (*PLANTED, *ADDED)}


def test_a_fault_is_told_with_file_slide_shape_and_mend(tmp_path: Path) -> None:
    (found,) = found_in(planted(tmp_path, {SECOND: swap("<a:tc>", '<a:tc gridSpan="2">')}), rules=lint.RULES)

    assert found.as_text() == (
        'deck.pptx: slide 2, "Tabelle": error[column-span]: row 1: cell 2 spans more cells than are merged into it '
        "right of it, or is merged into none\n"
        "  hint: merge cells in PowerPoint, or set gridSpan and hMerge together"
    )


def test_what_a_chart_does_wrong_is_told_of_its_slide(tmp_path: Path) -> None:
    (found,) = found_in(planted(tmp_path, {CHART: swap("<c:v>49</c:v>", "<c:v>NaN</c:v>")}), rules=lint.RULES)

    assert found.as_text().startswith('deck.pptx: slide 2, ppt/charts/chart1.xml: error[chart-value]: the value "NaN"')


def test_a_merged_cell_as_powerpoint_writes_it_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(GOOD)
    presentation = pptx.Presentation(str(path))
    table = next(shape.table for shape in presentation.slides[1].shapes if shape.has_table)
    table.cell(0, 0).merge(table.cell(1, 1))
    presentation.save(str(path))

    assert ids(found_in(path, rules=lint.RULES)) == set()


def test_a_template_named_so_is_sound(tmp_path: Path) -> None:
    parts = parts_of(GOOD)
    parts[TYPES] = swap(r"presentation\.main", "template.main")(parts[TYPES])
    (tmp_path / "house.potx").write_bytes(zipped(parts))

    assert found_in(tmp_path / "house.potx", rules=lint.RULES) == ()


def test_decks_of_the_default_template_of_python_pptx_are_sound(tmp_path: Path) -> None:
    presentation = pptx.Presentation()
    for layout in presentation.slide_layouts:
        presentation.slides.add_slide(layout)
    presentation.save(str(tmp_path / "default.pptx"))

    assert found_in(tmp_path / "default.pptx", rules=lint.RULES) == ()


def test_our_own_decks_are_sound(decks: list[Path]) -> None:
    assert [found for deck in decks for found in check_deck(deck, deck.name, lint.RULES)] == []


TEMPLATES = sorted(Path("/usr/lib/libreoffice/share/template").glob("*/presnt/*.otp"))


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and TEMPLATES), reason="LibreOffice with its templates is missing")
def test_decks_that_libreoffice_makes_of_its_templates_are_sound(tmp_path: Path) -> None:
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pptx", "--outdir", tmp_path, *TEMPLATES],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip

    decks = sorted(tmp_path.glob("*.pptx"))
    assert len(decks) == len(TEMPLATES)
    assert [found for deck in decks for found in check_deck(deck, deck.name, lint.RULES)] == []
