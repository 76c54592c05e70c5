"""What every slide kind works with: document, charts, theme, format and layouts, and the typesetter that measures."""

from __future__ import annotations

from collections.abc import Mapping

from report.briefing.model.prose import Prose
from report.charts.model import ChartBook, Setting
from report.deck.layouts import Layout, Layouts
from report.document.model import Document
from report.formats.charts import ChartMeasures
from report.formats.slide_kinds import SlideFormat
from report.frozen import frozen
from report.language.model import Language
from report.text.fonts import Fonts
from report.theme.model import Ground, Theme
from report.typesetting.typesetter import Typesetter


@frozen
class Desk:
    """The materials of one deck; faults gather in the typesetter.

    chart_fonts: those of charts. typesetter: of texts, titles: of what a company's template sets as a title; the two
    measure by fonts of their own where typefaces differ.
    """

    document: Document
    charts: ChartBook
    theme: Theme
    format: SlideFormat
    layouts: Layouts
    chart_fonts: Fonts
    typesetter: Typesetter
    titles: Typesetter

    @property
    def language(self) -> Language:
        """The language of the deck."""
        return self.document.language

    def ground(self, layout: Layout) -> Ground:
        """The ground that slides of a layout stand on."""
        return self.theme.ground(layout.ground)

    @property
    def slide_numbers(self) -> Mapping[str, int]:
        """The number of every section's slide, by its id; the cover is number 1."""
        return {section.id: number for number, section in enumerate(self.document.slides, 2)}

    def numbered(self, text: Prose) -> Prose:
        """A text that names slides, once it is known which number each has."""
        return text.settled(lambda late: str(self.slide_numbers[late.target]))

    def setting(self, measures: ChartMeasures, ground: Ground) -> Setting:
        """What the kinds of chart need; measures: the format's own, of whole slides or of narrow places."""
        return Setting(measures, ground, self.chart_fonts, self.language)
