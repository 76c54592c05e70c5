"""The operators that place and show letters (ISO 32000-1, 9.4): where each string comes to stand, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from report.pdfs.model import Shown
from report.pdfs.objects import each_of, number, numbers
from report.pdfs.sheet import Sheet
from report.pdfs.state import IDENTITY, Matrix, State, around, matrix_of, moved, product

INVISIBLE = (3, 7)
"""Modes in which letters are shown and not painted."""
WORD_GAP = 0.2
"""Ems between letters from which on a reader sees a space."""
LOW, HIGH = 0.05, 0.5
"""Ems between which small letters stand."""

Operands = Sequence[Any]


@dataclass
class Lettering:
    """Where the letters of a stream have come to: the beginning of the line, and the next letter."""

    sheet: Sheet
    line: Matrix = IDENTITY
    text: Matrix = IDENTITY

    def begin(self, _: State, __: Operands) -> None:
        """Begin a text at the origin."""
        self.line = self.text = IDENTITY

    def place(self, _: State, operands: Operands) -> None:
        """Begin a line by its matrix."""
        self.line = self.text = matrix_of(operands)

    def move(self, _: State, operands: Operands) -> None:
        """Begin a line that far from the last one."""
        x, y = (*numbers(operands), 0.0, 0.0)[:2]
        self.line = self.text = product((1, 0, 0, 1, x, y), self.line)

    def move_and_lead(self, state: State, operands: Operands) -> None:
        """The same, and let lines stand that far apart from now on."""
        state.leading = -(*numbers(operands), 0.0, 0.0)[1]
        self.move(state, operands)

    def next_line(self, state: State, _: Operands) -> None:
        """Begin the line below."""
        self.move(state, [0, -state.leading])

    def show(self, state: State, operands: Operands) -> None:
        """Show a string, or an array of strings and of gaps between them."""
        if state.codes is None or not operands:
            return
        start, texts, n_unmapped, n_missing = self.text, list[str](), 0, 0
        for part in each_of(operands[0]):
            gap = number(part)
            if gap is not None:
                self._advance(-gap / 1000 * state.size * state.stretch)
                texts += [" "] if -gap / 1000 > WORD_GAP else []
                continue
            string = bytes(part) if isinstance(part, pikepdf.String) else b""
            self.sheet.contents.count(len(string))
            for glyph in state.codes.glyphs(string):
                texts.append(glyph.text or "")
                n_unmapped += glyph.text is None and not glyph.is_missing
                n_missing += glyph.is_missing
                space = state.letter_space + (state.word_space if glyph.is_space else 0)
                self._advance((glyph.width * state.size + space) * state.stretch)
        if texts:
            self._note(state, start, "".join(texts), n_unmapped=n_unmapped, n_missing=n_missing)

    def show_on_next_line(self, state: State, operands: Operands) -> None:
        """Show a string on the line below."""
        self.next_line(state, operands)
        self.show(state, operands[-1:])

    def show_spaced_on_next_line(self, state: State, operands: Operands) -> None:
        """The same, after the spaces of words and letters from now on."""
        spaces = numbers(operands[:2])
        if len(spaces) == 2:
            state.word_space, state.letter_space = spaces
        self.show_on_next_line(state, operands)

    def _advance(self, width: float) -> None:
        self.text = product((1, 0, 0, 1, width, 0), self.text)

    def _note(self, state: State, start: Matrix, text: str, *, n_unmapped: int, n_missing: int) -> None:
        """Note the letters from `start` to where the text has come to."""
        assert state.codes is not None
        first, last = product(start, state.matrix), product(self.text, state.matrix)
        heights = (state.rise + LOW * state.size, state.rise + HIGH * state.size)
        box = around([moved((0, y), matrix) for matrix in (first, last) for y in heights])
        is_seen = state.mode not in INVISIBLE and state.is_opaque
        shown = Shown(
            self.sheet.page,
            text,
            self.sheet.mark,
            box,
            abs(state.size) * (first[2] ** 2 + first[3] ** 2) ** 0.5,
            state.codes.font,
            n_unmapped,
            n_missing,
            state.colour if is_seen else None,
            self.sheet.grounds.under(box),
        )
        self.sheet.contents.shown.append(shown)


Act = Callable[[Lettering, State, Operands], None]


def _setting(attribute: str, factor: float = 1) -> Act:
    """Change what strings are shown with from now on."""

    def act(_: Lettering, state: State, operands: Operands) -> None:
        value = number(operands[0]) if operands else None
        if value is not None:
            setattr(state, attribute, value * factor)

    return act


OPERATORS: dict[str, Act] = {
    "BT": Lettering.begin, "Tm": Lettering.place, "Td": Lettering.move, "TD": Lettering.move_and_lead,
    "T*": Lettering.next_line, "Tj": Lettering.show, "TJ": Lettering.show, "'": Lettering.show_on_next_line,
    '"': Lettering.show_spaced_on_next_line,
    "Tc": _setting("letter_space"), "Tw": _setting("word_space"), "Tz": _setting("stretch", 0.01),
    "TL": _setting("leading"), "Ts": _setting("rise"), "Tr": _setting("mode"),
}  # fmt: skip
