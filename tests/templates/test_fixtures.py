"""Every template is what it is there for: it opens, is valid, is always the same, and has its oddity."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation
from pptx.util import Pt

from report.diagnostics import Diagnostic
from report.ooxml.elements import NAMESPACES
from report.ooxml.package import CONTENT_TYPES, parts_of
from report.presentations.colours import Colour
from report.presentations.opening import open_package
from tests.conformance import validator
from tests.templates.fixtures import INVALID, ONLY_BLANK, REFUSED, TEMPLATES, USABLE
from tests.templates.odd import CUSTOM_PROPERTIES
from tests.templates.samples import as_presentation, with_a_slide_per_layout

TITLES = ("title", "ctrTitle")
MASTER, PRESENTATION = "ppt/slideMasters/slideMaster1.xml", "ppt/presentation.xml"


def opened(name: str) -> Presentation:
    return pptx.Presentation(BytesIO(as_presentation(TEMPLATES[name]())))


def all_layouts(deck: Presentation) -> list[Any]:
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def kinds(page: Any) -> list[str]:
    """The types of the placeholders of a page, in the order of its shapes; "obj" where none is said."""
    return [shape._element.ph.get("type", "obj") for shape in page.placeholders]


def has_title(layout: Any) -> bool:
    return any(kind in TITLES for kind in kinds(layout))


def part(name: str, part_name: str) -> str:
    return parts_of(TEMPLATES[name]())[part_name].decode()


def found(text: str, path: str) -> list[str]:
    """What an XPath finds in a part: attributes and texts."""
    result = etree.fromstring(text.encode()).xpath(path, namespaces=dict(NAMESPACES))
    assert isinstance(result, list)
    return [str(each) for each in result]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    one, other = Colour.of(first), Colour.of(second)
    assert one and other
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_opens_and_takes_a_slide_on_each_layout(name: str, tmp_path: Path) -> None:
    file = tmp_path / "template.pptx"
    file.write_bytes(TEMPLATES[name]())

    deck = pptx.Presentation(BytesIO(with_a_slide_per_layout(TEMPLATES[name]())))

    assert not isinstance(open_package(file, file.name), Diagnostic)
    assert len(deck.slides) == len(opened(name).slides) + len(all_layouts(deck))


@pytest.mark.parametrize("name", [*TEMPLATES, *REFUSED])
def test_a_template_is_always_the_same_bytes(name: str) -> None:
    make = {**TEMPLATES, **REFUSED}[name]

    assert make() == make()


@pytest.mark.usefixtures("needs_validator")
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_valid_but_for_the_one_with_faults_of_its_own(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.pptx"
    file.write_bytes(as_presentation(TEMPLATES[name]()))

    faults = validator.faults(file)

    assert len(faults) == (4 if name == INVALID else 0), "\n".join(map(str, faults))


def test_the_names_say_which_can_be_built_on() -> None:
    assert set(TEMPLATES) - set(USABLE) == {ONLY_BLANK}
    assert len(USABLE) == 11


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("wide", 960, 540),
        ("title-band", 720, 540),
        ("two-masters", 720, 450),
        ("a4", 841.68, 595.44),
        ("google", 720, 405),
        ("poster", 33 * 72, 47 * 72),
    ],
)
def test_a_template_has_the_size_it_is_there_for(name: str, width: float, height: float) -> None:
    deck = opened(name)

    assert (deck.slide_width, deck.slide_height) == (Pt(width), Pt(height))


def test_wide_has_a_logo_at_the_top_right_and_sample_slides() -> None:
    deck = opened("wide")
    assert deck.slide_width and deck.slide_height
    (logo,) = (shape for shape in deck.slide_master.shapes if hasattr(shape, "image"))

    assert logo.left > deck.slide_width * 0.75
    assert logo.top + logo.height < deck.slide_height * 0.2
    assert len(deck.slides) == 3


def test_title_band_sets_white_titles_and_the_logo_on_a_dark_band_and_names_the_company_at_the_foot() -> None:
    master = opened("title-band").slide_master
    band = next(shape for shape in master.shapes if shape.name == "Titelbalken")
    title, logo = (next(s for s in master.shapes if s.name == name) for name in ("Titelplatzhalter 1", "Logo"))

    assert all(band.top <= each.top and each.top + each.height <= band.top + band.height for each in (title, logo))
    assert title.left + title.width <= logo.left
    assert found(part("title-band", MASTER), "//p:titleStyle/a:lvl1pPr//a:schemeClr/@val") == ["bg1"]
    assert "Stadtwerke Lindenberg GmbH" in [shape.text_frame.text for shape in master.placeholders]


def test_two_masters_is_a_potx_whose_layouts_say_no_type() -> None:
    deck = opened("two-masters")
    types = part("two-masters", CONTENT_TYPES)

    assert "presentationml.template.main+xml" in types
    assert [[layout.name for layout in master.slide_layouts] for master in deck.slide_masters] == [
        ["2:1", "汎用2", "1:1", "タイトルのみ", "Aufzählung, breit", "0"],
        ["表紙", "3"],
    ]
    assert all(layout._element.get("type") is None for layout in all_layouts(deck))
    assert "ctrTitle" in kinds(deck.slide_masters[1].slide_layouts[0])


def test_a4_sets_small_titles_in_fonts_the_theme_does_not_name() -> None:
    master = part("a4", MASTER)

    assert found(master, "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["2000"]
    assert found(master, "//p:titleStyle/a:lvl1pPr//a:latin/@typeface") == ["Georgia"]
    assert found(master, "//p:bodyStyle/a:lvl1pPr//a:latin/@typeface") == ["Gill Sans MT"]
    assert set(found(part("a4", "ppt/theme/theme1.xml"), "//a:fontScheme/*/a:latin/@typeface")) == {"Arial"}


def test_dark_inverts_the_colours_and_has_accents_that_do_not_show() -> None:
    master, theme = part("dark", MASTER), part("dark", "ppt/theme/theme1.xml")

    def colour(role: str) -> str:
        return found(theme, f"//a:{role}/a:srgbClr/@val")[0]

    assert found(master, "//p:clrMap/@bg1 | //p:clrMap/@tx1") == ["dk1", "lt1"]
    assert contrast(colour("dk1"), colour("lt1")) > 15
    assert contrast(colour("dk1"), colour("accent1")) == pytest.approx(2, abs=0.1)
    assert colour("accent3") == "FFFFFF"
    overrides = found(part("dark", "ppt/slideLayouts/slideLayout5.xml"), "//a:overrideClrMapping/@bg1")
    assert overrides == ["lt1"]


def test_google_has_no_properties_no_footers_layouts_without_title_and_titles_after_their_texts() -> None:
    deck, parts = opened("google"), parts_of(TEMPLATES["google"]())
    by_name = {layout.name: layout for layout in all_layouts(deck)}

    assert not [name for name in parts if name.startswith("docProps/")]
    assert kinds(by_name["TITLE_AND_BODY"]) == ["body", "title", "sldNum"]
    assert [name for name, layout in by_name.items() if not has_title(layout)] == ["CAPTION_ONLY", "BLANK"]
    assert not {"ftr", "dt"} & {kind for layout in by_name.values() for kind in kinds(layout)}


def test_libreoffice_numbers_no_placeholder_and_python_pptx_finds_the_place_of_the_title() -> None:
    deck = opened("libreoffice")
    pages: list[Any] = [deck.slide_master, *all_layouts(deck)]
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title, Content"))
    title, body = slide.placeholders

    assert {shape._element.ph.get("idx") for page in pages for shape in page.placeholders} == {None}
    assert not [shape for shape in pages[0].placeholders if shape._element.spPr.find(".//{*}off") is not None]
    assert (body.left, body.top) == (title.left, title.top)


def test_titles_missing_has_one_layout_with_a_title_and_none_with_a_footer() -> None:
    deck = opened("titles-missing")
    layouts = all_layouts(deck)

    assert [layout.name for layout in layouts if has_title(layout)] == ["headline+content"]
    assert not {"ftr", "dt", "sldNum"} & {kind for layout in layouts for kind in kinds(layout)}
    assert {"ftr", "dt", "sldNum"} <= set(kinds(deck.slide_master))


def test_sediment_sets_huge_titles_over_tiny_texts_on_pictures_and_gradients() -> None:
    master = part("sediment", MASTER)

    assert found(master, "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["5400"]
    assert found(master, "//p:bodyStyle/a:lvl1pPr/a:defRPr/@sz") == ["1100"]
    assert found(master, "//p:bgPr/a:gradFill//a:schemeClr/@val") == ["bg1", "bg2"]
    assert found(part("sediment", "ppt/slideLayouts/slideLayout1.xml"), "//p:bgPr/a:blipFill/a:blip/@r:embed")


def test_sediment_keeps_sections_a_custom_show_labels_and_a_font() -> None:
    parts = parts_of(TEMPLATES["sediment"]())
    presentation, custom = part("sediment", PRESENTATION), part("sediment", "docProps/custom.xml")

    assert found(presentation, "//p14:sldId/@id") == found(presentation, "//p:sldIdLst/p:sldId/@id")
    shown = found(presentation, "//p:custShow//p:sld/@r:id")
    assert set(shown) < set(found(presentation, "//p:sldIdLst/p:sldId/@r:id"))
    assert found(custom, "//@name") == list(CUSTOM_PROPERTIES)
    assert found(presentation, "//p:embeddedFont/p:font/@typeface") == ["Carlito"]
    size = int.from_bytes(parts["ppt/fonts/font1.fntdata"][:4], "little")
    assert size == len(parts["ppt/fonts/font1.fntdata"])


def test_poster_sets_its_titles_at_103_pt() -> None:
    assert found(part("poster", MASTER), "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["10300"]


def test_own_faults_calls_a_layout_without_title_one_with_title_and_text() -> None:
    layout = next(each for each in all_layouts(opened("own-faults")) if each._element.get("type") == "tx")

    assert not has_title(layout)


def test_only_blank_has_no_layout_with_a_title_or_a_text() -> None:
    (layout,) = all_layouts(opened(ONLY_BLANK))

    assert kinds(layout) == ["sldNum"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("macros", "deck-with-macros"),
        ("encrypted", "deck-encrypted"),
        ("strict", "deck-strict"),
        ("zip-bomb", "deck-too-large"),
        ("word-document", "not-a-deck"),
        ("truncated", "deck-broken"),
    ],
)
def test_a_file_is_refused_for_the_reason_it_is_there_for(name: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "template.potx"
    file.write_bytes(REFUSED[name]())

    refusal = open_package(file, file.name)

    assert isinstance(refusal, Diagnostic)
    assert refusal.id == reason


def test_the_linked_picture_is_outside_of_the_file() -> None:
    relations = parts_of(REFUSED["linked-picture"]())["ppt/slideMasters/_rels/slideMaster1.xml.rels"].decode()

    (link,) = found(relations, "//relations:Relationship[@TargetMode='External']/@Target")

    assert link == "https://intranet.example/marke/logo.png"


def test_impress_brings_layouts_whose_texts_have_no_number(impress_templates: dict[str, Path]) -> None:
    for name, file in impress_templates.items():
        deck = pptx.Presentation(str(file))
        moulds = [shape._element.ph for layout in all_layouts(deck) for shape in layout.placeholders]
        texts = [mould for mould in moulds if mould.get("type") not in (*TITLES, "dt", "ftr", "sldNum")]

        assert len(texts) >= len(all_layouts(deck)), name
        assert {mould.get("idx") for mould in texts} == {None}, name
        assert len(deck.slide_masters) > 1 or name == "DNA"
