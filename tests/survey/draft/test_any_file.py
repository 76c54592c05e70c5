"""Any small file of respondents is drafted as a survey that loads, and whose tables are what a count by hand gives."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import pipeline
from report.characters import comparable
from report.diagnostics import SourceError
from report.pipeline import DataForm, Source
from report.tables.model import CellState
from tests.respondents.specimens import sav

Cell = str | float | None
YEAR = 2026

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
WORDS = st.one_of(
    st.sampled_from(
        ["Yes", "No", "Agree", "Disagree", "Strongly agree", "don't know", "n/a", "NA", "Not selected", "blank",
         "18..39", "ja, sehr", '"quoted"', "a;b", "b;a", "a;b;c", "a", "b", "null", "true", "#1", "{{ x }}",
         "**bold**", "שלום", "x" * 40, "1", "2", "3", "007", "1.5", "weiß nicht", "Other", "0"]
    ),
    st.text(LETTERS, min_size=1, max_size=30),
)  # fmt: skip
NUMBERS = st.integers(-3, 12).map(float) | st.sampled_from([0.5, 1.5, 99.0])
NAMES = st.one_of(
    st.sampled_from(
        ["Q1", "q2_1", "q2_2", "q2_3", "age", "sex", "weight", "year", "id", "class", "true", "Trust [a]", "Trust [b]"]
    ),
    st.text(LETTERS, min_size=1, max_size=12),
)  # fmt: skip


@st.composite
def columns(draw: st.DrawFn) -> dict[str, list[Cell]]:
    """Some columns of one length: of few words that return, of numbers, of anything."""
    n = draw(st.integers(4, 40))
    names = draw(st.lists(NAMES, min_size=1, max_size=6, unique_by=lambda name: name.strip().casefold()))
    found: dict[str, list[Cell]] = {}
    for name in names:
        if draw(st.booleans()):
            values: Sequence[Cell] = draw(st.lists(WORDS, min_size=1, max_size=5))
        else:
            values = draw(st.lists(NUMBERS, min_size=1, max_size=6))
        found[name] = draw(st.lists(st.sampled_from([*values, None]), min_size=n, max_size=n))
    return found


def drafted(path: Path) -> dict[str, Any] | None:
    """The survey.yaml that is drafted of a file, written beside it, as PyYAML reads it; None where there is none."""
    try:
        draft = pipeline.draft_survey(path, path.name, YEAR, of=DataForm.RESPONDENTS)
    except SourceError as error:
        assert error.diagnostics[0].id in ("no-question", "data-empty"), error
        return None
    path.with_name("survey.yaml").write_text(draft.text, "utf-8")
    read: dict[str, Any] = yaml.load(draft.text, yaml.BaseLoader)
    return read


def counted(
    question: Mapping[str, Any], survey: Mapping[str, Any], rows: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """The share of each answer, counted by hand from the cells as texts, where a question has one code a cell."""
    answers = survey["scales"][question["scale"]] if "scale" in question else question["answers"]
    cells = rows[question["column"]]
    missing = {code for codes in question.get("missing", {}).values() for code in _listed(codes)}
    owner = {code: name for name, answer in answers.items() for code in _listed(answer.get("code", []))}
    others = next((name for name, answer in answers.items() if answer.get("others") == "true"), None)
    given_by = [owner.get(cell, others) for cell in cells if cell and cell not in missing]
    assert None not in given_by, (question, cells)
    return {name: given_by.count(name) / len(given_by) if given_by else 0.0 for name in answers}


def _listed(codes: str | Sequence[str]) -> list[str]:
    return [codes] if isinstance(codes, str) else list(codes)


def as_text(cell: Cell, kind: str) -> str:
    """A cell as a code names it: a text file has the texts that polars writes."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return comparable(cell)
    return str(cell) if kind == "csv" else f"{cell:.15g}"


def written(kind: str, folder: Path, frame: Mapping[str, Sequence[Cell]]) -> Path:
    path = folder / f"rows.{kind}"
    table = pl.DataFrame(dict(frame), strict=False)
    if kind == "csv":
        table.write_csv(path, quote_style="always")
    else:
        table.write_parquet(path)
    return path


def scored(question: Mapping[str, Any], rows: Mapping[str, Sequence[str]]) -> float | None:
    """The mean or net promoter score of the cells that are numbers and no missing values; None of none."""
    missing = {code for codes in question.get("missing", {}).values() for code in _listed(codes)}
    numbers = [float(cell.replace(",", ".")) for cell in rows[question["column"]] if cell and cell not in missing]
    if question["type"] == "nps":
        numbers = [100.0 * ((rating >= 9) - (rating <= 6)) for rating in numbers]
    return math.fsum(numbers) / len(numbers) if numbers else None


