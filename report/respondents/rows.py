"""The cells of a data file, whatever its kind, as a lazy frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from report.respondents.apart import frame_apart
from report.respondents.kinds import Kind, settle_kind
from report.respondents.model import Codebook, RawFrame
from report.respondents.parquet_files import parquet_frame
from report.respondents.text_files import text_frame

READERS = {
    Kind.TEXT: text_frame,
    Kind.SPSS: frame_apart,
    Kind.STATA: frame_apart,
    Kind.PARQUET: parquet_frame,
    Kind.EXCEL: frame_apart,
}


@contextmanager
def raw_frame(
    path: Path, codebook: Codebook, names: Sequence[str], *, folder: Path, display: str
) -> Iterator[RawFrame]:
    """The columns of these names (one or more, each once, all in the codebook), in this order; a row a respondent.

    folder: where what does not fit into memory is kept for so long, in a folder within that only its owner can enter.
    display: the path as messages show it. Raises SourceError where the file cannot be read, also from within the
    `with`: rows are read when the frame is computed.
    """
    kind = settle_kind(path, display)
    with READERS[kind](path.absolute(), codebook, names, folder=folder.absolute(), display=display) as raw:
        yield raw
