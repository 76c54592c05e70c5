"""Types of single values in file models: texts in one language, ids, numbers, words from a list.

Each says in its JSON Schema what an editor may offer; numbers there are numbers, although every scalar is read as text.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Annotated, Generic, TypeAlias, TypeVar

from report.diagnostics import Diagnostic, Location, SourceText, near_miss, shortened
from report.frozen import frozen
from report.language.registry import available
from report.units import Between
from report.yaml_source.comments import hidden_by_hash
from report.yaml_source.faults import Fault
from report.yaml_source.scalars import part
from report.yaml_source.schema import LONGEST_EXAMPLE, Misread, Reads
from report.yaml_source.slips import decimal_comma
from report.yaml_source.source import find_forbidden, forbidden_character
from report.yaml_source.tree import Block, Items, Key, Node, Reported, Scalar, kind_of

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@frozen
class Placed(Generic[T]):
    """A value and where it stands."""

    value: T
    location: Location


_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")
"""Characters that nobody sees, and no blanks."""


def scalar(node: Node) -> Scalar:
    """The text that a node must be, not empty."""
    if not isinstance(node, Scalar):
        message = f"{node.name} is {kind_of(node)} where a text belongs"
        raise Misread(Diagnostic(Fault.WRONG_TYPE, message, node.location, hint=_as_text(node)))
    if node.is_absent or all(char.isspace() or char in _INVISIBLE for char in node.text.text):
        raise Misread(empty_value(node))
    return node


_BRACKETS_MEANT = 'a text that begins with "[" needs quotation marks'


def _as_text(node: Block | Items | Reported) -> str | None:
    """How one text is written in place of a list or a block: without what is around it, if it is the only one."""
    if isinstance(node, Block) and node.written and set(node.written) <= set(available()):
        return "write one string, which is the same in all languages"
    inner = list(node.values()) if isinstance(node, Block) else node if isinstance(node, Items) else []
    if len(inner) == 1 and isinstance(inner[0], Scalar) and 0 < len(inner[0].text.text) <= LONGEST_EXAMPLE:
        if isinstance(node, Block):
            return f"write {inner[0].text.text}, without a key before it"
        return f"write {inner[0].text.text}, without the brackets; {_BRACKETS_MEANT}"
    return f"write one value alone; {_BRACKETS_MEANT}" if isinstance(node, Items) else None


def empty_value(node: Scalar) -> Diagnostic:
    """The fault of a key without a value, or with one that is a comment to YAML."""
    if hidden := hidden_by_hash(node):
        return hidden
    what = "entry" if node.name.is_entry else "key"
    hint = (
        "it is needed: write its value" if node.name.is_needed else f"leave the {what} out if there is nothing to say"
    )
    if (word := node.text.text).isalpha():
        hint += f', or "{word}" in quotation marks if that word is meant'
    return Diagnostic(Fault.EMPTY_VALUE, f"{node.name} has no value", node.location, hint=hint)


# --------------------------------------------------------------------------------------------------------------- texts

LONGEST_TEXT = 20_000
LONGEST_LINE = 1_000
LONGEST_WORD = 500
"""Characters; a text, a line or a word of exactly so many is still read."""

_BLANK_TEXT = SourceText("")


def read_passage(node: Node) -> SourceText:
    """A text of any number of lines, without the blanks and line breaks at its ends; a tab in it is a blank."""
    text = scalar(node).text
    text = SourceText(text.text.replace("\t", " "), text.starts)
    forbidden = find_forbidden(text.text)
    if forbidden is not None:
        place = text.at(forbidden) or node.location
        raise Misread(forbidden_character(text.text[forbidden], place))
    _check_length(text.text, LONGEST_TEXT, node)
    first = len(text.text) - len(text.text.lstrip())
    return part(text, first, len(text.text.rstrip()))


def read_line(node: Node) -> SourceText:
    """A text of one line."""
    text = read_passage(node)
    _check_length(text.text, LONGEST_LINE, node)
    break_at = text.text.find("\n")
    if break_at >= 0:
        place = text.at(break_at) or node.location
        hint = 'write it on one line, or after ">" instead of "|"'
        raise Misread(Diagnostic(Fault.LINE_BREAK, f"{node.name} is one line and cannot be broken", place, hint=hint))
    return text


def _check_length(text: str, most: int, node: Node) -> None:
    if len(text) > most:
        message = f"{node.name} has {len(text)} characters; at most {most} can stand there"
        raise Misread(Diagnostic(Fault.LONG_TEXT, message, node.location))
    long_word = re.search(rf"\S{{{LONGEST_WORD + 1}}}", text)
    if long_word:
        message = f'"{shortened(long_word[0])}" is a word of more than {LONGEST_WORD} characters'
        raise Misread(Diagnostic(Fault.LONG_TEXT, message, node.location))


def _read_id(node: Node) -> SourceText:
    text = read_line(node)
    _check_id(text.text, scalar(node).location)
    return text


def _read_reference(node: Node) -> SourceText:
    text = read_line(node)
    _check_length_of_id(text.text, scalar(node).location)
    return text


def _read_key_reference(key: Key) -> str:
    forbidden = find_forbidden(key)
    if forbidden is not None:
        raise Misread(forbidden_character(key[forbidden], key.location))
    _check_length_of_id(key, key.location)
    return str(key)


def _read_key_id(key: Key) -> str:
    _check_id(key, key.location)
    return str(key)


LONGEST_ID = 60
"""Characters; ids name files."""

ID_PATTERN = r"^[a-z][a-z0-9_]*$"


_WORDS_OF_YAML = ("true", "false", "null")


def _check_id(text: str, place: Location) -> None:
    if keyword.iskeyword(text) or text in _WORDS_OF_YAML:
        language = "YAML" if text in _WORDS_OF_YAML else "the language in which claims are written"
        message, note = f'"{text}" cannot be an id', f"it is a word of {language}"
        raise Misread(Diagnostic(Fault.MALFORMED_ID, message, place, (note,), f'write "{text}_"'))
    if not re.fullmatch(ID_PATTERN, text, re.ASCII):
        rule = 'an id begins with a small letter and goes on with small letters, digits and "_"'
        raise Misread(
            Diagnostic(Fault.MALFORMED_ID, f'"{shortened(text)}" cannot be an id', place, (rule,), _written_as_id(text))
        )
    _check_length_of_id(text, place)


def _check_length_of_id(text: str, place: Location) -> None:
    if len(text) > LONGEST_ID:
        message = f"this id has {len(text)} characters; at most {LONGEST_ID} are allowed, since it names files"
        raise Misread(Diagnostic(Fault.MALFORMED_ID, message, place))


UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _written_as_id(text: str) -> str | None:
    own = as_id(text)
    return f'write "{own}"' if own else None


def as_id(text: str) -> str | None:
    """The id that the words of a text make, at most as long as one may be; None where they make none."""
    bare = re.sub(r"[^a-z0-9]+", "_", text.lower().translate(UMLAUTS)).strip("_")[:LONGEST_ID].rstrip("_")
    return bare if re.fullmatch(ID_PATTERN, bare) and not keyword.iskeyword(bare) else None


TEXT_SCHEMA = {"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": LONGEST_TEXT}
LINE_SCHEMA = {**TEXT_SCHEMA, "maxLength": LONGEST_LINE}
_WORDS = "|".join([*(word for word in keyword.kwlist if word.islower()), *_WORDS_OF_YAML])
_ID_SCHEMA = {"type": "string", "pattern": rf"^(?!(?:{_WORDS})$)[a-z][a-z0-9_]{{0,{LONGEST_ID - 1}}}$"}
_REFERENCE_SCHEMA = {"type": TEXT_SCHEMA["type"], "pattern": rf"^(?=.*\S).{{1,{LONGEST_ID}}}$"}

Passage: TypeAlias = Annotated[SourceText, Reads(read_passage, TEXT_SCHEMA, blank=_BLANK_TEXT)]
"""A text in no particular language, of one or several lines."""

Line: TypeAlias = Annotated[SourceText, Reads(read_line, LINE_SCHEMA, blank=_BLANK_TEXT)]
"""A text in no particular language, of one line: a name, an expression."""

Lines: TypeAlias = Annotated[
    tuple[SourceText, ...],
    Reads(
        lambda node: tuple(map(read_line, node if isinstance(node, Items) else (node,))),
        {"anyOf": [LINE_SCHEMA, {"type": "array", "items": LINE_SCHEMA}]},
        blank=(),
    ),
]
"""One such text, or a list of them."""

IdText: TypeAlias = Annotated[SourceText, Reads(_read_id, _ID_SCHEMA, blank=_BLANK_TEXT)]
"""An id as a value: what something is called."""

Reference: TypeAlias = Annotated[SourceText, Reads(_read_reference, _REFERENCE_SCHEMA, blank=_BLANK_TEXT)]
"""An id that is given elsewhere; what cannot be one is read too, since who knows the ids can say what was meant."""

Id: TypeAlias = Annotated[str, Reads(_read_key_id, _ID_SCHEMA)]
"""An id as a key."""

References: TypeAlias = Annotated[
    tuple[SourceText, ...],
    Reads(
        lambda node: tuple(map(_read_reference, node if isinstance(node, Items) else (node,))),
        {"anyOf": [_REFERENCE_SCHEMA, {"type": "array", "items": _REFERENCE_SCHEMA}]},
        blank=(),
    ),
]
"""One reference, or a list of them."""

KeyReference: TypeAlias = Annotated[str, Reads(_read_key_reference, _REFERENCE_SCHEMA)]
"""A reference as a key."""


# -------------------------------------------------------------------------------------------------------------- numbers

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_BOUND = re.compile(r"<\s*(\d{1,9}(?:\.\d{1,9})?)", re.ASCII)
_LARGEST_BOUND = 1
"""Per cent below which a percentage may be published as "<1"; exactly this is the largest."""
_LEAVE_OUT = (
    "leave the percentage out, which says that the figure was not published, and write `rest: unpublished` where the "
    "others sum to less than 100; a note can tell its bound"
)


def _read_percent(node: Node) -> Placed[Decimal | Between]:
    text, place = scalar(node).text.text.strip(), node.location
    if bound := _BOUND.fullmatch(text):
        return Placed(_below(Decimal(bound[1]), text, place), place)
    if not _NUMBER.fullmatch(text):
        raise Misread(_not_a_percentage(text, place))
    percent = Decimal(text)
    if not 0 <= percent <= 100:
        hint = f"write {text[1:]}" if 0 < -percent <= 100 else None
        raise Misread(Diagnostic(Fault.OUT_OF_RANGE, f"{text} is no percentage from 0 to 100", place, hint=hint))
    return Placed(percent, place)


def _below(bound: Decimal, text: str, place: Location) -> Between:
    # "<0,5" in braces is cut at its comma, which is told of there.
    is_cut = re.match(r",\d", place.line_text[place.column - 1 + len(text) :])
    if not is_cut and not 0 < bound <= _LARGEST_BOUND:
        message = f'"{text}" is no published figure: what is less than a bound is less than {_LARGEST_BOUND} or less'
        raise Misread(Diagnostic(Fault.OUT_OF_RANGE, message, place, hint=_LEAVE_OUT))
    return Between(Decimal(0), bound)


_BOUND_IN_WORDS = r"(?i)(?:unter|weniger als|kleiner als|under|below|less than)\s+(?=\d)"
_PER_CENT = r"(?i)\s*(?:%|Prozent|per\s?cent|v\. ?H\.)$"


def _not_a_percentage(text: str, place: Location) -> Diagnostic:
    if _is_percentage(text.replace(",", ".")):
        return decimal_comma(text, place)
    mended = re.sub(_BOUND_IN_WORDS, "<", re.sub(_PER_CENT, "", text)).replace(",", ".")
    bound = _BOUND.fullmatch(mended)
    if bound and not 0 < Decimal(bound[1]) <= _LARGEST_BOUND:
        hint = _LEAVE_OUT
    elif _is_percentage(mended):
        hint = f"write {mended}"
    else:
        hint = "write digits alone, such as 51 or 51.5; leave out what was not published"
    if text.endswith("%"):
        return Diagnostic(Fault.PERCENT_SIGN, f'"{shortened(text)}" has a per cent sign', place, hint=hint)
    return Diagnostic(Fault.NOT_A_NUMBER, f'"{shortened(text)}" is not a number', place, hint=hint)


def _is_percentage(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _BOUND.fullmatch(text))


PER_CENT = 100
"""The most of what is given in per cent."""
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)


def whole_number(least: int, most: int | None = None) -> Reads:
    """Reads a whole number from `least` to `most`."""

    def read(node: Node) -> Placed[int]:
        text, place = scalar(node).text.text.strip(), node.location
        if not _WHOLE.fullmatch(text):
            hint = _whole_meant(text, least, most)
            raise Misread(Diagnostic(Fault.NOT_WHOLE, f'"{shortened(text)}" is not a whole number', place, hint=hint))
        if int(text) < least or (most is not None and int(text) > most):
            wanted = f"at least {least}" if most is None else f"{least} to {most}"
            raise Misread(Diagnostic(Fault.OUT_OF_RANGE, f"{node.name} is {text}; it can be {wanted}", place))
        return Placed(int(text), place)

    bounds = {"minimum": least} | ({} if most is None else {"maximum": most})
    return Reads(read, {"type": "integer", **bounds})


def _whole_meant(text: str, least: int, most: int | None) -> str:
    """How a number that is not written as a whole one is: 1.204 as 1204, 95.0 as 95, of a percentage 0.95 as 95."""
    parts = re.fullmatch(r"(\d+)[.,](\d+)", text)
    if parts and not int(parts[2]):
        return f"write {int(parts[1])}, without decimals"
    if parts and not int(parts[1]):
        percent = int(parts[2].ljust(2, "0")[:2])
        is_meant = most is not None and most <= PER_CENT and len(parts[2]) <= 2 and least <= percent <= most
        return f"write {percent}, in per cent" if is_meant else "write digits alone"
    digits = re.sub(r"[.,'’ \u00a0\u202f]", "", text)
    return f"write {digits}, without separators" if _WHOLE.fullmatch(digits) else "write digits alone"


def format_version(known: int) -> Reads:
    """Reads the version of a format, of which this program knows one."""

    def read(node: Node) -> int:
        text = scalar(node).text.text.strip()
        if text != str(known):
            message = f'the format "{shortened(text)}" is not known; this version of the program reads format {known}'
            hint = f"write `format: {known}`; files of a later format need a later version of the program"
            raise Misread(Diagnostic(Fault.UNKNOWN_FORMAT, message, node.location, hint=hint))
        return known

    return Reads(read, {"const": known}, known)


def is_of_other_format(faults: Iterable[Diagnostic]) -> bool:
    """Whether a file says that it is of a format that is not known, so that its keys may mean something else."""
    return any(fault.id == Fault.UNKNOWN_FORMAT for fault in faults)


_PERCENT_SCHEMA = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 100},
        {"type": "string", "pattern": r"^<\s*(0\.\d*[1-9]\d*|1(\.0+)?)$"},
    ]
}

Percent: TypeAlias = Annotated[Placed[Decimal | Between], Reads(_read_percent, _PERCENT_SCHEMA)]
"""A percentage as published, its decimals kept, or less than a bound: "<1"."""

Count: TypeAlias = Annotated[Placed[int], whole_number(1)]
"""A number of respondents."""


# -------------------------------------------------------------------------------------------------- words from a list


def one_of(choices: type[E], *, blank: E | None = None) -> Reads:
    """Reads one of the words that an enumeration lists."""
    words = [str(choice.value) for choice in choices]

    def read(node: Node) -> E:
        return choices(known_word(node, words))

    return Reads(read, {"enum": words}, blank)


def known_word(node: Node, words: list[str]) -> str:
    """The text that a node must be, one of these words."""
    word = scalar(node).text.text.strip()
    if word not in words:
        message = f'"{shortened(word)}" is not a value of {node.name}'
        note = f"it can be {' or '.join(words) if len(words) < 3 else ', '.join(words)}"
        hint = near_miss(word, words)
        raise Misread(Diagnostic(Fault.UNKNOWN_VALUE, message, node.location, (note,), hint))
    return word


Flag: TypeAlias = Annotated[
    bool, Reads(lambda node: known_word(node, ["true", "false"]) == "true", {"type": "boolean"})
]
"""Yes or no."""
