"""The summary of a composed story with the real charts: what only shows where the stages meet."""

from dataclasses import replace

import pytest

from report.briefing.compose import compose
from report.briefing.model import Briefing
from report.charts.book import Book
from report.charts.registry import HOUSE_LAYOUTS
from report.document.build import build_document
from report.drawing.model import MarkRole, Rect, TextMark
from report.formats.a4_pages import A4_PAGES
from report.formats.closer import closer
from report.kinds import HOUSE_KINDS
from report.language.registry import load
from report.summary.layout import place_summary
from report.summary.model import PlacedDrawing, Summary
from report.theme.house import HOUSE
from tests.builders import MULTIPLE, NOT_ASKED, finding, message, question, story, survey, tabulated, wave
from tests.summary.briefings import FONTS
from tests.summary.reading import lines_of, pages_of

TEAMS = question(
    "teams",
    {"own": 49, "cross": 33, "everyone": 18, "department": NOT_ASKED},
    earlier={"w2014": {"own": 35, "department": 32}, "w2013": {"own": 24}},
    breaks=[("w2014", "w2016", "2014 mit einer weiteren Antwort")],
)
GOALS = question("goals", {f"goal{n}": 90 - 3 * n for n in range(7)}, type=MULTIPLE)
MANY = question("many", {f"answer{n}": 90 - 3 * n for n in range(30)}, type=MULTIPLE)
OFTEN = {f"answer{n}": 60 - 3 * n for n in range(12)}
GROUPED = question("often", OFTEN, type=MULTIPLE, earlier={"w2014": OFTEN, "w2013": OFTEN})
WAVES = (wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016"))


def told(language: str = "de") -> Briefing:
    whole = story(
        survey(TEAMS, GOALS, MANY, GROUPED, waves=WAVES),
        finding("parts", "teams", "Own", kind="parts", answers=["own", "cross", "everyone"], emphasize=["own"]),
        finding("waves", "teams", kind="columns", answers=["own"], across_break=True),
        finding("bars", "goals", "Goal0", kind="bars", emphasize=["goal0"]),
        finding("many", "many", "Answer3", kind="bars", emphasize=["answer3"]),
        finding("grouped", "often", kind="grouped"),
        languages=("de", "en"),
        messages=(message("parts", "teams.own"),),
    )
    briefing, faults = compose(
        whole, tabulated(whole.survey), load(language), kinds=HOUSE_KINDS, allow_failed_claims=False
    )
    assert faults == ()
    assert briefing
    return briefing


def placed(language: str = "de") -> Summary:
    return laid_out(told(language))


def laid_out(briefing: Briefing) -> Summary:
    charts = Book.of(briefing, HOUSE_LAYOUTS)
    summary, faults = place_summary(build_document(briefing, charts), charts, FONTS, HOUSE, A4_PAGES)
    assert faults == ()
    assert summary
    return summary


def drawing(summary: Summary, finding: str) -> PlacedDrawing:
    node = f"findings/{finding}/exhibit"
    (found,) = (i for page in summary.pages for i in page.items if isinstance(i, PlacedDrawing) and i.node == node)
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_stands_on_a_page_in_every_language(language: str) -> None:
    summary = placed(language)

    for name in ("parts", "waves", "bars", "many"):
        assert len(pages_of(summary, f"findings/{name}/exhibit")) == 1


def test_tracks_are_as_long_as_the_main_column() -> None:
    chart = drawing(placed(), "bars")

    tracks = [mark.box for mark in chart.drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK]
    assert len(tracks) == 7
    assert [chart.left + box.left for box in tracks] == pytest.approx([A4_PAGES.main] * 7)
    assert [box.width for box in tracks] == pytest.approx([A4_PAGES.main_width] * 7)


def test_a_bar_is_as_long_as_its_share_of_the_main_column() -> None:
    chart = drawing(placed(), "bars")

    bars = [mark.box for mark in chart.drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAR]
    assert [box.width for box in bars] == pytest.approx([A4_PAGES.main_width * (90 - 3 * n) / 100 for n in range(7)])


def test_as_many_rows_as_a_kind_can_show_leave_the_page_whole() -> None:
    summary = placed()
    chart = drawing(summary, "many")

    tracks = [mark for mark in chart.drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK]
    assert len(tracks) == 30
    assert chart.top + chart.drawing.height <= A4_PAGES.lowest
    text = lines_of(summary, "findings/many/text/1")
    assert len(text) == 1


def test_two_charts_that_miss_a_page_by_little_share_one_that_is_set_closer() -> None:
    rows = {f"answer{n}": 90 - 3 * n for n in range(12)}
    first, second, third = (question(id, rows, type=MULTIPLE) for id in ("first", "second", "third"))
    whole = story(
        survey(first, second, third),
        *(finding(id, id, "Answer0", kind="bars", emphasize=["answer0"]) for id in ("first", "second", "third")),
        messages=(message("first", "first.answer0"),),
    )
    briefing, _ = compose(whole, tabulated(whole.survey), load("de"), kinds=HOUSE_KINDS, allow_failed_claims=False)
    assert briefing

    summary = laid_out(briefing)

    pages = [pages_of(summary, f"findings/{id}/exhibit") for id in ("first", "second", "third")]
    assert pages == [[2], [2], [3]]
    usual, closest = A4_PAGES.charts.bars.frames(12)[0].rows, closer(A4_PAGES)[-1].charts.bars.frames(12)[0].rows
    for id, is_closer in (("first", True), ("second", True), ("third", False)):
        marks = drawing(summary, id).drawing.marks
        tracks = [mark.box for mark in marks if isinstance(mark, Rect) and mark.role is MarkRole.TRACK]
        pitch = tracks[1].top - tracks[0].top
        assert (closest.least_pitch <= pitch < usual.least_pitch) == is_closer
        assert [track.width for track in tracks] == pytest.approx([A4_PAGES.main_width] * 12)
        sizes = {mark.size for mark in marks if isinstance(mark, TextMark) and mark.role is MarkRole.LABEL}
        assert sizes == {A4_PAGES.charts.label.size}


def test_more_bars_of_groups_than_a_page_shows_are_counted_in_a_row() -> None:
    chart = drawing(placed(), "grouped")

    bars = [mark for mark in chart.drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAR]
    assert len(bars) == 8 * 3  # with the row that counts as a ninth cluster: at most 28
    assert [mark.text for mark in chart.drawing.marks if isinstance(mark, TextMark) and "weitere" in mark.text] == [
        "4\u00a0weitere: Anhang"
    ]


def test_a_failed_claim_is_stamped_once_by_the_block_and_not_in_its_chart() -> None:
    briefing = told()
    first, *others = briefing.findings
    failed = replace(briefing, findings=(replace(first, is_supported=False), *others))

    summary = laid_out(failed)

    assert not [mark for mark in drawing(summary, "parts").drawing.marks if mark.role is MarkRole.STAMP]
    assert pages_of(summary, "findings/parts/stamp") == pages_of(summary, "findings/parts/kicker")
