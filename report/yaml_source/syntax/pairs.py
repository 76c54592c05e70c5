"""Quotation marks and brackets that do not come in pairs."""

from __future__ import annotations

import re

from report.diagnostics import Diagnostic
from report.yaml_source.failure import CLOSING, Failure, Token
from report.yaml_source.faults import Fault
from report.yaml_source.quotes import CLOSING_MARKS, odd_quotes
from report.yaml_source.slips import unquoted_sign


def after_quotes(failure: Failure) -> Diagnostic | None:
    """A text that goes on behind its closing quotation mark, mostly because of marks inside."""
    before = failure.before
    if before is None or before.quote not in ("'", '"') or not failure.source.is_on_one_line(before.last, failure.at):
        return None
    opening, line = failure.source.line_of(before.first), failure.source.line_of(failure.at)
    inner = "„ “" if before.quote == '"' else "’"
    return Diagnostic(
        Fault.TEXT_AFTER_QUOTES,
        "the text goes on after its closing quotation mark",
        failure.source.place(failure.at),
        () if opening == line else (f"its opening mark stands in line {opening}",),
        f"put quotation marks around all of it, and write {inner} for the marks inside",
    )


_ODD_CLOSING = rf"""["'](?P<text>[^"'\r\n]*)(?P<mark>[{CLOSING_MARKS}])(?=[ \t]*(?:[,}}\]]|$))"""


def odd_closing(failure: Failure) -> Diagnostic | None:
    """A straight quotation mark that a word processor has closed with a curly one."""
    before = failure.before
    if failure.context == "while scanning a quoted scalar":
        first = failure.since
    elif before and before.quote:
        first = before.first
    else:
        return None
    found = re.compile(_ODD_CLOSING, re.MULTILINE).match(failure.source.text, first)
    return odd_quotes(found["mark"], found["text"], failure.source.place(found.start("mark"))) if found else None


def quotes(failure: Failure) -> Diagnostic | None:
    """A quotation mark that nothing closes."""
    if failure.context != "while scanning a quoted scalar":
        return None
    message = "this quotation mark has no closing one"
    return Diagnostic(Fault.UNCLOSED_QUOTES, message, failure.source.place(failure.since))


def escape(failure: Failure) -> Diagnostic | None:
    """A backslash that begins nothing in double quotation marks."""
    if failure.context != "while parsing a quoted scalar":
        return None
    first = failure.source.text.rindex("\\", failure.since, failure.at + 1)
    written = failure.source.text[first : first + 2]
    return Diagnostic(
        Fault.UNKNOWN_ESCAPE,
        f'"{written}" means nothing in a text in double quotation marks',
        failure.source.place(first, 2),
        hint='write "\\\\" for a backslash, or use single quotation marks',
    )


def unopened(failure: Failure) -> Diagnostic | None:
    """A closing bracket that nothing opened."""
    is_closing = failure.sign in CLOSING.values() and failure.problem.startswith("did not find expected")
    if not is_closing or any(CLOSING[bracket.sign] == failure.sign for bracket in failure.open_brackets):
        return None
    return Diagnostic(
        Fault.UNOPENED_BRACKET,
        f'this "{failure.sign}" closes nothing',
        failure.source.place(failure.at),
        hint="put a text with brackets in quotation marks",
    )


def begun_with_bracket(failure: Failure) -> Diagnostic | None:
    """A text that goes on after what was read as a list or a mapping: [sic] and so on."""
    before = failure.before
    if before is None or before.sign not in CLOSING.values() or failure.is_at_line_start:
        return None
    if failure.context not in ("while parsing a block mapping", "while parsing a flow mapping"):
        return None
    opening = _opening_of(before, failure.tokens)
    return unquoted_sign(opening.sign, failure.source.place(opening.first))


def _opening_of(closing: Token, tokens: tuple[Token, ...]) -> Token:
    depth = 0
    for token in reversed(tokens[: tokens.index(closing) + 1]):
        depth += (token.sign in ("]", "}")) - (token.sign in ("[", "{"))
        if depth == 0:
            return token
    return closing


def bracket(failure: Failure) -> Diagnostic | None:
    """A bracket that is not closed where it should be."""
    if not failure.open_brackets or not failure.context.startswith("while parsing a flow"):
        return None
    bracket = failure.open_brackets[-1]
    return Diagnostic(
        Fault.UNCLOSED_BRACKET,
        f'what this "{bracket.sign}" begins breaks off in line {failure.source.line_of(failure.at)}',
        failure.source.place(bracket.first),
        (f'a comma or the closing "{CLOSING[bracket.sign]}" is missing there',),
        "put a text with brackets, braces or commas in quotation marks",
    )


def empty_value(failure: Failure) -> Diagnostic | None:
    """A colon in braces with no value and no blank behind it."""
    if failure.problem != "found unexpected ':'":
        return None
    message = "after this colon a value is missing"
    return Diagnostic(Fault.KEY_WITHOUT_VALUE, message, failure.source.place(failure.at))
