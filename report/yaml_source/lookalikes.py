"""Characters that only look like the signs of YAML: each told by code point and place, and read as what was meant.

A no-break space after a colon or in an indentation, a dash before an item, curly quotation marks around a text that
YAML would cut in two: they change what a file says, and nobody sees it. Where such a character changes nothing (at
the end of a line, within a text) it is no fault.

Lines are read as far as it takes to know what is text: quoted and block scalars and comments are looked over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from report.characters import ODD_BLANKS, ZERO_WIDTH
from report.diagnostics import Diagnostic
from report.yaml_source.quotes import CLOSING_MARKS, OPENING_MARKS, odd_quotes
from report.yaml_source.slips import odd_hyphen, odd_space
from report.yaml_source.source import SourceFile

MOST_TOLD = 10
"""Faults told of one file, the last with the number of the others: a page that was copied as a whole has hundreds."""

LONGEST_LINE = 20_000
"""Characters of a line that is looked through; a longer one was not written by hand."""

_ODD = f"[{ODD_BLANKS}{ZERO_WIDTH}]"
_BLANK = f"[ \t{ODD_BLANKS}{ZERO_WIDTH}]"
_DASHES = "\u2010-\u2015\u2022\u2212"
_SUSPICIOUS = re.compile(f"[{ODD_BLANKS}{ZERO_WIDTH}{_DASHES}{OPENING_MARKS}]")
_HIDDEN = "\0"

# What follows is compiled as it is used: few files have anything suspicious.
_LINE = r"(?P<text>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)"
_NAME = r"""["']?[A-Za-z_][\w-]*["']?"""
_KEY = rf"{_NAME}{_BLANK}*:(?={_BLANK}|$)"
_LEAD = rf"{_BLANK}*(?:-{_BLANK}+)*"
_DASHED_ITEM = rf"[{_DASHES}]{_BLANK}+(?={_KEY})"
_QUOTED = rf"""(?:^|[:,\[{{-]){_BLANK}*(?P<quote>["'])"""
_REST = {'"': r'(?:[^"\\]|\\.)*"', "'": r"(?:[^']|'')*'(?!')"}
_COMMENT = r"(?:^|(?<=[ \t]))#.*"
_BLOCK_HEADER = r"(?:^|[:-])[ \t]+[|>][0-9+-]*[ \t]*(?:\0|$)"
_COLLECTION = rf"(?:^|[:,\[{{-]){_BLANK}*[\[{{]"

_TRAILING = rf"(?P<odd>{_ODD}{_BLANK}*)(?=\0*$)"
_SPOTS = {
    "after the colon": rf"(?:^|[{{,\[]){_BLANK}*(?:-[ \t]+)*{_NAME}:(?P<odd>{_ODD}+)",
    'before "#"': rf"(?<=\S)(?P<odd>{_ODD}+)(?=#[ \t])",
    "before the value": rf"(?:^|[:-])[ \t]+(?P<odd>{_ODD}+)(?={_BLANK}*[\"'\[{{|>])",
}
_SPOTS_IN_BRACKETS = {
    "before the value": rf"[{{\[,][ \t]*(?P<odd>{_ODD}+)(?={_BLANK}*[\"'\[{{])",
    "after the value": rf"[\"'}}\]](?P<odd>{_ODD}+)(?={_BLANK}*[,}}\]:])",
}
_MARKED_KEY = (
    rf"(?:^|[{{,]){_BLANK}*(?:-[ \t]+)*(?P<open>[{OPENING_MARKS}])(?P<inner>[\w -]+)(?P<close>[{CLOSING_MARKS}])"
    r"[ \t]*:[ \t]"
)
_MARKED_TEXT = (
    rf"(?:[:,\[{{]|^[ \t]*-)[ \t]+(?P<open>[{OPENING_MARKS}])"
    rf"(?P<inner>[^\"\\\0]{{1,400}}?)(?P<close>[{CLOSING_MARKS}\"])"
    r"(?=[ \t]*(?:[,}\]\0]|$))"
)
_CUT, _CUT_IN_BRACKETS = r":[ \t]|[ \t]#", r":[ \t]|[ \t]#|[\[\]{},]"


def read_as_meant(source: SourceFile) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """The file with the signs of YAML that were meant, and the faults of those that only looked like them.

    Offsets, and the lines that places show, stay those of the file.
    """
    if not _SUSPICIOUS.search(source.text):
        return source, ()
    reader = _Reader(source)
    text = "".join(reader.read(line["text"], line.start()) + line["end"] for line in re.finditer(_LINE, source.text))
    return SourceFile(source.name, text, source.shown), _as_told(reader.faults)


def _as_told(faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    more = len(faults) - MOST_TOLD
    if more <= 0:
        return tuple(faults)
    *first, last = faults[:MOST_TOLD]
    note = f"{more} more of such characters {'follows' if more == 1 else 'follow'} in this file"
    return (*first, replace(last, notes=(*last.notes, note)))


@dataclass(slots=True)
class _Line:
    """A line of a file. seen: the same with quoted texts and comments hidden; of the same length."""

    text: str
    first: int
    seen: str = ""

    def put(self, start: int, characters: str) -> None:
        """Put other characters in the place of as many."""
        end = start + len(characters)
        self.text = self.text[:start] + characters + self.text[end:]
        self.seen = self.seen[:start] + characters + self.seen[end:]

    def hide(self, start: int, end: int) -> None:
        """Let nothing be found in a stretch of the line."""
        self.seen = self.seen[:start] + _HIDDEN * (end - start) + self.seen[end:]


@dataclass(slots=True)
class _Reader:
    """Reads lines from top to bottom and knows what is open: a block scalar, a quoted text, brackets."""

    source: SourceFile
    faults: list[Diagnostic] = field(default_factory=list)
    _block: int | None = None
    _quote: str = ""
    _depth: int = 0

    def read(self, text: str, first: int) -> str:
        """A line as it was meant; `first` is its offset in the file."""
        if len(text) > LONGEST_LINE or self._is_of_block(text):
            return text
        line = _Line(text, first, text)
        if not self._quote:
            self._mend_lead(line)
        self._hide_texts(line)
        self._mend_marks(line, self._depths(line))
        depths = self._depths(line)
        self._mend_blanks(line, depths)
        self._depth = depths[-1]
        self._note_block(line)
        return line.text

    def _is_of_block(self, text: str) -> bool:
        """Whether a line belongs to the block scalar above it: it is empty or indented further than its key."""
        if self._block is None:
            return False
        bare = text.lstrip(" ")
        if not bare or len(text) - len(bare) > self._block:
            return True
        self._block = None
        return False

    def _mend_lead(self, line: _Line) -> None:
        """Indentation and hyphens of a list; what has no width moves behind them, where it is part of the key."""
        end = _end_of_lead(line.text)
        if line.text[: end + 1].isascii():
            return
        dashed = re.compile(_DASHED_ITEM).match(line.text, end)
        if dashed:
            self.faults.append(odd_hyphen(dashed[0][0], self.source.place(line.first + dashed.start())))
            line.put(dashed.start(), "-")
        end = _end_of_lead(line.text)
        lead = line.text[:end]
        odd = re.search(f"[{ODD_BLANKS}]", lead)
        if odd and ("-" in lead or re.compile(_KEY).match(line.text, end)):
            spot = 'after "-"' if "-" in lead[: odd.start()] else "in the indentation"
            self.faults.append(odd_space(odd[0], spot, self.source.place(line.first + odd.start())))
        unseen = "".join(re.findall(f"[{ZERO_WIDTH}]", lead))
        seen = re.sub(f"[{ODD_BLANKS}]", " ", re.sub(f"[{ZERO_WIDTH}]", "", lead))
        line.put(0, seen + (unseen if line.text[end : end + 1] not in ("", "#") else " " * len(unseen)))

    def _hide_texts(self, line: _Line) -> None:
        """Hides what stands in quotation marks, these left out, and comments."""
        at = 0
        if self._quote:
            at = self._hide_quoted(line, 0, self._quote)
        while not self._quote and (opening := re.compile(_QUOTED).search(line.seen, at)):
            at = self._hide_quoted(line, opening.end(), opening["quote"])
        comment = re.compile(_COMMENT).search(line.seen, at if at else 0)
        if comment and not self._quote:
            line.hide(*comment.span())

    def _hide_quoted(self, line: _Line, start: int, quote: str) -> int:
        """Hides a text up to its closing mark; gives the offset of the mark, of an open text the end of the line."""
        rest = re.compile(_REST[quote]).match(line.text, start)
        end = rest.end() - 1 if rest else len(line.text)
        self._quote = "" if rest else quote
        line.hide(start, end)
        return end

    def _mend_marks(self, line: _Line, depths: Sequence[int]) -> None:
        """Curly quotation marks around a key, and around a text that YAML would cut."""
        if not any(mark in line.seen for mark in OPENING_MARKS):
            return
        for found in [*re.finditer(_MARKED_KEY, line.seen), *re.finditer(_MARKED_TEXT, line.seen)]:
            cut = _CUT_IN_BRACKETS if depths[found.start("open")] else _CUT
            if found.re.pattern == _MARKED_TEXT and not re.search(cut, found["inner"]):
                continue
            place = self.source.place(line.first + found.start("open"), found.end("close") - found.start("open"))
            self.faults.append(odd_quotes(found["open"], found["inner"], place))
            line.put(found.start("open"), '"')
            line.put(found.start("close"), '"')
            line.hide(found.start("inner"), found.end("inner"))

    def _mend_blanks(self, line: _Line, depths: Sequence[int]) -> None:
        """Blanks and characters without width where YAML knows only a space."""
        if not re.search(_ODD, line.seen):
            return
        trailing = re.search(_TRAILING, line.seen)
        if trailing:
            line.put(trailing.start("odd"), " " * len(trailing["odd"]))
        for spot, found in [*_found(_SPOTS, line), *_found(_SPOTS_IN_BRACKETS, line)]:
            if found.re.pattern == _SPOTS.get(spot) or depths[found.start("odd")]:
                place = self.source.place(line.first + found.start("odd"))
                self.faults.append(odd_space(found["odd"][0], spot, place))
                line.put(found.start("odd"), " " * len(found["odd"]))

    def _note_block(self, line: _Line) -> None:
        """Takes note of a block scalar that begins behind this line, and how far its key is indented."""
        if re.search(_BLOCK_HEADER, line.seen) and not self._quote:
            lead = line.text[: _end_of_lead(line.text)]
            self._block = len(lead) if re.compile(_KEY).match(line.text, len(lead)) else len(lead.rstrip("- \t"))

    def _depths(self, line: _Line) -> list[int]:
        """How many brackets are open before each character, and behind the last.

        Outside of brackets only those count with which a value begins: in a plain text they mean nothing.
        """
        begins = {found.end() - 1 for found in re.finditer(_COLLECTION, line.seen)}
        depths = [self._depth]
        for offset, character in enumerate(line.seen):
            depth = depths[-1]
            if character in "[{" and (depth or offset in begins):
                depth += 1
            elif character in "]}" and depth:
                depth -= 1
            depths.append(depth)
        return depths


def _end_of_lead(text: str) -> int:
    lead = re.match(_LEAD, text)
    return lead.end() if lead else 0


def _found(spots: dict[str, str], line: _Line) -> Iterator[tuple[str, re.Match[str]]]:
    for spot, pattern in spots.items():
        yield from ((spot, found) for found in re.finditer(pattern, line.seen))
