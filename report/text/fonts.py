"""The font files and what the program asks of them: widths, coverage, heights.

Widths are plain sums of the advances in the `hmtx` table, unkerned and without ligatures: then what is
measured here is what the painters draw, within 0.03 %. Only what measuring needs is read; the outlines stay closed
until `outlines` asks for them.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from report import shipped
from report.diagnostics import Diagnostic, UsageError
from report.frozen import frozen
from report.text.faults import TextFault
from report.text.model import Face, FontFiles, Style
from report.text.truetype import TrueType
from report.units import Pt

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_STAND_INS = {"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"}
"""Characters that are drawn as another one, because the font has no glyph of their own."""
_DRAWN = str.maketrans({**_STAND_INS, SOFT_HYPHEN: ""})


AS_THEY_ARE = (1.0, 1.0)
"""The widening of fonts that stand for themselves."""

Saved = tuple[tuple[int, int, int], ...]
"""Of each face's file when it was saved (in nanoseconds), its length in bytes, and which it is on its disk."""


@frozen
class FaceMetrics:
    """What one font file says of its characters, in font units (`units_per_em` to the size).

    advances: of every character with a glyph; a soft hyphen has none and is not drawn.
    """

    units_per_em: int
    cap_height: int
    ascent: int
    descent: int
    advances: dict[str, int]
    notdef_advance: int


@frozen
class Fonts:
    """The two faces of a theme, in one folder; cheap to make, to compare and to send to a worker.

    widening: by how much texts are taken for wider than they are in these fonts, where those stand for another one;
    of the regular face, and of the bold one. show_capitals: small letters are shown as capitals, and as wide as these.
    saved: what tells the files from others that were saved in their place, for a process keeps what it read of fonts.
    """

    folder: Path
    files: FontFiles
    widening: tuple[float, float] = AS_THEY_ARE
    show_capitals: bool = False
    saved: Saved = ()

    @property
    def decides(self) -> tuple[object, ...]:
        """What tells these fonts from all others: not where they lie, but what is in their files."""
        files = self.files if self.are_shipped else tuple(_digest(self.file(face), self.saved) for face in Face)
        return files, self.widening, self.show_capitals

    @property
    def are_shipped(self) -> bool:
        """Whether they came with the project, and not from a house."""
        return self.folder == shipped.folder("assets") / "fonts"

    @classmethod
    def in_folder(cls, folder: Path, files: FontFiles) -> Fonts:
        """The fonts that lie in this folder; raises UsageError if a face is missing."""
        missing = [name for face in Face if not (folder / (name := files.of(face))).is_file()]
        if missing:
            faults = [
                Diagnostic(TextFault.MISSING_FONT, f'there is no font file "{name}" in {folder}') for name in missing
            ]
            raise UsageError(faults)
        return cls(folder, files)

    @classmethod
    def as_saved(cls, folder: Path, files: FontFiles) -> Fonts:
        """The fonts as their files stand now, in a folder whose author may save others in their place.

        Raises OSError if a file is gone.
        """
        found = [(folder / files.of(face)).stat() for face in Face]
        return cls(folder, files, saved=tuple((each.st_mtime_ns, each.st_size, each.st_ino) for each in found))

    def file(self, face: Face) -> Path:
        """The font file of a face."""
        return self.folder / self.files.of(face)

    def units_per_em(self, face: Face) -> int:
        """Font units to the size."""
        return self.metrics(face).units_per_em

    def advance(self, char: str, face: Face) -> int:
        """The advance of one character in font units; that of the empty box if the font has no glyph for it."""
        metrics = self.metrics(face)
        return metrics.advances.get(char, metrics.notdef_advance)

    def char_width(self, char: str, style: Style) -> Pt:
        """The advance of one character at the style's size, without tracking."""
        return self.advance(char, style.face) * self.widened(style.face) * style.size / self.units_per_em(style.face)

    def width(self, text: str, style: Style) -> Pt:
        """The width of a text on one line: its advances, and the tracking between its characters.

        Tracking stands between characters only: none follows the last one, so a tracked kicker ends where its
        last letter ends.
        """
        metrics = self.metrics(style.face)
        advances, notdef = metrics.advances, metrics.notdef_advance
        units = sum([advances.get(char, notdef) for char in text])
        gaps = max(0, len(text) - text.count(SOFT_HYPHEN) - 1) if style.tracking else 0
        return units * self.widened(style.face) * style.size / metrics.units_per_em + gaps * style.tracking * style.size

    def widened(self, face: Face) -> float:
        """By how much texts in a face are taken for wider than they are."""
        return self.widening[face is Face.BOLD]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of a text that one of the faces has no glyph for, each once, in order of appearance."""
        covered = [self.metrics(face).advances for face in Face]
        return tuple(char for char in dict.fromkeys(text) if not all(char in advances for advances in covered))

    def capitals(self, text: str) -> str:
        """The text in capitals; a letter stays small whose capital the fonts have not."""
        return "".join(char if self.missing(char.upper()) else char.upper() for char in text)

    def drawn(self, text: str) -> str:
        """The text as painters draw it: U+00A0 as space, U+2011 as hyphen, soft hyphens gone."""
        return text.translate(_DRAWN)

    def cap_height(self, face: Face) -> float:
        """The height of a capital as a share of the size (OS/2 sCapHeight)."""
        metrics = self.metrics(face)
        return metrics.cap_height / metrics.units_per_em

    def digit_height(self, face: Face) -> float:
        """The height of a digit, measured at "1", as a share of the size."""
        return _digit_height(self.file(face), self.saved) / self.units_per_em(face)

    def ascent(self, face: Face) -> float:
        """How far the line reaches above the baseline, as a share of the size (hhea)."""
        metrics = self.metrics(face)
        return metrics.ascent / metrics.units_per_em

    def descent(self, face: Face) -> float:
        """How far the line reaches below the baseline, as a share of the size, positive (hhea)."""
        metrics = self.metrics(face)
        return -metrics.descent / metrics.units_per_em

    def opened(self, face: Face) -> TTFont:
        """The font file of a face, opened once a process; tables are read when they are asked for."""
        return _open_font(self.file(face), self.saved)

    def metrics(self, face: Face) -> FaceMetrics:
        """The numbers of a face, read from its file once a process."""
        named = self.folder, self.files.of(face), self.saved
        return _metrics_of_capitals(*named) if self.show_capitals else _read_metrics(*named)


@lru_cache
def _digest(file: Path, saved: Saved) -> str:  # noqa: ARG001 - tells the file from another in its place
    """Of a font file's bytes, read once a process."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@lru_cache
