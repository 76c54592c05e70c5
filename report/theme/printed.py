"""A theme as pages have it, which are printed on white."""

from __future__ import annotations

from dataclasses import replace

from report.theme.derived import Accents, derived_ground
from report.theme.model import GroundName, Theme
from report.theme.series import with_series
from report.units import Color

WHITE = Color(255, 255, 255)


def printed(theme: Theme) -> Theme:
    """The same on white paper, whatever the ground of its slides."""
    paper = theme.paper
    if paper.ground == WHITE:
        return theme
    white = derived_ground(GroundName.PAPER, WHITE, paper.text, Accents(paper.proof, paper.contrast))
    return replace(theme, paper=with_series(white, [each.fill for each in paper.several.series]))
