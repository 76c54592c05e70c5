"""The JSON Schemas in docs/ say what the program reads."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

import report
from report import pipeline
from tests.conftest import CHECKOUT

FOLDER = CHECKOUT / "docs"
SCHEMAS = pipeline.schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_in_docs_is_the_one_that_is_exported(name: str, tmp_path: Path) -> None:
    written = report.export_schemas(tmp_path)

    assert tmp_path / name in written
    assert (FOLDER / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8"), "mend it: report schema docs"


@pytest.mark.parametrize("file", sorted((CHECKOUT / "data").glob("*/*.yaml")), ids=lambda file: file.name)
def test_a_file_that_ships_names_its_schema_and_keeps_it(file: Path) -> None:
    text = file.read_text("utf-8")
    first_line, _, _ = text.partition("\n")
    schema = file.parent / first_line.removeprefix("# yaml-language-server: $schema=")

    assert schema.resolve() == FOLDER / f"{file.stem}.schema.json"
    jsonschema.validate(yaml.load(text, yaml.CSafeLoader), SCHEMAS[schema.name])
