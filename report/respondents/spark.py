"""Data files that Spark reads, where one machine cannot hold them: Parquet, and text in UTF-8.

    file ── Spark ──> the same columns as DuckDB gives, as a lazy frame; nothing is collected

The master is the environment's (`MASTER`, `SPARK_CONF_DIR`), else this machine. What Spark puts on this machine's disk
lies encrypted in a folder that only its owner can enter, and goes with it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from report.diagnostics import DataPlace, SourceError
from report.respondents.decoding import UTF_8
from report.respondents.faults import DataFault, refusal
from report.respondents.kinds import ENDINGS, MEND, Kind, missing_libraries, settle_kind
from report.respondents.layout import MOST_COLUMNS, Layout, settle_layout
from report.respondents.model import Codebook

if TYPE_CHECKING:
    import narwhals as nw
    from pyspark.sql import Column, DataFrame, SparkSession

KINDS = (Kind.TEXT, Kind.PARQUET)
QUIET = """\
rootLogger.level = fatal
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %m%n
"""
"""What Spark logs; its errors reach us as exceptions."""
N_PARTITIONS = 8
"""Into so many parts groups are gathered: there are few, and each part costs time of its own."""
ON_THIS_MACHINE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
NUMBERS = ("tinyint", "smallint", "int", "bigint", "float", "double", "decimal")
TIMES = ("timestamp", "timestamp_ntz")
TEXTS = ("string", "binary", "boolean", "date")
"""Types as Spark calls them; the last two as texts, "true" and "2018-05-10"."""


@contextmanager
def spark_session(folder: Path, display: str) -> Iterator[SparkSession]:
    """A session that keeps what it spills in a private folder.

    display: the data file as messages show it. Raises SourceError where Spark is not installed or does not start.
    """
    place = DataPlace(display)
    if missing_libraries(["pyspark"]):
        message = "to count with Spark takes pyspark: not installed here"
        raise refusal(DataFault.EXTRA, message, place, hint="pip install 'befund[spark]'")
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    logging.getLogger("DataFrameQueryContextLogger").setLevel(logging.CRITICAL)  # it prints what is raised anyway
    quiet = folder / "log4j2.properties"
    quiet.write_text(QUIET, encoding="utf-8")
    builder = SparkSession.builder.appName("befund")
    is_elsewhere = any(os.environ.get(name) for name in ("MASTER", "SPARK_CONF_DIR"))
    settings: dict[str, bool | float | int | str | None] = {
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={quiet}",
        "spark.io.encryption.enabled": "true",
        "spark.local.dir": str(folder),
        "spark.sql.caseSensitive": "true",
        "spark.sql.csv.parser.columnPruning.enabled": "false",  # else a row that is too short is not seen
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": str(N_PARTITIONS),
        "spark.sql.warehouse.dir": str(folder),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        **({} if is_elsewhere else {"spark.master": "local[*]", **ON_THIS_MACHINE}),
    }
    try:
        session = builder.config(map=settings).getOrCreate()
    except PySparkException as error:
        hint = "it needs Java 17 or 21; `java -version` says which there is"
        raise refusal(DataFault.ENGINE, f"Spark does not start: {_first_line(error)}", place, hint=hint) from None
    try:
        yield session
    finally:
        session.stop()


def settle_for_spark(path: Path, codebook: Codebook, names: Sequence[str], display: str) -> None:
    """Raises SourceError for a file that Spark is not made to read, before it is started."""
    place = DataPlace(display)
    kind = settle_kind(path, display)
    if kind not in KINDS:
        hint = "write it as Parquet or as text, or leave `engine` out"
        raise refusal(DataFault.ENGINE, f"Spark reads no {kind.value}", place, hint=hint)
    for name in names:
        if "." in name or "`" in name:
            message = "Spark knows no column whose name has a dot or a backtick in it"
            raise refusal(DataFault.ENGINE, message, DataPlace(display, variable=name), hint="rename it in the file")
    if kind is Kind.TEXT:
        encoding = codebook.reading.encoding or UTF_8[0]
        if encoding not in UTF_8:
            hint = "write it in UTF-8, or as Parquet"
            raise refusal(DataFault.ENGINE, f"Spark reads text in UTF-8, and this is {encoding}", place, hint=hint)
        if _layout(path, codebook, display).n_lines != 1:
            message, hint = (
                "Spark reads text with one line of names above its rows",
                "leave one, or write it as Parquet",
            )
            raise refusal(DataFault.ENGINE, message, place, hint=hint)


def _layout(path: Path, codebook: Codebook, display: str) -> Layout:
    reading = codebook.reading
    encoding, header_rows = reading.encoding or UTF_8[0], reading.header_rows or 1
    return settle_layout(path, encoding, reading.separator, header_rows, display)


def spark_frame(
    session: SparkSession, path: Path, codebook: Codebook, names: Sequence[str], display: str
) -> nw.LazyFrame[Any]:
    """Some columns of a file that was settled for Spark (of these names, all in the codebook), read when computed."""
    import narwhals as nw

    read = _parquet if settle_kind(path, display) is Kind.PARQUET else _text
    with told_of(display):
        frame: nw.LazyFrame[Any] = nw.from_native(read(session, path, codebook, names, display))
    return frame


@contextmanager
def told_of(display: str) -> Iterator[None]:
    """Says of the file what Spark says of it, whenever it reads."""
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JJavaError) as error:
        raise _damaged(error, display) from None


def _text(session: SparkSession, path: Path, codebook: Codebook, names: Sequence[str], display: str) -> DataFrame:
    """Columns of a text file, all of them text; a cell in which nothing stands is null."""
    from pyspark.sql.types import StringType, StructField, StructType

    layout = _layout(path, codebook, display)
    rows = session.read.csv(
        str(path),
        schema=StructType([StructField(f"c{number}", StringType()) for number in range(len(layout.names))]),
        sep=layout.separator,
        quote='"',
        escape='"',
        header=True,
        nullValue="",
        emptyValue="",
        mode="FAILFAST",
        multiLine=True,
        maxCharsPerColumn=-1,
        maxColumns=MOST_COLUMNS,
    )
    return rows.select(*(rows[f"c{layout.names.index(name)}"].alias(name) for name in names))


def _parquet(
    session: SparkSession,
    path: Path,
    codebook: Codebook,  # noqa: ARG001 - as for text
    names: Sequence[str],
    display: str,
) -> DataFrame:
    """Columns of a Parquet file: numbers are numbers, texts are texts, dates and times are ISO texts."""
    rows = session.read.parquet(str(path))
    types = dict(rows.dtypes)
    return rows.select(
        *(_shown(rows[f"`{name}`"], types[name], DataPlace(display, variable=name)).alias(name) for name in names)
    )


def _shown(column: Column, type_: str, place: DataPlace) -> Column:
    """A column as the raw frame has it."""
    from pyspark.sql import functions

    kind = type_.partition("(")[0]
    if kind in ("float", "double"):  # what is not a number stands for no value in data frames
        return functions.when(~functions.isnan(column), column)
    if kind in NUMBERS:
        return column.cast("double") if kind == "decimal" else column
    if kind in TIMES:
        return functions.replace(column.cast("string"), functions.lit(" "), functions.lit("T"))
    if kind in TEXTS:
        return functions.nullif(column.cast("string"), functions.lit(""))
    message = f"a column of the type {type_} is neither of numbers, texts nor dates"
    raise refusal(DataFault.TYPE, message, place, hint="write it as a column for every part of it, or as a text")


def _damaged(error: Exception, display: str) -> SourceError:
    place = DataPlace(display)
    if "MALFORMED_RECORD" in str(error):
        message, hint = "a row has another number of cells than the header", "count without `engine` to be told which"
        return refusal(DataFault.ROW, message, place, hint=hint)
    kind = ENDINGS[PurePath(display).suffix.lower()]
    notes = (f"Spark says: {_first_line(error)}",)
    return refusal(DataFault.DAMAGED, "Spark cannot read the file", place, notes=notes, hint=MEND[kind])


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
