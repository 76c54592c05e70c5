"""The grammar of figures and claims: Python's expression syntax, read by the standard library, never executed.

    figure      goals.awareness | words                    in {{ }}
    claim       leads(goals.awareness) and 19 <= goals.service < 24

A text passes two gates before anybody looks at its meaning: it is short and made of known signs and words only (so
every character is ASCII, and a column of the syntax tree, which counts bytes, is a column of the text), and its syntax
tree is flat and holds only the nodes that `evaluation` knows.
"""

from __future__ import annotations

import ast
import keyword
import re

from report.briefing.faults import StoryFault
from report.briefing.functions import FUNCTIONS
from report.briefing.values import Refusal
from report.diagnostics import Diagnostic, Location, SourceText
from report.frozen import frozen

LONGEST_EXAMPLE = 100
"""Characters of an expression that a hint repeats."""
LONGEST = 1000
"""Characters of the longest expression that is read: enough to compare every step of a long scale by name."""

DEEPEST = 60
"""Levels up to which an expression is nested: more than anybody writes, less than would exhaust the stack."""

ALLOWED = (
    "an expression is made of figures such as goals.awareness, numbers, + - * /, brackets, < <= > >= == !=,",
    f"and, or, not, the functions {', '.join(FUNCTIONS)}, and filters such as | words",
)

_SIGNS = re.compile(
    r"""  \s+
        | (?P<name> [A-Za-z_][A-Za-z0-9_]* )
        | (?P<number> (?: 0 | [1-9][0-9]* ) (?: \.[0-9]+ )? (?! [\w.] ) )
        | <= | >= | == | != | \*(?!\*) | /(?!/) | [<>+\-|(),.]
    """,
    re.VERBOSE | re.ASCII,
)
_WORDS = ("and", "or", "not")
"""The words of Python that are words of ours."""
_NODES = (ast.Name, ast.Attribute, ast.Constant, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.BinOp, ast.Call)
"""The nodes of the syntax tree that have a meaning; what the signs let through beside them is refused."""


@frozen
class Part:
    """A stretch of an expression: offsets in its text."""

    start: int
    end: int

    @classmethod
    def of(cls, node: ast.expr) -> Part:
        """The stretch that a node of the syntax tree was read from."""
        return cls(node.col_offset, node.col_offset + 1 if node.end_col_offset is None else node.end_col_offset)

    def up_to(self, other: Part) -> Part:
        """The stretch from the beginning of this one to the end of another."""
        return Part(self.start, other.end)


@frozen
class Expression:
    """An expression that is well formed; what its names mean has not been looked at."""

    source: SourceText
    root: ast.expr

    def text(self, part: Part) -> str:
        """The characters of a part."""
        return self.source.text[part.start : part.end]

    def place(self, part: Part) -> Location | None:
        """Where the author wrote a part."""
        return self.source.at(part.start, part.end - part.start)

    def fault(self, part: Part, refusal: Refusal) -> Diagnostic:
        """A refused part as a fault at the author's place."""
        return Diagnostic(refusal.id, refusal.message, self.place(part), refusal.notes, refusal.hint)

    def names(self, node: ast.expr) -> list[Part]:
        """The parts of a dotted name; none if the points of the node join anything but names."""
        match node:
            case ast.Name():
                return [Part.of(node)]
            case ast.Attribute(value=before, attr=name):
                names, end = self.names(before), Part.of(node).end
                return [*names, Part(end - len(name), end)] if names else []
        return []

    @property
    def whole(self) -> Part:
        """All of it."""
        return Part(0, len(self.source.text))

    @property
    def numbers(self) -> tuple[Part, ...]:
        """The numbers that the author wrote into it."""
        return tuple(Part.of(node) for node in ast.walk(self.root) if isinstance(node, ast.Constant))


def parse(source: SourceText) -> Expression | Diagnostic:
    """The expression that a text states, or why it states none."""
    text = _blanks_plain(source.text)
    if not text.strip():
        return Diagnostic(StoryFault.EMPTY_EXPRESSION, "there is no expression here", source.at(0), ALLOWED)
    if len(text) > LONGEST:
        message = f"an expression has at most {LONGEST} characters, this one has {len(text)}"
        return Diagnostic(
            StoryFault.LONG_EXPRESSION, message, source.at(LONGEST), hint="split it, or move a part to another claim"
        )
    return _unknown_sign(text, source) or _tree(text, source)


def _blanks_plain(text: str) -> str:
    """The text with every kind of blank as a plain one: offsets stay, no-break spaces of a word processor go."""
    return "".join(" " if character.isspace() else character for character in text)


def _unknown_sign(text: str, source: SourceText) -> Diagnostic | None:
    offset = 0
    while offset < len(text):
        sign = _SIGNS.match(text, offset)
        if not sign:
            return _sign_fault(text, offset, source)
        word = sign["name"]
        if word and word.lower() in ("true", "false"):
            hint = "write a condition on figures, such as goals.awareness > 50"
            return _no_place(f'"{word}"', source, offset, len(word), hint)
        if word and keyword.iskeyword(word) and word not in _WORDS:
            return _no_place(f'"{word}"', source, offset, len(word))
        offset = sign.end()
    return None


_FOREIGN_SIGNS = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=", "=/=": "!=", "&&": "and", "||": "or"}
"""Signs of other languages and of mathematics, and what is written instead."""


