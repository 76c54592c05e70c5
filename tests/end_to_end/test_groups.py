"""A finding over the groups of a segmentation: its figures, and how many of each group were asked, everywhere."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime
from itertools import pairwise

import pypdf
import pytest
from pptx import Presentation

from report import pipeline
from report.charts.registry import HOUSE_LAYOUTS, by_word
from report.kinds import HOUSE_KINDS, Kinds
from report.pipeline import Layouts, Source
from report.products import DECK_DPI
from tests.conftest import CHECKOUT
from tests.end_to_end import fences

BRIEFING = """
format: 1
survey: survey.yaml
languages: [en]
status: final
title: {text: Gas heats about half of all homes, holds: 45 < fuel.gas < 50}
cover: {figure: fuel.gas, caption: "of 100 homes, those heated with gas"}
messages: [{finding: groups, figure: fuel.gas.tenure.owner, text: of owners heat with gas}]
findings:
  - id: groups
    question: fuel
    headline: "{{ fuel.gas.tenure.owner }} of owners heat with gas, {{ fuel.gas.tenure.tenant }} of tenants"
    exhibit: {kind: fences, answers: [gas]}
    text: "Of all households {{ fuel.gas | words }} heat with gas."
"""


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Layouts:
    """A survey whose owners and tenants were told apart, 1,001 and 1,009 of them."""
    folder = tmp_path_factory.mktemp("heating")
    shutil.copy(CHECKOUT / "tests" / "surveys" / "appendix" / "survey.yaml", folder)
    (folder / "briefing.yaml").write_text(BRIEFING, "utf-8")
    material = pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "heating"))
    kinds = Kinds((*HOUSE_KINDS, fences.kind))
    telling = pipeline.tell(material, ["en"], allow_failed_claims=False, kinds=kinds)
    (laid_out,), _ = pipeline.lay_out(telling, by_word(*HOUSE_LAYOUTS.values(), fences))
    return laid_out


def test_the_picture_shows_the_cells_of_the_groups(layouts: Layouts) -> None:
    drawing = layouts.deck.drawings["groups"]

    assert [(cell.id, cell.text) for cell in drawing.shown] == [
        ("fuel/gas@w2025/tenure.owner", "41%"),
        ("fuel/gas@w2025/tenure.tenant", "55%"),
    ]


def test_the_footer_of_its_slide_says_how_many_of_each_group_were_asked(layouts: Layouts) -> None:
    deck = Presentation(io.BytesIO(written_deck(layouts)))

    slide = next(
        slide for slide in deck.slides if any(shape.name.startswith("exhibit groups") for shape in slide.shapes)
    )
    footer = next(shape.text_frame.text for shape in slide.shapes if shape.name.startswith("footer"))
    assert "n = 1,001 (owners), n = 1,009 (tenants)" in plain(footer)


def test_the_appendix_of_deck_and_summary_says_so_too(layouts: Layouts) -> None:
    deck = Presentation(io.BytesIO(written_deck(layouts)))
    built = datetime(2026, 1, 1, tzinfo=UTC)
    pages = pypdf.PdfReader(io.BytesIO(pipeline.write_summary(layouts.summary, None, built))).pages

    rows = [
        [plain(cell.text) for cell in row.cells]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]
    assert any(("n = 1,001", "n = 1,009") in pairwise(row) for row in rows)
    assert any("n = 1,001" in plain(page.extract_text()) for page in pages)


def written_deck(layouts: Layouts) -> bytes:
    drawings = layouts.deck.drawings
    pictures = {key: (pipeline.paint_svg(each), pipeline.paint_png(each, DECK_DPI)) for key, each in drawings.items()}
    return pipeline.write_deck(layouts.deck, layouts.template, pictures, datetime(2026, 1, 1, tzinfo=UTC)).content


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\v", " ")
