"""The page's files: what they say twice agrees with what the program says, and nothing is asked of another machine."""

from __future__ import annotations

import re

import pytest

from report.theme.perception import Deficiency
from tests.conftest import CHECKOUT

PAGE = CHECKOUT / "assets" / "preview"


def filters() -> dict[str, list[list[float]]]:
    """The matrix of each filter of colours, row by row."""
    found = re.findall(
        r'<filter id="(\w+)" color-interpolation-filters="(\w+)">.*?values="([^"]+)"',
        (PAGE / "preview.html").read_text("utf-8"),
        re.S,
    )
    assert {space for _, space, _ in found} == {"linearRGB"}
    return {name: [[*map(float, row.split())] for row in values.strip().splitlines()] for name, _, values in found}


@pytest.mark.parametrize("deficiency", Deficiency, ids=lambda each: each.name)
def test_colours_are_seen_by_the_matrices_that_themes_are_judged_by(deficiency: Deficiency) -> None:
    *rows, _ = filters()[deficiency.name.lower()]

    assert [tuple(row[:3]) for row in rows] == [*deficiency.value]


def test_grey_print_is_relative_luminance() -> None:
    assert filters()["grey"][0][:3] == [0.2126, 0.7152, 0.0722]


def test_every_way_of_seeing_can_be_chosen() -> None:
    chosen = re.findall(r'<option value="(\w+)"', (PAGE / "preview.html").read_text("utf-8"))

    assert chosen == list(filters())


def test_nothing_is_asked_of_another_machine_and_nothing_is_inline() -> None:
    for file in PAGE.iterdir():
        text = file.read_text("utf-8").replace("http://www.w3.org/", "")
        assert not re.search(r"https?://|//[a-z]+\.[a-z]", text), file
    page = (PAGE / "preview.html").read_text("utf-8")
    assert not re.search(r"<style|style=|<script(?![^>]*src=)|\son\w+=", page)
    assert not re.search(
        r"innerHTML|insertAdjacentHTML|document\.write|eval\(", (PAGE / "preview.js").read_text("utf-8")
    )
