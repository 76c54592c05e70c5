"""What a data file says of itself, whatever its kind."""

from __future__ import annotations

from pathlib import Path

from report.diagnostics import Diagnostic, SourceError
from report.respondents.apart import codebook_apart
from report.respondents.kinds import Kind, settle_kind
from report.respondents.model import Codebook, FileReading
from report.respondents.parquet_files import parquet_codebook
from report.respondents.text_files import text_codebook

READERS = {
    Kind.TEXT: text_codebook,
    Kind.SPSS: codebook_apart,
    Kind.STATA: codebook_apart,
    Kind.PARQUET: parquet_codebook,
    Kind.EXCEL: codebook_apart,
}


def read_codebook(path: Path, reading: FileReading, display: str) -> Codebook | Diagnostic:
    """The codebook of a data file, or why it is not read.

    display: the path as messages show it.
    """
    try:
        return READERS[settle_kind(path, display)](path, reading, display)
    except SourceError as error:
        return error.diagnostics[0]