def _read(file: Path, saved: Saved) -> TrueType:  # noqa: ARG001
    # Whole: a file that is read when its tables are wanted would be open for as long as a process lasts.
    return TrueType(file.read_bytes())


@lru_cache
def _open_font(file: Path, saved: Saved) -> TTFont:
    return _read(file, saved).opened()


@lru_cache
def _read_metrics(folder: Path, name: str, saved: Saved) -> FaceMetrics:
    # Keyed by what `Fonts` holds: asked for every text, a path made anew would cost more than the sum of the advances.
    font = _read(folder / name, saved)
    by_glyph = font.advances
    # What is for private use, or nothing yet, is another sign in every font; archives want to know which (ISO 19005-2,
    # 6.2.11.7.3). Carlito has two of them.
    coded = ((chr(code), glyph) for code, glyph in font.glyphs.items())
    advances = {char: by_glyph[glyph] for char, glyph in coded if category(char) not in ("Co", "Cn")}
    advances.update({char: advances[drawn] for char, drawn in _STAND_INS.items()})
    advances[SOFT_HYPHEN] = 0
    return FaceMetrics(
        units_per_em=font.units_per_em,
        # Old fonts do not say it: then it is that of a letter with a flat top.
        cap_height=font.cap_height or font.height("H"),
        ascent=font.ascent,
        descent=font.descent,
        advances=advances,
        notdef_advance=by_glyph[0],
    )


@lru_cache
def _metrics_of_capitals(folder: Path, name: str, saved: Saved) -> FaceMetrics:
    """Those of a face whose small letters are as wide as their capitals ("ß" as two), where it has these."""
    metrics = _read_metrics(folder, name, saved)
    advances = metrics.advances
    shown = {char: [advances.get(capital) for capital in char.upper()] for char in advances}
    wide = {char: sum(w for w in widths if w is not None) for char, widths in shown.items() if None not in widths}
    return replace(metrics, advances={**advances, **wide})


@lru_cache
def _digit_height(file: Path, saved: Saved) -> int:
    return _read(file, saved).height("1")
