"""Every text of the two example files that an output shows, and what comes of a change of one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from report import pipeline
from report.diagnostics import Diagnostic, Location, SourceError
from tests.faults.catalogue import EXAMPLE

FILES = ("survey.yaml", "briefing.yaml")
TEXTS = (
    *("title", "short_title", "publisher", "institute", "sponsor", "population", "unit", "mode", "weighting", "source"),
    *("note", "topic", "label", "short", "base", "reason", "version", "audience", "text", "caption", "subtitle"),
    *("headline", "lead", "speaker", "detail", "evidence", "method", "link"),
)
SPEAKER_NOTES = "notes"
"""Keys whose values are shown as they are written; `role` is one in a statement alone."""


@dataclass(frozen=True)
class Text:
    """A text as it stands in a file: its path in the file, the offsets of what is written, its quotation mark."""

    file: str
    path: str
    first: int
    last: int
    quote: str


def texts_of_example() -> list[Text]:
    """Every shown text of the example, file by file."""
    return [text for file in FILES for text in _texts(file)]


def _texts(file: str) -> Iterator[Text]:
    root = yaml.compose((EXAMPLE / file).read_text("utf-8"), yaml.CBaseLoader)
    for path, node in _scalars(root, ()):
        key = next(step for step in reversed(path) if not step.isdigit())
        is_role = key == "role" and "statements" in path
        if key in TEXTS or is_role or "earlier_label" in path:
            yield Text(file, ".".join(path), node.start_mark.index, node.end_mark.index, node.style or "")


def _scalars(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _scalars(item, (*path, str(number)))
    elif isinstance(node, yaml.ScalarNode):
        yield path, node


def with_text(folder: Path, text: Text, added: str) -> Location:
    """Writes the example with a text made longer at its end; gives the place of what was added."""
    for file in FILES:
        written = (EXAMPLE / file).read_text("utf-8")
        if file == text.file:
            end = text.first + len(written[text.first : text.last].rstrip()) - (1 if text.quote in ("'", '"') else 0)
            before = written[:end]
            line = before.count("\n") + 1
            place = Location(file, line, end - (before.rfind("\n") + 1) + 1)
            written = before + added + written[end:]
        (folder / file).write_text(written, "utf-8")
    return place


def with_texts(folder: Path, changes: Mapping[str, str]) -> None:
    """Writes the example with some of its texts, named by their paths, replaced."""
    for file in FILES:
        written = (EXAMPLE / file).read_text("utf-8")
        texts = sorted(_texts(file), key=lambda text: text.first, reverse=True)
        for text in texts:
            if text.path in changes:
                end = text.first + len(written[text.first : text.last].rstrip())
                new = json.dumps(changes[text.path], ensure_ascii=False)
                written = written[: text.first] + new + written[end:]
        (folder / file).write_text(written, "utf-8")


def told_of(folder: Path, *, allow_failed_claims: bool = False) -> tuple[Diagnostic, ...]:
    """The faults and warnings of the briefing in a folder, laid out to its last page."""
    try:
        material = pipeline.read(pipeline.Source(folder / "briefing.yaml", "briefing.yaml", "example"))
        told = pipeline.tell(material, material.story.languages, allow_failed_claims=allow_failed_claims)
        _, warnings = pipeline.lay_out(told)
    except SourceError as error:
        return error.diagnostics
    return warnings
