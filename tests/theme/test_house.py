"""The house's colours against the contrasts that the visual language states for them (WCAG 2.1)."""

from itertools import pairwise

import pytest

from report.theme.house import HOUSE, INK, PAPER
from report.theme.model import ColorRole, Ground, ScaleColors
from report.theme.perception import contrast
from report.units import Color

GROUNDS = {"paper": PAPER, "ink": INK}


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_text_and_meaningful_marks_stand_out_from_their_ground(ground: Ground) -> None:
    for text in (ground.text, ground.soft_text):
        assert contrast(text, ground.ground) >= 4.5
    for mark in (ground.proof, ground.contrast, ground.muted_edge, ground.pale_edge, ground.mid):
        assert contrast(mark, ground.ground) >= 3


def test_neighbours_of_a_scale_differ_in_grey_print_and_its_ends_do_not() -> None:
    scale = _whole(PAPER.several.scale)

    assert all(contrast(first, second) >= 1.5 for first, second in pairwise(scale))
    assert contrast(scale[0], scale[-1]) < 1.1


def test_a_scale_on_ink_stands_out_and_shows_the_ground_between_its_sides() -> None:
    scale = INK.several.scale

    assert scale.middle is None
    assert min(contrast(color, INK.ground) for color in _whole(scale)) >= 3.7
    steps = [contrast(side.strong, side.weak) for side in (scale.rejection, scale.agreement)]
    assert steps == pytest.approx([1.84, 1.68], abs=0.005)


def test_segments_run_from_dark_to_light() -> None:
    two, three, four = ([fill.color for fill in fills] for fills in PAPER.several.segments)

    assert [len(two), len(three), len(four)] == [2, 3, 4]
    assert contrast(*two) == pytest.approx(2.33, abs=0.01)
    assert [contrast(*each) for each in pairwise(four)] == pytest.approx([1.78, 1.64, 1.43], abs=0.01)
    assert four[1:] == three


def test_segments_on_ink_differ_from_their_neighbours_and_stand_out_by_their_edge() -> None:
    two, three, four = INK.several.segments

    assert [len(two), len(three), len(four)] == [2, 3, 4]
    for fills in (two, three, four):
        assert min(contrast(first.color, second.color) for first, second in pairwise(fills)) >= 1.3
        assert all(contrast(fill.edge or fill.color, INK.ground) >= 3 for fill in fills)


def test_ink_can_be_read_on_every_tint_of_heat() -> None:
    heat = PAPER.several.heat
    assert heat

    assert min(contrast(PAPER.text, tint) for tint in (*heat.above, *heat.below)) >= 8.4


def test_a_colour_carries_its_role_wherever_it_is_used() -> None:
    assert PAPER.leader.role == PAPER.mid.role == ColorRole.MID
    assert PAPER.text.role == INK.ground.role == INK.on_proof.role == ColorRole.INK
    assert PAPER.rule.role is None


def test_a_role_does_not_tell_colours_apart() -> None:
    assert Color.of_hex("#FFFFFF") == PAPER.ground
    assert len({Color.of_hex("#FFFFFF"), PAPER.ground}) == 1


def test_each_face_has_a_file_of_its_own() -> None:
    assert HOUSE.font_files.regular != HOUSE.font_files.bold


def _whole(scale: ScaleColors) -> list[Color]:
    middle = [scale.middle] if scale.middle else []
    return [scale.rejection.strong, scale.rejection.weak, *middle, scale.agreement.weak, scale.agreement.strong]
