"""What the pages paint, operator by operator: letters and drawings, each with the marks around it and its place."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from report.pdfs.colours import BLACK, colour, n_parts
from report.pdfs.fonts import Codes, codes_of
from report.pdfs.grounds import Grounds
from report.pdfs.model import Box, Content, Mark, Painted, Shown
from report.pdfs.objects import TooLarge, dictionary, each_of, entry, items, name, number, object_number, whole
from report.pdfs.state import IDENTITY, Matrix, Point, State, around, corners, is_upright, moved, product

MOST_OPERATORS = 5_000_000
LARGEST_CONTENT = 40_000_000
"""Bytes of what one page paints; its operators take ten times as much memory."""
DEEPEST = 12
"""Forms within forms."""
INVISIBLE = (3, 7)
"""Modes in which letters are shown and not painted."""
WORD_GAP = 0.2
"""Ems between letters from which on a reader sees a space."""
A4 = Box(0, 0, 595, 842)

Operands = Sequence[Any]


@dataclass
class Contents:
    """All that is painted on all pages."""

    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    n_operators: int = 0
    codes_by_font: dict[int, Codes] = field(default_factory=dict)


def contents_of(pages: Iterable[pikepdf.Page]) -> Contents:
    """What the pages paint; raises TooLarge for more than is looked at."""
    contents = Contents()
    for page_number, page in enumerate(pages, start=1):
        _check_size(page.obj)
        sides = [number(side) for side in items(page.mediabox)]
        box = Box(*(side or 0 for side in sides)) if len(sides) == 4 else A4
        painter = _Painter(contents, page_number, Grounds())
        painter.run(page, page.resources, f"page {page_number}", State(IDENTITY, box), depth=0)
    return contents


def _check_size(page: Any) -> None:
    size = 0
    for stream in each_of(entry(page, "/Contents")):
        size += len(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else 0
        if size > LARGEST_CONTENT:
            raise TooLarge(f"what a page paints comes to more than {LARGEST_CONTENT // 1_000_000} MB")


@dataclass
class _Painter:
    """Follows the operators of one stream, and of the forms that it paints."""

    contents: Contents
    page: int
    grounds: Grounds
    marks: list[Mark] = field(default_factory=lambda: [Mark()])

    def run(self, stream: Any, resources: Any, where: str, state: State, *, depth: int) -> None:
        """Follow a stream. where: what the tree calls it."""
        _Run(self, dictionary(resources), where, state, depth).follow(stream)


@dataclass
class _Run:
    """The operators of one stream, with what only it knows."""

    painter: _Painter
    resources: Any
    where: str
    state: State
    depth: int
    kept: list[State] = field(default_factory=list)
    path: list[Point] = field(default_factory=list)
    n_curves: int = 0
    n_parts_of_path: int = 0
    is_clipping: bool = False
    line: Matrix = IDENTITY
    text: Matrix = IDENTITY

    def follow(self, stream: Any) -> None:
        n_marks = len(self.painter.marks)
        contents = self.painter.contents
        for instruction in pikepdf.parse_content_stream(stream):
            contents.n_operators += 1
            if contents.n_operators > MOST_OPERATORS:
                raise TooLarge(f"its pages come to more than {MOST_OPERATORS} operators")
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self._picture()
            elif act := OPERATORS.get(operator):
                act(self, list(instruction.operands))
        del self.painter.marks[n_marks:]

    # What is kept

    def push(self, _: Operands) -> None:
        self.kept.append(self.state.kept())

    def pop(self, _: Operands) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def transform(self, operands: Operands) -> None:
        self.state.matrix = product(_matrix(operands), self.state.matrix)

    def settings(self, operands: Operands) -> None:
        found = dictionary(self._resource("/ExtGState", operands))
        if found is None:
            return
        alpha, mask = number(entry(found, "/ca")), entry(found, "/SMask")
        if alpha is not None or mask is not None:
            self.state.is_opaque = (alpha is None or alpha >= 1) and (mask is None or name(mask) == "None")
        font = [*items(entry(found, "/Font"))]
        if len(font) == 2:
            self._set_font(font[0], font[1])

    # Marks

    def mark(self, operands: Operands) -> None:
        tag = name(operands[0]) if operands else None
        properties = operands[1] if len(operands) > 1 else None
        if name(properties):
            properties = entry(entry(self.resources, "/Properties"), f"/{name(properties)}")
        above = self.painter.marks[-1]
        mcid = whole(entry(properties, "/MCID"))
        self.painter.marks.append(
            Mark(
                above.content if mcid is None else Content(self.where, mcid),
                name(entry(properties, "/Type")) or "" if tag == "Artifact" else above.artifact,
                is_replaced=above.is_replaced or entry(properties, "/ActualText") is not None,
            )
        )

    def unmark(self, _: Operands) -> None:
        if len(self.painter.marks) > 1:
            self.painter.marks.pop()

    # Colours

    def grey_or_rgb(self, operands: Operands) -> None:
        self.state.n_parts = len(operands)
        self.state.colour = colour(operands, self.state.n_parts)

    def unknown_colour(self, _: Operands) -> None:
        self.state.n_parts = self.state.colour = None

    def space(self, operands: Operands) -> None:
        self.state.n_parts = n_parts(operands[0], self.resources) if operands else None
        self.state.colour = BLACK if self.state.n_parts else None

    def colour(self, operands: Operands) -> None:
        self.state.colour = colour(operands, self.state.n_parts)

    # Paths

    def point(self, operands: Operands) -> None:
        numbers = _numbers(operands)
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        self.path += [moved(point, self.state.matrix) for point in points]
        self.n_curves += len(points) > 1

    def begin(self, operands: Operands) -> None:
        self.n_parts_of_path += 1
        self.point(operands)

    def rectangle(self, operands: Operands) -> None:
        numbers = _numbers(operands)
        if len(numbers) == 4:
            x, y, width, height = numbers
            self.n_parts_of_path += 1
            self.path += corners(x, y, x + width, y + height, self.state.matrix)

    def clip(self, _: Operands) -> None:
        self.is_clipping = True

    def fill(self, operands: Operands) -> None:
        if self.path:
            state, box = self.state, around(self.path).common(self.state.clip)
            is_exact = self._is_rectangle() and state.is_clip_exact
            seen = state.colour if state.is_opaque else None
            self.painter.grounds.fill(box, seen, is_exact=is_exact)
        self.stroke(operands)

    def stroke(self, operands: Operands) -> None:
        if self.path:
            self._paint(around(self.path), self.path)
        self.end(operands)

    def end(self, _: Operands) -> None:
        if self.is_clipping and self.path:
            self.state.clip = around(self.path).common(self.state.clip)
            self.state.is_clip_exact = self.state.is_clip_exact and self._is_rectangle()
        self.path, self.n_curves, self.n_parts_of_path, self.is_clipping = [], 0, 0, False

    def _is_rectangle(self) -> bool:
        points = self.path[:-1] if len(self.path) == 5 and self.path[0] == self.path[-1] else self.path
        return self.n_parts_of_path == 1 and not self.n_curves and is_upright(points)

    def _paint(self, box: Box, points: Sequence[Point], *, is_picture: bool = False) -> None:
        look = repr(([(round(x, 2), round(y, 2)) for x, y in points], self.state.colour))
        key = zlib.crc32(look.encode())
        self.painter.contents.painted.append(
            Painted(self.painter.page, self.painter.marks[-1], box, key, is_picture=is_picture)
        )

    # Pictures and forms

    def shading(self, _: Operands) -> None:
        self.painter.grounds.fill(self.state.clip, None, is_exact=self.state.is_clip_exact)
        box = self.state.clip
        self._paint(box, [(box.left, box.bottom), (box.right, box.top)])

    def _picture(self) -> None:
        points = corners(0, 0, 1, 1, self.state.matrix)
        self.painter.grounds.fill(around(points).common(self.state.clip), None, is_exact=is_upright(points))
        self._paint(around(points), points, is_picture=True)

    def object(self, operands: Operands) -> None:
        found = dictionary(self._resource("/XObject", operands))
        if found is None:
            return
        if name(entry(found, "/Subtype")) != "Form":
            self._picture()
            return
        if self.depth >= DEEPEST:
            raise TooLarge(f"its forms lie more than {DEEPEST} deep in each other")
        state = self.state.kept()
        state.matrix = product(_matrix([*items(entry(found, "/Matrix"))]), state.matrix)
        edges = _numbers([*items(entry(found, "/BBox"))])
        if len(edges) == 4:
            points = corners(edges[0], edges[1], edges[2], edges[3], state.matrix)
            state.clip = around(points).common(state.clip)
            state.is_clip_exact = state.is_clip_exact and is_upright(points)
        resources = entry(found, "/Resources") or self.resources
        where = f"form {object_number(found)}"
        self.painter.run(found, resources, where, state, depth=self.depth + 1)

    def _resource(self, kind: str, operands: Operands) -> Any:
        return entry(entry(self.resources, kind), f"/{name(operands[0])}") if operands and name(operands[0]) else None

    # Texts

    def font(self, operands: Operands) -> None:
        if len(operands) == 2:
            self._set_font(self._resource("/Font", operands), operands[1])

    def _set_font(self, font: Any, size: Any) -> None:
        self.state.size = number(size) or 0
        known, key = self.painter.contents.codes_by_font, object_number(font)
        if key in known and key:
            self.state.codes = known[key]
        else:
            self.state.codes = codes_of(font) if dictionary(font) is not None else None
            if key and self.state.codes:
                known[key] = self.state.codes

    def begin_text(self, _: Operands) -> None:
        self.line = self.text = IDENTITY

    def place(self, operands: Operands) -> None:
        self.line = self.text = _matrix(operands)

    def move(self, operands: Operands) -> None:
        x, y = (*_numbers(operands), 0.0, 0.0)[:2]
        self.line = self.text = product((1, 0, 0, 1, x, y), self.line)

    def move_and_lead(self, operands: Operands) -> None:
        self.state.leading = -(*_numbers(operands), 0.0, 0.0)[1]
        self.move(operands)

    def next_line(self, _: Operands) -> None:
        self.move([0, -self.state.leading])

    def show(self, operands: Operands) -> None:
        self.show_spaced([operands[:1]])

    def show_on_next_line(self, operands: Operands) -> None:
        self.next_line(operands)
        self.show(operands[-1:])

    def show_spaced_on_next_line(self, operands: Operands) -> None:
        spaces = _numbers(operands[:2])
        if len(spaces) == 2:
            self.state.word_space, self.state.letter_space = spaces
        self.show_on_next_line(operands)

    def show_spaced(self, operands: Operands) -> None:
        state, codes = self.state, self.state.codes
        if codes is None:
            return
        start, texts, n_unmapped, n_missing = self.text, list[str](), 0, 0
        for part in each_of(operands[0]) if operands and not isinstance(operands[0], list) else operands[0]:
            gap = number(part)
            if gap is not None:
                self._advance(-gap / 1000 * state.size * state.stretch)
                texts += [" "] if -gap / 1000 > WORD_GAP else []
                continue
            for glyph in codes.glyphs(bytes(part)) if isinstance(part, pikepdf.String) else ():
                texts.append(glyph.text or "")
                n_unmapped += glyph.text is None and not glyph.is_missing
                n_missing += glyph.is_missing
                space = state.letter_space + (state.word_space if glyph.is_space else 0)
                self._advance((glyph.width * state.size + space) * state.stretch)
        if texts:
            self._show("".join(texts), codes, start, n_unmapped, n_missing)

    def _advance(self, width: float) -> None:
        self.text = product((1, 0, 0, 1, width, 0), self.text)

    def _show(self, text: str, codes: Codes, start: Matrix, n_unmapped: int, n_missing: int) -> None:
        """Note letters from `start` to where the text has come to; the box is that of small letters."""
        state = self.state
        first, last = product(start, state.matrix), product(self.text, state.matrix)
        low, high = state.rise + 0.05 * state.size, state.rise + 0.5 * state.size
        box = around([moved((0, y), matrix) for matrix in (first, last) for y in (low, high)])
        is_seen = state.mode not in INVISIBLE and state.is_opaque
        shown = Shown(
            self.painter.page,
            text,
            self.painter.marks[-1],
            box,
            abs(state.size) * (first[2] ** 2 + first[3] ** 2) ** 0.5,
            codes.font,
            n_unmapped,
            n_missing,
            state.colour if is_seen else None,
            self.painter.grounds.under(box),
        )
        self.painter.contents.shown.append(shown)

    def setting_of_text(self, operands: Operands, *, attribute: str, factor: float = 1) -> None:
        value = number(operands[0]) if operands else None
        if value is not None:
            setattr(self.state, attribute, value * factor)


def _setting(attribute: str, factor: float = 1) -> Callable[[_Run, Operands], None]:
    return lambda run, operands: run.setting_of_text(operands, attribute=attribute, factor=factor)


OPERATORS: dict[str, Callable[[_Run, Operands], None]] = {
    "q": _Run.push, "Q": _Run.pop, "cm": _Run.transform, "gs": _Run.settings,
    "BMC": _Run.mark, "BDC": _Run.mark, "EMC": _Run.unmark,
    "g": _Run.grey_or_rgb, "rg": _Run.grey_or_rgb, "k": _Run.unknown_colour,
    "cs": _Run.space, "sc": _Run.colour, "scn": _Run.colour,
    "m": _Run.begin, "l": _Run.point, "c": _Run.point, "v": _Run.point, "y": _Run.point, "re": _Run.rectangle,
    "W": _Run.clip, "W*": _Run.clip, "n": _Run.end, "S": _Run.stroke, "s": _Run.stroke,
    "f": _Run.fill, "F": _Run.fill, "f*": _Run.fill, "B": _Run.fill, "B*": _Run.fill, "b": _Run.fill, "b*": _Run.fill,
    "Do": _Run.object, "sh": _Run.shading,
    "BT": _Run.begin_text, "Tf": _Run.font, "Tm": _Run.place, "Td": _Run.move, "TD": _Run.move_and_lead,
    "T*": _Run.next_line, "Tj": _Run.show, "TJ": _Run.show_spaced, "'": _Run.show_on_next_line,
    '"': _Run.show_spaced_on_next_line,
    "Tc": _setting("letter_space"), "Tw": _setting("word_space"), "Tz": _setting("stretch", 0.01),
    "TL": _setting("leading"), "Ts": _setting("rise"), "Tr": _setting("mode"),
}  # fmt: skip
"""What each operator does; the others change nothing that is looked at."""


def _numbers(operands: Operands) -> list[float]:
    return [value for each in operands if (value := number(each)) is not None]


def _matrix(operands: Operands) -> Matrix:
    parts = _numbers(operands)
    return (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) if len(parts) == 6 else IDENTITY
