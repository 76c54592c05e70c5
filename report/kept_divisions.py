"""Words as they were divided before: a build that meets no new one reads no patterns, of which German has 78,000."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from report.language.model import Language
from report.store import Store
from report.store.canonical import as_bytes, from_bytes
from report.text.hyphenation import remember


def recall(language: Language, store: Store) -> None:
    """Take the words of a language that a store has."""
    remember(_words(store.get(_key(language, store))), language)


def retain(words: Mapping[str, tuple[int, ...]], language: Language, store: Store) -> None:
    """Keep the words of a language that have been divided, where there are new ones among them."""
    key = _key(language, store)
    kept = _words(store.get(key))
    if not words.keys() <= kept.keys():
        store.put(key, as_bytes({**kept, **words}))


def _key(language: Language, store: Store) -> str:
    return store.key("divisions", language.hyphenation)


def _words(content: bytes | None) -> Mapping[str, tuple[int, ...]]:
    kept: Any = from_bytes(content)
    return kept if isinstance(kept, Mapping) else {}
