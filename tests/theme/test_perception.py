"""Colours against the figures that the visual language states: WCAG 2.1, CIEDE2000, Machado 2009.

The figures are those of docs/visual-language.md; the formulas are held against pairs that their authors published.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from report.theme.house import INK, PAPER
from report.theme.model import Ground, Pair
from report.theme.perception import Triple, apart, contrast, difference, worst_apart
from report.units import Color

SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.335), 1.0),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""Pairs of L*a*b* with their difference, table 1 of Sharma, Wu and Dalal."""

TWO, THREE, FOUR = ([fill.color for fill in fills] for fills in PAPER.several.segments)
HEAT, NETS = PAPER.several.heat, PAPER.several.nets
assert HEAT is not None and NETS is not None
TINTS = (HEAT.above, HEAT.below)
OUTSIDE = [fill.color for fill in NETS.outside]
SCALE = PAPER.several.scale

TEXTS = {
    "ink": (PAPER.text, 16.1, None),
    "text grey": (PAPER.soft_text, 5.9, 5.4),
    "accent": (PAPER.proof, 5.7, 5.2),
    "second accent": (PAPER.contrast, 4.5, 4.2),
    "mark grey": (PAPER.muted, 2.0, None),
    "its edge": (PAPER.muted_edge, 3.3, 3.1),
    "pale": (PAPER.pale, 1.4, None),
}
"""Contrast with paper and with the panel."""
ON_INK = {
    "lit": (INK.proof, 6.5, 5.8),
    "second accent": (INK.contrast, 6.85, 6.1),
    "unlit": (INK.muted, 3.4, 3.05),
    "soft": (INK.soft_text, 10.7, None),
    "track": (INK.track, 1.1, None),
    "hairline": (INK.hairline, 1.8, None),
}
"""Contrast with ink and with the track on it."""


def sides(pair: Pair) -> tuple[Color, Color]:
    return pair.strong, pair.weak


NEIGHBOURS = {
    "2 segments": ((TWO[0], TWO[1]), 2.33, 21.4, 21.0),
    "3 segments, dark": ((THREE[0], THREE[1]), 1.64, 12.7, None),
    "3 segments, light": ((THREE[1], THREE[2]), 1.43, 8.8, None),
    "4 segments, darkest": ((FOUR[0], FOUR[1]), 1.78, 16.2, None),
    "marked cluster": ((PAPER.proof, PAPER.contrast), 1.25, 48.2, 43.0),
    "net, proof": (sides(NETS.proof), 2.97, 29.4, 26.3),
    "net, contrast": (sides(NETS.contrast), 2.38, 25.7, 22.4),
    "net, muted": (sides(NETS.muted), 1.64, 12.7, None),
    "outside the net": ((OUTSIDE[0], OUTSIDE[1]), 1.14, 3.5, None),
    "diverging, sides": ((SCALE.rejection.strong, SCALE.agreement.strong), 1.06, 47.4, 42.5),
    "diverging, light pair": ((SCALE.rejection.weak, SCALE.agreement.weak), 1.0, 36.6, 27.3),
    "heat, weak": ((HEAT.above[0], HEAT.below[0]), None, 12.3, 7.7),
    "heat, middle": ((HEAT.above[1], HEAT.below[1]), None, 25.9, 15.1),
    "heat, strong": ((HEAT.above[2], HEAT.below[2]), None, 36.6, 27.3),
    "on ink, marks": ((INK.proof, INK.contrast), None, 48.7, 40.6),
    "on ink, rejection": (sides(INK.several.scale.rejection), 1.84, None, None),
    "on ink, agreement": (sides(INK.several.scale.agreement), 1.68, None, None),
    "accent, mark grey": ((PAPER.proof, PAPER.muted), 2.8, None, 26.9),
    "accent, mid grey": ((PAPER.proof, PAPER.mid), 1.71, None, 15.1),
    "second accent, mid grey": ((PAPER.contrast, PAPER.mid), 1.37, None, None),
    "mid grey, pale": ((PAPER.mid, PAPER.pale), 2.33, 21.4, 21.0),
    "lit, unlit": ((INK.proof, INK.unlit), 1.9, None, 16.7),
}
"""Contrast and difference of two colours that stand side by side, and what the worst deficiency leaves of it."""


