"""The colours of series that a theme names: held to the rules of the visual language, each breach at its colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from report.diagnostics import Diagnostic
from report.theme.file.faults import ThemeFault
from report.theme.series import SeriesBreach, SeriesRule, breaches_of_series
from report.units import Color
from report.yaml_source import Placed


def faults_of_series(named: Sequence[Placed[Color]], paper: Color) -> tuple[Diagnostic, ...]:
    """What breaks a rule among them, or with the paper."""
    return tuple(_told(found, named, paper) for found in breaches_of_series([each.value for each in named], paper))


def _told(found: SeriesBreach, named: Sequence[Placed[Color]], paper: Color) -> Diagnostic:
    own = named[found.number]
    other = f"{named[found.other].value.hex} of `series`" if found.other is not None else f"`paper` {paper.hex}"
    hint = f'write "{found.instead.hex}", which would do' if found.instead else "choose another hue"
    match found.rule:
        case SeriesRule.SEEN:
            told = f"has a contrast of {_floored(found.has, 2)}:1 to {other}; a mark needs {found.needs:g}:1"
            return Diagnostic(ThemeFault.WEAK_CONTRAST, f"{own.value.hex} {told}", own.location, hint=hint)
        case SeriesRule.TOLD_APART:
            how = f"to those who see colours differently: {_floored(found.has, 1)} apart (CIEDE2000)"
            needed = f"{found.needs:g} are needed"
        case SeriesRule.IN_GREY:
            how, needed = f"in grey print: {_floored(found.has, 2)}:1", f"{found.needs:g}:1 is needed"
    message = f"{own.value.hex} and {other} are too much alike {how}, {needed}"
    return Diagnostic(ThemeFault.COLORS_ALIKE, message, own.location, hint=hint)


def _floored(figure: float, decimals: int) -> str:
    """A figure that is too small, so that it never looks large enough."""
    return f"{floor(figure * 10**decimals) / 10**decimals:.{decimals}f}"
