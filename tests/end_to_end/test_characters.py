"""Whatever characters a text is pasted with, a reader finds it in the deck, or its author is told which is wrong."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

import report
from report import Options, Product, SourceError
from report.survey.file import read_survey
from tests.survey.files import SURVEY as FULL

SURVEY = """\
format: 1
language: de
title: Energie
short_title: Energie
publisher: {written}
published: 2025-03
population: Haushalte
unit: Haushalte
questions:
  heating:
    type: single
    topic: Heizung
    label: Womit heizen Sie?
    answers:
      gas: {{percent: 60, label: Gas}}
      oil: {{percent: 40, label: Öl}}
"""
SHOWN = [
    *("M", "u\u0308", "e\u0301", "A\u030a", "ß", "Ł", "g", "\u212b", "c\u0327"),
    *(" ", "\u00a0", "\u2009", "\u202f", "\u2003", "\u3000", "\u2002"),
    *("\u2010", "\u2011", "\u00ad", "\u200b", "\ufeff", "\u200d", "\u2060", "\u200e", "\ufe0f"),
    *("“", "”", "„", "’", "»", "–", "…"),
]
NOT_SHOWN = ["例", "\uf8ff", "x\u0308\u0323", "א", "🎉", "\u0e01"]
STYLES = ["plain", '"', "'", "escaped"]


def written(text: str, style: str) -> str:
    """A text as one way of YAML has it; the words at its ends keep it a text whatever is between them."""
    text = f"Amt {text} Ort"
    if style == "escaped":
        return f'"{escaped(text)}"'
    return text if style == "plain" else f"{style}{text}{style}"


def escaped(text: str) -> str:
    return "".join(char if char.isascii() else f"\\U{ord(char):08X}" for char in text)


def wanted(text: str) -> str:
    """The text as a reader searches for it: composed, blanks of one kind, nothing that cannot be seen."""
    text = re.sub("[\u200b\ufeff\u200d\u2060\u200e\ufe0f\u00ad]", "", f"Amt {text} Ort")
    text = re.sub("[\u2009\u202f]", "\u00a0", re.sub("[\u2003\u3000\u2002]", " ", text)).replace("\u2010", "-")
    return re.sub(" +", " ", unicodedata.normalize("NFC", text))


def texts_of(deck: Path) -> str:
    """All texts of a deck one after the other, blanks made single; a soft hyphen only says where a word may divide."""
    shapes = [shape for slide in Presentation(str(deck)).slides for shape in slide.shapes]
    text = "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    return re.sub(" +", " ", text.replace("\u00ad", ""))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SHOWN), min_size=1, max_size=12).map("".join), st.sampled_from(STYLES))
def test_a_text_with_odd_characters_is_found_in_the_deck_as_a_reader_types_it(text: str, style: str) -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "odd"
        folder.mkdir()
        (folder / "survey.yaml").write_text(SURVEY.format(written=written(text, style)), "utf-8")

        report.build(folder, options=Options(output=Path(temporary) / "out", only=(Product.DECK,)))

        assert wanted(text) in texts_of(Path(temporary) / "out" / "odd" / "de" / "odd-de.pptx")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SHOWN), max_size=6).map("".join),
    st.sampled_from(NOT_SHOWN),
    st.lists(st.sampled_from(SHOWN), max_size=6).map("".join),
    st.sampled_from(STYLES),
)
def test_a_character_that_cannot_be_shown_is_one_fault_at_its_place(
    before: str, wrong: str, after: str, style: str
) -> None:
    file = SURVEY.format(written=written(f"{before} {wrong} {after}", style))

    with TemporaryDirectory() as folder:
        (Path(folder) / "survey.yaml").write_text(file, "utf-8")
        try:
            report.check(folder)
        except SourceError as error:
            (fault,) = [each for each in error.diagnostics if each.is_error]

    place = fault.location
    assert place and place.line == 5
    line = file.split("\n")[4]
    spelled = escaped(wrong) if style == "escaped" else wrong
    first = line.index(spelled) + 1
    assert first <= place.column < first + len(spelled)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(FULL)), st.sampled_from("\u00a0\u200b\u2003\ufeff\u202f\u2060"))
def test_one_odd_character_anywhere_in_a_file_is_taken_as_it_looks_or_told_where_it_stands(at: int, odd: str) -> None:
    text = FULL[:at] + odd + FULL[at:]
    line, column = text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1

    with TemporaryDirectory() as folder:
        (Path(folder) / "survey.yaml").write_bytes(text.encode())
        found, faults = read_survey(Path(folder) / "survey.yaml", "survey.yaml", languages=["de", "en"])

    places = [fault.location for fault in faults if fault.location]
    assert found or any(
        place.line == line and place.column <= column <= place.column + place.length for place in places
    )
