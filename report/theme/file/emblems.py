"""The logos of a house and its partners: their files read, and each seen on the ground that it is for."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from pathlib import Path

from report.diagnostics import Diagnostic, SourceText, shortened
from report.drawing.emblem import Emblem
from report.frozen import frozen
from report.images.emblems import read_emblem
from report.theme.file.faults import ThemeFault
from report.theme.file.schema import LogoFile, PartnerFile, ThemeFile
from report.theme.model import GroundName, Logo, Theme
from report.theme.perception import contrast
from report.yaml_source import inside

MOST_PARTNERS = 3
"""Beside the logo of the house; more would be too small to be told."""
LEAST_SEEN = 1.5
"""The contrast that some colour of a logo has to its ground."""
GROUNDS = {"light": GroundName.PAPER, "dark": GroundName.INK}


@frozen
class NamedLogo:
    """The files of a logo, as they are named."""

    owner: SourceText | None
    light: SourceText | None
    dark: SourceText | None


def named_logos(file: ThemeFile) -> tuple[tuple[NamedLogo, ...], tuple[Diagnostic, ...]]:
    """The logos that a theme names, that of the house first, and what is wrong with their number."""
    faults = list(_miscounted(file))
    listed: list[LogoFile] = [*([file.logo] if file.logo else []), *file.partners[:MOST_PARTNERS]]
    owners = [each.name if isinstance(each, PartnerFile) else file.name for each in listed]
    named = (NamedLogo(owner, each.light, each.dark) for owner, each in zip(owners, listed, strict=True))
    return tuple(each for each in named if each.light or each.dark), tuple(faults)


def _miscounted(file: ThemeFile) -> Iterator[Diagnostic]:
    for each in (file.logo, *file.partners):
        if each and each.knows("light", "dark") and not (each.light or each.dark):
            message = "the logo has neither `light` nor `dark`"
            yield Diagnostic(ThemeFault.NO_LOGO, message, each.named_at, hint="name its file: light: logo.svg")
    if file.partners and file.knows("logo") and not file.logo:
        message = "logos of partners stand beside that of the house, and there is none"
        hint = "name it too: logo: {light: logo.svg}"
        yield Diagnostic(ThemeFault.NO_LOGO, message, file.place_of("partners"), hint=hint)
    if len(file.partners) > MOST_PARTNERS:
        message = (
            f"there are {len(file.partners)} partners; {MOST_PARTNERS} logos at most stand beside that of the house"
        )
        place = file.partners[MOST_PARTNERS].named_at
        hint = "put the others into one picture, or leave them out"
        yield Diagnostic(ThemeFault.TOO_MANY_PARTNERS, message, place, hint=hint)


def read_logo(named: NamedLogo, folder: Path, theme: Theme) -> tuple[Logo | None, tuple[Diagnostic, ...]]:
    """A logo with its files, which lie in a folder or below it, and their faults."""
    found, faults = dict[str, Emblem](), list[Diagnostic]()
    for form, ground in GROUNDS.items():
        text: SourceText | None = getattr(named, form)
        if text is None:
            continue
        path = inside(folder, text)
        emblem = path if isinstance(path, Diagnostic) else read_emblem(path, text)
        fault = emblem if isinstance(emblem, Diagnostic) else _unseen(emblem, text, ground, theme)
        if fault:
            faults.append(fault)
        elif isinstance(emblem, Emblem):
            found[form] = emblem
    logo = Logo(named.owner, found.get("light"), found.get("dark")) if found and not faults else None
    return logo, tuple(faults)


def _unseen(emblem: Emblem, named: SourceText, ground: GroundName, theme: Theme) -> Diagnostic | None:
    """The fault of a logo of which no colour can be seen on its ground."""
    color = theme.ground(ground).ground
    most = max(contrast(each, color) for each in emblem.colors)
    if emblem.has_ground or most >= LEAST_SEEN:
        return None
    told = f'no colour of "{shortened(named.text)}" stands out from `{ground.value}` {color.hex}'
    message = f"{told}: {floor(most * 100) / 100:.2f}:1 at most, {LEAST_SEEN}:1 is needed"
    other = next(form for form, each in GROUNDS.items() if each is not ground)
    hint = f"is it the one for {other} grounds? name it as `{other}`; where one is missing, the other gets a plate"
    return Diagnostic(ThemeFault.LOGO_UNSEEN, message, named.at(0, len(named.text)), hint=hint)
