"""Slips that YAML accepts, or takes for something else, told in the author's words.

What YAML refuses outright is explained in `syntax`.
"""

from __future__ import annotations

import re

import yaml

from report.characters import named
from report.diagnostics import Diagnostic, Location, shortened
from report.yaml_source.faults import Fault
from report.yaml_source.marks import ends
from report.yaml_source.source import SourceFile
from report.yaml_source.tree import Key

_FIGURE = re.compile(r"\{\{[^{}]{1,40}\}\}")
_OF_AN_EXPRESSION = re.compile(r"\s*(?:-\s+)*(?P<key>holds|figure):\s+(?=\{\{)")
"""The keys behind which figures stand alone or in a claim, no text."""
_WITH_DECIMAL_COMMA = re.compile(r"(?:<\s*)?\d+,\d+", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)


def unquoted_braces(place: Location) -> Diagnostic:
    """A figure in a text without quotation marks, or where it has no braces; `place` underlines both braces."""
    if expression := _OF_AN_EXPRESSION.match(place.line_text):
        bare = " ".join(re.sub(r"[{}]", " ", place.line_text[expression.end() :]).split())
        message = f"a figure stands without braces behind `{expression['key']}`"
        return Diagnostic(Fault.UNQUOTED_BRACES, message, place, hint=f"write {bare}")
    figure = _FIGURE.match(place.line_text, place.column - 1)
    return Diagnostic(
        Fault.UNQUOTED_BRACES,
        'a text with "{{" needs quotation marks around all of it',
        place,
        hint=f'write "... {figure[0] if figure else "{{ }}"} ...", or the text after "|" on lines of its own',
    )


def unquoted_sign(sign: str, place: Location) -> Diagnostic:
    """A text that begins with a sign which means something else to YAML."""
    return Diagnostic(
        Fault.UNQUOTED_SIGN,
        f'a text cannot begin with "{sign}"',
        place,
        hint="put the whole text in quotation marks",
    )


def tag(written: str, place: Location) -> Diagnostic:
    """A word after an exclamation mark."""
    return Diagnostic(
        Fault.TAG,
        f'"{written}" is read as a YAML tag, which has no meaning here',
        place,
        hint='put a text that begins with "!" in quotation marks',
    )


def unused_anchor(name: str, place: Location) -> Diagnostic:
    """A word after an ampersand that no alias takes up."""
    return Diagnostic(
        Fault.UNUSED_ANCHOR,
        f'"&{name}" is read as a YAML anchor, but no "*{name}" refers to it',
        place,
        hint='put a text that begins with "&" in quotation marks',
    )


def unknown_alias(name: str, place: Location, *, is_inside: bool) -> Diagnostic:
    """A word after an asterisk that no anchor explains; `is_inside`: one does, but this stands in it."""
    reason = "which contains it" if is_inside else "which is nowhere"
    return Diagnostic(
        Fault.UNKNOWN_ALIAS,
        f'"*{name}" is read as a YAML alias of "&{name}", {reason}',
        place,
        hint='put a text that begins with "*" in quotation marks',
    )


def duplicate_key(key: Key, first: Key) -> Diagnostic:
    """A key that stood in the same block before."""
    return Diagnostic(
        Fault.DUPLICATE_KEY,
        f'the key "{shortened(key)}" stands twice',
        key.location,
        (f"it stands in line {first.location.line} already",),
        "keep one of them",
    )


def key_not_text(place: Location) -> Diagnostic:
    """A list or block where a key belongs."""
    sign = place.line_text[place.column - 1 : place.column]
    return Diagnostic(
        Fault.KEY_NOT_TEXT,
        "a list or a block of keys stands where a key belongs",
        place,
        hint=f'put a text that begins with "{sign}" in quotation marks',
    )


def odd_space(character: str, spot: str, place: Location) -> Diagnostic:
    """A character that looks like a space or like nothing, where YAML knows only a space; `spot` says where."""
    return Diagnostic(
        Fault.ODD_SPACE,
        f"{named(character)} stands {spot}, where YAML knows only a plain space",
        place,
        hint="delete it and type a space in its place",
    )


def odd_hyphen(dash: str, place: Location) -> Diagnostic:
    """A dash or bullet before an item of a list."""
    return Diagnostic(
        Fault.ODD_HYPHEN,
        f"{named(dash)} stands where the hyphen of a list item belongs",
        place,
        hint='delete it and type "-" in its place',
    )


def decimal_comma(text: str, place: Location) -> Diagnostic:
    """A number with a comma."""
    return Diagnostic(
        Fault.DECIMAL_COMMA,
        f'"{text}" has a decimal comma',
        place,
        ("the outputs show the decimal mark of their language",),
        f"write {text.replace(',', '.')}",
    )


def grouped_digits(text: str, place: Location) -> Diagnostic:
    """A number in braces with commas as between thousands; it is a count unless it can be a percentage."""
    count, decimal = text.replace(",", ""), text.replace(",", ".")
    is_clear = text.count(",") > 1 or float(decimal) > 100
    hint = f"write {count}" if is_clear else f"write {count} if that is a count, {decimal} if it is a percentage"
    message = f'a comma ends a number in braces; "{text}" cannot stand there'
    return Diagnostic(Fault.UNQUOTED_COMMA, message, place, hint=hint)


class LooseKeys:
    """Keys without a colon in a flow mapping; mostly the end of a text that a comma has cut: {de: a, b, en: c}."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._text: tuple[int, int] | None = None
        self._keys: list[tuple[Key, int, int]] = []

    @property
    def is_after_text(self) -> bool:
        """Whether the next of them would go on with a text."""
        return self._text is not None

    def follow(self, value: yaml.Event) -> None:
        """Take note of the value after which the next of them would come."""
        is_cut_text = isinstance(value, yaml.ScalarEvent) and not value.style and value.value
        self._text = ends(value) if is_cut_text else None

    def add(self, key: Key, event: yaml.Event) -> None:
        """Take note of a key without a colon."""
        self._keys.append((key, *ends(event)))

    def faults(self) -> list[Diagnostic]:
        """What is wrong with those noted since the last value; forgets them."""
        keys, self._keys = self._keys, []
        if keys and self._text:
            first, last = self._text[0], keys[-1][2]
            return [self._cut_text(first, last)]
        return [self._without_value(key) for key, _, _ in keys]

    def _cut_text(self, first: int, last: int) -> Diagnostic:
        text = shortened(self._source.text[first:last])
        if _GROUPED.fullmatch(text):
            return grouped_digits(text, self._source.span(first, last))
        if _WITH_DECIMAL_COMMA.fullmatch(text):
            return decimal_comma(text, self._source.span(first, last))
        return Diagnostic(
            Fault.UNQUOTED_COMMA,
            f'a comma ends a text in braces; "{text}" needs quotation marks',
            self._source.span(first, last),
            hint=f'write "{text}" with the quotation marks',
        )

    @staticmethod
    def _without_value(key: Key) -> Diagnostic:
        before, colon, after = key.partition(":")
        hint = "a value follows after a colon and a blank; a list is written in square brackets"
        if colon and after:
            hint = f'a blank belongs after the colon: "{shortened(before)}: {shortened(after)}"'
        return Diagnostic(Fault.KEY_WITHOUT_VALUE, f'"{shortened(key)}" has no value', key.location, hint=hint)
