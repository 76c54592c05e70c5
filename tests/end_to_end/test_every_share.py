"""Every published share stands once in the deck's appendix and once in the summary's, whatever the survey."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

import report
from report.deck.model import PlacedTable, Slide
from report.document.appendix import appendix
from report.document.model import AppendixSection, Document
from report.formats.a4_pages import A4_PAGES
from report.formats.house_slides import HOUSE_SLIDES
from report.summary.model import Page, PlacedLine
from report.survey.model import Segment, SegmentColumn, Survey
from report.tables.model import CellState
from tests.builders import MULTIPLE, NOT_ASKED, SINGLE, plain, published, question, survey, tabulated, wave
from tests.deck import builders as deck
from tests.summary import briefings as summary

# ------------------------------------------------------------------------------------------------------------- surveys

WORDS = st.text("abcdeghiklmnoprstuwä", min_size=1, max_size=12)


def phrases(longest: int) -> st.SearchStrategy[str]:
    """Names of one or several words, no longer than that."""
    return st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize()[:longest].strip())


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Surveys of some questions, waves and segmentations in which any share may be missing, but not all of them."""
    years = draw(st.integers(1, 13))
    waves = [wave(f"w{year}", n=draw(st.none() | st.integers(100, 20_000))) for year in range(2017 - years, 2017)]
    if draw(st.booleans()):
        waves.insert(-1, wave("spring", "2016-02"))
        waves[-1] = wave("w2016", "2016-11-24")
    segments = {
        f"s{number}": {f"c{column}": draw(st.none() | st.integers(10, 30_000)) for column in range(columns)}
        for number, columns in enumerate(draw(st.lists(st.integers(1, 11), max_size=2)))
    }
    decimals = draw(st.integers(0, 2))
    percents = st.none() | st.integers(0, 100 * 10**decimals).map(lambda n: f"{n / 10**decimals:.{decimals}f}")
    questions = []
    for number in range(draw(st.integers(1, 3))):
        name, answers = f"q{number}", [f"a{answer}" for answer in range(draw(st.integers(1, 14 if number == 0 else 5)))]
        asked = {answer: draw(percents | st.just(NOT_ASKED)) for answer in answers} | {"a0": draw(percents)}
        asked_now = [answer for answer in answers if asked[answer] != NOT_ASKED]
        has_net = draw(st.booleans())
        rows = [*asked_now, "net"] if has_net else asked_now
        questions.append(
            question(
                name,
                asked,
                type=draw(st.sampled_from([SINGLE, MULTIPLE])),
                topic=draw(phrases(30)),
                label=f"{name} asked",
                labels={answer: draw(phrases(40)) for answer in answers},
                nets={"net": (answers[:2], draw(percents))} if has_net else None,
                earlier={each.id: {answer: draw(percents) for answer in answers} for each in waves[:-1]},
                segments={
                    segment: {column: {row: draw(percents) for row in rows} for column in columns}
                    for segment, columns in segments.items()
                },
            )
        )
    told = survey(*questions, waves=waves)
    return replace(told, segments=tuple(_segment(draw, id, columns) for id, columns in segments.items()))


def _segment(draw: st.DrawFn, id: str, columns: dict[str, int | None]) -> Segment:
    named = (SegmentColumn(column, plain(draw(phrases(60))), n) for column, n in columns.items())
    return Segment(id, plain(draw(phrases(20))), tuple(named))


def tables_of(asked: Survey) -> AppendixSection:
    """The appendix of a survey."""
    return appendix(replace(deck.briefing(), survey=asked, tables=tabulated(asked)))


def showing(told: AppendixSection) -> Callable[[Document], Document]:
    """Puts an appendix in the place of a document's own; its note stays, since that of many questions has no room."""
    return lambda document: replace(document, appendix=replace(told, source=document.appendix.source))


def counted(headline: str) -> int:
    """The number that the headline of the appendix says."""
    found = re.match(r"(?:Alle )?([\d.]+) ", headline)
    assert found, headline
    return int(found[1].replace(".", ""))


@settings(max_examples=60)
@given(surveys())
def test_every_published_share_stands_once_in_both_appendices(asked: Survey) -> None:
    figures = sorted([*map(str, published(asked).figures), *computed_nets(asked)])
    told = tables_of(asked)

    slides = [slide for slide in deck.placed(deck.briefing(), change=showing(told)).slides if slide.layout == "Table"]
    pages = summary.placed(summary.briefing(), change=showing(told)).pages

    assert sorted(shown_on_slides(slides, set(figures))) == figures
    assert sorted(shown_on_pages(pages)) == figures
    current = [cell for cell in published(asked).figures if cell.wave == asked.wave]
    assert counted(told.headline.text.text) == len(current)
    for slide in slides:
        assert_in_place(slide)
    for page in pages:
        assert_no_line_over_another(page)


