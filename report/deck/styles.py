"""How texts on slides are set: the face, and its colour on a ground. Sizes are the format's."""

from __future__ import annotations

from report.formats.slide_kinds import TypeRoles
from report.text.model import Face, Style
from report.theme.model import Ground
from report.units import Color, Pt


def regular(size: Pt, color: Color) -> Style:
    """The regular face."""
    return Style(Face.REGULAR, size, color)


def bold(size: Pt, color: Color) -> Style:
    """The bold face."""
    return Style(Face.BOLD, size, color)


def kicker(roles: TypeRoles, color: Color) -> Style:
    """The small tracked line above a headline, shown in capitals."""
    return Style(Face.BOLD, roles.kicker.size, color, roles.tracking)


def soft(size: Pt, ground: Ground) -> Style:
    """Notes, exhibit titles, footers."""
    return regular(size, ground.soft_text)
