"""The footnotes of the appendix: each told once, numbered as they appear."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from report.briefing.model.prose import Fact, FactKind, Literal, Prose, joined
from report.document.model.nodes import Footnote, Output
from report.document.model.tables import Remark, concerns
from report.survey.model import ColumnId

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Footnotes:
    """The footnotes of the appendix in order of appearance; the same words share a number."""

    def __init__(self) -> None:
        self._texts: dict[str, Prose] = {}

    def marks(self, remarks: Iterable[Remark], columns: Container[ColumnId]) -> tuple[Remark, ...]:
        """The signs that lead to what is remarked of these columns."""
        return tuple(replace(each, text=self._mark(each.text)) for each in remarks if concerns(each.of, columns))

    def _mark(self, text: Prose) -> Prose:
        """The sign that leads to this footnote, after a blank at which no line breaks."""
        self._texts.setdefault(text.text, text)
        return Prose((Literal("\N{NO-BREAK SPACE}"), _number(list(self._texts).index(text.text) + 1)))

    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes, each after its number."""
        numbered = [(_number(number), text) for number, text in enumerate(self._texts.values(), start=1)]
        return tuple(
            Footnote(number.origin, joined([number, text], " "), number.text, output=Output.SUMMARY)
            for number, text in numbered
        )


def _id(number: int) -> str:
    return f"appendix/footnotes/{number}"


def _number(number: int) -> Fact:
    return Fact(FactKind.FOOTNOTE, str(number).translate(_SUPERSCRIPTS), _id(number))
