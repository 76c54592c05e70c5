"""Colours in a deck: by their name where the theme has one for their role, else by their value."""

from dataclasses import replace

import pytest

from report.deck.scheme import solid_fill
from report.theme.house import HOUSE, INK, PAPER
from report.theme.model import ColorRole, Ground
from report.units import Color


def written(color: Color, ground: Ground) -> str:
    return str(solid_fill(color, HOUSE, ground)[0].get("val"))


@pytest.mark.parametrize(
    ("color", "ground", "name"),
    [
        (PAPER.text, PAPER, "tx1"),
        (PAPER.ground, PAPER, "bg1"),
        (PAPER.leader, PAPER, "accent4"),
        (INK.text, INK, "tx1"),
        (INK.ground, INK, "bg1"),
        (INK.proof, INK, "accent6"),
        (PAPER.proof, INK, "accent1"),
    ],
)
def test_a_colour_with_a_role_is_named(color: Color, ground: Ground, name: str) -> None:
    assert written(color, ground) == name


def test_a_colour_without_a_role_is_written_by_value_even_if_it_looks_like_one_of_the_theme() -> None:
    assert written(PAPER.rule, PAPER) == "C3CAD6"
    assert written(replace(PAPER.proof, role=None), PAPER) == "0B6E99"


def test_the_role_decides_not_the_value() -> None:
    assert written(Color.of_hex("#000000", ColorRole.ACCENT), PAPER) == "accent1"
