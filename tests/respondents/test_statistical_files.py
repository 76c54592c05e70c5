"""SPSS and Stata files keep their labels, their missing values and their codes.

What the samples hold is told in the README beside them, and in the tests of haven (test-read-sav.R) and pyreadstat
(test_basic.py) that they come from.
"""

from __future__ import annotations

import math
from pathlib import Path

import polars as pl
import pytest

from report.respondents.model import FileReading, MissingRange, MultipleSet, ValueLabel, Variable
from tests.respondents.reading import codebook_of, rows_of
from tests.respondents.specimens import dta, sav

SEX = (ValueLabel(1.0, "Male"), ValueLabel(2.0, "Female"))
LEVELS = (ValueLabel(1.0, "low"), ValueLabel(2.0, "medium"), ValueLabel(3.0, "high"))
SAMPLE = [
    ("a", 1.1, "2018-05-06", "2018-05-06T10:10:10", 1.0, 1.0, "10:10:10"),
    ("b", 1.2, "1880-05-06", "1880-05-06T10:10:10", 2.0, 2.0, "23:10:10"),
    ("c", -1000.3, "1960-01-01", "1960-01-01T00:00:00", 1.0, 3.0, "00:00:00"),
    ("d", -1.4, "1583-01-01", "1583-01-01T00:00:00", 2.0, 1.0, "16:10:10"),
    ("e", 1000.3, None, None, 1.0, 1.0, None),
]
"""The rows of pyreadstat's sample, whatever package wrote it (its test_data/sample.csv)."""


def at(value: float) -> MissingRange:
    return MissingRange(value, value)


@pytest.fixture
def samples(shared: Path) -> Path:
    return shared / "data" / "format-samples"


def variable(path: Path, name: str) -> Variable:
    found = codebook_of(path).variable(name)
    assert found is not None
    return found


def test_single_missing_values_and_ranges_of_spss_are_told_apart(samples: Path) -> None:
    path = samples / "pyreadstat-simple_alltypes.sav"

    assert variable(path, "x") == Variable(
        "x",
        "Numeric variable with value labels",
        is_text=False,
        values=(ValueLabel(1.0, "red"), ValueLabel(2.0, "green"), ValueLabel(3.0, "blue")),
        missing=(at(7.0), at(8.0), at(99.0)),
    )
    assert variable(path, "z").missing == (MissingRange(-999.0, 0.0), at(999.0))
    assert variable(path, "z").values == (ValueLabel(999.0, "skipped"),)


def test_user_missing_values_stay_values_and_system_missing_is_null(samples: Path) -> None:
    path = samples / "pyreadstat-simple_alltypes.sav"

    assert [z for (z,) in rows_of(path, ["z"])] == [-9.0, None, 1.234, 999.0, 3.14159, None]
    assert [variable(path, "z").is_missing(each) for each in (-9.0, 1.234, 999.0)] == [True, False, True]


def test_multiple_response_sets_of_both_types_are_found(samples: Path) -> None:
    codebook = codebook_of(samples / "pyreadstat-simple_alltypes.sav")

    assert codebook.sets == (
        MultipleSet("categorical_array", None, ("ca_subvar_1", "ca_subvar_2", "ca_subvar_3")),
        MultipleSet("mymrset", "My multiple response set", ("bool1", "bool2", "bool3"), counted=1.0),
    )


def test_dates_of_spss_are_iso_texts_and_a_quarter_is_its_first_day(samples: Path) -> None:
    rows = rows_of(samples / "pyreadstat-simple_alltypes.sav", ["y", "date", "quarter"])

    assert rows[3:5] == [("1776-07-04", "2014-12-15", "2014-10-01"), (None, "2015-01-02", "2015-01-01")]


def test_empty_texts_are_null(samples: Path) -> None:
    rows = rows_of(samples / "pyreadstat-simple_alltypes.sav", ["str"])

    assert [text for (text,) in rows] == ["red", "green", "reg-green-blue-whatever", "NA", None, "MORE JUNK"]


def test_missing_values_have_labels_too(samples: Path) -> None:
    path = samples / "pyreadstat-sample_missing.sav"

    assert variable(path, "mynum").missing == (MissingRange(2000.0, 3000.0), at(-1.0))
    assert variable(path, "mylabl").values == (ValueLabel(-1.0, "undetermined"), *SEX)
    assert variable(path, "mylabl").missing == (at(-1.0),)
    assert variable(path, "myord").values == (ValueLabel(-1.0, "missing"), *LEVELS)
    assert variable(path, "myord").missing == (at(-1.0), at(-2.0), at(-3.0))
    assert rows_of(path) == [
        *SAMPLE,
        ("Z", -1.0, None, None, -1.0, -1.0, None),
        (None, 2500.0, None, None, None, -3.0, None),
    ]


def test_a_text_may_be_a_missing_value(samples: Path) -> None:
    path = samples / "pyreadstat-missing_char.sav"

    assert codebook_of(path).variables == (Variable("mychar", values=(ValueLabel("a", "labeled"),), missing=("Z",)),)
    assert rows_of(path) == [("Z",), ("a",)]


def test_labels_belong_to_codes_whatever_their_order(samples: Path) -> None:
    path = samples / "pyreadstat-ordered_category.sav"

    labels = (ValueLabel(1.0, "high"), ValueLabel(2.0, "low"), ValueLabel(3.0, "medium"))
    assert variable(path, "Col1").values == labels
    assert [code for (code,) in rows_of(path)] == [1.0, 2.0, 3.0, 2.0]


