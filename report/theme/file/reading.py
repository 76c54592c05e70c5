"""Reads what a house looks like: a theme, or the faults of its file."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from pathlib import Path

from report.diagnostics import Diagnostic, Location, SourceText, in_file_order
from report.theme.file.brand import BRAND, BrandFile, brand_colors
from report.theme.file.faults import ThemeFault
from report.theme.file.schema import ColorsFile, ThemeFile
from report.theme.model import Theme
from report.theme.named import GREY, OF_INK, Breach, NamedColors, Rule, breaches, kept, themed
from report.yaml_source import read

ROLES = tuple(ColorsFile.model_fields)


def read_theme(
    path: Path, display: str, base: Theme, *, named_at: Location | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme in a theme.yaml or `_brand.yml`, and its faults.

    base: has what the file does not say. named_at: where a briefing names it.
    """
    if path.name.startswith(BRAND):
        return _read_brand(path, display, base, named_at)
    reading = read(path, display, ThemeFile, named_at=named_at)
    file = reading.model
    if file is None:
        return base, reading.faults
    placed = {role: color for role in ROLES if (color := getattr(file.colors, role))}
    named = NamedColors(**{role: color.value for role, color in placed.items()})
    found = breaches(named, base)
    told = (replace(_told(breach), location=placed[breach.role].location) for breach in found)
    faults = in_file_order((*reading.faults, *told))
    return (base if faults else _called(file.name, themed(named, base))), faults


def _read_brand(
    path: Path, display: str, base: Theme, named_at: Location | None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    reading = read(path, display, BrandFile, named_at=named_at)
    brand = reading.model
    if brand is None:
        return base, reading.faults
    named, unknown = brand_colors(brand.color) if brand.color else (NamedColors(), ())
    faults = in_file_order((*reading.faults, *unknown))
    return _called(brand.meta.name if brand.meta else None, themed(kept(named, base), base)), faults


def _called(name: SourceText | None, theme: Theme) -> Theme:
    return replace(theme, name=name.text) if name else theme


def _told(found: Breach) -> Diagnostic:
    """A rule that is broken, with both colours and both figures."""
    own, other = f"`{found.role}` {found.color.hex}", f"{_called_role(found.beside)} {found.other.hex}"
    hint = f'write "{found.instead.hex}", which would do' if found.instead else None
    match found.rule:
        case Rule.DARKER:
            than = "darker" if found.role == "paper" else "lighter"
            message = f"{own} is {than} than {other}; pages are printed, dark on light"
            hint = "name a light `paper` and a dark `ink`: cover and statements are light on dark by themselves"
            return Diagnostic(ThemeFault.DARK_PAPER, message, hint=hint)
        case Rule.READ:
            what = "text, which stands on grey bars too," if found.needs == OF_INK else "text"
            message = f"{own} has a contrast of {_floored(found.has, 2)}:1 to {other}; {what} needs {found.needs}:1"
            return Diagnostic(ThemeFault.WEAK_CONTRAST, message, hint=hint)
        case Rule.TOUCHING:
            how = "where they touch"
        case Rule.TOLD_APART:
            how = "to those who see colours differently"
    message = f"{own} and {other} are too much alike {how}: {_floored(found.has, 1)} apart (CIEDE2000), "
    return Diagnostic(ThemeFault.COLORS_ALIKE, f"{message}{found.needs:g} are needed", hint=hint)


def _called_role(role: str) -> str:
    return "the grey of marks" if role == GREY else f"`{role}`"


def _floored(figure: float, decimals: int) -> str:
    """A figure that is too small, so that it never looks large enough."""
    return f"{floor(figure * 10**decimals) / 10**decimals:.{decimals}f}"
