"""The package that remembers its parts: the same file as python-pptx makes, without looking through it each time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.package import OpcPackage
from pptx.opc.packuri import PackURI
from pptx.slide import Slide
from pptx.util import Pt

from report.deck.package_parts import DeckPackage
from report.ooxml.package import parts_of, zipped
from tests.deck.builders import TEMPLATE, png

SHADES = (1, 2, 1, 3)
"""The pictures of the slides; equal ones are one part."""


def fill(slide: Slide, shade: int) -> None:
    for shape in list(slide.placeholders):
        shape.element.getparent().remove(shape.element)
    slide.shapes.add_picture(BytesIO(png(shade)), Pt(0), Pt(0), Pt(9), Pt(9))
    assert slide.notes_slide.notes_text_frame
    slide.notes_slide.notes_text_frame.text = f"shade {shade}"


def by_python_pptx(template: bytes) -> bytes:
    presentation = Presentation(BytesIO(template))
    for shade in SHADES:
        fill(presentation.slides.add_slide(presentation.slide_layouts[0]), shade)
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


def by_us(template: bytes, shades: tuple[int, ...] = SHADES) -> bytes:
    package = DeckPackage.open(BytesIO(template))
    for shade in shades:
        fill(package.add_slide(package.presentation.slide_layouts[0]), shade)
    return zipped(package.contents())


def with_gaps(template: bytes) -> bytes:
    """A template with two slides and the pictures 1 and 4."""
    presentation = Presentation(BytesIO(template))
    for shade, number in ((7, 1), (8, 4)):
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        fill(slide, shade)
        (picture,) = (part for part in presentation.part.package.iter_parts() if part.blob == png(shade))
        picture.partname = PackURI(f"/ppt/media/image{number}.png")
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


@pytest.mark.parametrize("template", [TEMPLATE, with_gaps(TEMPLATE)], ids=["of the house", "with slides and gaps"])
def test_a_package_gets_the_parts_that_python_pptx_gives_it(template: bytes) -> None:
    assert parts_of(by_us(template)) == parts_of(by_python_pptx(template))


def test_a_package_is_looked_through_no_more_often_for_more_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    walks: list[int] = []
    iter_rels = OpcPackage.iter_rels

    def counted(package: OpcPackage) -> Iterator[Any]:
        walks.append(1)
        return iter_rels(package)

    monkeypatch.setattr(OpcPackage, "iter_rels", counted)
    counts = []
    for n_slides in (2, 12):
        walks.clear()
        by_us(TEMPLATE, tuple(range(n_slides)))
        counts.append(len(walks))

    assert counts[0] == counts[1]
