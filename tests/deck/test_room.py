"""Room for other words: how far down the frames of texts reach, and which texts may shrink."""

from dataclasses import replace

import pytest

from report.deck.layout.room import with_room
from report.deck.layouts import FOOTER, TITLE
from report.deck.model import Inherited, PlacedMark, PlacedParagraph, PlacedTable, PlacedText
from report.deck.text_boxes import place_text, single
from report.drawing.model import MarkRole, Stroke
from report.text.measuring import one_line
from report.text.model import Face, Span, Style
from report.units import Box, Color, Pt
from tests.deck.builders import FONTS

INK = Color.of_hex("#15203B")
LINE = one_line((Span("Zeile", Style(Face.REGULAR, 20, INK)),), FONTS)
TABLE = PlacedTable("table", "appendix", Box(100, 120, 300, 50), (), (), 0.0, 0.0, INK)


def text(baseline: Pt, *, left: Pt = 100.0) -> PlacedText:
    return place_text("text", [PlacedParagraph((LINE,), 25, measure=200)], x=left, baseline=baseline, placeholder=TITLE)


def roomy(*items: PlacedText | PlacedMark | PlacedTable) -> PlacedText:
    """The first of the texts, with its room on a slide that ends at 400."""
    return next(item for item in with_room(items, 400, 540) if isinstance(item, PlacedText))


def test_a_frame_reaches_down_to_the_text_below_and_stays_where_it_is() -> None:
    above, below = text(100), text(200)

    found = roomy(above, below)

    assert found.box == replace(above.box, height=found.box.height)
    assert found.box.bottom == pytest.approx(below.box.top)
    assert found.shrinks
    assert found.baselines == above.baselines


def test_a_rule_ends_it_too_and_where_nothing_is_below_the_end_of_the_content() -> None:
    rule = PlacedMark("rule", Stroke(MarkRole.RULE, 100, 150, 300, 150, INK, 0.75))

    assert roomy(text(100), rule).box.bottom == pytest.approx(rule.extent.top)
    assert roomy(text(100)).box.bottom == pytest.approx(400)


def test_what_stands_beside_or_above_leaves_the_room() -> None:
    assert roomy(text(100), text(200, left=500)).box.bottom == pytest.approx(400)
    assert roomy(text(100), text(60)).box.bottom == pytest.approx(400)


def test_a_text_below_the_content_keeps_its_frame() -> None:
    assert roomy(text(480)).box == text(480).box


def test_a_line_with_the_spacing_of_its_font_and_a_companys_place_stay_as_they_are() -> None:
    line = place_text("line", single(LINE), x=100, baseline=100)
    of_a_company = replace(text(100), inherits=Inherited(20, 0, 0))

    for kept in (line, of_a_company):
        assert roomy(kept) == kept


def test_a_footer_reaches_down_to_the_foot_of_the_slide_or_to_what_stands_below_it() -> None:
    footer = replace(text(480), placeholder=FOOTER)

    found = roomy(footer)
    assert found.box.bottom == pytest.approx(540 - 6.75)
    assert found.shrinks and not found.rises
    assert roomy(footer, text(520)).box.bottom == pytest.approx(text(520).box.top)


def test_a_footer_after_a_table_stands_where_it_stood_and_grows_upwards() -> None:
    footer = replace(text(480), placeholder=FOOTER)

    found = roomy(TABLE, footer)

    assert found.rises and not found.shrinks
    assert found.box.top == footer.box.top
    assert found.box.bottom == pytest.approx(footer.baselines[-1] + 0.206 * 20)


def test_a_text_after_a_table_has_room_but_does_not_shrink() -> None:
    found = roomy(TABLE, text(200))

    assert found.box.bottom == pytest.approx(400)
    assert not found.shrinks
