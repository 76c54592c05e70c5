"""The files of pictures: opaque, in sRGB and at their size, with a text beside each; none of a finding that fails."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

import report
from tests.surveys import SHIPPED

SIZES = {
    "": (1200, 675),
    "-portrait": (1080, 1350),
    "-square": (1080, 1080),
    "-story": (1080, 1920),
    "-print": (1890, 1063),
}


def built(folder: Path, *changes: tuple[str, str], allow_failed_claims: bool = False) -> Path:
    """The German pictures of the shipped briefing, its text changed; the folder they lie in."""
    shutil.copytree(SHIPPED, folder / "briefing")
    file = folder / "briefing" / "briefing.yaml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    choices = report.Options(folder / "out", ("de",), (report.Product.CHARTS,), allow_failed_claims)
    report.build(folder / "briefing", options=choices)
    return folder / "out" / "briefing" / "de" / "charts"


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    every = ("status: final", "status: final\npictures: [landscape, portrait, square, story, print]")
    return built(tmp_path_factory.mktemp("pictures"), every)


def test_every_finding_has_three_files_a_format_and_nothing_else_has_any(charts: Path) -> None:
    findings = ("organisation", "development", "challenges", "goals")

    assert sorted(file.name for file in charts.iterdir()) == sorted(
        f"{finding}{name}.{suffix}" for finding in findings for name in SIZES for suffix in ("png", "svg", "txt")
    )


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_a_png_is_opaque_in_srgb_and_at_its_size(name: str, size: tuple[int, int], charts: Path) -> None:
    with Image.open(charts / f"goals{name}.png") as picture:
        assert picture.size == size
        assert picture.info["srgb"] == 0
        assert picture.info["dpi"] == pytest.approx((300, 300) if name == "-print" else (72, 72), abs=0.01)
        assert picture.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def test_an_svg_names_its_size_in_pixels_and_for_print_in_points(charts: Path) -> None:
    screen, printed = (ET.parse(charts / f"goals{name}.svg").getroot() for name in ("", "-print"))

    assert (screen.get("width"), screen.get("height"), screen.get("viewBox")) == ("1200px", "675px", "0 0 1200 675")
    assert (printed.get("width"), printed.get("height")) == ("453.543pt", "255.118pt")


def test_the_text_beside_a_picture_is_caption_and_alternative_text(charts: Path) -> None:
    headline, caption, alternative = (charts / "goals.txt").read_text("utf-8").split("\n\n")

    assert headline == "Am häufigsten genannt wird Bekanntheit, der Kundenservice kommt auf 21\N{NO-BREAK SPACE}%"
    assert caption.split("\n")[:3] == [
        "Anteil der Unternehmen in Prozent, Mehrfachnennungen",
        "3\u00a0weitere",
        "Mehr als sieben von zehn nennen jeweils diese Ziele.",
    ]
    assert caption.endswith("· Quelle: Bitkom Research, Juni 2016")
    assert alternative.startswith("Alternativtext: Balkendiagramm: ")
    assert alternative.endswith("3\u00a0weitere.\n")


def test_landscape_is_what_a_briefing_has_that_names_none(tmp_path: Path) -> None:
    names = [file.stem for file in built(tmp_path).iterdir()]

    assert not [name for name in names if "-" in name]
    assert len(names) == 4 * 3


def test_no_picture_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    assert not built(tmp_path, ("status: final", "status: final\npictures: []")).exists()


def test_no_picture_is_made_of_a_finding_whose_claim_fails(tmp_path: Path) -> None:
    fails = re.search(r"    holds: leads\(teams.own\)\n    exhibit", (SHIPPED / "briefing.yaml").read_text("utf-8"))
    assert fails
    changed = (fails[0], fails[0].replace("leads(teams.own)", "teams.own > 60"))

    folder = built(tmp_path, ("status: final", "status: draft"), changed, allow_failed_claims=True)

    assert {file.stem for file in folder.iterdir()} == {"development", "challenges", "goals"}
