"""A summary of more than sixty pages with all that a summary can hold: every rule is kept, and every word is read."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from report import pipeline
from report.checks.pdf.checking import check_pdf
from report.document.model.nodes import Output
from report.kinds import HOUSE_KINDS
from report.summary.model import PlacedDrawing, Summary
from tests.benchmarks.tagging import UntaggedCanvas
from tests.conformance import programs
from tests.conformance.conftest import skip_without, skip_without_verapdf
from tests.conformance.set_apart import without_it
from tests.conformance.stress import write_stress
from tests.conformance.test_summaries import faults_by_page_validation, faults_by_verapdf
from tests.conftest import CHECKOUT
from tests.summary.reading import said, told_in, words_of
from tests.tagged_pdf.reading import structure

BUILT = datetime(2025, 9, 16, tzinfo=UTC)
DIVIDED = re.compile("\N{SOFT HYPHEN}\\n")
SIGN = re.compile(r"(\d)\s+%")
TOLD_TWICE = {"pdf-alternative-twice"}
"""What our own check warns of: each chart is shown twice."""


def written(source: Path, folder: Path) -> tuple[Summary, Path]:
    """The summary of a briefing, laid out in German, and its file."""
    telling = pipeline.tell(
        pipeline.read(pipeline.Source(source, source.name, source.parent.name)), ["de"], allow_failed_claims=False
    )
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.SUMMARY])
    pdf = folder / f"{source.parent.name}.pdf"
    pdf.write_bytes(pipeline.write_summary(layouts.summary, None, BUILT))
    return layouts.summary, pdf


@pytest.fixture(scope="module")
def stress(tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, Path]:
    folder = tmp_path_factory.mktemp("stress")
    return written(write_stress(folder / "stress") / "briefing.yaml", folder)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, Path]:
    return written(CHECKOUT / "data/social-media-2016/briefing.yaml", tmp_path_factory.mktemp("shipped"))


def test_it_has_all_that_a_summary_can_hold(stress: tuple[Summary, Path]) -> None:
    summary, file = stress
    charts = [item.chart.kind for page in summary.pages for item in page.body if isinstance(item, PlacedDrawing)]
    with pikepdf.open(file) as pdf:
        elements = [*structure(pdf).walk()]
        tags = Counter(element.tag for element in elements)
        links = [(page.obj.objgen, link) for page in pdf.pages for link in page.get("/Annots", [])]
        elsewhere = [link for page, link in links if "/Dest" in link and link.Dest[0].objgen != page]

    assert len(summary.pages) >= 60
    assert len(charts) >= 40
    assert set(charts) >= {kind.word for kind in HOUSE_KINDS}
    assert any(element.tag == "LBody" and element.all("L") for element in elements), "a list within an item of a list"
    assert any("/A" in link for _, link in links)
    assert len(elsewhere) > 100
    assert tags["Table"] == len(summary.document.appendix.tables_in(Output.SUMMARY)) > 50
    assert all(tags[tag] > 0 for tag in ("H1", "H2", "H3", "L", "TOC", "BlockQuote", "Caption", "Note", "Link"))


def test_every_rule_of_both_standards_is_kept(stress: tuple[Summary, Path]) -> None:
    _, pdf = stress

    assert faults_by_page_validation([pdf]) == []
    assert {found.id for found in check_pdf(pdf, pdf.name)} <= TOLD_TWICE
    skip_without_verapdf()
    assert faults_by_verapdf([pdf]) == []


def test_every_word_is_read_once_and_in_the_order_of_the_document(stress: tuple[Summary, Path]) -> None:
    summary, file = stress

    with pikepdf.open(file) as pdf:
        read = [word for text in told_in(structure(pdf)) for word in words_of(text)]

    assert read == list(said(summary))


def test_poppler_finds_the_words_of_the_document_on_the_pages(stress: tuple[Summary, Path], tmp_path: Path) -> None:
    needs_poppler("pdftotext")
    summary, file = stress

    shown = programs.run(["pdftotext", "-raw", without_it(file, tmp_path / "texts.pdf"), "-"])

    # Where a word is divided poppler shows both halves; where the sign of a large number stands, no blank before it.
    found = words_of(SIGN.sub(r"\1%", DIVIDED.sub("", shown)))
    assert Counter(found) == Counter(SIGN.sub(r"\1%", " ".join(said(summary))).split())


def test_poppler_reads_the_words_of_the_document_in_order(shipped: tuple[Summary, Path]) -> None:
    needs_poppler("pdfinfo")
    summary, file = shipped

    assert words_by_poppler(file) == list(said(summary))


@pytest.mark.slow
def test_poppler_reads_the_words_of_many_pages_in_order(stress: tuple[Summary, Path]) -> None:
    needs_poppler("pdfinfo")
    summary, file = stress

    assert words_by_poppler(file) == list(said(summary))


@pytest.mark.parametrize("which", ["shipped", "stress"])
def test_tags_change_no_pixel(which: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    summary, file = request.getfixturevalue(which)
    monkeypatch.setattr("report.summary.writer.TaggedCanvas", UntaggedCanvas)

    plain = pypdfium2.PdfDocument(pipeline.write_summary(summary, None, BUILT))

    tagged = pypdfium2.PdfDocument(file)
    assert len(plain) == len(tagged) == len(summary.pages)
    assert [number for number in range(len(plain)) if pixels(plain, number) != pixels(tagged, number)] == []


def pixels(pdf: pypdfium2.PdfDocument, number: int) -> bytes:
    """Of a page as it is seen at 144 dots an inch."""
    return bytes(pdf[number].render(scale=2).buffer)


def needs_poppler(program: str) -> None:
    if not shutil.which(program):
        skip_without([f"{program} is missing (Debian: apt-get install {programs.FROM_SYSTEM[program]})"])


def words_by_poppler(file: Path) -> list[str]:
    """The words of the tree, those of charts left out, as poppler prints them: a text in quotes below its tag."""
    words, inside = list[str](), -1  # how far the tag of a chart is indented, while its lines follow
    for line in programs.run(["pdfinfo", "-struct-text", file], seconds=600).splitlines():
        depth, shown = len(line) - len(line.lstrip()), line.strip()
        if depth <= inside:
            inside = -1
        if inside < 0 and shown.startswith("Figure"):
            inside = depth
        elif inside < 0 and shown.startswith('"'):
            words += words_of(shown.removeprefix('"').removesuffix('"'))
    return words
