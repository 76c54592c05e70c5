"""The codes of a data file, computed once and kept in a file of the engine's own.

    .respondents/3a1b2c4d-1f0c….duckdb       readable by its owner only; of a data file only the newest is kept

What no build has wanted for a month is removed: its data file may be gone for good, and who is in it may want to be.
What is kept are codes, weights and groups of the questions of a survey alone, none of the texts of the file. The name
holds the digest of all that decides it: the content of the data file, how its columns are coded, this code.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

import narwhals as nw

from report import characters
from report.diagnostics import Diagnostic, SourceError, in_file_order
from report.respondents import written_numbers
from report.respondents.engine import engine, literal, private_folder
from report.respondents.row_numbers import row_in_file
from report.respondents.rows import raw_frame
from report.survey.model.respondents import DataFile, Respondents, columns_read
from report.tables.respondents.checking import ROW, check_rows
from report.tables.respondents.code_tables import make_codes
from report.tables.respondents.coding import Rows, compared

_TABLE = "codes"

SECONDS_KEPT = 30 * 24 * 3600.0
"""After the last build that wanted them."""


class DamagedCodesError(Exception):
    """A kept file could not be read; it has been removed, and is made anew by who asks again."""


@contextmanager
def kept_codes(respondents: Respondents, folder: Path) -> Iterator[Rows]:
    """The codes of all respondents, from the files in a folder; those that are not there yet are made.

    Raises SourceError with the faults of all files whose rows are wrong; DamagedCodesError, also while they are read.
    """
    import duckdb

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    before = set(folder.absolute().glob("*.duckdb"))
    made = [_kept(file, respondents, folder) for file in respondents.files]
    _remove_unwanted(folder)
    if faults := in_file_order(fault for found in made if not isinstance(found, Path) for fault in found):
        raise SourceError(faults)
    paths = [found for found in made if isinstance(found, Path)]
    try:
        with private_folder(folder) as own, engine(own, folders=[folder.absolute()]) as connection:
            for number, path in enumerate(paths):
                connection.execute(f"ATTACH {literal(str(path))} AS file{number} (READ_ONLY)")
            tables = [connection.table(f"file{number}.{_TABLE}") for number in range(len(paths))]
            yield nw.concat([nw.from_native(table) for table in tables], how="vertical")
    except duckdb.Error as error:
        if kept := [path for path in paths if path in before]:
            for path in kept:
                path.unlink(missing_ok=True)
            raise DamagedCodesError from error
        raise


def _kept(file: DataFile, respondents: Respondents, folder: Path) -> Path | tuple[Diagnostic, ...]:
    """The file of codes of a data file, made if there is none, or the faults of its rows."""
    own = sha256(str(file.path.absolute()).encode("utf-8")).hexdigest()[:8]
    kept = (folder / f"{own}-{_digest(file, respondents)}.duckdb").absolute()
    if kept.is_file():
        with suppress(OSError):  # it was wanted now, and made when it was made
            os.utime(kept, ns=(time.time_ns(), kept.stat().st_mtime_ns))
        return kept
    with private_folder(folder) as new:
        faults = _make(new / kept.name, file, respondents, folder)
        if faults:
            return faults
        (new / kept.name).replace(kept)
    for other in folder.glob(f"{own}-*.duckdb"):
        if other.name != kept.name:
            other.unlink(missing_ok=True)
    return kept


def _remove_unwanted(folder: Path) -> None:
    """Remove the codes that no build has wanted for long."""
    for kept in folder.glob("*.duckdb"):
        with suppress(OSError):
            if time.time() - max(kept.stat().st_atime, kept.stat().st_mtime) > SECONDS_KEPT:
                kept.unlink()


def _digest(file: DataFile, respondents: Respondents) -> str:
    """Of all that decides what the codes of a file are."""
    survey = respondents.survey
    coding = (respondents.questions, respondents.segments, respondents.wave, respondents.weight)
    answers = [(question.id, [answer.id for answer in question.answers]) for question in survey.questions]
    waves, groups = [wave.id for wave in survey.waves], [[c.id for c in s.columns] for s in survey.segments]
    further = [Path(each) for each in (characters.__file__, written_numbers.__file__) if each]
    modules = (*sorted(Path(__file__).parent.glob("*.py")), *further)
    code = [each.read_bytes() for each in modules]
    decides = (code, file.digest, file.wave, file.codebook.reading, survey.wave, waves, groups, answers, coding)
    return sha256(repr(decides).encode("utf-8")).hexdigest()[:16]


def _make(path: Path, file: DataFile, respondents: Respondents, folder: Path) -> tuple[Diagnostic, ...]:
    """Write the codes of a data file, unless rows of it are wrong."""
    names = columns_read(respondents, file)
    with raw_frame(file.path, file.codebook, names, folder=folder, display=file.named.text) as raw:
        raw.connection.execute(f"ATTACH {literal(str(path))} AS kept")
        make_codes(raw, f"kept.{_TABLE}", file, respondents, folder=path.parent)
        made = nw.from_native(raw.connection.sql(f'SELECT *, rowid + 1 AS "{ROW}" FROM kept.{_TABLE}'))  # noqa: S608
        row_of = partial(row_in_file, file.path, file.codebook, display=file.named.text)
        faults = tuple(check_rows(made, compared(raw.frame, respondents), respondents, row_of))
        raw.connection.execute("DETACH kept")
    path.chmod(0o600)
    return faults
