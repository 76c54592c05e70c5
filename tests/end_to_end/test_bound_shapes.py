"""Shapes that show numbers tell programs which ones: read back from finished decks by python-pptx alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

import report
from report.kinds import ChartForm
from tests.end_to_end.conftest import SHIPPED

LANGUAGES = ("de", "en")
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass
class Bound:
    """A shape with its tags by name, and its slide's number."""

    slide: int
    shape: Any
    tags: dict[str, str]

    @property
    def node(self) -> str:
        return self.tags["BEFUND_NODE"]

    @property
    def texts(self) -> list[dict[str, Any]]:
        return list(json.loads(self.tags["BEFUND_TEXTS"]))


def deck_of(built: Path, language: str) -> Any:
    return Presentation(str(next((built / language).glob("*.pptx"))))


def bound_shapes(deck: Any) -> Iterator[Bound]:
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            for tags in shape._element.xpath("*/p:nvPr/p:custDataLst/p:tags"):
                part = slide.part.related_part(tags.get(f"{{{KIND}}}id"))
                listed = etree.fromstring(part.blob)
                yield Bound(number, shape, {each.get("name", ""): each.get("val", "") for each in listed})


def at(deck: Any, node: str) -> Bound:
    (found,) = [each for each in bound_shapes(deck) if each.node == node]
    return found


def said(paragraphs: Any) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def test_a_headline_tells_its_node_its_cells_in_order_and_its_text(built: Path) -> None:
    headline = at(deck_of(built, "de"), "findings/development/headline")

    assert headline.texts == [
        {
            "cells": ["teams/own@w2016", "teams/own@w2013"],
            "text": "2016 haben 49\u00a0% der Unternehmen ein eigenes Team, 2013 waren es 24\u00a0%; "
            "die Frage wurde seither geändert",
        }
    ]
    assert headline.shape.name == "headline teams/own@w2016 teams/own@w2013 [findings/development/headline]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_those_of_the_paragraphs(built: Path, language: str) -> None:
    bound = [each for each in bound_shapes(deck_of(built, language)) if each.shape.has_text_frame]

    assert len(bound) > 20
    for each in bound:
        assert [text["text"] for text in each.texts] == said(each.shape.text_frame.paragraphs), each.node


def test_a_paragraph_without_numbers_has_no_cells(built: Path) -> None:
    annotation = at(deck_of(built, "de"), "findings/development/annotations/2")

    assert [text["cells"] for text in annotation.texts] == [["teams/own@w2016", "teams/own@w2013"], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_tells_the_numbers_that_its_file_holds(built: Path, language: str) -> None:
    pictures = [each for each in bound_shapes(deck_of(built, language)) if hasattr(each.shape, "image")]

    assert len(pictures) == 10
    for each in pictures:
        held = json.loads(Image.open(BytesIO(each.shape.image.blob)).info["befund:cells"])["cells"]
        assert each.texts == [{"cells": [cell["id"]], "text": cell["text"]} for cell in held]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_tells_each_of_its_numbers(built: Path, language: str) -> None:
    table = at(deck_of(built, language), "appendix/goals")
    shown = [cell.text for row in list(table.shape.table.rows)[1:] for cell in list(row.cells)[1:]]

    assert [text["text"] for text in table.texts] == shown
    assert [text["cells"] for text in table.texts[:2]] == [["goals/awareness@w2014"], ["goals/awareness@w2016"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_bound_shape_has_tags_of_its_own_and_its_node_in_its_name(built: Path, language: str) -> None:
    deck = deck_of(built, language)
    bound = list(bound_shapes(deck))
    related = [
        relation.target_part.partname
        for slide in deck.slides
        for relation in slide.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.TAGS
    ]

    assert len(related) == len(set(related)) == len(bound)
    assert all(each.shape.name.endswith(f" [{each.node}]") for each in bound)
    assert all(any(text["cells"] for text in each.texts) for each in bound)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shape_whose_name_tells_numbers_is_bound(built: Path, language: str) -> None:
    deck = deck_of(built, language)
    bound = {(each.slide, each.shape.shape_id) for each in bound_shapes(deck)}
    telling = {
        (number, shape.shape_id)
        for number, slide in enumerate(deck.slides, 1)
        for shape in slide.shapes
        if re.search(r"\w/\w+@w20|^(exhibit|field|table) (?!title)", shape.name)
    }

    assert telling == bound


def test_a_chart_that_powerpoint_draws_is_bound_like_its_picture(built: Path, tmp_path: Path) -> None:
    options = report.Options(tmp_path, ("de",), (report.Product.DECK,), charts=ChartForm.NATIVE)
    report.build(SHIPPED, options=options)

    chart = at(deck_of(tmp_path / SHIPPED.name, "de"), "findings/goals/exhibit")
    picture = at(deck_of(built, "de"), "findings/goals/exhibit")
    assert chart.shape.has_chart
    assert (chart.shape.name, chart.texts) == (picture.shape.name, picture.texts)
