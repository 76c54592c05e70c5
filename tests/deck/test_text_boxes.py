"""Frames: baselines where they are wanted, slack on the side away from the anchor."""

import pytest

from report.deck.model import Alignment, PlacedParagraph, PlacedText
from report.deck.text_boxes import (
    EXACT_DESCENT,
    SINGLE_ASCENT,
    SLACK,
    SLACK_SHARE,
    place_text,
    single,
    slack_width,
    unslacked,
)
from report.text.measuring import one_line
from report.text.model import Face, Line, Span, Style
from report.units import Color
from tests.deck.builders import FONTS

INK = Color.of_hex("#15203B")


def line(text: str = "Zeile", size: float = 20) -> Line:
    return one_line((Span(text, Style(Face.REGULAR, size, INK)),), FONTS)


def placed(*paragraphs: PlacedParagraph, alignment: Alignment = Alignment.LEFT, least: float = 0.0) -> PlacedText:
    return place_text("text", paragraphs, x=100, baseline=200, alignment=alignment, least_width=least)


def test_the_baseline_of_a_single_line_lies_the_ascent_of_the_renderer_under_the_frame() -> None:
    assert placed(*single(line(size=20))).box.top == pytest.approx(200 - SINGLE_ASCENT * 20)


def test_with_an_exact_pitch_the_baseline_lies_the_pitch_less_the_descent_under_the_frame() -> None:
    text = placed(PlacedParagraph((line(size=30), line(size=30)), 33))

    assert text.box.top == pytest.approx(200 - (33 - EXACT_DESCENT * 30))
    assert text.baselines == (200, 233)


def test_the_frame_is_a_share_and_a_length_wider_than_the_text() -> None:
    text = line("Breite")

    assert placed(*single(text)).box.width == pytest.approx(text.width * (1 + SLACK_SHARE) + SLACK)


def test_the_slack_lies_right_of_a_text_that_stands_flush_left_and_left_of_the_other() -> None:
    left, right = placed(*single(line())), placed(*single(line()), alignment=Alignment.RIGHT)

    assert left.box.left == pytest.approx(100)
    assert right.box.right == pytest.approx(100)


def test_a_placeholder_is_at_least_as_wide_as_its_place() -> None:
    assert placed(*single(line()), least=300).box.width == 300


def test_a_hanging_mark_stands_left_of_the_edge() -> None:
    text = placed(PlacedParagraph((line("„Zeile"), line()), 25, hang=8))

    assert text.box.left == pytest.approx(92)


def test_paragraphs_stand_their_space_further_apart() -> None:
    text = placed(PlacedParagraph((line(),), 25), PlacedParagraph((line(), line()), 25, space_before=10))

    assert text.baselines == (200, 235, 260)


def test_slack_can_be_taken_off_again() -> None:
    assert unslacked(slack_width(123.4)) == pytest.approx(123.4)
