"""Charts whose answers lie across: a row is a question of a battery or a group, a column an answer, nets at the ends.

                 fully   rather   neither   rather not      columns
    Privacy      ▇ 31 ▇▇▇ 28 ▇▇▇▇▇ 20 ▇▇▇▇ 12 ▇             59 %
    Control      ▇ 22 ▇▇ 30 ▇▇▇▇▇▇ 25 ▇▇▇▇▇ 15 ▇            52 %

Questions stand by their net, descending, or by the difference of two; groups as in the survey, behind all who were
asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from report.briefing.model import Briefing, Exhibit, ShownNet
from report.briefing.model.prose import Prose, fixed, joined, name_of, told, worded
from report.briefing.model.terms import answer_label, asks, base_of, column_label, quoted, rest_reason, short_label
from report.charts.model import Chart, ChartColumn, ChartNet, ChartRow, ChartValue, Highlight
from report.charts.numbering import numbered
from report.charts.values import chart_value, number_of
from report.frozen import frozen
from report.kinds import Kind, Shape
from report.survey.model import Answer, ColumnId, Question, Wording
from report.tables.model import Cell, Table, taken_together
from report.units import Share, is_below_whole


def compose_across(exhibit: Exhibit, id: str, *, kind: Kind, briefing: Briefing, is_supported: bool = True) -> Chart:
    """The chart of an exhibit whose answers lie across."""
    composer = _Composer(exhibit, kind, briefing)
    question = composer.question
    return Chart(
        id=id,
        kind=kind.word,
        question=question.id,
        question_label=worded(question.label, briefing.language),
        title=exhibit.title,
        rows=composer.rows(),
        columns=composer.columns(),
        decimals=max(each.decimals for each in composer.questions),
        nets=composer.nets(),
        blank=composer.blank(),
        row_word="question" if exhibit.shape is Shape.BATTERY else "group",
        asks=exhibit.shape is Shape.BATTERY and asks(composer.questions, briefing.language),
        keeps_ends=exhibit.shape is Shape.BATTERY,
        is_supported=is_supported,
        location=exhibit.location,
    )


@frozen
class _Composer:
    exhibit: Exhibit
    kind: Kind
    briefing: Briefing

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(self.briefing.survey.question(name) for name in self.exhibit.questions)

    @property
    def question(self) -> Question:
        """The question, or the first one of a battery: they share their answers."""
        return self.questions[0]

    def table(self, question: Question) -> Table:
        return self.briefing.tables.table(question.id)

    # ------------------------------------------------------------------------------------------------------- answers

    def answers(self) -> list[Answer]:
        """From the left to the right: rejection, agreement, then what is neither; else as the question gives them."""
        shown = [self.question.answer(name) for name in self.exhibit.answers]
        if self.kind.nets < 2 or not self.exhibit.nets:
            return shown if self.question.keeps_order else sorted(shown, key=self._by_size)
        agreement, rejection = (net.answers for net in self.exhibit.nets)
        is_falling = self.exhibit.answers.index(agreement[0]) < self.exhibit.answers.index(rejection[0])
        across = [*rejection[::-1], *agreement[::-1]] if is_falling else [*rejection, *agreement]
        return [*map(self.question.answer, across), *(answer for answer in shown if answer.id not in across)]

    def columns(self) -> tuple[ChartColumn, ...]:
        language = self.briefing.language
        columns = tuple(
            ChartColumn(answer_label(each, language), each.id, short=short_label(each, language), role=each.role)
            for each in self.answers()
        )
        said = [column for column in columns if not column.role.says_nothing]
        # Steps of a scale have an order, and nets are told by strong and weak: colours of series would hide both.
        has_series = self.kind.series is not None and not (self.exhibit.nets or self.question.keeps_order)
        return (*numbered(said), *columns[len(said) :]) if has_series else columns

    def nets(self) -> tuple[ChartNet, ...]:
        return tuple(ChartNet(net.id, self._net_label(net), net.answers) for net in self.exhibit.nets)

    def blank(self) -> Prose | None:
        """What a bar leaves blank: who said nothing, and a rest that is declared; nothing where two sides are shown.

        Several answers have their short names there, for it stands in a note.
        """
        if self.kind.nets > 1:
            return None
        language, words = self.briefing.language, self.briefing.language.words
        unsaid = [answer for answer in self.answers() if answer.role.says_nothing and self._is_drawn(answer)]
        left = [
            rest_reason(each.rest, shares, words)
            for each in self.questions
            for shares in self._shares_by_column(each)
            if each.rest and is_below_whole(shares)
        ]
        is_brief = len(unsaid) > 1
        names = [
            *(
                worded(each.short, language) if is_brief and each.short else answer_label(each, language)
                for each in unsaid
            ),
            *map(fixed, left),
        ]
        told_once = {name.text: name for name in names}
        return joined(told_once.values(), ", ") if told_once else None

    def _net_label(self, net: ShownNet) -> Prose:
        language = self.briefing.language
        for question in self.questions:
            if net.net in [each.id for each in question.nets]:
                return answer_label(question.answer_or_net(net.net or ""), language)
        if len(net.answers) == 1:
            return answer_label(self.question.answer(net.answers[0]), language)
        labels = [worded(self.question.answer(answer).label, language) for answer in net.answers]
        return told(language.words.net, label=joined(labels, " + "))

    def _by_size(self, answer: Answer) -> tuple[int, float]:
        share = self.table(self.question).cell(answer.id, self.exhibit.columns[0]).share
        return answer.role.lateness, -(share.drawn if share else 0.0)

    def _is_drawn(self, answer: Answer) -> bool:
        cells = (self.table(question).cell(answer.id, column) for question, column in self._shown())
        return any(cell.share and cell.share.drawn for cell in cells)

    def _shares_by_column(self, question: Question) -> list[list[Share]]:
        """The published shares of each column that has some."""
        table = self.table(question)
        shares = [
            [share for answer in question.answers if (share := table.cell(answer.id, column).share)]
            for column in self.exhibit.columns
        ]
        return [each for each in shares if each]

    # ---------------------------------------------------------------------------------------------------------- rows

    def _shown(self) -> Iterable[tuple[Question, ColumnId]]:
        return ((question, column) for question in self.questions for column in self.exhibit.columns)

    def rows(self) -> tuple[ChartRow, ...]:
        rows = [self._row(question, column) for question, column in self._shown()]
        return tuple(sorted(rows, key=_by_net)) if self.exhibit.shape is Shape.BATTERY else tuple(rows)

    def _row(self, question: Question, column: ColumnId) -> ChartRow:
        language, table = self.briefing.language, self.table(question)
        nets = tuple(self._net_value(net, question, column) for net in self.exhibit.nets)
        values = tuple(self._value(table.cell(answer.id, column)) for answer in self.answers())
        short, statement = None, None
        if self.exhibit.shape is Shape.BATTERY:
            id, wording, short = question.id, worded(question.short or question.label, language), self._topic(question)
            statement = self._statement(question)
        else:
            name = fixed(language.words.all_asked.capitalize()) if column.is_total else None
            id, wording = column.name, name or column_label(table.column(column), language)
        return ChartRow(
            id=id,
            wording=wording,
            values=values,
            short=short,
            nets=nets,
            base=self._base(question, column),
            is_spoken=id in self.exhibit.spoken or (self.exhibit.shape is Shape.GROUPS and column.is_total),
            is_total=self.exhibit.shape is Shape.GROUPS and column.is_total,
            statement=statement,
            location=question.location,
        )

    def _statement(self, question: Question) -> Prose:
        """The topic and behind it the whole statement, quoted where it is known word for word."""
        language = self.briefing.language
        is_exact = question.wording_in(language.code) is Wording.EXACT
        label = quoted(question.label, language) if is_exact else worded(question.label, language)
        return told("{topic}: {label}", topic=worded(question.topic, language), label=label)

    def _topic(self, question: Question) -> str | None:
        """The topic for narrow places, where it tells the questions apart."""
        topics = [each.topic.text(self.briefing.language.code) for each in self.questions]
        topic = question.topic.text(self.briefing.language.code)
        return topic if len(set(topics)) == len(topics) else None

    def _base(self, question: Question, column: ColumnId) -> Prose | None:
        """How many were asked, where that differs from row to row."""
        found = [base_of(self.table(each).column(shown), self.briefing.language) for each, shown in self._shown()]
        if len({each.text if each else "" for each in found}) < 2:
            return None
        return base_of(self.table(question).column(column), self.briefing.language)

    def _value(self, cell: Cell) -> ChartValue:
        return chart_value(cell, self.exhibit, self.briefing.survey, self.briefing.language)

    def _net_value(self, net: ShownNet, question: Question, column: ColumnId) -> ChartValue:
        """The net as it is shown; it stands out where all of its answers do."""
        cell = taken_together(net.answers, question, column, self.table(question))
        parts = [self._value(self.table(question).cell(answer, column)) for answer in net.answers]
        marks = {part.highlight for part in parts}
        highlight = marks.pop() if len(marks) == 1 else Highlight.NONE
        number = number_of(cell, self.briefing.language)
        known = [*(answer.id for answer in question.answers), *(each.id for each in question.nets)]
        if cell.id.answer in known:
            return ChartValue(cell, number, highlight, name_of(cell.id, self.briefing.survey))
        expression = " + ".join(part.expression for part in parts)
        return ChartValue(cell, number, highlight, expression, tuple(part.cell.id for part in parts))


def _by_net(row: ChartRow) -> tuple[int, float]:
    """Falling by the net, or by the difference of two; without one as they are, unpublished ones last."""
    shares = [value.cell.share for value in row.nets]
    drawn = [share.drawn for share in shares if share]
    return len(drawn) < len(shares), -(drawn[0] - sum(drawn[1:])) if drawn else 0.0
