"""Whatever colours a house has, what is derived from them keeps the rules that hold for any theme."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.theme.derived import accents_of, carried_over, derived_ground, readable
from report.theme.model import Ground, GroundName
from report.theme.perception import contrast, worst_apart
from report.units import Color

COLORS = st.builds(Color, *[st.integers(0, 255)] * 3)
GREYS = st.integers(0, 30).map(lambda part: Color(part, part, part))
PALES = st.builds(Color, *[st.integers(235, 255)] * 3)


@st.composite
def grounds(draw: st.DrawFn) -> Ground:
    """Derived from a dark text on a light ground or the other way round, and up to six accents of any colour."""
    text, ground = draw(GREYS), draw(PALES)
    if draw(st.booleans()):
        text, ground = ground, text
    accents = accents_of(draw(st.lists(COLORS, max_size=6)), ground, text)
    return derived_ground(GroundName.PAPER, ground, text, accents)


@given(grounds())
def test_text_and_marks_stand_out_from_any_ground(ground: Ground) -> None:
    for text in (ground.text, ground.soft_text, ground.proof, ground.contrast):
        assert contrast(text, ground.ground) >= 4.5
    for mark in (ground.muted_edge, ground.pale_edge, ground.mid):
        assert contrast(mark, ground.ground) >= 3
    assert contrast(ground.on_proof, ground.proof) >= 4.5
    assert contrast(ground.on_muted, ground.muted) >= 4.5


@given(grounds())
def test_what_may_touch_is_told_apart(ground: Ground) -> None:
    rejection, middle, agreement = (
        getattr(ground.several.scale, name) for name in ("rejection", "middle", "agreement")
    )
    for side in (rejection, agreement):
        assert all(contrast(*pair) >= 1.4 for pair in pairwise((side.strong, side.weak, middle)))
    for fills in ground.several.segments:
        assert all(contrast(first.color, second.color) >= 1.2 for first, second in pairwise(fills))


@given(grounds())
def test_cells_above_and_below_all_are_told_apart_by_their_colours_or_by_frames(ground: Ground) -> None:
    heat = ground.several.heat
    assert heat
    assert heat.frames_below or worst_apart(heat.above[-1], heat.below[-1]) >= 10
    for colors in (heat.above, heat.below):
        steps = [contrast(color, ground.ground) for color in colors]
        assert steps == sorted(steps)
        assert steps[-1] >= (3 if heat.frames_below and colors == heat.below else 1.9)


@given(COLORS, st.one_of(GREYS, PALES), st.sampled_from([3.0, 4.5, 7.0]))
def test_a_colour_is_changed_no_further_than_it_needs(color: Color, ground: Color, least: float) -> None:
    changed = readable(color, ground, least)

    assert contrast(changed, ground) >= least
    if contrast(color, ground) >= least:
        assert changed == color
    else:
        assert contrast(changed, ground) < least + 0.6


@pytest.mark.parametrize(
    ("offered", "proof", "contrast", "changed"),
    [
        pytest.param(["#007A53"], "#007A53", "#1A1A1A", [], id="one hue: the text is set against it"),
        pytest.param(["#0B6E99", "#C8501E"], "#0B6E99", "#C8501E", [], id="two that are fine"),
        pytest.param(["#CCCCCC", "#FFCC00", "#B00020"], "#B00020", "#1A1A1A", [], id="a grey and a pale one pass by"),
        pytest.param(["#FFCC00"], "#8F7300", "#1A1A1A", [("#FFCC00", "#8F7300")], id="a pale one alone is darkened"),
        pytest.param(["#C00000", "#B22222"], "#C00000", "#1A1A1A", [], id="a second red is no contrast"),
    ],
)
def test_accents_are_the_first_that_stand_out_and_differ(
    offered: list[str], proof: str, contrast: str, changed: list[tuple[str, str]]
) -> None:
    accents = accents_of([Color.of_hex(code) for code in offered], Color.of_hex("#FFFFFF"), Color.of_hex("#1A1A1A"))

    assert (accents.proof.hex, accents.contrast.hex) == (proof, contrast)
    assert [(before.hex, after.hex) for before, after in accents.changed] == changed


INK, WHITE = Color.of_hex("#1A1A1A"), Color.of_hex("#FFFFFF")
BLUE, RED = Color.of_hex("#08415C"), Color.of_hex("#C8501E")


@pytest.mark.parametrize(
    ("offered", "proof", "contrast"),
    [
        pytest.param([BLUE, RED], readable(BLUE, INK, 4.5), RED, id="a dark blue stays the first, made lighter"),
        pytest.param([BLUE], readable(BLUE, INK, 4.5), WHITE, id="the text is set against it there too"),
        pytest.param([], WHITE, None, id="greys are those of the other ground"),
    ],
)
def test_on_another_ground_the_first_accent_stays_the_first(
    offered: list[Color], proof: Color, contrast: Color | None
) -> None:
    on_ink = carried_over(accents_of(offered, WHITE, INK), INK, WHITE)

    assert on_ink.proof == proof
    assert contrast is None or readable(contrast, INK, 4.5) == on_ink.contrast


@given(st.lists(COLORS, max_size=6), GREYS, PALES)
def test_accents_carried_over_can_be_read(offered: list[Color], text: Color, ground: Color) -> None:
    there = carried_over(accents_of(offered, ground, text), text, ground)

    assert contrast(there.proof, text) >= 4.5
    assert contrast(there.contrast, text) >= 4.5
