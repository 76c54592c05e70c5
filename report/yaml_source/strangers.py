"""Keys that nobody knows, and what each was meant to be.

titel: Social media        the fault is told; the title is read all the same, so that what is wrong in it, and in
                           everything that needs it, is told in the same run
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from report.diagnostics import Diagnostic, near_miss, shortened
from report.yaml_source.faults import Fault
from report.yaml_source.tree import Block, Key, Name, named

CLEARLY_MEANT = 0.8
"""How alike a key has to be to one that is not written, to be read as it: "titel" is to "title"."""


def take_strangers(block: Block, known: Sequence[str]) -> list[Diagnostic]:
    """The faults of keys that are not among the known ones.

    One that can only be meant as a single known key takes its name in the block; for the others the block remembers
    that it has strangers.
    """
    strangers = [key for key in block.written.values() if key not in known]
    faults = [_unknown_key(key, block, known) for key in strangers]
    meant = {key: _meant(key, block, known) for key in strangers}
    for key, name in meant.items():
        if name is not None and list(meant.values()).count(name) == 1:
            rename(block, key, name)
        else:
            block.has_strangers = True
    return faults


def _meant(key: Key, block: Block, known: Sequence[str]) -> str | None:
    """The one known key that a stranger is nearly written as, unless that is written itself."""
    close = get_close_matches(key, known, n=2, cutoff=CLEARLY_MEANT)
    return close[0] if len(close) == 1 and close[0] not in block.written else None


def rename(block: Block, key: Key, name: str) -> None:
    """Has what stands behind a key of a block read as what belongs behind another."""
    place = block.written.pop(key).location
    block.written[name] = Key(name, place)
    if (value := block.pop(key, None)) is not None:
        block[name] = named(value, Name(name, place))


def _unknown_key(key: Key, block: Block, known: Sequence[str]) -> Diagnostic:
    keys = f"{block.name} can have the keys {', '.join(sorted(known))}"
    message = f'"{shortened(key)}" is not a key of {block.name}'
    return Diagnostic(Fault.UNKNOWN_KEY, message, key.location, (keys,), near_miss(key, known))
