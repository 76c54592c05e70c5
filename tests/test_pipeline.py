"""What the stages hand on: plain values that can leave the process and come back the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from report import pipeline
from report.pipeline import Layouts
from tests.deck.builders import png
from tests.surveys import FOLDERS, briefings, layouts, material

STAGES: dict[str, Callable[[Path], object]] = {
    "tables and story": material,
    "briefings": briefings,
    "layouts": layouts,
}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("stage", STAGES)
def test_what_a_stage_hands_on_comes_back_equal_from_a_pickle(stage: str, folder: Path) -> None:
    value = STAGES[stage](folder)

    pickled = pickle.dumps(value)

    assert pickle.loads(pickled) == value
    assert b"report.yaml_source" not in pickled, "what reading knows of a file stays with reading"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_layouts_from_a_pickle_give_the_same_files(folder: Path) -> None:
    for placed in layouts(folder):
        returned: Layouts = pickle.loads(pickle.dumps(placed))

        assert written(returned) == written(placed)


def written(placed: Layouts) -> list[bytes]:
    """Deck and summary, and every picture as an SVG with its text; the deck's own pictures are plain ones."""
    pictures = {
        key: (pipeline.paint_svg(drawing), png(number))
        for number, (key, drawing) in enumerate(placed.deck.drawings.items())
    }
    built = datetime(2016, 6, 1, tzinfo=UTC)
    documents = [
        pipeline.write_deck(placed.deck, placed.template, pictures, built).content,
        pipeline.write_summary(placed.summary, None, built),
    ]
    texts = [picture.text.encode("utf-8") for picture in placed.pictures]
    return documents + texts + [pipeline.paint_svg(picture.drawing) for picture in placed.pictures]
