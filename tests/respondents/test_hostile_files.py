"""Files that are no data files, or damaged, or made to harm: each ends in one clear fault, in bounded memory."""

from __future__ import annotations

import os
import random
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from report.diagnostics import Diagnostic, SourceError
from report.respondents import apart, kinds
from report.respondents.codebook import read_codebook
from report.respondents.model import Codebook, FileReading
from report.respondents.rows import raw_frame
from tests.conftest import CHECKOUT
from tests.respondents.reading import codebook_of, rows_of, told_of, written
from tests.respondents.specimens import dta, sav, xlsx
from tests.respondents.test_parquet_files import parquet

MADE_ANEW = {
    "sav": "save it anew in SPSS as .sav",
    "dta": "save it anew in Stata as .dta",
    "parquet": "write it anew as Parquet",
    "xlsx": "save it anew in Excel as .xlsx, without a password",
    "csv": "export it anew as text, with commas or tabs between the cells",
}

MUCH = 1000
"""Megabytes; a process begins with the peak of the one that started it, which may have run many tests."""


def sound(folder: Path, ending: str) -> Path:
    """A sound file of a kind."""
    path = folder / f"sound.{ending}"
    columns: dict[str, list[Any]] = {"q1": [1.0, 2.0, 3.0] * 50, "text": ["a", "b", "c"] * 50}
    if ending in ("sav", "zsav"):
        return sav(path, columns, compress=ending == "zsav")
    if ending == "dta":
        return dta(path, columns)
    if ending == "xlsx":
        return xlsx(path, {"data": [list(columns), *zip(*columns.values(), strict=True)]})
    if ending == "parquet":
        return parquet(path, "SELECT range % 3 AS q1, 'text ' || range AS text FROM range(5000)")
    return written(folder, path.name, "q1,text\n" + "1,a\n" * 50)


class TestWhatIsNamed:
    def test_nothing(self, tmp_path: Path) -> None:
        assert told_of(tmp_path / "a.sav") == (
            "a.sav: error[data-no-file]: there is no such file\n  hint: check its name and folder"
        )

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").mkdir()

        told = "a.csv: error[data-not-a-file]: this is a folder, no file\n  hint: name the data file itself"
        assert told_of(tmp_path / "a.csv") == told

    def test_a_link_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").symlink_to(written(tmp_path, "b.csv", "a,b\n1,2\n"))

        told = "a.csv: error[data-not-a-file]: this is a link, no file\n  hint: name the data file itself"
        assert told_of(tmp_path / "a.csv") == told

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.csv")

        told = "a.csv: error[data-not-a-file]: this is a device, no file\n  hint: name the data file itself"
        assert told_of(tmp_path / "a.csv") == told

    @pytest.mark.parametrize(
        ("name", "message"), [("a.ods", '".ods" is no ending of a data file'), ("a", "the file has no ending")]
    )
    def test_a_file_of_no_known_kind(self, tmp_path: Path, name: str, message: str) -> None:
        assert told_of(written(tmp_path, name, "x")) == (
            f"{name}: error[data-unknown-kind]: {message}\n"
            "  hint: the endings are .csv, .tsv, .sav, .zsav, .dta, .parquet, .xlsx"
        )

    @pytest.mark.parametrize("ending", list(MADE_ANEW))
    def test_an_empty_file(self, tmp_path: Path, ending: str) -> None:
        assert told_of(written(tmp_path, f"a.{ending}", "")) == (
            f"a.{ending}: error[data-empty]: the file is empty, it has 0 bytes\n  hint: {MADE_ANEW[ending]}"
        )

    @pytest.mark.parametrize(
        ("ending", "other", "message", "hint"),
        [
            ("sav", "xlsx", "an SPSS file, by its first bytes it is a ZIP archive, as Excel workbooks are", ".xlsx"),
            ("csv", "sav", "a text file, by its first bytes it is an SPSS file", ".sav"),
            ("xlsx", "parquet", "an Excel workbook, by its first bytes it is a Parquet file", ".parquet"),
            ("parquet", "dta", "a Parquet file, by its first bytes it is a Stata file", ".dta"),
        ],
    )
    def test_a_file_of_another_kind(self, tmp_path: Path, ending: str, other: str, message: str, hint: str) -> None:
        path = sound(tmp_path, other).rename(tmp_path / f"a.{ending}")

        assert told_of(path) == (
            f"a.{ending}: error[data-other-kind]: by its name this is {message}\n"
            f'  hint: if that is right, let its name end in "{hint}"'
        )

    @pytest.mark.parametrize("ending", ["sav", "dta", "parquet", "xlsx"])
    def test_noise(self, tmp_path: Path, ending: str) -> None:
        path = written(tmp_path, f"a.{ending}", bytes(range(255, 0, -1)) * 20)

        assert "by its first bytes it is no such file\n" in told_of(path)

    def test_a_library_that_is_not_installed_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(kinds, "missing_libraries", lambda names: [each for each in names if each != "duckdb"])

        assert told_of(sound(tmp_path, "sav")) == (
            "sound.sav: error[missing-extra]: "
            "to read an SPSS file takes narwhals and pyreadstat: not installed here\n"
            "  hint: pip install 'befund[data]'"
        )


