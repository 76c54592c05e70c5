"""What is said in one place of a briefing, as the checks of it look at it: a headline, a message, an annotation.

message:  51 %  of companies name **resources**, 47 % data protection
          figure    words                        figure  words           one after the other, the big figure first
"""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model.prose import Figure, Prose, Run, Words
from report.diagnostics import Location, SourceText
from report.frozen import frozen
from report.survey.model import CellId

FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a number in `Saying.text`; no name of anything has it."""


@frozen
class Saying:
    """The runs of one or several texts that are read as one, and the claim under which they are true."""

    runs: tuple[Run, ...]
    holds: SourceText | None = None

    @classmethod
    def of(cls, *texts: Prose | Figure, holds: SourceText | None = None) -> Saying:
        """Texts that follow each other, a big figure among them or not."""
        found: list[Run] = []
        for text in texts:
            found += [*(text.runs if isinstance(text, Prose) else (text,)), Words("\n")]
        return cls(tuple(found), holds)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers, in order."""
        return tuple(run for run in self.runs if isinstance(run, Figure))

    @property
    def cells(self) -> tuple[CellId, ...]:
        """The cells they are made of."""
        return tuple(cell for figure in self.figures for cell in figure.cells)

    @property
    def text(self) -> str:
        """The words, each number one sign."""
        return "".join(text for _, text in self._parts())

    def place(self, start: int, length: int) -> Location | None:
        """Where a character of `text` was written."""
        offset = 0
        for run, text in self._parts():
            if start < offset + len(text):
                return run.source.at(start - offset, length) if isinstance(run, Words) else None
            offset += len(text)
        return None

    def _parts(self) -> Iterator[tuple[Run, str]]:
        for run in self.runs:
            yield run, FIGURE if isinstance(run, Figure) else run.text
