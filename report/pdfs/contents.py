"""What the pages paint, operator by operator: letters and drawings, each with the marks around it and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from report.pdfs import lettering
from report.pdfs.colours import BLACK, colour, n_parts
from report.pdfs.fonts import codes_of
from report.pdfs.lettering import Lettering
from report.pdfs.model import Box, Content, Mark
from report.pdfs.objects import (
    TooLarge,
    blob,
    dictionary,
    each_of,
    entry,
    items,
    name,
    number,
    numbers,
    object_number,
    whole,
)
from report.pdfs.sheet import Contents, Sheet
from report.pdfs.state import IDENTITY, Point, State, around, corners, is_upright, matrix_of, moved, product

LARGEST_CONTENT = 8_000_000
"""Bytes of what one page or form paints; its operators take up to 130 times as much memory."""
DEEPEST = 12
"""Forms within forms."""
A4 = Box(0, 0, 595, 842)

Operands = Sequence[Any]


def contents_of(pages: Iterable[pikepdf.Page]) -> Contents:
    """What the pages paint; raises TooLarge for more than is looked at."""
    contents = Contents()
    for page_number, page in enumerate(pages, start=1):
        _check_size(page.obj)
        sides = [number(side) for side in items(page.mediabox)]
        box = Box(*(side or 0 for side in sides)) if len(sides) == 4 else A4
        sheet = Sheet(contents, page_number)
        _Run(sheet, page.resources, f"page {page_number}", State(IDENTITY, box), Lettering(sheet)).follow(page)
    return contents


def _check_size(page: Any) -> None:
    size = 0
    for stream in each_of(entry(page, "/Contents")):
        size += len(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else 0
        if size > LARGEST_CONTENT:
            raise TooLarge(f"what a page paints comes to more than {LARGEST_CONTENT // 1_000_000} MB")


@dataclass
class _Run:
    """The operators of one stream, with what only it knows."""

    sheet: Sheet
    resources: Any
    where: str
    state: State
    letters: Lettering
    depth: int = 0
    kept: list[State] = field(default_factory=list)
    path: list[Point] = field(default_factory=list)
    n_curves: int = 0
    n_parts_of_path: int = 0
    is_clipping: bool = False
    n_marks_outside: int = 1

    def follow(self, stream: Any) -> None:
        """Do what the operators of the stream say; a mark that it leaves open ends with it."""
        self.n_marks_outside = len(self.sheet.marks)
        for instruction in pikepdf.parse_content_stream(stream):
            self.sheet.contents.count()
            operator, operands = str(instruction.operator), list(instruction.operands)
            if act := OPERATORS.get(operator):
                act(self, operands)
            elif of_letters := lettering.OPERATORS.get(operator):
                of_letters(self.letters, self.state, operands)
        del self.sheet.marks[self.n_marks_outside :]

    # What is kept

    def push(self, _: Operands) -> None:
        self.kept.append(self.state.kept())

    def pop(self, _: Operands) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def transform(self, operands: Operands) -> None:
        self.state.matrix = product(matrix_of(operands), self.state.matrix)

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
        above = self.sheet.mark
        mcid = whole(entry(properties, "/MCID"))
        self.sheet.marks.append(
            Mark(
                above.content if mcid is None else Content(self.where, mcid),
                name(entry(properties, "/Type")) or "" if tag == "Artifact" else above.artifact,
                is_replaced=above.is_replaced or entry(properties, "/ActualText") is not None,
            )
        )

    def unmark(self, _: Operands) -> None:
        if len(self.sheet.marks) > self.n_marks_outside:
            self.sheet.marks.pop()

    # Colours

    def grey_or_rgb(self, operands: Operands) -> None:
        self._ink(operands)
        self.state.n_parts = len(operands)
        self.state.colour = colour(operands, self.state.n_parts)

    def unknown_colour(self, operands: Operands) -> None:
        self._ink(operands)
        self.state.n_parts = self.state.colour = None

    def space(self, operands: Operands) -> None:
        self._ink(operands)
        self.state.n_parts = n_parts(operands[0], self.resources) if operands else None
        self.state.colour = BLACK if self.state.n_parts else None

    def colour(self, operands: Operands) -> None:
        self._ink(operands)
        self.state.colour = colour(operands, self.state.n_parts)

    def stroke_colour(self, operands: Operands) -> None:
        self.state.inks = self.state.inks[0], _said(operands)

    def _ink(self, operands: Operands) -> None:
        self.state.inks = _said(operands), self.state.inks[1]

    # Paths

    def point(self, operands: Operands) -> None:
        parts = numbers(operands)
        points = list(zip(parts[::2], parts[1::2], strict=False))
        self.path += [moved(point, self.state.matrix) for point in points]
        self.n_curves += len(points) > 1

    def begin(self, operands: Operands) -> None:
        self.n_parts_of_path += 1
        self.point(operands)

    def rectangle(self, operands: Operands) -> None:
        sides = numbers(operands)
        if len(sides) == 4:
            x, y, width, height = sides
            self.n_parts_of_path += 1
            self.path += corners(x, y, x + width, y + height, self.state.matrix)

    def clip(self, _: Operands) -> None:
        self.is_clipping = True

    def fill(self, operands: Operands) -> None:
        if self.path:
            state, box = self.state, around(self.path).common(self.state.clip)
            is_exact = self._is_rectangle() and state.is_clip_exact
            seen = state.colour if state.is_opaque else None
            self.sheet.grounds.fill(box, seen, is_exact=is_exact)
        self._paint(("filled", self.state.inks[0]))
        self.end(operands)

    def fill_and_stroke(self, operands: Operands) -> None:
        path = self.path
        self.fill(operands)
        self.path = path
        self.stroke(operands)

    def stroke(self, operands: Operands) -> None:
        self._paint(("stroked", self.state.inks[1]))
        self.end(operands)

    def _paint(self, how: Sequence[str]) -> None:
        if self.path:
            self.sheet.paint(around(self.path), self.path, how)

    def end(self, _: Operands) -> None:
        if self.is_clipping and self.path:
            self.state.clip = around(self.path).common(self.state.clip)
            self.state.is_clip_exact = self.state.is_clip_exact and self._is_rectangle()
        self.path, self.n_curves, self.n_parts_of_path, self.is_clipping = [], 0, 0, False

    def _is_rectangle(self) -> bool:
        points = self.path[:-1] if len(self.path) == 5 and self.path[0] == self.path[-1] else self.path
        return self.n_parts_of_path == 1 and not self.n_curves and is_upright(points)

    # Pictures and forms

    def shading(self, operands: Operands) -> None:
        self.sheet.grounds.fill(self.state.clip, None, is_exact=self.state.is_clip_exact)
        box = self.state.clip
        self.sheet.paint(box, [(box.left, box.bottom), (box.right, box.top)], ("shaded", _said(operands)))

    def inline_picture(self, _: Operands) -> None:
        self.picture(())

    def picture(self, operands: Operands) -> None:
        points = corners(0, 0, 1, 1, self.state.matrix)
        self.sheet.grounds.fill(around(points).common(self.state.clip), None, is_exact=is_upright(points))
        self.sheet.paint(around(points), points, ("picture", _said(operands)), is_picture=True)

    def object(self, operands: Operands) -> None:
        found = dictionary(self._resource("/XObject", operands))
        if found is None:
            return
        if name(entry(found, "/Subtype")) != "Form":
            self.picture(operands)
            return
        blob(found, LARGEST_CONTENT)
        if self.depth >= DEEPEST:
            raise TooLarge(f"its forms lie more than {DEEPEST} deep in each other")
        state = self.state.kept()
        state.matrix = product(matrix_of([*items(entry(found, "/Matrix"))]), state.matrix)
        edges = numbers([*items(entry(found, "/BBox"))])
        if len(edges) == 4:
            points = corners(edges[0], edges[1], edges[2], edges[3], state.matrix)
            state.clip = around(points).common(state.clip)
            state.is_clip_exact = state.is_clip_exact and is_upright(points)
        resources = entry(found, "/Resources") or self.resources
        where = f"form {object_number(found)}"
        _Run(self.sheet, resources, where, state, Lettering(self.sheet), self.depth + 1).follow(found)

    def _resource(self, kind: str, operands: Operands) -> Any:
        return entry(entry(self.resources, kind), f"/{name(operands[0])}") if operands and name(operands[0]) else None

    # Texts

    def font(self, operands: Operands) -> None:
        if len(operands) == 2:
            self._set_font(self._resource("/Font", operands), operands[1])

    def _set_font(self, font: Any, size: Any) -> None:
        self.state.size = number(size) or 0
        known, key = self.sheet.contents.codes_by_font, object_number(font)
        if key in known and key:
            self.state.codes = known[key]
        else:
            self.state.codes = codes_of(font) if dictionary(font) is not None else None
            if key and self.state.codes:
                known[key] = self.state.codes


def _said(operands: Operands) -> str:
    """Operands as they stand in the file, as far as they say what something looks like."""
    return " ".join(str(each) for each in operands)


OPERATORS: dict[str, Callable[[_Run, Operands], None]] = {
    "q": _Run.push, "Q": _Run.pop, "cm": _Run.transform, "gs": _Run.settings,
    "BMC": _Run.mark, "BDC": _Run.mark, "EMC": _Run.unmark,
    "g": _Run.grey_or_rgb, "rg": _Run.grey_or_rgb, "k": _Run.unknown_colour,
    "cs": _Run.space, "sc": _Run.colour, "scn": _Run.colour,
    "G": _Run.stroke_colour, "RG": _Run.stroke_colour, "K": _Run.stroke_colour, "CS": _Run.stroke_colour,
    "SC": _Run.stroke_colour, "SCN": _Run.stroke_colour,
    "m": _Run.begin, "l": _Run.point, "c": _Run.point, "v": _Run.point, "y": _Run.point, "re": _Run.rectangle,
    "W": _Run.clip, "W*": _Run.clip, "n": _Run.end, "S": _Run.stroke, "s": _Run.stroke,
    "f": _Run.fill, "F": _Run.fill, "f*": _Run.fill,
    "B": _Run.fill_and_stroke, "B*": _Run.fill_and_stroke, "b": _Run.fill_and_stroke, "b*": _Run.fill_and_stroke,
    "Do": _Run.object, "sh": _Run.shading,
    "Tf": _Run.font, "INLINE IMAGE": _Run.inline_picture,
}  # fmt: skip
"""What each operator does; the others change nothing that is looked at."""
