"""Published tables of percentages, drafted: what is a question, a wave, a group, a base; what is not published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from report import pipeline
from report.diagnostics import SourceError
from report.pipeline import DataForm, Source
from tests.conftest import SHARED

YEAR = 2026
GITHUB, MASCULINITY = SHARED / "data/github-open-source-survey", SHARED / "data/masculinity-survey"


def draft_of(path: Path, of: DataForm | None = None) -> dict[str, Any]:
    """The survey.yaml that is drafted of a table, as PyYAML reads it; it loads without a fault."""
    text = pipeline.draft_survey(path, path.name, YEAR, of=of).text
    read: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return read


def loaded(folder: Path, path: Path) -> pipeline.Material:
    """The tables and the story of the survey that is drafted of a table."""
    (folder / "survey.yaml").write_text(pipeline.draft_survey(path, path.name, YEAR).text, "utf-8")
    material = pipeline.read(Source(folder / "survey.yaml", "survey.yaml", "s"))
    assert material.faults == ()
    return material


def table(folder: Path, text: str) -> Path:
    (folder / "table.csv").write_text(text, "utf-8")
    return folder / "table.csv"


STACKED = """\
Social media 2016;;;
;;;
Who writes for the company?;2013;2014;2016
A team of its own;24;35;49
Several departments;–;33;33
Anybody;–;17;17