def _sign_fault(text: str, offset: int, source: SourceText) -> Diagnostic:
    sign, rest = text[offset], text[offset:]
    if sign.isdigit():
        wrong = re.match(r"[\w.]+", rest)
        length = wrong.end() if wrong else 1
        message = f'"{rest[:length]}" is neither a number nor a name'
        hint = "a number is written 45 or 45.5, a name begins with a letter"
        return Diagnostic(StoryFault.EXPRESSION_SYNTAX, message, source.at(offset, length), ALLOWED, hint)
    if foreign := next(filter(rest.startswith, _FOREIGN_SIGNS), None):
        return _no_place(f'"{foreign}"', source, offset, len(foreign), f"write {_FOREIGN_SIGNS[foreign]}")
    bare = " ".join(re.sub(r"[{}]", " ", text).split())
    hints = {
        "{": "a figure stands here without braces" + (f": write {bare}" if len(bare) <= LONGEST_EXAMPLE else ""),
        "=": "two are compared with ==",
        "%": "a number beside a share is per cent already: write 45, not 45 %",
        "&": "conditions are joined with and",
        "!": "unequal is written !=, the opposite of a condition not",
    }
    shown = f'"{sign}"' if sign.isprintable() else f"U+{ord(sign):04X}"
    return _no_place(shown, source, offset, 1, hints.get(sign))


def _no_place(shown: str, source: SourceText, offset: int, length: int, hint: str | None = None) -> Diagnostic:
    message = f"{shown} has no place in an expression"
    return Diagnostic(StoryFault.EXPRESSION_SYNTAX, message, source.at(offset, length), ALLOWED, hint)


def _tree(text: str, source: SourceText) -> Expression | Diagnostic:
    indent = len(text) - len(text.lstrip())
    body = source.part(indent, len(text.rstrip()))
    try:
        root = ast.parse(_blanks_plain(body.text), mode="eval").body
    except SyntaxError as error:
        return _syntax_fault(error, body)
    except (RecursionError, MemoryError):
        return _too_deep(body)
    if _depth(root) > DEEPEST:
        return _too_deep(body)
    expression = Expression(body, root)
    return _unknown_node(expression) or expression


def _too_deep(body: SourceText) -> Diagnostic:
    message = "the expression is nested too deeply"
    return Diagnostic(StoryFault.EXPRESSION_SYNTAX, message, body.at(0, len(body.text)))


def _depth(root: ast.expr) -> int:
    """The levels of a syntax tree, counted level by level and so without a stack."""
    level, depth = list[ast.AST]([root]), 0
    while level:
        level, depth = [child for node in level for child in ast.iter_child_nodes(node)], depth + 1
    return depth


def _syntax_fault(error: SyntaxError, body: SourceText) -> Diagnostic:
    """Python's own place of the fault; its wording speaks of programs, so only the place is used."""
    text, offset, end = body.text, (error.offset or 0) - 1, (error.end_offset or 0) - 1
    if foreign := _foreign_word(text):
        start, word = foreign
        return _no_place(f'"{word}"', body, start, len(word), f"write {_FOREIGN_WORDS[word.lower()]}")
    message = "the expression cannot be read from here on"
    hint = _name_meant(text)
    if text.count("(") > text.count(")"):
        message = "a bracket is opened and not closed"
    elif text.count(")") > text.count("("):
        message = "a bracket is closed that was never opened"
    elif not 0 <= offset < len(text):
        message = "the expression ends too early"
    offset = offset if 0 <= offset < len(text) else len(text) - 1
    return Diagnostic(StoryFault.EXPRESSION_SYNTAX, message, body.at(offset, max(1, end - offset)), ALLOWED, hint)


def _name_meant(text: str) -> str | None:
    """A hint for a name with a date in place of a wave, or with blanks between its parts."""
    if date := re.search(r"(?<=[a-z_])\.(\d[\d-]*)(?![\w.])", text):
        return f"write the id of the wave of {date[1]}, which begins with a letter"
    if re.fullmatch(r"\s*[a-z]\w*(?:[ .]+[a-z]\w*)+\s*", text) and not re.search(r"\b(?:and|or|not)\b", text):
        name = ".".join(re.findall(r"\w+", text))
        return f"a point joins the parts of a name: write {name}"
    return None


def _with_point(text: str, comma: int) -> str | None:
    """The number that a comma has cut in two, as it is written."""
    before, after = re.search(r"\d+$", text[:comma]), re.match(r"\d+", text[comma + 1 :])
    return f"decimals have a point: write {before[0]}.{after[0]}" if before and after else None


_FOREIGN_WORDS = {"und": "and", "oder": "or", "nicht": "not"}


def _foreign_word(text: str) -> tuple[int, str] | None:
    """A German word where one of ours belongs, and what is written instead."""
    found = re.search(rf"(?<![\w.])({'|'.join(_FOREIGN_WORDS)})(?![\w.(])", text, re.IGNORECASE)
    return (found.start(), found[0]) if found else None


def _unknown_node(expression: Expression) -> Diagnostic | None:
    for node in ast.walk(expression.root):
        if isinstance(node, ast.Tuple) and node.elts:
            comma = expression.source.text.index(",", Part.of(node.elts[0]).end)
            hint = _with_point(expression.source.text, comma)
            return _no_place('","', expression.source, comma, 1, hint)
        is_known = isinstance(node, _NODES) and not (isinstance(node, ast.Constant) and node.value is ...)
        if isinstance(node, ast.expr) and not is_known:
            part = Part.of(node)
            return _no_place(f'"{expression.text(part)}"', expression.source, part.start, part.end - part.start)
    return None
