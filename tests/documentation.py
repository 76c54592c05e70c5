"""Reads the pages of docs/: their code blocks, and their tables of keys."""

from __future__ import annotations

import re


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
