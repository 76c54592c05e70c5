"""Tables of respondents: every row of every question in every column, with its bases, its interval and its flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.statistics.bases import effective_base
from report.statistics.estimates import estimate
from report.statistics.intervals import of_share
from report.statistics.low_base import LowBase, Verdict
from report.statistics.proportions import Proportion
from report.statistics.scores import Scores
from report.statistics.sums import Sums
from report.survey.model import (
    DETRACTORS,
    PROMOTERS,
    ColumnId,
    Question,
    QuestionType,
    Sample,
    Statistic,
    Survey,
)
from report.survey.model.respondents import Engine, PercentOf, Respondents
from report.tables.frame import Row, groups_of, table_of, waves_of, without_number
from report.tables.model import Banner, Bases, Cell, CellState, Column, Counting, Flag, Hidden, Interval, Table, Tables
from report.tables.respondents.checking import contradictions, doubtful_ratings, empty_groups, everybody_chose
from report.tables.respondents.codes_on_spark import spark_codes
from report.tables.respondents.coding import CodedQuestion, Rows, coded_questions
from report.tables.respondents.counting import (
    Asked,
    CountedQuestion,
    Counts,
    Everybody,
    InBanner,
    Setting,
    counted,
    everybody,
)
from report.tables.respondents.distributions import distributed
from report.tables.respondents.hiding import Hiding, equations_of
from report.tables.respondents.keeping import DamagedCodesError, kept_codes
from report.tables.respondents.preparing import crossings_of
from report.tables.respondents.scoring import Scoring, ratings_balance
from report.units import Share


def tables_of_respondents(respondents: Respondents, folder: Path) -> tuple[Tables, tuple[Diagnostic, ...]]:
    """The tables of a survey, and warnings of its rows. folder: where the codes of its files are kept.

    Raises SourceError with the faults of rows that cannot be counted.
    """
    try:
        return _tables_of_codes(respondents, folder)
    except DamagedCodesError:
        return _tables_of_codes(respondents, folder)


def _tables_of_codes(respondents: Respondents, folder: Path) -> tuple[Tables, tuple[Diagnostic, ...]]:
    with _codes(respondents, folder) as codes:
        all_of_them = everybody(codes, _setting(respondents))
        warnings = (
            *contradictions(codes, respondents),
            *doubtful_ratings(codes, respondents),
            *everybody_chose(codes, respondents),
            *empty_groups(all_of_them.in_groups, respondents),
        )
        return tabulated(codes, respondents, all_of_them), warnings


def _codes(respondents: Respondents, folder: Path) -> AbstractContextManager[Rows]:
    if respondents.engine is Engine.SPARK:
        return spark_codes(respondents, folder)
    return kept_codes(respondents, folder)


def _setting(respondents: Respondents) -> Setting:
    wave = [wave.id for wave in respondents.survey.waves].index(respondents.survey.wave)
    return Setting(crossings_of(respondents), wave, are_weighted=respondents.weight is not None)


def tabulated(codes: Rows, respondents: Respondents, all_of_them: Everybody | None = None) -> Tables:
    """The tables of a survey. codes: prepared, none of them unknown, and no weight missing or negative.

    all_of_them: the same codes without regard to questions, where they are counted already.
    """
    survey, setting = respondents.survey, _setting(respondents)
    all_of_them = all_of_them or everybody(codes, setting)
    in_all = _by_column(all_of_them.counted, survey)
    found: dict[str, _Counted] = {}
    places = coded_questions(respondents)
    asked = [Asked.of(place, [net.answers for net in survey.question(place.id).nets]) for place in places]
    for place, in_banners in zip(places, counted(codes, asked, setting), strict=True):
        question, columns = survey.question(place.id), _by_column(in_banners, survey)
        found[place.id] = _Counted(columns, _scores(codes, place, question, columns, respondents, setting))
    hiding = Hiding(survey, respondents.low_base, tuple(equations_of(all_of_them.joint, survey)), _base_of(in_all))
    hidden = _hidden_columns(found, respondents, hiding)
    tables = {
        id: _Tabulation(respondents, survey.question(id), own, in_all, hidden[id]).table() for id, own in found.items()
    }
    of_asked = [name for name, coding in respondents.questions.items() if coding.percent_of is PercentOf.ASKED]
    counting = Counting(
        respondents.low_base,
        respondents.confidence,
        is_weighted=respondents.weight is not None,
        of_asked=tuple(of_asked),
    )
    return Tables(tables, waves_of(survey, lambda column: _bases(in_all[column], respondents.low_base)), counting)


@frozen
class _InColumn:
    """The sums of a column: of the rows of a question, of its base, of who was asked, and of who did not know."""

    rows: tuple[Sums, ...]
    base: Sums
    asked: Sums
    unsure: Sums


def _by_column(found: CountedQuestion, survey: Survey) -> Mapping[ColumnId, _InColumn]:
    return {
        id: _in_column(found.waves if segment is None else found.segments[segment], index)
        for id, segment, index in _columns_of(survey)
    }


def _columns_of(survey: Survey) -> Iterator[tuple[ColumnId, int | None, int]]:
    """Every column with the index of its segmentation, None for a wave, and its own index there."""
    yield from ((ColumnId(wave.id), None, index) for index, wave in enumerate(survey.waves))
    for number, segment in enumerate(survey.segments):
        for index, column in enumerate(segment.columns):
            yield ColumnId(survey.wave, segment.id, column.id), number, index


def _scores(
    codes: Rows,
    place: CodedQuestion,
    question: Question,
    columns: Mapping[ColumnId, _InColumn],
    respondents: Respondents,
    setting: Setting,
) -> Mapping[ColumnId, Scores]:
    """What respondents scored in each column, of a question that has scores; else nothing."""
    if question.type is QuestionType.NUMERIC:
        found = distributed(codes, place, setting)
        return {
            id: (found.waves if segment is None else found.segments[segment])[index]
            for id, segment, index in _columns_of(respondents.survey)
        }
    if question.type is not QuestionType.NPS:
        return {}
    rows = [answer.id for answer in question.answers]
    positive, negative = rows.index(PROMOTERS), rows.index(DETRACTORS)
    return {id: ratings_balance(own.rows[positive], own.rows[negative], own.base) for id, own in columns.items()}


def _in_column(found: InBanner, column: int) -> _InColumn:
    n_rows = found.rows.n.shape[1]
    rows = tuple(_sums(found.rows, column, row) for row in range(n_rows))
    return _InColumn(rows, *(_sums(each, column, 0) for each in (found.base, found.asked, found.unsure)))


def _sums(counts: Counts, column: int, row: int) -> Sums:
    return Sums(int(counts.n[column, row]), float(counts.weights[column, row]), float(counts.squares[column, row]))


def _bases(found: _InColumn, low_base: LowBase) -> Bases:
    base = found.base
    return Bases(
        base.respondents,
        base.weights,
        effective_base(base),
        asked=found.asked.respondents,
        dont_know=found.unsure.respondents,
        least_unmarked=low_base.flag,
    )


@frozen
class _Counted:
    """A question: its sums by column, and what respondents scored, of one that has scores."""

    columns: Mapping[ColumnId, _InColumn]
    scores: Mapping[ColumnId, Scores]


@frozen
class _HiddenColumns:
    """The columns of a question whose shares are hidden, and those whose scores are: of whom fewer gave one."""

    shares: Mapping[ColumnId, Hidden]
    scores: Mapping[ColumnId, Hidden]


def _base_of(columns: Mapping[ColumnId, _InColumn]) -> Mapping[ColumnId, Sums]:
    return {id: own.base for id, own in columns.items()}


def _hidden_columns(
    found: Mapping[str, _Counted], respondents: Respondents, hiding: Hiding
) -> Mapping[str, _HiddenColumns]:
    """What is hidden of each question.

    A column that is hidden in one is hidden too in those that only some of its answers lead to: how many of a column
    these were asked would tell how many gave these answers.
    """
    of_all, hidden = hiding.of_all(), dict[str, _HiddenColumns]()

    def of(id: str) -> _HiddenColumns:
        if id not in hidden:
            before = [of(asked).shares for asked, _ in respondents.questions[id].filter]
            beside = dict.fromkeys(column for columns in (of_all, *before) for column in columns)
            shares = hiding.hidden(_base_of(found[id].columns), beside)
            bases = {column: scores.base for column, scores in found[id].scores.items()}
            hidden[id] = _HiddenColumns(shares, hiding.hidden(bases, shares) if bases else {})
        return hidden[id]

    return {id: of(id) for id in found}


@frozen
class _Tabulation:
    """One question as it was counted, and all respondents by column, whether they answered it or not.

    hidden: which columns must not be shown.
    """

    respondents: Respondents
    question: Question
    counted: _Counted
    everybody: Mapping[ColumnId, _InColumn]
    hidden: _HiddenColumns

    def table(self) -> Table:
        """The table, with what must not be shown hidden."""
        survey = self.respondents.survey
        rows = [*(answer.id for answer in self.question.answers), *(net.id for net in self.question.nets)]
        found = table_of(
            self.question,
            survey,
            self._marked(waves_of(survey, self._bases_of)),
            [self._marked(groups_of(segment, survey, self._bases_of)) for segment in survey.segments],
            partial(self._cell, {id: place for place, id in enumerate(rows)}),
        )
        names = tuple(score.id for score in self.question.scores)
        cells = {**found.cells, **{cell.id: cell for name in names for cell in self._score_cells(name, found)}}
        return replace(found, scores=names, cells={id: self._unless_hidden(cell) for id, cell in cells.items()})

    def _marked(self, banner: Banner) -> Banner:
        """A banner whose columns know why they are hidden."""
        hidden = self.hidden.shares
        return replace(banner, columns=tuple(replace(each, hidden=hidden.get(each.id)) for each in banner.columns))

    def _unless_hidden(self, cell: Cell) -> Cell:
        is_score = any(score.id == cell.id.answer for score in self.question.scores)
        why = (self.hidden.scores if is_score else self.hidden.shares).get(cell.id.column)
        if why is None or cell.value is None:
            return cell
        return replace(cell, state=CellState.SUPPRESSED, value=None, interval=None, spread=None, flags=(), hidden=why)

    def _score_cells(self, name: str, table: Table) -> Iterator[Cell]:
        """A score in all columns."""
        for column in (column for banner in table.banners for column in banner.columns):
            scores, found = self.counted.scores[column.id], self.counted.columns[column.id]
            bases = _bases(replace(found, base=scores.base), self.respondents.low_base)
            n = self._n(column)
            scoring = Scoring(self.question, scores, n, self.respondents.confidence, is_random=self._is_random(n))
            flags = self._flags(scores.base)
            yield scoring.cell(Statistic(name), column.id, bases, flags)

    def _bases_of(self, column: ColumnId) -> Bases:
        return _bases(self.counted.columns[column], self.respondents.low_base)

    def _cell(self, places: Mapping[str, int], row: Row, column: Column) -> Cell:
        cell, found = without_number(row, column, self.question), self.counted.columns[column.id]
        if cell.state is CellState.NOT_ASKED or found.base.is_empty:
            return cell
        proportion = Proportion(found.rows[places[row.id]], found.base)
        return Cell(
            cell.id,
            CellState.PUBLISHED,
            Share(proportion.share),
            cell.decimals,
            cell.bases,
            self._interval(proportion, column),
            self._flags(found.base),
            location=cell.location,
        )

    def _flags(self, base: Sums) -> tuple[Flag, ...]:
        return (Flag.SMALL_BASE,) if self.respondents.low_base.verdict(base) is Verdict.FLAGGED else ()

    def _n(self, column: Column) -> int:
        """All respondents of the wave of a column."""
        return self.everybody[ColumnId(column.id.wave)].base.respondents

    def _is_random(self, n: int) -> bool:
        """Whether chance has chosen who was asked, and enough of them for a variance."""
        return self.respondents.survey.sample is Sample.RANDOM and n > 1

    def _interval(self, proportion: Proportion, column: Column) -> Interval | None:
        """The interval of a share, where chance has chosen who was asked."""
        n = self._n(column)
        if not self._is_random(n):
            return None
        bounds = of_share(estimate(proportion.scores, n), self.respondents.interval, self.respondents.confidence)
        return Interval(Share(bounds.lower), Share(bounds.upper), Share(self.respondents.confidence))
