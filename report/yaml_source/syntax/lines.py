"""Lines that begin in the wrong column or lack a part."""

from __future__ import annotations

import re

from report.diagnostics import Diagnostic, shortened
from report.yaml_source.failure import Failure
from report.yaml_source.faults import Fault


def missing_colon(failure: Failure) -> Diagnostic | None:
    """A line that is neither a key with a value nor the rest of a text."""
    before = failure.before
    if failure.problem == "could not find expected ':'":
        first = failure.since
    elif failure.problem == "mapping values are not allowed in this context" and before and before.sign == "text":
        first = before.first
    else:
        return None
    line = failure.source.text[first:].splitlines()[0]
    if failure.has_colon_on_line_before(first):
        return Diagnostic(
            Fault.INDENTATION,
            "this line goes on with the text above it, so it cannot have a key",
            failure.source.place(_first_word(failure)),
            (f'"{shortened(line)}" in line {failure.source.line_of(first)} is that text',),
            "indent a key like its neighbours; put a text with a colon in quotation marks",
        )
    return Diagnostic(
        Fault.MISSING_COLON,
        f'after "{shortened(line)}" a colon is missing',
        failure.source.span(first, first + len(line)),
        hint='a key and its value are written "key: value", with a blank after the colon',
    )


_BEFORE_BRACKET = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[a-z]\w*)[ ]*(?=[{\[][^{\[])")


def missing_colon_before_bracket(failure: Failure) -> Diagnostic | None:
    """A key without a colon before a block or list on its line: "text {de: ..., en: ...}"."""
    key = _BEFORE_BRACKET.match(failure.source.text, failure.line_start)
    if key is None or failure.problem != "mapping values are not allowed in this context":
        return None
    return Diagnostic(
        Fault.MISSING_COLON,
        f'after "{shortened(key["key"])}" a colon is missing',
        failure.source.span(*key.span("key")),
        hint='a key and its value are written "key: value", with a blank after the colon',
    )


def indentation(failure: Failure) -> Diagnostic | None:
    """A line between the columns of the blocks around it."""
    if failure.context not in ("while parsing a block mapping", "while parsing a block collection"):
        return None
    if not failure.is_at_line_start:
        return None
    kind = "keys" if failure.context.endswith("mapping") else "list items"
    around = failure.source.place(failure.since)
    note = f"the {kind} around it begin in column {around.column}, line {around.line}"
    if closed := _closed_block(failure):
        column, line = closed
        note = f"the keys above it begin in column {column}, line {line}; {note}"
    message = "this line is indented unlike the lines it belongs to"
    return Diagnostic(Fault.INDENTATION, message, failure.source.place(failure.at), (note,))


_KEY_IN_LINE = re.compile(r"""(?:-[ ]+)*(?=(?:["'][^"']*["']|[\w.-]+):(?:\s|$))""")
"""The hyphens before the key of a line."""


def _closed_block(failure: Failure) -> tuple[int, int] | None:
    """Column and first line of the outermost block of keys that the failing line has closed by its indentation."""
    column, found = failure.at - failure.line_start, None
    lines = failure.source.lines
    for number in range(failure.source.line_of(failure.at) - 1, 0, -1):
        line = lines[number - 1]
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        lead = len(line) - len(bare)
        if key := _KEY_IN_LINE.match(bare):
            own = lead + key.end()
            if own > column and (found is None or own + 1 <= found[0]):
                found = own + 1, number
        if lead <= column:
            break
    return found


def missing_key(failure: Failure) -> Diagnostic | None:
    """A colon at the beginning of a line."""
    if failure.sign != ":" or not failure.is_at_line_start:
        return None
    return Diagnostic(Fault.MISSING_KEY, "a key is missing before this colon", failure.source.place(failure.at))


def beside_the_root(failure: Failure) -> Diagnostic | None:
    """A line behind the end of the outer block."""
    if failure.problem != "did not find expected <document start>":
        return None
    return Diagnostic(
        Fault.INDENTATION,
        "this line does not go on with what stands above it",
        failure.source.place(failure.at),
        hint="begin every outer key in the first column",
    )


def _first_word(failure: Failure) -> int:
    """The offset of the first character of the failing line that is no blank."""
    line = failure.source.text[failure.line_start :]
    return failure.line_start + len(line) - len(line.lstrip())
