"""The charts of a written deck: each shown by its SVG, with its PNG where a program shows none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from report.deck.model import Deck, PaintedPicture, PlacedImage
from report.deck.writer import write_deck
from report.images.model import Image
from report.ooxml.elements import NAMESPACES
from report.ooxml.package import parts_of
from report.units import Box
from tests.deck.builders import BUILT, TEMPLATE, briefing, exhibit, painted, placed, png, statement, svg

R = f"{{{NAMESPACES['r']}}}"
IMAGE = f"{NAMESPACES['r']}/image"
EXTENSION = "a:extLst/a:ext[@uri='{96DAC541-7B7A-43D3-8B79-37D633B846F1}']/asvg:svgBlip"


@pytest.fixture(scope="module")
def deck() -> Deck:
    """A deck of a finding, and a statement with a picture of its own."""
    return placed(briefing(statements=(statement(shows=exhibit()),)))


def reread(file: bytes) -> Any:
    return Presentation(BytesIO(file))


def blips(slide: Any) -> list[Any]:
    return list(slide.element.iterfind(".//p:pic/p:blipFill/a:blip", NAMESPACES))


def forms(slide: Any) -> list[tuple[Any, Any]]:
    """The relationships of every picture of a slide: to what is shown, and to what stands for it elsewhere."""
    found = ((blip.find(EXTENSION, NAMESPACES), blip) for blip in blips(slide))
    return [(slide.part.rels[shown.get(f"{R}embed")], slide.part.rels[blip.get(f"{R}embed")]) for shown, blip in found]


def test_a_chart_is_shown_by_its_svg_and_has_its_png_as_fallback(deck: Deck) -> None:
    by_key = painted(deck)

    slides = reread(write_deck(deck, by_key.__getitem__, TEMPLATE, BUILT).content).slides

    assert sum(len(slide.pictures) for slide in deck.slides) == 6
    for slide, meant in zip(slides, deck.slides, strict=True):
        read = [(shown.target_part.blob, instead.target_part.blob) for shown, instead in forms(slide)]
        assert read == [(by_key[each.key].svg, by_key[each.key].png) for each in meant.pictures]


def test_both_are_images_of_the_slide_of_the_type_that_their_names_say(deck: Deck) -> None:
    file = write_deck(deck, painted(deck).__getitem__, TEMPLATE, BUILT).content

    for relation in (each for slide in reread(file).slides for pair in forms(slide) for each in pair):
        kind = {"svg": "image/svg+xml", "png": "image/png"}[relation.target_part.partname.ext]
        assert (relation.reltype, relation.target_part.content_type) == (IMAGE, kind)


def test_equal_svgs_share_one_part(deck: Deck) -> None:
    alike = {key: PaintedPicture(svg(1), png(shade)) for shade, key in enumerate(deck.drawings)}

    file = write_deck(deck, alike.__getitem__, TEMPLATE, BUILT).content

    drawn = [shown.target_part.partname for slide in reread(file).slides for shown, _ in forms(slide)]
    assert len(drawn) == 6
    assert [f"/{name}" for name in parts_of(file) if name.endswith(".svg")] == [drawn[0]] == sorted(set(drawn))


def test_a_picture_of_the_authors_has_one_form(deck: Deck) -> None:
    first, *others = deck.sections
    cover, *further = first.slides
    photo = PlacedImage("photo", Box(0, 0, 9, 9), Image(1, 1, png(99)), "Ein graues Quadrat")
    texts = tuple(item for item in cover.items if item not in cover.pictures)
    changed = replace(first, slides=(replace(cover, items=(*texts, photo)), *further))
    illustrated = replace(deck, sections=(changed, *others))

    slide = reread(write_deck(illustrated, painted(illustrated).__getitem__, TEMPLATE, BUILT).content).slides[0]

    assert [len(blip) for blip in blips(slide)] == [0]
