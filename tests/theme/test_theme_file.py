"""theme.yaml and _brand.yml: what they do to decks, pages and pictures, and every fault of theirs at its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

import report
from report.options import Options
from report.pipeline import Product
from report.theme.file.schema import (
    ColorsFile,
    FontFilesFile,
    FontsFile,
    LinesFile,
    LogoFile,
    PartnerFile,
    ThemeFile,
)
from report.yaml_source import FileModel
from tests.conftest import CHECKOUT
from tests.documentation import assert_tables_tell, code_blocks
from tests.templates.fixtures import TEMPLATES

THEME = """\
format: 1
name: Nordwerk
colors: {ink: "#1A1A1A", accent: "#007A53", contrast: "#9A2A8C"}
"""
BRAND = """\
meta: {name: {full: Nordwerk AG, short: Nordwerk}, link: https://example.org}
logo: {tiny: icon.png}
color:
  palette: {dark-grey: "#222", lagoon: "#0A6C74", main: lagoon}
  background: {light: "#FFFDF8", dark: black}
  foreground: dark-grey
  primary: main
  secondary: "#707073"
  warning: "#EE6331"
  link: [1, 2]
typography: {base: Jura}
defaults: {bootstrap: {}}
"""
PART = "ppt/theme/theme1.xml"


def briefing(folder: Path, file: str, text: str, *further: str) -> Path:
    """The example of the docs, which names a theme in the file."""
    shutil.copytree(CHECKOUT / "docs" / "example", folder, dirs_exist_ok=True)
    (folder / file).write_text(text, "utf-8")
    path = folder / "briefing.yaml"
    keys = "\n".join(("survey: survey.yaml", f"theme: {file}", *further))
    path.write_text(path.read_text("utf-8").replace("survey: survey.yaml", keys), "utf-8")
    return path


def built(path: Path, *only: Product) -> Path:
    report.build(path, options=Options(output=path.parent / "build", only=only))
    return path.parent / "build" / path.parent.name / "en"


def parts(deck: Path) -> dict[str, str]:
    with ZipFile(deck) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}


def palette(part: str) -> dict[str, str]:
    return dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"/></a:\1>', part))


def fills_of(summary: Path) -> set[str]:
    """The colours with which areas and letters are filled on the pages."""
    contents = [page.get_contents() for page in PdfReader(summary).pages]
    content = "".join(each.get_data().decode("latin-1") for each in contents if each is not None)
    found = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", content)
    return {"".join(f"{round(float(part) * 255):02X}" for part in fill) for fill in found}


def told(path: Path) -> str:
    with pytest.raises(report.SourceError) as error:
        report.check(path)
    return str(error.value).replace(f"{path.parent}/", "")


def test_powerpoint_offers_the_colours_of_the_theme_and_slides_name_them(tmp_path: Path) -> None:
    deck = parts(next(built(briefing(tmp_path / "a", "theme.yaml", THEME), Product.DECK).glob("*.pptx")))

    colors = palette(deck[PART])
    assert (colors["dk1"], colors["accent1"], colors["accent2"]) == ("1A1A1A", "007A53", "9A2A8C")
    assert 'clrScheme name="Nordwerk"' in deck[PART]
    slides = "".join(text for name, text in deck.items() if name.startswith("ppt/slides/"))
    assert 'schemeClr val="accent1"' in slides
    assert "007A53" not in slides
    everything = "".join(deck.values())
    assert [code for code in ("15203B", "0B6E99", "E3E7EE", "C9D3E6", "3A486B") if code in everything] == []


def test_pictures_and_pages_have_the_colours_of_the_theme(tmp_path: Path) -> None:
    folder = built(briefing(tmp_path / "a", "theme.yaml", THEME), Product.CHARTS, Product.SUMMARY)

    drawing = (folder / "charts" / "goals.svg").read_text("utf-8").upper()
    assert "#007A53" in drawing
    assert "#0B6E99" not in drawing
    picture = Image.open(folder / "charts" / "goals.png").convert("RGBA")
    assert (0, 0x7A, 0x53, 255) in {color for _, color in picture.getcolors(picture.width * picture.height) or ()}
    fills = fills_of(next(folder.glob("*.pdf")))
    assert "007A53" in fills
    assert "0B6E99" not in fills


def test_pages_are_white_on_which_a_tinted_theme_is_printed(tmp_path: Path) -> None:
    tinted = THEME.replace("007A53", "006B48").replace("{ink", '{paper: "#DDEAF1", ink')

    folder = built(briefing(tmp_path / "a", "theme.yaml", tinted), Product.DECK, Product.SUMMARY)

    assert palette(parts(next(folder.glob("*.pptx")))[PART])["lt1"] == "DDEAF1"
    assert "F6F6F6" in fills_of(next(folder.glob("*.pdf"))), "tracks are as pale as they are on white"


def test_without_a_theme_the_deck_has_the_parts_of_the_house(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "docs" / "example", tmp_path / "a")

    deck = parts(next(built(tmp_path / "a" / "briefing.yaml", Product.DECK).glob("*.pptx")))

    assert deck[PART] == parts(CHECKOUT / "assets" / "template" / "house.pptx")[PART]


def test_on_a_template_the_deck_keeps_its_colours_and_pictures_have_those_of_the_theme(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a", "theme.yaml", THEME, "template: ours.potx")
    (tmp_path / "a" / "ours.potx").write_bytes(TEMPLATES["wide"]())

    folder = built(path, Product.DECK, Product.CHARTS)

    assert "007A53" not in "".join(parts(next(folder.glob("*.pptx"))).values())
    assert "#007A53" in (folder / "charts" / "goals.svg").read_text("utf-8").upper()


def test_a_brand_gives_the_deck_its_colours_by_their_names(tmp_path: Path) -> None:
    deck = parts(next(built(briefing(tmp_path / "a", "_brand.yml", BRAND), Product.DECK).glob("*.pptx")))

    colors = palette(deck[PART])
    assert (colors["lt1"], colors["dk1"], colors["accent1"]) == ("FFFDF8", "222222", "0A6C74")
    assert colors["accent2"] not in ("707073", "EE6331"), "a grey is no accent, and the orange is too pale for text"
    assert 'clrScheme name="Nordwerk AG"' in deck[PART]


def test_a_dark_brand_is_printed_dark_on_light(tmp_path: Path) -> None:
    brand = 'color: {background: "#101820", foreground: white, primary: "#F2AA4C"}\n'

    deck = parts(next(built(briefing(tmp_path / "a", "_brand.yml", brand), Product.DECK).glob("*.pptx")))

    colors = palette(deck[PART])
    assert (colors["lt1"], colors["dk1"]) == ("FFFFFF", "101820")
    assert colors["accent1"] != "F2AA4C", "it cannot be read on white"


def test_another_theme_is_another_build(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a", "theme.yaml", THEME)
    first = (built(path, Product.CHARTS).parent / "manifest.json").read_text("utf-8")

    (tmp_path / "a" / "theme.yaml").write_text(THEME.replace("007A53", "006B48"), "utf-8")

    assert (built(path, Product.CHARTS).parent / "manifest.json").read_text("utf-8") != first


FAULTS = [
    ('{accent: "#FFCC00"}',
     "theme.yaml:2:18: error[weak-contrast]: `accent` #FFCC00 has a contrast of 1.51:1 to `paper` #FFFFFF; "
     "text needs 4.5:1\n"
     '    2 | colors: {accent: "#FFCC00"}\n'
     "      |                  ^^^^^^^^^\n"
     '  hint: write "#8C7000", which would do'),
    ('{ink: "#555555"}',
     "theme.yaml:2:15: error[weak-contrast]: `ink` #555555 has a contrast of 7.45:1 to `paper` #FFFFFF; "
     "text, which stands on grey bars too, needs 9.3:1\n"
     '    2 | colors: {ink: "#555555"}\n'
     "      |               ^^^^^^^^^\n"
     '  hint: write "#464646", which would do'),
    ('{accent: "#C00000", contrast: "#B22222"}',
     "theme.yaml:2:39: error[colors-alike]: `contrast` #B22222 and `accent` #C00000 are too much alike to those who "
     "see colours differently: 3.3 apart (CIEDE2000), 20 are needed\n"
     '    2 | colors: {accent: "#C00000", contrast: "#B22222"}\n'
     "      |                                       ^^^^^^^^^\n"
     '  hint: write "#80194D", which would do'),
    ('{accent: "#6E7788"}',
     "theme.yaml:2:18: error[colors-alike]: `accent` #6E7788 and the grey of marks #878D9B are too much alike where "
     "they touch: 8.5 apart (CIEDE2000), 10 are needed\n"
     '    2 | colors: {accent: "#6E7788"}\n'
     "      |                  ^^^^^^^^^\n"
     '  hint: write "#676F7F", which would do'),
    ('{ink: "#FFFFFF", paper: "#000000"}',
     "theme.yaml:2:15: error[dark-paper]: `ink` #FFFFFF is lighter than `paper` #000000; pages are printed, "
     "dark on light\n"
     '    2 | colors: {ink: "#FFFFFF", paper: "#000000"}\n'
     "      |               ^^^^^^^^^\n"
     "  hint: name a light `paper` and a dark `ink`: cover and statements are light on dark by themselves"),
    ("{accent: green}",
     'theme.yaml:2:18: error[not-a-color]: "green" is no colour\n'
     "    2 | colors: {accent: green}\n"
     "      |                  ^^^^^\n"
     '  hint: write it as six digits from 0 to F behind a hash sign, in quotation marks, such as "#0B6E99"'),
    ('{primary: "#007A53"}',
     'theme.yaml:2:10: error[unknown-key]: "primary" is not a key of `colors`\n'
     '    2 | colors: {primary: "#007A53"}\n'
     "      |          ^^^^^^^\n"
     "  `colors` can have the keys accent, contrast, ink, lit, paper\n"
     "  hint: write accent"),
]  # fmt: skip


@pytest.mark.parametrize(("colors", "message"), FAULTS, ids=[colors for colors, _ in FAULTS])
def test_a_fault_is_told_at_its_place(colors: str, message: str, tmp_path: Path) -> None:
    path = briefing(tmp_path, "theme.yaml", f"format: 1\ncolors: {colors}\n")

    assert told(path) == message


def test_faults_of_theme_and_briefing_are_told_in_one_run(tmp_path: Path) -> None:
    path = briefing(tmp_path, "theme.yaml", 'format: 1\ncolors: {accent: "#FFCC00", lit: "#003366"}\n', "titel: A")

    ids = re.findall(r"error\[(.+?)\]", told(path))

    assert ids == ["unknown-key", "weak-contrast", "weak-contrast"]


def test_a_colour_that_a_brand_does_not_have_is_told(tmp_path: Path) -> None:
    path = briefing(tmp_path, "_brand.yml", "color:\n  palette: {lagoon: '#0A6C74'}\n  primary: lagune\n")

    assert told(path) == (
        '_brand.yml:3:12: error[unknown-color]: "lagune" is no colour, and the palette has none of that name\n'
        "    3 |   primary: lagune\n"
        "      |            ^^^^^^\n"
        '  hint: did you mean "lagoon"?'
    )


def test_names_of_a_palette_that_lead_in_a_circle_are_told(tmp_path: Path) -> None:
    path = briefing(tmp_path, "_brand.yml", "color:\n  palette: {sea: lake, lake: sea}\n  primary: sea\n")

    assert told(path) == (
        '_brand.yml:2:30: error[unknown-color]: "sea" leads back to itself\n'
        "    2 |   palette: {sea: lake, lake: sea}\n"
        "      |                              ^^^\n"
        '  hint: write its code, such as "#0B6E99"'
    )


def test_a_brand_without_colours_leaves_those_of_the_house(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a", "_brand.yml", "meta: {name: Nordwerk}\ntypography: {base: Jura}\n")

    deck = parts(next(built(path, Product.DECK).glob("*.pptx")))

    assert palette(deck[PART])["accent1"] == "0B6E99"
    assert 'clrScheme name="Nordwerk"' in deck[PART]


def test_a_theme_that_is_a_folder_is_told_where_the_briefing_names_it(tmp_path: Path) -> None:
    path = briefing(tmp_path, "theme.yaml", THEME)
    path.write_text(path.read_text("utf-8").replace("theme: theme.yaml", "theme: brand"), "utf-8")
    (tmp_path / "brand").mkdir()

    assert told(path) == (
        'briefing.yaml:4:8: error[not-a-file]: "brand" is not a file but a folder\n'
        "    4 | theme: brand\n"
        "      |        ^^^^^"
    )


def test_the_page_names_every_key_and_its_example_is_a_theme(tmp_path: Path) -> None:
    page = (CHECKOUT / "docs" / "themes.md").read_text("utf-8")

    models: dict[str, type[FileModel]] = {
        "The file": ThemeFile,
        "Colours": ColorsFile,
        "Typeface": FontsFile,
        "Files of the typeface": FontFilesFile,
        "Logo": LogoFile,
        "Partners": PartnerFile,
        "Lines": LinesFile,
    }
    assert_tables_tell(page, models)
    assert report.check(briefing(tmp_path, "theme.yaml", code_blocks(page, "yaml")[0])).warnings == ()
