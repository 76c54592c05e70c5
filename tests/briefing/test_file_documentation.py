"""docs/briefing-format.md is true: its example is read, and its tables name every key there is."""

from __future__ import annotations

from pathlib import Path

from report.briefing.file import BriefingFile, read_story
from report.briefing.file.frame_schema import ChapterFile, ContactFile, FreeSlideFile
from report.briefing.file.schema import (
    AnnotationFile,
    CoverFile,
    ExhibitFile,
    FindingFile,
    MessageFile,
    RecommendationFile,
    RecommendationsFile,
    StatementFile,
)
from report.survey.file import read_survey
from report.yaml_source import FileModel
from tests.conftest import CHECKOUT
from tests.documentation import assert_tables_tell, code_blocks

PAGE = (CHECKOUT / "docs" / "briefing-format.md").read_text("utf-8")
SURVEY_PAGE = (CHECKOUT / "docs" / "survey-format.md").read_text("utf-8")


def test_the_tables_name_every_key_and_whether_it_is_required() -> None:
    models: dict[str, type[FileModel]] = {
        "The briefing": BriefingFile,
        "The cover": CoverFile,
        "A message": MessageFile,
        "A finding": FindingFile,
        "An exhibit": ExhibitFile,
        "An annotation": AnnotationFile,
        "A statement": StatementFile,
        "Chapters": ChapterFile,
        "A free slide": FreeSlideFile,
        "Recommendations": RecommendationsFile,
        "An item": RecommendationFile,
        "A contact": ContactFile,
    }

    assert_tables_tell(PAGE, models)


def test_the_example_tells_the_example_of_the_survey(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(code_blocks(SURVEY_PAGE, "yaml")[0], encoding="utf-8")
    (tmp_path / "briefing.yaml").write_text(code_blocks(PAGE, "yaml")[0], encoding="utf-8")

    reading, faults = read_story(tmp_path / "briefing.yaml", "briefing.yaml", read_survey)

    assert faults == ()
    assert reading and reading.story.findings[0].text.text("en").count("\n\n") == 1
