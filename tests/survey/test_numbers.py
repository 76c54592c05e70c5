"""Questions that have numbers for answers: the classes that are made of a file, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from report.survey.file import read_survey
from report.survey.model.respondents import Respondents
from tests.survey.respondents import SURVEY, faults, tables

HEAD = SURVEY.partition("waves:")[0].replace("wave: w2024\n", "") + "low_base: {hide: 0, flag: 0}\n"


def written(folder: Path, questions: str, column: str, cells: list[str]) -> Path:
    (folder / "rows.csv").write_text(f"{column}\n" + "".join(f'"{cell}"\n' for cell in cells), "utf-8")
    body = "".join(f"  {line}\n" for line in questions.strip().splitlines())
    (folder / "survey.yaml").write_text(f"{HEAD}data: {{file: rows.csv}}\nquestions:\n{body}", "utf-8")
    return folder / "survey.yaml"


def labels(path: Path) -> dict[str, tuple[str, str]]:
    numbers, found = read_survey(path, "survey.yaml")
    assert isinstance(numbers, Respondents), [fault.as_text() for fault in found]
    (question,) = numbers.survey.questions
    return {answer.id: (answer.label.text("de"), answer.label.text("en")) for answer in question.answers}


def shares(path: Path) -> list[object]:
    (table,) = tables(path).by_question.values()
    cells = [table.cell(answer, table.total).share for answer in table.answers]
    return [share.fraction for share in cells if share]


def test_whole_numbers_are_divided_at_round_ones(tmp_path: Path) -> None:
    ages = [str(age) for age in range(18, 78)]

    assert labels(written(tmp_path, "age: {type: numeric, topic: Age, label: How old?}", "age", [*ages, ""])) == {
        "under_30": ("unter 30", "under 30"),
        "from_30": ("30 bis 44", "30 to 44"),
        "from_45": ("45 bis 59", "45 to 59"),
        "from_60": ("60 und mehr", "60 and over"),
    }


def test_numbers_with_decimals_have_classes_that_hold_their_upper_end(tmp_path: Path) -> None:
    cells = ["0,5", "2", "2.5", "4", "5", "5.5", "7", "-9"]
    path = written(tmp_path, "h: {type: numeric, topic: Time, label: How long?, missing: {refused: -9}}", "h", cells)

    assert labels(path) == {
        "up_to_2": ("bis 2", "up to 2"),
        "above_2": ("über 2 bis 4", "over 2 to 4"),
        "above_4": ("über 4 bis 6", "over 4 to 6"),
        "above_6": ("über 6", "over 6"),
    }
    assert shares(path) == pytest.approx([2 / 7, 2 / 7, 2 / 7, 1 / 7])


def test_single_values_are_called_as_they_are(tmp_path: Path) -> None:
    children = ["0", "1", "2", "3", "4"] * 10 + ["9"]

    found = labels(written(tmp_path, "c: {type: numeric, topic: Children, label: How many?}", "c", children))

    assert [english for _, english in found.values()] == ["0", "1", "2", "3", "4 and over"]


def test_an_author_may_write_classes_and_word_ratings(tmp_path: Path) -> None:
    classes = "{low: {code: ..4, label: low}, high: {code: 5.., label: high}}"
    own = f"x: {{type: numeric, topic: X, label: X?, answers: {classes}}}"
    reworded = "x: {type: nps, topic: X, label: X?, answers: {promoters: {label: Fans}}}"

    assert shares(written(tmp_path, own, "x", ["1", "5", "6"])) == pytest.approx([1 / 3, 2 / 3])

    numbers, found = read_survey(written(tmp_path, reworded, "x", ["1", "5", "10"]), "survey.yaml")
    assert isinstance(numbers, Respondents), found
    assert [answer.label.text("en") for answer in numbers.survey.questions[0].answers] == [
        "Fans",
        "Passives (7–8)",
        "Detractors (0–6)",
    ]


# -------------------------------------------------------------------------------------------------------------- faults

NUMERIC = "x: {type: numeric, topic: X, label: X?, plausible: 0..100, missing: {refused: 999}}"
NPS = "x: {type: nps, topic: X, label: X?}"


@pytest.mark.parametrize(
    ("question", "cells", "message"),
    [
        (
            NUMERIC,
            ["5", "999", "abc", "250", "250"],
            'error[unknown-code]: 3 respondents have what no answer of `x` names: "250" (2), "abc" (1)',
        ),
        (
            NPS,
            ["5", "10", "11", "7.5", "8,0"],
            'error[unknown-code]: 2 respondents have what no answer of `x` names: "11" (1), "7.5" (1)',
        ),
        (NPS.replace("}", ", plausible: 0..10}"), ["5"], "[of-other-type]: `plausible` is a key of questions with"),
        (NPS.replace("}", ", percent_of: asked}"), ["5"], "error[of-other-type]: `percent_of: asked` counts who"),
        (
            NPS.replace("}", ", answers: {fans: {label: Fans}}}"),
            ["5"],
            'error[of-other-type]: "fans" is no answer of `type: nps`, which has detractors, passives, promoters',
        ),
        (
            NPS.replace("}", ", answers: {promoters: {label: Fans, code: 10}}}"),
            ["5"],
            'error[of-other-type]: "promoters" has a code, and `type: nps` says itself which ratings are whose',
        ),
        (
            "x: {type: numeric, topic: X, label: X?}",
            ["some", "many", ""],
            'error[no-code]: the column "x" has no number, so that no classes can be made of it',
        ),
        (
            "x: {type: numeric, topic: X, label: X?, column: y}",
            ["1"],
            'error[no-column]: the data file has no column "y"',
        ),
        (
            "y: {type: numeric, topic: X, label: X?}",
            ["1"],
            'error[no-column]: the data file has no column "y", and the question names none',
        ),
        (
            NUMERIC.replace("0..100", "100..0"),
            ["5"],
            'error[wrong-type]: "100..0" is no range of numbers',
        ),
        (
            NUMERIC.replace("}}", "}, answers: {mean: {code: 0..100, label: All}}}"),
            ["5"],
            'error[duplicate-id]: "mean" is the id of a score of the question already',
        ),
        (
            NUMERIC.replace("}}", "}, answers: {all: {code: 0..100, label: All, role: other}}}"),
            ["5"],
            'error[of-other-type]: "all" has a role, and the answers of `type: numeric` are classes of numbers',
        ),
        (
            NUMERIC.replace("}}", "}, answers: {all: {code: many, label: All}}}"),
            ["5"],
            'error[no-code]: "many" is no number, and no range of numbers such as 18..29',
        ),
        (NUMERIC.replace("}}", '}, separator: ";"}'), ["5"], "[form-of-answers]: `type: numeric` allows one answer"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(question: str, cells: list[str], message: str, tmp_path: Path) -> None:
    found = [fault.as_text() for fault in faults(written(tmp_path, question, "x", cells))]

    assert any(message in each for each in found), "\n".join(found)


def test_ratings_that_a_file_labels_as_another_scale_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, NPS, "x", ["1"])
    path.write_text(path.read_text("utf-8").replace("rows.csv", "rows.sav"), "utf-8")
    ratings = {"x": [float(1 + n % 10) for n in range(40)]}
    labels_of_file = {"x": {1.0: "not at all", 10.0: "very"}}
    pyreadstat.write_sav(pl.DataFrame(ratings), str(tmp_path / "rows.sav"), variable_value_labels=labels_of_file)

    (found,) = faults(path)

    said = 'error[no-rating-scale]: the file labels the values of "x" from 1 ("not at all") to 10 ("very"), and'
    assert said in found.as_text()


def test_numbers_need_respondents(tmp_path: Path) -> None:
    path = written(tmp_path, NPS, "x", ["1"])
    text = path.read_text("utf-8").replace("data: {file: rows.csv}\n", "").replace("low_base: {hide: 0, flag: 0}\n", "")
    path.write_text(text, "utf-8")

    (found,) = faults(path)

    assert (
        "error[of-other-form]: `type: nps` is counted from respondents, and the survey names no `data`"
        in found.as_text()
    )


def test_ratings_that_begin_at_one_are_doubted(tmp_path: Path) -> None:
    ratings = [str(1 + n % 10) for n in range(120)]

    (found,) = faults(written(tmp_path, NPS, "x", ratings))

    assert "warning[doubtful-ratings]: none of 120 respondents rated `x` 0, and some 1:" in found.as_text()
    assert faults(written(tmp_path, NPS, "x", [*ratings, "0"])) == ()
