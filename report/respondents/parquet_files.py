"""Parquet files, read by DuckDB: numbers are numbers, texts are texts, dates and times are ISO texts.

Columns of any other type (lists, structures, intervals) are in the codebook, and refused where they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from report.diagnostics import DataPlace, SourceError
from report.respondents.engine import engine, literal, private_folder, quoted
from report.respondents.faults import DataFault, refusal
from report.respondents.header import unique
from report.respondents.kinds import MEND, Kind
from report.respondents.layout import MOST_COLUMNS
from report.respondents.model import Codebook, FileReading, RawFrame, Variable

if TYPE_CHECKING:
    import duckdb

WHOLE_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
FRACTIONS = ("FLOAT", "DOUBLE")
LARGE_NUMBERS = ("UBIGINT", "HUGEINT", "UHUGEINT", "DECIMAL")
"""Types as DuckDB calls them; of the large ones DOUBLE is made."""
NUMBERS = (*WHOLE_NUMBERS, *FRACTIONS, *LARGE_NUMBERS)
TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE")
TEXTS = ("VARCHAR", "BOOLEAN", "DATE", "TIME", "TIME WITH TIME ZONE", "UUID")
"""Types of which the texts are made that stand for them: "true", "2018-05-10"."""
NOTHING = '"NULL"'
"""The type of a column in which no row has anything, as some programs write it."""


def parquet_codebook(path: Path, reading: FileReading, display: str) -> Codebook:  # noqa: ARG001 - as all readers
    """The columns of a Parquet file, as its foot describes them."""
    path = path.absolute()
    with TemporaryDirectory() as own, engine(Path(own), files=[path]) as connection, _told_of(display):
        relation, names = _opened(connection, path, display)
        (n_rows,) = connection.execute("SELECT num_rows FROM parquet_file_metadata(?)", [str(path)]).fetchall()[0]
        types = [_type(each) for each in relation.types]
    variables = tuple(Variable(name, is_text=type_ not in NUMBERS) for name, type_ in zip(names, types, strict=True))
    if not n_rows:
        message = "the file has columns and no respondent"
        raise refusal(DataFault.EMPTY, message, DataPlace(display), hint="it needs a row for every respondent")
    return Codebook(variables, n_rows=n_rows)


@contextmanager
def parquet_frame(
    path: Path,
    codebook: Codebook,  # noqa: ARG001 - as all readers
    names: Sequence[str],
    *,
    folder: Path,
    display: str,
) -> Iterator[RawFrame]:
    """Some columns of a Parquet file."""
    import narwhals as nw

    with (
        private_folder(folder) as own,
        engine(own, files=[path], folders=[folder]) as connection,
        _told_of(display),
    ):
        relation, known = _opened(connection, path, display)
        by_name = dict(zip(known, zip(relation.columns, relation.types, strict=True), strict=True))
        chosen = [
            f"{_expression(*by_name[name], DataPlace(display, variable=name))} AS {quoted(name)}" for name in names
        ]
        yield RawFrame(nw.from_native(relation.project(", ".join(chosen))), connection)


def _opened(
    connection: duckdb.DuckDBPyConnection, path: Path, display: str
) -> tuple[duckdb.DuckDBPyRelation, tuple[str, ...]]:
    # Else a folder called "year=2024" would make a column.
    options = "binary_as_string = true, hive_partitioning = false"
    relation = connection.sql(f"SELECT * FROM read_parquet({literal(str(path))}, {options})")  # noqa: S608 - quoted
    if len(relation.columns) > MOST_COLUMNS:
        message = f"the file has {len(relation.columns):,} columns, more than {MOST_COLUMNS:,}"
        hint = "write only the columns that the survey asks"
        raise refusal(DataFault.TOO_LARGE, message, DataPlace(display), hint=hint)
    query = "SELECT name, coalesce(num_children, 0) FROM parquet_schema(?)"
    schema = iter(connection.execute(query, [str(path)]).fetchall())
    next(schema)
    names = []
    for name, n_children in schema:
        names.append(name)
        below = n_children
        while below:  # what a column is made of is told after it
            below += next(schema)[1] - 1
    return relation, unique(names)


def _type(native: object) -> str:
    return str(native).partition("(")[0]


def _expression(column: str, native: object, place: DataPlace) -> str:
    """SQL of a column as the raw frame has it."""
    name, type_ = quoted(column), _type(native)
    if type_ in WHOLE_NUMBERS:
        return name
    if type_ in FRACTIONS:  # what is not a number stands for no value in data frames
        return f"nullif({name}, 'NaN'::{type_})"
    if type_ in LARGE_NUMBERS:
        return f"{name}::DOUBLE"
    if type_ in TIMES:
        return f"replace({name}::VARCHAR, ' ', 'T')"
    if type_ in (*TEXTS, NOTHING):
        return f"nullif({name}::VARCHAR, '')"
    message = f"a column of the type {type_} is neither of numbers, texts nor dates"
    raise refusal(DataFault.TYPE, message, place, hint="write it as a column for every part of it, or as a text")


@contextmanager
def _told_of(display: str) -> Iterator[None]:
    """Says of the file what the engine says of it, whenever it reads."""
    import duckdb

    try:
        yield
    except duckdb.InvalidInputException:
        raise _damaged(display) from None
    except (duckdb.ProgrammingError, duckdb.OutOfMemoryException):  # of the query, not of the file
        raise
    except duckdb.Error as error:
        if "No space left" in str(error):
            raise
        raise _damaged(display) from None


def _damaged(display: str) -> SourceError:
    message = "the file breaks off, or is not what Parquet says it should be"
    return refusal(DataFault.DAMAGED, message, DataPlace(display), hint=MEND[Kind.PARQUET])
