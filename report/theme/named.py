"""A theme of the colours that a house names by their roles: those it does not name go with them, the rest is derived.

What breaks a rule that docs/visual-language.md asks of any theme is told with a colour that would do: of the same hue
as far as that goes, and as near as possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from enum import Enum

from report.frozen import frozen
from report.theme.derived import (
    MID,
    TELLS_ACCENTS_APART,
    Accents,
    derived_ground,
    mixed_until,
    readable,
)
from report.theme.model import GroundName, Theme
from report.theme.perception import OF_TEXT, apart, contrast, worst_apart
from report.units import Color

OF_INK = 9.3
"""The contrast of text and paper: on a grey bar, which stands 2:1 from the paper, a label still has 4.5:1."""
OF_LIT = 6.3
"""The contrast of lit dots to ink, where nobody names their colour: 1.9:1 to the unlit ones."""
TOUCHING = 10.0
"""How far apart hues look that touch (CIEDE2000): a mark and the grey one beside it."""
_BLACK = Color(0, 0, 0)


@frozen
class NamedColors:
    """Colours by their roles, as docs/themes.md has them; None: not named."""

    paper: Color | None = None
    ink: Color | None = None
    accent: Color | None = None
    contrast: Color | None = None
    lit: Color | None = None


class Rule(Enum):
    """What two colours have to be to each other."""

    DARKER = "the text of pages that are printed, and their ground"
    READ = "a text and its ground"
    TOUCHING = "a mark, and grey ones beside it"
    TOLD_APART = "two marks that mean something else"


@frozen
class Breach:
    """A named colour that breaks a rule with another.

    beside: the role of the other, `GREY` for the grey of marks. has, needs: the contrast of the two, or how far apart
    they look (CIEDE2000; with every deficiency, where they mean something else). instead: a colour that would do.
    """

    rule: Rule
    role: str
    color: Color
    beside: str
    other: Color
    has: float
    needs: float
    instead: Color | None = None


def themed(named: NamedColors, base: Theme) -> Theme:
    """The theme of the named colours, none of which breaks a rule; `base` where nothing is named."""
    if named == NamedColors():
        return base
    colors = _colors(named, base)
    paper, ink, lit = colors["paper"], colors["ink"], colors["lit"]
    on_ink = _apart_from(lit, (readable(colors["contrast"], ink, OF_TEXT), paper))
    accents = Accents(colors["accent"], colors["contrast"])
    return replace(
        base,
        paper=derived_ground(GroundName.PAPER, paper, ink, accents),
        ink=derived_ground(GroundName.INK, ink, paper, Accents(lit, on_ink)),
    )


def breaches(named: NamedColors, base: Theme) -> tuple[Breach, ...]:
    """The rules that the named colours break, at most one a colour."""
    return tuple(replace(found, instead=_instead(found, named, base)) for found in _breaches(named, base))


def kept(named: NamedColors, base: Theme) -> NamedColors:
    """The named colours without those that break a rule."""
    found = tuple(_breaches(named, base))
    return kept(replace(named, **{each.role: None for each in found}), base) if found else named


def _colors(named: NamedColors, base: Theme) -> Mapping[str, Color]:
    """The colours by their roles: as named, otherwise those of the base as far as they go with these."""
    paper = named.paper or base.paper.ground
    ink = named.ink or readable(base.paper.text, paper, OF_INK)
    proof, second = (readable(color, paper, OF_TEXT) for color in (base.paper.proof, base.paper.contrast))
    accent = named.accent or (_apart_from(named.contrast, (proof, second, ink)) if named.contrast else proof)
    return {
        "paper": paper,
        "ink": ink,
        "accent": accent,
        "contrast": named.contrast or _apart_from(accent, (second, proof, ink)),
        "lit": named.lit or readable(accent, ink, OF_LIT),
        GREY: mixed_until(ink, paper, MID),
    }


def _apart_from(color: Color, offered: Sequence[Color]) -> Color:
    """The first of the offered colours that looks different."""
    return next((each for each in offered if worst_apart(each, color) >= TELLS_ACCENTS_APART), offered[-1])


def _breaches(named: NamedColors, base: Theme) -> Iterator[Breach]:
    """The first breach of each named colour; one that is told is held against no other."""
    colors, told = _colors(named, base), set[str]()
    for rule, role, beside, needs in _RULES:
        at, other = (role, beside) if getattr(named, role) else (beside, role)
        if getattr(named, at, None) is None or told & {role, beside, *(("ink", "paper") if beside == GREY else ())}:
            continue
        has = _measured(rule, colors[role], colors[beside])
        if has < needs:
            told.add(at)
            yield Breach(rule, at, colors[at], other, colors[other], has, needs)


GREY = "grey"
"""The grey of marks, which nobody names."""

_RULES = (
    (Rule.DARKER, "ink", "paper", 1.0),
    (Rule.READ, "ink", "paper", OF_INK),
    (Rule.READ, "accent", "paper", OF_TEXT),
    (Rule.TOUCHING, "accent", GREY, TOUCHING),
    (Rule.READ, "contrast", "paper", OF_TEXT),
    (Rule.TOUCHING, "contrast", GREY, TOUCHING),
    (Rule.TOLD_APART, "contrast", "accent", TELLS_ACCENTS_APART),
    (Rule.READ, "lit", "ink", OF_TEXT),
)
"""What is held: how two roles are measured, the first being told unless the other alone is named, and the least."""


def _measured(rule: Rule, first: Color, second: Color) -> float:
    match rule:
        case Rule.DARKER:
            return contrast(second, _BLACK) / contrast(first, _BLACK)
        case Rule.READ:
            return contrast(first, second)
        case Rule.TOUCHING:
            return apart(first, second)
    return worst_apart(first, second)


TURNS, STEPS = 12, 40
"""Into so many hues and lightnesses the colours are divided among which one is looked for that would do."""
LEAST_SATURATION = 0.6
"""Of a colour that has to be told from another: greys have no hue to change."""


def _instead(found: Breach, named: NamedColors, base: Theme) -> Color | None:
    """The nearest colour that breaks no rule in its place: of its own hue, if that is enough, else of any."""
    if found.rule is Rule.DARKER:  # two colours have to change
        return None
    hue, _, saturation = rgb_to_hls(found.color.red / 255, found.color.green / 255, found.color.blue / 255)
    others = [((hue + turn / TURNS) % 1, max(saturation, LEAST_SATURATION)) for turn in range(TURNS)]
    for hues in [others] if found.rule is Rule.TOLD_APART else [[(hue, saturation)], others]:
        tones = [_of_hls(hue, step / STEPS, saturation) for hue, saturation in hues for step in range(STEPS + 1)]
        fine = [tone for tone in tones if _breaks_none(found.role, tone, named, base)]
        if fine:
            return min(fine, key=lambda tone: apart(tone, found.color))
    return None


def _breaks_none(role: str, color: Color, named: NamedColors, base: Theme) -> bool:
    return all(found.role != role for found in _breaches(replace(named, **{role: color}), base))


def _of_hls(hue: float, light: float, saturation: float) -> Color:
    red, green, blue = (round(part * 255) for part in hls_to_rgb(hue, light, saturation))
    return Color(red, green, blue)
