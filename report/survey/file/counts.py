"""How many were asked a question: one number, or one a column.

n: 430
n: {total: 430, w2014: 390, size.small: 120}           a column is named as a briefing names it
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, TypeAlias

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.yaml_source import Fault, Misread, Placed, Reads, whole_number
from report.yaml_source.tree import Block, Node, Reported, Scalar

TOTAL = "total"
"""The name of all who were asked in the current wave."""


@frozen
class Counts:
    """How many were asked in the current wave, and in further columns by their names: "w2014", "size.small"."""

    total: Placed[int] | None = None
    by_column: Mapping[str, Placed[int]] = field(default_factory=dict)


_COUNT = whole_number(1)


def _read_counts(node: Node) -> Counts:
    if not isinstance(node, Block):
        return Counts(_count(node))
    if not node.written and not node.has_strangers:
        raise Misread(Diagnostic(Fault.TOO_FEW, f"{node.name} needs at least one entry", node.name.location))
    faults: list[Diagnostic] = []
    counts: dict[str, Placed[int]] = {}
    for column, entry in node.items():
        if isinstance(entry, Reported):
            continue
        if isinstance(entry, Block) and entry.written:
            faults.append(_of_groups(entry))
            continue
        try:
            counts[str(column)] = _count(entry)
        except Misread as misread:
            faults += misread.faults
    if faults:
        raise Misread(*faults)
    return Counts(counts.pop(TOTAL, None), counts)


_OF_WAVES = ("earlier", "waves")
"""What authors write around the numbers of waves, which stand by themselves."""


def _of_groups(groups: Block) -> Diagnostic:
    """The fault of the numbers of groups that stand below their segmentation."""
    prefix = "" if groups.name.text in _OF_WAVES else f"{groups.name.text}."
    names = [f"{prefix}{group}" if group != "n" else groups.name.text for group in groups.written]
    counts = [each.text.text if isinstance(each, Scalar) else "..." for each in map(groups.get, groups.written)]
    hint = f"write {', '.join(f'{name}: {count}' for name, count in zip(names, counts, strict=True))}"
    message = f"{groups.name} is a block of keys where a number belongs"
    return Diagnostic(Fault.WRONG_TYPE, message, groups.location, hint=hint)


def _count(node: Node) -> Placed[int]:
    count = _COUNT.read(node)
    assert isinstance(count, Placed)
    return count


_SCHEMA = {
    "anyOf": [
        _COUNT.json_schema,
        {
            "type": "object",
            "additionalProperties": _COUNT.json_schema,
            "propertyNames": {"pattern": r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"},
            "minProperties": 1,
        },
    ]
}

CountByColumn: TypeAlias = Annotated[Counts, Reads(_read_counts, _SCHEMA)]
"""A number of respondents, or one a column."""
