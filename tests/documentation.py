"""Reads the pages of docs/: their code blocks, and their tables of keys."""

from __future__ import annotations

import re
from collections.abc import Mapping

from report.yaml_source import FileModel
from report.yaml_source.editors import schema_for_editors


def code_blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def key_tables(page: str) -> dict[str, dict[str, str]]:
    """The tables whose first column is a key: by the heading above, what the second column says of each key."""
    tables: dict[str, dict[str, str]] = {}
    heading = ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif found := re.match(r"\| `([a-z_]+)` \| ?([a-z` ]*?) ?\| ", line):
            tables.setdefault(heading, {})[found[1]] = found[2]
    return tables


def assert_tables_tell(page: str, models: Mapping[str, type[FileModel]]) -> None:
    """Asserts that the tables of a page name every key of the models, by heading, and which of them are required."""
    tables = key_tables(page)
    assert tables.keys() == models.keys()
    for heading, model in models.items():
        schema = schema_for_editors(model)
        assert list(tables[heading]) == list(schema["properties"]), heading
        required = [key for key, is_required in tables[heading].items() if is_required == "required"]
        assert required == schema.get("required", []), heading
