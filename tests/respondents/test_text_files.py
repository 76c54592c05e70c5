"""Text files are read as they stand, whatever separates, quotes, ends and encodes their cells."""

from __future__ import annotations

import codecs
import csv
import io
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.respondents.engine import private_folder
from report.respondents.model import FileReading
from report.respondents.rows import raw_frame
from tests.respondents.reading import codebook_of, rows_of, written


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    lines = ["id;name", "1;a, b", "2;c|d"] if separator == ";" else ["id;name", "1;ab", "2;cd"]
    path = written(tmp_path, "a.csv", "\n".join(lines).replace(";", separator) + "\n")

    assert codebook_of(path).reading == FileReading("utf-8", separator, 1)
    assert rows_of(path) == [tuple(line.split(";")) for line in lines[1:]]


def test_commas_within_texts_are_no_separators_where_rows_keep_to_another(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id;why, and how\n1;yes\n2;no, never, not\n")

    assert codebook_of(path).names == ("id", "why, and how")


def test_what_excel_is_told_of_the_separator_holds_here_too(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "sep=:\r\nid:a\r\n1:x,y\r\n")

    assert codebook_of(path).reading.separator == ":"
    assert rows_of(path) == [("1", "x,y")]


def test_a_single_column_needs_no_separator(tmp_path: Path) -> None:
    assert rows_of(written(tmp_path, "a.csv", "word\nyes\nno, never\n\nno\n")) == [
        ("yes",),
        ("no, never",),
        (None,),
        ("no",),
    ]


def test_a_declared_separator_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "a^b\n1,2^3,4\n")

    assert rows_of(path, reading=FileReading(separator="^")) == [("1,2", "3,4")]


def test_cells_stand_as_they_are_and_empty_ones_are_null(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'a,b,c\n 1 ,"",None\n007,NA,"x ""y"" z"\n# no comment,true,\n')

    assert rows_of(path) == [(" 1 ", None, "None"), ("007", "NA", 'x "y" z'), ("# no comment", "true", None)]


def test_the_folders_of_a_file_are_no_columns_of_it_and_its_name_is_no_pattern(tmp_path: Path) -> None:
    folder = tmp_path / "year=2024" / "it's [x]"
    folder.mkdir(parents=True)
    written(folder, "ab.csv", "a,b\n3,4\n")

    assert rows_of(written(folder, "a*.csv", "a,b\n1,2\n")) == [("1", "2")]


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    assert rows_of(written(tmp_path, "a.csv", "\n\na,b\n\n1,2\n\n3,4\n\n")) == [("1", "2"), ("3", "4")]


def test_only_the_columns_asked_for_are_read_in_the_order_asked(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "a,b,c\n1,2,3\n")

    assert rows_of(path, ["c", "a"]) == [("3", "1")]


def test_names_may_hold_anything(tmp_path: Path) -> None:
    header = ['a.b; "c"', "it's", "select", "Ünïcode – ☃", "*"]
    text = io.StringIO()
    csv.writer(text).writerows([header, list("12345")])
    path = written(tmp_path, "a.csv", text.getvalue())

    assert codebook_of(path).names == (*header[:-1], "column_5")
    assert rows_of(path) == [tuple("12345")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quoted_cell_of_several_lines_is_one_cell(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, "a.csv", end.join(['id,"Which', 'one?"', '1,"x', 'y"', "2,z", ""]))

    assert codebook_of(path).names == ("id", "Which one?")
    assert rows_of(path) == [("1", f"x{end}y"), ("2", "z")]


def test_lines_may_end_in_different_ways(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'a,b\r\n1,2\n3,"x\ny"\r\n4,"x\r\ny"\r5,6')

    assert rows_of(path) == [("1", "2"), ("3", "x\ny"), ("4", "x\r\ny"), ("5", "6")]


def test_many_cells_of_several_lines_are_read_alike(tmp_path: Path) -> None:
    # More than the engine reads at once: several threads lost their way here.
    n_rows = 3_000_000
    path = written(tmp_path, "a.csv", "a,b\n" + '1,"x\n2,3\ny"\n' * n_rows)
    codebook = codebook_of(path)

    with raw_frame(path, codebook, ["b"], folder=tmp_path, display="a.csv") as raw:
        found = raw.frame.to_native().aggregate("count(*), count(DISTINCT b), min(b)").fetchall()

    assert path.stat().st_size > 32_000_000
    assert found == [(n_rows, 1, "x\n2,3\ny")]


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, mark: bytes, found: str) -> None:
    path = written(tmp_path, "a.csv", mark + "Größe;Wort\n1;„ja“ – 5 €\n".encode(encoding))

    assert codebook_of(path).reading.encoding == found
    assert codebook_of(path).names == ("Größe", "Wort")
    assert rows_of(path) == [("1", "„ja“ – 5 €")]


def test_an_umlaut_far_down_the_file_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", b"id,a\n" + b"1,abcdefgh\n" * 300_000 + "2,schön\n".encode("cp1252"))

    assert codebook_of(path).reading.encoding == "cp1252"
    assert rows_of(path, ["a"])[-1] == ("schön",)


