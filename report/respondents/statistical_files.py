"""SPSS and Stata files, read by pyreadstat. Runs in a process of its own: on damaged files ReadStat may crash.

Read with user-missing values as the values they are: else their ranges are not told (pyreadstat 1.3.7). What a number
means as a date is worked out here, where a date out of all reason is no end of the file.
"""

from __future__ import annotations

import codecs
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyreadstat

from report.diagnostics import DataPlace, SourceError
from report.respondents.decoding import known_encoding
from report.respondents.faults import DataFault, refusal
from report.respondents.header import unique
from report.respondents.kinds import MEND, Kind
from report.respondents.layout import MOST_COLUMNS
from report.respondents.model import Codebook, Columns, FileReading, MissingRange, ValueLabel, Variable
from report.respondents.moments import Written, shortest, spss_written, stata_written
from report.respondents.spss_sets import multiple_sets

CELLS_AT_ONCE = 1_000_000
BYTES_AT_ONCE = 100_000_000
SMALLEST = -1.79e308
"""SPSS writes "lowest" as the smallest number there is, or the one after it; "highest" is the largest."""


class StatisticalFile:
    """A file of SPSS or Stata that is open to be read. `kind` says which."""

    def __init__(self, path: Path, kind: Kind, reading: FileReading, display: str) -> None:
        self._path, self._kind, self._reading, self._place = path, kind, reading, DataPlace(display)
        self._encoding = _native_encoding(reading.encoding, display)
        _, self._metadata = self._read(metadataonly=True)
        self._names: list[str] = list(self._metadata.column_names)
        if not all(self._names):
            raise self._damaged("a variable has no name")
        if len(self._names) > MOST_COLUMNS:
            message = f"the file has {len(self._names):,} variables, more than {MOST_COLUMNS:,}"
            hint = "save only the variables that the survey asks"
            raise refusal(DataFault.TOO_LARGE, message, self._place, hint=hint)
        if self._metadata.number_rows == 0 or not self._names:
            raise self._empty()

    def codebook(self) -> Codebook:
        """What the file says of itself. Stata files are read to their end for it: their missing values stand there."""
        tagged = self._tagged()
        own_names = dict(zip(self._names, unique(self._names), strict=True))
        variables = tuple(self._variable(name, own_names[name], tagged.get(name, ())) for name in self._names)
        encoding = _python_encoding(self._metadata.file_encoding)
        sets = multiple_sets(self._path, encoding, variables) if self._kind is Kind.SPSS else ()
        n_rows = self._metadata.number_rows
        known = n_rows if n_rows and n_rows > 0 else None  # a file that was written in one go does not know
        return Codebook(variables, sets, known, FileReading(self._reading.encoding))

    def columns(self, codebook: Codebook, names: Sequence[str]) -> Iterator[Columns]:
        """The cells of these variables of the codebook, some thousand rows at a time."""
        of_the_file = dict(zip(codebook.names, self._names, strict=True))
        chosen = [of_the_file[name] for name in names]
        is_text = [variable.is_text for name in names if (variable := codebook.variable(name))]
        n_rows = 0
        for data in self._pieces(chosen):
            n_rows += len(data[chosen[0]])
            yield [
                self._texts(name, data[name]) if as_text else data[name]
                for name, as_text in zip(chosen, is_text, strict=True)
            ]
        if not n_rows:
            raise self._empty()
        if codebook.n_rows is not None and n_rows != codebook.n_rows:
            message = f"the file has {n_rows:,} rows, its header says {codebook.n_rows:,}"
            raise refusal(DataFault.DAMAGED, message, self._place, hint=MEND[self._kind])

    def _variable(self, name: str, own_name: str, tags: Sequence[str]) -> Variable:
        metadata = self._metadata
        labels: Mapping[Any, str] = metadata.variable_value_labels.get(name, {})
        ranges = metadata.missing_ranges.get(name, ())
        tags = sorted({*tags, *(code for code in labels if isinstance(code, str))}) if self._has_tags(name) else ()
        is_text = bool(self._is_text(name) or tags or self._written(name))
        if is_text:  # of a range of dates no text can tell
            codes = [each["lo"] for each in ranges if each["lo"] == each["hi"]]
            missing: tuple[MissingRange | str, ...] = tuple(str(code) for code in self._texts(name, [*codes, *tags]))
            values = [ValueLabel(str(self._texts(name, [code])[0]), label) for code, label in labels.items()]
        else:
            missing = tuple(_missing_range(each["lo"], each["hi"]) for each in ranges)
            values = [ValueLabel(float(code), label) for code, label in labels.items()]
        return Variable(own_name, metadata.column_names_to_labels.get(name) or None, is_text, tuple(values), missing)

    def _is_text(self, name: str) -> bool:
        is_text: bool = self._metadata.readstat_variable_types[name] == "string"
        return is_text

    def _has_tags(self, name: str) -> bool:
        return self._kind is Kind.STATA and not self._is_text(name)

    def _written(self, name: str) -> Written | None:
        if self._is_text(name):
            return None
        written = spss_written if self._kind is Kind.SPSS else stata_written
        return written(self._metadata.original_variable_types[name] or "")

    def _texts(self, name: str, cells: Sequence[float | str | None]) -> Sequence[str | None]:
        """The cells of a column as texts; those of a number as it is written, tagged missing values with their dot."""
        if self._is_text(name):
            return [cell or None for cell in cells]  # type: ignore[misc] # texts alone
        written = self._written(name) or shortest
        return [None if cell is None else f".{cell}" if isinstance(cell, str) else written(cell) for cell in cells]

    def _tagged(self) -> Mapping[str, Sequence[str]]:
        """By variable, the tags of its tagged missing values (Stata)."""
        numbers = [name for name in self._names if self._has_tags(name)]
        if not numbers:
            return {}
        found: dict[str, set[str]] = {}
        for data in self._pieces(numbers):
            for name, cells in data.items():
                found.setdefault(name, set()).update(cell for cell in cells if isinstance(cell, str))
        return {name: sorted(tags) for name, tags in found.items()}

    def _pieces(self, names: Sequence[str]) -> Iterator[dict[str, list[Any]]]:
        widths = self._metadata.variable_storage_width
        row = sum(widths[name] for name in names)
        limit = max(1, min(CELLS_AT_ONCE // len(names), BYTES_AT_ONCE // max(1, row)))
        offset = 0
        while True:
            data, _ = self._read(usecols=list(names), row_offset=offset, row_limit=limit)
            n_rows = len(data[names[0]]) if data else 0
            if n_rows:
                yield data
            if n_rows < limit:
                return
            offset += n_rows

    def _read(self, **options: Any) -> tuple[dict[str, list[Any]], Any]:
        read = pyreadstat.read_sav if self._kind is Kind.SPSS else pyreadstat.read_dta
        try:
            data, metadata = read(
                str(self._path),
                encoding=self._encoding,
                user_missing=True,
                disable_datetime_conversion=True,
                output_format="dict",
                **options,
            )
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - what a damaged file raises is of every kind
            raise self._damaged(" ".join(str(error).split())) from None
        return data, metadata

    def _empty(self) -> SourceError:
        message = "the file has no respondent" if self._names else "the file has no variable"
        return refusal(DataFault.EMPTY, message, self._place, hint="save it anew with its data")

    def _damaged(self, told: str) -> SourceError:
        if "character set" in told:
            message = "the texts of the file have an encoding that is not known here"
            hint = 'declare the encoding that the file has, as "cp1252"'
            return refusal(DataFault.ENCODING, message, self._place, hint=hint)
        if "encoding" in told:
            message = "a text of the file is not in the encoding that it should have"
            hint = 'declare the encoding that the file has, as "cp1252"'
            return refusal(DataFault.UNDECODABLE, message, self._place, hint=hint)
        message = "the file breaks off, or is not what its header says"
        return refusal(DataFault.DAMAGED, message, self._place, notes=(f"pyreadstat: {told}",), hint=MEND[self._kind])


def _missing_range(lower: float, upper: float) -> MissingRange:
    return MissingRange(-math.inf if lower <= SMALLEST else lower, math.inf if upper >= -SMALLEST else upper)


def _native_encoding(declared: str | None, display: str) -> str | None:
    """A declared encoding as ReadStat calls it."""
    if declared is None:
        return None
    known = known_encoding(declared, display)
    return {"mac-roman": "macintosh", "utf-8-sig": "utf-8"}.get(known, known)


def _python_encoding(name: str | None) -> str:
    try:
        return codecs.lookup(name or "utf-8").name
    except LookupError:
        return "latin-1"
