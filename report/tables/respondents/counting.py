"""Counts codes: respondents, sums of weights and of their squares, by answer and column of every banner.

Respondents are grouped by the joint cell of all banners and the codes of a few questions, and rolled up to the columns
of each banner and the answers of each question afterwards: a grouping for every question and banner takes several times
as long. Of 40 questions of five answers and 4 million respondents, two at once take 0.6 of the time of one after the
other, three 0.45; where groups no longer lie in a processor's own memory they take longer again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import narwhals as nw
import numpy as np

from report.frozen import frozen
from report.survey.model.respondents import PercentOf
from report.tables.respondents.coding import DONT_KNOW, NOT_ASKED, WEIGHT, CodedQuestion, Rows
from report.tables.respondents.engines import Array, arrays_of
from report.tables.respondents.preparing import SQUARE, Crossing

MOST_GROUPS = 300_000
"""Groups of cell and pattern that are counted; above that each answer is counted by itself."""

MOST_JOINT_GROUPS = 30_000
"""Groups of cell and codes up to which questions are counted together."""

N_WITHOUT_ANSWER = 4
"""Codes of those who gave none of the answers."""

AT_ONCE = 40
"""Answers that are counted by themselves in one pass."""


@frozen
class Counts:
    """Respondents, the sums of their weights and of the squares of these: arrays of columns x rows, exact sums all."""

    n: Array
    weights: Array
    squares: Array


@frozen
class InBanner:
    """A question in the columns of a banner: its rows; the base of their percentages, who was asked, and who of these
    said that they did not know, a row each.
    """

    rows: Counts
    base: Counts
    asked: Counts
    unsure: Counts


@frozen
class CountedQuestion:
    """A question in all banners: in all waves, and by segmentation in the groups of the current wave."""

    waves: InBanner
    segments: Mapping[int, InBanner]


@frozen
class Setting:
    """How all questions are counted: the crossings, the index of the current wave, whether there are weights."""

    crossings: tuple[Crossing, ...]
    wave: int
    are_weighted: bool


@frozen
class Asked:
    """A question that is to be counted. rows: its answers, then its nets, each the answers that it has."""

    question: CodedQuestion
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, question: CodedQuestion, nets: Sequence[Sequence[str]]) -> Asked:
        """A question with its nets, which count a respondent once."""
        return cls(question, (*((answer,) for answer in question.answers), *map(tuple, nets)))

    @property
    def n_codes(self) -> int:
        """How many codes there can be."""
        n_answers = len(self.question.answers)
        return N_WITHOUT_ANSWER + (2**n_answers if self.question.are_bits else n_answers)

    def is_by_code(self, crossing: Crossing) -> bool:
        """Whether respondents are grouped by their code: in one column, of not too many patterns."""
        n_patterns = 2 ** len(self.question.answers) if self.question.are_bits else 1
        return crossing.n_cells * n_patterns <= MOST_GROUPS and len(self.question.columns) == 1


def counted(codes: Rows, asked: Sequence[Asked], setting: Setting) -> Iterator[CountedQuestion]:
    """Each question in all columns."""
    for lot in _lots(asked, setting):
        records = {each.cell: _counted_together(codes, lot, each, setting) for each in setting.crossings}
        for place in range(len(lot)):
            own = {cell: of_lot[place] for cell, of_lot in records.items()}
            yield _in_banners(lambda crossing, own=own: own[crossing.cell], setting)  # type: ignore[misc]


def _lots(asked: Sequence[Asked], setting: Setting) -> Iterator[list[Asked]]:
    """Questions that are counted together, in their order."""
    n_cells = max(crossing.n_cells for crossing in setting.crossings)
    lot, n_groups = list[Asked](), n_cells
    for each in asked:
        n_groups *= each.n_codes
        is_alone = not all(each.is_by_code(crossing) for crossing in setting.crossings)
        if lot and (is_alone or n_groups > MOST_JOINT_GROUPS):
            yield lot
            lot, n_groups = [], n_cells * each.n_codes
        lot.append(each)
        if is_alone:
            yield lot
            lot, n_groups = [], n_cells
    if lot:
        yield lot


def _counted_together(codes: Rows, lot: Sequence[Asked], crossing: Crossing, setting: Setting) -> Sequence[_Records]:
    first = lot[0]
    if not first.is_by_code(crossing):
        return [_by_row(codes, _members(first.question, first.rows), crossing, setting)]
    return _by_codes(codes, lot, crossing, setting)


@frozen
class Everybody:
    """All respondents in all columns, as the base of a question that has no rows.

    joint: of each crossing the group by segmentation, -1 for none, of every joint cell in which somebody of the current
    wave is. in_groups: by segmentation, how many respondents of all waves are in each group.
    """

    counted: CountedQuestion
    joint: tuple[Mapping[int, Array], ...]
    in_groups: Mapping[int, Array]


def everybody(codes: Rows, setting: Setting) -> Everybody:
    """All respondents, and which groups have somebody in common."""
    records = {each.cell: _by_cell(codes, each, setting) for each in setting.crossings}
    joint, in_groups = [], dict[int, Array]()
    for crossing in setting.crossings:
        its, sizes = records[crossing.cell], dict(crossing.segments)
        joint.append(dict(crossing.groups(its.cells[crossing.waves(its.cells) == setting.wave])))
        for index, group in crossing.groups(its.cells):
            in_groups[index] = np.bincount(group + 1, its.sums[0], sizes[index] + 1)[1:]
    return Everybody(_in_banners(lambda crossing: records[crossing.cell], setting), tuple(joint), in_groups)


def _in_banners(records_of: Callable[[Crossing], _Records], setting: Setting) -> CountedQuestion:
    waves: InBanner | None = None
    segments: dict[int, InBanner] = {}
    for crossing in setting.crossings:
        records = records_of(crossing)
        of_wave = crossing.waves(records.cells)
        waves = waves or records.by(of_wave, crossing.n_waves)
        sizes = dict(crossing.segments)
        for index, group in crossing.groups(records.cells):
            segments[index] = records.by(np.where(of_wave == setting.wave, group, -1), sizes[index])
    assert waves is not None, "there is a crossing, if only that of the waves"
    return CountedQuestion(waves, segments)


class _Records(Protocol):
    """Sums by joint cell, and perhaps by more."""

    @property
    def cells(self) -> Array:
        """The joint cell of each record."""

    def by(self, column: Array, n_columns: int) -> InBanner:
        """Added up by the column that each record lies in, -1 being none."""


# -------------------------------------------------------------------------------------------------------- group by code


@frozen
class _ByCode:
    """Sums by joint cell and code of a question, and perhaps by more.

    rows: codes x rows, whether a row counts it; so do the others.
    """

    cells: Array
    codes: Array
    sums: tuple[Array, ...]
    rows: Array
    base: Array
    asked: Array
    unsure: Array

    def by(self, column: Array, n_columns: int) -> InBanner:
        """Added up by the column that each record lies in, -1 being none."""
        n_codes = len(self.rows)
        places = np.where(column >= 0, column * n_codes + self.codes, n_columns * n_codes)
        size = n_columns * n_codes + 1
        by_code = [np.bincount(places, own, size)[:-1].reshape(n_columns, n_codes) for own in self.sums]
        counted = (self.rows, self.base, self.asked, self.unsure)
        return InBanner(*(_counts([own @ each for own in by_code]) for each in counted))


def _by_cell(codes: Rows, crossing: Crossing, setting: Setting) -> _ByCode:
    """All respondents, as if they had been asked and had all said the same."""
    keyed = codes.select(nw.col(crossing.cell).alias(_CELL), *_weighing(setting))
    found = arrays_of(keyed.group_by(_CELL).agg(*_sums(setting)))
    cells, sums = found[_CELL].astype(np.int64), tuple(found[name].astype(np.float64) for name in _names(setting))
    everybody, nobody = np.ones((1, 1)), np.zeros((1, 1))
    return _ByCode(cells, np.zeros_like(cells), sums, np.zeros((1, 0)), everybody, everybody, nobody)


def _by_codes(codes: Rows, lot: Sequence[Asked], crossing: Crossing, setting: Setting) -> list[_ByCode]:
    names = [f"{_CODE}{place}" for place in range(len(lot))]
    keys = [nw.col(each.question.columns[0]).alias(name) for each, name in zip(lot, names, strict=True)]
    keyed = codes.select(nw.col(crossing.cell).alias(_CELL), *keys, *_weighing(setting))
    found = arrays_of(keyed.group_by(_CELL, *names).agg(*_sums(setting)))
    cells, sums = found[_CELL].astype(np.int64), tuple(found[name].astype(np.float64) for name in _names(setting))
    return [_by_code(each, cells, found[name].astype(np.int64), sums) for each, name in zip(lot, names, strict=True)]


def _by_code(asked: Asked, cells: Array, codes: Array, sums: tuple[Array, ...]) -> _ByCode:
    question = asked.question
    known, index = np.unique(codes, return_inverse=True)
    members = np.stack([_is_counted(known, question, row) for row in asked.rows], axis=1)
    were_asked = known != NOT_ASKED
    base = were_asked if _is_of_asked(question) else known >= question.least_answer
    groups = (members, *(each[:, None] for each in (base, were_asked, known == DONT_KNOW)))
    counted_by = (each.astype(np.float64) for each in groups)
    return _ByCode(cells, index, sums, *counted_by)


def _is_counted(codes: Array, question: CodedQuestion, row: Sequence[str]) -> Array:
    """Whether a row of a question, an answer or a net, counts the respondents of each code."""
    if not question.are_bits:
        return np.isin(codes, [question.answers.index(answer) for answer in row])
    pattern = sum(question.bit(answer)[1] for answer in row)
    return (codes > 0) & ((codes & pattern) > 0)


def _is_of_asked(question: CodedQuestion) -> bool:
    return question.coding.percent_of is PercentOf.ASKED


# --------------------------------------------------------------------------------------------------------- row by row


@frozen
class _ByRow:
    """Sums by joint cell, of every row, of the base, of who was asked and of who did not know."""

    cells: Array
    rows: tuple[tuple[Array, ...], ...]
    base: tuple[Array, ...]
    asked: tuple[Array, ...]
    unsure: tuple[Array, ...]

    def by(self, column: Array, n_columns: int) -> InBanner:
        """Added up by the column that each cell lies in, -1 being none."""
        places = np.where(column >= 0, column, n_columns)

        def added(own: Array) -> Array:
            return np.bincount(places, own, n_columns + 1)[:-1]

        by_row = [[added(own) for own in row] for row in self.rows]
        of_rows = [np.stack(each, axis=1) for each in zip(*by_row, strict=True)]
        others = [[added(own)[:, None] for own in each] for each in (self.base, self.asked, self.unsure)]
        return InBanner(_counts(of_rows or [np.zeros((n_columns, 0))]), *map(_counts, others))


def _by_row(codes: Rows, members: Sequence[nw.Expr], crossing: Crossing, setting: Setting) -> _ByRow:
    """members: whether a respondent is of the base, was asked, did not know, is of each row."""
    found: list[tuple[Array, ...]] = []
    cells: Array = np.zeros(0, np.int64)
    for start in range(0, len(members), AT_ONCE):
        part = members[start : start + AT_ONCE]
        counts = [member.cast(nw.Float64).alias(f"member{index}") for index, member in enumerate(part)]
        keyed = codes.select(nw.col(crossing.cell).alias(_CELL), *counts, *_weighing(setting))
        sums = [each for index in range(len(part)) for each in _sums_of(f"member{index}", setting)]
        result = arrays_of(keyed.group_by(_CELL).agg(*sums).sort(_CELL))
        cells = result[_CELL].astype(np.int64)
        found += [
            tuple(result[f"member{index}_{name}"].astype(np.float64) for name in _names(setting))
            for index in range(len(part))
        ]
    return _ByRow(cells, tuple(found[3:]), *found[:3])


def _members(question: CodedQuestion, rows: Sequence[Sequence[str]]) -> list[nw.Expr]:
    first = nw.col(question.columns[0])
    gave = [nw.col(column) >= question.least_answer for column in question.columns]
    asked = first != NOT_ASKED
    base = asked if _is_of_asked(question) else nw.any_horizontal(*gave, ignore_nulls=False)
    return [base, asked, first == DONT_KNOW, *(_gave_any(question, row) for row in rows)]


def _gave_any(question: CodedQuestion, row: Sequence[str]) -> nw.Expr:
    return nw.any_horizontal(*(question.gave(answer) for answer in row), ignore_nulls=False)


# ----------------------------------------------------------------------------------------------------------------- sums

_CELL, _CODE = "cell", "code"


def _names(setting: Setting) -> tuple[str, ...]:
    return (_N, WEIGHT, SQUARE) if setting.are_weighted else (_N,)


_N = "n"


def _weighing(setting: Setting) -> list[nw.Expr]:
    return [nw.col(WEIGHT), nw.col(SQUARE)] if setting.are_weighted else []


def _sums(setting: Setting) -> list[nw.Expr]:
    return [nw.len().alias(_N), *(nw.col(name).sum() for name in _names(setting)[1:])]


def _sums_of(member: str, setting: Setting) -> list[nw.Expr]:
    is_member = nw.col(member)
    weighed = [(is_member * nw.col(name)).sum().alias(f"{member}_{name}") for name in _names(setting)[1:]]
    return [is_member.sum().alias(f"{member}_{_N}"), *weighed]


def _counts(sums: Sequence[Array]) -> Counts:
    """Where all respondents weigh 1 their number is all three sums."""
    n, *weighed = sums
    weights, squares = weighed or (n, n)
    return Counts(n, weights, squares)
