"""Tables: one question by its banners, every cell with its state; what is unknown stays unknown.

    banner: waves                    banner: size
    2013    2014 // 2016             under 50 staff   50 and more         a column knows its label, date and bases
own   24      35     49                    46              57             a cell its value, bases and state
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Literal, TypeVar

from report.diagnostics import Location
from report.frozen import frozen
from report.language.dates import PartialDate, date_text, short_date_text, year_text
from report.language.model import Language
from report.statistics.low_base import LowBase, is_few
from report.statistics.scores import Scores
from report.survey.model import CellId, ColumnId, Question, Segment, Translated
from report.units import Between, Score, Share, sign_of_difference

LEAST_UNMARKED_BASE = 100
"""Respondents of whom what is said needs no sign that they are few."""


class CellState(Enum):
    """Why a cell has a value, or why not; each looks different and none is drawn as zero.

    A COMPUTED one is the sum of published ones, and what shows it says so.
    """

    PUBLISHED = "published"
    COMPUTED = "computed"
    NOT_PUBLISHED = "not_published"
    NOT_ASKED = "not_asked"
    SUPPRESSED = "suppressed"


_KNOWN = (CellState.PUBLISHED, CellState.SUPPRESSED)
"""Of cells that have a number, shown or not."""
_WITHOUT_NUMBER = (CellState.NOT_PUBLISHED, CellState.NOT_ASKED)


@frozen
class Bases:
    """How many respondents a number rests on; None = not published, and never made up.

    unweighted: n as published. weighted: the sum of the weights. effective: equally weighted respondents that would be
    as precise as these. asked: how many a question was put to, who may have given no answer; dont_know: how many of
    them said that they did not know. least_unmarked: how many are not too few for numbers without a sign.
    most: of a column whose published numbers rest on different n, the largest; unweighted is the smallest of them.
    """

    unweighted: int | None = None
    weighted: float | None = None
    effective: float | None = None
    asked: int | None = None
    dont_know: int = 0
    least_unmarked: int = LEAST_UNMARKED_BASE
    most: int | None = None

    @property
    def is_small(self) -> bool:
        """Whether so few, or so few equally weighted ones, were asked that it has to be said."""
        if self.unweighted is None:
            return False
        effective = self.unweighted if self.effective is None else self.effective
        return is_few(self.unweighted, effective, self.least_unmarked)


@frozen
class Interval:
    """The bounds between which a value lies at a level of confidence."""

    lower: Share
    upper: Share
    confidence: Share


@frozen
class Spread:
    """How respondents spread around a score, and how certain it is; everything in the unit of the score.

    scores: what they gave. respondents: N, all of the wave, by which the linearised variance counts. deviation: their
    standard deviation, None for one respondent. standard_error: of the score; None for one respondent, and a median.
    bounds: of the interval at the confidence of the survey; None where chance has not chosen who was asked.
    """

    scores: Scores = field(compare=False, repr=False)
    respondents: int
    deviation: float | None = None
    standard_error: float | None = None
    bounds: tuple[float, float] | None = None


@frozen
class Hidden:
    """Why a number is not shown that is there: its base is under a limit; without one, it would give such one away."""

    base_under: int | None = None


class Flag(Enum):
    """What a reader must know of a number before relying on it."""

    SMALL_BASE = "small_base"
    SUM_UNKNOWN = "sum_unknown"
    "Of a net that nobody published: every answer of it was, one of them with a bound alone."


@frozen
class Cell:
    """One number of a survey; `value` is None unless the state is PUBLISHED or COMPUTED.

    `decimals` are the printed digits after the decimal mark of the percentage or score. hidden: why a SUPPRESSED one
    is. spread: of a score that has a value.
    """

    id: CellId
    state: CellState
    value: Share | Score | None
    decimals: int = 0
    bases: Bases = Bases()
    interval: Interval | None = None
    flags: tuple[Flag, ...] = ()
    hidden: Hidden | None = None
    spread: Spread | None = None
    location: Location | None = field(default=None, compare=False, repr=False)

    @property
    def share(self) -> Share | None:
        """The value of a cell that tells a share."""
        return self.value if isinstance(self.value, Share) else None

    @property
    def score(self) -> Score | None:
        """The value of a cell that tells a mean, a median or a net promoter score."""
        return self.value if isinstance(self.value, Score) else None


def sign_of_shares(cell: Cell, other: Cell) -> Literal[-1, 0, 1] | None:
    """Whether a cell's share is less than that of another, the same or more: -1, 0 or 1.

    None where one of them has no share, or bounds leave it open.
    """
    if cell.share is None or other.share is None:
        return None
    return sign_of_difference(cell.share.fraction, other.share.fraction)


def is_above(cell: Cell, other: Cell) -> bool:
    """Whether a cell lies above another for certain."""
    return sign_of_shares(cell, other) == 1


@frozen
class Column:
    """One column of a banner: all respondents of a wave, or those of a segmentation's column in it.

    name: of a segmentation's column; a wave is called by its date. shares_year: whether another wave of the survey lies
    in the same year. bases: of the whole column. is_published: False for a wave of which nothing came out. hidden: why
    its numbers are not shown, and with them its bases.
    """

    id: ColumnId
    date: PartialDate
    name: Translated | None = None
    shares_year: bool = False
    bases: Bases = Bases()
    is_published: bool = True
    hidden: Hidden | None = None

    @property
    def n(self) -> int | None:
        """How many it has, as far as that is told; hidden numbers would follow from that of a hidden column.

        The least of them, where its answers stand on different numbers.
        """
        return None if self.hidden else self.bases.unweighted

    @property
    def most(self) -> int | None:
        """The largest of different numbers that its answers stand on; None where all stand on one, or none is told."""
        return None if self.hidden else self.bases.most

    def label(self, language: Language) -> str:
        """What stands above the column: its name; of a wave the year, or the whole date where that tells it apart."""
        if self.name:
            return self.name.text(language.code)
        return (date_text if self.shares_year else year_text)(self.date, language)

    def short_label(self, language: Language) -> str | None:
        """The label of a wave with its month abbreviated, for a narrow place; None where that is no other."""
        if self.name or not self.shares_year:
            return None
        short = short_date_text(self.date, language)
        return None if short == self.label(language) else short


@frozen
class Banner:
    """The columns that stand beside each other: all waves in order of time, or those of a segmentation."""

    columns: tuple[Column, ...]
    segment: Segment | None = None

    def column(self, column: ColumnId) -> Column:
        """The column of that id; KeyError if there is none."""
        for candidate in self.columns:
            if candidate.id == column:
                return candidate
        raise KeyError(column)


Side = TypeVar("Side")


def in_parts(columns: Sequence[Side], parts: int) -> list[tuple[Side, ...]]:
    """Columns that do not all fit side by side, in so many parts of about equally many."""
    ends = [len(columns) * part // parts for part in range(parts + 1)]
    return [tuple(columns[start:end]) for start, end in pairwise(ends)]


def in_groups(groups: Sequence[Sequence[Side]], fits: Callable[[Sequence[Side]], bool]) -> list[tuple[Side, ...]]:
    """Groups of columns in as few parts as fit, about equally wide ones; a group that does not fit alone is divided.

    fits: whether columns have room side by side; one alone always has.
    """
    pieces = [piece for group in groups for piece in _fitting(group, fits)]
    fewest = _filled(pieces, fits, sum(map(len, pieces)))
    for most in range(max(map(len, pieces)), max(map(len, fewest))):
        found = _filled(pieces, fits, most)
        if len(found) == len(fewest):
            return found
    return fewest


def _fitting(group: Sequence[Side], fits: Callable[[Sequence[Side]], bool]) -> list[tuple[Side, ...]]:
    """The group in as few parts as fit."""
    for parts in range(1, len(group)):
        found = in_parts(group, parts)
        if all(fits(part) for part in found):
            return found
    return in_parts(group, len(group))


def _filled(
    pieces: Sequence[tuple[Side, ...]], fits: Callable[[Sequence[Side]], bool], most: int
) -> list[tuple[Side, ...]]:
    """Neighbours put together, each part filled as far as it goes, with at most so many columns."""
    parts: list[tuple[Side, ...]] = [pieces[0]]
    for piece in pieces[1:]:
        longer = (*parts[-1], *piece)
        if len(longer) <= most and fits(longer):
            parts[-1] = longer
        else:
            parts.append(piece)
    return parts


@frozen
class TableBreak:
    """Two waves that are not comparable without restriction: for the whole question, or for one `answer` of it.

    reason: in the publisher's words; None for an answer, whose earlier wording tells it.
    """

    before: str
    after: str
    answer: str | None = None
    reason: Translated | None = None


@frozen
class Table:
    """One question: its cells by answer and column.

    answers: the answers in file order, then the `nets`. scores: names of the numbers beside them that are no shares
    ("mean"), each with a cell a column. total: the column of plain figures, all respondents of the
    current wave. waves: the banner of the totals; segments: one banner a segmentation, all of the current wave.
    """

    question: str
    answers: tuple[str, ...]
    nets: tuple[str, ...]
    total: ColumnId
    waves: Banner
    segments: tuple[Banner, ...]
    breaks: tuple[TableBreak, ...]
    cells: Mapping[CellId, Cell]
    scores: tuple[str, ...] = ()

    @property
    def banners(self) -> tuple[Banner, ...]:
        """The waves, then every segmentation."""
        return (self.waves, *self.segments)

    def column(self, column: ColumnId) -> Column:
        """The column of that id; KeyError if there is none."""
        for banner in self.banners:
            for candidate in banner.columns:
                if candidate.id == column:
                    return candidate
        raise KeyError(column)

    def standing_on(self, column: ColumnId, answers: Sequence[str]) -> Column:
        """A column with the n that the published numbers of these answers and nets stand on in it.

        With the least and the most of them where they stand on different ones; as it is where one is not known.
        """
        found, cells = self.column(column), [self.cell(answer, column) for answer in answers]
        known = {cell.bases.unweighted for cell in cells if cell.state is CellState.PUBLISHED}
        numbers = sorted(n for n in known if n is not None)
        if not numbers or None in known:
            return found
        return replace(found, bases=Bases(numbers[0], most=numbers[-1] if len(numbers) > 1 else None))

    def cell(self, answer: str, column: ColumnId) -> Cell:
        """The cell of an answer, net or score in a column; one nobody published says so. KeyError if there is none."""
        return self.cells[CellId(self.question, answer, column)]

    def published(self, banner: Banner) -> tuple[Column, ...]:
        """The columns of a banner in which something was published, or is hidden."""
        return tuple(
            column
            for column in banner.columns
            if any(self.cell(answer, column.id).state in _KNOWN for answer in self.answers)
        )

    def told(self, columns: Sequence[Column]) -> tuple[str, ...]:
        """The rows that these columns say something of: answers that one of them asked for, nets with a number."""
        cells = {answer: [self.cell(answer, column.id) for column in columns] for answer in self.answers}
        silent = {answer: _WITHOUT_NUMBER if answer in self.nets else (CellState.NOT_ASKED,) for answer in cells}
        return tuple(
            answer for answer, found in cells.items() if any(cell.state not in silent[answer] for cell in found)
        )

    @property
    def published_waves(self) -> tuple[str, ...]:
        """The waves of which something was published, be it of a segment alone, in order of time."""
        published = {cell.id.wave: True for cell in self.cells.values() if cell.state in _KNOWN}
        return tuple(column.id.wave for column in self.waves.columns if column.id.wave in published)

    def side(self, found: TableBreak, column: ColumnId) -> int:
        """-1 for a column before a break, 1 for one after it, 0 for a wave between its two."""
        order = [each.id.wave for each in self.waves.columns]
        place = order.index(column.wave)
        if place <= order.index(found.before):
            return -1
        return 1 if place >= order.index(found.after) else 0

    def sides(self, found: TableBreak, columns: Sequence[ColumnId | None]) -> tuple[int, int] | None:
        """The columns (by index) nearest to a break on either side; None if all of them are on one side of it.

        columns: in order of time; None is a place without a wave, which is on neither side.
        """
        sides = [0 if column is None else self.side(found, column) for column in columns]
        earlier = [index for index, side in enumerate(sides) if side < 0]
        later = [index for index, side in enumerate(sides) if side > 0]
        return (earlier[-1], later[0]) if earlier and later else None

    def broken(self, columns: Sequence[Column], answer: str | None = None) -> tuple[int, ...]:
        """The columns (by index) that are not comparable with the one before: all answers, or this `answer` alone."""
        ids = [column.id for column in columns]
        sides = [self.sides(found, ids) for found in self.breaks if found.answer == answer]
        return tuple(sorted({around[1] for around in sides if around}))


def taken_together(answers: Sequence[str], question: Question, column: ColumnId, table: Table) -> Cell:
    """The cell of the net of exactly these answers: the survey's own, else their sum; an answer alone is itself.

    One that does not follow from what was published says so. The id of a sum names the answers ("agree+disagree").
    """
    own = next((net.id for net in question.nets if set(net.answers) == set(answers)), None)
    if own or len(answers) == 1:
        return table.cell(own or answers[0], column)
    first, total = table.cell(answers[0], column), sum_of(answers, column, table)
    state = CellState.COMPUTED if total else CellState.NOT_PUBLISHED
    return replace(first, id=CellId(question.id, "+".join(answers), column), state=state, value=total)


def sum_of(answers: Sequence[str], column: ColumnId, table: Table) -> Share | None:
    """What answers add up to in a column; None where one has no number of its own, or rounding passes the whole."""
    shares = [table.cell(answer, column).share for answer in answers]
    known = [share for share in shares if share and not isinstance(share.fraction, Between)]
    if not known or len(known) < len(shares):
        return None
    total = sum(known[1:], known[0])
    return None if sign_of_difference(total.fraction, Decimal(1)) == 1 else total


@frozen
class Counting:
    """By which rules numbers were counted from respondents. confidence: the level of intervals and tests, a share.

    low_base: under which bases numbers have a sign, or are hidden. is_weighted: whether respondents weigh differently.
    of_asked: the questions whose shares are of all who were asked; those of others are of who gave one of the answers.
    """

    low_base: LowBase
    confidence: float
    is_weighted: bool = False
    of_asked: tuple[str, ...] = ()


@frozen
class Tables:
    """All tables of a survey, by question id; `waves` are those of the survey, with the bases of the whole survey.

    counting: None where percentages were published and nothing was counted, so that nothing can be tested either.
    """

    by_question: Mapping[str, Table]
    waves: Banner
    counting: Counting | None = None

    def table(self, question: str) -> Table:
        """The table of a question; KeyError if there is none."""
        return self.by_question[question]

    def cell(self, cell: CellId) -> Cell:
        """The cell of that id; KeyError if there is none."""
        return self.by_question[cell.question].cells[cell]
