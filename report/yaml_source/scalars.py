"""Where in a file each character of a YAML scalar stands.

The parser gives the text of a scalar and its two ends; what lies between (escapes, doubled quotes, folded lines,
indentation) is undone here by the same rules, only that every character keeps its offset. The rules are those of
YAML 1.1, chapter 9, as libyaml applies them (scanner.c). Where the two disagree the parser is right, and the text
knows its beginning alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from report.characters import is_normal, origins
from report.diagnostics import Location, SourceText
from report.yaml_source.source import SourceFile

_Placed: TypeAlias = list[tuple[str, int]]
"""Characters of a text, each with its offset in the file."""


def placed_text(text: str, source: SourceFile, first: int, last: int, style: str) -> SourceText:
    """The text of the scalar that stands from `first` up to `last` (offsets), with the places of its characters.

    style: "'", '"', "|" or ">" as the parser names it; "" for a plain scalar.
    """
    written = source.text[first:last]
    if style in ("'", '"'):
        written, first = written[1:-1], first + 1
    if written == text and source.is_on_one_line(first, last):
        return SourceText(text, ((0, source.place(first, len(text))),))
    for placed in _readings(written, first, style):
        if text and "".join(character for character, _ in placed) == text:
            return SourceText(text, _starts(placed, source))
    return SourceText(text, ((0, source.place(first)),))


def part(text: SourceText, first: int, last: int) -> SourceText:
    """The characters from offset `first` up to `last`, with their places."""
    start = text.at(first, last - first)
    if start is None or (first, last) == (0, len(text.text)):
        return SourceText(text.text[first:last], text.starts)
    later = ((offset - first, place) for offset, place in text.starts if first < offset < last)
    return SourceText(text.text[first:last], ((0, start), *later))


def normal(text: SourceText) -> SourceText:
    """The text with characters that mean the same made one (`report.characters`), each where it stood."""
    if is_normal(text.text):
        return text
    characters = origins(text.text)
    if not characters:  # all of them have no width
        return SourceText("", text.starts)
    first_of_line = {first for first, _ in text.starts}
    beginnings = [
        index
        for index, (_, offset) in enumerate(characters)
        if index == 0 or offset != characters[index - 1][1] + 1 or offset in first_of_line
    ]
    ends = [*beginnings[1:], len(characters)]
    starts = ((at, text.at(characters[at][1], end - at)) for at, end in zip(beginnings, ends, strict=True))
    return SourceText("".join(char for char, _ in characters), tuple(starts))


def _readings(written: str, first: int, style: str) -> Iterator[_Placed]:
    if style in ("|", ">"):
        yield from _block_readings(written, first)
    else:
        yield _flow(written, first, style)


def _starts(placed: Sequence[tuple[str, int]], source: SourceFile) -> tuple[tuple[int, Location], ...]:
    """A pair wherever the text does not go on as the file does, and at the beginning of every line."""
    beginnings = [
        index
        for index, (_, offset) in enumerate(placed)
        if index == 0 or offset != placed[index - 1][1] + 1 or not source.is_on_one_line(offset - 1, offset)
    ]
    ends = [*beginnings[1:], len(placed)]
    return tuple(
        (index, source.place(placed[index][1], end - index)) for index, end in zip(beginnings, ends, strict=True)
    )


# ---------------------------------------------------------------------------------------------------- plain and quoted

_BREAK = r"\r\n|\r|\n"
_COMMON = rf"(?P<line_break>{_BREAK})|(?P<blank>[ \t])"
_HEX = r"x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
_PIECES = {
    "": rf"{_COMMON}|(?P<character>.)",
    "'": rf"{_COMMON}|(?P<doubled>'')|(?P<character>.)",
    '"': rf"{_COMMON}|\\(?P<joint>{_BREAK})|\\(?P<code>{_HEX})|\\(?P<escaped>.)|(?P<character>.)",
}
_ESCAPED = dict(zip('0abt\tnvfre "\\/N_LP', '\0\a\b\t\t\n\v\f\r\x1b "\\/\x85\xa0\u2028\u2029', strict=True))


def _flow(written: str, first: int, style: str) -> _Placed:
    """The characters of a plain or quoted scalar, its line breaks folded."""
    placed: _Placed = []
    gap = _Gap()
    for piece in re.finditer(_PIECES[style], written):
        offset = first + piece.start()
        if piece.lastgroup == "line_break":
            gap.breaks.append(offset)
            gap.is_over_lines = True
        elif piece.lastgroup == "blank":
            gap.blanks.append((piece[0], offset))
        else:
            placed += gap.characters()
            gap = _Gap(is_over_lines=piece.lastgroup == "joint", is_joined=piece.lastgroup == "joint")
            if not gap.is_joined:
                placed.append((_character(piece), offset))
    return placed + gap.characters()


@dataclass(slots=True)
class _Gap:
    """Blanks and line breaks between two characters; `is_joined`: begun by an escaped line break, which leaves none."""

    blanks: _Placed = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    is_over_lines: bool = False
    is_joined: bool = False

    def characters(self) -> _Placed:
        """What the gap leaves in the text: its blanks, a space for one line break, one break less for several."""
        if not self.is_over_lines:
            return self.blanks
        if len(self.breaks) == 1 and not self.is_joined:
            return [(" ", self.breaks[0])]
        return [("\n", offset) for offset in self.breaks[0 if self.is_joined else 1 :]]


def _character(piece: re.Match[str]) -> str:
    found = piece[piece.lastgroup or 0]
    match piece.lastgroup:
        case "doubled":
            return "'"
        case "code":
            return chr(int(found[1:], 16))
        case "escaped":
            return _ESCAPED.get(found, found)
        case _:
            return found


# -------------------------------------------------------------------------------------------------------------- blocks

_HEADER = re.compile(rf"(?P<style>[|>])[0-9+-]*[ \t]*(?:#[^\r\n]*)?(?:{_BREAK}|\Z)")
_LINE = re.compile(rf"(?P<indentation> *)(?P<content>[^\r\n]*)(?P<line_break>{_BREAK}|\Z)")


def _block_readings(written: str, first: int) -> Iterator[_Placed]:
    """The readings of a literal or folded block by every possible indentation, the likeliest first.

    An indentation that the header states is relative to lines above, so it cannot be known from here.
    """
    header = _HEADER.match(written)
    if not header:
        return
    lines = list(_LINE.finditer(written, header.end()))
    widths = [len(line["indentation"]) for line in lines]
    deepest = next((width for width, line in zip(widths, lines, strict=True) if line["content"]), max(widths))
    chomping = next((sign for sign in header[0].split("#")[0] if sign in "+-"), "")
    for indentation in range(deepest, -1, -1):
        yield _block(lines, first, indentation=indentation, chomping=chomping, is_folded=header["style"] == ">")


def _block(lines: Sequence[re.Match[str]], first: int, *, indentation: int, chomping: str, is_folded: bool) -> _Placed:
    placed: _Placed = []
    line_end: _Placed = []  # the line break after the last line with content
    empty_lines: _Placed = []  # those of the empty lines since
    was_indented = False
    for line in lines:
        line_break = [("\n", first + line.start("line_break"))] if line["line_break"] else []
        content = (line["indentation"] + line["content"])[indentation:]
        if not content:
            empty_lines += line_break
            continue
        if len(line["indentation"]) < indentation:
            break
        is_indented = content[0] in " \t"
        if is_folded and line_end and not was_indented and not is_indented:
            line_end = [] if empty_lines else [(" ", line_end[0][1])]
        start = first + line.start() + indentation
        placed += [*line_end, *empty_lines, *((character, start + i) for i, character in enumerate(content))]
        line_end, empty_lines, was_indented = line_break, [], is_indented
    if chomping == "-":
        return placed
    return placed + line_end + (empty_lines if chomping == "+" else [])
