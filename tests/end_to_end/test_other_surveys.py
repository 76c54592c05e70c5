"""Surveys that are not the shipped one: small, large, in one language, in a third one; and briefings that grow."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation

import report
import report.language

SMALL = """
format: 1
language: de
title: Arbeiten im Homeoffice
short_title: Homeoffice 2025
publisher: Verband
published: 2025-03-14
population: Beschäftigte ab 18 Jahren
unit: Beschäftigten
wave: w2025
n: 1204
waves:
  w2025: {date: 2025-03}
questions:
  days:
    type: single
    type_source: published
    topic: Homeoffice
    label: An wie vielen Tagen arbeiten Sie zu Hause?
    wording: exact
    answers:
      none: {percent: 38.4, label: An keinem}
      some: {percent: 41.2, label: An einem oder zwei}
      most: {percent: 20.4, label: An drei oder mehr}
"""


def build(folder: Path, output: Path) -> Path:
    report.build(folder, options=report.Options(output=output))
    return output / folder.name


def texts_of(deck: Path) -> str:
    slides = Presentation(str(deck)).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame]
    return "\n".join(shape.text_frame.text.replace("\v", " ") for shape in shapes).replace("\N{NO-BREAK SPACE}", " ")


def test_a_survey_alone_in_one_language_tells_its_default_story(tmp_path: Path) -> None:
    folder = tmp_path / "homeoffice"
    folder.mkdir()
    (folder / "survey.yaml").write_text(SMALL, "utf-8")

    built = build(folder, tmp_path / "build")

    assert sorted(path.name for path in built.iterdir() if path.is_dir()) == ["de"]
    told = texts_of(built / "de" / "homeoffice-de.pptx")
    assert "41,2 %" in told
    assert "n = 1.204" in told
    assert "Frage: „An wie vielen Tagen arbeiten Sie zu Hause?“" in told
    summary = "".join(page.extract_text() for page in pypdf.PdfReader(built / "de" / "homeoffice-de.pdf").pages)
    assert all(figure in summary for figure in ("38,4 %", "41,2 %", "20,4 %"))


def test_a_survey_of_forty_questions_builds_with_every_figure_in_both_documents(tmp_path: Path) -> None:
    folder = tmp_path / "forty"
    folder.mkdir()
    (folder / "survey.yaml").write_text(forty_questions(), "utf-8")

    built = build(folder, tmp_path / "build")

    deck = Presentation(str(built / "de" / "forty-de.pptx"))
    rows = [
        (re.findall(r"\d+", row.cells[0].text)[0], row.cells[len(row.cells) - 1].text)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in list(shape.table.rows)[1:]
    ]
    assert len(rows) == sum(answers_of(number) for number in range(1, 41))
    assert len(list((built / "de" / "charts").glob("*.png"))) == 40


def answers_of(number: int) -> int:
    return 2 + number % 14


def forty_questions() -> str:
    return SMALL[: SMALL.index("questions:")] + "questions:\n" + "".join(map(question, range(1, 41)))


def question(number: int) -> str:
    answers = "".join(
        f"answer_{answer}: {{percent: {(number * 7 + answer * 11) % 97}, label: Antwort {answer} zum Thema}}\n"
        for answer in range(answers_of(number))
    )
    head = f"type: multiple\ntype_source: published\ntopic: Thema {number}\nlabel: Was trifft bei Thema {number} zu\n"
    body = head + "answers:\n" + textwrap.indent(answers, "  ")
    return f"  question_{number}:\n" + textwrap.indent(body, "    ")


DUTCH = """
from dataclasses import replace

from report.language.en import LANGUAGE as ENGLISH

LANGUAGE = replace(
    ENGLISH,
    code="nl",
    tag="nl-NL",
    locale="nl",
    hyphenation="nl_NL",
    words=replace(ENGLISH.words, at_a_glance="In één oogopslag", source="Bron: {source}"),
)
"""


def test_a_third_language_is_one_file_and_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / "nl.py").write_text(DUTCH, "utf-8")
    monkeypatch.setattr(report.language, "__path__", [*report.language.__path__, str(tmp_path / "extra")])
    folder = tmp_path / "thuiswerk"
    folder.mkdir()
    (folder / "survey.yaml").write_text(SMALL.replace("language: de", "language: nl"), "utf-8")

    built = build(folder, tmp_path / "build")

    told = texts_of(built / "nl" / "thuiswerk-nl.pptx")
    assert "In één oogopslag" in told
    assert "Bron: " in told
    assert "41,2%" in told


def blocks(pdf: Path) -> dict[str, tuple[int, ...]]:
    """The pages on which each word of the kickers' list stands, by kicker."""
    pages = [page.extract_text() for page in pypdf.PdfReader(pdf).pages]
    kickers = ("ORGANISATION", "ENTWICKLUNG", "HERAUSFORDERUNGEN", "ZIELE", "EINORDNUNG", "METHODE", "ANHANG")
    return {
        kicker: tuple(number for number, text in enumerate(pages, 1) if number > 1 and kicker in text)
        for kicker in kickers
    }


