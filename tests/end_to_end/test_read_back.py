"""Every published figure of 2016 is read back from the finished files, by readers that are not ours.

A figure counts as (question, answer, printed text). Beside each reading stands its planted fault: take any one figure
out of the finished file, and exactly that one is missing.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from PIL import Image, PngImagePlugin
from pptx import Presentation
from pptx.table import Table

from tests.end_to_end.conftest import SHIPPED
from tests.shapes import called

LANGUAGES = ("de", "en")
SIGN = {"de": " %", "en": "%"}

Figure = tuple[str, str, str]


def published(language: str) -> set[Figure]:
    """The figures as they stand in survey.yaml, read by PyYAML alone."""
    return {
        (question_id, answer_id, f"{answer['percent']}{SIGN[language]}")
        for question_id, question in survey()["questions"].items()
        for answer_id, answer in question["answers"].items()
        if "percent" in answer
    }


@cache
def survey() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SHIPPED / "survey.yaml").read_text("utf-8"))
    return loaded


def answers_by_label(question: str, language: str) -> Mapping[str, str]:
    return {answer["label"][language]: id for id, answer in survey()["questions"][question]["answers"].items()}


def spaced(text: str) -> str:
    """A text with plain blanks for no-break spaces and line breaks."""
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ")).strip()


def test_there_are_eighteen_figures() -> None:
    assert [len(published(language)) for language in LANGUAGES] == [18, 18]


# --------------------------------------------------------------------------------------------------------------- deck


def deck_path(built: Path, language: str) -> Path:
    return built / language / f"{built.name}-{language}.pptx"


def tables_of(deck: Any) -> Iterator[tuple[str, Table]]:
    """The tables of a deck by their question: each is named "table QUESTION@WAVES"."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table:
                named = re.fullmatch(r"table (\w+)@[\w,]+(?: \(\d+\))?", called(shape))
                assert named, shape.name
                yield named[1], shape.table


