"""Counts of random respondents are those of counting them one by one, on every engine to the last bit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.diagnostics import SourceText
from report.language.dates import PartialDate
from report.statistics.low_base import LowBase
from report.survey.model import (
    Answer,
    CellId,
    ColumnId,
    Net,
    Question,
    QuestionType,
    Segment,
    SegmentColumn,
    Survey,
    Translated,
    Unit,
    Wave,
)
from report.survey.model.respondents import (
    ColumnPerAnswer,
    DataFile,
    ListOfAnswers,
    OneColumn,
    PercentOf,
    QuestionCoding,
    Respondents,
    SegmentCoding,
    SeveralColumns,
    WaveCoding,
)
from report.tables.model import Tables
from report.tables.respondents import counting
from report.tables.respondents.coding import Rows, coded
from report.tables.respondents.preparing import prepared
from report.tables.respondents.tabulating import tabulated

Row = Mapping[str, Any]

ANSWERS = ("a", "b", "c")
WAVES = ("w1", "w2")
GROUPS = ("x", "y")

CELLS = st.sampled_from(["1", "2", " 3", "", "9", "-1", None])
LISTED = st.lists(st.sampled_from(["Print", "Radio", "News, online"]), unique=True)
WEIGHTS = st.integers(1, 4000).map(lambda thousandths: thousandths / 1000)

ROWS: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.fixed_dictionaries(
        {
            "one": CELLS,
            **{f"of_{answer}": st.sampled_from(["yes", "no", "", None]) for answer in ANSWERS},
            "listed": LISTED.map(lambda entries: ";".join(entries)),
            "first": st.sampled_from(["1", "2", "3", None]),
            "second": st.sampled_from(["1", "2", "3", None]),
            "wave": st.sampled_from(["2020", "2024"]),
            "group": st.sampled_from(["x", "y", "z", None]),
            "weight": WEIGHTS,
        }
    ),
    min_size=1,
    max_size=40,
)


def text(words: str) -> SourceText:
    return SourceText(words)


def label(words: str) -> Translated:
    return Translated({"en": text(words)})


def question(name: str, type_: QuestionType) -> Question:
    answers = tuple(Answer(answer, label(answer)) for answer in ANSWERS)
    return Question(name, type_, label(name), label(name), answers, nets=(Net("ab", label("ab"), ("a", "b")),))


def codes(*values: str) -> dict[str, tuple[SourceText, ...]]:
    return {answer: (text(value),) for answer, value in zip(ANSWERS, values, strict=True)}


QUESTIONS = {
    "one": (
        QuestionType.SINGLE,
        QuestionCoding(OneColumn(text("one"), codes("1", "2", "3")), not_asked=(text("-1"),), no_answer=(text("9"),)),
    ),
    "asked": (
        QuestionType.SINGLE,
        QuestionCoding(
            OneColumn(text("one"), codes("1", "2", "3")), PercentOf.ASKED, (text("-1"),), no_answer=(text("9"),)
        ),
    ),
    "per_answer": (
        QuestionType.MULTIPLE,
        QuestionCoding(
            ColumnPerAnswer({answer: text(f"of_{answer}") for answer in ANSWERS}, selected=(text("yes"),)),
            filter=(("one", "a"), ("one", "b")),
        ),
    ),
    "listed": (
        QuestionType.MULTIPLE,
        QuestionCoding(ListOfAnswers(text("listed"), ";", codes("Print", "Radio", "News, online")), PercentOf.ASKED),
    ),
    "mentions": (
        QuestionType.MULTIPLE,
        QuestionCoding(SeveralColumns((text("first"), text("second")), codes("1", "2", "3"))),
    ),
}

SURVEY = Survey(
    label("t"), label("t"), text("p"), None, PartialDate(2024), label("people"), Unit(label("people")), "w2",
    (Wave("w1", PartialDate(2020)), Wave("w2", PartialDate(2024))),
    tuple(question(name, type_) for name, (type_, _) in QUESTIONS.items()),
    segments=(Segment("s", label("s"), tuple(SegmentColumn(each, label(each)) for each in GROUPS)),),
)  # fmt: skip
FILE = DataFile(Path("rows.csv"), text("rows.csv"))
RESPONDENTS = Respondents(
    SURVEY,
    (FILE,),
    {name: coding for name, (_, coding) in QUESTIONS.items()},
    {"s": SegmentCoding(text("group"), {each: (text(each),) for each in GROUPS})},
    WaveCoding(text("wave"), {"w1": (text("2020"),), "w2": (text("2024"),)}),
    text("weight"),
    LowBase(0, 0),
)


# ---------------------------------------------------------------------------------------------------- one by one


def given_answers(name: str, row: Row) -> set[str] | None:
    """The answers of a respondent to a question, None if it was not put to them."""
    by_code = dict(zip(("1", "2", "3"), ANSWERS, strict=True))
    code = (row["one"] or "").strip()
    match name:
        case "one" | "asked":
            return None if code == "-1" else {by_code[code]} if code in by_code else set()
        case "per_answer":
            return {each for each in ANSWERS if row[f"of_{each}"] == "yes"} if code in ("1", "2") else None
        case "listed":
            named = dict(zip(("Print", "Radio", "News, online"), ANSWERS, strict=True))
            return {named[each] for each in row["listed"].split(";") if each}
    return {by_code[row[place]] for place in ("first", "second") if row[place]}


def expected(name: str, answer: str, column: ColumnId, rows: Sequence[Row]) -> tuple[Fraction | None, int, Fraction]:
    """The share, the respondents of the base and their weight."""
    weight = base = Fraction(0)
    n = 0
    members = {"a", "b"} if answer == "ab" else {answer}
    for row in rows:
        found = given_answers(name, row)
        is_of_base = found is not None if name in ("asked", "listed") else bool(found)
        if not is_of_base or not _is_in(column, row):
            continue
        n, base = n + 1, base + Fraction(row["weight"])
        weight += Fraction(row["weight"]) if found & members else 0  # type: ignore[operator]
    return (weight / base if base else None), n, base


def _is_in(column: ColumnId, row: Row) -> bool:
    is_of_wave = row["wave"] == {"w1": "2020", "w2": "2024"}[column.wave]
    return is_of_wave and (column.is_total or row["group"] == column.column)


def on_duckdb(rows: Sequence[Row]) -> Iterator[Rows]:
    names = list(rows[0])
    with duckdb.connect() as connection:
        kinds = ", ".join(f'"{name}" {"DOUBLE" if name == "weight" else "VARCHAR"}' for name in names)
        connection.execute(f"CREATE TABLE rows ({kinds})")
        marks = ", ".join("?" for _ in names)
        connection.executemany(f"INSERT INTO rows VALUES ({marks})", [[row[name] for name in names] for row in rows])
        yield nw.from_native(connection.table("rows"))


def on_polars(rows: Sequence[Row]) -> Iterator[Rows]:
    schema = {name: pl.Float64 if name == "weight" else pl.String for name in rows[0]}
    yield nw.from_native(pl.DataFrame(list(rows), schema=schema).lazy())


def tables(frames: Iterator[Rows]) -> Tables:
    for raw in frames:
        return tabulated(prepared(coded(raw, FILE, RESPONDENTS), RESPONDENTS), RESPONDENTS)
    raise AssertionError


COLUMNS = [ColumnId("w1"), ColumnId("w2"), ColumnId("w2", "s", "x"), ColumnId("w2", "s", "y")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_every_cell_is_that_of_counting_respondents_one_by_one(rows: list[Row]) -> None:
    found = tables(on_duckdb(rows))

    for name in QUESTIONS:
        for answer in (*ANSWERS, "ab"):
            for column in COLUMNS:
                share, n, base = expected(name, answer, column, rows)
                cell = found.cell(CellId(name, answer, column))
                assert (cell.share is None) == (share is None), (name, answer, column)
                assert cell.bases.unweighted == n
                assert cell.bases.weighted == pytest.approx(float(base), rel=1e-9, abs=1e-9)
                if cell.share and share is not None:
                    assert cell.share.fraction == pytest.approx(float(share), rel=1e-9, abs=1e-9)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_engines_agree_to_the_last_bit(rows: list[Row]) -> None:
    assert tables(on_duckdb(rows)) == tables(on_polars(rows))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, data=st.data())
def test_the_order_of_rows_changes_nothing(rows: list[Row], data: st.DataObject) -> None:
    assert tables(on_polars(rows)) == tables(on_polars(data.draw(st.permutations(rows))))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_so_do_the_three_ways_of_counting(rows: list[Row]) -> None:
    together = tables(on_polars(rows))

    for bound in ("MOST_JOINT_GROUPS", "MOST_GROUPS"):  # a question after the other, and answer by answer
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(counting, bound, 0)
            assert tables(on_polars(rows)) == together, bound
