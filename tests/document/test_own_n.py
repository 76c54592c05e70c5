"""Answers that stand on another n than their question: no n is told beside a share that is not of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.briefing.model import Briefing
from report.document.banners import banner_book
from report.document.bases import n_of_row
from report.document.sources import base_parts, named_rows, source_note
from report.survey.file import read_survey
from report.survey.model import CellId, ColumnId
from tests.document.telling import document_of
from tests.document.test_digits import texts
from tests.surveys import briefings, telling

SURVEY = """\
format: 1
language: en
title: Harassment
publisher: Institute
published: 2024
population: people who work on open source
unit: respondents
wave: w2024
waves: {w2017: {date: 2017}, w2024: {date: 2024}}
questions:
  q:
    type: multiple
    topic: Reaction
    label: What did you do?
    n: {total: 1337, w2017: 659}
    answers:
      blocked: {percent: 34.18, label: Blocked the user}
      ignored: {percent: 37.67, n: 1237, label: Ignored it}
      asked: {percent: 28.12, label: Asked them to stop}
    earlier:
      w2017: {blocked: 23.52, ignored: 48.56, asked: 27.77}
"""
NOW, BEFORE = ColumnId("w2024"), ColumnId("w2017")


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    return briefings(tmp_path)[0]


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_cell_has_its_own_n_and_the_column_the_least_and_the_most(briefing: Briefing) -> None:
    table = briefing.tables.table("q")

    assert {answer: table.cell(answer, NOW).bases.unweighted for answer in table.answers} == {
        "blocked": 1337,
        "ignored": 1237,
        "asked": 1337,
    }
    assert (table.column(NOW).n, table.column(NOW).most) == (1237, 1337)
    assert (table.column(BEFORE).n, table.column(BEFORE).most) == (659, None)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("blocked", "ignored"), "n = 659 (2017), n = 1,237 to 1,337 by answer (2024)"),
        (("ignored",), "n = 659 (2017), n = 1,237 (2024)"),
        (("blocked", "asked"), "n = 659 (2017), n = 1,337 (2024)"),
    ],
)
def test_an_exhibit_tells_the_n_of_the_answers_that_it_shows(
    answers: tuple[str, ...], said: str, briefing: Briefing
) -> None:
    question = briefing.survey.question("q")

    base = source_note("note", question, [BEFORE, NOW], briefing, answers=answers).base[0]

    assert plainly(base.text) == f"Base: people who work on open source, {said}"


def test_a_figure_alone_has_its_own_n(briefing: Briefing) -> None:
    base, _ = base_parts({"q": [NOW]}, briefing, named_rows([CellId("q", "ignored", NOW)]))

    assert plainly(base.text).endswith("n = 1,237")


def test_tables_tell_which_answer_has_which_n(briefing: Briefing) -> None:
    table, question = briefing.tables.table("q"), briefing.survey.question("q")
    shown = table.published(table.waves)

    told = {answer: n_of_row(answer, question, shown, briefing) for answer in table.answers}

    assert {answer: n and plainly(n.text) for answer, n in told.items()} == {
        "blocked": None,
        "ignored": "n = 1,237 (2024)",
        "asked": None,
    }


def test_no_part_of_a_report_says_that_all_shares_are_of_the_larger_number(briefing: Briefing) -> None:
    told = [plainly(text.text) for text in texts(document_of(briefing))]

    assert any("1,237 to 1,337 by answer" in text for text in told)
    assert not [text for text in told if "n = 1,337" in text]


def test_the_table_for_analysts_has_the_span_and_a_note(briefing: Briefing) -> None:
    table = banner_book(briefing, document_of(briefing)).tables[0]

    assert [(cell.number, cell.text) for cell in table.bases[0].cells] == [(659, ""), (None, "1,237–1,337")]
    assert "Ignored it: n = 1,237 (2024)" in [plainly(note.text.text) for note in table.notes]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("type: multiple", "type: single\n    rest: unknown"), "error[of-other-type]"),
        (("n: 1237", "n: {w2018: 1237}"), "error[unknown-column]"),
        (("n: 1237", "n: {w2024: 1237}"), "error[not-earlier]"),
        (("{date: 2024}", "{date: 2024, n: 1200}"), "warning[more-than-asked]"),
        (("37.67", "37.68"), "warning[unreachable]"),
    ],
)
def test_an_n_of_an_answer_is_checked(change: tuple[str, str], fault: str, tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(SURVEY.replace(*change), "utf-8")

    _, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert fault in [f"{each.severity.value}[{each.id}]" for each in faults]


def test_a_claim_on_the_base_of_the_question_names_an_answer(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(SURVEY, "utf-8")
    story = "format: 1\nsurvey: survey.yaml\nlanguages: [en]\ntitle: {text: Harassment, holds: base(q) > 1000}\n"
    (tmp_path / "briefing.yaml").write_text(
        f"{story}cover: {{figure: q.ignored, caption: ignored it}}\n"
        "findings:\n  - {id: f, question: q, headline: Reaction, text: Text.}\n",
        "utf-8",
    )

    faults = [fault.message for fault in telling(tmp_path).faults]

    assert faults == ['the answers of "q" stand on different numbers of people, 1237 to 1337']
