"""What becomes of an exhibit that an author asked for."""

from __future__ import annotations

from report.briefing.evaluation import Reading
from report.briefing.model import Exhibit
from report.diagnostics import Diagnostic
from report.frozen import frozen


@frozen
class ExhibitReading:
    """An exhibit as composed, with what is wrong in it.

    is_certain: its kind, rows and columns are those that the author asked for. is_whole: so is all of it; else it is
    a stand-in. readings: of the numbers that it names by expressions.
    """

    exhibit: Exhibit
    faults: tuple[Diagnostic, ...]
    is_certain: bool = True
    readings: tuple[Reading, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it may be shown."""
        return self.is_certain and not self.faults
