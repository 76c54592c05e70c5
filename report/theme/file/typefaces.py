"""The typeface of a house: its files where it brings them, else what stands for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from report.diagnostics import Diagnostic, Location, Severity, SourceText, shortened
from report.frozen import frozen
from report.text.font_files import font_family
from report.text.fonts import Fonts
from report.text.model import FontFiles
from report.text.typefaces import stand_in
from report.theme.file.faults import ThemeFault
from report.theme.model import Faces
from report.yaml_source import inside


@frozen
class NamedFaces:
    """A typeface as it is named: as PowerPoint is asked for it, and by its files, where it has such."""

    deck: SourceText | None
    regular: SourceText | None = None
    bold: SourceText | None = None


def read_faces(named: NamedFaces, folder: Path, shipped: Path) -> tuple[Faces | None, tuple[Diagnostic, ...]]:
    """The typefaces with their files, which lie in a folder or below it; faults, and notices of what stands for them.

    shipped: the folder of the fonts that ship.
    """
    own, family, faults = _own(named, folder)
    if faults:
        return None, faults
    deck = named.deck.text if named.deck else family
    if not deck:
        return None, ()
    if own and deck.casefold() == family.casefold():
        return Faces(deck, own, own, own), ()
    stood = stand_in(deck)
    drawn = Fonts(shipped, stood.files)
    faces = Faces(deck, replace(drawn, widening=stood.widening), drawn, own or drawn)
    place = named.deck.at(0, len(named.deck.text)) if named.deck else None
    return faces, () if stood.is_twin else (_stood_for(deck, stood.name, place, has_files=own is not None),)


def _own(named: NamedFaces, folder: Path) -> tuple[Fonts | None, str, tuple[Diagnostic, ...]]:
    """The fonts of the files, their family, and their faults."""
    if named.regular is None or named.bold is None:
        return None, "", ()
    files, families, faults = list[str](), list[str](), list[Diagnostic]()
    for each in (named.regular, named.bold):
        path = inside(folder, each)
        file = "" if isinstance(path, Diagnostic) else path.relative_to(folder).as_posix()
        family = path if isinstance(path, Diagnostic) else font_family(folder, file, each)
        if isinstance(family, Diagnostic):
            faults.append(family)
        else:
            files.append(file)
            families.append(family)
    if faults:
        return None, "", tuple(faults)
    regular, bold = files
    return Fonts(folder, FontFiles(regular, bold)), families[0], ()


def _stood_for(typeface: str, by: str, place: Location | None, *, has_files: bool) -> Diagnostic:
    drawn = "charts on them" if has_files else "charts, pages and pictures"
    message = f'"{shortened(typeface)}" on slides is measured by {by}, taken for wider; {drawn} are set in {by}'
    seen = "whoever opens the deck without the typeface sees what PowerPoint takes instead"
    hint = f"{'leave `deck` out' if has_files else 'name its .ttf files as `files`'}; {seen}"
    return Diagnostic(ThemeFault.TYPEFACE_STOOD_FOR, message, place, hint=hint, severity=Severity.WARNING)
