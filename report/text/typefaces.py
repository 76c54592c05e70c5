"""By what a typeface is measured that does not ship with the project: a font of the same widths, or one made wider.

Some typefaces have a twin, drawn so that each character has the same advance. Any other text is measured by a sans
serif of usual width and taken for wider, so that lines rather end early than run over.
"""

from __future__ import annotations

from report.frozen import frozen
from report.text.model import FontFiles

CARLITO = FontFiles(regular="Carlito-Regular.ttf", bold="Carlito-Bold.ttf")
LIBERATION_SANS = FontFiles(regular="LiberationSans-Regular.ttf", bold="LiberationSans-Bold.ttf")


@frozen
class StandIn:
    """The font by which a typeface is measured. widening: by how much its texts are taken for wider."""

    name: str
    files: FontFiles
    widening: float = 1.0

    @property
    def is_twin(self) -> bool:
        """Whether the typeface has exactly these widths."""
        return self.widening == 1.0


_CARLITO = StandIn("Carlito", CARLITO)
_LIBERATION = StandIn("Liberation Sans", LIBERATION_SANS)
_WIDER = StandIn("Liberation Sans", LIBERATION_SANS, widening=1.15)
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
