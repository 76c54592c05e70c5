"""Places a finding: headline, exhibit and text hang from a rule, the side note stands level with the text."""

from __future__ import annotations

from report.document.model import FindingSection
from report.summary.blocks.head import place_head
from report.summary.blocks.piece import Piece, last_baseline, stacked
from report.summary.blocks.running_text import Beginning, place_text
from report.summary.blocks.typesetter import PageTypesetter
from report.summary.model import PlacedDrawing


def place_finding(section: FindingSection, typesetter: PageTypesetter) -> tuple[Piece, ...]:
    """The finding as one piece, or as several where its text passes the page."""
    head = place_head(section.kicker, section.stamp, section.headline, typesetter)
    page, role = typesetter.page, typesetter.paper.exhibit_title
    title = typesetter.lines(section.exhibit_title.text, role, page.main_width, what="exhibit title")
    above = head.baseline + page.block.headline
    top = last_baseline(title, above, role.pitch) + page.block.chart
    drawing = typesetter.drawings[section.exhibit.id]
    typesetter.check_height(top + drawing.exhibit_height, section.name, section.headline.text.location)
    beginning = Beginning(
        (
            *head.items,
            *stacked(section.exhibit_title.id, title, page.main, above, role.pitch),
            PlacedDrawing(section.exhibit.id, page.grid.left, top - drawing.hang, section.exhibit.chart, drawing),
        ),
        baseline=top + drawing.exhibit_height + page.block.text,
        topic=section.kicker,
        bookmark=head.bookmark,
    )
    source = typesetter.noted(section.source_with_text or section.source, section.exhibit, section.exhibit_title)
    return place_text(beginning, section.text, section.annotations, source, typesetter)
