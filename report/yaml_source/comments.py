"""Comments that were not meant as such: in "about #MeToo" everything from the sign on is left out without a word."""

from __future__ import annotations

import re

from report.diagnostics import Diagnostic, Severity, shortened
from report.yaml_source.faults import Fault
from report.yaml_source.tree import Scalar

_WORD_BEHIND_HASH = re.compile(r" +(#\w.*)")
_VALUE_BEHIND_HASH = re.compile(r"[^#]*: +(#\w.*)")
"""A comment usually has a blank behind its sign, a word such as "#1" or "#MeToo" has none."""


def cut_off_by_hash(node: Scalar) -> Diagnostic | None:
    """A warning where a plain text is followed by what looks like its next word, and is a comment to YAML."""
    place = node.location
    found = _WORD_BEHIND_HASH.match(place.line_text, place.column - 1 + place.length) if node.is_plain else None
    if found is None:
        return None
    return Diagnostic(
        Fault.UNQUOTED_HASH,
        f'"{shortened(found[1])}" is a comment, since a blank and "#" begin one; the text ends before it',
        place.shifted(found.start(1) - place.column + 1, len(found[1])),
        hint=f'put the whole text in quotation marks, or write "# {shortened(found[1][1:])}" if a comment is meant',
        severity=Severity.WARNING,
    )


def hidden_by_hash(node: Scalar) -> Diagnostic | None:
    """The fault of a key whose value begins with the sign, so that nothing of it is read."""
    place = node.location
    found = _VALUE_BEHIND_HASH.match(place.line_text, place.column - 1)
    if found is None:
        return None
    return Diagnostic(
        Fault.UNQUOTED_HASH,
        f'"{shortened(found[1])}" is a comment, since a blank and "#" begin one; {node.name} has no value',
        place.shifted(found.start(1) - place.column + 1, len(found[1])),
        hint="put the text in quotation marks",
    )
