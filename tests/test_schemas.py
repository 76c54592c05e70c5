"""The JSON Schemas in docs/ say what the program reads."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.conftest import CHECKOUT
from tests.schemas import FOLDER, SCHEMAS, schema_text


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_in_docs_is_that_of_the_file_model(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == schema_text(name), "write it anew: python -m tests.schemas"


@pytest.mark.parametrize("file", sorted((CHECKOUT / "data").glob("*/*.yaml")), ids=lambda file: file.name)
def test_a_file_that_ships_names_its_schema_and_keeps_it(file: Path) -> None:
    text = file.read_text("utf-8")
    first_line, _, _ = text.partition("\n")
    schema = file.parent / first_line.removeprefix("# yaml-language-server: $schema=")

    assert schema.resolve() == FOLDER / f"{file.stem}.schema.json"
    jsonschema.validate(yaml.load(text, yaml.CSafeLoader), SCHEMAS[schema.name].model_json_schema())
