"""Of any survey a picture's numbers are those of the appendices: one cell, one number, wherever it is read.

Drawing, text of the SVG, JSON and alternative text are held against the tables of deck and summary, which readers that
are not ours open. The pictures of the slides are held against them too.
"""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from pptx import Presentation

from report import pipeline
from report.drawing.model import Drawing, MarkRole, Stroke, TextMark
from report.drawing.painters.svg import paint_svg
from report.pipeline import Layouts, Product
from report.products import Means, steps
from report.sources import choose
from report.store import Store
from report.workers import Workers
from tests.end_to_end.random_surveys import RandomSurvey, surveys
from tests.end_to_end.test_any_survey import PLAIN
from tests.making import made_now

SVG = "{http://www.w3.org/2000/svg}"
VALUE = r"(?:<?\s?\d[\d.,]*\s?%|n\.\s?[vp]\.|–)"
UNPUBLISHED = ("n.v.", "n.p.", "–")
PERCENTAGE = re.compile(r"<?\s?\d[\d.,]*\s?%")
REST = re.compile(rf"Rest {PERCENTAGE.pattern}")
"""What the answers leave of 100, which is no cell."""
MORE = re.compile(r"\d+\s(?:more|weitere)\b")

Numbers = Mapping[str, str]
"""What stands for cells, by their ids; without blanks."""


@dataclass(frozen=True)
class Appendices:
    """The cells of the deck's tables, and the rows of the summary's by question and answer."""

    deck: Numbers
    summary: Mapping[tuple[str, str], list[str]]


def laid_out(survey: RandomSurvey) -> Iterator[tuple[Layouts, Appendices]]:
    """Every language of a survey, and what is read from its finished files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "any"
        folder.mkdir()
        (folder / "survey.yaml").write_text(yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False), "utf-8")
        material = pipeline.read(choose([folder]).sources[0])
    telling = pipeline.tell(material, survey.languages, allow_failed_claims=False)
    built = pipeline.build_date(material.story, None)
    means = Means(Workers(), Store(Path(os.devnull) / "none", made_by=""))
    for layouts in pipeline.lay_out(telling)[0]:
        documents = made_now(steps([layouts], "any", built, (Product.DECK, Product.SUMMARY), means))
        files = {Path(name).suffix: made.content for name, made in documents.items()}
        yield layouts, Appendices(cells_of_deck(files[".pptx"]), rows_of_summary(files[".pdf"]))


def check_survey(survey: RandomSurvey) -> None:
    for layouts, appendices in laid_out(survey):
        for drawing in (*(picture.drawing for picture in layouts.pictures), *layouts.deck.drawings.values()):
            check(drawing, appendices)


@settings(max_examples=25)
@given(surveys())
def test_drawing_svg_json_and_alternative_text_carry_the_numbers_of_both_appendices(survey: RandomSurvey) -> None:
    check_survey(survey)


@pytest.mark.slow
@settings(max_examples=300)
@given(surveys())
def test_a_picture_of_any_of_many_surveys_carries_the_numbers_of_both_appendices(survey: RandomSurvey) -> None:
    check_survey(survey)


# -------------------------------------------------------------------------------------------------------------- reading


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def answer_of(label: str) -> str | None:
    """The answer or net whose label begins in the words of the random surveys."""
    found = re.match(r"Antwort\d+(a\d+)\b|Netz(top|low)?", label)
    return found and (found[1] or found[2] or "top")


def cells_of_deck(content: bytes) -> Numbers:
    """The cells of the tables of a deck; a table is named "table QUESTION@COLUMN,COLUMN"."""
    found: dict[str, str] = {}
    shapes = [shape for slide in Presentation(io.BytesIO(content)).slides for shape in slide.shapes if shape.has_table]
    for shape in shapes:
        named = re.match(r"table (\w+)@(\S+)", shape.name)
        assert named, shape.name
        for label, *values in ([cell.text for cell in row.cells] for row in shape.table.rows):
            if answer := answer_of(label):
                columns = named[2].split(",")
                ids = (f"{named[1]}/{answer}@{column}" for column in columns)
                found |= zip(ids, map(bare, values), strict=True)
    return found


def rows_of_summary(content: bytes) -> Mapping[tuple[str, str], list[str]]:
    """The values of the appendix of a PDF, in reading order; in a part of a table those of all may stand again."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    appendix = re.split("ANHANG|APPENDIX", text.replace("\r", ""), maxsplit=1)[1]
    question, found = "", defaultdict[tuple[str, str], list[str]](list)
    caption = r"^(?:Thema|Aussage)"  # questions of a battery that share their topic go by their own words
    rows = (
        rf"{caption}(?P<question>\d+)|"
        rf"^(?P<label>(?:Antwort\d|Netz)\w+)(?:(?!{caption}).)*?(?P<values>(?:\s*{VALUE}(?! ?=))+)"
    )
    for row in re.finditer(rows, appendix, re.MULTILINE | re.DOTALL):
        question = row["question"] or question
        if row["label"]:
            answer = answer_of(row["label"])
            assert answer
            found[f"q{question}", answer] += map(bare, re.findall(VALUE, row["values"]))
    return found


