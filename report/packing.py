"""Values put together small while others are in hand: of many briefings, all are laid out before one is written."""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

LARGE = 50_000
"""Bytes of a value from which on it is held once, however many values have it: a template, a picture."""


class Packing:
    """Packs values and unpacks them again, within one process."""

    def __init__(self) -> None:
        self._large = dict[str, bytes]()

    def packed(self, value: Value) -> Callable[[], Value]:
        """The value, small until it is called for."""
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = self._held_apart  # type: ignore[method-assign]
        pickler.dump(value)
        small = zlib.compress(stream.getvalue(), 1)

        def unpacked() -> Value:
            unpickler = pickle.Unpickler(io.BytesIO(zlib.decompress(small)))  # noqa: S301 - made in this process
            unpickler.persistent_load = self._large.__getitem__  # type: ignore[method-assign]
            found: Value = unpickler.load()
            return found

        return unpacked

    def _held_apart(self, value: object) -> str | None:
        if not (isinstance(value, bytes) and len(value) > LARGE):
            return None
        name = hashlib.sha256(value).hexdigest()
        self._large.setdefault(name, value)
        return name
