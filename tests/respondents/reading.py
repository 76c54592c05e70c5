"""Reads data files in tests: their codebook, their cells, the fault that is told of them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from report.diagnostics import Diagnostic, SourceError
from report.respondents.codebook import read_codebook
from report.respondents.model import Codebook, FileReading
from report.respondents.rows import raw_frame

AS_IT_IS = FileReading()
"""Nothing said of the file."""
Rows = list[tuple[object, ...]]


def codebook_of(path: Path, reading: FileReading = AS_IT_IS) -> Codebook:
    """The codebook of a file that is sound."""
    found = read_codebook(path, reading, path.name)
    assert isinstance(found, Codebook), found.as_text()
    return found


def rows_of(path: Path, names: Sequence[str] | None = None, reading: FileReading = AS_IT_IS) -> Rows:
    """The cells of a file, or of some of its columns, row by row; nothing is left of them on disk."""
    codebook = codebook_of(path, reading)
    with tempfile.TemporaryDirectory() as folder:
        with raw_frame(path, codebook, names or codebook.names, folder=Path(folder), display=path.name) as raw:
            rows = raw.frame.to_native().fetchall()
        assert list(Path(folder).iterdir()) == []
    return list(rows)


def told_of(path: Path, reading: FileReading = AS_IT_IS) -> str:
    """What is told of a file that is not sound, when its codebook or else its rows are read; nothing is left of it."""
    found = read_codebook(path, reading, path.name)
    if isinstance(found, Diagnostic):
        return found.as_text()
    with tempfile.TemporaryDirectory() as folder:
        try:
            with raw_frame(path, found, found.names, folder=Path(folder), display=path.name) as raw:
                raw.frame.to_native().fetchall()
        except SourceError as error:
            assert list(Path(folder).iterdir()) == []
            return str(error)
    raise AssertionError(f"{path} is sound")


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
