"""By what a typeface is measured that does not ship with the project: a font of the same widths, or one made wider.

Some typefaces have a twin, drawn so that each character has the same advance. Any other text is measured by a sans
serif of usual width and taken for wider, by as much as DejaVu Sans is, so that lines rather end early than run over:
few typefaces of brands are wider, and it is what LibreOffice draws them with where it has not got them.
"""

from __future__ import annotations

from pathlib import Path

from report.frozen import frozen
from report.text.fonts import AS_THEY_ARE, Fonts
from report.text.model import FontFiles

CARLITO = FontFiles(regular="Carlito-Regular.ttf", bold="Carlito-Bold.ttf")
LIBERATION_SANS = FontFiles(regular="LiberationSans-Regular.ttf", bold="LiberationSans-Bold.ttf")


@frozen
class StandIn:
    """The font by which a typeface is measured. widening: by how much its texts are taken for wider, face by face."""

    name: str
    files: FontFiles
    widening: tuple[float, float] = AS_THEY_ARE

    @property
    def is_twin(self) -> bool:
        """Whether the typeface has exactly these widths."""
        return self.widening == AS_THEY_ARE


_CARLITO = StandIn("Carlito", CARLITO)
_LIBERATION = StandIn("Liberation Sans", LIBERATION_SANS)
_WIDER = StandIn("Liberation Sans", LIBERATION_SANS, widening=(1.19, 1.25))
TWINS = {
    "calibri": _CARLITO,
    "carlito": _CARLITO,
    "arial": _LIBERATION,
    "arimo": _LIBERATION,
    "helvetica": _LIBERATION,
    "liberation sans": _LIBERATION,
}
"""The typefaces whose widths are known, in small letters."""


def stand_in(typeface: str) -> StandIn:
    """What measures a typeface."""
    return TWINS.get(typeface.casefold(), _WIDER)


@frozen
class OwnTypeface:
    """A typeface of which a house brings the files. family: as these name it."""

    family: str
    fonts: Fonts

    def is_called(self, typeface: str) -> bool:
        """Whether it is the one of that name."""
        return self.family.casefold() == typeface.casefold()


def measuring(typeface: str, own: OwnTypeface | None, shipped: Path) -> Fonts:
    """The fonts that measure a typeface: the house's own if that is the one, else what stands for it.

    shipped: the folder of the fonts that ship.
    """
    if own and own.is_called(typeface):
        return own.fonts
    by = stand_in(typeface)
    return Fonts(shipped, by.files, by.widening)
