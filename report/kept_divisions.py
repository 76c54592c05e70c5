"""Words as they were divided before: a build that meets no new one reads no patterns, of which German has 78,000."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from report.language.model import Language
from report.store import Store
from report.store.canonical import as_bytes, from_bytes
from report.text.hyphenation import divided_words, remember


@contextmanager
def kept_divisions(language: Language, store: Store | None) -> Iterator[None]:
    """Take the words of a language from a store, and keep them there with those that are divided meanwhile."""
    if store is None:
        yield
        return
    key = store.key("divisions", language.hyphenation)
    kept = _words(from_bytes(store.get(key)))
    remember(kept, language)
    yield
    divided = divided_words(language)
    if not divided.keys() <= kept.keys():
        store.put(key, as_bytes(dict(divided)))


def _words(kept: Any) -> Mapping[str, tuple[int, ...]]:
    return kept if isinstance(kept, Mapping) else {}