def hold(path: Path, frame: Mapping[str, Sequence[Cell]]) -> None:
    """The draft of a file loads without a fault, and each question of one column is what a count by hand gives."""
    survey = drafted(path)
    if survey is not None:
        hold_counts(survey, path, frame)


def hold_counts(survey: Mapping[str, Any], path: Path, frame: Mapping[str, Sequence[Cell]]) -> None:
    """The tables of the survey.yaml beside a file are what a count by hand of what was drafted gives."""
    material = pipeline.read(Source(path.with_name("survey.yaml"), "survey.yaml", "rows"))
    assert [str(fault) for fault in material.faults if fault.is_error] == []
    weight = survey["data"].get("weight")
    rows = {name: [as_text(cell, path.suffix[1:]) for cell in cells] for name, cells in frame.items()}
    for id, question in survey["questions"].items():
        if "column" not in question or "separator" in question or weight or "wave" in survey:
            continue
        if question["column"] not in rows or any(
            ".." in str(a.get("code")) for a in question.get("answers", {}).values()
        ):
            continue
        table = material.tables.table(id)
        if question["type"] in ("numeric", "nps"):
            score = table.cell("mean" if question["type"] == "numeric" else "nps", table.total)
            if score.state is not CellState.SUPPRESSED:
                found_score = float(str(score.score.number)) if score.score else None
                assert found_score == pytest.approx(scored(question, rows), abs=1e-9), id
            continue
        for answer, share in counted(question, survey, rows).items():
            found = table.cell(answer, table.total)
            if found.state is not CellState.SUPPRESSED:
                assert math.isclose(float(str(found.share.fraction)) if found.share else 0.0, share, abs_tol=1e-9), id


def test_a_draft_with_exchanged_codes_would_be_found(tmp_path: Path) -> None:
    frame: dict[str, list[Cell]] = {"q": ["a", "a", "a", "b"] * 3}
    path = written("csv", tmp_path, frame)
    survey, file = drafted(path), path.with_name("survey.yaml")
    assert survey
    hold_counts(survey, path, frame)

    right = file.read_text("utf-8")
    file.write_text(
        right.replace("code: a", "code: x").replace("code: b", "code: a").replace("code: x", "code: b"), "utf-8"
    )

    with pytest.raises(AssertionError):
        hold_counts(survey, path, frame)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(frame=columns())
def test_a_draft_of_any_file_loads_and_counts_what_is_in_it(kind: str, frame: dict[str, list[Cell]]) -> None:
    with TemporaryDirectory() as folder:
        hold(written(kind, Path(folder), frame), frame)


@st.composite
def labelled_columns(
    draw: st.DrawFn,
) -> tuple[dict[str, list[Cell]], dict[str, dict[float, str]], dict[str, list[float]]]:
    """Columns of codes, most of which have a label, some of which are declared missing."""
    n = draw(st.integers(4, 40))
    frame: dict[str, list[Cell]] = {}
    labels: dict[str, dict[float, str]] = {}
    missing: dict[str, list[float]] = {}
    words = WORDS.map(lambda word: word[:20]).filter(lambda word: word.strip() and "\n" not in word)
    shared = draw(st.dictionaries(st.integers(0, 9).map(float), words, min_size=1, max_size=6))
    for number in range(draw(st.integers(1, 4))):
        name = f"{draw(st.sampled_from(['v', 'q1_', 'sex', 'age', 'wave']))}{number}"
        labels[name] = (
            shared if draw(st.booleans()) else draw(st.dictionaries(st.integers(0, 9).map(float), words, max_size=5))
        )
        codes = [*labels[name], *draw(st.lists(st.integers(0, 12).map(float), min_size=1, max_size=3))]
        missing[name] = draw(st.lists(st.sampled_from(codes), max_size=3, unique=True))
        frame[name] = draw(st.lists(st.sampled_from([*codes, None]), min_size=n, max_size=n))
    return frame, labels, missing


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(columns=labelled_columns())
def test_a_draft_of_any_labelled_file_loads_and_counts_what_is_in_it(
    columns: tuple[dict[str, list[Cell]], dict[str, dict[float, str]], dict[str, list[float]]],
) -> None:
    frame, labels, missing = columns
    with TemporaryDirectory() as folder:
        path = sav(
            Path(folder) / "rows.sav",
            frame,
            variable_value_labels={name: each for name, each in labels.items() if each},
            missing_ranges={
                name: [{"lo": code, "hi": code} for code in codes] for name, codes in missing.items() if codes
            },
        )
        hold(path, frame)