def test_a_name_may_be_hebrew(samples: Path) -> None:
    path = samples / "pyreadstat-hebrews.sav"

    assert codebook_of(path).names == ("ותק_ב",)
    assert codebook_of(path).n_rows == len(rows_of(path)) == 99
    assert rows_of(path)[:3] == [(33.0,), (34.0,), (15.0,)]


@pytest.mark.parametrize("name", ["pyreadstat-sample.zsav", "pyreadstat-sample.dta"])
def test_compressed_spss_and_stata_files_hold_the_same(samples: Path, name: str) -> None:
    path = samples / name

    assert rows_of(path) == SAMPLE
    assert [each.label for each in codebook_of(path).variables] == [
        "character",
        "numeric",
        "date",
        "datetime",
        "labeled",
        "ordinal",
        "time",
    ]
    assert (variable(path, "mylabl").values, variable(path, "myord").values) == (SEX, LEVELS)


def test_the_samples_of_haven_are_read_as_haven_reads_them(samples: Path) -> None:
    missing, text, umlauts = (
        variable(samples / f"haven-{name}.sav", own)
        for name, own in (("labelled-num-na", "VAR00002"), ("labelled-str", "gender"), ("umlauts", "var1"))
    )

    assert (missing.values, missing.missing) == ((ValueLabel(1.0, "This is one"),), (at(9.0),))
    assert text.values == (ValueLabel("F", "Female"), ValueLabel("M", "Male"))
    assert umlauts.label == "This is an ä-umlaut"
    assert [value.label for value in umlauts.values] == ["the ä umlaut", "the ü umlaut", "the ö umlaut"]
    assert rows_of(samples / "haven-labelled-num-na.sav") == [(1.0,), (9.0,)]
    assert rows_of(samples / "haven-labelled-str.sav") == [("M",), ("F",)]
    assert rows_of(samples / "haven-umlauts.sav") == [(1.0,), (2.0,), (1.0,), (3.0,)]


def test_ranges_of_missing_values_may_be_open(tmp_path: Path) -> None:
    ranges = {"a": [{"lo": -math.inf, "hi": 0}, 99], "b": [{"lo": 90, "hi": math.inf}]}
    path = sav(tmp_path / "a.sav", {"a": [1, 99], "b": [1, 2]}, missing_ranges=ranges)

    assert variable(path, "a").missing == (MissingRange(-math.inf, 0.0), at(99.0))
    assert variable(path, "b").missing == (MissingRange(90.0, math.inf),)
    assert [variable(path, "a").is_missing(code) for code in (-1e308, 0.0, 0.5, 99.0)] == [True, True, False, True]


def test_codes_of_a_date_are_written_as_its_cells_are(tmp_path: Path) -> None:
    day = 86_400.0
    path = sav(
        tmp_path / "a.sav",
        {"when": [day, 2 * day, None]},
        variable_format={"when": "DATE11"},
        missing_ranges={"when": [day]},
        variable_value_labels={"when": {day: "not said"}},
    )

    assert variable(path, "when") == Variable(
        "when", values=(ValueLabel("1582-10-15", "not said"),), missing=("1582-10-15",)
    )
    assert rows_of(path) == [("1582-10-15",), ("1582-10-16",), (None,)]


def test_texts_may_be_long_and_names_too(tmp_path: Path) -> None:
    text, name = "schön" * 700, "v" * 60
    path = sav(tmp_path / "a.sav", {"before": [1.0], name: [text], "after": [2.0]})

    assert rows_of(path) == [(1.0, text, 2.0)]
    assert codebook_of(path).names == ("before", name, "after")


def test_rows_that_come_in_pieces_come_all_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    n_rows = 30_000  # with 40 columns more than are read at once
    columns = {f"q{place}": [float(row * place) for row in range(n_rows)] for place in range(40)}
    path = sav(tmp_path / "a.sav", columns)

    assert rows_of(path, ["q39", "q1"]) == [(float(row * 39), float(row)) for row in range(n_rows)]


def test_a_declared_encoding_is_taken(tmp_path: Path, samples: Path) -> None:
    codebook = codebook_of(samples / "haven-umlauts.sav", FileReading(encoding="latin-1"))

    assert codebook.variables[0].label == "This is an Ã¤-umlaut"


def test_tagged_missing_values_of_stata_are_codes(tmp_path: Path) -> None:
    cells = pl.Series([1.0, "a", 2.5, "z", None], dtype=pl.Object)
    path = dta(
        tmp_path / "a.dta",
        {"q": cells, "age": [30, 40, 50, 60, 70]},
        variable_value_labels={"q": {1: "yes", "a": "refused"}},
        missing_user_values={"q": ["a", "z"]},
    )

    labels = (ValueLabel("1", "yes"), ValueLabel(".a", "refused"))
    assert variable(path, "q") == Variable("q", is_text=True, values=labels, missing=(".a", ".z"))
    assert rows_of(path) == [("1", 30.0), (".a", 40.0), ("2.5", 50.0), (".z", 60.0), (None, 70.0)]


def test_names_that_differ_by_case_alone_are_numbered(tmp_path: Path) -> None:
    path = dta(tmp_path / "a.dta", {"age": [1], "Age": [2]})

    assert codebook_of(path).names == ("age", "Age_2")
    assert rows_of(path, ["Age_2", "age"]) == [(2.0, 1.0)]
