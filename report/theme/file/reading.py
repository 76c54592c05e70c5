"""Reads what a house looks like: a theme, or the faults of its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import floor
from pathlib import Path

from report.diagnostics import Diagnostic, Location, SourceText, in_file_order
from report.frozen import frozen
from report.theme.file.brand import BRAND, BrandFile, brand_colors, brand_faces, brand_logo
from report.theme.file.emblems import NamedLogo, named_logos, read_logo
from report.theme.file.faults import ThemeFault
from report.theme.file.palette import faults_of_series
from report.theme.file.schema import ColorsFile, FontsFile, LinesFile, ThemeFile
from report.theme.file.typefaces import NamedFaces, read_faces
from report.theme.model import Brand, Logo, Theme
from report.theme.named import GREY, OF_INK, Breach, NamedColors, Rule, breaches, kept, themed
from report.theme.series import in_series_colors
from report.yaml_source import Texts, inside, missing_languages, read

ROLES = tuple(ColorsFile.fields.by_name)


def read_theme(
    path: Path,
    display: str,
    base: Theme,
    *,
    languages: Sequence[str],
    fonts: Path,
    named_at: Location | None = None,
    has_template: bool = False,
) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """What a theme.yaml or `_brand.yml` says, and the faults of it and of the files that it names.

    base: has what the file does not say. languages: those that its texts are needed in. fonts: the folder of those that
    ship. named_at: where a briefing names the file. has_template: whether its slides look as a company's template does.
    Of a file with errors nothing is taken.
    """
    said, found = (_read_brand if path.name.startswith(BRAND) else _read_theme)(path, display, base, named_at)
    if said is None:
        return Brand(base), found
    folder, faults = path.parent, [*found]
    faces, of_faces = None, tuple[Diagnostic, ...]()
    if said.faces:
        faces, of_faces = read_faces(said.faces, folder, fonts, has_template=has_template)
    faults += of_faces
    logos = list[Logo]()
    for named in said.logos:
        logo, of_logo = read_logo(named, folder, said.theme)
        faults += of_logo
        logos += [logo] if logo else []
    lines = said.lines
    if lines:
        because = "which the briefing is written in"
        faults += missing_languages(lines, languages, declared=None, because=because)
    told = in_file_order(faults)
    if any(fault.is_error for fault in told):
        return Brand(base), told
    contact, confidential = (
        _by_language(getattr(lines, line, None), languages) for line in ("contact", "confidential")
    )
    theme = replace(said.theme, deck_typeface=faces.deck) if faces else said.theme
    return Brand(theme, faces, tuple(logos), contact, confidential, _digest(said, folder)), told


@frozen
class _Said:
    """What a file says that is sound in itself; the files that it names are not looked at yet."""

    theme: Theme
    faces: NamedFaces | None = None
    logos: tuple[NamedLogo, ...] = ()
    lines: LinesFile | None = None

    @property
    def files(self) -> tuple[SourceText, ...]:
        """All files that it names."""
        faces = (self.faces.regular, self.faces.bold) if self.faces else ()
        logos = (form for logo in self.logos for form in (logo.light, logo.dark))
        return tuple(file for file in (*faces, *logos) if file)


def _read_theme(
    path: Path, display: str, base: Theme, named_at: Location | None
) -> tuple[_Said | None, tuple[Diagnostic, ...]]:
    reading = read(path, display, ThemeFile, named_at=named_at)
    file = reading.model
    if file is None:
        return None, reading.faults
    placed = {role: color for role in ROLES if (color := getattr(file.colors, role, None))}
    named = NamedColors(**{role: color.value for role, color in placed.items()})
    told = [replace(_told(breach), location=placed[breach.role].location) for breach in breaches(named, base)]
    logos, miscounted = named_logos(file)
    theme = base if told else _called(file.name, themed(named, base))
    alike = faults_of_series(file.series, theme.paper.ground)
    if not alike:
        theme = in_series_colors(theme, [each.value for each in file.series])
    told += alike
    return _Said(theme, _faces(file.fonts), logos, file.lines), (*reading.faults, *told, *miscounted)


def _faces(file: FontsFile | None) -> NamedFaces | None:
    if file is None:
        return None
    return NamedFaces(file.deck, file.files.regular, file.files.bold) if file.files else NamedFaces(file.deck)


def _read_brand(
    path: Path, display: str, base: Theme, named_at: Location | None
) -> tuple[_Said | None, tuple[Diagnostic, ...]]:
    reading = read(path, display, BrandFile, named_at=named_at)
    brand = reading.model
    if brand is None:
        return None, reading.faults
    named, unknown = brand_colors(brand.color) if brand.color else (NamedColors(), ())
    name = brand.meta.name if brand.meta else None
    theme = _called(name, themed(kept(named, base), base))
    logo = brand_logo(brand, name)
    return _Said(theme, brand_faces(brand), (logo,) if logo else ()), (*reading.faults, *unknown)


def _by_language(texts: Texts | None, languages: Sequence[str]) -> Mapping[str, SourceText] | None:
    return {language: texts.in_language(language)[language] for language in languages} if texts else None


def _digest(said: _Said, folder: Path) -> str:
    """What tells the named files from others; empty where there are none."""
    paths = (inside(folder, file) for file in said.files)
    contents = [path.read_bytes() for path in paths if isinstance(path, Path)]
    return sha256(b"".join(sha256(content).digest() for content in contents)).hexdigest() if contents else ""


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
