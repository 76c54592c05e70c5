"""How far apart colours look, and how they look with a colour vision deficiency: formulas of the literature.

Sources: WCAG 2.1 ("contrast ratio", "relative luminance") for `contrast`; CIE 142-2001 with G. Sharma, W. Wu,
E. N. Dalal, "The CIEDE2000 color-difference formula", Color Research & Application 30 (2005), for `difference`;
IEC 61966-2-1 and CIE 15 (D65, 2 degrees) for `lab`; G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0, on linear
light, for `seen_with`.
"""

from __future__ import annotations

from enum import Enum
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from report.units import Color

Triple = tuple[float, float, float]

OF_TEXT, OF_MARKS = 4.5, 3.0
"""Contrasts that text and meaningful marks have at least (WCAG 2.1, 1.4.3 and 1.4.11)."""


class Deficiency(Enum):
    """Missing cones of one kind, as the matrix of what is seen in linear light."""

    PROTAN = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTAN = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITAN = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apart(first: Color, second: Color) -> float:
    """The difference of two colours for usual vision."""
    return difference(lab(linear(first)), lab(linear(second)))


def worst_apart(first: Color, second: Color) -> float:
    """The smallest difference of two colours that a full deficiency leaves."""
    return min(
        difference(lab(seen_with(kind, linear(first))), lab(seen_with(kind, linear(second)))) for kind in Deficiency
    )


def linear(color: Color) -> Triple:
    """The light of red, green and blue, 0 to 1."""
    red, green, blue = (_light(part / 255) for part in (color.red, color.green, color.blue))
    return red, green, blue


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def seen_with(deficiency: Deficiency, light: Triple) -> Triple:
    """What is left of the light, within what a screen can show."""
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True))))
        for row in deficiency.value
    )
    return red, green, blue


def lab(light: Triple) -> Triple:
    """CIE L*a*b* of linear light."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(first: Triple, second: Triple) -> float:
    """CIEDE2000 of two colours in L*a*b*, all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = (degrees(atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if turn == -180 and h2 > h1:
        turn = 180.0
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    mean_hue = h1 + h2 if c1 * c2 == 0 else _mean_hue(h1, h2)
    weight = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    of_light = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    of_chroma, of_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * weight
    turned = 30 * exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(2 * turned))
    dl, dc, dh = (l2 - l1) / of_light, (c2 - c1) / of_chroma, hue / of_hue
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def _mean_hue(first: float, second: float) -> float:
    if abs(first - second) <= 180:
        return (first + second) / 2
    return (first + second + (360 if first + second < 360 else -360)) / 2
