"""Parquet files: numbers are numbers, texts are texts, dates are ISO texts; other types are refused where asked for."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from report.respondents.model import Variable
from tests.respondents.reading import codebook_of, rows_of, told_of


def parquet(path: Path, query: str) -> Path:
    """A Parquet file with the rows of a query."""
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_numbers_stay_numbers_of_every_size(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", "SELECT 1::TINYINT a, 2.5::FLOAT b, 3.25::DECIMAL(9,2) c, NULL::BIGINT d")

    assert [variable.is_text for variable in codebook_of(path).variables] == [False] * 4
    assert rows_of(path) == [(1, 2.5, 3.25, None)]


def test_what_is_not_a_number_is_no_value(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", "SELECT 'NaN'::DOUBLE a, 'NaN'::FLOAT b, 1.5::FLOAT c")

    assert rows_of(path) == [(None, None, 1.5)]


def test_texts_dates_and_truth_are_texts(tmp_path: Path) -> None:
    moments = "DATE '2018-05-10' c, TIMESTAMP '2018-05-10 10:11:12' d"
    query = f"SELECT 'x' a, '' b, {moments}, true e, 'b'::ENUM('a', 'b') f, 'y'::BLOB g"
    path = parquet(tmp_path / "a.parquet", query)

    assert all(variable.is_text for variable in codebook_of(path).variables)
    assert rows_of(path) == [("x", None, "2018-05-10", "2018-05-10T10:11:12", "true", "b", "y")]


def test_how_many_respondents_there_are_is_known_from_the_foot(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", "SELECT range AS q1 FROM range(1000)")

    assert codebook_of(path).variables == (Variable("q1", is_text=False),)
    assert codebook_of(path).n_rows == 1000


def test_names_are_those_of_the_file_and_unique(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"s": [{"x": 1, "y": [2]}], "Q1": [1], "q1": [2], 'a "b".c': [3]}).write_parquet(path)

    assert codebook_of(path).names == ("s", "Q1", "q1_2", 'a "b".c')
    assert rows_of(path, ['a "b".c', "q1_2", "Q1"]) == [(3, 2, 1)]


def test_the_folders_of_a_file_are_no_columns_of_it_and_its_name_is_no_pattern(tmp_path: Path) -> None:
    folder = tmp_path / "year=2024" / "it's [x]"
    folder.mkdir(parents=True)
    path = parquet(tmp_path / "a.parquet", "SELECT 1 a").rename(folder / "a*.parquet")
    parquet(tmp_path / "ab.parquet", "SELECT 2 a").rename(folder / "ab.parquet")

    assert codebook_of(path).names == ("a",)
    assert rows_of(path) == [(1,)]


def test_a_column_of_lists_is_refused_where_it_is_asked_for(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", "SELECT 1 a, [1, 2] b")

    assert rows_of(path, ["a"]) == [(1,)]
    assert told_of(path) == (
        'a.parquet: variable "b": error[data-type]: '
        "a column of the type INTEGER[] is neither of numbers, texts nor dates\n"
        "  hint: write it as a column for every part of it, or as a text"
    )


def test_a_column_in_which_nothing_stands_is_one_of_blanks(tmp_path: Path) -> None:
    """Data frames give it a type of its own."""
    path = tmp_path / "a.parquet"
    pl.DataFrame({"a": [None, None], "b": [1, 2]}).write_parquet(path)

    assert rows_of(path) == [(None, 1), (None, 2)]
