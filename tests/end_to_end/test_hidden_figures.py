"""What `low_base` hides stands in no output: not in decks and their notes, charts and workbooks, PDFs, pictures, lists.

Of twenty-nine small ones nothing is shown, nor of the large ones, who with them are all. Read by readers that are not
ours. Beside it the planted fault: with nothing hidden, every reading finds the numbers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

import report
from tests import counting

BRIEFING = """\
format: 1
survey: survey.yaml
languages: [en]
status: final
version: "1.0"
charts: native
title: {text: "Reading", holds: "q.daily > q.often"}
cover: {figure: q.daily, caption: "{{ q.daily }} read every day"}
messages:
  - {finding: sizes, figure: q.daily, text: read every day}
  - {finding: bars, figure: q.often, text: read often}
findings:
  - id: sizes
    question: q
    headline: Reading by size
    exhibit: {kind: grouped, by: size, reference: total}
    text: Who reads.
    notes: Tell who reads.
  - id: bars
    question: q
    headline: Reading often
    exhibit: {kind: bars, reference: age.old}
    text: Who reads.
  - id: one
    question: q
    headline: Reading of the small ones
    exhibit: {kind: bars, column: size.small}
    text: Who reads.
  - id: stack
    question: q
    headline: "Of all {{ q.daily }} read every day"
    exhibit: {kind: stacked, by: size}
    text: Who reads.
  - id: pairs
    question: q
    headline: Reading side by side
    exhibit: {kind: dumbbell, by: size}
    text: Who reads.
  - id: table
    question: q
    headline: Reading in pairs
    exhibit: {kind: table, by: [size, age]}
    text: Who reads.
  - id: media
    question: m
    headline: Reading in a table
    exhibit: {kind: grouped, by: size}
    text: Who reads.
"""
ROWS = [
    *counting.rows(daily=13, often=6, never=10, books=7, size="small", age="young"),
    *counting.rows(daily=44, often=21, never=22, books=31, size="large", age="young"),
    *counting.rows(daily=44, often=19, never=21, books=25, size="large", age="old"),
]
SMALL, LARGE = 29, 171
HIDDEN = {
    **{f"small {count}": count / SMALL for count in (13, 6, 10, 19, 7, 22)},
    **{f"large {count}": count / LARGE for count in (88, 40, 43, 128, 56, 115)},
}
"""Of the small and the large ones: who reads every day, often, never, at all, books, papers; shares."""

KEPT = {".respondents", ".store"}
"""What nobody but the owner can read, and nobody is sent: the rows themselves, and what was counted of them."""


def written(folder: Path, hide: int) -> Path:
    text = counting.survey(hide=hide).replace("    type: single\n", "    type: single\n    decimals: 1\n")
    text = text.replace("    type: multiple\n", "    type: multiple\n    decimals: 1\n")
    counting.written(folder, ROWS, text)
    (folder / "briefing.yaml").write_text(BRIEFING, "utf-8")
    return folder / "briefing.yaml"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """What is built with and without a limit."""
    found = {}
    for hide in (30, 0):
        folder = tmp_path_factory.mktemp(f"hide{hide}") / "reading"
        folder.mkdir()
        report.build(written(folder, hide), options=report.Options(output=folder.parent / "out"))
        found[hide] = folder.parent / "out"
    return found


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text of every file, by the sort of file or part that it stands in."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or KEPT.intersection(path.parts):
            continue
        content = path.read_bytes()
        if path.suffix == ".pptx":
            yield from _parts(content)
        elif path.suffix == ".xlsx":
            yield from _parts(content, "tables ")
        elif path.suffix == ".pdf":
            pages = pypdfium2.PdfDocument(content)
            yield "pdf", "\n".join(page.get_textpage().get_text_range() for page in pages)
            yield "pdf", content.decode("latin-1")
        elif path.suffix == ".png":
            image = Image.open(io.BytesIO(content))
            assert isinstance(image, PngImagePlugin.PngImageFile)
            yield "png", "\n".join(map(str, image.text.values()))
        else:
            yield _told(path.suffix.removeprefix(".") or path.name, content.decode("utf-8"))


def _told(sort: str, text: str, *, is_svg: bool = False) -> tuple[str, str]:
    """Without the outlines of letters, whose numbers are any."""
    if is_svg or sort == "svg":
        return "svg", re.sub(r' (d|transform|[xywhr][12]?|c[xy]|width|height|viewBox|points)="[^"]*"', "", text)
    return sort, text


def _parts(content: bytes, prefix: str = "") -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            if name.endswith(".xlsx"):
                yield from _parts(part, "workbook ")
            elif name.endswith((".xml", ".rels", ".svg")):
                folder = name.split("/")[1] if name.startswith("ppt/") else name.split("/")[0]
                yield _told(f"{prefix}{folder}", part.decode("utf-8"), is_svg=name.endswith(".svg"))


def told_in(share: float, text: str) -> bool:
    """Whether a text has a share: printed to a digit, or with more of them as a fraction or a number of per cent."""
    printed, fraction, percent = f"{share * 100:.1f}", f"{share:.6f}"[:7], f"{share * 100:.6f}"[:7]
    exact = rf"{printed[:-2]}[.,]{printed[-1]}(?!\d)|{re.escape(fraction)}|{re.escape(percent)}"
    return re.search(rf"(?<![\d.])(?:{exact})", text) is not None


def where_told(folder: Path) -> dict[str, set[str]]:
    """The hidden numbers that occur, by the sort of file or part."""
    found: dict[str, set[str]] = {}
    for sort, text in texts(folder):
        for name, share in HIDDEN.items():
            if told_in(share, text):
                found.setdefault(sort, set()).add(name)
    return found


def test_nothing_that_is_hidden_stands_anywhere(outputs: Mapping[int, Path]) -> None:
    assert where_told(outputs[30]) == {}


def test_every_reading_would_find_it(outputs: Mapping[int, Path]) -> None:
    found = where_told(outputs[0])

    sorts = {"slides", "charts", "workbook xl", "tables xl", "pdf", "svg", "png", "txt"}
    assert sorts <= found.keys()
    assert found["slides"] == found["pdf"] == set(HIDDEN)
    assert "notesSlides" in dict(texts(outputs[0]))


def test_nor_do_its_bases(outputs: Mapping[int, Path]) -> None:
    told = {hide: "".join(text for _, text in texts(folder)) for hide, folder in outputs.items()}
    bases = {hide: set(re.findall(r"\bn\s=\s(\d+)", text)) for hide, text in told.items()}

    assert {str(SMALL), str(LARGE)} <= bases[0]
    assert not {str(SMALL), str(LARGE)} & bases[30]
    assert re.search(r"\bn\sunder\s30\b", told[30])
    assert re.search(r"\bn\swithheld\b", told[30])


def test_it_is_said_why(outputs: Mapping[int, Path]) -> None:
    by_sort: dict[str, str] = {}
    for sort, text in texts(outputs[30]):
        by_sort[sort] = by_sort.get(sort, "") + text

    for sort in ("slides", "pdf", "txt"):
        text = by_sort[sort].replace("\r\n", " ")
        assert "base under 30" in text, sort
        assert "withheld" in text, sort
    assert "n.r." in by_sort["slides"]
