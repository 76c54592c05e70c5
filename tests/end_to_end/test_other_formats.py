"""The shipped survey on slides of other sizes: placed whole, nothing outside, or everything that does not fit named."""

from __future__ import annotations

from functools import cache

import pytest

from report.briefing.model import Briefing
from report.charts.book import Book
from report.charts.registry import HOUSE_LAYOUTS
from report.deck.layout import place_deck
from report.deck.model import Deck, PlacedChart, PlacedItem, PlacedMark
from report.diagnostics import Diagnostic, Severity
from report.document.build import build_document
from report.formats.house_slides import HOUSE_SLIDES, house_slides
from report.formats.slide_kinds import SlideFormat
from report.kinds import ChartForm
from report.pipeline import Source, house_fonts, read, tell
from report.theme.house import HOUSE
from report.units import Box, Pt
from tests.conftest import CHECKOUT

SIZES = [(720, 540), (720, 405), (1080, 1080)]
SAME_PROPORTIONS = [(720, 405), (1280, 720), (1920, 1080)]
LANGUAGES = ["de", "en"]
NOT_FITTING = {
    "text-too-long",
    "label-too-long",
    "no-room-for-annotation",
    "chart-does-not-fit",
    "unsuitable-kind",
    "block-too-tall",
    "outside-page",
}
NOTES_ON_TABLES = "notes on"
"""As wide as their table, which has the slack of a renderer in its columns, the same on slides of every size."""


@cache
def shipped(language: str, charts: ChartForm = ChartForm.IMAGE) -> Briefing:
    path = CHECKOUT / "data" / "social-media-2016" / "briefing.yaml"
    material = read(Source(path, "briefing.yaml", "social-media-2016"))
    (told,) = tell(material, [language], allow_failed_claims=False, charts=charts).briefings
    return told


def laid_out(told: Briefing, slides: SlideFormat) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    charts = Book.of(told, HOUSE_LAYOUTS)
    return place_deck(build_document(told, charts), charts, house_fonts(), HOUSE, slides)


def placed(told: Briefing, slides: SlideFormat) -> Deck:
    deck, faults = laid_out(told, slides)
    assert deck is not None, "\n".join(fault.as_text() for fault in faults)
    return deck


def frame(item: PlacedItem) -> Box:
    return item.extent if isinstance(item, PlacedMark) else item.box


def assert_nothing_leaves(deck: Deck, slides: SlideFormat) -> None:
    for slide in deck.slides:
        for box in map(frame, slide.items):
            assert min(box.left, box.top) >= 0
            assert box.right <= slides.width
            assert box.bottom <= slides.height


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(HOUSE_SLIDES.width, HOUSE_SLIDES.height), *SIZES])
def test_a_deck_is_placed_whole_or_what_does_not_fit_is_named(width: float, height: float, language: str) -> None:
    slides = house_slides(width, height)

    deck, faults = laid_out(shipped(language), slides)

    errors = [fault.id for fault in faults if fault.severity is Severity.ERROR]
    if deck is None:
        assert errors
        assert set(errors) <= NOT_FITTING
    else:
        assert errors == []
        assert_nothing_leaves(deck, slides)


@pytest.mark.parametrize(("width", "height"), [(HOUSE_SLIDES.width, HOUSE_SLIDES.height), *SIZES])
def test_native_charts_need_no_more_room_than_their_pictures(width: float, height: float) -> None:
    slides = house_slides(width, height)
    of_pictures, _ = laid_out(shipped("de"), slides)

    deck, faults = laid_out(shipped("de", ChartForm.NATIVE), slides)

    assert (deck is None) == (of_pictures is None)
    if deck is not None:
        assert_nothing_leaves(deck, slides)
        charts = [item for slide in deck.slides for item in slide.items if isinstance(item, PlacedChart)]
        assert len(charts) + sum(fault.id == "no-native-form" for fault in faults) == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SAME_PROPORTIONS)
def test_slides_of_the_same_proportions_show_the_same_in_another_size(
    width: float, height: float, language: str
) -> None:
    slides, ratio = house_slides(width, height), height / HOUSE_SLIDES.height

    house, other = (placed(shipped(language), each) for each in (HOUSE_SLIDES, slides))

    assert_nothing_leaves(other, slides)
    for slide, same in zip(house.slides, other.slides, strict=True):
        texts = [text for text in slide.texts if not text.name.startswith(NOTES_ON_TABLES)]
        resized = [text for text in same.texts if not text.name.startswith(NOTES_ON_TABLES)]
        assert [text.text for text in resized] == [text.text for text in texts]
        for large, small in zip(texts, resized, strict=True):
            assert small.baselines == pytest.approx([ratio * baseline for baseline in large.baselines])
            assert sides(small.extent)[::2] == pytest.approx([ratio * side for side in sides(large.extent)[::2]])
        for picture, smaller in zip(slide.pictures, same.pictures, strict=True):
            assert sides(smaller.extent) == pytest.approx([ratio * side for side in sides(picture.extent)])


def sides(box: Box) -> tuple[Pt, Pt, Pt, Pt]:
    return box.left, box.top, box.width, box.height
