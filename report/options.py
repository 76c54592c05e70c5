"""What is chosen of a build."""

from __future__ import annotations

from pathlib import Path

from report.frozen import frozen
from report.kinds import ChartForm
from report.pipeline import Product


@frozen
class Options:
    """The choices of a build. `languages` empty: all of the briefing; `only` empty: every product.

    force: write over decks that somebody edited, or that are open in another program.
    template: for the decks, in the place of that which a briefing names. charts: what they are on slides, where an
    exhibit does not say so itself; None: what the briefing says.

    explain: tell what was made anew and why. jobs: processes that the build may use, this one included; None: as many
    as pay.

    What a build with `languages` or `only` does not make, it leaves as earlier builds made it.
    """

    output: Path = Path("build")
    languages: tuple[str, ...] = ()
    only: tuple[Product, ...] = ()
    allow_failed_claims: bool = False
    force: bool = False
    template: Path | None = None
    charts: ChartForm | None = None
    explain: bool = False
    jobs: int | None = None

    @property
    def products(self) -> tuple[Product, ...]:
        """What the build makes of each language."""
        return self.only or tuple(Product)

    @property
    def is_whole(self) -> bool:
        """Whether everything is made that a briefing gives."""
        return not self.only and not self.languages
