"""Templates nobody made as such: Office's blank presentation, 4:3 with titles of 44 pt, and a deck of ours."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.util import Pt

import report
from report.ooxml.package import parts_of
from report.pipeline import Product
from tests.end_to_end.conftest import SHIPPED
from tests.templates.package import changed

MASTER = "ppt/slideMasters/slideMaster1.xml"
TITLE = b'<a:defRPr sz="4400"'
LEAST, LEAST_BY_RULE = 24, 18
"""Points, on a slide 540 pt high: about the size of the house's own headlines, and of those that nobody wrote."""


def office() -> bytes:
    """The template that python-pptx brings, which is Office's of 2007 to 2010."""
    file = BytesIO()
    pptx.Presentation().save(file)
    return file.getvalue()


def shouting() -> bytes:
    """The same with titles in bold capitals of 54 pt."""
    assert TITLE in parts_of(office())[MASTER]
    return changed(office(), {MASTER: lambda blob: blob.replace(TITLE, b'<a:defRPr b="1" cap="all" sz="5400"', 1)})


def built(template: bytes, folder: Path, survey: Path, language: str) -> list[Any]:
    """The slides of a deck."""
    file = folder / "office.pptx"
    file.write_bytes(template)
    options = report.Options(folder / "out", (language,), (Product.DECK,), template=file)
    (deck,) = [path for path in report.build(survey, options=options).written if path.suffix == ".pptx"]
    assert [fault.as_text() for fault in report.check(deck).warnings if fault.id != "alternative-length"] == []
    return list(pptx.Presentation(str(deck)).slides)


def sizes(slides: list[Any]) -> set[float]:
    """Those of the titles in the template's place for them."""
    titles = [slide.shapes.title for slide in slides[1:]]
    runs = [title.text_frame.paragraphs[0].runs[0] for title in titles if title.top < Pt(60)]
    assert len(runs) >= 5
    return {run.font.size.pt for run in runs}


def by_rule(folder: Path) -> Path:
    """The survey that ships, without its briefing."""
    shutil.copytree(SHIPPED, folder / "survey", ignore=shutil.ignore_patterns("briefing.yaml"))
    return folder / "survey"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_briefing_finds_room_on_it_with_titles_of_one_size(language: str, tmp_path: Path) -> None:
    (size,) = sizes(built(office(), tmp_path, SHIPPED, language))

    assert LEAST <= size < 44


@pytest.mark.parametrize("template", [office, shouting])
def test_headlines_that_nobody_wrote_find_room_on_it(template: Any, tmp_path: Path) -> None:
    found = sizes(built(template(), tmp_path, by_rule(tmp_path), "de"))

    assert min(found) >= LEAST_BY_RULE * 0.8, "capitals look a quarter larger"
    assert len(found) == 1


def test_a_deck_of_ours_brings_no_prompt_along(tmp_path: Path) -> None:
    options = report.Options(tmp_path / "ours", ("de",), (Product.DECK,))
    (ours,) = [path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pptx"]
    layout: Any = pptx.Presentation(str(ours)).slide_layouts[2]
    prompts = {place.text_frame.text for place in layout.shapes if place.has_text_frame}
    assert "Topic, base, source" in prompts

    slides = built(ours.read_bytes(), tmp_path, SHIPPED, "de")

    texts = {shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame}
    assert not prompts & texts - {"‹#›"}
