"""What the cells of a data file are, column by column: how many differ, which are frequent, whether they are numbers.

    Q4   n_blank 12   n_values 5   values (1.0, 300) (2.0, 120) (9.0, 4)   lowest 1, highest 9, mean 1.4

The columns are gone through in pieces, so that a wide file takes no more memory than a narrow one; of every column no
more values come back than a question can have answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report.characters import comparable
from report.frozen import frozen
from report.respondents.engine import literal, quoted
from report.respondents.model import Code, Codebook, RawFrame, Variable
from report.respondents.row_numbers import row_in_file
from report.respondents.rows import raw_frame
from report.respondents.written_numbers import DECIMAL, GROUPS_BY_COMMAS, GROUPS_BY_POINTS

if TYPE_CHECKING:
    import duckdb
    import narwhals as nw

MOST_VALUES = 200
"""Distinct values of a column that are told; a column with exactly so many is still told whole."""
COLUMNS_AT_ONCE = 500
SEPARATORS = (";", "|", ",")
"""What may stand between the answers that a cell lists, in this order."""

LONGEST_COMPARED = 2000
"""Characters of a text that is still made comparable; a longer one is no answer."""


@frozen
class Numbers:
    """The cells of a column that are numbers; in a column of texts those whose text is one.

    n: how many. are_whole: whether none has decimals.
    """

    n: int
    lowest: float
    highest: float
    mean: float
    mean_square: float
    are_whole: bool


@frozen
class Listing:
    """What the cells of a column list, if they are lists: each entry with the number of cells that have it.

    n_entries: how many differ. share: of the cells with anything in them, how many have the separator. has_strays:
    whether a quotation mark stands in some that opens or closes no entry.
    """

    separator: str
    entries: tuple[tuple[str, int], ...]
    n_entries: int
    share: float
    has_strays: bool = False


@frozen
class Profile:
    """What stands in a column.

    values: the most frequent ones and in how many rows each stands; texts as `comparable` has them. n_values: how many
    differ. first, last: of texts, as they are sorted. numbers: None where no cell is one. listings: one a
    separator that occurs, of a column with more values than are told.
    """

    variable: Variable
    n_rows: int
    n_blank: int
    n_values: int
    values: tuple[tuple[Code, int], ...]
    first: str = ""
    last: str = ""
    numbers: Numbers | None = None
    listings: tuple[Listing, ...] = ()

    @property
    def n_filled(self) -> int:
        """The rows in which anything stands."""
        return self.n_rows - self.n_blank

    @property
    def is_whole(self) -> bool:
        """Whether all of its values are told."""
        return len(self.values) == self.n_values


def profiles_of(path: Path, codebook: Codebook, *, folder: Path, display: str) -> tuple[Profile, ...]:
    """A profile of every variable, in the order of the codebook.

    folder: where what does not fit into memory is kept for so long. Raises SourceError where the file cannot be read.
    """
    with raw_frame(path, codebook, codebook.names, folder=folder, display=display) as raw:
        return tuple(_profiles(raw.connection, _native(raw.frame), codebook.variables))


def foretold(
    path: Path, codebook: Codebook, columns: Sequence[str], groups: Sequence[str], *, folder: Path, display: str
) -> Mapping[tuple[str, str], float]:
    """How well the value of each column foretells that of each group column: 1.0 wholly, 0.0 no better than without.

    Source: Goodman and Kruskal (1954), Measures of Association for Cross Classifications, JASA 49: their lambda. Rows
    in which one of the two has no value are left aside.
    """
    found: dict[tuple[str, str], float] = {}
    with _pairs(path, codebook, {*columns, *groups}, folder=folder, display=display) as (raw, names):
        for group in groups:
            for column in columns:
                if column != group:
                    pair = (f"c{names.index(column)}", f"c{names.index(group)}")
                    found[column, group] = _lambda(raw.connection, *pair)
    return found


def filled_by(
    path: Path,
    codebook: Codebook,
    columns: Sequence[str],
    targets: Mapping[str, Sequence[Code]],
    *,
    folder: Path,
    display: str,
) -> Mapping[str, Sequence[tuple[Code | None, int, Mapping[str, int]]]]:
    """Of every value of some columns (None: nothing) how many rows have it, and how many of these each target fills.

    targets: columns, each with the codes that are no better than nothing.
    """
    found: dict[str, Sequence[tuple[Code | None, int, Mapping[str, int]]]] = {}
    with _pairs(path, codebook, {*columns, *targets}, folder=folder, display=display) as (raw, names):
        counts = [_filled(f"c{names.index(name)}", codes) for name, codes in targets.items()]
        for column in columns:
            asked = ", ".join((f"c{names.index(column)} AS value", "count(*)", *counts))
            rows = raw.connection.execute(f"SELECT {asked} FROM pairs GROUP BY value ORDER BY value").fetchall()  # noqa: S608 - of ours
            found[column] = [(value, n, dict(zip(targets, own, strict=True))) for value, n, *own in _joined(rows)]
    return found


def first_without_weight(
    path: Path, codebook: Codebook, name: str, *, folder: Path, display: str
) -> tuple[int, str] | None:
    """The first row whose cell is no number of 0 or more, as a spreadsheet counts, and the cell; None where all are."""
    (variable,) = (each for each in codebook.variables if each.name == name)
    with raw_frame(path, codebook, [name], folder=folder, display=display) as raw:
        _create(_native(raw.frame), "weights", f"* FROM (SELECT {_cell(variable)} AS cell")
        weighs = f"coalesce({number_of('cell', variable)} >= 0, false)"
        asked = f"SELECT rowid, CAST(cell AS VARCHAR) FROM weights WHERE NOT {weighs} ORDER BY rowid LIMIT 1"  # noqa: S608
        found = raw.connection.execute(asked).fetchall()
    return (row_in_file(path, codebook, found[0][0] + 1, display), found[0][1] or "") if found else None


def _key(value: Code | None) -> Code | None:
    return comparable(value) if isinstance(value, str) and len(value) <= LONGEST_COMPARED else value


def _joined(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Rows of counts, those whose values are compared alike as one."""
    found: dict[Code | None, list[int]] = {}
    for value, *counts in rows:
        before = found.get(_key(value), [0] * len(counts))
        found[_key(value)] = [a + b for a, b in zip(before, counts, strict=True)]
    return [(value, *counts) for value, counts in found.items()]