def figures_of_deck(deck: Any, language: str) -> set[Figure]:
    """What the tables of a deck say of 2016: labels stand in the first column, years in the head."""
    found = set()
    for question, table in tables_of(deck):
        answers = answers_by_label(question, language)
        column = [cell.text for cell in table.rows[0].cells].index("2016")
        for row in list(table.rows)[1:]:
            label = spaced(row.cells[0].text_frame.paragraphs[0].text)
            text = spaced(row.cells[column].text)
            if text.endswith("%"):
                found.add((question, answers[label], text))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_in_a_table_of_the_deck(built: Path, language: str) -> None:
    assert figures_of_deck(Presentation(str(deck_path(built, language))), language) == published(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_deleted_from_the_deck_is_missed(built: Path, language: str) -> None:
    whole = published(language)
    content = deck_path(built, language).read_bytes()

    for lost in sorted(whole):
        deck = Presentation(io.BytesIO(content))
        for question, table in tables_of(deck):
            for row in table.rows:
                label = spaced(row.cells[0].text_frame.paragraphs[0].text)
                if question == lost[0] and answers_by_label(question, language).get(label) == lost[1]:
                    row.cells[len(table.columns) - 1].text = ""
        assert whole - figures_of_deck(deck, language) == {lost}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lead_figure_of_the_deck_carries_its_cell_in_its_name(built: Path, language: str) -> None:
    texts = {f"{question}/{answer}@w2016": text for question, answer, text in published(language)}
    named = [
        (called(shape).removeprefix("figure "), spaced(shape.text_frame.text))
        for slide in Presentation(str(deck_path(built, language))).slides
        for shape in slide.shapes
        if shape.name.startswith("figure ")
    ]

    assert len(named) == 8
    assert all(texts[re.sub(r" \(\d+\)$", "", cell)] == text for cell, text in named)


# ---------------------------------------------------------------------------------------------------------------- PDF


def pdf_path(built: Path, language: str) -> Path:
    return built / language / f"{built.name}-{language}.pdf"


VALUE = r"(\d+ ?%|n\. ?v\.|n\. ?p\.|n/p|–)"
TOPICS = {
    language: {question["topic"][language]: id for id, question in survey()["questions"].items()}
    for language in LANGUAGES
}


def texts_of_pages(pdf: Path | bytes) -> list[str]:
    """The text layer of each page, as PDFium reads it."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def figures_of_pdf(pages: list[str], language: str) -> set[Figure]:
    """What the appendix says of 2016, line by line: a table's head ends in its years, a row in one value a year.

    A head may take several lines, the topic on the first and the years on the last.
    """
    found = set()
    question, years = "", 0
    for page in pages:
        for line in map(spaced, page.splitlines()):
            head = re.fullmatch(r"(.+?[^,])((?: 20\d\d)+)", line)
            topic = next((topic for topic in TOPICS[language] if line.startswith(topic)), None)
            if topic:
                question, years = TOPICS[language][topic], 0
            if head and not years:
                years = len(head[2].split())
                continue
            row = question and years and re.fullmatch(rf"(.+?)(?: [¹²³⁴⁵⁶⁷⁸⁹])?{f' {VALUE}' * years}", line)
            answer = row and answers_by_label(question, language).get(row[1])
            if row and answer and row.groups()[-1].endswith("%"):
                found.add((question, answer, row.groups()[-1]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_in_a_table_of_the_summary(built: Path, language: str) -> None:
    assert figures_of_pdf(texts_of_pages(pdf_path(built, language)), language) == published(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_deleted_from_the_summary_is_missed(built: Path, language: str) -> None:
    whole = published(language)
    missed = set()

    for changed in without_one_text_each(pdf_path(built, language)):
        missed |= whole - figures_of_pdf(texts_of_pages(changed), language)

    assert missed == whole


def without_one_text_each(path: Path) -> Iterator[bytes]:
    """The appendix of a PDF, again and again, each time with another text operator of its content taken out."""
    with pikepdf.open(path) as pdf:
        texts = texts_of_pages(path)
        appendix = next(number for number, text in enumerate(texts) if re.search("ANHANG|APPENDIX", text))
        del pdf.pages[:appendix]
        contents = [list(pikepdf.parse_content_stream(page)) for page in pdf.pages]
        for page, instructions in zip(pdf.pages, contents, strict=True):
            for index, instruction in enumerate(instructions):
                if str(instruction.operator) not in ("Tj", "TJ", "'"):
                    continue
                kept = instructions[:index] + instructions[index + 1 :]
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
                changed = io.BytesIO()
                pdf.save(changed)
                yield changed.getvalue()
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


# ----------------------------------------------------------------------------------------------------------- pictures


def figures_of_pictures(pictures: list[bytes]) -> set[Figure]:
    """What the pictures' own JSON says of 2016."""
    found = set()
    for content in pictures:
        picture = Image.open(io.BytesIO(content))
        assert isinstance(picture, PngImagePlugin.PngImageFile)
        for cell in json.loads(picture.text["befund:cells"])["cells"]:
            if cell["wave"] == "w2016" and cell["state"] == "published":
                found.add((cell["question"], cell["answer"], spaced(cell["text"])))
    return found


def pictures_of(built: Path, language: str) -> list[bytes]:
    """The deck's own: those that stand by themselves leave rows out."""
    (deck,) = (built / language).glob("*.pptx")
    with zipfile.ZipFile(deck) as package:
        return [package.read(name) for name in package.namelist() if name.endswith(".png")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_in_a_picture(built: Path, language: str) -> None:
    assert figures_of_pictures(pictures_of(built, language)) == published(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_deleted_from_the_pictures_is_missed(built: Path, language: str) -> None:
    whole = published(language)

    for lost in sorted(whole):
        pictures = [without_cell(content, lost) for content in pictures_of(built, language)]
        assert whole - figures_of_pictures(pictures) == {lost}


def without_cell(content: bytes, lost: Figure) -> bytes:
    """The picture saved again by Pillow, one cell taken out of its JSON."""
    picture = Image.open(io.BytesIO(content))
    assert isinstance(picture, PngImagePlugin.PngImageFile)
    told = json.loads(picture.text["befund:cells"])
    told["cells"] = [cell for cell in told["cells"] if (cell["question"], cell["answer"]) != lost[:2]]
    text = PngImagePlugin.PngInfo()
    text.add_itxt("befund:cells", json.dumps(told))
    changed = io.BytesIO()
    picture.save(changed, "PNG", pnginfo=text)
    return changed.getvalue()
