"""What a data file with one respondent a row says of itself: its variables, their codes, labels and missing values.

Names are those of the file. They are unique whatever their case (the engines that count know none): a second "Q1" or
"q1" is "q1_2", a third "q1_3"; a column without a name is "column_7" by its place, counted from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, TypeAlias

from report.frozen import frozen

if TYPE_CHECKING:
    import duckdb
    import narwhals as nw

Code: TypeAlias = float | str
"""A value that stands in a cell of the raw frame: a number, or a text as it stands in the file."""

Columns: TypeAlias = Sequence[Sequence[float | str | None]]
"""Cells of some rows, column by column; None where there is no value."""


MOST_SHEET_ROWS, MOST_SHEET_COLUMNS = 5000, 200
"""Cells of a sheet that are read as they stand: as far as a published table goes."""


@frozen
class ValueLabel:
    """What the file calls one of the values of a variable."""

    code: Code
    label: str


@frozen
class MissingRange:
    """Numbers that the file declares to be no valid answer; both ends belong to it, and either may be infinite."""

    lower: float
    upper: float

    def has(self, code: Code) -> bool:
        """Whether a value lies in it."""
        return not isinstance(code, str) and self.lower <= code <= self.upper


@frozen
class Variable:
    """A column of the file.

    is_text: whether its cells are texts in the raw frame, and so all its codes are; else they are numbers. A variable
    in which both stand is text, its numbers in their shortest form ("3", "0.5"): cells of Excel, and variables of
    Stata that hold tagged missing values (".a" to ".z").
    missing: what the file declares to be no valid answer. These values stand in the raw frame like all others; what is
    null there has no value at all.
    """

    name: str
    label: str | None = None
    is_text: bool = True
    values: tuple[ValueLabel, ...] = ()
    missing: tuple[MissingRange | str, ...] = ()

    def is_missing(self, code: Code) -> bool:
        """Whether the file declares a value to be no valid answer."""
        return any(code == each if isinstance(each, str) else each.has(code) for each in self.missing)


@frozen
class MultipleSet:
    """Variables that the file declares to be one question with several answers.

    counted: the value that says that the answer of a variable was given; None where every variable holds the code of
    one of the answers (a set of categories). is_named_by_values: the answers of counted variables are called as the
    counted value is labelled, not as the variable is.
    """

    name: str
    label: str | None
    variables: tuple[str, ...]
    counted: Code | None = None
    is_named_by_values: bool = False


@frozen
class FileReading:
    """How the cells of a file are to be read: what the author says, or in a codebook what was settled.

    None is to be found out, or has no meaning for this kind of file. encoding: as Python knows it. separator: of
    cells. header_rows: one to three. sheet: of a workbook.
    """

    encoding: str | None = None
    separator: str | None = None
    header_rows: int | None = None
    sheet: str | None = None


@frozen
class Codebook:
    """All variables in the order of the file, and what else it says of them.

    n_rows: respondents; None where only reading them all would tell.
    """

    variables: tuple[Variable, ...]
    sets: tuple[MultipleSet, ...] = ()
    n_rows: int | None = None
    reading: FileReading = field(default_factory=FileReading)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the variables, in the order of the file."""
        return tuple(variable.name for variable in self.variables)

    def variable(self, name: str) -> Variable | None:
        """The variable of a name, as it is spelled in the file."""
        return next((variable for variable in self.variables if variable.name == name), None)


@frozen
class RawFrame:
    """The cells of a file, each as the codebook says, and the DuckDB connection through which they are read.

    The connection reaches no file but the data file and those in the folder of the raw frame, and nothing beyond.
    """

    frame: nw.LazyFrame[Any]
    connection: duckdb.DuckDBPyConnection
