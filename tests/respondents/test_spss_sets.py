"""Sets of several answers as SPSS declares them: by a counted value, by categories, and with labels of values.

The records are those of GNU PSPP's documentation ("Multiple Response Sets Records").
"""

from __future__ import annotations

from pathlib import Path

import pytest

from report.respondents.model import MultipleSet
from tests.respondents.reading import codebook_of
from tests.respondents.specimens import sav, with_extension

RECORD_7 = b"$a=C 10 my mcgroup n1 n2 n3\n$b=D2 55 0  n2 n1\n$c=D3 Yes 10 mdgroup #2 t1 t2\n"
RECORD_19 = b"$d=E 1 2 34 13 third mdgroup n2 n3\n$e=E 11 6 choice 0  t2 t1\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    columns = {**{f"n{place}": [1.0] for place in (1, 2, 3)}, "t1": ["Yes"], "t2": ["No"]}
    return sav(tmp_path / "a.sav", columns, column_labels={"t2": "Which of these?"})


def test_sets_by_a_counted_value_and_by_categories(path: Path) -> None:
    assert codebook_of(with_extension(path, 7, RECORD_7)).sets == (
        MultipleSet("a", "my mcgroup", ("n1", "n2", "n3")),
        MultipleSet("b", None, ("n2", "n1"), counted=55.0),
        MultipleSet("c", "mdgroup #2", ("t1", "t2"), counted="Yes"),
    )


def test_sets_whose_answers_are_called_as_their_counted_values(path: Path) -> None:
    assert codebook_of(with_extension(path, 19, RECORD_19)).sets == (
        MultipleSet("d", "third mdgroup", ("n2", "n3"), counted=34.0, is_named_by_values=True),
        MultipleSet("e", "Which of these?", ("t2", "t1"), counted="choice", is_named_by_values=True),
    )


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"nonsense",
        b"$a=D999999 1 4 abcd n1\n",
        b"$a=D1 1 4 abcd nowhere\n",
        b"$a=X1 1 4 abcd n1\n",
        b"$a=D\xff\xff\xff",
    ],
)
def test_a_record_that_makes_no_sense_makes_no_set(path: Path, record: bytes) -> None:
    assert codebook_of(with_extension(path, 7, record)).sets == ()
