"""The house template: made by its script and by nothing else, with placeholders, colours and fonts of the house."""

import importlib
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from report.checks import lint
from report.checks.checking import check_deck
from report.deck.template import layouts_of
from report.deck.template_to_fill import layouts_to_fill
from report.formats.house_slides import HOUSE_SLIDES, house_slides
from report.ooxml.package import parts_of
from report.shipped import folder
from tests.conformance import programs, validator
from tests.deck.builders import TEMPLATE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700
FOLDER = folder("assets") / "template"


@pytest.fixture(scope="module")
def template() -> Any:
    return Presentation(BytesIO(TEMPLATE))


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(TEMPLATE)


def test_the_shipped_template_is_what_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # the folder ships as it is

    made = importlib.import_module("make_template").make_template()

    assert made == TEMPLATE, "run python assets/template/make_template.py and look at the decks"


def test_a_template_of_another_size_has_the_same_layouts_on_slides_of_that_size(
    monkeypatch: pytest.MonkeyPatch, template: Any
) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    made = Presentation(BytesIO(importlib.import_module("make_template").make_template(house_slides(720, 405))))

    assert (made.slide_width, made.slide_height) == (720 * EMU, 405 * EMU)
    for small, house in zip(made.slide_layouts, template.slide_layouts, strict=True):
        assert small.name == house.name
        for placeholder, larger in zip(small.placeholders, house.placeholders, strict=True):
            assert placeholder.placeholder_format.idx == larger.placeholder_format.idx
            assert placeholder.left == pytest.approx(0.75 * larger.left, abs=2)
            assert placeholder.width == pytest.approx(0.75 * larger.width, abs=2)


def test_it_has_the_layouts_of_the_house_with_their_placeholders(template: Any) -> None:
    found = {
        layout.name: sorted(placeholder.placeholder_format.idx for placeholder in layout.placeholders)
        for layout in template.slide_layouts
    }

    layouts = (*layouts_of(HOUSE_SLIDES), *layouts_to_fill(HOUSE_SLIDES))
    assert found == {layout.name: sorted(slot.role.index for slot in layout.slots) for layout in layouts}


def test_title_body_footer_and_number_stand_on_paper_and_on_ink(template: Any) -> None:
    for name in ("Finding", "Statement"):
        layout = template.slide_layouts.get_by_name(name)
        kinds = [placeholder.element.find(f".//{P}ph").get("type") for placeholder in layout.placeholders]
        assert {"title", "body", "ftr", "sldNum"} <= set(kinds)


TO_FILL = {
    "Title and text": ["body"],
    "Title and chart": ["chart"],
    "Title and picture": ["pic"],
    "Two columns": ["obj", "obj"],
    "Title only": [],
}


@pytest.mark.parametrize("name", TO_FILL)
def test_who_adds_a_slide_finds_places_of_the_right_kind_footer_and_number(name: str, template: Any) -> None:
    layout = template.slide_layouts.get_by_name(name)
    kinds = [placeholder.element.find(f".//{P}ph").get("type") for placeholder in layout.placeholders]

    assert kinds == ["title", "body", *TO_FILL[name], "ftr", "sldNum"]
    title, *content = (each for each in layout.placeholders if each.element.find(f".//{P}ph").get("idx") != "13")
    assert all(one.top >= title.top + title.height for one in content)


@pytest.mark.parametrize("name", TO_FILL)
def test_a_slide_on_each_takes_what_it_is_for(name: str, tmp_path: Path) -> None:
    deck = Presentation(BytesIO(TEMPLATE))
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(name))
    slide.shapes.title.text = "Ein Satz mit einer Aussage"
    for placeholder in list(slide.placeholders)[1:]:
        fill(placeholder)
    deck.save(str(tmp_path / "filled.pptx"))

    (read,) = Presentation(str(tmp_path / "filled.pptx")).slides
    assert [kind_of(shape) for shape in read.placeholders] == ["title", "body", *TO_FILL[name]]
    assert check_deck(tmp_path / "filled.pptx", "filled.pptx", lint.RULES) == ()


def kind_of(shape: Any) -> str:
    kind: str = shape.element.find(f".//{P}ph").get("type", "obj")
    return kind


def fill(placeholder: Any) -> None:
    match kind_of(placeholder):
        case "chart":
            data = CategoryChartData()
            data.categories = ["Ja", "Nein"]
            data.add_series("Anteil", (0.6, 0.4))
            placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
        case "pic":
            picture = BytesIO()
            Image.new("RGB", (160, 90)).save(picture, "PNG")
            placeholder.insert_picture(picture)
        case _:
            placeholder.text = "Ein Satz, der mehr dazu sagt"


def test_paper_is_white_and_ink_swaps_text_and_ground(template: Any) -> None:
    statement = template.slide_layouts.get_by_name("Statement").element
    finding = template.slide_layouts.get_by_name("Finding").element

    override = statement.find(f".//{A}overrideClrMapping")
    assert (override.get("bg1"), override.get("tx1")) == ("dk1", "lt1")
    assert finding.find(f".//{A}overrideClrMapping") is None


def test_the_theme_has_the_colours_and_the_typeface_of_the_house(parts: dict[str, bytes]) -> None:
    theme = etree.fromstring(parts["ppt/theme/theme1.xml"])
    colors = {
        etree.QName(role).localname: role[0].get("val") for scheme in theme.iter(f"{A}clrScheme") for role in scheme
    }
    typefaces = [latin.get("typeface") for latin in theme.iter(f"{A}latin")]

    assert colors["dk1"] == "15203B"
    assert colors["lt1"] == "FFFFFF"
    assert colors["accent1"] == "0B6E99"
    assert colors["accent2"] == "C8501E"
    assert typefaces == ["Calibri", "Calibri"]


def test_it_has_the_size_of_the_format_a_notes_master_and_no_slide(template: Any, parts: dict[str, bytes]) -> None:
    assert (template.slide_width / EMU, template.slide_height / EMU) == (HOUSE_SLIDES.width, HOUSE_SLIDES.height)
    assert len(template.slides) == 0
    assert "ppt/notesMasters/notesMaster1.xml" in parts
    assert b"notesMasterIdLst" in parts["ppt/presentation.xml"]


def test_a_lint_of_the_package_finds_nothing_but_that_there_is_no_slide_yet() -> None:
    found = check_deck(FOLDER / "house.pptx", "house.pptx", lint.RULES)

    assert [each.id for each in found] == ["no-slides"]


def test_the_open_xml_sdk_validator_finds_nothing() -> None:
    if not programs.VALIDATOR.is_file():
        pytest.skip("the Open XML SDK validator is missing (make conformance-tools)")

    assert validator.faults(Path(FOLDER / "house.pptx")) == []