class TestTextFiles:
    @pytest.mark.parametrize("content", ["a,b\n", "a,b", "\n\na,b\r\n\r\n", "\ufeffa;b\n"])
    def test_a_header_alone(self, tmp_path: Path, content: str) -> None:
        assert told_of(written(tmp_path, "a.csv", content)) == (
            "a.csv: error[data-empty]: the file has a header and no respondent\n"
            "  hint: the file begins with a row of names, then comes one row for every respondent"
        )

    def test_blank_lines_alone(self, tmp_path: Path) -> None:
        assert told_of(written(tmp_path, "a.csv", "\n\r\n\n"), FileReading(header_rows=2)) == (
            "a.csv: error[data-empty]: the file has no header\n"
            "  hint: the file begins with 2 rows of names, then comes one row for every respondent"
        )

    @pytest.mark.parametrize(
        ("content", "row", "cells"),
        [
            ("a,b,c\n1,2,3\n\n4,5\n", 4, "2 cells"),
            ('a,b,c\n"1\n2",2,3\n4,5,6,7,8\n', 3, "5 cells"),
            ("a,b,c\r\n1,2,3\r\n4\r\n", 3, "1 cell"),
        ],
    )
    def test_a_row_that_is_not_as_long_as_the_header(self, tmp_path: Path, content: str, row: int, cells: str) -> None:
        assert told_of(written(tmp_path, "a.csv", content)) == (
            f"a.csv: row {row}: error[data-row]: the row has {cells}, the header has 3\n"
            "  hint: cells are separated by ','; a cell that holds it stands in quotation marks"
        )

    def test_the_place_of_a_fault_is_told_to_editors_too(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", "a,b\n1,\xff\n".encode("latin-1"))

        found = read_codebook(path, FileReading(encoding="utf-8"), "data/a.csv")

        assert isinstance(found, Diagnostic)
        nowhere = {"line": None, "column": None, "length": None}
        assert found.as_json().items() >= {"file": "data/a.csv", **nowhere, "row": 2, "variable": None}.items()

    @pytest.mark.parametrize(
        ("content", "row"),
        [('a,b\n1,2\n3,"x\n4,5\n', 3), ('a,b\n1,2\n3,"x', 3), ('a,b\n"x"y,2\n3,4\n', 2), ('a,b\n1,2\n"', 3)],
    )
    def test_a_quotation_mark_without_another(self, tmp_path: Path, content: str, row: int) -> None:
        assert told_of(written(tmp_path, "a.csv", content)) == (
            f"a.csv: row {row}: error[data-row]: a quotation mark opens a cell and does not close at its end\n"
            "  hint: within quotation marks, a quotation mark that belongs to the text is doubled"
        )

    @pytest.mark.parametrize(("content", "row"), [('"a","b\n1,2\n', 1), ('a,"b\n1,2', 1), ('"a\na","b\n1,2\n3,4\n', 2)])
    def test_a_quotation_mark_of_the_header_that_is_never_closed(self, tmp_path: Path, content: str, row: int) -> None:
        assert told_of(written(tmp_path, "a.csv", content)) == (
            f"a.csv: row {row}: error[data-row]: a quotation mark opens a cell in this line and is never closed\n"
            "  hint: close it at the end of its cell, or take it out"
        )

    def test_a_quotation_that_goes_on_for_very_long(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", 'a,b\n1,"x\n' + "1,2\n" * 3_000_000)

        assert told_of(path).startswith("a.csv: row 2: error[data-row]: a quotation mark opens a cell")

    def test_a_name_in_the_header_that_goes_on_for_very_long(self, tmp_path: Path) -> None:
        assert told_of(written(tmp_path, "a.csv", 'a,"b\n' + "1,2\n" * 100_000)) == (
            "a.csv: row 1: error[data-row]: a name in the header is longer than 131,072 characters\n"
            "  hint: a quotation mark that opens a cell is closed at its end"
        )

    def test_a_quotation_mark_within_a_cell_is_part_of_it(self, tmp_path: Path) -> None:
        assert rows_of(written(tmp_path, "a.csv", 'a,b\n5" pipe,x"y"z\n1,2\n')) == [('5" pipe', 'x"y"z'), ("1", "2")]

    def test_5000_columns_are_read_and_one_more_is_too_many(self, tmp_path: Path) -> None:
        def content(n: int) -> str:
            return ",".join(f"q{place}" for place in range(n)) + "\n" + ",".join(["1"] * n) + "\n"

        assert len(codebook_of(written(tmp_path, "a.csv", content(5000))).names) == 5000
        assert rows_of(tmp_path / "a.csv", ["q4999"]) == [("1",)]
        assert told_of(written(tmp_path, "b.csv", content(5001))) == (
            "b.csv: error[data-too-large]: the header has 5,001 columns, more than 5,000\n"
            "  hint: export only the columns that the survey asks, or check the separator"
        )

    def test_a_line_of_a_million_characters_is_read_and_one_more_is_too_many(self, tmp_path: Path) -> None:
        def content(n: int) -> str:
            return "a,b\n1,2\n3," + "x" * (n - 2) + "\n5,6\n"

        assert len(rows_of(written(tmp_path, "a.csv", content(1_000_000)))) == 3
        assert told_of(written(tmp_path, "b.csv", content(1_000_001))) == (
            "b.csv: row 3: error[data-too-large]: a line is longer than 1,000,000 characters\n"
            "  hint: a data file has a line for every respondent; export it anew"
        )

    def test_a_zero_is_no_text(self, tmp_path: Path) -> None:
        assert told_of(written(tmp_path, "a.csv", "a,b\n1,2\n".encode("utf-16-le"))) == (
            "a.csv: row 1: error[data-other-kind]: character 2 of the file is a zero, which no text holds\n"
            '  hint: if it is UTF-16 without a byte order mark, declare the encoding "utf-16-le"; '
            "else export it anew as text"
        )

    @pytest.mark.parametrize(
        ("content", "declared", "row", "message"),
        [
            (
                'a,b\n"1\n2",3\n4,\u20ac\x81\n'.encode("latin-1", "replace"),
                None,
                3,
                "0x81, is neither UTF-8 nor Windows-1252",
            ),
            (b"a,b\n1,2\n3,\xe9\n", "utf-8", 3, "byte 11 of the file, 0xE9, is no utf-8"),
            (b"\xef\xbb\xbfa,b\n1,2\n3,4\n5,\xff", None, 4, "0xFF, is no utf-8-sig"),
            (b"a,b\n1,\x80\n", "ascii", 2, "byte 7 of the file, 0x80, is no ascii"),
            (b"\xff\xfea\x00,\x00b\x00\n\x001\x00,\x00\x00\xd8", None, 2, "0x00, is no utf-16"),
        ],
    )
    def test_bytes_that_no_text_has(
        self, tmp_path: Path, content: bytes, declared: str | None, row: int, message: str
    ) -> None:
        told = told_of(written(tmp_path, "a.csv", content), FileReading(encoding=declared))

        assert told.startswith(f"a.csv: row {row}: error[data-undecodable]: byte ")
        assert message in told.splitlines()[0]
        assert told.splitlines()[1].startswith("  hint: declare the encoding that the file has: among others there are")

    def test_a_stray_byte_in_a_file_of_utf_8(self, tmp_path: Path) -> None:
        content = "id,Größe\n1,groß\n2,schön\n".encode() + "3,größer\n".encode("cp1252")

        assert told_of(written(tmp_path, "a.csv", content)) == (
            "a.csv: row 4: error[data-undecodable]: byte 33 of the file, 0xF6, is no UTF-8, as the rest of it is\n"
            '  hint: write this row anew in UTF-8, or declare `csv: {encoding: "cp1252"}` if all of the file is that'
        )

    def test_utf_16_without_a_byte_order_mark(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", "a,b\n1,2\n".encode("utf-16-le"))

        assert told_of(path, FileReading(encoding="utf-16")) == (
            "a.csv: error[data-undecodable]: the file does not begin with the byte order mark that utf-16 has\n"
            '  hint: declare "utf-16-le" or "utf-16-be"'
        )

    @pytest.mark.parametrize("declared", ["utf-9", "", "hex", "rot13", "idna", "undefined", "unicode_escape", "a\0b"])
    def test_a_declared_encoding_that_does_not_exist(self, tmp_path: Path, declared: str) -> None:
        told = told_of(sound(tmp_path, "csv"), FileReading(encoding=declared))

        assert re.match(r'sound\.csv: error\[data-encoding\]: there is no encoding ".*"\n  hint: ', told)

    def test_a_declared_encoding_that_is_nearly_one(self, tmp_path: Path) -> None:
        assert told_of(sound(tmp_path, "csv"), FileReading(encoding="cp1525")) == (
            'sound.csv: error[data-encoding]: there is no encoding "cp1525"\n  hint: did you mean "cp1252" or "cp1251"?'
        )

    @pytest.mark.parametrize("separator", ["", ", ", '"', "\n"])
    def test_a_declared_separator_that_is_none(self, tmp_path: Path, separator: str) -> None:
        told = told_of(sound(tmp_path, "csv"), FileReading(separator=separator))

        assert "error[data-separator]: " in told
        assert told.endswith('hint: a separator is one character: "," or ";" or "|" or, for a tab, "\\t"')

    def test_an_html_page(self, tmp_path: Path) -> None:
        assert told_of(written(tmp_path, "a.csv", "<!DOCTYPE html><html>")) == (
            "a.csv: error[data-other-kind]: by its name this is a text file, "
            "by its first bytes it is an XML or HTML page\n"
            f"  hint: {MADE_ANEW['csv']}"
        )

    @pytest.mark.slow
    def test_a_gigabyte_in_one_line(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        with path.open("wb") as file:
            file.write(b"a,b\n1,2\n3,")
            for _ in range(1000):
                file.write(b"x" * 1_000_000)

        told, peak = told_apart(path)

        assert told.startswith("a.csv: row 3: error[data-too-large]: a line is longer than 1,000,000 characters")
        assert peak < MUCH

    def test_a_sparse_file_of_three_gigabytes(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", "a,b\n1,2\n")
        os.truncate(path, 3 << 30)

        told, peak = told_apart(path)

        assert told.startswith("a.csv: row 3: error[data-other-kind]: character 9 of the file is a zero")
        assert peak < MUCH


def told_apart(path: Path) -> tuple[str, int]:
    """What is told of a file, and the peak memory in megabytes of the processes that were needed to find it."""
    code = (
        "import resource, sys; from pathlib import Path; from tests.respondents.reading import told_of\n"
        "print(told_of(Path(sys.argv[1])))\n"
        "print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))"
    )
    done = subprocess.run([sys.executable, "-c", code, path], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    *told, peak = done.stdout.splitlines()
    return "\n".join(told), int(peak) // 1024


class TestDamagedFiles:
    @pytest.mark.parametrize("ending", ["sav", "zsav", "dta", "xlsx", "parquet"])
    @pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
    def test_a_file_that_breaks_off(self, tmp_path: Path, ending: str, part: float) -> None:
        path = sound(tmp_path, ending)
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])

        told = told_of(path)
        assert told.startswith(f"sound.{ending}: error[data-damaged]: ")
        assert told.splitlines()[-1] == f"  hint: {MADE_ANEW[ending.removeprefix('z')]}"

    @pytest.mark.parametrize("n_rows", [10**9, 151])
    def test_a_header_of_spss_that_lies_about_its_rows(self, tmp_path: Path, n_rows: int) -> None:
        path = sound(tmp_path, "sav")
        content = bytearray(path.read_bytes())
        content[80:84] = struct.pack("<i", n_rows)
        path.write_bytes(content)

        assert "sound.sav: error[data-damaged]: " in told_of(path)

    def test_a_header_of_spss_with_no_rows(self, tmp_path: Path) -> None:
        assert told_of(sav(tmp_path / "a.sav", {"q1": []})) == (
            "a.sav: error[data-empty]: the file has no respondent\n  hint: save it anew with its data"
        )

    def test_a_foot_of_parquet_that_lies_about_its_size(self, tmp_path: Path) -> None:
        path = sound(tmp_path, "parquet")
        path.write_bytes(path.read_bytes()[:-8] + struct.pack("<I", 2**31 - 1) + b"PAR1")

        assert told_of(path) == (
            "sound.parquet: error[data-damaged]: the file breaks off, or is not what Parquet says it should be\n"
            f"  hint: {MADE_ANEW['parquet']}"
        )

    @pytest.mark.parametrize("ending", ["sav", "dta", "parquet", "xlsx"])
    def test_too_many_columns(self, tmp_path: Path, ending: str) -> None:
        columns = {f"q{place}": [1.0] for place in range(5001)}
        path = tmp_path / f"a.{ending}"
        if ending == "sav":
            sav(path, columns)
        elif ending == "dta":
            dta(path, columns)
        elif ending == "xlsx":
            xlsx(path, {"data": [list(columns), [1] * 5001]})
        else:
            parquet(path, "SELECT " + ", ".join(f"1 AS q{place}" for place in range(5001)))

        assert re.match(
            rf"a\.{ending}: error\[data-too-large\]: the \w+ has 5,001 \w+, more than 5,000\n", told_of(path)
        )

    def test_a_file_that_makes_the_native_reader_crash(self, tmp_path: Path) -> None:
        path = sav(tmp_path / "a.sav", {"q1": [1.0, 2.0]}, variable_value_labels={"q1": {1: "a", 2: "b"}})
        content = bytearray(path.read_bytes())
        content[180:184] = struct.pack("<i", 128)  # the first variable is a text that goes on where nothing is
        path.write_bytes(content)

        assert told_of(path) == (
            "a.sav: error[data-damaged]: "
            "the file makes its reader break down (-11): it is damaged, or far too large\n"
            f"  hint: {MADE_ANEW['sav']}"
        )

    def test_a_file_that_is_read_for_too_long(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(apart, "SECONDS", 0)

        assert told_of(sound(tmp_path, "sav")) == (
            "sound.sav: error[data-too-large]: to read the file takes longer than a sound file of its size would\n"
            f"  hint: {MADE_ANEW['sav']}"
        )

    @pytest.mark.slow
    @pytest.mark.parametrize("ending", ["sav", "zsav", "dta", "xlsx", "parquet"])
    def test_files_damaged_at_random(self, tmp_path: Path, ending: str) -> None:
        content, luck = sound(tmp_path, ending).read_bytes(), random.Random(ending)

        for number in range(25):
            damaged = bytearray(content)
            for _ in range(luck.choice([1, 1, 2, 8])):
                damaged[luck.randrange(8, len(damaged))] = luck.choice([0, 1, 0x7F, 0x80, 0xFF])
            path = written(tmp_path, f"{number}.{ending}", bytes(damaged))
            found = read_codebook(path, FileReading(), path.name)
            assert isinstance(found, Codebook) or found.is_error  # nothing was raised, nothing crashed
            if isinstance(found, Codebook):
                with (
                    suppress(SourceError),
                    raw_frame(path, found, found.names, folder=tmp_path / "cache", display=path.name) as raw,
                ):
                    raw.frame.to_native().fetchall()
            assert list((tmp_path / "cache").glob("*")) == []


class TestWorkbooks:
    def test_a_zip_archive_that_is_no_workbook(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr("letter.txt", "x")

        assert told_of(tmp_path / "a.xlsx").startswith(
            "a.xlsx: error[data-damaged]: the workbook breaks off, or is not what Excel writes\n"
        )

    def test_cells_at_both_ends_of_a_sheet(self, tmp_path: Path) -> None:
        last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        path = with_more_rows(xlsx(tmp_path / "a.xlsx", {"data": [["id"], [1]]}), [last.encode()])

        told, peak = told_apart(path)

        assert told.startswith("a.xlsx: error[data-damaged]: the file makes its reader break down (-6)")
        assert peak < MUCH

    @pytest.mark.slow
    def test_a_workbook_that_unfolds_to_gigabytes(self, tmp_path: Path) -> None:
        text = [b'<row r="3"><c r="A3" t="str"><v>', *[b"x" * 1_000_000] * 4000, b"</v></c></row>"]
        path = with_more_rows(xlsx(tmp_path / "a.xlsx", {"data": [["id"], [1]]}), text)

        told, peak = told_apart(path)

        assert path.stat().st_size < 10_000_000
        assert re.match(r"a\.xlsx: error\[data-(damaged|too-large)\]: ", told)
        assert peak < 3100

    def test_links_to_other_files_are_not_followed(self, tmp_path: Path) -> None:
        path = xlsx(tmp_path / "a.xlsx", {"data": [["id", "link"], [1, "='[other.xlsx]data'!A1"]]})

        assert rows_of(path) == [(1.0, 0.0)]  # the value that was kept of the formula

    def test_a_header_alone(self, tmp_path: Path) -> None:
        assert told_of(xlsx(tmp_path / "a.xlsx", {"data": [["id", "q1"]]})) == (
            'a.xlsx: error[data-empty]: the sheet "data" has a header and no respondent\n'
            "  hint: it begins with the names of the columns, then comes one row for every respondent"
        )

    def test_nothing_at_all(self, tmp_path: Path) -> None:
        assert told_of(xlsx(tmp_path / "a.xlsx", {"data": []})) == (
            f"a.xlsx: error[data-empty]: the workbook is empty\n  hint: {MADE_ANEW['xlsx']}"
        )


def with_more_rows(path: Path, xml: Iterable[bytes]) -> Path:
    """A workbook whose first sheet goes on with these rows; they are never held in memory as a whole."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            before, end, after = content.partition(b"</sheetData>")
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(before)
                for piece in xml if end and name.endswith("sheet1.xml") else ():
                    part.write(piece)
                part.write(end + after)
    return path