MORE = " ".join(["Die Befragten nennen dazu in ihren eigenen Worten, was sie im Alltag beobachten und planen."] * 13)

ONE_MORE_FINDING = """  - id: budget
    question: challenges
    topic: {de: Mittel, en: Means}
    headline:
      de: Budgetkürzungen nennen {{ challenges.budget }} der Befragten
      en: "{{ challenges.budget }} of respondents name budget cuts"
    holds: 20 < challenges.budget < 30
    exhibit: {kind: bars, emphasize: [budget]}
    text: {de: "Mehr dazu im Anhang.", en: "More in the appendix."}

statements:
"""


def test_four_hundred_words_and_a_finding_more_move_blocks_and_split_none(
    built: Path, copy_of_shipped: Callable[..., Path], tmp_path: Path
) -> None:
    before = blocks(built / "de" / f"{built.name}-de.pdf")
    folder = copy_of_shipped(
        ("veröffentlicht; er kann auf Rundung oder auf fehlenden Angaben beruhen.", MORE[:600]),
        ("Für 2015 ist nichts veröffentlicht.", MORE),
        ("und neue Orte wie Instagram und Snapchat.", MORE),
        ("statements:\n", ONE_MORE_FINDING),
    )

    after = blocks(build(folder, tmp_path / "build") / "de" / "copy-de.pdf")

    assert all(len(pages) <= 1 for kicker, pages in after.items() if kicker != "EINORDNUNG")
    assert after["ZIELE"] > before["ZIELE"]
    assert after["ANHANG"] > before["ANHANG"]


def test_a_headline_a_fifth_too_long_is_refused_by_name(copy_of_shipped: Callable[..., Path], tmp_path: Path) -> None:
    long = (
        "Steigender Ressourcenbedarf ist die am häufigsten genannte Herausforderung, "
        "vor Datenschutz, fehlenden Kenntnissen und allgemeinen Kürzungen der Budgets in den befragten Unternehmen"
    )
    folder = copy_of_shipped(
        ("de: Steigender Ressourcenbedarf ist die am häufigsten genannte Herausforderung", f'de: "{long}"')
    )

    with pytest.raises(report.SourceError) as caught:
        build(folder, tmp_path / "build")

    lines = (folder / "briefing.yaml").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if long in text)
    found = [fault for fault in caught.value.diagnostics if fault.id == "text-too-long"]
    assert found
    assert all(fault.location and fault.location.line == line for fault in found)
    assert re.fullmatch(r"the headline is \d+ characters or one line too long for its slide", found[0].message)


def test_a_failed_claim_let_pass_is_stamped_in_slide_and_page_and_gives_no_picture(
    copy_of_shipped: Callable[..., Path], tmp_path: Path
) -> None:
    folder = copy_of_shipped(
        ("percent: 47, label: {de: Datenschutz", "percent: 55, label: {de: Datenschutz"),
        ("status: final", "status: draft"),
    )
    options = report.Options(output=tmp_path / "build", allow_failed_claims=True)

    result = report.build(folder, options=options)

    draft = tmp_path / "build" / "copy" / "de"
    stamp = "Durch die Daten nicht gedeckt"
    assert any(warning.id == "failed-claim" for warning in result.warnings)
    slides = [
        slide
        for slide in Presentation(str(draft / "copy-de.pptx")).slides
        if any(shape.has_text_frame and stamp.casefold() in shape.text_frame.text.casefold() for shape in slide.shapes)
    ]
    assert len(slides) >= 2
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(draft / "copy-de.pdf").pages]
    assert sum(stamp.upper() in page for page in pages) >= 2
    assert not [*(draft / "charts").glob("challenges*")]
    assert (draft / "charts" / "goals.png").is_file()


def test_a_final_briefing_lets_no_failed_claim_pass(copy_of_shipped: Callable[..., Path], tmp_path: Path) -> None:
    folder = copy_of_shipped(("percent: 47, label: {de: Datenschutz", "percent: 55, label: {de: Datenschutz"))

    with pytest.raises(report.SourceError):
        report.build(folder, options=report.Options(output=tmp_path / "build", allow_failed_claims=True))