def computed_nets(asked: Survey) -> Iterator[str]:
    """Nets that stand beside what was published and do not count as such."""
    for table in tabulated(asked).by_question.values():
        yield from (str(cell.id) for cell in table.cells.values() if cell.state is CellState.COMPUTED)


def shown_on_slides(slides: list[Slide], figures: set[str]) -> Iterator[str]:
    tables = (item for slide in slides for item in slide.items if isinstance(item, PlacedTable))
    yield from (c.cell for table in tables for row in table.rows for c in row.cells if c.cell in figures)


def shown_on_pages(pages: tuple[Page, ...]) -> Iterator[str]:
    for page in pages:
        for item in page.items:
            if isinstance(item, PlacedLine) and item.node and item.node.startswith("appendix/"):
                yield from (cell for span in item.line.spans for cell in span.cells)


def assert_in_place(slide: Slide) -> None:
    """Every table of a slide ends above the foot, and every text in it within its cell."""
    around = HOUSE_SLIDES.table.row - HOUSE_SLIDES.roles.subtitle.pitch
    for table in (item for item in slide.items if isinstance(item, PlacedTable)):
        assert table.box.bottom <= HOUSE_SLIDES.frame.exhibit_bottom + 0.001
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                lines = [line for paragraph in cell.paragraphs for line in paragraph.lines]
                pitches = [paragraph.pitch or 0.0 for paragraph in cell.paragraphs for _ in paragraph.lines]
                above = table.groups_height if row is table.rows[0] and column else 0.0
                assert all(line.width <= table.columns[column] for line in lines)
                assert not lines or above + around + sum(pitches) <= row.height + 0.001
        for group in table.groups:
            room = sum(table.columns[group.first : group.last + 1])
            assert all(line.width <= room for line in group.name.lines)


def assert_no_line_over_another(page: Page) -> None:
    """No two lines of the appendix on a page share ink, and none stands above the page's rule."""
    lines = [
        item for item in page.items if isinstance(item, PlacedLine) and (item.node or "appendix").startswith("appendix")
    ]
    boxes = [(line.x, line.x + line.line.width, line.y - 6.0, line.y + 1.5) for line in lines]
    for (left, right, top, bottom), (other_left, other_right, other_top, other_bottom) in combinations(boxes, 2):
        assert right <= other_left + 0.01 or other_right <= left + 0.01 or bottom <= other_top or other_bottom <= top
    assert all(top > A4_PAGES.top for _, _, top, _ in boxes)


# --------------------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("case", ["six-columns", "eight-columns"])
def test_the_files_of_a_wide_survey_print_every_share_once_and_on_pages_those_of_all_beside_their_groups(
    case: str, shared: Path, tmp_path: Path
) -> None:
    shutil.copytree(shared / "cases" / case, tmp_path / case)
    file = yaml.safe_load((tmp_path / case / "survey.yaml").read_text("utf-8"))
    percents, of_all = Counter(printed(file)), set(printed(file, with_groups=False))

    written = report.build(tmp_path / case, options=report.Options(output=tmp_path / "build")).written

    (pptx,), (pdf,) = ([path for path in written if path.suffix == suffix] for suffix in (".pptx", ".pdf"))
    on_pages = Counter(shares_of_appendix(pdf))
    assert Counter(shares_of_deck(pptx)) == percents
    assert not percents - on_pages
    assert set(on_pages - percents) <= of_all


def printed(file: Any, *, with_groups: bool = True) -> Iterator[int]:
    """The percentages of a survey file."""
    for each in file["questions"].values():
        yield from (answer["percent"] for answer in each["answers"].values())
        for columns in each["segments"].values() if with_groups else ():
            yield from (percent for column in columns.values() for percent in column.values())


def shares_of_deck(pptx: Path) -> Iterator[int]:
    for slide in Presentation(str(pptx)).slides:
        for shape in slide.shapes:
            if shape.has_table:
                texts = (cell.text for row in shape.table.rows for cell in row.cells)
                yield from (int(found[1]) for text in texts if (found := re.fullmatch(r"(\d+)\s?%", text)))


def shares_of_appendix(pdf: Path) -> Iterator[int]:
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    appendix = re.split("ANHANG|APPENDIX", text)[1]
    yield from (int(found) for found in re.findall(r"(\d+)\s?%", appendix))
