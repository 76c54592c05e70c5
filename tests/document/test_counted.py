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


BATTERY = """\
format: 1
languages: [de, en]
title: {de: Lieferung, en: Delivery}
publisher: Shop
published: 2026-05
population: {de: Kunden, en: customers}
unit: {de: Kunden, en: customers}
low_base: {hide: 0, flag: 30}
data: {file: answers.csv}
scales:
  ease:
    answers:
      good: {code: good, label: {de: gut, en: good}}
      fair: {code: fair, label: {de: mittel, en: fair}, role: midpoint}
      bad: {code: bad, label: {de: schlecht, en: bad}}
questions:
  price: {type: scale, column: price, scale: ease, topic: {de: Zufrieden mit, en: Content with}, label: {de: dem Preis, en: the price}}
  speed: {type: scale, column: speed, scale: ease, topic: {de: Zufrieden mit, en: Content with}, label: {de: dem Tempo, en: the speed}}
  staff: {type: scale, column: staff, scale: ease, topic: {de: Zufrieden mit, en: Content with}, label: {de: dem Personal, en: the staff}}
"""  # noqa: E501
"""Three statements of one topic, to each of which another number of people may answer."""


TWO = (
    BATTERY[: BATTERY.index("scales:")].replace("hide: 0", "hide: 30")
    + """\
questions:
  price: {type: single, column: price, topic: {de: Preis, en: Price}, label: {de: Preis, en: Price}, answers: &answers
    {good: {code: good, label: {de: gut, en: good}}, fair: {code: fair, label: {de: mittel, en: fair}}}}
  speed: {type: single, column: speed, topic: {de: Tempo, en: Speed}, label: {de: Tempo, en: Speed}, answers:
    {good: {code: good, label: {de: gut, en: good}}, fair: {code: fair, label: {de: mittel, en: fair}}}}
""".replace("&answers", "")
)


def answers(good: int, fair: int, bad: int, blank: int = 0) -> list[str]:
    return ["good"] * good + ["fair"] * fair + ["bad"] * bad + [""] * blank


def battery(price: list[str], speed: list[str], staff: list[str]) -> list[counting.Row]:
    columns = {"price": price, "speed": speed, "staff": staff}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


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


def test_of_weights_that_are_all_equal_nothing_is_said(tmp_path: Path) -> None:
    rows = counting.rows(daily=100, often=60, never=40, weight=2)

    assert bases(document(tmp_path, rows))["q"] == "Base: readers, n = 200"


def test_without_weights_nothing_is_said_of_them(tmp_path: Path) -> None:
    text = counting.survey().replace(", weight: weight}", "}")

    assert bases(document(tmp_path, WEIGHED, text))["q"] == "Base: readers, n = 240"


def test_who_gave_no_answer_is_counted(tmp_path: Path) -> None:
    rows = [*counting.rows(daily=100, often=60, never=40), *counting.rows(refused=12)]
    text = counting.survey().replace(
        "    nets:", "    missing: {{refused: refused}}\n    nets:".replace("{{", "{").replace("}}", "}")
    )

    assert bases(document(tmp_path, rows, text))["q"] == ("Base: readers, n = 200, without 12 who gave no answer")


@pytest.mark.parametrize(
    ("language", "unsure", "refused", "left_out"),
    [
        ("en", 7, 12, "without 7 who did not know, without 12 who gave no answer"),
        ("en", 7, 0, "without 7 who did not know"),
        ("de", 1, 2, "ohne 1 Person, die „weiß nicht“ sagte, ohne 2, die keine Angabe machten"),
    ],
)
def test_who_did_not_know_is_told_apart_from_who_gave_no_answer(
    language: str, unsure: int, refused: int, left_out: str, tmp_path: Path
) -> None:
    rows = [*counting.rows(daily=100, often=60, never=40), *counting.rows(dk=unsure, refused=refused)]
    missing = "    missing: {refused: refused, dont_know: dk}\n    nets:"

    found = bases(document(tmp_path, rows, counting.survey(language=language).replace("    nets:", missing), language))

    assert found["q"].endswith(f", n = 200, {left_out}")


def test_who_did_not_know_is_told_of_several_answers_too(tmp_path: Path) -> None:
    rows = [
        *counting.rows(daily=100, books=60),
        *({**row, "books": "dk", "papers": "dk"} for row in counting.rows(daily=9)),
    ]
    text = counting.survey().replace("    percent_of: asked\n", "    missing: {dont_know: dk}\n")

    assert bases(document(tmp_path, rows, text))["m"] == "Base: readers, n = 100, without 9 who did not know"


def test_the_sign_of_few_is_that_of_the_survey(tmp_path: Path) -> None:
    rows = [*counting.rows(daily=100, often=60, never=40)]

    assert bases(document(tmp_path, rows, counting.survey(flag=250)))["q"] == (
        "Base: readers, n = 200*; * = Base under 250"
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Base: customers (the price: n = 400; the speed: n = 399; the staff: n = 384),"
            " without 0 to 16, by question, who gave no answer",
        ),
        (
            "de",
            "Basis: Kunden (dem Preis: n = 400; dem Tempo: n = 399; dem Personal: n = 384),"
            " ohne 0 bis 16 je nach Frage, die keine Angabe machten",
        ),
    ],
)
def test_of_several_questions_each_is_named_and_those_without_an_answer_are_counted(
    language: str, line: str, tmp_path: Path
) -> None:
    rows = battery(answers(200, 120, 80), answers(140, 133, 126, blank=1), answers(128, 128, 128, blank=16))

    assert line in bases(document(tmp_path, rows, BATTERY, language)).values()


@pytest.mark.parametrize(
    ("price", "is_told"),
    [
        (answers(140, 133, 126), False),  # 35.09, 33.33, 31.58: printed 35, 33, 32; as floats not exactly the whole
        (answers(133, 133, 133), True),  # printed 33 three times
        (answers(399, 0, 0), False),
    ],
)
def test_rounding_is_that_of_the_printed_numbers(price: list[str], tmp_path: Path, *, is_told: bool) -> None:
    told = document(tmp_path, battery(price, answers(399, 0, 0), answers(399, 0, 0)), BATTERY)

    (note,) = (part.source for part in told.parts if isinstance(part, FindingSection) and part.id == "findings/price")
    assert note is not None
    assert any("because of rounding" in topic.text for topic in note.topic) is is_told


def test_a_question_of_hidden_figures_is_no_finding(tmp_path: Path) -> None:
    rows = battery(answers(30, 20, 0), answers(10, 5, 0, blank=35), answers(50, 0, 0))

    assert [*bases(document(tmp_path, rows, TWO))] == ["price"]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "differences of unrounded values"), ("de", "Differenzen aus ungerundeten Werten")]
)
def test_a_difference_that_is_not_that_of_the_printed_numbers_is_explained(
    tmp_path: Path, language: str, said: str
) -> None:
    """76.4 % and 23.6 % lie 52.8 points apart: 76 %, 24 % and 53; 80 % and 20 % lie 60 apart."""
    rows = battery(answers(382, 118, 0), answers(400, 100, 0), answers(1, 0, 0) * 500)
    found = document(tmp_path, rows, TWO.replace("low_base", "sample: random\nlow_base"), language)

    notes = {
        part.id.removeprefix("findings/"): " ".join(each.text for each in (part.source_with_text or part.source).topic)
        for part in found.parts
        if isinstance(part, FindingSection)
    }
    assert (said in notes["price"], said in notes["speed"]) == (True, False)
