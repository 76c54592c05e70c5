"""One picture of each format as JSON, and beside it what can be worked out by hand.

A golden guards against change and proves nothing; the invariant beside it is held against the stored file itself.
After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes this test write the files anew; look at the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pytest import approx

from report.drawing.serial import as_json
from tests.pictures.making import pictures
from tests.surveys import SHIPPED

FOLDER = Path(__file__).with_name("goldens")
SIZES = {
    "goals": (1200, 675, 1104),
    "goals-portrait": (1080, 1350, 936),
    "goals-square": (1080, 1080, 952),
    "goals-story": (1080, 1920, 936),
    "goals-print": (160 / 25.4 * 72, 90 / 25.4 * 72, 1104 * 0.378),
}
"""Width, height and the length of 100 % by the name of the picture."""
PERCENT = {"awareness": 77, "experts": 72, "applicants": 51, "customers": 48, "service": 21, "predictive": 7}


@pytest.mark.parametrize("key", SIZES)
def test_a_picture_is_laid_out_as_before(key: str) -> None:
    made, file = as_json(pictures(SHIPPED)[key].drawing), FOLDER / f"{key}.json"

    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8")


@pytest.mark.parametrize(("key", "size"), SIZES.items())
def test_a_bar_in_a_golden_is_as_long_as_its_share_of_the_measure(key: str, size: tuple[float, float, float]) -> None:
    golden = json.loads((FOLDER / f"{key}.json").read_text("utf-8"))
    width, height, hundred = size
    bars = {mark["cells"][0]: mark["box"] for mark in golden["marks"] if mark["role"] == "bar"}

    assert (golden["width"], golden["height"]) == approx((width, height), abs=0.01)
    assert golden["marks"][0]["role"] == "ground"
    assert golden["marks"][0]["box"] == approx((0, 0, width, height), abs=0.01)
    for answer, percent in PERCENT.items():
        for box in (box for cell, box in bars.items() if cell == f"goals/{answer}@w2016"):
            assert box[2] == approx(percent / 100 * hundred, rel=1e-3)
    assert len(bars) == {"goals": 4, "goals-square": 5, "goals-print": 4}.get(key, 7)
