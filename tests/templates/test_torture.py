"""Texts that are too long for anybody: they shrink, move or are refused by name, and never run over.

On the house's slides, on 4:3 and on 10 x 5.63 in, where headlines of other lengths find room.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import report
from report import pipeline
from report.deck.model import PlacedMark
from report.diagnostics import Diagnostic
from report.kinds import ChartForm
from report.pipeline import Product
from tests.templates import torture
from tests.templates.fixtures import TEMPLATES
from tests.templates.rendered import words_outside_shapes

HOUSE, LOW, NARROW = "house", "google", "title-band"
FIT = [(HOUSE, 105), (HOUSE, 125), (LOW, 105), (LOW, 125), (NARROW, 90)]
TOO_LONG = [(HOUSE, 165), (LOW, 165), (NARROW, 105), (NARROW, 125), (NARROW, 165)]


def built(
    folder: Path, template: str, *, headline: int, charts: ChartForm = ChartForm.IMAGE, n_messages: int = 5
) -> Path:
    torture.written(folder, headline=headline, n_messages=n_messages)
    file = None
    if template != HOUSE:
        file = folder / "ours.potx"
        file.write_bytes(TEMPLATES[template]())
    options = report.Options(folder / "out", ("de",), (Product.DECK,), template=file, charts=charts)
    (deck,) = [path for path in report.build(folder, options=options).written if path.suffix == ".pptx"]
    return deck


def refused(folder: Path, template: str, *, headline: int, n_messages: int = 5) -> tuple[Diagnostic, ...]:
    with pytest.raises(report.SourceError) as told:
        built(folder, template, headline=headline, n_messages=n_messages)
    return tuple(fault for fault in told.value.diagnostics if fault.is_error)


@pytest.mark.usefixtures("needs_drawing_in_conformance")
@pytest.mark.parametrize("charts", ChartForm, ids=lambda form: form.value)
@pytest.mark.parametrize(("template", "headline"), FIT)
def test_what_finds_room_stands_inside_its_shapes(
    template: str, headline: int, charts: ChartForm, tmp_path: Path
) -> None:
    deck = built(tmp_path, template, headline=headline, charts=charts)

    assert words_outside_shapes(deck, tmp_path) == []
    assert [fault.as_text() for fault in report.check(deck).warnings] == []


@pytest.mark.parametrize(("template", "headline"), TOO_LONG)
def test_headlines_without_room_are_refused_each_at_its_line(template: str, headline: int, tmp_path: Path) -> None:
    found = refused(tmp_path, template, headline=headline)
    faults = [fault for fault in found if fault.id != "template-little-room"]  # which says how high the place should be

    lines = (tmp_path / "briefing.yaml").read_text("utf-8").splitlines()
    assert {fault.id for fault in faults} == {"text-too-long"}
    assert all(fault.message.startswith("the headline is ") for fault in faults)
    at = [lines[fault.location.line - 1] for fault in faults if fault.location]
    assert len(at) == len(faults)
    assert all("headline: " in line for line in at)


def test_more_messages_than_a_slide_has_rows_are_refused_with_the_first_that_is_too_many(tmp_path: Path) -> None:
    (fault,) = refused(tmp_path, HOUSE, headline=105, n_messages=12)

    assert fault.message == "`messages` has 12 entries; at most 5 can stand there"
    assert fault.location is not None
    lines = (tmp_path / "briefing.yaml").read_text("utf-8").splitlines()
    assert "long.a6" in lines[fault.location.line - 1]


def test_rules_at_a_glance_cut_no_letter_of_the_sentences_above_them(tmp_path: Path) -> None:
    torture.written(tmp_path, headline=105)
    (tmp_path / "ours.potx").write_bytes(TEMPLATES["wide"]())
    source = pipeline.Source(tmp_path / "briefing.yaml", "briefing.yaml", "torture")
    told = pipeline.tell(pipeline.read(source, tmp_path / "ours.potx"), ["de"], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(told, products=[Product.DECK])

    glance = next(
        slide for slide in layouts.deck.slides if any(text.name.startswith("message 1") for text in slide.texts)
    )
    rules = [item.extent.top for item in glance.items if isinstance(item, PlacedMark)]
    sentences = [text for text in glance.texts if text.name.startswith("message")]

    assert (len(rules), len(sentences)) == (4, 5)
    for rule, sentence in zip(rules, sentences[:-1], strict=True):
        size = sentence.paragraphs[0].lines[0].spans[0].style.size
        assert rule - sentence.baselines[-1] >= 0.3 * size
