"""Each rule of the package lint finds the fault that it is there for."""

import re
from pathlib import Path

import pytest

from tests.conformance import package_lint
from tests.conformance.package_lint import CONTENT_TYPES, CORE, PRESENTATION
from tests.conformance.specimens import Edit, edited, rules, write_deck

SLIDE = "ppt/slides/slide1.xml"
SLIDE_RELATIONS = "ppt/slides/_rels/slide1.xml.rels"
NOTES_RELATIONS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"

OVERRIDE = '<Override PartName="/x.xml" ContentType="a/b"/></Types>'
JUMP = r'\1><a:hlinkClick r:id="rId1" action="ppaction://hlinksldjump"/></p:cNvPr>'
SVG = r'\1><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><svgBlip/></a:ext></a:extLst></a:blip>'
SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    f'<p14:sectionLst xmlns:p14="{package_lint.P14.strip("{}")}">'
    '<p14:section name="Eins" id="{00000000-0000-0000-0000-000000000001}">'
    '<p14:sldIdLst><p14:sldId id="999"/></p14:sldIdLst></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst></p:presentation>"
)


def swap(old: str, new: str) -> Edit:
    """The edit that replaces what matches first."""

    def edit(blob: bytes) -> bytes:
        text, count = re.subn(old, new, blob.decode(), count=1)
        assert count, f"{old} is not in the part"
        return text.encode()

    return edit


def no_picture(_: bytes) -> bytes:
    return b"GIF89a"


PLANTED: list[tuple[str, dict[str, Edit | None]]] = [
    ("override-without-part", {CONTENT_TYPES: swap("</Types>", OVERRIDE)}),
    ("main-type", {CONTENT_TYPES: swap(r"presentation\.main", "template.main")}),
    ("relation-to-nothing", {"ppt/media/image1.png": None}),
    ("relation-to-nothing", {SLIDE_RELATIONS: swap('Target="[^"]*slideLayout6.xml"', 'Target="NULL"')}),
    ("orphan-part", {SLIDE_RELATIONS: swap("<Relationship [^>]*notesSlide[^>]*>", "")}),
    ("id-without-relation", {SLIDE: swap('r:embed="[^"]*"', 'r:embed="rId99"')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="3"', '<p:cNvPr id="2"')}),
    ("shape-id", {SLIDE: swap('<p:cNvPr id="3"', '<p:cNvPr id="0"')}),
    ("slide-list", {PRESENTATION: swap("<p:sldId [^>]*>", "")}),
    ("slide-layout", {SLIDE_RELATIONS: swap("<Relationship [^>]*slideLayout[^>]*>", "")}),
    ("notes", {PRESENTATION: swap("<p:notesMasterIdLst>.*</p:notesMasterIdLst>", "")}),
    ("notes", {NOTES_RELATIONS: swap("<Relationship [^>]*/slide1.xml[^>]*>", "")}),
    ("notes", {NOTES_RELATIONS: swap("<Relationship [^>]*notesMaster1.xml[^>]*>", "")}),
    ("layout-ids", {MASTER: swap('sldLayoutId id="2147483650"', 'sldLayoutId id="2147483649"')}),
    ("placeholders", {SLIDE: swap("<a:t>Fast[^<]*</a:t>", "<a:t/>")}),
    ("placeholders", {SLIDE: swap("<p:nvPr/></p:nvSpPr>", '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>')}),
    ("tables", {SLIDE: swap("<a:gridCol [^>]*>", "")}),
    ("tables", {SLIDE: swap("<a:tc>", '<a:tc gridSpan="2">')}),
    ("tables", {SLIDE: swap("<a:tc><a:txBody>.*?</a:txBody>", "<a:tc>")}),
    ("sections", {PRESENTATION: swap("(<p:extLst>.*)?</p:presentation>", SECTIONS)}),
    ("slide-jump", {SLIDE: swap('(<p:cNvPr id="3"[^>]*)/>', JUMP)}),
    ("media", {"ppt/media/image1.png": no_picture}),
    ("svg-extension", {SLIDE: swap("(<a:blip [^>]*)/>", SVG)}),
    ("core-properties", {CORE: swap(r"(<dcterms:created[^>]*>)[^<]*", r"\1gestern")}),
    ("core-properties", {CORE: swap("(<dc:title>.*?</dc:title>|<dc:title/>)", r"\1\1")}),
    ("package-unreadable", {CORE: swap("</cp:coreProperties>", "")}),
    ("package-unreadable", {CONTENT_TYPES: None}),
]


def test_a_deck_without_fault_passes_every_rule(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")

    assert package_lint.faults(deck) == []


@pytest.mark.parametrize(("rule", "edits"), PLANTED, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(PLANTED)])
def test_a_planted_fault_is_found(tmp_path: Path, rule: str, edits: dict[str, Edit | None]) -> None:
    deck = write_deck(tmp_path / "deck.pptx")

    found = package_lint.faults(edited(deck, edits))

    assert rule in rules(found)


def test_a_listed_folder_is_found(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")

    found = package_lint.faults(edited(deck, {}, **{"ppt/leer/": b""}))

    assert rules(found) == {"folder-entry"}


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")  # zipfile says so while the fault is planted
def test_a_part_that_the_zip_holds_twice_is_found(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.pptx")

    found = package_lint.faults(edited(deck, {}, **{CORE: package_lint.read(deck).blobs[CORE]}))

    assert rules(found) == {"part-twice"}


def test_every_rule_has_a_planted_fault() -> None:
    proven = {rule for rule, _ in PLANTED} | {"folder-entry", "part-twice"}

    assert {package_lint.name_of(rule) for rule in package_lint.RULES} <= proven
