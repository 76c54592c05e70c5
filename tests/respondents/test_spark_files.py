"""What Spark is not made to read is told before it is started; what it counts stands in tables/respondents."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.diagnostics import SourceError
from report.respondents.codebook import read_codebook
from report.respondents.model import Codebook, FileReading
from report.respondents.spark import settle_for_spark


def told(folder: Path, name: str, content: bytes, *, encoding: str | None = None, header_rows: int = 1) -> str:
    path = folder / name
    path.write_bytes(content)
    codebook = read_codebook(path, FileReading(encoding=encoding, header_rows=header_rows), name)
    assert isinstance(codebook, Codebook)
    try:
        settle_for_spark(path, codebook, codebook.names, name)
    except SourceError as error:
        return error.diagnostics[0].as_text()
    return ""


@pytest.mark.parametrize(
    ("content", "header_rows", "message"),
    [
        (b"q1,q2\n1,2\n", 1, ""),
        (b"q1,q.2\n1,2\n", 1,
         'answers.csv: variable "q.2": error[data-engine]: Spark knows no column whose name has a dot or a backtick '
         'in it'),
        (b"q1,q2\nfirst,second\n1,2\n", 2,
         "answers.csv: error[data-engine]: Spark reads text with one line of names above its rows"),
    ],
)  # fmt: skip
def test_text_is_read_with_plain_names_in_one_line(
    tmp_path: Path, content: bytes, header_rows: int, message: str
) -> None:
    assert told(tmp_path, "answers.csv", content, header_rows=header_rows).partition("\n")[0] == message


def test_text_of_another_encoding_is_refused(tmp_path: Path) -> None:
    found = told(tmp_path, "answers.csv", "q1\nä\n".encode("cp1252"), encoding="cp1252")

    assert found.startswith("answers.csv: error[data-engine]: Spark reads text in UTF-8, and this is cp1252")
