"""Ids made of labels: valid, short enough to be typed, each once among those that it must not hide."""

from __future__ import annotations

from collections.abc import Collection

from report.yaml_source.values import as_id

LONGEST = 32
"""Characters; ids are typed, and name files."""
_WORDS_OF_YAML = ("true", "false", "null")
_TOTAL = ("total",)


def own_id(text: str, taken: Collection[str], *, instead: str) -> str:
    """An id of the words of a text that nothing else has. instead: of a text without a word, such as "12 %"."""
    bare = as_id(text) or as_id(f"{instead}_{text}") or instead
    short = _cut(bare)
    own = f"{short}_" if short in _WORDS_OF_YAML or as_id(short) is None else short
    number = 1
    while own in taken or own in _TOTAL:
        number += 1
        own = f"{short}_{number}"
    return own


def _cut(bare: str) -> str:
    if len(bare) <= LONGEST:
        return bare
    cut = bare[:LONGEST]
    return (cut.rsplit("_", 1)[0] if "_" in cut[LONGEST // 2 :] else cut).rstrip("_")
