"""The colours that a house names for the series of its charts: what they have to be to each other, and on any ground.

On paper they are as they are named; one that stands out too little gets an edge of its hue. On ink they become lighter,
in steps where they would come too near to each other; where even that tells them not apart, series stay grey there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from enum import Enum
from itertools import combinations

from report.frozen import frozen
from report.theme.derived import MID, MUTED, PALE, mixed_until, readable
from report.theme.model import Ground, GroundName, SeriesColor, Theme
from report.theme.perception import OF_MARKS, OF_TEXT, apart, contrast, worst_apart
from report.units import Color

LEAST, MOST = 2, 4
"""Of so many series the colours are told apart with every deficiency, and in grey."""
SEEN, TOLD_APART, IN_GREY = MUTED, 10.0, 1.2
"""The contrast of each to the paper, how far two look apart (CIEDE2000), and the contrast of two."""
STEP = 1.4
"""The contrast from one to the next on ink, where they would come too near to each other."""


class SeriesRule(Enum):
    """What colours of series have to be."""

    SEEN = "a mark and its ground"
    TOLD_APART = "two that mean something else"
    IN_GREY = "two that mean something else, in grey print"


@frozen
class SeriesBreach:
    """A colour that breaks a rule: which one, with which other before it (None: the paper), and one that would do."""

    rule: SeriesRule
    number: int
    other: int | None
    has: float
    needs: float
    instead: Color | None = None


def breaches_of_series(colors: Sequence[Color], paper: Color) -> tuple[SeriesBreach, ...]:
    """The rules that colours break, at most one each; one that is told is held against no other."""
    told, fine = list[SeriesBreach](), list[int]()
    for number, color in enumerate(colors):
        before = [(each, colors[each]) for each in fine]
        found = next(_breaches(number, color, before, paper), None)
        if found:
            told.append(replace(found, instead=_instead(color, before, paper)))
        else:
            fine.append(number)
    return tuple(told)


def _breaches(number: int, color: Color, before: Sequence[tuple[int, Color]], paper: Color) -> Iterator[SeriesBreach]:
    if (has := contrast(color, paper)) < SEEN:
        yield SeriesBreach(SeriesRule.SEEN, number, None, has, SEEN)
    for other, beside in before:
        if (has := _distance(color, beside)) < TOLD_APART:
            yield SeriesBreach(SeriesRule.TOLD_APART, number, other, has, TOLD_APART)
        if (has := contrast(color, beside)) < IN_GREY:
            yield SeriesBreach(SeriesRule.IN_GREY, number, other, has, IN_GREY)


def _distance(first: Color, second: Color) -> float:
    return min(apart(first, second), worst_apart(first, second))


LIGHTNESSES = 60
"""Among so many tones of its hue one is looked for that would do."""


def _instead(color: Color, before: Sequence[tuple[int, Color]], paper: Color) -> Color | None:
    """The nearest tone of its hue that breaks no rule in its place."""
    hue, _, saturation = rgb_to_hls(color.red / 255, color.green / 255, color.blue / 255)
    lights = (step / LIGHTNESSES for step in range(LIGHTNESSES + 1))
    tones = (hls_to_rgb(hue, light, saturation) for light in lights)
    codes = [Color(round(red * 255), round(green * 255), round(blue * 255)) for red, green, blue in tones]
    fine = [tone for tone in codes if next(_breaches(0, tone, before, paper), None) is None]
    return min(fine, key=lambda tone: apart(tone, color), default=None)


def in_series_colors(theme: Theme, colors: Sequence[Color]) -> Theme:
    """The theme with colours for series, which break no rule on its paper; none: as it is."""
    return replace(theme, paper=with_series(theme.paper, colors), ink=with_series(theme.ink, colors))


def with_series(ground: Ground, colors: Sequence[Color]) -> Ground:
    """A ground with colours for series."""
    fills = colors if ground.name is GroundName.PAPER else _on_ink(colors, ground.ground)
    series = tuple(_series_color(fill, ground) for fill in fills)
    return replace(ground, several=replace(ground.several, series=series))


def _on_ink(colors: Sequence[Color], ink: Color) -> Sequence[Color]:
    lighter = [readable(color, ink, OF_MARKS) for color in colors]
    if _are_told_apart(lighter):
        return lighter
    from_dark = sorted(colors, key=lambda color: contrast(color, ink))
    targets = {color: OF_MARKS * STEP**step for step, color in enumerate(from_dark)}
    stepped = [_tone(color, ink, target) for color, target in targets.items()]
    by_color = dict(zip(targets, stepped, strict=True))
    return [by_color[color] for color in colors] if _are_told_apart(stepped) else ()


def _tone(color: Color, ground: Color, ratio: float) -> Color:
    """A hue in so much contrast to the ground."""
    return readable(color, ground, ratio) if contrast(color, ground) < ratio else mixed_until(color, ground, ratio)


def _are_told_apart(colors: Sequence[Color]) -> bool:
    pairs = list(combinations(colors, 2))
    return all(_distance(*pair) >= TOLD_APART and contrast(*pair) >= IN_GREY for pair in pairs)


def _series_color(fill: Color, ground: Ground) -> SeriesColor:
    is_seen = contrast(fill, ground.ground) >= OF_MARKS
    return SeriesColor(
        fill=fill,
        edge=None if is_seen else readable(fill, ground.ground, MID),
        weak=mixed_until(fill, ground.ground, PALE),
        text=fill if contrast(fill, ground.track) >= OF_TEXT else ground.text,
    )
