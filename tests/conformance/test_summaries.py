"""Every summary keeps PDF/UA-1 and PDF/A-2a, and gives a reader all of it: those that ship, long ones, and random ones.

Without Java the verdict is that of page-validation and of our own check; veraPDF's decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

import report
from report.checks.pdf.checking import check_pdf
from report.pipeline import Product
from tests.benchmarks.large_surveys import survey_of
from tests.conformance import page_validation, vera
from tests.conformance.conftest import skip_without_verapdf
from tests.conftest import CHECKOUT
from tests.end_to_end.random_surveys import RandomSurvey, surveys

SOURCES = ("data/social-media-2016", "tests/gallery/briefing", "tests/surveys/railway", "tests/surveys/batteries")
MANY_QUESTIONS = 160
"""As many as fill more than sixty pages, with charts and tables over several pages."""
FEW, MANY = 20, 200
"""Random surveys."""
STRICTER = {"PDFA2A-STREAM-LENGTH-001"}
"""Rules of page-validation that veraPDF does not share: where the data of a stream end in a byte 0D, it takes that for
a part of the line's end which follows."""


def built(sources: Sequence[Path], folder: Path) -> list[Path]:
    options = report.Options(output=folder, only=(Product.SUMMARY,))
    return [path for path in report.build(*sources, options=options).written if path.suffix == ".pdf"]


def faults_by_page_validation(pdfs: Sequence[Path]) -> list[str]:
    found = [fault for pdf in pdfs for faults in page_validation.faults(pdf).values() for fault in faults]
    return [str(fault) for fault in found if fault.rule not in STRICTER]


def faults_by_us(pdfs: Sequence[Path]) -> list[str]:
    """What our own check finds, warnings included."""
    return [diagnostic.as_text() for pdf in pdfs for diagnostic in check_pdf(pdf, pdf.name)]


def faults_by_verapdf(pdfs: Sequence[Path]) -> list[str]:
    return [str(fault) for faults in vera.faults(pdfs).values() for fault in faults]


def random_summaries(folder: Path, count: int) -> list[Path]:
    """The summaries of so many random surveys."""
    pdfs: list[Path] = []

    @settings(max_examples=count, derandomize=True, database=None)
    @given(surveys())
    def build(survey: RandomSurvey) -> None:
        source = folder / f"any-{len(pdfs)}"
        source.mkdir()
        (source / "survey.yaml").write_text(yaml.safe_dump(survey.file, allow_unicode=True, sort_keys=False), "utf-8")
        pdfs.extend(built([source], folder / "build"))

    build()
    return pdfs


@pytest.fixture(scope="module")
def summaries(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    many = tmp_path_factory.mktemp("many")
    (many / "survey.yaml").write_text(survey_of(MANY_QUESTIONS), "utf-8")
    return built([*(CHECKOUT / source for source in SOURCES), many], tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="module")
def random_ones(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return random_summaries(tmp_path_factory.mktemp("random"), FEW)


def test_page_validation_finds_nothing(summaries: list[Path], random_ones: list[Path]) -> None:
    assert len(random_ones) >= FEW
    assert faults_by_page_validation([*summaries, *random_ones]) == []


def test_our_own_check_finds_nothing(summaries: list[Path], random_ones: list[Path]) -> None:
    assert faults_by_us([*summaries, *random_ones]) == []


def test_every_rule_of_both_standards_is_kept(summaries: list[Path], random_ones: list[Path]) -> None:
    skip_without_verapdf()

    assert faults_by_verapdf([*summaries, *random_ones]) == []


@pytest.mark.slow
def test_every_rule_is_kept_by_many_random_summaries(tmp_path: Path) -> None:
    pdfs = random_summaries(tmp_path, MANY)

    assert len(pdfs) >= MANY
    assert faults_by_page_validation(pdfs) == []
    assert faults_by_us(pdfs) == []
    skip_without_verapdf()
    assert faults_by_verapdf(pdfs) == []
