"""What every slide kind works with: document, charts, theme, format and layouts, and the typesetter that measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.charts.model import ChartBook, Setting
from report.deck.layouts import Layout, Layouts
from report.document.model import Document
from report.formats.charts import ChartMeasures
from report.formats.slide_kinds import SlideFormat
from report.language.model import Language
from report.text.fonts import Fonts
from report.theme.model import Ground, Theme
from report.typesetting.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Desk:
    """The materials of one deck; faults gather in the typesetter."""

    document: Document
    charts: ChartBook
    theme: Theme
    format: SlideFormat
    layouts: Layouts
    typesetter: Typesetter

    @property
    def language(self) -> Language:
        """The language of the deck."""
        return self.document.language

    @property
    def fonts(self) -> Fonts:
        """The fonts that everything is measured by."""
        return self.typesetter.fonts

    def ground(self, layout: Layout) -> Ground:
        """The ground that slides of a layout stand on."""
        return self.theme.ground(layout.ground)

    @property
    def slide_numbers(self) -> Mapping[str, int]:
        """The number of every finding's and statement's slide, by the id of its section; the cover is number 1."""
        first = 3 if self.document.glance.rows else 2
        return {part.id: number for number, part in enumerate(self.document.parts, first)}

    def setting(self, measures: ChartMeasures, ground: Ground) -> Setting:
        """What the kinds of chart need; measures: the format's own, of whole slides or of narrow places."""
        return Setting(measures, ground, self.fonts, self.language)
