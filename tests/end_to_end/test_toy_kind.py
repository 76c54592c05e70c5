"""A kind of chart that a test declares goes all the way: story, chart, painters, slide and page know only its value."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pptx import Presentation

from report import pipeline
from report.charts.registry import HOUSE_LAYOUTS, by_word
from report.deck.model import PlacedPicture
from report.diagnostics import SourceError
from report.drawing.painters.svg import paint_svg
from report.formats.house_slides import HOUSE_SLIDES
from report.kinds import HOUSE_KINDS, Kinds
from report.pipeline import Layouts
from report.products import DECK_DPI
from tests.end_to_end import ladder
from tests.shapes import called

KINDS = Kinds((*HOUSE_KINDS, ladder.kind))
LAYOUTS = by_word(*HOUSE_LAYOUTS.values(), ladder)
OF_FINDING = ("{kind: parts, answers: [own, cross, everyone]", "{kind: ladder, answers: [own, cross, everyone]")
OF_STATEMENT = ("{question: departments, kind: bars,", "{question: departments, kind: ladder,")


@pytest.fixture
def layouts(copy_of_shipped: Callable[..., Path]) -> Layouts:
    """The shipped survey with ladders in a finding and a statement."""
    material = pipeline.read(_source(copy_of_shipped(OF_FINDING, OF_STATEMENT)))
    telling = pipeline.tell(material, ["de"], allow_failed_claims=False, kinds=KINDS)
    (laid_out,), _ = pipeline.lay_out(telling, LAYOUTS)
    return laid_out


def test_a_story_may_ask_only_for_the_kinds_it_is_told_with(copy_of_shipped: Callable[..., Path]) -> None:
    material = pipeline.read(_source(copy_of_shipped(OF_FINDING)))

    with pytest.raises(SourceError) as refused:
        pipeline.lay_out(pipeline.tell(material, ["de"], allow_failed_claims=False))

    (fault,) = refused.value.diagnostics
    assert fault.message == '"ladder" is not a kind of exhibit'
    assert fault.notes == (
        "the kinds are bars, columns, parts, grouped, stacked, diverging, line, dumbbell, table, number",
    )


def test_its_charts_stand_on_the_slides_of_finding_and_statement_in_the_type_of_each(layouts: Layouts) -> None:
    pictures = {
        item.key: item for slide in layouts.deck.slides for item in slide.items if isinstance(item, PlacedPicture)
    }

    on_paper, on_ink = pictures["organisation"], pictures["strategy"]
    assert on_paper.alternative and on_paper.alternative.startswith("Ladder")
    assert [cell.text for cell in on_paper.drawing.shown] == ["49\u00a0%", "33\u00a0%", "17\u00a0%"]
    assert on_paper.box.width > on_ink.box.width
    assert on_ink.box.right <= HOUSE_SLIDES.right + 0.01


def test_every_painter_transcribes_it(layouts: Layouts) -> None:
    drawing = layouts.deck.drawings["organisation"]

    svg, png = (
        paint_svg(drawing, pipeline.house_fonts()).decode(),
        Image.open(io.BytesIO(pipeline.paint_png(drawing, DECK_DPI))),
    )

    assert svg.count("<line ") == 3
    assert [cell["text"] for cell in json.loads(png.info["befund:cells"])["cells"]] == [
        cell.text for cell in drawing.shown
    ]
    assert png.width == pytest.approx(drawing.width * 192 / 72, abs=1)


def test_deck_and_summary_are_written_with_it(layouts: Layouts) -> None:
    drawings = layouts.deck.drawings
    pictures = {key: (pipeline.paint_svg(each), pipeline.paint_png(each, DECK_DPI)) for key, each in drawings.items()}
    built = datetime(2026, 1, 1, tzinfo=UTC)

    deck = Presentation(io.BytesIO(pipeline.write_deck(layouts.deck, layouts.template, pictures, built).content))
    pages = pypdf.PdfReader(io.BytesIO(pipeline.write_summary(layouts.summary, None, built))).pages

    names = [called(shape) for slide in deck.slides for shape in slide.shapes]
    assert {"exhibit organisation", "exhibit strategy"} <= set(names)
    assert any("Eigene" in page.extract_text() for page in pages)


def _source(folder: Path) -> pipeline.Source:
    return pipeline.Source(folder / "briefing.yaml", "briefing.yaml", "toy")
