"""What else a house says in its theme: its typeface, its logo, its lines, on slides, pages and pictures."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pypdf import PdfReader

import report
from report import pipeline
from report.checks import access, lint
from report.checks.checking import check_deck
from report.diagnostics import Severity
from report.options import Options
from report.pipeline import Product, Source
from report.text.fonts import Fonts
from report.text.model import FontFiles
from tests.conftest import CHECKOUT
from tests.templates.fixtures import TEMPLATES
from tests.theme.test_theme_file import PART, briefing, parts, told

SHIPPED = CHECKOUT / "assets" / "fonts"
VIOLET, LILAC = (0x6A, 0x1B, 0x9A), (0xCE, 0x93, 0xD8)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20" fill="{}"/></svg>'
THEME = """\
format: 1
name: Nordwerk
logo: {light: logo.svg, dark: dark.svg}
partners: [{name: Stadtwerke, light: partner.png}]
fonts: {files: {regular: fonts/Regular.ttf, bold: fonts/Bold.ttf}}
lines:
  contact: presse@nordwerk.example
  confidential: {de: Nur intern, en: Internal only}
"""
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def house(folder: Path, theme: str = THEME, *further: str, file: str = "theme.yaml") -> Path:
    """The example of the docs with a theme, and the files of a house beside it."""
    path = briefing(folder, file, theme, *further)
    (folder / "fonts").mkdir()
    for face in ("Regular", "Bold"):
        shutil.copyfile(SHIPPED / f"LiberationSans-{face}.ttf", folder / "fonts" / f"{face}.ttf")
    (folder / "logo.svg").write_text(LOGO.format("#6A1B9A"), "utf-8")
    (folder / "dark.svg").write_text(LOGO.format("#CE93D8"), "utf-8")
    partner = Image.new("RGBA", (100, 50), (0, 0, 0, 0))
    partner.paste((*VIOLET, 255), (0, 0, 50, 50))
    partner.save(folder / "partner.png")
    return path


def built(path: Path, *only: Product) -> Path:
    report.build(path, options=Options(output=path.parent / "build", only=only))
    return path.parent / "build" / path.parent.name / "en"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(house(tmp_path_factory.mktemp("house") / "a", THEME, "pictures: [landscape, square]"))


@pytest.fixture(scope="module")
def deck(folder: Path) -> Any:
    return Presentation(str(next(folder.glob("*.pptx"))))


@pytest.fixture(scope="module")
def pages(folder: Path) -> PdfReader:
    return PdfReader(next(folder.glob("*.pdf")))


def pictures(sheet: Any) -> list[Any]:
    found = [shape for shape in sheet.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    return [shape for shape in found if "logo" in shape.name]


def is_decorative(shape: Any) -> bool:
    return any(each.get("val") == "1" for each in shape._element.iter(DECORATIVE))


def descriptions(sheet: Any) -> list[str]:
    return [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures(sheet)]


# ----------------------------------------------------------------------------------------------------------------- logo


def test_the_logos_stand_on_the_cover_in_place_of_the_publisher_and_say_whose_they_are(deck: Any) -> None:
    cover = deck.slides[0]

    assert descriptions(cover) == ["Logo of Nordwerk", "Logo of Stadtwerke"]
    assert "publisher" not in [shape.name for shape in cover.shapes]
    own, partner = pictures(cover)
    assert own.width / own.height == pytest.approx(4.0, rel=0.01)
    assert partner.width / partner.height == pytest.approx(2.0, rel=0.01)
    assert own.left + own.width < partner.left


def test_in_german_they_say_so_in_german(tmp_path: Path) -> None:
    path = house(tmp_path / "a")
    shutil.copytree(CHECKOUT / "data" / "social-media-2016", tmp_path / "b")
    for name in ("logo.svg", "dark.svg", "partner.png", "theme.yaml", "fonts"):
        (path.parent / name).rename(tmp_path / "b" / name)
    german = tmp_path / "b" / "briefing.yaml"
    german.write_text(german.read_text("utf-8").replace("survey:", "theme: theme.yaml\nsurvey:", 1), "utf-8")

    made = Presentation(str(next((built(german, Product.DECK).parent / "de").glob("*.pptx"))))

    assert descriptions(made.slides[0]) == ["Logo von Nordwerk", "Logo von Stadtwerke"]
    assert "Nur intern" in "".join(shape.text_frame.text for shape in made.slides[1].shapes if shape.has_text_frame)


def test_a_logo_without_a_form_for_the_ground_stands_on_a_plate(deck: Any) -> None:
    cover = {shape.name: shape for shape in deck.slides[0].shapes}

    plate, partner = cover["logo 2 plate"], cover["logo 2"]
    assert "logo 1 plate" not in cover
    assert is_within(partner, plate)


def is_within(inner: Any, outer: Any) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.left + inner.width <= outer.left + outer.width
        and inner.top + inner.height <= outer.top + outer.height
    )


def test_the_logo_repeats_as_decoration_on_closing_slide_and_layouts(deck: Any) -> None:
    closing = next(slide for slide in deck.slides if slide.slide_layout.name == "Closing")
    with_foot = [layout for layout in deck.slide_layouts if layout.name not in ("Cover", "Chapter", "Closing")]

    assert all(is_decorative(shape) for shape in pictures(closing))
    assert [len(pictures(layout)) for layout in deck.slide_layouts if layout not in with_foot] == [0, 0, 0]
    for layout in with_foot:
        (logo,) = pictures(layout)
        assert is_decorative(logo)
        assert logo.width / logo.height == pytest.approx(4.0, rel=0.01)


def test_no_footer_runs_under_the_logo_of_its_layout(deck: Any) -> None:
    feet = [(slide, shape) for slide in deck.slides for shape in slide.placeholders if is_foot(shape)]

    assert len(feet) > 4
    for slide, footer in feet:
        (logo,) = pictures(slide.slide_layout)
        assert footer.left + footer.width <= logo.left
    for layout in deck.slide_layouts:
        for footer in (shape for shape in layout.placeholders if is_foot(shape)):
            assert footer.left + footer.width <= pictures(layout)[0].left


def is_foot(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER


def test_nothing_else_on_cover_and_closing_slide_touches_a_logo(deck: Any) -> None:
    for slide in deck.slides:
        logos = pictures(slide)
        others = [shape for shape in slide.shapes if "logo" not in shape.name]
        for logo, other in ((logo, other) for logo in logos for other in others):
            assert not overlap(logo, other), (logo.name, other.name)
        assert not any(overlap(*pair) for pair in combinations(logos, 2))


def overlap(first: Any, second: Any) -> bool:
    return (
        first.left < second.left + second.width
        and second.left < first.left + first.width
        and first.top < second.top + second.height
        and second.top < first.top + first.height
    )


def test_the_deck_passes_its_own_checks(folder: Path) -> None:
    deck = next(folder.glob("*.pptx"))

    assert [fault for fault in check_deck(deck, "d", (*lint.RULES, *access.RULES)) if is_told(fault)] == []


def is_told(fault: Any) -> bool:
    return fault.severity is Severity.ERROR or "logo" in str(fault.as_text())


def test_pages_have_the_logo_at_their_foot_and_page_one_above_its_title(pages: PdfReader) -> None:
    contents = [content(page) for page in pages.pages]
    assert all(VIOLET in colors(each) for each in contents)
    assert [LILAC in colors(each) for each in contents] == [True, *[False] * (len(contents) - 1)]
    assert [len(page.images) for page in pages.pages] == [1, *[0] * (len(contents) - 1)], "pixels of the partner"
    assert "Nebenan" not in pages.pages[0].extract_text().split("\n")[0]


def content(page: Any) -> str:
    found: bytes = page.get_contents().get_data()
    return found.decode("latin-1")


def colors(content: str) -> set[tuple[int, ...]]:
    found = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", content)
    return {tuple(round(float(part) * 255) for part in fill) for fill in found}


SLOTS = {"goals": ((0.79, 0.75, 1.0, 1.0), VIOLET), "goals-square": ((0.7, 0.75, 1.0, 1.0), LILAC)}


@pytest.mark.parametrize("name", SLOTS)
def test_a_picture_has_the_logo_for_its_ground_in_its_lower_right_corner(name: str, folder: Path) -> None:
    (left, top, right, bottom), color = SLOTS[name]
    picture = Image.open(folder / "charts" / f"{name}.png").convert("RGBA").convert("RGB")

    places = list(places_of(color, picture))
    assert places, "the logo is there"
    width, height = picture.size
    assert all(left * width <= x <= right * width and top * height <= y <= bottom * height for x, y in places)
    xs, ys = {x for x, _ in places}, {y for _, y in places}
    assert len(places) == len(xs) * len(ys), "nothing stands on it"
    assert len(xs) / len(ys) == pytest.approx(4.0, rel=0.05)
    assert f"#{color[0]:02X}{color[1]:02X}{color[2]:02X}" in (folder / "charts" / f"{name}.svg").read_text("utf-8")


def places_of(color: tuple[int, int, int], picture: Image.Image) -> Iterator[tuple[int, int]]:
    raw, width = picture.tobytes(), picture.width
    at = raw.find(bytes(color))
    while at >= 0:
        if at % 3 == 0:
            yield at // 3 % width, at // 3 // width
        at = raw.find(bytes(color), at + 1)


# ------------------------------------------------------------------------------------------------------ typeface, lines


def test_pages_and_pictures_are_set_in_the_files_and_slides_name_their_family(folder: Path, pages: PdfReader) -> None:
    used = {str(font) for page in pages.pages for font in fonts_of(page)}
    scheme = parts(next(folder.glob("*.pptx")))[PART]

    assert {name.partition("+")[2] for name in used} == {"LiberationSans", "LiberationSans-Bold"}
    assert re.findall(r'<a:latin typeface="([^"]+)"', scheme) == ["Liberation Sans"] * 2


def fonts_of(page: Any) -> list[str]:
    return [font.get_object()["/BaseFont"].removeprefix("/") for font in page["/Resources"]["/Font"].values()]


def test_slides_may_ask_for_another_typeface_than_pages_are_set_in(tmp_path: Path) -> None:
    path = house(tmp_path / "a", THEME.replace("fonts: {", "fonts: {deck: Calibri, "))

    folder = built(path, Product.DECK, Product.SUMMARY)

    assert 'typeface="Calibri"' in parts(next(folder.glob("*.pptx")))[PART]
    pages = PdfReader(next(folder.glob("*.pdf")))
    assert "LiberationSans" in "".join(fonts_of(pages.pages[0]))


def test_a_typeface_that_nobody_has_files_of_is_told_and_nothing_runs_over(tmp_path: Path) -> None:
    path = house(tmp_path / "a", "format: 1\nfonts: {deck: Jura}\n")

    (warning,) = report.build(path, options=Options(output=tmp_path / "build", only=(Product.DECK,))).warnings

    assert warning.id == "typeface-stood-for"
    deck = next((tmp_path / "build").rglob("*.pptx"))
    assert 'typeface="Jura"' in parts(deck)[PART]
    sizes = {int(size) for text in parts(deck).values() for size in re.findall(r' sz="(\d+)"', text)}
    assert min(sizes) >= 1200


def test_on_a_template_a_typeface_without_files_is_told_of_pages_and_pictures(tmp_path: Path) -> None:
    path = house(tmp_path / "a", "format: 1\nfonts: {deck: Jura}\n", "template: ours.pptx")
    (tmp_path / "a" / "ours.pptx").write_bytes(TEMPLATES["wide"]())

    assert warned(path) == [
        "theme.yaml:2:15: warning[typeface-stood-for]: pages and pictures are set in Liberation Sans, "
        'as there are no files of "Jura"\n'
        "    2 | fonts: {deck: Jura}\n"
        "      |               ^^^^\n"
        "  hint: name its .ttf files as `files`; slides have the typefaces of the template"
    ]


def test_on_a_template_nothing_is_told_of_a_typeface_for_slides_beside_files_for_pages(tmp_path: Path) -> None:
    path = house(tmp_path / "a", THEME.replace("fonts: {", "fonts: {deck: Jura, "), "template: ours.pptx")
    (tmp_path / "a" / "ours.pptx").write_bytes(TEMPLATES["wide"]())

    assert warned(path) == []


def test_the_files_of_a_theme_measure_the_typeface_of_that_name_on_a_template(tmp_path: Path) -> None:
    path = house(tmp_path / "a", THEME, "template: ours.pptx")
    (tmp_path / "a" / "ours.pptx").write_bytes(TEMPLATES["a4"]())
    without = warned(path, "template-typeface")
    for face in ("Regular", "Bold"):
        call(path.parent / "fonts" / f"{face}.ttf", "gill sans MT")

    company = pipeline.read(Source(path, str(path), "a")).company

    assert len(without) == 2
    assert warned(path, "template-typeface") == [text for text in without if '"Georgia"' in text]
    assert company
    assert (
        company.chart_fonts(SHIPPED)
        == company.text_fonts(SHIPPED)
        == Fonts.as_saved(path.parent, FontFiles("fonts/Regular.ttf", "fonts/Bold.ttf"))
    )


def warned(path: Path, id: str = "") -> list[str]:
    told = (each.as_text() for each in pipeline.read(Source(path, str(path), "a")).faults if id in each.id)
    return [text.replace(f"{path.parent}/", "") for text in told]


def call(file: Path, family: str) -> None:
    """Give a font file another name."""
    with TTFont(file) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font.save(file)


def test_the_line_on_confidentiality_stands_on_every_slide_page_and_picture(
    deck: Any, pages: PdfReader, folder: Path
) -> None:
    slides = ["".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides]

    assert ["Internal only" in text for text in slides] == [True] * len(slides)
    assert ["Internal only" in page.extract_text() for page in pages.pages] == [True] * len(pages.pages)
    assert "Internal only" in (folder / "charts" / "goals.txt").read_text("utf-8")


def test_the_line_of_contact_stands_where_the_briefing_names_nobody(
    deck: Any, pages: PdfReader, tmp_path: Path
) -> None:
    closing = next(slide for slide in deck.slides if slide.slide_layout.name == "Closing")
    named = house(tmp_path / "a", THEME, "contact: {name: Kim Berg}")

    assert "presse@nordwerk.example" in "".join(shape.text_frame.text for shape in closing.placeholders)
    assert "presse@nordwerk.example" in pages.pages[-1].extract_text()
    of_briefing = Presentation(str(next(built(named, Product.DECK).glob("*.pptx"))))
    text = "".join(
        shape.text_frame.text for slide in of_briefing.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert "Kim Berg" in text
    assert "presse@nordwerk.example" not in text


# ------------------------------------------------------------------------------------------------------------ elsewhere


def test_on_a_template_slides_keep_its_logo_and_typeface_and_carry_the_lines(tmp_path: Path) -> None:
    path = house(tmp_path / "a", THEME, "template: ours.potx")
    (tmp_path / "a" / "ours.potx").write_bytes(TEMPLATES["wide"]())

    folder = built(path)

    deck = Presentation(str(next(folder.glob("*.pptx"))))
    assert [shape for slide in deck.slides for shape in pictures(slide)] == []
    texts = ["".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides]
    assert all("Internal only" in text for text in texts)
    assert "Liberation Sans" not in "".join(parts(next(folder.glob("*.pptx"))).values())
    assert "#6A1B9A" in (folder / "charts" / "goals.svg").read_text("utf-8")
    assert "LiberationSans" in "".join(fonts_of(PdfReader(next(folder.glob("*.pdf"))).pages[0]))


def test_another_logo_is_another_build(tmp_path: Path) -> None:
    path = house(tmp_path / "a")
    first = (built(path, Product.CHARTS).parent / "manifest.json").read_text("utf-8")

    (path.parent / "logo.svg").write_text(LOGO.format("#123456"), "utf-8")

    assert (built(path, Product.CHARTS).parent / "manifest.json").read_text("utf-8") != first


FOR_FEW = "Vertraulich; nur für die Mitglieder des Vorstands"


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        (f'lines: {{confidential: "{FOR_FEW}"}}', "the line `confidential`"),
        (
            'logo: {light: high.svg}\nlines: {confidential: "Nur für den Vorstand"}',
            "the logo or the line `confidential`",
        ),
        (f'logo: {{light: high.svg}}\nlines: {{confidential: "{FOR_FEW}"}}', "the line `confidential`"),
    ],
)
def test_what_a_theme_adds_to_a_picture_without_room_is_told(theme: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    shutil.copytree(CHECKOUT / "data" / "social-media-2016", folder)
    high = LOGO.replace("80 20", "40 20").replace('width="80"', 'width="40"')
    (folder / "high.svg").write_text(high.format("#6A1B9A"), "utf-8")
    (folder / "theme.yaml").write_text(f"format: 1\n{theme}\n", "utf-8")
    crowded = folder / "briefing.yaml"
    crowded.write_text(crowded.read_text("utf-8").replace("survey:", "theme: theme.yaml\nsurvey:", 1), "utf-8")

    options = report.Options(tmp_path / "out", ("de",), (Product.CHARTS,))
    (warning,) = report.build(crowded, options=options).warnings

    assert warning.id == "picture-left-out"
    assert warning.hint is not None
    assert warning.hint.startswith("shorten the headline, which takes 2 lines, or the `label`, ")
    assert warning.hint.endswith(f"which takes 4 lines; without {told} of the theme there is room")


BRAND = """\
meta: {name: Nordwerk}
logo:
  images: {main: {path: logo.svg, alt: Nordwerk}, icon: https://example.org/icon.png}
  small: icon
  medium: {light: main, dark: dark.svg}
typography:
  fonts:
    - {family: Jura, source: google}
    - family: Liberation Sans
      source: file
      files:
        - {path: fonts/Regular.ttf, weight: 400}
        - {path: fonts/Bold.ttf, weight: bold, style: normal}
        - fonts/Italic.ttf
  base: {family: Liberation Sans, size: 1rem}
"""


def test_a_brand_gives_its_logo_and_its_typeface(tmp_path: Path) -> None:
    folder = built(house(tmp_path / "a", BRAND, file="_brand.yml"))

    deck = Presentation(str(next(folder.glob("*.pptx"))))
    assert descriptions(deck.slides[0]) == ["Logo of Nordwerk"]
    assert "LiberationSans" in "".join(fonts_of(PdfReader(next(folder.glob("*.pdf"))).pages[0]))


@pytest.mark.parametrize(
    "logo", ["logo.svg", "{path: logo.svg}", "{large: logo.svg}", "{images: {a: logo.svg}, small: a}"]
)
def test_a_brand_may_name_its_logo_in_many_ways(logo: str, tmp_path: Path) -> None:
    folder = built(house(tmp_path / "a", f"logo: {logo}\n", file="_brand.yml"), Product.CHARTS)

    assert "#6A1B9A" in (folder / "charts" / "goals.svg").read_text("utf-8")


@pytest.mark.parametrize("logo", ["https://example.org/logo.png", "{medium: 'https://example.org/a.svg'}", "[]", "{}"])
def test_a_logo_on_the_web_is_not_fetched(logo: str, tmp_path: Path) -> None:
    folder = built(house(tmp_path / "a", f"logo: {logo}\n", file="_brand.yml"), Product.CHARTS)

    assert "#6A1B9A" not in (folder / "charts" / "goals.svg").read_text("utf-8")


FAULTS = [
    ("logo: {light: logo.svg, dark: ../dark.svg}",
     'theme.yaml:2:31: error[outside-folder]: "../dark.svg" leads out of the folder of this file\n'
     "    2 | logo: {light: logo.svg, dark: ../dark.svg}\n"
     "      |                               ^^^^^^^^^^^\n"
     '  hint: name a file in this folder or below, with "/" between folders'),
    ("logo: {}",
     "theme.yaml:2:1: error[no-logo]: the logo has neither `light` nor `dark`\n"
     "    2 | logo: {}\n"
     "      | ^^^^\n"
     "  hint: name its file: light: logo.svg"),
    ("logo: logo.svg",
     "theme.yaml:2:7: error[wrong-type]: `logo` is a text where a block of keys belongs\n"
     "    2 | logo: logo.svg\n"
     "      |       ^^^^^^^^\n"
     "  hint: write {light: logo.svg}"),
    ("logo: {dark: logo.svg}\ncolors: {ink: '#5B1485'}",
     'theme.yaml:2:14: error[logo-unseen]: no colour of "logo.svg" stands out from `ink` #5B1485'),
    ("logo: {light: logo.svg}\npartners: [a.svg]",
     "theme.yaml:3:12: error[wrong-type]"),
    ("logo: {light: logo.svg}\npartners:" + 4 * "\n  - {name: A, light: logo.svg}",
     "theme.yaml:7:5: error[too-many-partners]: there are 4 partners; 3 logos at most stand beside that of the house"),
    ("fonts: {files: {regular: fonts/Regular.ttf}}",
     "theme.yaml:2:9: error[missing-key]: the key `bold` is missing in `files`"),
    ("lines: {confidential: {de: Vertraulich}}",
     'theme.yaml:2:9: error[missing-language]: no text in "en", which the briefing is written in'),
    ("lines: {contact: 部门}",
     'theme.yaml:2:18: error[missing-character]: the fonts have no character "部"'),
]  # fmt: skip


@pytest.mark.parametrize(("theme", "message"), FAULTS, ids=[theme[:40] for theme, _ in FAULTS])
def test_a_fault_is_told_at_its_place(theme: str, message: str, tmp_path: Path) -> None:
    assert told(house(tmp_path, f"format: 1\n{theme}\n")).startswith(message)


def test_a_character_that_the_typeface_of_the_house_has_not_is_told(tmp_path: Path) -> None:
    path = house(tmp_path, THEME.replace("presse@nordwerk.example", "André"))
    with TTFont(tmp_path / "fonts" / "Regular.ttf") as font:
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if chr(code) != "é"}
        font.save(tmp_path / "fonts" / "Regular.ttf")

    assert told(path) == (
        'theme.yaml:7:16: error[missing-character]: the fonts have no character "é" (U+00E9, '
        "latin small letter e with acute)\n"
        "    7 |   contact: André\n"
        "      |                ^\n"
        '  the house\'s own "fonts/Regular.ttf" decides which there are\n'
        "  hint: write it in Latin letters; speaker notes may hold it"
    )


def test_a_logo_becomes_smaller_before_a_picture_is_left_out(tmp_path: Path) -> None:
    path = house(tmp_path / "a")
    shutil.copytree(CHECKOUT / "data" / "social-media-2016", tmp_path / "b")
    for name in ("logo.svg", "dark.svg"):
        (path.parent / name).rename(tmp_path / "b" / name)
    (tmp_path / "b" / "theme.yaml").write_text("format: 1\nlogo: {light: logo.svg, dark: dark.svg}\n", "utf-8")
    crowded = tmp_path / "b" / "briefing.yaml"
    crowded.write_text(crowded.read_text("utf-8").replace("survey:", "theme: theme.yaml\nsurvey:", 1), "utf-8")

    charts = built(crowded, Product.CHARTS).parent / "de" / "charts"

    widths = {}
    for name in ("development", "goals"):
        picture = Image.open(charts / f"{name}.png").convert("RGBA").convert("RGB")
        xs = {x for x, _ in places_of(VIOLET, picture)}
        widths[name] = len(xs)
    assert widths["goals"] == pytest.approx(200, abs=2)
    assert 95 <= widths["development"] < widths["goals"]
