"""The typeface of a house: its files where it brings them, else what stands for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from report.diagnostics import Diagnostic, Location, Severity, SourceText, shortened
from report.frozen import frozen
from report.text.font_files import font_family
from report.text.fonts import AS_THEY_ARE, Fonts
from report.text.model import FontFiles
from report.text.typefaces import OwnTypeface, StandIn, measuring, stand_in
from report.theme.file.faults import ThemeFault
from report.theme.model import Faces
from report.yaml_source import inside


@frozen
class NamedFaces:
    """A typeface as it is named: as PowerPoint is asked for it, and by its files, where it has such."""

    deck: SourceText | None
    regular: SourceText | None = None
    bold: SourceText | None = None


def read_faces(
    named: NamedFaces, folder: Path, shipped: Path, *, has_template: bool
) -> tuple[Faces | None, tuple[Diagnostic, ...]]:
    """The typefaces with their files, which lie in a folder or below it; faults, and notices of what stands for them.

    shipped: the folder of the fonts that ship. has_template: whether slides have the typefaces of a company's template
    instead, so that nothing stands for these there.
    """
    own, faults = _own(named, folder)
    if faults:
        return None, faults
    deck = named.deck.text if named.deck else own.family if own else ""
    if not deck:
        return None, ()
    texts = measuring(deck, own, shipped)
    drawn = replace(texts, widening=AS_THEY_ARE)
    faces = Faces(deck, texts, drawn, own.fonts if own else drawn, own)
    is_measured = texts.widening == AS_THEY_ARE or (has_template and own)
    place = named.deck.at(0, len(named.deck.text)) if named.deck else None
    told = _on_pages(deck, stand_in(deck), place) if has_template else _on_slides(deck, stand_in(deck), place, own)
    return faces, () if is_measured else (told,)


def _own(named: NamedFaces, folder: Path) -> tuple[OwnTypeface | None, tuple[Diagnostic, ...]]:
    """The typeface of the files, and their faults."""
    if named.regular is None or named.bold is None:
        return None, ()
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
        return None, tuple(faults)
    regular, bold = files
    return OwnTypeface(families[0], Fonts.as_saved(folder, FontFiles(regular, bold))), ()


def _on_slides(typeface: str, by: StandIn, place: Location | None, own: OwnTypeface | None) -> Diagnostic:
    drawn = "charts on them" if own else "charts, pages and pictures"
    stood = f"is measured by {by.name}, taken for wider; {drawn} are set in {by.name}"
    seen = "whoever opens the deck without the typeface sees what PowerPoint takes instead"
    hint = f"{'leave `deck` out' if own else 'name its .ttf files as `files`'}; {seen}"
    return _stood_for(f'"{shortened(typeface)}" on slides {stood}', place, hint)


def _on_pages(typeface: str, by: StandIn, place: Location | None) -> Diagnostic:
    message = f'pages and pictures are set in {by.name}, as there are no files of "{shortened(typeface)}"'
    hint = "name its .ttf files as `files`; slides have the typefaces of the template"
    return _stood_for(message, place, hint)


def _stood_for(message: str, place: Location | None, hint: str) -> Diagnostic:
    return Diagnostic(ThemeFault.TYPEFACE_STOOD_FOR, message, place, hint=hint, severity=Severity.WARNING)
