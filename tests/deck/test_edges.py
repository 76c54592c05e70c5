"""What leaves its slide is told, whatever it is; on the house's slides nothing does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.charts.model import Chart, NoteRequest, Setting
from report.deck.edges import outside_slides
from report.deck.model import PlacedMark, Slide
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, Edge, MarkRole, Stroke
from report.formats.house_slides import HOUSE_SLIDES
from report.theme.house import HOUSE
from report.units import Box
from tests.deck.builders import Bars, Charts, briefing, exhibit, laid_out, placed, said, statement

PAPER = HOUSE.paper


@dataclass(frozen=True)
class WideBars(Bars):
    """A stand-in that takes more width than it is given."""

    more: float = 0.0

    def lay_out(
        self, chart: Chart, box: Box, setting: Setting, notes: Sequence[NoteRequest] = ()
    ) -> Drawing | Diagnostic:
        drawn = super().lay_out(chart, box, setting, notes)
        return drawn if isinstance(drawn, Diagnostic) else replace(drawn, width=drawn.width + self.more)


def test_a_picture_that_leaves_its_slide_is_refused_with_its_slide_and_by_how_much() -> None:
    exhibit_right = HOUSE_SLIDES.grid.left + HOUSE_SLIDES.frame.exhibit_width
    wide = WideBars(more=HOUSE_SLIDES.width - exhibit_right + 60)

    deck, faults = laid_out(briefing(), Charts(wide))

    assert deck is None
    assert [fault.as_text() for fault in faults] == [
        'briefing.yaml:12:11: error[outside-page]: "exhibit goals" reaches 60 pt over the edge of slide 3'
    ]


def test_a_picture_that_ends_at_the_edge_is_placed() -> None:
    exhibit_right = HOUSE_SLIDES.grid.left + HOUSE_SLIDES.frame.exhibit_width

    deck, _ = laid_out(briefing(), Charts(WideBars(more=HOUSE_SLIDES.width - exhibit_right)))

    assert deck is not None


def test_where_texts_are_too_long_only_they_are_told() -> None:
    told = briefing(title=said("Wort für Wort ein langer Satz " * 12, 3))

    _, faults = laid_out(told, Charts(WideBars(more=900)))

    assert [fault.id for fault in faults] == ["text-too-long"]


def test_every_kind_of_item_is_looked_at() -> None:
    whole = placed(briefing(statements=(statement(shows=exhibit()),)))
    rule = PlacedMark("slanted", Stroke(MarkRole.RULE, 40.0, 20.0, 30.0, -2.5, PAPER.rule, 1.0))
    ring = PlacedMark("ring", Circle(MarkRole.RING, 325.0, 520.0, 25.0, edge=Edge(PAPER.rule, 1.0)))
    slides = [*whole.slides, Slide("Finding", PAPER, (rule, ring), ())]
    narrow = replace(HOUSE_SLIDES, width=600.0, height=540.0)

    told = [fault.message for fault in outside_slides(slides, narrow, {})]

    assert f'"slanted" reaches 3 pt over the edge of slide {len(slides)}' in told
    assert f'"ring" reaches 5 pt over the edge of slide {len(slides)}' in told
    for beginning in ('"field cover"', '"footer"', '"page number"', '"exhibit strategy"', '"rule"', '"table '):
        assert any(message.startswith(beginning) for message in told), beginning
