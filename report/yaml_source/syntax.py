"""What libyaml refuses, explained: the parser says which rule was broken, the author needs to know which slip did it.

`_SLIPS` is tried from top to bottom; the first that recognises the failure tells it. What nobody recognises is told in
the parser's own words, at the parser's own place.
"""

from __future__ import annotations

from collections.abc import Callable

from report.diagnostics import Diagnostic
from report.yaml_source.failure import CLOSING, Failure, Token
from report.yaml_source.faults import Fault
from report.yaml_source.slips import shortened, unquoted_braces, unquoted_sign


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


# ------------------------------------------------------------------------------------------- signs that mean something


def _tab(failure: Failure) -> Diagnostic | None:
    line = failure.source.line_of(failure.at)
    start = failure.source.line_starts[line - 1]
    text = failure.source.line(line)
    indentation = text[: len(text) - len(text.lstrip())]
    if "\t" not in indentation:
        return None
    place = failure.source.place(start + indentation.index("\t"))
    return Diagnostic(Fault.TAB, "a tab stands in the indentation", place, hint="indent with spaces")


def _braces(failure: Failure) -> Diagnostic | None:
    """Two braces without a blank between them are a figure; YAML has no use for them."""
    for token, following in zip(reversed(failure.tokens[:-1]), reversed(failure.tokens[1:]), strict=True):
        is_pair = token.sign == following.sign == "{" and token.last == following.first
        if is_pair and failure.source.is_on_one_line(token.first, failure.at):
            return unquoted_braces(failure.source.place(token.first, 2))
    return None


def _sign(failure: Failure) -> Diagnostic | None:
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


def _colon(failure: Failure) -> Diagnostic | None:
    is_in_block = failure.problem == "mapping values are not allowed in this context"
    is_in_flow = failure.problem.startswith("did not find expected ','") and failure.sign == ":"
    is_text = failure.has_colon_on_line_before(failure.at)
    if not is_text or not (is_in_block or is_in_flow):
        return None
    return Diagnostic(
        Fault.UNQUOTED_COLON,
        "a text with a colon and a blank needs quotation marks around all of it",
        failure.source.place(failure.at),
        hint='write "...: ..." with the quotation marks',
    )


def _hash(failure: Failure) -> Diagnostic | None:
    """In braces, what follows a blank and # is left out, the closing brace included."""
    before, brackets = failure.before, failure.open_brackets
    if before is None or not brackets:
        return None
    first = failure.source.text.find("#", before.last, failure.at)
    if first < 0 or not failure.source.is_on_one_line(brackets[-1].first, first):
        return None
    return Diagnostic(
        Fault.UNQUOTED_HASH,
        f'"#" after a blank begins a comment, so the closing "{CLOSING[brackets[-1].sign]}" is not read',
        failure.source.place(first),
        hint='put a text with " #" in quotation marks',
    )


# -------------------------------------------------------------------------------------------- marks that come in pairs


def _after_quotes(failure: Failure) -> Diagnostic | None:
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


def _quotes(failure: Failure) -> Diagnostic | None:
    if failure.context != "while scanning a quoted scalar":
        return None
    message = "this quotation mark has no closing one"
    return Diagnostic(Fault.UNCLOSED_QUOTES, message, failure.source.place(failure.since))


def _escape(failure: Failure) -> Diagnostic | None:
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


def _unopened(failure: Failure) -> Diagnostic | None:
    is_closing = failure.sign in CLOSING.values() and failure.problem.startswith("did not find expected")
    if not is_closing or any(CLOSING[bracket.sign] == failure.sign for bracket in failure.open_brackets):
        return None
    return Diagnostic(
        Fault.UNOPENED_BRACKET,
        f'this "{failure.sign}" closes nothing',
        failure.source.place(failure.at),
        hint="put a text with brackets in quotation marks",
    )


def _begun_with_bracket(failure: Failure) -> Diagnostic | None:
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


def _bracket(failure: Failure) -> Diagnostic | None:
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


def _empty_value(failure: Failure) -> Diagnostic | None:
    if failure.problem != "found unexpected ':'":
        return None
    message = "after this colon a value is missing"
    return Diagnostic(Fault.KEY_WITHOUT_VALUE, message, failure.source.place(failure.at))


# --------------------------------------------------------------------------------------------------- lines and columns


def _missing_colon(failure: Failure) -> Diagnostic | None:
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
            failure.source.place(_line_content(failure)),
            (f'"{shortened(line)}" in line {failure.source.line_of(first)} is that text',),
            "indent a key like its neighbours; put a text with a colon in quotation marks",
        )
    return Diagnostic(
        Fault.MISSING_COLON,
        f'after "{shortened(line)}" a colon is missing',
        failure.source.span(first, first + len(line)),
        hint='a key and its value are written "key: value", with a blank after the colon',
    )


def _indentation(failure: Failure) -> Diagnostic | None:
    if failure.context not in ("while parsing a block mapping", "while parsing a block collection"):
        return None
    if not failure.is_at_line_start:
        return None
    kind = "keys" if failure.context.endswith("mapping") else "list items"
    first = failure.source.place(failure.since)
    return Diagnostic(
        Fault.INDENTATION,
        "this line is indented unlike the lines it belongs to",
        failure.source.place(failure.at),
        (f"the {kind} around it begin in column {first.column}, line {first.line}",),
    )


def _missing_key(failure: Failure) -> Diagnostic | None:
    if failure.sign != ":" or not failure.is_at_line_start:
        return None
    return Diagnostic(Fault.MISSING_KEY, "a key is missing before this colon", failure.source.place(failure.at))


def _beside_the_root(failure: Failure) -> Diagnostic | None:
    if failure.problem != "did not find expected <document start>":
        return None
    return Diagnostic(
        Fault.INDENTATION,
        "this line does not go on with what stands above it",
        failure.source.place(failure.at),
        hint="begin every outer key in the first column",
    )


def _line_content(failure: Failure) -> int:
    """The offset of the first character of the failing line that is no blank."""
    line = failure.source.line_of(failure.at)
    text = failure.source.line(line)
    return failure.source.line_starts[line - 1] + len(text) - len(text.lstrip())


def _as_told(failure: Failure) -> Diagnostic:
    reason = f"{failure.problem} {failure.context}".strip()
    place = failure.source.place(failure.at)
    return Diagnostic(Fault.YAML_SYNTAX, f"this cannot be read as YAML: {reason}", place)


_SLIPS: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    _tab,
    _braces,
    _sign,
    _colon,
    _hash,
    _after_quotes,
    _quotes,
    _escape,
    _unopened,
    _begun_with_bracket,
    _bracket,
    _empty_value,
    _missing_colon,
    _missing_key,
    _indentation,
    _beside_the_root,
    _as_told,
)
