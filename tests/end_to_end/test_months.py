"""Waves month after month: as many as a chart of columns holds are shown, whatever their months are called."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

import report

DATES = [f"2023-{month:02}" for month in range(5, 13)]
SURVEY = f"""
format: 1
language: {{language}}
title: ARD
publisher: Institut
published: 2024-01
population: {{who}}
unit: {{who}}
wave: m7
waves: {{{{{", ".join(f"m{number}: {{{{date: {date}}}}}" for number, date in enumerate(DATES))}}}}}
questions:
  content:
    type: single
    topic: Kabinett
    label: Kabinett?
    answers:
      good: {{{{percent: 23, label: {{yes}}}}}}
      bad: {{{{percent: 77, label: {{no}}}}}}
    earlier: {{{{{", ".join(f"m{number}: {{{{good: {30 - number}, bad: {70 + number}}}}}" for number in range(7))}}}}}
"""
GERMAN = SURVEY.format(language="de", who="Wahlberechtigte", yes="zufrieden", no="unzufrieden")
ENGLISH = SURVEY.format(language="en", who="voters", yes="content", no="discontent")
MONTHS = {
    "de": ["Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    "en": ["May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
}


def survey_in(folder: Path, text: str) -> Path:
    path = folder / "survey.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("language", "text"), [("de", GERMAN), ("en", ENGLISH)])
def test_a_survey_of_eight_months_is_told_with_months_abbreviated_alike(
    language: str, text: str, tmp_path: Path
) -> None:
    report.build(survey_in(tmp_path, text), options=report.Options(output=tmp_path / "out"))

    (pages,) = (tmp_path / "out").rglob("*.pdf")
    words = {word for page in pypdf.PdfReader(pages).pages for word in page.extract_text().split()}
    assert set(MONTHS[language]) <= words
    spoken = next((tmp_path / "out").rglob("*over_time.txt")).read_text("utf-8")
    assert "September 2023" in spoken


@pytest.mark.parametrize("text", [GERMAN, ENGLISH], ids=["de", "en"])
def test_so_is_the_file_that_is_written_of_it(text: str, tmp_path: Path) -> None:
    briefing, _ = report.init(survey_in(tmp_path, text)).written

    assert report.check(briefing).warnings == ()