What for? (several answers);2013;2014;2016
To be known;–;85;77
To talk;*;51;57,5
To serve;<1;22;21
Base;100;200;400
"""


def test_waves_stand_beside_each_other_and_questions_below(tmp_path: Path) -> None:
    survey = draft_of(table(tmp_path, STACKED))

    assert (survey["title"], survey["wave"], survey["published"]) == ("Social media 2016", "w2016", "2016")
    assert {name: wave["date"] for name, wave in survey["waves"].items()} == {
        "w2013": "2013",
        "w2014": "2014",
        "w2016": "2016",
    }
    who, what = survey["questions"].values()
    assert (who["type"], who["type_source"], who["label"]) == ("single", "inferred", "Who writes for the company?")
    assert [answer["percent"] for answer in who["answers"].values()] == ["49", "33", "17"]
    assert who["earlier"]["w2013"] == {"a_team_of_its_own": "24"}
    assert (what["type"], "type_source" in what, "rest" in what) == ("multiple", False, False)
    assert what["answers"]["to_talk"]["percent"] == "57.5"
    assert what["earlier"]["w2013"] == {"to_serve": "<1"}
    assert what["n"] == {"total": "400", "w2013": "100", "w2014": "200"}
    loaded(tmp_path, table(tmp_path, STACKED))


GROUPS = """\
Answer,Total,Men,Women
Yes,61 %,58 %,64 %
No,27 %,30 %,24 %
Don't know,2 %,2 %,2 %
Base,"1,004",498,506
"""


def test_other_columns_are_groups_and_a_sum_below_100_leaves_a_rest(tmp_path: Path) -> None:
    survey = draft_of(table(tmp_path, GROUPS))

    (question,) = survey["questions"].values()
    assert question["rest"] == "unknown"
    assert question["answers"]["don_t_know"]["role"] == "dont_know"
    assert list(survey["segments"]["groups"]["columns"]) == ["men", "women"]
    assert question["segments"]["groups"]["women"] == {"yes": "64", "no": "24", "don_t_know": "2"}
    assert question["n"] == {"total": "1004", "groups.men": "498", "groups.women": "506"}
    loaded(tmp_path, table(tmp_path, GROUPS))


def test_two_rows_of_headings_are_segments_and_their_groups(tmp_path: Path) -> None:
    if not MASCULINITY.exists():
        pytest.skip("needs the masculinity survey beside the project")

    survey = draft_of(MASCULINITY / "masculinity-survey.csv")

    assert list(survey["segments"]) == ["age", "race", "children", "sexual_orientation"]
    masculine = survey["questions"]["in_general_how_masculine_or"]
    assert masculine["type"] == "scale"
    assert {a["label"]: a["percent"] for a in masculine["answers"].values()} == {
        "Very masculine": "37",
        "Somewhat masculine": "46",
        "Not very masculine": "11",
        "Not at all masculine": "5",
        "No answer": "1",
    }
    assert masculine["segments"]["sexual_orientation"]["gay_bisexual"]["very_masculine"] == "21"
    ideas = survey["questions"]["where_have_you_gotten_your"]
    assert (ideas["type"], ideas["answers"]["pop_culture"]["percent"]) == ("multiple", "23")
    assert ideas["segments"]["age"]["group_18_34"]["pop_culture"] == "42"


@pytest.mark.parametrize(
    ("file", "question", "answer", "percent", "earlier"),
    [  # what the publisher's pages say, to one decimal
        ("q17", "bin_transparency_privacy_beliefs", 0, "51.2", "60.2"),
        ("q33", "onehot_negative_response", 4, "37.7", "48.6"),
        ("q43", "bin_minority_homecountry", 1, "18.2", "13.4"),
        ("q7", "an_open_source_license", 0, "65.4", "63.8"),
    ],
)
def test_tables_with_a_percentage_a_row(file: str, question: str, answer: int, percent: str, earlier: str) -> None:
    if not GITHUB.exists():
        pytest.skip("needs the GitHub survey beside the project")

    survey = draft_of(GITHUB / f"{file}_data.csv")

    found = survey["questions"][question]
    answers = survey["scales"][found["scale"]] if "scale" in found else found["answers"]
    name = list(answers)[answer]
    current = found["percent"][name] if "scale" in found else answers[name]["percent"]
    assert (current, found["earlier"]["w2017"][name]) == (percent, earlier)


def test_a_base_of_one_row_that_differs_is_told(tmp_path: Path) -> None:
    rows = [
        "question,answer,year,n,percent",
        "q,a,2020,100,60",
        "q,b,2020,100,40",
        "q,a,2022,200,50",
        "q,b,2022,190,50",
    ]

    text = pipeline.draft_survey(table(tmp_path, "\n".join(rows) + "\nq,c,2022,200,0\n"), "table.csv", YEAR).text

    assert "# row 5 has the base 190 where others of 2022 have 200" in text
    assert "n: {w2020: 100}" in text  # shares of one whole on different bases: which one is theirs, nobody knows


def test_an_answer_of_several_has_the_base_of_its_row(tmp_path: Path) -> None:
    written = pipeline.draft_survey(GITHUB / "q33_data.csv", "q33_data.csv", YEAR).text
    (tmp_path / "survey.yaml").write_text(written, "utf-8")

    material = pipeline.read(Source(tmp_path / "survey.yaml", "survey.yaml", "s"))

    assert material.faults == ()
    [tabulated] = material.tables.by_question.values()
    bases = {tabulated.cell(row, tabulated.total).bases.unweighted for row in tabulated.answers}
    assert bases == {1237, 1337}
    assert tabulated.cell("i_did_not_react_ignored_the", tabulated.total).bases.unweighted == 1237


def test_a_workbook_whose_percentages_are_fractions(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, per_cent = book.add_worksheet(), book.add_format({"num_format": "0%"})
        for number, row in enumerate([["How often?", 2024, 2026], ["often", 0.45, 0.5], ["never", 0.55, 0.495]]):
            for place, cell in enumerate(row):
                sheet.write(number + 2, place, cell, per_cent if number and place else None)

    (question,) = draft_of(path)["questions"].values()

    assert question["label"] == "How often?"
    assert [answer["percent"] for answer in question["answers"].values()] == ["50", "49.5"]


def test_questions_of_the_same_steps_share_a_scale(tmp_path: Path) -> None:
    rows = [
        "Police,2026",
        "agree,40",
        "neither,30",
        "disagree,30",
        "",
        "Courts,2026",
        "agree,20",
        "neither,30",
        "disagree,49",
    ]

    survey = draft_of(table(tmp_path, "\n".join(rows)))

    police, courts = survey["questions"].values()
    assert police["scale"] == courts["scale"] == "scale_1"
    assert courts["percent"] == {"agree": "20", "neither": "30", "disagree": "49"}


@pytest.mark.parametrize(
    "rows",
    [
        ["id,q1,q2", *(f"{each},{each % 3},{each % 2}" for each in range(20))],
        ["name,age,points", *(f"person {each},{20 + each},{each}" for each in range(20))],
        ["sex,q1", *("male,1" if each % 2 else "female,0" for each in range(20))],
    ],
)
def test_rows_of_respondents_are_no_table(rows: list[str], tmp_path: Path) -> None:
    assert "data" in draft_of(table(tmp_path, "\n".join(rows)))


def test_a_cell_that_is_no_percentage_is_told_at_its_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        draft_of(table(tmp_path, STACKED.replace("17;17", "seventeen;170")), of=DataForm.PERCENTAGES)

    assert [fault.as_text() for fault in error.value.diagnostics] == [
        'table.csv: row 6, variable "2014": error[table-cell]: "seventeen" is no percentage from 0 to 100\n'
        "  hint: write digits, as in 51 or 51.5 %, <1 for less than one, or leave the cell empty where nothing was "
        "published",
        'table.csv: row 6, variable "2016": error[table-cell]: "170" is no percentage from 0 to 100\n'
        "  hint: write digits, as in 51 or 51.5 %, <1 for less than one, or leave the cell empty where nothing was "
        "published",
    ]


def test_what_is_said_to_be_a_table_and_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        draft_of(table(tmp_path, "a,b\nc,d\n"), of=DataForm.PERCENTAGES)

    assert error.value.diagnostics[0].as_text() == (
        "table.csv: error[no-table]: the sheet has no table of percentages: a row of headings, below it answers with a "
        "number a column\n"
        "  hint: begin with a row such as: Answer, 2024, 2026; below it one row for every answer"
    )
