"""Cells that list several answers, as expressions: which answers a cell has, and what of it is none.

    Print; Radio;"News, online"          entries with a separator between them, in quotation marks or not

An entry that has the separator in it is found whole, because the answers are known. Every entry gets separators of its
own on both sides first, so that it ends where the next one has yet to begin.
"""

from __future__ import annotations

import re
from functools import reduce

import narwhals as nw

from report.survey.model.respondents import BLANK, ListOfAnswers, QuestionCoding
from report.tables.respondents.cells import CellsOfColumn


class ListedAnswers:
    """The answers that the cells of a column list."""

    def __init__(self, cells: CellsOfColumn, form: ListOfAnswers, coding: QuestionCoding) -> None:
        self._mark, self._codes = form.separator, form.codes
        lacking = [self._entry(code.text) for code in (*coding.no_answer, *coding.not_asked) if code.text != BLANK]
        every = [*(self._entry(code.text) for codes in form.codes.values() for code in codes), *lacking]
        text, self._hits = self._marked(cells), dict[str, nw.Expr]()
        for entry in sorted((each for each in every if self._mark in each), key=len, reverse=True):
            self._hits[entry], text = self._holds(text, entry), self._without(text, entry)
        simple = [each for each in every if self._mark not in each]
        self._hits |= {entry: self._holds(text, entry) for entry in simple}
        self._left = reduce(self._without, simple, text)

    def gave(self, answer: str) -> nw.Expr | None:
        """Whether a cell has an answer; None for one that has no code."""
        hits = [self._hits[self._entry(code.text)] for code in self._codes.get(answer, ())]
        return nw.any_horizontal(*hits, ignore_nulls=False) if hits else None

    @property
    def left(self) -> nw.Expr:
        """What a cell has beside the answers, its entries with separators between them; nothing is an empty text."""
        between = self._left.str.replace_all(rf"{re.escape(self._mark)}+", f"{self._mark} ")
        edges = rf"^[\s{re.escape(self._mark)}]+|[\s{re.escape(self._mark)}]+$"
        return between.str.replace_all(edges, "")

    def _marked(self, cells: CellsOfColumn) -> nw.Expr:
        between = cells.value.cast(nw.String).fill_null("").str.replace_all(self._around, self._mark * 2)
        return nw.concat_str(nw.lit(self._mark), between, nw.lit(self._mark))

    def _entry(self, code: str) -> str:
        return re.sub(self._around, lambda _: self._mark * 2, code.strip())

    @property
    def _around(self) -> str:
        return rf"\s*{re.escape(self._mark)}\s*"

    def _forms(self, entry: str) -> tuple[str, str]:
        return f"{self._mark}{entry}{self._mark}", f'{self._mark}"{entry}"{self._mark}'

    def _holds(self, text: nw.Expr, entry: str) -> nw.Expr:
        found = (text.str.contains(form, literal=True) for form in self._forms(entry))
        return nw.any_horizontal(*found, ignore_nulls=False)

    def _without(self, text: nw.Expr, entry: str) -> nw.Expr:
        for form in self._forms(entry):
            text = text.str.replace_all(form, "", literal=True)
        return text
