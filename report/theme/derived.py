"""A theme from a few colours of a house: ground, text and accents. What it needs beyond them is derived, and all of it
keeps the contrasts that docs/visual-language.md asks of any theme.

Colours that do not stand out enough are made darker on a light ground, lighter on a dark one, until they do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from colorsys import hls_to_rgb, rgb_to_hls

from report.frozen import frozen
from report.theme.model import (
    ColorRole,
    Fill,
    Ground,
    GroundName,
    HeatColors,
    NetColors,
    Pair,
    ScaleColors,
    SeriesColors,
)
from report.theme.perception import OF_MARKS, OF_TEXT, contrast, worst_apart
from report.units import Color

SOFT, MID, MUTED, PALE, RULE, HAIRLINE, PANEL, WEAK = 5.5, 3.3, 2.0, 1.42, 1.65, 1.27, 1.08, 1.95
"""Contrasts to the ground of what the house has as text grey, mid grey, mark grey and so on, and of light accents."""
TELLS_ACCENTS_APART = 20.0
"""How far apart the two accents look at least, with every deficiency (CIEDE2000)."""
STEPS_OF_HEAT = (1.14, 1.38, WEAK)
STEPS_OF_FRAMES = (WEAK, MID, SOFT)
"""Contrasts to the ground of the tints of cells, and of frames in their place."""
TELLS_TINTS_APART = 10.0
"""How far apart the strongest tints of both sides look at least, with every deficiency."""


@frozen
class Accents:
    """The two accents of a ground. changed: those that were too weak, each as given and as it is."""

    proof: Color
    contrast: Color
    changed: tuple[tuple[Color, Color], ...] = ()


def accents_of(offered: Sequence[Color], ground: Color, text: Color) -> Accents:
    """The first of the offered colours that stands out is the accent, the next one that looks different the second.

    Both are changed until they can be read; where none stands out, the first is. Where none looks different, the text's
    own colour is set against the accent; where all are greys, that is the accent, and a weaker grey set against it.
    """
    hues = [color for color in offered if is_hue(color)]
    if not hues:
        return Accents(text, mixed_until(text, ground, OF_TEXT))
    strong = [color for color in hues if contrast(color, ground) >= OF_MARKS]
    first = (strong or hues)[0]
    proof = readable(first, ground, OF_TEXT)
    second = next((color for color in strong if worst_apart(color, proof) >= TELLS_ACCENTS_APART), text)
    other = readable(second, ground, OF_TEXT)
    changed = tuple(pair for pair in ((first, proof), (second, other)) if pair[0] != pair[1])
    return Accents(proof, other, changed)


def carried_over(accents: Accents, ground: Color, text: Color) -> Accents:
    """The same two accents on another ground, each made so strong there that it can be read; the first stays the first.

    Greys are anew what they are, weaker than text or as it is; so is a second accent that now looks like the first.
    """
    if not is_hue(accents.proof):
        return accents_of((), ground, text)
    proof, second = (readable(color, ground, OF_TEXT) for color in (accents.proof, accents.contrast))
    is_text = accents.contrast == ground or not is_hue(accents.contrast)
    is_apart = not is_text and worst_apart(second, proof) >= TELLS_ACCENTS_APART
    return Accents(proof, second if is_apart else text)


def is_hue(color: Color) -> bool:
    """Whether a colour is no grey, as a letter or bar in it would be taken for a muted one."""
    return max(color.red, color.green, color.blue) - min(color.red, color.green, color.blue) >= 40


def derived_ground(name: GroundName, ground: Color, text: Color, accents: Accents) -> Ground:
    """All colours of a ground from those that a house has."""

    def grey(ratio: float) -> Color:
        return mixed_until(text, ground, ratio)

    def named(color: Color, on_paper: ColorRole, on_ink: ColorRole | None = None) -> Color:
        role = on_paper if name is GroundName.PAPER else on_ink
        return Color(color.red, color.green, color.blue, role)

    ground, text = named(ground, ColorRole.PAPER, ColorRole.INK), named(text, ColorRole.INK, ColorRole.PAPER)
    proof = named(accents.proof, ColorRole.ACCENT, ColorRole.LIT)
    second = named(accents.contrast, ColorRole.SECOND_ACCENT)
    mid, pale = named(grey(MID), ColorRole.MID), named(grey(PALE), ColorRole.PALE)
    muted, panel = named(grey(MUTED), ColorRole.MARK), named(grey(PANEL), ColorRole.PANEL)
    return Ground(
        name=name,
        ground=ground,
        text=text,
        soft_text=named(grey(SOFT), ColorRole.SOFT),
        proof=proof,
        contrast=second,
        muted=muted,
        muted_edge=mid,
        on_proof=max((ground, text), key=lambda color: contrast(color, proof)),
        on_muted=max((ground, text), key=lambda color: contrast(color, muted)),
        mid=mid,
        pale=pale,
        pale_edge=mid,
        unlit=muted if name is GroundName.PAPER else mid,
        track=panel,
        track_edge=grey(RULE),
        rule=grey(RULE),
        hairline=grey(HAIRLINE),
        panel=panel,
        leader=mid,
        several=_several(ground, text, accents, grey),
    )


def _several(ground: Color, text: Color, accents: Accents, grey: Callable[[float], Color]) -> SeriesColors:
    proof, second, mid = accents.proof, accents.contrast, grey(MID)
    pairs = [Pair(color, mixed_until(color, ground, WEAK)) for color in (proof, second)]
    edged = [Fill(grey(ratio), edge=mid) for ratio in (PALE, HAIRLINE, PANEL)]
    soft, middle, mark = Fill(grey(SOFT)), Fill(mid), Fill(grey(MUTED))
    return SeriesColors(
        scale=ScaleColors(rejection=pairs[1], middle=grey(HAIRLINE), agreement=pairs[0]),
        segments=((middle, edged[0]), (middle, mark, edged[0]), (soft, middle, mark, edged[0])),
        nets=NetColors(proof=pairs[0], contrast=pairs[1], muted=Pair(mid, mark.color), outside=tuple(edged)),
        heat=_heat(ground, text, accents),
    )


def _heat(ground: Color, text: Color, accents: Accents) -> HeatColors:
    """Tints of both accents; frames on the side of the second where that is a grey, or one hue looks like the other."""
    above, below = (
        tuple(mixed_until(color, ground, ratio) for ratio in STEPS_OF_HEAT)
        for color in (accents.proof, accents.contrast)
    )
    if worst_apart(above[-1], below[-1]) >= TELLS_TINTS_APART:
        return HeatColors(above, below)
    frames = tuple(mixed_until(text, ground, ratio) for ratio in STEPS_OF_FRAMES)
    return HeatColors(above, frames, frames_below=True)


def readable(color: Color, ground: Color, least: float) -> Color:
    """A colour of that hue in at least so much contrast to the ground: darker on a light one, lighter on a dark one.

    The colour itself where it is enough; black or white where the ground lets nothing else reach it.
    """
    if contrast(color, ground) >= least:
        return color
    hue, light, saturation = rgb_to_hls(color.red / 255, color.green / 255, color.blue / 255)
    goal = 0.0 if contrast(_BLACK, ground) >= contrast(_WHITE, ground) else 1.0

    def moved(share: float) -> Color:
        red, green, blue = hls_to_rgb(hue, light + (goal - light) * share, saturation)
        return Color(round(red * 255), round(green * 255), round(blue * 255))

    return _least(moved, lambda changed: contrast(changed, ground) >= least)


def mixed_until(color: Color, ground: Color, ratio: float) -> Color:
    """The colour mixed with the ground until its contrast to that is `ratio`, or itself where it has less."""

    def mix(share: float) -> Color:
        parts = zip((ground.red, ground.green, ground.blue), (color.red, color.green, color.blue), strict=True)
        red, green, blue = (round(under + (over - under) * share) for under, over in parts)
        return Color(red, green, blue)

    return _least(mix, lambda mixed: contrast(mixed, ground) >= ratio)


_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
PARTS = 256
"""Into so many parts the way between two colours is divided."""


def _least(made: Callable[[float], Color], is_enough: Callable[[Color], bool]) -> Color:
    """The first colour on the way from 0 to 1 that is enough, or the last one."""
    return next((color for part in range(PARTS) if is_enough(color := made(part / PARTS))), made(1.0))
