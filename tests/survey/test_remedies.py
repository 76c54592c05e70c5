"""What a newcomer writes first, and the remedy that a message offers for it in the author's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.survey.files import faults

SURVEY = """\
format: 1
language: de
title: Strom
publisher: Amt
published: 2025-03
population: Haushalte
unit: Haushalte
fieldwork: FIELDWORK
questions:
  solar:
    type: single
    topic: Solar
    label: Haben Sie Solarstrom?
    answers: ANSWERS
"""
ANSWERS = "{ja: {percent: 74, label: Ja}, nein: {percent: %s, label: Nein}}"


def remedies(
    folder: Path, *, nein: str = "26", answers: str = "", fieldwork: str = "{from: 2025, to: 2025}"
) -> list[str]:
    """The hints of all faults."""
    text = SURVEY.replace("ANSWERS", answers or ANSWERS % nein).replace("FIELDWORK", fieldwork)
    return [str(fault.hint) for fault in faults(folder, text)]


LEAVE_OUT = (
    "leave the percentage out, which says that the figure was not published, and write `rest: unpublished` where the "
    "others sum to less than 100; a note can tell its bound"
)


@pytest.mark.parametrize(
    ("nein", "remedy"),
    [
        ("-26", "write 26"),
        ("0.26", "write 26"),
        ('"26 %"', "write 26"),
        ("26 Prozent", "write 26"),
        ('"25,9"', "write 25.9"),
        ("unter 1", "write <1"),
        ("weniger als 0.5 %", "write <0.5"),
        ("less than 1", "write <1"),
        ("<3", LEAVE_OUT),
        ("unter 3", LEAVE_OUT),
    ],
)
def test_a_percentage_in_other_words_is_told_as_it_is_written(nein: str, remedy: str, tmp_path: Path) -> None:
    assert remedies(tmp_path, nein=nein) == [remedy]


def test_who_leaves_out_what_is_no_bound_as_the_hint_says_has_no_fault_left(tmp_path: Path) -> None:
    assert remedies(tmp_path, nein="<3") == [LEAVE_OUT]

    mended = "{ja: {percent: 74, label: Ja}, nein: {label: Nein}}\n    rest: unpublished"
    assert remedies(tmp_path, answers=mended) == []


@pytest.mark.parametrize(
    ("answers", "remedy"),
    [
        ("{ja: 74, nein: {percent: 26, label: Nein}}", "write {percent: 74, label: ja}"),
        (
            "{ja: Ja, nein: {percent: 26, label: Nein}}",
            "write {percent: 50, label: Ja}, with its percentage; without one it was not published",
        ),
        (
            "[{percent: 74, label: Ja}, {percent: 26, label: Nein}]",
            "write every entry behind an id of its own instead of a hyphen, as in ja: {percent: 74, label: Ja}",
        ),
        (
            "{ja: {percent: 74, label: Ja}, nein: {percent: 26, label: Nein}}\n"
            "    nets:\n      - {of: [ja, nein], label: alle beide}",
            "write every entry behind an id of its own instead of a hyphen, "
            "as in alle_beide: {of: [ja, nein], label: alle beide}",
        ),
        (
            "{ja: {percent: 74}, nein: {percent: 26, label: Nein}}",
            "add its name as it is shown, such as label: Ja",
        ),
    ],
)
def test_an_answer_in_another_form_is_shown_as_it_is_written(answers: str, remedy: str, tmp_path: Path) -> None:
    assert remedies(tmp_path, answers=answers) == [remedy]


@pytest.mark.parametrize(
    ("fieldwork", "remedy"),
    [
        ("19.5. bis 7.7.2025", "write {from: 2025-05-19, to: 2025-07-07}"),
        ("2025-05-19 to 2025-07-07", "write {from: 2025-05-19, to: 2025-07-07}"),
        ("2025-05", "write {from: 2025-05, to: 2025-05}"),
        ("am 19.5.2025", "write {from: 2025-05-19, to: 2025-05-19}"),
        ("im Sommer", "write {from: ..., to: ...}, with the dates of the survey in place of the dots"),
    ],
)
def test_fieldwork_in_one_text_is_shown_with_its_two_dates(fieldwork: str, remedy: str, tmp_path: Path) -> None:
    assert remedies(tmp_path, fieldwork=fieldwork) == [remedy]
