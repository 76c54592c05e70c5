"""A question in all its columns: what of it is told, what is withheld, and which columns tests hold apart.

Of a column in which a number is hidden no base is told either: from it, and from those of questions that only some of
these were asked, the number might be computed.
"""

from __future__ import annotations

from itertools import pairwise

from report.briefing.model import Briefing
from report.briefing.model.missing import NOT_ASKED
from report.briefing.model.terms import ASTERISK, span_of_n
from report.document.model.banners import BaseCell
from report.frozen import frozen
from report.language.numbers import has_digits, percent
from report.statistics.letters import letters, letters_of_scores
from report.statistics.proportions import Proportion
from report.statistics.sums import Sums
from report.survey.model import ColumnId, Question, Sample, Statistic
from report.tables.model import (
    LEAST_UNMARKED_BASE,
    Banner,
    Bases,
    Cell,
    CellState,
    Column,
    Counting,
    Flag,
    Spread,
    Table,
)
from report.units import Between

WITHHELD = "/"
"""Stands for a number that is hidden."""
SHOWN = frozenset({CellState.PUBLISHED, CellState.COMPUTED, CellState.SUPPRESSED})
"""The states of cells of which there is a number, or is one that is hidden."""


@frozen
class BannerPart:
    """A question with its banners: the columns of which there is a number, or is one that is hidden.

    Of respondents the columns of a segmentation stand together, nobody in one of them or not.
    """

    question: Question
    briefing: Briefing
    banners: tuple[Banner, ...]

    @classmethod
    def of(cls, question: Question, briefing: Briefing) -> BannerPart:
        """The part of a question; of one of which nothing is known it has no columns."""
        table, are_counted = briefing.tables.table(question.id), briefing.tables.counting is not None
        banners = [_shown(banner, table, whole=are_counted and banner.segment is not None) for banner in table.banners]
        return cls(question, briefing, tuple(banner for banner in banners if banner.columns))

    @property
    def shares(self) -> Table:
        """The cells of the question."""
        return self.briefing.tables.table(self.question.id)

    @property
    def counting(self) -> Counting | None:
        """How respondents were counted; None for published shares."""
        return self.briefing.tables.counting

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all its banners."""
        return tuple(column for banner in self.banners for column in banner.columns)

    @property
    def ids(self) -> list[ColumnId]:
        """Those of its columns."""
        return [column.id for column in self.columns]

    @property
    def rows(self) -> tuple[str, ...]:
        """The answers that one of the columns asked for, and the nets of which there is something to tell."""
        return tuple(row for row in self.shares.answers if self._is_told(row))

    def _is_told(self, row: str) -> bool:
        if row in self.shares.nets:
            return any(cell.state in SHOWN or cell.flags for cell in self.cells(row))
        return any(cell.state is not CellState.NOT_ASKED for cell in self.cells(row))

    def cells(self, row: str) -> list[Cell]:
        """The cells of an answer or net, column by column."""
        return [self.shares.cell(row, column.id) for column in self.columns]

    def in_place_of(self, cell: Cell) -> str:
        """What stands where a cell has no number to reckon with; nothing for what was not published."""
        if cell.share and isinstance(cell.share.fraction, Between):
            return percent(cell.share, cell.decimals, self.briefing.language).text if has_digits(cell.share) else ""
        if cell.state is CellState.NOT_ASKED:
            return NOT_ASKED
        is_hidden = cell.state is CellState.SUPPRESSED or self.shares.column(cell.id.column).hidden
        return WITHHELD if is_hidden and cell.share is None else ""

    # ----------------------------------------------------------------------------------------------------------- bases

    def n(self, column: Column) -> BaseCell:
        """How many a column has."""
        if column.n is not None and column.most is not None:
            span, is_low = span_of_n(column.n, column.most, self.briefing.language), column.bases.is_small
            return BaseCell(None, f"{span}{ASTERISK}" if is_low else span, is_low=is_low)
        return self.base(column, column.bases.unweighted, is_low=self._is_low(column))

    def base(self, column: Column, number: float | None, *, is_low: bool = False) -> BaseCell:
        """A base of a column, or what stands in its place."""
        if column.hidden:
            return BaseCell(None, WITHHELD)
        return BaseCell(number, is_low=is_low)

    def _is_low(self, column: Column) -> bool:
        """Whether a number on this base has a sign that it is of few."""
        if self.counting:
            return any(Flag.SMALL_BASE in self.shares.cell(row, column.id).flags for row in self.shares.answers)
        return column.bases.unweighted is not None and column.bases.unweighted < LEAST_UNMARKED_BASE

    # --------------------------------------------------------------------------------------------------------- letters

    def is_tested(self, banner: Banner) -> bool:
        """Whether its columns are held against each other.

        So are those of respondents who were drawn at random: of others chance cannot be told from a difference.
        """
        return self.counting is not None and self.briefing.survey.sample is Sample.RANDOM and len(banner.columns) > 1

    def letters(self, row: str, banner: Banner) -> list[str]:
        """The letters at each of its columns; a break parts those before from those behind it."""
        found = [""] * len(banner.columns)
        if not self.is_tested(banner):
            return found
        proportions = [_proportion(self.shares.cell(row, column.id), column) for column in banner.columns]
        breaks = {*self.shares.broken(banner.columns), *self.shares.broken(banner.columns, row)}
        for start, end in pairwise([0, *sorted(breaks), len(banner.columns)]):
            comparable = [each if start <= place < end else None for place, each in enumerate(proportions)]
            respondents = sum(each.base.respondents for each in comparable if each)
            for place, marks in enumerate(letters(comparable, respondents=respondents)):
                found[place] += " ".join(mark.text for mark in marks)
        return found

    def letters_of_score(self, name: str, banner: Banner) -> list[str]:
        """The letters of a score at each of its columns; a break parts those before from those behind it."""
        found = [""] * len(banner.columns)
        if not self.is_tested(banner):
            return found
        spreads = [_spread(self.shares.cell(name, column.id)) for column in banner.columns]
        n = [each.respondents if each else 0 for each in spreads]
        for start, end in pairwise([0, *self.shares.broken(banner.columns), len(banner.columns)]):
            row = [each.scores if each and start <= place < end else None for place, each in enumerate(spreads)]
            marked = letters_of_scores(row, respondents=n, are_waves=banner.segment is None)
            for place, marks in enumerate(marked):
                found[place] += " ".join(mark.text for mark in marks)
        return found


def _spread(cell: Cell) -> Spread | None:
    """What respondents scored; None of medians, which are in no test."""
    return None if cell.id.answer == Statistic.MEDIAN.value else cell.spread


def _shown(banner: Banner, table: Table, *, whole: bool) -> Banner:
    """The columns of a banner of which something is known; whole: all of them, where something is of one."""
    columns = tuple(
        column for column in banner.columns if any(table.cell(row, column.id).state in SHOWN for row in table.answers)
    )
    return Banner(banner.columns if whole and columns else columns, banner.segment)


def _proportion(cell: Cell, column: Column) -> Proportion | None:
    """A share as tests take it; None where it is hidden, or there is none."""
    if cell.share is None or isinstance(cell.share.fraction, Between):
        return None
    return Proportion.of_share(float(cell.share.fraction), _sums(column.bases))


def _sums(bases: Bases) -> Sums:
    """The sums that the bases of respondents were made of."""
    assert bases.unweighted is not None, "respondents are counted"
    weights, effective = bases.weighted or 0.0, bases.effective or 0.0
    return Sums(bases.unweighted, weights, weights**2 / effective if effective else 0.0)