def _filled(cell: str, codes: Sequence[Code]) -> str:
    known = [literal(code) if isinstance(code, str) else f"CAST('{code!r}' AS DOUBLE)" for code in codes]
    is_other = f" AND {cell} NOT IN ({', '.join(known)})" if known else ""
    return f"count_if({cell} IS NOT NULL{is_other})"


@contextmanager
def _pairs(
    path: Path, codebook: Codebook, wanted: AbstractSet[str], *, folder: Path, display: str
) -> Iterator[tuple[RawFrame, Sequence[str]]]:
    """Some columns as the table "pairs", each called c0, c1, ... by the place of its name."""
    variables = [each for each in codebook.variables if each.name in wanted]
    names = [each.name for each in variables]
    with raw_frame(path, codebook, names, folder=folder, display=display) as raw:
        cells = ", ".join(f"{_cell(each)} AS c{place}" for place, each in enumerate(variables))
        _create(_native(raw.frame), "pairs", f"* FROM (SELECT {cells}")
        yield raw, names


def _lambda(connection: duckdb.DuckDBPyConnection, column: str, group: str) -> float:
    counts = f"""SELECT {column} AS a, {group} AS b, count(*) AS n FROM pairs
        WHERE {column} IS NOT NULL AND {group} IS NOT NULL GROUP BY a, b"""  # noqa: S608 - of ours
    total, right, largest = connection.execute(
        f"""WITH counts AS ({counts}) SELECT (SELECT coalesce(sum(n), 0) FROM counts),
            (SELECT sum(most) FROM (SELECT max(n) AS most FROM counts GROUP BY a)),
            (SELECT max(each) FROM (SELECT sum(n) AS each FROM counts GROUP BY b))"""  # noqa: S608 - of ours
    ).fetchall()[0]
    return float((right - largest) / (total - largest)) if total and total > largest else 0.0


def _create(relation: duckdb.DuckDBPyRelation, table: str, chosen: str) -> None:
    """Keep what is chosen as a table of the engine's own. chosen: ends within the brackets that hold the cells."""
    found = relation.query("raw", f"SELECT {chosen} FROM raw)")  # noqa: S608 - names are quoted
    assert found is not None, "a query that selects gives a relation"
    found.create(table)


def _native(frame: nw.LazyFrame[Any]) -> duckdb.DuckDBPyRelation:
    relation: duckdb.DuckDBPyRelation = frame.to_native()
    return relation


def _profiles(
    connection: duckdb.DuckDBPyConnection, relation: duckdb.DuckDBPyRelation, variables: Sequence[Variable]
) -> Iterator[Profile]:
    for start in range(0, len(variables), COLUMNS_AT_ONCE):
        piece = variables[start : start + COLUMNS_AT_ONCE]
        cells = ", ".join(f"{_cell(each)} AS c{place}" for place, each in enumerate(piece))
        numbers = ", ".join(f"{number_of(f'c{place}', each)} AS x{place}" for place, each in enumerate(piece))
        _create(relation, "piece", f"*, {numbers} FROM (SELECT {cells}")
        measures = [_measures(place, each) for place, each in enumerate(piece)]
        asked = ", ".join(("count(*)", *(measure for each in measures for measure in each)))
        n_rows, *found = connection.execute(f"SELECT {asked} FROM piece").fetchall()[0]  # noqa: S608 - of ours
        for place, variable in enumerate(piece):
            own = found[place * len(measures[0]) : (place + 1) * len(measures[0])]
            yield _profile(connection, f"c{place}", variable, n_rows, own)
        connection.execute("DROP TABLE piece")