def numbers_of_drawing(drawing: Drawing) -> Numbers:
    """The value that stands at the mark of a cell, with its unit; a line of one wave has it at both of its ends."""
    found = defaultdict[str, str](str)
    for mark in drawing.marks:
        if isinstance(mark, TextMark) and mark.role in (MarkRole.VALUE, MarkRole.UNIT) and len(mark.cells) == 1:
            found[mark.cells[0]] += bare(mark.text)
    return found


def texts_of_svg(root: ElementTree.Element) -> list[str]:
    """The runs of an SVG; its glyphs are called by face and code point."""
    runs = ([use.attrib["{http://www.w3.org/1999/xlink}href"] for use in run] for run in root.iter(f"{SVG}g"))
    return ["".join(chr(int(href.rpartition("-")[2], 16)) for href in run) for run in runs]


# ------------------------------------------------------------------------------------------------------------- checking


def check(drawing: Drawing, appendices: Appendices) -> None:
    check_appendices(appendices)
    check_drawing(drawing, appendices)
    check_svg(paint_svg(drawing, pipeline.house_fonts()), drawing, appendices)


def check_appendices(appendices: Appendices) -> None:
    """A row of the summary says what the deck's says, in its order; more than that only what is said again.

    The summary leaves out columns and nets of which nothing was published.
    """
    rows = defaultdict[tuple[str, str], list[str]](list)
    for cell, number in appendices.deck.items():
        question, answer = cell.partition("@")[0].split("/")
        rows[question, answer].append(number)
    assert set(appendices.summary) <= set(rows), set(appendices.summary) - set(rows)
    for row, numbers in rows.items():
        told = appendices.summary.get(row, [])
        in_order = iter(told)
        assert all(number in in_order for number in numbers if number not in UNPUBLISHED), (row, numbers, told)
        assert set(told) <= set(numbers), (row, numbers, told)


def check_drawing(drawing: Drawing, appendices: Appendices) -> None:
    """What stands at a mark is the number of its cell; narrow parts have none, and a unit may stand elsewhere."""
    for cell, told in numbers_of_drawing(drawing).items():
        if not is_sum(cell):
            number = appendices.deck[cell]
            assert told in (number, number.removesuffix("%"), number * 2), (cell, told, number)


def check_svg(svg: bytes, drawing: Drawing, appendices: Appendices) -> None:
    """The SVG's text is that of the drawing, its cells and the percentages in its words are those of the appendix."""
    root = ElementTree.fromstring(svg)
    assert texts_of_svg(root) == [bare(mark.text) for mark in drawing.marks if isinstance(mark, TextMark)]
    told = json.loads(root.findtext(f"{SVG}metadata") or "")
    numbers = [check_cell(cell["id"], bare(cell["text"] or ""), appendices) for cell in told["cells"]]
    assert root.findtext(f"{SVG}desc") == told["alternative"]
    ticks = {
        cell for mark in drawing.marks if isinstance(mark, Stroke) and mark.role is MarkRole.TICK for cell in mark.cells
    }
    references = {appendices.deck[cell] for cell in ticks}
    check_words(told["alternative"], drawing.form, [number for number in numbers if number.endswith("%")], references)


