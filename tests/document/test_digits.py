"""Every digit of a document can be traced: to a cell, to a declared fact, or to words with their place in a file."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from report import pipeline
from report.briefing.model.prose import Fact, FactKind, Figure, Late, Literal, Prose, Run, Words, fixed, told
from report.document.model import Document
from report.language.registry import load
from tests.document.telling import document_of
from tests.surveys import FOLDERS


@cache
def documents(folder: Path) -> dict[str, Document]:
    """The documents of a folder, by language and file; that of its survey alone too."""
    found: dict[str, Document] = {}
    for name in ("briefing", "survey"):
        path = folder / f"{name}.yaml"
        if path.exists():
            found |= {f"{code}, {name}": document for code, document in _documents(path).items()}
    return found


def _documents(path: Path) -> dict[str, Document]:
    material = pipeline.read(pipeline.Source(path, path.name, path.parent.name))
    briefings = pipeline.tell(material, material.story.languages, allow_failed_claims=True).briefings
    return {briefing.language.code: document_of(briefing) for briefing in briefings}


def texts(value: object) -> Iterator[Prose]:
    """Every prose in a value, however deep."""
    if isinstance(value, Prose):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


def untraced(document: Document) -> list[str]:
    """The runs with a digit that nobody answers for."""
    runs = [run for text in texts(document) for run in text.runs if any(char.isdigit() for char in run.text)]
    return [run.text for run in runs if not _is_traced(run)]


def _is_traced(run: Run) -> bool:
    match run:
        case Figure():
            return bool(run.cells and run.expression)
        case Fact():
            return bool(run.origin)
        case Words():
            return run.source.at(0) is not None
        case Literal() | Late():
            return False


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_digit_belongs_to_a_cell_a_fact_or_written_words(folder: Path) -> None:
    found = documents(folder)

    assert {language: untraced(document) for language, document in found.items()} == {name: [] for name in found}
    assert all(any(char.isdigit() for text in texts(document) for char in text.text) for document in found.values())


def test_a_bare_digit_in_generated_words_is_found() -> None:
    document = next(iter(documents(FOLDERS[0]).values()))
    planted = replace(document.method.headline, text=fixed("Was über die 3 Befragungen bekannt ist"))

    assert untraced(replace(document, method=replace(document.method, headline=planted))) == [
        "Was über die 3 Befragungen bekannt ist"
    ]


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_fixed_words_of_a_language_hold_no_digit_but_the_whole(code: str) -> None:
    words = load(code).words
    runs = [run for field in fields(words) for run in fixed(getattr(words, field.name)).runs]

    assert [run.text for run in runs if isinstance(run, Literal) and any(char.isdigit() for char in run.text)] == []
    assert {run.text for run in runs if isinstance(run, Fact)} == {"100"}
    assert {run.kind for run in runs if isinstance(run, Fact)} == {FactKind.CONSTANT}


def test_what_is_filled_into_fixed_words_keeps_what_it_is() -> None:
    n = Fact(FactKind.N, "430", "survey.n")

    assert told("Basis: {base}, n = {n} (100 %)", base=Words("Firmen"), n=n).runs == (
        Literal("Basis: "),
        Words("Firmen"),
        Literal(", n = "),
        n,
        Literal(" ("),
        Fact(FactKind.CONSTANT, "100", "the whole in per cent"),
        Literal(" %)"),
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_document_survives_being_packed_away(folder: Path) -> None:
    for document in documents(folder).values():
        assert pickle.loads(pickle.dumps(document)) == document
