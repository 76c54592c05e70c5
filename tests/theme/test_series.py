"""Colours that a house names for the series of its charts: held to rules, and the same wherever a series is shown."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import report
from report.kinds import ChartForm
from report.pipeline import Product
from report.theme.house import HOUSE, INK, PAPER
from report.theme.model import Ground
from report.theme.named import NamedColors, themed
from report.theme.perception import apart, contrast, worst_apart
from report.theme.printed import printed
from report.theme.series import breaches_of_series, in_series_colors, with_series
from report.units import Color
from tests.conftest import CHECKOUT
from tests.theme.test_theme_file import briefing, fills_of, parts, told

NAMED = ("08415C", "C8501E", "3A9BC6", "D9A520")
"""The example of the page: dark blue, orange, light blue, and a yellow that needs an edge."""
COLORS = st.builds(Color, *[st.integers(0, 255)] * 3)


def colors(codes: Sequence[str]) -> list[Color]:
    return [Color.of_hex(f"#{code}") for code in codes]


# --------------------------------------------------------------------------------------------------------------- rules


def test_the_example_of_the_page_breaks_no_rule_and_the_pale_one_gets_an_edge() -> None:
    series = with_series(PAPER, colors(NAMED)).several.series

    assert breaches_of_series(colors(NAMED), PAPER.ground) == ()
    assert [each.edge is None for each in series] == [True, True, True, False]
    assert series[3].edge is not None
    assert 3.3 <= contrast(series[3].edge, PAPER.ground) < 3.45


@given(st.lists(COLORS, min_size=2, max_size=4))
def test_what_breaks_no_rule_is_told_apart_on_paper_and_on_ink(given_colors: list[Color]) -> None:
    assume(not breaches_of_series(given_colors, PAPER.ground))

    for ground in (PAPER, INK):
        series = with_series(ground, given_colors).several.series
        for first, second in combinations((each.fill for each in series), 2):
            assert min(apart(first, second), worst_apart(first, second)) >= 10
            assert contrast(first, second) >= 1.2
        for each in series:
            assert contrast(each.line, ground.ground) >= 3
            assert contrast(each.text, ground.ground) >= 4.5


@given(st.lists(COLORS, min_size=2, max_size=4))
def test_what_is_said_to_do_does(given_colors: list[Color]) -> None:
    found = breaches_of_series(given_colors, PAPER.ground)
    mended = list(given_colors)
    for breach in found[:1]:
        assume(breach.instead is not None)
        assert breach.instead is not None
        mended[breach.number] = breach.instead

        assert breach.number not in [each.number for each in breaches_of_series(mended, PAPER.ground)]


def test_pages_of_a_tinted_theme_keep_them_on_white() -> None:
    tinted = themed(NamedColors(paper=Color.of_hex("#F3EEE6")), HOUSE)

    pages = printed(in_series_colors(tinted, colors(NAMED)))

    assert pages.paper.ground == Color.of_hex("#FFFFFF")
    assert [each.fill for each in pages.paper.several.series] == colors(NAMED)


@pytest.mark.parametrize("ground", [PAPER, INK], ids=["paper", "ink"])
def test_the_house_has_none(ground: Ground) -> None:
    assert ground.several.series == ()


FAULTS = [
    ('["#08415C", "#FFF2C0"]',
     "theme.yaml:2:21: error[weak-contrast]: #FFF2C0 has a contrast of 1.12:1 to `paper` #FFFFFF; a mark needs 2:1\n"
     '    2 | series: ["#08415C", "#FFF2C0"]\n'
     "      |                     ^^^^^^^^^\n"
     '  hint: write "#DDAF00", which would do'),
    ('["#C00000", "#2E7D32"]',
     "theme.yaml:2:21: error[colors-alike]: #2E7D32 and #C00000 of `series` are too much alike to those who see "
     "colours differently: 7.6 apart (CIEDE2000), 10 are needed\n"),
    ('["#3A9BC6", "#C2853A"]',
     "theme.yaml:2:21: error[colors-alike]: #C2853A and #3A9BC6 of `series` are too much alike in grey print: 1.00:1, "
     "1.2:1 is needed"),
    ('["#08415C"]', "theme.yaml:2:1: error[too-few]: `series` needs at least 2 entries"),
    ('["#08415C", "#C8501E", "#3A9BC6", "#D9A520", "#999999"]',
     "theme.yaml:2:54: error[too-many]: `series` has 5 entries; at most 4 can stand there"),
]  # fmt: skip


@pytest.mark.parametrize(("series", "message"), FAULTS, ids=[series for series, _ in FAULTS])
def test_a_breach_is_told_at_its_colour_with_the_pair_and_the_figure(series: str, message: str, tmp_path: Path) -> None:
    found = told(briefing(tmp_path / "a", "theme.yaml", f"format: 1\nseries: {series}\n"))

    assert found.startswith(message)


# -------------------------------------------------------------------------------------------------------------- charts


def gallery(folder: Path, *further: str) -> Path:
    """The briefing of the gallery, which has every kind of chart, in the colours of the example."""
    shutil.copytree(CHECKOUT / "tests" / "gallery" / "briefing", folder)
    (folder / "theme.yaml").write_text(f"format: 1\nseries: {json.dumps([f'#{code}' for code in NAMED])}\n", "utf-8")
    path = folder / "briefing.yaml"
    said = path.read_text("utf-8").replace("[landscape, portrait, square, story, print]", "[landscape, portrait]")
    path.write_text(
        said.replace("survey: survey.yaml", "\n".join(("survey: survey.yaml", "theme: theme.yaml", *further)), 1),
        "utf-8",
    )
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = gallery(tmp_path_factory.mktemp("series") / "a")
    report.build(path, options=report.Options(path.parent / "out", ("en",), charts=ChartForm.NATIVE))
    return path.parent / "out" / "a" / "en"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("grouped", {"08415C", "C8501E"}),
        ("grouped_four", {"C8501E", "3A9BC6"}),
        ("stacked_groups", {"3A9BC6"}),
        ("line", {"08415C", "C8501E", "3A9BC6"}),
    ],
)
def test_pictures_show_series_in_their_colours(name: str, shown: set[str], folder: Path) -> None:
    drawing = (folder / "charts" / f"{name}.svg").read_text("utf-8").upper()

    assert {code for code in NAMED if f"#{code}" in drawing} >= shown
    assert "#0B6E99" not in drawing, "nothing has the accent: what stands out is strong, all else pale"


def test_what_has_an_order_or_too_many_series_stays_as_it_is(folder: Path) -> None:
    for name in ("diverging", "stacked", "bars", "parts"):
        drawing = (folder / "charts" / f"{name}.svg").read_text("utf-8").upper()
        assert {code for code in NAMED if f"#{code}" in drawing} - {"C8501E"} == set(), name


def test_native_charts_and_pages_have_them_too(folder: Path) -> None:
    charts = {
        name: text for name, text in parts(next(folder.glob("*.pptx"))).items() if name.startswith("ppt/charts/chart")
    }

    native = " ".join(charts.values()).upper()
    assert all(f'VAL="{code}"' in native for code in NAMED[:3])
    assert {*NAMED[:3]} <= fills_of(next(folder.glob("*.pdf")))


def test_on_ink_they_are_light_enough_to_be_seen(folder: Path) -> None:
    drawing = (folder / "charts" / "grouped-portrait.svg").read_text("utf-8").upper()

    lighter = with_series(INK, colors(NAMED)).several.series
    assert f"#{lighter[0].fill.hex[1:]}" in drawing
    assert "#08415C" not in drawing


def test_other_colours_of_series_are_another_build(tmp_path: Path) -> None:
    path = gallery(tmp_path / "a")
    options = report.Options(tmp_path / "out", ("en",), (Product.CHARTS,))
    report.build(path, options=options)
    first = (tmp_path / "out" / "a" / "manifest.json").read_text("utf-8")

    (path.parent / "theme.yaml").write_text('format: 1\nseries: ["#08415C", "#C8501E"]\n', "utf-8")
    report.build(path, options=options)

    id = re.compile(r'^ "build": "(\w+)"', re.MULTILINE)
    assert id.findall(first) != id.findall((tmp_path / "out" / "a" / "manifest.json").read_text("utf-8"))