def check_cell(cell: str, told: str, appendices: Appendices) -> str:
    """What the JSON tells of a cell: the number of the appendix, and words only where that has none."""
    if not is_sum(cell):
        number = appendices.deck[cell]
        assert told == number if told.endswith("%") else number in UNPUBLISHED, (cell, told, number)
    return told


def check_words(alternative: str, form: str, numbers: list[str], references: Set[str] = frozenset()) -> None:
    """The percentages of an alternative text are those of its cells, and of what ticks hold them against.

    Where it tells one after the other it tells all, in their order, or counts those that it leaves out.
    """
    spoken = REST.sub("", alternative.removeprefix(form))
    told = [bare(found) for found in PERCENTAGE.findall(spoken)]
    assert set(told) <= {*numbers, *references}, (alternative, numbers)
    if form and spoken.startswith(":"):
        in_order = iter(numbers)
        assert all(number in in_order for number in told), (alternative, numbers)
        assert len(told) == len(numbers) or MORE.search(spoken), (alternative, numbers)


def is_sum(cell: str) -> bool:
    """Whether a picture adds up the cell itself, for one side of a scale: the appendices have its answers alone."""
    return "+" in cell


# --------------------------------------------------------------------------------------------------------------- faults


@pytest.fixture(scope="module")
def plain() -> tuple[Drawing, Appendices]:
    """The picture of a survey of one question, and what its appendices say."""
    ((layouts, appendices),) = laid_out(RandomSurvey(ASKED, ("en",)))
    return layouts.pictures[0].drawing, appendices


ASKED: dict[str, Any] = {
    **PLAIN,
    "questions": {
        "q0": {
            **PLAIN["questions"]["q0"],
            "answers": {
                "a0": {"percent": 61, "label": "Antwort0a0 desk"},
                "a1": {"percent": 44, "label": "Antwort0a1 sofa"},
            },
            "topic": "Thema0",
        }
    },
}


def with_text(drawing: Drawing, said: str, instead: str) -> Drawing:
    """The drawing whose marks say something else."""
    marks = (
        replace(mark, text=mark.text.replace(said, instead)) if isinstance(mark, TextMark) else mark
        for mark in drawing.marks
    )
    return replace(drawing, marks=tuple(marks))


@pytest.mark.parametrize("place", ["drawing", "json", "alternative text", "deck", "summary", "both appendices"])
def test_another_number_is_found_wherever_it_stands(plain: tuple[Drawing, Appendices], place: str) -> None:
    drawing, appendices = plain
    deck, summary = appendices.deck, appendices.summary
    other_deck = {cell: number.replace("44", "45") for cell, number in deck.items()}
    other_summary = {row: [number.replace("44", "45") for number in numbers] for row, numbers in summary.items()}
    shown = tuple(replace(cell, text=cell.text.replace("44", "45")) for cell in drawing.shown if cell.text)
    planted = {
        "drawing": (with_text(drawing, "44", "45"), appendices),
        "json": (replace(drawing, shown=shown), appendices),
        "alternative text": (
            replace(drawing, alternative=drawing.alternative.replace("44", "45")),
            appendices,
        ),
        "deck": (drawing, Appendices(other_deck, summary)),
        "summary": (drawing, Appendices(deck, other_summary)),
        "both appendices": (drawing, Appendices(other_deck, other_summary)),
    }

    check(drawing, appendices)
    with pytest.raises(AssertionError):
        check(*planted[place])


def test_another_number_in_the_text_of_an_svg_is_found(plain: tuple[Drawing, Appendices]) -> None:
    drawing, appendices = plain

    with pytest.raises(AssertionError):
        check_svg(paint_svg(with_text(drawing, "44", "45"), pipeline.house_fonts()), drawing, appendices)
