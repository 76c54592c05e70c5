"""A picture stands by itself: all its words are there, readable, inside its margins, and on nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from report import pipeline
from report.briefing.model.prose import joined
from report.charts.book import Book
from report.charts.registry import HOUSE_LAYOUTS
from report.diagnostics import Severity
from report.document.build import build_document
from report.document.model import FindingSection
from report.drawing.model import MarkRole, TextMark
from report.formats.house_pictures import HOUSE_PICTURES
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Product, Telling
from tests.charts.collisions import extent, faults
from tests.deck.test_digits import bare
from tests.pictures.making import all_formats, pictures
from tests.surveys import FOLDERS, SHIPPED, briefings

FLOOR = 28 / 1080
"""The smallest type as a share of the width."""
STORY_CLEAR = 250


def every(folder: Path) -> Iterator[Picture]:
    for layouts in all_formats(folder):
        yield from layouts.pictures


def words(picture: Picture, role: MarkRole) -> str:
    """What the marks of a role say, line by line."""
    marks = [mark for mark in picture.drawing.marks if isinstance(mark, TextMark) and mark.role is role]
    return "\n".join("".join(mark.text for mark in line) for _, line in groupby(marks, lambda mark: mark.y))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_leaves_a_picture_or_lies_on_something_else(folder: Path) -> None:
    for picture in every(folder):
        assert faults(replace(picture.drawing, marks=picture.drawing.marks[1:])) == [], picture.key


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_marks_keep_to_the_margins(folder: Path) -> None:
    for picture in every(folder):
        page = picture.format
        left, top, right, bottom = zip(*map(extent, picture.drawing.marks[1:]), strict=True)
        edge = 2.0
        assert min(left) >= page.grid.left - edge, picture.key
        assert max(right) <= page.right + edge, picture.key
        assert min(top) >= page.top - 0.11 * page.headlines[0].type.size - edge, picture.key
        assert max(bottom) <= page.lowest + 0.25 * page.source.size + edge, picture.key


def test_nothing_stands_within_250_pixels_of_the_ends_of_a_story() -> None:
    for folder in FOLDERS:
        for picture in (picture for picture in every(folder) if picture.format.name == "story"):
            baselines = [mark.y for mark in picture.drawing.marks if isinstance(mark, TextMark)]
            assert min(baselines) > STORY_CLEAR
            assert max(baselines) < picture.drawing.height - STORY_CLEAR


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_type_is_smaller_than_28_pixels_of_1080(folder: Path) -> None:
    for picture in every(folder):
        sizes = [mark.size for mark in picture.drawing.marks if isinstance(mark, TextMark)]
        assert min(sizes) >= FLOOR * picture.drawing.width - 0.01, picture.key


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_headline_and_source_note_are_said_by_the_document(folder: Path) -> None:
    for layouts in all_formats(folder):
        document = build_document(layouts.briefing, Book.of(layouts.briefing, HOUSE_LAYOUTS))
        sections = {part.exhibit.chart.id: part for part in document.parts if isinstance(part, FindingSection)}
        for picture in layouts.pictures:
            section = sections[picture.key.partition("-")[0]]
            said = [joined((*form.topic, *form.base), "").text for form in section.picture.note.forms]
            assert bare(words(picture, MarkRole.HEADLINE)) == bare(section.headline.text.text)
            assert without_count(words(picture, MarkRole.SOURCE)) in map(without_count, said), picture.key


def without_count(note: str) -> str:
    """A source note without the number of the answers that are left out, and what signs mean."""
    return re.sub(r"\d+(weitere|more)|n\.v\.=nichtveröffentlicht|n\.p\.=notpublished", "", bare(note))


def test_a_picture_has_headline_question_base_and_source() -> None:
    told = pictures(SHIPPED)["goals"]

    assert words(told, MarkRole.HEADLINE) == (
        "Am häufigsten genannt wird Bekanntheit,\nder Kundenservice kommt auf 21\N{NO-BREAK SPACE}%"
    )
    assert words(told, MarkRole.SOURCE) == (
        "Thema: Ziele des Social-Media-Einsatzes · Mehrfachnennungen · 3\u00a0weitere\n"
        "Basis: Marketingverantwortliche von ITK-Unternehmen, n\N{NO-BREAK SPACE}nicht veröffentlicht\n"
        "Quelle: Bitkom Research, Juni 2016"
    )


@pytest.mark.parametrize(("name", "rows"), [("", 4), ("-square", 5), ("-portrait", 7), ("-story", 7), ("-print", 4)])
def test_the_marked_rows_and_then_the_largest_are_shown_and_the_others_counted(name: str, rows: int) -> None:
    told = pictures(SHIPPED)[f"goals{name}"]

    cells = [cell.answer for cell in told.drawing.shown]
    assert len(cells) == rows
    assert {"awareness", "service"} <= set(cells)
    assert (f"{7 - rows}\u00a0weitere" in words(told, MarkRole.SOURCE)) == (rows < 7)


def test_rows_that_only_an_annotation_without_room_speaks_of_give_way_to_larger_ones() -> None:
    told = pictures(SHIPPED)["goals"]

    assert words(told, MarkRole.NOTE) == ""
    assert {cell.answer for cell in told.drawing.shown} == {"awareness", "experts", "dialogue", "service"}


def test_keys_tie_the_words_of_annotations_to_their_marks() -> None:
    told = pictures(SHIPPED)["goals-story"]

    keys = [mark.text for mark in told.drawing.marks if isinstance(mark, TextMark) and mark.role is MarkRole.KEY]
    assert sorted(keys) == ["1", "1", "1", "2", "2", "2", "3", "3", "3"]
    assert "Jeweils rund die Hälfte nennt Bewerber und neue Kunden." in words(told, MarkRole.NOTE)


@pytest.mark.parametrize("name", ["models-square", "models-portrait", "models-story"])
def test_no_word_of_an_annotation_stands_alone_in_its_last_line(name: str) -> None:
    (folder,) = (folder for folder in FOLDERS if folder.name == "masculinity-2018")

    *_, last = words(pictures(folder, "en")[name], MarkRole.NOTE).splitlines()
    assert last == "culture, of those aged 65 and over 12%."


def test_upright_pictures_stand_on_ink_and_the_others_on_paper() -> None:
    grounds = {name: pictures(SHIPPED)[f"goals{name}"].drawing.marks[0] for name in ("", "-print", "-portrait")}

    assert {name: mark.fill.hex for name, mark in grounds.items()} == {  # type: ignore[union-attr]  # a filled Rect
        "": "#FFFFFF",
        "-print": "#FFFFFF",
        "-portrait": "#15203B",
    }


def test_a_picture_that_is_printed_is_landscape_in_another_size() -> None:
    landscape, printed = HOUSE_PICTURES[PictureName.LANDSCAPE], HOUSE_PICTURES[PictureName.PRINT]
    factor = printed.width / landscape.width

    assert (printed.width * 25.4 / 72, printed.height * 25.4 / 72) == pytest.approx((160, 90))
    assert printed.resolution / 72 * factor == pytest.approx(1.575, abs=0.001)
    assert printed.charts.hundred == pytest.approx(landscape.charts.hundred * factor)


def test_of_a_finding_without_room_a_warning_names_the_picture_that_is_left_out() -> None:
    (told,) = (each for each in briefings(SHIPPED) if each.language.code == "de")
    finding = told.findings[0]
    long = replace(finding.headline, runs=finding.headline.runs * 4)
    longer = replace(told, findings=(replace(finding, headline=long), *told.findings[1:]))

    (laid_out,), faults = pipeline.lay_out(Telling((longer,)), products=(Product.CHARTS,))

    (fault,) = faults
    assert (fault.id, fault.severity) == ("picture-left-out", Severity.WARNING)
    assert fault.message.startswith(f'there is no landscape picture of finding "{finding.id}": the headline is ')
    assert "too long for its landscape picture" in fault.message
    assert [picture.key for picture in laid_out.pictures] == [each.id for each in told.findings[1:]]
