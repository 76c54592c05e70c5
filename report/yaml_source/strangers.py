"""Keys that nobody knows, and what each was meant to be.

titel: Social media        the fault is told; the title is read all the same, so that what is wrong in it, and in
                           everything that needs it, is told in the same run
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from report.diagnostics import Diagnostic, SourceText, near_miss, shortened
from report.yaml_source.faults import Fault
from report.yaml_source.tree import Block, Key, Name, Scalar, named

CLEARLY_MEANT = 0.8
"""How alike a key has to be to one that is not written, to be read as it: "titel" is to "title"."""


def take_strangers(block: Block, known: Sequence[str], also_called: Mapping[str, str]) -> list[Diagnostic]:
    """The faults of keys that are not among the known ones; also_called: known ones by other words for them.

    One that can only be meant as a single known key takes its name in the block; for the others the block remembers
    that it has strangers.
    """
    strangers = [key for key in block.written.values() if key not in known]
    if (
        "id" in known
        and "id" not in block.written
        and (own := next((k for k in strangers if _is_bare(k, block)), None))
    ):
        return [_as_id(own, block, known), *take_strangers(block, known, also_called)]
    faults = [_unknown_key(key, block, known, _hint(key, known, also_called)) for key in strangers]
    meant = {key: _meant(also_called.get(key, key), block, known) for key in strangers}
    for key, name in meant.items():
        if name is not None and list(meant.values()).count(name) == 1:
            rename(block, key, name)
        else:
            block.has_strangers = True
    return faults


def _meant(key: str, block: Block, known: Sequence[str]) -> str | None:
    """The one known key that a stranger is nearly written as, unless that is written itself."""
    close = get_close_matches(key, known, n=2, cutoff=CLEARLY_MEANT)
    return close[0] if len(close) == 1 and close[0] not in block.written else None


def rename(block: Block, key: Key, name: str) -> None:
    """Has what stands behind a key of a block read as what belongs behind another."""
    place = block.written.pop(key).location
    block.written[name] = Key(name, place)
    if (value := block.pop(key, None)) is not None:
        block[name] = named(value, Name(name, place))


def _is_bare(key: Key, block: Block) -> bool:
    """Whether nothing stands behind a key: "- goals:" in place of "- id: goals"."""
    value = block.get(key)
    return isinstance(value, Scalar) and value.is_absent


def _as_id(key: Key, block: Block, known: Sequence[str]) -> Diagnostic:
    """Has a key with nothing behind it read as the id of its block."""
    fault = _unknown_key(key, block, known, f"write id: {key}")
    rename(block, key, "id")
    text = SourceText(str(key), ((0, key.location),))
    block["id"] = Scalar(text, key.location, Name("id", key.location))
    return fault


def _hint(key: Key, known: Sequence[str], also_called: Mapping[str, str]) -> str | None:
    return f"write {also_called[key]}" if key in also_called else near_miss(key, known)


def _unknown_key(key: Key, block: Block, known: Sequence[str], hint: str | None) -> Diagnostic:
    keys = f"{block.name} can have the keys {', '.join(sorted(known))}"
    message = f'"{shortened(key)}" is not a key of {block.name}'
    return Diagnostic(Fault.UNKNOWN_KEY, message, key.location, (keys,), hint)
