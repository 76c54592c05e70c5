"""The fingerprint of a deck follows what people see of it: its charts' numbers too, however a program writes them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from report.ooxml.edits import Change, edits_of
from report.ooxml.fingerprint import Fingerprint
from report.presentations.fingerprints import fingerprints_of
from report.presentations.opening import unpacked

KINDS = (
    XL_CHART_TYPE.BAR_CLUSTERED,
    XL_CHART_TYPE.COLUMN_CLUSTERED,
    XL_CHART_TYPE.BAR_STACKED_100,
    XL_CHART_TYPE.LINE,
)


def numbers(*, teams: float | None = 0.49, label: str = "Team", name: str = "2016") -> CategoryChartData:
    data = CategoryChartData(number_format="0%")
    data.categories = [label, "Niemand", "Jeder"]
    data.add_series("2014", (0.35, None, 0.1 + 0.2))
    data.add_series(name, (teams, 0.33, 0.17))
    return data


def charted(change: Callable[[Any], object] = lambda slides: None) -> bytes:
    """A deck with a chart of each kind on a slide, after a change."""
    deck: Any = Presentation()
    for kind in KINDS:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Chart {kind.name}"
        slide.shapes.add_chart(kind, Pt(40), Pt(120), Pt(600), Pt(300), numbers())
    change(deck.slides)
    saved = BytesIO()
    deck.save(saved)
    return saved.getvalue()


def fingerprint(deck: bytes) -> Fingerprint:
    return fingerprints_of(unpacked(deck)).present


def with_numbers(data: CategoryChartData) -> Callable[[Any], object]:
    return lambda slides: slides[1].shapes[1].chart.replace_data(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(numbers(teams=0.5), id="number"),
        pytest.param(numbers(teams=None), id="no number"),
        pytest.param(numbers(label="Eigenes Team"), id="label"),
        pytest.param(numbers(name="2015"), id="series"),
    ],
)
def test_another_number_or_label_in_a_chart_is_an_edit_of_its_slide(data: CategoryChartData) -> None:
    (edit,) = edits_of(fingerprint(charted()), fingerprint(charted(with_numbers(data))))

    assert (edit.number, edit.title, edit.changes) == (2, "Chart COLUMN_CLUSTERED", (Change.TEXTS,))


def test_the_same_numbers_once_more_are_none() -> None:
    assert edits_of(fingerprint(charted()), fingerprint(charted(with_numbers(numbers())))) == ()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing, what it makes of charts not seen")
def test_a_chart_that_libreoffice_has_saved_is_not_edited(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(charted())
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--norestore", "--convert-to", "pptx", "--outdir", tmp_path / "saved", deck],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip

    assert edits_of(fingerprint(charted()), fingerprint((tmp_path / "saved/deck.pptx").read_bytes())) == ()
