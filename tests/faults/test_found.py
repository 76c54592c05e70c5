"""What mutated and hostile files brought to light once, each as the smallest file that did it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from pptx import Presentation

import report
from report import pipeline
from report.charts.book import Book
from report.charts.registry import HOUSE_LAYOUTS
from report.diagnostics import Severity
from report.document.build import build_document
from tests.faults.catalogue import EXAMPLE
from tests.faults.texts import FILES, told_of


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The example with parts replaced, each of which occurs."""
    texts = {file: (EXAMPLE / file).read_text("utf-8") for file in FILES}
    for old, new in changes:
        assert any(old in text for text in texts.values()), old
        texts = {file: text.replace(old, new, 1) for file, text in texts.items()}
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")
    return folder


def heads(folder: Path) -> list[str]:
    """The first line of each error."""
    return [fault.as_text().split("\n")[0] for fault in told_of(folder) if fault.severity is Severity.ERROR]


def test_a_row_of_the_appendix_that_no_slide_holds_is_told(tmp_path: Path) -> None:
    years = range(2017, 2024)
    waves = "".join(f"  w{year}: {{date: {year}}}\n" for year in years)
    labels = ", ".join(f"w{year}: {'Whoever likes to ' * 8}" for year in years)
    folder = changed(
        tmp_path,
        ("source: Example Research for the association\n", ""),
        ("    base: heads of marketing who know\n", ""),
        ("waves:\n", f"waves:\n{waves}"),
        ("    earlier:\n", "    earlier:\n" + "".join(f"      w{year}: {{everyone: 1}}\n" for year in years)),
        ("earlier_label: {", f"earlier_label: {{{labels}, "),
    )

    # head 25, label 25, seven earlier labels of three lines and one of one, the row of n 20, 6 under the table the note
    # and the reason
    assert 25 + 25 + 15 * (7 * 3 + 1) + 20 + 6 + 2 * 15 == 436
    assert heads(folder) == [
        'survey.yaml:37:3: error[block-too-tall]: a row of the table of question "teams" with its head and notes is '
        "436 pt high in the appendix, where a slide has room for 357 pt"
    ]


def test_parts_that_cannot_show_a_question_are_refused_on_the_page_too(tmp_path: Path) -> None:
    folder = changed(tmp_path, ("{question: matter, kind: parts}", "{question: goals, kind: parts}"))

    assert heads(folder) == [
        "briefing.yaml:58:5: error[unsuitable-kind]: `parts` shows 1 to 4 published answers that exclude each other, "
        "and the exhibit has 5"
    ]


@pytest.mark.parametrize("text", ['"****"', '"** **"'])
@pytest.mark.parametrize("key", ["    headline: ", "  caption: ", "  headline: ", "method: "])
def test_a_text_of_signs_alone_is_refused(text: str, key: str, tmp_path: Path) -> None:
    briefing = (EXAMPLE / "briefing.yaml").read_text("utf-8")
    changed(tmp_path)
    (tmp_path / "briefing.yaml").write_text(re.sub(f"^{key}.*", key + text, briefing, count=1, flags=re.M), "utf-8")

    assert "empty-bold" in [str(fault.id) for fault in told_of(tmp_path)]


def test_a_survey_whose_texts_look_like_markup_tells_its_story_all_the_same(tmp_path: Path) -> None:
    changed(tmp_path, ("title: Social media in the workplace", 'title: "** {{ x }} **"'))

    material = pipeline.read(pipeline.Source(tmp_path / "survey.yaml", "survey.yaml", "example"))
    (briefing,) = pipeline.tell(material, ["en"], allow_failed_claims=False).briefings

    assert briefing.title.text == "* (( x )) *"


def test_a_long_number_is_looked_through_in_no_time(tmp_path: Path) -> None:
    digits = " ".join("1" * 490 for _ in range(40))
    folder = changed(tmp_path, ('"{{ goals.service | words }} use it for customer service."', f'"{digits}"'))
    told_of(folder)

    started = time.process_time()
    told_of(folder)

    assert time.process_time() - started < 5


def test_a_number_typed_by_hand_is_found_wherever_it_stands(tmp_path: Path) -> None:
    folder = changed(tmp_path, ("use it for customer service.", "1,5 % und 100,0,5% und 7 per cent, 8 percenta, 123 %"))

    assert [fault.message.split(" is typed")[0] for fault in told_of(folder)] == [
        '"1,5 %"',
        '"100,0,5%"',
        '"7 per cent"',
        '"8 percent"',
        '"123 %"',
    ]


