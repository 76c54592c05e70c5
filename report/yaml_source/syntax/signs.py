"""Signs that mean something to YAML where the author meant a plain text."""

from __future__ import annotations

import re

from report.diagnostics import Diagnostic
from report.yaml_source.failure import CLOSING, Failure, Token
from report.yaml_source.faults import Fault
from report.yaml_source.slips import unquoted_braces, unquoted_sign


def tab(failure: Failure) -> Diagnostic | None:
    """A tab before the first word of a line."""
    found = re.compile(r" *(\t)").match(failure.source.text, failure.line_start)
    if not found:
        return None
    place = failure.source.place(found.start(1))
    return Diagnostic(Fault.TAB, "a tab stands in the indentation", place, hint="indent with spaces")


def braces(failure: Failure) -> Diagnostic | None:
    """Two braces without a blank between them are a figure; YAML has no use for them."""
    for token, following in zip(reversed(failure.tokens[:-1]), reversed(failure.tokens[1:]), strict=True):
        is_pair = token.sign == following.sign == "{" and token.last == following.first
        if is_pair and failure.source.is_on_one_line(token.first, failure.at):
            return unquoted_braces(failure.source.place(token.first, 2))
    return None


def sign_of_yaml(failure: Failure) -> Diagnostic | None:
    """A text that begins with a sign of YAML's own."""
    if failure.context in _SCANS_OF_SIGNS:
        return unquoted_sign(failure.source.text[failure.since], failure.source.place(failure.since))
    is_misplaced = failure.problem in (
        "found character that cannot start any token",
        "block sequence entries are not allowed in this context",
        "mapping keys are not allowed in this context",
    )
    is_stray = failure.context == "while parsing a block node" and failure.sign in (",", "]", "}")
    return unquoted_sign(failure.sign, failure.source.place(failure.at)) if is_misplaced or is_stray else None


_SCANS_OF_SIGNS = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning a directive",
)


def colon(failure: Failure) -> Diagnostic | None:
    """A second colon with a blank on a line."""
    is_in_block = failure.problem == "mapping values are not allowed in this context"
    is_in_flow = failure.problem.startswith("did not find expected ','") and failure.sign == ":"
    is_text = failure.has_colon_on_line_before(failure.at)
    if not is_text or not (is_in_block or is_in_flow):
        return None
    before = failure.before
    semicolon = failure.source.text.find(";", before.first, before.last) if is_in_flow and before else -1
    if semicolon >= 0:
        message, place = 'a ";" parts no entries in braces', failure.source.place(semicolon)
        return Diagnostic(Fault.UNQUOTED_COLON, message, place, hint="write a comma in its place")
    return Diagnostic(
        Fault.UNQUOTED_COLON,
        'a text with ": " needs quotation marks around all of it',
        failure.source.place(failure.at),
        hint='write "...: ..." with the quotation marks',
    )


def hash_sign(failure: Failure) -> Diagnostic | None:
    """In braces, what follows a blank and # is left out, the closing brace included."""
    for bracket in reversed(failure.open_brackets):
        first = _comment_behind(bracket, failure)
        if first is not None:
            return Diagnostic(
                Fault.UNQUOTED_HASH,
                f'"#" after a blank begins a comment, so the closing "{CLOSING[bracket.sign]}" is not read',
                failure.source.place(first),
                hint='put a text with " #" in quotation marks',
            )
    return None


def _comment_behind(bracket: Token, failure: Failure) -> int | None:
    """Where a comment begins that holds the closing bracket, or before which the parser gave up."""
    inside = [token for token in failure.tokens if bracket.first <= token.first < failure.at]
    for token, following in zip(inside, [*inside[1:], None], strict=True):
        first = failure.source.text.find("#", token.last, following.first if following else failure.at)
        if first < 0 or not failure.source.is_on_one_line(bracket.first, first):
            continue
        comment = failure.source.text[first:].partition("\n")[0]
        if following is None or CLOSING[bracket.sign] in comment:
            return first
    return None


_ALIAS = re.compile(r"\*[\w-]+[ \t]+\Z")


def asterisk(failure: Failure) -> Diagnostic | None:
    """A text whose first word begins with an asterisk; with further ones in it, the scanner refuses it itself."""
    found = _ALIAS.search(failure.source.text[failure.line_start : failure.at])
    return unquoted_sign("*", failure.source.place(failure.line_start + found.start())) if found else None
