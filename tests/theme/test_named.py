"""Colours that a house names: which are refused, and that a theme of all others keeps the rules of any theme."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from report.theme.file.brand import HUES, BrandColorsFile, brand_colors
from report.theme.house import HOUSE
from report.theme.model import Ground, Theme
from report.theme.named import NamedColors, Rule, breaches, kept, themed
from report.theme.perception import apart, contrast, worst_apart
from report.theme.printed import printed
from report.units import Color
from report.yaml_source import read

COLORS = st.builds(Color, *[st.integers(0, 255)] * 3)
NAMED = st.builds(
    NamedColors,
    paper=st.none() | st.builds(Color, *[st.integers(220, 255)] * 3),
    ink=st.none() | st.builds(Color, *[st.integers(0, 90)] * 3),
    accent=st.none() | COLORS,
    contrast=st.none() | COLORS,
    lit=st.none() | COLORS,
)


def mended(named: NamedColors) -> NamedColors:
    """The colours with what each fault says would do in its place, until there is none."""
    for _ in range(5):
        found = breaches(named, HOUSE)
        if not found:
            return named
        assert all(each.instead for each in found if each.rule is not Rule.DARKER)
        named = replace(named, **{each.role: each.instead for each in found})
    raise AssertionError(f"what is said to do does not: {named}")


@settings(max_examples=40, deadline=None)
@given(NAMED)
def test_a_theme_of_accepted_colours_keeps_the_rules_of_any_theme(named: NamedColors) -> None:
    named = mended(named)

    theme = themed(named, HOUSE)

    for role in ("paper", "ink"):
        wanted, worn = getattr(named, role), getattr(theme, role).ground
        assert wanted in (None, worn)
    assert named.accent in (None, theme.paper.proof)
    assert named.contrast in (None, theme.paper.contrast)
    assert named.lit in (None, theme.ink.proof)
    for ground in (theme.paper, theme.ink, printed(theme).paper):
        assert_rules_are_kept(ground)
    assert worst_apart(theme.paper.proof, theme.paper.contrast) >= 20


ROLES = st.sampled_from(["background", "foreground", *HUES])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(ROLES, COLORS))
def test_a_brand_of_whatever_colours_gives_a_theme_that_keeps_the_rules(
    tmp_path_factory: pytest.TempPathFactory, colors: dict[str, Color]
) -> None:
    file = tmp_path_factory.getbasetemp() / "colors.yaml"
    file.write_text(json.dumps({role: color.hex for role, color in colors.items()}))
    written = read(file, file.name, BrandColorsFile).model
    assert written

    named, faults = brand_colors(written)

    assert faults == ()
    theme = themed(kept(named, HOUSE), HOUSE)
    assert (theme.paper.ground, theme.paper.text) == (named.paper, named.ink)
    assert worst_apart(theme.paper.proof, theme.paper.contrast) >= 20
    for ground in (theme.paper, theme.ink, printed(theme).paper):
        assert_rules_are_kept(ground)


def assert_rules_are_kept(ground: Ground) -> None:
    for text in (ground.text, ground.soft_text, ground.proof, ground.contrast):
        assert contrast(text, ground.ground) >= 4.5
    for mark in (ground.muted_edge, ground.pale_edge, ground.mid):
        assert contrast(mark, ground.ground) >= 3
    assert contrast(ground.on_proof, ground.proof) >= 4.5
    assert contrast(ground.on_muted, ground.muted) >= 4.5
    for mark in (ground.proof, ground.contrast):
        assert contrast(mark, ground.mid) >= 1.2
        assert contrast(mark, ground.muted) >= 1.2
    for fills in ground.several.segments:
        assert all(contrast(first.color, second.color) >= 1.2 for first, second in pairwise(fills))


@given(COLORS)
def test_marks_are_told_from_the_grey_ones_that_they_touch(accent: Color) -> None:
    assume(not breaches(NamedColors(accent=accent), HOUSE))

    paper = themed(NamedColors(accent=accent), HOUSE).paper

    assert min(apart(paper.proof, grey) for grey in (paper.mid, paper.muted, paper.pale)) >= 10


def test_of_nothing_named_the_house_stays() -> None:
    assert themed(NamedColors(), HOUSE) is HOUSE


@pytest.mark.parametrize(
    ("accent", "second"),
    [
        pytest.param("#007A53", "#C8501E", id="green: the orange of the house would do, but for those who see no red"),
        pytest.param("#C8501E", "#0B6E99", id="orange: the blue of the house"),
    ],
)
def test_a_second_accent_that_nobody_names_is_told_from_the_first(accent: str, second: str) -> None:
    theme: Theme = themed(NamedColors(accent=Color.of_hex(accent)), HOUSE)

    assert worst_apart(theme.paper.proof, theme.paper.contrast) >= 20
    assert (theme.paper.contrast.hex == second) is (accent != "#007A53")
