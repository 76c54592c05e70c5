"""Writes the JSON Schemas that editors read into docs/: python -m tests.schemas"""

from __future__ import annotations

import json

from report.briefing.file import BriefingFile
from report.survey.file import SurveyFile
from report.yaml_source import FileModel
from tests.conftest import CHECKOUT

SCHEMAS: dict[str, type[FileModel]] = {"survey.schema.json": SurveyFile, "briefing.schema.json": BriefingFile}
FOLDER = CHECKOUT / "docs"


def schema_text(name: str) -> str:
    """The text of one of the schemas."""
    return json.dumps(SCHEMAS[name].model_json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in SCHEMAS:
        (FOLDER / name).write_text(schema_text(name), encoding="utf-8")
