"""Base lines of what was counted: who, how many, that it is weighted, on which effective base, who is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.document.model import Document, FindingSection
from tests import counting
from tests.document.telling import document_of

WEIGHED = [
    *counting.rows(daily=90, often=60, never=30, books=80, size="small", weight=1),
    *counting.rows(daily=20, often=20, never=20, books=20, size="large", weight=3),
]
"""180 of weight 1 and 60 of weight 3: all of them weigh 360, effective 360² / (180 + 540) = 180."""


def document(folder: Path, rows: list[counting.Row], text: str | None = None, language: str = "en") -> Document:
    counting.written(folder, rows, text or counting.survey(language=language))
    source = pipeline.Source(folder / "survey.yaml", "survey.yaml", "reading")
    (briefing,) = pipeline.tell(pipeline.read(source), [language], allow_failed_claims=False).briefings
    return document_of(briefing)


def bases(document: Document) -> dict[str, str]:
    """The base line of each finding, by its id, with plain blanks."""
    return {
        part.id.removeprefix("findings/"): part.source.base[0].text.replace("\N{NO-BREAK SPACE}", " ")
        for part in document.parts
        if isinstance(part, FindingSection)
    }


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Base: readers, n = 240, weighted, effective n = 180"),
        ("de", "Basis: readers, n = 240, gewichtet, n effektiv = 180"),
    ],
)
def test_weights_and_what_they_cost_are_said(language: str, line: str, tmp_path: Path) -> None:
    assert bases(document(tmp_path, WEIGHED, language=language))["q"] == line


def test_of_groups_it_is_said_from_which_to_which(tmp_path: Path) -> None:
    rows = [
        *counting.rows(daily=150, often=60, never=30, books=80, size="small", weight=1),
        *counting.rows(daily=10, often=80, never=40, books=20, size="large", weight=1),
        *counting.rows(daily=10, often=10, never=10, books=20, size="large", weight=3),
    ]

    # The large ones are 130 of weight 1 and 30 of weight 3: 220² / 400 = 121; all are 370 of 1 and 30 of 3: 460² / 640.
    assert bases(document(tmp_path, rows))["q_by_size"] == (
        "Base: readers, n = 400 (all), n = 240 (small), n = 160 (large), weighted, effective n = 121 to 331"
    )


def test_without_weights_nothing_is_said_of_them(tmp_path: Path) -> None:
    text = counting.survey().replace(", weight: weight}", "}")

    assert bases(document(tmp_path, WEIGHED, text))["q"] == "Base: readers, n = 240"


def test_who_gave_no_answer_is_counted(tmp_path: Path) -> None:
    rows = [*counting.rows(daily=100, often=60, never=40), *counting.rows(refused=12)]
    text = counting.survey().replace(
        "    nets:", "    missing: {{refused: refused}}\n    nets:".replace("{{", "{").replace("}}", "}")
    )

    assert bases(document(tmp_path, rows, text))["q"] == (
        "Base: readers, n = 200, weighted, without 12 who gave no answer"
    )


def test_the_sign_of_few_is_that_of_the_survey(tmp_path: Path) -> None:
    rows = [*counting.rows(daily=100, often=60, never=40)]

    assert bases(document(tmp_path, rows, counting.survey(flag=250)))["q"] == (
        "Base: readers, n = 200*, weighted; * = Base under 250"
    )