def test_a_composed_text_that_is_too_long_is_told_at_its_longest_part(tmp_path: Path) -> None:
    long = "heads of marketing in companies of every size and kind, " * 8
    folder = changed(tmp_path, ("audience: heads of marketing", f'audience: "{long} **{{{{ teams.own }}}}**"'))

    assert {head.split(" error")[0] for head in heads(folder)} == {"briefing.yaml:7:12:"}


def test_a_question_that_has_no_room_in_the_footer_stands_in_the_notes_of_its_slide(tmp_path: Path) -> None:
    asked = f"{'What is it for, and for whom ' * 12}?"
    folder = changed(tmp_path, ("label: What is it for?", f"label: {asked}"))

    (deck,) = (
        path
        for path in report.build(folder, options=report.Options(output=tmp_path / "build")).written
        if path.suffix == ".pptx"
    )

    footers = {
        shape.text_frame.text.partition("\n")[0]: slide.notes_slide.notes_text_frame.text
        for slide in Presentation(str(deck)).slides
        for shape in slide.shapes
        if shape.name.startswith("footer")
    }
    (moved,) = (footer for footer in footers if "whole question in the notes of this slide" in footer)
    assert "What is it for" not in moved
    assert asked in footers[moved]


@pytest.mark.parametrize("percent", ["49.5", "49.55", "49.555"])
def test_a_figure_with_decimals_has_a_smaller_size_and_stays_in_its_place(percent: str, tmp_path: Path) -> None:
    folder = changed(tmp_path, ("own: {percent: 49,", f"own: {{percent: {percent},"))
    material = pipeline.read(pipeline.Source(folder / "briefing.yaml", "briefing.yaml", "example"))

    ((layouts,), _) = pipeline.lay_out(pipeline.tell(material, ["en"], allow_failed_claims=False))

    glance = layouts.deck.slides[1]
    figure = next(text for text in glance.texts if text.name.startswith("figure teams/own"))
    sentence = next(text for text in glance.texts if text.name.startswith("message 1"))
    assert figure.box.left + figure.paragraphs[0].lines[0].width <= sentence.box.left


def test_many_waves_of_the_publisher_are_cited_once_with_all_their_dates(tmp_path: Path) -> None:
    years = range(2015, 2024)
    folder = changed(
        tmp_path,
        ("source: Example Research for the association\n", ""),
        (", source: Yearbook 2024", ""),
        ("waves:\n", "waves:\n" + "".join(f"  w{year}: {{date: {year}}}\n" for year in years)),
        ("    earlier:\n", "    earlier:\n" + "".join(f"      w{year}: {{own: 1}}\n" for year in years)),
    )
    material = pipeline.read(pipeline.Source(folder / "briefing.yaml", "briefing.yaml", "example"))

    (briefing,) = pipeline.tell(material, ["en"], allow_failed_claims=False).briefings

    assert build_document(briefing, Book.of(briefing, HOUSE_LAYOUTS)).appendix.source.text.text.endswith(
        "Source: Example Research, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, March 2024, March 2026"
    )


@pytest.mark.parametrize("waves", ["waves:", "waves: none"])
def test_waves_that_cannot_be_read_beside_the_name_of_one_are_told_at_their_place(waves: str, tmp_path: Path) -> None:
    survey = (EXAMPLE / "survey.yaml").read_text("utf-8")
    (tmp_path / "survey.yaml").write_text(re.sub(r"^waves:\n(  .*\n)*", f"{waves}\n", survey, flags=re.M), "utf-8")
    line = survey[: survey.index("\nwaves:")].count("\n") + 2

    assert heads(tmp_path)[0].startswith(f"survey.yaml:{line}:")


@pytest.mark.parametrize(
    ("slip", "hint"),
    [
        (("question: goals\n    headline", "question: What is it for?\n    headline"),
         "write goals, the id of what has this label"),
        (("holds: teams.own.size.large > teams.own.size.small", "holds: teams.own.large > 5"), "write size.large"),
        (("kind: columns, answers: [own], title", "kind: grouped, by: size of company, title"),
         "write size, the id of what has this label"),
        (("kind: columns, answers: [own], title", "kind: grouped, by: segments.size, title"), "write size"),
        (("recommendations:\n  headline: Settle who writes\n", "recommendations:\n"), "add what to do, in a sentence"),
        (("cover:\n  figure: teams.own\n", "cover:\n"), "add the lead figure, such as figure: question.answer"),
    ],
)  # fmt: skip
def test_what_is_called_by_another_name_is_told_by_its_own(slip: tuple[str, str], hint: str, tmp_path: Path) -> None:
    assert hint in [fault.hint for fault in told_of(changed(tmp_path, slip))]
