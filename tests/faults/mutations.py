"""Changes such as slips, bad merges and broken transfers make to a YAML file: its keys and values dropped, swapped,
doubled, retyped, cut off, renamed, and its lines and characters likewise.

They are made on the text, so that the rest of the file stays as its author wrote it, right or wrong for YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

Choose = Callable[[int], int]
"""Gives one of the numbers from 0 up to the given one, which is left out."""

VALUES = (
    *("", "~", "[]", "{}", "''", "[[]]", "{de: {de: x}}", "- x", "|", ">-", "[a, b]", "{de: x, en: y}", "{de: x}"),
    *("true", "no", "17", "0", "-3.5", "100", "101", "49,5", "51 %", "1e400", ".nan", "0x33", "12:30", "9" * 40),
    *("2013", "2016-06", "2016-06-14", "2016-13", "2999-01", "single", "multiple", "scale", "columns", "parts", "bars"),
    *("w2013", "w2015", "w2016", "own", "teams", "teams.own", "goals", "development", "__class__", "None", "../x.yaml"),
    *('"{{ teams.own }}"', '"{{ teams.own"', "{{ teams.own }}", '"{{ 50 }}"', '"**x"', '"51 %"', "leads(teams.own)"),
    *(
        "teams.own > 200",
        "max(goals) - second(goals)",
        "mehr als die Hälfte",
        '"日本 😀"',
        '"\\u202e"',
        '"\\t"',
        '"\\0"',
    ),
    *(
        "Wort " * 60,
        "X" * 90,
        '"Zeile\\nZeile"',
        '"<b>&amp;</b>"',
        "&a x",
        "*a",
        "!x y",
        "# x",
        "Straße",
        "ŉ",
        "ẞ" * 20,
    ),
)
"""What stands where something else belongs: other types, other ids, texts too long, signs with a meaning."""


@dataclass(frozen=True)
class Span:
    """A stretch of a text: offsets, the end left out."""

    first: int
    last: int


@dataclass(frozen=True)
class Entry:
    """A key with its value, or a list item (its key is then empty), as it stands in the text."""

    key: Span
    value: Span


def mutated(text: str, choose: Choose) -> str:
    """The text with one change; the same choices make the same one."""
    return CHANGES[choose(len(CHANGES))](text, choose)


def entries(text: str) -> list[Entry]:
    """Every key and list item of a text that is YAML, outer ones first; none of a text that is not."""
    try:
        return list(_entries(yaml.compose(text, yaml.CBaseLoader)))
    except yaml.YAMLError:
        return []


def _entries(node: yaml.Node | None) -> Iterator[Entry]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Entry(_span(key), _span(value))
            yield from _entries(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield Entry(Span(item.start_mark.index, item.start_mark.index), _span(item))
            yield from _entries(item)


def _span(node: yaml.Node) -> Span:
    return Span(node.start_mark.index, node.end_mark.index)


# -------------------------------------------------------------------------------------------------- keys and values


def _chosen(text: str, choose: Choose) -> Entry:
    found = entries(text)
    return found[choose(len(found))] if found else Entry(Span(0, 0), Span(0, len(text)))


def _drop(text: str, choose: Choose) -> str:
    entry = _chosen(text, choose)
    return text[: entry.key.first] + text[entry.value.last :]


def _swap(text: str, choose: Choose) -> str:
    one, other = sorted((_chosen(text, choose).value, _chosen(text, choose).value), key=lambda span: span.first)
    if one.last > other.first:
        return text
    between = text[one.last : other.first]
    return (
        text[: one.first] + text[other.first : other.last] + between + text[one.first : one.last] + text[other.last :]
    )


def _double(text: str, choose: Choose) -> str:
    """The entry a second time: behind a comma in braces, on lines of its own elsewhere."""
    entry = _chosen(text, choose)
    written = text[entry.key.first : entry.value.last]
    line = text.rfind("\n", 0, entry.key.first) + 1
    before = text[line : entry.key.first]
    is_on_its_own = not before.strip(" -")
    between = ("" if written.endswith("\n") else "\n") + before if is_on_its_own else ", "
    return text[: entry.value.last] + between + written + text[entry.value.last :]


def _retype(text: str, choose: Choose) -> str:
    entry = _chosen(text, choose)
    tail = "\n" if text[entry.value.first : entry.value.last].endswith("\n") else ""
    return text[: entry.value.first] + VALUES[choose(len(VALUES))] + tail + text[entry.value.last :]


def _truncate(text: str, choose: Choose) -> str:
    entry = _chosen(text, choose)
    span = entry.key if choose(4) == 0 else entry.value
    kept = choose(max(1, span.last - span.first))
    return text[: span.first + kept] + text[span.last :]


def _rename(text: str, choose: Choose) -> str:
    """One key as another one of the file is called."""
    entry, other = _chosen(text, choose), _chosen(text, choose)
    return text[: entry.key.first] + text[other.key.first : other.key.last] + text[entry.key.last :]


def _move(text: str, choose: Choose) -> str:
    """The value of an entry put in the place of another value."""
    entry, other = _chosen(text, choose), _chosen(text, choose)
    return text[: entry.value.first] + text[other.value.first : other.value.last] + text[entry.value.last :]


def _resemble(text: str, choose: Choose) -> str:
    """The value of an entry put in the place of another one of the same key: mostly a file that can be read."""
    found = entries(text)
    if not found:
        return text
    entry = found[choose(len(found))]
    like = [other for other in found if _written(text, other.key) == _written(text, entry.key)]
    return _replaced(text, entry.value, _written(text, like[choose(len(like))].value))


def _rewrite(text: str, choose: Choose) -> str:
    """A value of one line made longer, shorter or another number: mostly a file that can be read."""
    found = [entry for entry in entries(text) if "\n" not in _written(text, entry.value)]
    if not found:
        return text
    entry = found[choose(len(found))]
    written = _written(text, entry.value)
    if written.replace(".", "").isdigit():
        return _replaced(text, entry.value, ("0", "1", "50", "99.9", "100", "33.33", "2014")[choose(7)])
    quote = written[:1] if written[:1] in ("'", '"') else ""
    inner = written[len(quote) : len(written) - len(quote)]
    longer = (inner[: choose(len(inner) + 1)], f"{inner} {inner}", f"{inner} " * 8, inner + "x" * 80, inner[::-1], "i")
    return _replaced(text, entry.value, quote + longer[choose(len(longer))] + quote)


def _written(text: str, span: Span) -> str:
    return text[span.first : span.last]


def _replaced(text: str, span: Span, by: str) -> str:
    return text[: span.first] + by + text[span.last :]


# --------------------------------------------------------------------------------------------- lines and characters


def _line(text: str, choose: Choose) -> str:
    """A line left out, doubled, moved elsewhere, indented or joined to the next."""
    lines = text.split("\n")
    at = choose(len(lines))
    match choose(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            line = lines.pop(at)
            lines.insert(choose(len(lines) + 1), line)
        case 3:
            lines[at] = " " * choose(5) + lines[at].lstrip() if choose(2) else "\t" + lines[at]
        case _:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
    return "\n".join(lines)


def _character(text: str, choose: Choose) -> str:
    signs = "{}[]:,#&*!|>'\"%@`-?~\\ \n\t.0xÄ\u00a0\u0308\u200b\u2028\u05d0😀"
    at = choose(len(text) + 1)
    end = at + choose(3)
    return text[:at] + (signs[choose(len(signs))] if choose(4) else "") + text[end:]


def _cut(text: str, choose: Choose) -> str:
    """The file as it is when a transfer broke off."""
    return text[: choose(len(text) + 1)] if choose(3) == 0 else _character(text, choose)


CHANGES = (
    *(_drop, _swap, _double, _retype, _truncate, _rename, _move, _line, _character, _cut),
    *(_resemble, _resemble, _rewrite, _rewrite, _rewrite, _rewrite),
)
"""Half of them leave most files right for YAML, so that later stages have something to do."""
