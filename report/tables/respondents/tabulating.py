"""Tables of respondents: every row of every question in every column, with its bases, its interval and its flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.statistics.bases import effective_base
from report.statistics.estimates import estimate
from report.statistics.intervals import wilson
from report.statistics.low_base import Verdict
from report.statistics.proportions import Proportion
from report.statistics.sums import Sums
from report.statistics.suppression import Equation, further_hidden, of_net, of_total, of_whole
from report.survey.model import CellId, ColumnId, Question, Sample, Survey
from report.survey.model.respondents import Engine, PercentOf, Respondents
from report.tables.frame import Row, groups_of, table_of, waves_of, without_number
from report.tables.model import Bases, Cell, CellState, Column, Counting, Flag, Interval, Table, Tables
from report.tables.respondents.checking import contradictions
from report.tables.respondents.codes_on_spark import spark_codes
from report.tables.respondents.coding import Rows, coded_questions
from report.tables.respondents.counting import (
    CountedQuestion,
    Counts,
    InBanner,
    Setting,
    counted,
    everybody,
)
from report.tables.respondents.keeping import kept_codes
from report.tables.respondents.preparing import crossings_of
from report.units import Share


def tables_of_respondents(respondents: Respondents, folder: Path) -> tuple[Tables, tuple[Diagnostic, ...]]:
    """The tables of a survey, and warnings of its rows. folder: where the codes of its files are kept.

    Raises SourceError with the faults of rows that cannot be counted.
    """
    with _codes(respondents, folder) as codes:
        return tabulated(codes, respondents), tuple(contradictions(codes, respondents))


def _codes(respondents: Respondents, folder: Path) -> AbstractContextManager[Rows]:
    if respondents.engine is Engine.SPARK:
        return spark_codes(respondents, folder)
    return kept_codes(respondents, folder)


def tabulated(codes: Rows, respondents: Respondents) -> Tables:
    """The tables of a survey. codes: prepared, none of them unknown, and no weight missing or negative."""
    survey = respondents.survey
    setting = Setting(
        crossings_of(respondents),
        [wave.id for wave in survey.waves].index(survey.wave),
        are_weighted=respondents.weight is not None,
    )
    in_all = _by_column(everybody(codes, setting), survey)
    tables: dict[str, Table] = {}
    for place in coded_questions(respondents):
        question = survey.question(place.id)
        found = counted(codes, place, [net.answers for net in question.nets], setting)
        tables[question.id] = _Tabulation(respondents, question, _by_column(found, survey), in_all).table()
    of_asked = [name for name, coding in respondents.questions.items() if coding.percent_of is PercentOf.ASKED]
    counting = Counting(respondents.low_base, is_weighted=respondents.weight is not None, of_asked=tuple(of_asked))
    return Tables(tables, waves_of(survey, lambda column: _bases(in_all[column].base)), counting)


@frozen
class _InColumn:
    """The sums of a column: of the rows of a question, and of its base."""

    rows: tuple[Sums, ...]
    base: Sums


def _by_column(found: CountedQuestion, survey: Survey) -> Mapping[ColumnId, _InColumn]:
    columns = {ColumnId(wave.id): _in_column(found.waves, index) for index, wave in enumerate(survey.waves)}
    for number, segment in enumerate(survey.segments):
        for index, column in enumerate(segment.columns):
            columns[ColumnId(survey.wave, segment.id, column.id)] = _in_column(found.segments[number], index)
    return columns


def _in_column(found: InBanner, column: int) -> _InColumn:
    n_rows = found.rows.n.shape[1]
    return _InColumn(tuple(_sums(found.rows, column, row) for row in range(n_rows)), _sums(found.base, column, 0))


def _sums(counts: Counts, column: int, row: int) -> Sums:
    return Sums(int(counts.n[column, row]), float(counts.weights[column, row]), float(counts.squares[column, row]))


def _bases(base: Sums) -> Bases:
    return Bases(base.respondents, base.weights, effective_base(base))


@frozen
class _Tabulation:
    """One question: its sums by column, and those of all respondents, whether they answered it or not."""

    respondents: Respondents
    question: Question
    columns: Mapping[ColumnId, _InColumn]
    everybody: Mapping[ColumnId, _InColumn]

    def table(self) -> Table:
        """The table, with what must not be shown hidden."""
        survey = self.respondents.survey
        found = table_of(
            self.question,
            survey,
            waves_of(survey, self._bases_of),
            [groups_of(segment, survey, self._bases_of) for segment in survey.segments],
            self._cell,
        )
        return replace(found, cells={**found.cells, **self._hidden(found)})

    def _bases_of(self, column: ColumnId) -> Bases:
        return _bases(self.columns[column].base)

    def _cell(self, row: Row, column: Column) -> Cell:
        cell, found = without_number(row, column, self.question), self.columns[column.id]
        if cell.state is CellState.NOT_ASKED or found.base.is_empty:
            return cell
        rows = [*(answer.id for answer in self.question.answers), *(net.id for net in self.question.nets)]
        proportion = Proportion(found.rows[rows.index(row.id)], found.base)
        verdict = self.respondents.low_base.verdict(found.base)
        return replace(
            cell,
            state=CellState.PUBLISHED,
            value=Share(proportion.share),
            interval=self._interval(proportion, column),
            flags=(Flag.SMALL_BASE,) if verdict is Verdict.FLAGGED else (),
        )

    def _interval(self, proportion: Proportion, column: Column) -> Interval | None:
        """The interval of a share, where chance has chosen who was asked."""
        n = self.everybody[ColumnId(column.id.wave)].base.respondents
        if self.respondents.survey.sample is not Sample.RANDOM or n < 2:
            return None
        bounds = wilson(estimate(proportion.scores, n), self.respondents.confidence)
        return Interval(Share(bounds.lower), Share(bounds.upper), Share(self.respondents.confidence))

    def _hidden(self, table: Table) -> Mapping[CellId, Cell]:
        """The cells whose base is too small, and those that would give them away."""
        low = [
            cell.id
            for cell in table.cells.values()
            if cell.share and self.respondents.low_base.verdict(self.columns[cell.id.column].base) is Verdict.HIDDEN
        ]
        shown = {id: cell for id, cell in table.cells.items() if cell.share}
        bases = {id: self.columns[id.column].base.weights for id in shown}
        hidden = (*low, *further_hidden(low, [*self._equations(table, shown)], bases)) if low else ()
        return {id: _without_value(table.cells[id]) for id in hidden}

    def _equations(self, table: Table, shown: Mapping[CellId, Cell]) -> Sequence[Equation[CellId]]:
        """What a reader can reckon: answers of a whole, nets of answers, totals of groups that leave nobody out."""
        found: list[Equation[CellId]] = []
        if self.question.type.adds_up:
            for column in self.columns:
                ids = [CellId(self.question.id, answer.id, column) for answer in self.question.answers]
                if self.respondents.questions[self.question.id].percent_of is PercentOf.ANSWERED:
                    found.append(of_whole([id for id in ids if id in shown]))
                for net in self.question.nets:
                    members = [CellId(self.question.id, answer, column) for answer in net.answers]
                    found.append(of_net(CellId(self.question.id, net.id, column), members))
        for segment in table.segments:
            columns = [column.id for column in segment.columns]
            n_in_groups = sum(self.columns[each].base.respondents for each in columns)
            if n_in_groups < self.columns[table.total].base.respondents:
                continue
            for row in table.answers:
                parts = [(CellId(self.question.id, row, each), self.columns[each].base.weights) for each in columns]
                found.append(of_total(CellId(self.question.id, row, table.total), [p for p in parts if p[0] in shown]))
        return [each for each in found if all(place in shown for place, _ in each.terms)]


def _without_value(cell: Cell) -> Cell:
    return replace(cell, state=CellState.SUPPRESSED, value=None, interval=None, flags=())
