"""Colours as PowerPoint shows them, and contrasts as WCAG computes them."""

from __future__ import annotations

import pytest
from lxml import etree

from report.ooxml.elements import element
from report.presentations.colours import Colour, Palette, colour_in, contrast

OFFICE = {"accent1": "4472C4", "accent2": "ED7D31", "accent6": "70AD47", "dk1": "000000", "lt1": "FFFFFF"}
"""Colours of the theme "Office" of 2013."""


def palette(**meant: str) -> Palette:
    theme = {name: colour for name, digits in OFFICE.items() if (colour := Colour.of(digits))}
    return Palette(theme, meant)


def scheme(name: str, **changes: int) -> etree._Element:
    """A colour of the theme with what is done to it, in per cent."""
    done = [element(f"a:{change}", val=value * 1000) for change, value in changes.items()]
    return element("a:solidFill", element("a:schemeClr", *done, val=name))


def digits(colour: Colour | None) -> tuple[int, int, int]:
    assert colour
    return (round(colour.red * 255), round(colour.green * 255), round(colour.blue * 255))


# What the palette of PowerPoint 2016 shows for "lighter 60 %", "darker 25 %" and the like.
SHOWN = [
    (scheme("accent1", lumMod=75), "2F5597"),
    (scheme("accent1", lumMod=50), "203864"),
    (scheme("accent1", lumMod=40, lumOff=60), "B4C7E7"),
    (scheme("accent1", lumMod=20, lumOff=80), "DAE3F3"),
    (scheme("accent2", lumMod=75), "C55A11"),
    (scheme("accent6", lumMod=60, lumOff=40), "A9D18E"),
    (scheme("tx1", lumMod=50, lumOff=50), "7F7F7F"),
    (scheme("bg1", lumMod=85), "D9D9D9"),
]


@pytest.mark.parametrize(("said", "shown"), SHOWN, ids=[shown for _, shown in SHOWN])
def test_a_changed_colour_of_the_theme_is_the_one_that_powerpoint_shows(said: etree._Element, shown: str) -> None:
    found = digits(colour_in(said, palette(tx1="dk1", bg1="lt1")))

    assert all(abs(mine - its) <= 1 for mine, its in zip(found, bytes.fromhex(shown), strict=True))


def test_a_master_may_mean_the_dark_colour_by_background() -> None:
    assert digits(colour_in(scheme("bg1"), palette(bg1="dk1"))) == (0, 0, 0)


def test_a_colour_to_which_something_unknown_is_done_is_not_judged() -> None:
    assert colour_in(scheme("accent1", gamma=0), palette()) is None
    assert colour_in(scheme("accent9"), palette()) is None


# Ratios that WebAIM's contrast checker gives.
@pytest.mark.parametrize(
    ("digits", "ratio"),
    [("000000", 21), ("FFFFFF", 1), ("767676", 4.54), ("777777", 4.48), ("0000FF", 8.59), ("FF0000", 4.0)],
)
def test_the_contrast_with_white_is_that_of_wcag(digits: str, ratio: float) -> None:
    colour, white = Colour.of(digits), Colour.of("FFFFFF")

    assert colour and white
    assert contrast(colour, white) == contrast(white, colour) == pytest.approx(ratio, abs=0.005)


def test_a_colour_that_lets_half_through_is_seen_half() -> None:
    assert digits(Colour(0, 0, 0, 0.5).over(Colour(1, 1, 1))) == (128, 128, 128)
