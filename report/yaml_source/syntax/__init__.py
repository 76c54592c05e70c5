"""What libyaml refuses, explained: the parser says which rule was broken, the author needs to know which slip did it.

`_SLIPS` is tried from top to bottom; the first that recognises the failure tells it. What nobody recognises is told in
the parser's own words, at the parser's own place.
"""

from __future__ import annotations

from collections.abc import Callable

from report.diagnostics import Diagnostic
from report.yaml_source.failure import Failure
from report.yaml_source.faults import Fault
from report.yaml_source.syntax import lines, pairs, signs


def explain(failure: Failure) -> Diagnostic:
    """The fault that made the parser give up, at the place to be mended."""
    return next(fault for slip in _SLIPS if (fault := slip(failure)))


def is_of_one_value(fault: Diagnostic, failure: Failure) -> bool:
    """Whether the slip lies in one value, on one line, so that the rest of the file can be read without that value."""
    if fault.id not in _WITHIN_A_VALUE or fault.location is None or fault.notes:
        return False
    line = fault.location.line
    begins = [bracket.first for bracket in failure.open_brackets]
    if failure.context == "while parsing a quoted scalar":
        begins.append(failure.since)
    return all(failure.source.line_of(first) == line for first in begins)


_WITHIN_A_VALUE = (
    Fault.UNQUOTED_BRACES,
    Fault.UNQUOTED_COLON,
    Fault.UNQUOTED_HASH,
    Fault.UNQUOTED_SIGN,
    Fault.TEXT_AFTER_QUOTES,
    Fault.UNKNOWN_ESCAPE,
)


def _as_told(failure: Failure) -> Diagnostic:
    reason = f"{failure.problem} {failure.context}".strip()
    place = failure.source.place(failure.at)
    return Diagnostic(Fault.YAML_SYNTAX, f"this cannot be read as YAML: {reason}", place)


_SLIPS: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    signs.tab,
    signs.braces,
    signs.sign_of_yaml,
    lines.missing_colon_before_bracket,
    signs.colon,
    signs.hash_sign,
    signs.asterisk,
    pairs.odd_closing,
    pairs.after_quotes,
    pairs.quotes,
    pairs.escape,
    pairs.unopened,
    pairs.begun_with_bracket,
    pairs.bracket,
    pairs.empty_value,
    lines.missing_colon,
    lines.missing_key,
    lines.indentation,
    lines.beside_the_root,
    _as_told,
)
