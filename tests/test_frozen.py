"""A frozen value behaves as one of `dataclass(frozen=True, slots=True)`: the standard library is the measure."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.frozen import frozen


@frozen
class Place:
    """Of a thing."""

    x: int
    y: int = 0
    seen: list[int] = field(default_factory=list, compare=False, repr=False)
    n_seen: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "n_seen", len(self.seen))

    @property
    def total(self) -> int:
        """Of both."""
        return self.x + self.y


@frozen(kw_only=True)
class Named(Place):
    """A place with a name."""

    name: str = ""

    def __post_init__(self) -> None:
        Place.__post_init__(self)
        if self.name == "no":
            raise ValueError("not this")


@frozen
class Empty:
    """Nothing."""


@frozen
class Loud:
    """Has its own words."""

    x: int

    def __repr__(self) -> str:
        return "LOUD"

    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True, slots=True)
class UsualPlace:
    """What it is measured by."""

    x: int
    y: int = 0
    seen: list[int] = field(default_factory=list, compare=False, repr=False)
    n_seen: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "n_seen", len(self.seen))


NUMBERS = st.integers(-2, 2)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_values_are_equal_and_hashed_as_those_of_a_dataclass(a: int, b: int, c: int, d: int) -> None:
    ours, usual = (Place(a, b, [1]), Place(c, d)), (UsualPlace(a, b, [1]), UsualPlace(c, d))

    assert (ours[0] == ours[1]) == (usual[0] == usual[1])
    assert (hash(ours[0]) == hash(ours[1])) or ours[0] != ours[1]
    assert [hash(value) for value in ours] == [hash(value) for value in usual]
    assert repr(ours[0]) == repr(usual[0]).removeprefix("Usual")
    assert asdict(ours[0]) == asdict(usual[0])


def test_nothing_of_a_value_can_be_changed() -> None:
    place = Place(1)

    for change in (lambda: setattr(place, "x", 2), lambda: delattr(place, "x"), lambda: setattr(place, "new", 2)):
        with pytest.raises(FrozenInstanceError):
            change()
    assert place == Place(1)
    assert not hasattr(place, "__dict__")


@pytest.mark.parametrize("wrong", [lambda kind: kind(), lambda kind: kind(1, 2, [], 3), lambda kind: kind(x=1, z=2)])
def test_arguments_are_those_of_the_fields(wrong: Callable[[Any], object]) -> None:
    for kind in (Place, UsualPlace):
        with pytest.raises(TypeError):
            wrong(kind)


def test_each_value_has_a_default_of_its_own() -> None:
    assert Place(1).seen is not Place(1).seen
    assert (Place(1).y, Place(1).n_seen, Place(1, seen=[7]).n_seen) == (0, 0, 1)


def test_a_class_inherits_fields_and_checks_itself() -> None:
    assert Named(1, 2, name="a").total == 3
    assert Named(1, name="a") != Place(1)
    assert [each.name for each in fields(Named)] == ["x", "y", "seen", "n_seen", "name"]
    with pytest.raises(ValueError, match="not this"):
        Named(1, name="no")
    with pytest.raises(TypeError):
        Named(1, 2, [], "a")  # type: ignore[call-arg] # by keyword alone


def test_a_value_is_replaced_copied_pickled_and_matched() -> None:
    place = Named(1, 2, name="a")

    assert replace(place, x=3) == Named(3, 2, name="a")
    for again in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert again == place
        assert again.seen == place.seen
    match place:
        case Place(x, y):
            assert (x, y) == (1, 2)


def test_what_a_class_defines_itself_stays() -> None:
    assert (repr(Loud(1)), hash(Loud(1))) == ("LOUD", 7)
    assert Loud(1) == Loud(1)


def test_values_without_fields_are_equal() -> None:
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert Empty() != Place(1)  # type: ignore[comparison-overlap]
    assert repr(Empty()) == "Empty()"


@frozen
class Second:
    """Its arguments are as many as those of `First`."""

    b: int
    a: int = 4


@frozen
class First:
    """Its arguments are as many as those of `Second`."""

    a: int
    b: int = 3


def test_classes_with_as_many_arguments_keep_their_own_names_and_defaults() -> None:
    assert (First(1).b, First(b=1, a=2).a, Second(1).a, Second(a=1, b=2).b) == (3, 2, 4, 2)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'b'"):
        Second()  # type: ignore[call-arg] # what is missing is named


def test_a_class_gives_an_attribute_that_it_inherits_another_default() -> None:
    @frozen
    class Later(First):
        b: int = 9

    assert Later(1) == Later(1, 9)
    assert [each.name for each in fields(Later)] == ["a", "b"]
    assert repr(Later(1)).endswith("Later(a=1, b=9)")


@frozen(kw_only=True)
class Letters:
    """Has more arguments than an `__init__` is compiled for."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int = 8
    i: list[int] = field(default_factory=list)
    j: int = 10
    k: int = 11
    m: int = 12
    n: int = 13
    sum: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sum", self.a + self.n)


@frozen
class MoreLetters(Letters):
    """Takes one of them by its place."""

    o: int
    p: int = 15


def test_a_class_with_many_arguments_takes_them_by_place_by_name_and_by_default() -> None:
    few: dict[str, Any] = {name: number for number, name in enumerate("abcdefg", start=1)}
    made = MoreLetters(14, **few, n=0)

    assert [getattr(made, name) for name in "abcdefghijkmnop"] == [*range(1, 9), [], 10, 11, 12, 0, 14, 15]
    assert (made.sum, made.i is MoreLetters(14, **few).i) == (1, False)
    assert replace(made, p=1) == MoreLetters(14, 1, **few, n=0)
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'a'"):
        MoreLetters(14, **{name: few[name] for name in "bcdefg"})
    with pytest.raises(TypeError, match="takes from 2 to 3 positional arguments"):
        MoreLetters(1, 2, 3, **few)  # type: ignore[call-arg] # one too many
