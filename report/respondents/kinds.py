"""The kinds of data file: known by the ending of the name, and made sure of by the first bytes.

What a file is called decides how it is read; what its bytes say otherwise is a fault, for a reader that is given the
file of another program may do anything.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

from report.diagnostics import DataPlace
from report.respondents.faults import DataFault, refusal


class Kind(Enum):
    """A kind of file, as messages call it."""

    TEXT = "text file"
    SPSS = "SPSS file"
    STATA = "Stata file"
    PARQUET = "Parquet file"
    EXCEL = "Excel workbook"


ENDINGS = {
    ".csv": Kind.TEXT,
    ".tsv": Kind.TEXT,
    ".sav": Kind.SPSS,
    ".zsav": Kind.SPSS,
    ".dta": Kind.STATA,
    ".parquet": Kind.PARQUET,
    ".xlsx": Kind.EXCEL,
}
NEEDED = {
    Kind.TEXT: ("duckdb", "narwhals"),
    Kind.SPSS: ("duckdb", "narwhals", "pyreadstat"),
    Kind.STATA: ("duckdb", "narwhals", "pyreadstat"),
    Kind.PARQUET: ("duckdb", "narwhals"),
    Kind.EXCEL: ("duckdb", "narwhals", "python_calamine"),
}
"""The libraries that a kind is read with."""

# Old Stata files begin with their version, the order of their bytes (1 or 2), 1 and 0: Stata [P] "File formats .dta".
_STATA = rb"<stata_dta>|[\x69\x6c\x6e\x6f\x71-\x73][\x01\x02]\x01\x00"
_SIGNATURES = (
    (rb"\$FL[23]", "an SPSS file", Kind.SPSS),
    (_STATA, "a Stata file", Kind.STATA),
    (rb"PAR1", "a Parquet file", Kind.PARQUET),
    (rb"PK\x03\x04", "a ZIP archive, as Excel workbooks are", Kind.EXCEL),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file", None),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd|7z\xbc\xaf", "a compressed file", None),
    (rb"%PDF", "a PDF", None),
    (rb"(?i)\s*<(\?xml|!doctype|html)", "an XML or HTML page", None),
)
LONGEST_SIGNATURE = 512
MEND = {
    Kind.TEXT: "export it anew as text, with commas or tabs between the cells",
    Kind.SPSS: "save it anew in SPSS as .sav",
    Kind.STATA: "save it anew in Stata as .dta",
    Kind.PARQUET: "write it anew as Parquet",
    Kind.EXCEL: "save it anew in Excel as .xlsx, without a password",
}


def settle_kind(path: Path, display: str) -> Kind:
    """The kind of a file that is there, holds something, and begins as its kind does.

    display: the path as messages show it. Links are not followed: whoever hands a path over has resolved it.
    """
    place = DataPlace(display)
    size = _size(path, place)
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(ENDINGS)
        message = f'"{path.suffix}" is no ending of a data file' if path.suffix else "the file has no ending"
        raise refusal(DataFault.UNKNOWN_KIND, message, place, hint=f"the endings are {known}")
    if size == 0:
        raise refusal(DataFault.EMPTY, "the file is empty, it has 0 bytes", place, hint=MEND[kind])
    _make_sure(path, kind, place)
    _need(kind, place)
    return kind


def _size(path: Path, place: DataPlace) -> int:
    try:
        found = path.lstat()
    except (OSError, ValueError):
        raise refusal(DataFault.NO_FILE, "there is no such file", place, hint="check its name and folder") from None
    if stat.S_ISREG(found.st_mode):
        return found.st_size
    is_what = "a folder" if stat.S_ISDIR(found.st_mode) else "a link" if stat.S_ISLNK(found.st_mode) else "a device"
    raise refusal(DataFault.NOT_A_FILE, f"this is {is_what}, no file", place, hint="name the data file itself")


def _make_sure(path: Path, kind: Kind, place: DataPlace) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(LONGEST_SIGNATURE)
    except OSError as error:
        hint = "check who may read it"
        raise refusal(DataFault.NO_FILE, f"the file cannot be opened: {error.strerror}", place, hint=hint) from None
    found = next(((name, its) for pattern, name, its in _SIGNATURES if re.match(pattern, head)), None)
    if found and found[1] is kind:
        return
    if found or kind is not Kind.TEXT:
        name, its = found or ("no such file", None)
        ending = next((ending for ending, each in ENDINGS.items() if each is its), None)
        hint = f'if that is right, let its name end in "{ending}"' if ending else MEND[kind]
        message = f"by its name this is a {kind.value}, by its first bytes it is {name}"
        raise refusal(DataFault.OTHER_KIND, _with_article(message), place, hint=hint)


def _with_article(message: str) -> str:
    return re.sub(r"\ba (?=SPSS|Excel)", "an ", message)


def _need(kind: Kind, place: DataPlace) -> None:
    missing = missing_libraries(NEEDED[kind])
    if missing:
        listed = " and ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        message = _with_article(f"to read a {kind.value} takes {listed}: not installed here")
        raise refusal(DataFault.EXTRA, message, place, hint="pip install 'befund[data]'")


def missing_libraries(names: Sequence[str]) -> list[str]:
    """Those of some libraries that are not installed."""
    return [name for name in names if find_spec(name) is None]
