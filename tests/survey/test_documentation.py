"""docs/survey-format.md is true: its example is read, its message is told, and its tables name every key there is."""

from __future__ import annotations

from pathlib import Path

from report.survey.file import SurveyFile
from report.survey.file.schema import (
    AnswerFile,
    BreakFile,
    NetFile,
    QuestionFile,
    ScaleEntryFile,
    SegmentFile,
    WaveFile,
)
from report.yaml_source import FileModel
from tests.conftest import CHECKOUT
from tests.documentation import assert_tables_tell, code_blocks
from tests.survey.files import faults, survey

PAGE = (CHECKOUT / "docs" / "survey-format.md").read_text("utf-8")


def test_the_tables_name_every_key_and_whether_it_is_required() -> None:
    models: dict[str, type[FileModel]] = {
        "The survey": SurveyFile,
        "A wave": WaveFile,
        "A segmentation": SegmentFile,
        "A question": QuestionFile,
        "An answer": AnswerFile,
        "A net": NetFile,
        "A scale": ScaleEntryFile,
        "A break": BreakFile,
    }

    assert_tables_tell(PAGE, models)


def test_the_example_is_a_survey(tmp_path: Path) -> None:
    found = survey(tmp_path, code_blocks(PAGE, "yaml")[0])

    assert found.n == 1004
    assert [answer.id for answer in found.question("teams").answers] == ["own", "cross", "everyone"]


def test_the_message_is_told_so(tmp_path: Path) -> None:
    text = code_blocks(PAGE, "yaml")[0].replace("percent: 49,", "percent: 49,5,")

    (fault,) = faults(tmp_path, text)

    assert fault.as_text() + "\n" == code_blocks(PAGE, "text")[0]
