"""A failure of the YAML parser and its surroundings, for those who find out which slip it was."""

from __future__ import annotations

import yaml

from report.frozen import frozen
from report.yaml_source.marks import ends, offset, start
from report.yaml_source.source import SourceFile


@frozen
class Token:
    """A token: its sign ("{", ":", ...), "text" for a scalar or "" for anything else, its ends, its quotation mark."""

    sign: str
    first: int
    last: int
    quote: str = ""


@frozen
class Failure:
    """Where the parser gave up: at the offset `at`, on what it had been reading since the offset `since`.

    context, problem: libyaml's own words for the two. tokens: those that begin up to `at` or just behind it.
    """

    source: SourceFile
    context: str
    problem: str
    at: int
    since: int
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, source: SourceFile) -> Failure:
        """The failure that the parser reports by `error`, which has a mark."""
        at = offset(error.problem_mark)
        since = offset(error.context_mark) if error.context_mark else at
        return cls(source, error.context or "", error.problem or "", at, since, _tokens_before(at, source))

    @property
    def sign(self) -> str:
        """The character at which the parser gave up; empty at the end of the file."""
        return self.source.text[self.at : self.at + 1]

    @property
    def before(self) -> Token | None:
        """The last token that ends before the failure."""
        return next((token for token in reversed(self.tokens) if token.last <= self.at), None)

    @property
    def line_start(self) -> int:
        """The offset at which the failing line begins."""
        return self.source.line_starts[self.source.line_of(self.at) - 1]

    @property
    def is_at_line_start(self) -> bool:
        """Whether nothing but indentation stands before the failure."""
        return not self.source.text[self.line_start : self.at].strip()

    @property
    def open_brackets(self) -> tuple[Token, ...]:
        """The braces and brackets that are still open, the innermost last."""
        pending: list[Token] = []
        for token in self.tokens:
            if token.first >= self.at:
                break
            if token.sign in CLOSING:
                pending.append(token)
            elif token.sign in CLOSING.values() and pending:
                pending.pop()
        return tuple(pending)

    def has_colon_on_line_before(self, offset: int) -> bool:
        """Whether a key's colon stands before `offset` on its line."""
        return any(
            token.sign == ":" and token.first < offset and self.source.is_on_one_line(token.first, offset)
            for token in self.tokens
        )


CLOSING = {"{": "}", "[": "]"}

_SIGNS: dict[type[yaml.Token], str] = {
    yaml.FlowMappingStartToken: "{",
    yaml.FlowMappingEndToken: "}",
    yaml.FlowSequenceStartToken: "[",
    yaml.FlowSequenceEndToken: "]",
    yaml.FlowEntryToken: ",",
    yaml.ValueToken: ":",
    yaml.ScalarToken: "text",
}


def _tokens_before(at: int, source: SourceFile) -> tuple[Token, ...]:
    """The tokens that begin up to offset `at` or just behind it, as far as the scanner gets."""
    tokens: list[Token] = []
    try:
        for token in yaml.scan(source.text, Loader=yaml.CBaseLoader):
            if start(token) > at + 1:
                break
            quote = (token.style or "") if isinstance(token, yaml.ScalarToken) else ""
            sign = _SIGNS.get(type(token), "")
            tokens.append(Token(sign, *ends(token), quote))
    except yaml.YAMLError:
        pass  # the failure that is being explained
    return tuple(token for token in tokens if token.sign)