def _measures(place: int, variable: Variable) -> tuple[str, ...]:
    """What is asked of all cells of a column at once."""
    cell, number = f"c{place}", f"x{place}"
    texts = (f"min({cell})", f"max({cell})") if variable.is_text else ("''", "''")
    lists = [f"count_if(contains({cell}, {literal(mark)}))" if variable.is_text else "0" for mark in SEPARATORS]
    of_numbers = (f"count({number})", *(f"{measure}({number})" for measure in ("min", "max", "avg")))
    are_whole = f"coalesce(bool_and({number} = floor({number})), false)"
    return (f"count({cell})", *texts, *lists, *of_numbers, f"avg({number} * {number})", are_whole)


def _cell(variable: Variable) -> str:
    """A cell without the blanks around it: null where nothing stands in it."""
    name = quoted(variable.name)
    if variable.is_text:
        return f"nullif(regexp_replace(CAST({name} AS VARCHAR), '^\\s+|\\s+$', '', 'g'), '')"
    return f"CASE WHEN isnan(CAST({name} AS DOUBLE)) THEN NULL ELSE CAST({name} AS DOUBLE) END"


def _compared(values: Iterable[tuple[Any, int]]) -> tuple[tuple[Any, int], ...]:
    """Values and how often each stands, those that are compared alike as one, the most frequent first."""
    found = Counter[Any]()
    for value, n in values:
        found[_key(value)] += n
    del found[""]  # nothing but characters that nobody sees
    return tuple(sorted(found.items(), key=lambda each: -each[1]))


def _profile(
    connection: duckdb.DuckDBPyConnection, column: str, variable: Variable, n_rows: int, measured: Sequence[Any]
) -> Profile:
    n_filled, first, last, *rest = measured
    lists, numbers = rest[: len(SEPARATORS)], rest[len(SEPARATORS) :]
    values = connection.execute(
        f"""SELECT {column}, count(*) AS n, count(*) OVER () FROM piece WHERE {column} IS NOT NULL GROUP BY {column}
            ORDER BY n DESC, {column} LIMIT {MOST_VALUES}"""  # noqa: S608 - of ours
    ).fetchall()
    told = _compared((value, n) for value, n, _ in values)
    n_lists = {separator: n for separator, n in zip(SEPARATORS, lists, strict=True) if n}
    return Profile(
        variable,
        n_rows=n_rows,
        n_blank=n_rows - n_filled,
        n_values=values[0][2] - (len(values) - len(told)) if values else 0,
        values=told,
        first=first or "",
        last=last or "",
        numbers=Numbers(*numbers) if numbers[0] else None,
        listings=tuple(_listings(connection, column, n_filled, n_lists)),
    )


def number_of(column: str, variable: Variable) -> str:
    """The number of a cell in the engine's own language, null where it has none; a text may have a decimal comma."""
    if not variable.is_text:
        return f"CASE WHEN isfinite({column}) THEN {column} END"
    text = f"""CASE WHEN regexp_matches({column}, {literal(GROUPS_BY_POINTS)})
            THEN replace(replace({column}, '.', ''), ',', '.')
            WHEN regexp_matches({column}, {literal(GROUPS_BY_COMMAS)}) THEN replace({column}, ',', '')
            ELSE replace({column}, ',', '.') END"""
    return f"CASE WHEN regexp_matches({text}, {literal(DECIMAL)}) THEN TRY_CAST({text} AS DOUBLE) END"


def _listings(
    connection: duckdb.DuckDBPyConnection, column: str, n_filled: int, n_lists: Mapping[str, int]
) -> Iterator[Listing]:
    """What the cells list by each separator that stands in some; an entry in quotation marks may hold it."""
    for separator, n in n_lists.items():
        mark = re.escape(separator)
        pattern = literal(f'"[^"]*"|[^{mark}]+')
        entries = f"""SELECT DISTINCT rowid, trim(unnest(regexp_extract_all({column}, {pattern})), {literal(' "')}) AS e
            FROM piece WHERE {column} IS NOT NULL"""  # noqa: S608
        counted = f"SELECT e, count(*) AS n FROM ({entries}) WHERE e <> '' GROUP BY e"  # noqa: S608
        found = connection.execute(f"{counted} ORDER BY n DESC, e LIMIT {MOST_VALUES}").fetchall()
        (n_entries,) = connection.execute(f"SELECT count(*) FROM ({counted})").fetchall()[0]  # noqa: S608
        n_strays = _strays(connection, column, separator)
        told = _compared(found)
        n_different = n_entries - (len(found) - len(told))
        yield Listing(separator, told, n_different, n / n_filled, has_strays=n_strays > 0)


def _strays(connection: duckdb.DuckDBPyConnection, column: str, separator: str) -> int:
    """In how many cells quotation marks are left where those around entries are taken away."""
    mark, twice = literal(separator), literal(separator * 2)
    marked = f"concat({mark}, replace({column}, {mark}, {twice}), {mark})"
    entry = literal(rf'{re.escape(separator)}\s*"[^"]*"\s*{re.escape(separator)}')
    (n_strays,) = connection.execute(
        f"""SELECT count(*) FROM piece WHERE contains(regexp_replace({marked}, {entry}, '', 'g'), '"')"""  # noqa: S608
    ).fetchall()[0]
    return int(n_strays)
