"""Makes charts of exhibits: which cells, in which order, with which emphasis; no place and no size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report.briefing.model import BigFigure, Briefing, Exhibit
from report.briefing.model.prose import Prose, joined, name_of, told, worded
from report.briefing.model.terms import (
    answer_label,
    column_label,
    compared_name,
    quoted,
    reference_name,
    rest_reason,
    short_label,
    wave_label,
)
from report.charts.across import compose_across
from report.charts.model import Chart, ChartBreak, ChartColumn, ChartRest, ChartRow, ChartValue, Highlight
from report.charts.numbering import numbered
from report.charts.order import in_display_order, with_figures
from report.charts.ranks import ranks
from report.charts.values import chart_value
from report.charts.waves import columns_at_dates, columns_of_banners, columns_over_waves, columns_side_by_side
from report.frozen import frozen
from report.kinds import FIELD, Kind, Marks, Shape
from report.language.model import Language, Words
from report.survey.model import Answer, AnswerRole, CellId, ColumnId, Net, Question, Rest, Survey
from report.tables.model import Cell, CellState, Table, TableBreak
from report.units import Share, is_below_whole, sign_of_difference


def compose_chart(exhibit: Exhibit, id: str, *, kind: Kind, briefing: Briefing, is_supported: bool = True) -> Chart:
    """The chart of an exhibit of a kind; `id` is that of its finding or statement.

    Raises KeyError for answers and waves that the question does not have (reading has refused those).
    is_supported: False stamps every drawing of it, because the claim beside it failed.
    """
    if kind.lies_across:
        return compose_across(exhibit, id, kind=kind, briefing=briefing, is_supported=is_supported)
    question = briefing.survey.question(exhibit.question)
    table = briefing.tables.table(question.id)
    composer = _Composer(exhibit, kind, question, table, briefing.survey, briefing.language)
    columns = composer.columns()
    ids = composer.ids(columns)
    rows = composer.rows(ids)
    return Chart(
        id=id,
        kind=kind.word,
        question=question.id,
        question_label=worded(question.label, briefing.language),
        title=exhibit.title,
        rows=(*(numbered(rows) if kind.series is Marks.ANSWERS else rows), *composer.compared()),
        columns=numbered(columns) if kind.series is Marks.COLUMNS else columns,
        decimals=question.decimals,
        breaks=composer.breaks(ids),
        rest=composer.rest(),
        reference=composer.reference(),
        reference_breaks=composer.reference_breaks(),
        keeps_order=composer.keeps_order,
        keeps_ends=kind.keeps_ends,
        keeps_changes=kind.keeps_changes,
        tells_breaks=kind.tells_breaks,
        unchosen=composer.unchosen() if briefing.is_by_rule else 0,
        is_supported=is_supported,
        location=exhibit.location,
    )


def figure_chart(figure: BigFigure, briefing: Briefing, highlight: Highlight = Highlight.PROOF) -> Chart:
    """The chart of one figure, for the dot field of the cover and of "at a glance"."""
    language, cell = briefing.language, figure.cell
    question = briefing.survey.question(cell.id.question)
    label = answer_label(question.answer_or_net(cell.id.answer), language)
    return Chart(
        id=str(cell.id),
        kind=FIELD.word,
        question=question.id,
        question_label=worded(question.label, language),
        title=label,
        rows=(
            ChartRow(
                cell.id.answer, label, (ChartValue(cell, figure.number, highlight, name_of(cell.id, briefing.survey)),)
            ),
        ),
        columns=(ChartColumn(Prose(()), cell.id.column.name),),
        decimals=cell.decimals,
    )


@frozen
class _Composer:
    """What the parts of one chart are taken from."""

    exhibit: Exhibit
    kind: Kind
    question: Question
    table: Table
    survey: Survey
    language: Language

    @property
    def is_ranking(self) -> bool:
        """Whether the answers of one wave are held against an earlier one, in order of their shares."""
        return self.kind.ranks and self.exhibit.shape is Shape.TOTAL

    @property
    def keeps_order(self) -> bool:
        """Whether the answers stand in the order of the question."""
        return self.question.keeps_order and not self.is_ranking

    def unchosen(self) -> int:
        """How many answers with a figure in the columns shown the exhibit leaves out, and none of its nets holds."""
        shown = {*self.exhibit.answers}
        shown |= {answer for net in self.question.nets if net.id in shown for answer in net.answers}
        others = [answer.id for answer in self.question.answers if answer.id not in shown]
        return sum(any(self.table.cell(each, column).share for column in self.exhibit.columns) for each in others)

    def columns(self) -> tuple[ChartColumn, ...]:
        if self.kind.has_true_dates:
            return columns_at_dates(self.table.waves.columns, self.exhibit.columns, self.language)
        if self.kind.is_over_time:
            waves, shown = self.table.waves.columns, self.exhibit.columns
            rhythm, most = self.survey.rhythm, self.kind.slots.most
            return columns_over_waves(waves, shown, rhythm=rhythm, most=most, language=self.language)
        if self.exhibit.shape is Shape.GROUPS and self.kind.has_total:
            return columns_of_banners(self.exhibit.columns, self.table, self.language)
        if self.is_ranking or self.exhibit.shape in (Shape.GROUPS, Shape.WAVES):
            return columns_side_by_side([self.table.column(id) for id in self.exhibit.columns], self.language)
        return (ChartColumn(Prose(()), self.exhibit.columns[0].name),)

    def ids(self, columns: Sequence[ChartColumn]) -> list[ColumnId | None]:
        """The ids of columns; None for an empty period."""
        known = {column.id.name: column.id for banner in self.table.banners for column in banner.columns}
        return [known[column.name] if column.name else None for column in columns]

    def rows(self, columns: Sequence[ColumnId | None]) -> tuple[ChartRow, ...]:
        """The answers of the exhibit; one that was not asked is left out unless the author has named it.

        So are, where several columns are shown, those without a figure in all of them, which the note tells.
        """
        rows = [self._row(self.question.answer_or_net(answer), columns) for answer in self.exhibit.answers]
        rows = self._ranked(rows) if self.is_ranking else rows
        shows_all = {answer.id for answer in self.question.answers} <= set(self.exhibit.answers)
        shown = [row for row in rows if _was_asked(row)] if shows_all else rows
        if len(self.exhibit.columns) > 1 and not self.exhibit.is_listed:
            shown = with_figures(shown, least=self.kind.rows.least)
        if self.kind.is_over_time:
            return tuple(shown)
        totals = {row.id: self.table.cell(row.id, self.table.total).share for row in shown}
        by_total = {id: share.drawn for id, share in totals.items() if share} if len(self.exhibit.columns) > 1 else {}
        is_listed = self.exhibit.is_listed and not self.is_ranking
        return in_display_order(shown, keeps_order=self.keeps_order or is_listed, sizes=by_total)

    def breaks(self, columns: Sequence[ColumnId | None]) -> tuple[ChartBreak, ...]:
        """The breaks of the question and of the answers shown, as far as waves stand on both sides."""
        return self._breaks_between(columns) if self.exhibit.shape is Shape.WAVES else ()

    def reference_breaks(self) -> tuple[ChartBreak, ...]:
        """The breaks between the earlier wave that rows are held against and the one that is shown."""
        if self.exhibit.reference is None or self.exhibit.shape is not Shape.TOTAL:
            return ()
        return self._breaks_between([self.exhibit.reference, *self.exhibit.columns])

    def _breaks_between(self, columns: Sequence[ColumnId | None]) -> tuple[ChartBreak, ...]:
        shown = [found for found in self.table.breaks if found.answer in (None, *self.exhibit.answers)]
        placed = [(self.table.sides(found, columns), found) for found in shown]
        return tuple(ChartBreak(*sides, *self._words_of(found), found.answer) for sides, found in placed if sides)

    def _ranked(self, rows: Sequence[ChartRow]) -> list[ChartRow]:
        """The rows with their places in both waves."""
        assert self.exhibit.reference is not None
        now = ranks(self.question, self.table, self.exhibit.columns[0])
        before = ranks(self.question, self.table, self.exhibit.reference)
        return [replace(row, rank=now.get(row.id), earlier_rank=before.get(row.id)) for row in rows]

    def rest(self) -> ChartRest | None:
        """What is declared to be left of 100 %, where every published answer is shown as a part of it.

        Of a group nothing is declared: what all of its answers leave beyond rounding was not published.
        """
        is_shown = self.kind.is_whole and self.exhibit.shape is Shape.TOTAL
        if not (is_shown and self.question.type.adds_up):
            return None
        cells = [self.table.cell(answer.id, self.exhibit.columns[0]) for answer in self.question.answers]
        published = [cell for cell in cells if cell.share is not None]
        if any(cell.id.answer not in self.exhibit.answers for cell in published):
            return None
        left = _rest_of([cell.share for cell in published if cell.share is not None])
        rest = self._rest_of_group(cells) if self.exhibit.group else self.question.rest
        if rest is None or sign_of_difference(left.fraction, Decimal(0)) != 1:
            return None
        return _declared(rest, left, published, self.language.words)

    def compared(self) -> tuple[ChartRow, ...]:
        """The numbers that stand beside the one large one, each called by what sets it apart from that."""
        return tuple(self._compared(cell) for cell in self.exhibit.compared)

    def _compared(self, cell: CellId) -> ChartRow:
        answer = self.question.answer_or_net(cell.answer)
        wording = compared_name(cell, self.exhibit.proof[0], self.table, self.question, self.language)
        value = self._value(cell.answer, cell.column)
        return ChartRow(name_of(cell, self.survey), wording, (value,), location=answer.location)

    def reference(self) -> Prose | None:
        """What a tick on the rows stands for; beside groups in a table, all who were asked."""
        total = self.table.total if self.kind.has_total and self.exhibit.shape is Shape.GROUPS else None
        reference = self.exhibit.reference or (total if total in self.exhibit.columns else None)
        if reference and self.is_ranking:  # it marks breaks itself
            return column_label(self.table.column(reference), self.language)
        return reference_name(reference, self.table, self.language) if reference else None

    def _rest_of_group(self, cells: Sequence[Cell]) -> Rest | None:
        if any(cell.state in (CellState.NOT_PUBLISHED, CellState.SUPPRESSED) for cell in cells):
            return None
        falls_short = is_below_whole([cell.share for cell in cells if cell.share is not None])
        return self.question.rest or (Rest.UNPUBLISHED if falls_short else None)

    def _words_of(self, found: TableBreak) -> tuple[str, Prose]:
        """The head line of a break and its reason; that of an answer is how it read before."""
        words = self.language.words
        if found.answer is None:
            return words.limited_comparability, worded(found.reason, self.language) if found.reason else Prose(())
        return words.not_comparable, joined(self._earlier_labels(self.question.answer(found.answer)), "; ")

    def _row(self, answer: Answer | Net, columns: Sequence[ColumnId | None]) -> ChartRow:
        reference = self.exhibit.reference
        return ChartRow(
            id=answer.id,
            wording=answer_label(answer, self.language),
            values=tuple(self._value(answer.id, column) if column else None for column in columns),
            short=short_label(answer, self.language),
            role=AnswerRole.REGULAR if isinstance(answer, Net) else answer.role,
            reference=self._value(answer.id, reference) if reference else None,
            is_spoken=answer.id in self.exhibit.spoken,
            is_net=isinstance(answer, Net),
            earlier=self._earlier_label(answer),
            location=answer.location,
        )

    def _value(self, answer: str, column: ColumnId) -> ChartValue:
        return chart_value(self.table.cell(answer, column), self.exhibit, self.survey, self.language)

    def _earlier_label(self, answer: Answer | Net) -> Prose | None:
        """How an answer read in the first of the waves shown, or in the one that it is held against, told with it."""
        earlier = self.exhibit.reference if self.is_ranking else self.exhibit.columns[0]
        wave = earlier.wave if earlier else ""
        label = answer.earlier_labels.get(wave) if isinstance(answer, Answer) else None
        if not (self.is_ranking or self.exhibit.shape is Shape.WAVES) or label is None:
            return None
        name = wave_label(wave, self.table.waves, self.language)
        return told(self.language.words.earlier_label, wave=name, label=quoted(label, self.language))

    def _earlier_labels(self, answer: Answer) -> list[Prose]:
        """The wording of an answer in earlier waves, each told with its wave."""
        return [
            told(
                self.language.words.earlier_label,
                wave=wave_label(wave, self.table.waves, self.language),
                label=quoted(label, self.language),
            )
            for wave, label in answer.earlier_labels.items()
        ]


def _was_asked(row: ChartRow) -> bool:
    return any(value is not None and value.cell.state is not CellState.NOT_ASKED for value in row.values)


def _rest_of(shares: Sequence[Share]) -> Share:
    """What the shares leave of the whole; below zero where they pass it."""
    return Share.of_percent((Share(Decimal(1)) - sum(shares, Share(Decimal(0)))).points)


def _declared(rest: Rest, left: Share, published: Sequence[Cell], words: Words) -> ChartRest:
    """The rest in the words of what the publisher says of it."""
    reason = rest_reason(rest, [cell.share for cell in published if cell.share is not None], words)
    short = words.rest_no_answer if rest is Rest.NO_ANSWER else words.rest_short
    return ChartRest(left, words.rest, reason, short, tuple(cell.id for cell in published))
