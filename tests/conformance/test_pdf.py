"""The checkers of a PDF find what is planted."""

from pathlib import Path

import pytest

from tests.conformance import pdf_pages, words
from tests.conformance.fault import Fault
from tests.conformance.specimens import rules, write_pdf

pytestmark = pytest.mark.usefixtures("needs_programs")


def pdf_faults(pdf: Path) -> list[Fault]:
    pages = words.read(pdf)
    return words.faults(pdf, pages) + pdf_pages.faults(pdf, pages)


def test_a_pdf_without_fault_passes(tmp_path: Path) -> None:
    assert pdf_faults(write_pdf(tmp_path / "a.pdf")) == []


def test_a_word_across_the_edge_is_found(tmp_path: Path) -> None:
    assert "word-outside-page" in rules(pdf_faults(write_pdf(tmp_path / "a.pdf", at=(570, 700))))


def test_a_text_beyond_the_edge_is_found(tmp_path: Path) -> None:
    assert rules(pdf_faults(write_pdf(tmp_path / "a.pdf", at=(60, -40)))) == {"text-outside-page"}


def test_a_font_that_is_not_embedded_is_found(tmp_path: Path) -> None:
    assert rules(pdf_faults(write_pdf(tmp_path / "a.pdf", font="Helvetica"))) == {"font-not-embedded"}


def test_an_empty_page_is_found(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf")
    first, second = words.read(pdf)
    empty = words.Page(second.number, second.width, second.height, ())

    assert "page-empty" in rules(pdf_pages.faults(pdf, [first, empty]))


def test_readers_that_count_different_pages_are_found(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf")

    assert rules(pdf_pages.faults(pdf, words.read(pdf)[:1])) == {"page-count"}