@pytest.mark.parametrize(("first", "second", "published"), SHARMA)
def test_differences_are_those_that_the_authors_of_the_formula_published(
    first: Triple, second: Triple, published: float
) -> None:
    assert difference(first, second) == pytest.approx(published, abs=0.00005)
    assert difference(second, first) == pytest.approx(published, abs=0.00005)


def test_greys_look_alike_with_every_deficiency() -> None:
    grey, other = Color.of_hex("#777777"), Color.of_hex("#AAAAAA")

    assert worst_apart(grey, other) == pytest.approx(apart(grey, other), abs=0.01)


def test_red_and_green_of_one_lightness_come_close_with_a_deficiency() -> None:
    red, green = Color.of_hex("#B8461A"), Color.of_hex("#5A7A1A")

    assert worst_apart(red, green) < apart(red, green) / 2


@pytest.mark.parametrize(("color", "on_paper", "on_panel"), TEXTS.values(), ids=TEXTS)
def test_on_paper_a_colour_has_the_contrast_of_its_line(color: Color, on_paper: float, on_panel: float | None) -> None:
    assert contrast(color, PAPER.ground) == pytest.approx(on_paper, abs=0.051)
    if on_panel:
        assert contrast(color, PAPER.panel) == pytest.approx(on_panel, abs=0.051)


@pytest.mark.parametrize(("color", "on_ink", "on_track"), ON_INK.values(), ids=ON_INK)
def test_on_ink_a_colour_has_the_contrast_of_its_line(color: Color, on_ink: float, on_track: float | None) -> None:
    assert contrast(color, INK.ground) == pytest.approx(on_ink, abs=0.051)
    if on_track:
        assert contrast(color, INK.track) == pytest.approx(on_track, abs=0.051)


@pytest.mark.parametrize(("pair", "ratio", "usual", "worst"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_neighbours_are_as_far_apart_as_their_line_says(
    pair: tuple[Color, Color], ratio: float | None, usual: float | None, worst: float | None
) -> None:
    if ratio is not None:
        assert contrast(*pair) == pytest.approx(ratio, abs=0.0051)
    if usual is not None:
        assert apart(*pair) == pytest.approx(usual, abs=0.051)
    if worst is not None:
        assert worst_apart(*pair) == pytest.approx(worst, abs=0.051)


def test_neighbours_of_a_scale_stay_apart_with_every_deficiency() -> None:
    assert SCALE.middle is not None
    scale = [SCALE.rejection.strong, SCALE.rejection.weak, SCALE.middle, SCALE.agreement.weak, SCALE.agreement.strong]

    assert min(worst_apart(*pair) for pair in pairwise(scale)) >= 12


def test_tints_of_a_table_rise_in_steps_from_the_paper() -> None:
    steps = [contrast(*pair) for tints in TINTS for pair in pairwise([PAPER.ground, *tints])]

    assert min(steps) == pytest.approx(1.14, abs=0.0051)
    assert max(steps) == pytest.approx(1.38, abs=0.0051)
    assert min(contrast(PAPER.text, tint) for tints in TINTS for tint in tints) == pytest.approx(8.4, abs=0.051)


@pytest.mark.parametrize("ground", [PAPER, INK], ids=["paper", "ink"])
def test_what_may_touch_differs_by_hue_or_bears_an_edge(ground: Ground) -> None:
    for tint in (ground.proof, ground.contrast):
        assert worst_apart(tint, ground.track) >= 10
        assert contrast(tint, ground.track) >= 1.2
