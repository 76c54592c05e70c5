"""Cells that list several answers, as expressions: which answers a cell has, and what of it is none.

    Print; Radio;"News, online"          entries with a separator between them, in quotation marks or not

An entry that has the separator in it is found whole, because the answers are known; what stands in quotation marks is
one entry in any case. Every entry gets separators of its own on both sides first, so that one ends where the next has
yet to begin.
"""

from __future__ import annotations

import re
from functools import reduce

import narwhals as nw

from report.characters import comparable
from report.survey.model.respondents import BLANK, ListOfAnswers, QuestionCoding
from report.tables.respondents.cells import CellsOfColumn


class ListedAnswers:
    """The answers that the cells of a column list."""

    def __init__(self, cells: CellsOfColumn, form: ListOfAnswers, coding: QuestionCoding) -> None:
        self._mark, self._codes = form.separator, form.codes
        lacking = [self._entry(code.text) for code in (*coding.no_answer, *coding.not_asked) if code.text != BLANK]
        every = [*(self._entry(code.text) for codes in form.codes.values() for code in codes), *lacking]
        text = self._marked(cells)
        self._hits = {entry: [text.str.contains(self._quoted(entry), literal=True)] for entry in every}
        bare = text.str.replace_all(self._any_quoted, "")
        composed = sorted((each for each in every if self._mark in each), key=len, reverse=True)
        for entry in composed:
            self._hits[entry].append(bare.str.contains(self._bare(entry), literal=True))
            bare = bare.str.replace_all(self._bare(entry), "", literal=True)
        simple = [each for each in every if self._mark not in each]
        for entry in simple:
            self._hits[entry].append(bare.str.contains(self._bare(entry), literal=True))
        forms = [form for entry in (*composed, *simple) for form in (self._quoted(entry), self._bare(entry))]
        self._left = reduce(lambda rest, form: rest.str.replace_all(form, "", literal=True), forms, text)

    def gave(self, answer: str) -> nw.Expr | None:
        """Whether a cell has an answer; None for one that has no code."""
        hits = [hit for code in self._codes.get(answer, ()) for hit in self._hits[self._entry(code.text)]]
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
        return re.sub(self._around, lambda _: self._mark * 2, comparable(code))

    @property
    def _around(self) -> str:
        return rf"\s*{re.escape(self._mark)}\s*"

    def _bare(self, entry: str) -> str:
        return f"{self._mark}{entry}{self._mark}"

    def _quoted(self, entry: str) -> str:
        return self._bare(f'"{entry}"')

    @property
    def _any_quoted(self) -> str:
        return rf'{re.escape(self._mark)}"[^"]*"{re.escape(self._mark)}'
