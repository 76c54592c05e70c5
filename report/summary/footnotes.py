"""The footnotes of the annex: each told once, numbered as they appear."""

from __future__ import annotations

from report.summary.tree import Note, prose

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Footnotes:
    """The footnotes of the annex in order of appearance; the same words share a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, text: str) -> str:
        """The sign that leads to this footnote, after a blank at which no line breaks."""
        number = self._numbers.setdefault(text, len(self._numbers) + 1)
        return f"\N{NO-BREAK SPACE}{_superscript(number)}"

    def notes(self) -> tuple[Note, ...]:
        """The footnotes, each after its number."""
        return tuple(
            Note(f"annex/footnote/{number}", prose(f"{_superscript(number)} {text}"))
            for text, number in self._numbers.items()
        )


def _superscript(number: int) -> str:
    return str(number).translate(_SUPERSCRIPTS)