def test_a_declared_encoding_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,a\n1,Größe\xa0\n".encode("mac-roman"))

    assert rows_of(path, reading=FileReading(encoding="Mac-Roman")) == [("1", "Größe\xa0")]


def test_two_header_rows_are_joined(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'Respondent,"Which, of these?",\n,red,blue\n1,x,\n')
    reading = FileReading(header_rows=2)

    assert codebook_of(path, reading).names == ("Respondent", "Which, of these? – red", "Which, of these? – blue")
    assert rows_of(path, reading=reading) == [("1", "x", None)]


def test_what_is_on_disk_meanwhile_is_for_its_owner_alone_and_removed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Größe;Wort\n1;schön\n".encode("cp1252"))
    codebook, cache = codebook_of(path), tmp_path / "cache"

    with pytest.raises(ZeroDivisionError), raw_frame(path, codebook, ["Wort"], folder=cache, display="a.csv"):
        own, _lock = sorted(cache.iterdir())
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in (own, own / "rows.csv")}
        raise ZeroDivisionError

    assert modes == {own.name: 0o700, "rows.csv": 0o600}
    assert list(cache.iterdir()) == []


def test_what_a_killed_process_has_left_is_removed_and_what_another_is_at_work_with_is_not(tmp_path: Path) -> None:
    left = tmp_path / "reading-0123"
    left.mkdir()
    written(left, "rows.csv", "personal")

    with private_folder(tmp_path) as first, private_folder(tmp_path) as second:
        there = sorted(each for each in tmp_path.iterdir() if each.is_dir())

    assert there == sorted([first, second])
    assert list(tmp_path.iterdir()) == []


def test_the_engine_reaches_no_other_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "a,b\n1,2\n")
    other = written(tmp_path, "other.csv", "c,d\n3,4\n")

    with (
        raw_frame(path, codebook_of(path), ["a"], folder=tmp_path / "cache", display="a.csv") as raw,
        pytest.raises(Exception, match="disabled by configuration"),
    ):
        raw.connection.sql(f"SELECT * FROM read_csv('{other}')").fetchall()


def test_what_is_counted_may_be_kept_in_the_folder(tmp_path: Path) -> None:
    path, cache = written(tmp_path, "a.csv", "a,b\n1,2\n"), tmp_path / "cache"

    with raw_frame(path, codebook_of(path), ["a"], folder=cache, display="a.csv") as raw:
        raw.connection.execute(f"ATTACH '{cache / 'kept.duckdb'}' AS kept")
        raw.frame.to_native().create("kept.coded")

    assert [each.name for each in cache.iterdir()] == ["kept.duckdb"]


def test_the_masculinity_survey_has_its_1615_men_and_their_weights(shared: Path) -> None:
    path = shared / "data" / "masculinity-survey" / "raw-responses.csv"

    rows = rows_of(path, ["column_1", "q0001", "q0004_0001", "weight"])

    assert len(codebook_of(path).names) == 98
    assert len(rows) == 1615
    assert rows[0][:2] == ("1", "Somewhat masculine")
    assert sum(float(str(weight)) for *_, weight in rows) == pytest.approx(1615, abs=1e-6)
    assert {selected for _, _, selected, _ in rows} == {"Father or father figure(s)", "Not selected"}


@pytest.mark.parametrize(("year", "n_rows", "n_yes"), [(2021, 1152, 986), (2022, 1038, 879)])
def test_the_haskell_survey_has_its_respondents_and_cells_of_several_lines(
    shared: Path, year: int, n_rows: int, n_yes: int
) -> None:
    path = shared / "data" / "haskell-survey" / f"{year}-state-of-haskell-survey-results.csv"

    rows = rows_of(path)

    with path.open(encoding="utf-8", newline="") as file:
        header, *expected = csv.reader(file)
    assert codebook_of(path).names == tuple(header)
    assert rows == [tuple(cell or None for cell in row) for row in expected]
    assert (len(rows), [row[header.index("s0q1")] for row in rows].count("Yes")) == (n_rows, n_yes)
    assert any("\n" in str(cell) and '"' in str(cell) for row in rows for cell in row)


CELL = st.text(st.characters(codec="cp1252", exclude_characters="\0") | st.sampled_from('\r\n"";, '), max_size=8)
"""Characters that all the encodings tried here have, and those that matter in text files."""
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@settings(max_examples=150)
@given(
    rows=st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=6)),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=ENCODINGS,
)
def test_a_table_that_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    separator: str,
    end: str,
    encoding: str,
) -> None:
    names = [f"c{place}" for place in range(len(rows[0]))]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator=end).writerows([names, *rows])
    path = written(tmp_path_factory.mktemp("round"), "a.csv", text.getvalue().encode(encoding))
    reading = FileReading(encoding=encoding, separator=separator)

    expected = [tuple(cell or None for cell in row) for row in rows]
    assert rows_of(path, reading=reading) == expected
