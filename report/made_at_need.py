"""A mapping of which nothing is made before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class MadeAtNeed(Mapping[Key, Value]):
    """Each value is made when it is first asked for, and once."""

    def __init__(self, makers: Mapping[Key, Callable[[], Value]]) -> None:
        """makers: what makes each value."""
        self._makers = makers
        self._made = dict[Key, Value]()

    def __getitem__(self, key: Key) -> Value:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
