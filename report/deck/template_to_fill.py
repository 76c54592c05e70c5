"""Layouts of the house's template for people who add slides: a title, and places for what they put on them.

    KICKER
    Title of one or two lines
    +-------------------------+    text, chart, picture, or two columns
    |                         |    for either of them
    +-------------------------+
    -------------------------------
    footer                   number

The deck itself sets no slide on them: its own layouts (`template`) have the places of its texts.
"""

from __future__ import annotations

from report.deck.layouts import FIRST_BODY, Layout, Slot
from report.deck.model import Placeholder, PlaceholderKind
from report.deck.template import foot_slots, headline_slot, kicker_slot
from report.deck.text_boxes import BELOW_BASELINE
from report.formats.slide_kinds import SlideFormat


def layouts_to_fill(slides: SlideFormat) -> tuple[Layout, ...]:
    """The layouts, in the order in which PowerPoint offers them, after those of the deck."""
    whole = (1, slides.grid.count)
    left, right = (1, slides.grid.count // 2), (slides.grid.count // 2 + 1, slides.grid.count)

    def layout(name: str, purpose: str, *content: Slot) -> Layout:
        slots = (
            headline_slot(slides, "One sentence, one message"),
            kicker_slot(slides),
            *content,
            *foot_slots(slides, slides.right),
        )
        return Layout(name, purpose, slides.free.ground, slots, slides.right)

    return (
        layout("Title and text", "tx", _content(slides, PlaceholderKind.BODY, "Text", whole)),
        layout("Title and chart", "chart", _content(slides, PlaceholderKind.CHART, "Chart", whole)),
        layout("Title and picture", "cust", _content(slides, PlaceholderKind.PICTURE, "Picture", whole)),
        layout(
            "Two columns",
            "twoObj",
            _content(slides, PlaceholderKind.OBJECT, "Left column", left),
            _content(slides, PlaceholderKind.OBJECT, "Right column", right, number=2),
        ),
        layout("Title only", "titleOnly"),
    )


def _content(
    slides: SlideFormat, kind: PlaceholderKind, name: str, columns: tuple[int, int], *, number: int = 1
) -> Slot:
    """A place from below a headline of two lines down to where exhibits end."""
    body = slides.roles.body
    baseline = slides.frame.headline + slides.roles.headline[0].pitch + slides.free.text_gap
    room = slides.frame.exhibit_bottom - baseline - BELOW_BASELINE * body.size
    return Slot(
        Placeholder(kind, FIRST_BODY + number - 1),
        name,
        name,
        x=slides.grid.column_left(columns[0]),
        baseline=baseline,
        width=slides.grid.columns_width(*columns),
        type=body,
        lines=1 + int(room // body.pitch),
        paragraph_gap=slides.free.paragraph_gap,
    )
