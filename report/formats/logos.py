"""The room that a page has for logos."""

from __future__ import annotations

from report.frozen import frozen
from report.units import Pt


@frozen(kw_only=True)
class LogoSlot:
    """The most that a logo takes. gap: from what stands beside it."""

    width: Pt
    height: Pt
    gap: Pt


@frozen(kw_only=True)
class LogoRow:
    """The logo of a house, and behind it those of partners, `gap` apart."""

    own: LogoSlot
    partner: LogoSlot

    @property
    def gap(self) -> Pt:
        """Between two logos."""
        return self.partner.gap
