"""A value is told from every other by its digest, and is the same again when it is read from its bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import pipeline
from report.diagnostics import Location, SourceText
from report.language.registry import load
from report.pipeline import Product
from report.sources import choose
from report.store.canonical import NoValueError, as_bytes, digest, from_bytes
from report.text.fonts import Fonts
from report.units import Box, Color, Share
from tests.conftest import CHECKOUT

SHIPPED = CHECKOUT / "data" / "social-media-2016"

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.binary(),
    st.decimals(allow_nan=False),
)
LEAVES = st.one_of(
    PLAIN,
    st.dates(),
    st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(fold=0)),
    st.sampled_from(Product),
    st.builds(Color, *[st.integers(0, 255)] * 3),
    st.builds(Location, st.text(), st.integers(1), st.integers(1)),
    st.builds(SourceText, st.text()),
    st.frozensets(st.text()),
    st.lists(st.integers()),
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.one_of(st.lists(inner).map(tuple), st.dictionaries(st.text(), inner)), max_leaves=20
)

MIXED = (frozenset("abcdefgh"), {"b": 1, "a": Box(1, 2, 3, 4)}, Product.DECK)


def told(value: object) -> object:
    """The value with its kinds, for 1, 1.0 and True are equal and are not the same; and -0.0 and 0.0."""
    if isinstance(value, Mapping):
        return {key: told(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(told, value))
    return type(value), repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


@given(VALUES)
def test_a_value_is_the_same_again(value: object) -> None:
    assert told(from_bytes(as_bytes(value))) == told(value)


@given(VALUES, VALUES)
def test_two_values_have_one_digest_only_if_they_are_the_same(one: object, other: object) -> None:
    digests = (digest(each, with_places=True) for each in (one, other))
    assert len(set(digests)) == 1 + (told(one) != told(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True), (1, 1.0), (0.0, -0.0), ("1", 1), (None, "None"), ((1, 2), (1, (2,))), (("ab", "c"), ("a", "bc")),
        (Decimal(1), Decimal("1.0")), (date(2016, 1, 1), datetime(2016, 1, 1, tzinfo=UTC)), (b"", ""), ((), {}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (Share(0.5), 0.5), (Path("a"), "a"), ([1], (1,)),
        ((b"a", b"b"), (b"b", b"a")),
    ],
)  # fmt: skip
def test_what_looks_alike_is_told_apart(one: object, other: object) -> None:
    assert digest(one) != digest(other)
    assert digest(one) == digest(one)


def test_every_attribute_of_a_value_decides() -> None:
    """Also one that takes no part in comparing: a colour's role is what slides name it by."""
    color = Color(1, 2, 3)
    others: dict[str, Any] = {field.name: "x" if field.name == "role" else 9 for field in fields(color)}
    changed = [replace(color, **{name: value}) for name, value in others.items()]
    assert len({digest(each) for each in (color, *changed)}) == 1 + len(changed)


def test_where_a_text_was_read_decides_only_if_that_is_asked() -> None:
    here, there = (SourceText("word", ((0, Location("a.yaml", line, 1)),)) for line in (1, 2))
    assert digest(here) == digest(there) != digest(SourceText("word"))
    assert digest(here, with_places=True) != digest(there, with_places=True)
    assert from_bytes(as_bytes(here)).location == here.location


def test_fonts_are_told_by_their_files(tmp_path: Path) -> None:
    shipped = pipeline.house_fonts()
    copies = [tmp_path / name for name in ("a", "b", "c")]
    for folder in copies:
        folder.mkdir()
        for name in (shipped.files.regular, shipped.files.bold):
            (folder / name).write_bytes((shipped.folder / name).read_bytes() + (b"x" if folder.name == "c" else b""))
    one, same, other = (Fonts(folder, shipped.files) for folder in copies)
    assert digest(one) == digest(same) != digest(other)


def test_the_digest_is_the_same_in_another_process() -> None:
    """Sets and what hashes by chance have no part in it."""
    code = "from tests.store.test_canonical import MIXED, digest; print(digest(MIXED))"
    command = [sys.executable, "-c", code]
    runs = [
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, cwd=CHECKOUT, capture_output=True, text=True, check=True)
        for seed in ("1", "2")
    ]
    assert (
        runs[0].stdout
        == runs[1].stdout
        == f"{digest((frozenset('abcdefgh'), {'b': 1, 'a': Box(1, 2, 3, 4)}, Product.DECK))}\n"
    )


def test_texts_and_numbers_of_other_classes_become_plain_ones() -> None:
    class Named(str):
        """A text with a place."""

    for value, plain in ((Named("a"), "a"), (np.float64(0.1), 0.1), ((Named("b"), 1), ("b", 1))):
        assert told(from_bytes(as_bytes(value))) == told(plain)
    assert digest(Named("a")) == digest(Named("a")) != digest(Named("b"))


def test_what_is_no_value_is_refused() -> None:
    for each in (object(), print, range(3), bytearray(b"a")):
        with pytest.raises(NoValueError):
            digest(each)


class Elsewhere(Enum):
    """No class of the program."""

    HERE = "here"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"x", (2**63).to_bytes(8, "big"), b"\0" * 8, as_bytes((1, b"abc"))[:-1], as_bytes(Elsewhere.HERE),
        as_bytes(Share(0.5)).replace(b"report.units:Share", b"report.units:Color"),
        as_bytes(Share(0.5)).replace(b"report.units:Share", b"subprocess:Popen__"),
        as_bytes(Product.DECK).replace(b"DECK", b"DUCK"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_not_read(content: bytes) -> None:
    assert from_bytes(content) is None


@given(st.binary(max_size=60), st.integers(0, 200))
def test_damaged_bytes_raise_nothing(noise: bytes, at: int) -> None:
    whole = as_bytes((Box(1.0, 2.0, 3.0, 4.0), {"a": (b"abc", Product.DECK)}, Share(0.5)))
    from_bytes(whole[:at] + noise + whole[at + len(noise) :])


def test_a_whole_deck_is_the_same_again() -> None:
    """All stages in one: slides, drawings, tables, prose, and the values that they are made of."""
    material = pipeline.read(choose([SHIPPED]).sources[0])
    telling = pipeline.tell(material, ["de"], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling)
    parts: tuple[Any, ...] = (layouts.deck, layouts.pictures, layouts.workbook, material.tables)
    for part in parts:
        again = from_bytes(as_bytes(part))
        assert again == part
        assert digest(again) == digest(part)
    assert digest(telling.briefings) == digest(pipeline.tell(material, ["de"], allow_failed_claims=False).briefings)
    assert digest(load("de")) != digest(load("en"))
