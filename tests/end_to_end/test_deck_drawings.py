"""The charts of the shipped decks: one drawing in two forms, SVG and PNG, in a file that holds nothing amiss."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation

from report.checks.checking import check_deck
from report.ooxml.elements import NAMESPACES
from report.ooxml.package import parts_of, zipped
from tests.checks.decks import Edit, bytes_of, swap
from tests.end_to_end.test_read_back import LANGUAGES, deck_path

SVG = "{http://www.w3.org/2000/svg}"
EMBED = f"{{{NAMESPACES['r']}}}embed"
FINDING = "ppt/slides/slide3.xml"
FINDING_RELATIONS = "ppt/slides/_rels/slide3.xml.rels"


def drawings(path: Path) -> Iterator[tuple[Any, bytes, bytes]]:
    """Every picture of a deck with the bytes of its SVG and of its PNG."""
    for slide in Presentation(str(path)).slides:
        for picture in slide.element.iterfind(".//p:pic", NAMESPACES):
            shape = next(each for each in slide.shapes if each.element is picture)
            drawn = picture.find(".//asvg:svgBlip", NAMESPACES)
            yield shape, slide.part.related_part(drawn.get(EMBED)).blob, shape.image.blob


@pytest.mark.parametrize("language", LANGUAGES)
def test_svg_and_png_of_a_chart_say_the_same_numbers(built: Path, language: str) -> None:
    found = list(drawings(deck_path(built, language)))

    assert len(found) == 10
    for shape, svg, png in found:
        drawn = json.loads(ElementTree.fromstring(svg).findtext(f"{SVG}metadata") or "")
        assert drawn == json.loads(Image.open(io.BytesIO(png)).info["befund:cells"])
        assert drawn["cells"], shape.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_svg_has_the_size_of_its_shape_and_no_ground(built: Path, language: str) -> None:
    for shape, svg, _ in drawings(deck_path(built, language)):
        root = ElementTree.fromstring(svg)
        width, height = (float(root.attrib[side].removesuffix("pt")) for side in ("width", "height"))

        assert (width, height) == pytest.approx((shape.width.pt, shape.height.pt), abs=0.01)
        assert root.attrib["viewBox"] == f"0 0 {width:g} {height:g}"
        for rect in root.iter(f"{SVG}rect"):
            assert float(rect.attrib["width"]) * float(rect.attrib["height"]) < width * height / 2


def test_an_svg_has_nothing_that_powerpoint_stumbles_over(built: Path) -> None:
    for _, svg, _ in drawings(deck_path(built, "de")):
        assert not re.search(rb"<!|<style|<text|<font|<image|href=\"[^#]", svg)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_check_of_the_shipped_decks_finds_no_error(built: Path, language: str) -> None:
    assert errors_of(deck_path(built, language)) == set()


def errors_of(path: Path) -> set[str]:
    return {found.id for found in check_deck(path, path.name) if found.is_error}


OTHER_NAME_SPACE = swap("drawing/2016/SVG/main", "drawing/2016/svg/main")
DANGLING = swap('(<asvg:svgBlip [^>]*r:embed=)"[^"]*"', r'\1"rId99"')
UNRELATED = swap(r'<Relationship [^>]*\.svg"[^>]*>', "")


@pytest.mark.parametrize(
    ("part", "edit", "rules"),
    [
        (FINDING, OTHER_NAME_SPACE, {"svg-extension"}),
        (FINDING, DANGLING, {"id-without-relation"}),
        (FINDING_RELATIONS, UNRELATED, {"id-without-relation", "orphan-part"}),
        ("ppt/media/image2.svg", bytes_of(b"<html/>"), {"media-type"}),
    ],
    ids=["another name space", "another relationship", "no relationship", "no drawing"],
)
def test_a_fault_planted_in_a_drawing_is_found(
    built: Path, tmp_path: Path, part: str, edit: Edit, rules: set[str]
) -> None:
    parts = parts_of(deck_path(built, "de").read_bytes())
    spoiled = tmp_path / "deck.pptx"
    spoiled.write_bytes(zipped({**parts, part: edit(parts[part])}))

    assert errors_of(spoiled) == rules


def test_the_shipped_decks_stay_far_below_ten_megabytes(built: Path) -> None:
    assert [deck_path(built, language).stat().st_size < 1_000_000 for language in LANGUAGES] == [True, True]
