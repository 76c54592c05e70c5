"""Reference results of R, of which every number is either held against ours or left out by name, with a reason."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

RELATIVE = 1e-10
"""What shared/oracles/README.md grants everything in closed form."""
ITERATED = 1e-6
"""What it grants R's iterated fits."""
NOISE = 1e-13
"""Beside a relative tolerance: a difference of 0.3 and 0.3 is 1e-17 here and 0 there."""

Place = tuple[str, ...]


@dataclass
class Case:
    """One case of a file; which of its numbers were held, and which were given to our function, is remembered."""

    id: str
    design: Any
    result: Any
    held: set[Place] = field(default_factory=set)
    taken: set[Place] = field(default_factory=set)

    def holds(self, ours: float, *place: str | int, relative: float = RELATIVE) -> None:
        """Holds a number of ours against the one at a place of the result."""
        theirs = self._at(place)
        self.held.add(tuple(map(str, place)))
        assert ours == pytest.approx(theirs, rel=relative, abs=NOISE), f"{self.id}: {'/'.join(map(str, place))}"

    def holds_nothing(self, *place: str | int) -> bool:
        """Whether R calls the number at a place undefined; then that is held."""
        is_undefined = self._at(place) is None
        if is_undefined:
            self.held.add(tuple(map(str, place)))
        return is_undefined

    def given(self, *place: str | int) -> Any:
        """What stands at a place and is no result, but what the results are of."""
        self.taken.add(tuple(map(str, place)))
        return self._at(place)

    def _at(self, place: tuple[str | int, ...]) -> Any:
        found = self.result
        for step in place:
            found = found[step]
        return found

    @property
    def numbers(self) -> list[Place]:
        """The places of all numbers of the result, and of what is undefined."""
        return list(_numbers(self.result, ()))


def _numbers(value: Any, place: Place) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _numbers(below, (*place, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _numbers(below, (*place, str(index)))
    elif not isinstance(value, str):
        yield place


@dataclass(frozen=True)
class Family:
    """Cases of one file that are computed alike.

    pattern: of the whole id. check: holds all numbers of a case but those left out; None if no number is computed.
    why: the reason then. left_out: names of results (a step of the place) that are not computed, by reason.
    """

    file: str
    name: str
    pattern: str
    check: Callable[[Case, Path], None] | None = None
    why: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)

    def cases(self, shared: Path) -> list[Case]:
        """The cases of this family."""
        return [case for case in cases(shared, self.file) if re.fullmatch(self.pattern, case.id)]

    def run(self, shared: Path) -> tuple[int, int]:
        """Holds every case; how many there were, and how many numbers of them were held."""
        found = self.cases(shared)
        return len(found), sum(self._held(case, shared) for case in found)

    def _held(self, case: Case, shared: Path) -> int:
        if self.check is None:
            return 0
        self.check(case, shared)
        left_out = {name for names in self.left_out for name in names.split(", ")}
        missed = [place for place in case.numbers if not (_is_among(place, case) or left_out & set(place))]
        assert missed == [], f"{case.id}: neither held nor left out"
        assert case.held, case.id
        return len(case.held)


def _is_among(place: Place, case: Case) -> bool:
    return place in case.held or any(place[: len(each)] == each for each in case.taken)


@lru_cache
def _read(file: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(file.read_text("utf-8"))["cases"])


def cases(shared: Path, file: str) -> list[Case]:
    """The cases of a file of reference results."""
    return [Case(each["id"], each["design"], each["result"]) for each in _read(shared / "oracles" / file)]
